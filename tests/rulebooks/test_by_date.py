"""Policies of a day: what changes from one day to the next, and what a name of a policy may be."""

from typing import Any

import pytest

from asylum_rules import CaseProfile, InvalidInputError, UnknownNameError, policies
from asylum_rules.model.flaw import flaws
from tests.ask import IN_COUNTRY, RESETTLED, WAITING, ask, tell

DAYS = [
    "2022-01-01",
    "2022-06-28",
    "2023-01-01",
    "2023-07-15",
    "2023-09-01",
    "2024-06-01",
    "2025-09-04",
    "2025-11-16",
    "2026-03-02",
    "2026-03-09",
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


@pytest.mark.parametrize(("reached", "leave"), [("yes", "P30M"), ("no", "P5Y")])
def test_laid_over_the_latest_rules_lone_children_stay_undecided(reached: str, leave: str) -> None:
    under = {"proposal.reaches_lone_children": reached}
    case = {**IN_COUNTRY, "was_unaccompanied_child_at_claim": True}

    assert tell("uk/latest+restoring-order", "leave.length", case, under=under) == leave


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
    ("facts", "scheme"),
    [
        ({"claim": "pending"}, "section_95"),
        ({"claim": "inadmissible"}, "section_95"),
        ({"claim": "refused", "decided_on": "2026-05-01"}, "section_4"),
        ({"claim": "refused", "decided_on": "2026-05-01", "is_family_with_child": True}, "section_95"),
        ({"claim": "pending", "is_unaccompanied_child": True}, "council"),
        ({"claim": "withdrawn"}, "none"),
    ],
)
def test_the_scheme_of_support(facts: dict[str, Any], scheme: str) -> None:
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
    ],
)
def test_a_name_that_is_none_is_refused(name: str, message: str) -> None:
    with pytest.raises((UnknownNameError, InvalidInputError)) as refused:
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
    [("2022-04-01", "none"), ("2022-05-01", "power"), ("2024-07-05", "power"), ("2024-07-06", "none")],
)
def test_the_rwanda_scheme_while_it_lasted(day: str, answer: str) -> None:
    assert tell(f"uk@{day}", "return.to_rwanda", WAITING) == answer
