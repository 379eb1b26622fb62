"""One question asked of several policies about every row of a batch: each row's outcome, by number.

The diagrams that `decide` answers partial cases with are laid out as tables of steps; a row is led through them by the
cells of its facts. Rows of which something that matters is not known are grouped, and each group is asked once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce as fold
from typing import Final

import numpy as np

from asylum_rules.cells.diagram import Branch, Diagram, Leaf, levels, nodes, values
from asylum_rules.cells.partial import NOWHERE, Partial, Somewhere
from asylum_rules.cells.space import Variable
from asylum_rules.decide.completions import Completions, Stated
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, Point, Question, Within
from asylum_rules.model.answer import Said
from asylum_rules.model.anyone import anyone
from asylum_rules.model.policy import Policy
from asylum_rules.population.alike import once
from asylum_rules.population.formula import facts_of
from asylum_rules.population.outcome import Answers
from asylum_rules.population.register import Register
from asylum_rules.population.scale import MOST, UNKNOWN, Array, at, number_of, row_of
from asylum_rules.population.steps import Numbers, Steps, led, steps_of

ROOM: Final = 4_000_000
"""How many nodes the diagrams of one question may have; they are made once for a whole population."""
_NOT_KNOWN: Final = -1
"""Stands for the outcome of rows of which something is not known."""
_NOT_MET: Final = -2
"""Stands for the outcome of the first of the last states, until a row has come to it; lower numbers for the others."""


class Asker:
    """One question, asked of several policies; made once, and used for every batch by any thread."""

    def __init__(self, question: Question, policies: Sequence[Policy], also: Sequence[Condition]) -> None:
        self.question: Final = question
        self._policies: Final = tuple(policies)
        self._anyone: Final = anyone(policies[0].profile)
        completions = Completions(policies, Stated(self._anyone, {}), question, also)
        self.space: Final = completions.space
        self.register: Final = Register(question)
        with completions.bounded(), self.space.forest.room(ROOM):
            short, self._whole = self._functions(completions)
            self._steps: Final[Steps[Somewhere[Answers]]] = steps_of(short, self.space)
        ends = [_NOT_KNOWN if end is None else _NOT_MET - state for state, end in enumerate(self._steps.ends)]
        self._told: Final[Numbers] = np.array(ends, np.int32).take(self._steps.steps[-1].entries)
        every = [self.space.variable(level) for level in sorted(levels(self._whole))]
        self.has_points: Final = any(isinstance(each, Point) for each in every)
        """Some answer turns on an open point."""
        self._cells: Final = {self.space.variable(level).name: cells for level, cells in self.space.cells.items()}
        self.variables: Final = tuple(each for each in every if not isinstance(each, Point))
        self._asked: Final[dict[tuple[int, ...], int]] = {}

    def _functions(self, completions: Completions) -> tuple[Diagram[Somewhere[Answers]], Diagram[Somewhere[Answers]]]:
        """Return what the policies say: by the fewest facts, and with every case that the world rules out left out."""
        forest = completions.space.forest

        def told(*each: Somewhere[Said]) -> Somewhere[Answers]:
            return NOWHERE if NOWHERE in each else each  # type: ignore[return-value]  # none of them is nowhere

        short = forest.apply(told, *(completions.of(policy).diagram for policy in self._policies))
        return short, forest.choose(completions.space.possible(), short, forest.leaf(NOWHERE))

    @property
    def formula_facts(self) -> frozenset[str]:
        """The names of the facts that some answer is a formula of."""
        answers = (answer for each in values(self._whole) if each is not NOWHERE for answer in each)
        return frozenset(fact.name for answer in answers for fact in facts_of(answer))

    def known(self) -> Iterator[Partial[Answers]]:
        """Yield what is left open to any case of which every fact that matters is known: functions of open points."""

        def is_known(node: Diagram[Somewhere[Answers]]) -> bool:
            return isinstance(node, Leaf) or isinstance(self.space.variable(node.level), Point)

        branches = (node for node in nodes(self._whole) if isinstance(node, Branch) and not is_known(node))
        met = dict.fromkeys((self._whole, *(arm for branch in branches for arm in branch.arms)))
        nowhere = self.space.forest.leaf(NOWHERE)
        return (Partial(self.space, node) for node in met if is_known(node) and node is not nowhere)

    def ask(self, cells: Callable[[str], Array], numbers: Mapping[str, Array], rows: int) -> Numbers:
        """Return the number of the outcome of each row."""
        found = self._met(led(self._steps, cells, rows))
        if found.min(initial=0) == _NOT_KNOWN:
            open_ = np.flatnonzero(found == _NOT_KNOWN)
            half = self._half_known(open_, numbers)
            for meant, ask in ((open_[~half], self._by_cell), (open_[half], self._by_value)):
                found[meant] = ask(meant, cells, numbers)
        return self.register.coincided(found, numbers)

    def _met(self, entries: Array) -> Numbers:
        """Return the numbers of the outcomes that stand at some entries of the last table."""
        found = self._told.take(entries)
        if found.min(initial=0) <= _NOT_MET:
            with self.register.lock:
                for met in np.unique(found[found <= _NOT_MET]):
                    end = Partial(self.space, self._steps.ends[_NOT_MET - met])
                    self._told[self._told == met] = self.register.number(end, _facts_of)
            found = self._told.take(entries)
        return found

    def _half_known(self, rows: Array, numbers: Mapping[str, Array]) -> Array:
        """Return which rows tell some of the facts that are set against each other: those then cut the others."""
        half = np.zeros(rows.size, dtype=np.bool_)
        for each in self.variables:
            if isinstance(each, Within):
                known = [at(numbers[fact.name], rows) != UNKNOWN for fact in each.of]
                half |= np.logical_or.reduce(known) & ~np.logical_and.reduce(known)
        for total in self._anyone.world.sums:
            whole, *parts = (at(numbers[fact.name], rows) for fact in (total.whole, *total.parts))
            least = 1 + fold(np.add, (np.maximum(part, 0) for part in parts))
            half |= (whole == UNKNOWN) & (least >= self._start(total.whole, 1))
            for fact, part in zip(total.parts, parts, strict=True):
                half |= (whole != UNKNOWN) & (part == UNKNOWN) & (whole - least < self._start(fact, -1))
        return half

    def _start(self, fact: Fact, place: int) -> int:
        """Return where a cell of a count that matters here starts; of one that does not, where no count comes."""
        cells = self._cells.get(fact.name, ())
        found = cells[place].least if len(cells) > 1 else None
        return number_of(fact, found) if found is not None else (-1 if place < 0 else MOST + 2)

    def _by_cell(self, rows: Array, cells: Callable[[str], Array], _: Mapping[str, Array]) -> Array:
        """Return the outcomes of rows, each group that lies in the same cells asked once."""
        places = [at(cells(variable.name), rows) for variable in self.variables]
        return once(places, rows.size, lambda row: self._lying([int(each[row]) for each in places]))

    def _lying(self, places: Sequence[int]) -> int:
        """Return the outcome of rows that lie in these cells of the variables; asked once in all batches."""
        key = tuple(places)
        if key not in self._asked:
            with self.register.lock:
                self._asked[key] = self.register.number(self._left(key), _facts_of)
        return self._asked[key]

    def _left(self, places: Sequence[int]) -> Partial[Answers]:
        """Return what is left open to a row that lies in these cells."""
        lies = {variable.name: place for variable, place in zip(self.variables, places, strict=True)}

        def known(level: int) -> frozenset[int] | None:
            unknown = len(self.space.cells[level])
            place = lies.get(self.space.variable(level).name, unknown)
            return None if place == unknown else frozenset({place})

        with self.space.forest.room():
            return Partial(self.space, self.space.forest.kept(self._whole, known))

    def _by_value(self, rows: Array, _: Callable[[str], Array], numbers: Mapping[str, Array]) -> Array:
        """Return the outcomes of rows, each group that states the same asked once."""
        read = {fact.name for policy in self._policies for fact in policy.facts(self.question)}
        read |= self._anyone.world.tied
        facts = [fact for fact in self._anyone.facts if fact.name in read and fact.name in numbers]
        columns = [at(numbers[fact.name], rows) for fact in facts]

        def asked(row: int) -> int:
            values = row_of(facts, [int(column[row]) for column in columns])
            completions = Completions(self._policies, Stated(self._anyone, values), self.question)
            with completions.bounded():
                _, whole = self._functions(completions)
            with self.register.lock:
                return self.register.number(Partial(completions.space, whole), completions.facts_of)

        return once(columns, rows.size, asked)


def _facts_of(variable: Variable) -> Iterator[str]:
    """Yield the facts that a variable stands for."""
    return (fact.name for fact in (variable.of if isinstance(variable, Within) else (variable,)))
