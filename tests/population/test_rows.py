"""Every row of a population is answered as `diff` answers its case."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from asylum_rules import BoatProfile, CaseProfile, Policy, policies
from asylum_rules.language.build import not_
from asylum_rules.language.nodes import OneOf
from asylum_rules.model.person import decided_on
from asylum_rules.model.profile import CaseBase
from asylum_rules.model.questions import LEAVE_REVIEW_EVERY
from asylum_rules.population.run import population
from asylum_rules.testing import random_policies
from asylum_rules.testing.strategies import boat_profiles, case_profiles, partial
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import Span
from tests.model.handmade import policy, rule
from tests.population.beside import faults, partial_cases, table_of

UK = ("uk/baseline", "uk/latest", "uk/proposed")
READ = {
    "proposal.reaches_existing_claims": "no",
    "settlement.core_clock": "from_arrival",
}


def all_faults(cases: Sequence[CaseBase], asked: list[Policy], **how: Any) -> list[str]:
    found = population(table_of(cases), asked, answers=True, **how)
    assert (found.rows, found.rejected) == (len(cases), 0)
    assert found.answers is not None
    rows = found.answers.to_pylist()
    return [fault for row in rows for fault in faults(row, cases[row["row"] - 1], asked, **how)]


@pytest.mark.parametrize("seed", range(3))
def test_partial_cases_under_the_real_policies(seed: int) -> None:
    asked = [policies[id_] for id_ in UK]

    assert all_faults(partial_cases(asked, 40, seed), asked) == []


def test_the_same_with_nothing_presumed() -> None:
    asked = [policies[id_] for id_ in ("uk@2026-01-01", "uk/next")]

    assert all_faults(partial_cases(asked, 40, 7), asked, presume=False) == []


def test_the_same_under_some_readings() -> None:
    asked = [policies[id_] for id_ in ("uk/baseline", "uk/proposed")]
    questions = ["settlement.from", "reviews.before_settlement", "support.weekly"]

    assert all_faults(partial_cases(asked, 100, 8), asked, under=READ, questions=questions) == []


def test_denmark_beside_the_proposals() -> None:
    asked = [policies[id_] for id_ in ("uk/proposed", "denmark")]

    assert all_faults(partial_cases(asked, 40, 9), asked) == []


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_random_policies(data: st.DataObject) -> None:
    base, other = (data.draw(random_policies(named=name)) for name in ("one", "other"))
    cases = data.draw(st.lists(partial(case_profiles()), min_size=1, max_size=5))

    assert all_faults(cases, [base, other]) == []


def test_a_day_that_a_later_day_rules_out() -> None:
    """Whoever made further submissions in 2027 was not decided on the one day in 2026 that the rule is about."""
    on_that_day = OneOf(decided_on, (date(2026, 3, 2),))
    asked = policy(
        rule("often", LEAVE_REVIEW_EVERY, Exactly(Span(days=14)), on_that_day),
        rule("yearly", LEAVE_REVIEW_EVERY, Exactly(Span(years=1)), not_(on_that_day)),
    )
    cases = [
        CaseProfile(claimed_on="2026-01-31", further_submissions_on=day)
        for day in ("2027-01-01", "2026-03-03", "2026-03-02", "2026-03-01")
    ]

    assert all_faults(cases, [asked]) == []


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(partial(boat_profiles()), min_size=1, max_size=10))
def test_boats(boats: list[BoatProfile]) -> None:
    assert all_faults(boats, [policies["france/before"], policies["france/doctrine"]]) == []
