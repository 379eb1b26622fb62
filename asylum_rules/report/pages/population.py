"""What comes of a population as a page: from which answer to which as a table, who fares how as bars."""

from collections.abc import Iterator, Sequence
from itertools import product

from attrs import frozen

from asylum_rules.language.subjects import Question
from asylum_rules.model.direction import Direction
from asylum_rules.model.policy import Policy
from asylum_rules.population.result import FIRMNESS, Population
from asylum_rules.population.summary import Matrix, dependence, faring, matrix, told
from asylum_rules.population.totals import By
from asylum_rules.prose.direction import DIRECTIONS
from asylum_rules.report.pages.page import page


@frozen
class Bar:
    """How many rows of a group fare in one way."""

    group: By
    direction: Direction
    rows: int
    share: float
    """Of the rows of the group, in per cent."""


@frozen(kw_only=True)
class Section:
    """What one policy changes in the answers to one question."""

    question: Question
    policy: Policy
    matrix: Matrix
    bars: tuple[Bar, ...]
    facts: Sequence[tuple[str, int]]
    points: Sequence[tuple[str, int]]
    nobody: Sequence[tuple[str, str]]


def to_html(population: Population) -> str:
    """Return what comes of a population as one page that needs nothing else."""
    sections = list(_sections(population))
    return page(
        "population.html",
        population=population,
        base=population.policies[0],
        sections=sections,
        questions=list(dict.fromkeys(each.question for each in sections)),
        directions=DIRECTIONS,
        firmness=FIRMNESS,
    )


def _sections(population: Population) -> Iterator[Section]:
    for question, policy in product(population.questions, population.policies[1:]):
        totals = [each for each in population.totals if (each.how.question, each.how.policy) == (question, policy.id)]
        nobody = [each for each in population.nobody if (each.question, each.policy) == (question, policy.id)]
        facts, points = dependence(totals)
        yield Section(
            question=question,
            policy=policy,
            matrix=matrix(totals),
            bars=tuple(
                Bar(group, direction, fared[direction], round(100 * fared[direction] / fared.total(), 1))
                for group, fared in faring(totals).items()
                for direction in Direction
                if fared[direction]
            ),
            facts=facts.most_common(),
            points=points.most_common(),
            nobody=[(told(question, each.headline_old), told(question, each.headline_new)) for each in nobody],
        )
