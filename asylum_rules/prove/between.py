"""Properties of a change from one policy to another: who may be affected, and which way."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias, Unpack

from attrs import frozen

from asylum_rules.cells.partial import NOWHERE
from asylum_rules.cells.region import Region
from asylum_rules.decide.asked import Asked, Pair
from asylum_rules.decide.witness import witness
from asylum_rules.errors import InvalidInputError, Problem, TooManyCasesError, quoted
from asylum_rules.language.build import ALWAYS, before, not_
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Derived, Fact, Point, Question
from asylum_rules.language.walk import tests
from asylum_rules.model.answer import Status
from asylum_rules.model.direction import Direction, change
from asylum_rules.model.policy import Policy
from asylum_rules.prose.condition import of_condition
from asylum_rules.prose.value import of_day
from asylum_rules.prose.words import words_of
from asylum_rules.prove.cases import About, Cases
from asylum_rules.prove.proof import Counterexample, Outcome, Proof, Unsettled, proof
from asylum_rules.prove.solver import Claim, solved
from asylum_rules.prove.weigh import ORDERED, direction, has_formula, is_weighable, why_open
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
    weighs: Callable[[Pair, Question], bool]
    """Whether what the solver finds of a change settles it."""
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
    claim = "{1} answers as {0} does"
    return _proved(_unchanged("equivalent", claim, ALWAYS), base, other, about)


def only_affects(base: Policy, other: Policy, condition: Condition, **about: Unpack[About]) -> Proof:
    """Prove that the answers change only where a condition holds, which tests facts and open points.

    Raises `InvalidInputError` where it tests an answer, or a fact that these cases do not have.
    """
    claim = f"from {{0}} to {{1}} answers change only where {of_condition(condition)}"
    return _proved(_unchanged("only-affects", claim, not_(condition)), base, other, about)


def nothing_before(
    base: Policy, other: Policy, day: date, *, counts: Fact | Derived = lodged_on, **about: Unpack[About]
) -> Proof:
    """Prove that nothing changes for cases whose date is before a day: that of the claim, unless another counts.

    Of cases that rightly have no such date, as of people who claimed nothing here, it says nothing.
    """
    aside = "; cases without one are left aside" if counts.none else ""
    claim = f"from {{0}} to {{1}} nothing changes where {words_of(counts).noun} is before {of_day(day)}{aside}"
    return _proved(_unchanged("nothing-before", claim, before(counts, day)), base, other, about)


def nobody_better_off(base: Policy, other: Policy, **about: Unpack[About]) -> Proof:
    """Prove that no answer is more favourable under the second policy than under the first.

    Of questions whose answers are better or worse; raises `InvalidInputError` for another, and where there is none.
    Figures are compared as stated: "up to 20 years" stays as it is, and what is not stated stays so.
    """
    claim = "nobody is better off under {1} than under {0}"
    wanted = _never("nobody-better-off", claim, Direction.MORE_FAVOURABLE, Claim.NEVER_BETTER)
    return _proved(wanted, base, other, about)


def nobody_worse_off(base: Policy, other: Policy, **about: Unpack[About]) -> Proof:
    """Prove that no answer is less favourable under the second policy than under the first.

    Of questions whose answers are better or worse; raises `InvalidInputError` for another, and where there is none.
    Figures are compared as stated: "up to 20 years" stays as it is, and what is not stated stays so.
    """
    claim = "nobody is worse off under {1} than under {0}"
    wanted = _never("nobody-worse-off", claim, Direction.LESS_FAVOURABLE, Claim.NEVER_WORSE)
    return _proved(wanted, base, other, about)


def _unchanged(name: str, claim: str, among: Condition) -> _Property:
    return _Property(name=name, claim=claim, allows=_same, solver=Claim.EQUIVALENT, weighs=lambda *_: True, among=among)


def _never(name: str, claim: str, forbidden: Direction, solver: Claim) -> _Property:
    def allows(pair: Pair, question: Question) -> Verdict:
        found = direction(pair, question)
        return found is not forbidden if found in ORDERED else None

    return _Property(name=name, claim=claim, allows=allows, solver=solver, weighs=is_weighable, ordered=True)


def _same(pair: Pair, question: Question) -> Verdict:
    """Return whether two answers are the same; None where a formula and another answer may come to the same."""
    changed, found = change(*pair, question)
    may_meet = has_formula(pair) and (found is Direction.DIFFERENT or Status.UNSTATED in (pair[0][0], pair[1][0]))
    return None if changed is None or may_meet else not changed


def _proved(wanted: _Property, base: Policy, other: Policy, about: About) -> Proof:
    cases = Cases(**about)
    old, new = cases.read(base, other)
    _check(wanted.among, cases, old)
    questions = cases.ordered(old, new) if wanted.ordered else cases.asked(old, new)

    def ask(question: Question) -> Iterator[Outcome]:
        also = tuple(each for each in (wanted.among,) if each != ALWAYS)
        asked = Asked(old, new, question, cases.stated(old), also=also)
        try:
            with asked.completions.bounded():
                yield from _against(asked, wanted, cases)
        except TooManyCasesError as error:
            yield Unsettled(question=question, reason=str(error))

    ids = (old.id, new.id)
    return proof(
        wanted.name, wanted.claim.format(*map(quoted, ids)), ids, cases, {each: tuple(ask(each)) for each in questions}
    )


def _check(among: Condition, cases: Cases, policy: Policy) -> None:
    """Raise `InvalidInputError` where a condition tests an answer, or a fact that these cases do not have."""
    names = {fact.name for fact in cases.case(policy).facts}
    problems = []
    for test in tests(among):
        subject = test.subject
        if isinstance(subject, Question):
            problems.append(Problem(quoted(subject.name), "is an answer, expected facts and open points"))
        elif not isinstance(subject, Point) and not {fact.name for fact in _facts(subject)} <= names:
            problems.append(Problem(quoted(subject.name), f"is no fact of a {policy.profile}"))
    if problems:
        raise InvalidInputError("condition", tuple(problems))


def _facts(subject: Fact | Derived) -> tuple[Fact, ...]:
    return subject.of if isinstance(subject, Derived) else (subject,)


def _against(asked: Asked, wanted: _Property, cases: Cases) -> Iterator[Outcome]:
    """Yield what stands in the way of a property of one question: a case that refutes it, else what is not settled."""
    question = asked.question

    def verdict(pair: Pair) -> Verdict:
        return wanted.allows(pair, question)

    refuted = _region(asked, wanted, lambda pair: verdict(pair) is False)
    if not refuted.is_empty:
        case = witness(asked, refuted)
        facts, points, old, new = case.facts, case.points, case.old, case.new
        yield Counterexample(question=question, facts=facts, points=points, old=old, new=new)
        return
    weighed = _region(asked, wanted, lambda pair: verdict(pair) is None and wanted.weighs(pair, question))
    found = [] if weighed.is_empty else list(solved(wanted.solver, asked, weighed, cases.budget))
    yield from found
    left = _region(asked, wanted, lambda pair: verdict(pair) is None and not wanted.weighs(pair, question))
    if not left.is_empty and not any(isinstance(each, Counterexample) for each in found):
        yield _left_open(asked, left)


def _region(asked: Asked, wanted: _Property, is_meant: Callable[[Pair], bool]) -> Region:
    """Return the cases that a property is about whose answers are meant."""
    forest = asked.space.forest
    where = forest.apply(lambda pair: pair is not NOWHERE and is_meant(pair), asked.pairs.diagram)
    among = asked.answers[0].where(wanted.among)
    return Region(asked.space, forest.both(forest.both(where, among), asked.space.possible()))


def _left_open(asked: Asked, region: Region) -> Unsettled:
    """Return one case whose answers no solver could set against each other, and why."""
    case = witness(asked, region)
    pair = ((case.old.status, case.old.value), (case.new.status, case.new.value))
    return Unsettled(
        question=asked.question,
        reason=why_open(pair),
        facts=case.facts,
        points=case.points,
        old=case.old,
        new=case.new,
    )
