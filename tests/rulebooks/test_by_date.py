"""Policies of a day: what changes from one day to the next, and what a name of a policy may be."""

from typing import Any

import pytest

from asylum_rules import CaseProfile, InvalidInputError, UnknownNameError, policies
from asylum_rules.errors import InvalidPolicyError
from asylum_rules.model.flaw import flaws
from tests.ask import IN_COUNTRY, RESETTLED, WAITING, ask, tell

DAYS = [
    "2022-01-01",
    "2022-04-20",
    "2022-06-28",
    "2023-01-01",
    "2023-07-15",
    "2023-09-01",
    "2024-06-01",
    "2024-12-09",
    "2025-08-31",
    "2025-09-04",
    "2025-11-16",
    "2026-03-02",
    "2026-03-09",
    "2026-03-21",
    "2026-04-01",
    "2026-06-02",
    "2026-06-30",
    "2026-07-01",
    "2026-08-03",
    "2026-09-28",
    "2027-01-01",
]


@pytest.mark.parametrize("day", DAYS)
def test_the_rules_of_no_day_have_a_gap_or_a_clash(day: str) -> None:
    assert list(flaws(policies[f"uk@{day}"], CaseProfile.world)) == []


def test_reforms_written_for_the_baseline_lie_over_the_latest_rules_too() -> None:
    policy = policies["uk/latest+restoring-order+earned-settlement"]

    assert policy.resolved == "uk@2026-10-06+restoring-order+earned-settlement"
    assert list(flaws(policy, CaseProfile.world)) == []
    assert tell(policy.id, "settlement.after", IN_COUNTRY, entry="visa")[0] == "P20Y"  # type: ignore[index]  # a list


@pytest.mark.parametrize("reached", ["yes", "no"])
def test_laid_over_the_law_of_march_2026_lone_children_keep_what_it_gives_them(reached: str) -> None:
    under = {"proposal.reaches_lone_children": reached}
    case = {**IN_COUNTRY, "was_unaccompanied_child_at_claim": True}

    assert tell("uk/latest+restoring-order", "leave.length", case, under=under) == "P5Y"
    assert tell("uk/proposed", "leave.length", case, under=under) == ("P30M" if reached == "yes" else "P5Y")


@pytest.mark.parametrize(
    ("policy", "claimed_on", "leave", "standing"),
    [
        ("uk@2026-03-01+restoring-order", "2026-03-01", "P30M", "announced"),
        ("uk@2026-03-01+restoring-order", "2026-03-02", "P30M", "announced"),
        ("uk@2026-03-02+restoring-order", "2026-03-01", "P5Y", "in_force"),
        ("uk@2026-03-02+restoring-order", "2026-03-02", "P30M", "in_force"),
        ("uk/next", "2026-03-01", "P5Y", "in_force"),
        ("uk/next", "2026-03-02", "P30M", "in_force"),
    ],
)
def test_thirty_months_are_proposed_until_they_are_law(policy: str, claimed_on: str, leave: str, standing: str) -> None:
    answer = ask(policy, "leave.length", IN_COUNTRY, claimed_on=claimed_on)

    assert tell(policy, "leave.length", IN_COUNTRY, claimed_on=claimed_on) == leave
    assert answer.standing == standing


@pytest.mark.parametrize(
    ("policy", "claimed_on", "rule", "every"),
    [
        ("uk/proposed", "2026-03-02", "review.core-protection", "P30M"),
        ("uk@2026-03-01+restoring-order", "2026-03-02", "review.core-protection", "P30M"),
        ("uk@2026-03-02+restoring-order", "2026-03-01", "review.none-scheduled", "none"),
        ("uk@2026-03-02+restoring-order", "2026-03-02", "review.every-thirty-months", "P30M"),
        ("uk/next", "2026-03-01", "review.none-scheduled", "none"),
        ("uk/next", "2026-03-02", "review.every-thirty-months", "P30M"),
    ],
)
def test_a_review_every_thirty_months_is_proposed_until_it_is_law(
    policy: str, claimed_on: str, rule: str, every: str
) -> None:
    answer = ask(policy, "leave.review_every", IN_COUNTRY, claimed_on=claimed_on)

    assert [each.name for each in answer.rules] == [rule]
    assert tell(policy, "leave.review_every", IN_COUNTRY, claimed_on=claimed_on) == every


