"""What a term comes to once its parts are worked out. What a part still waits for is left standing."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import reduce as fold
from typing import Final, assert_never

from asylum_rules.language.kinds import Kind
from asylum_rules.language.terms import (
    Combined,
    Constant,
    DatesBefore,
    Difference,
    LargestOf,
    Moved,
    StepsWithin,
    Sum,
    Term,
    Times,
    TotalOf,
)
from asylum_rules.units.figure import (
    Exactly,
    Figure,
    Unstated,
    add,
    dates_before,
    largest,
    less,
    moved,
    steps_within,
    times,
)
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

_ZERO: Final[Mapping[Kind, Figure]] = {
    Kind.SPAN: Exactly(Span()),
    Kind.COUNT: Exactly(0),
    Kind.MONEY: Exactly(Money(0, Currency.GBP)),
}
_NO_FIGURE: Final = (str, tuple, Unstated)
"""What nothing can be worked out of."""
_NEVER: Final = Constant(Word.NONE)
_NOT_ONE: Final = Constant(Exactly(0))


def combined(term: Combined, parts: tuple[Term, ...]) -> Term:
    """Return what a term comes to when its parts, in the order of `parts_of`, come to these.

    >>> from asylum_rules.units.span import years
    >>> ten, twenty = Constant(Exactly(years(10))), Constant(Exactly(years(20)))
    >>> combined(Sum((ten, twenty)), (ten, twenty))
    Constant(value=Exactly(value=Span(years=30, months=0, weeks=0, days=0)))
    """
    match term:
        case Sum():
            return _added_up(parts)
        case Difference():
            return _worked_out(parts, less) or Difference(*parts)
        case Times(_, count):
            return _worked_out(parts, _so_many_times) or Times(parts[0], count)
        case Moved():
            return _worked_out(parts, moved) or Moved(*parts)
        case StepsWithin():
            return _NOT_ONE if parts[0] == _NEVER else _worked_out(parts, steps_within) or StepsWithin(*parts)
        case DatesBefore():
            return _NOT_ONE if parts[0] == _NEVER else _worked_out(parts, _dates) or DatesBefore(*parts)
        case _ as never:
            assert_never(never)


def contributed(term: LargestOf | TotalOf, given: tuple[Term, ...]) -> Term:
    """Return what the contributions to a part come to; nothing where none is made."""
    match term:
        case LargestOf():
            return (_worked_out(given, _largest) or term) if given else Constant(nothing(term.part.kind))
        case TotalOf():
            return _added_up(given) if given else Constant(nothing(term.part.kind))
        case _ as never:
            assert_never(never)


def nothing(kind: Kind) -> Figure:
    """Return what a part comes to where nothing is added to it."""
    return _ZERO[kind]


def _worked_out(parts: tuple[Term, ...], operate: Callable[..., Figure]) -> Constant | None:
    """Return the result where every part is known, None where one is not; of a word nothing can be worked out."""
    values = [part.value for part in parts if isinstance(part, Constant)]
    for value in values:
        if isinstance(value, _NO_FIGURE):
            return Constant(Unstated())
    return None if len(values) < len(parts) else Constant(operate(*values))


def _added_up(parts: tuple[Term, ...]) -> Term:
    """Return the sum of the known parts, and the others beside it."""
    flat = tuple(each for part in parts for each in (part.terms if isinstance(part, Sum) else (part,)))
    known = tuple(part for part in flat if isinstance(part, Constant))
    others = tuple(part for part in flat if not isinstance(part, Constant))
    total = _worked_out(known, lambda *figures: fold(add, figures)) if known else None
    if total is not None and (not others or total == Constant(Unstated())):
        return total
    kept = others if total is None or _is_nothing(total) else (*others, total)
    return kept[0] if len(kept) == 1 else Sum(kept)


def _is_nothing(term: Term) -> bool:
    return isinstance(term, Constant) and term.value in _ZERO.values()


def _largest(*figures: Figure) -> Figure:
    return fold(largest, figures)


def _so_many_times(figure: Figure, count: Figure) -> Figure:
    return times(figure, count.value) if isinstance(count, Exactly) and isinstance(count.value, int) else Unstated()


def _dates(every: Figure, start: Figure, end: Figure) -> Figure:
    if isinstance(start, Exactly) and isinstance(start.value, date):
        return dates_before(every, start.value, end)
    return Unstated()
