"""The written form of values and formulas."""

from datetime import date

import pytest

from asylum_rules.language.kinds import Kind, Value, plain_value
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import (
    AnswerOf,
    Constant,
    DatesBefore,
    Difference,
    LargestOf,
    Moved,
    StepsWithin,
    Sum,
    Term,
    Times,
    TotalOf,
    ValueOf,
)
from asylum_rules.model.answer import Formula, Result
from asylum_rules.model.person import Route, arrived_on, decided_on, household_size
from asylum_rules.model.plain import Plain, formula, plain
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Unstated, UpTo
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import pounds
from asylum_rules.units.span import months, years
from asylum_rules.units.word import Word

WAIT = Question(name="wait", text="Wait", kind=Kind.SPAN)
EXTRA = Question(name="extra", text="Extra", kind=Kind.SPAN, part=True)
WEEKLY: Term = Constant(Exactly(pounds("49.18")))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, True),
        (3, 3),
        (date(2026, 3, 2), "2026-03-02"),
        (Moment.parse("2025-09-04T15:00"), "2025-09-04T15:00"),
        (pounds("49.18"), "49.18 GBP"),
        (months(30), "P30M"),
        (Route.IN_COUNTRY, "in_country"),
        (Word.NONE, "none"),
    ],
)
def test_a_value_is_written_as_in_a_case_file(value: Value, written: object) -> None:
    assert plain_value(value) == written
    assert type(plain_value(value)) is type(written)


@pytest.mark.parametrize(
    ("result", "written"),
    [
        (Exactly(years(5)), "P5Y"),
        (Exactly(7), 7),
        (Exactly(date(2031, 11, 2)), "2031-11-02"),
        (About(pounds("10")), {"about": "10.00 GBP"}),
        (UpTo(years(20)), {"up_to": "P20Y"}),
        (AtLeast(years(20)), {"at_least": "P20Y"}),
        (Between(years(20), years(40)), {"between": ["P20Y", "P40Y"]}),
        (Unstated(), "unstated"),
        (Word.INDEFINITE, "indefinite"),
        ("duty", "duty"),
        (("income", "no_debt"), ["income", "no_debt"]),
        ((), []),
        (Formula(Moved(ValueOf(decided_on), Constant(Exactly(years(5))))), {"formula": "decided_on + P5Y"}),
    ],
)
def test_a_result_keeps_its_qualifier_when_written(result: Result, written: Plain) -> None:
    assert plain(result) == written


def test_a_word_is_written_as_a_bare_string() -> None:
    assert type(plain(Word.NONE)) is str


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (Constant(Exactly(years(5))), "P5Y"),
        (Constant(UpTo(years(20))), "(up to P20Y)"),
        (Constant(AtLeast(years(20))), "(at least P20Y)"),
        (Constant(About(years(20))), "(about P20Y)"),
        (Constant(Between(years(20), years(40))), "(P20Y to P40Y)"),
        (Constant(Unstated()), "unstated"),
        (Constant(Exactly(7)), "7"),
        (Constant("income"), "income"),
        (Constant(("income", "no_debt")), "income, no_debt"),
        (Constant(()), "none"),
        (ValueOf(decided_on), "decided_on"),
        (AnswerOf(WAIT), "wait"),
        (LargestOf(EXTRA), "extra"),
        (TotalOf(EXTRA), "extra"),
        (Times(WEEKLY, household_size), "49.18 GBP * household_size"),
        (Sum((Times(WEEKLY, household_size), TotalOf(EXTRA))), "49.18 GBP * household_size + extra"),
        (Difference(AnswerOf(WAIT), LargestOf(EXTRA)), "wait - extra"),
        (Moved(ValueOf(decided_on), AnswerOf(WAIT)), "decided_on + wait"),
        (StepsWithin(Constant(Exactly(months(30))), AnswerOf(WAIT)), "steps of P30M within wait"),
        (
            DatesBefore(Constant(Exactly(months(30))), ValueOf(decided_on), Moved(ValueOf(arrived_on), AnswerOf(WAIT))),
            "steps of P30M from decided_on before arrived_on + wait",
        ),
    ],
)
def test_a_formula_is_written_in_one_line(term: Term, written: str) -> None:
    assert formula(term) == written


YEAR: Term = Constant(Exactly(years(1)))
MONTH: Term = Constant(Exactly(months(1)))
STEPS: Term = StepsWithin(MONTH, YEAR)


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (Times(Sum((YEAR, MONTH)), household_size), "(P1Y + P1M) * household_size"),
        (Difference(Difference(YEAR, MONTH), MONTH), "P1Y - P1M - P1M"),
        (Difference(YEAR, Difference(YEAR, MONTH)), "P1Y - (P1Y - P1M)"),
        (Difference(Sum((YEAR, MONTH)), Sum((MONTH, MONTH))), "P1Y + P1M - (P1M + P1M)"),
        (Times(Difference(YEAR, MONTH), household_size), "(P1Y - P1M) * household_size"),
        (Sum((YEAR, Times(MONTH, household_size))), "P1Y + P1M * household_size"),
        (Moved(Moved(ValueOf(decided_on), YEAR), MONTH), "(decided_on + P1Y) + P1M"),
        (Moved(ValueOf(decided_on), Sum((YEAR, MONTH))), "decided_on + (P1Y + P1M)"),
        (Times(STEPS, household_size), "(steps of P1M within P1Y) * household_size"),
        (StepsWithin(MONTH, Times(YEAR, household_size)), "steps of P1M within P1Y * household_size"),
        (StepsWithin(MONTH, Sum((YEAR, MONTH))), "steps of P1M within P1Y + P1M"),
        (Sum((STEPS, Constant(Exactly(2)))), "(steps of P1M within P1Y) + 2"),
    ],
)
def test_a_formula_keeps_its_brackets(term: Term, written: str) -> None:
    assert formula(term) == written
