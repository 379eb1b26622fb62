"""Every completion of a case: cut where tests cut it, and held to what the world allows."""

from collections.abc import Mapping
from datetime import date

import pytest

from asylum_rules.cells.diagram import TooLargeError, levels, values
from asylum_rules.cells.space import Space
from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    answer_is,
    any_of,
    at_least,
    holds,
    is_none,
    is_one_of,
    not_,
    on_or_after,
    read_as,
)
from asylum_rules.language.cells import Impossible, SumBelow, World, gathered
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, FirstKnown, Point, Within
from asylum_rules.language.terms import Constant, ValueOf
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import months
from asylum_rules.units.word import Word
from tests.model.handmade import SUPPORT

DAY = date(2026, 3, 2)
A, B = (Fact(name=name, kind=Kind.YES_NO, text=name) for name in ("a", "b"))
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
YOUNG = Fact(name="young", kind=Kind.COUNT, text="Young children.")
CLAIMED = Fact(name="claimed", kind=Kind.DATE, text="Claimed.", none=True)
AGAIN = Fact(name="again", kind=Kind.DATE, text="Again.", none=True)
DECIDED = Fact(name="decided", kind=Kind.DATE, text="Decided.")
LODGED = FirstKnown(name="lodged", text="Lodged.", of=(AGAIN, CLAIMED))
SHORT = Within(name="short", text="six months", day=DECIDED, start=CLAIMED, span=months(6))
LONG = Within(name="long", text="a year", day=DECIDED, start=CLAIMED, span=months(12))
SINCE_LATEST = Within(name="since_latest", text="a year", day=DECIDED, start=LODGED, span=months(12))
CLOCK = Point(name="clock", text="From when?", codes=("grant", "arrival"))
ANYTHING = World()
NOTHING: Mapping[str, Value] = {}


def space(
    *conditions: Condition, known: Mapping[str, Value] = NOTHING, world: World = ANYTHING, limit: int = 1_000
) -> Space:
    return Space(known, world, [gathered(conditions)], limit)


def ever(condition: Condition, *also: Condition, known: Mapping[str, Value] = NOTHING, world: World = ANYTHING) -> bool:
    """Return whether a condition holds in some completion that the world allows."""
    made = space(condition, *also, known=known, world=world)
    where = made.where(condition, made.passing)
    return made.forest.both(where, made.possible()) is not made.forest.false


def always(
    condition: Condition, *also: Condition, known: Mapping[str, Value] = NOTHING, world: World = ANYTHING
) -> bool:
    return not ever(not_(condition), *also, known=known, world=world)


def test_facts_come_before_windows_and_windows_before_points() -> None:
    condition = all_of(read_as(CLOCK, "grant"), holds(SHORT), holds(A))
    made = space(condition)
    made.where(condition, made.passing)

    assert [made.variable(level) for level in sorted(made.cells)] == [CLAIMED, A, SHORT, CLOCK]


def test_a_known_fact_is_no_variable_and_was_read() -> None:
    made = space(holds(A), known={"a": True, "b": True})

    assert made.where(holds(A), made.passing) is made.forest.true
    assert made.cells == {}
    assert made.read == {"a"}


def test_what_is_settled_is_read_no_further() -> None:
    made = space(known={"a": True, "b": True})

    assert made.where(any_of(holds(A), holds(B)), made.passing) is made.forest.true
    assert made.where(all_of(not_(holds(A)), holds(B)), made.passing) is made.forest.false
    assert made.read == {"a"}


def test_nothing_more_is_asked_of_always_and_never() -> None:
    made = space()

    assert made.where(ALWAYS, made.passing) is made.forest.true
    assert made.where(any_of(), made.passing) is made.forest.false


def test_a_derived_fact_is_the_first_that_is_given() -> None:
    assert always(on_or_after(LODGED, DAY), known={"again": DAY})
    assert not ever(on_or_after(LODGED, DAY), known={"again": Word.NONE, "claimed": date(2026, 3, 1)})
    assert ever(is_none(LODGED))
    assert not ever(is_none(LODGED), known={"claimed": DAY})


def test_an_answer_is_no_part_of_a_case() -> None:
    made = space()

    with pytest.raises(TypeError, match=r"an answer \(support\) is no part of a case"):
        made.where(answer_is(SUPPORT, "duty"), made.passing)


def test_past_its_limit_a_space_refuses_to_grow() -> None:
    condition = all_of(holds(A), holds(B))
    made = space(condition, limit=2)

    with pytest.raises(TooLargeError):
        made.where(condition, made.passing)


