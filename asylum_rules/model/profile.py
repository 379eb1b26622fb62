"""What a case profile is, and how what is given for a fact becomes its value."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, Final, TypeAlias

from attrs import frozen

from asylum_rules.errors import InvalidInputError, InvalidQuantityError, Problem, UnknownNameError, hint, quoted
from asylum_rules.language.cells import World
from asylum_rules.language.kinds import Kind, Value, plain_value
from asylum_rules.language.subjects import Fact, Profile
from asylum_rules.language.truth import reader, truth
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)
_MOST: Final = 1_000_000
_BEYOND: Final = 10**15
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Unknown(Enum):
    """Why a profile holds no value for a fact; neither is any value of any fact."""

    LEFT_OUT = "left out"
    """Nothing was said; a fact that declares a presumption may be presumed."""
    UNKNOWN = "unknown"
    """It was said that this is not known; nothing is presumed."""

    def __repr__(self) -> str:
        return self.name


LEFT_OUT: Final = Unknown.LEFT_OUT
UNKNOWN: Final = Unknown.UNKNOWN
NONE: Final = Word.NONE

Raw: TypeAlias = object
"""What a case file or a caller may give for a fact, before it is read."""


@frozen(repr=False)
class CaseBase:
    """What profiles of people and of boats have in common."""

    profile: ClassVar[Profile]
    facts: ClassVar[tuple[Fact, ...]]
    world: ClassVar[World]

    name: str | None
    """A name for the case, used in reports only."""

    def __repr__(self) -> str:
        said = {"name": self.name, **{fact.name: self.get(fact) for fact in self.facts}}
        shown = (f"{name}={value!r}" for name, value in said.items() if value not in (None, LEFT_OUT))
        return f"{type(self).__name__}({', '.join(shown)})"

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # noqa: ANN401, FBT001  # as IPython and Hypothesis call it
        printer.text(repr(self))

    def get(self, fact: Fact) -> Value | Unknown:
        """Return the value of a fact, or why there is none."""
        value: Value | Unknown = getattr(self, fact.name)
        return value

    def stated(self) -> dict[str, Value]:
        """Return the values that the case states, by fact name."""
        names, values = _all(type(self))  # type: ignore[arg-type]  # a class can be hashed
        return {name: value for name, value in zip(names, values(self), strict=True) if not isinstance(value, Unknown)}

    def written(self) -> dict[str, str | int | bool]:
        """Return what the case states, as a case file gives it; `"unknown"` where it says that a fact is not known."""
        said = {fact.name: self.get(fact) for fact in self.facts}
        return {
            name: "unknown" if isinstance(value, Unknown) else plain_value(value)
            for name, value in said.items()
            if value is not LEFT_OUT
        }

    def known(self, *, presume: bool) -> tuple[dict[str, Value], frozenset[str]]:
        """Return the values to decide by, and the names of those among them that are presumed."""
        values = self.stated()
        presumable = _presumable(type(self)) if presume else ()  # type: ignore[arg-type]  # a class can be hashed
        presumed = {fact.name: value for fact, value in presumable if self.get(fact) is LEFT_OUT}
        return {**values, **presumed}, frozenset(presumed)


@cache
def _all(case: type[CaseBase]) -> tuple[tuple[str, ...], Callable[[CaseBase], tuple[Value | Unknown, ...]]]:
    """Return the names of a profile's facts, and what reads all their values at once."""
    names = tuple(fact.name for fact in case.facts)
    return names, attrgetter(*names)


@cache
def _presumable(case: type[CaseBase]) -> tuple[tuple[Fact, Value], ...]:
    """Return the facts of a profile that declare a presumption, with it."""
    return tuple((fact, fact.presumed) for fact in case.facts if fact.presumed is not None)


def fact_named(case: type[CaseBase], name: str) -> Fact:
    """Return a fact of a profile by its name; raise `UnknownNameError` where there is none."""
    for fact in case.facts:
        if fact.name == name:
            return fact
    raise UnknownNameError("fact", name, tuple(fact.name for fact in case.facts))


