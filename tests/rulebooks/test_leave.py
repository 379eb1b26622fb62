"""The first grant and its review, on both sides of every date."""

from typing import Any

import pytest

from asylum_rules import Qualifier, Status
from tests.ask import IN_COUNTRY, RESETTLED, ask, tell

Facts = dict[str, Any]


@pytest.mark.parametrize("claim", ["refugee", "humanitarian_protection", "pending"])
@pytest.mark.parametrize(
    ("claimed_on", "leave", "review"), [("2026-03-01", "P5Y", "none"), ("2026-03-02", "P30M", "P30M")]
)
def test_the_claim_date_splits_leave_at_2_march_2026(claim: str, claimed_on: str, leave: str, review: str) -> None:
    case = {**IN_COUNTRY, "claim": claim, "claimed_on": claimed_on, "decided_on": "2027-05-10"}

    assert tell("uk/latest", "leave.length", case) == leave
    assert tell("uk/latest", "leave.review_every", case) == review


def test_a_claim_of_20_february_2026_decided_in_2027_gets_five_years() -> None:
    assert tell("uk/latest", "leave.length", IN_COUNTRY, claimed_on="2026-02-20", decided_on="2027-08-01") == "P5Y"


@pytest.mark.parametrize(("further", "leave"), [("2026-03-01", "P5Y"), ("2026-03-02", "P30M"), ("2026-03-05", "P30M")])
def test_further_submissions_count_instead_of_an_old_claim(further: str, leave: str) -> None:
    case = {**IN_COUNTRY, "claimed_on": "2019-06-01", "further_submissions_on": further}

    assert tell("uk/latest", "leave.length", case) == leave


def test_whether_there_were_further_submissions_matters_where_it_is_not_presumed() -> None:
    answer = ask("uk/latest", "leave.length", IN_COUNTRY, claimed_on="2019-06-01", further_submissions_on="unknown")

    assert answer.status is Status.DEPENDS
    assert answer.facts == ("further_submissions_on",)


@pytest.mark.parametrize(("claimed_on", "qualifier"), [("2026-03-01", "normally"), ("2026-03-02", "usually")])
def test_a_lone_child_gets_five_years_on_both_sides(claimed_on: str, qualifier: str) -> None:
    answer = ask("uk/latest", "leave.length", IN_COUNTRY, claimed_on=claimed_on, was_unaccompanied_child_at_claim=True)

    assert str(answer.value) == "Exactly(value=Span(years=5, months=0, weeks=0, days=0))"
    assert answer.qualifier == qualifier


def test_a_lone_child_who_came_of_age_before_the_decision_keeps_five_years() -> None:
    case = {**IN_COUNTRY, "was_unaccompanied_child_at_claim": True, "is_unaccompanied_child": False, "age": 18}

    assert tell("uk/latest", "leave.length", case) == "P5Y"
    assert tell("uk/latest", "leave.review_every", case) == "none"


def test_a_child_in_a_family_claim_gets_thirty_months_as_the_adult_does() -> None:
    assert tell("uk/latest", "leave.length", IN_COUNTRY, is_child_in_family_claim=True) == "P30M"


def test_whether_the_claimant_was_a_lone_child_matters_only_from_2_march_2026() -> None:
    case = {key: value for key, value in IN_COUNTRY.items() if key != "was_unaccompanied_child_at_claim"}

    assert tell("uk/latest", "leave.length", case, claimed_on="2026-03-01") == "P5Y"
    assert tell("uk/latest", "leave.length", case, claimed_on="2026-03-02") == ["P5Y", "P30M"]


@pytest.mark.parametrize("claimed_on", ["2019-06-01", "2026-04-01", "2027-01-01"])
def test_the_baseline_gives_five_years_whenever_the_claim_was_lodged(claimed_on: str) -> None:
    answer = ask("uk/baseline", "leave.length", IN_COUNTRY, claimed_on=claimed_on, decided_on="2027-02-01")

    assert answer.qualifier is Qualifier.NORMALLY
    assert tell("uk/baseline", "leave.length", IN_COUNTRY, claimed_on=claimed_on, decided_on="2027-02-01") == "P5Y"
    assert tell("uk/baseline", "leave.review_every", IN_COUNTRY) == "none"


@pytest.mark.parametrize(
    ("claimed_on", "leave"), [("2025-11-16", ["P30M", "P5Y"]), ("2025-11-17", "P30M"), ("2026-04-01", "P30M")]
)
def test_the_proposals_do_not_say_whether_they_reach_claims_lodged_before_them(claimed_on: str, leave: Any) -> None:
    assert tell("uk/proposed", "leave.length", IN_COUNTRY, claimed_on=claimed_on) == leave


def test_the_proposals_reach_an_earlier_claim_under_one_reading_only() -> None:
    point = "proposal.reaches_existing_claims"

    assert tell("uk/proposed", "leave.length", IN_COUNTRY, claimed_on="2025-11-16", under={point: "yes"}) == "P30M"
    assert tell("uk/proposed", "leave.length", IN_COUNTRY, claimed_on="2025-11-16", under={point: "no"}) == "P5Y"


def test_the_proposals_do_not_say_how_lone_children_fare() -> None:
    answer = ask("uk/proposed", "leave.length", IN_COUNTRY, was_unaccompanied_child_at_claim=True)

    assert answer.points == ("proposal.reaches_lone_children",)
    assert answer.undecided == ("proposal.reaches_lone_children",)


def test_the_proposed_review_comes_every_thirty_months() -> None:
    assert tell("uk/proposed", "leave.review_every", IN_COUNTRY) == "P30M"


def test_on_work_and_study_the_review_is_not_stated_and_the_first_grant_stays() -> None:
    assert tell("uk/proposed", "leave.review_every", IN_COUNTRY, on_work_and_study_route=True) == "unstated"
    assert tell("uk/proposed", "leave.length", IN_COUNTRY, on_work_and_study_route=True) == "P30M"


@pytest.mark.parametrize(
    ("policy", "arrived_on", "leave", "review"),
    [
        ("uk/baseline", "2021-11-03", "unstated", "unstated"),
        ("uk/baseline", "2021-11-04", "indefinite", "none"),
        ("uk/baseline", "2026-10-05", "indefinite", "none"),
        ("uk/latest", "2026-09-27", "indefinite", "none"),
        ("uk/latest", "2026-09-28", "unstated", "unstated"),
        ("uk/proposed", "2025-11-16", "indefinite", "none"),
        ("uk/proposed", "2025-11-17", "unstated", "unstated"),
    ],
)
def test_resettled_people_by_day_of_arrival(policy: str, arrived_on: str, leave: str, review: str) -> None:
    assert tell(policy, "leave.length", RESETTLED, arrived_on=arrived_on) == leave
    assert tell(policy, "leave.review_every", RESETTLED, arrived_on=arrived_on) == review


def test_what_other_resettlement_routes_give_is_not_stated() -> None:
    case = {**RESETTLED, "route": "community_sponsorship", "arrived_on": "2024-05-01"}

    assert tell("uk/baseline", "leave.length", case) == "unstated"


@pytest.mark.parametrize("claim", ["none_made", "refused", "withdrawn", "inadmissible"])
def test_without_a_grant_in_sight_leave_is_not_covered(claim: str) -> None:
    assert tell("uk/latest", "leave.length", IN_COUNTRY, claim=claim) == "not_covered"
