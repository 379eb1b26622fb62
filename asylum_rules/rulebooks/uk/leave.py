"""How long a first grant of protection lasts, and when the need for protection is reviewed."""

from datetime import date

from asylum_rules.language.build import all_of, any_of, holds, is_one_of, not_
from asylum_rules.model.person import Claim, arrived_on, claim, is_group_2_refugee
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import LEAVE_LENGTH, LEAVE_REVIEW_EVERY
from asylum_rules.model.reform import Insert
from asylum_rules.model.rule import Qualifier, Rule, Transition
from asylum_rules.rulebooks.documents import (
    FREE_MOVEMENT_PAPER,
    GMIAU_FIRST_READING,
    HC_1496_NOTE,
    HC_1691_ARTICLE,
    LAW_FIRM_NEWS,
    LORDS_LIBRARY_INTEGRATION,
    PROTECTION_ROUTE_GUIDANCE,
    REFUGEE_SETTLEMENT_BRIEFING,
    RESETTLEMENT_STATUS_NOTE,
    RESTORING_ORDER,
    RULES_2026_GUIDE,
    SAFE_RETURN_ANSWER,
    SETTLEMENT_PLANS_NOTE,
    SETTLEMENT_PROTECTION_INSTRUCTION,
    STATUS_TEMPORARY_REPORT,
    STUDY_ROUTE_REPORT,
    TEMPORARY_PERMISSION_NOTE,
    WORDING_CHANGE_ARTICLE,
    WORK_AND_STUDY_ARTICLE,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force, proposed
from asylum_rules.rulebooks.uk.protection import (
    ANNOUNCED_ON,
    BY_UK_RESETTLEMENT_SCHEME,
    CLAIMED_HERE,
    IS_RESETTLED,
    ON_WORK_AND_STUDY,
    REACHED_BY_PROPOSALS,
    WAS_LONE_CHILD,
    lodged_on,
)
from asylum_rules.sources.standing import Stage
from asylum_rules.units.figure import Unstated
from asylum_rules.units.span import months, years
from asylum_rules.units.word import Word

SHORTER_GRANTS_FROM = date(2026, 3, 2)
"""Claims and further submissions lodged from this day lead to thirty months."""

TWO_GROUPS_FROM = date(2022, 6, 28)
"""Claims lodged from this day fell under the two groups of the Nationality and Borders Act 2022."""

IN_GROUP_2 = all_of(CLAIMED_HERE, any_of(is_one_of(claim, Claim.HUMANITARIAN_PROTECTION), holds(is_group_2_refugee)))
"""Placed in group 2 as assessed in the case, or with humanitarian protection."""

SETTLED_ON_ARRIVAL_FROM = date(2021, 11, 4)
"""Refugees of the UK Resettlement Scheme who arrive from this day are given settlement."""

SCHEME_REOPENED_ON = date(2026, 9, 28)
"""The day on which the reopened UK Resettlement Scheme was announced as operating."""

SCOPES = tuple(Scope(question, any_of(CLAIMED_HERE, IS_RESETTLED)) for question in (LEAVE_LENGTH, LEAVE_REVIEW_EVERY))

# The length of the first grant

FIVE_YEARS = Rule(
    name="leave.five-years",
    text="Refugee status and humanitarian protection are granted for five years.",
    answers=LEAVE_LENGTH,
    when=CLAIMED_HERE,
    gives=years(5),
    qualifier=Qualifier.NORMALLY,
    standing=in_force(),
    cites=(
        high(PROTECTION_ROUTE_GUIDANCE, hedge="normally"),
        high(REFUGEE_SETTLEMENT_BRIEFING),
        high(LORDS_LIBRARY_INTEGRATION),
    ),
)

GROUP_2 = Rule(
    name="leave.group-2",
    text=(
        "Under the two groups of 2022, a refugee placed in group 2 and a person with humanitarian protection were "
        "granted thirty months, on claims lodged on or after 28 June 2022. Paused on 17 July 2023."
    ),
    answers=LEAVE_LENGTH,
    covers=Transition(counts=lodged_on, first=TWO_GROUPS_FROM),
    when=IN_GROUP_2,
    gives=months(30),
    standing=in_force(TWO_GROUPS_FROM, last=date(2023, 7, 16), then=Stage.PAUSED),
    cites=(high(PROTECTION_ROUTE_GUIDANCE), high(TEMPORARY_PERMISSION_NOTE), high(HC_1496_NOTE)),
    overrides=("leave.five-years",),
)

RESETTLED_UNSTATED = Rule(
    name="leave.resettled-unstated",
    text="What a person resettled from abroad is granted is not stated for every scheme and date.",
    answers=LEAVE_LENGTH,
    when=IS_RESETTLED,
    gives=Unstated(),
    standing=in_force(),
    cites=(medium(RESETTLEMENT_STATUS_NOTE),),
)

SETTLED_ON_ARRIVAL = Rule(
    name="leave.settled-on-arrival",
    text="A refugee of the UK Resettlement Scheme who arrives on or after 4 November 2021 is settled on arrival.",
    answers=LEAVE_LENGTH,
    covers=Transition(counts=arrived_on, first=SETTLED_ON_ARRIVAL_FROM),
    when=all_of(IS_RESETTLED, BY_UK_RESETTLEMENT_SCHEME),
    gives=Word.INDEFINITE,
    standing=in_force(SETTLED_ON_ARRIVAL_FROM),
    cites=(medium(RESETTLEMENT_STATUS_NOTE),),
    overrides=("leave.resettled-unstated",),
)

THIRTY_MONTHS = Rule(
    name="leave.thirty-months",
    text=(
        "Refugee status and humanitarian protection on a claim, or on further submissions, lodged on or after "
        "2 March 2026 are granted for thirty months. By secondary accounts a longer first grant, of a length "
        "that is not stated, is possible in the most exceptional cases only."
    ),
    answers=LEAVE_LENGTH,
    covers=Transition(counts=lodged_on, first=SHORTER_GRANTS_FROM),
    when=CLAIMED_HERE,
    gives=months(30),
    qualifier=Qualifier.NORMALLY,
    standing=in_force(SHORTER_GRANTS_FROM, before={ANNOUNCED_ON: Stage.ANNOUNCED}),
    cites=(
        high(HC_1691_ARTICLE, hedge="normally"),
        high(RULES_2026_GUIDE),
        high(WORDING_CHANGE_ARTICLE),
    ),
    succeeds=("leave.five-years",),
)

LONE_CHILDREN = Rule(
    name="leave.lone-children",
    text=(
        "An unaccompanied child is granted five years, and so is a person who would have been one but turned 18 "
        "before the decision. A child in a family claim gets thirty months, as the adult does."
    ),
    answers=LEAVE_LENGTH,
    covers=Transition(counts=lodged_on, first=SHORTER_GRANTS_FROM),
    when=all_of(CLAIMED_HERE, WAS_LONE_CHILD),
    gives=years(5),
    qualifier=Qualifier.USUALLY,
    standing=in_force(SHORTER_GRANTS_FROM),
    cites=(
        high(HC_1691_ARTICLE, "unaccompanied children", hedge="usually"),
        high(RULES_2026_GUIDE, "unaccompanied children"),
        medium(WORK_AND_STUDY_ARTICLE, "those who came of age before the decision"),
    ),
    overrides=("leave.thirty-months",),
)

RESETTLED_2026 = Rule(
    name="leave.resettled-2026",
    text=(
        "People resettled under the scheme reopened on 28 September 2026 are on a five-year path to settlement; "
        "the permission given on arrival is not stated."
    ),
    answers=LEAVE_LENGTH,
    covers=Transition(counts=arrived_on, first=SCHEME_REOPENED_ON),
    when=all_of(IS_RESETTLED, BY_UK_RESETTLEMENT_SCHEME),
    gives=Unstated(),
    standing=in_force(SCHEME_REOPENED_ON),
    cites=(medium(LAW_FIRM_NEWS, "28 September 2026"),),
    overrides=("leave.settled-on-arrival",),
)

CORE_PROTECTION = Rule(
    name="leave.core-protection",
    text="Core protection is granted for thirty months and renewed only while protection is still needed.",
    answers=LEAVE_LENGTH,
    when=all_of(CLAIMED_HERE, REACHED_BY_PROPOSALS),
    gives=months(30),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(RESTORING_ORDER), high(GMIAU_FIRST_READING, "scope not stated"), high(FREE_MOVEMENT_PAPER)),
    overrides=("leave.five-years", "leave.lone-children"),
)

