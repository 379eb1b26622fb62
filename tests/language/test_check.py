"""What is not of the language is refused, and told where."""

from collections.abc import Callable
from datetime import date

import pytest

from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    answer_is,
    any_of,
    at_least,
    before,
    gives,
    holds,
    is_none,
    is_one_of,
    not_,
    read_as,
)
from asylum_rules.language.check import IllFormedError, check_condition, check_gives, kind_of
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Compare, Condition, Order
from asylum_rules.language.subjects import Fact, FirstKnown, Point, Question
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
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Quantity, Unstated, UpTo
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import pounds
from asylum_rules.units.span import years
from asylum_rules.units.word import Word

DAY = date(2026, 3, 2)
WORKS = Fact(name="works", kind=Kind.YES_NO, text="Works.")
CLAIMED = Fact(name="claimed", kind=Kind.DATE, text="Claimed.", none=True)
DECIDED = Fact(name="decided", kind=Kind.DATE, text="Decided.")
LODGED = FirstKnown(name="lodged", text="Lodged.", of=(CLAIMED, DECIDED))
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
ROUTE = Fact(name="route", kind=Kind.CODE, text="Route.", codes=("here", "abroad"))
ENGLISH = Fact(name="english", kind=Kind.CODE, text="English.", codes=("a1", "b2"), ordered=True)
APPLIED = Fact(name="applied", kind=Kind.MOMENT, text="Applied.")
CLOCK = Point(name="clock", text="From when?", codes=("grant", "arrival"))
WAIT = Question(name="wait", text="Wait", kind=Kind.SPAN)
FROM = Question(name="from", text="From", kind=Kind.DATE)
REVIEWS = Question(name="reviews", text="Reviews", kind=Kind.COUNT)
WEEKLY = Question(name="weekly", text="Weekly", kind=Kind.MONEY)
SUPPORT = Question(name="support", text="Support", kind=Kind.CODE, codes=("duty", "power"))
TESTS = Question(name="tests", text="Tests", kind=Kind.CODES, codes=("income", "no_debt"))
EXTRA = Question(name="extra", text="Extra", kind=Kind.SPAN, part=True)
PARTLY = Question(name="partly", text="Partly", kind=Kind.CODE, codes=("a",), part=True)
FIVE: Term = Constant(Exactly(years(5)))


def exactly(quantity: Quantity) -> Term:
    return Constant(Exactly(quantity))


@pytest.mark.parametrize(
    "condition",
    [
        ALWAYS,
        holds(WORKS),
        is_none(CLAIMED),
        is_none(LODGED),
        is_one_of(CLAIMED, DAY, Word.NONE),
        before(LODGED, DAY),
        at_least(ENGLISH, "b2"),
        read_as(CLOCK, "grant"),
        answer_is(SUPPORT, "duty"),
        Compare(APPLIED, Order.LESS, Moment.parse("2025-09-04T15:00")),
        any_of(not_(all_of(holds(WORKS)))),
    ],
)
def test_what_is_of_the_language_is_let_through(condition: Condition) -> None:
    check_condition(condition)


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        (at_least(WORKS, 1), "`works` has no order to compare by, at when"),
        (at_least(ROUTE, "here"), "`route` has no order to compare by, at when"),
        (at_least(CLOCK, "grant"), "`clock` has no order to compare by, at when"),  # type: ignore[arg-type]  # odd
        (before(AGE, DAY), "`age` is a count, `2026-03-02` is not, at when (age <)"),
        (at_least(CLAIMED, "2026"), "`claimed` is a date, `2026` is not, at when (claimed >=)"),
        (at_least(AGE, -1), "`age` is a count, `-1` is not, at when (age >=)"),
        (at_least(ENGLISH, "c1"), "`c1` is not a code of `english`, at when (english >=)"),
        (is_one_of(ROUTE, "here", "there"), "`there` is not a code of `route`, at when (route)"),
        (is_one_of(ROUTE), "`route` is tested against nothing, at when"),
        (is_none(DECIDED), "`decided` is a date, `none` is not, at when (decided)"),
        (is_none(ROUTE), "`none` is not a code of `route`, at when (route)"),
        (read_as(CLOCK, "birth"), "`birth` is not a code of `clock`, at when (clock)"),
        (answer_is(SUPPORT, "right"), "`right` is not a code of `support`, at when (support)"),
        (answer_is(WAIT, "P5Y"), "only an answer of kind code may be tested, not `wait`, at when"),
        (answer_is(PARTLY, "a"), "only an answer of kind code may be tested, not `partly`, at when"),
        (
            all_of(holds(WORKS), any_of(ALWAYS, not_(is_one_of(AGE, "old")))),
            "`age` is a count, `old` is not, at when.all_of[1].any_of[1].not (age)",
        ),
    ],
)
def test_mixed_kinds_are_refused_with_where(condition: Condition, message: str) -> None:
    with pytest.raises(IllFormedError) as caught:
        check_condition(condition)

    assert str(caught.value) == message


