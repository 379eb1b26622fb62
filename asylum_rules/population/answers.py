"""The answers of a batch as Arrow columns, and counted: what each policy says to each row, and how that changes."""

import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

import numpy as np
import pyarrow as pa

from asylum_rules.language.kinds import Kind
from asylum_rules.model.answer import Formula, Said
from asylum_rules.model.direction import Changed
from asylum_rules.model.plain import plain
from asylum_rules.population.alike import counts, each_number, once
from asylum_rules.population.asker import Asker
from asylum_rules.population.ends import Figures
from asylum_rules.population.formula import facts_of, in_row
from asylum_rules.population.outcome import Outcome, Pair, said
from asylum_rules.population.scale import Array, at, row_of
from asylum_rules.population.steps import Numbers
from asylum_rules.population.totals import By, Counted, Transition
from asylum_rules.population.turns import TURNS, Comparer, Turn, Turning
from asylum_rules.population.values import NO_VALUE, figure_number

T = TypeVar("T", bound=Hashable)

_FIGURES: Final = {Kind.DATE: pa.date32(), Kind.COUNT: pa.int64(), Kind.MONEY: pa.decimal128(18, 2)}
_MOST_WORDS: Final = 1 << 15
"""How many words the dictionary of one batch has."""
_WORD: Final = pa.dictionary(pa.int16(), pa.string())


def written(answer: Said | None) -> str:
    """Return an answer in one word or figure: of a formula the formula, of what depends that it does."""
    if answer is None:
        return "depends"
    status, value = answer
    if value is None:
        return str(status)
    plainly = plain(value)
    if isinstance(plainly, dict) and "formula" in plainly:
        return str(plainly["formula"])
    return plainly if isinstance(plainly, str) else json.dumps(plainly)


def written_changed(changed: Changed) -> str:
    """Return whether an answer changes, in one word."""
    return "depends" if changed is None else str(changed).lower()


class Teller:
    """Tells the outcomes of one question; made once, and used for every batch."""

    def __init__(self, asker: Asker, ids: Sequence[str]) -> None:
        self.asker: Final = asker
        self.question: Final = asker.question
        self.ids: Final = tuple(ids)
        self.has_points: Final = asker.has_points
        self.figure: Final = _FIGURES.get(self.question.kind)
        """The type of exact figures, where answers are such."""
        self._valued: Final[dict[Said, Figures]] = {}
        self._comparers: Final[dict[Pair, Comparer]] = {}
        self._turnings: Final[dict[tuple[Outcome, int], Turning]] = {}
        self._transitions: Final[dict[tuple[Outcome, int, Turn], Transition]] = {}

    @property
    def schema(self) -> pa.Schema:
        """The columns there are, with their types."""
        fields = []
        for place, id_ in enumerate(self.ids):
            name = f"{self.question.name}|{id_}"
            fields.append(_word(name))
            if self.figure is not None:
                fields.append(pa.field(f"{name}|value", self.figure))
            if self.has_points:
                fields.append(_word(f"{name}|headline"))
            if place:
                fields += [_word(f"{name}|changed"), _word(f"{name}|direction")]
                if self.has_points:
                    fields.append(_word(f"{name}|headline_direction"))
        fields.append(_word(f"{self.question.name}|depends_on|facts"))
        if self.has_points:
            fields.append(_word(f"{self.question.name}|depends_on|points"))
        return pa.schema(fields)

    def possible(self) -> Iterator[Transition]:
        """Yield every transition of a case of which all that matters is known, and of no formula."""
        for told in self.asker.known():
            possible, headline = (frozenset(each.values) for each in (told, told.under_headlines()))
            outcome = Outcome(question=self.question, possible=possible, headline=headline)
            for place in range(1, len(self.ids)):
                yield self.transition(outcome, place, self.turning(outcome, place).turn)

    def transition(self, outcome: Outcome, place: int, turn: Turn) -> Transition:
        """Return from what to what an outcome goes under the policy at a place, where it turns so."""
        if (outcome, place, turn) not in self._transitions:
            changed, direction, headline_direction = turn
            self._transitions[outcome, place, turn] = Transition(
                question=self.question,
                policy=self.ids[place],
                old=said(outcome.possible, 0),
                new=said(outcome.possible, place),
                changed=changed,
                direction=direction,
                headline_old=said(outcome.headline, 0),
                headline_new=said(outcome.headline, place),
                headline_direction=headline_direction,
                facts=outcome.facts,
                points=outcome.points,
            )
        return self._transitions[outcome, place, turn]

    def turning(self, outcome: Outcome, place: int) -> Turning:
        """Return how an outcome changes under the policy at a place."""
        if (outcome, place) not in self._turnings:
            self._turnings[outcome, place] = Turning(outcome, place, self._comparer)
        return self._turnings[outcome, place]

    def figures_of(self, answer: Said) -> Figures:
        """Return what works out the exact figures of a formula."""
        if answer not in self._valued:
            self._valued[answer] = self.asker.register.finder.figures_of(answer)
        return self._valued[answer]

    def _comparer(self, pair: Pair) -> Comparer:
        if pair not in self._comparers:
            self._comparers[pair] = Comparer(self.question, pair, self.asker.register.finder)
        return self._comparers[pair]


