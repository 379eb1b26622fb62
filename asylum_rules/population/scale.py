"""The values of a fact as whole numbers, so that a column of them is an array; and back."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeAlias

import numpy as np
from attrs import frozen

from asylum_rules.language.cells import Cell, finder
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact
from asylum_rules.model.raw import FIRST_DAY
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.word import Word

Array: TypeAlias = np.ndarray[Any, np.dtype[Any]]

UNKNOWN: Final = -1
"""The number of a value that is not known."""
NONE: Final = -2
"""The number of a fact that is rightly absent."""
BAD: Final = -3
"""The number of what is no value of the fact."""
CELL: Final = np.uint16
"""The type of the place of a cell; codes made of cells are of the same where they can be."""
MOST: Final = 1_000_000
"""The largest count that a case may state."""
_FIRST_MOMENT: Final = datetime(1, 1, 1)  # noqa: DTZ001  # as moments are
"""Moments are local times, counted in minutes from the first there can be."""


def number_of(fact: Fact, value: Value) -> int:
    """Return the number of a value of a fact.

    >>> from asylum_rules.model.person import claimed_on
    >>> number_of(claimed_on, date(1900, 1, 2)), number_of(claimed_on, Word.NONE)
    (1, -2)
    """
    if value is Word.NONE and fact.none:
        return NONE
    match value:
        case date():
            return (value - FIRST_DAY).days
        case Money():
            return value.minor
        case Moment():
            return (value.at - _FIRST_MOMENT) // timedelta(minutes=1)
        case str():
            return fact.codes.index(value)
        case int():
            return int(value)
    raise TypeError(f"{value!r} is no value of a fact")


def value_in(fact: Fact, number: int) -> Value:
    """Return the value of a fact that has a number.

    >>> from asylum_rules.model.person import is_destitute
    >>> value_in(is_destitute, 1)
    True
    """
    if number == NONE:
        return Word.NONE
    match fact.kind:
        case Kind.DATE:
            return FIRST_DAY + timedelta(days=number)
        case Kind.MONEY:
            return Money(number, Currency.GBP)
        case Kind.MOMENT:
            return Moment(_FIRST_MOMENT + timedelta(minutes=number))
        case Kind.CODE:
            return fact.codes[number]
        case Kind.YES_NO:
            return bool(number)
        case _:
            return number


def width_of(fact: Fact) -> type[np.signedinteger[Any]]:
    """Return the narrowest type that holds the numbers of a fact."""
    match fact.kind:
        case Kind.YES_NO | Kind.CODE:
            return np.int8
        case Kind.DATE | Kind.COUNT:
            return np.int32
        case _:
            return np.int64


@frozen(eq=False)
class Cutter:
    """Tells for the numbers of a fact in which of its cells they lie; past the last one where they are not known."""

    codes: Array | None
    """By number, where a fact has few; a number below nothing counts from the end."""
    starts: Sequence[int]
    """Where each range but the first begins, for facts with many numbers."""
    none: int
    unknown: int

    def __call__(self, numbers: Array) -> Array:
        """Return the place of the cell of each number."""
        if self.codes is not None:
            return self.codes.take(numbers)
        found = np.zeros(numbers.shape, dtype=CELL)
        for start in self.starts:
            found += numbers >= start
        if numbers.min(initial=0) < 0:
            found[numbers == NONE] = self.none
            found[numbers == UNKNOWN] = self.unknown
        return found


def cutter(fact: Fact, cells: Sequence[Cell]) -> Cutter:
    """Return what cuts the numbers of a fact into its cells."""
    none = next((place for place, cell in enumerate(cells) if Word.NONE in cell.codes), len(cells))
    table: Array | None = None
    if fact.kind in (Kind.YES_NO, Kind.CODE):
        codes: Sequence[Value] = fact.codes or (False, True)
        find = finder(cells)
        table = np.array([*(find(code) for code in codes), none, len(cells)], dtype=CELL)
    starts = [number_of(fact, cell.least) for cell in cells[1:] if not (cell.codes or cell.least is None)]
    return Cutter(table, starts, none, len(cells))


def at(column: Array, rows: Array) -> Array:
    """Return some rows of a column; a column of one number for all rows has no length."""
    return column[rows] if column.ndim else np.broadcast_to(column, rows.shape)


def row_of(facts: Sequence[Fact], numbers: Sequence[int]) -> dict[str, Value]:
    """Return the values of a row that states these numbers of some facts, as far as they are known."""
    stated = zip(facts, numbers, strict=True)
    return {fact.name: value_in(fact, int(number)) for fact, number in stated if number != UNKNOWN}
