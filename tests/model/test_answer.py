"""What an answer says about itself."""

from typing import Any

import pytest
from attrs import evolve

from asylum_rules.language.terms import ValueOf
from asylum_rules.model.answer import Answer, Formula, Possibility, Result, Status
from asylum_rules.model.person import decided_on
from asylum_rules.units.figure import AtLeast, Between, Exactly, Figure, Unstated, UpTo
from asylum_rules.units.span import days, years
from asylum_rules.units.word import Word
from tests.model.handmade import CITED, CITED_AGAIN, WAIT, rule


def possible(value: Result | None, *, headline: bool = False) -> Possibility:
    status = Status.NOT_COVERED if value is None else Status.DETERMINED
    return Possibility(
        status=status, value=value, qualifier=None, headline=headline, when=tuple, example=lambda: ({}, {})
    )


def answer(**more: Any) -> Answer:
    said: dict[str, Any] = {
        "question": WAIT,
        "status": Status.DEPENDS,
        "value": None,
        "qualifier": None,
        "standing": None,
        "possible": (),
        "facts": (),
        "points": (),
        "undecided": (),
        "assumed": (),
        "rules": (),
        **more,
    }
    return Answer(**said)


def test_each_source_is_cited_once() -> None:
    one, two = rule("one", WAIT, years(5), cites=(CITED, CITED_AGAIN)), rule("two", WAIT, years(5))

    assert answer(rules=(one, two)).citations == (CITED, CITED_AGAIN)


def test_a_place_that_hedges_only_one_of_two_figures_is_cited_once() -> None:
    one = rule("one", WAIT, years(5), cites=(CITED, CITED_AGAIN))
    two = rule("two", WAIT, years(5), cites=(evolve(CITED, hedge="up to"),))

    assert [each.at for each in answer(rules=(one, two)).citations] == ["paragraph 1", "paragraph 2"]


@pytest.mark.parametrize(
    ("values", "figure"),
    [
        ((), None),
        ((Exactly(years(5)),), Exactly(years(5))),
        ((Exactly(years(5)), Exactly(years(20))), Between(years(5), years(20))),
        ((Exactly(years(5)), UpTo(years(20)), Exactly(years(30))), UpTo(years(30))),
        ((Exactly(years(5)), AtLeast(years(20))), AtLeast(years(5))),
        ((Exactly(years(5)), Exactly(days(28))), None),
        ((Exactly(years(5)), Unstated()), None),
        ((Exactly(years(5)), Word.INDEFINITE), None),
        ((Exactly(years(5)), None), None),
        ((Exactly(years(5)), Formula(ValueOf(decided_on))), None),
    ],
)
def test_the_range_holds_everything_possible(values: tuple[Result | None, ...], figure: Figure | None) -> None:
    assert answer(possible=tuple(possible(value) for value in values)).range == figure


def test_the_headline_is_what_is_possible_under_the_headline_readings() -> None:
    five, twenty = possible(Exactly(years(5))), possible(Exactly(years(20)), headline=True)

    assert answer(possible=(twenty, five)).headline == (twenty,)
