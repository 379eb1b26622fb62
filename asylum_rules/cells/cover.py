"""A function of yes and no as a short list of cases: each as wide as it can be, and none that could be left out."""

from collections.abc import Iterable
from functools import reduce as fold
from typing import TypeAlias

from asylum_rules.cells.diagram import Diagram, Forest, arms

Cube: TypeAlias = dict[int, tuple[bool, ...]]
"""For some levels, which cells are meant: what lies in all of them. A variable that is not named may be anything."""


def cover(forest: Forest, wanted: Diagram[bool], allowed: Diagram[bool]) -> tuple[Cube, ...]:
    """Return cubes that together hold all that is wanted and nothing that is not allowed.

    None of them can be widened or left out.
    """
    cubes = [_widened(forest, cube, allowed) for cube in _cubes(forest, wanted, allowed, {})]
    return _needed(forest, cubes, wanted)


def _cubes(
    forest: Forest,
    wanted: Diagram[bool],
    allowed: Diagram[bool],
    done: dict[tuple[Diagram[bool], Diagram[bool]], tuple[Cube, ...]],
) -> tuple[Cube, ...]:
    """Return cubes that hold what is wanted, splitting on one variable after another.

    What is allowed in every cell of a variable is left to cubes that do not name it.
    """
    if wanted is forest.false:
        return ()
    if allowed is forest.true:
        return ({},)
    found = done.get((wanted, allowed))
    if found is None:
        level = min(wanted.level, allowed.level)
        may, left = arms(level, allowed, wanted)
        always = fold(forest.both, may)
        named: list[Cube] = []
        for place, arm in enumerate(may):
            for cube in _cubes(forest, forest.except_(left[place], always), arm, done):
                inside = diagram_of(forest, cube)
                cells = tuple(forest.except_(inside, each) is forest.false for each in may)
                left = tuple(
                    forest.except_(each, inside) if held else each for each, held in zip(left, cells, strict=True)
                )
                named.append({level: cells, **cube})
        rest = fold(forest.either, left)
        found = done[wanted, allowed] = (*named, *_cubes(forest, rest, always, done))
    return found


def diagram_of(forest: Forest, cube: Cube) -> Diagram[bool]:
    """Return where all the cells of a cube are met."""
    held = forest.true
    for level in sorted(cube, reverse=True):
        held = forest.branch(level, tuple(held if cell else forest.false for cell in cube[level]))
    return held


def _widened(forest: Forest, cube: Cube, allowed: Diagram[bool]) -> Cube:
    """Return a cube with every cell added that can be."""
    wide = dict(cube)
    for level in sorted(cube, reverse=True):
        cells = wide[level]
        for place in range(len(cells)):
            wider = {**wide, level: (*wide[level][:place], True, *wide[level][place + 1 :])}
            if forest.except_(diagram_of(forest, wider), allowed) is forest.false:
                wide = wider
    return wide


def _needed(forest: Forest, cubes: Iterable[Cube], wanted: Diagram[bool]) -> tuple[Cube, ...]:
    """Return the cubes without those that the others make up for, the narrowest left out first."""
    kept = list(cubes)
    for cube in sorted(kept, key=len, reverse=True):
        others = [other for other in kept if other is not cube]
        if (
            forest.except_(wanted, fold(forest.either, (diagram_of(forest, each) for each in others), forest.false))
            is forest.false
        ):
            kept = others
    return tuple(kept)
