"""Strategies for conditions: tests of every kind of subject, joined in every way."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order, Test
from asylum_rules.language.subjects import Subject
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.word import Word

_DAYS: Final = (date(2026, 3, 2), date(2026, 1, 31), date(2024, 2, 29), date(2025, 11, 17), date(2026, 6, 30))
_PENCE: Final = st.sampled_from([0, 1, 100_000]) | st.integers(0, 1_000_000)
_TIMES: Final = st.sampled_from([datetime(2025, 9, 4, 15, 0), datetime(2026, 3, 2, 0, 0)])  # noqa: DTZ001  # moments are local times
_CONSTANTS: Final[Mapping[Kind, st.SearchStrategy[Any]]] = {
    Kind.COUNT: st.sampled_from([1, 0, 2, 18]) | st.integers(0, 20),
    Kind.MONEY: st.builds(Money, _PENCE, st.just(Currency.GBP)),
    Kind.DATE: st.sampled_from(_DAYS) | st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    Kind.MOMENT: st.builds(Moment, _TIMES),
}


def conditions(subjects: Sequence[Subject], depth: int = 2) -> st.SearchStrategy[Condition]:
    """Draw conditions on some subjects, at most so many joints deep."""
    one: st.SearchStrategy[Condition] = st.sampled_from(subjects).flatmap(tests_of)
    if not depth:
        return one
    part = conditions(subjects, depth - 1)
    several = st.lists(part, min_size=2, max_size=3).map(tuple)
    return st.one_of(one, part.map(Not), several.map(AllOf), several.map(AnyOf))


@cache
def tests_of(subject: Subject) -> st.SearchStrategy[Test]:
    """Draw tests of one subject: one of some values, and where it has an order, how it stands to one of them."""
    if subject.kind is Kind.YES_NO:
        return _one_of(subject, st.sampled_from([True, False]))
    if subject.kind is not Kind.CODE:
        return _compare(subject, _CONSTANTS[subject.kind]) | _one_of(subject, _CONSTANTS[subject.kind])
    codes = st.sampled_from(subject.codes)
    return _compare(subject, codes) | _one_of(subject, codes) if subject.ordered else _one_of(subject, codes)


def _compare(subject: Subject, constants: st.SearchStrategy[Value]) -> st.SearchStrategy[Test]:
    return st.builds(Compare, st.just(subject), st.sampled_from(Order), constants)


def _one_of(subject: Subject, constants: st.SearchStrategy[Value]) -> st.SearchStrategy[Test]:
    values = constants | st.just(Word.NONE) if subject.none else constants
    several = st.lists(values, min_size=1, max_size=2, unique=True).map(tuple)
    return st.builds(OneOf, st.just(subject), several)
