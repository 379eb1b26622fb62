"""Policies written as JSON and read back, and the hash of what they say."""

import json
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from asylum_rules import InvalidInputError, Policy, UpTo, decide, policies
from asylum_rules.language.terms import Constant
from asylum_rules.report.casefile import case_from
from asylum_rules.report.encoding import policy_from_json, policy_hash, policy_to_json
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import months, years

EVERY = pytest.mark.parametrize("policy", policies.values(), ids=list(policies))
PROPOSED = policies["uk/proposed"]


def with_rule(policy: Policy, name: str, **changed: Any) -> Policy:
    """Return the policy with one rule changed."""
    return evolve(policy, rules=tuple(evolve(rule, **changed) if rule.name == name else rule for rule in policy.rules))


@EVERY
def test_a_policy_reads_back_as_it_was_written(policy: Policy) -> None:
    read = policy_from_json(policy_to_json(policy))

    assert read == policy
    assert policy_hash(read) == policy_hash(policy)
    assert policy_to_json(read) == policy_to_json(policy)


def test_a_policy_read_under_a_reading_keeps_it() -> None:
    read = PROPOSED.under("settlement.core_period", "up_to_twenty")

    assert policy_from_json(policy_to_json(read)).readings == (("settlement.core_period", "up_to_twenty"),)


def test_a_policy_that_was_read_back_decides_as_before() -> None:
    read = policy_from_json(policy_to_json(PROPOSED))
    case = case_from({"claim": "refugee", "claimed_on": "2026-04-01", "was_unaccompanied_child_at_claim": False})

    answer = decide(read, case, "settlement.after", under={"settlement.increases_reach_refugees": "no"})

    assert [each.value for each in answer.headline] == [Exactly(years(20))]


def test_a_policy_is_written_as_one_json_object() -> None:
    data = json.loads(policy_to_json(policies["uk/latest"]))

    assert data["id"] == "uk/latest"
    assert data["resolved"] == "uk@2026-10-06"
    assert len(data["rules"]) == len(policies["uk/latest"].rules)


def test_policies_that_say_different_things_have_different_hashes() -> None:
    assert len({policy_hash(policy) for policy in policies.values()}) == len(policies)


def test_a_hash_is_64_hexadecimal_digits() -> None:
    found = policy_hash(PROPOSED)

    assert len(found) == 64
    assert set(found) <= set("0123456789abcdef")


def test_a_changed_figure_changes_the_hash() -> None:
    changed = with_rule(PROPOSED, "settlement.core-twenty", gives=Constant(Exactly(years(19))))

    assert policy_hash(changed) != policy_hash(PROPOSED)


def test_a_lost_qualifier_changes_the_hash() -> None:
    changed = with_rule(PROPOSED, "settlement.core-up-to-twenty", gives=Constant(Exactly(years(20))))

    assert Constant(UpTo(years(20))) == PROPOSED.rule("settlement.core-up-to-twenty").gives
    assert policy_hash(changed) != policy_hash(PROPOSED)


def test_thirty_months_and_two_and_a_half_years_are_written_differently() -> None:
    policy = policies["uk/latest"]
    changed = with_rule(policy, "leave.thirty-months", gives=Constant(Exactly(years(2) + months(6))))

    assert policy_hash(changed) != policy_hash(policy)


@pytest.mark.parametrize(
    "changed",
    [
        {"qualifier": None},
        {"text": "Another sentence."},
        {"overrides": ("leave.five-years",)},
        {"covers": None},
        {"cites": policies["uk/latest"].rule("leave.thirty-months").cites[:1]},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_whatever_changes_in_a_rule_changes_the_hash(changed: dict[str, Any]) -> None:
    policy = policies["uk/latest"]

    assert policy_hash(with_rule(policy, "leave.thirty-months", **changed)) != policy_hash(policy)


def test_a_reading_changes_the_hash() -> None:
    assert policy_hash(PROPOSED.under("settlement.core_period", "up_to_twenty")) != policy_hash(PROPOSED)


def test_a_dropped_rule_and_a_dropped_question_change_the_hash() -> None:
    policy = policies["uk/latest"]
    rules = tuple(rule for rule in policy.rules if rule.name != "leave.lone-children")
    unasked = tuple(rule for rule in policy.rules if rule.answers.name != "settlement.from")
    scopes = tuple(scope for scope in policy.scopes if scope.question.name != "settlement.from")

    changed = (policy, evolve(policy, rules=rules), evolve(policy, rules=unasked, scopes=scopes))

    assert len({policy_hash(each) for each in changed}) == 3


def test_the_name_of_a_policy_does_not_change_the_hash() -> None:
    renamed = evolve(PROPOSED, id="mine", resolved="mine", title="Mine", on=date(2026, 1, 1))

    assert policy_hash(renamed) == policy_hash(PROPOSED)


WHOLE = policy_to_json(policies["uk/baseline"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "null",
        "1",
        '"uk/baseline"',
        "[]",
        "{}",
        WHOLE[:-1],
        WHOLE + "}",
        '{"more": 1, ' + WHOLE[1:],
        WHOLE.replace('"verified_until"', '"verified"', 1),
        WHOLE.replace('"is": "AllOf"', '"is": "AllOff"', 1),
        WHOLE.replace('"written": "P5Y"', '"written": "P5X"', 1),
        WHOLE.replace('"2025-11-16"', '"2025-11-31"', 1),
        WHOLE.replace('"name": "leave.five-years"', '"name": "leave.settled-on-arrival"', 1),
        "[" * 100_000,
    ],
    ids=lambda text: f"{len(text)} characters",
)
def test_broken_text_is_refused_with_what_is_wrong(text: str) -> None:
    assert text != WHOLE

    with pytest.raises(InvalidInputError) as raised:
        policy_from_json(text)

    assert raised.value.problems
    assert all(each.what for each in raised.value.problems)
