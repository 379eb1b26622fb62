"""Whatever is asked, open points are read in one way: what is not there is refused alike."""

from collections.abc import Callable, Mapping

import pyarrow as pa
import pytest

from asylum_rules import (
    BoatProfile,
    CaseProfile,
    InvalidInputError,
    Policy,
    UnknownNameError,
    attribute,
    decide,
    diff,
    explain,
    impact,
    policies,
    prove,
    timeline,
)
from asylum_rules.population.run import population

BASELINE, PROPOSED = policies["uk/baseline"], policies["uk/proposed"]
CASE = CaseProfile(
    claim="refugee",
    arrived_on="2026-03-20",
    claimed_on="2026-04-01",
    decided_on="2026-11-02",
    was_unaccompanied_child_at_claim=False,
)
WAIT = "settlement.after"

Ask = Callable[[Policy, Mapping[str, str]], object]

ASKS: dict[str, Ask] = {
    "decide": lambda policy, under: decide(policy, CASE, WAIT, under=under),
    "explain": lambda policy, under: explain(policy, CASE, WAIT, under=under),
    "timeline": lambda policy, under: timeline([BASELINE, policy], CASE, under=under),
    "diff": lambda policy, under: diff(BASELINE, policy, CASE, under=under),
    "attribute": lambda policy, under: attribute(BASELINE, policy, CASE, WAIT, under=under),
    "impact": lambda policy, under: impact(BASELINE, policy, questions=[WAIT], under=under),
    "prove": lambda policy, under: prove.equivalent(BASELINE, policy, questions=[WAIT], under=under),
    "population": lambda policy, under: population(
        pa.table({"claim": ["refugee"]}), (BASELINE, policy), questions=[WAIT], under=under
    ),
}

ask = pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS)


@ask
def test_a_point_that_is_not_there_is_refused_by_all_alike(ask: Ask) -> None:
    with pytest.raises(UnknownNameError) as raised:
        ask(PROPOSED, {"settlement.core_clok": "from_grant"})

    assert str(raised.value) == "unknown open point `settlement.core_clok`: did you mean `settlement.core_clock`?"


@ask
def test_a_reading_that_is_not_there_is_refused_by_all_alike(ask: Ask) -> None:
    with pytest.raises(UnknownNameError) as raised:
        ask(PROPOSED, {"settlement.core_clock": "from_grants"})

    assert str(raised.value) == ("unknown reading of `settlement.core_clock` `from_grants`: did you mean `from_grant`?")


@ask
def test_whom_a_policy_is_about_is_told_before_what_it_is_read_by(ask: Ask) -> None:
    with pytest.raises(InvalidInputError) as raised:
        ask(policies["france/doctrine"], {"settlement.core_clok": "from_grant"})

    assert str(raised.value) == "policy: `france/doctrine` is about a boat, not about a person"


def test_of_a_policy_about_another_profile_it_is_not_asked_whether_it_knows_the_question() -> None:
    with pytest.raises(InvalidInputError, match="`uk/proposed` is about a person, not about a boat"):
        decide(PROPOSED, BoatProfile(), "interception.allowed")


# A policy given twice


def test_what_is_told_by_id_refuses_two_policies_of_one_id() -> None:
    for twice in (
        lambda: diff(PROPOSED, PROPOSED, CASE),
        lambda: population(pa.table({"claim": ["refugee"]}), (PROPOSED, PROPOSED)),
    ):
        with pytest.raises(InvalidInputError) as raised:
            twice()

        assert str(raised.value) == "policy: `uk/proposed` is given twice"


def test_a_timeline_sets_two_readings_of_one_policy_side_by_side() -> None:
    two = [PROPOSED.under("settlement.core_clock", each) for each in ("from_grant", "from_arrival")]

    grant, arrival = timeline(two, CASE).events

    days = [next(each.on for each in events if each.event == "settlement") for events in (grant, arrival)]
    assert [str(day) for day in days] == ["2046-11-02", "2046-03-20"]


def test_between_a_policy_and_itself_nothing_is_attributed() -> None:
    with pytest.raises(InvalidInputError, match="the answer stays: 5 years"):
        attribute(BASELINE, BASELINE, CASE, WAIT)
