"""Whether some case satisfies a condition."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, strategies as st

from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    answer_is,
    any_of,
    at_least,
    before,
    holds,
    is_none,
    is_one_of,
    not_,
    on_or_after,
    read_as,
)
from asylum_rules.language.cells import Impossible, World
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition
from asylum_rules.language.solve import Reader, witness
from asylum_rules.language.subjects import Fact, FirstKnown, Point, Question
from asylum_rules.language.truth import truth
from asylum_rules.units.word import Word

DAY = date(2026, 3, 2)
A, B, C = (Fact(name=name, kind=Kind.YES_NO, text=name) for name in ("a", "b", "c"))
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
CLAIMED = Fact(name="claimed", kind=Kind.DATE, text="Claimed.", none=True)
AGAIN = Fact(name="again", kind=Kind.DATE, text="Again.", none=True)
DECIDED = Fact(name="decided", kind=Kind.DATE, text="Decided.")
LODGED = FirstKnown(name="lodged", text="Lodged.", of=(AGAIN, CLAIMED))
CLOCK = Point(name="clock", text="From when?", codes=("grant", "arrival"))
SUPPORT = Question(name="support", text="Support", kind=Kind.CODE, codes=("duty", "power"))
ANYTHING = World()


def test_what_always_holds_needs_no_value() -> None:
    assert witness(ALWAYS, ANYTHING) == {}


def test_what_never_holds_has_no_case() -> None:
    assert witness(any_of(), ANYTHING) is None


def test_a_case_is_found_at_the_threshold() -> None:
    assert witness(at_least(AGE, 18), ANYTHING) == {"age": 18}


def test_a_fact_is_not_both_one_thing_and_another() -> None:
    assert witness(all_of(at_least(AGE, 18), not_(at_least(AGE, 18))), ANYTHING) is None


def test_a_point_is_read_like_a_fact() -> None:
    assert witness(read_as(CLOCK, "arrival"), ANYTHING) == {"clock": "arrival"}


def test_a_derived_fact_is_solved_through_its_facts() -> None:
    assert witness(all_of(on_or_after(LODGED, DAY), is_none(AGAIN)), ANYTHING) == {
        "again": Word.NONE,
        "claimed": DAY,
    }


def test_the_order_of_dates_is_kept() -> None:
    world = World(orders=((CLAIMED, DECIDED),))

    assert witness(all_of(on_or_after(CLAIMED, DAY), before(DECIDED, DAY)), world) is None


def test_what_is_impossible_is_passed_over() -> None:
    world = World(impossible=(Impossible("never both", all_of(holds(A), holds(B))),))

    assert witness(all_of(holds(A), holds(B)), world) is None
    assert witness(all_of(holds(A), not_(holds(B))), world) == {"a": True, "b": False}


def test_other_conditions_keep_their_cells_apart() -> None:
    assert witness(is_one_of(AGE, 5, 70), ANYTHING, [at_least(AGE, 65)]) == {"age": 5}


def test_an_answer_has_to_be_expanded_first() -> None:
    with pytest.raises(TypeError) as caught:
        witness(answer_is(SUPPORT, "duty"), ANYTHING)

    assert str(caught.value) == "an answer (support) is no part of a condition to solve; expand it first"


def test_the_first_unknown_is_remembered() -> None:
    read = Reader({"a": True})

    held = truth(all_of(holds(A), holds(B), holds(C)), read)

    assert held is None
    assert read.missing == B


TESTS = st.sampled_from([holds(A), holds(B), holds(C), at_least(AGE, 2), is_one_of(AGE, 0, 3)])
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    TESTS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: all_of(*parts))
        | st.lists(inner, max_size=3).map(lambda parts: any_of(*parts))
        | inner.map(not_)
    ),
    max_leaves=8,
)
CASES = [
    {"a": a, "b": b, "c": c, "age": age}
    for a, b, c, age in product((True, False), (True, False), (True, False), range(5))
]
NEVER_BOTH = World(impossible=(Impossible("never both", all_of(holds(A), holds(B))),))


@given(CONDITIONS)
def test_a_case_is_found_exactly_where_there_is_one(condition: Condition) -> None:
    allowed = [case for case in CASES if not (case["a"] and case["b"])]
    some = any(truth(condition, lambda subject, case=case: case[subject.name]) for case in allowed)  # type: ignore[misc]  # bound now

    found = witness(condition, NEVER_BOTH)

    assert (found is not None) is some
    if found is not None:
        assert truth(condition, lambda subject: found.get(subject.name)) is True
        assert not (found.get("a") and found.get("b"))
