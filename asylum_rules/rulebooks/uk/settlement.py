"""When settlement may be sought: after five years, or after twenty; how many reviews come first."""

from datetime import date

from asylum_rules.language.build import all_of, any_of, not_, read_as
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import (
    AnswerOf,
    DatesBefore,
    LargestOf,
    Moved,
    StepsWithin,
    ValueOf,
)
from asylum_rules.model.person import arrived_on, decided_on
from asylum_rules.model.points import (
    SETTLEMENT_CORE_CLOCK,
    SETTLEMENT_CORE_PERIOD,
)
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import (
    LEAVE_REVIEW_EVERY,
    REVIEWS_BEFORE_SETTLEMENT,
    SETTLEMENT_AFTER,
    SETTLEMENT_FROM,
)
from asylum_rules.model.reform import Insert
from asylum_rules.model.rule import Rule, Transition
from asylum_rules.rulebooks.documents import (
    APPENDIX_SETTLEMENT_PROTECTION,
    EARNED_SETTLEMENT_NOTE,
    HC_1496_NOTE,
    LAW_FIRM_NEWS,
    NRPF_EARNED_SETTLEMENT,
    PRESS_EXPRESS,
    PROTECTION_ROUTE_GUIDANCE,
    REFUGEE_SETTLEMENT_BRIEFING,
    RESETTLEMENT_STATUS_NOTE,
    RESTORING_ORDER,
    SETTLEMENT_PLANS_NOTE,
    SETTLEMENT_REFORMS_REPORT,
    STUDY_ROUTE_REPORT,
    TEMPORARY_PERMISSION_NOTE,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force, proposed
from asylum_rules.rulebooks.uk.leave import (
    IN_GROUP_2,
    SCHEME_REOPENED_ON,
    SETTLED_ON_ARRIVAL_FROM,
    TWO_GROUPS_FROM,
)
from asylum_rules.rulebooks.uk.protection import (
    ANNOUNCED_ON,
    BY_UK_RESETTLEMENT_SCHEME,
    CLAIMED_HERE,
    IS_RESETTLED,
    ON_WORK_AND_STUDY,
    REACHED_BY_PROPOSALS,
    RECOGNISED_HERE,
    lodged_on,
)
from asylum_rules.sources.standing import Stage
from asylum_rules.units.figure import Unstated, UpTo
from asylum_rules.units.span import Span, years

CONSULTED_ON = date(2025, 11, 20)
"""The day on which the consultation *A Fairer Pathway to Settlement* (CP 1448) opened."""

CORE_PERIOD = Question(name="settlement.core", text="Wait for settlement on core protection", kind=Kind.SPAN, part=True)

SCOPES = (
    Scope(SETTLEMENT_AFTER, any_of(CLAIMED_HERE, IS_RESETTLED)),
    Scope(SETTLEMENT_FROM, any_of(RECOGNISED_HERE, IS_RESETTLED)),
    Scope(REVIEWS_BEFORE_SETTLEMENT, any_of(CLAIMED_HERE, IS_RESETTLED)),
)

ON_CORE_PROTECTION = all_of(CLAIMED_HERE, REACHED_BY_PROPOSALS, not_(ON_WORK_AND_STUDY))

# The qualifying period

FIVE_YEARS = Rule(
    name="settlement.five-years",
    text=(
        "Settlement may be sought after five years on a protection route. The text was last seen on 29 April 2026; "
        "secondary files up to October 2026 know of no change."
    ),
    answers=SETTLEMENT_AFTER,
    when=CLAIMED_HERE,
    gives=years(5),
    standing=in_force(),
    cites=(high(APPENDIX_SETTLEMENT_PROTECTION), high(REFUGEE_SETTLEMENT_BRIEFING)),
)

GROUP_2 = Rule(
    name="settlement.group-2",
    text="Under the two groups of 2022, group 2 could settle by long residence only, after ten years. Paused in 2023.",
    answers=SETTLEMENT_AFTER,
    covers=Transition(counts=lodged_on, first=TWO_GROUPS_FROM),
    when=IN_GROUP_2,
    gives=years(10),
    standing=in_force(TWO_GROUPS_FROM, last=date(2023, 7, 16), then=Stage.PAUSED),
    cites=(high(PROTECTION_ROUTE_GUIDANCE), high(TEMPORARY_PERMISSION_NOTE), high(HC_1496_NOTE)),
    overrides=("settlement.five-years",),
)

RESETTLED_UNSTATED = Rule(
    name="settlement.resettled-unstated",
    text="When a person resettled from abroad may be settled is not stated for every scheme and date.",
    answers=SETTLEMENT_AFTER,
    when=IS_RESETTLED,
    gives=Unstated(),
    standing=in_force(),
    cites=(medium(RESETTLEMENT_STATUS_NOTE),),
)

ON_ARRIVAL = Rule(
    name="settlement.on-arrival",
    text="A refugee of the UK Resettlement Scheme who arrives on or after 4 November 2021 is settled on arrival.",
    answers=SETTLEMENT_AFTER,
    covers=Transition(counts=arrived_on, first=SETTLED_ON_ARRIVAL_FROM),
    when=all_of(IS_RESETTLED, BY_UK_RESETTLEMENT_SCHEME),
    gives=Span(),
    standing=in_force(SETTLED_ON_ARRIVAL_FROM),
    cites=(medium(RESETTLEMENT_STATUS_NOTE),),
    overrides=("settlement.resettled-unstated",),
)

RESETTLED_FIVE_YEARS = Rule(
    name="settlement.resettled-five-years",
    text="People resettled under the scheme reopened on 28 September 2026 are on a five-year path to settlement.",
    answers=SETTLEMENT_AFTER,
    covers=Transition(counts=arrived_on, first=SCHEME_REOPENED_ON),
    when=all_of(IS_RESETTLED, BY_UK_RESETTLEMENT_SCHEME),
    gives=years(5),
    standing=in_force(SCHEME_REOPENED_ON),
    cites=(medium(LAW_FIRM_NEWS, "28 September 2026"),),
    overrides=("settlement.on-arrival",),
)

TWENTY_YEARS = Rule(
    name="settlement.twenty-years",
    text="On core protection there is no settlement before twenty years in the country.",
    answers=SETTLEMENT_AFTER,
    when=ON_CORE_PROTECTION,
    gives=LargestOf(CORE_PERIOD),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED), (CONSULTED_ON, Stage.CONSULTED)),
    cites=(
        high(RESTORING_ORDER),
        high(SETTLEMENT_PLANS_NOTE),
        high(EARNED_SETTLEMENT_NOTE),
        high(NRPF_EARNED_SETTLEMENT),
    ),
    overrides=("settlement.five-years",),
)

