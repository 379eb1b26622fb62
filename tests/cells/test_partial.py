"""What a function over the completions of a case turns on, and by the fewest variables."""

from itertools import product

from hypothesis import given, strategies as st

from asylum_rules.cells.diagram import Diagram, Leaf, levels
from asylum_rules.cells.partial import NOWHERE, Partial, Somewhere, partial
from asylum_rules.cells.space import Space
from asylum_rules.language.build import all_of, any_of, at_least, holds, is_none, is_one_of, not_, read_as
from asylum_rules.language.cells import Cell, Impossible, World, gathered
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, Point
from asylum_rules.units.word import Word

A, B = (Fact(name=name, kind=Kind.YES_NO, text=name) for name in ("a", "b"))
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
SIZE = Fact(name="size", kind=Kind.COUNT, text="Size.", none=True)
CLOCK = Point(name="clock", text="From when?", codes=("grant", "arrival", "claim"), headline="arrival")
OPEN = Point(name="open", text="Open?", codes=("yes", "no"))
WIDTHS = (2, 3, 3)
POINTS = tuple(product(*map(range, WIDTHS)))
CUTS = all_of(holds(A), at_least(AGE, 18), at_least(AGE, 65), read_as(CLOCK, "grant"), read_as(CLOCK, "claim"))


def space(condition: Condition, world: World = World()) -> Space:  # noqa: B008  # frozen
    return Space({}, world, [gathered([condition])], 10_000)


def function(condition: Condition, world: World = World()) -> Partial[bool]:  # noqa: B008  # frozen
    made = space(condition, world)
    return partial(made, made.where(condition, made.passing))


def three() -> Space:
    """Return a space of three variables: a fact of two cells, one of three, and a point of three."""
    made = space(CUTS)
    made.where(CUTS, made.passing)
    for subject in (A, AGE, CLOCK):
        made.place(subject)
    return made


def from_table(made: Space, table: tuple[Somewhere[int], ...]) -> Partial[int]:
    variables = sorted(made.cells)

    def build(values: tuple[Somewhere[int], ...], depth: int = 0) -> Diagram[Somewhere[int]]:
        if depth == len(WIDTHS):
            return made.forest.leaf(values[0])
        size = len(values) // WIDTHS[depth]
        parts = (values[start : start + size] for start in range(0, len(values), size))
        return made.forest.branch(variables[depth], tuple(build(part, depth + 1) for part in parts))

    return Partial(made, build(table))


def at(each: Partial[int], point: tuple[int, ...]) -> Somewhere[int]:
    node, variables = each.diagram, sorted(each.space.cells)
    while not isinstance(node, Leaf):
        node = node.arms[point[variables.index(node.level)]]
    return node.value


TABLES = st.tuples(*(st.sampled_from([NOWHERE, 0, 1]) for _ in POINTS))


@given(TABLES)
def test_the_fewest_variables_settle_it_and_none_can_be_left_out(table: tuple[Somewhere[int], ...]) -> None:
    whole = from_table(three(), table)
    known = [(point, value) for point, value in zip(POINTS, table, strict=True) if value is not NOWHERE]

    fewest = whole.fewest()

    variables = sorted(whole.space.cells)
    kept = [variables.index(level) for level in levels(fewest.diagram)]
    assert all(at(fewest, point) == value for point, value in known)
    for left_out in kept:
        others = [place for place in kept if place != left_out]
        found: dict[tuple[int, ...], set[Somewhere[int]]] = {}
        for point, value in known:
            found.setdefault(tuple(point[place] for place in others), set()).add(value)
        assert any(len(values) > 1 for values in found.values())


