"""What a condition or a term reads."""

from collections.abc import Iterator
from typing import assert_never

from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Test
from asylum_rules.language.subjects import Derived, Fact, Question
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


def tests(condition: Condition) -> Iterator[Test]:
    """Yield every test in a condition, in the order written."""
    match condition:
        case Compare() | OneOf():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from tests(part)
        case Not(part):
            yield from tests(part)
        case _ as never:
            assert_never(never)


def reads(term: Term) -> Iterator[Fact | Derived | Question]:
    """Yield the facts and questions a term reads."""
    match term:
        case Constant():
            pass
        case ValueOf(fact):
            yield fact
        case AnswerOf(question) | LargestOf(question) | TotalOf(question):
            yield question
        case Sum(terms):
            for each in terms:
                yield from reads(each)
        case Times(inner, count):
            yield from reads(inner)
            yield count
        case Moved(first, second) | StepsWithin(first, second):
            yield from reads(first)
            yield from reads(second)
        case DatesBefore(every, start, end):
            yield from reads(every)
            yield from reads(start)
            yield from reads(end)
        case _ as never:
            assert_never(never)


def largest_of(term: Term) -> Iterator[Question]:
    """Yield the parts whose largest contribution a term reads."""
    match term:
        case LargestOf(part):
            yield part
        case Sum(terms):
            for each in terms:
                yield from largest_of(each)
        case Times(inner, _):
            yield from largest_of(inner)
        case Moved(first, second) | StepsWithin(first, second) | DatesBefore(first, _, second):
            yield from largest_of(first)
            yield from largest_of(second)
        case Constant() | ValueOf() | AnswerOf() | TotalOf():
            pass
        case _ as never:
            assert_never(never)
