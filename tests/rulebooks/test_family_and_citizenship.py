"""Family reunion by the minute, citizenship by the day of the application, settlement's conditions, the two groups."""

from typing import Any

import pytest

from asylum_rules import Qualifier
from tests.ask import IN_COUNTRY, RESETTLED, ask, tell


@pytest.mark.parametrize(
    ("applied_at", "route"),
    [
        ("2025-09-04T14:59", "protection_route"),
        ("2025-09-04T15:00", "ordinary_family_rules"),
        ("none", "ordinary_family_rules"),
    ],
)
@pytest.mark.parametrize("policy", ["uk/baseline", "uk/latest"])
def test_the_family_route_closed_at_three_in_the_afternoon(policy: str, applied_at: str, route: str) -> None:
    assert tell(policy, "family_reunion.route", IN_COUNTRY, family_applied_at=applied_at) == route


@pytest.mark.parametrize(
    ("policy", "applied_at", "route"),
    [
        ("uk@2025-09-03", "none", "protection_route"),
        ("uk@2025-09-04", "none", "unstated"),
        ("uk@2025-09-04", "2025-09-04T14:59", "protection_route"),
        ("uk@2025-09-04", "2025-09-04T15:00", "ordinary_family_rules"),
        ("uk@2025-09-05", "none", "ordinary_family_rules"),
    ],
)
def test_the_family_route_by_the_policys_day(policy: str, applied_at: str, route: str) -> None:
    assert tell(policy, "family_reunion.route", IN_COUNTRY, family_applied_at=applied_at) == route


@pytest.mark.parametrize("policy", ["uk@2025-09-03", "uk@2025-09-05", "uk/latest"])
def test_the_route_told_says_that_a_child_has_none_to_bring_parents_or_siblings(policy: str) -> None:
    (rule,) = ask(policy, "family_reunion.route", IN_COUNTRY).rules

    assert "no route in the rules to bring parents or siblings" in rule.text
    assert "ewhc-967-2024" in {each.document.id for each in rule.cites}


def test_core_protection_has_no_automatic_family_reunion_and_work_and_study_could() -> None:
    assert tell("uk/proposed", "family_reunion.route", IN_COUNTRY) == "not_automatic"

    answer = ask("uk/proposed", "family_reunion.route", IN_COUNTRY, on_work_and_study_route=True)

    assert (answer.value, answer.qualifier) == ("ordinary_family_rules", Qualifier.COULD)


@pytest.mark.parametrize(
    ("decided_on", "sponsor", "leave"),
    [
        ("2026-08-02", "thirty_months", "own_thirty_three_months"),
        ("2026-08-03", "thirty_months", "in_line_with_sponsor"),
        ("none", "thirty_months", "in_line_with_sponsor"),
        ("2026-08-03", "five_years", "own_thirty_three_months"),
        ("2026-08-03", "settled", "own_thirty_three_months"),
    ],
)
def test_the_partners_permission_by_the_day_of_its_decision(decided_on: str, sponsor: str, leave: str) -> None:
    case = {**IN_COUNTRY, "family_decided_on": decided_on, "sponsor_leave": sponsor}

    assert tell("uk/latest", "family_reunion.leave", case) == leave
    assert tell("uk/latest", "family_reunion.public_funds", case) == "no"
    assert tell("uk/baseline", "family_reunion.leave", case) == "own_thirty_three_months"


def test_permission_under_the_closed_route_is_not_covered() -> None:
    case = {**IN_COUNTRY, "family_applied_at": "2025-09-04T14:59"}

    assert tell("uk/latest", "family_reunion.leave", case) == "not_covered"


@pytest.mark.parametrize(
    ("applied_on", "entry", "effect"),
    [
        ("2025-02-09", "small_boat", "ten_year_lookback"),
        ("2025-02-10", "small_boat", "normally_refused"),
        ("none", "small_boat", "normally_refused"),
        ("2025-02-10", "concealed_in_vehicle", "normally_refused"),
        ("2025-02-10", "visa", "no_bar"),
        ("2025-02-09", "visa", "no_bar"),
    ],
)
def test_illegal_entry_and_citizenship_by_day_of_application(applied_on: str, entry: str, effect: str) -> None:
    case = {**IN_COUNTRY, "entry": entry, "citizenship_applied_on": applied_on}

    assert tell("uk/latest", "citizenship.illegal_entry", case) == effect


def test_refusal_of_citizenship_is_normal_and_not_certain() -> None:
    assert ask("uk/latest", "citizenship.illegal_entry", IN_COUNTRY).qualifier is Qualifier.NORMALLY


@pytest.mark.parametrize(
    ("journey", "effect"),
    [(True, "normally_refused"), (False, "no_bar"), ("unknown", ["normally_refused", "no_bar"])],
)
def test_an_arrival_without_clearance_turns_on_the_journey(journey: Any, effect: Any) -> None:
    case = {**IN_COUNTRY, "entry": "visa_free", "made_dangerous_journey": journey}

    assert tell("uk/latest", "citizenship.illegal_entry", case) == effect


