"""A region of cases as a condition: exact wherever the world allows a case, short, and with no test to spare."""

from collections.abc import Iterable
from itertools import combinations
from typing import Final, TypeAlias, assert_never

from attrs import evolve

from asylum_rules.cells.cover import Cube, cover
from asylum_rules.cells.diagram import Diagram, TooLargeError, values
from asylum_rules.cells.space import Space
from asylum_rules.language.cells import Cell, merged
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order
from asylum_rules.language.subjects import Fact, FirstKnown, Point
from asylum_rules.language.walk import tests
from asylum_rules.units.word import Word

Joined: TypeAlias = tuple[Condition, ...]
"""Conditions on different facts, of which all hold."""

MOST: Final = 10_000
"""How many nodes may be made in the search for a short condition."""
_FEW_CODES: Final = 3
"""Of so many codes each is named; of more, perhaps rather those that are not meant."""


def condition_of(space: Space, region: Diagram[bool], among: Diagram[bool]) -> Condition | None:
    """Return a condition that, among some cases, holds of those of a region and of no others.

    It is the shorter of two: some ways to be inside, or what keeps a case from being outside. None where looking for
    it would take too long.
    """
    forest = space.forest
    try:
        with forest.scratch(MOST):
            inside = forest.both(region, among)
            outside = forest.except_(among, region)
            others = forest.opposite(among)
            ways = cover(forest, inside, forest.either(inside, others))
            bars = cover(forest, outside, forest.either(outside, others))
            found = (_any_of_ways(space, ways), _all_of_bars(space, bars))
            return min((_lean(space, each, among) for each in found), key=_length)
    except TooLargeError:
        return None


def _length(condition: Condition) -> tuple[int, int]:
    """Return how many tests a condition has, and how many values they name."""
    every = tuple(tests(condition))
    return len(every), sum(len(each.values) if isinstance(each, OneOf) else 1 for each in every)


def _lean(space: Space, condition: Condition, among: Diagram[bool]) -> Condition:
    """Return a condition without the tests, and without the codes in them, that it can do without."""
    leaner = _leaner(space, condition, among)
    return condition if leaner == condition else _lean(space, leaner, among)


def _leaner(space: Space, condition: Condition, among: Diagram[bool]) -> Condition:
    match condition:
        case AllOf() | AnyOf():
            return _joined(type(condition), _needed(space, condition, among))
        case OneOf(Fact(kind=Kind.CODE) | Point() as subject, codes) | Not(
            OneOf(Fact(kind=Kind.CODE) | Point() as subject, codes)
        ):
            met = [each.codes for each in values(space.place(subject)) if _holds(space, in_cell(each), among)]
            named = tuple(code for each in met for code in each if code in codes)
            others = tuple(code for each in met for code in each if code not in codes)
            return _of_codes(subject, *((named, others) if isinstance(condition, OneOf) else (others, named)))
        case _:
            return condition


def _needed(space: Space, whole: AllOf | AnyOf, among: Diagram[bool]) -> tuple[Condition, ...]:
    """Return the parts of a condition that matter somewhere given the others, each as lean as that allows."""
    forest = space.forest
    kept: tuple[Condition, ...] = ()
    for place, part in enumerate(whole.parts):
        others = space.where(type(whole)((*kept, *whole.parts[place + 1 :])), space.passing)
        here = forest.both(among, others) if isinstance(whole, AllOf) else forest.except_(among, others)
        if _holds(space, Not(part) if isinstance(whole, AllOf) else part, here):
            kept += (_leaner(space, part, here),)
    return kept


def _holds(space: Space, condition: Condition, among: Diagram[bool]) -> bool:
    """Return whether a condition holds of any of some cases."""
    return space.forest.both(among, space.where(condition, space.passing)) is not space.forest.false


def _any_of_ways(space: Space, cubes: Iterable[Cube]) -> Condition:
    """Return that one of some cubes is met, with what they share said once."""
    return _any_of_these(_derived(space, [_literals(space, cube) for cube in cubes]))


def _all_of_bars(space: Space, cubes: Iterable[Cube]) -> Condition:
    """Return that none of some cubes is met."""
    clauses = []
    for cube in cubes:
        opposite = {level: tuple(not held for held in cube[level]) for level in cube}
        clauses.append(_any_of_these(_derived(space, [(each,) for each in _literals(space, opposite)])))
    return _all_of(clauses)


def _derived(space: Space, ways: list[Joined]) -> list[Joined]:
    """Return some ways with a derived fact in the place of tests of the facts it is taken from, where that is the same.

    The tests of each of those facts are alike, so every cell lies on one side of them.
    """
    for fact in space.derived.values():
        ways = [_within_one(space, fact, way) for way in ways]
        for one, other in combinations(tuple(ways), 2):
            if one in ways and other in ways:
                joined = _of_two(space, fact, one, other)
                if joined is not None:
                    ways = [joined if way is one else way for way in ways if way is not other]
    return ways


