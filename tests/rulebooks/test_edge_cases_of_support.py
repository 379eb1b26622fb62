"""Edge cases that a naive encoding gets wrong, by number."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from asylum_rules import CaseProfile, InvalidInputError, Money, Qualifier, policies
from asylum_rules.prose.value import of_answer
from asylum_rules.rulebooks.documents import ACT_1999_95, RECEPTION_REGULATIONS
from asylum_rules.sources.standing import Stage
from asylum_rules.units.money import pounds
from tests.ask import IN_COUNTRY, WAITING, ask, tell

DOES_NOT_APPLY = {
    "09": "Whether a person is destitute, and within how many days, is a finding that the case states.",
    "21": "No answer turns on how many people were exchanged: one for one is an aim over time.",
}

Facts = dict[str, Any]

REFUSED: Facts = {**WAITING, "claim": "refused", "decided_on": "2026-05-01"}
REFUSED_FAMILY: Facts = {**REFUSED, "is_family_with_child": True, "household_size": 3}

CROSSED: Facts = {
    "entry": "small_boat",
    "claim": "inadmissible",
    "claimed_on": "2025-08-07",
    "arrived_on": "2025-08-06",
    "as_of": "2025-11-06",
    "is_unaccompanied_child": False,
    "france_asked_within_14_days": True,
    "has_safe_third_country_link": True,
}

TAXI_BOAT: Facts = {
    "zone": "shallow_water",
    "boarding": "none_aboard",
    "people_aboard": 4,
    "suspected_taxi_boat": True,
    "person_in_danger": False,
    "obeyed_order_to_stop": False,
}

TWENTY_YEARS = {
    "settlement.core_period": "twenty_years",
    "settlement.core_clock": "from_grant",
    "settlement.increases_reach_refugees": "no",
    "settlement.reductions_reach_refugees": "no",
}
"""Twenty years from the grant, and nothing else of what is consulted on."""


def test_every_edge_case_is_tested_or_does_not_apply() -> None:
    tested = [found[1] for name in globals() if (found := re.match(r"test_edge_(\d\d[a-z]?)_", name))]

    assert sorted([*tested, *DOES_NOT_APPLY]) == sorted([*(f"{number:02}" for number in range(1, 39)), "34b"])


@pytest.mark.parametrize(
    "ground",
    [
        {},
        {"has_right_to_work": True},
        {"can_support_self": True},
        {"worked_illegally": True},
        {"broke_the_law": True},
        {"broke_support_conditions": True},
        {"refuses_removal": True},
        {"made_self_destitute": True},
        {"assets": "5000"},
    ],
)
def test_edge_01_no_duty_is_not_no_support(ground: Facts) -> None:
    assert tell("uk/latest", "support.entitlement", {**WAITING, **ground}) == "power"
    assert tell("uk/proposed", "support.entitlement", {**WAITING, **ground}) == "power"
    floor = {**WAITING, **ground, "refusing_support_breaches_rights": True}
    assert tell("uk/latest", "support.entitlement", floor) == "duty"
    assert tell("uk/proposed", "support.entitlement", floor) == "duty"


def test_edge_02_the_act_was_a_power_all_along_and_the_regulations_made_the_duty() -> None:
    before, after = (ask(policy, "support.entitlement", WAITING) for policy in ("uk/baseline", "uk/latest"))

    assert (before.value, after.value) == ("duty", "power")
    assert {RECEPTION_REGULATIONS, ACT_1999_95} <= {each.document for each in before.citations}
    assert ACT_1999_95 in {each.document for each in after.citations}
    assert RECEPTION_REGULATIONS not in {each.document for each in after.citations}
    assert tell("uk/baseline", "support.scheme", WAITING) == "section_95"
    assert tell("uk/latest", "support.scheme", WAITING) == "section_95"


@pytest.mark.parametrize(
    ("day", "stage", "entitlement"),
    [
        ("2026-03-04", Stage.ANNOUNCED, "duty"),
        ("2026-03-05", Stage.LEGISLATED, "duty"),
        ("2026-06-01", Stage.LEGISLATED, "duty"),
        ("2026-06-02", Stage.IN_FORCE, ["power", "duty"]),
        ("2026-06-30", Stage.IN_FORCE, ["power", "duty"]),
        ("2026-07-01", Stage.IN_FORCE, "power"),
    ],
)
def test_edge_03_what_is_laid_is_not_in_force(day: str, stage: Stage, entitlement: Any) -> None:
    assert tell(f"uk@{day}", "support.entitlement", WAITING) == entitlement
    assert policies["uk/latest"].rule("support.power").standing.on(date.fromisoformat(day)) is stage


@pytest.mark.parametrize(
    ("facts", "latest", "proposed"),
    [
        ({"worked_illegally": True}, ["worked_illegally"], ["worked_illegally"]),
        ({"can_support_self": True}, ["can_support_self"], []),
        ({"has_right_to_work": True}, ["right_to_work"], []),
        ({"broke_the_law": True}, ["broke_the_law"], ["broke_the_law"]),
        ({"made_self_destitute": True}, [], ["made_self_destitute"]),
        ({"refuses_removal": True}, [], ["refuses_removal"]),
        ({"assets": "5000"}, [], [["assets"], []]),
    ],
)
def test_edge_04_not_every_proposed_ground_is_in_force(facts: Facts, latest: Any, proposed: Any) -> None:
    assert tell("uk/latest", "support.grounds_against", {**WAITING, **facts}) == latest
    assert tell("uk/proposed", "support.grounds_against", {**WAITING, **facts}) == proposed


@pytest.mark.parametrize(("as_of", "work"), [("2026-02-28", "not_yet"), ("2026-03-01", "may_apply")])
def test_edge_05_twelve_months_give_no_right_to_work_and_a_right_to_work_no_means(as_of: str, work: str) -> None:
    case = {**WAITING, "claimed_on": "2025-02-28", "as_of": as_of}

    assert tell("uk/latest", "work.while_waiting", case) == work
    assert tell("uk/latest", "support.grounds_against", case) == []
    assert tell("uk/latest", "support.grounds_against", case, has_right_to_work=True) == ["right_to_work"]
    assert tell("uk/proposed", "support.grounds_against", case, has_right_to_work=True) == []
    able = {**case, "has_right_to_work": True, "can_support_self": True}
    assert tell("uk/proposed", "support.grounds_against", able) == ["right_to_work"]


def test_edge_06_reasonable_grounds_are_no_conviction_and_may_be_unknown() -> None:
    suspected, unknown = {**WAITING, "worked_illegally": True}, {**WAITING, "worked_illegally": "unknown"}

    assert tell("uk/latest", "support.grounds_against", suspected) == ["worked_illegally"]
    assert tell("uk/latest", "support.grounds_against", unknown) == [["worked_illegally"], []]
    assert ask("uk/latest", "support.grounds_against", unknown).facts == ("worked_illegally",)
    assert "worked_illegally" in ask("uk/latest", "support.grounds_against", WAITING).assumed
    assert tell("uk/baseline", "support.entitlement", unknown) == ["power", "duty"]


def test_edge_07_a_ground_that_one_adult_meets_does_not_end_the_support_of_a_household() -> None:
    household = {**WAITING, "household_size": 3, "is_family_with_child": True}

    assert tell("uk/latest", "support.weekly", household) == "147.54 GBP"
    assert tell("uk/latest", "support.weekly", household, worked_illegally=True) == "147.54 GBP"
    assert tell("uk/latest", "support.entitlement", household, worked_illegally=True) == "power"


def test_edge_08_a_refused_family_with_a_child_still_counts_as_seeking_asylum() -> None:
    assert tell("uk/latest", "support.scheme", REFUSED_FAMILY) == "section_95"
    assert tell("uk/latest", "support.grounds_against", REFUSED_FAMILY) == []
    assert tell("uk/baseline", "support.entitlement", REFUSED_FAMILY) == "duty"
    assert tell("uk/latest", "support.scheme", REFUSED) == "section_4"
    assert tell("uk/latest", "support.grounds_against", REFUSED) == ["not_a_claimant"]
    assert tell("uk/latest", "support.entitlement", REFUSED, meets_section_4_condition=True) == "power"
    assert tell("uk/latest", "support.entitlement", REFUSED, meets_section_4_condition=False) == "none"


@pytest.mark.parametrize(
    ("household", "amount"),
    [
        ({"household_size": 2}, "98.36 GBP"),
        ({"household_size": 2, "children_aged_1_to_3": 1}, "103.61 GBP"),
        ({"household_size": 2, "children_under_1": 1}, "107.86 GBP"),
        ({"household_size": 2, "children_under_1": 1, "is_pregnant": True}, "113.11 GBP"),
        ({"household_size": 3, "children_under_1": 1, "children_aged_1_to_3": 1}, "162.29 GBP"),
    ],
)
def test_edge_10_a_baby_brings_one_addition_and_a_three_year_old_another(household: Facts, amount: str) -> None:
    assert tell("uk/latest", "support.weekly", {**WAITING, "is_family_with_child": True, **household}) == amount
    with pytest.raises(InvalidInputError, match="young children"):
        CaseProfile(household_size=2, is_family_with_child=True, children_under_1=1, children_aged_1_to_3=1)


def test_edge_11_where_meals_are_provided_every_person_counts_and_nothing_paid_once_is_weekly() -> None:
    family = {**WAITING, "is_family_with_child": True, "meals_provided": True, "household_size": 3}

    assert tell("uk/latest", "support.weekly", family) == "29.85 GBP"
    assert tell("uk/latest", "support.weekly", WAITING, meals_provided=True) == "9.95 GBP"
    assert tell("uk/latest", "support.weekly", WAITING, is_pregnant=True) == "54.43 GBP"


@pytest.mark.parametrize("claimed_on", ["2024-01-10", "2026-03-05"])
@pytest.mark.parametrize(("decided_on", "notice"), [("2026-03-08", "P28D"), ("2026-03-09", "P42D")])
def test_edge_12_the_notice_follows_the_day_of_the_grant_and_not_the_claim(
    claimed_on: str, decided_on: str, notice: str
) -> None:
    case = {**IN_COUNTRY, "claimed_on": claimed_on, "decided_on": decided_on, "is_family_with_child": False, "age": 40}

    assert tell("uk/latest", "support.notice_after_grant", case) == notice
    assert tell("uk/latest", "support.notice_after_grant", case, claim="refused") == "not_covered"
    assert "at least 28 days from the letter" in policies["uk/latest"].rule("support.notice-42").text


def test_edge_13_the_paper_has_no_settlement_before_twenty_years_and_the_press_at_most_twenty() -> None:
    pressed = {**TWENTY_YEARS, "settlement.core_period": "up_to_twenty"}

    assert ask("uk/proposed", "settlement.after", IN_COUNTRY, under=TWENTY_YEARS).qualifier is None
    assert tell("uk/proposed", "settlement.after", IN_COUNTRY, under=TWENTY_YEARS) == "P20Y"
    assert tell("uk/proposed", "settlement.after", IN_COUNTRY, under=pressed) == {"up_to": "P20Y"}
    assert "settlement.core_period" in ask("uk/proposed", "settlement.after", IN_COUNTRY).points
    assert tell("uk/proposed", "settlement.after", IN_COUNTRY)[0] == "P20Y"  # type: ignore[index]  # it depends


def test_edge_14_thirty_months_are_renewed_and_are_no_wait_for_settlement() -> None:
    alone = {**IN_COUNTRY, "was_unaccompanied_child_at_claim": True}

    assert tell("uk/latest", "leave.length", IN_COUNTRY) == "P30M"
    assert tell("uk/latest", "leave.review_every", IN_COUNTRY) == "P30M"
    assert tell("uk/latest", "settlement.after", IN_COUNTRY) == "P5Y"
    assert tell("uk/proposed", "reviews.before_settlement", IN_COUNTRY, under=TWENTY_YEARS) == 7
    assert tell("uk/latest", "leave.length", alone) == "P5Y"
    assert tell("uk/latest", "reviews.before_settlement", alone) == 0


@pytest.mark.parametrize(("claimed_on", "leave"), [("2026-03-01", "P5Y"), ("2026-03-02", "P30M")])
def test_edge_15_the_day_of_the_claim_and_not_of_the_grant_decides_on_thirty_months(
    claimed_on: str, leave: str
) -> None:
    for decided_on in ("2026-03-02", "2026-11-02", "2028-01-10"):
        assert tell("uk/latest", "leave.length", IN_COUNTRY, claimed_on=claimed_on, decided_on=decided_on) == leave


def test_edge_16_one_in_one_out_is_a_power_and_not_a_certainty() -> None:
    answer = ask("uk/baseline", "return.to_france", CROSSED)

    assert (answer.value, answer.qualifier) == ("power", Qualifier.MAY)


@pytest.mark.parametrize("entry", ["concealed_in_vehicle", "other_irregular", "visa_free"])
@pytest.mark.parametrize(
    ("policy", "returned_before", "answer"),
    [
        ("uk@2026-06-10", True, "none"),
        ("uk@2026-06-11", True, ["power", "none"]),
        ("uk@2026-06-29", True, ["power", "none"]),
        ("uk@2026-06-30", True, "power"),
        ("uk@2026-06-30", False, "none"),
        ("uk/baseline", True, "none"),
    ],
)
def test_edge_17_without_a_boat_only_a_person_returned_before_is_reached_and_only_since_the_amendment(
    policy: str,
    returned_before: bool,  # noqa: FBT001  # a case
    answer: str | list[str],
    entry: str,
) -> None:
    case = {
        **CROSSED,
        "entry": entry,
        "arrived_on": "2026-06-01",
        "as_of": "2026-06-12",
        "returned_to_france_before": returned_before,
        "came_back_by_small_boat": False,
    }

    assert tell(policy, "return.to_france", case) == answer


@pytest.mark.parametrize(
    ("as_of", "asked_in_time", "answer"),
    [("2025-11-06", True, "power"), ("2025-11-07", True, "none"), ("2025-11-06", False, "none")],
)
def test_edge_18_after_the_windows_of_the_treaty_a_claim_may_still_be_inadmissible(
    as_of: str,
    asked_in_time: bool,  # noqa: FBT001  # a case
    answer: str,
) -> None:
    case = {**CROSSED, "as_of": as_of, "france_asked_within_14_days": asked_in_time}

    assert tell("uk/baseline", "return.to_france", case) == answer
    assert tell("uk/baseline", "return.third_country", case) == "power"


def test_edge_19_an_inadmissible_claim_is_not_a_refused_one() -> None:
    case = {**WAITING, "claim": "inadmissible", "has_safe_third_country_link": True}

    assert tell("uk/latest", "appeal.body", case) == "none"
    assert tell("uk/latest", "appeal.body", REFUSED) == "first_tier_tribunal"
    assert tell("uk/latest", "support.scheme", case) == "section_95"
    assert tell("uk/baseline", "support.entitlement", case) == "duty"
    assert tell("uk/latest", "support.entitlement", case) == "power"
    assert tell("uk/latest", "support.grounds_against", case) == []
    assert tell("uk/latest", "return.third_country", case) == "power"
    assert "another safe country" in policies["uk/latest"].rule("removal.inadmissible").text


@pytest.mark.parametrize("claim", ["none_made", "withdrawn", "inadmissible"])
def test_edge_20_an_outstanding_human_rights_claim_bars_a_transfer(claim: str) -> None:
    case = {**CROSSED, "claim": claim}

    assert tell("uk/baseline", "return.to_france", case) == "power"
    assert tell("uk/baseline", "return.to_france", case, has_human_rights_claim=True) == "none"


@pytest.mark.parametrize(
    ("policy", "arrived_on", "answer"),
    [
        ("uk/baseline", "2026-06-11", "power"),
        ("uk/baseline", "2026-06-12", "none"),
        ("uk@2026-06-10", "2026-06-12", "none"),
        ("uk@2026-06-11", "2026-06-12", "power"),
        ("uk@2026-09-30", "2026-09-30", "power"),
        ("uk@2026-09-30", "2026-10-01", "none"),
        ("uk@2026-10-01", "2026-09-30", ["power", "none"]),
        ("uk@2026-10-01", "2026-10-01", "none"),
        ("uk/latest", "2026-10-05", "none"),
    ],
)
def test_edge_22_the_treaty_has_a_first_end_an_extension_and_a_last_new_case(
    policy: str, arrived_on: str, answer: Any
) -> None:
    case = {**CROSSED, "arrived_on": arrived_on, "claimed_on": arrived_on, "as_of": arrived_on}

    assert tell(policy, "return.to_france", case) == answer


@pytest.mark.parametrize(
    ("policy", "answer"),
    [
        ("uk@2024-07-05", "power"),
        ("uk@2024-07-06", "none"),
        ("uk/baseline", "none"),
        ("uk@2025-12-01", "none"),
        ("uk@2025-12-02", "none"),
        ("uk/proposed", "none"),
    ],
)
def test_edge_23_the_rwanda_scheme_ended_when_scrapped_and_not_when_repealed(policy: str, answer: str) -> None:
    assert tell(policy, "return.to_rwanda", WAITING) == answer


@pytest.mark.parametrize("policy", ["uk/baseline", "uk@2026-03-05", "uk@2026-06-02", "uk/latest"])
@pytest.mark.parametrize("obstacle", [True, False])
def test_edge_24_an_act_of_2016_that_was_never_commenced_is_not_law_in_force(
    policy: str,
    obstacle: bool,  # noqa: FBT001  # a case
) -> None:
    case = {**REFUSED_FAMILY, "faces_genuine_obstacle_to_leaving": obstacle}

    assert tell(policy, "support.scheme", case) == "section_95"
    assert tell(policy, "support.scheme", {**case, **REFUSED}) == "section_4"


@pytest.mark.parametrize(("policy", "entitlement"), [("uk/baseline", "duty"), ("uk/latest", "power")])
def test_edge_25_a_family_that_does_not_leave_does_not_lose_its_support_by_that_alone(
    policy: str, entitlement: str
) -> None:
    assert tell(policy, "support.entitlement", REFUSED_FAMILY, refuses_removal=True) == entitlement
    assert tell(policy, "support.grounds_against", REFUSED_FAMILY, refuses_removal=True) == []


@pytest.mark.parametrize("zone", ["shallow_water", "canal_or_river", "port", "open_sea"])
def test_edge_26_by_the_text_a_loaded_boat_stays_under_rescue_whatever_is_reported(zone: str) -> None:
    loaded = {**TAXI_BOAT, "zone": zone, "boarding": "loaded", "people_aboard": 60}
    by_the_text = {"france.reach": "before_boarding"}

    assert tell("france/doctrine", "interception.allowed", loaded, under=by_the_text) == "rescue_only"
    assert ask("france/doctrine", "interception.allowed", loaded, under=by_the_text).standing is Stage.IN_FORCE
    assert tell("france/doctrine", "interception.measures", loaded, under=by_the_text) == []
    assert tell("france/doctrine", "interception.practice", loaded) == (
        "as_written" if zone == "open_sea" else "beyond_the_text"
    )
    other = {**TAXI_BOAT, "zone": zone, "suspected_taxi_boat": False}
    assert tell("france/doctrine", "interception.allowed", other, under=by_the_text) == "rescue_only"


@pytest.mark.parametrize("metres", [0, 299, 300, 301, 2000])
def test_edge_27_three_hundred_metres_were_asked_for_and_are_no_rule(metres: int) -> None:
    boat = {**TAXI_BOAT, "metres_from_shore": metres}
    by_the_text = {"france.reach": "before_boarding"}

    assert tell("france/doctrine", "interception.allowed", boat) == "intercept"
    assert tell("france/doctrine", "interception.allowed", boat, boarding="loaded", under=by_the_text) == "rescue_only"


def test_edge_28_nets_are_not_envisaged_at_present_and_contested() -> None:
    answer = ask("france/doctrine", "interception.nets", TAXI_BOAT)

    assert [each.value for each in answer.headline] == ["not_envisaged_at_present"]
    assert answer.points == ("france.nets",)
    assert tell("france/doctrine", "interception.nets", TAXI_BOAT) == ["not_envisaged_at_present", "used", "excluded"]


def test_edge_29_a_canal_counts_although_it_is_no_sea() -> None:
    assert tell("france/doctrine", "interception.allowed", TAXI_BOAT, zone="canal_or_river") == "intercept"
    assert tell("france/before", "interception.allowed", TAXI_BOAT, zone="canal_or_river") == "rescue_only"
    assert tell("france/doctrine", "interception.allowed", TAXI_BOAT, zone="open_sea") == "rescue_only"


def test_edge_30_of_a_boat_partly_boarded_nothing_is_decided() -> None:
    answer = ask("france/doctrine", "interception.allowed", TAXI_BOAT, boarding="partly_boarded")

    assert answer.undecided == ("france.partly_boarded",)
    assert {each.value for each in answer.headline} == {"intercept", "rescue_only"}


@pytest.mark.parametrize("boarding", ["none_aboard", "partly_boarded", "loaded"])
@pytest.mark.parametrize("zone", ["beach", "canal_or_river", "port", "shallow_water", "open_sea"])
@pytest.mark.parametrize("policy", ["france/before", "france/doctrine"])
def test_edge_31_a_life_in_danger_turns_everything_into_rescue(policy: str, zone: str, boarding: str) -> None:
    boat = {**TAXI_BOAT, "zone": zone, "boarding": boarding, "people_aboard": 3, "person_in_danger": True}

    assert tell(policy, "interception.allowed", boat) == "rescue_only"
    assert tell(policy, "interception.measures", boat) == []


@pytest.mark.parametrize(
    ("policy", "wait"), [("denmark@2022-06-30", "P3Y"), ("denmark@2022-07-01", "P2Y"), ("denmark", "P2Y")]
)
def test_edge_32_the_danish_wait_for_family_is_two_years_with_an_exception(policy: str, wait: str) -> None:
    case = {**IN_COUNTRY, "danish_ground": "7_3"}

    assert tell(policy, "family_reunion.wait", case) == wait
    assert ask(policy, "family_reunion.wait", case).qualifier is Qualifier.NORMALLY
    assert tell(policy, "family_reunion.wait", case, treaty_requires_family_unity=True) == "P0D"


@pytest.mark.parametrize(
    ("basic", "supplementary", "wait"),
    [(True, 0, "P8Y"), (True, 2, "P8Y"), (True, 3, "P8Y"), (True, 4, "P4Y"), (False, 4, "none"), (False, 0, "none")],
)
def test_edge_33_four_danish_years_need_all_four_conditions_on_top_of_every_basic_one(
    basic: bool,  # noqa: FBT001  # a case
    supplementary: int,
    wait: str,
) -> None:
    case = {
        **IN_COUNTRY,
        "danish_ground": "7_1",
        "meets_basic_residence_conditions": basic,
        "supplementary_conditions_met": supplementary,
    }

    assert tell("denmark", "settlement.after", case) == wait


@pytest.mark.parametrize("household_size", [1, 4])
def test_edge_34_ten_thousand_kroner_are_kept_by_each_person(household_size: int) -> None:
    (rule,) = ask("denmark", "assets.kept", WAITING, household_size=household_size).rules

    assert tell("denmark", "assets.kept", WAITING, household_size=household_size) == "10000.00 DKK"
    assert "a person" in rule.text
    assert "sentimental" in rule.text


@pytest.mark.parametrize(
    ("people", "points"), [(2, ("france.directive_2022",)), (3, ("france.directive_2022",)), (4, ())]
)
def test_edge_34b_a_directive_of_2022_may_have_reached_boats_with_up_to_three_people(
    people: int, points: tuple[str, ...]
) -> None:
    answer = ask("france/before", "interception.allowed", TAXI_BOAT, people_aboard=people)

    assert answer.points == points
    assert ask("france/doctrine", "interception.allowed", TAXI_BOAT, people_aboard=people).points == ()
    headline = {"france.directive_2022": "none"}
    assert tell("france/before", "interception.allowed", TAXI_BOAT, people_aboard=people, under=headline) == (
        "rescue_only"
    )


def test_edge_35_danish_amounts_are_in_kroner_and_no_yearly_one_is_carried_over() -> None:
    kept = Money.parse(str(tell("denmark", "assets.kept", WAITING)))

    assert kept.compare(pounds("10000")) is None
    with pytest.raises(InvalidInputError, match="not in pounds"):
        CaseProfile(assets="10000.00 DKK")
    assert tell("denmark", "support.weekly", WAITING) == "not_covered"
    assert tell("denmark", "settlement.fee", IN_COUNTRY) == "not_covered"
    assert policies["denmark"].verified_until == date(2026, 10, 6)


@pytest.mark.parametrize(
    ("ground", "permit", "wait"), [("7_1", "P2Y", "P0D"), ("7_2", "P1Y", "P0D"), ("7_3", "P1Y", "P2Y")]
)
def test_edge_36_modelled_on_denmark_is_not_in_the_same_numbers(ground: str, permit: str, wait: str) -> None:
    case = {**IN_COUNTRY, "danish_ground": ground, "meets_basic_residence_conditions": True}

    assert tell("denmark", "leave.length", case) == permit
    assert tell("uk/proposed", "leave.length", case) == "P30M"
    assert tell("denmark", "settlement.after", case, supplementary_conditions_met=3) == "P8Y"
    assert tell("denmark", "settlement.after", case, supplementary_conditions_met=4) == "P4Y"
    assert tell("uk/proposed", "settlement.after", case, under=TWENTY_YEARS) == "P20Y"
    assert tell("denmark", "family_reunion.wait", case) == wait


@pytest.mark.parametrize(
    ("policy", "question", "facts", "words"),
    [
        ("uk/proposed", "family_reunion.route", {**IN_COUNTRY, "on_work_and_study_route": True}, "(could)"),
        ("uk/proposed", "support.grounds_against", {**WAITING, "assets": "5000"}, "(could)"),
        ("uk/next", "settlement.repayment", {**IN_COUNTRY, "was_supported_as_adult": True}, "about £10,000.00 (could)"),
        ("uk/baseline", "return.to_france", CROSSED, "may be returned"),
        ("uk/latest", "leave.length", IN_COUNTRY, "30 months (normally)"),
        ("uk/latest", "support.weekly", WAITING, "£49.18 (usually)"),
        ("denmark", "family_reunion.wait", {**IN_COUNTRY, "danish_ground": "7_3"}, "2 years (normally)"),
    ],
)
def test_edge_37_could_may_up_to_and_normally_reach_the_reader(
    policy: str, question: str, facts: Facts, words: str
) -> None:
    pressed = {**TWENTY_YEARS, "settlement.core_period": "up_to_twenty"}

    assert words in of_answer(ask(policy, question, facts))
    assert of_answer(ask("uk/proposed", "settlement.after", IN_COUNTRY, under=pressed)) == "up to 20 years"


def test_edge_38_one_count_told_with_two_starts_is_one_count_and_the_treaty_starts_in_august() -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    ledgers = [tomllib.loads(path.read_text(encoding="utf-8"))["row"] for path in sorted(seeds.glob("00*.toml"))]
    rows = {row["id"]: row for ledger in ledgers for row in ledger}

    assert {rows[each]["value"] for each in ("s0-oioo-returned", "s2-oioo-153")} == {"153"}
    assert tell("uk@2025-08-05", "return.to_france", CROSSED) == "none"
    assert tell("uk@2025-08-06", "return.to_france", CROSSED) == "power"
    assert tell("uk@2025-09-18", "return.to_france", CROSSED) == "power"
