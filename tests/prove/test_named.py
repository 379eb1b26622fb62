"""Properties by name, with what each needs and nothing else."""

from datetime import date
from typing import Any

import pytest

from asylum_rules import InvalidInputError, UnknownNameError, policies
from asylum_rules.prove.named import NAMES, proved

LATEST, BASELINE = policies["uk/latest"], policies["uk/baseline"]


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("no-gap", {}),
        ("no-clash", {}),
        ("no-dead-rule", {}),
        ("monotone", {"fact": "income_years"}),
        ("equivalent", {}),
        ("nobody-better-off", {}),
        ("nobody-worse-off", {}),
        ("only-affects", {"only": ["age.at_least = 18", 'claim = "pending"']}),
        ("nothing-before", {"before": date(2026, 3, 2)}),
    ],
)
def test_every_property_has_its_name(name: str, options: dict[str, Any]) -> None:
    asked = [LATEST] if name in NAMES[:4] else [BASELINE, LATEST]

    proof = proved(name, asked, questions=["return.when_not_needed"], **options)

    assert proof
    assert proof.name == name
    assert proof.questions == ("return.when_not_needed",)


def test_all_conditions_hold_where_several_are_given() -> None:
    only = ["age.at_least = 18", 'claim = "pending"']

    proof = proved("only-affects", [BASELINE, LATEST], only=only, questions=["appeal.body"])

    assert proof.claim.endswith("change only where the person's age is at least 18; and the claim is pending")


@pytest.mark.parametrize(
    ("name", "count", "options", "message"),
    [
        ("no-gap", 2, {}, "prove no-gap: is about one policy, 2 given"),
        ("equivalent", 1, {}, "prove equivalent: is about two policies, 1 given"),
        ("monotone", 1, {}, "prove monotone: `--fact`: is missing"),
        ("only-affects", 2, {}, "prove only-affects: `--only`: is missing"),
        ("nothing-before", 2, {}, "prove nothing-before: `--before`: is missing"),
        ("no-gap", 1, {"fact": "age"}, "prove no-gap: `--fact`: is for monotone only"),
        (
            "monotone",
            2,
            {"only": ["age = 18"], "before": date(2026, 3, 2)},
            (
                "prove monotone: 4 problems\n"
                "  is about one policy, 2 given\n"
                "  `--only`: is for only-affects only\n"
                "  `--before`: is for nothing-before only\n"
                "  `--fact`: is missing"
            ),
        ),
    ],
)
def test_what_is_missing_and_what_is_too_much_is_said(
    name: str, count: int, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidInputError) as error:
        proved(name, [LATEST, BASELINE][:count], **options)

    assert str(error.value) == message


def test_a_property_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="unknown property `no-gaps`"):
        proved("no-gaps", [LATEST])