def read_case(case: type[CaseBase], name: object, given: Mapping[str, Raw], misspelt: Iterable[str]) -> dict[str, Any]:
    """Return the name and the value of every fact of a case; raise once with all that is wrong.

    `misspelt` are names under which something is given and which no fact has.
    """
    known = ("name", *(fact.name for fact in case.facts))
    problems = [Problem("", str(UnknownNameError("fact", each, known))) for each in misspelt]
    read: dict[str, Any] = {}
    try:
        read["name"] = read_name(name)
    except InvalidInputError as error:
        problems += error.problems
    try:
        read |= read_facts(case.facts, case.world, given)
    except InvalidInputError as error:
        problems += error.problems
    if problems:
        raise InvalidInputError("case", tuple(problems))
    return read


def read_facts(facts: Iterable[Fact], world: World, given: Mapping[str, Raw]) -> dict[str, Any]:
    """Return the value of every fact, each of its own type, from what is given; raise once with all that is wrong."""
    values: dict[str, Value | Unknown] = {}
    problems = []
    for fact in facts:
        try:
            values[fact.name] = read_fact(fact, given.get(fact.name, LEFT_OUT))
        except InvalidQuantityError as error:
            problems.append(Problem(quoted(fact.name), str(error)))
    problems += impossibilities(world, values)
    if problems:
        raise InvalidInputError("case", tuple(problems))
    return values


def read_name(name: object) -> str | None:
    """Return the name of a case; raise where it is not short printable text."""
    if name is None or (isinstance(name, str) and len(name) <= 200 and name.isprintable()):
        return name
    raise InvalidInputError("case", (Problem("`name`", "expected at most 200 printable characters"),))


def read_fact(fact: Fact, raw: Raw) -> Value | Unknown:
    """Return the value of a fact from what is given for it; raise `InvalidQuantityError` where it is none.

    Codes may be members or strings, dates and amounts values or their written form.
    """
    match raw:
        case Unknown():
            return raw
        case None:
            return LEFT_OUT
        case "unknown":
            return UNKNOWN
        case Word.NONE | "none" if fact.none:
            return NONE
    match fact.kind, raw:
        case Kind.YES_NO, bool():
            return raw
        case Kind.CODE, str() if raw in fact.codes:
            return fact.codes[fact.codes.index(raw)]
        case Kind.COUNT, int() if not isinstance(raw, bool) and 0 <= raw <= _MOST:
            return raw
        case Kind.DATE, date() if not isinstance(raw, datetime):
            return _day(raw)
        case Kind.DATE, str():
            return _day(_iso_day(raw))
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
    raise InvalidQuantityError(f"{_shown(raw)} is not {_expected(fact, raw)}")


def _shown(raw: Raw) -> str:
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


def _day(day: date) -> date:
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


def _expected(fact: Fact, raw: Raw) -> str:
    wanted = {
        Kind.YES_NO: "true or false",
        Kind.COUNT: f"a whole number from 0 to {_MOST:,}",
        Kind.DATE: "a date as `2026-03-02`",
        Kind.MONEY: "an amount in pounds as `1200.00 GBP`",
        Kind.MOMENT: "a London time as `2025-09-04T15:00`",
        Kind.SPAN: "a span as `P30M`",
        Kind.CODE: "a code of this fact",
        Kind.CODES: "a list of codes",
    }[fact.kind]
    none = ', "none"' if fact.none else ""
    nearest = ""
    if fact.kind is Kind.CODE and isinstance(raw, str):
        nearest = hint(UnknownNameError("code", raw, fact.codes).nearest, fact.codes)
    return f'{wanted}{none} or "unknown"{nearest}'


def impossibilities(world: World, values: Mapping[str, Value | Unknown]) -> list[Problem]:
    """Return what is stated of a case that no case can be."""
    read = reader({name: value for name, value in values.items() if not isinstance(value, Unknown)})
    problems = []
    for first, then in world.orders:
        early, late = read(first), read(then)
        if isinstance(early, date) and isinstance(late, date) and late < early:
            what = f"{quoted(str(late))} is before {quoted(first.name)}, {quoted(str(early))}"
            problems.append(Problem(quoted(then.name), what))
    for each in world.sums:
        whole, parts = read(each.whole), [read(part) for part in each.parts]
        if isinstance(whole, int) and sum(part for part in parts if isinstance(part, int)) >= whole:
            problems.append(Problem(quoted(each.whole.name), each.text))
    problems += [Problem("", each.text) for each in world.impossible if truth(each.when, read)]
    return problems
