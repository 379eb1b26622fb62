"""A condition holds of any case exactly where it holds of that case alone."""

from datetime import date, datetime
from typing import Any

import pytest

from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    any_of,
    at_least,
    before,
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
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Compare, Condition, OneOf, Order
from asylum_rules.language.subjects import Fact, FirstKnown, Point, Within
from asylum_rules.model.person import (
    Claim,
    English,
    claim,
    claimed_on,
    english,
    further_submissions_on,
    household_size,
    is_destitute,
    yearly_income,
)
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.smt.condition import truth
from asylum_rules.smt.logic import Model, all_of as every, solve
from asylum_rules.smt.variables import Variables
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money, pounds
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word
from tests.model.handmade import SUPPORT

MARCH = date(2026, 3, 2)
NONE = Word.NONE
arrived_at = Fact(name="arrived_at", kind=Kind.MOMENT, text="When.")
stayed = Fact(name="stayed", kind=Kind.SPAN, text="How long.")
pilot = Fact(name="pilot", kind=Kind.YES_NO, text="Whether, if at all.", none=True)
lodged_on = FirstKnown(name="lodged_on", text="lodged", of=(further_submissions_on, claimed_on))
window = Within(name="window", text="open", day=claimed_on, start=further_submissions_on, span=Span(months=1))
late = Within(name="late", text="open", day=claimed_on, start=lodged_on, span=Span(days=28))
THREE = Moment(datetime(2025, 9, 4, 15, 0))  # noqa: DTZ001  # a local time

FREE = Variables({})


def held(condition: Condition, *stated: tuple[Fact | Point, Value], read: Variables = FREE) -> bool:
    """Return whether a condition holds in the case of these values, which the solver finds."""
    is_so = every((read.in_range(each) & truth(OneOf(each, (value,)), read)) for each, value in stated)
    model = solve(is_so, 10_000)
    assert isinstance(model, Model)
    return model.truth(truth(condition, read))


@pytest.mark.parametrize(
    ("condition", "fact", "yes", "no"),
    [
        (holds(is_destitute), is_destitute, [True], [False]),
        (is_no(pilot), pilot, [False], [True, NONE]),
        (is_one_of(claim, Claim.PENDING, Claim.REFUGEE), claim, ["pending", "refugee"], ["refused", "none_made"]),
        (at_least(english, English.B2), english, ["b2", "c2"], ["b1", "none"]),
        (more_than(household_size, 2), household_size, [3], [2, 0]),
        (is_one_of(household_size, 2, 4), household_size, [2, 4], [3, 5]),
        (at_least(yearly_income, pounds("100")), yearly_income, [pounds("100")], [pounds("99.99")]),
        (Compare(yearly_income, Order.AT_MOST, Money(5, Currency.DKK)), yearly_income, [pounds("1")], []),
        (Compare(yearly_income, Order.LESS, Money(5, Currency.DKK)), yearly_income, [], [pounds("0")]),
        (is_one_of(yearly_income, Money(500, Currency.DKK)), yearly_income, [], [pounds("5")]),
        (before(claimed_on, MARCH), claimed_on, [date(2026, 3, 1)], [MARCH, NONE]),
        (on_or_before(claimed_on, MARCH), claimed_on, [MARCH], [date(2026, 3, 3), NONE]),
        (on_or_after(claimed_on, MARCH), claimed_on, [MARCH], [date(2026, 3, 1), NONE]),
        (is_none(claimed_on), claimed_on, [NONE], [MARCH]),
        (is_given(claimed_on), claimed_on, [MARCH], [NONE]),
        (Compare(arrived_at, Order.LESS, THREE), arrived_at, [Moment.parse("2025-09-04T14:59")], [THREE]),
        (is_one_of(stayed, Span(months=12)), stayed, [Span(months=12)], [Span(years=1), Span(days=3)]),
        (read_as(SETTLEMENT_CORE_PERIOD, "twenty_years"), SETTLEMENT_CORE_PERIOD, ["twenty_years"], ["up_to_twenty"]),
    ],
)
def test_a_test_holds_of_the_values_that_pass_it(
    condition: Condition, fact: Fact | Point, yes: list[Any], no: list[Any]
) -> None:
    assert [held(condition, (fact, value)) for value in (*yes, *no)] == [True] * len(yes) + [False] * len(no)


def test_conditions_are_joined() -> None:
    poor, rich = (is_destitute, True), (is_destitute, False)
    two, three = (household_size, 2), (household_size, 3)
    large = at_least(household_size, 3)

    assert [held(all_of(holds(is_destitute), large), poor, size) for size in (two, three)] == [False, True]
    assert [held(any_of(holds(is_destitute), large), rich, size) for size in (two, three)] == [False, True]
    assert [held(not_(large), size) for size in (two, three)] == [True, False]
    assert [held(ALWAYS), held(any_of())] == [True, False]


def test_the_first_known_of_some_dates_is_read() -> None:
    since_march = on_or_after(lodged_on, MARCH)
    early, on = date(2026, 3, 1), MARCH

    def lodged(further: Value, claimed: Value, condition: Condition = since_march) -> bool:
        return held(condition, (further_submissions_on, further), (claimed_on, claimed))

    assert [lodged(on, early), lodged(early, on), lodged(NONE, on), lodged(NONE, early)] == [True, False, True, False]
    assert [lodged(NONE, NONE), lodged(NONE, NONE, is_none(lodged_on)), lodged(on, NONE)] == [False, True, True]


def test_a_day_is_within_a_span_of_another_or_past_it() -> None:
    def within(derived: Within, start: Value, day: Value) -> bool:
        return held(holds(derived), (further_submissions_on, start), (claimed_on, day))

    assert within(window, date(2026, 1, 31), date(2026, 2, 28))
    assert not within(window, date(2026, 1, 31), date(2026, 3, 1))
    assert [within(window, NONE, MARCH), within(window, MARCH, NONE)] == [False, False]
    assert [within(late, date(2026, 2, 1), date(2026, 3, day)) for day in (1, 2)] == [True, False]
    assert within(late, NONE, MARCH)


def test_what_is_known_does_not_vary() -> None:
    known = Variables({"household_size": 3, "claim": "pending", "claimed_on": MARCH, "pilot": NONE})

    settled = [at_least(household_size, 3), is_one_of(claim, "refugee"), before(claimed_on, MARCH), is_none(pilot)]

    assert [truth(each, known).term for each in settled] == [True, False, False, True]
    assert known.in_range(claim).term is True


def test_a_fact_may_have_a_second_value() -> None:
    other = Variables({}, second="household_size")

    both = truth(at_least(household_size, 3), FREE) & truth(not_(at_least(household_size, 3)), other)

    assert isinstance(solve(both, 10_000), Model)
    assert solve(truth(holds(is_destitute), FREE) & truth(is_no(is_destitute), other), 10_000) is None


def test_an_answer_is_no_part_of_a_case() -> None:
    with pytest.raises(TypeError, match="an answer \\(support\\) is no part of a case"):
        FREE(SUPPORT)
