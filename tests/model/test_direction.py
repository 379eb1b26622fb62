"""Whether an answer changes, and for better or worse: pairs by hand, and what holds of every pair."""

from datetime import date
from typing import TypeAlias

import pytest
from hypothesis import given, settings, strategies as st

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import Constant, Moved, ValueOf
from asylum_rules.model.answer import Formula, Result, Said, Status
from asylum_rules.model.direction import Changed, Direction, change
from asylum_rules.model.person import arrived_on, decided_on
from asylum_rules.model.questions import (
    APPEAL_BODY,
    LEAVE_LENGTH,
    LEAVE_REVIEW_EVERY,
    REVIEWS_BEFORE_SETTLEMENT,
    SETTLEMENT_AFTER,
    SETTLEMENT_FROM,
    SUPPORT_ENTITLEMENT,
    SUPPORT_GROUNDS_AGAINST,
    SUPPORT_NOTICE_AFTER_GRANT,
    SUPPORT_WEEKLY,
)
from asylum_rules.testing import figures
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Figure, Unstated, UpTo
from asylum_rules.units.money import Currency, Money, pounds
from asylum_rules.units.span import Span, days, months, years
from asylum_rules.units.word import Word

BETTER, WORSE, SAME = Direction.MORE_FAVOURABLE, Direction.LESS_FAVOURABLE, Direction.SAME
DIFFERENT, DEPENDS = Direction.DIFFERENT, Direction.DEPENDS

NO_ORDER = Question(name="test.no-order", text="A span of which neither end is better", kind=Kind.SPAN)


def gives(value: Result) -> Said:
    return Status.DETERMINED, value


NOT_STATED: Said = (Status.UNSTATED, None)
NOT_COVERED: Said = (Status.NOT_COVERED, None)


def counted(start: ValueOf, span: Span | UpTo) -> Formula:
    return Formula(Moved(start, Constant(span if isinstance(span, UpTo) else Exactly(span))))


Row: TypeAlias = tuple[Question, Result, Result, Changed, Direction]

FROM_GRANT, FROM_ARRIVAL = ValueOf(decided_on), ValueOf(arrived_on)

EXACT: list[Row] = [
    (SETTLEMENT_AFTER, Exactly(years(5)), Exactly(years(20)), True, WORSE),
    (SETTLEMENT_AFTER, Exactly(years(20)), Exactly(years(10)), True, BETTER),
    (LEAVE_LENGTH, Exactly(years(5)), Exactly(months(30)), True, WORSE),
    (LEAVE_LENGTH, Exactly(months(60)), Exactly(years(5)), False, SAME),
    (SETTLEMENT_AFTER, Exactly(Span()), Exactly(years(5)), True, WORSE),
    (SUPPORT_NOTICE_AFTER_GRANT, Exactly(days(28)), Exactly(days(42)), True, BETTER),
    (REVIEWS_BEFORE_SETTLEMENT, Exactly(1), Exactly(7), True, WORSE),
    (REVIEWS_BEFORE_SETTLEMENT, Exactly(1), Exactly(0), True, BETTER),
    (SUPPORT_WEEKLY, Exactly(pounds("49.18")), Exactly(pounds("9.95")), True, WORSE),
    (SUPPORT_WEEKLY, Exactly(pounds("49.18")), Exactly(pounds("49.19")), True, BETTER),
    (SETTLEMENT_FROM, Exactly(date(2031, 11, 2)), Exactly(date(2046, 11, 2)), True, WORSE),
    (SETTLEMENT_FROM, Exactly(date(2031, 11, 2)), Exactly(date(2031, 11, 1)), True, BETTER),
    (NO_ORDER, Exactly(years(5)), Exactly(years(20)), True, DIFFERENT),
    (NO_ORDER, Exactly(months(60)), Exactly(years(5)), False, SAME),
]

