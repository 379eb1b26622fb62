"""Strategies for reforms: a few operations, each of which leaves the policy without gaps and clashes."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Final, TypeAlias

from attrs import evolve, frozen
from hypothesis import strategies as st

from asylum_rules.errors import InvalidPolicyError
from asylum_rules.language.build import ALWAYS, all_of
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition, Not
from asylum_rules.language.subjects import Question, Subject
from asylum_rules.language.terms import Term
from asylum_rules.language.walk import tests
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.model.flaw import flaws
from asylum_rules.model.policy import Policy, Scope, accumulates
from asylum_rules.model.reform import Amend, Insert, Operation, Reform, Repeal, Replace
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.model.world import WORLDS
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.testing.condition import conditions
from asylum_rules.testing.policy import CITED
from asylum_rules.testing.term import constants, terms

_PUBLISHED: Final = date(2026, 11, 2)
_ANNOUNCED: Final = Standing(((_PUBLISHED, Stage.ANNOUNCED),), _PUBLISHED)
_TEXT: Final = "A drawn change."
_FACTS: Final = {each.profile: each.facts for each in (CaseProfile, BoatProfile)}
_SORTS: Final = st.sampled_from([Amend, Replace, Insert, Repeal, Scope])

_Change: TypeAlias = Operation | Scope


def random_reforms(policy: Policy) -> st.SearchStrategy[Reform]:
    """Draw reforms of a policy: rules inserted, replaced, amended and repealed, now and then a scope made narrower.

    `reform.over(policy)` has no gap and no clash: what would leave one is not done, and an exception to every rule of
    the question is inserted in its place.
    """
    return _reforms(policy)


@st.composite
def _reforms(draw: st.DrawFn, policy: Policy) -> Reform:
    number = len(policy.reforms) + 1
    reform = Reform(name=f"drawn-{number}", title="a drawn reform", on=_PUBLISHED, operations=())
    for place in range(draw(st.integers(1, 3))):
        reformed = reform.over(policy) if reform.operations or reform.scopes else policy
        question = draw(st.sampled_from(_questions(reformed)))
        drawing = _Drawing(draw, reformed, question, f"drawn-{number}.{place}")
        changed = _with(reform, drawing.change())
        reform = changed if is_sound(policy, changed, question) else _or_else(policy, reform, drawing)
    return reform


def _or_else(policy: Policy, reform: Reform, drawing: "_Drawing") -> Reform:
    """Return a reform with an exception inserted, or where that cannot be either, as it is."""
    changed = _with(reform, drawing.inserted())
    return changed if is_sound(policy, changed, drawing.question) else reform


def _questions(policy: Policy) -> list[Question]:
    """Return the questions and the parts of which a policy has rules, or may have."""
    return list(dict.fromkeys((*policy.questions, *(rule.answers for rule in policy.rules))))


def _with(reform: Reform, change: _Change) -> Reform:
    if isinstance(change, Scope):
        kept = (scope for scope in reform.scopes if scope.question != change.question)
        return evolve(reform, scopes=(*kept, change))
    return evolve(reform, operations=(*reform.operations, change))


@frozen
class _Drawing:
    """One change of the rules of a question while it is drawn."""

    draw: st.DrawFn
    policy: Policy
    question: Question
    name: str

    def change(self) -> _Change:
        """Return a change of any sort that there can be."""
        rules = self.policy.rules_of(self.question)
        scope = self.policy.scope(self.question)
        sort = self.draw(_SORTS)
        if sort is Scope and scope is not None:
            return Scope(self.question, all_of(scope.when, self._when()))
        if not rules or sort in (Scope, Insert):
            return self.inserted()
        return self._of(self.draw(st.sampled_from(rules)), sort)

    def _of(self, old: Rule, sort: type) -> Operation:
        if sort is Repeal:
            return Repeal(old=old.name, text=_TEXT, standing=_ANNOUNCED, cites=CITED)
        gives = self._gives()
        if sort is Replace:
            rule = self._rule(gives, old.when if self._keeps() else self._when())
            return Replace(old.name, evolve(rule, covers=old.covers, overrides=old.overrides, standing=old.standing))
        return Amend(
            old=old.name,
            name=self.name,
            text=_TEXT,
            standing=old.standing,
            cites=CITED,
            when=None if self._keeps() else self._when(),
            gives=gives,
        )

    def inserted(self) -> Insert:
        """Return a new rule: an exception to every other rule of the question."""
        others = tuple(rule.name for rule in self.policy.rules_of(self.question))
        return Insert(evolve(self._rule(self._gives(), self._when()), overrides=others))

    def _rule(self, gives: Term, when: Condition) -> Rule:
        return Rule(
            name=self.name,
            text=_TEXT,
            answers=self.question,
            gives=gives,
            when=when,
            qualifier=self.draw(st.sampled_from([None, *Qualifier])),
            standing=_ANNOUNCED,
            cites=CITED,
        )

    def _keeps(self) -> bool:
        return self.draw(st.integers(0, 2)) > 0

    def _gives(self) -> Term:
        return self.draw(constants(self.question) if self.question.part else terms(self.question))

    def _when(self) -> Condition:
        read: list[Subject] = [*self.policy.facts(self.question), *self.policy.points(self.question)]
        return self.draw(conditions(read or _FACTS[self.policy.profile]))


def is_sound(policy: Policy, reform: Reform, question: Question) -> bool:
    """Return whether a policy with a reform holds together, has an answer in every case, and only one."""
    try:
        reformed = reform.over(policy)
    except InvalidPolicyError:
        return False
    return all(_is_whole(reformed, each) for each in (question, *_testing(reformed, question)))


def _testing(policy: Policy, question: Question) -> Iterator[Question]:
    """Yield the questions whose rules test the answer to a question, themselves or through other answers."""
    if question.kind is Kind.CODE:
        for each in policy.questions:
            tested = (test for condition in policy.conditions(each) for test in tests(condition))
            if each != question and any(test.subject == question for test in tested):
                yield each


def _is_whole(policy: Policy, question: Question) -> bool:
    """Return whether a question has no gap and no clash, at best seen from the shape of its rules."""
    rules = policy.rules_of(question)
    if accumulates(question) or policy.scope(question) is None:
        return True
    return not _runs_in_a_circle(policy, question) and (
        (_always(rules) and all(_never_differ(policy, *pair) for pair in combinations(rules, 2)))
        or next(flaws(policy, WORLDS[policy.profile], [question]), None) is None
    )


def _always(rules: tuple[Rule, ...]) -> bool:
    """Return whether some rule applies in every case, or one of two does."""
    whole = {rule.applies for rule in rules}
    return ALWAYS in whole or any(Not(each) in whole for each in whole)


def _never_differ(policy: Policy, one: Rule, other: Rule) -> bool:
    ranked = one.name in policy.beaten_by(other) or other.name in policy.beaten_by(one)
    apart = one.applies == Not(other.applies) or other.applies == Not(one.applies)
    return ranked or apart or one.agrees_with(other)


def _runs_in_a_circle(policy: Policy, question: Question) -> bool:
    """Return whether rules prevail over one another in a circle, so that none of them may be left."""
    left = {rule.name: set(policy.beaten_by(rule)) for rule in policy.rules_of(question)}
    while left:
        free = {name for name, above in left.items() if not above & left.keys()}
        if not free:
            return True
        left = {name: above for name, above in left.items() if name not in free}
    return False
