"""Lists of what there is: policies, rules, facts, questions, open points, sources."""

import re
from datetime import date
from typing import Any

import pytest

from asylum_rules import Policy, UnknownNameError, policies
from asylum_rules.language.subjects import Profile
from asylum_rules.model.points import POINTS
from asylum_rules.model.questions import QUESTIONS
from asylum_rules.report.encoding import policy_hash
from asylum_rules.report.listing import (
    fact_records,
    point_records,
    policy_records,
    question_records,
    rule_page,
    rule_records,
    shown,
    source_records,
)
from asylum_rules.report.schema import FACTS

UK = tuple(policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))
EVERY = pytest.mark.parametrize("policy", policies.values(), ids=list(policies))
PERSON = {record["name"]: record for record in fact_records(FACTS[Profile.PERSON])}


def test_policies_are_listed_with_what_identifies_them() -> None:
    records: list[dict[str, Any]] = policy_records(UK)

    assert [(each["id"], each["resolved"]) for each in records] == [
        ("uk/baseline", "uk@2025-11-16"),
        ("uk/latest", "uk@2026-10-06"),
        ("uk/proposed", "uk@2025-11-16+restoring-order+earned-settlement"),
    ]
    assert [each["hash"] for each in records] == [policy_hash(policy) for policy in UK]
    assert {each["verified_until"] for each in records} == {"2026-10-06"}


def test_a_fact_is_listed_with_its_kind_its_codes_and_its_presumption() -> None:
    assert PERSON["route"]["kind"] == "code"
    assert PERSON["english"]["codes"] == ["none", "a1", "a2", "b1", "b2", "c1", "c2"]
    assert PERSON["claimed_on"]["none"] is True
    assert PERSON["is_destitute"]["assessed"] is True
    assert PERSON["claimed_on"]["presumed"] is None
    assert PERSON["further_submissions_on"]["presumed"] == "none"
    assert PERSON["overstayed_months"]["presumed"] == 0
    assert PERSON["is_pregnant"]["presumed"] is False
    assert PERSON["protection_still_needed"]["presumed"] is True


@pytest.mark.parametrize(
    ("fact", "presumed"),
    [
        ("claimed_on", ""),
        ("further_submissions_on", "none"),
        ("overstayed_months", "0"),
        ("protection_still_needed", "yes"),
        ("is_pregnant", "no"),
    ],
)
def test_a_table_of_facts_shows_what_is_presumed(fact: str, presumed: str) -> None:
    row = shown([PERSON[fact]], ["name", "presumed"], "pipe").splitlines()[2]

    assert [cell.strip() for cell in row.strip("|").split("|")] == [fact.replace("_", r"\_"), presumed]


def test_questions_are_listed_with_which_end_is_better() -> None:
    records = {record["name"]: record for record in question_records(QUESTIONS)}

    assert len(records) == len(QUESTIONS)
    assert records["settlement.after"]["favours"] == "less"
    assert records["leave.length"]["favours"] == "more"
    assert records["support.entitlement"]["favours"] == ["duty", "power", "none"]
    assert records["appeal.body"]["favours"] is None
    assert records["interception.nets"]["profile"] == "boat"


def test_an_open_point_is_listed_with_the_policies_that_turn_on_it() -> None:
    records = {record["name"]: record for record in point_records(POINTS, UK)}

    assert len(records) == len(POINTS)
    assert records["settlement.core_period"]["policies"] == ["uk/proposed"]
    assert records["settlement.core_period"]["readings"] == ["twenty_years", "up_to_twenty"]
    assert records["settlement.core_period"]["headline"] == "twenty_years"
    assert records["support.over_65"]["policies"] == ["uk/baseline", "uk/latest", "uk/proposed"]
    assert records["proposal.reaches_existing_claims"]["headline"] is None
    assert records["france.nets"]["policies"] == []


