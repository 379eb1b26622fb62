"""Days in their cells and in their order, within spans from others and past them."""

from collections.abc import Sequence
from datetime import date, timedelta

from asylum_rules.cells.apart import Apart, earliest, never_apart
from asylum_rules.language.cells import Cell, just
from asylum_rules.language.subjects import Fact
from asylum_rules.model.person import arrived_on, as_of, claimed_on, decided_on
from asylum_rules.units.span import Span, days, months

ORDERS = ((claimed_on, decided_on),)


def within(start: Fact, span: Span) -> Apart:
    return Apart(start, as_of, span, within=True)


def past(start: Fact, span: Span) -> Apart:
    return Apart(start, as_of, span, within=False)


def found(apart: Sequence[Apart], *cells: Cell) -> dict[str, date] | None:
    free = {fact.name: Cell(fact) for fact in (as_of, claimed_on, decided_on, arrived_on)}
    return earliest({**free, **{cell.subject.name: cell for cell in cells}}, ORDERS, apart)


def test_a_day_within_a_span_moves_the_start_on() -> None:
    days_found = found([within(decided_on, months(1))], just(as_of, date(2026, 3, 31)))

    assert days_found is not None
    assert days_found["decided_on"] == date(2026, 3, 1)


def test_a_day_past_a_span_is_moved_on_past_it() -> None:
    days_found = found([past(decided_on, months(1))], just(decided_on, date(2026, 1, 31)))

    assert days_found is not None
    assert days_found["as_of"] == date(2026, 3, 1)


def test_a_day_cannot_be_past_a_span_from_a_date_that_comes_later_still() -> None:
    claimed, early = just(claimed_on, date(2033, 2, 13)), Cell(as_of, most=date(2024, 2, 28))

    assert found([past(decided_on, months(1))], claimed, early) is None
    assert found([within(decided_on, months(1))], claimed, early) is not None


def test_a_day_within_a_span_is_not_past_a_longer_one_from_a_later_date() -> None:
    assert found([within(claimed_on, months(1)), past(decided_on, months(1))]) is None
    assert found([within(claimed_on, months(2)), past(decided_on, months(1))]) is not None
    assert found([within(decided_on, months(1)), past(claimed_on, months(1))]) is not None


def test_a_day_may_be_past_thirty_days_and_within_a_month_but_not_within_three_and_past_ninety_two() -> None:
    days_found = found([within(decided_on, months(1)), past(decided_on, days(30))])

    assert days_found is not None
    assert days_found["as_of"] - days_found["decided_on"] == timedelta(days=31)
    assert days_found["decided_on"].month in (1, 3, 5, 7, 8, 10, 12)
    assert found([within(decided_on, months(3)), past(decided_on, days(92))]) is None


def test_two_spans_may_leave_no_day_between_them() -> None:
    early, late = Cell(decided_on, most=date(2025, 1, 1)), Cell(arrived_on, least=date(2025, 6, 1))

    assert found([within(decided_on, months(1)), past(arrived_on, months(1))], early, late) is None
    assert found([past(decided_on, months(1)), within(arrived_on, months(1))], early, late) is not None


def test_a_span_that_leads_as_far_from_every_day_leaves_no_day_past_it() -> None:
    assert never_apart(months(3), days(92))
    assert not never_apart(months(3), days(91))
    assert never_apart(days(28), months(1))
    assert not never_apart(days(29), months(1))
    assert never_apart(months(60), Span(years=5))
