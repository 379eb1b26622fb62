"""Settlement after five years or twenty, its date, and the reviews before it."""

from typing import Any

import pytest

from asylum_rules import Status, decide, policies
from asylum_rules.model.cases import CaseProfile
from asylum_rules.sources.standing import Stage
from tests.ask import IN_COUNTRY, RESETTLED, ask, tell

ARRIVED = {**IN_COUNTRY, "arrived_on": "2026-03-20"}


@pytest.mark.parametrize("policy", ["uk/baseline", "uk/latest"])
@pytest.mark.parametrize("claimed_on", ["2026-03-01", "2026-03-02"])
def test_five_years_are_in_force_on_both_sides_of_2_march_2026(policy: str, claimed_on: str) -> None:
    answer = ask(policy, "settlement.after", IN_COUNTRY, claimed_on=claimed_on)

    assert answer.standing is Stage.IN_FORCE
    assert tell(policy, "settlement.after", IN_COUNTRY, claimed_on=claimed_on) == "P5Y"


def test_the_five_years_say_when_they_were_last_seen_in_the_text() -> None:
    (rule,) = ask("uk/latest", "settlement.after", IN_COUNTRY).rules

    assert "last seen on 29 April 2026" in rule.text


def test_that_nothing_else_is_tested_rests_on_secondary_accounts_and_suitability_on_its_own_text() -> None:
    told = ask("uk/latest", "settlement.conditions", IN_COUNTRY)
    sources = {each.document.id: str(each.confidence) for each in told.citations}

    assert (sources["lex-legal-refugee-policy"], sources["cohen-refugee-settlement"]) == ("medium", "medium")
    assert sources["angelov-part-suitability"] == "high"
    assert "appendix-settlement-protection-2026" not in sources


def test_twenty_years_is_the_headline_and_not_certain() -> None:
    answer = ask("uk/proposed", "settlement.after", IN_COUNTRY)

    assert answer.status is Status.DEPENDS
    assert answer.points == ("settlement.core_period", "settlement.increases_reach_refugees")
    assert [each.headline for each in answer.possible] == [True, False, False, False]
    assert tell("uk/proposed", "settlement.after", IN_COUNTRY) == [
        "P20Y",
        {"between": ["P20Y", "P40Y"]},
        {"up_to": "P20Y"},
        {"up_to": "P40Y"},
    ]


@pytest.mark.parametrize(
    ("period", "reach", "value"),
    [
        ("twenty_years", "no", "P20Y"),
        ("up_to_twenty", "no", {"up_to": "P20Y"}),
        ("twenty_years", "yes", {"between": ["P20Y", "P40Y"]}),
        ("up_to_twenty", "yes", {"up_to": "P40Y"}),
    ],
)
def test_each_reading_of_the_twenty_years(period: str, reach: str, value: Any) -> None:
    under = {"settlement.core_period": period, "settlement.increases_reach_refugees": reach}

    assert tell("uk/proposed", "settlement.after", IN_COUNTRY, under=under) == value


@pytest.mark.parametrize("entry", ["visa", "visa_free"])
def test_increases_do_not_matter_to_whoever_came_lawfully(entry: str) -> None:
    answer = ask("uk/proposed", "settlement.after", IN_COUNTRY, entry=entry)

    assert answer.points == ("settlement.core_period",)


@pytest.mark.parametrize(
    ("months", "combined"), [(5, {"between": ["P20Y", "P40Y"]}), (6, {"between": ["P20Y", "P60Y"]})]
)
def test_two_increases_add_up_under_one_reading_from_six_months_of_overstay(months: int, combined: Any) -> None:
    under = {
        "settlement.core_period": "twenty_years",
        "settlement.increases_reach_refugees": "yes",
        "earned.increases_combine": "sum",
    }
    case = {**IN_COUNTRY, "entry": "visit_visa", "overstayed_months": months}

    assert tell("uk/proposed", "settlement.after", case, under=under) == combined
    under["earned.increases_combine"] = "largest"
    assert tell("uk/proposed", "settlement.after", case, under=under) == {"between": ["P20Y", "P40Y"]}


