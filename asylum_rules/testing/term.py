"""Strategies for what rules give: every figure and word, and sums, dates and counts worked out from others."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Derived, Fact, Question
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
from asylum_rules.model import person
from asylum_rules.testing.figure import qualified
from asylum_rules.testing.subject import BEGAN_ON, LARGEST, LODGED_ON, TOTAL
from asylum_rules.units.figure import Exactly, Unstated
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

_PERIODS: Final = st.one_of(
    st.builds(Span, years=st.integers(1, 5)),
    st.builds(Span, months=st.integers(0, 60)),
    st.builds(Span, days=st.integers(14, 90)),
    st.builds(Span, months=st.integers(1, 18), weeks=st.integers(0, 4), days=st.integers(0, 6)),
)
_QUANTITIES: Final[Mapping[Kind, st.SearchStrategy[Any]]] = {
    Kind.SPAN: _PERIODS,
    Kind.COUNT: st.integers(0, 10),
    Kind.MONEY: st.builds(Money, st.integers(0, 100_000), st.just(Currency.GBP)),
    Kind.DATE: st.dates(date(2024, 1, 1), date(2032, 12, 31)),
}
_WORDS: Final = st.sampled_from([Unstated(), Word.NONE, Word.INDEFINITE])
_HEADS: Final = (person.household_size, person.children_under_1)
_READ: Final[Mapping[Kind, tuple[Fact | Derived, ...]]] = {
    Kind.COUNT: (person.household_size, person.age),
    Kind.MONEY: (person.assets,),
    Kind.DATE: (person.arrived_on, person.decided_on, LODGED_ON, BEGAN_ON, person.as_of),
}


def constants(question: Question) -> st.SearchStrategy[Term]:
    """Draw the values that a rule of a question can have written in it."""
    codes = st.sampled_from(question.codes) if question.codes else st.nothing()
    match question.kind:
        case Kind.CODES:
            return st.builds(Constant, st.lists(codes, max_size=3, unique=True).map(tuple) | codes)
        case Kind.CODE:
            return st.builds(Constant, codes | codes | codes | st.builds(Unstated))
        case _:
            return _figures(question.kind)


@cache
def _figures(kind: Kind) -> st.SearchStrategy[Term]:
    exact = st.builds(Exactly, _QUANTITIES[kind])
    return st.builds(Constant, exact | exact | qualified(_QUANTITIES[kind]) | _WORDS)


def terms(question: Question, earlier: Sequence[Question] = (), *, parts: bool = False) -> st.SearchStrategy[Term]:
    """Draw what a rule of a question can give; it may build on earlier questions, and read parts."""
    if question.kind is Kind.CODES:
        return constants(question)
    if question.kind is Kind.CODE:
        like = [each for each in earlier if each.kind is Kind.CODE and set(each.codes) <= set(question.codes)]
        return st.one_of(constants(question), *(st.just(AnswerOf(each)) for each in like))
    return _worked_out(question.kind, tuple(earlier), parts)


@cache
def _worked_out(kind: Kind, earlier: tuple[Question, ...], parts: bool) -> st.SearchStrategy[Term]:  # noqa: FBT001  # of this file
    one = _simple(kind, earlier, parts)
    spans = _simple(Kind.SPAN, earlier, parts)
    days = _simple(Kind.DATE, earlier, parts)
    match kind:
        case Kind.DATE:
            return st.one_of(one, st.builds(Moved, days, spans))
        case Kind.COUNT:
            dates = st.builds(DatesBefore, spans, days, days)
            return st.one_of(one, _added(one, kind), st.builds(StepsWithin, spans, spans), dates)
        case _:
            return st.one_of(one, _added(one, kind))


def _added(one: st.SearchStrategy[Term], kind: Kind) -> st.SearchStrategy[Term]:
    return st.one_of(
        st.builds(Sum, st.lists(one, min_size=1, max_size=3).map(tuple)),
        st.builds(Difference, one, one),
        st.builds(Times, _figures(kind), st.sampled_from(_HEADS)),
    )


@cache
def _simple(kind: Kind, earlier: tuple[Question, ...], parts: bool) -> st.SearchStrategy[Term]:  # noqa: FBT001  # of this file
    """Draw terms that are not worked out from others: constants, facts, answers and parts."""
    read = [st.just(ValueOf(each)) for each in _READ.get(kind, ())]
    answers = [st.just(AnswerOf(each)) for each in earlier if each.kind is kind]
    gathered = [LargestOf(LARGEST[kind]), TotalOf(TOTAL[kind])] if parts and kind in TOTAL else []
    return st.one_of(_figures(kind), *read, *answers, *(st.just(each) for each in gathered))
