"""Functions by the fewest variables, where only some completions count."""

from collections.abc import Hashable, Iterable
from itertools import product
from typing import TypeVar

from hypothesis import given, strategies as st

from asylum_rules.cells.diagram import Diagram, Forest, Leaf, levels
from asylum_rules.cells.fewest import by_fewest, turns_on

R = TypeVar("R", bound=Hashable)
WIDTHS = (2, 3, 2)
POINTS = tuple(product(*map(range, WIDTHS)))
TABLES = st.tuples(*(st.sampled_from([0, 1, 2]) for _ in POINTS))
COUNTED = st.tuples(*(st.booleans() for _ in POINTS))


def diagram(forest: Forest, table: tuple[R, ...], level: int = 0) -> Diagram[R]:
    if level == len(WIDTHS):
        return forest.leaf(table[0])
    size = len(table) // WIDTHS[level]
    parts = (table[start : start + size] for start in range(0, len(table), size))
    return forest.branch(level, tuple(diagram(forest, part, level + 1) for part in parts))


def at(each: Diagram[R], point: tuple[int, ...]) -> R:
    while not isinstance(each, Leaf):
        each = each.arms[point[each.level]]
    return each.value


def of(point: tuple[int, ...], some: Iterable[int]) -> tuple[int, ...]:
    return tuple(point[level] for level in some)


@given(TABLES, COUNTED)
def test_the_variables_left_tell_the_value_of_all_that_counts(
    table: tuple[int, ...], counted: tuple[bool, ...]
) -> None:
    forest = Forest(1_000)

    fewest = by_fewest(forest, diagram(forest, table), diagram(forest, counted), "none")

    left = sorted(levels(fewest))
    known = [(point, value) for point, value, counts in zip(POINTS, table, counted, strict=True) if counts]
    told = {of(point, left): value for point, value in known}
    assert all(at(fewest, point) == value for point, value in known)
    assert all(at(fewest, point) == told.get(of(point, left), "none") for point in POINTS)
    for level in left:
        others = [each for each in left if each != level]
        pairs = {(of(point, others), value) for point, value in known}
        assert len(pairs) > len({point for point, _ in pairs})


@given(TABLES, COUNTED, st.sampled_from(range(len(WIDTHS))))
def test_a_variable_matters_where_two_that_differ_in_it_alone_differ(
    table: tuple[int, ...], counted: tuple[bool, ...], level: int
) -> None:
    forest = Forest(1_000)

    turns = turns_on(forest, diagram(forest, table), diagram(forest, counted), level)

    others = [each for each in range(len(WIDTHS)) if each != level]
    pairs = {(of(point, others), value) for point, value, ok in zip(POINTS, table, counted, strict=True) if ok}
    assert turns is (len(pairs) > len({point for point, _ in pairs}))


def test_of_two_variables_that_go_together_the_later_is_left_out() -> None:
    forest = Forest(1_000)
    first, second = (forest.branch(level, (forest.true, forest.false)) for level in (0, 1))
    together = forest.either(forest.both(first, second), forest.opposite(forest.either(first, second)))

    assert by_fewest(forest, second, together, None) is first
