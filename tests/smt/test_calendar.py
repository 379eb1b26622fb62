"""Dates that turn on the case are moved and counted as dates on paper are."""

from datetime import date

import pytest

from asylum_rules.smt.calendar import (
    Day,
    InexpressibleError,
    after,
    day,
    is_before,
    is_usual,
    last_day,
    steps_before,
)
from asylum_rules.smt.logic import Model, Number, free_number, solve
from asylum_rules.units.span import Span
from tests.smt.symbolic import ANY, OTHER, date_in, is_on, where


def moved(start: Day, span: Span) -> Day:
    return after(start, Number(span.in_months), Number(span.in_days))


@pytest.mark.parametrize(
    ("start", "span", "end"),
    [
        (date(2026, 8, 31), "P6M", date(2027, 2, 28)),
        (date(2027, 8, 31), "P6M", date(2028, 2, 29)),
        (date(2026, 8, 31), "P30M", date(2029, 2, 28)),
        (date(2028, 2, 29), "P5Y", date(2033, 2, 28)),
        (date(2028, 2, 29), "P20Y", date(2048, 2, 29)),
        (date(2080, 2, 29), "P20Y", date(2100, 2, 28)),
        (date(1999, 1, 30), "P13M", date(2000, 2, 29)),
        (date(2026, 5, 31), "P1M", date(2026, 6, 30)),
        (date(2026, 1, 31), "P28D", date(2026, 2, 28)),
        (date(2026, 2, 1), "P28D", date(2026, 3, 1)),
        (date(2028, 2, 1), "P28D", date(2028, 2, 29)),
        (date(2026, 12, 18), "P14D", date(2027, 1, 1)),
        (date(2026, 1, 31), "P4W", date(2026, 2, 28)),
        (date(2026, 12, 31), "P42D", date(2027, 2, 11)),
        (date(2026, 12, 31), "P56D", date(2027, 2, 25)),
        (date(2027, 1, 30), "P1M1D", date(2027, 3, 1)),
        (date(2000, 3, 1), "P146098D", date(2400, 3, 2)),
        (date(2026, 3, 2), "P0D", date(2026, 3, 2)),
    ],
)
def test_a_span_leads_to_a_date(start: date, span: str, end: date) -> None:
    led_to = moved(ANY, Span.parse(span))

    assert date_in(led_to, where(is_on(ANY, start))) == end
    assert moved(day(start), Span.parse(span)) == day(end)


def test_thirty_months_twice_are_not_always_sixty() -> None:
    thirty, sixty = Span(months=30), Span(months=60)
    twice, once = moved(moved(ANY, thirty), thirty), moved(ANY, sixty)

    sooner = where(is_usual(ANY), is_before(twice, once))

    start = date_in(ANY, sooner)
    assert thirty.after(thirty.after(start)) < sixty.after(start)
    assert solve(is_usual(ANY) & is_before(once, twice), 10_000) is None


@pytest.mark.parametrize(
    ("month", "last"),
    [((2026, 1), 31), ((2026, 2), 28), ((2028, 2), 29), ((2000, 2), 29), ((2100, 2), 28), ((2026, 4), 30)],
)
def test_a_month_has_its_last_day(month: tuple[int, int], last: int) -> None:
    first = date(*month, 1)

    assert where(is_on(ANY, first)).number(last_day(ANY.month)) == last


def test_no_day_lies_outside_its_month_or_the_years_looked_at() -> None:
    def can_be(month: int, of_month: int) -> bool:
        shape = ANY.month.is_equal(month) & ANY.day.is_equal(of_month)
        return isinstance(solve(is_usual(ANY) & shape, 10_000), Model)

    assert [can_be(12 * 2026 + 1, of_month) for of_month in (0, 1, 28, 29)] == [False, True, True, False]
    assert [can_be(12 * year, 1) for year in (1949, 1950, 2100, 2101)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("every", "start", "end", "count"),
    [
        ("P30M", date(2026, 11, 2), date(2046, 11, 2), 7),
        ("P30M", date(2026, 11, 2), date(2046, 11, 3), 8),
        ("P1M", date(2026, 1, 31), date(2026, 2, 28), 0),
        ("P1M", date(2026, 1, 31), date(2026, 3, 1), 1),
        ("P1M", date(2026, 1, 31), date(2026, 1, 1), 0),
        ("P7D", date(2026, 1, 1), date(2026, 1, 8), 0),
        ("P7D", date(2026, 1, 1), date(2026, 1, 9), 1),
        ("P1D", date(2000, 1, 1), date(2100, 12, 31), 36_888),
        ("P1D", date(2028, 2, 28), date(2028, 3, 1), 1),
        ("P1W", date(2026, 6, 1), date(2026, 5, 1), 0),
    ],
)
def test_steps_that_fall_strictly_before_a_date_are_counted(every: str, start: date, end: date, count: int) -> None:
    step = Span.parse(every)
    counted = steps_before(Number(step.in_months), Number(step.in_days), ANY, OTHER)

    assert where(is_on(ANY, start), is_on(OTHER, end)).number(counted) == count


def test_what_has_no_short_form_is_refused() -> None:
    unknown = free_number("unknown")

    with pytest.raises(InexpressibleError, match="a date moved by a number of days that a fact gives"):
        after(ANY, Number(0), unknown)
    with pytest.raises(InexpressibleError, match="steps of months and days together"):
        steps_before(Number(1), Number(1), ANY, OTHER)
    with pytest.raises(InexpressibleError, match="steps of months and days together"):
        steps_before(unknown, Number(0), ANY, OTHER)
