"""The outcomes that rows have come to, each with its number, and the functions that they stand for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from threading import Lock
from typing import Final, TypeAlias

import numpy as np
from attrs import frozen

from asylum_rules.cells.partial import NOWHERE, Partial, Somewhere
from asylum_rules.cells.space import Variable
from asylum_rules.language.subjects import Point, Question
from asylum_rules.model.answer import Said
from asylum_rules.population.alike import each_number, once
from asylum_rules.population.coinciding import Coinciding
from asylum_rules.population.ends import Finder
from asylum_rules.population.outcome import Answers, Outcome
from asylum_rules.population.scale import Array, at
from asylum_rules.population.steps import Numbers

FactsOf: TypeAlias = Callable[[Variable], Iterable[str]]
"""Names the facts that a variable stands for and that are not known."""


@frozen(eq=False)
class _Entry:
    """An outcome, what it stands for, and for each policy those of its answers that may come to the same."""

    outcome: Outcome
    told: Partial[Answers]
    facts_of: FactsOf
    coinciding: tuple[Coinciding, ...]

    @property
    def may_coincide(self) -> bool:
        """Whether for some row two answers of one policy may come to the same."""
        return any(each.some for each in self.coinciding)


class Register:
    """The outcomes of one question. What adds to it holds its lock."""

    def __init__(self, question: Question) -> None:
        self._question: Final = question
        self._entries: Final[list[_Entry]] = []
        self._numbers: Final[dict[object, int]] = {}
        self.finder: Final = Finder()
        self.lock: Final = Lock()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes so far, by number."""
        return tuple(entry.outcome for entry in tuple(self._entries))

    def number(self, told: Partial[Answers], facts_of: FactsOf) -> int:
        """Return the number of the outcome that a function of what is not known or not decided comes to."""
        with told.space.forest.room():
            outcome = _outcome(self._question, told, facts_of)
        by_place = zip(*outcome.possible, strict=True)
        entry = _Entry(outcome, told, facts_of, tuple(Coinciding(set(answers), self.finder) for answers in by_place))
        key = (outcome, told.diagram if entry.may_coincide else None)
        found = self._numbers.setdefault(key, len(self._entries))
        if found == len(self._entries):
            self._entries.append(entry)
        return found

    def coincided(self, found: Numbers, numbers: Mapping[str, Array]) -> Numbers:
        """Return the outcomes of rows with answers that come to the same for a row made one."""
        may = np.array([entry.may_coincide for entry in tuple(self._entries)])
        rows = np.flatnonzero(may.take(found)) if may.any() else np.zeros(0, dtype=np.int64)
        for number, among in each_number(found[rows]):
            found[rows[among]] = self._coincided(number, rows[among], numbers)
        return found

    def _coincided(self, number: int, rows: Array, numbers: Mapping[str, Array]) -> Array:
        entry = self._entries[number]
        columns = [[at(numbers[fact.name], rows) for fact in each.facts] for each in entry.coinciding]
        sorts = [column for each in entry.coinciding if each.some for column in each.sorts(rows, numbers)]

        def asked(row: int) -> int:
            stated = [[int(column[row]) for column in every] for every in columns]
            same = [each.same(values) for each, values in zip(entry.coinciding, stated, strict=True)]
            if all(answer == first for each in same for answer, first in each.items()):
                return number
            with self.lock:
                return self._merged(entry, same)

        return once(sorts, rows.size, asked)

    def _merged(self, entry: _Entry, same: Sequence[Mapping[Said, Said]]) -> int:
        """Return the number of an outcome with some answers of each policy made one."""

        def merged(answers: Somewhere[Answers]) -> Somewhere[Answers]:
            if answers is NOWHERE:
                return NOWHERE
            return tuple(each[answer] for answer, each in zip(answers, same, strict=True))

        space = entry.told.space
        with space.forest.room():
            told = Partial(space, space.forest.apply(merged, entry.told.diagram))
        return self.number(told, entry.facts_of)


def _outcome(question: Question, told: Partial[Answers], facts_of: FactsOf) -> Outcome:
    """Return what the policies say."""
    facts: set[str] = set()
    points: set[str] = set()
    for place in range(max(map(len, told.values), default=0)):  # none where no case comes to it
        turned_on = Partial(told.space, told.space.forest.apply(partial(_at, place), told.diagram)).fewest().variables
        for variable in turned_on:
            if isinstance(variable, Point):
                points.add(variable.name)
            else:
                facts.update(facts_of(variable))
    return Outcome(
        question=question,
        possible=frozenset(told.values),
        headline=frozenset(told.under_headlines().values),
        facts=tuple(sorted(facts)),
        points=tuple(sorted(points)),
    )


def _at(place: int, answers: Somewhere[Answers]) -> Somewhere[Said]:
    return NOWHERE if answers is NOWHERE else answers[place]
