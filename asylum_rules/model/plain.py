"""The written form of values, in JSON and in formulas: `P20Y`, `2026-03-02`, `49.18 GBP`, `{"up_to": "P20Y"}`."""

from typing import TypeAlias, assert_never

from asylum_rules.language.kinds import plain_value
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
from asylum_rules.model.answer import Formula, Result
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Unstated, UpTo

Plain: TypeAlias = str | int | bool | list["Plain"] | dict[str, "Plain"]


def plain(result: Result) -> Plain:
    """Return the written form of an answer's value.

    >>> from asylum_rules.units.span import years
    >>> plain(UpTo(years(20)))
    {'up_to': 'P20Y'}
    """
    match result:
        case Exactly(value):
            return plain_value(value)
        case About(value):
            return {"about": plain_value(value)}
        case UpTo(most):
            return {"up_to": plain_value(most)}
        case AtLeast(least):
            return {"at_least": plain_value(least)}
        case Between(least, most):
            return {"between": [plain_value(least), plain_value(most)]}
        case Unstated():
            return "unstated"
        case str():
            return str(result)
        case tuple():
            return list(result)
        case Formula(term):
            return {"formula": formula(term)}
        case _ as never:
            assert_never(never)


def formula(term: Term) -> str:
    """Return a term in one line: `decided_on + P20Y`."""
    match term:
        case Constant(value):
            return _constant(value)
        case ValueOf(fact):
            return fact.name
        case AnswerOf(question) | LargestOf(question) | TotalOf(question):
            return question.name
        case Sum(terms):
            return " + ".join(_operand(each) for each in terms)
        case Difference(whole, less):
            return f"{formula(whole)} - {_operand(less)}"
        case Times(inner, count):
            return f"{_operand(inner)} * {count.name}"
        case Moved(start, span):
            return f"{_operand(start)} + {_operand(span)}"
        case StepsWithin(every, period):
            return f"steps of {formula(every)} within {formula(period)}"
        case DatesBefore(every, start, end):
            return f"steps of {formula(every)} from {formula(start)} before {formula(end)}"
        case _ as never:
            assert_never(never)


def _operand(term: Term) -> str:
    text = formula(term)
    return f"({text})" if isinstance(term, Sum | Difference | Moved | StepsWithin | DatesBefore) else text


def _constant(value: Result) -> str:
    match plain(value):
        case {"between": [least, most]}:
            return f"({least} to {most})"
        case dict() as figure:
            ((word, quantity),) = figure.items()
            return f"({word.replace('_', ' ')} {quantity})"
        case list() as codes:
            return ", ".join(map(str, codes)) or "none"
        case written:
            return str(written)