CORE_TWENTY = Rule(
    name="settlement.core-twenty",
    text="The policy paper's own words: no path to settlement until twenty years have been spent in the country.",
    answers=CORE_PERIOD,
    when=read_as(SETTLEMENT_CORE_PERIOD, "twenty_years"),
    gives=years(20),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED), (CONSULTED_ON, Stage.CONSULTED)),
    cites=(high(RESTORING_ORDER),),
)

CORE_UP_TO_TWENTY = Rule(
    name="settlement.core-up-to-twenty",
    text="As parts of the press put it: up to twenty years.",
    answers=CORE_PERIOD,
    when=read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty"),
    gives=UpTo(years(20)),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(medium(PRESS_EXPRESS, hedge="up to"),),
)

WORK_AND_STUDY = Rule(
    name="settlement.work-and-study",
    text="On the Protection Work and Study route settlement could be earned sooner; how much sooner is not stated.",
    answers=SETTLEMENT_AFTER,
    when=all_of(CLAIMED_HERE, REACHED_BY_PROPOSALS, ON_WORK_AND_STUDY),
    gives=Unstated(),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(STUDY_ROUTE_REPORT, hedge="could"),),
    overrides=("settlement.five-years",),
)

RESETTLED_TEN_YEARS = Rule(
    name="settlement.resettled-ten-years",
    text="Safe and legal routes lead to settlement after ten years. People already settled are outside the plans.",
    answers=SETTLEMENT_AFTER,
    covers=Transition(counts=arrived_on, first=ANNOUNCED_ON),
    when=IS_RESETTLED,
    gives=years(10),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED), (CONSULTED_ON, Stage.CONSULTED)),
    cites=(
        high(SETTLEMENT_PLANS_NOTE),
        high(EARNED_SETTLEMENT_NOTE),
        high(SETTLEMENT_REFORMS_REPORT, "people already settled"),
    ),
    overrides=("settlement.resettled-unstated", "settlement.on-arrival"),
)

# The earliest date

FROM_GRANT = Rule(
    name="settlement.from-grant",
    text="The qualifying period runs from the grant of protection.",
    answers=SETTLEMENT_FROM,
    gives=Moved(ValueOf(decided_on), AnswerOf(SETTLEMENT_AFTER)),
    standing=in_force(),
    cites=(high(APPENDIX_SETTLEMENT_PROTECTION), high(REFUGEE_SETTLEMENT_BRIEFING)),
)

GROUP_2_FROM = Rule(
    name="settlement.group-2-from",
    text="From which day the ten years of long residence ran for group 2 is not stated.",
    answers=SETTLEMENT_FROM,
    covers=Transition(counts=lodged_on, first=TWO_GROUPS_FROM),
    when=IN_GROUP_2,
    gives=Unstated(),
    standing=in_force(TWO_GROUPS_FROM, last=date(2023, 7, 16), then=Stage.PAUSED),
    cites=(high(TEMPORARY_PERMISSION_NOTE),),
    overrides=("settlement.from-grant",),
)

