"""Which of two answers is better for the person is told as it is of one case."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies as st

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Favours, Question
from asylum_rules.model.answer import Status
from asylum_rules.model.direction import Direction, change
from asylum_rules.smt.favour import better, same
from asylum_rules.smt.figure import figure
from asylum_rules.smt.logic import TRUE, Truth
from asylum_rules.smt.term import Codes, Silence, Value
from asylum_rules.testing import figures
from asylum_rules.units import figure as units
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Unstated, UpTo
from asylum_rules.units.money import Currency, Money, pounds
from asylum_rules.units.span import days, months, years
from asylum_rules.units.word import Word


def asked(favours: Any, *, none_is_best: bool | None = None, kind: Kind = Kind.SPAN) -> Question:
    return Question(name="asked", text="Asked", kind=kind, favours=favours, none_is_best=none_is_best)


MORE, LESS, NEITHER = asked(Favours.MORE, none_is_best=False), asked(Favours.LESS), asked(None)
BEST = asked(Favours.LESS, none_is_best=True)
CODES = Question(name="c", text="C", kind=Kind.CODE, codes=("duty", "power", "none"), favours=("duty", "power"))


def value(of: Any) -> Value:
    return figure(of) if isinstance(of, units.Figure) else of


@pytest.mark.parametrize(
    ("question", "worse", "best"),
    [
        (MORE, Exactly(years(5)), Exactly(months(61))),
        (LESS, Exactly(years(5)), Exactly(months(59))),
        (LESS, AtLeast(years(20)), UpTo(years(19))),
        (MORE, Between(years(1), years(2)), Between(years(3), years(4))),
        (MORE, Exactly(date(2026, 2, 28)), Exactly(date(2026, 3, 1))),
        (LESS, Exactly(pounds("2")), Exactly(pounds("1.99"))),
        (MORE, Word.NONE, Exactly(years(5))),
        (BEST, Exactly(years(5)), Word.NONE),
        (MORE, Exactly(years(5)), Word.INDEFINITE),
        (LESS, Word.INDEFINITE, Exactly(years(5))),
        (MORE, Word.NONE, Word.INDEFINITE),
        (CODES, "power", "duty"),
    ],
)
def test_one_answer_is_better_than_another(question: Question, worse: Any, best: Any) -> None:
    assert better(value(worse), value(best), question) == TRUE
    assert better(value(best), value(worse), question) == ~TRUE


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (MORE, Exactly(years(5)), Exactly(months(60))),
        (MORE, UpTo(years(5)), Exactly(years(5))),
        (MORE, About(years(5)), Exactly(years(9))),
        (MORE, Exactly(days(5)), Exactly(months(1))),
        (MORE, AtLeast(years(5)), AtLeast(years(9))),
        (MORE, Unstated(), Exactly(years(5))),
        (MORE, Unstated(), Word.NONE),
        (MORE, Silence.NOT_COVERED, Exactly(years(5))),
        (LESS, Word.NONE, Exactly(years(5))),
        (NEITHER, Exactly(years(5)), Exactly(years(9))),
        (MORE, Exactly(pounds("1")), Exactly(Money(900, Currency.DKK))),
        (CODES, "duty", "none"),
        (CODES, "duty", "duty"),
        (CODES, "duty", Silence.NOT_COVERED),
    ],
)
def test_answers_without_an_order_are_not_better(question: Question, one: Any, other: Any) -> None:
    assert better(value(one), value(other), question) == ~TRUE
    assert better(value(other), value(one), question) == ~TRUE


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        (Exactly(years(5)), Exactly(months(60)), True),
        (Exactly(years(5)), UpTo(years(5)), False),
        (UpTo(date(2026, 1, 1)), UpTo(date(2026, 1, 1)), True),
        (UpTo(date(2026, 1, 1)), UpTo(date(2026, 1, 2)), False),
        (AtLeast(years(5)), AtLeast(years(5)), True),
        (Unstated(), Unstated(), True),
        (Unstated(), Silence.NOT_COVERED, False),
        (Silence.NOT_COVERED, Silence.NOT_COVERED, True),
        (Word.NONE, Exactly(years(5)), False),
        ("duty", "duty", True),
        ("duty", "power", False),
        (Codes((TRUE, ~TRUE)), Codes((TRUE, ~TRUE)), True),
        (Codes((TRUE, ~TRUE)), Codes((TRUE, TRUE)), False),
    ],
)
def test_answers_are_the_same_as_stated(one: Any, other: Any, are_same: Any) -> None:
    assert same(value(one), value(other)) == Truth(are_same)


@given(st.data(), st.sampled_from([MORE, LESS, BEST, NEITHER]))
def test_drawn_figures_and_words_are_told_apart_as_in_one_case(data: st.DataObject, question: Question) -> None:
    one, other = (data.draw(figures() | st.sampled_from(list(Word))) for _ in range(2))

    changed, direction = change(answered(one), answered(other), question)

    assert same(value(one), value(other)) == Truth(not changed)
    assert better(value(one), value(other), question) == Truth(direction is Direction.MORE_FAVOURABLE)
    assert better(value(other), value(one), question) == Truth(direction is Direction.LESS_FAVOURABLE)


def answered(given_: Any) -> Any:
    return (Status.UNSTATED, None) if given_ == Unstated() else (Status.DETERMINED, given_)
