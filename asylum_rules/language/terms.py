"""Terms as data: what a rule gives. A closed union of frozen nodes."""

from typing import TypeAlias, assert_never

from attrs import fields, frozen, has

from asylum_rules.language.subjects import Derived, Fact, Question
from asylum_rules.units.figure import Figure
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

Given: TypeAlias = Figure | Word | str | tuple[str, ...]
"""A value that an answer can have: a figure, one of the words, a code, or several codes."""


@frozen
class Constant:
    """A value written in the rule."""

    value: Given


@frozen
class ValueOf:
    """A date, a count or an amount read from the case."""

    fact: Fact | Derived


@frozen
class AnswerOf:
    """The answer to another question about the same case."""

    question: Question


@frozen
class Sum:
    """The terms added up."""

    terms: tuple["Term", ...]


@frozen
class Difference:
    """A term less another, and never below nothing."""

    whole: "Term"
    less: "Term"


@frozen
class Times:
    """A span, an amount or a count, as many times as a fact counts."""

    term: "Term"
    count: Fact


@frozen
class Moved:
    """The date that a span leads to from another date."""

    start: "Term"
    span: "Term"


@frozen
class StepsWithin:
    """How many steps, counted from the start of a period, fall strictly before its end."""

    every: "Term"
    period: "Term"


@frozen
class DatesBefore:
    """How many steps, counted from one date, fall strictly before another date."""

    every: "Term"
    start: "Term"
    end: "Term"


@frozen
class LargestOf:
    """The largest contribution to a part; nothing where none is made."""

    part: Question


@frozen
class TotalOf:
    """The sum of the contributions to a part; nothing where none is made."""

    part: Question


Combined: TypeAlias = Sum | Difference | Times | Moved | StepsWithin | DatesBefore
"""The terms that are worked out from other terms."""

Term: TypeAlias = Constant | ValueOf | AnswerOf | LargestOf | TotalOf | Combined
"""A closed union: every reading of the language is one `match` over it."""


def parts_of(term: Combined) -> tuple[Term, ...]:
    """Return the terms that a term is worked out from, in the order written."""
    match term:
        case Sum(terms):
            return terms
        case Times(inner, count):
            return (inner, ValueOf(count))
        case Difference(first, second) | Moved(first, second) | StepsWithin(first, second):
            return (first, second)
        case DatesBefore(every, start, end):
            return (every, start, end)
        case _ as never:
            assert_never(never)


def same(one: object, other: object) -> bool:
    """Return whether two terms are the same, however the spans in them are written.

    >>> from asylum_rules.units.figure import Exactly
    >>> same(Constant(Exactly(Span(years=5))), Constant(Exactly(Span(months=60))))
    True
    """
    if isinstance(one, Span) and isinstance(other, Span):
        return one.compare(other) == 0
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    node = type(one)
    if node is type(other) and has(node):
        return all(same(getattr(one, each.name), getattr(other, each.name)) for each in fields(node))
    return one == other