@pytest.mark.parametrize(
    ("known", "some", "every"),
    [
        ({"claimed": date(2026, 1, 1), "decided": date(2026, 7, 1)}, True, True),
        ({"claimed": date(2026, 1, 1), "decided": date(2026, 7, 2)}, False, False),
        ({"claimed": Word.NONE}, False, False),
        ({"decided": date(2026, 7, 1)}, True, False),
        ({"claimed": date(2026, 1, 1)}, True, False),
        ({}, True, False),
    ],
)
def test_a_window_is_settled_where_its_days_are(known: Mapping[str, Value], *, some: bool, every: bool) -> None:
    assert ever(holds(SHORT), known=known) is some
    assert always(holds(SHORT), known=known) is every


def test_a_window_is_settled_by_cells_that_lie_far_enough_apart() -> None:
    early, late = not_(on_or_after(DECIDED, DAY)), on_or_after(CLAIMED, DAY)

    assert not ever(all_of(late, early, not_(holds(SHORT))))
    assert not ever(all_of(not_(late), not_(is_none(CLAIMED)), on_or_after(DECIDED, date(2026, 9, 2)), holds(SHORT)))
    assert ever(all_of(not_(late), not_(is_none(CLAIMED)), on_or_after(DECIDED, date(2026, 9, 1)), holds(SHORT)))


def test_a_window_counts_from_the_first_start_that_is_given() -> None:
    known = {"again": date(2026, 1, 1), "claimed": date(2020, 1, 1), "decided": date(2026, 3, 1)}

    assert always(holds(SINCE_LATEST), known=known)
    assert not ever(holds(SINCE_LATEST), known={**known, "again": Word.NONE})


def test_what_is_within_six_months_is_within_twelve() -> None:
    assert not ever(all_of(holds(SHORT), not_(holds(LONG))))
    assert ever(all_of(not_(holds(SHORT)), holds(LONG)))


def test_the_order_of_dates_is_kept() -> None:
    world = World(orders=((CLAIMED, DECIDED),))
    wrong = all_of(on_or_after(CLAIMED, DAY), not_(on_or_after(DECIDED, DAY)))

    assert ever(wrong)
    assert not ever(wrong, world=world)
    assert not ever(on_or_after(CLAIMED, DAY), known={"decided": date(2026, 3, 1)}, world=world)
    assert not ever(not_(on_or_after(DECIDED, DAY)), known={"claimed": DAY}, world=world)


def test_counts_stay_below_their_sum() -> None:
    world = World(sums=(SumBelow("fewer", (YOUNG,), AGE),))

    assert not ever(all_of(at_least(YOUNG, 3), not_(at_least(AGE, 4))), world=world)
    assert ever(all_of(at_least(YOUNG, 3), at_least(AGE, 4)), world=world)
    assert not ever(at_least(YOUNG, 3), known={"age": 3}, world=world)


def test_what_is_impossible_is_ruled_out() -> None:
    world = World(impossible=(Impossible("never both", all_of(holds(A), holds(B))),))

    assert not ever(all_of(holds(A), holds(B)), world=world)
    assert not ever(holds(A), known={"b": True}, world=world)
    assert ever(holds(A), world=world)


def test_what_the_world_rules_out_follows_the_variables_as_they_are_met() -> None:
    world = World(impossible=(Impossible("never", is_one_of(AGE, 7)),))
    made = space(holds(A), is_one_of(AGE, 7), world=world)

    made.where(holds(A), made.passing)
    before = made.possible()
    made.where(is_one_of(AGE, 7), made.passing)

    assert before is made.forest.true
    assert levels(made.possible()) == {1}
    assert made.possible() is made.possible()


def test_a_value_is_read_where_it_is_known_and_named_where_it_is_not() -> None:
    assert values(space().value(AGE)) == (ValueOf(AGE),)
    assert values(space(known={"age": 5}).value(AGE)) == (Constant(Exactly(5)),)
    assert values(space(known={"claimed": Word.NONE}).value(CLAIMED)) == (Constant(Word.NONE),)
    assert values(space().value(CLAIMED)) == (ValueOf(CLAIMED), Constant(Word.NONE))


def test_the_value_of_a_derived_fact_is_that_of_the_first_given() -> None:
    assert values(space(known={"again": DAY}).value(LODGED)) == (Constant(Exactly(DAY)),)
    assert values(space(known={"again": Word.NONE, "claimed": DAY}).value(LODGED)) == (Constant(Exactly(DAY)),)
    assert values(space().value(LODGED)) == (ValueOf(AGAIN), ValueOf(CLAIMED), Constant(Word.NONE))
