"""Who may be affected by a change, and which way: what is proved holds of every case, what is refuted is shown."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from asylum_rules import CaseProfile, InvalidInputError, Policy, UnknownNameError, policies, prove
from asylum_rules.decide import completions
from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    answer_is,
    any_of,
    at_least,
    holds,
    is_one_of,
    not_,
    on_or_after,
    read_as,
)
from asylum_rules.language.terms import Constant, DatesBefore, Difference, Moved, StepsWithin, Sum, Times, ValueOf
from asylum_rules.model.boat import on_date
from asylum_rules.model.direction import Direction
from asylum_rules.model.person import (
    age,
    arrived_on,
    children_under_1,
    claimed_on,
    decided_on,
    household_size,
    is_destitute,
    route,
    yearly_income,
)
from asylum_rules.model.points import SETTLEMENT_CORE_CLOCK
from asylum_rules.model.world import RESETTLED
from asylum_rules.prove.cases import Cases
from asylum_rules.rulebooks.uk.protection import lodged_on
from asylum_rules.units.figure import Exactly, Unstated, UpTo
from asylum_rules.units.money import Currency, Money, pounds
from asylum_rules.units.span import days, months, years
from asylum_rules.units.word import Word
from tests.model.handmade import TESTS, boat, policy, rule
from tests.prove.made import A_MONTH_EACH, HELP, LONG, MANY, WHEN, after_arrival, replayed, second, two, without_z3

BASELINE, LATEST = policies["uk/baseline"], policies["uk/latest"]
PROPOSED, NEXT = policies["uk/proposed"], policies["uk/next"]
RECOGNISED = CaseProfile(claim="refugee", route="in_country", on_work_and_study_route=False)
FROM_ARRIVAL = {"settlement.core_clock": "from_arrival"}
THE_DAY = date(2026, 3, 2)
"""From this day on a claim leads to thirty months' leave."""


# The flagship: nobody recognised can settle before the same person under the old rules


def test_no_one_recognised_can_settle_earlier_under_the_proposals() -> None:
    proof = prove.nobody_better_off(
        BASELINE, PROPOSED, questions=["settlement.from"], given=RECOGNISED, readings="headline"
    )

    assert proof
    assert str(proof).splitlines() == [
        "proved: nobody is better off under `uk/proposed` than under `uk/baseline`",
        "  asked: settlement.from",
        "  of cases with claim = refugee, route = in_country, on_work_and_study_route = false",
        "  read by the headlines",
    ]


def test_counted_from_arrival_who_waited_long_for_the_decision_settles_earlier() -> None:
    proof = prove.nobody_better_off(
        BASELINE, PROPOSED, questions=["settlement.from"], given=RECOGNISED, readings="headline", under=FROM_ARRIVAL
    )

    (case,) = proof.refuted
    arrived, decided = case.facts["arrived_on"], case.facts["decided_on"]
    assert isinstance(arrived, date)
    assert isinstance(decided, date)
    assert decided.year - arrived.year >= 15
    assert arrived >= date(2015, 1, 1)
    base, other = Cases(readings="headline", under=FROM_ARRIVAL).read(BASELINE, PROPOSED)
    assert replayed(base, other, case, RECOGNISED) == (True, Direction.MORE_FAVOURABLE)
    assert "  read by the headlines, settlement.core_clock = from_arrival" in str(proof)


def test_on_work_and_study_nothing_is_settled_for_that_wait_is_not_stated() -> None:
    proof = prove.nobody_better_off(
        BASELINE,
        PROPOSED,
        questions=["settlement.from"],
        given=CaseProfile(claim="refugee", route="in_country"),
        readings="headline",
    )

    assert proof.holds is None
    (left,) = proof.unsettled
    assert left.reason == "a figure is not stated"
    assert left.facts["on_work_and_study_route"] is True


# Known law


