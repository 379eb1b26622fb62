"""More of something is never worse: proved for every case, or shown with two cases that differ in that one fact."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from asylum_rules import CaseProfile, InvalidInputError, Policy, UnknownNameError, policies, prove
from asylum_rules.decide import completions
from asylum_rules.language.build import (
    all_of,
    at_least,
    before,
    holds,
    is_given,
    is_none,
    is_one_of,
    not_,
    on_or_after,
)
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Favours, Within
from asylum_rules.language.terms import Constant, Moved, Times, ValueOf
from asylum_rules.model.direction import Direction
from asylum_rules.model.person import (
    age,
    arrived_on,
    as_of,
    claimed_on,
    decided_on,
    english,
    family_applied_at,
    household_size,
    is_destitute,
)
from asylum_rules.model.policy import Scope
from asylum_rules.units.figure import Exactly, Unstated, UpTo
from asylum_rules.units.moment import Moment
from asylum_rules.units.span import Span, days, months, years
from tests.model.handmade import policy, rule
from tests.prove.made import A_MONTH_EACH, HELP, LONG, WHEN, after_arrival, replayed, without_z3

LATEST = policies["uk/latest"]
DAY = date(2026, 3, 2)
SOON = Within(name="soon", text="The day looked at is soon after arrival.", day=as_of, start=arrived_on, span=months(3))


def longer(first: Any, then: Any, when: Condition) -> Policy:
    """Return a policy that gives one thing, and another where a condition holds."""
    return policy(rule("first", LONG, first), rule("then", LONG, then, when, overrides=("first",)))


def moved(fact: Any, span: Span) -> Moved:
    return Moved(ValueOf(fact), Constant(Exactly(span)))


def shown(proof: prove.Proof, made: Policy) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the two cases that refute a proof, once they are replayed."""
    (case,) = proof.refuted
    assert replayed(made, made, case)[1] is Direction.LESS_FAVOURABLE
    return dict(case.facts), dict(case.instead)


# Known law


@pytest.mark.parametrize(
    ("policy", "fact", "question", "is_so"),
    [
        ("uk/latest", "claimed_on", "leave.length", False),  # thirty months from 2 March 2026
        ("uk/latest", "decided_on", "settlement.from", False),  # the wait runs from the grant
        ("uk/latest", "family_applied_at", "family_reunion.route", False),  # paused at 15:00 on 4 September 2025
        ("uk/latest", "as_of", "work.while_waiting", False),  # not yet, and then not at all, where the delay is theirs
        ("uk/latest", "income_years", "settlement.after", True),  # it counts under the proposals only
        ("uk/latest", "household_size", "support.weekly", True),  # so much for each person
    ],
)
def test_what_is_known_of_the_law_is_found(policy: str, fact: str, question: str, is_so: bool) -> None:  # noqa: FBT001  # a column
    made = policies[policy]

    proof = prove.monotone(made, fact, questions=[question])

    assert proof.holds is is_so
    assert all(replayed(made, made, each)[1] is Direction.LESS_FAVOURABLE for each in proof.refuted)


def test_more_english_is_never_worse_under_the_headline_readings_of_the_proposals() -> None:
    assert prove.monotone(policies["uk/proposed"], "english", questions=["settlement.after"], readings="headline")


def test_public_funds_lengthen_the_wait_where_increases_reach_refugees() -> None:
    read = {"settlement.increases_reach_refugees": "yes"}
    given = CaseProfile(claim="refugee", route="in_country", claimed_on=date(2026, 4, 1))

    proof = prove.monotone(
        policies["uk/proposed"], "months_on_public_funds", questions=["settlement.from"], given=given, under=read
    )

    assert proof.holds is False
    (case,) = proof.refuted
    assert (case.facts["months_on_public_funds"], case.instead) == (0, {"months_on_public_funds": 1})


# Two cases that differ in one fact only


def test_a_threshold_is_shown_on_both_sides() -> None:
    made = longer(years(5), years(6), at_least(age, 18))

    assert shown(prove.monotone(made, "age"), made) == ({"age": 0}, {"age": 18})
    assert prove.monotone(longer(years(6), years(5), at_least(age, 18)), "age")


def test_times_of_day_are_compared() -> None:
    closes = at_least(family_applied_at, Moment.parse("2025-09-04T15:00"))
    made = longer(years(5), years(6), closes)

    low, high = shown(prove.monotone(made, "family_applied_at"), made)

    assert str(low["family_applied_at"]) == "2025-09-04T14:59"
    assert str(high["family_applied_at"]) == "2025-09-04T15:00"


def test_yes_is_larger_than_no() -> None:
    made = longer(years(5), years(6), holds(is_destitute))

    assert shown(prove.monotone(made, "is_destitute"), made) == ({"is_destitute": False}, {"is_destitute": True})
    assert prove.monotone(longer(years(6), years(5), holds(is_destitute)), "is_destitute")


