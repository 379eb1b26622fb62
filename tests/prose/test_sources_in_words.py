"""Citations and standings in words."""

from datetime import date

import pytest

from asylum_rules.prose.source import of_citation, of_stage, of_standing
from asylum_rules.sources.citation import Citation, Confidence, Document
from asylum_rules.sources.standing import Stage, Standing

PAPER = Document(id="paper", title="A paper", publisher="A ministry", published="November 2025", url=None)


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (Citation(PAPER, None, Confidence.HIGH), "A ministry, A paper"),
        (Citation(PAPER, "paragraph 1", Confidence.HIGH), "A ministry, A paper, paragraph 1"),
        (Citation(PAPER, None, Confidence.MEDIUM), "A ministry, A paper (medium confidence)"),
        (Citation(PAPER, "page 2", Confidence.LOW), "A ministry, A paper, page 2 (low confidence)"),
    ],
)
def test_a_citation_says_where_and_how_sure(citation: Citation, words: str) -> None:
    assert of_citation(citation) == words


def test_a_stage_in_words() -> None:
    assert of_stage(Stage.IN_FORCE) == "in force"


def test_a_standing_says_every_stage_with_its_day() -> None:
    standing = Standing(((date(2025, 11, 17), Stage.ANNOUNCED), (date(2026, 3, 2), Stage.IN_FORCE)), date(2026, 10, 6))

    assert of_standing(standing) == "announced on 17 November 2025, in force from 2 March 2026"


def test_a_first_day_that_is_not_given_is_said_so() -> None:
    standing = Standing(((date.min, Stage.IN_FORCE), (date(2026, 3, 2), Stage.ENDED)), date(2026, 10, 6))

    assert of_standing(standing) == "in force (first day not given here), no longer in force from 2 March 2026"


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (Stage.DISPUTED, "disputed from 1 July 2026"),
        (Stage.CONSULTED, "put to consultation on 1 July 2026"),
        (Stage.BILL, "in a bill of 1 July 2026"),
        (Stage.LEGISLATED, "legislated on 1 July 2026"),
        (Stage.REVOKED, "revoked from 1 July 2026"),
        (Stage.PAUSED, "paused from 1 July 2026"),
    ],
)
def test_a_dated_stage_in_words(stage: Stage, words: str) -> None:
    assert of_standing(Standing(((date(2026, 7, 1), stage),), date(2026, 10, 6))) == words
