"""What a term comes to in a case, and what of it is left open."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from asylum_rules.decide.decide import decide
from asylum_rules.language.build import ALWAYS, at_least, holds, on_or_after
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import FirstKnown, Question
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
from asylum_rules.model.answer import Answer, Formula, Result, Status
from asylum_rules.model.person import (
    arrived_on,
    assets,
    claimed_on,
    decided_on,
    further_submissions_on,
    household_size,
    is_destitute,
    yearly_income,
)
from asylum_rules.model.policy import Scope
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.units.figure import About, Between, Exactly, Quantity, Unstated, UpTo
from asylum_rules.units.money import pounds
from asylum_rules.units.span import Span, months, years
from asylum_rules.units.word import Word
from tests.model.handmade import EXTRA, SUPPORT, TESTS, VERIFIED, WAIT, case, policy, rule

FROM = Question(name="from", text="From", kind=Kind.DATE)
REVIEWS = Question(name="reviews", text="Reviews", kind=Kind.COUNT)
WEEKLY = Question(name="weekly", text="Weekly", kind=Kind.MONEY)
REVIEW = Question(name="review", text="Review", kind=Kind.SPAN)
ADDITION = Question(name="addition", text="Addition", kind=Kind.MONEY, part=True)
HEADS = Question(name="heads", text="Heads", kind=Kind.COUNT, part=True)
LODGED = FirstKnown(name="lodged_on", text="Lodged.", of=(further_submissions_on, claimed_on))
DAY = date(2026, 11, 2)


def exactly(quantity: Quantity) -> Term:
    return Constant(Exactly(quantity))


def comes_to(question: Question, term: Term, *others: Rule, **facts: Any) -> Answer:
    """Return the answer of a policy whose rule of a question gives a term."""
    return decide(policy(rule("asked", question, term), *others), case(**facts), question)


@pytest.mark.parametrize(
    ("question", "term", "facts", "value"),
    [
        (WAIT, exactly(years(5)), {}, Exactly(years(5))),
        (WAIT, Constant(Word.INDEFINITE), {}, Word.INDEFINITE),
        (FROM, ValueOf(decided_on), {"decided_on": DAY}, Exactly(DAY)),
        (FROM, ValueOf(decided_on), {"decided_on": "none"}, Word.NONE),
        (WEEKLY, ValueOf(assets), {"assets": "5"}, Exactly(pounds("5"))),
        (WEEKLY, Sum((ValueOf(assets), exactly(pounds("1")))), {"assets": "5"}, Exactly(pounds("6"))),
        (WEEKLY, Times(exactly(pounds("49.18")), household_size), {"household_size": 3}, Exactly(pounds("147.54"))),
        (WEEKLY, Times(Constant(UpTo(pounds("10"))), household_size), {"household_size": 2}, UpTo(pounds("20"))),
        (FROM, Moved(ValueOf(decided_on), exactly(years(5))), {"decided_on": DAY}, Exactly(date(2031, 11, 2))),
        (FROM, Moved(exactly(DAY), Constant(UpTo(years(20)))), {}, UpTo(date(2046, 11, 2))),
        (REVIEWS, StepsWithin(exactly(months(30)), exactly(years(20))), {}, Exactly(7)),
        (REVIEWS, StepsWithin(Constant(Word.NONE), exactly(years(20))), {}, Exactly(0)),
        (
            REVIEWS,
            DatesBefore(exactly(months(30)), ValueOf(decided_on), exactly(date(2034, 11, 3))),
            {"decided_on": DAY},
            Exactly(3),
        ),
        (REVIEWS, DatesBefore(Constant(Word.NONE), ValueOf(decided_on), exactly(DAY)), {"decided_on": DAY}, Exactly(0)),
    ],
)
def test_what_is_known_is_worked_out(question: Question, term: Term, facts: dict[str, Any], value: Result) -> None:
    answer = comes_to(question, term, **facts)

    assert answer.status is Status.DETERMINED
    assert answer.value == value


@pytest.mark.parametrize(
    ("question", "term", "facts"),
    [
        (WAIT, Constant(Unstated()), {}),
        (SUPPORT, Constant(Unstated()), {}),
        (WAIT, Sum((exactly(years(5)), Constant(Unstated()))), {}),
        (WAIT, Sum((exactly(years(5)), Constant(Word.INDEFINITE))), {}),
        (WEEKLY, Sum((ValueOf(assets), Constant(Unstated()))), {}),
        (WEEKLY, Sum((Times(exactly(pounds("1")), household_size), Constant(Unstated()))), {}),
        (FROM, Moved(ValueOf(decided_on), exactly(years(5))), {"decided_on": "none"}),
        (FROM, Moved(ValueOf(decided_on), Constant(Word.NONE)), {"decided_on": DAY}),
        (FROM, Moved(ValueOf(arrived_on), Constant(Unstated())), {}),
        (REVIEWS, StepsWithin(exactly(months(30)), Constant(Word.INDEFINITE)), {}),
        (REVIEWS, StepsWithin(exactly(months(30)), Constant(About(years(20)))), {}),
        (REVIEWS, DatesBefore(exactly(months(30)), Constant(UpTo(DAY)), exactly(DAY)), {}),
        (REVIEWS, DatesBefore(exactly(months(30)), Constant(Unstated()), exactly(DAY)), {}),
    ],
)
def test_what_is_not_stated_stays_so(question: Question, term: Term, facts: dict[str, Any]) -> None:
    answer = comes_to(question, term, **facts)

    assert answer.status is Status.UNSTATED
    assert answer.value is None
    assert [each.name for each in answer.rules] == ["asked"]


@pytest.mark.parametrize(
    ("question", "term", "left", "facts"),
    [
        (FROM, ValueOf(arrived_on), ValueOf(arrived_on), ("arrived_on",)),
        (
            FROM,
            Moved(ValueOf(arrived_on), exactly(years(5))),
            Moved(ValueOf(arrived_on), exactly(years(5))),
            ("arrived_on",),
        ),
        (
            WEEKLY,
            Times(Sum((exactly(pounds("1")), exactly(pounds("2")))), household_size),
            Times(exactly(pounds("3")), household_size),
            ("household_size",),
        ),
        (
            WEEKLY,
            Sum((exactly(pounds("1")), ValueOf(assets), exactly(pounds("2")))),
            Sum((ValueOf(assets), exactly(pounds("3")))),
            ("assets",),
        ),
        (WEEKLY, Sum((exactly(pounds("0")), ValueOf(assets))), ValueOf(assets), ("assets",)),
        (
            WEEKLY,
            Sum((ValueOf(yearly_income), ValueOf(assets))),
            Sum((ValueOf(yearly_income), ValueOf(assets))),
            ("assets", "yearly_income"),
        ),
        (
            REVIEWS,
            DatesBefore(exactly(months(30)), exactly(DAY), Moved(ValueOf(arrived_on), exactly(years(20)))),
            DatesBefore(exactly(months(30)), exactly(DAY), Moved(ValueOf(arrived_on), exactly(years(20)))),
            ("arrived_on",),
        ),
    ],
)
def test_what_is_left_out_leaves_a_formula(question: Question, term: Term, left: Term, facts: tuple[str, ...]) -> None:
    answer = comes_to(question, term)

    assert answer.status is Status.DETERMINED
    assert answer.value == Formula(left)
    assert answer.facts == facts


def test_a_fact_that_may_be_absent_is_asked_about_first() -> None:
    answer = comes_to(FROM, Moved(ValueOf(decided_on), exactly(years(5))))

    assert answer.status is Status.DEPENDS
    assert answer.facts == ("decided_on",)
    assert {each.status: each.value for each in answer.possible} == {
        Status.DETERMINED: Formula(Moved(ValueOf(decided_on), exactly(years(5)))),
        Status.UNSTATED: None,
    }


def test_a_fact_that_only_stands_for_a_cell_keeps_its_name() -> None:
    alone = rule("alone", WEEKLY, pounds("12"))
    heads = rule("heads", WEEKLY, Times(exactly(pounds("10")), household_size), at_least(household_size, 2))
    made = policy(alone, evolve(heads, overrides=("alone",)))

    answer = decide(made, case(), WEEKLY)

    assert answer.facts == ("household_size",)
    assert {each.value for each in answer.possible} == {
        Exactly(pounds("12")),
        Formula(Times(exactly(pounds("10")), household_size)),
    }


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        ({"further_submissions_on": "2026-05-01", "claimed_on": "2026-04-01"}, Exactly(date(2026, 5, 1))),
        ({"further_submissions_on": "none", "claimed_on": "2026-04-01"}, Exactly(date(2026, 4, 1))),
        ({"further_submissions_on": "none", "claimed_on": "none"}, Word.NONE),
    ],
)
def test_a_derived_fact_is_read_from_the_first_that_is_given(facts: dict[str, Any], value: Result) -> None:
    assert comes_to(FROM, ValueOf(LODGED), **facts).value == value


def test_a_derived_fact_depends_on_each_fact_that_may_come_first() -> None:
    answer = comes_to(FROM, ValueOf(LODGED), further_submissions_on="unknown")

    assert answer.facts == ("claimed_on", "further_submissions_on")
    assert {each.value for each in answer.possible} == {
        Formula(ValueOf(further_submissions_on)),
        Formula(ValueOf(claimed_on)),
        Word.NONE,
    }


def test_an_answer_is_built_on() -> None:
    answer = comes_to(FROM, Moved(exactly(DAY), AnswerOf(WAIT)), rule("wait", WAIT, years(5)))

    assert answer.value == Exactly(date(2031, 11, 2))
    assert [each.name for each in answer.rules] == ["asked", "wait"]


def test_an_answer_that_is_not_stated_leaves_what_builds_on_it_unstated() -> None:
    answer = comes_to(FROM, Moved(exactly(DAY), AnswerOf(WAIT)), rule("wait", WAIT, Unstated()))

    assert answer.status is Status.UNSTATED


def test_an_answer_that_is_not_covered_leaves_what_builds_on_it_uncovered() -> None:
    made = policy(
        rule("asked", FROM, Moved(exactly(DAY), AnswerOf(WAIT))),
        rule("wait", WAIT, years(5)),
        scopes=(Scope(FROM, ALWAYS), Scope(WAIT, holds(is_destitute))),
    )

    answer = decide(made, case(is_destitute=False), FROM)

    assert answer.status is Status.NOT_COVERED
    assert answer.value is None
    assert answer.rules == ()
    assert answer.standing is None


def test_a_formula_is_built_on() -> None:
    weekly = rule("weekly", WEEKLY, Times(exactly(pounds("10")), household_size))
    total = Question(name="total", text="Total", kind=Kind.MONEY)

    answer = comes_to(total, Sum((AnswerOf(WEEKLY), exactly(pounds("5")))), weekly)

    assert answer.value == Formula(Sum((Times(exactly(pounds("10")), household_size), exactly(pounds("5")))))


def test_an_answer_of_kind_code_is_passed_on() -> None:
    same = Question(name="same", text="Same", kind=Kind.CODE, codes=("duty", "power"))

    assert comes_to(same, AnswerOf(SUPPORT), rule("duty", SUPPORT, "duty")).value == "duty"


def test_the_least_firm_rule_used_qualifies_the_answer() -> None:
    firm = rule("asked", FROM, Moved(exactly(DAY), AnswerOf(WAIT)), qualifier=Qualifier.NORMALLY)
    wait = rule("wait", WAIT, Sum((exactly(years(5)), TotalOf(EXTRA))), qualifier=Qualifier.USUALLY)
    extra = rule("extra", EXTRA, years(1), qualifier=Qualifier.MAY)

    assert decide(policy(firm, wait, extra), case(), FROM).qualifier is Qualifier.MAY


@pytest.mark.parametrize(
    ("part", "question", "nothing"),
    [
        (EXTRA, WAIT, Exactly(Span())),
        (ADDITION, WEEKLY, Exactly(pounds("0"))),
        (HEADS, REVIEWS, Exactly(0)),
    ],
)
def test_a_part_without_contributions_is_nothing(part: Question, question: Question, nothing: Result) -> None:
    assert comes_to(question, LargestOf(part)).value == nothing
    assert comes_to(question, TotalOf(part)).value == nothing


CONTRIBUTED = (
    rule("one", EXTRA, years(1)),
    rule("two", EXTRA, UpTo(years(2)), holds(is_destitute)),
    rule("three", EXTRA, years(3), on_or_after(claimed_on, DAY)),
)


@pytest.mark.parametrize(
    ("facts", "largest", "total"),
    [
        ({"is_destitute": False, "claimed_on": "2026-11-01"}, Exactly(years(1)), Exactly(years(1))),
        (
            {"is_destitute": True, "claimed_on": "2026-11-01"},
            Between(years(1), years(2)),
            Between(years(1), years(3)),
        ),
        ({"is_destitute": False, "claimed_on": "2026-11-02"}, Exactly(years(3)), Exactly(years(4))),
        ({"is_destitute": True, "claimed_on": "2026-11-02"}, Exactly(years(3)), Between(years(4), years(6))),
    ],
)
def test_the_contributions_that_apply_are_combined(facts: dict[str, Any], largest: Result, total: Result) -> None:
    assert comes_to(WAIT, LargestOf(EXTRA), *CONTRIBUTED, **facts).value == largest
    assert comes_to(WAIT, TotalOf(EXTRA), *CONTRIBUTED, **facts).value == total


def test_a_contribution_that_may_apply_leaves_the_answer_open() -> None:
    answer = comes_to(WAIT, TotalOf(EXTRA), *CONTRIBUTED[:2])

    assert answer.facts == ("is_destitute",)
    assert {each.value for each in answer.possible} == {Exactly(years(1)), Between(years(1), years(3))}


def test_a_contribution_that_waits_for_a_fact_is_kept_in_the_formula() -> None:
    each_head = rule("each-head", ADDITION, Times(exactly(pounds("10")), household_size))
    fixed = rule("fixed", ADDITION, pounds("5"))

    answer = comes_to(WEEKLY, TotalOf(ADDITION), each_head, fixed)

    assert answer.value == Formula(Sum((Times(exactly(pounds("10")), household_size), exactly(pounds("5")))))
    assert answer.facts == ("household_size",)


def test_a_contribution_that_is_not_stated_leaves_the_sum_unstated() -> None:
    open_one = rule("open", EXTRA, Unstated())

    assert comes_to(WAIT, TotalOf(EXTRA), open_one, CONTRIBUTED[0]).status is Status.UNSTATED
    assert comes_to(WAIT, LargestOf(EXTRA), open_one, CONTRIBUTED[0]).status is Status.UNSTATED


def test_a_contribution_that_is_overridden_does_not_count() -> None:
    over = rule("over", EXTRA, years(2), overrides=("one",))

    assert comes_to(WAIT, TotalOf(EXTRA), CONTRIBUTED[0], over).value == Exactly(years(2))


def test_every_contributing_rule_is_among_the_rules() -> None:
    answer = comes_to(WAIT, TotalOf(EXTRA), *CONTRIBUTED, is_destitute=True, claimed_on=DAY)

    assert [each.name for each in answer.rules] == ["asked", "one", "two", "three"]


LISTED = (
    rule("no-debt", TESTS, "no_debt"),
    rule("income", TESTS, ("income", "no_debt"), holds(is_destitute), qualifier=Qualifier.USUALLY),
)


@pytest.mark.parametrize(
    ("rules", "facts", "codes", "qualifier"),
    [
        (LISTED, {"is_destitute": False}, ("no_debt",), None),
        (LISTED, {"is_destitute": True}, ("income", "no_debt"), Qualifier.USUALLY),
        (LISTED[1:], {"is_destitute": False}, (), None),
    ],
)
def test_codes_are_gathered_in_the_order_of_the_question(
    rules: tuple[Rule, ...], facts: dict[str, Any], codes: tuple[str, ...], qualifier: Qualifier | None
) -> None:
    answer = decide(policy(*rules), case(**facts), TESTS)

    assert answer.status is Status.DETERMINED
    assert answer.value == codes
    assert answer.qualifier is qualifier


def test_the_least_advanced_stage_of_its_rules_is_the_standing_of_an_answer() -> None:
    announced = Standing(((date(2025, 11, 17), Stage.ANNOUNCED),), VERIFIED)
    made = policy(rule("wait", WAIT, TotalOf(EXTRA)), rule("extra", EXTRA, years(1), standing=announced))

    assert decide(made, case(), WAIT).standing is Stage.ANNOUNCED
