"""Kleene's three values: what is unknown stays unknown until something settles the matter."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given, strategies as st

from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    any_of,
    at_least,
    before,
    holds,
    is_given,
    is_none,
    is_one_of,
    more_than,
    not_,
    on_or_after,
    on_or_before,
)
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Compare, Condition, Order
from asylum_rules.language.subjects import Fact, FirstKnown, Subject
from asylum_rules.language.truth import derive, truth
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import pounds
from asylum_rules.units.word import Word

DAY = date(2026, 3, 2)
A, B, C = (Fact(name=name, kind=Kind.YES_NO, text=name) for name in ("a", "b", "c"))
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
ASSETS = Fact(name="assets", kind=Kind.MONEY, text="Assets.")
CLAIMED = Fact(name="claimed", kind=Kind.DATE, text="Claimed.", none=True)
AGAIN = Fact(name="again", kind=Kind.DATE, text="Claimed again.", none=True)
LODGED = FirstKnown(name="lodged", text="Lodged.", of=(AGAIN, CLAIMED))
APPLIED = Fact(name="applied", kind=Kind.MOMENT, text="Applied.")
ENGLISH = Fact(name="english", kind=Kind.CODE, text="English.", codes=("none", "a1", "b2", "c1"), ordered=True)


def reading(**values: Value) -> Callable[[Subject], Value | None]:
    """Return what reads these values, and knows no others."""
    return lambda subject: values.get(subject.name)


def in_case(condition: Condition, values: Mapping[str, Value]) -> bool | None:
    return truth(condition, reading(**values))


YES: Condition = ALWAYS
NO: Condition = any_of()
OPEN: Condition = holds(A)


@pytest.mark.parametrize(
    ("parts", "every", "some"),
    [
        ((), True, False),
        ((YES,), True, True),
        ((NO,), False, False),
        ((OPEN,), None, None),
        ((YES, YES), True, True),
        ((YES, NO), False, True),
        ((NO, NO), False, False),
        ((YES, OPEN), None, True),
        ((OPEN, YES), None, True),
        ((NO, OPEN), False, None),
        ((OPEN, NO), False, None),
        ((OPEN, OPEN), None, None),
        ((OPEN, YES, NO), False, True),
    ],
)
def test_one_part_may_settle_what_another_leaves_open(
    parts: tuple[Condition, ...], *, every: bool | None, some: bool | None
) -> None:
    assert truth(all_of(*parts), reading()) is every
    assert truth(any_of(*parts), reading()) is some


@pytest.mark.parametrize(("part", "held"), [(YES, False), (NO, True), (OPEN, None)])
def test_not_turns_what_is_known(part: Condition, *, held: bool | None) -> None:
    assert truth(not_(part), reading()) is held


def test_parts_after_the_settling_one_are_not_read() -> None:
    met: list[str] = []

    def read(subject: Subject) -> Value | None:
        met.append(subject.name)
        return False

    assert truth(all_of(holds(B), holds(C)), read) is False
    assert met == ["b"]


@pytest.mark.parametrize(
    ("claimed", "is_before", "on_or_earlier", "on_or_later"),
    [
        (date(2026, 3, 1), True, True, False),
        (date(2026, 3, 2), False, True, True),
        (date(2026, 3, 3), False, False, True),
        (Word.NONE, False, False, False),
    ],
)
def test_a_day_decides(claimed: Value, *, is_before: bool, on_or_earlier: bool, on_or_later: bool) -> None:
    assert truth(before(CLAIMED, DAY), reading(claimed=claimed)) is is_before
    assert truth(on_or_before(CLAIMED, DAY), reading(claimed=claimed)) is on_or_earlier
    assert truth(on_or_after(CLAIMED, DAY), reading(claimed=claimed)) is on_or_later


@pytest.mark.parametrize(("age", "adult", "over"), [(17, False, False), (18, True, False), (19, True, True)])
def test_a_count_decides(age: int, *, adult: bool, over: bool) -> None:
    assert truth(at_least(AGE, 18), reading(age=age)) is adult
    assert truth(more_than(AGE, 18), reading(age=age)) is over


@pytest.mark.parametrize(("assets", "held"), [("999.99", False), ("1000.00", True), ("1000.01", True)])
def test_a_penny_decides(assets: str, *, held: bool) -> None:
    assert truth(at_least(ASSETS, pounds("1000")), reading(assets=pounds(assets))) is held


@pytest.mark.parametrize(("at", "held"), [("14:59", True), ("15:00", False), ("15:01", False)])
def test_a_minute_decides(at: str, *, held: bool) -> None:
    condition = Compare(APPLIED, Order.LESS, Moment.parse("2025-09-04T15:00"))

    assert truth(condition, reading(applied=Moment.parse(f"2025-09-04T{at}"))) is held


@pytest.mark.parametrize(("level", "held"), [("none", False), ("a1", False), ("b2", True), ("c1", True)])
def test_an_ordered_code_decides_by_its_place(level: str, *, held: bool) -> None:
    assert truth(at_least(ENGLISH, "b2"), reading(english=level)) is held


def test_a_fact_is_one_of_some_values() -> None:
    assert truth(is_one_of(AGE, 17, 18), reading(age=18)) is True
    assert truth(is_one_of(AGE, 17, 18), reading(age=19)) is False
    assert truth(is_one_of(AGE, 17, 18), reading()) is None


def test_absence_is_known() -> None:
    assert truth(is_none(CLAIMED), reading(claimed=Word.NONE)) is True
    assert truth(is_given(CLAIMED), reading(claimed=Word.NONE)) is False
    assert truth(is_given(CLAIMED), reading(claimed=DAY)) is True
    assert truth(is_given(CLAIMED), reading()) is None


@pytest.mark.parametrize(
    ("values", "first"),
    [
        ({"again": DAY, "claimed": date(2025, 1, 1)}, DAY),
        ({"again": DAY}, DAY),
        ({"again": Word.NONE, "claimed": DAY}, DAY),
        ({"again": Word.NONE, "claimed": Word.NONE}, Word.NONE),
        ({"again": Word.NONE}, None),
        ({"claimed": DAY}, None),
        ({}, None),
    ],
)
def test_a_derived_fact_is_unknown_as_soon_as_an_earlier_one_is(values: dict[str, Value], first: Value | None) -> None:
    assert derive(LODGED, reading(**values)) == first


FACTS = {"a": (True, False), "b": (True, False), "c": (True, False), "age": (0, 17, 18, 19)}
TESTS = st.sampled_from([holds(A), holds(B), holds(C), at_least(AGE, 18), more_than(AGE, 18), is_one_of(AGE, 0, 18)])
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    TESTS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: all_of(*parts))
        | st.lists(inner, max_size=3).map(lambda parts: any_of(*parts))
        | inner.map(not_)
    ),
    max_leaves=8,
)
WHOLE = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in FACTS.items()})
HIDDEN = st.sets(st.sampled_from(sorted(FACTS)))


@given(CONDITIONS, WHOLE, HIDDEN)
def test_completing_an_unknown_never_flips_what_is_settled(
    condition: Condition, whole: dict[str, Value], hidden: set[str]
) -> None:
    partly = in_case(condition, {name: value for name, value in whole.items() if name not in hidden})

    assert partly is None or partly is in_case(condition, whole)


@given(CONDITIONS, WHOLE)
def test_a_case_that_states_everything_leaves_nothing_open(condition: Condition, whole: dict[str, Value]) -> None:
    assert in_case(condition, whole) is not None


@given(CONDITIONS, CONDITIONS, WHOLE, HIDDEN)
def test_de_morgan_holds_of_three_values(
    one: Condition, other: Condition, whole: dict[str, Value], hidden: set[str]
) -> None:
    values = {name: value for name, value in whole.items() if name not in hidden}

    assert in_case(not_(all_of(one, other)), values) is in_case(any_of(not_(one), not_(other)), values)
    assert in_case(not_(any_of(one, other)), values) is in_case(all_of(not_(one), not_(other)), values)
    assert in_case(not_(not_(one)), values) is in_case(one, values)


@given(st.lists(CONDITIONS, max_size=4), st.permutations(range(4)), WHOLE, HIDDEN)
def test_the_order_of_parts_never_matters(
    parts: list[Condition], order: list[int], whole: dict[str, Value], hidden: set[str]
) -> None:
    values = {name: value for name, value in whole.items() if name not in hidden}
    swapped = [parts[place] for place in order if place < len(parts)]

    assert in_case(all_of(*parts), values) is in_case(all_of(*swapped), values)
    assert in_case(any_of(*parts), values) is in_case(any_of(*swapped), values)