@pytest.mark.parametrize("claimed_on", ["2026-03-01", "2026-03-02"])
def test_of_work_and_study_neither_length_nor_reviews_become_known_by_the_law_of_march_2026(claimed_on: str) -> None:
    case = {**IN_COUNTRY, "claimed_on": claimed_on, "on_work_and_study_route": True}

    assert tell("uk/next", "leave.review_every", case) == "unstated"


@pytest.mark.parametrize(
    ("policy", "rule", "standing"),
    [
        ("uk@2026-06-30+restoring-order", "support.power-proposed", "announced"),
        ("uk@2026-07-01+restoring-order", "support.power", "in_force"),
        ("uk/next", "support.power", "in_force"),
    ],
)
def test_the_end_of_the_duty_is_proposed_until_it_is_law_on_any_account(policy: str, rule: str, standing: str) -> None:
    answer = ask(policy, "support.entitlement", WAITING)

    assert tell(policy, "support.entitlement", WAITING) == "power"
    assert [each.name for each in answer.rules] == [rule]
    assert answer.standing == standing


@pytest.mark.parametrize(
    ("facts", "policy", "rules"),
    [
        (
            {"worked_illegally": True},
            "uk@2026-03-31+restoring-order",
            ["support.proposed-illegal-work", "support.ground-illegal-work-in-march-2026"],
        ),
        ({"worked_illegally": True}, "uk@2026-04-01+restoring-order", ["support.ground-illegal-work"]),
        ({"worked_illegally": True}, "uk/next", ["support.ground-illegal-work"]),
        ({"broke_the_law": True}, "uk@2026-06-01+restoring-order", ["support.proposed-crime"]),
        ({"broke_the_law": True}, "uk@2026-07-01+restoring-order", ["support.ground-crime"]),
        ({"broke_the_law": True}, "uk/next", ["support.ground-crime"]),
        ({"has_right_to_work": True}, "uk@2026-06-01+restoring-order", []),
        ({"has_right_to_work": True}, "uk/next", ["support.ground-right-to-work"]),
        ({"refuses_removal": True}, "uk/next", ["support.proposed-removal"]),
    ],
)
def test_a_ground_is_proposed_until_it_is_law(facts: dict[str, Any], policy: str, rules: list[str]) -> None:
    answer = ask(policy, "support.grounds_against", {**WAITING, **facts})

    assert sorted(each.name for each in answer.rules) == sorted(rules)


def test_a_five_year_path_of_2026_stands_over_the_older_proposal_of_ten() -> None:
    case = {**RESETTLED, "arrived_on": "2026-10-01"}

    assert tell("uk/latest+restoring-order", "settlement.after", case) == "P5Y"


@pytest.mark.parametrize(
    ("day", "entitlement"),
    [
        ("2026-06-01", "duty"),
        ("2026-06-02", ["power", "duty"]),
        ("2026-06-30", ["power", "duty"]),
        ("2026-07-01", "power"),
    ],
)
def test_on_which_day_of_june_2026_the_duty_ended_is_open(day: str, entitlement: Any) -> None:
    assert tell(f"uk@{day}", "support.entitlement", WAITING) == entitlement


def test_in_june_2026_a_breach_makes_refusal_possible_either_way() -> None:
    assert tell("uk@2026-06-10", "support.entitlement", WAITING, broke_support_conditions=True) == "power"