@given(TABLES)
def test_the_paths_to_a_value_are_where_it_is(table: tuple[Somewhere[int], ...]) -> None:
    whole = from_table(three(), table)
    cells = [whole.space.cells[level] for level in sorted(whole.space.cells)]

    for value in whole.values:
        paths = whole.paths(value)
        for point, there in zip(POINTS, table, strict=True):
            here = {cells[place][at].subject.name: cells[place][at] for place, at in enumerate(point)}
            met = any(all(holds_in(cell, here[cell.subject.name]) for cell in path) for path in paths)
            assert met is (there == value) or there is NOWHERE


def holds_in(wide: Cell, narrow: Cell) -> bool:
    """Return whether one cell holds another."""
    if narrow.codes or wide.codes:
        return set(narrow.codes) <= set(wide.codes)
    low, high = wide.least, wide.most
    assert low is None or isinstance(low, int)
    assert high is None or isinstance(high, int)
    least, most = narrow.least, narrow.most
    assert isinstance(least, int)
    return (low or 0) <= least and (high is None or (isinstance(most, int) and most <= high))


@given(TABLES)
def test_one_way_leads_to_each_value(table: tuple[Somewhere[int], ...]) -> None:
    whole = from_table(three(), table)
    cells = [whole.space.cells[level] for level in sorted(whole.space.cells)]
    at_point = dict(zip(POINTS, table, strict=True))

    assert set(whole.ways) == set(whole.values) == {value for value in table if value is not NOWHERE}
    for value, way in whole.ways.items():
        there = [
            at_point[point]
            for point in POINTS
            if all(any(cells[place][at] == cell for place, at in enumerate(point)) for cell in way)
        ]
        assert set(there) == {value}


def test_what_the_world_rules_out_is_no_value() -> None:
    world = World(impossible=(Impossible("never", holds(A)),))

    assert function(holds(A)).values == (True, False)
    assert function(holds(A), world).values == (False,)
    assert function(holds(A), world).fewest().variables == ()


def test_of_two_facts_that_go_together_the_later_is_left_out() -> None:
    world = World(impossible=(Impossible("never one alone", any_of(*_differ())),))

    assert function(any_of(holds(A), holds(B)), world).fewest().variables == (A,)


def _differ() -> tuple[Condition, ...]:
    return all_of(holds(A), not_(holds(B))), all_of(holds(B), not_(holds(A)))


def test_a_way_takes_the_headline_reading_where_that_leads_there() -> None:
    found = function(any_of(read_as(CLOCK, "claim"), all_of(read_as(CLOCK, "arrival"), holds(A))))

    assert {value: [cell.codes for cell in way] for value, way in found.ways.items()} == {
        True: [(True,), ("arrival",)],
        False: [(False,), ("arrival",)],
    }


def test_under_the_headlines_only_points_without_one_are_open() -> None:
    found = function(all_of(read_as(CLOCK, "arrival"), read_as(OPEN, "yes"), holds(A)))

    assert found.variables == (A, CLOCK, OPEN)
    assert found.under_headlines().variables == (A, OPEN)
    assert function(read_as(CLOCK, "claim")).under_headlines().values == (False,)


def test_two_functions_are_joined_where_both_have_a_value() -> None:
    made = three()
    one = from_table(made, tuple(x for x, _, _ in POINTS))
    other = from_table(made, tuple(NOWHERE if y == 2 else y for _, y, _ in POINTS))

    joined = one.joined(other, lambda x, y: (x, y))

    assert set(joined.values) == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert set(levels(joined.diagram)) == set(sorted(made.cells)[:2])


def test_ranges_that_follow_one_another_are_one_and_codes_go_together() -> None:
    middle = all_of(at_least(SIZE, 2), not_(at_least(SIZE, 6)), not_(is_one_of(SIZE, 9)))
    found = function(any_of(middle, is_none(SIZE)))

    assert found.paths(value=True) == (
        (Cell(SIZE, least=2, most=5),),
        (Cell(SIZE, codes=(Word.NONE,)),),
    )
    assert found.paths(value=False) == (
        (Cell(SIZE, least=0, most=1),),
        (Cell(SIZE, least=6),),
    )
