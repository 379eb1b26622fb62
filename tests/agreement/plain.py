"""What a policy says of a case of which everything is known, read off the words of the design the plain way.

It shares the values and the nodes with the library, and nothing that gives them a meaning.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Any

from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf
from asylum_rules.language.subjects import FirstKnown, Question, Subject, Within
from asylum_rules.language.terms import (
    AnswerOf,
    Constant,
    DatesBefore,
    Difference,
    LargestOf,
    Moved,
    StepsWithin,
    Sum,
    Term,
    Times,
    TotalOf,
    ValueOf,
)
from asylum_rules.model.answer import NOT_COVERED, Said, Status
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Rule
from asylum_rules.units.figure import Exactly, Figure, Unstated
from tests.agreement import arithmetic as sums

Values = Mapping[str, Any]


class _NotCoveredError(Exception):
    pass


def said(policy: Policy, question: Question, values: Values) -> Said:
    """What a policy says; everything it reads is among the values."""
    scope = next((each for each in policy.scopes if each.question.name == question.name), None)
    if scope is None or not holds(policy, scope.when, values):
        return NOT_COVERED
    rules = prevailing(policy, question, values)
    if question.kind is Kind.CODES:
        given = [code for rule in rules for code in codes(rule)]
        return Status.DETERMINED, tuple(code for code in question.codes if code in given)
    try:
        return stated(worked_out(policy, rules[0].gives, values))
    except _NotCoveredError:
        return NOT_COVERED


def stated(value: Any) -> Said:
    """A value as an answer."""
    return (Status.UNSTATED, None) if value == Unstated() else (Status.DETERMINED, value)


def codes(rule: Rule) -> Iterable[str]:
    value = rule.gives.value if isinstance(rule.gives, Constant) else ()
    return value if isinstance(value, tuple) else (str(value),)


def holds(policy: Policy, condition: Condition, values: Values) -> bool:
    """Whether a condition holds."""
    match condition:
        case AllOf(parts):
            return all(holds(policy, part, values) for part in parts)
        case AnyOf(parts):
            return any(holds(policy, part, values) for part in parts)
        case Not(part):
            return not holds(policy, part, values)
        case OneOf(subject, constants):
            return value_of(policy, subject, values) in constants
        case Compare(subject, sign, constant):
            value = value_of(policy, subject, values)
            if value == "none" and subject.none:
                return False
            if subject.ordered:
                value, constant = subject.codes.index(value), subject.codes.index(str(constant))
            if hasattr(value, "at"):
                value, constant = value.at, constant.at  # type: ignore[union-attr]  # moments
            stands = sums.order(value, constant)
            return {"<": stands == -1, "<=": stands != 1, ">=": stands != -1, ">": stands == 1}[sign.value]


def value_of(policy: Policy, subject: Subject, values: Values) -> Any:
    """The value of what a condition tests."""
    match subject:
        case Question():
            answer = said(policy, subject, values)[1]
            return answer if isinstance(answer, str) else None
        case FirstKnown(of=facts):
            return next((values[each.name] for each in facts if values[each.name] != "none"), "none")
        case Within(day=day, start=start, span=span):
            begun = value_of(policy, start, values)
            return "none" not in (values[day.name], begun) and values[day.name] <= sums.later(begun, span)
        case _:
            return dict(policy.readings).get(subject.name, values.get(subject.name))


def prevailing(policy: Policy, question: Question, values: Values) -> list[Rule]:
    """The rules that apply and that none of the others beats."""
    rules = [rule for rule in policy.rules if rule.answers.name == question.name]
    applying = [rule for rule in rules if holds(policy, rule.when, values) and in_window(policy, rule, values)]
    return [rule for rule in applying if not any(beats(policy, other, rule) for other in applying)]


def in_window(policy: Policy, rule: Rule, values: Values) -> bool:
    if rule.covers is None:
        return True
    day = value_of(policy, rule.covers.counts, values)
    first, last = rule.covers.first, rule.covers.last
    if day == "none":
        return first is None and last is None
    return (first is None or day >= first) and (last is None or day <= last)


def beats(policy: Policy, rule: Rule, other: Rule) -> bool:
    """An exception beats what it is an exception to, and what that is one to; else later law beats older."""
    if other in beneath(policy, rule):
        return True
    gathers = rule.answers.part or rule.answers.kind is Kind.CODES
    return not gathers and rule not in beneath(policy, other) and rule.standing.since > other.standing.since


def beneath(policy: Policy, rule: Rule) -> list[Rule]:
    found: list[Rule] = []
    todo = [rule]
    for each in todo:
        for other in policy.rules:
            if {other.name, *other.succeeds} & set(each.overrides) and other not in found:
                found.append(other)
                todo.append(other)
    return found


def worked_out(policy: Policy, term: Term, values: Values) -> Any:
    """What a term comes to."""
    match term:
        case Constant(value):
            return value
        case ValueOf(fact):
            value = value_of(policy, fact, values)
            return value if value == "none" else Exactly(value)
        case AnswerOf(question):
            answer = said(policy, question, values)
            if answer == NOT_COVERED:
                raise _NotCoveredError
            return Unstated() if answer[1] is None else answer[1]
        case LargestOf(part):
            given = contributions(policy, part, values)
            return reduce(sums.larger, figures(given)) if given else sums.NOTHING[part.kind]
        case TotalOf(part):
            given = contributions(policy, part, values)
            return reduce(sums.added, figures(given)) if given else sums.NOTHING[part.kind]
        case Sum(terms):
            return reduce(sums.added, figures(worked_out(policy, each, values) for each in terms))
        case _:
            return _counted(policy, term, values)


def _counted(policy: Policy, term: Times | Difference | Moved | StepsWithin | DatesBefore, values: Values) -> Any:
    def known(part: Term) -> Any:
        return worked_out(policy, part, values)

    match term:
        case Difference(whole, less):
            return sums.taken_off(*figures((known(whole), known(less))))
        case Times(inner, count):
            (figure,) = figures((known(inner),))
            return sums.so_often(figure, values[count.name])
        case Moved(start, span):
            return sums.moved(*figures((known(start), known(span))))
        case StepsWithin(every, period):
            step, whole = known(every), known(period)
            return Exactly(0) if step == "none" else sums.steps(*figures((step, whole)))
        case DatesBefore(every, start, end):
            step, first, last = known(every), known(start), known(end)
            return Exactly(0) if step == "none" else sums.dates(*figures((step, first, last)))


def figures(values: Iterable[Any]) -> Iterator[Figure]:
    """The values as figures: of a word nothing can be worked out."""
    return (Unstated() if isinstance(value, str) else value for value in values)


def contributions(policy: Policy, part: Question, values: Values) -> list[Any]:
    return [worked_out(policy, rule.gives, values) for rule in prevailing(policy, part, values)]
