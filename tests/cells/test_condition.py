"""A region of cases as a condition: exact, short, and with no test to spare, against every combination of cells."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import reduce as fold
from itertools import product

import pytest
from hypothesis import given, strategies as st

from asylum_rules.cells import condition as module
from asylum_rules.cells.condition import condition_of, in_cell
from asylum_rules.cells.diagram import Diagram
from asylum_rules.cells.space import Space
from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    any_of,
    at_least,
    holds,
    is_given,
    is_no,
    is_none,
    is_one_of,
    not_,
    on_or_after,
    read_as,
)
from asylum_rules.language.cells import Cell, Impossible, World, gathered, just
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order
from asylum_rules.language.subjects import Fact, FirstKnown, Point
from asylum_rules.language.truth import reader, truth
from asylum_rules.units.word import Word

A, B, C, D = (Fact(name=name, kind=Kind.YES_NO, text=name) for name in ("a", "b", "c", "d"))
COLOUR = Fact(name="colour", kind=Kind.CODE, text="Colour.", codes=("red", "amber", "green", "blue", "white"))
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
SIZE = Fact(name="size", kind=Kind.COUNT, text="Size.", none=True)
CLAIMED, AGAIN = (Fact(name=name, kind=Kind.DATE, text=name, none=True) for name in ("claimed_on", "again_on"))
LODGED = FirstKnown(name="lodged_on", text="Lodged.", of=(AGAIN, CLAIMED))
CLOCK = Point(name="clock", text="From when?", codes=("grant", "arrival", "claim"), headline="arrival")
DAY = date(2026, 3, 2)
ANYWHERE = World()


def made(cuts: Condition, world: World = ANYWHERE) -> tuple[Space, Diagram[bool]]:
    """Return a space cut by a condition, and where that condition holds."""
    space = Space({}, world, [gathered([cuts])], 10_000)
    return space, space.where(cuts, space.passing)


def said(when: Condition, world: World = ANYWHERE) -> Condition:
    """Return the condition of the cases that another condition is about."""
    space, where = made(when, world)
    found = condition_of(space, space.forest.both(where, space.possible()), space.possible())
    assert found is not None
    return found


def every_case(space: Space) -> Iterator[tuple[dict[int, int], Mapping[str, Value]]]:
    """Yield each combination of cells, with one value of each."""
    levels = sorted(space.cells)
    for places in product(*(range(len(space.cells[level])) for level in levels)):
        chosen = dict(zip(levels, places, strict=True))
        cells = [space.cells[level][place] for level, place in chosen.items()]
        yield chosen, {cell.subject.name: cell.sample for cell in cells}


def at(diagram: Diagram[bool], chosen: Mapping[int, int]) -> bool:
    while not hasattr(diagram, "value"):
        diagram = diagram.arms[chosen[diagram.level]]
    return diagram.value


def is_exact(space: Space, condition: Condition, region: Diagram[bool], among: Diagram[bool]) -> bool:
    """Return whether, of the cases among which it is said, a condition holds of those of a region alone."""
    return all(
        truth(condition, reader(values)) is at(region, chosen)
        for chosen, values in every_case(space)
        if at(among, chosen)
    )


def one_test_fewer(condition: Condition) -> Iterator[Condition]:
    """Yield a condition with each of its tests left out in turn."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for place, part in enumerate(parts):
                before, after = parts[:place], parts[place + 1 :]
                yield from (type(condition)((*before, fewer, *after)) for fewer in one_test_fewer(part))
                if not isinstance(part, AllOf | AnyOf):
                    yield type(condition)((*before, *after))
        case Compare() | OneOf() | Not():
            yield ALWAYS


def no_test_is_spare(space: Space, condition: Condition, region: Diagram[bool], among: Diagram[bool]) -> bool:
    return not any(is_exact(space, fewer, region, among) for fewer in one_test_fewer(condition))


# The property

