"""A function of yes and no as a short list of cases."""

from itertools import product

from hypothesis import given, strategies as st

from asylum_rules.cells.cover import Cube, cover, diagram_of
from asylum_rules.cells.diagram import Diagram, Forest

WIDTHS = (2, 3, 2)
POINTS = tuple(product(*map(range, WIDTHS)))
SETS = st.sets(st.sampled_from(POINTS))


def made(forest: Forest, points: set[tuple[int, ...]]) -> Diagram[bool]:
    """Return where one is at one of some points."""
    held = forest.false
    for point in points:
        held = forest.either(held, diagram_of(forest, just(point)))
    return held


def just(point: tuple[int, ...]) -> Cube:
    return {level: tuple(place == at for place in range(WIDTHS[level])) for level, at in enumerate(point)}


def inside(cube: Cube) -> set[tuple[int, ...]]:
    """Return the points in a cube."""
    return {point for point in POINTS if all(cells[point[level]] for level, cells in cube.items())}


def together(cubes: tuple[Cube, ...]) -> set[tuple[int, ...]]:
    return {point for cube in cubes for point in inside(cube)}


def wider(cube: Cube) -> list[Cube]:
    """Return the cube with one more cell, in each way."""
    return [
        {**cube, level: (*cells[:place], True, *cells[place + 1 :])}
        for level, cells in cube.items()
        for place, held in enumerate(cells)
        if not held
    ]


@given(SETS, SETS)
def test_a_cover_is_sound_and_none_of_it_can_be_left_out_or_widened(
    wanted: set[tuple[int, ...]], more: set[tuple[int, ...]]
) -> None:
    forest, allowed = Forest(10_000), wanted | more

    cubes = cover(forest, made(forest, wanted), made(forest, allowed))

    assert wanted <= together(cubes) <= allowed
    for cube in cubes:
        others = tuple(other for other in cubes if other is not cube)
        assert not wanted <= together(others)
        assert all(not inside(each) <= allowed for each in wider(cube))
        assert all(any(cells) and not all(cells) for cells in cube.values())


@given(SETS)
def test_a_cube_is_where_all_its_cells_are_met(points: set[tuple[int, ...]]) -> None:
    forest = Forest(10_000)

    for point in points:
        assert diagram_of(forest, just(point)) is made(forest, {point})
    assert diagram_of(forest, {}) is forest.true


def test_of_nothing_wanted_there_is_no_case() -> None:
    forest = Forest(100)

    assert cover(forest, forest.false, forest.true) == ()


def test_where_anything_is_allowed_one_case_names_nothing() -> None:
    forest = Forest(100)

    assert cover(forest, made(forest, {(0, 0, 0)}), forest.true) == ({},)


def test_what_holds_in_either_of_two_ways_is_two_cases() -> None:
    forest = Forest(100)
    first, last = made(forest, {p for p in POINTS if p[0] == 0}), made(forest, {p for p in POINTS if p[2] == 1})
    either = forest.either(first, last)

    cubes = cover(forest, either, either)

    assert sorted(cubes, key=str) == [{0: (True, False)}, {2: (False, True)}]


def test_what_is_allowed_but_not_wanted_widens_a_case() -> None:
    forest = Forest(100)
    middle = made(forest, {p for p in POINTS if p[1] == 1 and p[0] == 0})
    allowed = made(forest, {p for p in POINTS if p[1] == 1})

    assert cover(forest, middle, allowed) == ({1: (False, True, False)},)
