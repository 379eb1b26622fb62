"""Figures and calendars worked out the plain way, sharing nothing with the library but the values themselves."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Figure, Unstated, UpTo
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span

Ends = tuple[Any, Any]


def later(start: date, span: Span) -> date:
    """The same day so many months on, or the last of that month; then so many days on."""
    year, month, day = start.year + span.years, start.month + span.months, start.day
    while month > 12:
        year, month = year + 1, month - 12
    while day > monthrange(year, month)[1]:
        day -= 1
    return date(year, month, day) + timedelta(days=7 * span.weeks + span.days)


def order(one: Any, other: Any) -> int | None:
    """Which of two quantities is more; None of months against days."""
    if isinstance(one, Span):
        longer = 12 * one.years + one.months - 12 * other.years - other.months
        more = 7 * one.weeks + one.days - 7 * other.weeks - other.days
        if (longer < 0 < more) or (more < 0 < longer):
            return None
        return sign(longer or more)
    if isinstance(one, Money):
        return sign(one.minor - other.minor) if one.currency is other.currency else None
    return int(one > other) - int(one < other)


def sign(number: int) -> int:
    return 1 if number > 0 else -1 if number < 0 else 0


def zero(like: Any) -> Any:
    if isinstance(like, Span):
        return Span()
    if isinstance(like, Money):
        return Money(0, like.currency)
    return None if isinstance(like, date) else 0


def ends(figure: Figure) -> Ends:
    match figure:
        case Exactly(value) | About(value):
            return value, value
        case UpTo(most):
            return zero(most), most
        case AtLeast(least):
            return least, None
        case Between(least, most):
            return least, most
        case Unstated():
            return None, None


def between(least: Any, most: Any) -> Figure:
    if least is None and most is None:
        return Unstated()
    if most is None:
        return AtLeast(least)
    if least is None:
        return UpTo(most)
    if order(least, most) == 0:
        return Exactly(most)
    return UpTo(most) if least == zero(most) else Between(least, most)


def lifted(operate: Callable[[Any, Any], Any], one: Figure, other: Figure, *, falling: bool = False) -> Figure:
    """An operation on every quantity that two figures may be; what is about something is so after it."""
    if isinstance(one, Unstated) or isinstance(other, Unstated):
        return Unstated()
    if isinstance(one, About) or isinstance(other, About):
        if isinstance(one, About | Exactly) and isinstance(other, About | Exactly):
            return About(operate(one.value, other.value))
        return Unstated()
    (low, high), (first, last) = ends(one), ends(other)
    if falling:
        first, last = last, first
    return between(
        None if low is None or first is None else operate(low, first),
        None if high is None or last is None else operate(high, last),
    )


def mixed(one: Figure, other: Figure) -> bool:
    every = [each for each in (*ends(one), *ends(other)) if each is not None]
    return any(order(a, b) is None for a in every for b in every)


def added(one: Figure, other: Figure) -> Figure:
    return lifted(plus, one, other)


def plus(one: Any, other: Any) -> Any:
    if isinstance(one, Span):
        return Span(one.years + other.years, one.months + other.months, one.weeks + other.weeks, one.days + other.days)
    return Money(one.minor + other.minor, one.currency) if isinstance(one, Money) else one + other


def taken_off(whole: Figure, part: Figure) -> Figure:
    return Unstated() if mixed(whole, part) else lifted(minus, whole, part, falling=True)


def minus(one: Any, other: Any) -> Any:
    if order(one, other) != 1:
        return zero(one)
    if isinstance(one, Span):
        months = 12 * one.years + one.months - 12 * other.years - other.months
        return Span(months=months, days=7 * one.weeks + one.days - 7 * other.weeks - other.days)
    return Money(one.minor - other.minor, one.currency) if isinstance(one, Money) else one - other


def so_often(figure: Figure, count: int) -> Figure:
    def repeated(one: Any, _: Any) -> Any:
        total = zero(one)
        for _ in range(count):
            total = plus(total, one)
        return total

    return lifted(repeated, figure, Exactly(count))


def larger(one: Figure, other: Figure) -> Figure:
    return Unstated() if mixed(one, other) else lifted(lambda a, b: b if order(a, b) == -1 else a, one, other)


def moved(start: Figure, span: Figure) -> Figure:
    found = lifted(later, start, span)
    return UpTo(found.most) if isinstance(found, Between) and isinstance(span, UpTo) else found


def steps(every: Figure, period: Figure) -> Figure:
    """How many whole steps end before a period does."""
    if not isinstance(every, Exactly) or isinstance(period, About | Unstated):
        return Unstated()
    counted = [None if end is None else steps_to(every.value, end) for end in ends(period)]
    if -1 in counted:
        return Unstated()
    return between(*counted)


def steps_to(step: Any, end: Any) -> int:
    """The number of steps, or -1 where months meet days or there is no step."""
    apart = (step.in_months and (step.in_days or end.in_days)) or (step.in_days and end.in_months)
    if apart or order(step, Span()) == 0:
        return -1
    count = 0
    while order(step.times(count + 1), end) == -1:
        count += 1
    return count


def dates(every: Figure, start: Figure, end: Figure) -> Figure:
    """How many steps from a date fall before another."""
    if not isinstance(every, Exactly) or not isinstance(start, Exactly) or isinstance(end, About | Unstated):
        return Unstated()
    if every.value == Span() or not isinstance(every.value, Span):
        return Unstated()
    low, high = ends(end)
    first = 0 if low is None else dates_to(every.value, start.value, low)
    return between(first, None if high is None else dates_to(every.value, start.value, high))


def dates_to(step: Span, start: Any, end: Any) -> int:
    count, so_far = 0, step
    while later(start, so_far) < end:
        count, so_far = count + 1, plus(so_far, step)
    return count


NOTHING = {"span": Exactly(Span()), "count": Exactly(0), "money": Exactly(Money(0, Currency.GBP))}
