"""Values as a reader expects them."""

from datetime import date
from typing import Any

import pytest

from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact, Question
from asylum_rules.language.terms import (
    AnswerOf,
    Constant,
    DatesBefore,
    LargestOf,
    Moved,
    StepsWithin,
    Sum,
    Term,
    Times,
    TotalOf,
    ValueOf,
)
from asylum_rules.model.answer import Answer, Formula, Possibility, Result, Status
from asylum_rules.model.person import (
    arrived_on,
    decided_on,
    english,
    family_applied_at,
    household_size,
    is_destitute,
    route,
    yearly_income,
)
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.model.rule import Qualifier
from asylum_rules.prose.value import named, of_answer, of_quantity, of_result, of_term, of_value, said
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Quantity, Unstated, UpTo
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money, pounds
from asylum_rules.units.span import Span, months, years
from asylum_rules.units.word import Word

WAIT = Question(name="wait", text="Wait for settlement", kind=Kind.SPAN, none_is_best=False)
REVIEW = Question(name="review", text="Review", kind=Kind.SPAN, none_is_best=True)
FROM = Question(name="from", text="Earliest date", kind=Kind.DATE)
WEEKLY = Question(name="weekly", text="Weekly payment", kind=Kind.MONEY)
EXTRA = Question(name="extra", text="Weekly additions", kind=Kind.MONEY, part=True)
SUPPORT = Question(name="support", text="Support", kind=Kind.CODE, codes=("duty", "power", "not_destitute", "no_claim"))
TESTS = Question(name="tests", text="Tests", kind=Kind.CODES, codes=("income", "no_debt"))
FIVE: Term = Constant(Exactly(years(5)))
THIRTY_MONTHS: Term = Constant(Exactly(months(30)))
RATE: Term = Constant(Exactly(pounds("49.18")))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (years(5), "5 years"),
        (years(1), "1 year"),
        (months(1), "1 month"),
        (months(30), "30 months"),
        (Span(weeks=1), "1 week"),
        (Span(days=28), "28 days"),
        (Span(1, 2, 3, 1), "1 year and 2 months and 3 weeks and 1 day"),
        (Span(), "at once"),
        (pounds("49.18"), "£49.18"),
        (pounds("1234567.05"), "£1,234,567.05"),
        (Money(1000, Currency.DKK), "DKK 10.00"),
        (Money(5, Currency.EUR), "€0.05"),
        (date(2031, 11, 2), "2 November 2031"),
        (7, "7"),
        (12345, "12,345"),
    ],
)
def test_a_quantity_in_words(value: Quantity, words: str) -> None:
    assert of_quantity(value) == words


@pytest.mark.parametrize(
    ("value", "fact", "words"),
    [
        (True, is_destitute, "yes"),
        (False, is_destitute, "no"),
        ("in_country", route, "in country"),
        ("b2", english, "b2"),
        (Word.NONE, decided_on, "none"),
        (date(2026, 3, 2), decided_on, "2 March 2026"),
        (3, household_size, "3"),
        (pounds("12570"), yearly_income, "£12,570.00"),
        (Moment.parse("2025-09-04T15:00"), family_applied_at, "15:00 on 4 September 2025"),
    ],
)
def test_the_value_of_a_fact_in_words(value: Value, fact: Fact, words: str) -> None:
    assert of_value(value, fact) == words


def test_the_reading_of_a_point_in_words() -> None:
    assert of_value("up_to_twenty", SETTLEMENT_CORE_PERIOD) == "up to twenty"


def test_the_name_of_a_fact_in_words() -> None:
    assert named(household_size) == "household size"


