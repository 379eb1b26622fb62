"""Asylum support: a duty, then a power; the grounds, the weekly payment, the notice."""

from typing import Any

import pytest

from asylum_rules import Qualifier, Status
from asylum_rules.sources.standing import Stage
from tests.ask import IN_COUNTRY, WAITING, ask, tell

REFUSED = {**WAITING, "claim": "refused", "decided_on": "2026-09-01"}


@pytest.mark.parametrize(
    ("policy", "entitlement"), [("uk/baseline", "duty"), ("uk/latest", "power"), ("uk/proposed", "power")]
)
def test_support_was_guaranteed_and_became_discretionary(policy: str, entitlement: str) -> None:
    assert tell(policy, "support.entitlement", WAITING) == entitlement


def test_the_proposed_power_is_announced_and_the_later_one_in_force() -> None:
    assert ask("uk/proposed", "support.entitlement", WAITING).standing is Stage.ANNOUNCED
    assert ask("uk/latest", "support.entitlement", WAITING).standing is Stage.IN_FORCE
    assert ask("uk/baseline", "support.entitlement", WAITING).standing is Stage.IN_FORCE


@pytest.mark.parametrize("policy", ["uk/baseline", "uk/latest", "uk/proposed"])
def test_who_is_not_destitute_gets_none(policy: str) -> None:
    assert tell(policy, "support.entitlement", WAITING, is_destitute=False) == "none"
    assert tell(policy, "support.grounds_against", WAITING, is_destitute=False) == ["not_destitute"]


@pytest.mark.parametrize(("policy", "possible"), [("uk/baseline", ["duty", "none"]), ("uk/latest", ["power", "none"])])
def test_without_a_finding_of_destitution_the_answer_depends_on_it(policy: str, possible: list[str]) -> None:
    answer = ask(policy, "support.entitlement", WAITING, is_destitute="unknown")

    assert answer.facts == ("is_destitute",)
    assert tell(policy, "support.entitlement", WAITING, is_destitute="unknown") == possible


@pytest.mark.parametrize("claim", ["none_made", "withdrawn", "refugee", "humanitarian_protection"])
def test_without_an_open_claim_there_is_none(claim: str) -> None:
    case = {**WAITING, "claim": claim, "decided_on": "2026-09-01"}

    assert tell("uk/latest", "support.entitlement", case) == "none"
    assert tell("uk/latest", "support.grounds_against", case) == ["not_a_claimant"]
    assert tell("uk/latest", "support.weekly", case) == "not_covered"


def test_an_inadmissible_claim_is_not_a_refused_one() -> None:
    assert tell("uk/baseline", "support.entitlement", WAITING, claim="inadmissible") == "duty"
    assert tell("uk/baseline", "support.grounds_against", WAITING, claim="inadmissible") == []


@pytest.mark.parametrize(("policy", "entitlement"), [("uk/baseline", "duty"), ("uk/latest", "power")])
def test_a_refused_family_with_a_child_still_counts_as_seeking_asylum(policy: str, entitlement: str) -> None:
    case = {**REFUSED, "is_family_with_child": True, "household_size": 2}

    assert tell(policy, "support.entitlement", case) == entitlement
    assert tell(policy, "support.grounds_against", case) == []


@pytest.mark.parametrize(("meets", "entitlement"), [(True, "power"), (False, "none"), ("unknown", ["power", "none"])])
def test_after_a_refusal_without_a_child_one_of_the_conditions_decides(meets: Any, entitlement: Any) -> None:
    assert tell("uk/baseline", "support.entitlement", REFUSED, meets_section_4_condition=meets) == entitlement
    assert tell("uk/baseline", "support.grounds_against", REFUSED) == ["not_a_claimant"]


REFUSED_FAMILY = {**REFUSED, "is_family_with_child": True, "household_size": 2}


@pytest.mark.parametrize("family", [True, False])
@pytest.mark.parametrize(
    ("obstacle", "entitlement"), [(True, "power"), (False, "none"), ("unknown", ["power", "none"])]
)
@pytest.mark.parametrize("policy", ["uk/proposed", "uk/next"])
def test_after_a_refusal_the_proposal_asks_for_a_genuine_obstacle_with_a_child_too(
    policy: str,
    obstacle: Any,
    entitlement: Any,
    family: bool,  # noqa: FBT001  # a case
) -> None:
    case = {**(REFUSED_FAMILY if family else REFUSED), "faces_genuine_obstacle_to_leaving": obstacle}

    assert tell(policy, "support.entitlement", case) == entitlement
    assert tell(policy, "support.scheme", case) == "section_95a"
    assert tell(policy, "support.grounds_against", case) == ["not_a_claimant"]
    assert tell(policy, "support.weekly", case) == "unstated"


