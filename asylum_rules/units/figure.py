"""How firmly a number is stated: exactly, about, up to, at least, between, or not at all.

Arithmetic keeps the qualifier: twenty years and up to twenty more are between twenty and forty. It is interval
arithmetic, which forgets that two inexact figures may be the same one, so use an inexact figure once in a sum.
Nothing turns `UpTo(years(20))` into twenty years.
"""

from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import TypeAlias, assert_never

from attrs import frozen

from asylum_rules.errors import InvalidQuantityError
from asylum_rules.units.money import Money
from asylum_rules.units.span import Span

Quantity: TypeAlias = Span | Money | date | int


@frozen
class Exactly:
    """The quantity itself."""

    value: Quantity


@frozen
class About:
    """A quantity given as approximate; how approximate is not said."""

    value: Quantity


@frozen
class UpTo:
    """Anything from nothing to the quantity, both included; for a date, that day at the latest."""

    most: Quantity


@frozen
class AtLeast:
    """The quantity or anything above it."""

    least: Quantity


@frozen
class Between:
    """Anything from one quantity to another, both included."""

    least: Quantity
    most: Quantity

    def __attrs_post_init__(self) -> None:
        if compare(self.least, self.most) not in (-1, 0):
            raise InvalidQuantityError(f"between {self.least} and {self.most} there is nothing")


@frozen
class Unstated:
    """The source speaks of the figure and does not give it."""


Figure: TypeAlias = Exactly | About | UpTo | AtLeast | Between | Unstated


def compare(a: Quantity, b: Quantity) -> int | None:
    """Return -1, 0 or 1 as `a` is less than, equal to or more than `b`; None where they have no order.

    >>> compare(2, 7), compare(Span(months=60), Span(years=5)), compare(Span(days=42), 42)
    (-1, 0, None)
    """
    match a, b:
        case (Span(), Span()) | (Money(), Money()):
            return a.compare(b)  # type: ignore[arg-type,union-attr]  # the pattern pairs them
        case (int(), int()) | (date(), date()):
            return (a > b) - (a < b)  # type: ignore[operator]  # the pattern pairs them
        case _:
            return None


def bounds(figure: Figure) -> tuple[Quantity | None, Quantity | None]:
    """Return the least and the most a figure may be; None where it has no such bound.

    The least of `UpTo` is nothing at all of that kind; a date has no nothing, so there it is None.
    """
    match figure:
        case Exactly(value) | About(value):
            return value, value
        case UpTo(most):
            return _nothing(most), most
        case AtLeast(least):
            return least, None
        case Between(least, most):
            return least, most
        case Unstated():
            return None, None
        case _ as never:
            assert_never(never)


def spanning(a: Figure, b: Figure) -> Figure:
    """Return the smallest figure that holds both; `Unstated` where no figure does."""
    if a == b:
        return a
    if not all(isinstance(figure, Exactly | UpTo | AtLeast | Between) for figure in (a, b)):
        return Unstated()
    (low, high), (other_low, other_high) = bounds(a), bounds(b)
    least = _either(low, other_low, -1)
    most = _either(high, other_high, 1)
    return _from_bounds(least, most)


def add(a: Figure, b: Figure) -> Figure:
    """Return the sum of two spans, amounts or counts.

    >>> add(Exactly(Span(years=20)), UpTo(Span(years=20))) == Between(Span(years=20), Span(years=40))
    True
    """
    return _lift(lambda x, y: x + y, a, b)  # type: ignore[operator]  # kinds are checked when a term is made


def less(whole: Figure, part: Figure) -> Figure:
    """Return what a span, an amount or a count is less another, and never below nothing.

    `Unstated` of months and days, which have no order.

    >>> less(Exactly(Span(years=20)), Between(Span(years=3), Span(years=5))) == Between(Span(years=15), Span(years=17))
    True
    """
    if _no_order(*bounds(whole), *bounds(part)):
        return Unstated()
    return _lift(_less, whole, part, falling=True)


def times(figure: Figure, count: int) -> Figure:
    """Return a span, an amount or a count so many times over."""
    return _lift(_repeated, figure, Exactly(count))


def largest(a: Figure, b: Figure) -> Figure:
    """Return the larger of two spans, amounts or counts; `Unstated` of months and days, which have no order.

    >>> largest(Exactly(Span(years=5)), UpTo(Span(years=20))) == Between(Span(years=5), Span(years=20))
    True
    """
    if _no_order(*bounds(a), *bounds(b)):
        return Unstated()
    return _lift(lambda x, y: y if compare(x, y) == -1 else x, a, b)


