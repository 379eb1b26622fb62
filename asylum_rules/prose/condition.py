"""Conditions and cells as clauses, with brackets where they are needed."""

from collections.abc import Iterable
from datetime import date
from typing import Final, assert_never

from asylum_rules.language.cells import Cell
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order
from asylum_rules.language.subjects import FirstKnown, Point, Question, Subject, Within
from asylum_rules.prose.value import named, of_value

_DATES: Final = {
    Order.LESS: "before",
    Order.AT_MOST: "on or before",
    Order.AT_LEAST: "on or after",
    Order.MORE: "after",
}
_AMOUNTS: Final = {
    Order.LESS: "less than",
    Order.AT_MOST: "at most",
    Order.AT_LEAST: "at least",
    Order.MORE: "more than",
}


def of_condition(condition: Condition) -> str:
    """Return a condition as a clause.

    >>> from asylum_rules.language.build import all_of, holds, not_, on_or_after
    >>> from asylum_rules.model.person import claimed_on, is_destitute
    >>> of_condition(all_of(on_or_after(claimed_on, date(2026, 3, 2)), not_(holds(is_destitute))))
    'claimed on: on or after 2 March 2026; and not (is destitute: yes)'
    """
    match condition:
        case Compare(subject, order, value):
            words = _DATES if isinstance(value, date) else _AMOUNTS
            return f"{_label(subject)}: {words[order]} {of_value(value, subject)}"
        case OneOf(subject, values):
            return f"{_label(subject)}: {' or '.join(of_value(value, subject) for value in values)}"
        case AllOf(parts):
            return "; and ".join(_inside(part) for part in parts) or "always"
        case AnyOf(parts):
            return "; or ".join(_inside(part) for part in parts) or "never"
        case Not(part):
            return f"not ({of_condition(part)})"
        case _ as never:
            assert_never(never)


def _inside(condition: Condition) -> str:
    text = of_condition(condition)
    return f"({text})" if isinstance(condition, AllOf | AnyOf) and len(condition.parts) != 1 else text


def _label(subject: Subject) -> str:
    match subject:
        case Question():
            return subject.text
        case Point():
            return f"{subject.name} read as"
        case Within():
            return subject.text
        case FirstKnown():
            return f"{named(subject)} ({', else '.join(named(fact) for fact in subject.of)})"
        case _:
            return named(subject)


def of_cell(cell: Cell) -> str:
    """Return what a cell says of its fact or point.

    >>> from asylum_rules.model.person import claimed_on
    >>> of_cell(Cell(claimed_on, most=date(2026, 3, 1)))
    'claimed on: up to 1 March 2026'
    """
    label = _label(cell.subject)
    if cell.codes:
        return f"{label}: {' or '.join(of_value(code, cell.subject) for code in cell.codes)}"
    low = None if cell.least is None else of_value(cell.least, cell.subject)
    high = None if cell.most is None else of_value(cell.most, cell.subject)
    if low is not None and low == high:
        return f"{label}: {low}"
    if low is not None and high is not None:
        return f"{label}: from {low} to {high}"
    if high is not None:
        return f"{label}: up to {high}"
    return f"{label}: any" if low is None else f"{label}: from {low}"


def of_paths(paths: Iterable[tuple[Cell, ...]]) -> str:
    """Return when any of some paths is taken."""
    clauses = ["; and ".join(of_cell(cell) for cell in path) or "always" for path in paths]
    return clauses[0] if len(clauses) == 1 else "; or ".join(f"({clause})" for clause in clauses)
