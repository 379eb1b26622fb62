"""What is published about people who seek asylum in the UK, what is assumed beside it, and what is not known.

Each published figure stands beside its source, each assumption beside its reason; `synthesis` draws people from both.
"""

from datetime import date
from typing import Any, Final, Generic, TypeVar

from attrs import frozen

from asylum_rules.model.person import Entry, Route
from asylum_rules.population.statistics import (
    APPEALS_REPORT,
    BACKLOG_AUGUST,
    CLAIMS_REPORT,
    DASHBOARD_MARCH,
    DETAILED_DATA,
    EARNINGS_REPORT,
    ENTRY_NOTE,
    GRANTS_2025,
    HANSARD_WORK,
    NEWS_DIGEST,
    SUPPORT_PAGE,
)
from asylum_rules.rulebooks.documents import high, medium
from asylum_rules.sources.citation import Citation

T = TypeVar("T")


@frozen(kw_only=True)
class Published(Generic[T]):
    """Counts that a source gives, or that our arithmetic takes from what sources give."""

    name: str
    text: str
    parts: tuple[tuple[T, int], ...]
    cites: tuple[Citation, ...]
    derived: str | None = None
    """Our arithmetic, where a part is not in the source as it stands."""

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(count for _, count in self.parts)


@frozen(kw_only=True)
class Assumed(Generic[T]):
    """Weights that no source gives, and why these."""

    name: str
    text: str
    parts: tuple[tuple[T, int], ...]
    because: str


@frozen
class NotKnown:
    """What was not found, and what the population does about it."""

    what: str
    so: str


@frozen
class Days:
    """A run of days, both ends included."""

    first: date
    last: date


@frozen(kw_only=True)
class Group:
    """People of one part in a claim and one range of ages when it was lodged."""

    name: str
    ages: tuple[int, int]
    is_dependant: bool = False
    is_alone: bool = False
    """An unaccompanied child."""


# Published: who claims, and when

_2024: Final = Days(date(2024, 1, 1), date(2024, 12, 31))
_2025: Final = Days(date(2025, 1, 1), date(2025, 12, 31))
_EARLY_2026: Final = Days(date(2026, 1, 1), date(2026, 3, 31))
_SPRING_2026: Final = Days(date(2026, 4, 1), date(2026, 6, 30))

CLAIMS: Final = Published(
    name="claims",
    text="People on asylum claims lodged from January 2024 to June 2026, main applicants and dependants.",
    parts=(
        (_2024, 104_764),
        (Days(date(2025, 1, 1), date(2025, 3, 31)), 22_874),
        (Days(date(2025, 4, 1), date(2025, 6, 30)), 26_892),
        (Days(date(2025, 7, 1), date(2025, 9, 30)), 30_134),
        (Days(date(2025, 10, 1), date(2025, 12, 31)), 20_725),
        (_EARLY_2026, 16_249),
        (_SPRING_2026, 17_233),
    ),
    cites=(
        medium(DASHBOARD_MARCH, "claims by quarter, 2024 and 2025"),
        medium(CLAIMS_REPORT, "claims of 2025"),
        medium(NEWS_DIGEST, "claims of the year to March 2026"),
        medium(BACKLOG_AUGUST, "claims of the second quarter of 2026"),
    ),
    derived="January to March 2026: the rounded 94,000 of the year to March 2026, less the three quarters before",
)

RESETTLED: Final = Published(
    name="resettled",
    text="People resettled by routes that the facts have a code for, 2024 and 2025.",
    parts=(
        ((_2024, Route.UK_RESETTLEMENT_SCHEME), 734),
        ((_2024, Route.COMMUNITY_SPONSORSHIP), 58),
        ((_2025, Route.UK_RESETTLEMENT_SCHEME), 543),
        ((_2025, Route.COMMUNITY_SPONSORSHIP), 12),
    ),
    cites=(medium(DASHBOARD_MARCH, "resettlement by scheme"),),
)

GROUPS: Final = Published(
    name="groups",
    text="People on claims of the year to September 2024 by part in the claim and age; both sexes together.",
    parts=(
        (Group(name="unaccompanied child", ages=(14, 17), is_alone=True), 4_017),
        (Group(name="other applicant under 18", ages=(0, 17)), 760),
        (Group(name="applicant, 18 to 29", ages=(18, 29)), 42_123),
        (Group(name="applicant, 30 to 49", ages=(30, 49)), 26_787),
        (Group(name="applicant, 50 to 69", ages=(50, 69)), 2_963),
        (Group(name="applicant, 70 or older", ages=(70, 84)), 371),
        (Group(name="dependant under 18", ages=(0, 17), is_dependant=True), 15_081),
        (Group(name="dependant, 18 to 29", ages=(18, 29), is_dependant=True), 3_039),
        (Group(name="dependant, 30 to 49", ages=(30, 49), is_dependant=True), 4_090),
        (Group(name="dependant, 50 to 69", ages=(50, 69), is_dependant=True), 424),
        (Group(name="dependant, 70 or older", ages=(70, 84), is_dependant=True), 63),
    ),
    cites=(medium(DETAILED_DATA, "claims, year to September 2024"),),
    derived="other applicants under 18: the 4,777 applicants under 18, less the unaccompanied children",
)