def test_what_is_no_condition_is_refused() -> None:
    odd: Condition = all_of(ALWAYS, "works")  # type: ignore[arg-type]  # odd on purpose

    with pytest.raises(IllFormedError) as caught:
        check_condition(odd)

    assert str(caught.value) == "`'works'` is no condition, at when.all_of[1]"


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        (exactly(years(5)), Kind.SPAN),
        (exactly(pounds("5")), Kind.MONEY),
        (exactly(DAY), Kind.DATE),
        (exactly(5), Kind.COUNT),
        (Constant(About(5)), Kind.COUNT),
        (Constant(UpTo(5)), Kind.COUNT),
        (Constant(AtLeast(5)), Kind.COUNT),
        (Constant(Between(5, 6)), Kind.COUNT),
        (Constant(Unstated()), None),
        (Constant(Word.INDEFINITE), None),
        (Constant("duty"), Kind.CODE),
        (Constant(("income",)), Kind.CODES),
        (ValueOf(LODGED), Kind.DATE),
        (AnswerOf(SUPPORT), Kind.CODE),
        (Sum((FIVE, AnswerOf(WAIT))), Kind.SPAN),
        (Sum((Constant(Unstated()), FIVE)), Kind.SPAN),
        (Sum((Constant(Unstated()),)), None),
        (Difference(FIVE, AnswerOf(WAIT)), Kind.SPAN),
        (Difference(Constant(Unstated()), exactly(5)), Kind.COUNT),
        (Difference(Constant(Unstated()), Constant(Unstated())), None),
        (Times(AnswerOf(WEEKLY), AGE), Kind.MONEY),
        (Moved(ValueOf(CLAIMED), AnswerOf(WAIT)), Kind.DATE),
        (StepsWithin(FIVE, AnswerOf(WAIT)), Kind.COUNT),
        (DatesBefore(FIVE, ValueOf(CLAIMED), AnswerOf(FROM)), Kind.COUNT),
        (LargestOf(EXTRA), Kind.SPAN),
        (TotalOf(EXTRA), Kind.SPAN),
    ],
)
def test_a_term_has_a_kind(term: Term, kind: Kind | None) -> None:
    assert kind_of(term) is kind