CUTS = all_of(
    holds(A),
    at_least(SIZE, 18),
    at_least(SIZE, 65),
    is_one_of(COLOUR, "red"),
    is_one_of(COLOUR, "amber"),
    read_as(CLOCK, "grant"),
)
WIDTHS = (2, 4, 3, 2)
POINTS = tuple(product(*map(range, WIDTHS)))
SETS = st.sets(st.sampled_from(POINTS))


def four() -> Space:
    """Return a space of a yes/no fact, a count that may be absent, a code and a point."""
    space, _ = made(CUTS)
    for subject in (A, SIZE, COLOUR, CLOCK):
        space.place(subject)
    return space


def of_points(space: Space, points: Iterable[tuple[int, ...]]) -> Diagram[bool]:
    forest, levels = space.forest, sorted(space.cells)
    assert tuple(len(space.cells[level]) for level in levels) == WIDTHS

    def one(point: tuple[int, ...]) -> Diagram[bool]:
        held = forest.true
        for level, place in reversed([*zip(levels, point, strict=True)]):
            arms = tuple(held if place == each else forest.false for each in range(len(space.cells[level])))
            held = forest.branch(level, arms)
        return held

    return fold(forest.either, map(one, sorted(points)), forest.false)


@given(SETS, SETS)
def test_a_condition_is_exact_among_its_cases_and_has_no_test_to_spare(
    inside: set[tuple[int, ...]], outside: set[tuple[int, ...]]
) -> None:
    space = four()
    region, among = of_points(space, inside), of_points(space, inside | outside)

    found = condition_of(space, region, among)

    assert found is not None
    assert is_exact(space, found, region, among)
    assert no_test_is_spare(space, found, region, among)


LODGED_ONCE = World(orders=((CLAIMED, AGAIN),))
LATER = date(2026, 9, 28)
TESTS = st.sampled_from(
    [
        holds(A),
        is_one_of(COLOUR, "red", "amber"),
        is_given(LODGED),
        on_or_after(LODGED, DAY),
        on_or_after(LODGED, LATER),
        on_or_after(CLAIMED, DAY),
        is_none(AGAIN),
    ]
)
CONDITIONS = st.recursive(
    TESTS, lambda parts: st.lists(parts, min_size=2, max_size=3).map(lambda some: all_of(*some)) | parts.map(not_)
)


@given(CONDITIONS, CONDITIONS)
def test_a_condition_on_a_derived_fact_is_exact_and_has_no_test_to_spare(when: Condition, among: Condition) -> None:
    space, region = made(any_of(when, among), LODGED_ONCE)
    region, others = (space.where(each, space.passing) for each in (when, among))
    cases = space.forest.both(space.possible(), others)

    found = condition_of(space, region, cases)

    assert found is not None
    assert is_exact(space, found, region, cases)
    assert no_test_is_spare(space, found, region, cases)


# What it looks like


@pytest.mark.parametrize(
    "when",
    [
        ALWAYS,
        any_of(),
        holds(A),
        is_no(A),
        read_as(CLOCK, "claim"),
        is_one_of(COLOUR, "red", "white"),
        not_(is_one_of(COLOUR, "red")),
        Compare(AGE, Order.AT_MOST, 17),
        all_of(at_least(AGE, 18), Compare(AGE, Order.AT_MOST, 64)),
        any_of(Compare(AGE, Order.AT_MOST, 17), at_least(AGE, 65)),
        is_one_of(SIZE, 9),
        is_none(SIZE),
        on_or_after(LODGED, DAY),
        is_none(LODGED),
        is_given(LODGED),
        all_of(holds(A), any_of(is_no(B), holds(C))),
    ],
)
def test_a_condition_that_is_as_short_as_it_can_be_stays_as_it_is(when: Condition) -> None:
    assert said(when, LODGED_ONCE) == when


