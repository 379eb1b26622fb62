"""What holds in every case is proved, and what does not is refuted by a case that `decide` replays."""

from typing import Any

import pytest

from asylum_rules import CaseProfile, Policy, decide, policies
from asylum_rules.errors import AsylumRulesError
from asylum_rules.language.build import (
    answer_is,
    any_of,
    at_least,
    holds,
    is_one_of,
    more_than,
    not_,
    on_or_after,
    read_as,
)
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Favours, Question
from asylum_rules.language.terms import Constant, Moved, Times, ValueOf
from asylum_rules.model.answer import Said
from asylum_rules.model.direction import Direction, change
from asylum_rules.model.person import (
    age,
    arrived_on,
    as_of,
    claimed_on,
    decided_on,
    english,
    household_size,
    is_destitute,
    route,
)
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import REVIEWS_BEFORE_SETTLEMENT, SETTLEMENT_AFTER, SETTLEMENT_FROM
from asylum_rules.rulebooks.uk.protection import ANNOUNCED_ON, IS_RESETTLED, RECOGNISED_HERE, lodged_on
from asylum_rules.smt import (
    Verdict,
    clash,
    equivalent,
    gap,
    monotone,
    never_better,
    never_worse,
    only_where,
)
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import days, months, years
from tests.model.handmade import SUPPORT, policy, rule
from tests.smt.symbolic import headline

LONG = Question(name="long", text="Long", kind=Kind.SPAN, favours=Favours.LESS)
WHEN = Question(name="when", text="When", kind=Kind.DATE, favours=Favours.LESS)
POOR = holds(is_destitute)
HOLDS = Verdict(holds=True)

FIVE = policy(rule("five", LONG, years(5)))
NINE_IF_POOR = policy(rule("five", LONG, years(5)), rule("nine", LONG, years(9), POOR, overrides=("five",)))


BASELINE, PROPOSED = headline("uk/baseline"), headline("uk/proposed")


def answered(asked: Policy, question: Question, verdict: Verdict, **more: Any) -> Said:
    """Return what a policy says of the case that refutes something."""
    case = CaseProfile(**{**verdict.facts, **more})
    answer = decide(asked, case, question, under=verdict.points, presume=False)
    return answer.status, answer.value


def shown(base: Policy, other: Policy, question: Question, verdict: Verdict) -> Direction:
    """Return the direction of the change in the case that refutes something."""
    assert verdict.holds is False
    return change(answered(base, question, verdict), answered(other, question, verdict), question)[1]


def test_of_those_who_claimed_here_nobody_could_settle_sooner_under_the_proposals() -> None:
    assert never_better(BASELINE, PROPOSED, SETTLEMENT_FROM, among=not_(IS_RESETTLED)) == HOLDS
    assert never_better(BASELINE, PROPOSED, SETTLEMENT_FROM, given={"route": "in_country"}) == HOLDS


def test_only_whoever_was_granted_long_before_arriving_could_settle_sooner() -> None:
    verdict = never_better(BASELINE, PROPOSED, SETTLEMENT_FROM)

    assert shown(BASELINE, PROPOSED, SETTLEMENT_FROM, verdict) is Direction.MORE_FAVOURABLE
    granted, arrived = verdict.facts["decided_on"], verdict.facts["arrived_on"]
    assert years(10).after(granted) < arrived  # type: ignore[arg-type,operator]  # dates


def test_under_the_proposals_some_wait_longer() -> None:
    verdict = never_worse(BASELINE, PROPOSED, SETTLEMENT_AFTER)

    assert shown(BASELINE, PROPOSED, SETTLEMENT_AFTER, verdict) is Direction.LESS_FAVOURABLE


def test_whatever_is_read_into_them_the_proposals_can_be_weighed() -> None:
    base, other = policies["uk/baseline"], policies["uk/proposed"]

    sooner = never_better(base, other, SETTLEMENT_FROM, among=RECOGNISED_HERE)

    assert shown(base, other, SETTLEMENT_FROM, sooner) is Direction.MORE_FAVOURABLE
    assert never_better(base, other, REVIEWS_BEFORE_SETTLEMENT) == HOLDS