@pytest.mark.parametrize(
    ("proof", "holds"),
    [
        (prove.nothing_before(BASELINE, LATEST, THE_DAY, questions=["leave.length"]), True),
        (prove.nothing_before(BASELINE, LATEST, date(2026, 3, 3), questions=["leave.length"]), False),
        (prove.equivalent(BASELINE, LATEST, questions=["appeal.body"]), True),
        (prove.equivalent(LATEST, NEXT, questions=["appeal.body"]), False),
        (prove.nobody_better_off(BASELINE, LATEST, questions=["support.entitlement"]), True),
        (prove.nobody_worse_off(BASELINE, LATEST, questions=["support.entitlement"]), False),
        (prove.nobody_worse_off(BASELINE, LATEST, questions=["leave.length"], given=RECOGNISED), False),
        (prove.nobody_better_off(BASELINE, LATEST, questions=["leave.length"], given=RECOGNISED), True),
    ],
    ids=lambda each: each.claim if isinstance(each, prove.Proof) else str(each),
)
def test_known_changes_of_the_law_are_found(proof: prove.Proof, holds: bool) -> None:  # noqa: FBT001  # a column
    assert proof.holds is holds


def test_leave_changes_only_for_claims_since_the_day_and_for_people_resettled() -> None:
    affected = any_of(on_or_after(lodged_on, THE_DAY), is_one_of(route, *RESETTLED))

    assert prove.only_affects(BASELINE, LATEST, affected, questions=["leave.length"])
    assert not prove.only_affects(BASELINE, LATEST, on_or_after(lodged_on, THE_DAY), questions=["leave.length"])


def test_a_claim_on_the_day_itself_refutes_that_nothing_changes_before_the_day_after() -> None:
    (case,) = prove.nothing_before(BASELINE, LATEST, date(2026, 3, 3), questions=["leave.length"]).refuted

    assert case.facts["claimed_on"] == THE_DAY
    assert replayed(BASELINE, LATEST, case) == (True, Direction.LESS_FAVOURABLE)


def test_people_without_a_claim_are_outside_what_is_said_of_claims_before_a_day() -> None:
    resettled = CaseProfile(route="uk_resettlement_scheme", arrived_on=date(2026, 9, 28))
    proof = prove.nothing_before(BASELINE, LATEST, THE_DAY, questions=["settlement.after"], given=resettled)

    assert proof
    assert "is before 2 March 2026; cases without one are left aside" in proof.claim
    assert not prove.equivalent(BASELINE, LATEST, questions=["settlement.after"], given=resettled)


def test_another_date_may_count() -> None:
    proof = prove.nothing_before(BASELINE, LATEST, date(2026, 9, 28), counts=arrived_on, questions=["settlement.after"])

    assert proof
    assert proof.claim.endswith("nothing changes where the day of arrival is before 28 September 2026")


@pytest.mark.parametrize("other", [LATEST, PROPOSED], ids=["latest", "proposed"])
def test_every_refutation_of_the_shipped_policies_is_replayed(other: Policy) -> None:
    base, other = Cases(readings="headline").read(BASELINE, other)
    worse = prove.nobody_worse_off(base, other, budget=1)
    changed = prove.equivalent(base, other, budget=1)

    assert {replayed(base, other, each)[1] for each in worse.refuted} == {Direction.LESS_FAVOURABLE}
    assert {replayed(base, other, each)[0] for each in changed.refuted} == {True}


# Which change a case shows


def test_a_change_for_the_worse_for_some_is_shown_with_one_of_them() -> None:
    base, other = two(LONG, years(5), years(6), when=at_least(age, 18))

    (case,) = prove.nobody_worse_off(base, other).refuted

    assert (case.facts, case.points) == ({"age": 18}, {})
    assert prove.nobody_better_off(base, other)
    assert prove.only_affects(base, other, at_least(age, 18))
    assert not prove.only_affects(base, other, at_least(age, 19))


def test_a_policy_answers_as_itself() -> None:
    proof = prove.equivalent(PROPOSED, PROPOSED, questions=["settlement.from"])

    assert proof
    assert proof.policies == ("uk/proposed", "uk/proposed (2)")


def test_two_readings_of_one_policy_are_told_apart() -> None:
    one, other = (PROPOSED.under("settlement.core_clock", each) for each in ("from_grant", "from_arrival"))
    given = evolve(RECOGNISED, claimed_on=date(2026, 4, 1), was_unaccompanied_child_at_claim=False)

    proof = prove.equivalent(one, other, questions=["settlement.from"], given=given, readings="headline")

    assert proof.holds is False