@pytest.mark.parametrize("policy", ["uk/baseline", "uk/latest", "uk/latest+bill-105"])
def test_an_obstacle_to_leaving_decides_nothing_until_section_95a_commences(policy: str) -> None:
    for obstacle in (True, False, "unknown"):
        case = {**REFUSED_FAMILY, "faces_genuine_obstacle_to_leaving": obstacle}

        assert tell(policy, "support.entitlement", case) == ("duty" if policy == "uk/baseline" else "power")
        assert tell(policy, "support.scheme", case) == "section_95"
        assert tell(policy, "support.weekly", case) == "98.36 GBP"


def test_section_95a_has_been_consulted_on_and_is_not_law() -> None:
    case = {**REFUSED_FAMILY, "faces_genuine_obstacle_to_leaving": False}

    assert ask("uk/proposed", "support.entitlement", case).standing is Stage.CONSULTED
    assert ask("uk@2025-12-01+restoring-order", "support.entitlement", case).standing is Stage.ANNOUNCED
    assert ask("uk@2026-03-05+restoring-order", "support.entitlement", case).standing is Stage.CONSULTED


def test_the_proposal_for_refused_people_leaves_those_who_wait_alone() -> None:
    waiting = {**WAITING, "faces_genuine_obstacle_to_leaving": False}

    for claim in ("pending", "inadmissible"):
        assert tell("uk/proposed", "support.entitlement", waiting, claim=claim) == "power"
        assert tell("uk/proposed", "support.scheme", waiting, claim=claim) == "section_95"
        assert tell("uk/proposed", "support.grounds_against", waiting, claim=claim) == []
        assert tell("uk/proposed", "support.weekly", waiting, claim=claim) == "49.18 GBP"


def test_without_an_obstacle_a_breach_of_conditions_opens_no_power_for_a_refused_family() -> None:
    case = {**REFUSED_FAMILY, "faces_genuine_obstacle_to_leaving": False, "broke_support_conditions": True}

    assert tell("uk/baseline", "support.entitlement", case) == "power"
    assert tell("uk/proposed", "support.entitlement", case) == "none"


@pytest.mark.parametrize("policy", ["uk/proposed", "uk/next"])
def test_rights_reach_a_refused_family_without_an_obstacle_to_leaving(policy: str) -> None:
    case = {**REFUSED_FAMILY, "faces_genuine_obstacle_to_leaving": False, "refusing_support_breaches_rights": True}

    assert tell(policy, "support.entitlement", case) == "duty"


@pytest.mark.parametrize("policy", ["uk/baseline", "uk/latest", "uk/proposed"])
def test_support_must_follow_where_refusing_it_would_breach_rights(policy: str) -> None:
    case = {**WAITING, "refusing_support_breaches_rights": True, "worked_illegally": True}

    assert tell(policy, "support.entitlement", case) == "duty"


@pytest.mark.parametrize("policy", ["uk/baseline", "uk/latest", "uk/proposed"])
def test_a_child_alone_is_supported_by_a_council_outside_these_rules(policy: str) -> None:
    assert tell(policy, "support.entitlement", WAITING, is_unaccompanied_child=True) == "not_covered"


@pytest.mark.parametrize(
    ("ground", "baseline", "latest", "proposed"),
    [
        ({"has_right_to_work": True}, [], ["right_to_work"], []),
        ({"can_support_self": True}, [], ["can_support_self"], []),
        (
            {"has_right_to_work": True, "can_support_self": True},
            [],
            ["right_to_work", "can_support_self"],
            ["right_to_work"],
        ),
        ({"worked_illegally": True}, ["broke_conditions"], ["worked_illegally"], ["worked_illegally"]),
        ({"broke_the_law": True}, [], ["broke_the_law"], ["broke_the_law"]),
        ({"refuses_removal": True}, [], [], ["refuses_removal"]),
        ({"broke_support_conditions": True}, ["broke_conditions"], ["broke_conditions"], ["broke_conditions"]),
        ({"made_self_destitute": True}, [], [], ["made_self_destitute"]),
        ({"assets": "0.01"}, [], [], [["assets"], []]),
        ({"assets": "0"}, [], [], []),
    ],
)
def test_each_ground_against_support_with_its_own_standing(
    ground: dict[str, Any], baseline: list[str], latest: list[str], proposed: Any
) -> None:
    assert tell("uk/baseline", "support.grounds_against", WAITING, **ground) == baseline
    assert tell("uk/latest", "support.grounds_against", WAITING, **ground) == latest
    assert tell("uk/proposed", "support.grounds_against", WAITING, **ground) == proposed


