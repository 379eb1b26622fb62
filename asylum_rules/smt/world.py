"""Which cases the world allows: none of those that a profile refuses, for every case at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

from asylum_rules.language.cells import SumBelow, World
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Derived, Fact
from asylum_rules.language.walk import tests
from asylum_rules.smt.calendar import is_before
from asylum_rules.smt.choice import Choice, only
from asylum_rules.smt.condition import Read, Symbol, truth
from asylum_rules.smt.logic import FALSE, Number, Truth, all_of
from asylum_rules.smt.quantity import Quantity

_Constraint: TypeAlias = tuple[tuple[Fact, ...], Callable[[Read], Truth]]
"""Some facts, and what is always so of them."""


def tied(world: World, facts: Iterable[Fact]) -> Mapping[str, Fact]:
    """Return by name some facts and those that the world ties to them, one through another."""
    found = {fact.name: fact for fact in facts}
    size = 0
    while size < len(found):
        size = len(found)
        for group, _ in _constraints(world):
            if _touches(group, found):
                found |= {fact.name: fact for fact in group}
    return found


def allows(world: World, tied_facts: Mapping[str, Fact], read: Read) -> Truth:
    """Return whether the world allows the values of some facts and of all that are tied to them."""
    return all_of(holds(read) for group, holds in _constraints(world) if _touches(group, tied_facts))


def _touches(group: tuple[Fact, ...], names: Mapping[str, Fact]) -> bool:
    return any(fact.name in names for fact in group)


def _constraints(world: World) -> Iterator[_Constraint]:
    for order in world.orders:
        yield order, partial(_follow, order)
    for each in world.sums:
        yield (each.whole, *each.parts), partial(_stays_below, each)
    for never in world.impossible:
        yield tuple(_facts(never.when)), partial(_is_not, never.when)


def _facts(condition: Condition) -> Iterator[Fact]:
    for test in tests(condition):
        subject = test.subject
        yield from subject.of if isinstance(subject, Derived) else [subject] if isinstance(subject, Fact) else []


def _follow(order: tuple[Fact, Fact], read: Read) -> Truth:
    first, then = map(read, order)
    return ~first.where(lambda early: then.where(lambda late: _is_later(early, late)))


def _is_later(one: Symbol, other: Symbol) -> Truth:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return is_before(other.as_day, one.as_day)
    return FALSE


def _stays_below(total: SumBelow, read: Read) -> Truth:
    counted = only(Number(0))
    for part in total.parts:
        counted = counted.then(partial(_with, read(part)))
    return ~counted.where(lambda parts: read(total.whole).where(lambda whole: _is_at_most(whole, parts)))


def _with(part: Choice[Symbol], counted: Number) -> Choice[Number]:
    return part.then(lambda value: only(counted + value.parts[0] if isinstance(value, Quantity) else counted))


def _is_at_most(whole: Symbol, parts: Number) -> Truth:
    return whole.parts[0].is_at_most(parts) if isinstance(whole, Quantity) else FALSE


def _is_not(condition: Condition, read: Read) -> Truth:
    return ~truth(condition, read)
