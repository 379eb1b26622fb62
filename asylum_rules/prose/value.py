"""Values as a reader expects them: 5 years, up to 20 years, 2 November 2031, £49.18."""

from collections.abc import Sequence
from datetime import date
from typing import Final, assert_never

from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Question, Subject
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
from asylum_rules.model.answer import Answer, Formula, Possibility, Result, Status
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.prose.words import code_of, words_of
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Quantity, Unstated, UpTo
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

_SIGNS: Final = {Currency.GBP: "£", Currency.DKK: "DKK ", Currency.EUR: "€"}
_MANY: Final = 5
_FIRST: Final = 3
_NO_VALUE: Final = {
    Status.UNSTATED: "not stated",
    Status.NOT_COVERED: "not covered",
}


def of_quantity(value: Quantity) -> str:
    """Return a quantity in words and numbers.

    >>> of_quantity(Span(months=30)), of_quantity(Money(4918, Currency.GBP)), of_quantity(date(2031, 11, 2))
    ('30 months', '£49.18', '2 November 2031')
    """
    match value:
        case Span():
            units = ((value.years, "year"), (value.months, "month"), (value.weeks, "week"), (value.days, "day"))
            parts = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in units if count]
            return listed(parts, "and") if parts else "at once"
        case Money():
            return f"{_SIGNS[value.currency]}{value.minor // 100:,}.{value.minor % 100:02}"
        case date():
            return of_day(value)
        case int():
            return f"{value:,}"
        case _ as never:
            assert_never(never)


def listed(texts: Sequence[str], last: str) -> str:
    """Return alternatives or parts as a list: `a, b or c`."""
    return f" {last} ".join(each for each in (", ".join(texts[:-1]), texts[-1]) if each)


def of_day(day: date) -> str:
    """Return a date as it is written in the UK."""
    return f"{day.day} {day:%B %Y}"


def of_value(value: Value, subject: Subject) -> str:
    """Return the value of a fact or the reading of a point."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Moment):
        return f"{value.at:%H:%M} on {of_day(value.at.date())}"
    if isinstance(value, str):
        return code_of(value, subject)
    return of_quantity(value)


def of_result(result: Result, question: Question) -> str:
    """Return the value of an answer.

    >>> from asylum_rules.model.questions import SETTLEMENT_AFTER
    >>> of_result(UpTo(Span(years=20)), SETTLEMENT_AFTER)
    'up to 20 years'
    """
    match result:
        case Exactly(value):
            return of_quantity(value)
        case About(value):
            return f"about {of_quantity(value)}"
        case UpTo(date() as most):
            return f"{of_day(most)} at the latest"
        case UpTo(most):
            return f"up to {of_quantity(most)}"
        case AtLeast(least):
            return f"at least {of_quantity(least)}"
        case Between(least, most):
            return f"between {of_quantity(least)} and {of_quantity(most)}"
        case Unstated():
            return "not stated"
        case str():
            return code_of(result, question)
        case tuple():
            return ", ".join(of_result(code, question) for code in result) or "none"
        case Formula(term):
            return of_term(term, question)
        case _ as never:
            assert_never(never)


def of_term(term: Term, question: Question) -> str:
    """Return a term that is not worked out, naming the facts it waits for."""
    match term:
        case Constant(value):
            return of_result(value, question)
        case ValueOf(fact):
            return words_of(fact).noun
        case AnswerOf(other):
            return f"“{other.text}”"
        case LargestOf(part):
            return f"the largest of “{part.text}”"
        case TotalOf(part):
            return f"the sum of “{part.text}”"
        case Sum(terms):
            return " plus ".join(_operand(each, question) for each in terms)
        case Difference(whole, less):
            return f"{of_term(whole, question)} less {_operand(less, question)}"
        case Times(inner, count):
            return f"{_operand(inner, question)} times {words_of(count).noun}"
        case Moved(start, span):
            after, begun = _operand(span, question), _operand(start, question)
            return begun if after == "at once" else f"{after} after {begun}"
        case StepsWithin(every, period):
            within = of_term(period, question)
            return f"one for each step of {of_term(every, question)} that ends before the end of {within}"
        case DatesBefore(every, start, end):
            begun, ended = of_term(start, question), of_term(end, question)
            return f"one for each step of {of_term(every, question)}, counted from {begun}, that ends before {ended}"
        case _ as never:
            assert_never(never)


def _operand(term: Term, question: Question) -> str:
    text = of_term(term, question)
    return text if isinstance(term, Constant | ValueOf | AnswerOf) else f"({text})"


def of_answer(answer: Answer) -> str:
    """Return an answer in one line: the headline, the range of everything possible; of many, what it depends on."""
    if answer.status is not Status.DEPENDS:
        return said(answer.status, answer.value, answer.qualifier, answer.question)
    headline = _shortened([of_possibility(each, answer.question) for each in answer.headline])
    opening = "not decided: " if answer.undecided else ""
    everything = answer.range
    if len(answer.headline) == len(answer.possible):
        beyond = ""
    elif everything is None:
        beyond = "; other readings differ"
    else:
        beyond = f"; over all readings {of_result(everything, answer.question)}"
    waits = "" if len(answer.possible) <= _MANY else _awaited(answer)
    return f"{opening}{headline}{beyond}{waits}"


def _awaited(answer: Answer) -> str:
    facts = _few(answer.facts)
    return f"; depends on {listed(facts, 'and')}" if facts else ""


def _shortened(texts: Sequence[str]) -> str:
    """Return the alternatives, the first of them where there are many."""
    return " or ".join(_few(texts))


def _few(texts: Sequence[str]) -> Sequence[str]:
    return texts if len(texts) <= _MANY else [*texts[:_FIRST], f"{len(texts) - _FIRST} others"]


def of_possibility(possibility: Possibility, question: Question) -> str:
    """Return one thing that an answer may be."""
    return said(possibility.status, possibility.value, possibility.qualifier, question)


def of_gift(rule: Rule) -> str:
    """Return what a rule gives, with its qualifier."""
    match rule.gives:
        case Constant(Unstated()):
            return said(Status.UNSTATED, None, None, rule.answers)
        case Constant(value):
            return said(Status.DETERMINED, value, rule.qualifier, rule.answers)
        case term:
            return _firmly(of_term(term, rule.answers), rule.qualifier)


def said(status: Status, value: Result | None, qualifier: Qualifier | None, question: Question) -> str:
    """Return a value with its qualifier, or why there is none."""
    if value is None:
        return _NO_VALUE[status]
    text = of_result(value, question)
    if question.kind is Kind.SPAN and value is Word.NONE:
        text = "none scheduled" if question.none_is_best else "never"
    is_said = isinstance(value, str) and qualifier in text.split()
    return text if is_said else _firmly(text, qualifier)


def _firmly(text: str, qualifier: Qualifier | None) -> str:
    return text if qualifier is None else f"{text} ({qualifier})"