def test_the_headline_is_the_one_with_no_increase() -> None:
    (headline,) = ask("uk/proposed", "settlement.after", IN_COUNTRY).headline

    assert headline.points["settlement.core_period"] == "twenty_years"
    assert headline.points["settlement.increases_reach_refugees"] == "no"


def test_on_work_and_study_the_wait_is_not_stated() -> None:
    answer = ask("uk/proposed", "settlement.after", IN_COUNTRY, on_work_and_study_route=True)

    assert answer.status is Status.UNSTATED
    assert answer.value is None
    assert [rule.name for rule in answer.rules] == ["settlement.work-and-study"]


@pytest.mark.parametrize(
    ("policy", "fee"), [("uk/baseline", "0.00 GBP"), ("uk/proposed", "unstated"), ("uk/next", "unstated")]
)
def test_what_settlement_from_work_and_study_would_cost_is_not_stated(policy: str, fee: str) -> None:
    assert tell(policy, "settlement.fee", IN_COUNTRY, on_work_and_study_route=True) == fee
    assert tell(policy, "settlement.fee", IN_COUNTRY) == "0.00 GBP"


def test_the_seventh_review_is_the_last_and_the_eighth_falls_on_the_day() -> None:
    (headline,) = ask("uk/proposed", "reviews.before_settlement", ARRIVED).headline

    assert str(headline.value) == "Exactly(value=7)"


@pytest.mark.parametrize(
    ("policy", "claimed_on", "reviews"),
    [("uk/baseline", "2026-04-01", 0), ("uk/latest", "2026-03-01", 0), ("uk/latest", "2026-03-02", 1)],
)
def test_thirty_months_twice_meet_five_years_with_one_review_before(policy: str, claimed_on: str, reviews: int) -> None:
    assert tell(policy, "reviews.before_settlement", IN_COUNTRY, claimed_on=claimed_on) == reviews


@pytest.mark.parametrize(
    ("decided_on", "policy", "earliest"),
    [
        ("2026-11-02", "uk/baseline", "2031-11-02"),
        ("2028-02-29", "uk/baseline", "2033-02-28"),
        ("2028-02-29", "uk/latest", "2033-02-28"),
        ("2027-08-31", "uk/latest", "2032-08-31"),
    ],
)
def test_the_earliest_date_is_the_corresponding_date(decided_on: str, policy: str, earliest: str) -> None:
    assert tell(policy, "settlement.from", IN_COUNTRY, decided_on=decided_on) == earliest


def test_twenty_years_from_29_february_end_on_29_february() -> None:
    under = {
        "settlement.core_period": "twenty_years",
        "settlement.core_clock": "from_grant",
        "settlement.increases_reach_refugees": "no",
    }

    assert tell("uk/proposed", "settlement.from", IN_COUNTRY, decided_on="2028-02-29", under=under) == "2048-02-29"


def test_twenty_years_may_be_read_as_running_from_arrival() -> None:
    under = {"settlement.core_period": "twenty_years", "settlement.increases_reach_refugees": "no"}

    assert tell("uk/proposed", "settlement.from", ARRIVED, under=under) == ["2046-11-02", "2046-03-20"]


@pytest.mark.parametrize(("arrived_on", "reviews"), [("2024-05-02", 6), ("2024-05-03", 7)])
def test_a_clock_from_arrival_drops_the_review_that_falls_on_or_after_the_day(arrived_on: str, reviews: int) -> None:
    under = {
        "settlement.core_period": "twenty_years",
        "settlement.increases_reach_refugees": "no",
        "settlement.core_clock": "from_arrival",
    }

    assert tell("uk/proposed", "reviews.before_settlement", IN_COUNTRY, arrived_on=arrived_on, under=under) == reviews