RANGES: list[Row] = [
    (SETTLEMENT_AFTER, Exactly(years(5)), UpTo(years(20)), True, DEPENDS),
    (SETTLEMENT_AFTER, Exactly(years(20)), UpTo(years(20)), True, DEPENDS),
    (SETTLEMENT_AFTER, Exactly(years(25)), UpTo(years(20)), True, BETTER),
    (LEAVE_LENGTH, Exactly(years(25)), UpTo(years(20)), True, WORSE),
    (SETTLEMENT_AFTER, Exactly(years(5)), Between(years(20), years(40)), True, WORSE),
    (SETTLEMENT_AFTER, Exactly(years(20)), Between(years(20), years(40)), True, DEPENDS),
    (SETTLEMENT_AFTER, Exactly(years(30)), Between(years(20), years(40)), True, DEPENDS),
    (SETTLEMENT_AFTER, Exactly(years(41)), Between(years(20), years(40)), True, BETTER),
    (SETTLEMENT_AFTER, Between(years(5), years(10)), Between(years(20), years(40)), True, WORSE),
    (SETTLEMENT_AFTER, Between(years(5), years(25)), Between(years(20), years(40)), True, DEPENDS),
    (SETTLEMENT_AFTER, Exactly(years(5)), AtLeast(years(20)), True, WORSE),
    (SETTLEMENT_AFTER, Exactly(years(30)), AtLeast(years(20)), True, DEPENDS),
    (LEAVE_LENGTH, UpTo(years(5)), AtLeast(years(20)), True, BETTER),
    (LEAVE_LENGTH, UpTo(years(20)), AtLeast(years(5)), True, DEPENDS),
    (SETTLEMENT_AFTER, UpTo(years(20)), UpTo(years(40)), True, DEPENDS),
    (SETTLEMENT_AFTER, AtLeast(years(20)), AtLeast(years(40)), True, DEPENDS),
    (SUPPORT_WEEKLY, Exactly(pounds("49.18")), About(pounds("9.95")), True, DEPENDS),
    (SUPPORT_WEEKLY, About(pounds("49.18")), Exactly(pounds("49.18")), True, DEPENDS),
    (REVIEWS_BEFORE_SETTLEMENT, Exactly(1), Between(7, 15), True, WORSE),
    (REVIEWS_BEFORE_SETTLEMENT, Exactly(1), UpTo(7), True, DEPENDS),
    (SETTLEMENT_FROM, Exactly(date(2031, 11, 2)), UpTo(date(2046, 11, 2)), True, DEPENDS),
    (SETTLEMENT_FROM, Exactly(date(2050, 1, 1)), UpTo(date(2046, 11, 2)), True, BETTER),
    (SETTLEMENT_FROM, Exactly(date(2031, 11, 2)), Between(date(2046, 11, 2), date(2066, 11, 2)), True, WORSE),
    (NO_ORDER, Exactly(years(5)), Between(years(20), years(40)), True, DIFFERENT),
]

NO_COMMON_SCALE: list[Row] = [
    (SUPPORT_NOTICE_AFTER_GRANT, Exactly(days(28)), Exactly(months(1)), True, DIFFERENT),
    (SUPPORT_NOTICE_AFTER_GRANT, Exactly(months(1)), UpTo(days(56)), True, DIFFERENT),
    (SUPPORT_NOTICE_AFTER_GRANT, UpTo(days(56)), Exactly(months(1)), True, DIFFERENT),
    (SUPPORT_NOTICE_AFTER_GRANT, Between(days(28), days(56)), Exactly(months(1)), True, DIFFERENT),
    (SUPPORT_WEEKLY, Exactly(pounds("49.18")), Exactly(Money(4918, Currency.DKK)), True, DIFFERENT),
]

WORDS: list[Row] = [
    (LEAVE_REVIEW_EVERY, Word.NONE, Exactly(months(30)), True, WORSE),
    (LEAVE_REVIEW_EVERY, Exactly(months(30)), Word.NONE, True, BETTER),
    (LEAVE_LENGTH, Exactly(years(5)), Word.NONE, True, WORSE),
    (LEAVE_LENGTH, Exactly(years(5)), Word.INDEFINITE, True, BETTER),
    (LEAVE_LENGTH, Word.INDEFINITE, Exactly(months(30)), True, WORSE),
    (LEAVE_LENGTH, Word.NONE, Word.INDEFINITE, True, BETTER),
    (SETTLEMENT_AFTER, Exactly(years(20)), Word.NONE, True, WORSE),
    (SETTLEMENT_AFTER, Word.NONE, UpTo(years(20)), True, BETTER),
    (SUPPORT_NOTICE_AFTER_GRANT, Exactly(days(28)), Word.NONE, True, DIFFERENT),
]

CODES: list[Row] = [
    (SUPPORT_ENTITLEMENT, "duty", "power", True, WORSE),
    (SUPPORT_ENTITLEMENT, "none", "power", True, BETTER),
    (SUPPORT_ENTITLEMENT, "duty", "none", True, WORSE),
    (APPEAL_BODY, "first_tier_tribunal", "independent_appeals_authority", True, DIFFERENT),
    (SUPPORT_GROUNDS_AGAINST, (), ("right_to_work",), True, DIFFERENT),
    (SUPPORT_GROUNDS_AGAINST, ("right_to_work",), ("right_to_work", "assets"), True, DIFFERENT),
]


@pytest.mark.parametrize(
    ("question", "first", "second", "changed", "direction"), [*EXACT, *RANGES, *NO_COMMON_SCALE, *WORDS, *CODES]
)
def test_two_values_are_set_against_each_other_as_the_person_would_see_it(
    question: Question, first: Result, second: Result, changed: Changed, direction: Direction
) -> None:
    found = change(gives(first), gives(second), question)

    assert found == (changed, direction)


@pytest.mark.parametrize(
    ("first", "second", "changed", "direction"),
    [
        (NOT_STATED, gives(Exactly(years(5))), True, DEPENDS),
        (gives(Word.NONE), NOT_STATED, True, DEPENDS),
        (NOT_COVERED, gives(Exactly(years(5))), True, DIFFERENT),
        (gives(Exactly(years(5))), NOT_COVERED, True, DIFFERENT),
        (NOT_COVERED, NOT_STATED, True, DIFFERENT),
        (NOT_STATED, NOT_STATED, False, SAME),
        (NOT_COVERED, NOT_COVERED, False, SAME),
    ],
)
def test_an_answer_without_a_value_may_be_anything_or_is_outside_the_policy(
    first: Said, second: Said, changed: Changed, direction: Direction
) -> None:
    assert change(first, second, SETTLEMENT_AFTER) == (changed, direction)


