"""How the family of a protected person may join: the route, the permission given, and public funds."""

from datetime import date, datetime

from asylum_rules.language.build import all_of, answer_is, any_of, is_none, is_one_of, not_
from asylum_rules.language.nodes import Compare, Condition, Order
from asylum_rules.model.person import SponsorLeave, family_applied_at, family_decided_on, sponsor_leave
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import FAMILY_REUNION_LEAVE, FAMILY_REUNION_PUBLIC_FUNDS, FAMILY_REUNION_ROUTE
from asylum_rules.model.reform import Insert
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.rulebooks.documents import (
    CHILD_SPONSOR_JUDGMENT,
    COURT_NOTE_JULY_2026,
    FAMILY_REUNION_APPENDIX,
    FAMILY_REUNION_SUSPENDED,
    HC_259,
    HC_1298_NOTE,
    PAPER_FAMILY_RESPONSE,
    STUDY_ROUTE_REPORT,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force, proposed
from asylum_rules.rulebooks.uk.protection import (
    ANNOUNCED_ON,
    IS_RESETTLED,
    ON_WORK_AND_STUDY,
    REACHED_BY_PROPOSALS,
    RECOGNISED_HERE,
)
from asylum_rules.sources.standing import Stage
from asylum_rules.units.figure import Unstated
from asylum_rules.units.moment import Moment

CLOSED_AT = Moment(datetime(2025, 9, 4, 15, 0))  # noqa: DTZ001  # a moment is London time
"""Applications made from this minute on fall under the ordinary family rules."""

IN_LINE_FROM = date(2026, 8, 3)
"""HC 259 takes effect; the decision counts, by inference from the missing saving for earlier applications."""

APPLIED_IN_TIME: Condition = Compare(family_applied_at, Order.LESS, CLOSED_AT)

SCOPES = (
    Scope(FAMILY_REUNION_ROUTE, any_of(RECOGNISED_HERE, IS_RESETTLED)),
    Scope(FAMILY_REUNION_LEAVE, answer_is(FAMILY_REUNION_ROUTE, "ordinary_family_rules")),
    Scope(FAMILY_REUNION_PUBLIC_FUNDS, answer_is(FAMILY_REUNION_ROUTE, "ordinary_family_rules")),
)

PROTECTION_ROUTE = Rule(
    name="family.protection-route",
    text=(
        "Partners from before the flight and children under 18 may join by a route of their own, without a fee or an "
        "income test. A child has no route in the rules to bring parents or siblings."
    ),
    answers=FAMILY_REUNION_ROUTE,
    gives="protection_route",
    standing=in_force(last=date(2025, 9, 4), then=Stage.PAUSED),
    cites=(
        high(FAMILY_REUNION_APPENDIX),
        high(FAMILY_REUNION_SUSPENDED),
        high(CHILD_SPONSOR_JUDGMENT, "child sponsors"),
    ),
)

STILL_PROTECTION_ROUTE = Rule(
    name="family.protection-route-in-time",
    text="Applications made before 15:00 on 4 September 2025 are decided under the route as it was.",
    answers=FAMILY_REUNION_ROUTE,
    when=APPLIED_IN_TIME,
    gives="protection_route",
    standing=in_force(date(2025, 9, 5)),
    cites=(high(FAMILY_REUNION_SUSPENDED), high(HC_1298_NOTE)),
    succeeds=("family.protection-route",),
)

ORDINARY_FAMILY_RULES = Rule(
    name="family.ordinary-rules",
    text=(
        "From 15:00 on 4 September 2025 the route is closed to new applications, as a pause; families use the ordinary "
        "family rules, with their income, English and fee requirements. A child still has no route in the rules to "
        "bring parents or siblings."
    ),
    answers=FAMILY_REUNION_ROUTE,
    when=not_(APPLIED_IN_TIME),
    gives="ordinary_family_rules",
    standing=in_force(date(2025, 9, 5)),
    cites=(
        high(FAMILY_REUNION_SUSPENDED),
        high(HC_1298_NOTE),
        medium(COURT_NOTE_JULY_2026, "still closed in July 2026"),
        high(CHILD_SPONSOR_JUDGMENT, "child sponsors"),
    ),
)

ON_THE_DAY = Rule(
    name="family.ordinary-rules-on-the-day",
    text="On 4 September 2025 itself the minute of the application decides.",
    answers=FAMILY_REUNION_ROUTE,
    when=Compare(family_applied_at, Order.AT_LEAST, CLOSED_AT),
    gives="ordinary_family_rules",
    standing=in_force(date(2025, 9, 4), last=date(2025, 9, 4)),
    cites=(high(FAMILY_REUNION_SUSPENDED),),
    overrides=("family.protection-route",),
)

MINUTE_NOT_KNOWN = Rule(
    name="family.minute-not-known",
    text="Without an application the route on 4 September 2025 is not stated: it was open until 15:00 and closed then.",
    answers=FAMILY_REUNION_ROUTE,
    when=is_none(family_applied_at),
    gives=Unstated(),
    standing=in_force(date(2025, 9, 4), last=date(2025, 9, 4)),
    cites=(high(FAMILY_REUNION_SUSPENDED),),
    overrides=("family.protection-route",),
)

NONE_AUTOMATIC = Rule(
    name="family.none-automatic",
    text="Core protection carries no automatic family reunion; article 8 stays open.",
    answers=FAMILY_REUNION_ROUTE,
    when=all_of(RECOGNISED_HERE, REACHED_BY_PROPOSALS),
    gives="not_automatic",
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(STUDY_ROUTE_REPORT), high(PAPER_FAMILY_RESPONSE)),
    overrides=("family.protection-route", "family.ordinary-rules"),
)