@pytest.mark.parametrize(
    ("day", "grounds"),
    [
        ("2026-06-01", []),
        ("2026-06-02", [["right_to_work", "can_support_self", "broke_the_law"], []]),
        ("2026-06-30", [["right_to_work", "can_support_self", "broke_the_law"], []]),
        ("2026-07-01", ["right_to_work", "can_support_self", "broke_the_law"]),
    ],
)
def test_the_grounds_that_came_with_the_power_count_from_the_day_the_duty_ended(day: str, grounds: Any) -> None:
    case = {**WAITING, "has_right_to_work": True, "can_support_self": True, "broke_the_law": True}

    assert tell(f"uk@{day}", "support.grounds_against", case) == grounds


def test_the_grounds_and_the_duty_turn_on_the_same_day_of_june_2026() -> None:
    under = {"support.duty_ended": "later_in_june"}

    assert tell("uk@2026-06-10", "support.entitlement", WAITING, broke_the_law=True, under=under) == "duty"
    assert tell("uk@2026-06-10", "support.grounds_against", WAITING, broke_the_law=True, under=under) == []
    assert tell("uk@2026-06-10", "support.grounds_against", WAITING, is_destitute=False, under=under) == [
        "not_destitute"
    ]


@pytest.mark.parametrize(
    ("day", "grounds"),
    [
        ("2026-03-20", ["broke_conditions"]),
        ("2026-03-21", [["worked_illegally"], ["broke_conditions"]]),
        ("2026-03-31", [["worked_illegally"], ["broke_conditions"]]),
        ("2026-04-01", ["worked_illegally"]),
        ("2026-06-02", ["worked_illegally"]),
    ],
)
def test_on_which_day_of_late_march_2026_illegal_work_became_a_ground_of_its_own_is_open(
    day: str, grounds: Any
) -> None:
    assert tell(f"uk@{day}", "support.grounds_against", WAITING, worked_illegally=True) == grounds


@pytest.mark.parametrize(
    ("day", "self_catered", "catered"),
    [
        ("2022-12-20", "unstated", "unstated"),
        ("2022-12-21", "45.00 GBP", "9.10 GBP"),
        ("2023-06-30", "45.00 GBP", "9.10 GBP"),
        ("2023-07-01", "unstated", "unstated"),
        ("2023-08-01", "47.39 GBP", "9.58 GBP"),
        ("2024-01-14", "47.39 GBP", "9.58 GBP"),
        ("2024-01-15", "49.18 GBP", ["9.95 GBP", "8.86 GBP"]),
        ("2025-08-27", "49.18 GBP", ["9.95 GBP", "8.86 GBP"]),
        ("2025-08-28", "49.18 GBP", "9.95 GBP"),
    ],
)
def test_the_weekly_rate_by_day(day: str, self_catered: Any, catered: Any) -> None:
    assert tell(f"uk@{day}", "support.weekly", WAITING) == self_catered
    assert tell(f"uk@{day}", "support.weekly", WAITING, meals_provided=True) == catered


@pytest.mark.parametrize(
    "household", [{"is_pregnant": True}, {"children_under_1": 1}, {"children_aged_1_to_3": 1}, {"meals_provided": True}]
)
@pytest.mark.parametrize("day", ["2022-12-21", "2023-08-01", "2024-01-14", "2024-01-15"])
def test_additions_before_15_january_2024_are_not_given(day: str, household: dict[str, Any]) -> None:
    case = {**WAITING, "is_family_with_child": True, "household_size": 2, **household}
    told = tell(f"uk@{day}", "support.weekly", case)

    assert (told == "unstated") is (day < "2024-01-15" and "meals_provided" not in household)


@pytest.mark.parametrize(
    ("meals", "day", "payment"),
    [
        (False, "2026-10-06", "0.00 GBP"),
        (False, "2023-01-10", "0.00 GBP"),
        (False, "2022-03-01", "0.00 GBP"),
        (True, "2026-10-06", "9.95 GBP"),
        (True, "2023-01-10", "9.10 GBP"),
    ],
)
def test_while_support_is_being_decided_on_no_money_is_normally_paid_outside_full_board(
    meals: bool,  # noqa: FBT001  # a case
    day: str,
    payment: str,
) -> None:
    case = {**WAITING, "awaits_support_decision": True, "meals_provided": meals}

    assert tell(f"uk@{day}", "support.weekly", case) == payment
    assert ask(f"uk@{day}", "support.weekly", case).qualifier == (None if meals else "normally")


