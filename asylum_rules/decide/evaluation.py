"""What a policy says of one case under one set of values: the meaning of rules."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from asylum_rules.errors import ClashError, GapError
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Derived, Fact, Question, Subject
from asylum_rules.language.terms import AnswerOf, Constant, LargestOf, Term, TotalOf, ValueOf, parts_of
from asylum_rules.language.truth import derive, truth
from asylum_rules.language.working import combined, contributed
from asylum_rules.model.answer import Formula, Result, Status, said
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Qualifier, Rule, least_firm
from asylum_rules.units.figure import Exactly, Unstated
from asylum_rules.units.word import Word

_NO_ANSWER: Final = ""


def code_read(value: Result | None) -> str:
    """Return what a test of an answer reads: its code, or no code at all where it gives none."""
    return value if isinstance(value, str) else _NO_ANSWER


@frozen
class Outcome:
    """One settled answer, with the rules that give it."""

    status: Status
    value: Result | None
    qualifier: Qualifier | None = None
    rules: tuple[Rule, ...] = ()


class Unsettled(Exception):  # noqa: N818  # a signal inside this room, not an error
    """The answer depends on a fact or a point that has no value."""


class _NotCovered(Exception):  # noqa: N818  # the same
    """The answer builds on one that the policy does not cover."""


class Evaluation:
    """A policy asked about one case: answers are worked out once each, and what was read is remembered."""

    def __init__(self, policy: Policy, values: Mapping[str, Value]) -> None:
        self._policy = policy
        self._values = values
        self._outcomes: dict[str, Outcome] = {}
        self._derived: dict[str, Value] = {}
        self.read: set[str] = set()
        """The facts and points whose value was read."""

    def __call__(self, subject: Subject) -> Value | None:
        """Return the value of a subject for a test; None where it is unknown."""
        if isinstance(subject, Question):
            try:
                return code_read(self.outcome(subject).value)
            except Unsettled:
                return None
        if isinstance(subject, Derived):
            found = self._derived.get(subject.name) or derive(subject, self)
            if found is not None:
                self._derived[subject.name] = found
            return found
        value = self._values.get(subject.name)
        if value is not None:
            self.read.add(subject.name)
        return value

    def outcome(self, question: Question) -> Outcome:
        """Return the answer to a question.

        Raises `Unsettled` where it depends on something that has no value, `ClashError` where two rules give
        different answers, and `GapError` where none gives any.
        """
        found = self._outcomes.get(question.name)
        if found is None:
            found = self._outcomes[question.name] = self._decide(question)
        return found

    def _decide(self, question: Question) -> Outcome:
        scope = self._policy.scope(question)
        if scope is None or not self._settled(scope.when):
            return Outcome(Status.NOT_COVERED, None)
        winners = self._prevailing(question)
        if question.kind is Kind.CODES:
            codes = {code for rule in winners for code in rule.codes}
            chosen = tuple(code for code in question.codes if code in codes)
            return Outcome(Status.DETERMINED, chosen, least_firm([rule.qualifier for rule in winners]), tuple(winners))
        if not winners:
            raise GapError(self._policy.id, question.name)
        if not all(rule.agrees_with(winners[0]) for rule in winners[1:]):
            raise ClashError(self._policy.id, question.name, tuple(rule.name for rule in winners))
        return self._given(winners)

    def _given(self, winners: list[Rule]) -> Outcome:
        used: list[Outcome] = []
        try:
            term = self._reduced(winners[0].gives, used)
        except _NotCovered:
            return Outcome(Status.NOT_COVERED, None)
        qualifier = least_firm([winners[0].qualifier, *(outcome.qualifier for outcome in used)])
        rules = tuple(dict.fromkeys((*winners, *(rule for outcome in used for rule in outcome.rules))))
        return Outcome(*said(term), qualifier, rules)

    def _settled(self, condition: Condition) -> bool:
        held = truth(condition, self)
        if held is None:
            raise Unsettled
        return held

    def _prevailing(self, question: Question) -> list[Rule]:
        """Return the rules that apply and that no applicable rule prevails over."""
        rules = self._policy.rules_of(question)
        held = [(rule, truth(rule.applies, self)) for rule in rules]
        applicable = {rule.name for rule, applies in held if applies}
        for rule, applies in held:
            if applies is None and not self._policy.beaten_by(rule) & applicable:
                raise Unsettled
        return [rule for rule, applies in held if applies and not self._policy.beaten_by(rule) & applicable]

    def _reduced(self, term: Term, used: list[Outcome]) -> Term:
        """Return a term of which everything known is worked out."""
        match term:
            case Constant():
                return term
            case ValueOf(fact):
                return self._value_of(fact)
            case AnswerOf(question):
                return self._answer_of(question, used)
            case LargestOf(part) | TotalOf(part):
                return contributed(term, self._contributions(part, used))
            case _:
                return combined(term, tuple(self._reduced(part, used) for part in parts_of(term)))

    def _value_of(self, fact: Fact | Derived) -> Term:
        source = self._source(fact)
        value = self._values.get(source.name)
        if value is None:
            if source.none:
                raise Unsettled
            return ValueOf(source)
        if value is Word.NONE:
            return Constant(Word.NONE)
        self.read.add(source.name)
        return Constant(Exactly(value))  # type: ignore[arg-type]  # a checked term reads figures

    def _source(self, fact: Fact | Derived) -> Fact:
        """Return the fact that gives a derived fact its value."""
        if isinstance(fact, Fact):
            return fact
        for each in fact.of:
            value = self._values.get(each.name)
            if value is None:
                raise Unsettled
            if value is not Word.NONE:
                return each
        return fact.of[-1]

    def _answer_of(self, question: Question, used: list[Outcome]) -> Term:
        outcome = self.outcome(question)
        if outcome.status is Status.NOT_COVERED:
            raise _NotCovered
        used.append(outcome)
        match outcome.value:
            case None:
                return Constant(Unstated())
            case Formula(term):
                return term
            case value:
                return Constant(value)

    def _contributions(self, part: Question, used: list[Outcome]) -> tuple[Term, ...]:
        contributors = self._prevailing(part)
        used.extend(Outcome(Status.DETERMINED, None, rule.qualifier, (rule,)) for rule in contributors)
        return tuple(self._reduced(rule.gives, used) for rule in contributors)
