"""What a policy says of one case under one set of values: the meaning of rules."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import reduce as fold
from typing import Final, assert_never

from attrs import frozen

from asylum_rules.errors import ClashError, GapError
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Derived, Fact, Point, Question, Subject
from asylum_rules.language.terms import (
    AnswerOf,
    Constant,
    DatesBefore,
    LargestOf,
    Moved,
    StepsWithin,
    Sum,
    Term,
    Times,
    TotalOf,
    ValueOf,
)
from asylum_rules.language.truth import derive, truth
from asylum_rules.model.answer import Formula, Result, Status
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Qualifier, Rule, least_firm
from asylum_rules.units.figure import (
    Exactly,
    Figure,
    Unstated,
    add,
    dates_before,
    largest,
    moved,
    steps_within,
    times,
)
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

_NO_ANSWER: Final = ""
"""What a test of an answer reads where the policy does not cover that question: no code at all."""

_ZERO: Final[Mapping[Kind, Figure]] = {
    Kind.SPAN: Exactly(Span()),
    Kind.COUNT: Exactly(0),
    Kind.MONEY: Exactly(Money(0, Currency.GBP)),
}


@frozen
class Outcome:
    """One settled answer, with the rules that give it."""

    status: Status
    value: Result | None
    qualifier: Qualifier | None = None
    rules: tuple[Rule, ...] = ()


class Unsettled(Exception):  # noqa: N818  # a signal inside this room, not an error
    """The answer depends on a fact or a point that has no value."""

    def __init__(self, missing: Fact | Point) -> None:
        super().__init__(missing.name)
        self.missing = missing


class _NotCovered(Exception):  # noqa: N818  # the same
    """The answer builds on one that the policy does not cover."""


class Evaluation:
    """A policy asked about one case: answers are worked out once each, and what was read is remembered.

    `guessed` names the facts whose value only stands for a cell: tests read it, terms keep the fact's name.
    """

    def __init__(self, policy: Policy, values: Mapping[str, Value], guessed: frozenset[str] = frozenset()) -> None:
        self._policy = policy
        self._values = values
        self._guessed = guessed
        self._missing: Fact | Point | None = None
        self._outcomes: dict[str, Outcome] = {}
        self._derived: dict[str, Value] = {}
        self.read: set[str] = set()
        """The facts and points whose value was read."""

    def __call__(self, subject: Subject) -> Value | None:
        """Return the value of a subject for a test; None where it is unknown."""
        if isinstance(subject, Question):
            try:
                said = self.outcome(subject).value
            except Unsettled as unsettled:
                self._missing = self._missing or unsettled.missing
                return None
            return said if isinstance(said, str) else _NO_ANSWER
        if isinstance(subject, Derived):
            found = self._derived.get(subject.name) or derive(subject, self)
            if found is not None:
                self._derived[subject.name] = found
            return found
        value = self._values.get(subject.name)
        if value is None:
            self._missing = self._missing or subject
        else:
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
            codes = {code for rule in winners for code in _codes(rule)}
            chosen = tuple(code for code in question.codes if code in codes)
            return Outcome(Status.DETERMINED, chosen, least_firm([rule.qualifier for rule in winners]), tuple(winners))
        if not winners:
            raise GapError(self._policy.id, question.name)
        if any((rule.gives, rule.qualifier) != (winners[0].gives, winners[0].qualifier) for rule in winners):
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
        if not isinstance(term, Constant):
            return Outcome(Status.DETERMINED, Formula(term), qualifier, rules)
        if isinstance(term.value, Unstated):
            return Outcome(Status.UNSTATED, None, qualifier, rules)
        return Outcome(Status.DETERMINED, term.value, qualifier, rules)

    def _settled(self, condition: Condition) -> bool:
        held = truth(condition, self)
        if held is None:
            raise Unsettled(self._first_missing(condition))
        return held

    def _first_missing(self, condition: Condition) -> Fact | Point:
        self._missing = None
        truth(condition, self)
        missing: Fact | Point | None = self._missing
        if missing is None:
            raise AssertionError("a condition is unknown only where something it reads is")
        return missing

    def _prevailing(self, question: Question) -> list[Rule]:
        """Return the rules that apply and that no applicable rule prevails over."""
        rules = self._policy.rules_of(question)
        held = [(rule, truth(rule.applies, self)) for rule in rules]
        applicable = {rule.name for rule, applies in held if applies}
        for rule, applies in held:
            if applies is None and not self._policy.beaten_by(rule) & applicable:
                raise Unsettled(self._first_missing(rule.applies))
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
            case Sum(terms):
                return _added_up(tuple(self._reduced(each, used) for each in terms))
            case Times(inner, count):
                part, number = self._reduced(inner, used), self._value_of(count)
                if isinstance(number, ValueOf):
                    return Times(part, count)
                return _worked_out(Times(part, count), (part, number), _so_many_times)
            case Moved(start, span):
                parts = (self._reduced(start, used), self._reduced(span, used))
                return _worked_out(Moved(*parts), parts, moved)
            case StepsWithin(every, period):
                steps = (self._reduced(every, used), self._reduced(period, used))
                return (
                    Constant(Exactly(0))
                    if _is_never(steps[0])
                    else _worked_out(StepsWithin(*steps), steps, steps_within)
                )
            case DatesBefore(every, start, end):
                dates = (self._reduced(every, used), self._reduced(start, used), self._reduced(end, used))
                return Constant(Exactly(0)) if _is_never(dates[0]) else _worked_out(DatesBefore(*dates), dates, _dates)
            case LargestOf(part):
                given = self._contributions(part, used)
                return _worked_out(term, given, lambda *figures: fold(largest, figures)) if given else _nothing(part)
            case TotalOf(part):
                given = self._contributions(part, used)
                return _added_up(given) if given else _nothing(part)
            case _ as never:
                assert_never(never)

    def _value_of(self, fact: Fact | Derived) -> Term:
        source = self._source(fact)
        value = self._values.get(source.name)
        if value is None:
            if source.none:
                raise Unsettled(source)
            return ValueOf(source)
        if value is Word.NONE:
            return Constant(Word.NONE)
        if source.name in self._guessed:
            return ValueOf(source)
        self.read.add(source.name)
        return Constant(Exactly(value))  # type: ignore[arg-type]  # a checked term reads figures

    def _source(self, fact: Fact | Derived) -> Fact:
        """Return the fact that gives a derived fact its value."""
        if isinstance(fact, Fact):
            return fact
        for each in fact.of:
            value = self._values.get(each.name)
            if value is None:
                raise Unsettled(each)
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


def _codes(rule: Rule) -> tuple[str, ...]:
    match rule.gives:
        case Constant(str() as code):
            return (code,)
        case Constant(tuple() as codes):
            return codes
        case _:
            raise AssertionError("a rule of a question of kind codes gives codes")


def _is_never(term: Term) -> bool:
    return isinstance(term, Constant) and term.value is Word.NONE


def _worked_out(term: Term, parts: tuple[Term, ...], operate: Callable[..., Figure]) -> Term:
    """Return the result where every part is known, else the term as it stands; of a word nothing can be worked out."""
    values = [part.value for part in parts if isinstance(part, Constant)]
    if any(isinstance(value, str | tuple | Unstated) for value in values):
        return Constant(Unstated())
    return term if len(values) < len(parts) else Constant(operate(*values))


def _added_up(parts: tuple[Term, ...]) -> Term:
    """Return the sum of the known parts, and the others beside it."""
    known = tuple(part for part in parts if isinstance(part, Constant))
    others = tuple(part for part in parts if not isinstance(part, Constant))
    if not known:
        return Sum(others)
    total = _worked_out(Sum(known), known, lambda *figures: fold(add, figures))
    if not others or total == Constant(Unstated()):
        return total
    kept = others if _is_nothing(total) else (*others, total)
    return kept[0] if len(kept) == 1 else Sum(kept)


def _nothing(part: Question) -> Term:
    return Constant(_ZERO[part.kind])


def _is_nothing(term: Term) -> bool:
    return isinstance(term, Constant) and term.value in _ZERO.values()


def _so_many_times(figure: Figure, count: Figure) -> Figure:
    return times(figure, count.value) if isinstance(count, Exactly) and isinstance(count.value, int) else Unstated()


def _dates(every: Figure, start: Figure, end: Figure) -> Figure:
    if isinstance(start, Exactly) and isinstance(start.value, date):
        return dates_before(every, start.value, end)
    return Unstated()
