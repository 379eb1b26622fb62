"""Work while waiting, and the UK-France scheme: who may be returned, by when, and the legal route."""

from typing import Any

import pytest

from asylum_rules import Qualifier, Status
from tests.ask import IN_COUNTRY, WAITING, ask, tell

LODGED = {**WAITING, "claimed_on": "2025-02-28"}


@pytest.mark.parametrize(
    ("as_of", "own_fault", "answer"),
    [
        ("2026-02-28", False, "not_yet"),
        ("2026-03-01", False, "may_apply"),
        ("2026-02-28", True, "not_yet"),
        ("2026-03-01", True, "no"),
    ],
)
@pytest.mark.parametrize("policy", ["uk/baseline", "uk/latest", "uk/proposed"])
def test_work_while_waiting_turns_after_twelve_months(policy: str, as_of: str, own_fault: bool, answer: str) -> None:  # noqa: FBT001  # a case
    assert tell(policy, "work.while_waiting", LODGED, as_of=as_of, delay_is_own_fault=own_fault) == answer


def test_further_submissions_start_the_twelve_months_again() -> None:
    case = {**LODGED, "further_submissions_on": "2025-12-01", "as_of": "2026-03-01"}

    assert tell("uk/latest", "work.while_waiting", case) == "not_yet"


def test_an_existing_permission_to_work_is_kept() -> None:
    assert tell("uk/latest", "work.while_waiting", LODGED, has_right_to_work=True) == "already_allowed"
    assert tell("uk/latest", "work.after_grant", IN_COUNTRY) == "yes"


def test_without_the_day_of_looking_the_answer_depends_on_it() -> None:
    answer = ask("uk/latest", "work.while_waiting", LODGED)

    assert answer.facts == ("as_of",)
    assert sorted(str(each.value) for each in answer.possible) == ["may_apply", "not_yet"]
    for each in answer.possible:
        assert tell("uk/latest", "work.while_waiting", {**LODGED, **each.facts}) == each.value


CROSSED: dict[str, Any] = {
    "entry": "small_boat",
    "arrived_on": "2025-10-01",
    "as_of": "2025-11-16",
    "claim": "inadmissible",
    "is_unaccompanied_child": False,
    "france_asked_within_14_days": True,
}


def test_whoever_crossed_by_small_boat_may_be_returned() -> None:
    answer = ask("uk/baseline", "return.to_france", CROSSED)

    assert (answer.value, answer.qualifier) == ("power", Qualifier.MAY)


@pytest.mark.parametrize(
    "bar",
    [
        {"is_unaccompanied_child": True},
        {"claim": "pending"},
        {"claim": "refugee", "decided_on": "2025-11-01"},
        {"has_human_rights_claim": True},
        {"court_bars_removal": True},
        {"france_asked_within_14_days": False},
        {"entry": "visa"},
        {"as_of": "2026-01-02"},
        {"arrived_on": "2025-08-05", "as_of": "2025-08-20"},
        {"arrived_on": "2026-06-12", "as_of": "2026-06-20"},
    ],
)
def test_each_of_these_bars_a_return(bar: dict[str, Any]) -> None:
    assert tell("uk/baseline", "return.to_france", {**CROSSED, **bar}) == "none"


@pytest.mark.parametrize(
    ("arrived_on", "as_of", "answer"),
    [
        ("2025-08-06", "2025-11-06", "power"),
        ("2025-08-06", "2025-11-07", "none"),
        ("2026-06-11", "2026-06-20", "power"),
    ],
)
def test_the_window_of_three_months_and_the_first_end(arrived_on: str, as_of: str, answer: str) -> None:
    assert tell("uk/baseline", "return.to_france", CROSSED, arrived_on=arrived_on, as_of=as_of) == answer


@pytest.mark.parametrize(
    ("day", "answer"),
    [("2025-08-05", "none"), ("2025-08-06", "power"), ("2026-09-30", "power"), ("2026-10-01", ["power", "none"])],
)
def test_the_scheme_from_its_start_to_its_end(day: str, answer: Any) -> None:
    case = {**CROSSED, "arrived_on": max("2025-08-06", "2026-09-01" if day > "2026" else ""), "as_of": "2026-09-20"}
    case["as_of"] = "2025-08-20" if day < "2026" else "2026-09-20"

    assert tell(f"uk@{day}", "return.to_france", case) == answer


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2026-06-10", "none"),
        ("2026-06-11", ["power", "none"]),
        ("2026-06-29", ["power", "none"]),
        ("2026-06-30", "power"),
        ("2026-09-30", "power"),
        ("2026-10-01", "none"),
    ],
)
def test_coming_back_by_other_means_counts_from_the_amendment_on_a_day_of_june_2026(day: str, answer: Any) -> None:
    case = {
        **CROSSED,
        "entry": "concealed_in_vehicle",
        "arrived_on": "2026-06-01",
        "as_of": "2026-06-15",
        "returned_to_france_before": True,
        "came_back_by_small_boat": False,
    }

    assert tell(f"uk@{day}", "return.to_france", case) == answer
    assert tell(f"uk@{day}", "return.to_france", case, returned_to_france_before=False) == "none"


