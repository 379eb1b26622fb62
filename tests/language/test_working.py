"""What a term comes to once its parts are worked out."""

from datetime import date

import pytest

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact, Question
from asylum_rules.language.terms import (
    Combined,
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
    parts_of,
)
from asylum_rules.language.working import combined, contributed
from asylum_rules.units.figure import Between, Exactly, Quantity, Unstated, UpTo
from asylum_rules.units.money import pounds
from asylum_rules.units.span import Span, days, months, years
from asylum_rules.units.word import Word

SIZE = Fact(name="size", kind=Kind.COUNT, text="How many.")
BEGAN = Fact(name="began", kind=Kind.DATE, text="Began.")
EXTRA = Question(name="extra", text="Extra", kind=Kind.SPAN, part=True)
WEEKLY = Question(name="weekly", text="Weekly", kind=Kind.MONEY, part=True)
MANY = Question(name="many", text="Many", kind=Kind.COUNT, part=True)


def exactly(quantity: Quantity) -> Term:
    return Constant(Exactly(quantity))


NEVER: Term = Constant(Word.NONE)
NOT_STATED: Term = Constant(Unstated())
OPEN: Term = ValueOf(SIZE)
START: Term = ValueOf(BEGAN)
DAY = exactly(date(2026, 11, 2))
MONTH, YEAR, TEN = exactly(months(1)), exactly(years(1)), exactly(years(10))


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (Sum((exactly(2), exactly(3))), exactly(5)),
        (Sum((TEN, Constant(UpTo(years(1))))), Constant(Between(years(10), years(11)))),
        (Difference(exactly(5), exactly(3)), exactly(2)),
        (Difference(exactly(3), exactly(5)), exactly(0)),
        (Moved(DAY, TEN), exactly(date(2036, 11, 2))),
        (StepsWithin(MONTH, YEAR), exactly(11)),
        (DatesBefore(YEAR, DAY, exactly(date(2029, 11, 3))), exactly(3)),
        (DatesBefore(YEAR, Constant(UpTo(date(2026, 1, 1))), DAY), NOT_STATED),
    ],
)
def test_what_is_known_is_worked_out(term: Combined, value: Term) -> None:
    assert combined(term, parts_of(term)) == value


@pytest.mark.parametrize(("count", "value"), [(exactly(3), exactly(pounds("15"))), (Constant(UpTo(3)), NOT_STATED)])
def test_an_amount_is_taken_so_many_times(count: Term, value: Term) -> None:
    assert combined(Times(exactly(pounds("5")), SIZE), (exactly(pounds("5")), count)) == value


@pytest.mark.parametrize(
    "term",
    [
        Difference(TEN, OPEN),
        Times(TEN, SIZE),
        Moved(START, TEN),
        StepsWithin(MONTH, OPEN),
        DatesBefore(MONTH, START, DAY),
        Sum((OPEN, START)),
    ],
)
def test_what_waits_for_a_fact_is_left_standing(term: Combined) -> None:
    assert combined(term, parts_of(term)) == term


@pytest.mark.parametrize("odd", [NEVER, NOT_STATED])
def test_of_what_is_not_stated_and_of_a_word_nothing_is_worked_out(odd: Term) -> None:
    for term in (
        Sum((exactly(1), odd)),
        Sum((OPEN, odd)),
        Difference(OPEN, odd),
        Difference(odd, OPEN),
        Moved(odd, OPEN),
        StepsWithin(MONTH, odd),
        DatesBefore(MONTH, odd, START),
    ):
        assert combined(term, parts_of(term)) == NOT_STATED


@pytest.mark.parametrize("term", [StepsWithin(NEVER, YEAR), DatesBefore(NEVER, START, DAY)])
def test_steps_that_are_never_taken_are_none(term: Combined) -> None:
    assert combined(term, parts_of(term)) == exactly(0)


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ((exactly(1), OPEN, exactly(2)), Sum((OPEN, exactly(3)))),
        ((exactly(0), OPEN), OPEN),
        ((Sum((OPEN, exactly(1))), exactly(2)), Sum((OPEN, exactly(3)))),
        ((Sum((OPEN, START)), exactly(0)), Sum((OPEN, START))),
        ((OPEN,), OPEN),
    ],
)
def test_the_known_parts_of_a_sum_are_put_together(parts: tuple[Term, ...], value: Term) -> None:
    assert combined(Sum(parts), parts) == value


@pytest.mark.parametrize(
    ("part", "nothing"), [(EXTRA, exactly(Span())), (WEEKLY, exactly(pounds("0"))), (MANY, exactly(0))]
)
def test_where_nothing_is_contributed_the_part_is_nothing(part: Question, nothing: Term) -> None:
    assert contributed(LargestOf(part), ()) == nothing
    assert contributed(TotalOf(part), ()) == nothing


def test_contributions_are_added_up_or_the_largest_counts() -> None:
    assert contributed(TotalOf(EXTRA), (YEAR, TEN, YEAR)) == exactly(years(12))
    assert contributed(LargestOf(EXTRA), (YEAR, TEN, YEAR)) == TEN
    assert contributed(LargestOf(EXTRA), (YEAR, exactly(days(28)))) == NOT_STATED
    assert contributed(LargestOf(EXTRA), (YEAR, OPEN)) == LargestOf(EXTRA)
    assert contributed(TotalOf(EXTRA), (YEAR, OPEN)) == Sum((OPEN, YEAR))
