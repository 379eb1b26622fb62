"""Decision diagrams: functions of a few numbered variables, each with a few cells, stored once wherever they agree."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from functools import reduce as fold
from itertools import repeat
from typing import Any, Final, Generic, TypeAlias, TypeVar

T_co = TypeVar("T_co", bound=Hashable, covariant=True)
R = TypeVar("R", bound=Hashable)

ROOM: Final = 200_000
"""How many nodes may be made to read what has been worked out: in words, as a table, by its fewest variables."""
_BELOW_ALL: Final = 1 << 60


class TooLargeError(Exception):
    """A diagram that would have more nodes than allowed."""


class Leaf(Generic[T_co]):
    """A function with one value."""

    __slots__ = ("value",)
    level: Final = _BELOW_ALL

    def __init__(self, value: T_co) -> None:
        self.value = value


class Branch(Generic[T_co]):
    """A function of the variable of a level, and of later ones: one arm for each of its cells."""

    __slots__ = ("arms", "level")

    def __init__(self, level: int, arms: "tuple[Diagram[T_co], ...]") -> None:
        self.level = level
        self.arms = arms


Diagram: TypeAlias = Leaf[T_co] | Branch[T_co]
_Join: TypeAlias = Callable[[Diagram[bool], Diagram[bool]], Diagram[bool]]


class Forest:
    """Diagrams that share their nodes: two that mean the same are the same object.

    Every operation raises `TooLargeError` past `limit` nodes, and past those there is room for.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._leaves: dict[tuple[type, Hashable], Leaf[Any]] = {}
        self._branches: dict[tuple[int, tuple[Diagram[Any], ...]], Branch[Any]] = {}
        self._chosen: dict[tuple[Diagram[Any], ...], Diagram[Any]] = {}
        self.true: Final[Diagram[bool]] = self.leaf(True)  # noqa: FBT003  # the value itself
        self.false: Final[Diagram[bool]] = self.leaf(False)  # noqa: FBT003  # the same

    @contextmanager
    def room(self, most: int = ROOM) -> Iterator[None]:
        """Allow so many nodes more inside, whatever the limit: reading what has been worked out takes some too."""
        limit = self._limit
        self._limit = len(self._branches) + most
        try:
            yield
        finally:
            self._limit = limit

    @contextmanager
    def scratch(self, most: int = ROOM) -> Iterator[None]:
        """Allow so many nodes more inside, and forget them afterwards."""
        kept = [(each, len(each)) for each in (self._leaves, self._branches, self._chosen)]
        try:
            with self.room(most):
                yield
        finally:
            for nodes_of, size in kept:
                while len(nodes_of) > size:
                    nodes_of.popitem()

    def leaf(self, value: R) -> Diagram[R]:
        """Return the function with one value."""
        key = (type(value), value)
        found = self._leaves.get(key)
        if found is None:
            found = self._leaves[key] = Leaf(value)
        return found

    def branch(self, level: int, arms: tuple[Diagram[R], ...]) -> Diagram[R]:
        """Return the function that goes on with one of the arms, by the cell of a variable above all of theirs."""
        first = arms[0]
        if arms.count(first) == len(arms):
            return first
        found = self._branches.get((level, arms))
        if found is None:
            if len(self._branches) >= self._limit:
                raise TooLargeError
            found = self._branches[level, arms] = Branch(level, arms)
        return found

    def apply(self, operate: Callable[..., R], *diagrams: Diagram[Any]) -> Diagram[R]:
        """Return the function whose value is worked out from the values of others."""
        if len(diagrams) == 1:
            return self._turned(operate, diagrams[0])
        done: dict[tuple[Diagram[Any], ...], Diagram[R]] = {}
        branch = self.branch

        def walk(*nodes: Diagram[Any]) -> Diagram[R]:
            found = done.get(nodes)
            if found is None:
                level = min([node.level for node in nodes])
                if level == _BELOW_ALL:
                    found = self.leaf(operate(*[node.value for node in nodes]))  # type: ignore[union-attr]
                else:
                    found = branch(level, tuple(map(walk, *[_arms(level, node) for node in nodes])))
                done[nodes] = found
            return found

        return walk(*diagrams)

    def _turned(self, operate: Callable[..., R], diagram: Diagram[Any]) -> Diagram[R]:
        """Return the function whose value is worked out from that of one other."""
        done: dict[Diagram[Any], Diagram[R]] = {}

        def walk(node: Diagram[Any]) -> Diagram[R]:
            found = done.get(node)
            if found is None:
                if isinstance(node, Branch):
                    found = self.branch(node.level, tuple(map(walk, node.arms)))
                else:
                    found = self.leaf(operate(node.value))
                done[node] = found
            return found

        return walk(diagram)

    def choose(self, condition: Diagram[bool], yes: Diagram[R], no: Diagram[R]) -> Diagram[R]:
        """Return the function that is one where a condition holds, and another where it does not."""
        if condition is self.true or yes is no:
            return yes
        if condition is self.false:
            return no
        if yes is self.true and no is self.false:
            return condition  # type: ignore[return-value]  # so R is bool
        key = (condition, yes, no)
        found = self._chosen.get(key)
        if found is None:
            level = min(condition.level, yes.level, no.level)
            arms = map(self.choose, _arms(level, condition), _arms(level, yes), _arms(level, no))
            found = self._chosen[key] = self.branch(level, tuple(arms))
        return found

    def both(self, one: Diagram[bool], other: Diagram[bool]) -> Diagram[bool]:
        """Return where both hold."""
        return self.choose(one, other, self.false)

    def either(self, one: Diagram[bool], other: Diagram[bool]) -> Diagram[bool]:
        """Return where at least one holds."""
        return self.choose(one, self.true, other)

    def except_(self, one: Diagram[bool], other: Diagram[bool]) -> Diagram[bool]:
        """Return where the first holds and the second does not."""
        return self.choose(other, self.false, one)

    def opposite(self, one: Diagram[bool]) -> Diagram[bool]:
        """Return where it does not hold."""
        return self.choose(one, self.false, self.true)

    def whatever(self, one: Diagram[bool], level: int) -> Diagram[bool]:
        """Return where a function holds whatever the cell of one variable."""
        return self._over(one, level, self.both)

    def somehow(self, one: Diagram[bool], level: int) -> Diagram[bool]:
        """Return where a function holds with some cell of one variable."""
        return self._over(one, level, self.either)

    def _over(self, one: Diagram[bool], level: int, joined: _Join) -> Diagram[bool]:
        """Return what comes of a function with each cell of one variable, joined."""
        done: dict[Diagram[bool], Diagram[bool]] = {}

        def walk(node: Diagram[bool]) -> Diagram[bool]:
            if isinstance(node, Leaf) or node.level > level:
                return node
            found = done.get(node)
            if found is None:
                if node.level == level:
                    found = fold(joined, node.arms)
                else:
                    found = self.branch(node.level, tuple(map(walk, node.arms)))
                done[node] = found
            return found

        return walk(one)

    def kept(self, diagram: Diagram[R], arms: Callable[[int], frozenset[int] | None]) -> Diagram[R]:
        """Return the function with, at some levels, only some of the arms: the others become the first of these."""
        done: dict[Diagram[R], Diagram[R]] = {}

        def walk(node: Diagram[R]) -> Diagram[R]:
            if isinstance(node, Leaf):
                return node
            found = done.get(node)
            if found is None:
                only = arms(node.level)
                walked = {place: walk(arm) for place, arm in enumerate(node.arms) if only is None or place in only}
                spare = next(iter(walked.values()))
                each = tuple(walked.get(place, spare) for place in range(len(node.arms)))
                found = done[node] = self.branch(node.level, each)
            return found

        return walk(diagram)


