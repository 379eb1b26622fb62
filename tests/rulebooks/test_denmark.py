"""Denmark as the comparator: permits by ground, permanent residence, family, assets."""

from typing import Any

import pytest

from asylum_rules import Qualifier
from tests.ask import IN_COUNTRY, ask, tell

SETTLED_WELL: dict[str, Any] = {
    **IN_COUNTRY,
    "danish_ground": "7_1",
    "meets_basic_residence_conditions": True,
    "supplementary_conditions_met": 4,
}


@pytest.mark.parametrize(("ground", "permit"), [("7_1", "P2Y"), ("7_2", "P1Y"), ("7_3", "P1Y"), ("8", "P2Y")])
def test_the_first_permit_by_ground(ground: str, permit: str) -> None:
    assert tell("denmark", "leave.length", IN_COUNTRY, danish_ground=ground) == permit


def test_without_a_ground_the_permit_depends_on_it() -> None:
    assert ask("denmark", "leave.length", IN_COUNTRY).facts == ("danish_ground",)


@pytest.mark.parametrize(("met", "years"), [(3, "P8Y"), (4, "P4Y")])
def test_four_years_need_all_four_supplementary_conditions(met: int, years: str) -> None:
    assert tell("denmark", "settlement.after", SETTLED_WELL, supplementary_conditions_met=met) == years


def test_the_supplementary_conditions_help_only_beside_every_basic_one() -> None:
    assert tell("denmark", "settlement.after", SETTLED_WELL, meets_basic_residence_conditions=False) == "none"


def test_the_years_are_counted_from_the_grant() -> None:
    assert tell("denmark", "settlement.from", SETTLED_WELL, supplementary_conditions_met=0) == "2034-11-02"


@pytest.mark.parametrize(
    ("policy", "ground", "wait"),
    [
        ("denmark@2022-06-30", "7_3", "P3Y"),
        ("denmark@2022-07-01", "7_3", "P2Y"),
        ("denmark", "7_3", "P2Y"),
        ("denmark", "7_1", "P0D"),
        ("denmark", "7_2", "P0D"),
        ("denmark", "8", "unstated"),
    ],
)
def test_the_wait_for_family(policy: str, ground: str, wait: str) -> None:
    assert tell(policy, "family_reunion.wait", IN_COUNTRY, danish_ground=ground) == wait


@pytest.mark.parametrize("policy", ["denmark", "denmark@2022-06-30"])
def test_the_wait_for_family_is_normal_and_treaties_may_lift_it(policy: str) -> None:
    case = {**IN_COUNTRY, "danish_ground": "7_3"}

    assert ask(policy, "family_reunion.wait", case).qualifier is Qualifier.NORMALLY
    assert tell(policy, "family_reunion.wait", case, treaty_requires_family_unity=True) == "P0D"


def test_temporary_protection_is_renewed_for_one_year_or_two() -> None:
    answer = ask("denmark", "leave.review_every", IN_COUNTRY, danish_ground="7_3")

    assert answer.undecided == ("denmark.temporary_protection_renewal",)
    assert tell("denmark", "leave.review_every", IN_COUNTRY, danish_ground="7_3") == ["P1Y", "P2Y"]
    assert tell("denmark", "leave.review_every", IN_COUNTRY, danish_ground="7_1") == "unstated"


@pytest.mark.parametrize(
    ("ground", "effect", "standard"),
    [
        ("7_1", "may_lose_status", "for good"),
        ("7_2", "may_lose_status", "a little"),
        ("7_3", "may_lose_status", "a little"),
        ("8", "unstated", "not stated"),
    ],
)
def test_how_much_must_have_improved_before_a_permit_is_lost_by_ground(ground: str, effect: str, standard: str) -> None:
    answer = ask("denmark", "return.when_not_needed", IN_COUNTRY, danish_ground=ground)

    assert tell("denmark", "return.when_not_needed", IN_COUNTRY, danish_ground=ground) == effect
    assert standard in answer.rules[0].text
    assert tell("denmark", "return.when_not_needed", IN_COUNTRY, claim="pending", decided_on="none") == "not_covered"


def test_ten_thousand_kroner_are_kept_and_the_board_hears_appeals() -> None:
    assert tell("denmark", "assets.kept", IN_COUNTRY) == "10000.00 DKK"
    assert tell("denmark", "appeal.body", IN_COUNTRY, claim="refused") == "refugee_appeals_board"
