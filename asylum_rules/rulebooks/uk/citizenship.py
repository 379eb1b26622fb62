"""Citizenship after settlement: the wait, and what illegal entry means for good character."""

from datetime import date

from asylum_rules.language.build import all_of, any_of, before, holds, is_one_of, not_
from asylum_rules.model.person import (
    Entry,
    citizenship_applied_on,
    entry,
    is_married_to_british_citizen,
    made_dangerous_journey,
)
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import CITIZENSHIP_AFTER_SETTLEMENT, CITIZENSHIP_ILLEGAL_ENTRY
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.rulebooks.documents import (
    COURT_NOTE_JULY_2026,
    GOOD_CHARACTER_BINDMANS,
    GOOD_CHARACTER_DEVINE,
    NATURALISATION_TOOL,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force
from asylum_rules.rulebooks.uk.protection import CLAIMED_HERE, IS_RESETTLED
from asylum_rules.units.figure import Unstated
from asylum_rules.units.span import Span, months

NO_TIME_LIMIT_FROM = date(2025, 2, 10)
"""Applications for citizenship from this day are refused for illegal entry at any time past."""

ENTERED_ILLEGALLY = is_one_of(entry, Entry.SMALL_BOAT, Entry.CONCEALED_IN_VEHICLE, Entry.OTHER_IRREGULAR)

CAME_BY_DANGEROUS_JOURNEY = all_of(is_one_of(entry, Entry.VISA_FREE), holds(made_dangerous_journey))
"""Arrival without a clearance that was required, after a dangerous journey."""

IS_HELD_AGAINST = any_of(ENTERED_ILLEGALLY, CAME_BY_DANGEROUS_JOURNEY)

SCOPES = tuple(
    Scope(question, any_of(CLAIMED_HERE, IS_RESETTLED))
    for question in (CITIZENSHIP_AFTER_SETTLEMENT, CITIZENSHIP_ILLEGAL_ENTRY)
)

TWELVE_MONTHS = Rule(
    name="citizenship.twelve-months",
    text="Settlement must have been held for twelve months before naturalisation.",
    answers=CITIZENSHIP_AFTER_SETTLEMENT,
    when=not_(holds(is_married_to_british_citizen)),
    gives=months(12),
    standing=in_force(),
    cites=(high(NATURALISATION_TOOL), high(GOOD_CHARACTER_BINDMANS)),
)

MARRIED = Rule(
    name="citizenship.married",
    text="Whoever is married to a British citizen need not wait.",
    answers=CITIZENSHIP_AFTER_SETTLEMENT,
    when=holds(is_married_to_british_citizen),
    gives=Span(),
    standing=in_force(),
    cites=(high(NATURALISATION_TOOL), high(GOOD_CHARACTER_BINDMANS)),
)

NO_BAR = Rule(
    name="citizenship.no-bar",
    text=(
        "Lawful entry is no bar to good character; nor is arrival without a required clearance where the journey was "
        "not a dangerous one."
    ),
    answers=CITIZENSHIP_ILLEGAL_ENTRY,
    when=not_(IS_HELD_AGAINST),
    gives="no_bar",
    standing=in_force(),
    cites=(high(GOOD_CHARACTER_BINDMANS), high(GOOD_CHARACTER_DEVINE)),
)

TEN_YEAR_LOOKBACK = Rule(
    name="citizenship.ten-year-lookback",
    text="Illegal entry counts against good character where it lies less than ten years back.",
    answers=CITIZENSHIP_ILLEGAL_ENTRY,
    when=ENTERED_ILLEGALLY,
    gives="ten_year_lookback",
    standing=in_force(),
    cites=(high(GOOD_CHARACTER_BINDMANS),),
)

EARLIER_JOURNEY_UNSTATED = Rule(
    name="citizenship.earlier-journey-unstated",
    text=(
        "What arrival without a required clearance after a dangerous journey meant for applications before "
        "10 February 2025 is not stated."
    ),
    answers=CITIZENSHIP_ILLEGAL_ENTRY,
    when=CAME_BY_DANGEROUS_JOURNEY,
    gives=Unstated(),
    standing=in_force(),
    cites=(high(GOOD_CHARACTER_BINDMANS),),
)

NORMALLY_REFUSED = Rule(
    name="citizenship.normally-refused",
    text=(
        "Applications from 10 February 2025 are normally refused for illegal entry, or for arrival without a required "
        "clearance after a dangerous journey, however long ago; exceptions remain."
    ),
    answers=CITIZENSHIP_ILLEGAL_ENTRY,
    when=all_of(IS_HELD_AGAINST, not_(before(citizenship_applied_on, NO_TIME_LIMIT_FROM))),
    gives="normally_refused",
    qualifier=Qualifier.NORMALLY,
    standing=in_force(NO_TIME_LIMIT_FROM),
    cites=(
        high(GOOD_CHARACTER_BINDMANS, hedge="normally"),
        high(GOOD_CHARACTER_DEVINE),
        medium(COURT_NOTE_JULY_2026, "R (Alibiari) v SSHD [2026] EWHC 1623 (Admin)"),
    ),
    overrides=("citizenship.ten-year-lookback", "citizenship.earlier-journey-unstated"),
)

RULES = (TWELVE_MONTHS, MARRIED, NO_BAR, TEN_YEAR_LOOKBACK, EARLIER_JOURNEY_UNSTATED, NORMALLY_REFUSED)
