"""Findings as records, as tables, and as SARIF."""

from datetime import date
from typing import Any

import pytest

from asylum_rules import Fault, Finding, Level, __version__
from asylum_rules.report.findings import finding_records, finding_table, sentence
from asylum_rules.report.sarif import to_sarif

GAP = Finding(
    fault=Fault.GAP,
    level=Level.ERROR,
    text="no rule applies",
    policies=("uk/latest", "uk/next"),
    question="wait",
    case={"claimed_on": date(2026, 3, 2), "claim": "refugee", "is_destitute": True, "assets": 0},
)
CLASH = Finding(
    fault=Fault.CLASH,
    level=Level.ERROR,
    text="`one`, `two` both apply and differ",
    policies=("rules/my reform.toml",),
    rules=("one", "two"),
    question="wait",
)
DEAD = Finding(
    fault=Fault.DEAD_RULE,
    level=Level.NOTE,
    text="it applies in no case",
    policies=("uk/next",),
    rules=("one",),
    question="wait",
)
UNCITED = Finding(fault=Fault.UNCITED_SOURCE, level=Level.WARNING, text="no rule cites A | B", source="paper")


def result(finding: Finding) -> dict[str, Any]:
    log: dict[str, Any] = to_sarif([finding])
    (only,) = log["runs"][0]["results"]
    found: dict[str, Any] = only
    return found


# Records and tables


def test_a_record_holds_everything_in_written_form() -> None:
    assert finding_records([GAP]) == [
        {
            "finding": "gap",
            "level": "error",
            "policies": ["uk/latest", "uk/next"],
            "rules": [],
            "question": "wait",
            "source": None,
            "text": (
                'no rule applies where claimed_on = "2026-03-02", claim = "refugee", is_destitute = true, assets = 0'
            ),
            "case": {"claimed_on": "2026-03-02", "claim": "refugee", "is_destitute": True, "assets": 0},
        }
    ]


def test_a_flaw_that_needs_nothing_known_is_one_in_every_case() -> None:
    assert sentence(CLASH) == "`one`, `two` both apply and differ in every case"
    assert sentence(DEAD) == "it applies in no case"


def test_a_table_counts_what_there_is_of_each_level() -> None:
    assert finding_table([], markdown=False) == "No findings."
    assert finding_table([GAP, CLASH, UNCITED], markdown=False).endswith("\n\n2 errors, 1 warning")
    assert finding_table([DEAD], markdown=False).splitlines() == [
        "level    finding    where    policies    text",
        "-------  ---------  -------  ----------  ---------------------",
        "note     dead-rule  one      uk/next     it applies in no case",
        "",
        "1 note",
    ]


def test_findings_that_say_the_same_share_a_row() -> None:
    other = Finding(
        fault=DEAD.fault, level=DEAD.level, text=DEAD.text, policies=("uk/next", "uk/latest"), rules=("two",)
    )

    assert "one, two  uk/next, uk/latest  it applies in no case" in finding_table([DEAD, other], markdown=False)
    assert finding_table([DEAD, other], markdown=False).endswith("2 notes")


def test_a_markdown_table_keeps_its_columns() -> None:
    assert r"no rule cites A \| B" in finding_table([UNCITED], markdown=True)
    assert "no rule cites A | B" in finding_table([UNCITED], markdown=False)


def test_nothing_in_a_table_reaches_the_terminal_as_a_command() -> None:
    hostile = Finding(fault=Fault.INVALID, level=Level.ERROR, text="a\x1b[2J", policies=("b\u202e.toml",))

    assert finding_table([hostile], markdown=False).isascii()


# SARIF, against what version 2.1.0 of the standard requires


def test_a_log_is_one_run_that_names_its_tool_and_every_rule_it_may_find() -> None:
    log: dict[str, Any] = to_sarif([])

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("asylum-rules", __version__)
    assert [each["id"] for each in driver["rules"]] == [
        "invalid",
        "gap",
        "clash",
        "inert",
        "unread-rule",
        "no-citation",
        "dead-rule",
        "dead-condition",
        "unqualified-figure",
        "old-verification",
        "uncited-source",
    ]
    for each in driver["rules"]:
        assert each["shortDescription"]["text"]
        assert each["fullDescription"]["text"]
        assert each["help"]["text"]
        assert each["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert run["results"] == []


@pytest.mark.parametrize("finding", [GAP, CLASH, DEAD, UNCITED], ids=lambda each: str(each.fault))
def test_a_result_has_a_rule_a_level_a_message_and_a_place(finding: Finding) -> None:
    log: dict[str, Any] = to_sarif([finding])
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    found = result(finding)

    assert rules[found["ruleIndex"]]["id"] == found["ruleId"] == finding.fault
    assert found["level"] == finding.level
    assert found["message"]["text"].endswith(".")
    assert found["locations"]
    for location in found["locations"]:
        assert location["logicalLocations"]
        for named in location["logicalLocations"]:
            assert all(isinstance(named[key], str) and named[key] for key in ("name", "fullyQualifiedName", "kind"))


def test_a_message_says_where_and_what() -> None:
    assert result(DEAD)["message"]["text"] == "one: it applies in no case."


def test_each_policy_is_a_place_with_its_rules_in_it() -> None:
    assert [place["logicalLocations"][0]["name"] for place in result(GAP)["locations"]] == ["uk/latest", "uk/next"]
    assert result(DEAD)["locations"] == [
        {
            "logicalLocations": [
                {"name": "uk/next", "fullyQualifiedName": "uk/next", "kind": "policy"},
                {"name": "one", "fullyQualifiedName": "uk/next::one", "kind": "rule"},
            ]
        }
    ]


def test_a_document_is_a_place_of_its_own() -> None:
    assert result(UNCITED)["locations"] == [
        {"logicalLocations": [{"name": "paper", "fullyQualifiedName": "paper", "kind": "source"}]}
    ]


@pytest.mark.parametrize(
    ("policy", "uri"),
    [
        ("rules/my reform.toml", "rules/my%20reform.toml"),
        ("uk/latest+rules/mine.toml", "rules/mine.toml"),
        ("/srv/mine.toml", "file:///srv/mine.toml"),
    ],
)
def test_a_reform_file_is_a_place_on_disk(policy: str, uri: str) -> None:
    finding = Finding(fault=Fault.INVALID, level=Level.ERROR, text="expected a date", policies=(policy,))
    (place,) = result(finding)["locations"]

    assert place["physicalLocation"] == {"artifactLocation": {"uri": uri}}


def test_a_policy_without_a_file_has_no_place_on_disk() -> None:
    assert "physicalLocation" not in result(DEAD)["locations"][0]
