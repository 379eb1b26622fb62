"""What a policy says of one case, taken from what it says of every case: each term, each figure, each rank of rules."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from asylum_rules.errors import ClashError, GapError, InvalidInputError
from asylum_rules.language.build import ALWAYS, answer_is, at_least, holds, not_, read_as
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact, FirstKnown, Question
from asylum_rules.language.terms import (
    AnswerOf,
    Constant,
    DatesBefore,
    Difference,
    Given,
    LargestOf,
    Moved,
    StepsWithin,
    Sum,
    Term,
    Times,
    TotalOf,
    ValueOf,
)
from asylum_rules.model.answer import NOT_COVERED, Said, Status
from asylum_rules.model.person import (
    age,
    arrived_on,
    claimed_on,
    decided_on,
    further_submissions_on,
    household_size,
    is_destitute,
)
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.model.policy import Policy, Scope
from asylum_rules.model.rule import Rule
from asylum_rules.smt import said
from asylum_rules.smt.calendar import InexpressibleError
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Quantity, Unstated, UpTo
from asylum_rules.units.money import Currency, Money, pounds
from asylum_rules.units.span import Span, days, months, years
from asylum_rules.units.word import Word
from tests.model.handmade import EXTRA, SUPPORT, TESTS, WAIT, policy, rule

POOR = holds(is_destitute)
KINDS = (Kind.SPAN, Kind.COUNT, Kind.MONEY, Kind.DATE)
ASKED = {kind: Question(name=f"asked.{kind.value.replace('_', '-')}", text="Asked", kind=kind) for kind in KINDS}
DAY = date(2026, 8, 31)
SEPARATE = FirstKnown(name="lodged", text="lodged", of=(further_submissions_on, claimed_on))
ABSENT = Fact(name="visits", kind=Kind.COUNT, text="Visits, if any.", none=True)


def is_(value: Given | Quantity) -> Constant:
    return Constant(
        value
        if isinstance(value, str | tuple | Exactly | About | UpTo | AtLeast | Between | Unstated)
        else Exactly(value)
    )


def gives(kind: Kind, term: Term, *more: Rule, **values: Value) -> Said:
    """Return what a single rule says that gives this term."""
    return said(policy(rule("only", ASKED[kind], term), *more), ASKED[kind], values)


def given(kind: Kind, term: Term, *more: Rule, **values: Value) -> Any:
    """Return the value that a single rule gives; None where it is not stated."""
    return gives(kind, term, *more, **values)[1]


@pytest.mark.parametrize(
    "figure",
    [
        Exactly(years(5)),
        About(years(5)),
        UpTo(years(20)),
        AtLeast(months(30)),
        Between(Span(years=3, weeks=1), Span(years=5, weeks=1, days=2)),
        Word.NONE,
        Word.INDEFINITE,
    ],
)
def test_a_figure_is_given_as_it_is_written(figure: Any) -> None:
    assert gives(Kind.SPAN, Constant(figure)) == (Status.DETERMINED, figure)


def test_a_figure_that_is_not_stated_is_not() -> None:
    assert gives(Kind.SPAN, Constant(Unstated())) == (Status.UNSTATED, None)


def test_quantities_of_every_kind_are_read_back() -> None:
    assert given(Kind.COUNT, ValueOf(age), age=17) == Exactly(17)
    assert given(Kind.DATE, ValueOf(arrived_on), arrived_on=DAY) == Exactly(DAY)
    assert given(Kind.MONEY, is_(Money(5, Currency.DKK))) == Exactly(Money(5, Currency.DKK))
    assert given(Kind.DATE, ValueOf(decided_on), decided_on=Word.NONE) == Word.NONE
    assert given(Kind.DATE, ValueOf(SEPARATE), further_submissions_on=Word.NONE, claimed_on=DAY) == Exactly(DAY)


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        (Exactly(years(20)), Exactly(months(30)), Exactly(Span(years=20, months=30))),
        (Exactly(years(20)), UpTo(years(20)), Between(years(20), years(40))),
        (UpTo(years(10)), UpTo(years(20)), UpTo(years(30))),
        (AtLeast(years(1)), UpTo(years(2)), AtLeast(years(1))),
        (Between(years(1), years(2)), Exactly(years(1)), Between(years(2), years(3))),
        (About(years(1)), Exactly(years(2)), About(years(3))),
        (Exactly(years(1)), About(years(2)), About(years(3))),
        (About(years(1)), UpTo(years(2)), None),
        (Unstated(), Exactly(years(1)), None),
        (Word.NONE, Exactly(years(1)), None),
        (Exactly(days(3)), Exactly(months(1)), Exactly(Span(months=1, days=3))),
    ],
)
def test_figures_are_added_up(one: Any, other: Any, total: Any) -> None:
    assert given(Kind.SPAN, Sum((is_(one), is_(other)))) == total


@pytest.mark.parametrize(
    ("whole", "part", "left"),
    [
        (Exactly(years(20)), Exactly(years(5)), Exactly(years(15))),
        (Exactly(years(20)), Exactly(months(30)), Exactly(Span(years=17, months=6))),
        (Exactly(months(12)), Exactly(years(1)), Exactly(Span())),
        (Exactly(Span(weeks=3)), Exactly(days(8)), Exactly(Span(weeks=1, days=6))),
        (Exactly(years(20)), Between(years(3), years(5)), Between(years(15), years(17))),
        (Exactly(years(20)), UpTo(years(20)), UpTo(years(20))),
        (UpTo(years(20)), Exactly(years(5)), UpTo(years(15))),
        (AtLeast(years(20)), Exactly(years(5)), AtLeast(years(15))),
        (Exactly(years(20)), AtLeast(years(5)), UpTo(years(15))),
        (AtLeast(years(20)), AtLeast(years(5)), None),
        (Exactly(years(20)), Exactly(days(5)), None),
        (About(years(20)), Exactly(years(5)), About(years(15))),
    ],
)
def test_a_figure_less_another_is_never_below_nothing(whole: Any, part: Any, left: Any) -> None:
    assert given(Kind.SPAN, Difference(is_(whole), is_(part))) == left


def test_counts_and_amounts_are_taken_off_too() -> None:
    size = ValueOf(household_size)

    assert given(Kind.COUNT, Difference(ValueOf(age), size), age=20, household_size=3) == Exactly(17)
    assert given(Kind.COUNT, Difference(ValueOf(age), size), age=2, household_size=3) == Exactly(0)
    assert given(Kind.MONEY, Difference(is_(pounds("5")), is_(Money(1, Currency.DKK)))) is None
    assert given(Kind.MONEY, Difference(is_(pounds("5")), is_(pounds("2")))) == Exactly(pounds("3"))


@pytest.mark.parametrize(
    ("one", "other", "more"),
    [
        (Exactly(years(5)), Exactly(months(61)), Exactly(months(61))),
        (Exactly(years(5)), Exactly(months(60)), Exactly(years(5))),
        (Exactly(years(5)), UpTo(years(20)), Between(years(5), years(20))),
        (Exactly(years(5)), AtLeast(years(2)), AtLeast(years(5))),
        (Exactly(years(5)), Exactly(days(5)), None),
        (About(years(5)), Exactly(years(7)), About(years(7))),
        (Unstated(), Exactly(years(7)), None),
        (Word.NONE, Exactly(years(7)), None),
    ],
)
def test_the_larger_of_two_contributions_is_taken(one: Any, other: Any, more: Any) -> None:
    contributions = (rule("one", EXTRA, is_(one)), rule("other", EXTRA, is_(other)))

    assert given(Kind.SPAN, LargestOf(EXTRA), *contributions) == more


def test_contributions_are_those_of_the_rules_that_apply() -> None:
    rules = (rule("one", EXTRA, years(1), POOR), rule("two", EXTRA, years(2), at_least(age, 18)))

    def total(term: Term, **values: Value) -> Any:
        return given(Kind.SPAN, term, *rules, **values)

    assert total(TotalOf(EXTRA), is_destitute=True, age=18) == Exactly(years(3))
    assert total(TotalOf(EXTRA), is_destitute=True, age=17) == Exactly(years(1))
    assert total(TotalOf(EXTRA), is_destitute=False, age=17) == Exactly(Span())
    assert total(LargestOf(EXTRA), is_destitute=True, age=18) == Exactly(years(2))
    assert total(LargestOf(EXTRA), is_destitute=False, age=17) == Exactly(Span())
    assert total(Sum((TotalOf(EXTRA), TotalOf(EXTRA))), is_destitute=True, age=17) == Exactly(years(2))


def test_a_contribution_that_is_a_word_has_no_total() -> None:
    assert given(Kind.SPAN, TotalOf(EXTRA), rule("one", EXTRA, Word.NONE)) is None


def test_nothing_of_an_amount_or_a_count_is_exactly_nothing() -> None:
    amount, count = (Question(name=kind, text="Part", kind=Kind(kind), part=True) for kind in ("money", "count"))

    assert given(Kind.MONEY, TotalOf(amount)) == Exactly(pounds("0"))
    assert given(Kind.COUNT, LargestOf(count)) == Exactly(0)


def test_a_term_is_taken_as_often_as_a_fact_counts() -> None:
    def times(kind: Kind, value: Any, size: int = 3) -> Any:
        return given(kind, Times(is_(value), age), age=size)

    assert times(Kind.MONEY, pounds("49.18")) == Exactly(pounds("147.54"))
    assert times(Kind.COUNT, 2, 0) == Exactly(0)
    assert times(Kind.SPAN, Span(years=1, days=2)) == Exactly(Span(years=3, days=6))
    assert [times(Kind.MONEY, UpTo(pounds("2")), size) for size in (0, 2)] == [Exactly(pounds("0")), UpTo(pounds("4"))]
    assert times(Kind.SPAN, Between(years(1), years(2))) == Between(years(3), years(6))
    assert times(Kind.SPAN, Unstated()) is None
    assert given(Kind.COUNT, Times(is_(1), ABSENT), visits=Word.NONE) is None


def test_what_is_taken_as_often_as_a_fact_counts_can_be_worked_with() -> None:
    so_many = Times(is_(months(1)), household_size)

    assert given(Kind.DATE, Moved(is_(DAY), so_many), household_size=6) == Exactly(date(2027, 2, 28))
    assert given(Kind.SPAN, Difference(is_(years(1)), so_many), household_size=5) == Exactly(months(7))
    assert given(Kind.COUNT, StepsWithin(is_(months(2)), so_many), household_size=5) == Exactly(2)


@pytest.mark.parametrize(
    ("span", "end"),
    [
        (Exactly(months(30)), Exactly(date(2029, 2, 28))),
        (About(months(30)), About(date(2029, 2, 28))),
        (UpTo(months(30)), UpTo(date(2029, 2, 28))),
        (UpTo(Span()), Exactly(DAY)),
        (AtLeast(months(30)), AtLeast(date(2029, 2, 28))),
        (Between(months(1), months(30)), Between(date(2026, 9, 30), date(2029, 2, 28))),
        (Unstated(), None),
        (Word.INDEFINITE, None),
    ],
)
def test_a_span_leads_from_a_date_to_another(span: Any, end: Any) -> None:
    assert given(Kind.DATE, Moved(ValueOf(arrived_on), is_(span)), arrived_on=DAY) == end


def test_a_date_given_as_up_to_is_moved() -> None:
    assert given(Kind.DATE, Moved(is_(UpTo(DAY)), is_(months(30)))) == UpTo(date(2029, 2, 28))
    assert given(Kind.DATE, Moved(is_(UpTo(DAY)), is_(AtLeast(months(30))))) is None
    assert given(Kind.DATE, Moved(ValueOf(decided_on), is_(months(1))), decided_on=Word.NONE) is None


@pytest.mark.parametrize(
    ("every", "period", "steps"),
    [
        (Exactly(months(30)), Exactly(years(20)), Exactly(7)),
        (Exactly(months(30)), Exactly(months(241)), Exactly(8)),
        (Exactly(months(30)), UpTo(years(20)), UpTo(7)),
        (Exactly(months(30)), AtLeast(years(20)), AtLeast(7)),
        (Exactly(months(30)), Between(years(20), years(40)), Between(7, 15)),
        (Exactly(months(30)), Exactly(Span()), Exactly(0)),
        (Exactly(days(7)), Exactly(Span(weeks=2)), Exactly(1)),
        (Exactly(days(7)), Exactly(years(1)), None),
        (Exactly(months(1)), Exactly(days(70)), None),
        (Exactly(months(1)), Between(days(70), Span(months=2, days=70)), None),
        (Exactly(Span(months=1, days=1)), Exactly(years(1)), None),
        (Exactly(Span()), Exactly(years(1)), None),
        (UpTo(months(30)), Exactly(years(20)), None),
        (Exactly(months(30)), About(years(20)), None),
        (Word.NONE, Exactly(years(20)), Exactly(0)),
        (Word.NONE, Unstated(), Exactly(0)),
        (Word.INDEFINITE, Exactly(years(20)), None),
    ],
)
def test_steps_within_a_period_are_counted(every: Any, period: Any, steps: Any) -> None:
    assert given(Kind.COUNT, StepsWithin(is_(every), is_(period))) == steps


@pytest.mark.parametrize(
    ("every", "span", "steps"),
    [
        (Exactly(months(30)), Exactly(years(20)), Exactly(7)),
        (Exactly(days(1)), Exactly(days(3)), Exactly(2)),
        (Exactly(months(30)), UpTo(years(20)), UpTo(7)),
        (Exactly(months(30)), AtLeast(years(20)), AtLeast(7)),
        (Exactly(months(30)), About(years(20)), None),
        (Exactly(Span()), Exactly(years(20)), None),
        (UpTo(months(30)), Exactly(years(20)), None),
        (Word.NONE, Exactly(years(20)), Exactly(0)),
    ],
)
def test_steps_before_a_date_are_counted(every: Any, span: Any, steps: Any) -> None:
    term = DatesBefore(is_(every), ValueOf(decided_on), Moved(ValueOf(arrived_on), is_(span)))

    assert given(Kind.COUNT, term, decided_on=DAY, arrived_on=DAY) == steps


def test_steps_before_a_date_need_a_day_to_start_from() -> None:
    term = DatesBefore(is_(months(30)), is_(UpTo(DAY)), ValueOf(arrived_on))

    assert given(Kind.COUNT, term, arrived_on=DAY) is None
    assert given(Kind.COUNT, DatesBefore(is_(days(7)), is_(date(2026, 8, 1)), is_(UpTo(DAY)))) == UpTo(4)


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        (Kind.DATE, Moved(is_(DAY), Times(is_(days(1)), household_size))),
        (Kind.COUNT, StepsWithin(Times(is_(months(1)), household_size), is_(years(1)))),
        (Kind.COUNT, DatesBefore(is_(Span(months=1, days=1)), is_(DAY), ValueOf(arrived_on))),
        (Kind.MONEY, Sum((is_(pounds("1")), is_(Money(1, Currency.DKK))))),
    ],
)
def test_what_has_no_short_form_is_refused(kind: Kind, term: Term) -> None:
    with pytest.raises(InexpressibleError):
        given(kind, term, household_size=1, arrived_on=DAY)


def test_an_answer_builds_on_another_where_that_is_given() -> None:
    built = rule("built", ASKED[Kind.SPAN], Sum((AnswerOf(WAIT), is_(years(1)))))
    scopes = (Scope(ASKED[Kind.SPAN], ALWAYS), Scope(WAIT, POOR))
    made = policy(rule("wait", WAIT, years(5)), built, scopes=scopes)

    assert said(made, ASKED[Kind.SPAN], {"is_destitute": True}) == (Status.DETERMINED, Exactly(years(6)))
    assert said(made, ASKED[Kind.SPAN], {"is_destitute": False}) == NOT_COVERED


def test_a_part_builds_on_what_is_not_covered_to_nothing() -> None:
    waits = rule("waits", EXTRA, AnswerOf(WAIT))
    made = policy(rule("all", ASKED[Kind.SPAN], TotalOf(EXTRA)), waits, scopes=(Scope(ASKED[Kind.SPAN], ALWAYS),))

    assert said(made, ASKED[Kind.SPAN], {}) == NOT_COVERED


FIVE, TEN = rule("five", WAIT, years(5)), rule("ten", WAIT, years(10), POOR)


def wait(*rules: Rule, is_poor: bool = True) -> Said:
    return said(policy(*rules), WAIT, {"is_destitute": is_poor})


def exactly(count: int) -> Said:
    return Status.DETERMINED, Exactly(years(count))


def test_the_rule_that_overrides_prevails_where_it_applies() -> None:
    over = rule("over", WAIT, years(10), POOR, overrides=("five",))

    assert [wait(FIVE, over, is_poor=is_poor) for is_poor in (True, False)] == [exactly(10), exactly(5)]


def test_rules_that_agree_give_one_answer() -> None:
    assert wait(FIVE, rule("same", WAIT, months(60), POOR)) == exactly(5)


def test_rules_that_differ_clash_and_where_none_applies_there_is_a_gap() -> None:
    with pytest.raises(ClashError) as clash:
        wait(FIVE, TEN)
    with pytest.raises(GapError) as gap:
        wait(TEN, is_poor=False)

    assert (clash.value.question, clash.value.rules, gap.value.question) == ("wait", ("five", "ten"), "wait")
    assert wait(FIVE, TEN, is_poor=False) == exactly(5)


def test_outside_its_scope_nothing_is_said() -> None:
    assert said(policy(FIVE, scopes=(Scope(WAIT, POOR),)), WAIT, {"is_destitute": False}) == NOT_COVERED
    assert said(policy(FIVE), SUPPORT, {}) == NOT_COVERED


def test_codes_are_put_together_in_the_order_of_the_question() -> None:
    made = policy(rule("debt", TESTS, "no_debt"), rule("income", TESTS, ("income", "no_debt"), POOR))

    assert said(made, TESTS, {"is_destitute": True}) == (Status.DETERMINED, ("income", "no_debt"))
    assert said(made, TESTS, {"is_destitute": False}) == (Status.DETERMINED, ("no_debt",))


def test_an_answer_may_be_tested() -> None:
    duty = rule("duty", SUPPORT, "duty", POOR)
    other = rule("power", SUPPORT, AnswerOf(SUPPORT_ELSEWHERE), not_(POOR))
    nine, one = (
        rule("nine", WAIT, years(9), answer_is(SUPPORT, "duty")),
        rule("one", WAIT, years(1), not_(answer_is(SUPPORT, "duty"))),
    )
    made = policy(duty, other, nine, one, rule("elsewhere", SUPPORT_ELSEWHERE, "power"))

    def asked(question: Question, values: Mapping[str, Value]) -> Any:
        return said(made, question, values)[1]

    assert [asked(WAIT, {"is_destitute": is_poor}) for is_poor in (True, False)] == [
        Exactly(years(9)),
        Exactly(years(1)),
    ]
    assert [asked(SUPPORT, {"is_destitute": is_poor}) for is_poor in (True, False)] == ["duty", "power"]
    assert said(policy(nine, one), WAIT, {}) == exactly(1)


SUPPORT_ELSEWHERE = Question(name="elsewhere", text="Elsewhere", kind=Kind.CODE, codes=SUPPORT.codes)


def test_a_point_is_read_as_the_policy_fixes_it_or_as_is_said() -> None:
    point, code = SETTLEMENT_CORE_PERIOD.name, SETTLEMENT_CORE_PERIOD.codes[0]
    made: Policy = policy(
        FIVE, rule("ten", WAIT, years(10), read_as(SETTLEMENT_CORE_PERIOD, code), overrides=("five",))
    )

    assert [said(made, WAIT, {point: reading}) for reading in SETTLEMENT_CORE_PERIOD.codes] == [exactly(10), exactly(5)]
    assert said(made.under(point, code), WAIT, {}) == exactly(10)


def test_a_case_that_leaves_something_out_or_cannot_be_is_refused() -> None:
    made = policy(FIVE, rule("ten", WAIT, years(10), at_least(age, 18), overrides=("five",)))

    with pytest.raises(InvalidInputError, match="case: leaves out `age`"):
        said(made, WAIT, {})
    with pytest.raises(InvalidInputError, match="case: states what is no value of `age`"):
        said(made, WAIT, {"age": "many"})
    with pytest.raises(InvalidInputError, match="case: is none that can be, with dates from 1950 to 2100"):
        said(made, WAIT, {"age": 1_000_001})
