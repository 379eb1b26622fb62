"""Lengths of time, and the corresponding date rule."""

from calendar import Calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from asylum_rules.errors import InvalidQuantityError
from asylum_rules.testing import spans
from asylum_rules.units.span import Span, days, months, years

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def months_later(start: date, count: int) -> date:
    """Walk month by month, then take the latest day of that month which is not past the first one's."""
    first = start.replace(day=1)
    for _ in range(count):
        first = (first + timedelta(days=32)).replace(day=1)
    there = [day for day in Calendar().itermonthdays(first.year, first.month) if 0 < day <= start.day]
    return first.replace(day=there[-1])


def test_six_months_after_31_august_is_the_last_of_february() -> None:
    assert months(6).after(date(2025, 8, 31)) == date(2026, 2, 28)


def test_six_months_after_31_august_is_the_29th_before_a_leap_day() -> None:
    assert months(6).after(date(2027, 8, 31)) == date(2028, 2, 29)


def test_thirty_months_after_31_august_is_the_last_of_february() -> None:
    assert months(30).after(date(2026, 8, 31)) == date(2029, 2, 28)


def test_twice_thirty_months_one_by_one_is_not_sixty_months() -> None:
    one_by_one = months(30).after(months(30).after(date(2026, 8, 31)))

    assert one_by_one == date(2031, 8, 28)
    assert months(60).after(date(2026, 8, 31)) == date(2031, 8, 31)
    assert months(30).times(2).after(date(2026, 8, 31)) == date(2031, 8, 31)


@pytest.mark.parametrize(
    ("later", "falls_on"),
    [
        (years(1), date(2025, 2, 28)),
        (years(4), date(2028, 2, 29)),
        (years(5), date(2029, 2, 28)),
        (years(20), date(2044, 2, 29)),
        (months(1), date(2024, 3, 29)),
        (months(12), date(2025, 2, 28)),
        (days(365), date(2025, 2, 28)),
        (days(366), date(2025, 3, 1)),
    ],
)
def test_from_29_february(later: Span, falls_on: date) -> None:
    assert later.after(date(2024, 2, 29)) == falls_on


@pytest.mark.parametrize(
    ("start", "falls_on"),
    [
        (date(2026, 1, 27), date(2026, 2, 27)),
        (date(2026, 1, 28), date(2026, 2, 28)),
        (date(2026, 1, 29), date(2026, 2, 28)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 2, 28), date(2026, 3, 28)),
        (date(2026, 11, 30), date(2026, 12, 30)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_one_month_leads_to_the_same_day_or_the_last(start: date, falls_on: date) -> None:
    assert months(1).after(start) == falls_on


def test_weeks_and_days_are_counted_from_where_the_months_lead() -> None:
    assert Span(years=1, months=1, weeks=1, days=2).after(date(2025, 1, 31)) == date(2026, 3, 9)


def test_42_days_and_six_weeks_lead_to_the_same_day() -> None:
    assert days(42).after(date(2026, 3, 2)) == date(2026, 4, 13)
    assert Span(weeks=6).after(date(2026, 3, 2)) == date(2026, 4, 13)


def test_no_time_leads_nowhere() -> None:
    assert Span().after(date(2026, 3, 2)) == date(2026, 3, 2)


@given(DAYS, st.integers(0, 400))
def test_adding_months_agrees_with_walking_the_calendar(start: date, count: int) -> None:
    assert months(count).after(start) == months_later(start, count)


@given(DAYS, st.integers(0, 30))
def test_years_are_twelve_months_each(start: date, count: int) -> None:
    assert years(count).after(start) == months_later(start, 12 * count)


@given(DAYS, st.integers(0, 20), st.integers(0, 40))
def test_weeks_are_seven_days_each(start: date, weeks: int, more: int) -> None:
    assert Span(weeks=weeks, days=more).after(start) == start + timedelta(days=7 * weeks + more)


@given(DAYS, spans(), spans())
def test_a_longer_span_never_leads_to_an_earlier_day(start: date, one: Span, other: Span) -> None:
    if one.compare(other) == -1:
        assert one.after(start) <= other.after(start)


@given(st.integers(0, 30), DAYS, DAYS)
def test_the_later_start_never_leads_to_the_earlier_day(count: int, one: date, other: date) -> None:
    earlier, later = sorted((one, other))

    assert months(count).after(earlier) <= months(count).after(later)


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        (months(30), years(5), -1),
        (months(59), years(5), -1),
        (months(60), years(5), 0),
        (months(61), years(5), 1),
        (days(27), Span(weeks=4), -1),
        (days(28), Span(weeks=4), 0),
        (days(29), Span(weeks=4), 1),
        (Span(months=1, days=1), months(1), 1),
        (Span(months=2, days=1), Span(months=1, days=1), 1),
        (Span(months=1, days=2), Span(months=2, days=3), -1),
        (days(28), months(1), None),
        (days(366), years(1), None),
        (Span(months=1, days=1), Span(months=2), None),
        (Span(), Span(), 0),
        (Span(), days(1), -1),
        (Span(), months(1), -1),
    ],
)
def test_spans_are_compared_unless_months_meet_days(one: Span, other: Span, order: int | None) -> None:
    assert one.compare(other) == order