def test_an_unknown_arrival_leaves_a_formula() -> None:
    under = {
        "settlement.core_period": "twenty_years",
        "settlement.increases_reach_refugees": "no",
        "settlement.core_clock": "from_arrival",
    }
    answer = ask("uk/proposed", "settlement.from", IN_COUNTRY, under=under)

    assert answer.facts == ("arrived_on",)
    assert tell("uk/proposed", "settlement.from", IN_COUNTRY, under=under) == {"formula": "arrived_on + P20Y"}


def test_an_unknown_decision_leaves_a_formula_and_is_settled() -> None:
    case = {key: value for key, value in IN_COUNTRY.items() if key != "decided_on"}
    answer = ask("uk/baseline", "settlement.from", case)

    assert answer.status is Status.DETERMINED
    assert answer.facts == ("decided_on",)
    assert tell("uk/baseline", "settlement.from", case) == {"formula": "decided_on + P5Y"}


def test_a_pending_claim_has_a_wait_but_no_date() -> None:
    assert tell("uk/latest", "settlement.after", IN_COUNTRY, claim="pending", decided_on="none") == "P5Y"
    assert tell("uk/latest", "settlement.from", IN_COUNTRY, claim="pending", decided_on="none") == "not_covered"


@pytest.mark.parametrize(
    ("policy", "arrived_on", "after", "earliest"),
    [
        ("uk/baseline", "2021-11-03", "unstated", "unstated"),
        ("uk/baseline", "2021-11-04", "P0D", "2021-11-04"),
        ("uk/baseline", "2026-10-05", "P0D", "2026-10-05"),
        ("uk/latest", "2026-09-27", "P0D", "2026-09-27"),
        ("uk/latest", "2026-09-28", "P5Y", "2031-10-01"),
        ("uk/proposed", "2025-11-16", "P0D", "2025-11-16"),
        ("uk/proposed", "2025-11-17", "P10Y", "2036-10-01"),
    ],
)
def test_resettled_people_have_three_dated_answers(policy: str, arrived_on: str, after: str, earliest: str) -> None:
    case = {**RESETTLED, "arrived_on": arrived_on, "decided_on": "2026-10-01"}

    assert tell(policy, "settlement.after", case) == after
    assert tell(policy, "settlement.from", case) == earliest


def test_the_five_year_path_of_2026_rests_on_one_secondary_account() -> None:
    answer = ask("uk/latest", "settlement.after", RESETTLED, arrived_on="2026-10-05")

    assert [citation.confidence for citation in answer.citations] == ["medium"]
    assert answer.standing is Stage.IN_FORCE


@pytest.mark.parametrize("route", ["university_sponsorship", "corporate_sponsorship", "community_sponsorship"])
def test_proposed_safe_routes_lead_to_settlement_after_ten_years(route: str) -> None:
    case = {**RESETTLED, "route": route, "arrived_on": "2027-01-01"}

    assert tell("uk/proposed", "settlement.after", case) == "P10Y"
    assert tell("uk/latest", "settlement.after", case) == "unstated"


@pytest.mark.parametrize(("claimed_on", "points"), [("2025-11-16", 1), ("2025-11-17", 0)])
def test_earlier_claims_stay_at_five_years_if_the_proposals_do_not_reach_them(claimed_on: str, points: int) -> None:
    answer = ask("uk/proposed", "settlement.after", IN_COUNTRY, claimed_on=claimed_on, entry="visa")

    assert len([point for point in answer.points if point.startswith("proposal.")]) == points
    assert ("P5Y" in str(tell("uk/proposed", "settlement.after", IN_COUNTRY, claimed_on=claimed_on))) is bool(points)


def test_a_policy_read_in_one_way_is_asked_like_any_other() -> None:
    policy = policies["uk/proposed"].under("settlement.core_period", "up_to_twenty")

    answer = decide(policy, CaseProfile(**{**IN_COUNTRY, "entry": "visa"}), "settlement.after")

    assert answer.status is Status.DETERMINED
    assert str(answer.value) == "UpTo(most=Span(years=20, months=0, weeks=0, days=0))"