def test_the_code_none_is_the_least_of_its_codes_and_no_absence() -> None:
    made = longer(years(6), years(5), is_one_of(english, "none"))

    low, high = shown(prove.monotone(made, "english"), made)

    assert low == {"english": "none"}
    assert high == {"english": "c2"}


@pytest.mark.parametrize(("first", "then"), [(years(6), years(5)), (years(5), years(6))])
def test_codes_that_are_treated_alike_may_lie_on_both_sides_of_others(first: Span, then: Span) -> None:
    made = longer(first, then, is_one_of(english, "a1", "c1"))

    low, high = shown(prove.monotone(made, "english"), made)

    assert english.codes.index(low["english"]) < english.codes.index(high["english"])


def test_that_a_fact_is_absent_is_neither_more_nor_less() -> None:
    assert prove.monotone(longer(years(5), years(6), is_none(claimed_on)), "claimed_on")
    assert prove.monotone(longer(years(5), years(6), is_given(claimed_on)), "claimed_on")


def test_both_cases_are_such_as_the_world_allows() -> None:
    made = longer(years(5), years(6), all_of(on_or_after(claimed_on, DAY), before(decided_on, date(2026, 9, 1))))

    low, high = shown(prove.monotone(made, "claimed_on"), made)

    assert low["claimed_on"] < DAY <= high["claimed_on"] <= low["decided_on"]


def test_a_fact_that_cannot_grow_with_all_else_equal_is_never_worse() -> None:
    """No one decided before the day can have claimed on it or later."""
    before_the_day = before(decided_on, DAY)
    made = policy(
        rule("early", LONG, years(5), before_the_day),
        rule("late", LONG, years(6), not_(before_the_day)),
    )

    assert prove.monotone(made, "claimed_on")
    assert not prove.monotone(made, "decided_on")


# Answers worked out from the fact


@pytest.mark.parametrize(
    ("question", "gives", "fact", "is_so"),
    [
        (LONG, A_MONTH_EACH, "household_size", False),
        (evolve(LONG, favours=Favours.MORE), A_MONTH_EACH, "household_size", True),
        (WHEN, after_arrival(years(5)), "arrived_on", False),
        (evolve(WHEN, favours=Favours.MORE), after_arrival(years(5)), "arrived_on", True),
        (WHEN, after_arrival(years(5)), "decided_on", True),
        (WHEN, moved(claimed_on, years(5)), "claimed_on", False),
    ],
)
def test_an_answer_that_varies_with_the_fact_is_weighed(question: Any, gives: Any, fact: str, is_so: bool) -> None:  # noqa: FBT001  # a column
    made = policy(rule("one", question, gives))

    proof = prove.monotone(made, fact)

    assert proof.holds is is_so
    assert all(replayed(made, made, each)[1] is Direction.LESS_FAVOURABLE for each in proof.refuted)


def test_a_shorter_span_from_a_later_day_may_lead_to_a_later_day() -> None:
    late = on_or_after(arrived_on, DAY)
    made = policy(
        rule("five", WHEN, after_arrival(years(5))),
        rule("one", WHEN, after_arrival(years(1)), late, overrides=("five",)),
    )
    only_late = evolve(made, scopes=(Scope(WHEN, late),))

    assert not prove.monotone(made, "arrived_on")
    assert not prove.monotone(only_late, "arrived_on")


def test_a_narrow_cell_is_looked_at_on_both_sides_of_its_usual_day() -> None:
    made = policy(rule("one", WHEN, after_arrival(years(5))))
    early = evolve(made, scopes=(Scope(WHEN, before(arrived_on, DAY)),))
    that_day = evolve(made, scopes=(Scope(WHEN, is_one_of(arrived_on, DAY)),))

    low, high = shown(prove.monotone(early, "arrived_on", questions=["when"]), early)

    assert low["arrived_on"] < high["arrived_on"] < DAY
    assert prove.monotone(that_day, "arrived_on").holds is None


def test_what_the_solver_finds_is_shown_by_two_cases() -> None:
    """Of two answers that count from other days no cell tells which is later."""
    made = policy(
        rule("grant", WHEN, moved(decided_on, years(1))),
        rule("claim", WHEN, moved(arrived_on, years(1)), holds(is_destitute), overrides=("grant",)),
    )
    given = CaseProfile(claim="refugee", route="in_country")

    proof = prove.monotone(made, "is_destitute", given=given)

    (case,) = proof.refuted
    assert replayed(made, made, case, given)[1] is Direction.LESS_FAVOURABLE
    assert case.facts["is_destitute"] is False
    assert case.instead == {"is_destitute": True}
    assert set(case.facts) == {"is_destitute", "decided_on", "arrived_on"}


def test_what_the_solver_proves_is_proved() -> None:
    made = policy(
        rule("grant", WHEN, moved(decided_on, years(1))),
        rule("claim", WHEN, moved(claimed_on, years(1)), holds(is_destitute), overrides=("grant",)),
    )

    assert prove.monotone(made, "is_destitute", given=CaseProfile(claim="refugee", route="in_country"))


