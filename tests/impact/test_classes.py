"""The classes of changes between the policies of the law, a few by hand; `make rows` tries all of them."""

import pytest

from asylum_rules import CaseProfile, Direction, Impact, Status, decide, impact, policies
from asylum_rules.decide import completions
from asylum_rules.language.truth import reader, truth
from asylum_rules.prose.condition import of_condition

BASELINE, LATEST, PROPOSED = (policies[name] for name in ("uk/baseline", "uk/latest", "uk/proposed"))


def to_latest(question: str) -> Impact:
    return impact(BASELINE, LATEST, questions=[question])


def to_proposed(question: str) -> Impact:
    return impact(BASELINE, PROPOSED, questions=[question])


def test_support_that_had_to_be_given_may_be_given() -> None:
    (lost,) = to_latest("support.entitlement")

    assert (lost.old[1], lost.new[1], lost.direction) == ("duty", "power", Direction.LESS_FAVOURABLE)
    assert [[rule.name for rule in each.rules] for each in lost.answers] == [["support.duty"], ["support.power"]]


def test_a_witness_replays_and_states_nothing_to_spare() -> None:
    (lost,) = to_latest("support.entitlement")
    facts = dict(lost.witness.facts)

    said = [decide(each, lost.witness.case, "support.entitlement", presume=False).value for each in (BASELINE, LATEST)]
    without = [
        decide(
            each,
            CaseProfile().stating({k: v for k, v in facts.items() if k != name}),
            "support.entitlement",
            presume=False,
        )
        for name in facts
        for each in (BASELINE, LATEST)
    ]

    assert said == ["duty", "power"]
    assert sum(each.status is Status.DEPENDS for each in without) >= len(facts)


def test_thirty_months_reach_claims_from_the_announcement_on() -> None:
    shorter = next(each for each in to_proposed("leave.length") if each.new[1] is not None)
    case = CaseProfile(claim="refugee", claimed_on="2025-11-17", further_submissions_on="none")
    before = CaseProfile(claim="refugee", claimed_on="2025-11-16", further_submissions_on="none")
    adult = {"was_unaccompanied_child_at_claim": False}
    points = {"proposal.reaches_existing_claims": "no", "proposal.reaches_lone_children": "no"}

    assert shorter.when is not None
    assert "lodged on or after 17 November 2025" in of_condition(shorter.when)
    assert truth(shorter.when, reader({**case.stated(), **adult, **points})) is True
    assert truth(shorter.when, reader({**before.stated(), **adult, **points})) is False
    assert set(points) <= set(shorter.points)


def test_an_answer_of_several_codes_has_a_class_for_each_code() -> None:
    found = {each.code: (each.old[1], each.new[1]) for each in to_latest("support.grounds_against")}

    assert found["worked_illegally"] == ((), ("worked_illegally",))
    assert found["broke_conditions"] == (("broke_conditions",), ())


def test_many_changes_of_an_answer_made_from_parts_are_told_part_by_part() -> None:
    found = to_proposed("support.weekly")

    assert any(each.part is not None for each in found)
    assert "nothing" in str(found)
    assert all(each.witness.new.rules for each in found)


def test_a_date_is_set_against_a_date_by_how_long_after_the_grant_it_is() -> None:
    found = to_proposed("settlement.from")

    assert any(each.direction is Direction.LESS_FAVOURABLE for each in found)
    assert found.exact
    assert found[0] in found[:2]


def test_what_would_be_too_large_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 5)

    found = to_latest("support.entitlement")

    assert not found.exact
    (large,) = found.too_large
    assert (large.nodes, len(found)) == (5, 0)
    assert "give some of" in str(found)