def test_a_budget_that_is_spent_leaves_the_matter_open() -> None:
    verdict = equivalent(policies["uk/baseline"], policies["uk/proposed"], REVIEWS_BEFORE_SETTLEMENT, budget=1)

    assert verdict.holds is None
    assert verdict.reason.startswith("not settled within 1 milliseconds: ")


def test_what_has_no_short_form_is_left_open() -> None:
    made = policy(rule("late", WHEN, Moved(ValueOf(as_of), Times(Constant(Exactly(days(1))), household_size))))

    verdict = monotone(made, WHEN, household_size)

    assert (verdict.holds, verdict.facts) == (None, {})
    assert verdict.reason == "not put to the solver: a date moved by a number of days that a fact gives"


def test_policies_that_answer_alike_are_equivalent() -> None:
    sixty = policy(rule("sixty", LONG, months(60)))

    assert equivalent(FIVE, sixty, LONG) == HOLDS
    assert equivalent(FIVE, NINE_IF_POOR, LONG) == Verdict(holds=False, facts={"is_destitute": True})
    assert equivalent(FIVE, NINE_IF_POOR, LONG, given={"is_destitute": False}) == HOLDS


def test_answers_that_vary_are_compared_case_by_case() -> None:
    twice = policy(rule("twice", WHEN, Moved(Moved(ValueOf(as_of), span(30)), span(30))))
    once = policy(rule("once", WHEN, Moved(ValueOf(as_of), span(60))))

    verdict = equivalent(twice, once, WHEN)

    assert shown(twice, once, WHEN, verdict) is Direction.LESS_FAVOURABLE
    assert never_better(twice, once, WHEN) == HOLDS


def span(count: int) -> Constant:
    return Constant(Exactly(months(count)))


def test_a_change_is_only_where_a_condition_holds() -> None:
    assert only_where(FIVE, NINE_IF_POOR, LONG, POOR) == HOLDS
    grown = only_where(FIVE, NINE_IF_POOR, LONG, at_least(age, 18))

    assert grown.holds is False
    assert (grown.facts["is_destitute"], grown.facts["age"] < 18) == (True, True)  # type: ignore[operator]  # a count


def test_a_condition_may_test_a_point_or_an_answer() -> None:
    duty = (rule("duty", SUPPORT, "duty", POOR), rule("power", SUPPORT, "power", not_(POOR)))
    nine = rule("nine", LONG, years(9), POOR, overrides=("five",))
    base, other = policy(rule("five", LONG, years(5)), *duty), policy(rule("five", LONG, years(5)), nine, *duty)
    point, reading = SETTLEMENT_CORE_PERIOD, SETTLEMENT_CORE_PERIOD.codes[0]
    read_so = read_as(point, reading)

    assert only_where(base, other, LONG, answer_is(SUPPORT, "duty")) == HOLDS
    assert only_where(base, other, LONG, answer_is(SUPPORT, "power")).holds is False
    assert only_where(base, other, LONG, read_so).points == {point.name: point.codes[1]}
    assert only_where(base.under(point, reading), other, LONG, read_so) == HOLDS


def test_the_proposals_change_the_wait_of_nobody_who_claimed_before_if_read_so() -> None:
    base = policies["uk/baseline"]
    other = policies["uk/proposed"].under("proposal.reaches_existing_claims", "no")
    reached = any_of(on_or_after(lodged_on, ANNOUNCED_ON), IS_RESETTLED)

    assert only_where(base, other, SETTLEMENT_AFTER, reached) == HOLDS
    assert only_where(base, other, SETTLEMENT_AFTER, IS_RESETTLED).holds is False


def test_a_gap_is_found_in_the_cases_covered() -> None:
    poor = rule("poor", LONG, years(5), POOR)

    assert gap(policy(poor), LONG) == Verdict(holds=False, facts={"is_destitute": False})
    assert gap(policy(poor, scopes=(Scope(LONG, POOR),)), LONG) == HOLDS