DEPENDANT_CHILDREN: Final = Published(
    name="dependent children",
    text="Dependants on claims of the year to September 2024: under 18, or older.",
    parts=((True, 15_081), (False, 7_616)),
    cites=(medium(DETAILED_DATA, "claims, year to September 2024"),),
)

ENTRY: Final = Published[Entry | None](
    name="entry",
    text="How the people on claims of the year to September 2025 had entered; None for the unknown and other rest.",
    parts=(
        (Entry.SMALL_BOAT, 45_183),
        (Entry.OTHER_IRREGULAR, 12_176),
        (Entry.VISA, 41_461),
        (None, 11_231),
    ),
    cites=(medium(ENTRY_NOTE),),
    derived="the rest: the 110,051 people in all, less the three routes that are counted",
)

FAMILIES: Final = Published(
    name="families",
    text="Applications for asylum support granted in 2023: to families, or to single adults.",
    parts=((True, 6_859), (False, 33_353)),
    cites=(medium(DETAILED_DATA, "support applications, 2023"),),
    derived="with housing and subsistence only together: 5,907 and 952; 29,590 and 3,763",
)

# Published: what becomes of the claims

FIRST_DECISIONS: Final = Published(
    name="first decisions",
    text="Initial decisions by the day of the decision: granted, or refused.",
    parts=(
        ((_2024, True), 40_754),
        ((_2024, False), 45_889),
        ((_2025, True), 54_887),
        ((_2025, False), 80_264),
        ((_EARLY_2026, True), 39),
        ((_EARLY_2026, False), 61),
        ((_SPRING_2026, True), 6_109),
        ((_SPRING_2026, False), 12_970),
    ),
    cites=(
        medium(DASHBOARD_MARCH, "initial decisions of 2024"),
        high(GRANTS_2025, "initial decisions of 2025"),
        medium(NEWS_DIGEST, "39% of the year to March 2026"),
        medium(BACKLOG_AUGUST, "initial decisions of the second quarter of 2026"),
    ),
    derived="refusals: decisions less grants; 39 in 100: the year to March 2026, for its last quarter",
)

OTHER_OUTCOMES: Final = Published(
    name="other outcomes",
    text="Outcomes of claims by day: True where there was neither a grant nor a refusal.",
    parts=(
        ((_2024, True), 25_300),
        ((_2024, False), 86_643),
        ((_2025, True), 24_926),
        ((_2025, False), 135_151),
        ((_SPRING_2026, True), 3_097),
        ((_SPRING_2026, False), 19_079),
    ),
    cites=(
        medium(DASHBOARD_MARCH, "initial decisions, all outcomes"),
        medium(BACKLOG_AUGUST, "initial decisions, all outcomes"),
    ),
    derived="all outcomes less grants and refusals",
)

BOAT_DECISIONS: Final = Published(
    name="decisions on boat arrivals",
    text="People who arrived by small boat in 2025 and were granted, or refused, by the end of it.",
    parts=((True, 14_210), (False, 9_125)),
    cites=(medium(DASHBOARD_MARCH, "outcomes of small boat arrivals of 2025"),),
)

# Published: support, and work

SUPPORTED: Final = Published(
    name="supported",
    text="People in receipt of asylum support, and others with a running claim, about the end of 2024.",
    parts=((True, 112_187), (False, 54_615)),
    cites=(
        medium(DASHBOARD_MARCH, "support; awaiting an initial decision, end of 2024"),
        medium(APPEALS_REPORT, hedge="about"),
    ),
    derived="others: the 124,802 who wait for a decision and about 42,000 for an appeal, less those supported",
)

HOTELS: Final = Published(
    name="hotels",
    text="People in receipt of asylum support at the end of 2025: in hotels, or otherwise.",
    parts=((True, 30_657), (False, 76_346)),
    cites=(medium(DASHBOARD_MARCH, "support by type of housing"), medium(SUPPORT_PAGE)),
)

SUPPORT_UNDECIDED: Final = Published(
    name="support undecided",
    text="People supported on 30 September 2024 while a claim ran: under section 98, or section 95.",
    parts=((True, 2_319), (False, 102_692)),
    cites=(medium(DETAILED_DATA, "support by section"),),
)

ALLOWED_TO_WORK: Final = Published(
    name="allowed to work",
    text="Of a hundred people in asylum accommodation, those who already may work.",
    parts=((True, 10), (False, 90)),
    cites=(medium(HANSARD_WORK, hedge="just under"),),
)

EMPLOYED: Final = Published(
    name="employed",
    text="Of a hundred asylum migrants of working age, those in work, 2010 to 2017.",
    parts=((True, 51), (False, 49)),
    cites=(high(EARNINGS_REPORT),),
)

HOURLY_PAY: Final = Published(
    name="hourly pay",
    text="Average pay of those in work for an hour, in pence, 2010 to 2017.",
    parts=(("pence", 912),),
    cites=(high(EARNINGS_REPORT),),
)

