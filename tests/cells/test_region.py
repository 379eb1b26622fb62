"""Some of the cases of a space: what they turn on, in which words, and the least that puts a case among them."""

from itertools import product

import pytest
from hypothesis import given, strategies as st

from asylum_rules.cells import region as module
from asylum_rules.cells.diagram import Diagram, Leaf
from asylum_rules.cells.region import Region
from asylum_rules.cells.space import Space
from asylum_rules.language.build import all_of, any_of, at_least, holds, is_no, is_one_of, not_, read_as
from asylum_rules.language.cells import Cell, Impossible, World, gathered
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, Point, Within
from asylum_rules.units.span import months

A, B = (Fact(name=name, kind=Kind.YES_NO, text=name) for name in ("a", "b"))
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
LANGUAGE = Fact(name="language", kind=Kind.CODE, text="Language.", codes=("none", "some", "much"), presumed="some")
INCOME = Fact(name="income", kind=Kind.COUNT, text="Income.", presumed=10)
CLOCK = Point(name="clock", text="From when?", codes=("grant", "arrival", "claim"), headline="arrival")
OPEN = Point(name="open", text="Open?", codes=("yes", "no"))
ARRIVED, TODAY = (Fact(name=name, kind=Kind.DATE, text=name) for name in ("arrived_on", "as_of"))
IN_TIME = Within(name="in_time", text="In time.", day=TODAY, start=ARRIVED, span=months(3))
ANYWHERE = World()

CUTS = all_of(
    holds(A),
    at_least(AGE, 18),
    at_least(AGE, 65),
    *(is_one_of(LANGUAGE, each) for each in LANGUAGE.codes),
    *(read_as(CLOCK, each) for each in CLOCK.codes),
)
WIDTHS = (2, 3, 3, 3)
POINTS = tuple(product(*map(range, WIDTHS)))
SETS = st.sets(st.sampled_from(POINTS), min_size=1)


def made(when: Condition, world: World = ANYWHERE, cuts: Condition | None = None) -> Region:
    """Return the cases in which a condition holds and that the world allows."""
    space = Space({}, world, [gathered([when if cuts is None else cuts])], 10_000)
    where = space.where(when, space.passing)
    return Region(space, space.forest.both(where, space.possible()))


def four() -> Space:
    """Return a space of a yes/no fact, a count, a code of which one is usual, and a point with a headline."""
    space = Space({}, ANYWHERE, [gathered([CUTS])], 10_000)
    for subject in (A, AGE, LANGUAGE, CLOCK):
        space.place(subject)
    return space


def of_points(space: Space, points: set[tuple[int, ...]]) -> Diagram[bool]:
    forest = space.forest

    def build(depth: int, so_far: tuple[int, ...]) -> Diagram[bool]:
        if depth == len(WIDTHS):
            return forest.leaf(so_far in points)
        arms = tuple(build(depth + 1, (*so_far, place)) for place in range(WIDTHS[depth]))
        return forest.branch(sorted(space.cells)[depth], arms)

    return build(0, ())


def inside(space: Space, path: tuple[Cell, ...]) -> set[tuple[int, ...]]:
    """Return the points that lie in all the cells of a path."""
    cells = [space.cells[level] for level in sorted(space.cells)]
    return {
        point
        for point in POINTS
        if {(each.subject.name, each) for each in path}
        <= {(cells[depth][at].subject.name, cells[depth][at]) for depth, at in enumerate(point)}
    }


@given(SETS)
def test_the_smallest_path_lies_in_the_region_and_no_cell_of_it_can_be_left_out(points: set[tuple[int, ...]]) -> None:
    space = four()
    region = Region(space, of_points(space, points))

    path = region.smallest(region.where)

    assert inside(space, path) <= points
    for cell in path:
        assert not inside(space, tuple(each for each in path if each != cell)) <= points


@given(SETS, st.data())
def test_the_smallest_path_holds_a_case_of_where_it_starts(points: set[tuple[int, ...]], data: st.DataObject) -> None:
    space = four()
    start = data.draw(st.sets(st.sampled_from(sorted(points)), min_size=1))

    path = Region(space, of_points(space, points)).smallest(of_points(space, start))

    assert inside(space, path) & start


