"""On the policies of the library every engine says the same, of whole cases and of cases that leave facts out."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from asylum_rules import Policy, policies
from asylum_rules.decide.chosen import question_named
from asylum_rules.decide.completions import Completions
from asylum_rules.language.subjects import Question
from asylum_rules.model.profile import CaseBase
from asylum_rules.testing import boat_profiles, boundary_profiles, partial, readings
from tests.agreement import part, whole

NAMES = ("uk/baseline", "uk/latest", "uk/proposed", "uk/next", "denmark", "france/before", "france/doctrine")

FEW = settings(max_examples=max(5, settings().max_examples // 5))


def profiles(policy: Policy, question: Question) -> st.SearchStrategy[Any]:
    if policy.profile == "boat":
        return boat_profiles()
    return boundary_profiles(policy, questions=[question.name])


@cache
def anyone(policy: str, question: str) -> Completions:
    return whole.anyone(policies[policy], question_named(policies[policy], question))


@st.composite
def asked(draw: st.DrawFn, policy: Policy) -> tuple[Question, CaseBase, dict[str, str]]:
    question = draw(st.sampled_from(policy.questions))
    return question, draw(profiles(policy, question)), draw(readings(policy))


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_every_engine_says_the_same_of_a_whole_case(name: str, data: st.DataObject) -> None:
    question, case, reading = data.draw(asked(policies[name]))
    every = anyone(name, question.name)

    whole.compare(policies[name], question, [(case, reading)], every)
    whole.compare_conditions(policies[name], question, [(case, reading)], every)


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(data=st.data())
def test_the_solver_says_the_same_of_a_whole_case(name: str, data: st.DataObject) -> None:
    question, case, reading = data.draw(asked(policies[name]))

    whole.compare_solver(policies[name], question, case, reading)


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(data=st.data())
def test_a_case_that_leaves_facts_out_is_told_exactly_what_its_completions_are(name: str, data: st.DataObject) -> None:
    question, whole_case, _ = data.draw(asked(policies[name]))
    case = data.draw(partial(st.just(whole_case)))

    part.compare(policies[name], question, case, most=300)
