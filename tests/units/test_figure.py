"""Figures keep how firmly they are stated."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from asylum_rules.errors import InvalidQuantityError
from asylum_rules.language.kinds import Kind
from asylum_rules.testing import figures
from asylum_rules.units.figure import (
    About,
    AtLeast,
    Between,
    Exactly,
    Figure,
    Quantity,
    Unstated,
    UpTo,
    add,
    bounds,
    compare,
    dates_before,
    largest,
    less,
    moved,
    spanning,
    steps_within,
    times,
)
from asylum_rules.units.money import Currency, Money, pounds
from asylum_rules.units.span import Span, days, months, years

GRANT = date(2026, 11, 2)
KRONER = Money(100, Currency.DKK)


@st.composite
def counts(draw: st.DrawFn) -> tuple[Figure, int]:
    """Draw a figure, and the count that it truly is."""
    least = draw(st.integers(0, 40))
    true = least + draw(st.integers(0, 20))
    most = true + draw(st.integers(0, 20))
    stated: list[Figure] = [Exactly(true), UpTo(most), AtLeast(least), Between(least, most), Unstated()]
    return draw(st.sampled_from(stated)), true


def in_months(figure: Figure) -> Figure:
    """Return a count as a figure of so many months."""
    match figure:
        case Exactly(int() as value):
            return Exactly(months(value))
        case UpTo(int() as most):
            return UpTo(months(most))
        case AtLeast(int() as least):
            return AtLeast(months(least))
        case Between(int() as least, int() as most):
            return Between(months(least), months(most))
        case _:
            return Unstated()


def allows(figure: Figure, value: int) -> bool:
    """Return whether a figure of counts or of months may be this many."""
    match figure:
        case Exactly(only):
            return _number(only) == value
        case UpTo(most):
            return 0 <= value <= _number(most)
        case AtLeast(least):
            return value >= _number(least)
        case Between(least, most):
            return _number(least) <= value <= _number(most)
        case _:
            return isinstance(figure, Unstated)


def _number(quantity: Quantity) -> int:
    assert isinstance(quantity, int | Span)
    return quantity if isinstance(quantity, int) else quantity.in_months


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        (2, 7, -1),
        (7, 7, 0),
        (8, 7, 1),
        (date(2026, 3, 1), date(2026, 3, 2), -1),
        (date(2026, 3, 2), date(2026, 3, 2), 0),
        (months(30), years(5), -1),
        (pounds("2"), pounds("1"), 1),
        (pounds("1"), KRONER, None),
        (days(28), months(1), None),
        (days(42), 42, None),
        (42, days(42), None),
        (GRANT, 1, None),
    ],
)
def test_quantities_of_one_kind_are_compared(one: Quantity, other: Quantity, order: int | None) -> None:
    assert compare(one, other) == order


def test_between_runs_from_the_less_to_the_more() -> None:
    assert bounds(Between(years(1), years(2))) == (years(1), years(2))
    assert bounds(Between(years(2), years(2))) == (years(2), years(2))


@pytest.mark.parametrize(("least", "most"), [(years(2), years(1)), (days(28), months(1)), (1, years(1))])
def test_between_the_more_and_the_less_there_is_nothing(least: Quantity, most: Quantity) -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        Between(least, most)

    assert str(caught.value) == f"between {least} and {most} there is nothing"


@pytest.mark.parametrize(
    ("figure", "least", "most"),
    [
        (Exactly(years(5)), years(5), years(5)),
        (About(years(5)), years(5), years(5)),
        (UpTo(years(20)), Span(), years(20)),
        (UpTo(pounds("5")), pounds("0"), pounds("5")),
        (UpTo(5), 0, 5),
        (UpTo(GRANT), None, GRANT),
        (AtLeast(years(5)), years(5), None),
        (Between(1, 2), 1, 2),
        (Unstated(), None, None),
    ],
)
def test_the_bounds_of_a_figure(figure: Figure, least: Quantity | None, most: Quantity | None) -> None:
    assert bounds(figure) == (least, most)


def test_up_to_nothing_of_a_currency_starts_at_nothing_of_it() -> None:
    assert bounds(UpTo(KRONER)) == (Money(0, Currency.DKK), KRONER)


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        (Exactly(years(5)), Exactly(months(6)), Exactly(Span(years=5, months=6))),
        (Exactly(years(20)), UpTo(years(20)), Between(years(20), years(40))),
        (UpTo(years(20)), UpTo(years(10)), UpTo(years(30))),
        (Exactly(years(5)), AtLeast(years(1)), AtLeast(years(6))),
        (UpTo(years(5)), AtLeast(years(1)), AtLeast(years(1))),
        (Between(1, 2), Between(10, 20), Between(11, 22)),
        (Exactly(pounds("1")), Exactly(pounds("2.50")), Exactly(pounds("3.50"))),
        (About(5), Exactly(2), About(7)),
        (Exactly(2), About(5), About(7)),
        (About(2), About(5), About(7)),
        (About(2), UpTo(5), Unstated()),
        (AtLeast(2), About(5), Unstated()),
        (Unstated(), Exactly(5), Unstated()),
        (Exactly(5), Unstated(), Unstated()),
        (About(5), Unstated(), Unstated()),
    ],
)
def test_a_sum_keeps_how_firmly_its_parts_are_stated(one: Figure, other: Figure, total: Figure) -> None:
    assert add(one, other) == total


@pytest.mark.parametrize(
    ("figure", "count", "product"),
    [
        (Exactly(pounds("49.18")), 3, Exactly(pounds("147.54"))),
        (Exactly(months(30)), 2, Exactly(months(60))),
        (Exactly(7), 2, Exactly(14)),
        (UpTo(years(20)), 2, UpTo(years(40))),
        (AtLeast(years(2)), 2, AtLeast(years(4))),
        (Between(1, 2), 3, Between(3, 6)),
        (About(pounds("10")), 2, About(pounds("20"))),
        (UpTo(years(20)), 0, Exactly(Span())),
        (Unstated(), 3, Unstated()),
    ],
)
def test_so_many_times_a_figure(figure: Figure, count: int, product: Figure) -> None:
    assert times(figure, count) == product


def test_a_date_cannot_be_taken_several_times() -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        times(Exactly(GRANT), 2)

    assert str(caught.value) == "2026-11-02 cannot be taken 2 times"


@pytest.mark.parametrize(
    ("one", "other", "larger"),
    [
        (Exactly(years(5)), Exactly(months(59)), Exactly(years(5))),
        (Exactly(months(61)), Exactly(years(5)), Exactly(months(61))),
        (Exactly(years(5)), UpTo(years(20)), Between(years(5), years(20))),
        (UpTo(years(20)), Exactly(years(5)), Between(years(5), years(20))),
        (Exactly(years(30)), UpTo(years(20)), Exactly(years(30))),
        (UpTo(5), AtLeast(3), AtLeast(3)),
        (UpTo(5), UpTo(3), UpTo(5)),
        (About(5), Exactly(3), About(5)),
        (About(5), UpTo(3), Unstated()),
        (Unstated(), Exactly(3), Unstated()),
        (Exactly(pounds("1")), Exactly(pounds("2")), Exactly(pounds("2"))),
    ],
)
def test_the_larger_of_two_figures(one: Figure, other: Figure, larger: Figure) -> None:
    assert largest(one, other) == larger


@pytest.mark.parametrize(
    ("start", "span", "end"),
    [
        (Exactly(date(2026, 8, 31)), Exactly(months(30)), Exactly(date(2029, 2, 28))),
        (Exactly(GRANT), UpTo(years(20)), UpTo(date(2046, 11, 2))),
        (Exactly(GRANT), AtLeast(years(20)), AtLeast(date(2046, 11, 2))),
        (Exactly(GRANT), Between(years(20), years(40)), Between(date(2046, 11, 2), date(2066, 11, 2))),
        (Exactly(GRANT), About(years(20)), About(date(2046, 11, 2))),
        (About(GRANT), Exactly(years(1)), About(date(2027, 11, 2))),
        (UpTo(GRANT), Exactly(years(1)), UpTo(date(2027, 11, 2))),
        (UpTo(GRANT), UpTo(years(1)), UpTo(date(2027, 11, 2))),
        (AtLeast(GRANT), UpTo(years(1)), AtLeast(GRANT)),
        (Exactly(GRANT), UpTo(Span()), Exactly(GRANT)),
        (Exactly(GRANT), Unstated(), Unstated()),
        (Unstated(), Exactly(years(1)), Unstated()),
    ],
)
def test_the_date_that_a_span_leads_to(start: Figure, span: Figure, end: Figure) -> None:
    assert moved(start, span) == end


@pytest.mark.parametrize(
    ("period", "count"),
    [
        (Span(), 0),
        (months(29), 0),
        (months(30), 0),
        (months(31), 1),
        (months(60), 1),
        (months(61), 2),
        (years(5), 1),
        (years(10), 3),
        (years(20), 7),
    ],
)
def test_reviews_every_thirty_months_fall_strictly_before_the_end(period: Span, count: int) -> None:
    assert steps_within(Exactly(months(30)), Exactly(period)) == Exactly(count)


@pytest.mark.parametrize(
    ("every", "period", "count"),
    [
        (Exactly(days(7)), Exactly(Span(weeks=4)), Exactly(3)),
        (Exactly(days(7)), Exactly(days(29)), Exactly(4)),
        (Exactly(days(7)), Exactly(Span()), Exactly(0)),
        (Exactly(months(30)), UpTo(years(20)), UpTo(7)),
        (Exactly(months(30)), AtLeast(years(5)), AtLeast(1)),
        (Exactly(months(30)), Between(years(20), years(40)), Between(7, 15)),
        (Exactly(months(30)), UpTo(months(30)), Exactly(0)),
        (Exactly(months(30)), About(years(20)), Unstated()),
        (Exactly(months(30)), Unstated(), Unstated()),
        (UpTo(months(30)), Exactly(years(20)), Unstated()),
        (About(months(30)), Exactly(years(20)), Unstated()),
        (Unstated(), Exactly(years(20)), Unstated()),
        (Exactly(months(30)), Exactly(days(900)), Unstated()),
        (Exactly(months(30)), UpTo(days(900)), Unstated()),
        (Exactly(days(28)), Exactly(years(1)), Unstated()),
        (Exactly(Span(months=1, days=1)), Exactly(years(1)), Unstated()),
        (Exactly(months(1)), Exactly(Span(years=1, days=1)), Unstated()),
        (Exactly(Span()), Exactly(years(1)), Unstated()),
        (Exactly(30), Exactly(years(1)), Unstated()),
        (Exactly(months(30)), Exactly(1), Unstated()),
    ],
)
def test_steps_within_a_period_keep_how_firmly_it_is_stated(every: Figure, period: Figure, count: Figure) -> None:
    assert steps_within(every, period) == count


@pytest.mark.parametrize(
    ("end", "count"),
    [
        (date(2026, 8, 31), 0),
        (date(2029, 2, 28), 0),
        (date(2029, 3, 1), 1),
        (date(2031, 8, 28), 1),
        (date(2031, 8, 31), 1),
        (date(2031, 9, 1), 2),
        (date(2034, 2, 28), 2),
        (date(2034, 3, 1), 3),
    ],
)
def test_the_k_th_review_is_counted_from_the_grant(end: date, count: int) -> None:
    assert dates_before(Exactly(months(30)), date(2026, 8, 31), Exactly(end)) == Exactly(count)


@pytest.mark.parametrize(
    ("every", "end", "count"),
    [
        (Exactly(years(1)), UpTo(date(2030, 1, 1)), UpTo(3)),
        (Exactly(years(1)), AtLeast(date(2030, 1, 1)), AtLeast(3)),
        (Exactly(years(1)), Between(date(2028, 1, 1), date(2030, 1, 1)), Between(1, 3)),
        (Exactly(years(1)), Exactly(date(2020, 1, 1)), Exactly(0)),
        (Exactly(years(1)), About(date(2030, 1, 1)), Unstated()),
        (Exactly(years(1)), Unstated(), Unstated()),
        (About(years(1)), Exactly(date(2030, 1, 1)), Unstated()),
        (Exactly(1), Exactly(date(2030, 1, 1)), Unstated()),
    ],
)
def test_steps_before_a_date_keep_how_firmly_it_is_stated(every: Figure, end: Figure, count: Figure) -> None:
    assert dates_before(every, GRANT, end) == count


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (Exactly(years(5)), Exactly(years(5)), Exactly(years(5))),
        (Exactly(years(5)), Exactly(years(20)), Between(years(5), years(20))),
        (Exactly(years(20)), UpTo(years(10)), UpTo(years(20))),
        (Exactly(years(5)), AtLeast(years(7)), AtLeast(years(5))),
        (Between(1, 5), Between(3, 9), Between(1, 9)),
        (UpTo(GRANT), Exactly(date(2026, 11, 3)), UpTo(date(2026, 11, 3))),
        (UpTo(GRANT), AtLeast(GRANT), Unstated()),
        (Exactly(days(28)), Exactly(months(1)), Unstated()),
        (Exactly(pounds("1")), Exactly(KRONER), Unstated()),
        (About(5), About(5), About(5)),
        (About(5), Exactly(5), Unstated()),
        (Unstated(), Exactly(5), Unstated()),
        (Unstated(), Unstated(), Unstated()),
    ],
)
def test_the_smallest_figure_that_holds_both(one: Figure, other: Figure, both: Figure) -> None:
    assert spanning(one, other) == both


@given(counts(), counts())
def test_a_sum_never_shuts_out_the_true_total(one: tuple[Figure, int], other: tuple[Figure, int]) -> None:
    (figure, value), (more, added) = one, other

    assert allows(add(figure, more), value + added)
    assert allows(add(in_months(figure), in_months(more)), value + added)


@given(counts(), st.integers(0, 12))
def test_a_product_never_shuts_out_the_true_one(counted: tuple[Figure, int], count: int) -> None:
    figure, value = counted

    assert allows(times(figure, count), value * count)
    assert allows(times(in_months(figure), count), value * count)


@given(counts(), counts())
def test_the_larger_never_shuts_out_the_truly_larger(one: tuple[Figure, int], other: tuple[Figure, int]) -> None:
    (figure, value), (rival, against) = one, other

    assert allows(largest(figure, rival), max(value, against))
    assert allows(largest(in_months(figure), in_months(rival)), max(value, against))


@given(counts(), counts())
def test_what_spans_two_figures_holds_both(one: tuple[Figure, int], other: tuple[Figure, int]) -> None:
    (figure, value), (rival, against) = one, other
    both = spanning(figure, rival)

    assert allows(both, value)
    assert allows(both, against)


@given(counts(), st.integers(1, 40))
def test_steps_never_shut_out_the_true_count(counted: tuple[Figure, int], every: int) -> None:
    figure, value = counted
    true = sum(1 for step in range(every, value, every))

    assert allows(steps_within(Exactly(months(every)), in_months(figure)), true)


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(1, 40), st.integers(0, 300))
def test_steps_are_the_same_from_whichever_day_one_starts(start: date, every: int, length: int) -> None:
    end = Exactly(months(length).after(start))

    assert dates_before(Exactly(months(every)), start, end) == steps_within(
        Exactly(months(every)), Exactly(months(length))
    )


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), counts())
def test_a_moved_date_is_no_later_than_the_most_leads_to(start: date, counted: tuple[Figure, int]) -> None:
    figure, value = counted
    least, most = bounds(moved(Exactly(start), in_months(figure)))
    true = months(value).after(start)

    assert least is None or compare(least, true) in (-1, 0)
    assert most is None or compare(true, most) in (-1, 0)


@given(figures(Kind.MONEY), figures(Kind.MONEY))
def test_adding_and_choosing_do_not_mind_the_order(one: Figure, other: Figure) -> None:
    assert add(one, other) == add(other, one)
    assert largest(one, other) == largest(other, one)
    assert spanning(one, other) == spanning(other, one)


@given(figures(Kind.SPAN))
def test_a_figure_holds_itself(figure: Figure) -> None:
    assert spanning(figure, figure) == figure


@given(figures(Kind.DATE), figures(Kind.DATE))
def test_what_spans_two_dates_is_never_narrower(one: Figure, other: Figure) -> None:
    least, most = bounds(spanning(one, other))
    ends = [bounds(one), bounds(other)]

    assert least is None or all(low is not None and compare(least, low) in (-1, 0) for low, _ in ends)
    assert most is None or all(high is not None and compare(high, most) in (-1, 0) for _, high in ends)


def test_steps_of_nothing_are_not_counted() -> None:
    assert dates_before(Exactly(Span()), date(2026, 1, 1), Exactly(date(2027, 1, 1))) == Unstated()


def test_the_larger_of_days_and_months_is_not_stated() -> None:
    assert largest(Exactly(Span(days=28)), Exactly(Span(months=1))) == Unstated()
    assert largest(Exactly(Span(months=1)), Exactly(Span(days=28))) == Unstated()


@pytest.mark.parametrize(
    ("whole", "part", "left"),
    [
        (Exactly(years(20)), Exactly(years(5)), Exactly(years(15))),
        (Exactly(7), Exactly(9), Exactly(0)),
        (Exactly(pounds("5")), Exactly(pounds("2")), Exactly(pounds("3"))),
        (Exactly(years(20)), UpTo(years(5)), Between(years(15), years(20))),
        (Exactly(years(20)), AtLeast(years(5)), UpTo(years(15))),
        (Exactly(years(5)), UpTo(years(20)), UpTo(years(5))),
        (UpTo(years(20)), Exactly(years(5)), UpTo(years(15))),
        (AtLeast(years(20)), Exactly(years(5)), AtLeast(years(15))),
        (AtLeast(years(20)), UpTo(years(5)), AtLeast(years(15))),
        (Between(7, 9), Between(1, 2), Between(5, 8)),
        (Between(7, 9), AtLeast(2), UpTo(7)),
        (About(7), Exactly(2), About(5)),
        (About(7), UpTo(2), Unstated()),
        (Unstated(), Exactly(2), Unstated()),
        (Exactly(2), Unstated(), Unstated()),
        (Exactly(years(1)), Exactly(days(28)), Unstated()),
        (Exactly(pounds("1")), Exactly(KRONER), Unstated()),
    ],
)
def test_a_figure_less_another_keeps_how_firmly_both_are_stated(whole: Figure, part: Figure, left: Figure) -> None:
    assert less(whole, part) == left


@pytest.mark.parametrize("whole", [Exactly(GRANT), AtLeast(GRANT)])
def test_a_date_has_no_difference(whole: Figure) -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        less(whole, Exactly(GRANT))

    assert str(caught.value) == "2026-11-02 cannot be taken from 2026-11-02"


@given(counts(), counts())
def test_a_difference_allows_what_it_truly_is(one: tuple[Figure, int], other: tuple[Figure, int]) -> None:
    (whole, of), (part, taken) = one, other

    assert allows(less(whole, part), max(0, of - taken))
    assert allows(less(in_months(whole), in_months(part)), max(0, of - taken))