def moved(start: Figure, span: Figure) -> Figure:
    """Return the date that a span leads to.

    >>> moved(Exactly(date(2026, 11, 2)), UpTo(Span(years=20)))
    UpTo(most=datetime.date(2046, 11, 2))
    """
    later = _lift(lambda x, y: y.after(x), start, span)  # type: ignore[union-attr,arg-type]
    return UpTo(later.most) if isinstance(later, Between) and isinstance(span, UpTo) else later


def steps_within(every: Figure, period: Figure) -> Figure:
    """Return how many steps, counted from a period's start, fall strictly before its end.

    The k-th step falls at start + k times `every`, so the count is the same from whichever day one starts.
    `Unstated` where months are set against days.

    >>> steps_within(Exactly(Span(months=30)), Exactly(Span(years=20)))
    Exactly(value=7)
    """
    step, (least, most) = bounds(every)[0], bounds(period)
    if not isinstance(every, Exactly) or not isinstance(step, Span):
        return Unstated()
    counts = [None if end is None else _steps(step, end) for end in (least, most)]
    if isinstance(period, About | Unstated) or any(
        c is None and e is not None for c, e in zip(counts, (least, most), strict=True)
    ):
        return Unstated()
    return _from_bounds(*counts)


def dates_before(every: Figure, start: date, end: Figure) -> Figure:
    """Return how many steps of `every`, counted from `start`, fall strictly before the date `end`."""
    step, (least, most) = bounds(every)[0], bounds(end)
    if not isinstance(every, Exactly) or not isinstance(step, Span) or isinstance(end, About | Unstated):
        return Unstated()
    if step.compare(Span()) == 0:
        return Unstated()
    return _from_bounds(
        0 if least is None else _dates(step, start, least), None if most is None else _dates(step, start, most)
    )


def _no_order(*ends: Quantity | None) -> bool:
    return any(compare(one, other) is None for one, other in combinations((e for e in ends if e is not None), 2))


def _less(whole: Quantity, part: Quantity) -> Quantity:
    match whole, part:
        case (int(), int()):
            return max(0, whole - part)
        case (Span(), Span()) | (Money(), Money()):
            return whole.less(part)  # type: ignore[arg-type,union-attr]  # the pattern pairs them
        case _:
            raise InvalidQuantityError(f"{part} cannot be taken from {whole}")


def _repeated(quantity: Quantity, count: Quantity) -> Quantity:
    match quantity, count:
        case (int(), int()):
            return quantity * count
        case (Span() | Money(), int()):
            return quantity.times(count)
        case _:
            raise InvalidQuantityError(f"{quantity} cannot be taken {count} times")


def _steps(step: Span, end: Quantity) -> int | None:
    if not isinstance(end, Span) or (step.in_months and step.in_days):
        return None
    unit, length = (step.in_months, end.in_months) if step.in_months else (step.in_days, end.in_days)
    if unit == 0 or length != end.in_months + end.in_days:
        return None
    return max(0, -(-length // unit) - 1)


def _dates(step: Span, start: date, end: Quantity) -> int:
    count = 0
    while step.times(count + 1).after(start) < end:  # type: ignore[operator]  # `end` is a date by the term's kind
        count += 1
    return count


def _nothing(like: Quantity) -> Quantity | None:
    match like:
        case Span():
            return Span()
        case Money():
            return Money(0, like.currency)
        case int():
            return 0
        case date():
            return None
        case _ as never:
            assert_never(never)


def _lift(operate: Callable[[Quantity, Quantity], Quantity], a: Figure, b: Figure, *, falling: bool = False) -> Figure:
    """Return the result of an operation that rises with both figures, or falls as the second one rises."""
    match a, b:
        case (Exactly(x), Exactly(y)):
            return Exactly(operate(x, y))
        case (Unstated(), _) | (_, Unstated()):
            return Unstated()
        case (About(x), Exactly(y) | About(y)) | (Exactly(x), About(y)):
            return About(operate(x, y))
        case (About(), _) | (_, About()):
            return Unstated()
        case _:
            (low, high), (other_low, other_high) = bounds(a), bounds(b)[:: -1 if falling else 1]
            least = None if low is None or other_low is None else operate(low, other_low)
            most = None if high is None or other_high is None else operate(high, other_high)
            return _from_bounds(least, most)


def _from_bounds(least: Quantity | None, most: Quantity | None) -> Figure:
    if least is None and most is None:
        return Unstated()
    if most is None:
        return AtLeast(least)  # type: ignore[arg-type]  # one of the two is there
    if least is None:
        return UpTo(most)
    if least == most:
        return Exactly(most)
    return UpTo(most) if least == _nothing(most) else Between(least, most)


def _either(a: Quantity | None, b: Quantity | None, wanted: int) -> Quantity | None:
    if a is None or b is None:
        return None
    order = compare(a, b)
    if order is None:
        return None
    return a if order in (wanted, 0) else b
