"""What a term comes to in every case once its parts are worked out: the same as `language.working` on known parts."""

from collections.abc import Callable, Iterable
from enum import Enum
from functools import reduce as fold
from typing import Final, TypeAlias, assert_never

from attrs import frozen

from asylum_rules.language.kinds import Kind
from asylum_rules.language.terms import (
    Combined,
    DatesBefore,
    Difference,
    Given,
    LargestOf,
    Moved,
    StepsWithin,
    Sum,
    Times,
    TotalOf,
)
from asylum_rules.smt.choice import Choice, only
from asylum_rules.smt.figure import (
    UNSTATED,
    Figure,
    Shape,
    add,
    dates_before,
    exactly,
    figure,
    largest,
    less,
    moved,
    steps_within,
    times,
)
from asylum_rules.smt.logic import Truth
from asylum_rules.smt.quantity import quantity
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word


class Silence(Enum):
    """Why nothing is said."""

    NOT_COVERED = "not covered"
    GAP = "no rule applies"
    CLASH = "rules that differ apply"


@frozen
class Codes:
    """Several codes: of each code of the question whether it is one of them."""

    chosen: tuple[Truth, ...]


Value: TypeAlias = Figure | Codes | str | Silence
"""What is said: a figure, codes, a code or a word, or nothing."""

_ZERO: Final = {
    Kind.SPAN: exactly(quantity(Span())),
    Kind.COUNT: exactly(quantity(0)),
    Kind.MONEY: exactly(quantity(Money(0, Currency.GBP))),
}


def constant(given: Given) -> Value:
    """Return a value written in a rule that gives one."""
    match given:
        case str():
            return given
        case tuple():
            raise AssertionError("codes are gathered rule by rule")
        case _:
            return figure(given)


def combined(term: Combined, parts: tuple[Value, ...]) -> Choice[Value]:
    """Return what a term comes to when its parts, in the order of `parts_of`, come to these."""
    silent = next((part for part in parts if isinstance(part, Silence)), None)
    if silent is not None:
        return only(silent)
    match term:
        case Sum():
            return _worked_out(parts, _added_up)
        case Difference():
            return _worked_out(parts, less)
        case Times():
            return _worked_out(parts, times)
        case Moved():
            return _worked_out(parts, moved)
        case StepsWithin():
            return only(_ZERO[Kind.COUNT]) if parts[0] is Word.NONE else _worked_out(parts, steps_within)
        case DatesBefore():
            return only(_ZERO[Kind.COUNT]) if parts[0] is Word.NONE else _worked_out(parts, dates_before)
        case _ as never:
            assert_never(never)


def contributed(term: LargestOf | TotalOf, given: tuple[Value, ...]) -> Choice[Value]:
    """Return what the contributions to a part come to; nothing where none is made."""
    silent = next((part for part in given if isinstance(part, Silence)), None)
    if silent is not None:
        return only(silent)
    match term:
        case LargestOf():
            return _worked_out(given, _largest) if given else only(_ZERO[term.part.kind])
        case TotalOf():
            return _worked_out(given, _added_up) if given else only(_ZERO[term.part.kind])
        case _ as never:
            assert_never(never)


def _worked_out(parts: tuple[Value, ...], operate: Callable[..., Choice[Figure]]) -> Choice[Value]:
    """Return the result; of a word, or of what is not stated, nothing can be worked out."""
    figures = [part for part in parts if isinstance(part, Figure) and part.shape is not Shape.UNSTATED]
    return _as_value(only(UNSTATED) if len(figures) < len(parts) else operate(*figures))


def _as_value(choice: Choice[Figure]) -> Choice[Value]:
    return Choice(choice.cases)


def _added_up(*figures: Figure) -> Choice[Figure]:
    return _folded(add, figures)


def _largest(*figures: Figure) -> Choice[Figure]:
    return _folded(largest, figures)


def _folded(operate: Callable[[Figure, Figure], Choice[Figure]], figures: Iterable[Figure]) -> Choice[Figure]:
    first, *others = figures
    return fold(lambda total, more: total.then(lambda so_far: operate(so_far, more)), others, only(first))
