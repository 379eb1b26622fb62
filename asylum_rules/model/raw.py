"""What is given from outside, in Python or in a file, read as a value of the kind its place wants."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeAlias

from asylum_rules.errors import InvalidQuantityError, UnknownNameError, hint, listed, quoted
from asylum_rules.language.kinds import FIGURES, Kind, Value
from asylum_rules.language.subjects import Point, Question, Subject
from asylum_rules.language.terms import Given
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Quantity, Unstated, UpTo
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)
_MOST: Final = 1_000_000
_BEYOND: Final = 10**15
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

Raw: TypeAlias = object
"""What a file or a caller may give, before it is read."""


def value_of(subject: Subject, raw: Raw, *, or_else: Sequence[str] = ()) -> Value:
    """Return the value that something given is of a fact, a point or a question of kind code.

    Codes may be members or strings, dates and amounts values or their written form. Raises `InvalidQuantityError`
    where it is none; the message says what was expected, `or_else` included.
    """
    if subject.none and raw == Word.NONE:
        return Word.NONE
    match subject.kind, raw:
        case Kind.YES_NO, bool():
            return raw
        case ((Kind.CODE | Kind.CODES), str()) if raw in subject.codes:
            return subject.codes[subject.codes.index(raw)]
        case Kind.COUNT, int() if not isinstance(raw, bool) and 0 <= raw <= _MOST:
            return raw
        case Kind.DATE, date() | str() if not isinstance(raw, datetime):
            return day_of(raw)
        case Kind.MONEY, Money() if raw.currency is Currency.GBP:
            return raw
        case Kind.MONEY, int() if not isinstance(raw, bool) and abs(raw) <= _BEYOND:
            return Money.parse(str(raw), default=Currency.GBP)
        case Kind.MONEY, float() | Decimal():
            return Money.parse(str(raw), default=Currency.GBP)
        case Kind.MONEY, str():
            return _pounds(raw)
        case Kind.MOMENT, Moment():
            return raw
        case Kind.MOMENT, datetime():
            return Moment(raw)
        case Kind.MOMENT, str():
            return Moment.parse(raw)
        case Kind.SPAN, Span():
            return raw
        case Kind.SPAN, str():
            return Span.parse(raw)
    raise InvalidQuantityError(f"{shown(raw)} is not {_expected(subject, raw, or_else)}")


def given_of(question: Question, raw: Raw) -> Given:
    """Return what a rule of a question gives, from the form in which `plain` writes it.

    Raises `InvalidQuantityError` where it is nothing that such a rule can give.

    >>> from asylum_rules.model.questions import SETTLEMENT_AFTER
    >>> given_of(SETTLEMENT_AFTER, {"up_to": "P15Y"})
    UpTo(most=Span(years=15, months=0, weeks=0, days=0))
    """
    match question.kind, raw:
        case Kind.CODES, list():
            return tuple(_code(question, each) for each in raw)
        case Kind.CODES, _:
            return (_code(question, raw),)
        case _, "unstated":
            return Unstated()
        case Kind.CODE, _:
            return _code(question, raw)
        case kind, ("none" | "indefinite") if kind in FIGURES:
            return Word(raw)
        case _, {"between": [least, most], **more} if not more:
            return Between(_quantity(question, least), _quantity(question, most))
        case _, {"between": _, **more} if not more:
            raise InvalidQuantityError("`between` takes a list of two, the least and the most")
        case _, {"about": value, **more} if not more:
            return About(_quantity(question, value))
        case _, {"up_to": most, **more} if not more:
            return UpTo(_quantity(question, most))
        case _, {"at_least": least, **more} if not more:
            return AtLeast(_quantity(question, least))
        case _, dict():
            words = listed(("about", "up_to", "at_least", "between"))
            raise InvalidQuantityError(f"a table to give has one key, which is one of {words}")
        case _:
            return Exactly(_quantity(question, raw))


def _code(question: Question, raw: Raw) -> str:
    return str(value_of(question, raw))


def _quantity(question: Question, raw: Raw) -> Quantity:
    if question.kind is not Kind.MONEY:
        return value_of(question, raw)  # type: ignore[return-value]  # of a kind that figures have
    if isinstance(raw, str):
        return Money.parse(raw)
    raise InvalidQuantityError(f"{shown(raw)} is not an amount with its currency as `1200.00 GBP`")


def shown(raw: Raw) -> str:
    """Return what was given as an error shows it: short, and nothing of what is in a list or a table."""
    match raw:
        case list() | tuple():
            return "a list"
        case dict():
            return "a table"
        case str():
            return quoted(raw)
        case Money() | date():
            return quoted(str(raw))
        case int() if abs(raw) > _BEYOND:
            return "a number of that size"
        case _:
            return quoted(repr(raw))


def day_of(raw: Raw) -> date:
    """Return the day that something given is; raise `InvalidQuantityError` where it is none."""
    if isinstance(raw, datetime) or not isinstance(raw, date | str):
        raise InvalidQuantityError(f"{shown(raw)} is not a date as `2026-03-02`")
    day = _iso_day(raw) if isinstance(raw, str) else raw
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidQuantityError(f"{quoted(day.isoformat())} is not between {FIRST_DAY.year} and {LAST_DAY.year}")
    return day


def _iso_day(text: str) -> date:
    try:
        if _ISO_DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise InvalidQuantityError(f"{quoted(text)} is not a date as `2026-03-02`")


def _pounds(text: str) -> Money:
    amount = Money.parse(text, default=Currency.GBP)
    if amount.currency is not Currency.GBP:
        raise InvalidQuantityError(f"{quoted(text)} is not in pounds as `1200.00 GBP`")
    return amount


def _expected(subject: Subject, raw: Raw, or_else: Sequence[str]) -> str:
    noun = "question" if isinstance(subject, Question) else "point" if isinstance(subject, Point) else "fact"
    wanted = {
        Kind.YES_NO: "true or false",
        Kind.COUNT: f"a whole number from 0 to {_MOST:,}",
        Kind.DATE: "a date as `2026-03-02`",
        Kind.MONEY: "an amount in pounds as `1200.00 GBP`",
        Kind.MOMENT: "a London time as `2025-09-04T15:00`",
        Kind.SPAN: "a span as `P30M`",
        Kind.CODE: f"a code of this {noun}",
        Kind.CODES: f"a code of this {noun}",
    }[subject.kind]
    *others, last = (wanted, *(['"none"'] if subject.none else []), *or_else)
    nearest = ""
    if subject.codes and isinstance(raw, str):
        nearest = hint(UnknownNameError("code", raw, subject.codes).nearest, subject.codes)
    return f"{', '.join(others)} or {last}{nearest}" if others else f"{last}{nearest}"
