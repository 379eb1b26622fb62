"""Whether two answers can be set against each other in every case, and if not, why."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from asylum_rules.decide.asked import Pair
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import (
    Combined,
    Constant,
    DatesBefore,
    Difference,
    StepsWithin,
    Term,
    ValueOf,
    parts_of,
)
from asylum_rules.model.answer import Formula, Result, Status
from asylum_rules.model.direction import Direction, change
from asylum_rules.units.figure import Exactly, Figure
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

ORDERED: Final = (Direction.MORE_FAVOURABLE, Direction.LESS_FAVOURABLE, Direction.SAME)


def direction(pair: Pair, question: Question) -> Direction:
    """Return how the second of two answers is for the person, set against the first."""
    return change(*pair, question)[1]


def has_formula(pair: Pair) -> bool:
    """Return whether one of two answers varies with a fact that is not known."""
    return any(isinstance(value, Formula) for _, value in pair)


def is_weighable(pair: Pair, question: Question) -> bool:
    """Return whether the two answers, of which one varies with a fact, have an order in every case.

    Then who finds that the second is never worse has found all there is to find. Exact figures have an order where
    months never meet days, nor pounds another currency.
    """
    values = [value for _, value in pair]
    if not has_formula(pair) or not all(_is_ranked(value, question) for value in values):
        return False
    nodes = [node for value in values for node in _nodes(_term(value))]
    figures = [node.value for node in nodes if isinstance(node, Constant) and not isinstance(node.value, Word)]
    exact = [figure.value for figure in figures if isinstance(figure, Exactly)]
    meet = question.kind is Kind.SPAN or any(isinstance(node, Difference | StepsWithin | DatesBefore) for node in nodes)
    return (
        len(exact) == len(figures)
        and len(set(_currencies(nodes, exact))) <= 1
        and (not meet or len(set(chain.from_iterable(map(_units, exact)))) <= 1)
        and all(_steps_on(node) for node in nodes)
    )


def why_open(pair: Pair) -> str:
    """Return why two answers cannot be set against each other."""
    statuses, values = zip(*pair, strict=True)
    if Status.NOT_COVERED in statuses:
        return "one of the two does not cover the case"
    if Status.UNSTATED in statuses:
        return "a figure is not stated"
    nodes = [node for value in values for node in _nodes(_term(value))]
    figures = [node.value for node in nodes if isinstance(node, Constant) and isinstance(node.value, Figure)]
    return "they have no order" if all(isinstance(each, Exactly) for each in figures) else "a figure is not exact"


def _is_ranked(value: Result | None, question: Question) -> bool:
    match value:
        case Word.NONE:
            return question.none_is_best is not None
        case _:
            return isinstance(value, Formula | Exactly | Word)


def _term(value: Result | None) -> Term:
    return value.term if isinstance(value, Formula) else Constant(value)  # type: ignore[arg-type]  # a figure


def _nodes(term: Term) -> Iterator[Term]:
    yield term
    if isinstance(term, Combined):
        for part in parts_of(term):
            yield from _nodes(part)


def _units(value: object) -> Iterator[str]:
    if isinstance(value, Span):
        yield from (unit for unit, count in (("months", value.in_months), ("days", value.in_days)) if count)


def _currencies(nodes: list[Term], exact: Sequence[object]) -> Iterator[Currency]:
    """Yield the currencies that meet: of the amounts written, and of facts, which are in pounds."""
    yield from (value.currency for value in exact if isinstance(value, Money))
    if any(isinstance(node, ValueOf) and node.fact.kind is Kind.MONEY for node in nodes):
        yield Currency.GBP


def _steps_on(node: Term) -> bool:
    """Return whether steps that are counted are some way apart whatever the case."""
    match node:
        case StepsWithin(every) | DatesBefore(every):
            return isinstance(every, Constant) and every.value != Exactly(Span())
        case _:
            return True