def _arms(level: int, diagram: Diagram[R]) -> Iterable[Diagram[R]]:
    """Return how a diagram goes on from each cell of a variable, without end where it does not test it."""
    return diagram.arms if diagram.level == level else repeat(diagram)  # type: ignore[union-attr]


def arms(level: int, *diagrams: Diagram[Any]) -> list[tuple[Diagram[Any], ...]]:
    """Return how each of some diagrams, not all of them leaves, goes on from each cell of the variable of a level."""
    return list(zip(*zip(*[_arms(level, each) for each in diagrams], strict=False), strict=True))


def nodes(diagram: Diagram[R]) -> Iterator[Diagram[R]]:
    """Yield every node of a diagram once, from the top."""
    seen: set[Diagram[R]] = set()
    todo = [diagram]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            yield node
            if isinstance(node, Branch):
                todo.extend(reversed(node.arms))


def values(diagram: Diagram[R]) -> tuple[R, ...]:
    """Return the values of a function, each once, in the order of its arms."""
    return tuple(node.value for node in nodes(diagram) if isinstance(node, Leaf))


def levels(diagram: Diagram[R]) -> frozenset[int]:
    """Return the levels of the variables that a function depends on."""
    return frozenset(node.level for node in nodes(diagram) if isinstance(node, Branch))
