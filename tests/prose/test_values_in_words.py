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
from asylum_rules.model.questions import (
    CITIZENSHIP_ILLEGAL_ENTRY,
    RETURN_THIRD_COUNTRY,
    RETURN_TO_FRANCE,
    RETURN_TO_RWANDA,
    RETURN_WHEN_NOT_NEEDED,
    SUPPORT_ENTITLEMENT,
    WORK_WHILE_WAITING,
)
from asylum_rules.model.rule import Qualifier
from asylum_rules.prose.value import of_answer, of_gift, of_quantity, of_result, of_term, of_value, said
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Quantity, Unstated, UpTo
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money, pounds
from asylum_rules.units.span import Span, months, years
from asylum_rules.units.word import Word
from tests.model.handmade import rule

WAIT = Question(name="wait", text="Wait for settlement", kind=Kind.SPAN, none_is_best=False)
REVIEW = Question(name="review", text="Review", kind=Kind.SPAN, none_is_best=True)
FROM = Question(name="from", text="Earliest date", kind=Kind.DATE)
WEEKLY = Question(name="weekly", text="Weekly payment", kind=Kind.MONEY)
EXTRA = Question(name="extra", text="Weekly additions", kind=Kind.MONEY, part=True)
ALLOWED = Question(name="allowed", text="May it be done?", kind=Kind.CODE, codes=("power", "may_apply", "no_claim"))
TESTS = Question(name="tests", text="Tests", kind=Kind.CODES, codes=("income", "no_debt"))
FIVE: Term = Constant(Exactly(years(5)))
THIRTY_MONTHS: Term = Constant(Exactly(months(30)))
EACH_STEP = "one for each step of 30 months"
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
        (Span(1, 2, 3, 1), "1 year, 2 months, 3 weeks and 1 day"),
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
        ("family_reunion", route, "family reunion"),
        ("in_country", route, "a claim in the country"),
        ("b2", english, "B2"),
        ("none", english, "none"),
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
    assert of_value("up_to_twenty", SETTLEMENT_CORE_PERIOD) == "up to twenty years"


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
        ("power", ALLOWED, "power"),
        ("no_claim", ALLOWED, "no claim"),
        (("income", "no_debt"), TESTS, "income, no debt"),
        ((), TESTS, "none"),
        (Formula(Moved(ValueOf(decided_on), FIVE)), FROM, "5 years after the day of the decision"),
    ],
)
def test_a_result_keeps_its_qualifier_in_words(result: Result, question: Question, words: str) -> None:
    assert of_result(result, question) == words


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (FIVE, "5 years"),
        (Constant(UpTo(years(20))), "up to 20 years"),
        (ValueOf(decided_on), "the day of the decision"),
        (AnswerOf(WAIT), "“Wait for settlement”"),
        (LargestOf(EXTRA), "the largest of “Weekly additions”"),
        (TotalOf(EXTRA), "the sum of “Weekly additions”"),
        (Times(RATE, household_size), "£49.18 times the number of people on the claim"),
        (
            Sum((Times(RATE, household_size), TotalOf(EXTRA))),
            "(£49.18 times the number of people on the claim) plus (the sum of “Weekly additions”)",
        ),
        (Difference(FIVE, THIRTY_MONTHS), "5 years less 30 months"),
        (Moved(ValueOf(arrived_on), FIVE), "5 years after the day of arrival"),
        (Moved(ValueOf(arrived_on), Constant(Exactly(Span()))), "the day of arrival"),
        (StepsWithin(THIRTY_MONTHS, FIVE), "one for each step of 30 months that ends before the end of 5 years"),
        (
            DatesBefore(THIRTY_MONTHS, ValueOf(decided_on), Moved(ValueOf(arrived_on), FIVE)),
            f"{EACH_STEP}, counted from the day of the decision, that ends before 5 years after the day of arrival",
        ),
    ],
)
def test_a_term_in_words_names_what_it_waits_for(term: Term, words: str) -> None:
    assert of_term(term, WEEKLY) == words


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (
            Times(Sum((RATE, TotalOf(EXTRA))), household_size),
            "(£49.18 plus (the sum of “Weekly additions”)) times the number of people on the claim",
        ),
        (Difference(FIVE, Difference(FIVE, THIRTY_MONTHS)), "5 years less (5 years less 30 months)"),
        (
            Times(Difference(FIVE, THIRTY_MONTHS), household_size),
            "(5 years less 30 months) times the number of people on the claim",
        ),
        (
            Moved(Moved(ValueOf(decided_on), FIVE), THIRTY_MONTHS),
            "30 months after (5 years after the day of the decision)",
        ),
        (
            Moved(ValueOf(decided_on), Sum((FIVE, THIRTY_MONTHS))),
            "(5 years plus 30 months) after the day of the decision",
        ),
        (
            Times(StepsWithin(THIRTY_MONTHS, FIVE), household_size),
            f"({EACH_STEP} that ends before the end of 5 years) times the number of people on the claim",
        ),
    ],
)
def test_a_term_in_words_keeps_its_brackets(term: Term, words: str) -> None:
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
        (Status.DETERMINED, "no_claim", Qualifier.MAY, ALLOWED, "no claim (may)"),
        (Status.DETERMINED, "may_apply", Qualifier.COULD, ALLOWED, "may apply (could)"),
        (Status.DETERMINED, ("no_debt",), Qualifier.COULD, TESTS, "no debt (could)"),
    ],
)
def test_a_value_is_said_with_its_qualifier_or_why_there_is_none(
    status: Status, value: Result | None, qualifier: Qualifier | None, question: Question, words: str
) -> None:
    assert said(status, value, qualifier, question) == words