@pytest.mark.parametrize(
    ("facts", "scheme"),
    [
        ({"claim": "pending"}, "section_95"),
        ({"claim": "inadmissible"}, "section_95"),
        ({"claim": "refused", "decided_on": "2026-05-01"}, "section_4"),
        ({"claim": "refused", "decided_on": "2026-05-01", "is_family_with_child": True}, "section_95"),
        ({"claim": "pending", "is_unaccompanied_child": True}, "council"),
        ({"claim": "withdrawn"}, "none"),
        ({"awaits_support_decision": True}, "section_98"),
        ({"awaits_support_decision": "unknown"}, ["section_98", "section_95"]),
        ({"awaits_support_decision": True, "is_unaccompanied_child": True}, "council"),
        ({"awaits_support_decision": True, "claim": "refused", "decided_on": "2026-05-01"}, "section_4"),
    ],
)
def test_the_scheme_of_support(facts: dict[str, Any], scheme: Any) -> None:
    assert tell("uk/latest", "support.scheme", {**WAITING, **facts}) == scheme


@pytest.mark.parametrize(
    ("policy", "claim", "body"),
    [
        ("uk/baseline", "refused", "first_tier_tribunal"),
        ("uk/latest", "pending", "first_tier_tribunal"),
        ("uk/latest", "inadmissible", "none"),
        ("uk/proposed", "refused", "independent_appeals_authority"),
        ("uk/proposed", "inadmissible", "none"),
    ],
)
def test_who_hears_an_appeal(policy: str, claim: str, body: str) -> None:
    assert tell(policy, "appeal.body", WAITING, claim=claim, decided_on="2026-05-01") == body


@pytest.mark.parametrize(
    ("policy", "effect"),
    [("uk/baseline", "may_lose_status"), ("uk/latest", "may_lose_status"), ("uk/proposed", "liable_to_removal")],
)
@pytest.mark.parametrize("needed", [True, False])
def test_a_review_finding_leads_to_no_automatic_loss(policy: str, effect: str, needed: bool) -> None:  # noqa: FBT001  # a case
    assert tell(policy, "return.when_not_needed", IN_COUNTRY, protection_still_needed=needed) == effect


def test_a_day_past_the_last_verified_one_is_answered_and_says_so() -> None:
    assert policies["uk@2026-10-07"].title == ("UK rules in force on 7 October 2026, not verified since 6 October 2026")
    assert policies["uk@2026-10-06"].title == "UK rules in force on 6 October 2026"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("uk/latst", "unknown policy `uk/latst`: did you mean `uk/latest`?"),
        ("uk@2021-12-31", "policy `uk@2021-12-31`: the rules are known from 2022-01-01 on"),
        ("uk@2026-02-30", "policy `uk@2026-02-30`: `2026-02-30` is not a date as `2026-03-02`"),
        ("uk/latest+restoring", "unknown reform `restoring`: did you mean `restoring-order`?"),
        (
            "uk/next+bill-105",
            "policy `uk/next+bill-105`: `bill-105` is already laid over `uk/next`",
        ),
    ],
)
def test_a_name_that_is_none_is_refused(name: str, message: str) -> None:
    with pytest.raises((UnknownNameError, InvalidInputError, InvalidPolicyError)) as refused:
        policies[name]

    assert str(refused.value) == message


def test_a_named_policy_is_what_it_resolves_to() -> None:
    assert policies["uk/baseline"].resolved == "uk@2025-11-16"
    assert policies["uk/latest"].resolved == "uk@2026-10-06"
    assert policies["uk/proposed"].resolved == "uk@2025-11-16+restoring-order+earned-settlement"
    assert policies["uk/baseline"].rules == policies["uk@2025-11-16"].rules
    assert ask("uk@2026-03-02", "leave.length", IN_COUNTRY).value == ask("uk/latest", "leave.length", IN_COUNTRY).value