RESETTLED_PROPOSED = Rule(
    name="leave.resettled-proposed",
    text="Safe and legal routes lead to settlement later than on arrival; the permission given is not stated.",
    answers=LEAVE_LENGTH,
    covers=Transition(counts=arrived_on, first=ANNOUNCED_ON),
    when=IS_RESETTLED,
    gives=Unstated(),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(SETTLEMENT_PLANS_NOTE),),
    overrides=("leave.resettled-unstated", "leave.settled-on-arrival"),
)

# The scheduled review of the need for protection

NO_SCHEDULED_REVIEW = Rule(
    name="review.none-scheduled",
    text=(
        "No review is scheduled during a grant; whether protection is still needed is looked at in a safe return "
        "review when settlement is applied for."
    ),
    answers=LEAVE_REVIEW_EVERY,
    when=CLAIMED_HERE,
    gives=Word.NONE,
    standing=in_force(),
    cites=(high(SAFE_RETURN_ANSWER), high(SETTLEMENT_PROTECTION_INSTRUCTION), high(REFUGEE_SETTLEMENT_BRIEFING)),
)

GROUP_2_REVIEW = Rule(
    name="review.group-2",
    text="How often the permission of group 2 was to be reviewed is not stated.",
    answers=LEAVE_REVIEW_EVERY,
    covers=Transition(counts=lodged_on, first=TWO_GROUPS_FROM),
    when=IN_GROUP_2,
    gives=Unstated(),
    standing=in_force(TWO_GROUPS_FROM, last=date(2023, 7, 16), then=Stage.PAUSED),
    cites=(high(TEMPORARY_PERMISSION_NOTE),),
    overrides=("review.none-scheduled",),
)

