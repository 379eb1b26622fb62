"""Dates that turn on the case: a month and a day of that month, moved exactly as `Span.after` moves a date."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import frozen

from asylum_rules.errors import AsylumRulesError
from asylum_rules.smt.logic import Number, Truth, any_of, choose

FIRST_YEAR: Final = 1950
LAST_YEAR: Final = 2100
"""Unknown dates lie from the first day of the first to the last day of the last."""

_SHORT: Final = (3, 5, 8, 10)
"""April, June, September and November, with January as 0."""
_ERA_MONTHS: Final = 4_800
_ERA_DAYS: Final = 146_097
"""Four hundred years are always so many months and so many days."""


class InexpressibleError(AsylumRulesError):
    """Something that has no short form over months and days; the message says what."""


@frozen
class Day:
    """A date: its month, counted from January of the year 0, and its day in that month."""

    month: Number
    day: Number


def day(of: date) -> Day:
    """Return a known date."""
    return Day(Number(12 * of.year + of.month - 1), Number(of.day))


def is_before(one: Day, other: Day) -> Truth:
    """Return whether a date is before another."""
    return one.month.is_below(other.month) | (one.month.is_equal(other.month) & one.day.is_below(other.day))


def is_within(number: Number, least: int, most: Number | int) -> Truth:
    """Return whether a number is between two others or one of them."""
    return ~number.is_below(least) & number.is_at_most(most)


def is_usual(of: Day) -> Truth:
    """Return whether a month and a day make a date, of the years that are looked at."""
    month = is_within(of.month, 12 * FIRST_YEAR, 12 * LAST_YEAR + 11)
    return month & is_within(of.day, 1, last_day(of.month))


def last_day(month: Number) -> Number:
    """Return the last day of a month."""
    of_year = month % 12
    short = choose(_is_one_of(of_year, _SHORT), Number(30), Number(31))
    return choose(of_year.is_equal(1), choose(_is_leap_february(month), Number(29), Number(28)), short)


def _is_leap_february(month: Number) -> Truth:
    return (month % 48).is_equal(1) & (~(month % 1_200).is_equal(1) | (month % _ERA_MONTHS).is_equal(1))


def _is_one_of(number: Number, values: Iterable[int]) -> Truth:
    return any_of(number.is_equal(value) for value in values)


def after(start: Day, months: Number, days: Number) -> Day:
    """Return the date that a span leads to: the same day of a later month or its last, then day by day.

    Raises `InexpressibleError` where the number of days turns on the case.
    """
    month = start.month + months
    last = last_day(month)
    same = Day(month, choose(start.day.is_at_most(last), start.day, last))
    if days.known is None:
        raise InexpressibleError("a date moved by a number of days that a fact gives")
    return _days_after(same, days.known)


def _days_after(start: Day, days: int) -> Day:
    """Count on from the start, and for each month that comes to its end carry the rest into the next."""
    eras, rest = divmod(days, _ERA_DAYS)
    month, count = start.month + eras * _ERA_MONTHS, start.day + rest
    for _ in range((rest + 27) // 28):
        last = last_day(month)
        is_past = last.is_below(count)
        month, count = choose(is_past, month + 1, month), choose(is_past, count - last, count)
    return Day(month, count)


def steps_before(months: Number, days: Number, start: Day, end: Day) -> Number:
    """Return how many steps of a span, counted from one date, fall strictly before another.

    Raises `InexpressibleError` for a step of months and days, and for one that turns on the case.
    """
    match months.known, days.known:
        case int() as step, 0:
            months_between = end.month - start.month - choose(start.day.is_below(end.day), Number(0), Number(1))
            return never_negative(months_between // step)
        case 0, int() as step:
            return never_negative((_ordinal(end) - _ordinal(start) - 1) // step)
        case _:
            raise InexpressibleError("steps of months and days together, or of a length that a fact gives")


def never_negative(number: Number) -> Number:
    """Return a number, and nothing where it is below that."""
    return choose(number.is_below(0), Number(0), number)


def _ordinal(of: Day) -> Number:
    """Return the number of a day, as `date.toordinal` does."""
    year, month = of.month // 12, of.month % 12
    before = year - 1
    in_year = Number(0)
    for place in range(1, 12):
        known = sum(28 if each == 1 else 30 if each in _SHORT else 31 for each in range(place))
        in_year = choose(month.is_equal(place), Number(known), in_year)
    leap = choose(~month.is_below(2) & _is_leap_february(year * 12 + 1), Number(1), Number(0))
    return before * 365 + before // 4 - before // 100 + before // 400 + in_year + leap + of.day
