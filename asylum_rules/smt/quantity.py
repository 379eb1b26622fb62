"""Quantities that turn on the case, and what `units` does with them: order, sum, difference, repetition."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final, TypeAlias, assert_never

from attrs import evolve, frozen

from asylum_rules.language.kinds import Kind
from asylum_rules.smt.calendar import Day, InexpressibleError, day, is_before, never_negative
from asylum_rules.smt.logic import FALSE, Model, Number, Truth, all_of, choose
from asylum_rules.units import figure as units
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span

Known: TypeAlias = units.Quantity | Moment

PARTS: Final = {
    Kind.DATE: ("month", "day"),
    Kind.SPAN: ("years", "months", "weeks", "days"),
    Kind.COUNT: ("count",),
    Kind.MONEY: ("minor",),
    Kind.MOMENT: ("minute",),
}
"""The whole numbers that a quantity of each kind is made of."""

EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001  # moments are local times
_MINUTE: Final = timedelta(minutes=1)


@frozen
class Quantity:
    """A quantity of one kind: its parts in the order of `PARTS`."""

    kind: Kind
    parts: tuple[Number, ...]
    currency: Currency | None = None

    @property
    def as_day(self) -> Day:
        """The quantity as a date."""
        return Day(*self.parts)

    @property
    def in_months(self) -> Number:
        """The years and months of a span, in months."""
        return self.parts[0] * 12 + self.parts[1]

    @property
    def in_days(self) -> Number:
        """The weeks and days of a span, in days."""
        return self.parts[2] * 7 + self.parts[3]


def on(date_: Day) -> Quantity:
    """Return a date as a quantity."""
    return Quantity(Kind.DATE, (date_.month, date_.day))


def count(number: Number) -> Quantity:
    """Return a number as a count."""
    return Quantity(Kind.COUNT, (number,))


def quantity(known: Known) -> Quantity:
    """Return a known quantity."""
    match known:
        case date():
            return on(day(known))
        case Span():
            return Quantity(Kind.SPAN, tuple(map(Number, (known.years, known.months, known.weeks, known.days))))
        case Money():
            return Quantity(Kind.MONEY, (Number(known.minor),), known.currency)
        case Moment():
            return Quantity(Kind.MOMENT, (Number((known.at - EPOCH) // _MINUTE),))
        case int():
            return count(Number(known))
        case _ as never:
            assert_never(never)


def known_in(of: Quantity, model: Model) -> Known:
    """Return what a quantity is in one case."""
    first, *others = map(model.number, of.parts)
    match of.kind:
        case Kind.DATE:
            year, month = divmod(first, 12)
            return date(year, month + 1, others[0])
        case Kind.SPAN:
            return Span(first, *others)
        case Kind.MONEY:
            return Money(first, of.currency or Currency.GBP)
        case Kind.MOMENT:
            return Moment(EPOCH + first * _MINUTE)
        case _:
            return first


def is_below(a: Quantity, b: Quantity) -> Truth:
    """Return whether the first is less than the second."""
    if a.kind is Kind.DATE:
        return is_before(a.as_day, b.as_day)
    if a.kind is Kind.SPAN:
        at_most = a.in_months.is_at_most(b.in_months) & a.in_days.is_at_most(b.in_days)
        return at_most & (a.in_months.is_below(b.in_months) | a.in_days.is_below(b.in_days))
    return a.parts[0].is_below(b.parts[0]) if a.currency is b.currency else FALSE


def is_alike(a: Quantity, b: Quantity) -> Truth:
    """Return whether two quantities are equally much, however they are written."""
    if a.kind is Kind.SPAN:
        return a.in_months.is_equal(b.in_months) & a.in_days.is_equal(b.in_days)
    return is_identical(a, b)


def is_identical(a: Quantity, b: Quantity) -> Truth:
    """Return whether two quantities are written alike."""
    if a.currency is not b.currency:
        return FALSE
    return all_of(one.is_equal(other) for one, other in zip(a.parts, b.parts, strict=True))


def have_no_order(a: Quantity, b: Quantity) -> Truth:
    """Return whether months are set against days, or one currency against another."""
    if a.kind is Kind.SPAN:
        crossed = a.in_months.is_below(b.in_months) & b.in_days.is_below(a.in_days)
        return crossed | (b.in_months.is_below(a.in_months) & a.in_days.is_below(b.in_days))
    return Truth(a.currency is not b.currency)


def nothing(like: Quantity) -> Quantity | None:
    """Return nothing of the kind of a quantity; None for a date, which has no nothing."""
    return None if like.kind is Kind.DATE else evolve(like, parts=tuple(Number(0) for _ in like.parts))


def plus(a: Quantity, b: Quantity) -> Quantity:
    """Return the sum of two spans, amounts or counts; raise `InexpressibleError` of two currencies."""
    if a.currency is not b.currency:
        raise InexpressibleError("a sum of amounts in two currencies")
    return _by_part(lambda one, other: one + other, a, b)


def minus(a: Quantity, b: Quantity) -> Quantity:
    """Return what is left of a quantity less another that it can be set against, and never below nothing."""
    if a.kind is not Kind.SPAN:
        return _by_part(_left, a, b)
    months, days = _left(a.in_months, b.in_months), _left(a.in_days, b.in_days)
    years = choose(a.parts[0].is_equal(0), Number(0), months // 12)
    weeks = choose(a.parts[2].is_equal(0), Number(0), days // 7)
    return evolve(a, parts=(years, months - years * 12, weeks, days - weeks * 7))


def _left(whole: Number, part: Number) -> Number:
    return never_negative(whole - part)


def repeated(a: Quantity, times: Quantity) -> Quantity:
    """Return a span, an amount or a count, as many times as something counts."""
    return evolve(a, parts=tuple(part * times.parts[0] for part in a.parts))


def larger(a: Quantity, b: Quantity) -> Quantity:
    """Return the larger of two quantities, the first where neither is."""
    return _by_part(partial(choose, is_below(a, b)), b, a)


def _by_part(operate: Callable[[Number, Number], Number], a: Quantity, b: Quantity) -> Quantity:
    return evolve(a, parts=tuple(operate(one, other) for one, other in zip(a.parts, b.parts, strict=True)))
