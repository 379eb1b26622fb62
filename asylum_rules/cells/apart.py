"""Whether days can lie in their cells and in their order, each within or past a span from another; and the earliest."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

from attrs import frozen

from asylum_rules.language.cells import Cell, first_start
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact
from asylum_rules.units.span import Span

_USUAL: Final = date(2026, 1, 1)
_DAY: Final = timedelta(days=1)
_START: Final = Fact(name="start", kind=Kind.DATE, text="Any day.")
_END: Final = Fact(name="end", kind=Kind.DATE, text="Another.")
_MANY_YEARS: Final = timedelta(days=10 * 366)
"""Months and days that have an answer at all have one within so many years: the calendar is then much the same."""


@frozen
class Apart:
    """A day is within a span from a start, or past it."""

    start: Fact
    day: Fact
    span: Span
    within: bool


def earliest(
    days: Mapping[str, Cell], orders: Iterable[tuple[Fact, Fact]], apart: Sequence[Apart]
) -> dict[str, date] | None:
    """Return the earliest days that there can be; None where there are none.

    Each constraint says that one day is no earlier than another allows. So each day is moved on to where the others
    force it until none has to move: there is no answer if one leaves its cell.
    """
    follow = [pair for pair in orders if pair[0].name in days and pair[1].name in days]
    if any(_overtakes(one, other, follow) for one in apart for other in apart):
        return None
    ends = [end for cell in days.values() for end in (cell.least, cell.most) if isinstance(end, date)]
    room = sum((timedelta(days=31 * each.span.in_months + each.span.in_days) for each in apart), _MANY_YEARS)
    least = {name: _least(cell, min((_USUAL, *ends)) - room) for name, cell in days.items()}
    most = {name: _most(cell, max((_USUAL, *ends)) + room) for name, cell in days.items()}
    before: dict[str, date] = {}
    while least != before:
        before = dict(least)
        for first, then in follow:
            least[then.name] = max(least[first.name], least[then.name])
        for each in apart:
            start, day = each.start.name, each.day.name
            if each.within:
                least[start] = max(least[start], first_start(least[day], each.span))
            else:
                least[day] = max(least[day], each.span.after(least[start]) + _DAY)
        if any(least[name] > most[name] for name in days):
            return None
    return least


@cache
def never_apart(within: Span, past: Span) -> bool:
    """Return whether no day is within one span from any start and past another from it.

    >>> from asylum_rules.units.span import days, months
    >>> never_apart(months(1), months(2)), never_apart(months(1), days(30)), never_apart(months(1), days(31))
    (True, False, True)
    """
    apart = (Apart(_START, _END, within, within=True), Apart(_START, _END, past, within=False))
    return earliest({each.name: Cell(each) for each in (_START, _END)}, (), apart) is None


def _overtakes(one: Apart, other: Apart, follow: Sequence[tuple[Fact, Fact]]) -> bool:
    """Return whether a day is within one span, and past one no shorter from a start that is no earlier."""
    follows = one.start == other.start or (one.start, other.start) in follow
    apart = one.within and not other.within and one.day == other.day
    return apart and follows and one.span.compare(other.span) in (-1, 0)


def _least(cell: Cell, early: date) -> date:
    return cell.least if isinstance(cell.least, date) else early


def _most(cell: Cell, late: date) -> date:
    return cell.most if isinstance(cell.most, date) else late