WORK_AND_STUDY_SPONSOR = Rule(
    name="family.work-and-study",
    text="On Protection Work and Study a person could sponsor family, perhaps on the terms of other migrants.",
    answers=FAMILY_REUNION_ROUTE,
    when=all_of(RECOGNISED_HERE, REACHED_BY_PROPOSALS, ON_WORK_AND_STUDY),
    gives="ordinary_family_rules",
    qualifier=Qualifier.COULD,
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(PAPER_FAMILY_RESPONSE, hedge="could"), high(STUDY_ROUTE_REPORT)),
    overrides=("family.none-automatic",),
)

THIRTY_THREE_MONTHS = Rule(
    name="family.thirty-three-months",
    text="A partner who joins under the ordinary family rules usually gets thirty-three months of their own.",
    answers=FAMILY_REUNION_LEAVE,
    gives="own_thirty_three_months",
    qualifier=Qualifier.USUALLY,
    standing=in_force(),
    cites=(high(HC_259, "Appendix FM, D-ECP 1.1 and 1.2", hedge="usually"),),
)

IN_LINE_WITH_SPONSOR = Rule(
    name="family.in-line-with-sponsor",
    text=(
        "Where the sponsor holds thirty months on the ground of protection, the partner's permission can be set to end "
        "with the sponsor's; by inference, on decisions from 3 August 2026."
    ),
    answers=FAMILY_REUNION_LEAVE,
    when=all_of(
        is_one_of(sponsor_leave, SponsorLeave.THIRTY_MONTHS),
        not_(Compare(family_decided_on, Order.LESS, IN_LINE_FROM)),
    ),
    gives="in_line_with_sponsor",
    qualifier=Qualifier.MAY,
    standing=in_force(IN_LINE_FROM),
    cites=(
        high(HC_259, "Appendix FM, D-ECP 1.1 and 1.2, D-LTRP 1.1 and 1.2", hedge="can"),
        medium(HC_259, "implementation"),
    ),
    overrides=("family.thirty-three-months",),
)

NO_PUBLIC_FUNDS = Rule(
    name="family.no-public-funds",
    text="Family who join under the ordinary family rules have no recourse to public funds.",
    answers=FAMILY_REUNION_PUBLIC_FUNDS,
    gives="no",
    standing=in_force(),
    cites=(
        high(HC_259, "Appendix FM, permission in line with the sponsor's"),
        medium(HC_259, "Appendix FM, other permission"),
    ),
)

RULES = (
    PROTECTION_ROUTE,
    ON_THE_DAY,
    MINUTE_NOT_KNOWN,
    STILL_PROTECTION_ROUTE,
    ORDINARY_FAMILY_RULES,
    THIRTY_THREE_MONTHS,
    IN_LINE_WITH_SPONSOR,
    NO_PUBLIC_FUNDS,
)

RESTORING_ORDER_OPERATIONS = (Insert(NONE_AUTOMATIC), Insert(WORK_AND_STUDY_SPONSOR))
