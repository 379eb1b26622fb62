"""What varies within an outcome, row by row: worked out once for all rows that state the same."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from threading import Lock
from typing import Any, Final

import numpy as np

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact
from asylum_rules.model.answer import Result
from asylum_rules.population.alike import once
from asylum_rules.population.scale import Array, at, row_of
from asylum_rules.units.figure import Exactly
from asylum_rules.units.money import Currency, Money

EPOCH: Final = date(1970, 1, 1)
NO_VALUE: Final = np.iinfo(np.int64).min
"""The number of an answer that is no exact figure."""


def figure_number(value: Result | None) -> int:
    """Return an exact figure as a number: days since 1970, pence, or the count itself; `NO_VALUE` of anything else."""
    match value:
        case Exactly(date() as day):
            return (day - EPOCH) // timedelta(days=1)
        case Exactly(Money(minor=minor, currency=Currency.GBP)):
            return minor
        case Exactly(int(count)):
            return count
        case _:
            return NO_VALUE


_NOT_YET: Final = NO_VALUE + 1
"""Stands in a table where nothing has been worked out yet."""


class Worker:
    """Works one thing out for rows by the values of a few facts, and remembers it."""

    def __init__(self, facts: Sequence[Fact], work_out: Callable[[Mapping[str, Any]], int]) -> None:
        self._facts: Final = tuple(facts)
        self._work_out: Final = work_out
        self._known: Final[dict[tuple[int, ...], int]] = {}
        self._table: Array = np.full(2, _NOT_YET, dtype=np.int64)
        self._lock: Final = Lock()

    def __call__(self, rows: Array, numbers: Mapping[str, Array]) -> Array:
        """Return what it comes to for some rows."""
        columns = [at(numbers[fact.name], rows) for fact in self._facts]
        if rows.size and len(columns) == 1 and self._facts[0].kind in _FEW:
            return self._looked_up(columns[0])
        with self._lock:
            return once(columns, rows.size, lambda row: self._one([int(each[row]) for each in columns]))

    def _looked_up(self, column: Array) -> Array:
        """Return what it comes to by a table with a place for every value of the one fact."""
        places = column.astype(np.int64) + 2  # nothing and not known come first
        if int(places.max()) >= self._table.size:
            self._filled(places)
        found = self._table.take(places)
        if (found == _NOT_YET).any():
            found = self._filled(places).take(places)
        return found

    def _filled(self, places: Array) -> Array:
        """Return a table in which all of some places are worked out; it takes the place of the old one."""
        with self._lock:
            size = int(places.max()) + 1
            table = self._table
            if size > table.size:
                table = np.concatenate([table, np.full(size, _NOT_YET, dtype=np.int64)])
            for place in np.unique(places):
                if table[place] == _NOT_YET:
                    table[place] = self._one([int(place) - 2])
            self._table = table
            return table

    def _one(self, stated: Sequence[int]) -> int:
        key = tuple(stated)
        if key not in self._known:
            self._known[key] = self._work_out(row_of(self._facts, stated))
        return self._known[key]


_FEW: Final = (Kind.DATE, Kind.COUNT, Kind.CODE, Kind.YES_NO)
"""The kinds of facts with so few values that a table can have a place for each."""
