"""Two days set against each other, row by row: whether one is within a span from the other."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

import numpy as np

from asylum_rules.language.subjects import FirstKnown, Within
from asylum_rules.model.raw import FIRST_DAY, LAST_DAY
from asylum_rules.population.scale import CELL, NONE, UNKNOWN, Array

_IS_WITHIN, _IS_NOT, _IS_NOT_KNOWN = 0, 1, 2
"""The cells of such a fact, and one more where it is not known."""


class Window:
    """One such fact, over columns of numbers."""

    def __init__(self, within: Within) -> None:
        self.within: Final = within
        days = (FIRST_DAY + timedelta(days=day) for day in range((LAST_DAY - FIRST_DAY).days + 1))
        last = [(within.span.after(day) - FIRST_DAY).days for day in days]
        self._last: Final = np.array([*last, NONE, UNKNOWN], dtype=np.int32)

    def __call__(self, numbers: Mapping[str, Array]) -> Array:
        """Return for each row in which of the cells it lies."""
        day, start = numbers[self.within.day.name], self._start(numbers)
        last = self._last.take(start)
        found = np.where(day <= last, CELL(_IS_WITHIN), CELL(_IS_NOT))
        found[(day == NONE) | (start == NONE)] = _IS_NOT
        found[(day == UNKNOWN) | (start == UNKNOWN)] = _IS_NOT_KNOWN
        return found

    def _start(self, numbers: Mapping[str, Array]) -> Array:
        """Return the first day of each row: of several facts the first that is not absent."""
        start = self.within.start
        first, *later = start.of if isinstance(start, FirstKnown) else (start,)
        found = numbers[first.name]
        for fact in later:
            found = np.where(found == NONE, numbers[fact.name], found)
        return found
