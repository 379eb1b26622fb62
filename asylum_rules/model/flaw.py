"""Gaps and clashes: cases that a policy covers and leaves without an answer, or answers twice."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import assert_never

from asylum_rules.errors import InvalidPolicyError, Problem, listed, quoted
from asylum_rules.language.cells import World
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf
from asylum_rules.language.solve import witness
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import Constant
from asylum_rules.model.policy import Policy, accumulates
from asylum_rules.model.rule import Rule


def composed(policy: Policy, world: World) -> Policy:
    """Return the policy; raise `InvalidPolicyError` with every gap and clash where it has any."""
    problems = tuple(flaws(policy, world))
    if problems:
        raise InvalidPolicyError(policy.id, problems)
    return policy


def flaws(policy: Policy, world: World, questions: Iterable[Question] | None = None) -> Iterator[Problem]:
    """Yield every gap and clash of a policy, each with a case that shows it."""
    for question in policy.questions if questions is None else questions:
        if accumulates(question):
            continue
        scope = policy.scope(question)
        inside = expanded(policy, scope.when) if scope else AnyOf(())
        rules = policy.rules_of(question)
        applies = {rule.name: expanded(policy, rule.applies) for rule in rules}
        found = witness(AllOf((inside, *(Not(applies[rule.name]) for rule in rules))), world)
        if found is not None:
            yield Problem(quoted(question.name), f"no rule applies where {_shown(found)}")
        for one, other in combinations(rules, 2):
            if _agree(policy, one, other):
                continue
            above = policy.beaten_by(one) | policy.beaten_by(other)
            both = AllOf((inside, applies[one.name], applies[other.name], *(Not(applies[name]) for name in above)))
            found = witness(both, world)
            if found is not None:
                names = listed((one.name, other.name))
                yield Problem(quoted(question.name), f"{names} both apply and differ where {_shown(found)}")


def _agree(policy: Policy, one: Rule, other: Rule) -> bool:
    ranked = other.name in policy.beaten_by(one) or one.name in policy.beaten_by(other)
    return ranked or (one.gives, one.qualifier) == (other.gives, other.qualifier)


def _shown(values: Mapping[str, object]) -> str:
    return ", ".join(f"{name} is {value}" for name, value in values.items()) or "nothing is known"


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


def _gives_one_of(policy: Policy, question: Question, codes: tuple[object, ...]) -> Condition:
    scope = policy.scope(question)
    rules = {rule.name: rule for rule in policy.rules_of(question)}
    wins = tuple(
        AllOf((rule.applies, *(Not(rules[name].applies) for name in sorted(policy.beaten_by(rule)))))
        for rule in rules.values()
        if isinstance(rule.gives, Constant) and rule.gives.value in codes
    )
    return AnyOf(()) if scope is None else expanded(policy, AllOf((scope.when, AnyOf(wins))))
