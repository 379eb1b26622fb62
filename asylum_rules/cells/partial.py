"""What a function over the completions of a case turns on: the fewest variables that settle it."""

from collections.abc import Callable, Hashable, Iterator
from enum import Enum
from functools import cached_property
from itertools import product
from typing import Final, Generic, Literal, TypeAlias, TypeVar

from attrs import frozen

from asylum_rules.cells.cover import Cube, cover
from asylum_rules.cells.diagram import Diagram, Leaf, levels, values
from asylum_rules.cells.fewest import by_fewest, turns_on
from asylum_rules.cells.space import Space, Variable
from asylum_rules.language.cells import merged
from asylum_rules.language.subjects import Point
from asylum_rules.model.answer import Path

R = TypeVar("R", bound=Hashable)
S = TypeVar("S", bound=Hashable)


class _Nowhere(Enum):
    """Stands where the world allows no case: any value would do."""

    NOWHERE = "nowhere"


NOWHERE: Final = _Nowhere.NOWHERE
Somewhere: TypeAlias = R | Literal[_Nowhere.NOWHERE]


@frozen
class Partial(Generic[R]):
    """A function over the completions of a case that the world allows."""

    space: Space
    diagram: Diagram[Somewhere[R]]

    @property
    def values(self) -> tuple[R, ...]:
        """The values it has, each once."""
        return tuple(value for value in values(self.diagram) if value is not NOWHERE)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The variables it reads."""
        return tuple(self.space.variable(level) for level in sorted(levels(self.diagram)))

    def under_headlines(self) -> "Partial[R]":
        """Return the function with every point that has a headline read so."""
        return Partial(self.space, self.space.forest.kept(self.diagram, self._headline))

    def fewest(self) -> "Partial[R]":
        """Return the function without the variables it can do without, those met last left out first.

        Completions that agree on the variables left agree on its value, and none of these can be left out.
        """
        return Partial(self.space, by_fewest(self.space.forest, self.diagram, self._counting, NOWHERE))

    def turns_on(self, name: str) -> bool:
        """Return whether two completions that differ in one variable only come to different values."""
        named = (level for level in levels(self.diagram) if self.space.variable(level).name == name)
        return any(turns_on(self.space.forest, self.diagram, self._counting, level) for level in named)

    @property
    def _counting(self) -> Diagram[bool]:
        """Where it has a value."""
        return self.space.forest.apply(lambda each: each is not NOWHERE, self.diagram)

    def _headline(self, level: int) -> frozenset[int] | None:
        """Return the cells of a point that hold its headline; None of any other variable."""
        point = self.space.variable(level)
        if not isinstance(point, Point) or point.headline is None:
            return None
        return frozenset(place for place, cell in enumerate(self.space.cells[level]) if point.headline in cell.codes)

    def joined(self, other: "Partial[R]", operate: Callable[[R, R], S]) -> "Partial[S]":
        """Return what comes of the values of two functions over the same completions."""
        forest = self.space.forest

        def both(one: Somewhere[R], two: Somewhere[R]) -> Somewhere[S]:
            return NOWHERE if one is NOWHERE or two is NOWHERE else operate(one, two)

        joined: Diagram[Somewhere[S]] = forest.apply(both, self.diagram, other.diagram)
        return Partial(self.space, forest.choose(self.space.possible(), joined, forest.leaf(NOWHERE)))

    def where(self, value: R) -> Diagram[bool]:
        """Return where it has a value."""
        return self.space.forest.apply(lambda each: each == value, self.diagram)

    def paths(self, value: R) -> tuple[Path, ...]:
        """Return when it has a value: any of these, and in each all of the cells. Nothing in them can be left out."""
        forest = self.space.forest
        with forest.scratch():
            allowed = forest.apply(lambda each: each is NOWHERE or each == value, self.diagram)
            return tuple(path for cube in cover(forest, self.where(value), allowed) for path in self._paths(cube))

    def _paths(self, cube: Cube) -> Iterator[Path]:
        return product(*(tuple(merged(self.space.cells[level], cube[level])) for level in sorted(cube)))

    @cached_property
    def ways(self) -> dict[R, Path]:
        """One way to each value, by the headline readings where there is one."""
        return {**self._ways(lambda _: None), **self._ways(self._headline)}

    def _ways(self, only: Callable[[int], frozenset[int] | None]) -> dict[R, Path]:
        found: dict[R, Path] = {}
        seen: set[Diagram[Somewhere[R]]] = set()

        def walk(node: Diagram[Somewhere[R]], path: Path) -> None:
            if node in seen:
                return
            seen.add(node)
            if isinstance(node, Leaf):
                if node.value is not NOWHERE:
                    found[node.value] = path
                return
            kept = only(node.level)
            for place, arm in enumerate(node.arms):
                if kept is None or place in kept:
                    walk(arm, (*path, self.space.cells[node.level][place]))

        walk(self.diagram, ())
        return found


def partial(space: Space, function: Diagram[R]) -> Partial[R]:
    """Return a function over the completions that the world allows."""
    return Partial(space, space.forest.choose(space.possible(), function, space.forest.leaf(NOWHERE)))


def settled(space: Space, function: Diagram[R]) -> Partial[R]:
    """Return a function over the completions that the world allows, by the fewest variables."""
    return Partial(space, by_fewest(space.forest, function, space.possible(), NOWHERE))