@pytest.mark.parametrize(
    ("result", "question", "words"),
    [
        (Exactly(years(5)), WAIT, "5 years"),
        (About(years(5)), WAIT, "about 5 years"),
        (UpTo(years(20)), WAIT, "up to 20 years"),
        (UpTo(date(2046, 11, 2)), FROM, "2 November 2046 at the latest"),
        (AtLeast(years(20)), WAIT, "at least 20 years"),
        (Between(years(20), years(40)), WAIT, "between 20 years and 40 years"),
        (Unstated(), WAIT, "not stated"),
        (Word.INDEFINITE, WAIT, "indefinite"),
        ("duty", SUPPORT, "must be given (duty)"),
        ("power", SUPPORT, "may be given (discretion)"),
        ("no_claim", SUPPORT, "no claim"),
        (("income", "no_debt"), TESTS, "income, no debt"),
        ((), TESTS, "none"),
        (Formula(Moved(ValueOf(decided_on), FIVE)), FROM, "5 years after decided on"),
    ],
)
def test_a_result_keeps_its_qualifier_in_words(result: Result, question: Question, words: str) -> None:
    assert of_result(result, question) == words


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (FIVE, "5 years"),
        (Constant(UpTo(years(20))), "up to 20 years"),
        (ValueOf(decided_on), "decided on"),
        (AnswerOf(WAIT), "the answer to: Wait for settlement"),
        (LargestOf(EXTRA), "the largest of: Weekly additions"),
        (TotalOf(EXTRA), "the sum of: Weekly additions"),
        (Times(RATE, household_size), "£49.18 times household size"),
        (
            Sum((Times(RATE, household_size), TotalOf(EXTRA))),
            "£49.18 times household size and the sum of: Weekly additions",
        ),
        (Moved(ValueOf(arrived_on), FIVE), "5 years after arrived on"),
        (Moved(ValueOf(arrived_on), Constant(Exactly(Span()))), "arrived on"),
        (StepsWithin(THIRTY_MONTHS, FIVE), "one for every full 30 months within 5 years"),
        (
            DatesBefore(THIRTY_MONTHS, ValueOf(decided_on), Moved(ValueOf(arrived_on), FIVE)),
            "one for every full 30 months from decided on that ends before 5 years after arrived on",
        ),
    ],
)
def test_a_term_in_words_names_what_it_waits_for(term: Term, words: str) -> None:
    assert of_term(term, WEEKLY) == words


@pytest.mark.parametrize(
    ("status", "value", "qualifier", "question", "words"),
    [
        (Status.DETERMINED, Exactly(years(5)), None, WAIT, "5 years"),
        (Status.DETERMINED, Exactly(years(5)), Qualifier.USUALLY, WAIT, "5 years (usually)"),
        (Status.DETERMINED, Word.NONE, None, WAIT, "never"),
        (Status.DETERMINED, Word.NONE, Qualifier.NORMALLY, REVIEW, "none scheduled (normally)"),
        (Status.DETERMINED, Word.NONE, None, FROM, "none"),
        (Status.UNSTATED, None, None, WAIT, "not stated"),
        (Status.UNSTATED, None, Qualifier.USUALLY, WAIT, "not stated"),
        (Status.NOT_COVERED, None, None, WAIT, "not covered"),
    ],
)
def test_a_value_is_said_with_its_qualifier_or_why_there_is_none(
    status: Status, value: Result | None, qualifier: Qualifier | None, question: Question, words: str
) -> None:
    assert said(status, value, qualifier, question) == words


def possible(value: Result | None, *, headline: bool) -> Possibility:
    status = Status.NOT_COVERED if value is None else Status.DETERMINED
    return Possibility(status=status, value=value, qualifier=None, paths=(), headline=headline, facts={}, points={})


def answer(*possibilities: Possibility, **more: Any) -> Answer:
    told: dict[str, Any] = {
        "question": WAIT,
        "status": Status.DEPENDS,
        "value": None,
        "qualifier": None,
        "standing": None,
        "possible": possibilities,
        "facts": (),
        "points": (),
        "undecided": (),
        "assumed": (),
        "rules": (),
        **more,
    }
    return Answer(**told)


FIVE_YEARS = possible(Exactly(years(5)), headline=True)
TWENTY_YEARS = possible(Exactly(years(20)), headline=True)
UP_TO_TWENTY = possible(UpTo(years(20)), headline=False)
UNCOVERED = possible(None, headline=False)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (answer(status=Status.DETERMINED, value=Exactly(years(5)), qualifier=Qualifier.MAY), "5 years (may)"),
        (answer(status=Status.NOT_COVERED), "not covered"),
        (answer(FIVE_YEARS, TWENTY_YEARS), "5 years or 20 years"),
        (answer(FIVE_YEARS, TWENTY_YEARS, undecided=("x",)), "not decided: 5 years or 20 years"),
        (answer(TWENTY_YEARS, UP_TO_TWENTY), "20 years; over all readings up to 20 years"),
        (
            answer(FIVE_YEARS, TWENTY_YEARS, UP_TO_TWENTY, undecided=("x",)),
            "not decided: 5 years or 20 years; over all readings up to 20 years",
        ),
        (answer(TWENTY_YEARS, UNCOVERED), "20 years; other readings differ"),
    ],
)
def test_an_answer_in_one_line_says_the_headline_first(told: Answer, words: str) -> None:
    assert of_answer(told) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (6, "1 year or 2 years or 3 years or 4 years or 5 years or 6 years"),
        (7, "1 year or 2 years or 3 years or 4 years or 5 years or 2 others"),
    ],
)
def test_of_many_possibilities_the_first_are_said(count: int, words: str) -> None:
    possibilities = [possible(Exactly(years(each)), headline=True) for each in range(1, count + 1)]

    assert of_answer(answer(*possibilities)) == words
