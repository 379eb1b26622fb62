"""What a reform file gives for a rule is read from the form in which answers are written."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies as st

from asylum_rules.errors import InvalidQuantityError
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Point, Question
from asylum_rules.language.terms import Given
from asylum_rules.model.plain import plain
from asylum_rules.model.raw import given_of, value_of
from asylum_rules.testing import figures
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Unstated, UpTo
from asylum_rules.units.money import Currency, Money, pounds
from asylum_rules.units.span import months, years
from asylum_rules.units.word import Word
from tests.model.handmade import SUPPORT, TESTS, WAIT

COUNT = Question(name="reviews", text="Reviews", kind=Kind.COUNT)
RATE = Question(name="rate", text="Rate", kind=Kind.MONEY)
DAY = Question(name="day", text="Day", kind=Kind.DATE)
NONE_GIVEN = Question(name="ban", text="Ban", kind=Kind.CODE, codes=("full", "none"))
READ = Point(name="clock", text="From when?", codes=("grant", "arrival"))


@pytest.mark.parametrize(
    ("question", "raw", "value"),
    [
        (WAIT, "P15Y", Exactly(years(15))),
        (WAIT, {"about": "P15Y"}, About(years(15))),
        (WAIT, {"up_to": "P15Y"}, UpTo(years(15))),
        (WAIT, {"at_least": "P15Y"}, AtLeast(years(15))),
        (WAIT, {"between": ["P30M", "P5Y"]}, Between(months(30), years(5))),
        (WAIT, "unstated", Unstated()),
        (WAIT, "none", Word.NONE),
        (WAIT, "indefinite", Word.INDEFINITE),
        (COUNT, 7, Exactly(7)),
        (COUNT, {"up_to": 7}, UpTo(7)),
        (RATE, "49.18 GBP", Exactly(pounds("49.18"))),
        (RATE, {"about": "10000.00 DKK"}, About(Money(1_000_000, Currency.DKK))),
        (DAY, date(2027, 1, 1), Exactly(date(2027, 1, 1))),
        (DAY, "2027-01-01", Exactly(date(2027, 1, 1))),
        (SUPPORT, "power", "power"),
        (SUPPORT, "unstated", Unstated()),
        (NONE_GIVEN, "none", "none"),
        (TESTS, ["no_debt", "income"], ("no_debt", "income")),
        (TESTS, "income", ("income",)),
        (TESTS, [], ()),
    ],
)
def test_a_rule_gives_what_is_written(question: Question, raw: Any, value: Given) -> None:
    assert given_of(question, raw) == value


def test_none_is_a_code_where_it_is_one_and_else_the_word() -> None:
    assert type(given_of(NONE_GIVEN, "none")) is str
    assert type(given_of(WAIT, "none")) is Word


@given(st.data(), st.sampled_from([WAIT, COUNT, RATE, DAY]))
def test_every_figure_reads_back_from_its_written_form(data: st.DataObject, question: Question) -> None:
    figure = data.draw(figures(question.kind))

    assert given_of(question, plain(figure)) == figure


@pytest.mark.parametrize(
    ("question", "raw", "message"),
    [
        (WAIT, "fifteen", "`fifteen` is no span; expected the form `P5Y`, `P30M`, `P4W` or `P28D`"),
        (WAIT, 15, "`15` is not a span as `P30M`"),
        (WAIT, ["P15Y"], "a list is not a span as `P30M`"),
        (WAIT, {"up_to": {"up_to": "P15Y"}}, "a table is not a span as `P30M`"),
        (WAIT, {"between": ["P5Y"]}, "`between` takes a list of two, the least and the most"),
        (WAIT, {"between": "P5Y"}, "`between` takes a list of two, the least and the most"),
        (WAIT, {"between": ["P5Y", "P3Y"]}, "between P5Y and P3Y there is nothing"),
        (WAIT, {"upto": "P5Y"}, "a table to give has one key, which is one of `about`, `up_to`, `at_least`, `between`"),
        (
            WAIT,
            {"up_to": "P5Y", "at_least": "P3Y"},
            "a table to give has one key, which is one of `about`, `up_to`, `at_least`, `between`",
        ),
        (WAIT, {}, "a table to give has one key, which is one of `about`, `up_to`, `at_least`, `between`"),
        (COUNT, -1, "`-1` is not a whole number from 0 to 1,000,000"),
        (COUNT, True, "`True` is not a whole number from 0 to 1,000,000"),
        (RATE, 49.18, "`49.18` is not an amount with its currency as `1200.00 GBP`"),
        (RATE, "49.18", "`49.18` is no amount; expected the form `1200.00 GBP` (GBP, DKK, EUR)"),
        (DAY, "soon", "`soon` is not a date as `2026-03-02`"),
        (SUPPORT, "powr", "`powr` is not a code of this question: did you mean `power`?"),
        (
            SUPPORT,
            "indefinite",
            "`indefinite` is not a code of this question: expected one of `duty`, `power`, `nothing`",
        ),
        (SUPPORT, ["power"], "a list is not a code of this question"),
        (TESTS, "unstated", "`unstated` is not a code of this question: expected one of `income`, `no_debt`"),
        (TESTS, ["incom"], "`incom` is not a code of this question: did you mean `income`?"),
        (TESTS, [1], "`1` is not a code of this question"),
    ],
)
def test_what_a_rule_cannot_give_is_refused_with_what_was_expected(question: Question, raw: Any, message: str) -> None:
    with pytest.raises(InvalidQuantityError) as refused:
        given_of(question, raw)

    assert str(refused.value) == message


def test_a_reading_is_called_a_code_of_its_point() -> None:
    with pytest.raises(InvalidQuantityError) as refused:
        value_of(READ, "grnt")

    assert str(refused.value) == "`grnt` is not a code of this point: did you mean `grant`?"
