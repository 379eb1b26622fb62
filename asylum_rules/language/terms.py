"""Terms as data: what a rule gives. A closed union of frozen nodes."""

from typing import TypeAlias

from attrs import frozen

from asylum_rules.language.subjects import Derived, Fact, Question
from asylum_rules.units.figure import Figure
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


Term: TypeAlias = Constant | ValueOf | AnswerOf | Sum | Times | Moved | StepsWithin | DatesBefore | LargestOf | TotalOf
"""A closed union: every reading of the language is one `match` over it."""
