"""Totals of one question put together: from what to what, who fares how, and what that depends on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Said
from asylum_rules.model.direction import Direction
from asylum_rules.population.totals import By, Total
from asylum_rules.prose.value import said

Matrix: TypeAlias = tuple[Sequence[str], Sequence[str], Mapping[tuple[str, str], int]]
"""The old answers, the new ones, and the rows that go from one to the other."""


def matrix(totals: Iterable[Total]) -> Matrix:
    """Return how many rows go from which answer to which, by the headline readings."""
    cells: Counter[tuple[str, str]] = Counter()
    for each in totals:
        how = each.how
        cells[told(how.question, how.headline_old), told(how.question, how.headline_new)] += each.rows
    old, new = (list(dict.fromkeys(pair[place] for pair in cells)) for place in (0, 1))
    return old, new, cells


def faring(totals: Iterable[Total]) -> Mapping[By, Counter[Direction]]:
    """Return how many rows of each group fare better or worse, by the headline readings."""
    groups: dict[By, Counter[Direction]] = {}
    for each in totals:
        groups.setdefault(each.by, Counter())[each.how.headline_direction] += each.rows
    return dict(sorted(groups.items()))


def dependence(totals: Iterable[Total]) -> tuple[Counter[str], Counter[str]]:
    """Return how many rows depend on each fact that is not known, and on each point that is not decided."""
    facts: Counter[str] = Counter()
    points: Counter[str] = Counter()
    for each in totals:
        facts.update(dict.fromkeys(each.how.facts, each.rows))
        points.update(dict.fromkeys(each.how.points, each.rows))
    return facts, points


def told(question: Question, answer: Said | None) -> str:
    """Return an answer in words; of what depends, that it does."""
    return "depends" if answer is None else said(*answer, None, question)