def test_a_reading_that_is_fixed_is_fixed_where_a_condition_tests_it_too() -> None:
    from_grant = read_as(SETTLEMENT_CORE_CLOCK, "from_grant")

    fixed = prove.only_affects(
        BASELINE, PROPOSED, from_grant, questions=["leave.length"], under={"settlement.core_clock": "from_grant"}
    )
    other = prove.only_affects(
        BASELINE, PROPOSED, from_grant, questions=["leave.length"], under={"settlement.core_clock": "from_arrival"}
    )

    assert fixed
    assert not other
    assert other.refuted[0].points.keys() <= {"proposal.reaches_existing_claims", "proposal.reaches_lone_children"}


# Answers without an order are never "not worse"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (years(5), days(1826), "they have no order"),
        (years(5), UpTo(years(20)), "a figure is not exact"),
        (years(5), Unstated(), "a figure is not stated"),
        (years(5), Word.NONE, "they have no order"),
        (days(30), A_MONTH_EACH, "they have no order"),
        (A_MONTH_EACH, UpTo(years(1)), "a figure is not exact"),
        (A_MONTH_EACH, Word.NONE, "they have no order"),
        (
            A_MONTH_EACH,
            Difference(A_MONTH_EACH, Times(Constant(Exactly(days(1))), children_under_1)),
            "they have no order",
        ),
    ],
)
def test_a_span_that_has_no_order_with_another_leaves_it_unsettled(old: Any, new: Any, reason: str) -> None:
    for prove_it in (prove.nobody_worse_off, prove.nobody_better_off):
        proof = prove_it(*two(LONG, old, new))

        assert proof.holds is None
        (left,) = proof.unsettled
        assert left.reason == reason
        assert left.old is not None


def test_a_case_that_one_policy_does_not_cover_leaves_it_unsettled() -> None:
    base, other = two(HELP, "duty", "duty")
    narrow = evolve(other, scopes=(evolve(other.scopes[0], when=at_least(age, 18)),))

    (left,) = prove.nobody_worse_off(base, narrow).unsettled

    assert left.reason == "one of the two does not cover the case"
    assert "0 → " not in left.reason
    assert left.facts == {"age": 0}


def test_what_is_stated_alike_on_both_sides_is_the_same() -> None:
    for same in (UpTo(years(20)), Unstated(), Word.INDEFINITE):
        assert prove.nobody_worse_off(*two(LONG, same, same))
        assert prove.nobody_better_off(*two(LONG, same, same))


def test_a_formula_and_what_is_not_stated_may_come_to_the_same() -> None:
    """Months counted in a span of days are not stated, and as a formula that does not show yet."""
    each_month = StepsWithin(Constant(Exactly(months(1))), Times(Constant(Exactly(days(20))), household_size))

    assert prove.equivalent(*two(MANY, each_month, Unstated()), given=CaseProfile(household_size=2))
    assert prove.equivalent(*two(MANY, each_month, Unstated()))


def test_a_case_whose_figures_are_past_all_measure_refutes_nothing() -> None:
    decades = Times(Constant(Exactly(years(10))), household_size)

    (left,) = prove.nobody_worse_off(*two(LONG, years(1), decades, when=at_least(household_size, 200))).unsettled

    assert left.reason == "the case that the solver found has no answer: a span is at most 1,000 years"


# Dates and sums that vary, which the solver weighs