class Told:
    """What the rows of one batch come to: as columns of answers, values and changes, and counted."""

    def __init__(self, teller: Teller, outcomes: Numbers, numbers: Mapping[str, Array]) -> None:
        self._teller: Final = teller
        self._outcomes: Final = outcomes.astype(np.intp)
        self._numbers: Final = numbers
        self._every: Final = teller.asker.register.outcomes
        later = range(1, len(teller.ids))
        self._turnings: Final = {place: [teller.turning(each, place) for each in self._every] for place in later}
        self._varying: Final = {place: list(self._turned(turnings)) for place, turnings in self._turnings.items()}

    def columns(self) -> Iterator[pa.Array]:
        """Yield the columns, in the order of the schema."""
        teller = self._teller
        for place in range(len(teller.ids)):
            every = [said(each.possible, place) for each in self._every]
            answers, given = self._places(every)
            figures = None if teller.figure is None else self._figures(every, answers, given)
            yield self._words_of(answers, given, figures)
            if figures is not None:
                yield _as_figures(figures, teller.figure)
            if teller.has_points:
                yield _words(*self._places([written(said(each.headline, place)) for each in self._every]))
            if place:
                yield self._turns(place, [written_changed(changed) for changed, _, _ in TURNS])
                yield self._turns(place, [str(direction) for _, direction, _ in TURNS])
                if teller.has_points:
                    yield self._turns(place, [str(headline) for _, _, headline in TURNS])
        yield _words(*self._places([" ".join(each.facts) for each in self._every]))
        if teller.has_points:
            yield _words(*self._places([" ".join(each.points) for each in self._every]))

    def counted(self, groups: Array, names: Sequence[By]) -> Counted:
        """Return how many rows of each group go from one answer to another under each policy after the first."""
        found = Counted()
        together = list(counts(self._outcomes, groups))
        for place, turnings in self._turnings.items():
            for (number, group), rows in together:
                if not turnings[number].varies:
                    how = self._teller.transition(self._every[number], place, turnings[number].turn)
                    found[how, names[group]] += rows
            for number, meant, turns in self._varying[place]:
                for (turn, group), rows in counts(turns, at(groups, meant)):
                    how = self._teller.transition(self._every[number], place, TURNS[turn])
                    found[how, names[group]] += rows
        return found

    def _turned(self, turnings: Sequence[Turning]) -> Iterator[tuple[int, Array, Array]]:
        """Yield each outcome whose turn is not the same for every row, its rows, and how each of these turns."""
        varies = np.array([each.varies for each in turnings])
        if varies.any():
            varying = np.flatnonzero(varies.take(self._outcomes))
            for number, among in each_number(self._outcomes[varying]):
                meant = varying[among]
                yield number, meant, turnings[number](meant, self._numbers)

    def _turns(self, place: int, words: Sequence[str]) -> pa.Array:
        """Return how the answer to each row changes, in the words that there are for each turn."""
        each, of_turn = _once(words)
        column = self._by_outcome(of_turn.take([TURNS.index(turning.turn) for turning in self._turnings[place]]))
        for _, rows, turns in self._varying[place]:
            column[rows] = of_turn.take(turns)
        return _words(each, column)

    def _places(self, every: Sequence[T]) -> tuple[list[T], Array]:
        """Return each thing once, and for each row the place of the one that its outcome has."""
        each, of_outcome = _once(every)
        return each, self._by_outcome(of_outcome)

    def _by_outcome(self, of_outcome: Array) -> Array:
        """Return for each row the number that its outcome has."""
        if of_outcome.size and (of_outcome == of_outcome[0]).all():
            return np.full(self._outcomes.size, of_outcome[0])
        return of_outcome.take(self._outcomes)

    def _figures(self, every: Sequence[Said | None], answers: Sequence[Said | None], given: Array) -> Array:
        """Return the exact figure of each row as a number; `NO_VALUE` where its answer is none."""
        known = [NO_VALUE if each is None else figure_number(each[1]) for each in every]
        figures = self._by_outcome(np.array(known, dtype=np.int64))
        for place, each in enumerate(answers):
            if each is not None and isinstance(each[1], Formula):
                rows = np.flatnonzero(given == place)
                figures[rows] = self._teller.figures_of(each)(rows, self._numbers)
        return figures

    def _words_of(self, answers: Sequence[Said | None], given: Array, figures: Array | None) -> pa.Array:
        """Return the answers in words; of a formula the formula where its exact figure is told beside it."""
        words = [written(each) for each in answers]
        for place, each in enumerate(answers):
            if each is not None and isinstance(each[1], Formula):
                meant = given == place
                rows = np.flatnonzero(meant if figures is None else meant & (figures == NO_VALUE))
                if rows.size:
                    given[rows] = _worked_out(each, rows, self._numbers, words, place)
        return _words(words, given)


