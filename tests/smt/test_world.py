"""No case is looked at that a profile would refuse."""

from datetime import date
from typing import Any

import pytest

from asylum_rules import CaseProfile, InvalidInputError
from asylum_rules.language.build import holds, is_one_of
from asylum_rules.language.cells import Impossible, SumBelow, World
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import OneOf
from asylum_rules.language.subjects import Fact, Within
from asylum_rules.model.person import (
    as_of,
    children_aged_1_to_3,
    children_under_1,
    claim,
    claimed_on,
    decided_on,
    entry,
    household_size,
    is_destitute,
    is_family_with_child,
    route,
)
from asylum_rules.model.world import PERSON_WORLD
from asylum_rules.smt.condition import truth
from asylum_rules.smt.logic import Model, all_of, solve
from asylum_rules.smt.variables import Variables
from asylum_rules.smt.world import allows, tied
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

FACTS = {fact.name: fact for fact in CaseProfile.facts}


def can_be(world: World = PERSON_WORLD, facts: dict[str, Fact] = FACTS, **values: Any) -> bool:
    """Return whether some case has these values."""
    read = Variables({})
    mine = [facts[name] for name in values]
    connected = tied(world, mine)
    ranges = all_of(map(read.in_range, connected.values()))
    is_so = all_of(truth(OneOf(fact, (values[fact.name],)), read) for fact in mine)
    return isinstance(solve(ranges & allows(world, connected, read) & is_so, 10_000), Model)


EARLY, LATE = date(2026, 1, 1), date(2026, 1, 2)


@pytest.mark.parametrize(
    "values",
    [
        {"claimed_on": LATE, "decided_on": EARLY},
        {"claimed_on": LATE, "further_submissions_on": EARLY},
        {"claim": "refugee", "decided_on": "none"},
        {"route": "in_country", "claim": "pending", "claimed_on": "none"},
        {"is_child_in_family_claim": True, "was_unaccompanied_child_at_claim": True},
        {"route": "community_sponsorship", "claimed_on": EARLY},
        {"route": "community_sponsorship", "entry": "small_boat"},
        {"is_family_with_child": False, "children_under_1": 1},
        {"household_size": 0},
        {"household_size": 3, "children_under_1": 1, "children_aged_1_to_3": 2},
    ],
)
def test_what_a_profile_refuses_cannot_be(values: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        CaseProfile(**values)
    typed: dict[str, Any] = {name: Word.NONE if value == "none" else value for name, value in values.items()}

    assert not can_be(**typed)


@pytest.mark.parametrize(
    "values",
    [
        {"claimed_on": EARLY, "decided_on": EARLY},
        {"claimed_on": Word.NONE, "decided_on": EARLY},
        {"claim": "pending", "decided_on": Word.NONE},
        {"route": "family_reunion", "claim": "pending", "claimed_on": Word.NONE},
        {"route": "community_sponsorship", "entry": "visa"},
        {"household_size": 4, "children_under_1": 1, "children_aged_1_to_3": 2},
        {"children_under_1": 5},
        {"is_destitute": True},
    ],
)
def test_what_a_profile_takes_can_be(values: dict[str, Any]) -> None:
    assert can_be(**values)


def test_facts_are_tied_one_through_another() -> None:
    claim_facts = {"claim", "claimed_on", "decided_on", "further_submissions_on", "route", "entry"}

    assert set(tied(PERSON_WORLD, [entry])) == claim_facts
    assert set(tied(PERSON_WORLD, [is_destitute])) == {"is_destitute"}
    assert set(tied(PERSON_WORLD, [children_under_1])) == {
        fact.name for fact in (children_under_1, children_aged_1_to_3, household_size, is_family_with_child)
    }
    assert set(tied(PERSON_WORLD, [claim, claimed_on, decided_on, route])) == claim_facts


def test_counts_that_are_absent_count_for_nothing() -> None:
    part = Fact(name="part", kind=Kind.COUNT, text="Part.", none=True)
    whole = Fact(name="whole", kind=Kind.COUNT, text="Whole.", none=True)
    facts = {"part": part, "whole": whole}
    world = World(sums=(SumBelow("below", (part,), whole),))

    assert [can_be(world, facts, part=1, whole=size) for size in (1, 2)] == [False, True]
    assert [can_be(world, facts, part=Word.NONE, whole=size) for size in (0, 1)] == [False, True]
    assert can_be(world, facts, part=9, whole=Word.NONE)


def test_a_derived_fact_ties_what_it_rests_on() -> None:
    soon = Within(name="soon", text="soon", day=as_of, start=claimed_on, span=Span(days=14))
    world = World(
        impossible=(Impossible("never soon", holds(soon)), Impossible("never", is_one_of(route, "in_country")))
    )
    facts = {"as_of": as_of, "claimed_on": claimed_on}

    assert set(tied(world, [as_of])) == {"as_of", "claimed_on"}
    assert [can_be(world, facts, claimed_on=EARLY, as_of=date(2026, 1, day)) for day in (15, 16)] == [False, True]
