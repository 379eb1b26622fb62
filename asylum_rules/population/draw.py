"""Random draws by whole-number arithmetic alone: a draw depends on the seed, the row and the draw's name.

The generator is SplitMix64 (Steele, Lea and Flood, 2014), jumped to each row's own stretch of the sequence. It uses
only 64-bit multiplication, addition, shift and exclusive or, so it gives the same on every machine and every version
of NumPy.
"""

from collections.abc import Sequence
from enum import IntEnum, auto
from fractions import Fraction
from typing import Final

import numpy as np

from asylum_rules.population.scale import Array

GAMMA: Final = 0x9E3779B97F4A7C15
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_WORD: Final = 1 << 64
_HALF: Final = 1 << 32


class Draw(IntEnum):
    """What is drawn for a person. The order is part of what a seed means: add at the end only."""

    COHORT = 0
    DAY = auto()
    GROUP = auto()
    AGE = auto()
    BIRTHDAY = auto()
    FAMILY = auto()
    CHILDREN = auto()
    ENTRY = auto()
    WAIT = auto()
    WAIT_DAY = auto()
    OUTCOME = auto()
    SUPPORT = auto()
    SUPPORT_UNDECIDED = auto()
    HOTEL = auto()
    MAY_WORK = auto()
    EMPLOYED = auto()


PER_ROW: Final = 32
"""How many words of the sequence belong to a row: room for draws to come."""


def mixed(state: Array) -> Array:
    """Return the words that SplitMix64 gives for its states; the states are used up."""
    state ^= state >> np.uint64(30)
    state *= _FIRST
    state ^= state >> np.uint64(27)
    state *= _SECOND
    state ^= state >> np.uint64(31)
    return state


class Draws:
    """The draws of a run of rows."""

    def __init__(self, first: int, rows: int, seed: int) -> None:
        start = int(mixed(np.array([seed], dtype=np.uint64))[0])
        places = np.arange(first * PER_ROW + 1, (first + rows) * PER_ROW + 1, PER_ROW, dtype=np.uint64)
        self._states: Final = places * np.uint64(GAMMA) + np.uint64(start)

    def word(self, draw: Draw) -> Array:
        """Return 64 bits a row."""
        return mixed(self._states + np.uint64(draw * GAMMA % _WORD))

    def half(self, draw: Draw) -> Array:
        """Return the upper 32 bits a row."""
        return (self.word(draw) >> np.uint64(32)).astype(np.uint32)

    def below(self, draw: Draw, ends: Array | int) -> Array:
        """Return a whole number from 0 to below an end, each as likely, up to 1 in 2**32."""
        product = self.word(draw) >> np.uint64(32)
        product *= ends if isinstance(ends, np.ndarray) else np.uint64(ends)
        return (product >> np.uint64(32)).astype(np.int32)

    def chosen(self, draw: Draw, weights: Sequence[int]) -> Array:
        """Return the place of one of several weights, each as likely as its weight says."""
        return placed(self.half(draw), limits(weights))

    def happens(self, draw: Draw, weights: Sequence[int]) -> Array:
        """Return whether the first of two weights is drawn."""
        (limit,) = limits(weights)
        return self.half(draw) < np.uint32(limit)


def limits(weights: Sequence[int], size: int = _HALF) -> tuple[int, ...]:
    """Return where each weight but the last ends, of draws from 0 to below a size.

    >>> limits((1, 2, 1), 100)
    (25, 75)
    """
    total = sum(weights)
    return tuple(sum(weights[: place + 1]) * size // total for place in range(len(weights) - 1))


def limit(share: Fraction) -> int:
    """Return below which draws of 32 bits are the given share of all.

    >>> limit(Fraction(1, 4)) == 2**30
    True
    """
    return int(share * _HALF)


def placed(numbers: Array, ends: Sequence[int]) -> Array:
    """Return how many of the ends each number reaches.

    >>> placed(np.array([24, 25, 99]), (25, 75)).tolist()
    [0, 1, 2]
    """
    found = np.zeros(len(numbers), dtype=np.int8)
    for end in ends:
        found += numbers >= numbers.dtype.type(end)
    return found