RESETTLED_REVIEW_UNSTATED = Rule(
    name="review.resettled-unstated",
    text="Whether a review is scheduled for a person resettled from abroad is not stated for every scheme and date.",
    answers=LEAVE_REVIEW_EVERY,
    when=IS_RESETTLED,
    gives=Unstated(),
    standing=in_force(),
    cites=(medium(RESETTLEMENT_STATUS_NOTE),),
)

SETTLED_NOT_REVIEWED = Rule(
    name="review.settled-on-arrival",
    text="A refugee who is settled on arrival has no review scheduled.",
    answers=LEAVE_REVIEW_EVERY,
    covers=Transition(counts=arrived_on, first=SETTLED_ON_ARRIVAL_FROM),
    when=all_of(IS_RESETTLED, BY_UK_RESETTLEMENT_SCHEME),
    gives=Word.NONE,
    standing=in_force(SETTLED_ON_ARRIVAL_FROM),
    cites=(medium(RESETTLEMENT_STATUS_NOTE),),
    overrides=("review.resettled-unstated",),
)

REVIEW_EVERY_THIRTY_MONTHS = Rule(
    name="review.every-thirty-months",
    text=(
        "A grant of thirty months has to be extended, and at each extension an individual review asks whether "
        "protection is still needed; if the risk continues a further thirty months follow."
    ),
    answers=LEAVE_REVIEW_EVERY,
    covers=Transition(counts=lodged_on, first=SHORTER_GRANTS_FROM),
    when=all_of(CLAIMED_HERE, not_(WAS_LONE_CHILD)),
    gives=months(30),
    standing=in_force(SHORTER_GRANTS_FROM, before={ANNOUNCED_ON: Stage.ANNOUNCED}),
    cites=(high(HC_1691_ARTICLE), high(STATUS_TEMPORARY_REPORT)),
    succeeds=("review.none-scheduled",),
)

RESETTLED_2026_REVIEW = Rule(
    name="review.resettled-2026",
    text="Whether a review is scheduled under the resettlement scheme reopened on 28 September 2026 is not stated.",
    answers=LEAVE_REVIEW_EVERY,
    covers=Transition(counts=arrived_on, first=SCHEME_REOPENED_ON),
    when=all_of(IS_RESETTLED, BY_UK_RESETTLEMENT_SCHEME),
    gives=Unstated(),
    standing=in_force(SCHEME_REOPENED_ON),
    cites=(medium(LAW_FIRM_NEWS, "28 September 2026"),),
    overrides=("review.settled-on-arrival",),
)

CORE_REVIEW = Rule(
    name="review.core-protection",
    text="On core protection the need for protection is reviewed every thirty months, at each renewal.",
    answers=LEAVE_REVIEW_EVERY,
    when=all_of(CLAIMED_HERE, REACHED_BY_PROPOSALS),
    gives=months(30),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(RESTORING_ORDER),),
    overrides=("review.none-scheduled",),
)

WORK_AND_STUDY_REVIEW = Rule(
    name="review.work-and-study",
    text="The length of permission on the Protection Work and Study route, and its reviews, are not stated.",
    answers=LEAVE_REVIEW_EVERY,
    when=all_of(CLAIMED_HERE, REACHED_BY_PROPOSALS, ON_WORK_AND_STUDY),
    gives=Unstated(),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(STUDY_ROUTE_REPORT),),
    overrides=("review.none-scheduled", "review.core-protection"),
)

RESETTLED_PROPOSED_REVIEW = Rule(
    name="review.resettled-proposed",
    text="Whether people who come by a safe and legal route are reviewed before settlement is not stated.",
    answers=LEAVE_REVIEW_EVERY,
    covers=Transition(counts=arrived_on, first=ANNOUNCED_ON),
    when=IS_RESETTLED,
    gives=Unstated(),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(SETTLEMENT_PLANS_NOTE),),
    overrides=("review.resettled-unstated", "review.settled-on-arrival"),
)

RULES = (
    FIVE_YEARS,
    GROUP_2,
    RESETTLED_UNSTATED,
    SETTLED_ON_ARRIVAL,
    THIRTY_MONTHS,
    LONE_CHILDREN,
    RESETTLED_2026,
    NO_SCHEDULED_REVIEW,
    GROUP_2_REVIEW,
    RESETTLED_REVIEW_UNSTATED,
    SETTLED_NOT_REVIEWED,
    REVIEW_EVERY_THIRTY_MONTHS,
    RESETTLED_2026_REVIEW,
)

RESTORING_ORDER_OPERATIONS = (
    Insert(CORE_PROTECTION, enacted=SHORTER_GRANTS_FROM),
    Insert(RESETTLED_PROPOSED),
    Insert(CORE_REVIEW, enacted=SHORTER_GRANTS_FROM),
    Insert(WORK_AND_STUDY_REVIEW),
    Insert(RESETTLED_PROPOSED_REVIEW),
)
