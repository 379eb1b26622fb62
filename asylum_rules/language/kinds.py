"""The kinds of value, and which Python values are of which kind."""

from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias, assert_never

from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

Value: TypeAlias = bool | int | str | date | Moment | Money | Span | Word


class Kind(StrEnum):
    """What a fact or an answer is a value of."""

    YES_NO = "yes_no"
    CODE = "code"
    CODES = "codes"
    COUNT = "count"
    MONEY = "money"
    SPAN = "span"
    DATE = "date"
    MOMENT = "moment"


FIGURES = frozenset({Kind.COUNT, Kind.MONEY, Kind.SPAN, Kind.DATE})
"""The kinds that a figure can be of."""


def is_of_kind(value: object, kind: Kind) -> bool:
    """Return whether a value is of a kind; True is no count, and a time of day is no date.

    >>> is_of_kind(1, Kind.COUNT), is_of_kind(True, Kind.COUNT)
    (True, False)
    """
    match kind:
        case Kind.YES_NO:
            return isinstance(value, bool)
        case Kind.COUNT:
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case Kind.DATE:
            return isinstance(value, date) and not isinstance(value, datetime)
        case Kind.MOMENT:
            return isinstance(value, Moment)
        case Kind.MONEY:
            return isinstance(value, Money)
        case Kind.SPAN:
            return isinstance(value, Span)
        case Kind.CODE | Kind.CODES:
            return isinstance(value, str)
        case _ as never:
            assert_never(never)


def plain_value(value: Value) -> str | int | bool:
    """Return the written form of a value.

    >>> plain_value(date(2026, 3, 2))
    '2026-03-02'
    """
    if isinstance(value, bool | int):
        return value
    return str(value.isoformat() if isinstance(value, date) else value)
