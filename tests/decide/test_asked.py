"""Two policies asked one question about every completion of a case."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from asylum_rules import CaseProfile, Exactly, Status
from asylum_rules.cells.diagram import values
from asylum_rules.decide.asked import Asked
from asylum_rules.decide.completions import Stated
from asylum_rules.language.build import holds, not_, on_or_after, read_as
from asylum_rules.language.nodes import Condition
from asylum_rules.model.person import claimed_on, is_destitute
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.model.policy import Policy
from asylum_rules.units.span import years
from tests.model.handmade import WAIT, policy, rule

FIVE, TEN, TWENTY = ((Status.DETERMINED, Exactly(years(n))) for n in (5, 10, 20))
TODAY = policy(rule("five", WAIT, years(5)))
READ = policy(
    rule("twenty", WAIT, years(20), when=read_as(SETTLEMENT_CORE_PERIOD, "twenty_years")),
    rule("ten", WAIT, years(10), when=read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty")),
)
BY_NEED = policy(
    rule("five", WAIT, years(5), when=holds(is_destitute)),
    rule("ten", WAIT, years(10), when=not_(holds(is_destitute))),
)
HEADLINE: Mapping[str, str] = {"settlement.core_period": "twenty_years"}


def asked(base: Policy, other: Policy, headlines: Mapping[str, str], *also: Condition, **facts: Any) -> Asked:
    case = CaseProfile(**facts)
    return Asked(base, other, WAIT, Stated(case, case.stated()), headlines, also)


def test_both_policies_answer_the_same_completion() -> None:
    assert set(asked(TODAY, BY_NEED, {}).pairs.values) == {(FIVE, FIVE), (FIVE, TEN)}
    assert asked(TODAY, BY_NEED, {}, is_destitute=False).pairs.values == ((FIVE, TEN),)


def test_a_reading_taken_for_granted_leaves_no_other() -> None:
    assert asked(TODAY, READ, HEADLINE).pairs.values == ((FIVE, TWENTY),)
    assert set(asked(TODAY, READ, {}).pairs.values) == {(FIVE, TWENTY), (FIVE, TEN)}


def test_with_nothing_taken_for_granted_every_reading_is_open() -> None:
    one = asked(TODAY, READ, HEADLINE)

    assert one.free is not one
    assert set(one.free.pairs.values) == {(FIVE, TWENTY), (FIVE, TEN)}
    assert one.policies == one.free.policies == one.free.read == (TODAY, READ)


def test_where_no_reading_taken_for_granted_could_matter_it_is_free_already() -> None:
    one = asked(TODAY, BY_NEED, HEADLINE)

    assert one.free is one


def test_one_policy_under_two_readings_is_two_policies() -> None:
    one, other = (READ.under(SETTLEMENT_CORE_PERIOD, each) for each in ("twenty_years", "up_to_twenty"))

    assert asked(one, other, {}).pairs.values == ((TWENTY, TEN),)


def test_completions_are_cut_where_other_conditions_cut_them() -> None:
    since = on_or_after(claimed_on, date(2026, 3, 2))
    one = asked(TODAY, BY_NEED, {}, since)

    assert one.space.where(since, one.space.passing).level == one.space.place(claimed_on).level
    assert len(values(one.space.place(claimed_on))) == 3


def test_the_rules_of_each_policy_are_asked_over_the_same_completions() -> None:
    one = asked(TODAY, BY_NEED, {})

    assert [values(each.given_by(WAIT)) for each in one.answers] == [(("five",),), (("five",), ("ten",))]
