"""How the answers of one outcome change from the first policy to another, for rows that the outcome's formulas are of.

How an old and a new answer compare turns only on how their ends lie to one another. So rows are sorted by that, and one
of each sort is compared as `diff` compares a case.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce as fold
from itertools import product
from operator import or_
from typing import Final, TypeAlias

import numpy as np

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Formula
from asylum_rules.model.direction import Changed, Direction, change
from asylum_rules.population.alike import alike, once
from asylum_rules.population.ends import Finder
from asylum_rules.population.formula import facts_of, in_row
from asylum_rules.population.outcome import Outcome, Pair, pairs
from asylum_rules.population.scale import NONE, Array, at, row_of

Change: TypeAlias = tuple[Changed, Direction]
Turn: TypeAlias = tuple[Changed, Direction, Direction]
"""Whether an answer changes, for better or worse, and that by the headline readings."""

TURNS: Final[tuple[Turn, ...]] = tuple(product((True, False, None), Direction, Direction))
_CHANGES: Final[tuple[Change, ...]] = tuple(product((True, False, None), Direction))
_WAITS: Final = (None, Direction.DEPENDS)


class Comparer:
    """Compares an old answer with a new one, row by row where that turns on the row."""

    def __init__(self, question: Question, pair: Pair, finder: Finder) -> None:
        self._question: Final = question
        self._pair: Final = pair
        self.change: Final = change(*pair, question)
        """How they compare whatever the row; `waits` where that turns on it."""
        self.waits: Final = self.change == _WAITS and any(isinstance(value, Formula) for _, value in pair)
        self._facts: Final = tuple({fact.name: fact for said in pair for fact in facts_of(said)}.values())
        self._ends: Final = tuple(map(finder.ends_of, pair)) if self.waits else ()

    def __call__(self, rows: Array, numbers: Mapping[str, Array]) -> Array:
        """Return for some rows a bit for how they compare, by place among the changes there are."""
        columns = [at(numbers[fact.name], rows) for fact in self._facts]
        sorts = columns if self._question.kind is Kind.SPAN else [self._lie(columns, rows, numbers)]
        return once(sorts, rows.size, lambda row: self._one([int(column[row]) for column in columns]))

    def _lie(self, columns: Sequence[Array], rows: Array, numbers: Mapping[str, Array]) -> Array:
        """Return a number for which facts are known and how the ends of the two answers lie to one another."""
        (least, most), (other_least, other_most) = (ends(rows, numbers) for ends in self._ends)
        beside = ((least, other_least), (most, other_most), (least, other_most), (other_least, most))
        equal = ((least, most), (other_least, other_most), (least, 0), (other_least, 0))
        digits = [
            *(np.clip(column, NONE, 0) - NONE for column in columns),
            *(1 + (one > other) - (one < other).astype(np.int64) for one, other in beside),
            *(one == other for one, other in equal),
        ]
        return fold(lambda number, digit: number * 3 + digit, digits, np.zeros(rows.size, dtype=np.int64))

    def _one(self, stated: Sequence[int]) -> int:
        """Return how they compare for a row that states these numbers."""
        row = row_of(self._facts, stated)
        old, new = (in_row(said, row) for said in self._pair)
        return _bit(change(old, new, self._question))


def _bit(changed: Change) -> int:
    return 1 << _CHANGES.index(changed)


def _common(bits: int) -> Change:
    """Return what several changes come to: what they all are, or that it depends."""
    met = [each for place, each in enumerate(_CHANGES) if bits >> place & 1]
    changed, directions = {each[0] for each in met}, {each[1] for each in met}
    return (
        changed.pop() if len(changed) == 1 else None,
        directions.pop() if len(directions) == 1 else Direction.DEPENDS,
    )


class Turning:
    """How the answers of one outcome change under the policy at a place."""

    def __init__(self, outcome: Outcome, place: int, comparer: Callable[[Pair], Comparer]) -> None:
        possible, headline = pairs(outcome.possible, place), pairs(outcome.headline, place)
        self._sure: Final = tuple(_bits(map(comparer, every)) for every in (possible, headline))
        waiting = {pair: comparer(pair) for pair in possible if comparer(pair).waits}
        self._waiting: Final = tuple((each, pair in headline) for pair, each in waiting.items())
        self.turn: Final = _turn(*self._sure)
        """How they change whatever the row, unless it `varies`."""
        waits = bool(waiting), any(is_headline for _, is_headline in self._waiting)
        self.varies: Final = any(each and not _is_mixed(bits) for each, bits in zip(waits, self._sure, strict=True))

    def __call__(self, rows: Array, numbers: Mapping[str, Array]) -> Array:
        """Return for some rows how their answers change, by place among the turns there are."""
        possible, headline = (np.full(rows.size, bits, dtype=np.int64) for bits in self._sure)
        for compare, is_headline in self._waiting:
            bits = compare(rows, numbers)
            possible |= bits
            if is_headline:
                headline |= bits
        first, sorts = alike([possible, headline], rows.size)
        found = [TURNS.index(_turn(int(possible[row]), int(headline[row]))) for row in first]
        return np.array(found, dtype=np.int8).take(sorts)


def _turn(possible: int, headline: int) -> Turn:
    return (*_common(possible), _common(headline)[1])


def _bits(every: Iterable[Comparer]) -> int:
    return fold(or_, (_bit(each.change) for each in every if not each.waits), 0)


def _is_mixed(bits: int) -> bool:
    """Return whether it depends already, whatever else is met."""
    return _common(bits) == _WAITS and bits.bit_count() > 1
