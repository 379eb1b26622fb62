"""Whether one answer is the same as another, or better for the person: the same order as `diff` tells of one case."""

from asylum_rules.language.subjects import Favours, Question
from asylum_rules.smt.figure import Figure, Shape, no_order
from asylum_rules.smt.logic import FALSE, Truth, all_of
from asylum_rules.smt.quantity import Quantity, is_alike, is_below
from asylum_rules.smt.term import Codes, Value
from asylum_rules.units.word import Word


def same(one: Value, other: Value) -> Truth:
    """Return whether two answers are the same as stated."""
    match one, other:
        case Figure(), Figure():
            return Truth(one.shape is other.shape) & _is_alike(one.low, other.low) & _is_alike(one.high, other.high)
        case Codes(), Codes():
            pairs = zip(one.chosen, other.chosen, strict=True)
            return all_of((first & second) | ~(first | second) for first, second in pairs)
        case _:
            return Truth(one == other)


def _is_alike(one: Quantity | None, other: Quantity | None) -> Truth:
    return Truth(one is other) if one is None or other is None else is_alike(one, other)


def better(first: Value, second: Value, question: Question) -> Truth:
    """Return whether the second of two answers is the more favourable one.

    Figures that overlap, months against days, and answers of which one is no figure, code or word have no order.
    """
    favours = question.favours
    if isinstance(favours, tuple):
        ranked = first in favours and second in favours
        return Truth(ranked and favours.index(str(second)) < favours.index(str(first)))
    if favours is None:
        return FALSE
    if isinstance(first, Figure) and isinstance(second, Figure):
        low, high = (first, second) if favours is Favours.MORE else (second, first)
        return _lies_above(high, low)
    place, other = _rank(first, question), _rank(second, question)
    return Truth(place is not None and other is not None and place < other)


def _lies_above(one: Figure, other: Figure) -> Truth:
    """Return whether everything that a figure may be is more than everything that another may be."""
    if Shape.ABOUT in (one.shape, other.shape) or one.low is None or other.high is None:
        return FALSE
    return is_below(other.high, one.low) & ~no_order(one, other)


def _rank(value: Value, question: Question) -> int | None:
    """Return 1 for a word that is better than any figure, -1 for one that is worse, 0 for a figure."""
    if value is Word.NONE:
        return None if question.none_is_best is None else 1 if question.none_is_best else -1
    if value is Word.INDEFINITE:
        return 1 if question.favours is Favours.MORE else -1
    return 0 if isinstance(value, Figure) and value.shape is not Shape.UNSTATED else None
