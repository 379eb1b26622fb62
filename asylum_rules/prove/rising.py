"""Whether more of something is never worse for the person, all else equal."""

from collections.abc import Iterator
from itertools import permutations
from typing import Unpack

from asylum_rules.cells.diagram import Diagram, values
from asylum_rules.cells.partial import NOWHERE, Partial, Somewhere
from asylum_rules.cells.region import Region
from asylum_rules.decide.asked import Pair
from asylum_rules.decide.completions import Completions
from asylum_rules.decide.decide import decide
from asylum_rules.errors import InvalidInputError, Problem, TooManyCasesError, quoted
from asylum_rules.language.cells import Cell
from asylum_rules.language.kinds import Kind, plain_value
from asylum_rules.language.subjects import Fact, Question, Within
from asylum_rules.language.walk import reads
from asylum_rules.model.answer import Formula, Said
from asylum_rules.model.direction import Direction, change
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import fact_named
from asylum_rules.prose.words import words_of
from asylum_rules.prove.cases import About, Cases
from asylum_rules.prove.proof import OPEN, Counterexample, Outcome, Proof, Unsettled, is_exact, proof
from asylum_rules.prove.solver import solved_rising
from asylum_rules.units.figure import compare
from asylum_rules.units.word import Word


def monotone(policy: Policy, fact: str, **about: Unpack[About]) -> Proof:
    """Prove that a larger value of a fact is never worse for the person, all else equal.

    Later is larger of dates, yes is larger than no. Raises `UnknownNameError` for a fact that is not there, and
    `InvalidInputError` for one whose values have no order.

    >>> from asylum_rules import policies
    >>> monotone(policies["uk/latest"], "income_years", questions=["settlement.after"]).holds
    True
    """
    cases = Cases(**about)
    (read,) = cases.read(policy)
    which = fact_named(type(cases.case(read)), fact)
    if which.kind is Kind.CODE and not which.ordered:
        raise InvalidInputError("fact", (Problem(quoted(fact), "its codes have no order"),))
    questions = tuple(each for each in cases.asked(read) if each.favours is not None)

    def ask(question: Question) -> Iterator[Outcome]:
        completions = Completions((read,), cases.stated(read), question)
        try:
            with completions.bounded():
                yield from _against(read, which, completions, cases.budget)
        except TooManyCasesError as error:
            yield Unsettled(question=question, reason=str(error))

    claim = f"under {quoted(policy.id)} a larger value of {words_of(which).noun} is never worse"
    return proof("monotone", claim, (policy.id,), questions, ask)


def _against(policy: Policy, fact: Fact, completions: Completions, budget: int) -> Iterator[Outcome]:
    """Yield what stands in the way for one question: a case that refutes it, else what is not settled."""
    said, question = completions.said(policy), completions.question
    turns = [(cells, _turns(said, *cells)) for cells in _rising(fact, said)]
    for cells, turn in turns:
        for pair in values(turn):
            if pair is not NOWHERE and change(*pair, question)[1] is Direction.LESS_FAVOURABLE:
                where = completions.space.forest.apply(lambda each, pair=pair: each == pair, turn)
                yield _shown(policy, completions, where, cells)
                return
    if any(_is_open(turn, question) for _, turn in turns) or _varies(fact, said):
        if all(map(is_exact, said.values)):
            yield from solved_rising(policy, fact, completions, budget)
        else:
            yield Unsettled(question=question, reason=OPEN)


def _rising(fact: Fact, said: Partial[Said]) -> Iterator[tuple[Cell, Cell]]:
    """Yield the cells of a fact of which the second holds a larger value than some value of the first."""
    for level, cells in said.space.cells.items():
        if said.space.variable(level).name == fact.name:
            yield from (pair for pair in permutations(cells, 2) if _is_below(fact, *pair))


def _is_below(fact: Fact, low: Cell, high: Cell) -> bool:
    if Word.NONE in (*low.codes, *high.codes):
        return False
    if fact.kind is Kind.CODE:
        return min(map(fact.codes.index, map(str, low.codes))) < max(map(fact.codes.index, map(str, high.codes)))
    if fact.kind is Kind.YES_NO:
        return high.sample is True
    order = compare(low.sample, high.sample)  # type: ignore[arg-type]  # dates, counts and amounts have an order
    return order == -1


def _turns(said: Partial[Said], low: Cell, high: Cell) -> Diagram[Somewhere[Pair]]:
    """Return the answers before and after a fact goes from one cell to another."""

    def turn(one: Somewhere[Said], other: Somewhere[Said]) -> Somewhere[Pair]:
        return NOWHERE if one is NOWHERE or other is NOWHERE else (one, other)

    return said.space.forest.apply(turn, _within(said, low), _within(said, high))


def _within(said: Partial[Said], cell: Cell) -> Diagram[Somewhere[Said]]:
    def only(level: int) -> frozenset[int] | None:
        cells = said.space.cells[level]
        return frozenset({cells.index(cell)}) if cell in cells else None

    return said.space.forest.kept(said.diagram, only)


def _is_open(turn: Diagram[Somewhere[Pair]], question: Question) -> bool:
    open_ = (Direction.DEPENDS, Direction.DIFFERENT)
    return any(pair is not NOWHERE and change(*pair, question)[1] in open_ for pair in values(turn))


def _varies(fact: Fact, said: Partial[Said]) -> bool:
    """Return whether an answer varies with a fact within its cells, or with how it stands to another date."""
    formulas = (value.term for _, value in said.values if isinstance(value, Formula))
    read = {each.name for term in formulas for each in reads(term)}
    return fact.name in read or any(fact in each.of for each in said.variables if isinstance(each, Within))


def _shown(policy: Policy, completions: Completions, where: Diagram[bool], cells: tuple[Cell, Cell]) -> Counterexample:
    """Return a case whose answer turns worse with a larger value."""
    low, high = cells
    name = low.subject.name
    facts, points = completions.example((*Region(completions.space, where).smallest(where), low))
    larger = {**facts, name: completions.example((high,))[0][name]}
    old, new = (
        decide(policy, completions.stated.case.stating(each), completions.question, under=points, presume=False)
        for each in (facts, larger)
    )
    return Counterexample(
        question=completions.question,
        text=f"with {name} = {plain_value(larger[name])} in its place the answers are",
        facts=facts,
        points=points,
        old=old,
        new=new,
    )
