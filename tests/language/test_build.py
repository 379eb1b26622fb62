"""The words of rules mean the nodes they are named for, and no node is a truth value."""

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
    is_given,
    is_no,
    is_none,
    is_one_of,
    more_than,
    not_,
    on_or_after,
    on_or_before,
    read_as,
)
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order
from asylum_rules.language.subjects import Fact, Point, Question
from asylum_rules.language.terms import Constant, Given, Term, ValueOf
from asylum_rules.units.figure import Exactly, Quantity, UpTo
from asylum_rules.units.money import pounds
from asylum_rules.units.span import years
from asylum_rules.units.word import Word

DAY = date(2026, 3, 2)
WORKS = Fact(name="works", kind=Kind.YES_NO, text="Works.")
CLAIMED = Fact(name="claimed", kind=Kind.DATE, text="Claimed.", none=True)
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
CLOCK = Point(name="clock", text="From when?", codes=("grant", "arrival"))
SUPPORT = Question(name="support", text="Support", kind=Kind.CODE, codes=("duty", "power"))


@pytest.mark.parametrize(
    ("written", "node"),
    [
        (holds(WORKS), OneOf(WORKS, (True,))),
        (is_no(WORKS), OneOf(WORKS, (False,))),
        (not_(holds(WORKS)), Not(OneOf(WORKS, (True,)))),
        (all_of(holds(WORKS), is_none(CLAIMED)), AllOf((OneOf(WORKS, (True,)), OneOf(CLAIMED, (Word.NONE,))))),
        (any_of(holds(WORKS)), AnyOf((OneOf(WORKS, (True,)),))),
        (is_given(CLAIMED), Not(OneOf(CLAIMED, (Word.NONE,)))),
        (is_one_of(AGE, 17, 18), OneOf(AGE, (17, 18))),
        (read_as(CLOCK, "arrival"), OneOf(CLOCK, ("arrival",))),
        (answer_is(SUPPORT, "duty", "power"), OneOf(SUPPORT, ("duty", "power"))),
        (before(CLAIMED, DAY), Compare(CLAIMED, Order.LESS, DAY)),
        (on_or_before(CLAIMED, DAY), Compare(CLAIMED, Order.AT_MOST, DAY)),
        (on_or_after(CLAIMED, DAY), Compare(CLAIMED, Order.AT_LEAST, DAY)),
        (at_least(AGE, 18), Compare(AGE, Order.AT_LEAST, 18)),
        (more_than(AGE, 18), Compare(AGE, Order.MORE, 18)),
        (ALWAYS, AllOf(())),
    ],
)
def test_a_word_means_its_node(written: Condition, node: Condition) -> None:
    assert written == node


@pytest.mark.parametrize(
    ("value", "term"),
    [
        (years(5), Constant(Exactly(years(5)))),
        (pounds("5"), Constant(Exactly(pounds("5")))),
        (DAY, Constant(Exactly(DAY))),
        (3, Constant(Exactly(3))),
        (UpTo(years(20)), Constant(UpTo(years(20)))),
        (Word.NONE, Constant(Word.NONE)),
        ("duty", Constant("duty")),
        (("income", "no_debt"), Constant(("income", "no_debt"))),
        (ValueOf(CLAIMED), ValueOf(CLAIMED)),
    ],
)
def test_a_bare_quantity_is_meant_exactly(value: Given | Quantity | Term, term: Term) -> None:
    assert gives(value) == term


@pytest.mark.parametrize("condition", [ALWAYS, holds(WORKS), at_least(AGE, 18), any_of(), not_(ALWAYS)])
def test_a_condition_is_no_truth_value(condition: Condition) -> None:
    with pytest.raises(TypeError) as caught:
        bool(condition)

    assert str(caught.value) == ("a condition is data, not a truth value; join conditions with all_of, any_of and not_")


def test_two_conditions_are_not_joined_with_and() -> None:
    with pytest.raises(TypeError, match="join conditions with all_of"):
        holds(WORKS) and at_least(AGE, 18)  # type: ignore[redundant-expr,unreachable]  # odd
