"""Some of the cases of a space: what they turn on, in which words, and the least that puts a case among them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import field, frozen

from asylum_rules.cells.condition import condition_of, in_cell
from asylum_rules.cells.cover import diagram_of
from asylum_rules.cells.diagram import Branch, Diagram
from asylum_rules.cells.partial import NOWHERE, Partial, Somewhere
from asylum_rules.cells.space import Space, Variable
from asylum_rules.language.cells import Cell
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, Point
from asylum_rules.model.answer import Path

MOST_ROWS: Final = 200
"""How many rows a table of the ways into a region may have."""


@frozen(eq=False)
class Region:
    """Cases of a space that the world allows; its condition is said of the cases `among` which it is."""

    space: Space
    where: Diagram[bool]
    among: Diagram[bool] = field()

    @among.default
    def _every_case(self) -> Diagram[bool]:
        return self.space.possible()

    @property
    def is_empty(self) -> bool:
        """Whether no case is in it."""
        return self.where is self.space.forest.false

    @cached_property
    def condition(self) -> Condition | None:
        """What holds of its cases and of no others; None where no short condition was found in time."""
        return condition_of(self.space, self.where, self.among)

    @cached_property
    def variables(self) -> tuple[Variable, ...]:
        """What decides whether a case is in it, by the fewest."""
        with self.space.forest.scratch():
            return self._fewest().variables

    def rows(self) -> tuple[Path, ...]:
        """Return its cases as a table of ways, no two of which share a case; none where there are very many.

        Of what the world rules out it says nothing.
        """
        found: list[Path] = []
        with self.space.forest.scratch():
            for path in _paths(self._fewest().where(value=True), self.space):
                found.append(path)
                if len(found) > MOST_ROWS:
                    return ()
        return tuple(found)

    def _fewest(self) -> Partial[bool]:
        """Return whether a case is in it, by the fewest variables."""
        forest = self.space.forest
        told: Diagram[Somewhere[bool]] = forest.choose(self.among, self.where, forest.leaf(NOWHERE))
        return Partial(self.space, told).fewest()

    def within(self, other: Space) -> Diagram[bool]:
        """Return where it is in another space, cut by the same rules."""
        done: dict[Diagram[bool], Diagram[bool]] = {}

        def walk(node: Diagram[bool]) -> Diagram[bool]:
            if not isinstance(node, Branch):
                return other.forest.leaf(node.value)
            if node not in done:
                moved = other.forest.false
                for cell, arm in zip(self.space.cells[node.level], node.arms, strict=True):
                    here = other.where(in_cell(cell), other.passing)
                    moved = other.forest.either(moved, other.forest.both(here, walk(arm)))
                done[node] = moved
            return done[node]

        return walk(self.where)

    def smallest(self, start: Diagram[bool]) -> Path:
        """Return cells that put every case in all of them into the region; none of them can be left out.

        They hold some case of `start`, a part of the region.
        """
        forest = self.space.forest
        chosen = _usual(start, self.space)
        allowed = forest.either(self.where, forest.opposite(self.space.possible()))
        with forest.scratch():
            for level in sorted(chosen, key=lambda level: self._rank(level, chosen[level])):
                fewer = {other: place for other, place in chosen.items() if other != level}
                cube = {other: self._only(other, place) for other, place in fewer.items()}
                if forest.except_(diagram_of(forest, cube), allowed) is forest.false:
                    chosen = fewer
        return tuple(self.space.cells[level][chosen[level]] for level in sorted(chosen))

    def _rank(self, level: int, place: int) -> tuple[int, int]:
        """Return in which order to try without a variable: first what is usual, then points."""
        if _is_usual(self.space.cells[level][place]):
            return (0, -level)
        return (1 if isinstance(self.space.variable(level), Point) else 2, -level)

    def _only(self, level: int, place: int) -> tuple[bool, ...]:
        return tuple(other == place for other in range(len(self.space.cells[level])))


def _is_usual(cell: Cell) -> bool:
    match cell.subject:
        case Fact(presumed=presumed):
            return presumed is not None and (presumed in cell.codes or presumed == cell.least)
        case Point(headline=headline):
            return headline in cell.codes
        case _:
            return False


def _usual(where: Diagram[bool], space: Space) -> dict[int, int]:
    """Return one way to where a function holds, through usual cells where it can."""
    chosen: dict[int, int] = {}
    node = where
    while isinstance(node, Branch):
        cells = space.cells[node.level]
        places = [place for place, arm in enumerate(node.arms) if arm is not space.forest.false]
        place = next((place for place in places if _is_usual(cells[place])), places[0])
        chosen[node.level] = place
        node = node.arms[place]
    return chosen


def _paths(node: Diagram[bool], space: Space, path: Path = ()) -> Iterator[Path]:
    if not isinstance(node, Branch):
        if node.value:
            yield path
        return
    for place, arm in enumerate(node.arms):
        if arm is not space.forest.false:
            yield from _paths(arm, space, (*path, space.cells[node.level][place]))
