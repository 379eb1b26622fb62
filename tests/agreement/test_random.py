"""On random policies every engine says the same, of whole cases and of cases that leave facts out."""

from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st

from asylum_rules import CaseProfile, Policy
from asylum_rules.language.subjects import Subject
from asylum_rules.model.person import as_of, household_size
from asylum_rules.testing import boundary_profiles, partial, random_policies, random_reforms, readings
from asylum_rules.testing.subject import TIED
from tests.agreement import part, whole
from tests.agreement.whole import Readings

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

Asked = tuple[Policy, list[tuple[CaseProfile, Readings]]]


DAYS = next(each for each in TIED if as_of in each)
"""Days that are set against others, and these."""
HOUSEHOLD = next(each for each in TIED if household_size in each)
"""Counts of which one is less than another."""


@st.composite
def asked(draw: st.DrawFn, about: Sequence[Subject] | None = None) -> Asked:
    """A policy, and whole cases of what it reads with a reading of every point."""
    policy = draw(random_policies(about=about))
    return policy, draw(st.lists(st.tuples(boundary_profiles(policy), readings(policy)), min_size=1, max_size=6))


@st.composite
def asked_in_part(draw: st.DrawFn, about: Sequence[Subject] | None = None) -> tuple[Policy, CaseProfile]:
    """A policy, and a case that leaves some of what it reads out, or all of it."""
    policy = draw(random_policies(about=about))
    return policy, draw(st.builds(CaseProfile) | partial(boundary_profiles(policy)))


@given(drawn=asked() | asked(DAYS))
def test_every_engine_says_the_same_of_a_whole_case(drawn: Asked) -> None:
    policy, cases = drawn

    for question in policy.questions:
        whole.compare(policy, question, cases)
    whole.compare_solver(policy, policy.questions[-1], *cases[0])


@given(drawn=asked())
def test_every_engine_finds_that_the_same_conditions_hold(drawn: Asked) -> None:
    policy, cases = drawn

    for question in policy.questions:
        whole.compare_conditions(policy, question, cases)


@given(drawn=asked_in_part() | asked_in_part(DAYS) | asked_in_part(HOUSEHOLD))
def test_a_case_that_leaves_facts_out_is_told_exactly_what_its_completions_are(
    drawn: tuple[Policy, CaseProfile],
) -> None:
    policy, case = drawn

    for question in policy.questions:
        part.compare(policy, question, case)


@given(data=st.data())
def test_every_engine_says_the_same_under_a_reform(data: st.DataObject) -> None:
    base = data.draw(random_policies())
    policy = data.draw(random_reforms(base)).over(base)
    case, reading = data.draw(boundary_profiles(policy)), data.draw(readings(policy))

    for question in policy.questions:
        whole.compare(policy, question, [(case, reading)])
        part.compare(policy, question, case)
