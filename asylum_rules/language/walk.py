"""What a condition or a term reads."""

from collections.abc import Iterator
from typing import assert_never

from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Test
from asylum_rules.language.subjects import Derived, Fact, Question
from asylum_rules.language.terms import AnswerOf, Constant, Given, LargestOf, Term, TotalOf, ValueOf, parts_of


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
        case _:
            for part in parts_of(term):
                yield from reads(part)


def constants(term: Term) -> Iterator[Given]:
    """Yield the values written in a term."""
    match term:
        case Constant(value):
            yield value
        case ValueOf() | AnswerOf() | LargestOf() | TotalOf():
            pass
        case _:
            for part in parts_of(term):
                yield from constants(part)


def largest_of(term: Term) -> Iterator[Question]:
    """Yield the parts whose largest contribution a term reads."""
    match term:
        case LargestOf(question):
            yield question
        case Constant() | ValueOf() | AnswerOf() | TotalOf():
            pass
        case _:
            for part in parts_of(term):
                yield from largest_of(part)