@pytest.mark.parametrize("ground", ["worked_illegally", "broke_support_conditions"])
def test_a_ground_makes_refusal_possible_and_not_certain(ground: str) -> None:
    assert tell("uk/baseline", "support.entitlement", {**WAITING, ground: True}) == "power"
    assert tell("uk/latest", "support.entitlement", {**WAITING, ground: True}) == "power"


def test_from_which_amount_assets_count_is_not_decided() -> None:
    answer = ask("uk/proposed", "support.grounds_against", WAITING, assets="50000")

    assert answer.undecided == ("support.assets_threshold",)
    assert answer.qualifier is Qualifier.COULD


@pytest.mark.parametrize(
    ("household", "amount"),
    [
        ({"household_size": 1}, "49.18 GBP"),
        ({"household_size": 3}, "147.54 GBP"),
        ({"household_size": 1, "is_pregnant": True}, "54.43 GBP"),
        ({"household_size": 2, "is_family_with_child": True, "children_under_1": 1}, "107.86 GBP"),
        ({"household_size": 2, "is_family_with_child": True, "children_aged_1_to_3": 1}, "103.61 GBP"),
        (
            {"household_size": 5, "is_family_with_child": True, "children_under_1": 2, "children_aged_1_to_3": 1},
            "270.15 GBP",
        ),
        ({"household_size": 1, "meals_provided": True}, "9.95 GBP"),
        ({"household_size": 2, "meals_provided": True, "is_pregnant": True}, "25.15 GBP"),
    ],
)
@pytest.mark.parametrize("policy", ["uk/baseline", "uk/latest", "uk/proposed"])
def test_the_weekly_payment(policy: str, household: dict[str, Any], amount: str) -> None:
    assert tell(policy, "support.weekly", WAITING, **household) == amount


def test_the_weekly_payment_of_an_unknown_household_is_a_formula() -> None:
    assert tell("uk/latest", "support.weekly", WAITING, household_size="unknown") == {
        "formula": "49.18 GBP * household_size"
    }


GRANTED: dict[str, Any] = {**IN_COUNTRY, "claimed_on": "2024-01-10", "is_family_with_child": False, "age": 40}


@pytest.mark.parametrize(
    ("decided_on", "baseline", "latest"),
    [
        ("2024-12-08", "P28D", "P28D"),
        ("2024-12-09", "P56D", "P56D"),
        ("2025-08-31", "P56D", "P56D"),
        ("2025-09-01", "P28D", "P28D"),
        ("2026-03-08", "P28D", "P28D"),
        ("2026-03-09", "P28D", "P42D"),
    ],
)
def test_the_notice_of_a_single_adult_by_day_of_the_grant(decided_on: str, baseline: str, latest: str) -> None:
    assert tell("uk/baseline", "support.notice_after_grant", GRANTED, decided_on=decided_on) == baseline
    assert tell("uk/latest", "support.notice_after_grant", GRANTED, decided_on=decided_on) == latest


@pytest.mark.parametrize(
    "group", [{"is_family_with_child": True}, {"is_pregnant": True}, {"is_disabled": True}, {"age": 66}]
)
@pytest.mark.parametrize(
    ("decided_on", "baseline", "latest"),
    [
        ("2025-09-01", "P56D", "P56D"),
        ("2026-03-08", "P56D", "P56D"),
        ("2026-03-09", "P56D", "P42D"),
    ],
)
def test_the_notice_of_the_groups_that_the_pilot_kept(
    group: dict[str, Any], decided_on: str, baseline: str, latest: str
) -> None:
    case = {**GRANTED, **group, "decided_on": decided_on}

    assert tell("uk/baseline", "support.notice_after_grant", case) == baseline
    assert tell("uk/latest", "support.notice_after_grant", case) == latest


@pytest.mark.parametrize(("age", "possible"), [(64, "P28D"), (65, ["P28D", "P56D"]), (66, "P56D")])
def test_at_65_the_accounts_of_the_pilot_differ(age: int, possible: Any) -> None:
    case = {**GRANTED, "decided_on": "2025-10-01", "age": age}

    assert tell("uk/baseline", "support.notice_after_grant", case) == possible


def test_the_longer_notice_on_request_is_up_to_56_days_and_its_start_is_not_stated() -> None:
    case = {**GRANTED, "decided_on": "2025-12-20", "faces_street_homelessness": True}
    answer = ask("uk/baseline", "support.notice_after_grant", case)

    assert answer.undecided == ("support.longer_notice_on_request_open",)
    assert tell("uk/baseline", "support.notice_after_grant", case) == [{"up_to": "P56D"}, "P28D"]
    assert [each.qualifier for each in answer.possible] == [Qualifier.MAY, None]