PUBLISHED: Final[tuple[Published[Any], ...]] = (
    CLAIMS,
    RESETTLED,
    GROUPS,
    DEPENDANT_CHILDREN,
    ENTRY,
    FAMILIES,
    FIRST_DECISIONS,
    OTHER_OUTCOMES,
    BOAT_DECISIONS,
    SUPPORTED,
    HOTELS,
    SUPPORT_UNDECIDED,
    ALLOWED_TO_WORK,
    EMPLOYED,
    HOURLY_PAY,
)

# Assumed

AS_OF: Final = date(2026, 6, 30)
"""The last day for which a stock is published; every case is looked at on it."""

WAITS: Final = Assumed(
    name="waits",
    text="Days from the claim to its first outcome; who is left over waits longer than 911 days.",
    parts=(
        ((1, 91), 480),
        ((92, 182), 360),
        ((183, 365), 30),
        ((366, 546), 20),
        ((547, 730), 25),
        ((731, 911), 45),
        ((912, 1_821), 40),
    ),
    because=(
        "no distribution of waits was found for 2025 and 2026; this one leaves about as many people waiting on 30 June "
        "2026 as are published (40,168), and somewhat fewer at the end of 2025 than the published shares of the claims "
        "of 2024 (12.2%) and of the small boat arrivals of 2025 (35.6%)"
    ),
)

OTHER_OUTCOMES_EARLY_2026: Final = Assumed(
    name="other outcomes, January to March 2026",
    text="Outcomes that are neither a grant nor a refusal, as in 2025.",
    parts=((True, 24_926), (False, 135_151)),
    because="not found for this quarter; the year before is nearest",
)

FAMILY_SIZES: Final = Assumed(
    name="family sizes",
    text="Dependants of an adult applicant who has any.",
    parts=((1, 450), (2, 310), (3, 190), (4, 50)),
    because="only their mean follows from what is published: 1.84, so that there are 22,724 dependants in all",
)

CHILD_AGES: Final = Assumed(
    name="ages of other children",
    text="Ages of dependent children in years: under 1, 1 to 3, older.",
    parts=(("under 1", 1), ("1 to 3", 3), ("older", 14)),
    because="ages under 18 are published as one band, so each year of age is taken to be as likely",
)

PAID_HOURS: Final = Assumed(
    name="paid hours",
    text="Hours of paid work in a year.",
    parts=(("hours", 1_820),),
    because="35 hours a week; only that refugees work four hours a week less than others is published",
)

MONTHS_ON_PUBLIC_FUNDS: Final = Assumed(
    name="months on public funds",
    text="Months of public funds of an adult in work, and of one without.",
    parts=((True, 0), (False, 24)),
    because=(
        "not found, but that over half are on benefits after eight years; 24 is past every threshold of the proposals"
    ),
)

ENGLISH: Final = Assumed(
    name="english",
    text="Level of English.",
    parts=(("b2", 1),),
    because="no levels were found; the proposals ask for this one of whoever settles, and reduce the wait for more",
)

ASSUMED: Final[tuple[Assumed[Any], ...]] = (
    WAITS,
    OTHER_OUTCOMES_EARLY_2026,
    FAMILY_SIZES,
    CHILD_AGES,
    PAID_HOURS,
    MONTHS_ON_PUBLIC_FUNDS,
    ENGLISH,
)

# Not known

NOT_KNOWN: Final = (
    NotKnown("nationality, and what goes with it", "left out: there is no such fact, and no rule here reads one"),
    NotKnown("sex", "left out, though published (70% of the people in `groups` are male): there is no such fact"),
    NotKnown("who appeals, and how it ends", "a first refusal is taken to be final, so too many are refused for good"),
    NotKnown("outcomes that are neither a grant nor a refusal", "all are taken to be withdrawals"),
    NotKnown("refugee status or humanitarian protection", "every grant is taken to be of refugee status"),
    NotKnown("grant rates by entry other than of boat arrivals of 2025", "in every window they stand to all as then"),
    NotKnown("days within a year or quarter", "each is as likely as another"),
    NotKnown("ages within a band", "each is as likely; from 14 for unaccompanied children, to 84 for the oldest"),
    NotKnown("when people with a visa, or of unknown entry, arrived", "unknown; others claim on the day they arrive"),
    NotKnown("further submissions", "nobody has lodged any"),
    NotKnown("what people live on who are refused, and the conditions of section 4", "unknown"),
    NotKnown("age and household of people resettled", "unknown; status is taken to be granted on arrival"),
    NotKnown("resettlement in 2026, and by Afghan schemes, which no code of the facts names", "left out"),
    NotKnown("people who join a family member", "left out: the questions are about the sponsor"),
    NotKnown("when recognised people apply for their family", "nobody has applied yet; their own leave is unknown"),
    NotKnown("where working age ends", "at 65; the shares and pay of 2010 to 2017 stand for the years before settling"),
    NotKnown("how entry, age, household, support and work go together", "drawn apart from each other"),
)
