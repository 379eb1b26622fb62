"""Answers to whole cases, looked up in a diagram made once."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from asylum_rules import (
    UNKNOWN,
    CaseProfile,
    Exactly,
    InvalidInputError,
    Lookup,
    Policy,
    Span,
    Status,
    decide,
    policies,
)
from asylum_rules.decide import completions
from asylum_rules.errors import ClashError, GapError, TooManyCasesError, UnknownNameError
from asylum_rules.language.build import at_least, holds, on_or_before
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question, Within
from asylum_rules.language.terms import Moved, ValueOf
from asylum_rules.model.person import age, arrived_on, as_of, decided_on, is_destitute
from asylum_rules.model.policy import Scope
from asylum_rules.testing import boundary_profiles, readings
from asylum_rules.units.span import months, years
from tests.model.handmade import SUPPORT, WAIT, policy, rule

POLICIES = tuple(policies[name] for name in ("uk/baseline", "uk/latest", "uk/proposed", "denmark"))
ASKED = [(each, question) for each in POLICIES for question in each.questions]
FROM = Question(name="from", text="From", kind=Kind.DATE)


@pytest.mark.parametrize(("asked", "question"), ASKED, ids=[f"{p.id}-{q.name}" for p, q in ASKED])
@given(data=st.data())
def test_a_looked_up_answer_is_the_one_that_is_decided(asked: Policy, question: Question, data: st.DataObject) -> None:
    case = data.draw(boundary_profiles(asked, questions=[question.name]))
    under = asked.read(data.draw(readings(asked)).items())

    found = Lookup(under, question)(case)

    answer = decide(under, case, question, presume=False)
    assert found == (answer.status, answer.value)


def test_a_date_is_worked_out_from_the_case() -> None:
    made = policy(rule("from", FROM, Moved(ValueOf(decided_on), rule("wait", WAIT, years(5)).gives)))
    lookup = Lookup(made, FROM)

    assert lookup(CaseProfile(decided_on="2024-02-29"))[1].value.isoformat() == "2029-02-28"  # type: ignore[union-attr]
    assert lookup(CaseProfile(decided_on="none")) == (Status.UNSTATED, None)


def test_two_days_set_against_each_other_are_both_read() -> None:
    window = Within(name="open", text="still open", day=as_of, start=arrived_on, span=months(3))
    made = policy(rule("closed", WAIT, years(1)), rule("open", WAIT, years(2), holds(window), overrides=("closed",)))
    lookup = Lookup(made, WAIT)

    on_the_day = lookup(CaseProfile(arrived_on="2026-01-31", as_of="2026-04-30"))
    after = lookup(CaseProfile(arrived_on="2026-01-31", as_of="2026-05-01"))

    assert (on_the_day[1], after[1]) == (Exactly(Span(years=2)), Exactly(Span(years=1)))


@pytest.mark.parametrize("case", [CaseProfile(), CaseProfile(age=UNKNOWN)], ids=["left out", "unknown"])
def test_a_fact_that_is_left_out_and_matters_is_named(case: CaseProfile) -> None:
    made = policy(rule("young", WAIT, years(1)), rule("old", WAIT, years(2), at_least(age, 18), overrides=("young",)))

    with pytest.raises(InvalidInputError, match="`age`: is left out and matters"):
        Lookup(made, WAIT)(case)


def test_a_fact_that_only_the_value_waits_for_is_named_too() -> None:
    made = policy(rule("arrived", FROM, Moved(ValueOf(arrived_on), rule("wait", WAIT, years(5)).gives)))

    with pytest.raises(InvalidInputError, match="`arrived_on`: is left out and matters"):
        Lookup(made, FROM)(CaseProfile())


def test_a_day_that_is_left_out_is_named() -> None:
    window = Within(name="open", text="still open", day=as_of, start=arrived_on, span=months(3))
    made = policy(rule("closed", WAIT, years(1)), rule("open", WAIT, years(2), holds(window), overrides=("closed",)))

    with pytest.raises(InvalidInputError, match="`as_of`: is left out and matters"):
        Lookup(made, WAIT)(CaseProfile(arrived_on="2026-01-31"))


def test_a_point_left_open_is_named() -> None:
    with pytest.raises(InvalidInputError, match=r"leaves open `proposal\.reaches_existing_claims`"):
        Lookup(policies["uk/proposed"], "leave.length")


def test_gaps_and_clashes_are_met_where_they_are() -> None:
    gap = policy(rule("some", SUPPORT, "duty", holds(is_destitute)))
    clash = policy(rule("one", SUPPORT, "duty"), rule("two", SUPPORT, "power", holds(is_destitute)))

    assert Lookup(gap, SUPPORT)(CaseProfile(is_destitute=True))[1] == "duty"
    assert Lookup(clash, SUPPORT)(CaseProfile(is_destitute=False))[1] == "duty"
    with pytest.raises(GapError):
        Lookup(gap, SUPPORT)(CaseProfile(is_destitute=False))
    with pytest.raises(ClashError):
        Lookup(clash, SUPPORT)(CaseProfile(is_destitute=True))


def test_outside_the_scope_nothing_is_covered() -> None:
    made = policy(rule("some", SUPPORT, "duty"), scopes=(Scope(SUPPORT, holds(is_destitute)),))

    assert Lookup(made, SUPPORT)(CaseProfile(is_destitute=False)) == (Status.NOT_COVERED, None)


def test_a_question_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        Lookup(policies["uk/latest"], "leave.lenght")


def test_too_many_ways_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 3)

    with pytest.raises(TooManyCasesError):
        Lookup(policies["uk/latest"], "support.entitlement")


def test_a_day_on_the_edge_falls_on_its_own_side() -> None:
    made = policy(
        rule("late", WAIT, years(1)),
        rule("early", WAIT, years(2), on_or_before(decided_on, date(2025, 1, 1)), overrides=("late",)),
    )
    lookup = Lookup(made, WAIT)

    assert [lookup(CaseProfile(decided_on=day))[1] for day in ("2025-01-01", "2025-01-02", "none")] == [
        Exactly(Span(years=2)),
        Exactly(Span(years=1)),
        Exactly(Span(years=1)),
    ]