@EVERY
def test_every_rule_is_listed_once_with_what_it_says_and_where_it_says_so(policy: Policy) -> None:
    records: list[dict[str, Any]] = rule_records(policy)

    assert [each["name"] for each in records] == [rule.name for rule in policy.rules]
    for record in records:
        assert record["text"]
        assert record["when"]
        assert record["gives"]
        assert record["citations"]
        assert record["stages"]
        assert date.fromisoformat(record["verified"]) <= date(2026, 10, 6)


def test_a_rule_is_listed_with_its_figure_its_qualifier_and_what_it_replaces() -> None:
    records: dict[object, dict[str, Any]] = {each["name"]: each for each in rule_records(policies["uk/latest"])}

    record = records["leave.thirty-months"]

    assert record["question"] == "leave.length"
    assert record["gives"] == "P30M"
    assert record["qualifier"] == "normally"
    assert record["stage"] == "in_force"
    assert record["stages"] == [["2025-11-17", "announced"], ["2026-03-02", "in_force"]]
    assert record["succeeds"] == ["leave.five-years"]
    assert {each["confidence"] for each in record["citations"]} == {"high"}


def test_a_proposal_is_listed_as_far_as_it_has_come() -> None:
    records: dict[object, dict[str, Any]] = {each["name"]: each for each in rule_records(policies["uk/proposed"])}

    assert records["settlement.earned-from-twenty-years"]["stage"] == "consulted"
    assert records["leave.core-protection"]["stage"] == "announced"
    assert records["settlement.core-up-to-twenty"]["gives"] == "(up to P20Y)"
    assert records["leave.five-years"]["stage"] == "in_force"


@EVERY
def test_the_page_of_a_policy_shows_every_rule_with_its_sources(policy: Policy) -> None:
    page = rule_page(policy)

    for rule in policy.rules:
        assert page.count(f"\n{rule.name} [") == 1
        assert rule.text in page
    assert len(re.findall(r"\n +source: ", page)) == sum(len(rule.cites) for rule in policy.rules)
    assert page.startswith(f"{policy.title} ({policy.resolved})\n")


def test_sources_are_listed_once_each_in_order() -> None:
    records = source_records(UK)

    names = [str(record["id"]) for record in records]

    assert names == sorted(set(names))
    assert set(names) == {cited.document.id for policy in UK for rule in policy.rules for cited in rule.cites}


def test_a_source_is_shown_with_the_rules_that_rest_on_it() -> None:
    (record,) = source_records(UK, "allowance-review-2023")

    assert record["publisher"] == "Home Office"
    assert record["rules"] == [
        "support.weekly-baby",
        "support.weekly-child",
        "support.weekly-pregnancy",
        "support.weekly-self-catered",
    ]
    assert record["medium"] == []
    assert record["oldest_verified"] == "2026-10-06"


def test_a_source_of_medium_confidence_names_the_rules_that_are_so() -> None:
    (record,) = source_records(UK, "reset-ukrs-status-2022")

    assert record["medium"] == record["rules"]


def test_an_unknown_source_names_the_nearest_one() -> None:
    with pytest.raises(UnknownNameError) as raised:
        source_records(UK, "allowance-review-2032")

    assert raised.value.nearest == "allowance-review-2023"


def test_a_name_is_not_broken_over_two_lines_however_long() -> None:
    name = "support.longer_notice_on_request_open"

    first_line = shown([{"name": name, "left": "word " * 20}], ["name", "left"], "simple").splitlines()[2]

    assert first_line.split() == [name, *["word"] * 7]


def test_a_table_has_a_column_for_each_name_and_a_row_for_each_record() -> None:
    records: list[dict[str, object]] = [
        {"oldest_verified": "2026-10-06", "rules": ["a", "b"], "left": None, "more": 1},
        {"oldest_verified": "2026-10-07", "rules": [], "left": "x", "more": 2},
    ]

    table = shown(records, ["oldest_verified", "rules", "left"], "pipe")

    assert [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()] == [
        ["oldest verified", "rules", "left"],
        [":------------------", ":--------", ":-------"],
        ["2026-10-06", "a, b", ""],
        ["2026-10-07", "", "x"],
    ]
