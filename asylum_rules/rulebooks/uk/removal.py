"""Removal to a third country: inadmissibility under section 80B, and the Rwanda scheme while it lasted."""

from datetime import date

from asylum_rules.language.build import ALWAYS, all_of, holds, is_one_of, read_as
from asylum_rules.model.person import Claim, claim, has_safe_third_country_link
from asylum_rules.model.points import RETURN_RWANDA_START
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import RETURN_THIRD_COUNTRY, RETURN_TO_RWANDA
from asylum_rules.model.rule import Qualifier, Rule, Transition, amend
from asylum_rules.rulebooks.documents import (
    ACT_80B,
    ACT_80C,
    AIDA_ADMISSIBILITY,
    BORDER_ACT_COMMENCED,
    RWANDA_2022,
    RWANDA_SCRAPPED,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force
from asylum_rules.rulebooks.uk.protection import lodged_on
from asylum_rules.sources.standing import Stage

SECTION_80B_FROM = date(2022, 6, 28)
"""Section 80B reaches claims made from this day."""

CLAIM_OPEN = is_one_of(claim, Claim.PENDING, Claim.INADMISSIBLE)

SCOPES = (Scope(RETURN_THIRD_COUNTRY, ALWAYS), Scope(RETURN_TO_RWANDA, ALWAYS))

NOT_INADMISSIBLE = Rule(
    name="removal.not-inadmissible",
    text="Without a connection to a safe third country a claim is considered here.",
    answers=RETURN_THIRD_COUNTRY,
    gives="none",
    standing=in_force(),
    cites=(high(ACT_80B), high(ACT_80C)),
)

INADMISSIBLE = Rule(
    name="removal.inadmissible",
    text=(
        "The Home Secretary may declare a claim inadmissible where one of five connections to a safe third country is "
        "made out, unless there are exceptional circumstances; removal may be to another safe country. EU nationals "
        "fall under a rule of their own, which is not encoded."
    ),
    answers=RETURN_THIRD_COUNTRY,
    covers=Transition(counts=lodged_on, first=SECTION_80B_FROM),
    when=all_of(CLAIM_OPEN, holds(has_safe_third_country_link)),
    gives="power",
    qualifier=Qualifier.MAY,
    standing=in_force(SECTION_80B_FROM),
    cites=(high(ACT_80B, "section 80B(1), (2) and (6)", hedge="may"), high(ACT_80C), high(AIDA_ADMISSIBILITY)),
    overrides=("removal.not-inadmissible",),
)

NO_RWANDA = Rule(
    name="removal.no-rwanda",
    text=(
        "Nobody may be removed to Rwanda outside the scheme that began in April 2022 and was scrapped on 6 July 2024. "
        "The Act of 2024 on it was repealed on 2 December 2025."
    ),
    answers=RETURN_TO_RWANDA,
    gives="none",
    standing=in_force(),
    cites=(medium(RWANDA_2022), high(RWANDA_SCRAPPED), high(BORDER_ACT_COMMENCED, "sections 40 to 42")),
)

RWANDA_IN_APRIL = Rule(
    name="removal.rwanda-in-april-2022",
    text=(
        "In April 2022, from the day on which the partnership began, people with an open claim could be removed to "
        "Rwanda. That day is not given here."
    ),
    answers=RETURN_TO_RWANDA,
    when=all_of(CLAIM_OPEN, read_as(RETURN_RWANDA_START, "earlier")),
    gives="power",
    qualifier=Qualifier.COULD,
    standing=in_force(date(2022, 4, 1), last=date(2022, 4, 29)),
    cites=(medium(RWANDA_2022),),
    overrides=("removal.no-rwanda",),
)

RWANDA = amend(
    RWANDA_IN_APRIL,
    name="removal.rwanda",
    text=(
        "From April 2022 until the scheme was scrapped on 6 July 2024 people with an open claim could be removed to "
        "Rwanda; in the event only four volunteers went."
    ),
    when=CLAIM_OPEN,
    standing=in_force(date(2022, 4, 30), last=date(2024, 7, 5), then=Stage.REVOKED),
    cites=(medium(RWANDA_2022), high(RWANDA_SCRAPPED)),
)

RULES = (NOT_INADMISSIBLE, INADMISSIBLE, NO_RWANDA, RWANDA_IN_APRIL, RWANDA)
