"""A reform: an overlay of operations on a policy."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias, assert_never

from attrs import evolve, frozen

from asylum_rules.errors import InvalidPolicyError, Problem, UnknownNameError, hint, quoted
from asylum_rules.language.nodes import Condition
from asylum_rules.language.terms import Term
from asylum_rules.model.policy import Policy, Scope
from asylum_rules.model.rule import Rule, amend
from asylum_rules.sources.citation import Citation
from asylum_rules.sources.standing import Standing


@frozen
class Insert:
    """A new rule."""

    rule: Rule
    enacted: date | None = None


@frozen
class Replace:
    """A new rule in the place of an old one, and of its successors."""

    old: str
    rule: Rule
    enacted: date | None = None


@frozen(kw_only=True)
class Amend:
    """An old rule with another condition or another effect, under its own name, standing and citations."""

    old: str
    name: str
    text: str
    standing: Standing
    cites: tuple[Citation, ...]
    when: Condition | None = None
    gives: Term | None = None
    enacted: date | None = None


@frozen(kw_only=True)
class Repeal:
    """An old rule, and its successors, taken away."""

    old: str
    text: str
    standing: Standing
    cites: tuple[Citation, ...]
    enacted: date | None = None


Operation: TypeAlias = Insert | Replace | Amend | Repeal
"""What a reform does. `enacted` is the first day from which the rules in force say it themselves, if they do."""


@frozen(kw_only=True)
class Reform:
    """A named overlay. `scopes` are the questions that it opens or whose scope it moves."""

    name: str
    title: str
    on: date
    """The day it was published."""
    operations: tuple[Operation, ...]
    scopes: tuple[Scope, ...] = ()

    def law_on(self, day: date) -> tuple[Operation, ...]:
        """Return the operations that the rules in force on a day say themselves."""
        return tuple(each for each in self.operations if each.enacted is not None and each.enacted <= day)

    def over(self, policy: Policy) -> Policy:
        """Return a policy with this reform laid over it, without what had become law by the policy's day.

        An operation that names an earlier version of a rule reaches its successors. Raises `InvalidPolicyError`
        where it is laid over the policy already, and with every operation that names a rule which is not there.
        """
        refuse_twice(self.name, policy)
        law = self.law_on(policy.on)
        operations = tuple(each for each in self.operations if each not in law)
        missing = tuple(_missing(operations, policy))
        if missing:
            raise InvalidPolicyError(f"{policy.id}+{self.name}", missing)
        rules = policy.rules
        for operation in operations:
            rules = _applied(operation, rules)
        moved = {scope.question.name for scope in self.scopes}
        return evolve(
            policy,
            id=f"{policy.id}+{self.name}",
            resolved=f"{policy.resolved}+{self.name}",
            title=f"{policy.title}, with {self.title}",
            rules=rules,
            scopes=(*(scope for scope in policy.scopes if scope.question.name not in moved), *self.scopes),
        )


def refuse_twice(name: str, policy: Policy) -> None:
    """Raise `InvalidPolicyError` where a reform of this name is laid over a policy already."""
    if name in policy.reforms:
        what = f"{quoted(name)} is already laid over {quoted(policy.id)}"
        raise InvalidPolicyError(f"{policy.id}+{name}", (Problem("", what),))


def _missing(operations: Iterable[Operation], policy: Policy) -> Iterator[Problem]:
    rules = policy.rules
    for operation in operations:
        if not isinstance(operation, Insert) and not living(operation.old, rules):
            names = tuple(rule.name for rule in rules)
            nearest = UnknownNameError("rule", operation.old, names).nearest
            yield Problem(quoted(operation.old), f"no such rule in {quoted(policy.id)}{hint(nearest, ())}")
        else:
            rules = _applied(operation, rules)


def living(name: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Return the rules that stand in the place of a name: the rule itself, and its successors."""
    return tuple(rule for rule in rules if name == rule.name or name in rule.succeeds)


def _applied(operation: Operation, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    match operation:
        case Insert(rule):
            return (*rules, rule)
        case Replace(name, rule):
            return _in_place_of(living(name, rules), rule, rules)
        case Amend():
            old = living(operation.old, rules)
            changes = {"when": operation.when, "gives": operation.gives}
            new = amend(
                old[-1],
                name=operation.name,
                text=operation.text,
                standing=operation.standing,
                cites=operation.cites,
                **{key: change for key, change in changes.items() if change is not None},
            )
            return _in_place_of((old[-1],), new, rules)
        case Repeal():
            gone = living(operation.old, rules)
            return tuple(rule for rule in rules if rule not in gone)
        case _ as never:
            assert_never(never)


def _in_place_of(old: tuple[Rule, ...], new: Rule, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Return the rules with a new one in the place of some; it answers to all their names."""
    names = dict.fromkeys(name for rule in old for name in (rule.name, *rule.succeeds))
    heir = evolve(new, succeeds=tuple(dict.fromkeys((*new.succeeds, *names))))
    kept = [rule for rule in rules if rule not in old]
    kept.insert(rules.index(old[0]), heir)
    return tuple(kept)
