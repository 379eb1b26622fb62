"""Interception at sea: before and after the doctrine, text and practice kept apart."""

from typing import Any

import pytest

from asylum_rules import BoatProfile, Status, decide, policies
from asylum_rules.model.answer import Answer
from asylum_rules.model.plain import plain

TAXI: dict[str, Any] = {
    "zone": "shallow_water",
    "boarding": "none_aboard",
    "people_aboard": 4,
    "suspected_taxi_boat": True,
    "person_in_danger": False,
    "obeyed_order_to_stop": False,
}


def ask(policy: str, question: str, under: dict[str, str] | None = None, **facts: Any) -> Answer:
    return decide(policies[policy], BoatProfile(**{**TAXI, **facts}), question, under=under or {})


def told(answer: Answer) -> Any:
    if answer.status is Status.DEPENDS:
        return [str(each.status) if each.value is None else plain(each.value) for each in answer.possible]
    return str(answer.status) if answer.value is None else plain(answer.value)


@pytest.mark.parametrize(
    ("zone", "before", "doctrine"),
    [
        ("beach", "stop_launch", "stop_launch"),
        ("canal_or_river", "rescue_only", "intercept"),
        ("port", "rescue_only", "intercept"),
        ("shallow_water", "rescue_only", "intercept"),
        ("open_sea", "rescue_only", "rescue_only"),
    ],
)
def test_an_empty_taxi_boat_by_zone(zone: str, before: str, doctrine: str) -> None:
    assert told(ask("france/before", "interception.allowed", zone=zone)) == before
    assert told(ask("france/doctrine", "interception.allowed", zone=zone)) == doctrine


@pytest.mark.parametrize("policy", ["france/before", "france/doctrine"])
@pytest.mark.parametrize("zone", ["beach", "canal_or_river", "shallow_water"])
def test_people_in_danger_come_first(policy: str, zone: str) -> None:
    assert told(ask(policy, "interception.allowed", zone=zone, person_in_danger=True)) == "rescue_only"


def test_a_loaded_boat_stays_under_rescue_by_the_text() -> None:
    answer = ask("france/doctrine", "interception.allowed", boarding="loaded")

    assert answer.headline[0].value == "rescue_only"
    assert answer.points == ("france.reach",)


def test_pushing_back_is_one_reading_and_not_the_headline() -> None:
    under = {"france.reach": "push_back"}

    assert told(ask("france/doctrine", "interception.allowed", under, boarding="loaded")) == "intercept"
    assert told(
        ask("france/doctrine", "interception.allowed", {"france.reach": "before_boarding"}, boarding="loaded")
    ) == ("rescue_only")


def test_a_partly_boarded_boat_is_not_decided() -> None:
    answer = ask("france/doctrine", "interception.allowed", boarding="partly_boarded")

    assert answer.undecided == ("france.partly_boarded",)


@pytest.mark.parametrize(("people", "points"), [(3, ("france.directive_2022",)), (4, ())])
def test_the_directive_of_2022_is_said_to_stop_at_three_people(people: int, points: tuple[str, ...]) -> None:
    answer = ask("france/before", "interception.allowed", people_aboard=people)

    assert answer.points == points


@pytest.mark.parametrize("metres", [299, 300, 301])
def test_three_hundred_metres_are_no_limit_of_the_text(metres: int) -> None:
    assert told(ask("france/doctrine", "interception.allowed", metres_from_shore=metres)) == "intercept"


@pytest.mark.parametrize(
    ("obeyed", "measures"),
    [
        (True, ["order_to_stop"]),
        (False, ["order_to_stop", "immobilise", "reroute"]),
        ("none", ["order_to_stop"]),
    ],
)
def test_the_ladder_of_measures(obeyed: Any, measures: list[str]) -> None:
    assert told(ask("france/doctrine", "interception.measures", obeyed_order_to_stop=obeyed)) == measures
    assert told(ask("france/before", "interception.measures", obeyed_order_to_stop=obeyed)) == []


def test_nets_are_not_envisaged_at_present_and_told_in_three_ways() -> None:
    answer = ask("france/doctrine", "interception.nets")

    assert answer.headline[0].value == "not_envisaged_at_present"
    assert told(answer) == ["not_envisaged_at_present", "used", "excluded"]


@pytest.mark.parametrize(
    ("boarding", "practice"),
    [("none_aboard", "as_written"), ("partly_boarded", "beyond_the_text"), ("loaded", "beyond_the_text")],
)
def test_reported_practice_is_kept_apart_from_the_text(boarding: str, practice: str) -> None:
    assert told(ask("france/doctrine", "interception.practice", boarding=boarding)) == practice
    assert told(ask("france/before", "interception.practice", boarding=boarding)) == "not_covered"


@pytest.mark.parametrize(
    ("day", "empty", "loaded"),
    [
        ("2025-11-24", "not_covered", "not_covered"),
        ("2025-11-25", "unstated", "unstated"),
        ("2026-01-16", "unstated", "unstated"),
        ("2026-01-17", "as_written", "unstated"),
        ("2026-06-30", "as_written", "unstated"),
        ("2026-07-01", "as_written", "beyond_the_text"),
    ],
)
def test_practice_is_told_from_the_day_on_which_it_is_reported(day: str, empty: str, loaded: str) -> None:
    assert told(ask(f"france@{day}", "interception.practice")) == empty
    assert told(ask(f"france@{day}", "interception.practice", boarding="loaded")) == loaded


@pytest.mark.parametrize(
    ("day", "measures"),
    [("2025-11-24", "not_covered"), ("2025-11-25", ["order_to_stop", "immobilise", "reroute"])],
)
def test_the_ladder_came_with_the_doctrine_and_is_not_told_of_an_earlier_directive(day: str, measures: Any) -> None:
    under = {"france.directive_2022": "small_crews"}

    assert told(ask(f"france@{day}", "interception.allowed", under, people_aboard=3)) == "intercept"
    assert told(ask(f"france@{day}", "interception.measures", under, people_aboard=3)) == measures


@pytest.mark.parametrize(
    ("question", "facts", "standing"),
    [
        ("interception.allowed", {}, "in_force"),
        ("interception.allowed", {"boarding": "partly_boarded"}, "disputed"),
        ("interception.allowed", {"boarding": "loaded"}, "disputed"),
        ("interception.measures", {}, "in_force"),
        ("interception.nets", {}, "disputed"),
        ("interception.practice", {}, "in_force"),
        ("interception.practice", {"boarding": "loaded"}, "disputed"),
    ],
)
def test_what_sources_tell_differently_stands_as_disputed(question: str, facts: dict[str, Any], standing: str) -> None:
    assert ask("france/doctrine", question, **facts).standing == standing