BY_BOAT: dict[str, Any] = {"entry": "small_boat"}
BY_LORRY: dict[str, Any] = {
    "entry": "concealed_in_vehicle",
    "returned_to_france_before": True,
    "came_back_by_small_boat": False,
}


@pytest.mark.parametrize("how", [BY_BOAT, BY_LORRY])
@pytest.mark.parametrize(
    ("arrived_on", "as_of", "answer"),
    [
        ("2026-06-30", "2026-09-30", "none"),
        ("2026-07-01", "2026-10-01", ["power", "none"]),
        ("2026-07-01", "2026-10-02", "none"),
        ("2026-09-10", "2026-10-05", ["power", "none"]),
        ("2026-09-30", "2026-12-30", ["power", "none"]),
        ("2026-09-30", "2026-12-31", "none"),
        ("2026-10-01", "2026-10-05", "none"),
    ],
)
def test_what_becomes_of_cases_open_at_the_end_of_the_scheme_is_not_known(
    how: dict[str, Any], arrived_on: str, as_of: str, answer: Any
) -> None:
    case = {**CROSSED, **how, "arrived_on": arrived_on, "as_of": as_of}
    said = ask("uk/latest", "return.to_france", case)

    assert tell("uk/latest", "return.to_france", case) == answer
    assert said.undecided == (("france.cases_open_at_end",) if said.status is Status.DEPENDS else ())
    assert tell("uk/latest", "return.to_france", case, under={"france.cases_open_at_end": "no"}) == "none"


@pytest.mark.parametrize(
    "bar", [{"is_unaccompanied_child": True}, {"claim": "pending"}, {"france_asked_within_14_days": False}]
)
def test_a_case_that_was_never_referred_in_time_is_not_open_at_the_end(bar: dict[str, Any]) -> None:
    case = {**CROSSED, "arrived_on": "2026-09-10", "as_of": "2026-10-05", **bar}

    assert tell("uk/latest", "return.to_france", case) == "none"


FROM_FRANCE: dict[str, Any] = {
    "is_in_france": True,
    "has_identity_proof": True,
    "tried_illegal_crossing": False,
    "age": 18,
    "is_family_with_child": False,
}


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, "open"),
        ({"age": 17}, "closed"),
        ({"age": 17, "is_family_with_child": True}, "open"),
        ({"is_in_france": False}, "closed"),
        ({"has_identity_proof": False}, "closed"),
        ({"tried_illegal_crossing": True}, "closed"),
        ({"is_protected_elsewhere": True}, "closed"),
        ({"is_protected_elsewhere": "unknown"}, ["closed", "open"]),
    ],
)
def test_who_may_use_the_legal_route(facts: dict[str, Any], answer: Any) -> None:
    assert tell("uk/baseline", "route.from_france", {**FROM_FRANCE, **facts}) == answer


@pytest.mark.parametrize(
    ("day", "answer"),
    [("2025-08-05", "closed"), ("2025-08-06", "open"), ("2026-09-30", "open"), ("2026-10-01", "closed")],
)
def test_the_legal_route_opened_and_closed_with_the_scheme(day: str, answer: str) -> None:
    assert tell(f"uk@{day}", "route.from_france", FROM_FRANCE) == answer


@pytest.mark.parametrize(("day", "confidence"), [("2026-09-30", {"high"}), ("2026-10-01", {"medium"})])
def test_that_the_route_closed_with_the_scheme_is_an_inference(day: str, confidence: set[str]) -> None:
    told = ask(f"uk@{day}", "route.from_france", FROM_FRANCE, is_in_france=False)

    assert told.value == "closed"
    assert {str(each.confidence) for each in told.citations} == confidence


def test_where_both_days_are_unknown_the_answer_depends_on_both() -> None:
    answer = ask("uk/latest", "work.while_waiting", LODGED, claimed_on="unknown")

    assert answer.facts == ("as_of", "claimed_on")
    for each in answer.possible:
        assert tell("uk/latest", "work.while_waiting", {**LODGED, **each.facts}) == each.value