@pytest.mark.parametrize(
    ("question", "old", "new", "worse", "better"),
    [
        (WHEN, after_arrival(days(31)), after_arrival(months(1)), True, False),
        (WHEN, after_arrival(days(30)), after_arrival(months(1)), False, False),
        (WHEN, after_arrival(months(1)), after_arrival(months(2)), False, True),
        (LONG, Constant(Exactly(months(1))), A_MONTH_EACH, False, True),
        (LONG, A_MONTH_EACH, Sum((A_MONTH_EACH, Constant(Exactly(months(1))))), False, True),
        (LONG, A_MONTH_EACH, Difference(A_MONTH_EACH, Constant(Exactly(months(1)))), True, False),
        (LONG, A_MONTH_EACH, Word.INDEFINITE, False, True),
        (evolve(LONG, none_is_best=True), A_MONTH_EACH, Word.NONE, True, False),
        (MANY, ValueOf(household_size), ValueOf(children_under_1), True, False),
        (MANY, StepsWithin(Constant(Exactly(months(1))), A_MONTH_EACH), ValueOf(household_size), False, True),
    ],
)
def test_exact_figures_that_vary_are_weighed(question: Any, old: Any, new: Any, worse: bool, better: bool) -> None:  # noqa: FBT001  # columns
    base, other = two(question, old, new)

    for prove_it, is_so, wrong in (
        (prove.nobody_worse_off, worse, Direction.LESS_FAVOURABLE),
        (prove.nobody_better_off, better, Direction.MORE_FAVOURABLE),
    ):
        proof = prove_it(base, other)
        assert proof.holds is is_so
        assert all(replayed(base, other, each)[1] is wrong for each in proof.refuted)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (after_arrival(days(31)), after_arrival(months(1))),
        (after_arrival(months(1)), Word.NONE),
        (after_arrival(months(1)), Moved(ValueOf(arrived_on), Constant(UpTo(months(1))))),
        (after_arrival(months(1)), date(2026, 3, 2)),
    ],
)
def test_answers_that_are_the_same_on_some_days_only_are_not_the_same(old: Any, new: Any) -> None:
    base, other = two(WHEN, old, new)

    (case,) = prove.equivalent(base, other).refuted

    assert replayed(base, other, case)[0] is not False


def test_a_month_and_thirty_one_days_differ_only_after_a_short_month() -> None:
    base, other = two(WHEN, after_arrival(days(31)), after_arrival(months(1)))

    (case,) = prove.equivalent(base, other).refuted

    assert replayed(base, other, case, CaseProfile())[0] is True
    assert prove.equivalent(base, other, given=CaseProfile(arrived_on=date(2026, 1, 15)))


def test_dates_are_weighed_as_the_world_allows_them() -> None:
    base, other = two(WHEN, *(Moved(ValueOf(each), Constant(Exactly(months(1)))) for each in (claimed_on, decided_on)))
    given = CaseProfile(claim="refugee", route="in_country")

    assert prove.nobody_better_off(base, other, given=given)
    assert prove.nobody_worse_off(base, other, given=given).holds is False


def test_steps_of_no_length_are_not_weighed() -> None:
    every = Times(Constant(Exactly(months(1))), household_size)
    base, other = two(MANY, 3, DatesBefore(every, ValueOf(arrived_on), ValueOf(decided_on)))

    assert prove.nobody_worse_off(base, other, given=CaseProfile(claim="refugee")).holds is None


def test_amounts_in_two_currencies_are_not_weighed() -> None:
    money = policies["uk/baseline"].questions
    fee = next(each for each in money if each.name == "settlement.fee")
    crowns = Constant(Exactly(Money(100, Currency.DKK)))
    base, other = two(fee, ValueOf(yearly_income), crowns)

    assert prove.nobody_worse_off(base, other).holds is None
    assert prove.nobody_better_off(*two(fee, ValueOf(yearly_income), pounds("0.00"))).holds is False


def test_a_case_that_the_solver_finds_is_preferred_to_one_that_nothing_settles() -> None:
    base = policy(rule("old", LONG, months(2)))
    other = second(
        policy(
            rule("new", LONG, A_MONTH_EACH),
            rule("poor", LONG, Unstated(), holds(is_destitute), overrides=("new",)),
        )
    )

    proof = prove.nobody_worse_off(base, other)

    assert proof.holds is False
    assert proof.unsettled == ()
    assert proof.refuted[0].facts == {"is_destitute": False, "household_size": 3}


