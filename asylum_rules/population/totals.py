"""Counts of rows by how their answer changes. They add up: any split of a population gives the same totals."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, TypeAlias

import numpy as np
from attrs import frozen

from asylum_rules.language.kinds import Kind, plain_value
from asylum_rules.language.subjects import Fact, Question
from asylum_rules.model.answer import Said
from asylum_rules.model.direction import Changed, Direction
from asylum_rules.population.alike import alike
from asylum_rules.population.scale import NONE, UNKNOWN, Array, at, value_in

By: TypeAlias = tuple[str, ...]
"""What a row states of each fact that totals are counted by."""


@frozen(kw_only=True, cache_hash=True)
class Transition:
    """From which answer to which, under one policy set against the first."""

    question: Question
    policy: str
    old: Said | None
    """None where it depends."""
    new: Said | None
    changed: Changed
    direction: Direction
    headline_old: Said | None
    """The same with every open point that has a headline read so."""
    headline_new: Said | None
    headline_direction: Direction
    facts: tuple[str, ...]
    """The facts not known that some policy's answer depends on."""
    points: tuple[str, ...]
    """The open points that some policy's answer depends on."""

    @property
    def stays(self) -> bool:
        """Whether the answer is the same however what is open is read."""
        return self.changed is False


@frozen
class Total:
    """How many rows go so."""

    how: Transition
    by: By
    rows: int


Counted: TypeAlias = Counter[tuple[Transition, By]]
"""Rows by how their answer changes and by what they state."""


@frozen
class Grouping:
    """The facts that totals are counted by: a date by its year, anything else by its value."""

    facts: tuple[Fact, ...]

    def of(self, numbers: Mapping[str, Array], rows: int) -> tuple[Array, list[By]]:
        """Return the group of each row, and what the groups state; one number for all rows where there is one group."""
        if not self.facts:
            return np.zeros((), dtype=np.int64), [()]
        every = np.arange(rows)
        columns = [_grouped(fact, at(numbers[fact.name], every)) for fact in self.facts]
        first, groups = alike(columns, rows)
        stated = [
            [_name(fact, int(column[row])) for row in first] for fact, column in zip(self.facts, columns, strict=True)
        ]
        return groups, list(zip(*stated, strict=True))


_FROM_1970: Final = np.timedelta64(25_567, "D")
"""From the first day that a case may state to 1970."""


def _grouped(fact: Fact, numbers: Array) -> Array:
    if fact.kind is not Kind.DATE:
        return numbers.astype(np.int64)
    years = (numbers.astype("datetime64[D]") - _FROM_1970).astype("datetime64[Y]").astype(np.int64) + 1970
    return np.where(numbers < 0, numbers, years)


def _name(fact: Fact, number: int) -> str:
    if number == UNKNOWN:
        return "unknown"
    if number == NONE or fact.kind is Kind.DATE:
        return "none" if number == NONE else str(number)
    value = plain_value(value_in(fact, number))
    return str(value).lower() if isinstance(value, bool) else str(value)