@given(SETS)
def test_the_rows_are_the_region_and_share_no_case(points: set[tuple[int, ...]]) -> None:
    space = four()

    rows = [inside(space, row) for row in Region(space, of_points(space, points)).rows()]

    assert sum(map(len, rows)) == len(set().union(*rows))
    assert set().union(*rows) == points


@given(SETS)
def test_what_decides_it_is_told_by_the_fewest(points: set[tuple[int, ...]]) -> None:
    space = four()
    names = ("a", "age", "language", "clock")

    variables = [each.name for each in Region(space, of_points(space, points)).variables]

    assert variables == [
        name
        for depth, name in enumerate(names)
        if any(
            (*point[:depth], at, *point[depth + 1 :]) not in points for point in points for at in range(WIDTHS[depth])
        )
    ]


def test_a_region_of_no_case_is_empty() -> None:
    assert made(any_of()).is_empty
    assert not made(holds(A)).is_empty


def test_it_is_said_in_words_once() -> None:
    region = made(all_of(holds(A), any_of(holds(B), is_no(B))))

    assert region.condition == holds(A)
    assert region.condition is region.condition


def test_of_a_smallest_path_what_is_usual_goes_first() -> None:
    region = made(any_of(is_one_of(LANGUAGE, "some"), read_as(CLOCK, "arrival"), holds(A)), cuts=CUTS)

    path = region.smallest(made_at(region, all_of(is_one_of(LANGUAGE, "some"), read_as(CLOCK, "arrival"), holds(A))))

    assert path == (Cell(A, codes=(True,)),)


def test_of_a_smallest_path_a_reading_goes_before_a_fact() -> None:
    region = made(any_of(read_as(OPEN, "yes"), holds(A)))

    assert region.smallest(region.where) == (Cell(A, codes=(True,)),)


def test_a_smallest_path_goes_through_usual_values_where_it_can() -> None:
    region = made(all_of(not_(is_one_of(LANGUAGE, "none")), at_least(INCOME, 1)), cuts=all_of(CUTS, _cut_at_ten()))

    assert region.smallest(region.where) == (Cell(LANGUAGE, codes=("some",)), Cell(INCOME, least=10, most=10))


def _cut_at_ten() -> Condition:
    return all_of(is_one_of(INCOME, 10), at_least(INCOME, 1))


def made_at(region: Region, when: Condition) -> Diagram[bool]:
    return region.space.where(when, region.space.passing)


def test_what_the_world_rules_out_need_not_be_stated() -> None:
    world = World(impossible=(Impossible("never a without b", all_of(holds(A), is_no(B))),))
    region = made(all_of(holds(A), holds(B)), world)

    assert region.smallest(region.where) == (Cell(A, codes=(True,)),)
    assert region.variables == (A,)


def test_how_two_days_stand_is_stated_where_it_matters() -> None:
    region = made(all_of(holds(IN_TIME), holds(A)))

    assert region.smallest(region.where) == (Cell(A, codes=(True,)), Cell(IN_TIME, codes=(True,)))


def test_there_are_no_rows_of_no_case() -> None:
    assert made(any_of()).rows() == ()


def test_there_are_no_rows_where_there_are_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    region = made(any_of(all_of(holds(A), holds(B)), is_no(A)))
    assert len(region.rows()) == 2
    monkeypatch.setattr(module, "MOST_ROWS", 1)

    assert region.rows() == ()


def test_a_region_is_found_again_where_more_is_told_apart() -> None:
    when = any_of(all_of(at_least(AGE, 18), holds(A)), is_one_of(LANGUAGE, "none"))
    region = made(when)
    finer = Space({}, ANYWHERE, [gathered([CUTS, holds(B)])], 10_000)
    for subject in (CLOCK, B, LANGUAGE, AGE):
        finer.place(subject)

    moved = region.within(finer)

    assert moved is finer.where(when, finer.passing)


def test_a_whole_region_is_whole_elsewhere() -> None:
    region, other = made(all_of()), made(holds(A)).space

    assert isinstance(region.where, Leaf)
    assert region.within(other) is other.forest.true


def test_rows_say_nothing_of_what_the_world_rules_out() -> None:
    world = World(impossible=(Impossible("never a without b", all_of(holds(A), is_no(B))),))

    assert made(all_of(holds(A), at_least(AGE, 18)), world).rows() == ((Cell(A, codes=(True,)), Cell(AGE, least=18)),)
