"""One condition as a truth over a case of which every fact has some value: the same cases as `language.truth`."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias, assert_never

from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order, Test
from asylum_rules.language.subjects import Derived, FirstKnown, Subject, Within
from asylum_rules.smt.calendar import after, is_before
from asylum_rules.smt.choice import Choice, only
from asylum_rules.smt.logic import FALSE, Number, Truth, all_of, any_of
from asylum_rules.smt.quantity import Quantity, is_below, is_identical, quantity
from asylum_rules.units.word import Word

Symbol: TypeAlias = bool | str | Quantity
"""A value that turns on the case only by its parts: a yes or no, a code, a word, a quantity."""

Read: TypeAlias = Callable[[Subject], Choice[Symbol]]
"""Gives the value of a subject in every case."""


def truth(condition: Condition, read: Read) -> Truth:
    """Return whether a condition holds."""
    match condition:
        case OneOf() | Compare():
            return read(condition.subject).where(lambda value: passes(condition, value))
        case AllOf():
            return all_of(truth(part, read) for part in condition.parts)
        case AnyOf():
            return any_of(truth(part, read) for part in condition.parts)
        case Not():
            return ~truth(condition.part, read)
        case _ as never:
            assert_never(never)


def passes(test: Test, value: Symbol) -> Truth:
    """Return whether a value passes a test."""
    match test:
        case OneOf():
            return any_of(_is(value, symbol(each)) for each in test.values)
        case Compare():
            if value is Word.NONE:
                return FALSE
            return _stands(place(test.subject, value), test.order, place(test.subject, symbol(test.value)))
        case _ as never:
            assert_never(never)


def symbol(value: Value) -> Symbol:
    """Return a known value."""
    return value if isinstance(value, bool | str) else quantity(value)


def _is(one: Symbol, other: Symbol) -> Truth:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return is_identical(one, other)
    return Truth(one == other)


def place(subject: Subject, value: Symbol) -> Quantity:
    """Return the quantity by which a value is ordered: of a code its place among the codes, of yes and no 1 and 0."""
    if isinstance(value, Quantity):
        return value
    return quantity(int(value) if isinstance(value, bool) else subject.codes.index(value))


def _stands(value: Quantity, wanted: Order, constant: Quantity) -> Truth:
    match wanted:
        case Order.LESS:
            return is_below(value, constant)
        case Order.AT_MOST:
            return ~is_below(constant, value)
        case Order.AT_LEAST:
            return ~is_below(value, constant)
        case Order.MORE:
            return is_below(constant, value)
        case _ as never:
            assert_never(never)


def derive(derived: Derived, read: Read) -> Choice[Symbol]:
    """Return the value of a derived fact."""
    match derived:
        case FirstKnown():
            found: Choice[Symbol] = only(Word.NONE)
            for fact in reversed(derived.of):
                found = read(fact).then(partial(_or_else, found))
            return found
        case Within():
            start, day = read(derived.start), read(derived.day)
            return yes_no(start.where(lambda first: day.where(lambda then: _is_within(derived, first, then))))
        case _ as never:
            assert_never(never)


def _or_else(later: Choice[Symbol], value: Symbol) -> Choice[Symbol]:
    return later if value is Word.NONE else only(value)


def _is_within(within: Within, start: Symbol, day: Symbol) -> Truth:
    if not (isinstance(start, Quantity) and isinstance(day, Quantity)):
        return FALSE
    last = after(start.as_day, Number(within.span.in_months), Number(within.span.in_days))
    return ~is_before(last, day.as_day)


def yes_no(holds: Truth) -> Choice[Symbol]:
    """Return yes where something holds, and no where it does not."""
    return Choice(((holds, True), (~holds, False)))