FROM_ARRIVAL_WHERE_SETTLED = Rule(
    name="settlement.from-arrival-where-settled",
    text="Whoever is settled on arrival is settled from the day of arrival.",
    answers=SETTLEMENT_FROM,
    covers=Transition(counts=arrived_on, first=SETTLED_ON_ARRIVAL_FROM),
    when=all_of(IS_RESETTLED, BY_UK_RESETTLEMENT_SCHEME),
    gives=Moved(ValueOf(arrived_on), AnswerOf(SETTLEMENT_AFTER)),
    standing=in_force(SETTLED_ON_ARRIVAL_FROM),
    cites=(medium(RESETTLEMENT_STATUS_NOTE),),
    overrides=("settlement.from-grant",),
)

FROM_GRANT_WHERE_RESETTLED = Rule(
    name="settlement.from-grant-where-resettled",
    text=(
        "The five-year path of the scheme reopened on 28 September 2026 is counted here from the grant; its own words "
        "on this were not seen."
    ),
    answers=SETTLEMENT_FROM,
    covers=Transition(counts=arrived_on, first=SCHEME_REOPENED_ON),
    when=all_of(IS_RESETTLED, BY_UK_RESETTLEMENT_SCHEME),
    gives=Moved(ValueOf(decided_on), AnswerOf(SETTLEMENT_AFTER)),
    standing=in_force(SCHEME_REOPENED_ON),
    cites=(medium(LAW_FIRM_NEWS, "28 September 2026"),),
    overrides=("settlement.from-arrival-where-settled",),
)

FROM_GRANT_AS_PROPOSED = Rule(
    name="settlement.from-grant-as-proposed",
    text="The ten years of a safe and legal route are counted here from the grant; the proposal does not say.",
    answers=SETTLEMENT_FROM,
    covers=Transition(counts=arrived_on, first=ANNOUNCED_ON),
    when=IS_RESETTLED,
    gives=Moved(ValueOf(decided_on), AnswerOf(SETTLEMENT_AFTER)),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(medium(SETTLEMENT_PLANS_NOTE, "ten years; from when is not stated"),),
    overrides=("settlement.from-grant", "settlement.from-arrival-where-settled"),
)

FROM_ARRIVAL_AS_PROPOSED = Rule(
    name="settlement.from-arrival-as-proposed",
    text="Twenty years in the country, read as running from arrival and not from the grant.",
    answers=SETTLEMENT_FROM,
    when=all_of(ON_CORE_PROTECTION, read_as(SETTLEMENT_CORE_CLOCK, "from_arrival")),
    gives=Moved(ValueOf(arrived_on), AnswerOf(SETTLEMENT_AFTER)),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(RESTORING_ORDER),),
    overrides=("settlement.from-grant",),
)

# The reviews before it

REVIEWS = Rule(
    name="reviews.before-settlement",
    text="Scheduled reviews, counted from the grant, that fall strictly before the qualifying period ends.",
    answers=REVIEWS_BEFORE_SETTLEMENT,
    gives=StepsWithin(AnswerOf(LEAVE_REVIEW_EVERY), AnswerOf(SETTLEMENT_AFTER)),
    standing=in_force(),
    cites=(high(REFUGEE_SETTLEMENT_BRIEFING),),
)

REVIEWS_FROM_ARRIVAL = Rule(
    name="reviews.before-settlement-from-arrival",
    text="The same where the twenty years run from arrival: reviews are still counted from the grant.",
    answers=REVIEWS_BEFORE_SETTLEMENT,
    when=all_of(ON_CORE_PROTECTION, read_as(SETTLEMENT_CORE_CLOCK, "from_arrival")),
    gives=DatesBefore(
        AnswerOf(LEAVE_REVIEW_EVERY), ValueOf(decided_on), Moved(ValueOf(arrived_on), AnswerOf(SETTLEMENT_AFTER))
    ),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(RESTORING_ORDER),),
    overrides=("reviews.before-settlement",),
)

RULES = (
    FIVE_YEARS,
    GROUP_2,
    RESETTLED_UNSTATED,
    ON_ARRIVAL,
    RESETTLED_FIVE_YEARS,
    FROM_GRANT,
    GROUP_2_FROM,
    FROM_ARRIVAL_WHERE_SETTLED,
    FROM_GRANT_WHERE_RESETTLED,
    REVIEWS,
)

RESTORING_ORDER_OPERATIONS = (
    Insert(TWENTY_YEARS),
    Insert(CORE_TWENTY),
    Insert(CORE_UP_TO_TWENTY),
    Insert(WORK_AND_STUDY),
    Insert(RESETTLED_TEN_YEARS),
    Insert(FROM_GRANT_AS_PROPOSED),
    Insert(FROM_ARRIVAL_AS_PROPOSED),
    Insert(REVIEWS_FROM_ARRIVAL),
)
