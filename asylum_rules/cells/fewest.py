"""The variables that a function can do without, where only some completions count."""

from collections.abc import Hashable
from itertools import combinations, starmap
from typing import TypeVar

from asylum_rules.cells.diagram import Diagram, Forest, Leaf, arms, levels

R = TypeVar("R", bound=Hashable)
S = TypeVar("S", bound=Hashable)


def by_fewest(forest: Forest, function: Diagram[R], where: Diagram[bool], elsewhere: S) -> Diagram[R | S]:
    """Return a function without the variables it can do without, those met last left out first.

    Completions that count agree on its value where they agree on the variables left, and none of these can be left out.
    Where none counts, its value is another.
    """
    read = levels(function)
    for level in sorted(read | levels(where), reverse=True):
        if level in read:
            if turns_on(forest, function, where, level):
                continue
            function = _without(forest, function, where, level)
            read = levels(function)
        where = forest.somehow(where, level)
    return forest.choose(where, function, forest.leaf(elsewhere))


def turns_on(forest: Forest, function: Diagram[R], where: Diagram[bool], level: int) -> bool:
    """Return whether two completions that count and differ in one variable only come to different values."""
    same: set[tuple[Diagram[R], Diagram[bool]]] = set()
    alike: set[tuple[Diagram[R], Diagram[R], Diagram[bool]]] = set()

    def walk(node: Diagram[R], here: Diagram[bool]) -> bool:
        if node.level > level or here is forest.false or (node, here) in same:
            return False
        same.add((node, here))
        top = min(node.level, here.level)
        ways = zip(*arms(top, node, here), strict=True)
        if top != level:
            return any(starmap(walk, ways))
        return any(
            differ(one, two, forest.both(in_one, in_two)) for (one, in_one), (two, in_two) in combinations(ways, 2)
        )

    def differ(one: Diagram[R], two: Diagram[R], here: Diagram[bool]) -> bool:
        if one is two or here is forest.false or (one, two, here) in alike:
            return False
        if isinstance(one, Leaf) and isinstance(two, Leaf):
            return True
        alike.add((one, two, here))
        top = min(one.level, two.level, here.level)
        return any(map(differ, *arms(top, one, two, here)))

    return walk(function, where)


def _without(forest: Forest, function: Diagram[R], where: Diagram[bool], level: int) -> Diagram[R]:
    """Return a function that does not turn on a variable without it, wherever it counts."""
    done: dict[tuple[Diagram[R], Diagram[bool]], Diagram[R]] = {}

    def walk(node: Diagram[R], here: Diagram[bool]) -> Diagram[R]:
        if node.level > level or here is forest.false:
            return node
        found = done.get((node, here))
        if found is None:
            top = min(node.level, here.level)
            if top == level:
                each, counts = arms(top, node, here)
                found = each[0]
                for one, in_one in zip(each, counts, strict=True):
                    found = forest.choose(in_one, one, found)
            else:
                found = forest.branch(top, tuple(map(walk, *arms(top, node, here))))
            done[node, here] = found
        return found

    return walk(function, where)