def test_a_clash_is_found_where_rules_of_one_rank_differ() -> None:
    other = rule("other", LONG, years(6), at_least(age, 18))
    made = policy(rule("five", LONG, years(5), POOR), other, scopes=(Scope(LONG, any_of(POOR, at_least(age, 18))),))

    verdict = clash(made, LONG)

    assert (verdict.holds, verdict.facts["is_destitute"]) == (False, True)
    assert clash(made, LONG, given={"age": 17}) == HOLDS
    assert clash(NINE_IF_POOR, LONG) == HOLDS


@pytest.mark.parametrize("flaw", [gap, clash])
@pytest.mark.parametrize("name", ["uk/latest", "uk/proposed", "denmark", "france/doctrine"])
def test_no_shipped_policy_has_a_flaw(flaw: Any, name: str) -> None:
    made = policies[name]

    assert [question.name for question in made.questions if flaw(made, question) != HOLDS] == []


def test_a_larger_value_is_never_worse_or_a_case_shows_that_it_is() -> None:
    older = policy(rule("five", LONG, years(5)), rule("nine", LONG, years(9), more_than(age, 65), overrides=("five",)))

    verdict = monotone(older, LONG, age)

    assert verdict.holds is False
    assert (verdict.facts["age"] <= 65, verdict.larger > 65) == (True, True)  # type: ignore[operator]  # counts
    assert monotone(older, LONG, age, given={"age": 70}) == HOLDS
    assert monotone(older, LONG, is_destitute) == HOLDS


@pytest.mark.parametrize(("condition", "holds_"), [(POOR, False), (not_(POOR), True)])
def test_yes_is_larger_than_no(condition: Condition, holds_: Any) -> None:
    made = policy(rule("five", LONG, years(5)), rule("nine", LONG, years(9), condition, overrides=("five",)))

    assert monotone(made, LONG, is_destitute).holds is holds_


def test_ordered_codes_and_dates_are_larger_or_smaller() -> None:
    fluent = rule("nine", LONG, years(9), at_least(english, "c1"), overrides=("five",))
    verdict = monotone(policy(rule("five", LONG, years(5)), fluent), LONG, english)

    assert verdict.holds is False
    assert verdict.larger in ("c1", "c2")
    moved = policy(rule("later", WHEN, Moved(ValueOf(decided_on), span(1))))
    later = monotone(moved, WHEN, decided_on)
    assert change(answered(moved, WHEN, later), answered(moved, WHEN, later, decided_on=later.larger), WHEN)[1] is (
        Direction.LESS_FAVOURABLE
    )


def test_no_english_at_all_is_less_than_some() -> None:
    some = rule("some", LONG, years(7), at_least(english, "a1"), overrides=("five",))

    verdict = monotone(policy(rule("five", LONG, years(5)), some), LONG, english)

    assert verdict.holds is False
    assert verdict.facts["english"] == "none"


def test_of_codes_without_an_order_none_is_larger() -> None:
    with pytest.raises(AsylumRulesError, match="the values of `route` have no order"):
        monotone(FIVE, LONG, route)


def test_a_case_that_refutes_says_what_is_given_and_what_the_question_reads() -> None:
    made = policy(rule("when", WHEN, Moved(ValueOf(arrived_on), span(1))))
    other = policy(
        rule("when", WHEN, Moved(ValueOf(claimed_on), span(1)), is_one_of(route, "in_country")),
        rule("else", WHEN, Moved(ValueOf(arrived_on), span(1)), not_(is_one_of(route, "in_country"))),
    )

    verdict = never_worse(made, other, WHEN, given={"claim": "pending", "is_destitute": True})

    assert set(verdict.facts) == {"claim", "is_destitute", "route", "arrived_on", "claimed_on"}
    assert shown(made, other, WHEN, verdict) is Direction.LESS_FAVOURABLE
