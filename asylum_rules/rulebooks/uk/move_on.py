"""How long asylum support runs on after a positive decision: 28, 56 or 42 days."""

from datetime import date

from asylum_rules.language.build import (
    all_of,
    any_of,
    at_least,
    holds,
    is_one_of,
    more_than,
    not_,
    on_or_after,
    on_or_before,
    read_as,
)
from asylum_rules.model.person import (
    Claim,
    age,
    claim,
    decided_on,
    faces_street_homelessness,
    is_disabled,
    is_family_with_child,
    is_pregnant,
)
from asylum_rules.model.points import SUPPORT_LONGER_NOTICE_ON_REQUEST_OPEN, SUPPORT_OVER_65
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import SUPPORT_NOTICE_AFTER_GRANT
from asylum_rules.model.rule import Qualifier, Rule, amend
from asylum_rules.rulebooks.documents import (
    MOVE_ON_42,
    MOVE_ON_ADVICENOW,
    MOVE_ON_ANSWER,
    MOVE_ON_REQUEST,
    MOVE_ON_UPDATE,
    SUPPORT_REGULATIONS_2,
    high,
)
from asylum_rules.rulebooks.stages import in_force
from asylum_rules.rulebooks.uk.protection import CLAIMED_HERE
from asylum_rules.units.figure import UpTo
from asylum_rules.units.span import days

SCOPES = (Scope(SUPPORT_NOTICE_AFTER_GRANT, CLAIMED_HERE),)

PILOT_FOR_ALL_FROM = date(2024, 12, 9)
PILOT_FOR_ALL_LAST = date(2025, 8, 31)
PILOT_FOR_SOME_FROM = date(2025, 9, 1)
ONE_PERIOD_FROM = date(2026, 3, 9)

ON_REQUEST_LAST = date(2026, 2, 28)
ON_REQUEST_OVER_FROM = date(2026, 3, 1)

STILL_WAITING = is_one_of(claim, Claim.PENDING)
"""For a claim that is still pending the answer is what would follow if it were granted on the policy's day."""

PILOT_GROUP = any_of(
    holds(is_family_with_child),
    holds(is_pregnant),
    holds(is_disabled),
    more_than(age, 65),
    all_of(at_least(age, 65), read_as(SUPPORT_OVER_65, "sixty_five_or_older")),
)
"""Families, and adults who are pregnant, disabled, or over 65 (one account says from 65)."""

NOTICE_28 = Rule(
    name="support.notice-28",
    text="Support ends 28 days after a positive decision is notified.",
    answers=SUPPORT_NOTICE_AFTER_GRANT,
    gives=days(28),
    standing=in_force(),
    cites=(high(SUPPORT_REGULATIONS_2, "regulation 2(2) and (2A)"),),
)

NOTICE_56_FOR_ALL = Rule(
    name="support.notice-56-for-all",
    text="A pilot gives 56 days to everyone granted permission on or after 9 December 2024.",
    answers=SUPPORT_NOTICE_AFTER_GRANT,
    when=any_of(STILL_WAITING, on_or_after(decided_on, PILOT_FOR_ALL_FROM)),
    gives=days(56),
    standing=in_force(PILOT_FOR_ALL_FROM, last=PILOT_FOR_ALL_LAST),
    cites=(high(MOVE_ON_ANSWER), high(MOVE_ON_42)),
    overrides=("support.notice-28",),
)

NOTICE_56_FOR_ALL_ENDED = amend(
    NOTICE_56_FOR_ALL,
    name="support.notice-56-for-all-ended",
    text="The pilot gave 56 days to everyone granted permission from 9 December 2024 to 31 August 2025.",
    when=all_of(
        not_(STILL_WAITING), on_or_after(decided_on, PILOT_FOR_ALL_FROM), on_or_before(decided_on, PILOT_FOR_ALL_LAST)
    ),
    standing=in_force(PILOT_FOR_SOME_FROM),
    cites=(high(MOVE_ON_ANSWER),),
)

