"""What no person's case can be."""

from typing import Any

import pytest

from asylum_rules.errors import InvalidInputError
from asylum_rules.language.cells import World
from asylum_rules.model.world import BOAT_WORLD, RESETTLED
from tests.model.handmade import boat, case


def problems(**facts: Any) -> list[str]:
    """Return what is said against a case."""
    try:
        case(**facts)
    except InvalidInputError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize("claim", ["refugee", "humanitarian_protection", "refused"])
def test_a_decided_claim_has_a_date_of_decision(claim: str) -> None:
    text = "a claim that is decided (`claim`) has a date of decision (`decided_on`)"

    assert problems(claim=claim, decided_on="none") == [text]
    assert problems(claim=claim, decided_on="2026-11-02") == []
    assert problems(claim=claim) == []


def test_an_open_claim_needs_no_date_of_decision() -> None:
    assert problems(claim="pending", decided_on="none") == []


@pytest.mark.parametrize("route", ["in_country", "france_reciprocal"])
def test_a_claim_made_here_has_a_date(route: str) -> None:
    text = "a claim made here (`route`, `claim`) has a date (`claimed_on`)"

    assert problems(route=route, claim="pending", claimed_on="none") == [text]
    assert problems(route=route, claim="none_made", claimed_on="none") == []
    assert problems(route=route, claim="pending", claimed_on="2026-04-01") == []
    assert problems(route=route, claim="pending") == []
    assert problems(route="family_reunion", claim="pending", claimed_on="none") == []


def test_a_lone_child_is_in_no_family_claim() -> None:
    text = "a child who is unaccompanied is not in a family claim (`is_child_in_family_claim`)"

    assert problems(is_child_in_family_claim=True, was_unaccompanied_child_at_claim=True) == [text]
    assert problems(is_child_in_family_claim=True, is_unaccompanied_child=True) == [text]
    assert problems(is_child_in_family_claim=True, is_unaccompanied_child=False) == []
    assert problems(is_child_in_family_claim=False, is_unaccompanied_child=True) == []


@pytest.mark.parametrize("route", RESETTLED)
def test_a_resettled_person_lodged_no_claim(route: str) -> None:
    text = "a person who is resettled (`route`) lodged no claim here (`claimed_on`)"

    assert problems(route=route, claimed_on="2026-04-01") == [text]
    assert problems(route=route, further_submissions_on="2026-04-01") == [text]
    assert problems(route=route, claimed_on="none", further_submissions_on="none") == []


@pytest.mark.parametrize("entry", ["small_boat", "concealed_in_vehicle", "other_irregular"])
def test_a_resettled_person_did_not_enter_irregularly(entry: str) -> None:
    text = "a person who is resettled (`route`) did not enter irregularly (`entry`)"

    assert problems(route="community_sponsorship", entry=entry) == [text]
    assert problems(route="in_country", entry=entry) == []
    assert problems(route="community_sponsorship", entry="resettled") == []


@pytest.mark.parametrize("young", ["children_under_1", "children_aged_1_to_3"])
def test_a_household_with_young_children_is_a_family(young: str) -> None:
    text = "a household with young children is a family with a child (`is_family_with_child`)"

    assert problems(is_family_with_child=False, **{young: 1}) == [text]
    assert problems(is_family_with_child=False, **{young: 0}) == []
    assert problems(is_family_with_child=True, **{young: 1}) == []


def test_a_household_counts_the_main_applicant() -> None:
    text = "a household counts the main applicant (`household_size`)"

    assert text in problems(household_size=0)
    assert problems(household_size=1) == []


def test_a_household_is_larger_than_its_young_children() -> None:
    text = "`household_size`: counts the main applicant as well as the young children"

    assert problems(household_size=3, children_under_1=1, children_aged_1_to_3=2) == [text]
    assert problems(household_size=4, children_under_1=1, children_aged_1_to_3=2) == []


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("claimed_on", "further_submissions_on"),
        ("claimed_on", "decided_on"),
        ("further_submissions_on", "decided_on"),
    ],
)
def test_a_claim_comes_before_what_follows_it(first: str, then: str) -> None:
    text = f"`{then}`: `2026-04-01` is before `{first}`, `2026-04-02`"

    assert problems(**{first: "2026-04-02", then: "2026-04-01"}) == [text]
    assert problems(**{first: "2026-04-02", then: "2026-04-02"}) == []


def test_a_boat_may_be_anything() -> None:
    assert World() == BOAT_WORLD
    assert boat(zone="beach", boarding="loaded", people_aboard=0).stated()["people_aboard"] == 0
