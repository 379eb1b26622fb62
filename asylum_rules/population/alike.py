"""Which rows are alike: each sort of row is met once, however many there are of it."""

from collections.abc import Callable, Iterator, Sequence
from math import prod
from typing import Final

import numpy as np
import pyarrow as pa

from asylum_rules.population.scale import Array

_TABLE: Final = 1 << 18
"""Numbers that lie within so many of one another are told apart by a table; others by hashing."""


def alike(columns: Sequence[Array], rows: int) -> tuple[Array, Array]:
    """Return the first of each sort of row, and of every row which sort it is; alike are rows with equal numbers."""
    sorts: Array = np.zeros(rows, dtype=np.int64)
    many = min(rows, 1)
    for column in columns if rows else ():
        low = int(column.min())
        width, places = int(column.max()) - low + 1, np.subtract(column, low, dtype=np.int64)
        if many * width > _TABLE:
            many, sorts = _renumbered(sorts, many)
            width, places = _renumbered(places, width)
        sorts, many = sorts * width + places if width > 1 else sorts, many * width
    many, sorts = _renumbered(sorts, many)
    first = np.zeros(many, dtype=np.int64)
    first[sorts[::-1]] = np.arange(rows)[::-1]
    return first, sorts


def _renumbered(numbers: Array, below: int) -> tuple[int, Array]:
    """Return how many numbers occur, and for each row the place of its number among them."""
    if below > _TABLE:
        met = pa.array(numbers).dictionary_encode()
        return len(met.dictionary), met.indices.to_numpy()
    found = np.flatnonzero(np.bincount(numbers))
    place_of = np.zeros(below, dtype=np.int64)
    place_of[found] = np.arange(found.size)
    return found.size, place_of.take(numbers)


def once(columns: Sequence[Array], rows: int, ask: Callable[[int], int]) -> Array:
    """Return what comes of asking each row; rows that are alike are asked once."""
    first, sorts = alike(columns, rows)
    return np.array([ask(int(row)) for row in first], dtype=np.int64).take(sorts)


def counts(*columns: Array) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield each combination of small numbers that occurs in some columns, and in how many rows."""
    widths = [int(column.max(initial=0)) + 1 for column in columns]
    codes = columns[0]
    for column, width in zip(columns[1:], widths[1:], strict=True):
        codes = codes if width == 1 else codes.astype(np.int64) * width + column
    if prod(widths) < _TABLE:
        every = np.bincount(codes)
        found = np.flatnonzero(every)
        rows = every[found]
    else:
        found, rows = np.unique(codes, return_counts=True)
    combinations = np.stack(np.unravel_index(found, widths), axis=1)
    yield from zip(map(tuple, combinations.tolist()), rows.tolist(), strict=True)


def each_number(numbers: Array) -> Iterator[tuple[int, Array]]:
    """Yield each number that occurs, and the rows that have it."""
    narrow = numbers.astype(np.min_scalar_type(numbers.max(initial=0)))
    order = np.argsort(narrow, kind="stable")
    held, starts = np.unique(narrow[order], return_index=True)
    yield from zip(held.tolist(), np.split(order, starts)[1:], strict=True)
