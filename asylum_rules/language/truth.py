"""What it means for a condition to hold: Kleene's three values, with None for unknown."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias, assert_never

from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order, Test
from asylum_rules.language.subjects import Derived, FirstKnown, Subject, Within
from asylum_rules.units.figure import compare
from asylum_rules.units.moment import Moment
from asylum_rules.units.word import Word

Read: TypeAlias = Callable[[Subject], Value | None]
"""Gives the value of a subject in one case; None where it is unknown."""


def truth(condition: Condition, read: Read) -> bool | None:
    """Return whether a condition holds; None where that depends on something unknown.

    Parts are read in the order written, up to the first that settles the matter.
    """
    match condition:
        case OneOf() | Compare():
            value = read(condition.subject)
            return None if value is None else passes(condition, value)
        case AllOf():
            return _settled(condition.parts, read, by=False)
        case AnyOf():
            return _settled(condition.parts, read, by=True)
        case Not():
            held = truth(condition.part, read)
            return None if held is None else not held
        case _ as never:
            assert_never(never)


def _settled(parts: tuple[Condition, ...], read: Read, *, by: bool) -> bool | None:
    unsettled = False
    for part in parts:
        held = truth(part, read)
        if held is by:
            return by
        unsettled = unsettled or held is None
    return None if unsettled else not by


def passes(test: Test, value: Value) -> bool:
    """Return whether a known value passes a test."""
    match test:
        case OneOf():
            return value in test.values
        case Compare():
            return value is not Word.NONE and _stands(_order(test.subject, value, test.value), test.order)
        case _ as never:
            assert_never(never)


def _order(subject: Subject, value: Value, constant: Value) -> int:
    if subject.ordered:
        return subject.codes.index(str(value)) - subject.codes.index(str(constant))
    if isinstance(value, Moment) and isinstance(constant, Moment):
        return (value > constant) - (value < constant)
    order = compare(value, constant)  # type: ignore[arg-type]  # a checked condition compares quantities of one kind
    return 0 if order is None else order


def _stands(order: int, wanted: Order) -> bool:
    match wanted:
        case Order.LESS:
            return order < 0
        case Order.AT_MOST:
            return order <= 0
        case Order.AT_LEAST:
            return order >= 0
        case Order.MORE:
            return order > 0
        case _ as never:
            assert_never(never)


def derive(derived: Derived, read: Read) -> Value | None:
    """Return the value of a derived fact; None where it depends on something unknown."""
    match derived:
        case FirstKnown():
            for fact in derived.of:
                value = read(fact)
                if value is not Word.NONE:
                    return value
            return Word.NONE
        case Within():
            start, day = read(derived.start), read(derived.day)
            if day is None or start is None:
                return None
            return isinstance(day, date) and isinstance(start, date) and day <= derived.span.after(start)
        case _ as never:
            assert_never(never)


def reader(values: Mapping[str, Value]) -> Read:
    """Return what reads facts and derived facts from values."""

    def read(subject: Subject) -> Value | None:
        return derive(subject, read) if isinstance(subject, Derived) else values.get(subject.name)

    return read
