"""Of policies that nobody wrote: what is refuted is replayed, and what is proved holds of every case drawn."""

from typing import Any

from hypothesis import given, settings, strategies as st

from asylum_rules import CaseProfile, InvalidInputError, Policy, decide, policies, prove
from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Said
from asylum_rules.model.direction import Direction, change
from asylum_rules.model.person import age, arrived_on, decided_on, household_size
from asylum_rules.model.policy import headlines
from asylum_rules.testing import case_profiles, random_policies, readings
from tests.prove.made import replayed

POLICIES = (random_policies(), random_policies(named="drawn/other"))
NEVER_BETTER = (Direction.SAME, Direction.LESS_FAVOURABLE)
NEVER_WORSE = (Direction.SAME, Direction.MORE_FAVOURABLE)
FACTS = (age, arrived_on, decided_on, household_size)
"""Facts on which the policies drawn turn, of kinds that are compared."""


def said(policy: Policy, case: CaseProfile, question: Question | str, under: dict[str, str]) -> Said:
    answer = decide(policy, case, question, under=under, presume=False)
    return answer.status, answer.value


def holds_of(proof: prove.Proof, base: Policy, other: Policy, case: CaseProfile, under: dict[str, str]) -> bool:
    """Return whether a proved property is true of one case."""
    for question in base.questions:
        if question.name in proof.questions:
            old, new = (said(each, case, question, under) for each in (base, other))
            changed, direction = change(old, new, question)
            allowed = {"nobody-better-off": NEVER_BETTER, "nobody-worse-off": NEVER_WORSE}.get(proof.name)
            if changed is not False and (allowed is None or direction not in allowed):
                return False
    return True


@settings(max_examples=6)
@given(st.data())
def test_changes(data: st.DataObject) -> None:
    base, other = (data.draw(each) for each in POLICIES)
    for prove_it in (prove.equivalent, prove.nobody_better_off, prove.nobody_worse_off):
        try:
            proof = prove_it(base, other, budget=50)
        except InvalidInputError:
            continue  # no answer of theirs is better or worse

        for each in proof.refuted:
            assert not holds_of_case(proof, replayed(base, other, each))
        if proof:
            case, under = data.draw(case_profiles()), data.draw(readings(base)) | data.draw(readings(other))
            assert holds_of(proof, base, other, case, under)


def holds_of_case(proof: prove.Proof, found: tuple[Any, Direction]) -> bool:
    """Return whether what a replay finds is as the property wants it."""
    changed, direction = found
    wrong = {"nobody-better-off": Direction.MORE_FAVOURABLE, "nobody-worse-off": Direction.LESS_FAVOURABLE}
    return direction is not wrong[proof.name] if proof.name in wrong else changed is not True


@settings(max_examples=12)
@given(st.data(), random_policies(about=FACTS), st.sampled_from(FACTS))
def test_rising_facts(data: st.DataObject, policy: Policy, fact: Any) -> None:
    try:
        proof = prove.monotone(policy, fact.name, budget=50)
    except InvalidInputError:
        return  # no answer of it is better or worse

    for each in proof.refuted:
        assert replayed(policy, policy, each)[1] is Direction.LESS_FAVOURABLE
    one, two = data.draw(case_profiles()), data.draw(case_profiles())
    low, high = sorted([one.stated(), two.stated()], key=lambda stated: str(stated[fact.name]).rjust(10))
    try:
        cases = one.stating({fact.name: low[fact.name]}), one.stating({fact.name: high[fact.name]})
    except InvalidInputError:
        return  # the world does not allow it
    if proof and "none" not in (low[fact.name], high[fact.name]):
        under = data.draw(readings(policy))
        for question in policy.questions:
            if question.name in proof.questions:
                small, large = (said(policy, each, question, under) for each in cases)
                assert change(small, large, question)[1] in NEVER_WORSE


@settings(max_examples=12)
@given(
    case_profiles(claim="refugee", route="in_country", on_work_and_study_route=False),
    readings(policies["uk/proposed"]),
)
def test_no_one_drawn_settles_earlier_under_the_proposals(case: CaseProfile, under: dict[str, str]) -> None:
    base, proposed = policies["uk/baseline"], policies["uk/proposed"]
    read = {**under, **headlines(base, proposed)}
    question = next(each for each in base.questions if each.name == "settlement.from")

    pair = said(base, case, question, read), said(proposed, case, question, read)

    assert change(*pair, question)[1] in NEVER_BETTER
