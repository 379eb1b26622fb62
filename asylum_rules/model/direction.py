"""Whether one answer differs from another, and for which of the two the person would rather be asked."""

from enum import StrEnum
from itertools import combinations
from typing import Final, TypeAlias

from asylum_rules.language.subjects import Favours, Question
from asylum_rules.language.terms import Constant, Moved
from asylum_rules.model.answer import Formula, Result, Said, Status
from asylum_rules.units.figure import About, Exactly, Figure, Quantity, bounds, compare
from asylum_rules.units.word import Word

Changed: TypeAlias = bool | None
"""Whether an answer changes; None where it depends."""


class Direction(StrEnum):
    """How the second of two answers is for the person, set against the first."""

    MORE_FAVOURABLE = "more_favourable"
    LESS_FAVOURABLE = "less_favourable"
    SAME = "same"
    DIFFERENT = "different"
    """They differ and have no order."""
    DEPENDS = "depends"
    """It is not the same in every completion, or the figures overlap."""


_TURNED: Final = {-1: Direction.MORE_FAVOURABLE, 0: Direction.SAME, 1: Direction.LESS_FAVOURABLE}
"""By whether the second answer ranks before, with or after the first, best first."""


def change(first: Said, second: Said, question: Question) -> tuple[Changed, Direction]:
    """Return whether the second answer differs from the first as stated, and its direction.

    A figure that is not stated may be any, so its direction depends.
    """
    (status, value), (other_status, other) = first, second
    if status is not other_status:
        unstated = Status.UNSTATED in (status, other_status) and Status.NOT_COVERED not in (status, other_status)
        return True, Direction.DEPENDS if unstated else Direction.DIFFERENT
    if value is None or other is None or value == other:
        return False, Direction.SAME
    if isinstance(value, Formula) or isinstance(other, Formula):
        return _between_formulas(value, other, question)
    direction = _direction(value, other, question)
    return direction is not Direction.SAME, direction


def _between_formulas(first: Result, second: Result, question: Question) -> tuple[Changed, Direction]:
    """Compare dates that count from the same unknown day by how far they lie from it."""
    if isinstance(first, Formula) and isinstance(second, Formula):
        match first.term, second.term:
            case Moved(start, Constant(span)), Moved(other_start, Constant(other_span)) if start == other_start:
                direction = _direction(span, other_span, question)
                return direction is not Direction.SAME, direction
    return None, Direction.DEPENDS


def _direction(first: Result, second: Result, question: Question) -> Direction:
    if isinstance(question.favours, tuple):
        order = question.favours
        if first in order and second in order:
            place, other = order.index(str(first)), order.index(str(second))
            return _TURNED[(other > place) - (other < place)]
    if isinstance(first, Figure) and isinstance(second, Figure):
        return _of_figures(first, second, question)
    if isinstance(question.favours, Favours):
        place_of, other_of = _rank(first, question), _rank(second, question)
        if place_of is not None and other_of is not None and place_of != other_of:
            return Direction.MORE_FAVOURABLE if other_of > place_of else Direction.LESS_FAVOURABLE
    return Direction.DIFFERENT


def _rank(value: Result, question: Question) -> int | None:
    """Return 1 for a word that is better than any figure, -1 for one that is worse, 0 for a figure."""
    if value is Word.NONE:
        return None if question.none_is_best is None else 1 if question.none_is_best else -1
    if value is Word.INDEFINITE:
        return 1 if question.favours is Favours.MORE else -1
    return 0 if isinstance(value, Figure) else None


def _of_figures(first: Figure, second: Figure, question: Question) -> Direction:
    (low, high), (other_low, other_high) = bounds(first), bounds(second)
    if type(first) is type(second) and _alike(low, other_low) and _alike(high, other_high):
        return Direction.SAME
    exact = isinstance(first, Exactly) and isinstance(second, Exactly)
    above, below = _beyond(other_low, high), _beyond(low, other_high)
    if _no_order(low, high, other_low, other_high) or (exact and question.favours is None):
        return Direction.DIFFERENT
    if isinstance(first, About) or isinstance(second, About) or not (above or below):
        return Direction.DEPENDS
    if question.favours is None:
        return Direction.DIFFERENT
    better = above is (question.favours is Favours.MORE)
    return Direction.MORE_FAVOURABLE if better else Direction.LESS_FAVOURABLE


def _beyond(low: Quantity | None, high: Quantity | None) -> bool:
    return low is not None and high is not None and compare(low, high) == 1


def _alike(a: Quantity | None, b: Quantity | None) -> bool:
    return a is b or (a is not None and b is not None and compare(a, b) == 0)


def _no_order(*ends: Quantity | None) -> bool:
    known = [end for end in ends if end is not None]
    return any(compare(one, other) is None for one, other in combinations(known, 2))
