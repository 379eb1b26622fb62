"""Strategies for figures: a quantity of any kind, and how firmly it is stated."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from asylum_rules.language.kinds import Kind
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Figure, Quantity, Unstated, UpTo, compare
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span

_EARLY: Final = date(2018, 1, 1)
_LATE: Final = date(2035, 12, 31)


def spans() -> st.SearchStrategy[Span]:
    """Draw spans of years and months, or of weeks and days, or of all of them."""
    small = st.integers(0, 40)
    return (
        st.builds(Span, years=small, months=small)
        | st.builds(Span, weeks=small, days=small)
        | st.builds(Span, small, small, small, small)
    )


_QUANTITIES: Final[Mapping[Kind, st.SearchStrategy[Any]]] = {
    Kind.SPAN: spans(),
    Kind.COUNT: st.integers(0, 50),
    Kind.MONEY: st.builds(Money, st.integers(0, 10_000_000), st.just(Currency.GBP)),
    Kind.DATE: st.dates(_EARLY, _LATE),
}


def figures(kind: Kind = Kind.SPAN) -> st.SearchStrategy[Figure]:
    """Draw figures of a kind, with every qualifier."""
    return qualified(_QUANTITIES[kind])


def qualified(quantities: st.SearchStrategy[Any]) -> st.SearchStrategy[Figure]:
    """Draw figures of some quantities, with every qualifier."""
    return st.one_of(
        st.builds(Exactly, quantities),
        st.builds(About, quantities),
        st.builds(UpTo, quantities),
        st.builds(AtLeast, quantities),
        st.builds(Unstated),
        st.builds(_between, quantities, quantities),
    )


def _between(one: Quantity, other: Quantity) -> Figure:
    """Return what lies between two quantities, or where months meet days, between one and both together."""
    match compare(one, other), one, other:
        case None, Span(), Span():
            return Between(one, one + other)
        case 1, _, _:
            return Between(other, one)
        case _:
            return Between(one, other)
