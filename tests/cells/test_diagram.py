"""Diagrams are functions: every operation gives, point by point, what it says."""

from collections.abc import Callable
from itertools import product
from typing import TypeAlias

import pytest
from hypothesis import given, strategies as st

from asylum_rules.cells.diagram import Branch, Diagram, Forest, Leaf, TooLargeError, levels, nodes, values

WIDTHS = (2, 3, 2)
POINTS = tuple(product(*map(range, WIDTHS)))
Table: TypeAlias = tuple[int, ...]
"""The value of a function at each point."""

TABLES = st.tuples(*(st.integers(0, 2) for _ in POINTS))
TRUTHS = st.tuples(*(st.booleans() for _ in POINTS))


def made(forest: Forest, table: tuple[object, ...], level: int = 0) -> Diagram[object]:
    """Return the diagram of a table."""
    if level == len(WIDTHS):
        return forest.leaf(table[0])
    size = len(table) // WIDTHS[level]
    parts = (table[start : start + size] for start in range(0, len(table), size))
    return forest.branch(level, tuple(made(forest, part, level + 1) for part in parts))


def at(diagram: Diagram[object], point: tuple[int, ...]) -> object:
    while isinstance(diagram, Branch):
        diagram = diagram.arms[point[diagram.level]]
    return diagram.value


def table_of(diagram: Diagram[object]) -> tuple[object, ...]:
    return tuple(at(diagram, point) for point in POINTS)


def test_two_that_mean_the_same_are_the_same() -> None:
    forest = Forest(100)
    x = forest.branch(0, (forest.true, forest.false))

    assert forest.branch(0, (forest.true, forest.false)) is x
    assert forest.opposite(forest.opposite(x)) is x
    assert forest.branch(1, (x, x)) is x


def test_one_and_yes_are_different_values() -> None:
    forest = Forest(100)

    assert forest.leaf(1) is not forest.true
    assert forest.leaf(0) is not forest.false


@given(TABLES, TABLES)
def test_a_function_is_stored_once(one: Table, other: Table) -> None:
    forest = Forest(1_000)

    assert (made(forest, one) is made(forest, other)) is (one == other)


@given(TABLES)
def test_a_diagram_has_the_values_of_its_table(table: Table) -> None:
    diagram = made(Forest(1_000), table)

    assert table_of(diagram) == table
    assert sorted(values(diagram), key=str) == sorted(set(table))


@given(TABLES, TABLES)
def test_what_is_worked_out_from_two_is_so_at_every_point(one: Table, other: Table) -> None:
    forest = Forest(1_000)

    joined = forest.apply(lambda x, y: (x, y), made(forest, one), made(forest, other))

    assert table_of(joined) == tuple(zip(one, other, strict=True))


@given(TRUTHS, TABLES, TABLES)
def test_one_is_chosen_where_the_condition_holds(where: tuple[bool, ...], one: Table, other: Table) -> None:
    forest = Forest(1_000)

    chosen = forest.choose(made(forest, where), made(forest, one), made(forest, other))  # type: ignore[arg-type]  # bools

    assert table_of(chosen) == tuple(x if held else y for held, x, y in zip(where, one, other, strict=True))


OPERATIONS: dict[str, Callable[[bool, bool], bool]] = {
    "both": lambda x, y: x and y,
    "either": lambda x, y: x or y,
    "except_": lambda x, y: x and not y,
}


@pytest.mark.parametrize("name", OPERATIONS)
@given(one=TRUTHS, other=TRUTHS)
def test_yes_and_no_are_put_together_at_every_point(name: str, one: tuple[bool, ...], other: tuple[bool, ...]) -> None:
    forest = Forest(1_000)

    found = getattr(forest, name)(made(forest, one), made(forest, other))

    assert table_of(found) == tuple(OPERATIONS[name](x, y) for x, y in zip(one, other, strict=True))


@given(TRUTHS)
def test_the_opposite_holds_where_it_does_not(one: tuple[bool, ...]) -> None:
    forest = Forest(1_000)

    found = forest.opposite(made(forest, one))  # type: ignore[arg-type]  # bools

    assert table_of(found) == tuple(not x for x in one)


@given(TABLES, st.sets(st.integers(0, 2), min_size=1))
def test_of_the_arms_kept_the_first_stands_for_the_others(table: Table, kept: set[int]) -> None:
    forest = Forest(1_000)

    found = forest.kept(made(forest, table), lambda level: frozenset(kept) if level == 1 else None)

    whole = dict(zip(POINTS, table, strict=True))
    assert table_of(found) == tuple(whole[x, y if y in kept else min(kept), z] for x, y, z in POINTS)


@given(TABLES)
def test_a_function_names_the_levels_it_depends_on(table: Table) -> None:
    whole = dict(zip(POINTS, table, strict=True))

    def turns_on(level: int) -> bool:
        return any(
            whole[p] != whole[q]
            for p, q in product(POINTS, POINTS)
            if all(p[each] == q[each] for each in range(3) if each != level)
        )

    assert levels(made(Forest(1_000), table)) == {level for level in range(3) if turns_on(level)}


@given(TABLES)
def test_every_node_is_met_once_and_the_top_first(table: Table) -> None:
    diagram = made(Forest(1_000), table)
    met = list(nodes(diagram))

    assert met[0] is diagram
    assert len(met) == len({id(node) for node in met})
    assert sum(isinstance(node, Leaf) for node in met) == len(set(table))


def test_values_come_in_the_order_of_the_arms() -> None:
    forest = Forest(10)
    c, a, b = map(forest.leaf, "cab")

    assert values(forest.branch(0, (forest.branch(1, (c, a)), b))) == ("c", "a", "b")


def test_past_its_limit_a_forest_refuses_to_grow() -> None:
    forest = Forest(2)
    x = forest.branch(0, (forest.true, forest.false))
    y = forest.branch(1, (forest.true, forest.false))

    assert forest.branch(0, (forest.true, forest.false)) is x
    with pytest.raises(TooLargeError):
        forest.both(x, y)
