"""Properties of a change from one policy to another: who may be affected, and which way."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias, Unpack

from attrs import frozen

from asylum_rules.cells.partial import NOWHERE, Somewhere
from asylum_rules.cells.region import Region
from asylum_rules.decide.asked import Asked, Pair
from asylum_rules.decide.witness import witness
from asylum_rules.errors import InvalidInputError, Problem, TooManyCasesError, quoted
from asylum_rules.language.build import ALWAYS, before, not_
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Derived, Fact, Question
from asylum_rules.language.walk import tests
from asylum_rules.model.answer import Formula
from asylum_rules.model.direction import Direction, change
from asylum_rules.model.policy import Policy
from asylum_rules.prose.condition import of_condition
from asylum_rules.prose.value import of_day
from asylum_rules.prose.words import words_of
from asylum_rules.prove.cases import About, Cases
from asylum_rules.prove.proof import OPEN, Counterexample, Outcome, Proof, Unsettled, is_exact, proof
from asylum_rules.prove.solver import Claim, solved
from asylum_rules.rulebooks.uk.protection import lodged_on

Verdict: TypeAlias = bool | None
"""Whether a change of answers is as a property wants it; None where the answers alone do not settle that."""


@frozen(kw_only=True)
class _Property:
    """A property of two policies: which changes of answers it allows, and for whom."""

    name: str
    claim: str
    allows: Callable[[Pair, Question], Verdict]
    solver: Claim
    """How the solver of the extra `smt` is asked where the answers alone do not settle it."""
    among: Condition = ALWAYS
    """It is about these cases only."""
    ordered: bool = False
    """It is about questions whose answers are better or worse."""


def equivalent(base: Policy, other: Policy, **about: Unpack[About]) -> Proof:
    """Prove that a second policy answers as the first does, whoever asks. How firmly its rules speak is left aside.

    >>> from asylum_rules import policies
    >>> bool(equivalent(policies["uk/baseline"], policies["uk/latest"], questions=["appeal.body"]))
    True
    """
    claim = f"{quoted(other.id)} answers as {quoted(base.id)} does"
    return _proved(_Property(name="equivalent", claim=claim, allows=_same, solver=Claim.EQUIVALENT), base, other, about)


def only_affects(base: Policy, other: Policy, condition: Condition, **about: Unpack[About]) -> Proof:
    """Prove that the answers change only where a condition holds, which tests facts and open points."""
    claim = f"from {quoted(base.id)} to {quoted(other.id)} answers change only where {of_condition(condition)}"
    return _proved(_outside("only-affects", claim, not_(condition)), base, other, about)


def nothing_before(
    base: Policy, other: Policy, day: date, *, counts: Fact | Derived = lodged_on, **about: Unpack[About]
) -> Proof:
    """Prove that nothing changes for cases whose date is before a day: that of the claim, unless another counts."""
    claim = (
        f"from {quoted(base.id)} to {quoted(other.id)} nothing changes where {words_of(counts).noun} is before "
        f"{of_day(day)}"
    )
    return _proved(_outside("nothing-before", claim, before(counts, day)), base, other, about)


def nobody_better_off(base: Policy, other: Policy, **about: Unpack[About]) -> Proof:
    """Prove that no answer is more favourable under the second policy than under the first.

    Of questions whose answers are better or worse; raises `InvalidInputError` for another.
    """
    claim = f"nobody is better off under {quoted(other.id)} than under {quoted(base.id)}"
    wanted = _Property(
        name="nobody-better-off",
        claim=claim,
        allows=_unless(Direction.MORE_FAVOURABLE),
        solver=Claim.NEVER_BETTER,
        ordered=True,
    )
    return _proved(wanted, base, other, about)


def nobody_worse_off(base: Policy, other: Policy, **about: Unpack[About]) -> Proof:
    """Prove that no answer is less favourable under the second policy than under the first.

    Of questions whose answers are better or worse; raises `InvalidInputError` for another.
    """
    claim = f"nobody is worse off under {quoted(other.id)} than under {quoted(base.id)}"
    wanted = _Property(
        name="nobody-worse-off",
        claim=claim,
        allows=_unless(Direction.LESS_FAVOURABLE),
        solver=Claim.NEVER_WORSE,
        ordered=True,
    )
    return _proved(wanted, base, other, about)


def _outside(name: str, claim: str, among: Condition) -> _Property:
    if any(isinstance(test.subject, Question) for test in tests(among)):
        raise InvalidInputError("condition", (Problem("", "tests an answer, expected facts and open points"),))
    return _Property(name=name, claim=claim, allows=_same, solver=Claim.EQUIVALENT, among=among)


def _unless(forbidden: Direction) -> Callable[[Pair, Question], Verdict]:
    def allows(pair: Pair, question: Question) -> Verdict:
        direction = change(*pair, question)[1]
        return None if direction in (Direction.DEPENDS, Direction.DIFFERENT) else direction is not forbidden

    return allows


def _same(pair: Pair, question: Question) -> Verdict:
    changed = change(*pair, question)[0]
    return None if changed is None else not changed


def _proved(wanted: _Property, base: Policy, other: Policy, about: About) -> Proof:
    cases = Cases(**about)
    ids = (base.id, other.id)
    old, new = cases.read(base, other)
    questions = cases.asked(old, new)
    if wanted.ordered:
        questions = _ordered(questions, named=cases.questions is not None)

    def ask(question: Question) -> Iterator[Outcome]:
        also = tuple(each for each in (wanted.among,) if each != ALWAYS)
        asked = Asked(old, new, question, cases.stated(old), also=also)
        try:
            yield from _against(asked, wanted, cases)
        except TooManyCasesError as error:
            yield Unsettled(question=question, reason=str(error))

    return proof(wanted.name, wanted.claim, ids, questions, ask)


def _ordered(questions: tuple[Question, ...], *, named: bool) -> tuple[Question, ...]:
    orderless = [question.name for question in questions if question.favours is None]
    if named and orderless:
        problems = tuple(Problem(quoted(name), "none of its answers is better or worse") for name in orderless)
        raise InvalidInputError("question", problems)
    return tuple(question for question in questions if question.favours is not None)


def _against(asked: Asked, wanted: _Property, cases: Cases) -> Iterator[Outcome]:
    """Yield what stands in the way of a property of one question: a case that refutes it, else what is not settled."""
    refuted = _region(asked, wanted, lambda pair: wanted.allows(pair, asked.question) is False)
    if not refuted.is_empty:
        yield _shown(asked, refuted)
        return
    open_ = _region(asked, wanted, lambda pair: _is_open(pair, asked.question, wanted))
    if not open_.is_empty:
        case = witness(asked, open_)
        yield Unsettled(question=asked.question, reason=OPEN, facts=case.facts, points=case.points)
        return
    for_solver = _region(asked, wanted, lambda pair: wanted.allows(pair, asked.question) is None)
    if not for_solver.is_empty:
        yield from solved(wanted.solver, asked, for_solver, cases.budget)


def _region(asked: Asked, wanted: _Property, is_meant: Callable[[Pair], bool]) -> Region:
    """Return the cases that a property is about whose answers are meant."""
    with asked.completions.bounded():
        forest, space = asked.space.forest, asked.space
        pairs = asked.pairs.diagram

        def meant(pair: Somewhere[Pair]) -> bool:
            return pair is not NOWHERE and is_meant(pair)

        among = space.where(wanted.among, space.passing)
        where = forest.both(forest.apply(meant, pairs), among)
        return Region(space, forest.both(where, space.possible()))


def _is_open(pair: Pair, question: Question, wanted: _Property) -> bool:
    """Return whether a change is left open in a way that no solver settles: only exact figures can be worked out."""
    formulas = any(isinstance(value, Formula) for _, value in pair)
    return wanted.allows(pair, question) is None and not (formulas and all(map(is_exact, pair)))


def _shown(asked: Asked, region: Region) -> Counterexample:
    case = witness(asked, region)
    return Counterexample(
        question=asked.question,
        text="the answers are",
        facts=case.facts,
        points=case.points,
        old=case.old,
        new=case.new,
    )