def _within_one(space: Space, fact: FirstKnown, way: Joined) -> Joined:
    """Return a way that tests each of the facts alike with one test of the derived fact."""
    own, rest = _parted(fact, way)
    candidate = _alike(fact, own)
    if candidate is None:
        return way
    joined = (candidate, *rest)
    return joined if _same(space, AllOf(way), AllOf(joined)) else way


def _of_two(space: Space, fact: FirstKnown, one: Joined, other: Joined) -> Joined | None:
    """Return one way for two that differ only in which of the facts they test."""
    (own, rest), (other_own, other_rest) = _parted(fact, one), _parted(fact, other)
    candidate = _alike(fact, (*own, *other_own))
    if candidate is None or set(rest) != set(other_rest):
        return None
    joined = (candidate, *rest)
    return joined if _same(space, AnyOf((AllOf(one), AllOf(other))), AllOf(joined)) else None


def _parted(fact: FirstKnown, way: Joined) -> tuple[Joined, Joined]:
    """Return the tests of a way on the facts that a derived fact is taken from, and the others."""
    own = tuple(each for each in way if next(tests(each)).subject in fact.of)
    return own, tuple(each for each in way if each not in own)


def _alike(fact: FirstKnown, own: Joined) -> Condition | None:
    """Return the one thing that is said of each of the facts in turn, as said of the derived fact."""
    subjects = [next(tests(each)).subject for each in own]
    said = {_about(fact, each) for each in own}
    return said.pop() if subjects == [*fact.of] and len(said) == 1 else None


def _about(fact: FirstKnown, condition: Condition) -> Condition:
    match condition:
        case Compare() | OneOf():
            return evolve(condition, subject=fact)
        case AllOf(parts) | AnyOf(parts):
            return type(condition)(tuple(_about(fact, part) for part in parts))
        case Not(part):
            return Not(_about(fact, part))
        case _ as never:
            assert_never(never)


def _same(space: Space, one: Condition, other: Condition) -> bool:
    """Return whether two conditions hold of the same cases that the world allows."""
    possible = space.possible()
    return not (_holds(space, AllOf((one, Not(other))), possible) or _holds(space, AllOf((other, Not(one))), possible))


def _any_of_these(ways: list[Joined]) -> Condition:
    shared = [each for each in ways[0] if all(each in way for way in ways[1:])] if ways else []
    rests = [tuple(each for each in way if each not in shared) for way in ways]
    if not all(rests):
        return _all_of(shared)
    rest = _any_of(_all_of(each) for each in rests)
    return _all_of([*shared, rest]) if shared else rest


def _all_of(parts: Iterable[Condition]) -> Condition:
    return _joined(AllOf, parts)


def _any_of(parts: Iterable[Condition]) -> Condition:
    return _joined(AnyOf, parts)


def _joined(how: type[AllOf | AnyOf], parts: Iterable[Condition]) -> Condition:
    each = tuple(parts)
    return each[0] if len(each) == 1 else how(each)


def _literals(space: Space, cube: Cube) -> Joined:
    return tuple(_literal(space.cells[level], cube[level]) for level in sorted(cube))


def _literal(cells: tuple[Cell, ...], held: tuple[bool, ...]) -> Condition:
    """Return that the value of a variable lies in some of its cells."""
    inside = [in_cell(cell) for cell in merged(cells, held)]
    others = [code for cell, meant in zip(cells, held, strict=True) if not meant for code in cell.codes]
    match inside:
        case [OneOf(Fact() | Point() as subject, codes)]:
            return _of_codes(subject, codes, tuple(others))
        case _:
            return _any_of(inside)


def _of_codes(subject: Fact | Point, meant: tuple[Value, ...], others: tuple[Value, ...]) -> Condition:
    """Return that a value is one of some, or none of the others where these are fewer by far."""
    if len(meant) > max(len(others), _FEW_CODES) and Word.NONE not in meant:
        return Not(OneOf(subject, others))
    return OneOf(subject, meant)


def in_cell(cell: Cell) -> Condition:
    """Return that the value of a fact or a point lies in a cell."""
    subject, least, most = cell.subject, cell.least, cell.most
    if cell.codes:
        return OneOf(subject, cell.codes)
    if least is not None and least == most:
        return OneOf(subject, (least,))
    ends = [
        Compare(subject, order, end)
        for order, end in ((Order.AT_LEAST, least), (Order.AT_MOST, most))
        if end is not None
    ]
    return _all_of(ends) if ends else Not(OneOf(subject, (Word.NONE,)))