def test_what_several_ways_share_is_said_once() -> None:
    assert said(any_of(all_of(holds(A), holds(B)), all_of(holds(A), holds(C)))) == all_of(
        holds(A), any_of(holds(B), holds(C))
    )


def test_what_a_count_cannot_be_is_not_said() -> None:
    assert said(not_(at_least(AGE, 18))) == Compare(AGE, Order.AT_MOST, 17)


def test_a_way_names_no_code_that_another_way_names_for_all_its_cases() -> None:
    when = any_of(is_one_of(COLOUR, "red", "amber"), all_of(is_one_of(COLOUR, "red", "amber", "green"), holds(A)))

    assert said(when) == any_of(is_one_of(COLOUR, "red", "amber"), all_of(is_one_of(COLOUR, "green"), holds(A)))


def test_of_many_codes_those_are_named_that_are_not_meant() -> None:
    assert said(is_one_of(COLOUR, "red", "amber", "green", "blue")) == not_(is_one_of(COLOUR, "white"))


def test_what_keeps_a_case_out_is_said_where_that_is_shorter() -> None:
    when = any_of(*(all_of(holds(one), holds(other)) for one in (A, B) for other in (C, D)))

    assert said(when) == all_of(any_of(holds(A), holds(B)), any_of(holds(C), holds(D)))


def test_a_derived_fact_stands_for_the_facts_it_is_taken_from_in_each_way() -> None:
    when = any_of(all_of(on_or_after(LODGED, DAY), holds(A)), all_of(is_none(LODGED), is_no(A)))

    assert said(when, LODGED_ONCE) == when


def test_a_fact_of_which_a_derived_one_says_too_much_is_said_itself() -> None:
    assert said(all_of(is_given(AGAIN), is_given(LODGED))) == is_given(AGAIN)
    assert said(any_of(on_or_after(LODGED, DAY), on_or_after(CLAIMED, DAY)), LODGED_ONCE) == on_or_after(LODGED, DAY)


def test_what_the_world_rules_out_is_not_said() -> None:
    world = World(impossible=(Impossible("never a without b", all_of(holds(A), is_no(B))),))

    assert said(all_of(holds(A), holds(B)), world) == holds(A)


def test_a_condition_is_said_of_the_cases_among_which_it_is() -> None:
    space, where = made(all_of(holds(A), any_of(is_no(A), holds(B))))
    among = space.where(holds(A), space.passing)

    assert condition_of(space, where, among) == holds(B)


def test_there_is_no_condition_where_the_search_would_take_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    space, where = made(any_of(all_of(holds(A), holds(B)), all_of(is_no(A), holds(C))))
    monkeypatch.setattr(module, "MOST", 1)

    assert condition_of(space, where, space.possible()) is None


def test_a_second_search_in_the_same_space_says_the_same() -> None:
    space, where = made(any_of(on_or_after(LODGED, DAY), holds(A)), LODGED_ONCE)

    first, second = (condition_of(space, where, space.possible()) for _ in range(2))

    assert first == second == any_of(on_or_after(LODGED, DAY), holds(A))


@pytest.mark.parametrize(
    ("cell", "when"),
    [
        (just(A, value=True), holds(A)),
        (Cell(COLOUR, codes=("red", "blue")), is_one_of(COLOUR, "red", "blue")),
        (Cell(SIZE, codes=(Word.NONE,)), is_none(SIZE)),
        (Cell(AGE, least=18, most=18), is_one_of(AGE, 18)),
        (Cell(AGE, least=18, most=64), all_of(at_least(AGE, 18), Compare(AGE, Order.AT_MOST, 64))),
        (Cell(AGE, least=65), at_least(AGE, 65)),
        (Cell(CLAIMED, most=DAY), Compare(CLAIMED, Order.AT_MOST, DAY)),
        (Cell(CLAIMED), is_given(CLAIMED)),
    ],
)
def test_a_cell_is_where_its_condition_holds(cell: Cell, when: Condition) -> None:
    assert in_cell(cell) == when