@pytest.mark.parametrize(
    ("applied_on", "journey", "effect"),
    [
        ("2025-02-09", True, "unstated"),
        ("2025-02-10", True, "normally_refused"),
        ("2025-02-09", False, "no_bar"),
        ("2025-02-10", False, "no_bar"),
    ],
)
def test_what_a_dangerous_journey_meant_before_10_february_2025_is_not_stated(
    applied_on: str,
    journey: bool,  # noqa: FBT001  # a case
    effect: str,
) -> None:
    case = {**IN_COUNTRY, "entry": "visa_free", "made_dangerous_journey": journey, "citizenship_applied_on": applied_on}

    assert tell("uk/latest", "citizenship.illegal_entry", case) == effect


def test_that_family_have_no_public_funds_is_surest_where_their_permission_ends_with_the_sponsors() -> None:
    told = ask("uk/latest", "family_reunion.public_funds", IN_COUNTRY)

    assert told.value == "no"
    assert [each.confidence for each in told.citations] == ["high", "medium"]


@pytest.mark.parametrize(("married", "wait"), [(False, "P12M"), (True, "P0D")])
def test_the_wait_between_settlement_and_citizenship(married: bool, wait: str) -> None:  # noqa: FBT001  # a case
    case = {**RESETTLED, "is_married_to_british_citizen": married}

    assert tell("uk/baseline", "citizenship.after_settlement", case) == wait


@pytest.mark.parametrize("policy", ["uk/baseline", "uk/latest"])
def test_settlement_has_its_own_suitability_rules_a_review_and_no_fee(policy: str) -> None:
    assert tell(policy, "settlement.conditions", IN_COUNTRY) == ["own_suitability", "safe_return_review"]
    assert tell(policy, "settlement.fee", IN_COUNTRY) == "0.00 GBP"


def test_whether_the_proposed_conditions_reach_refugees_is_not_decided() -> None:
    answer = ask("uk/proposed", "settlement.conditions", IN_COUNTRY)

    assert answer.undecided == ("settlement.conditions_reach_refugees",)
    assert tell("uk/proposed", "settlement.conditions", IN_COUNTRY) == [
        ["own_suitability", "safe_return_review"],
        ["part_suitability", "safe_return_review", "english_b2", "life_in_uk", "income", "no_debt"],
    ]


@pytest.mark.parametrize(
    ("policy", "claimed_on", "leave", "after"),
    [
        ("uk@2022-06-27", "2022-06-28", "P5Y", "P5Y"),
        ("uk@2022-06-28", "2022-06-27", "P5Y", "P5Y"),
        ("uk@2022-06-28", "2022-06-28", "P30M", "P10Y"),
        ("uk@2023-07-16", "2023-01-10", "P30M", "P10Y"),
        ("uk@2023-07-17", "2023-01-10", "P5Y", "P5Y"),
    ],
)
@pytest.mark.parametrize("group", [{"is_group_2_refugee": True}, {"claim": "humanitarian_protection"}])
def test_the_two_groups_of_2022_and_their_pause(
    policy: str, claimed_on: str, leave: str, after: str, group: dict[str, Any]
) -> None:
    case = {**IN_COUNTRY, "claimed_on": claimed_on, "decided_on": "2023-07-20", **group}

    assert tell(policy, "leave.length", case) == leave
    assert tell(policy, "settlement.after", case) == after


@pytest.mark.parametrize(
    ("policy", "claimed_on", "fee", "earliest"),
    [
        ("uk@2022-06-28", "2022-06-27", "0.00 GBP", "2028-07-20"),
        ("uk@2022-06-28", "2022-06-28", "unstated", "unstated"),
        ("uk@2023-07-16", "2022-06-28", "unstated", "unstated"),
        ("uk@2023-07-17", "2022-06-28", "0.00 GBP", "2028-07-20"),
    ],
)
def test_of_settlement_by_long_residence_neither_the_fee_nor_the_first_day_is_given(
    policy: str, claimed_on: str, fee: str, earliest: str
) -> None:
    case = {**IN_COUNTRY, "claimed_on": claimed_on, "decided_on": "2023-07-20", "is_group_2_refugee": True}

    assert tell(policy, "settlement.fee", case) == fee
    assert tell(policy, "settlement.from", case) == earliest


def test_a_refugee_of_group_1_got_five_years() -> None:
    case = {**IN_COUNTRY, "claimed_on": "2023-01-10", "is_group_2_refugee": False}

    assert tell("uk@2023-03-01", "leave.length", case) == "P5Y"
    assert tell("uk@2023-03-01", "leave.review_every", case) == "none"
    assert tell("uk@2023-03-01", "leave.review_every", case, is_group_2_refugee=True) == "unstated"