@pytest.mark.parametrize(
    ("first", "second", "changed", "direction"),
    [
        (counted(FROM_GRANT, years(5)), counted(FROM_GRANT, years(20)), True, WORSE),
        (counted(FROM_GRANT, years(20)), counted(FROM_GRANT, years(5)), True, BETTER),
        (counted(FROM_GRANT, months(60)), counted(FROM_GRANT, years(5)), False, SAME),
        (counted(FROM_GRANT, years(5)), counted(FROM_GRANT, UpTo(years(20))), True, DEPENDS),
        (counted(FROM_GRANT, days(28)), counted(FROM_GRANT, months(1)), True, DIFFERENT),
        (counted(FROM_GRANT, years(5)), counted(FROM_ARRIVAL, years(5)), None, DEPENDS),
        (counted(FROM_GRANT, years(5)), Exactly(date(2031, 11, 2)), None, DEPENDS),
        (Exactly(date(2031, 11, 2)), counted(FROM_GRANT, years(5)), None, DEPENDS),
        (counted(FROM_GRANT, years(5)), counted(FROM_GRANT, years(5)), False, SAME),
    ],
)
def test_dates_that_count_from_the_same_unknown_day_compare_by_how_far_they_lie_from_it(
    first: Result, second: Result, changed: Changed, direction: Direction
) -> None:
    assert change(gives(first), gives(second), SETTLEMENT_FROM) == (changed, direction)


def values_of(question: Question) -> st.SearchStrategy[Result]:
    """Draw what a question may be answered with: every shape of figure, its words or its codes."""
    if question.kind is Kind.CODE:
        return st.sampled_from(question.codes)
    if question.kind is Kind.CODES:
        chosen = st.sets(st.sampled_from(question.codes))
        return chosen.map(lambda codes: tuple(code for code in question.codes if code in codes))
    stated: st.SearchStrategy[Figure] = figures(question.kind).filter(lambda each: not isinstance(each, Unstated))
    return stated | st.sampled_from([Word.NONE, Word.INDEFINITE]) if question.kind is Kind.SPAN else stated


def said_to(question: Question) -> st.SearchStrategy[Said]:
    return values_of(question).map(gives) | st.sampled_from([NOT_STATED, NOT_COVERED])


OF_EVERY_SORT = [
    LEAVE_LENGTH,
    LEAVE_REVIEW_EVERY,
    SETTLEMENT_AFTER,
    SUPPORT_NOTICE_AFTER_GRANT,
    NO_ORDER,
    REVIEWS_BEFORE_SETTLEMENT,
    SETTLEMENT_FROM,
    SUPPORT_WEEKLY,
    SUPPORT_ENTITLEMENT,
    APPEAL_BODY,
    SUPPORT_GROUNDS_AGAINST,
]
PAIRS = st.sampled_from(OF_EVERY_SORT).flatmap(lambda asked: st.tuples(st.just(asked), said_to(asked), said_to(asked)))
TURNED = {BETTER: WORSE, WORSE: BETTER}


@settings(max_examples=400)
@given(pair=PAIRS)
def test_swapping_two_answers_turns_better_into_worse_and_keeps_the_rest(pair: tuple[Question, Said, Said]) -> None:
    question, first, second = pair

    changed, direction = change(first, second, question)

    assert change(second, first, question) == (changed, TURNED.get(direction, direction))


@given(pair=PAIRS)
def test_an_answer_is_the_same_as_itself(pair: tuple[Question, Said, Said]) -> None:
    question, said, _ = pair

    assert change(said, said, question) == (False, SAME)


@given(pair=PAIRS)
def test_only_an_unchanged_answer_has_the_same_direction(pair: tuple[Question, Said, Said]) -> None:
    question, first, second = pair

    changed, direction = change(first, second, question)

    assert (changed is False) is (direction is SAME)


def test_up_to_sixty_months_is_up_to_five_years() -> None:
    sixty_months, five_years = UpTo(Span(months=60)), UpTo(Span(years=5))

    found = change((Status.DETERMINED, sixty_months), (Status.DETERMINED, five_years), SETTLEMENT_AFTER)

    assert found == (False, Direction.SAME)


def test_a_code_that_has_no_place_in_the_order_is_only_different() -> None:
    codes = ("duty", "power", "elsewhere")
    partly = Question(name="test.partly", text="Partly ordered", kind=Kind.CODE, codes=codes, favours=("duty", "power"))

    assert change(gives("duty"), gives("elsewhere"), partly) == (True, DIFFERENT)
    assert change(gives("elsewhere"), gives("power"), partly) == (True, DIFFERENT)
    assert change(gives("duty"), gives("power"), partly) == (True, WORSE)