def test_dates_that_the_solver_does_not_know_leave_it_unsettled() -> None:
    base, other = two(WHEN, *(Moved(ValueOf(each), Constant(Exactly(months(1)))) for each in (claimed_on, decided_on)))
    given = CaseProfile(claim="refugee", route="in_country", claimed_on=date(2150, 1, 1))

    (left,) = prove.nobody_worse_off(base, other, given=given).unsettled

    assert left.reason == "the solver knows no dates before 1950 or after 2100, and one is given"


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    without_z3(monkeypatch)

    proof = prove.nobody_worse_off(*two(LONG, months(1), A_MONTH_EACH))

    (left,) = proof.unsettled
    assert left.reason == (
        "dates or sums are to be weighed, and proofs over all cases need z3: pip install asylum-rules[smt]"
    )


def test_time_that_does_not_suffice_is_said() -> None:
    proof = prove.nobody_better_off(
        *two(
            MANY,
            *(
                DatesBefore(Constant(Exactly(months(1))), ValueOf(each), ValueOf(decided_on))
                for each in (claimed_on, arrived_on)
            ),
        ),
        given=CaseProfile(claim="refugee", route="in_country"),
        budget=1,
    )

    assert proof.holds is None
    assert proof.unsettled[0].reason.startswith("not settled within 1 milliseconds")


def test_cases_without_a_short_condition_are_not_put_to_the_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("asylum_rules.cells.region.condition_of", lambda *_: None)

    (left,) = prove.nobody_worse_off(*two(LONG, months(1), A_MONTH_EACH)).unsettled

    assert left.reason == "the cases left to the solver have no short condition; narrow them by what is given"


def test_too_many_cases_are_unsettled_and_how_to_narrow_them_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 20)

    (left,) = prove.equivalent(BASELINE, LATEST, questions=["leave.length"]).unsettled

    assert left.reason == (
        "`leave.length` turns on too much at once to be worked out (over 20 nodes); state some of: claim, "
        "further_submissions_on, claimed_on, route, arrived_on"
    )


# What is refused


def refusal(prove_it: Any, *arguments: Any, **about: Any) -> str:
    with pytest.raises(InvalidInputError) as error:
        prove_it(*arguments, **about)
    return str(error.value)


def test_nothing_is_proved_of_no_question() -> None:
    france = (policies["france/before"], policies["france/doctrine"])

    assert refusal(prove.equivalent, BASELINE, LATEST, questions=[]) == "question: none is named"
    assert refusal(prove.equivalent, BASELINE, LATEST, questions=["assets.kept"]) == (
        "question: `assets.kept`: is not answered by `uk/baseline`, `uk/latest`"
    )
    assert refusal(prove.nobody_worse_off, BASELINE, LATEST, questions=["support.scheme"]) == (
        "question: `support.scheme`: none of its answers is better or worse"
    )
    assert refusal(prove.nobody_worse_off, *france).startswith("question: 4 problems")
    assert refusal(prove.nobody_worse_off, *two(TESTS, "income", "no_debt")) == (
        "question: `tests`: none of its answers is better or worse"
    )


def test_a_question_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError, match=r"settlement\.when"):
        prove.equivalent(BASELINE, LATEST, questions=["settlement.when"])


def test_a_condition_tests_facts_of_these_cases_and_points() -> None:
    condition = all_of(not_(answer_is(HELP, "duty")), on_or_after(on_date, THE_DAY), at_least(age, 18))

    assert refusal(prove.only_affects, BASELINE, LATEST, condition) == (
        "condition: 2 problems\n"
        "  `help`: is an answer, expected facts and open points\n"
        "  `on_date`: is no fact of a person"
    )
    assert refusal(prove.nothing_before, policies["france/before"], policies["france/doctrine"], THE_DAY) == (
        "condition: `lodged_on`: is no fact of a boat"
    )


def test_policies_and_cases_are_of_one_profile() -> None:
    assert "is about a boat" in refusal(prove.equivalent, BASELINE, policies["france/before"])
    assert "is about a person" in refusal(prove.equivalent, BASELINE, LATEST, given=boat())


def test_a_condition_that_always_holds_is_true_of_every_change() -> None:
    assert prove.only_affects(BASELINE, LATEST, ALWAYS, questions=["leave.length"])
