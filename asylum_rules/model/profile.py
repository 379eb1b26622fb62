"""What a case profile is, and how what is given for a fact becomes its value."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, ClassVar, Final, Self

from attrs import frozen

from asylum_rules.errors import InvalidInputError, InvalidQuantityError, Problem, UnknownNameError, first_of, quoted
from asylum_rules.language.cells import World
from asylum_rules.language.kinds import Value, plain_value
from asylum_rules.language.subjects import Fact, Profile
from asylum_rules.language.truth import reader, truth
from asylum_rules.model.raw import Raw, value_of
from asylum_rules.units.word import Word


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

    def stating(self, facts: Mapping[str, Value]) -> Self:
        """Return the case with other facts stated beside its own."""
        given: dict[str, Any] = {**self.stated(), **facts}
        return type(self)(name=self.name, **given)

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
    unheard_of = (Problem("", str(UnknownNameError("fact", each, known))) for each in misspelt)
    problems: list[Problem] = []
    read: dict[str, Any] = {}
    try:
        read["name"] = read_name(name)
    except InvalidInputError as error:
        problems += error.problems
    try:
        read |= read_facts(case.facts, case.world, given)
    except InvalidInputError as error:
        problems += error.problems
    found = first_of(chain(unheard_of, problems))
    if found:
        raise InvalidInputError("case", found)
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
        case _:
            return value_of(fact, raw, or_else=('"unknown"',))


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
