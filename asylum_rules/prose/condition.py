"""Conditions and cells as clauses, with brackets where they are needed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias, assert_never

from asylum_rules.language.cells import Cell
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order
from asylum_rules.language.subjects import Point, Question, Subject
from asylum_rules.prose.value import listed, of_value
from asylum_rules.prose.words import words_of
from asylum_rules.units.word import Word

Called: TypeAlias = Mapping[Condition, str]
"""Conditions that have been spelt out before, and what they are called since."""

_DATES: Final = {
    Order.LESS: "before",
    Order.AT_MOST: "on or before",
    Order.AT_LEAST: "on or after",
    Order.MORE: "after",
}
_MOMENTS: Final = {**_DATES, Order.AT_MOST: "at or before", Order.AT_LEAST: "at or after"}
_AMOUNTS: Final = {
    Order.LESS: "less than",
    Order.AT_MOST: "at most",
    Order.AT_LEAST: "at least",
    Order.MORE: "more than",
}
_TIMES: Final = {Kind.DATE: _DATES, Kind.MOMENT: _MOMENTS}
_ANY: Final = {
    Kind.DATE: "on any day",
    Kind.MOMENT: "at any time",
    Kind.COUNT: "any number",
    Kind.MONEY: "any amount",
}
_OPPOSITE: Final = {
    Order.LESS: Order.AT_LEAST,
    Order.AT_MOST: Order.MORE,
    Order.AT_LEAST: Order.LESS,
    Order.MORE: Order.AT_MOST,
}
_NOTHING_CALLED: Final[Called] = {}


def of_condition(condition: Condition, called: Called = _NOTHING_CALLED) -> str:
    """Return a condition as a clause; what is called something already is not spelt out again.

    >>> from datetime import date
    >>> from asylum_rules.language.build import all_of, holds, not_, on_or_after
    >>> from asylum_rules.model.person import claimed_on, is_destitute
    >>> of_condition(all_of(on_or_after(claimed_on, date(2026, 3, 2)), not_(holds(is_destitute))))
    'the claim was lodged on or after 2 March 2026; and the person is not destitute'
    """
    whole = _unwrapped(condition, called)
    if whole in called:
        return called[whole]
    match whole:
        case Compare(subject, order, value):
            return f"{words_of(subject).so} {_compared(subject, order, value)}"
        case OneOf(subject, values):
            return _one_of(subject, values)
        case AllOf():
            return _joined(whole, "; and ", called) or "always"
        case AnyOf():
            return _joined(whole, "; or ", called) or "never"
        case Not(part):
            return _denied(_unwrapped(part, called), called)
        case _ as never:
            assert_never(never)


def of_parts(condition: Condition) -> list[str]:
    """Return the clauses of a condition that must all hold, each fit to stand alone.

    >>> from asylum_rules.language.build import all_of, any_of, at_least, holds, not_
    >>> from asylum_rules.model.person import age, is_destitute, is_pregnant
    >>> of_parts(all_of(any_of(holds(is_destitute), holds(is_pregnant)), at_least(age, 18)))
    ['the person is destitute; or someone on the claim is pregnant', "the person's age is at least 18"]
    """
    whole = _unwrapped(condition, _NOTHING_CALLED)
    if not isinstance(whole, AllOf) or not whole.parts:
        return [of_condition(whole)]
    return [text for text, _ in _clauses(whole, _NOTHING_CALLED)]


def _unwrapped(condition: Condition, called: Called) -> Condition:
    """Return the one part of a condition that joins nothing."""
    while isinstance(condition, AllOf | AnyOf) and len(condition.parts) == 1 and condition not in called:
        condition = condition.parts[0]
    return condition


def _joined(condition: AllOf | AnyOf, word: str, called: Called) -> str:
    return word.join(f"({text})" if joins else text for text, joins in _clauses(condition, called))


def _clauses(condition: AllOf | AnyOf, called: Called) -> list[tuple[str, bool]]:
    """Return each part of a condition as a clause, and whether it joins clauses of its own.

    The first and the last value of one subject are one clause.
    """
    parts = tuple(dict.fromkeys(_parts(condition, called)))
    windows = dict(_windows(parts)) if isinstance(condition, AllOf) else {}
    return [
        (_between(part.subject, part.value, windows[part].value), False)
        if isinstance(part, Compare) and part in windows
        else (of_condition(part, called), _joins(part, called))
        for part in parts
        if part not in windows.values()
    ]


def _joins(condition: Condition, called: Called) -> bool:
    return isinstance(condition, AllOf | AnyOf) and condition not in called and len(_clauses(condition, called)) != 1


def _windows(parts: tuple[Condition, ...]) -> Iterator[tuple[Compare, Compare]]:
    """Yield the tests that give the first value of a subject, each with the one that gives its last."""
    tests = [part for part in parts if isinstance(part, Compare)]
    first = {test.subject.name: test for test in tests if test.order is Order.AT_LEAST}
    for test in tests:
        if test.order is Order.AT_MOST and test.subject.name in first:
            yield first[test.subject.name], test


def _between(subject: Subject, least: Value, most: Value) -> str:
    return f"{words_of(subject).so} from {of_value(least, subject)} to {of_value(most, subject)}"


def _parts(condition: AllOf | AnyOf, called: Called) -> Iterator[Condition]:
    """Yield the parts of a condition, and those of the parts that are joined as it is."""
    for each in condition.parts:
        part = _unwrapped(each, called)
        if isinstance(part, type(condition)) and part not in called:
            yield from _parts(part, called)
        else:
            yield part


def _denied(condition: Condition, called: Called) -> str:
    """Return that a condition does not hold. Of a fact that may be absent, absence is meant too."""
    match condition:
        case _ if condition in called:
            return f"not {called[condition]}"
        case Compare(subject, order, value) if subject.none:
            return f"{words_of(subject).not_so} {_compared(subject, order, value)}"
        case Compare(subject, order, value):
            return of_condition(Compare(subject, _OPPOSITE[order], value))
        case OneOf(subject, (Word.NONE,)) if subject.kind in _TIMES:
            return words_of(subject).so
        case OneOf(subject, (bool(held),)) if not subject.none:
            return of_condition(OneOf(subject, (not held,)))
        case OneOf(subject, values) if subject.kind is Kind.CODE:
            return f"{words_of(subject).not_so} {_alternatives(subject, values)}"
        case _:
            return f"not ({of_condition(condition, called)})"


def _compared(subject: Subject, order: Order, value: Value) -> str:
    words = _TIMES.get(subject.kind, _AMOUNTS)
    return f"{words[order]} {of_value(value, subject)}"


def _one_of(subject: Subject, values: tuple[Value, ...]) -> str:
    if subject.kind is Kind.YES_NO or subject.kind in _TIMES:
        return " or ".join(_is(subject, value) for value in values)
    return f"{words_of(subject).so} {_alternatives(subject, values)}"


def _is(subject: Subject, value: Value) -> str:
    words = words_of(subject)
    match value:
        case bool():
            return words.so if value else words.not_so
        case Word.NONE:
            return words.not_so if subject.kind in _TIMES else f"it does not arise {words.noun}"
        case _:
            on = "on " if subject.kind is Kind.DATE else "at "
            return f"{words.so} {on}{of_value(value, subject)}"


def _alternatives(subject: Subject, values: tuple[Value, ...]) -> str:
    texts = [of_value(value, subject) for value in values]
    return listed([f"“{text}”" for text in texts] if isinstance(subject, Point | Question) else texts, "or")


def of_cell(cell: Cell) -> str:
    """Return what a cell says of its fact or point.

    >>> from datetime import date
    >>> from asylum_rules.model.person import claimed_on
    >>> of_cell(Cell(claimed_on, most=date(2026, 3, 1)))
    'the claim was lodged on or before 1 March 2026'
    """
    subject, least, most = cell.subject, cell.least, cell.most
    if cell.codes:
        return _one_of(subject, cell.codes)
    if least is not None and least == most:
        return _one_of(subject, (least,))
    if least is not None and most is not None:
        return _between(subject, least, most)
    if most is not None:
        return of_condition(Compare(subject, Order.AT_MOST, most))
    if least is not None:
        return of_condition(Compare(subject, Order.AT_LEAST, least))
    return f"{words_of(subject).so} {_ANY[subject.kind]}"


def of_paths(paths: Iterable[tuple[Cell, ...]]) -> str:
    """Return when any of some paths is taken."""
    clauses = ["; and ".join(of_cell(cell) for cell in path) or "always" for path in paths]
    return clauses[0] if len(clauses) == 1 else "; or ".join(f"({clause})" for clause in clauses)