@pytest.mark.parametrize(
    ("decided_on", "latest"), [("2026-02-28", [{"up_to": "P56D"}, "P28D"]), ("2026-03-01", "P28D")]
)
def test_the_longer_notice_on_request_could_be_asked_for_until_28_february_2026(decided_on: str, latest: Any) -> None:
    case = {**GRANTED, "decided_on": decided_on, "faces_street_homelessness": True}

    assert tell("uk/latest", "support.notice_after_grant", case) == latest


@pytest.mark.parametrize("policy", ["uk/proposed", "uk/next"])
@pytest.mark.parametrize(
    ("facts", "grounds", "standing"),
    [
        ({"claim": "withdrawn"}, ["not_a_claimant"], Stage.IN_FORCE),
        ({"claim": "refused", "decided_on": "2026-09-01"}, ["not_a_claimant"], Stage.IN_FORCE),
        (
            {"claim": "refused", "decided_on": "2026-09-01", "is_family_with_child": True},
            ["not_a_claimant"],
            Stage.CONSULTED,
        ),
    ],
)
def test_only_for_refused_families_is_it_a_proposal_that_they_do_not_count_as_seeking_asylum(
    policy: str, facts: dict[str, Any], grounds: list[str], standing: Stage
) -> None:
    answer = ask(policy, "support.grounds_against", {**WAITING, **facts})

    assert tell(policy, "support.grounds_against", {**WAITING, **facts}) == grounds
    assert answer.standing is standing


@pytest.mark.parametrize(
    ("day", "notice"),
    [
        ("2025-08-31", "P56D"),
        ("2025-09-01", [{"up_to": "P56D"}, "P28D"]),
        ("2026-02-28", [{"up_to": "P56D"}, "P28D"]),
        ("2026-03-01", "P28D"),
        ("2026-03-08", "P28D"),
        ("2026-03-09", "P42D"),
    ],
)
def test_on_a_day_after_28_february_2026_nobody_could_still_ask_for_the_longer_notice(day: str, notice: Any) -> None:
    waiting = {**WAITING, "claimed_on": "2025-01-10", "age": 30, "faces_street_homelessness": True}

    assert tell(f"uk@{day}", "support.notice_after_grant", waiting) == notice


@pytest.mark.parametrize("day", ["2026-02-28", "2026-03-01", "2026-03-08", "2026-03-09"])
def test_whoever_was_granted_permission_in_time_keeps_the_longer_notice_asked_for(day: str) -> None:
    case = {**GRANTED, "decided_on": "2026-02-28", "faces_street_homelessness": True}

    assert tell(f"uk@{day}", "support.notice_after_grant", case) == [{"up_to": "P56D"}, "P28D"]


@pytest.mark.parametrize(
    ("day", "decided_on", "notice"),
    [
        ("2024-12-08", "2024-12-09", "P28D"),
        ("2024-12-09", "2024-12-08", "P28D"),
        ("2024-12-09", "2024-12-09", "P56D"),
        ("2025-08-31", "2024-12-08", "P28D"),
        ("2025-08-31", "2025-08-31", "P56D"),
        ("2025-08-31", "2025-09-01", "P56D"),
        ("2025-09-01", "2025-08-31", "P56D"),
        ("2025-09-01", "2025-09-01", "P28D"),
    ],
)
def test_the_pilot_doubled_the_notice_for_everyone_from_its_first_day_until_it_was_cut(
    day: str, decided_on: str, notice: str
) -> None:
    assert tell(f"uk@{day}", "support.notice_after_grant", GRANTED, decided_on=decided_on) == notice


@pytest.mark.parametrize("group", [{}, {"is_family_with_child": True}, {"is_disabled": True}, {"age": 65}])
@pytest.mark.parametrize(("day", "notice"), [("2024-12-08", "P28D"), ("2024-12-09", "P56D"), ("2025-08-31", "P56D")])
def test_before_the_cut_the_pilot_asked_for_no_group(day: str, notice: str, group: dict[str, Any]) -> None:
    waiting = {**WAITING, "age": 30, "household_size": 2, **group}

    assert tell(f"uk@{day}", "support.notice_after_grant", waiting) == notice


def test_someone_still_waiting_is_told_the_notice_of_the_policys_day() -> None:
    case = {**WAITING, "age": 30, "is_family_with_child": True, "household_size": 2}

    assert tell("uk/baseline", "support.notice_after_grant", case) == "P56D"
    assert tell("uk/latest", "support.notice_after_grant", case) == "P42D"
    assert ask("uk/latest", "support.notice_after_grant", case).status is Status.DETERMINED
