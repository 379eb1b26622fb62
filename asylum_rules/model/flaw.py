"""Gaps and clashes: cases that a policy covers and leaves without an answer, or answers twice."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import TypeAlias, assert_never

from attrs import frozen

from asylum_rules.errors import InvalidPolicyError, Problem, listed, quoted
from asylum_rules.language.cells import World
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf
from asylum_rules.language.solve import witness
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import AnswerOf, Constant, Term
from asylum_rules.model.policy import Policy, accumulates
from asylum_rules.model.rule import Rule


@frozen
class Gap:
    """A case that a policy covers and leaves without an answer."""

    question: Question
    case: Mapping[str, Value]
    """Facts and readings of points that show it."""

    @property
    def what(self) -> str:
        """The flaw in words."""
        return "no rule applies"


@frozen
class Clash:
    """A case in which two rules of equal rank and date apply and differ."""

    question: Question
    rules: tuple[Rule, Rule]
    case: Mapping[str, Value]
    """Facts and readings of points that show it."""

    @property
    def what(self) -> str:
        """The flaw in words."""
        return f"{listed(rule.name for rule in self.rules)} both apply and differ"


Flaw: TypeAlias = Gap | Clash


def composed(policy: Policy, world: World) -> Policy:
    """Return the policy; raise `InvalidPolicyError` with every gap and clash where it has any."""
    problems = tuple(problem(flaw) for flaw in flaws(policy, world))
    if problems:
        raise InvalidPolicyError(policy.id, problems)
    return policy


def problem(flaw: Flaw) -> Problem:
    """Return a flaw as one thing that is wrong, with the case that shows it."""
    shown = ", ".join(f"{name} is {value}" for name, value in flaw.case.items()) or "nothing is known"
    return Problem(quoted(flaw.question.name), f"{flaw.what} where {shown}")


def flaws(policy: Policy, world: World, questions: Iterable[Question] | None = None) -> Iterator[Flaw]:
    """Yield every gap and clash of a policy, each with a case that shows it."""
    for question in policy.questions if questions is None else questions:
        if accumulates(question):
            continue
        inside = covered(policy, question)
        rules = policy.rules_of(question)
        applies = {rule.name: expanded(policy, rule.applies) for rule in rules}
        found = witness(AllOf((inside, *(Not(applies[rule.name]) for rule in rules))), world)
        if found is not None:
            yield Gap(question, found)
        for one, other in combinations(rules, 2):
            if _agree(policy, one, other):
                continue
            above = policy.beaten_by(one) | policy.beaten_by(other)
            both = AllOf((inside, applies[one.name], applies[other.name], *(Not(applies[name]) for name in above)))
            found = witness(both, world)
            if found is not None:
                yield Clash(question, (one, other), found)


def covered(policy: Policy, question: Question) -> Condition:
    """Return when a policy answers a question, with every test of an answer expanded."""
    scope = policy.scope(question)
    return AnyOf(()) if scope is None else expanded(policy, scope.when)


def _agree(policy: Policy, one: Rule, other: Rule) -> bool:
    ranked = other.name in policy.beaten_by(one) or one.name in policy.beaten_by(other)
    return ranked or one.agrees_with(other)


def expanded(policy: Policy, condition: Condition) -> Condition:
    """Return a condition with every test of an answer replaced by when the policy gives that answer."""
    match condition:
        case OneOf(Question() as question, values):
            return _gives_one_of(policy, question, values)
        case Compare() | OneOf():
            return condition
        case AllOf(parts):
            return AllOf(tuple(expanded(policy, part) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(expanded(policy, part) for part in parts))
        case Not(part):
            return Not(expanded(policy, part))
        case _ as never:
            assert_never(never)


def _gives_one_of(policy: Policy, question: Question, codes: tuple[Value, ...]) -> Condition:
    scope = policy.scope(question)
    rules = {rule.name: rule for rule in policy.rules_of(question)}
    wins = tuple(
        AllOf(
            (
                _is_one_of(rule.gives, codes),
                rule.applies,
                *(Not(rules[name].applies) for name in sorted(policy.beaten_by(rule))),
            )
        )
        for rule in rules.values()
    )
    return AnyOf(()) if scope is None else expanded(policy, AllOf((scope.when, AnyOf(wins))))


def _is_one_of(term: Term, codes: tuple[Value, ...]) -> Condition:
    """Return when a term is one of some codes: a code is written out, or the answer to another question."""
    if isinstance(term, AnswerOf):
        return OneOf(term.question, codes)
    return AllOf(()) if isinstance(term, Constant) and term.value in codes else AnyOf(())