@given(spans(), spans())
def test_comparison_is_antisymmetric(one: Span, other: Span) -> None:
    swapped = {-1: 1, 0: 0, 1: -1, None: None}

    assert one.compare(other) == swapped[other.compare(one)]


@given(spans(), spans(), spans())
def test_comparison_is_transitive(a: Span, b: Span, c: Span) -> None:
    if a.compare(b) in (-1, 0) and b.compare(c) in (-1, 0):
        assert a.compare(c) in (-1, 0)


@given(spans(), spans())
def test_a_sum_is_never_shorter_than_its_parts(one: Span, other: Span) -> None:
    assert (one + other).compare(one) in (0, 1)
    assert one + other == other + one


def test_adding_keeps_each_unit() -> None:
    assert Span(1, 2, 3, 4) + Span(10, 20, 30, 40) == Span(11, 22, 33, 44)


def test_three_times_thirty_months_are_ninety_months() -> None:
    assert months(30).times(3) == Span(months=90)
    assert Span(1, 2, 3, 4).times(2) == Span(2, 4, 6, 8)
    assert months(30).times(0) == Span()


def test_years_and_weeks_count_in_months_and_days() -> None:
    assert Span(2, 3, 4, 5).in_months == 27
    assert Span(2, 3, 4, 5).in_days == 33


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (years(20), "P20Y"),
        (months(30), "P30M"),
        (Span(weeks=4), "P4W"),
        (days(28), "P28D"),
        (Span(1, 2, 3, 4), "P1Y2M3W4D"),
        (Span(), "P0D"),
    ],
)
def test_a_span_is_written_in_iso_form(span: Span, text: str) -> None:
    assert str(span) == text
    assert Span.parse(text) == span


@given(spans())
def test_what_is_written_is_read_back(span: Span) -> None:
    assert Span.parse(str(span)) == span


def test_a_span_of_its_own_units_is_kept_as_written() -> None:
    assert Span.parse("P6M") == Span(months=6)
    assert Span.parse("P6M") != Span.parse("P180D")
    assert Span.parse("P1Y") != Span.parse("P12M")


@pytest.mark.parametrize(
    "text", ["", "P", "5Y", "PY", "P5", "P5Y ", "P5D2W", "P1.5Y", "P-5Y", "p5y", "P\u0665Y", "PT5H"]
)
def test_any_other_form_is_refused(text: str) -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        Span.parse(text)

    assert str(caught.value) == f"`{text}` is no span; expected the form `P5Y`, `P30M`, `P4W` or `P28D`"


@pytest.mark.parametrize("parts", [(-1, 0, 0, 0), (0, -1, 0, 0), (0, 0, -1, 0), (0, 0, 0, -1)])
def test_a_negative_unit_is_refused(parts: tuple[int, int, int, int]) -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        Span(*parts)

    assert str(caught.value) == f"a span counts whole units from zero up, not {parts}"


def test_a_part_of_a_unit_is_refused() -> None:
    with pytest.raises(InvalidQuantityError, match="whole units"):
        Span(years=2.5)  # type: ignore[arg-type]  # odd on purpose


def test_a_truth_value_is_no_count_of_units() -> None:
    with pytest.raises(InvalidQuantityError, match="whole units"):
        Span(years=True)


@pytest.mark.parametrize("most", [years(1_000), months(12_000), days(366_000), Span(weeks=52_285)])
def test_a_thousand_years_is_the_longest_span(most: Span) -> None:
    assert most.compare(Span()) == 1


@pytest.mark.parametrize("text", ["P1001Y", "P12001M", "P1000Y1M", "P366001D", "P52286W"])
def test_longer_than_a_thousand_years_is_refused(text: str) -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        Span.parse(text)

    assert str(caught.value) == "a span is at most 1,000 years"


@pytest.mark.parametrize(
    ("whole", "part", "left"),
    [
        (years(20), years(5), years(15)),
        (years(20), months(30), Span(years=17, months=6)),
        (months(240), years(5), months(180)),
        (days(28), Span(weeks=2), days(14)),
        (Span(weeks=4), days(9), Span(weeks=2, days=5)),
        (Span(years=2, weeks=3), Span(years=1, weeks=1), Span(years=1, weeks=2)),
        (Span(months=1, days=5), months(1), days(5)),
        (years(5), years(5), Span()),
        (years(5), years(6), Span()),
        (years(5), Span(), years(5)),
    ],
)
def test_what_is_left_of_a_span_is_never_below_nothing(whole: Span, part: Span, left: Span) -> None:
    assert whole.less(part) == left


def test_days_are_not_taken_from_months() -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        years(1).less(days(28))

    assert str(caught.value) == "P28D cannot be taken from P1Y: months and days have no order"


@given(spans(), spans())
def test_what_is_taken_from_a_sum_is_not_left_of_it(one: Span, other: Span) -> None:
    assert (one + other).less(one).compare(other) == 0
