"""What is not decided. Written from `contract/points.toml`; do not edit."""

from asylum_rules.language.subjects import Point

SETTLEMENT_CORE_PERIOD = Point(
    name="settlement.core_period",
    text="Is the wait for settlement on core protection twenty years, or up to twenty?",
    codes=("twenty_years", "up_to_twenty"),
    headline="twenty_years",
)

SETTLEMENT_CORE_CLOCK = Point(
    name="settlement.core_clock",
    text="Do the twenty years run from the grant or from arrival?",
    codes=("from_grant", "from_arrival"),
    headline="from_grant",
)

SETTLEMENT_REDUCTIONS_REACH_REFUGEES = Point(
    name="settlement.reductions_reach_refugees",
    text="Do the proposed reductions of earned settlement shorten the wait of a refugee?",
    codes=("no", "yes"),
    headline="no",
)

SETTLEMENT_INCREASES_REACH_REFUGEES = Point(
    name="settlement.increases_reach_refugees",
    text="Do the proposed increases of earned settlement lengthen the wait of a refugee?",
    codes=("no", "yes"),
    headline="no",
)

SETTLEMENT_CONDITIONS_REACH_REFUGEES = Point(
    name="settlement.conditions_reach_refugees",
    text="Do the proposed mandatory conditions of earned settlement bind a refugee?",
    codes=("no", "yes"),
)

EARNED_INCREASES_COMBINE = Point(
    name="earned.increases_combine",
    text="Where several increases apply, does the largest count or their sum?",
    codes=("largest", "sum"),
)

EARNED_REDUCTIONS_COMBINE = Point(
    name="earned.reductions_combine",
    text="Where several reductions apply, does only the largest count, or is English at C1 taken off on top?",
    codes=("largest", "c1_on_top"),
    headline="largest",
)

EARNED_INCREASE_AND_REDUCTION_NET = Point(
    name="earned.increase_and_reduction_net",
    text="Are an increase and a reduction set off against each other?",
    codes=("yes", "no"),
)

EARNED_TWELVE_MONTHS_EXACTLY = Point(
    name="earned.twelve_months_exactly",
    text="Do exactly twelve months of public funds add five years or ten?",
    codes=("five", "ten"),
)

PROPOSAL_REACHES_EXISTING_CLAIMS = Point(
    name="proposal.reaches_existing_claims",
    text="Do the proposals reach people whose claim was lodged before they were announced?",
    codes=("yes", "no"),
)

PROPOSAL_REACHES_LONE_CHILDREN = Point(
    name="proposal.reaches_lone_children",
    text="Do the proposals reach people who claimed as unaccompanied children?",
    codes=("yes", "no"),
)

SUPPORT_DUTY_ENDED = Point(
    name="support.duty_ended",
    text="On which day of June 2026 did the duty to offer support end?",
    codes=("on_2026_06_02", "later_in_june"),
)

SUPPORT_CATERED_RATE_START = Point(
    name="support.catered_rate_start",
    text="When between 15 January 2024 and 28 August 2025 did the catered rate rise?",
    codes=("earlier", "later"),
)

SUPPORT_OVER_65 = Point(
    name="support.over_65",
    text="Did the longer notice of the 2025 pilot cover people over 65, or from 65?",
    codes=("over_65", "sixty_five_or_older"),
    headline="over_65",
)

SUPPORT_ASSETS_THRESHOLD = Point(
    name="support.assets_threshold",
    text="Do any assets count against support, or only assets above an amount that is not stated?",
    codes=("any_assets", "above_a_threshold_not_stated"),
)

SUPPORT_LONGER_NOTICE_ON_REQUEST_OPEN = Point(
    name="support.longer_notice_on_request_open",
    text="Could a person at risk of street homelessness already ask for the longer notice of up to 56 days when permission was granted? The start of that arrangement is not stated.",
    codes=("yes", "no"),
)

SUPPORT_ILLEGAL_WORK_POWER_START = Point(
    name="support.illegal_work_power_start",
    text="When in late March 2026 did the express power to stop support for illegal work begin: by the policy's day, or later?",
    codes=("earlier", "later"),
)

RETURN_RWANDA_START = Point(
    name="return.rwanda_start",
    text="When in April 2022 did the partnership with Rwanda begin: by the policy's day, or later?",
    codes=("earlier", "later"),
)

FRANCE_OTHER_MEANS_START = Point(
    name="france.other_means_start",
    text="When in June 2026 did the agreement begin to reach people who come back by other means: by the policy's day, or later?",
    codes=("earlier", "later"),
)

FRANCE_CASES_OPEN_AT_END = Point(
    name="france.cases_open_at_end",
    text="May people who had arrived when the UK-France scheme stopped taking new cases, and whom France had been asked to take, still be returned?",
    codes=("yes", "no"),
)

FRANCE_PARTLY_BOARDED = Point(
    name="france.partly_boarded",
    text="May a boat that people have begun to board be intercepted?",
    codes=("intercept", "rescue_only"),
)

FRANCE_NETS = Point(
    name="france.nets",
    text="Are nets used to stop boats?",
    codes=("not_envisaged_at_present", "used", "excluded"),
    headline="not_envisaged_at_present",
)

FRANCE_REACH = Point(
    name="france.reach",
    text="Does the doctrine reach boats before boarding only, or does it allow pushing them back?",
    codes=("before_boarding", "push_back"),
    headline="before_boarding",
)

FRANCE_DIRECTIVE_2022 = Point(
    name="france.directive_2022",
    text="Did a directive of 2022 already allow interception of boats with a small crew?",
    codes=("none", "small_crews"),
    headline="none",
)

DENMARK_TEMPORARY_PROTECTION_RENEWAL = Point(
    name="denmark.temporary_protection_renewal",
    text="Is temporary protection under section 7(3) renewed for one year or for two?",
    codes=("one_year", "two_years"),
)

POINTS: tuple[Point, ...] = (
    SETTLEMENT_CORE_PERIOD,
    SETTLEMENT_CORE_CLOCK,
    SETTLEMENT_REDUCTIONS_REACH_REFUGEES,
    SETTLEMENT_INCREASES_REACH_REFUGEES,
    SETTLEMENT_CONDITIONS_REACH_REFUGEES,
    EARNED_INCREASES_COMBINE,
    EARNED_REDUCTIONS_COMBINE,
    EARNED_INCREASE_AND_REDUCTION_NET,
    EARNED_TWELVE_MONTHS_EXACTLY,
    PROPOSAL_REACHES_EXISTING_CLAIMS,
    PROPOSAL_REACHES_LONE_CHILDREN,
    SUPPORT_DUTY_ENDED,
    SUPPORT_CATERED_RATE_START,
    SUPPORT_OVER_65,
    SUPPORT_ASSETS_THRESHOLD,
    SUPPORT_LONGER_NOTICE_ON_REQUEST_OPEN,
    SUPPORT_ILLEGAL_WORK_POWER_START,
    RETURN_RWANDA_START,
    FRANCE_OTHER_MEANS_START,
    FRANCE_CASES_OPEN_AT_END,
    FRANCE_PARTLY_BOARDED,
    FRANCE_NETS,
    FRANCE_REACH,
    FRANCE_DIRECTIVE_2022,
    DENMARK_TEMPORARY_PROTECTION_RENEWAL,
)
