"""A condition given as a line of text."""

import pytest

from asylum_rules import InvalidInputError, policies
from asylum_rules.prose.condition import of_condition
from asylum_rules.rulebooks.conditiontext import read_condition

LATEST = policies["uk/latest"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('claim = "pending"', "the claim is pending"),
        ("age.at_least = 18", "the person's age is at least 18"),
        ("lodged_on.on_or_after = 2026-03-02", "the claim, or the further submissions that led to the decision, was"),
        ('claimed_on = "none"', "no claim was lodged"),
        ('not = { claim = "pending" }', "the claim is not pending"),
        (
            'any_of = [{ claim = "pending" }, { age.less_than = 18 }]',
            "the claim is pending; or the person's age is less than 18",
        ),
        ('claim = "pending"\nage = 18', "the claim is pending; and the person's age is 18"),
        ('"settlement.core_clock" = "from_grant"', "is read as “from the grant”"),
    ],
)
def test_facts_derived_facts_and_points_are_tested(text: str, words: str) -> None:
    assert words in of_condition(read_condition(text, LATEST))


def test_facts_of_a_boat_are_tested_of_boats() -> None:
    assert of_condition(read_condition('sea = "rough"', policies["france/doctrine"])) == "the sea is rough"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "condition: is empty, expected at least one fact"),
        ("claim", "condition: is not TOML: "),
        ("claim = 3", "condition: `claim`: `3` is not a code of this fact"),
        ('zone = "beach"', "condition: unknown fact `zone`"),
        ("age.at_leest = 18", "condition: `age`: unknown key `at_leest`: did you mean `at_least`?"),
        ("not = {}", "condition: `not`: is empty, expected at least one fact"),
        ("aged = 18\nclam = 3", "condition: 2 problems"),
    ],
)
def test_what_is_wrong_is_said(text: str, message: str) -> None:
    with pytest.raises(InvalidInputError) as error:
        read_condition(text, LATEST)

    assert str(error.value).startswith(message)
