"""The words that rules are written with."""

from datetime import date

from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order
from asylum_rules.language.subjects import Derived, Fact, Point, Question, Subject
from asylum_rules.language.terms import Constant, Given, Term
from asylum_rules.units.figure import Exactly, Figure, Quantity
from asylum_rules.units.word import Word

ALWAYS = AllOf(())
"""The condition that always holds."""


def all_of(*parts: Condition) -> Condition:
    """Every part holds."""
    return AllOf(parts)


def any_of(*parts: Condition) -> Condition:
    """At least one part holds."""
    return AnyOf(parts)


def not_(part: Condition) -> Condition:
    """The part does not hold."""
    return Not(part)


def holds(fact: Fact | Derived) -> Condition:
    """A yes/no fact is yes."""
    return OneOf(fact, (True,))


def is_no(fact: Fact | Derived) -> Condition:
    """A yes/no fact is no: not yes, and not rightly absent."""
    return OneOf(fact, (False,))


def is_one_of(subject: Subject, *values: Value) -> Condition:
    """A fact, or the answer to a question, is one of some codes or values."""
    return OneOf(subject, values)


def is_none(fact: Fact | Derived) -> Condition:
    """A fact is rightly absent."""
    return OneOf(fact, (Word.NONE,))


def is_given(fact: Fact | Derived) -> Condition:
    """A fact that may be absent is not."""
    return Not(is_none(fact))


def read_as(point: Point, reading: str) -> Condition:
    """An open point is read in one way."""
    return OneOf(point, (reading,))


def before(fact: Fact | Derived, day: date) -> Condition:
    """A date is before a day."""
    return Compare(fact, Order.LESS, day)


def on_or_before(fact: Fact | Derived, day: date) -> Condition:
    """A date is a day or before it."""
    return Compare(fact, Order.AT_MOST, day)


def on_or_after(fact: Fact | Derived, day: date) -> Condition:
    """A date is a day or after it."""
    return Compare(fact, Order.AT_LEAST, day)


def at_least(fact: Fact | Derived, value: Value) -> Condition:
    """A count, an amount or an ordered code is a value or above it."""
    return Compare(fact, Order.AT_LEAST, value)


def more_than(fact: Fact | Derived, value: Value) -> Condition:
    """A count, an amount or an ordered code is above a value."""
    return Compare(fact, Order.MORE, value)


def gives(value: Given | Quantity | Term) -> Term:
    """Return what a rule gives as a term: a bare span, amount, date or count is meant exactly."""
    if isinstance(value, Term):
        return value
    if isinstance(value, Figure | str | tuple):
        return Constant(value)
    return Constant(Exactly(value))


def answer_is(question: Question, *codes: str) -> Condition:
    """The answer to a question of kind code is one of some codes."""
    return OneOf(question, codes)