def _word(name: str) -> pa.Field:
    """Return a column of words, one in every row."""
    return pa.field(name, _WORD, nullable=False)


def _worked_out(answer: Said, rows: Array, numbers: Mapping[str, Array], words: list[str], place: int) -> Array:
    """Return the places among some words of what a formula comes to for some rows; new words are added.

    Past `_MOST_WORDS` the formula stands at its own place.
    """
    facts = facts_of(answer)
    columns = [at(numbers[fact.name], rows) for fact in facts]

    def work_out(row: int) -> int:
        if len(words) >= _MOST_WORDS:
            return place
        words.append(written(in_row(answer, row_of(facts, [int(column[row]) for column in columns]))))
        return len(words) - 1

    return once(columns, rows.size, work_out)


def _once(every: Sequence[T]) -> tuple[list[T], Array]:
    """Return each thing once, and of every one its place among them."""
    place_of = {each: place for place, each in enumerate(dict.fromkeys(every))}
    return list(place_of), np.array([place_of[each] for each in every], dtype=np.int16)


def _words(words: Sequence[str], places: Array) -> pa.Array:
    """Return a column of words, given the one of each place; in its dictionary a word stands once."""
    each, place_of = _once(words)
    if len(each) < len(words):
        places = place_of.take(places)
    column = pa.array(places.astype(np.int16, copy=False))
    return pa.DictionaryArray.from_arrays(column, pa.array(each, pa.string()), safe=False)


def _as_figures(numbers: Array, kind: pa.DataType) -> pa.Array:
    """Return numbers as exact figures of a kind; none where there is none.

    An amount is held as pence in 128 bits: the lower half first, then that of the sign.
    """
    none = numbers == NO_VALUE
    figures = numbers
    if pa.types.is_decimal(kind):
        figures = np.stack([numbers, numbers >> 63], axis=1)
    elif pa.types.is_date32(kind):
        figures = numbers.astype(np.int32)
    known = pa.py_buffer(np.packbits(~none, bitorder="little")) if none.any() else None
    return pa.Array.from_buffers(kind, numbers.size, [known, pa.py_buffer(figures)])