@pytest.mark.parametrize(
    ("question", "code", "qualifier", "words"),
    [
        (SUPPORT_ENTITLEMENT, "duty", None, "must be given (duty)"),
        (SUPPORT_ENTITLEMENT, "power", None, "may be given (discretion)"),
        (SUPPORT_ENTITLEMENT, "none", None, "none"),
        (RETURN_TO_FRANCE, "power", Qualifier.MAY, "may be returned (discretion)"),
        (RETURN_TO_FRANCE, "none", None, "no return"),
        (RETURN_THIRD_COUNTRY, "power", Qualifier.MAY, "may be declared inadmissible (discretion)"),
        (RETURN_THIRD_COUNTRY, "none", None, "considered here"),
        (RETURN_TO_RWANDA, "power", None, "may be removed (discretion)"),
        (RETURN_TO_RWANDA, "none", None, "no removal"),
        (CITIZENSHIP_ILLEGAL_ENTRY, "normally_refused", Qualifier.NORMALLY, "normally refused"),
        (RETURN_WHEN_NOT_NEEDED, "may_lose_status", None, "may lose status"),
        (WORK_WHILE_WAITING, "may_apply", Qualifier.MAY, "may apply"),
    ],
)
def test_a_code_is_said_in_the_words_of_its_question_and_what_they_say_is_not_repeated(
    question: Question, code: str, qualifier: Qualifier | None, words: str
) -> None:
    assert said(Status.DETERMINED, code, qualifier, question) == words


@pytest.mark.parametrize(
    ("question", "term", "qualifier", "words"),
    [
        (WAIT, FIVE, None, "5 years"),
        (WAIT, FIVE, Qualifier.USUALLY, "5 years (usually)"),
        (WAIT, Constant(Unstated()), None, "not stated"),
        (REVIEW, Constant(Word.NONE), None, "none scheduled"),
        (SUPPORT_ENTITLEMENT, Constant("duty"), None, "must be given (duty)"),
        (RETURN_TO_FRANCE, Constant("power"), Qualifier.MAY, "may be returned (discretion)"),
        (FROM, Moved(ValueOf(arrived_on), FIVE), Qualifier.MAY, "5 years after the day of arrival (may)"),
    ],
)
def test_what_a_rule_gives_is_said_with_its_qualifier(
    question: Question, term: Term, qualifier: Qualifier | None, words: str
) -> None:
    assert of_gift(rule("a", question, term, qualifier=qualifier)) == words


def possible(value: Result | None, *, headline: bool) -> Possibility:
    status = Status.NOT_COVERED if value is None else Status.DETERMINED
    return Possibility(
        status=status, value=value, qualifier=None, headline=headline, when=tuple, example=lambda: ({}, {})
    )


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
        (5, "1 year or 2 years or 3 years or 4 years or 5 years"),
        (6, "1 year or 2 years or 3 years or 3 others"),
        (60, "1 year or 2 years or 3 years or 57 others"),
    ],
)
def test_of_many_possibilities_the_first_are_said(count: int, words: str) -> None:
    possibilities = [possible(Exactly(years(each)), headline=True) for each in range(1, count + 1)]

    assert of_answer(answer(*possibilities)) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (("english", "age"), "english and age"),
        (tuple("abcdefg"), "a, b, c and 4 others"),
    ],
)
def test_of_many_possibilities_it_is_said_after_the_range_what_they_depend_on(
    facts: tuple[str, ...], words: str
) -> None:
    others = [possible(Exactly(years(each)), headline=False) for each in range(1, 60)]

    told = answer(TWENTY_YEARS, *others, facts=facts)

    assert of_answer(told) == f"20 years; over all readings between 1 year and 59 years; depends on {words}"
