"""Figures firmer than their source, old verifications, and documents that nothing cites."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import AnswerOf, Constant, Given, LargestOf, Moved, Sum, Term, ValueOf
from asylum_rules.lint.finding import Fault, Finding, Level
from asylum_rules.lint.source import old_verifications, uncited_sources, unqualified_figures
from asylum_rules.model.person import decided_on
from asylum_rules.model.questions import SETTLEMENT_AFTER, SETTLEMENT_FROM
from asylum_rules.model.rule import Qualifier
from asylum_rules.sources.citation import Document
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Quantity, Unstated, UpTo
from asylum_rules.units.span import Span, days, months, years
from asylum_rules.units.word import Word
from tests.model.handmade import CITED, CITED_AGAIN, EXTRA, PAPER, SUPPORT, TESTS, WAIT, policy, rule

HEDGED = evolve(CITED, hedge="up to")
FIVE = Constant(Exactly(years(5)))
READS = (rule("extra", EXTRA, years(1)), rule("reads", SETTLEMENT_AFTER, LargestOf(EXTRA)))


def unqualified(answers: Question, gives: Given | Quantity | Term, **more: Any) -> list[str]:
    made = policy(*READS, rule("one", answers, gives, **{"cites": (HEDGED,), **more}))
    return [each.where for each in unqualified_figures(made)]


@pytest.mark.parametrize(
    ("answers", "gives"),
    [
        (WAIT, years(5)),
        (WAIT, Word.NONE),
        (WAIT, Sum((FIVE, LargestOf(EXTRA)))),
        (SUPPORT, "power"),
        (TESTS, ("income", "no_debt")),
        (SETTLEMENT_FROM, Moved(ValueOf(decided_on), FIVE)),
    ],
)
def test_what_is_given_plainly_under_a_source_that_hedges_is_found(
    answers: Question, gives: Given | Quantity | Term
) -> None:
    assert unqualified(answers, gives) == ["one"]
    assert unqualified(answers, gives, cites=(CITED,)) == []
    assert unqualified(answers, gives, qualifier=Qualifier.COULD) == []


@pytest.mark.parametrize(
    "gives",
    [
        UpTo(years(20)),
        About(years(20)),
        AtLeast(years(20)),
        Between(years(5), years(20)),
        Unstated(),
        LargestOf(EXTRA),
        Sum((FIVE, Constant(UpTo(years(20))))),
    ],
)
def test_a_figure_that_hedges_or_is_not_the_rules_own_is_not_found(gives: Given | Term) -> None:
    assert unqualified(WAIT, gives) == []


def test_an_answer_moved_on_is_not_the_rules_own_figure() -> None:
    assert unqualified(SETTLEMENT_FROM, Moved(ValueOf(decided_on), AnswerOf(SETTLEMENT_AFTER))) == []


def test_each_source_that_hedges_is_named_with_its_word() -> None:
    made = policy(rule("one", WAIT, years(5), cites=(CITED_AGAIN, HEDGED)))

    assert list(unqualified_figures(made)) == [
        Finding(
            fault=Fault.UNQUALIFIED_FIGURE,
            level=Level.WARNING,
            text='it speaks plainly, but its source says "up to": A ministry, A paper, paragraph 1',
            policies=("made/by-hand",),
            rules=("one",),
            question="wait",
            source="paper",
        )
    ]


def old(verified: date, older_than: Span, on: date) -> list[str]:
    standing = Standing(((date(2020, 1, 1), Stage.IN_FORCE),), verified)
    return [
        each.text for each in old_verifications(policy(rule("one", WAIT, years(5), standing=standing)), older_than, on)
    ]


@pytest.mark.parametrize(
    ("verified", "found"),
    [(date(2026, 5, 22), True), (date(2026, 5, 23), False), (date(2026, 5, 24), False), (date(2027, 1, 1), False)],
)
def test_six_months_are_over_on_the_day_after_the_same_day(verified: date, found: bool) -> None:  # noqa: FBT001
    assert bool(old(verified, months(6), date(2026, 11, 23))) is found


def test_an_old_verification_says_of_when_it_is() -> None:
    assert old(date(2026, 10, 6), days(28), date(2026, 11, 4)) == [
        "last verified on 6 October 2026, more than 28 days before 4 November 2026"
    ]
    assert old(date(2026, 10, 6), days(28), date(2026, 11, 3)) == []


@pytest.mark.parametrize("span", [years(1000), months(1), days(31)])
def test_what_would_be_old_only_past_the_end_of_the_calendar_is_not_old(span: Span) -> None:
    assert old(date(9999, 12, 1), span, date(9999, 12, 31)) == []


def test_a_document_that_nothing_cites_is_found() -> None:
    other = Document(id="other", title="Another paper", publisher="A ministry", published=None, url=None)

    assert list(uncited_sources((PAPER, other), (CITED, CITED_AGAIN))) == [
        Finding(
            fault=Fault.UNCITED_SOURCE,
            level=Level.WARNING,
            text="no rule cites A ministry, Another paper",
            source="other",
        )
    ]
    assert list(uncited_sources((PAPER,), (CITED,))) == []
