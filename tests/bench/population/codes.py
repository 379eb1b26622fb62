"""The answers to the four questions as small numbers, the same for every engine.

An answer is a code: 0 where the policy does not cover the case, 1 where the law does not state it, from 2 on what it
is. The code 2 of `settlement.from` says that there is a date; it stands beside it, as a day since 1970 (0 where there
is none). A change is the place of its direction in `Direction`.
"""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from attrs import frozen

from asylum_rules import Direction
from tests.bench.population.people import QUESTIONS, Array

NOT_COVERED: Final = 0
UNSTATED: Final = 1
FIVE_YEARS, THIRTY_MONTHS, INDEFINITE = 2, 3, 4
A_DATE: Final = 2
NO_REVIEW: Final = 2
"""The code of no review; one review more is one more."""
DUTY, POWER, NO_SUPPORT = 2, 3, 4
DEPENDS: Final = 15
WIDTH: Final = 16

BETTER, WORSE, SAME, DIFFERENT, OPEN = (
    list(Direction).index(each)
    for each in (
        Direction.MORE_FAVOURABLE,
        Direction.LESS_FAVOURABLE,
        Direction.SAME,
        Direction.DIFFERENT,
        Direction.DEPENDS,
    )
)
BEST_FIRST: Final[Mapping[str, tuple[int, ...]]] = {
    "leave.length": (INDEFINITE, FIVE_YEARS, THIRTY_MONTHS),
    "settlement.from": (A_DATE,),
    "reviews.before_settlement": tuple(range(NO_REVIEW, DEPENDS)),
    "support.entitlement": (DUTY, POWER, NO_SUPPORT),
}


@frozen(eq=False)
class Told:
    """The answers of both policies, row by row, each by the place of its question."""

    old: tuple[Array, ...]
    new: tuple[Array, ...]
    old_day: Array
    new_day: Array
    turns: tuple[Array, ...]

    def columns(self) -> dict[str, Array]:
        """Return every column by a name."""
        named = {f"old {name}": each for name, each in zip(QUESTIONS, self.old, strict=True)}
        named |= {f"new {name}": each for name, each in zip(QUESTIONS, self.new, strict=True)}
        named |= {f"turn {name}": each for name, each in zip(QUESTIONS, self.turns, strict=True)}
        return {**named, "old day": self.old_day, "new day": self.new_day}


def _turn(old: int, new: int, best_first: tuple[int, ...]) -> int:
    if old == new:
        return SAME
    if NOT_COVERED in (old, new):
        return DIFFERENT
    if old not in best_first or new not in best_first:
        return OPEN
    return BETTER if best_first.index(new) < best_first.index(old) else WORSE


TURNS: Final[Mapping[str, Array]] = {
    name: np.array([_turn(old, new, order) for old in range(WIDTH) for new in range(WIDTH)], dtype=np.int8)
    for name, order in BEST_FIRST.items()
}
"""The direction of a change of codes, the old code times `WIDTH` and the new one."""


def turn_of(name: str, old: Array, new: Array) -> Array:
    """Return the direction of each change of codes."""
    return TURNS[name].take(old * np.int16(WIDTH) + new)


_WORDS: Final[Mapping[str, Mapping[str, int]]] = {
    "leave.length": {"P5Y": FIVE_YEARS, "P30M": THIRTY_MONTHS, "indefinite": INDEFINITE},
    "settlement.from": {},
    "reviews.before_settlement": {str(count): NO_REVIEW + count for count in range(12)},
    "support.entitlement": {"duty": DUTY, "power": POWER, "none": NO_SUPPORT},
}
_STATUSES: Final = {"not_covered": NOT_COVERED, "unstated": UNSTATED, "depends": DEPENDS}


def told_by_library(answers: pa.Table, ids: tuple[str, str]) -> Told:
    """Return the rows that the library gives as numbers."""
    old, new = (tuple(_codes(answers, name, id_) for name in QUESTIONS) for id_ in ids)
    old_day, new_day = (_day(answers, id_) for id_ in ids)
    turns = tuple(_directions(answers[f"{name}|{ids[1]}|direction"]) for name in QUESTIONS)
    return Told(old, new, old_day, new_day, turns)


def _codes(answers: pa.Table, name: str, id_: str) -> Array:
    words = answers[f"{name}|{id_}"].cast(pa.string()).combine_chunks().dictionary_encode()
    known = {**_STATUSES, **_WORDS[name]}
    default = A_DATE if name == "settlement.from" else -1
    codes = np.array([known.get(word, default) for word in words.dictionary.to_pylist()], dtype=np.int8)
    found: Array = codes.take(words.indices.to_numpy())
    return found


def _day(answers: pa.Table, id_: str) -> Array:
    days: Any = answers[f"settlement.from|{id_}|value"]
    found: Array = days.cast(pa.int32()).fill_null(0).to_numpy()
    return found


def _directions(column: Any) -> Array:  # Arrow has no types
    found: Array = pc.index_in(column.cast(pa.string()), pa.array(list(map(str, Direction)))).cast(pa.int8()).to_numpy()
    return found


def disagreements(one: Told, other: Told) -> dict[str, int]:
    """Return by column in how many rows two engines disagree."""
    others = other.columns()
    found = {
        name: int(np.count_nonzero(each.astype(np.int64) != others[name].astype(np.int64)))
        for name, each in one.columns().items()
    }
    return {name: count for name, count in found.items() if count}
