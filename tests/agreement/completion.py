"""The completions of a case that can make a difference, found from the constants of the rules.

Every fact takes the values at each constant it is compared with and next to it, and two that lie beyond all of them.
Days that are set against each other also take the days that lie a span apart, and the next ones.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import product
from math import prod
from random import Random
from typing import Any

from attrs import frozen

from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Compare, OneOf, Test
from asylum_rules.language.subjects import Derived, Fact, Point, Question, Within
from asylum_rules.language.walk import tests
from asylum_rules.model.answer import Said
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase, impossibilities
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money
from tests.agreement import plain
from tests.agreement.arithmetic import later

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@frozen
class Completion:
    """One way to complete a case, and what the plain reading says of it."""

    values: Mapping[str, Any]
    said: Said


@frozen
class Completions:
    """Completions of a case."""

    each: tuple[Completion, ...]
    all: bool
    """Whether these are all that can make a difference; else they are spread over these."""


def completed(policy: Policy, question: Question, case: CaseBase, most: int) -> Completions:
    """Complete a case in every way that can make a difference, or in at most so many of them."""
    known = case.stated()
    read: list[Fact | Point] = [*policy.facts(question), *policy.points(question)]
    free = [each for each in read if each.name not in known]
    conditions = (*policy.conditions(question), *case.world.conditions())
    tested = [test for condition in conditions for test in tests(condition)]
    values = {each.name: sorted(set(_values(each, tested)), key=_by_text) for each in free}
    _set_apart(values, known, tested)
    size = prod(map(len, values.values()))
    found = []
    for chosen in product(*values.values()) if size <= most else _spread(list(values.values()), most):
        whole = {**known, **dict(zip(values, chosen, strict=True))}
        if not impossibilities(case.world, whole):
            found.append(Completion(whole, plain.said(policy, question, whole)))
    return Completions(tuple(found), size <= most)


def _spread(values: list[list[Any]], most: int) -> Iterator[tuple[Any, ...]]:
    random = Random(0)  # noqa: S311  # the same sample every time
    for _ in range(most):
        yield tuple(random.choice(each) for each in values)


def _by_text(value: Any) -> tuple[str, str]:
    return type(value).__name__, str(value)


def _values(subject: Fact | Point, tested: Iterable[Test]) -> Iterator[Any]:
    mine = [test for test in tested if subject.name in {each.name for each in _bases(test)}]
    if subject.none:
        yield "none"
    match subject.kind:
        case Kind.YES_NO:
            yield from (True, False)
        case Kind.CODE:
            yield from {tuple(_passes(test, code) for test in mine): code for code in subject.codes}.values()
        case _:
            yield from _around(subject.kind, [each for test in mine for each in _ends(test)])


def _bases(test: Test) -> tuple[Any, ...]:
    return test.subject.of if isinstance(test.subject, Derived) else (test.subject,)


def _passes(test: Test, code: str) -> bool:
    """Whether a code is one of some, or not below the one it is compared with and above it."""
    if isinstance(test, OneOf):
        return code in test.values
    codes = test.subject.codes
    place, constant = codes.index(code), codes.index(str(test.value))
    return {"<": place < constant, "<=": place <= constant, ">=": place >= constant, ">": place > constant}[test.order]


def _ends(test: Test) -> Iterator[tuple[Any, int]]:
    """The constants of a test with the steps from each that matter."""
    if isinstance(test, Compare):
        for step in (0, -1 if test.order in ("<", ">=") else 1):
            yield test.value, step
    elif not isinstance(test.subject, Within):
        for value in test.values:
            for step in (-1, 0, 1):
                yield value, step


def _around(kind: Kind, ends: Iterable[tuple[Any, int]]) -> Iterator[Any]:
    ends = [end for end in ends if end[0] != "none"]
    match kind:
        case Kind.DATE:
            yield from (date(2018, 8, 31), date(2034, 5, 31), *(value + step * DAY for value, step in ends))
        case Kind.MOMENT:
            yield from (Moment(datetime(2021, 1, 1)), Moment(datetime(2031, 1, 1)))  # noqa: DTZ001  # local times
            yield from (Moment(value.at + step * MINUTE) for value, step in ends)
        case Kind.MONEY:
            amounts = {0, 123_456_78, 123_456_79, *(value.minor + step for value, step in ends)}
            yield from (Money(each, Currency.GBP) for each in amounts if each >= 0)
        case _:
            yield from (each for each in {0, 1, 30, 31, *(value + step for value, step in ends)} if each >= 0)


def _set_apart(values: dict[str, list[Any]], known: Mapping[str, Any], tested: Iterable[Test]) -> None:
    """Add the last day within a span of each start, and the next; where the day is known, the starts that reach it."""
    for window in dict.fromkeys(test.subject for test in tested if isinstance(test.subject, Within)):
        starts = [name.name for name in window.of if name.name != window.day.name]
        begun = [day for name in starts for day in values.get(name, [known.get(name)]) if isinstance(day, date)]
        if window.day.name in values:
            days = [later(start, window.span) for start in begun]
            values[window.day.name] += sorted({*days, *(day + DAY for day in days)} - {*values[window.day.name]})
        else:
            first = first_start(known[window.day.name], window)
            for name in starts:
                if name in values and first is not None:
                    values[name] += sorted({first, first - DAY} - {*values[name]})


def first_start(day: Any, window: Within) -> date | None:
    """The first day from which a span leads to a day or past it."""
    if not isinstance(day, date):
        return None
    start = day - timedelta(days=366 * window.span.years + 31 * window.span.months + 7 * window.span.weeks + 1)
    start -= timedelta(days=window.span.days)
    while later(start, window.span) < day:
        start += DAY
    return start