@pytest.mark.parametrize(
    ("term", "message"),
    [
        (ValueOf(ROUTE), "a code where count or date or money or span is wanted, at gives (route)"),
        (AnswerOf(EXTRA), "`extra` is a part; read it with LargestOf or TotalOf, at gives"),
        (LargestOf(WAIT), "`wait` is no part; read it with AnswerOf, at gives"),
        (TotalOf(WAIT), "`wait` is no part; read it with AnswerOf, at gives"),
        (Sum(()), "a sum of nothing, at gives"),
        (Sum((FIVE, exactly(5))), "a sum of count and span, at gives"),
        (Sum((ValueOf(CLAIMED),)), "a date where count or money or span is wanted, at gives"),
        (
            Sum((FIVE, Sum((ValueOf(ROUTE),)))),
            "a code where count or date or money or span is wanted, at gives.sum[1].sum[0] (route)",
        ),
        (Difference(FIVE, exactly(5)), "a difference of count and span, at gives"),
        (Difference(FIVE, Sum(())), "a sum of nothing, at gives.less"),
        (Difference(Sum(()), FIVE), "a sum of nothing, at gives.whole"),
        (Difference(exactly(DAY), exactly(DAY)), "a date where count or money or span is wanted, at gives"),
        (Times(FIVE, CLAIMED), "a date where count is wanted, at gives (claimed)"),
        (Times(ValueOf(CLAIMED), AGE), "a date where count or money or span is wanted, at gives"),
        (Moved(FIVE, FIVE), "a span where date is wanted, at gives.start"),
        (Moved(ValueOf(CLAIMED), exactly(5)), "a count where span is wanted, at gives.span"),
        (StepsWithin(exactly(5), FIVE), "a count where span is wanted, at gives.every"),
        (StepsWithin(FIVE, exactly(DAY)), "a date where span is wanted, at gives.period"),
        (DatesBefore(exactly(5), exactly(DAY), exactly(DAY)), "a count where span is wanted, at gives.every"),
        (DatesBefore(FIVE, FIVE, exactly(DAY)), "a span where date is wanted, at gives.start"),
        (DatesBefore(FIVE, exactly(DAY), FIVE), "a span where date is wanted, at gives.end"),
    ],
)
def test_mixed_kinds_of_terms_are_refused_with_where(term: Term, message: str) -> None:
    with pytest.raises(IllFormedError) as caught:
        kind_of(term)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("odd", "message"),
    [
        (lambda: kind_of(years(5)), "`Span(years=5, months=0, weeks=0, days=0)` is no term, at gives"),  # type: ignore[arg-type]  # odd on purpose
        (lambda: kind_of(Constant(Exactly(value=True))), "`Exactly(value=True)` is no value to give, at gives"),
        (lambda: kind_of(Constant(Exactly("x"))), "`Exactly(value='x')` is no value to give, at gives"),  # type: ignore[arg-type]  # odd on purpose
        (lambda: kind_of(Constant(None)), "`None` is no value to give, at gives"),  # type: ignore[arg-type]  # odd on purpose
    ],
)
def test_what_is_no_term_is_refused(odd: Callable[[], object], message: str) -> None:
    with pytest.raises(IllFormedError) as caught:
        odd()

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("term", "question"),
    [
        (FIVE, WAIT),
        (gives(Word.INDEFINITE), WAIT),
        (gives(Word.NONE), FROM),
        (gives(Unstated()), SUPPORT),
        (gives("duty"), SUPPORT),
        (gives("income"), TESTS),
        (gives(("income", "no_debt")), TESTS),
        (gives(()), TESTS),
        (AnswerOf(SUPPORT), SUPPORT),
        (FIVE, EXTRA),
    ],
)
def test_a_rule_gives_what_is_asked(term: Term, question: Question) -> None:
    check_gives(term, question)


@pytest.mark.parametrize(
    ("term", "question", "message"),
    [
        (FIVE, FROM, "gives a span, but `from` asks for a date"),
        (gives(5), WAIT, "gives a count, but `wait` asks for a span"),
        (gives("duty"), WAIT, "gives a code, but `wait` asks for a span"),
        (gives(("duty", "power")), SUPPORT, "gives a codes, but `support` asks for a code"),
        (FIVE, TESTS, "gives a span, but `tests` asks for a codes"),
        (gives(Word.NONE), SUPPORT, "`support` has no place for the word `none`"),
        (gives(Word.NONE), TESTS, "`tests` has no place for the word `none`"),
        (gives("right"), SUPPORT, "`right` is not a code of `support`"),
        (gives(("income", "wealth")), TESTS, "`wealth` is not a code of `tests`"),
        (AnswerOf(TESTS), TESTS, "`tests` asks for codes, which are written out in the rule"),
        (AnswerOf(SUPPORT), TESTS, "`tests` asks for codes, which are written out in the rule"),
        (gives(Unstated()), TESTS, "`tests` asks for codes, which are written out in the rule"),
    ],
)
def test_a_rule_that_gives_something_else_is_refused(term: Term, question: Question, message: str) -> None:
    with pytest.raises(IllFormedError) as caught:
        check_gives(term, question)

    assert str(caught.value) == message


def test_an_answer_is_never_compared_with_a_number() -> None:
    count = Question(name="test.count", text="A count", kind=Kind.COUNT)

    with pytest.raises(IllFormedError, match="has no order to compare by"):
        check_condition(Compare(count, Order.AT_LEAST, 5))