@pytest.mark.parametrize(
    ("supported", "charge", "conditions"),
    [
        (True, {"about": "10000.00 GBP"}, ["own_suitability", "safe_return_review", "repayment"]),
        (False, "0.00 GBP", ["own_suitability", "safe_return_review"]),
    ],
)
def test_the_bill_could_ask_for_about_ten_thousand_pounds(supported: bool, charge: Any, conditions: list[str]) -> None:  # noqa: FBT001  # a case
    case = {**IN_COUNTRY, "was_supported_as_adult": supported}

    assert tell("uk/latest+bill-105", "settlement.repayment", case) == charge
    assert tell("uk/latest+bill-105", "settlement.conditions", case) == conditions
    assert tell("uk/latest", "settlement.repayment", case) == "not_covered"


def test_what_is_next_is_every_proposal_over_the_latest_rules() -> None:
    assert policies["uk/next"].resolved == "uk@2026-10-06+restoring-order+earned-settlement+bill-105"
    assert tell("uk/next", "appeal.body", WAITING) == "independent_appeals_authority"
    assert [each.name for each in ask("uk/next", "appeal.body", WAITING).rules] == ["appeal.new-body-in-bill"]
    assert [each.name for each in policies["uk/next"].rules if each.answers.name == "appeal.body"] == [
        "appeal.new-body-in-bill",
        "appeal.none-where-inadmissible",
    ]
    assert ask("uk/latest+bill-105", "appeal.body", WAITING).standing == "bill"


@pytest.mark.parametrize(
    ("policy", "lodged", "link", "answer"),
    [
        ("uk/latest", "2022-06-27", True, "none"),
        ("uk/latest", "2022-06-28", True, "power"),
        ("uk/latest", "2026-04-01", False, "none"),
        ("uk/latest", "2026-04-01", "unknown", ["power", "none"]),
        ("uk@2022-06-27", "2022-06-28", True, "none"),
    ],
)
def test_a_claim_may_be_declared_inadmissible(policy: str, lodged: str, link: Any, answer: Any) -> None:
    case = {**WAITING, "claimed_on": lodged, "has_safe_third_country_link": link}

    assert tell(policy, "return.third_country", case) == answer


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2022-03-31", "none"),
        ("2022-04-01", ["power", "none"]),
        ("2022-04-20", ["power", "none"]),
        ("2022-04-29", ["power", "none"]),
        ("2022-04-30", "power"),
        ("2024-07-05", "power"),
        ("2024-07-06", "none"),
    ],
)
def test_the_rwanda_scheme_while_it_lasted(day: str, answer: Any) -> None:
    assert tell(f"uk@{day}", "return.to_rwanda", WAITING) == answer


@pytest.mark.parametrize(("start", "answer"), [("earlier", "power"), ("later", "none")])
def test_on_which_day_of_april_2022_the_rwanda_scheme_began_is_open(start: str, answer: str) -> None:
    assert ask("uk@2022-04-20", "return.to_rwanda", WAITING).undecided == ("return.rwanda_start",)
    assert tell("uk@2022-04-20", "return.to_rwanda", WAITING, under={"return.rwanda_start": start}) == answer
    assert tell("uk@2022-04-20", "return.to_rwanda", WAITING, claim="withdrawn") == "none"


@pytest.mark.parametrize("name", ["uk@soon", "uk@2021-12-31", "nowhere", "no-such-file.toml", "uk/latest+no.toml", 5])
def test_a_name_that_stands_for_no_policy_is_not_among_them(name: Any) -> None:
    assert name not in policies


@pytest.mark.parametrize("name", ["uk@soon", "uk@2021-12-31", "nowhere", "no-such-file.toml"])
def test_what_is_no_policy_gives_the_default(name: str) -> None:
    assert policies.get(name) is None
    assert policies.get(name, "nothing") == "nothing"


def test_a_name_of_a_day_is_among_the_policies() -> None:
    assert "uk@2022-01-01" in policies
    assert policies.get("uk@2022-01-01") is policies["uk@2022-01-01"]
