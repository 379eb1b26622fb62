"""The least and the most that an answer may come to, row by row, as whole numbers."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from typing import Any, Final, TypeAlias

import numpy as np

from asylum_rules.language.terms import Constant, DatesBefore, Moved, Term, ValueOf, parts_of
from asylum_rules.model.answer import Formula, Said
from asylum_rules.population.formula import facts_in, facts_of, in_row, worked_out
from asylum_rules.population.scale import Array, at
from asylum_rules.population.values import NO_VALUE, Worker, figure_number
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Quantity, Unstated, UpTo, bounds, moved
from asylum_rules.units.money import Money
from asylum_rules.units.span import Span

Ends: TypeAlias = Callable[[Array, Mapping[str, Array]], tuple[Array, Array]]
"""Gives the least and the most for some rows; of a row of which they are not known, any numbers."""

Figures: TypeAlias = Callable[[Array, Mapping[str, Array]], Array]
"""Gives a figure for some rows."""

LEAST, MOST = int(np.iinfo(np.int64).min), int(np.iinfo(np.int64).max)
"""Stand where there is no such bound."""


class Finder:
    """Finds what gives the ends of answers; of each term it is made once."""

    def __init__(self) -> None:
        self._of: Final[dict[Term, Ends]] = {}

    def ends_of(self, answer: Said) -> Ends:
        """Return what gives the ends of an answer."""
        value = answer[1]
        if value is None:
            return self._found(Constant(Unstated()))
        return self._found(value.term if isinstance(value, Formula) else Constant(value))

    def figures_of(self, answer: Said) -> Figures:
        """Return what gives the exact figure that an answer comes to; `NO_VALUE` where it comes to none."""
        facts, ends = facts_of(answer), self.ends_of(answer)
        if not isinstance(ends, _DatesBefore):
            return Worker(facts, lambda row: figure_number(in_row(answer, row)[1]))

        def figures(rows: Array, numbers: Mapping[str, Array]) -> Array:
            least, most = ends(rows, numbers)
            known = np.logical_and.reduce([at(numbers[fact.name], rows) >= 0 for fact in facts])
            return np.where(known & (least == most), least, NO_VALUE)

        return figures

    def _found(self, term: Term) -> Ends:
        if term not in self._of:
            self._of[term] = self._made(term)
        return self._of[term]

    def _made(self, term: Term) -> Ends:
        facts = facts_in(term)
        match term:
            case DatesBefore(Constant(Exactly(Span() as every)), start, end) if (
                len(facts) > 1 and _is_firm(start) and _is_firm(end) and every.compare(Span()) == 1
            ):
                return _DatesBefore(every, start, self._found(end))
        least, most = (Worker(facts, partial(_end, term, place)) for place in (0, 1))
        return lambda rows, numbers: (least(rows, numbers), most(rows, numbers))


def _is_firm(term: Term) -> bool:
    """Return whether every figure in a term has the ends it seems to have."""
    if isinstance(term, Constant):
        return not isinstance(term.value, About | Unstated)
    return isinstance(term, ValueOf) or (isinstance(term, Moved) and all(map(_is_firm, parts_of(term))))


def _end(term: Term, place: int, row: Mapping[str, Any]) -> int:
    """Return one end of what a term comes to for a row; no bound where it comes to no figure."""
    found = worked_out(term, row)
    end = None
    if isinstance(found, Constant) and isinstance(found.value, Exactly | About | UpTo | AtLeast | Between | Unstated):
        end = bounds(found.value)[place]
    return (LEAST, MOST)[place] if end is None else _number(end)


def _number(end: Quantity) -> int:
    """Return a number of its own for each quantity of a kind; of dates, amounts and counts in their order."""
    match end:
        case Money():
            return end.minor
        case Span():
            return ((end.years * 12_001 + end.months) * 52_401 + end.weeks) * 366_001 + end.days
        case _:
            return figure_number(Exactly(end))


class _DatesBefore:
    """How many steps from a start fall before an end: step by step, of all rows at once."""

    def __init__(self, every: Span, start: Term, end: Ends) -> None:
        self._every = every
        self._start = start
        self._end = end
        self._steps: list[Worker] = []

    def __call__(self, rows: Array, numbers: Mapping[str, Array]) -> tuple[Array, Array]:
        first, last = self._end(rows, numbers)
        least, most = np.zeros(rows.size, dtype=np.int64), np.where(last == MOST, MOST, 0)
        for number in count(1):
            day = self._step(number)(rows, numbers)
            before = (day < last) & (last < MOST)
            if not before.any():
                return least, most
            least += day < first
            most += before
        raise AssertionError("every step falls after an end")

    def _step(self, number: int) -> Worker:
        """Return what gives the day on which a step falls."""
        while len(self._steps) < number:
            span = self._every.times(len(self._steps) + 1)
            self._steps.append(Worker(facts_in(self._start), partial(_step, self._start, span)))
        return self._steps[number - 1]


def _step(start: Term, span: Span, row: Mapping[str, Any]) -> int:
    """Return the day that a span leads to from a start; a day that never comes where there is none."""
    found = worked_out(start, row)
    if isinstance(found, Constant) and isinstance(found.value, Exactly):
        return figure_number(moved(found.value, Exactly(span)))
    return MOST