NOTICE_56_FOR_SOME = Rule(
    name="support.notice-56-for-some",
    text="From 1 September 2025 the pilot is kept for families and for adults who are pregnant, disabled or over 65.",
    answers=SUPPORT_NOTICE_AFTER_GRANT,
    when=all_of(any_of(STILL_WAITING, on_or_after(decided_on, PILOT_FOR_SOME_FROM)), PILOT_GROUP),
    gives=days(56),
    standing=in_force(PILOT_FOR_SOME_FROM, last=date(2026, 3, 8)),
    cites=(high(MOVE_ON_ANSWER), high(MOVE_ON_ADVICENOW, "65 or older")),
    overrides=("support.notice-28",),
)

NOTICE_56_FOR_SOME_ENDED = amend(
    NOTICE_56_FOR_SOME,
    name="support.notice-56-for-some-ended",
    text="The pilot ended on 8 March 2026; people already in a period of notice stay on it.",
    when=all_of(
        not_(STILL_WAITING),
        on_or_after(decided_on, PILOT_FOR_SOME_FROM),
        on_or_before(decided_on, date(2026, 3, 8)),
        PILOT_GROUP,
    ),
    standing=in_force(ONE_PERIOD_FROM),
    cites=(high(MOVE_ON_42), high(MOVE_ON_ANSWER), high(MOVE_ON_ADVICENOW, "65 or older")),
)

NOTICE_ON_REQUEST = Rule(
    name="support.notice-on-request",
    text=(
        "After litigation anyone at imminent risk of street homelessness could ask for up to 56 days. From when is not "
        "stated."
    ),
    answers=SUPPORT_NOTICE_AFTER_GRANT,
    when=all_of(
        any_of(STILL_WAITING, on_or_after(decided_on, PILOT_FOR_SOME_FROM)),
        not_(PILOT_GROUP),
        holds(faces_street_homelessness),
        read_as(SUPPORT_LONGER_NOTICE_ON_REQUEST_OPEN, "yes"),
    ),
    gives=UpTo(days(56)),
    qualifier=Qualifier.MAY,
    standing=in_force(PILOT_FOR_SOME_FROM, last=ON_REQUEST_LAST),
    cites=(high(MOVE_ON_REQUEST, hedge="up to"),),
    overrides=("support.notice-28",),
)

NOTICE_ON_REQUEST_ENDED = amend(
    NOTICE_ON_REQUEST,
    name="support.notice-on-request-ended",
    text="The longer notice on request could be asked for until 28 February 2026.",
    when=all_of(
        not_(STILL_WAITING),
        on_or_after(decided_on, PILOT_FOR_SOME_FROM),
        on_or_before(decided_on, ON_REQUEST_LAST),
        not_(PILOT_GROUP),
        holds(faces_street_homelessness),
        read_as(SUPPORT_LONGER_NOTICE_ON_REQUEST_OPEN, "yes"),
    ),
    standing=in_force(ON_REQUEST_OVER_FROM),
    cites=(high(MOVE_ON_REQUEST, hedge="up to"), high(MOVE_ON_UPDATE, "28 February 2026")),
)

NOTICE_42 = Rule(
    name="support.notice-42",
    text=(
        "Everyone granted permission on or after 9 March 2026 has 42 days from the decision, as a matter of policy, "
        "and at least 28 days from the letter that ends support; the regulations still say 28 days."
    ),
    answers=SUPPORT_NOTICE_AFTER_GRANT,
    when=any_of(STILL_WAITING, on_or_after(decided_on, ONE_PERIOD_FROM)),
    gives=days(42),
    standing=in_force(ONE_PERIOD_FROM),
    cites=(high(MOVE_ON_42),),
    overrides=("support.notice-28",),
)

RULES = (
    NOTICE_28,
    NOTICE_56_FOR_ALL,
    NOTICE_56_FOR_ALL_ENDED,
    NOTICE_56_FOR_SOME,
    NOTICE_56_FOR_SOME_ENDED,
    NOTICE_ON_REQUEST,
    NOTICE_ON_REQUEST_ENDED,
    NOTICE_42,
)
