"""What is said of every case at once is, of each drawn case, what `decide` says of it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from asylum_rules import BoatProfile, CaseProfile, Policy, decide, policies
from asylum_rules.language.subjects import Profile, Question
from asylum_rules.model.direction import Changed, Direction, change
from asylum_rules.smt import Verdict, equivalent, never_better, never_worse, said
from asylum_rules.testing import boat_profiles, boundary_profiles, readings
from tests.smt.symbolic import headline

NAMES = ("uk/baseline", "uk/next", "uk@2023-01-01", "denmark", "france/doctrine")
ASKED = [(policies[name], question) for name in NAMES for question in policies[name].questions]
PAIRS = [
    (headline(base), headline(other), question)
    for base, other in [("uk/baseline", "uk/next"), ("france/before", "france/doctrine")]
    for question in policies[base].questions
]


def drawn(policy: Policy, question: Question) -> st.SearchStrategy[CaseProfile | BoatProfile]:
    if policy.profile is Profile.BOAT:
        return boat_profiles()
    return boundary_profiles(policy, questions=[question.name])


@pytest.mark.parametrize(("policy", "question"), ASKED, ids=[f"{p.id}-{q.name}" for p, q in ASKED])
@settings(max_examples=3)
@given(data=st.data())
def test_every_answer_is_what_decide_says(policy: Policy, question: Question, data: st.DataObject) -> None:
    case, reading = data.draw(drawn(policy, question)), data.draw(readings(policy))

    answer = decide(policy, case, question, under=reading, presume=False)

    assert said(policy, question, {**case.stated(), **reading}) == (answer.status, answer.value)


def refuted(base: Policy, other: Policy, question: Question, verdict: Verdict) -> tuple[Changed, Direction]:
    """Return how the answers stand to each other in the case that refutes something."""
    kind = CaseProfile if question.profile is Profile.PERSON else BoatProfile
    facts: dict[str, Any] = dict(verdict.facts)
    case = kind(**facts)
    one, two = (decide(each, case, question, under=verdict.points, presume=False) for each in (base, other))
    return change((one.status, one.value), (two.status, two.value), question)


@pytest.mark.parametrize(("base", "other", "question"), PAIRS, ids=[f"{b.id}-{q.name}" for b, _, q in PAIRS])
@pytest.mark.parametrize(
    ("prove", "shows"),
    [
        (equivalent, lambda changed, _: changed is True),
        (never_better, lambda _, direction: direction is Direction.MORE_FAVOURABLE),
        (never_worse, lambda _, direction: direction is Direction.LESS_FAVOURABLE),
    ],
    ids=["equivalent", "never_better", "never_worse"],
)
def test_every_refutation_is_replayed(
    prove: Callable[[Policy, Policy, Question], Verdict],
    shows: Callable[[Changed, Direction], bool],
    base: Policy,
    other: Policy,
    question: Question,
) -> None:
    verdict = prove(base, other, question)

    assert verdict.holds is not None
    assert verdict.holds or shows(*refuted(base, other, question, verdict))
