"""What a policy says in every case at once: each thing it may say, with the cases in which it does."""

from functools import reduce as fold
from itertools import combinations

from asylum_rules.errors import ClashError, GapError
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Point, Question, Subject
from asylum_rules.language.terms import AnswerOf, Constant, LargestOf, Term, TotalOf, ValueOf, parts_of
from asylum_rules.model.answer import NOT_COVERED, Said, Status, said
from asylum_rules.model.policy import Policy, accumulates
from asylum_rules.model.rule import Rule
from asylum_rules.smt.choice import Choice, chosen, either, only
from asylum_rules.smt.condition import Read, Symbol, truth
from asylum_rules.smt.figure import Figure, exactly, figure_in
from asylum_rules.smt.logic import FALSE, Model, Possible, Truth, any_of
from asylum_rules.smt.quantity import Quantity
from asylum_rules.smt.term import Codes, Silence, Value, combined, constant, contributed
from asylum_rules.units.word import Word

_NO_ANSWER = ""
"""What a test of an answer reads where no code is given."""


class Answers:
    """The answers of one policy, each worked out once; a reading that the policy fixes is not open."""

    def __init__(self, policy: Policy, read: Read, possible: Possible) -> None:
        self.policy = policy
        self._read = read
        self._possible = possible
        self._readings = dict(policy.readings)
        self._said: dict[str, Choice[Value]] = {}
        self._applying: dict[str, Truth] = {}
        self._prevailing: dict[str, Truth] = {}
        self._parts: dict[Term, Choice[Value]] = {}

    def __call__(self, subject: Subject) -> Choice[Symbol]:
        """Return the value of a subject for a test."""
        match subject:
            case Question():
                return self.said(subject).then(lambda value: only(value if isinstance(value, str) else _NO_ANSWER))
            case Point(name=name) if name in self._readings:
                return only(self._readings[name])
            case _:
                return self._read(subject)

    def said(self, question: Question) -> Choice[Value]:
        """Return what the policy says to a question."""
        found = self._said.get(question.name)
        if found is None:
            not_covered: Choice[Value] = only(Silence.NOT_COVERED)
            found = either(self.covers(question), self._given(question), not_covered)
            self._said[question.name] = found
        return found

    def covers(self, question: Question) -> Truth:
        """Return whether the policy answers a question."""
        scope = self.policy.scope(question)
        return FALSE if scope is None else truth(scope.when, self)

    def applies(self, rule: Rule) -> Truth:
        """Return whether the condition of a rule holds."""
        found = self._applying.get(rule.name)
        if found is None:
            found = self._applying[rule.name] = truth(rule.applies, self)
        return found

    def prevails(self, rule: Rule) -> Truth:
        """Return whether a rule applies and no other that applies prevails over it."""
        found = self._prevailing.get(rule.name)
        if found is None:
            beaten_by = self.policy.beaten_by(rule)
            others = (other for other in self.policy.rules_of(rule.answers) if other.name in beaten_by)
            found = self._prevailing[rule.name] = self.applies(rule) & ~any_of(map(self.applies, others))
        return found

    def is_gap(self, question: Question) -> Truth:
        """Return whether no rule of a question applies."""
        rules = self.policy.rules_of(question)
        return FALSE if accumulates(question) else ~any_of(map(self.prevails, rules))

    def is_clash(self, question: Question) -> Truth:
        """Return whether rules of a question prevail that do not agree."""
        pairs = combinations(self.policy.rules_of(question), 2)
        return any_of(self.prevails(one) & self.prevails(other) for one, other in pairs if self._may_clash(one, other))

    def _may_clash(self, one: Rule, other: Rule) -> bool:
        ranked = other.name in self.policy.beaten_by(one) or one.name in self.policy.beaten_by(other)
        return not (ranked or accumulates(one.answers) or one.agrees_with(other))

    def _given(self, question: Question) -> Choice[Value]:
        if question.kind is Kind.CODES:
            return only(Codes(tuple(self._is_chosen(code, question) for code in question.codes)))
        gap, clash = self.is_gap(question), self.is_clash(question)
        cases: list[tuple[Truth, Value]] = [(gap, Silence.GAP), (clash, Silence.CLASH)]
        before = clash
        for rule in self.policy.rules_of(question):
            wins = self.prevails(rule)
            cases += ((wins & ~before & guard, value) for guard, value in self._reduced(rule.gives).cases)
            before |= wins
        return chosen(cases).among(self._possible)

    def _is_chosen(self, code: str, question: Question) -> Truth:
        return any_of(self.prevails(rule) for rule in self.policy.rules_of(question) if code in rule.codes)

    def _reduced(self, term: Term) -> Choice[Value]:
        """Return what a term comes to."""
        match term:
            case Constant(value):
                return only(constant(value))
            case ValueOf(fact):
                return self._read(fact).then(lambda value: only(_as_value(value)))
            case AnswerOf(question):
                return self.said(question)
            case LargestOf() | TotalOf():
                found = self._parts.get(term)
                if found is None:
                    found = self._parts[term] = self._contributed(term)
                return found
            case _:
                none: Choice[tuple[Value, ...]] = only(())
                parts = fold(_beside, map(self._reduced, parts_of(term)), none)
                return parts.then(lambda each: combined(term, each))

    def _contributed(self, term: LargestOf | TotalOf) -> Choice[Value]:
        """Return what the contributions to a part come to, each weighed against those before it."""
        given: Choice[tuple[Value, ...]] = only(())
        for rule in self.policy.rules_of(term.part):
            more = _beside(given, self._reduced(rule.gives)).then(lambda each: _one(contributed(term, each)))
            given = either(self.prevails(rule), more, given)
        return given.then(lambda each: contributed(term, each)).among(self._possible)

    def value(self, question: Question, model: Model) -> Said:
        """Return what the policy says in one case; raise `GapError` or `ClashError` where it says nothing sound."""
        match self.said(question).value(model):
            case Silence.NOT_COVERED:
                return NOT_COVERED
            case Silence.GAP:
                raise GapError(self.policy.id, question.name)
            case Silence.CLASH:
                rules = (rule for rule in self.policy.rules_of(question) if model.truth(self.prevails(rule)))
                raise ClashError(self.policy.id, question.name, tuple(rule.name for rule in rules))
            case Codes(chosen=each):
                codes = zip(question.codes, each, strict=True)
                return Status.DETERMINED, tuple(code for code, is_one in codes if model.truth(is_one))
            case Figure() as figure:
                return said(Constant(figure_in(figure, model)))
            case word_or_code:
                return said(Constant(word_or_code))


def _as_value(value: Symbol) -> Value:
    """Return what a term reads: a quantity, or the word for a fact that is absent."""
    return exactly(value) if isinstance(value, Quantity) else Word.NONE


def _beside(parts: Choice[tuple[Value, ...]], part: Choice[Value]) -> Choice[tuple[Value, ...]]:
    return parts.then(lambda each: part.then(lambda value: only((*each, value))))


def _one(value: Choice[Value]) -> Choice[tuple[Value, ...]]:
    return value.then(lambda each: only((each,)))
