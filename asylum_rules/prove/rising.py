"""Whether more of something is never worse for the person, all else equal."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations, islice, permutations, product
from typing import Final, Unpack

from attrs import asdict, evolve, frozen

from asylum_rules.cells.diagram import Diagram, values
from asylum_rules.cells.partial import NOWHERE, Partial, Somewhere
from asylum_rules.cells.region import Region
from asylum_rules.decide.asked import Pair
from asylum_rules.decide.completions import Completions
from asylum_rules.decide.decide import decide
from asylum_rules.errors import InvalidInputError, Problem, TooManyCasesError, quoted
from asylum_rules.language.cells import Cell, consistent, cut, just
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact, Question, Within
from asylum_rules.language.walk import reads
from asylum_rules.model.answer import Answer, Formula, Said
from asylum_rules.model.direction import Direction
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import fact_named
from asylum_rules.prose.words import words_of
from asylum_rules.prove.cases import About, Cases
from asylum_rules.prove.proof import Counterexample, Outcome, Proof, Unsettled, proof
from asylum_rules.prove.solver import solved_rising
from asylum_rules.prove.weigh import ORDERED, direction, is_weighable, why_open
from asylum_rules.units.word import Word

_STEPS: Final = (Kind.DATE, Kind.COUNT)
_YEAR: Final = timedelta(days=365)
_TRIES: Final = 20
"""How many turns for the worse are looked at for one that two cases show."""


def monotone(policy: Policy, fact: str, **about: Unpack[About]) -> Proof:
    """Prove that a larger value of a fact is never worse for the person, all else equal.

    Later is larger of dates, yes is larger than no; that a fact is absent is neither more nor less. Raises
    `UnknownNameError` for a fact that is not there, and `InvalidInputError` for one whose values have no order or that
    is given, and where no answer is better or worse.

    >>> from asylum_rules import policies
    >>> monotone(policies["uk/latest"], "income_years", questions=["settlement.after"]).holds
    True
    """
    cases = Cases(**about)
    (read,) = cases.read(policy)
    which = fact_named(type(cases.case(read)), fact)
    stated = cases.stated(read)
    if which.kind is Kind.CODE and not which.ordered:
        raise InvalidInputError("fact", (Problem(quoted(fact), "its codes have no order"),))
    if fact in stated.values:
        raise InvalidInputError("fact", (Problem(quoted(fact), "is given, so that it has no larger value"),))

    def ask(question: Question) -> Iterator[Outcome]:
        completions = Completions((read,), stated, question)
        try:
            with completions.bounded():
                yield from _against(read, which, completions, cases.budget)
        except TooManyCasesError as error:
            yield Unsettled(question=question, reason=str(error))

    claim = f"under {quoted(policy.id)} a larger value of {words_of(which).noun} is never worse"
    return proof("monotone", claim, (policy.id,), cases, {each: tuple(ask(each)) for each in cases.ordered(read)})


@frozen(kw_only=True, eq=False)
class _Turn:
    """An answer before and after a fact goes from one cell to another, all else equal."""

    low: Cell
    high: Cell
    pair: Pair
    turned: Diagram[Somewhere[Pair]]
    """Where it turns so, and what turns into what elsewhere."""


def _against(policy: Policy, fact: Fact, completions: Completions, budget: int) -> Iterator[Outcome]:
    """Yield what stands in the way for one question: a case that refutes it, else what is not settled."""
    said, question = completions.said(policy), completions.question
    turns = [turn for low, high in _rising(fact, said) for turn in _turns(said, low, high)]
    worse = [turn for turn in turns if direction(turn.pair, question) is Direction.LESS_FAVOURABLE]
    for turn in (*worse[:_TRIES], *islice(_inside(fact, said), _TRIES)):
        twins = _twins(policy, completions, turn)
        if twins is not None and direction(twins.pair, question) is Direction.LESS_FAVOURABLE:
            yield Counterexample(question=question, **asdict(twins, recurse=False))
            return
    pairs = {**dict.fromkeys(_unseen(fact, said)), **{turn.pair: turn for turn in turns}}
    open_ = [pair for pair in pairs if _direction(fact, pair, question) not in ORDERED]
    left = [pair for pair in open_ if not is_weighable(pair, question)]
    found = []
    if len(left) < len(open_) or any(_direction(fact, pair, question) is Direction.LESS_FAVOURABLE for pair in pairs):
        found = list(solved_rising(policy, fact, completions, budget))
        yield from found
    if left and not any(isinstance(each, Counterexample) for each in found):
        shown, why = pairs[left[0]], why_open(left[0])
        twins = None if shown is None else _twins(policy, completions, shown)
        yield Unsettled(question=question, reason=why, **({} if twins is None else asdict(twins, recurse=False)))


def _direction(fact: Fact, pair: Pair, question: Question) -> Direction:
    """Return how one answer is against another; where one is worked out from the fact, that depends on its values."""
    return Direction.DEPENDS if _reads(fact, pair) else direction(pair, question)


def _reads(fact: Fact, pair: Pair) -> bool:
    """Return whether one of two answers is worked out from the fact."""
    terms = (value.term for _, value in pair if isinstance(value, Formula))
    return any(fact.name == each.name for term in terms for each in reads(term))


def _unseen(fact: Fact, said: Partial[Said]) -> Iterator[Pair]:
    """Yield the changes that cells do not show: within one of them, and as the fact passes another date."""
    yield from ((each, each) for each in said.values if _reads(fact, (each, each)))
    if any(fact in each.of for each in said.variables if isinstance(each, Within)):
        yield from product(said.values, repeat=2)


def _rising(fact: Fact, said: Partial[Said]) -> Iterator[tuple[Cell, Cell]]:
    """Yield the cells of a fact of which the second holds a larger value than some value of the first."""
    cells = _cells(fact, said)
    if fact.kind is Kind.CODE:
        both = permutations(cells, 2)
        yield from (pair for pair in both if min(_ranks(fact, pair[0])) < max(_ranks(fact, pair[1])))
    elif fact.kind is Kind.YES_NO:
        yield from (pair for pair in permutations(cells, 2) if pair[1].sample is True)
    else:
        yield from combinations(cells, 2)


def _cells(fact: Fact, said: Partial[Said]) -> tuple[Cell, ...]:
    """Return the cells of a fact in which it is not absent, lowest ranges first; none where no condition tests it."""
    cells = next((cells for cells in said.space.cells.values() if cells[0].subject.name == fact.name), ())
    return tuple(cell for cell in cells if not (fact.none and Word.NONE in cell.codes))


def _ranks(fact: Fact, cell: Cell) -> list[int]:
    return [fact.codes.index(str(code)) for code in cell.codes]


def _turns(said: Partial[Said], low: Cell, high: Cell) -> Iterator[_Turn]:
    """Yield the answers before and after a fact goes from one cell to another, all else equal, each with where."""
    forest = said.space.forest

    def turn(one: Somewhere[Said], other: Somewhere[Said]) -> Somewhere[Pair]:
        return NOWHERE if one is NOWHERE or other is NOWHERE else (one, other)

    turned = forest.apply(turn, _within(said, low), _within(said, high))
    yield from (_Turn(low=low, high=high, pair=pair, turned=turned) for pair in values(turned) if pair is not NOWHERE)


def _inside(fact: Fact, said: Partial[Said]) -> Iterator[_Turn]:
    """Yield how an answer that is worked out from a date or a count turns within a cell of it."""
    cells = _cells(fact, said) or cut(fact, ())[:1]
    within = (turn for cell in cells for turn in _turns(said, cell, cell))
    yield from (turn for turn in within if fact.kind in _STEPS and _reads(fact, turn.pair))


def _within(said: Partial[Said], cell: Cell) -> Diagram[Somewhere[Said]]:
    def only(level: int) -> frozenset[int] | None:
        cells = said.space.cells[level]
        return frozenset({cells.index(cell)}) if cell in cells else None

    return said.space.forest.kept(said.diagram, only)


@frozen(kw_only=True, eq=False)
class _Twins:
    """Two cases that differ in one fact only, and what is said to each."""

    facts: dict[str, Value]
    """The first of them, without what every case states."""
    points: dict[str, str]
    instead: dict[str, Value]
    """The fact as the second has it, with a larger value."""
    old: Answer
    new: Answer

    @property
    def pair(self) -> Pair:
        """What is said to each."""
        return (self.old.status, self.old.value), (self.new.status, self.new.value)


def _twins(policy: Policy, completions: Completions, turn: _Turn) -> _Twins | None:
    """Return two cases that show a turn; None where what ties the fact to others keeps these from being so."""
    fact, stated = turn.low.subject, completions.stated
    where = completions.space.forest.apply(lambda each: each == turn.pair, turn.turned)
    path = Region(completions.space, where).smallest(where)
    facts, points = completions.example((*path, _end(turn.high, max)))
    value = facts.pop(fact.name)
    known = {**stated.values, **facts}
    others = {each.name: just(each, known[each.name]) for each in stated.case.facts if each.name in known}

    def one_of(cell: Cell) -> Value | None:
        """Return a value of a cell that goes with the other facts."""
        found = consistent({**others, fact.name: cell}, stated.case.world)
        return None if found is None else found[fact.name]

    small: Value | None = one_of(_below(turn, value))
    large: Value | None = value
    if small is None and turn.low is turn.high:
        small, large = value, one_of(evolve(turn.high, least=_stepped(value, 1)))
    if small is None or large is None:
        return None
    facts[fact.name] = small
    old, new = (
        decide(policy, stated.case.stating(each), completions.question, under=points, presume=False)
        for each in (facts, {**facts, fact.name: large})
    )
    return _Twins(facts=facts, points=points, instead={fact.name: large}, old=old, new=new)


def _below(turn: _Turn, value: Value) -> Cell:
    """Return where to look for a smaller value: in the lower cell, or further down in the same."""
    if turn.low is turn.high:
        return evolve(turn.low, most=_stepped(value, -1))
    return _end(turn.low, min)


def _stepped(value: Value, by: int) -> Value:
    """Return a date a year later or earlier, or a count one more or less."""
    return value + by * _YEAR if isinstance(value, date) else value + by  # type: ignore[operator]  # `_inside` takes no others


def _end(cell: Cell, end: Callable[..., str]) -> Cell:
    """Return a cell, of ordered codes with the lowest or the highest of them only."""
    if not (isinstance(cell.subject, Fact) and cell.subject.ordered):
        return cell
    return Cell(cell.subject, codes=(end(cell.codes, key=cell.subject.codes.index),))