def test_the_code_none_of_an_ordered_fact_is_its_least_value_to_the_solver_too() -> None:
    made = policy(
        rule("some", WHEN, moved(decided_on, years(9))),
        rule("none", WHEN, after_arrival(years(5)), is_one_of(english, "none"), overrides=("some",)),
    )

    proof = prove.monotone(made, "english", given=CaseProfile(claim="refugee", route="in_country"))

    assert proof.holds is False
    (case,) = proof.refuted
    assert case.facts["english"] == "none"


# How a day stands to another that is not known either


@pytest.mark.parametrize(("fact", "is_so"), [("as_of", True), ("arrived_on", False)])
def test_a_day_that_passes_another_is_followed(fact: str, is_so: bool) -> None:  # noqa: FBT001  # a column
    """Soon after arrival there may be help, later there must be; whoever arrives later is sooner after it."""
    made = policy(rule("power", HELP, "power", holds(SOON)), rule("duty", HELP, "duty", not_(holds(SOON))))

    proof = prove.monotone(made, fact)

    assert proof.holds is is_so
    assert all(replayed(made, made, each)[1] is Direction.LESS_FAVOURABLE for each in proof.refuted)


def test_two_thresholds_that_no_one_day_can_meet_refute_nothing() -> None:
    """A day within three months of arrival in 2020 is not within three months of arrival since 2026, nor earlier."""
    recent = all_of(holds(SOON), on_or_after(arrived_on, DAY), on_or_after(as_of, date(2026, 1, 1)))
    made = policy(rule("duty", HELP, "duty"), rule("power", HELP, "power", recent, overrides=("duty",)))

    proof = prove.monotone(made, "as_of")

    assert proof.holds is False
    assert all(replayed(made, made, each)[1] is Direction.LESS_FAVOURABLE for each in proof.refuted)


# What is not settled, and why


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        (UpTo(years(20)), "a figure is not exact"),
        (Unstated(), "a figure is not stated"),
        (days(1826), "they have no order"),
    ],
)
def test_answers_without_an_order_are_not_settled_and_both_are_shown(then: Any, reason: str) -> None:
    proof = prove.monotone(longer(years(5), then, at_least(age, 18)), "age")

    assert proof.holds is None
    (left,) = proof.unsettled
    assert (left.reason, left.facts, left.instead) == (reason, {"age": 0}, {"age": 18})
    assert "with age = 18 in its place the answers are 5 years → " in str(proof)


def test_a_figure_that_is_not_exact_and_varies_with_the_fact_is_not_settled() -> None:
    inexact = Moved(ValueOf(arrived_on), Constant(UpTo(years(5))))

    proof = prove.monotone(policy(rule("one", WHEN, inexact)), "arrived_on")

    assert proof.holds is None
    assert proof.unsettled[0].reason == "a figure is not exact"


def test_months_and_days_that_vary_are_not_weighed() -> None:
    made = longer(A_MONTH_EACH, Times(Constant(Exactly(days(30))), household_size), holds(is_destitute))

    assert prove.monotone(made, "is_destitute").holds is None


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    without_z3(monkeypatch)
    made = policy(rule("one", evolve(LONG, favours=Favours.MORE), A_MONTH_EACH))

    (left,) = prove.monotone(made, "household_size").unsettled

    assert left.reason.endswith("proofs over all cases need z3: pip install asylum-rules[smt]")


def test_time_that_does_not_suffice_is_said() -> None:
    given = CaseProfile(claim="refugee", route="in_country")
    proof = prove.monotone(
        policies["uk/proposed"],
        "decided_on",
        questions=["reviews.before_settlement"],
        given=given,
        under={"settlement.core_clock": "from_arrival"},
        readings="headline",
        budget=1,
    )

    assert proof.holds is None
    assert proof.unsettled[0].reason.startswith("not settled within 1 milliseconds")


def test_too_many_cases_are_unsettled_and_how_to_narrow_them_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 20)

    (left,) = prove.monotone(LATEST, "claimed_on", questions=["leave.length"]).unsettled

    assert "state some of: claim" in left.reason


# What is refused


@pytest.mark.parametrize(
    ("fact", "about", "message"),
    [
        ("claim", {}, "fact: `claim`: its codes have no order"),
        ("age", {"given": CaseProfile(age=18)}, "fact: `age`: is given, so that it has no larger value"),
        (
            "age",
            {"questions": ["support.scheme"]},
            "question: `support.scheme`: none of its answers is better or worse",
        ),
    ],
)
def test_what_has_no_order_is_refused(fact: str, about: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidInputError) as error:
        prove.monotone(LATEST, fact, **about)

    assert str(error.value) == message


def test_a_fact_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="aged"):
        prove.monotone(LATEST, "aged")
