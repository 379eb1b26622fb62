"""The impact of a change of rules as JSON, as Markdown and as text for a terminal."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import asylum_rules
from asylum_rules import CaseProfile, policies
from asylum_rules.cells import condition, region
from asylum_rules.decide import completions
from asylum_rules.impact.impact import Impact, impact
from asylum_rules.report.comparison import NOT_ADVICE
from asylum_rules.report.impact import to_json, to_markdown, to_table
from asylum_rules.units.span import years
from tests.model.handmade import WAIT, policy, rule

CONTRACT = json.loads(
    (Path(asylum_rules.__file__).parent / "contract" / "diff.schema.json").read_text(encoding="utf-8")
)
ANSWER = Draft202012Validator({"$ref": "#/$defs/answer", "$defs": CONTRACT["$defs"]})
BASELINE, LATEST, PROPOSED = (policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))
INCREASED = {"settlement.increases_reach_refugees": "yes"}


@pytest.fixture(scope="module")
def to_latest() -> Impact:
    return impact(BASELINE, LATEST)


@pytest.fixture(scope="module")
def in_parts() -> Impact:
    return impact(BASELINE, PROPOSED, questions=["settlement.after"], under=INCREASED)


@pytest.fixture
def without_words(monkeypatch: pytest.MonkeyPatch) -> Impact:
    """Give an impact of which no class has a short condition."""
    monkeypatch.setattr(condition, "MOST", 1)
    return impact(BASELINE, LATEST, questions=["settlement.after"])


def printed(found: Impact, *, unchanged: bool = False) -> Any:
    """Return an impact as a program reads it."""
    return json.loads(json.dumps(to_json(found, unchanged=unchanged)))


# JSON


def test_json_says_which_policies_what_was_given_and_what_was_taken_for_granted() -> None:
    found = printed(impact(BASELINE, LATEST, given=CaseProfile(claim="pending", age=40), questions=["appeal.body"]))

    assert {**found, "policies": [], "library": "", "headlines": {}} == {
        "schema": 1,
        "library": "",
        "exact": True,
        "policies": [],
        "given": {"claim": "pending", "age": 40},
        "headlines": {},
        "classes": [],
        "unchanged": 1,
        "too_large": [],
    }
    assert [(each["id"], each["resolved"]) for each in found["policies"]] == [
        ("uk/baseline", "uk@2025-11-16"),
        ("uk/latest", "uk@2026-10-06"),
    ]
    assert found["headlines"]["settlement.core_period"] == "twenty_years"


def test_a_class_in_json_says_from_what_to_what_who_by_which_rules_and_shows_a_case() -> None:
    [change] = printed(impact(BASELINE, LATEST, questions=["settlement.after"]))["classes"]

    assert (change["from"]["value"], change["to"]["value"]) == ("P0D", "P5Y")
    assert {each: at for each, at in change.items() if each not in {"from", "to"}} == {
        "question": "settlement.after",
        "when": "the claim is not finally refused, withdrawn or inadmissible; and the way into protection is the UK "
        "Resettlement Scheme; and the person arrived on or after 28 September 2026",
        "rules": {"from": ["settlement.on-arrival"], "to": ["settlement.resettled-five-years"]},
        "changed": True,
        "direction": "less_favourable",
        "depends_on": {"facts": ["arrived_on", "claim", "route"], "points": []},
        "witness": {
            "facts": {"claim": "none_made", "route": "uk_resettlement_scheme", "arrived_on": "2026-09-28"},
            "points": {},
        },
    }


def test_answers_in_json_are_as_the_contract_says(to_latest: Impact, in_parts: Impact) -> None:
    for found in (to_latest, in_parts):
        written = printed(found)
        for change in written["classes"]:
            ANSWER.validate(change["from"])
            ANSWER.validate(change["to"])
            assert change["rules"] == {side: change[side]["rules"] for side in ("from", "to")}


def test_a_class_about_one_code_or_one_part_says_which(to_latest: Impact, in_parts: Impact) -> None:
    by_code = [each["code"] for each in printed(to_latest)["classes"] if each["question"] == "support.grounds_against"]
    parts = {each["part"] for each in printed(in_parts)["classes"] if "part" in each}

    assert by_code == ["right_to_work", "can_support_self", "worked_illegally", "broke_the_law", "broke_conditions"]
    assert parts == {
        "settlement.core",
        "settlement.increase",
        "settlement.increase-counted",
        "settlement.reduction-counted",
    }


def test_a_formula_of_parts_has_the_range_of_it_all(in_parts: Impact) -> None:
    ranges = {json.dumps(each["to"].get("range")) for each in printed(in_parts)["classes"] if "part" not in each}

    assert json.dumps({"between": ["P20Y", "P70Y"]}) in ranges
    assert json.dumps({"between": ["P10Y", "P60Y"]}) in ranges


def test_classes_whose_answer_stays_are_written_where_asked_for() -> None:
    found = impact(BASELINE, LATEST, questions=["appeal.body"])

    assert "unchanged_classes" not in printed(found)
    stays = printed(found, unchanged=True)["unchanged_classes"]
    assert {each["from"].get("value", each["from"]["status"]) for each in stays} == {
        "first_tier_tribunal",
        "none",
        "not_covered",
    }
    assert {(each["changed"], each["direction"]) for each in stays} == {(False, "same")}


def test_what_cannot_be_set_against_another_may_or_may_not_change(to_latest: Impact) -> None:
    changes = [each for each in printed(to_latest)["classes"] if each["question"] == "settlement.from"]

    assert {(each["changed"], each["direction"]) for each in changes} <= {("depends", "depends"), (True, "depends")}
    assert {json.dumps(each["from"]["value"]) for each in changes} == {json.dumps({"formula": "arrived_on + P0D"})}


def test_json_without_a_short_condition_has_a_table_of_ways(without_words: Impact) -> None:
    [change] = printed(without_words)["classes"]

    assert change["when"].startswith("any of these ways, no two of which share a case: (")
    assert {each["about"] for row in change["rows"] for each in row} == {"claim", "route", "arrived_on"}


def test_json_tells_what_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 500)
    found = printed(impact(BASELINE, PROPOSED, questions=["settlement.after"]))

    assert (found["exact"], found["classes"]) == (False, [])
    [large] = found["too_large"]
    assert (large["question"], large["nodes"]) == ("settlement.after", 500)
    assert "claim" in large["give_some_of"]


# For a terminal


def test_a_table_begins_with_what_is_compared_and_ends_with_what_it_is_not() -> None:
    lines = to_table(impact(BASELINE, LATEST, questions=["settlement.after"])).splitlines()

    assert lines[0] == "uk/baseline to uk/latest, every case"
    assert lines[2] == "Wait before settlement may be sought"
    assert lines[-3].startswith("1 class of cases changes and ")
    assert lines[-2] == "Rules verified until 6 October 2026; what came later is not known here."
    assert lines[-1] == NOT_ADVICE


def test_a_table_says_what_was_given() -> None:
    text = to_table(impact(BASELINE, LATEST, given=CaseProfile(claim="pending"), questions=["appeal.body"]))

    assert text.splitlines()[0] == "uk/baseline to uk/latest, every case that states what is given"
    assert "Nobody's answer changes." in text
    assert "Given: claim = pending. Nothing is presumed." in text


def test_a_table_explains_each_open_point_and_the_reading_taken_for_granted() -> None:
    text = to_table(impact(BASELINE, PROPOSED, questions=["settlement.after"]))

    assert (
        "Not decided (settlement.core_period): Is the wait for settlement on core protection twenty years, or up to "
        "twenty? twenty years or up to twenty years; here taken as: twenty years."
    ) in text
    assert (
        "Not decided (proposal.reaches_lone_children): Do the proposals reach people who claimed as unaccompanied "
        "children? yes or no."
    ) in text


def test_a_table_says_whether_classes_are_by_code_or_by_part(to_latest: Impact, in_parts: Impact) -> None:
    plain = to_table(impact(BASELINE, LATEST, questions=["settlement.after"]))

    assert "Classes of one question share no case and together hold every one." in plain
    assert "Classes of one question and code share no case and together hold every one." in to_table(to_latest)
    assert "Those about a part say what one rule adds to it." in to_table(in_parts)


def test_a_table_lists_the_classes_whose_answer_stays_where_asked_for() -> None:
    found = impact(BASELINE, LATEST, questions=["appeal.body"])

    assert "First-tier Tribunal → First-tier Tribunal (same)" in to_table(found, unchanged=True)
    assert "First-tier Tribunal" not in to_table(found)


def test_a_table_tells_a_class_by_its_code_and_a_part_by_what_it_adds(to_latest: Impact, in_parts: Impact) -> None:
    assert "  “right to work”: no → yes (different)" in to_table(to_latest).splitlines()
    text = to_table(in_parts)
    assert "  Proposed increases of the wait for settlement: nothing → 5 years [consulted]" in text.splitlines()
    assert "between 20 years and 70 years over all of them" in " ".join(text.split())


def test_no_line_of_a_class_is_longer_than_a_terminal_is_wide(to_latest: Impact, in_parts: Impact) -> None:
    for found in (to_latest, in_parts):
        assert max(map(len, str(found).splitlines())) <= 100


def test_a_table_without_a_short_condition_lists_the_ways(
    without_words: Impact, monkeypatch: pytest.MonkeyPatch
) -> None:
    [change] = without_words
    assert change.when is None
    assert "any of these ways, no two of which share a case: (" in " ".join(to_table(without_words).split())
    monkeypatch.setattr(region, "MOST_ROWS", 0)

    assert "too many ways to say in words; give more facts" in to_table(without_words)


def test_a_table_tells_what_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 500)

    text = " ".join(to_table(impact(BASELINE, PROPOSED, questions=["settlement.after"])).split())

    assert "limit `settlement.after` turns on too much at once (over 500 nodes); give some of: " in text
    assert "Nobody's answer changes." not in text


# Markdown


def test_markdown_is_a_page_with_who_why_and_where_it_is_written() -> None:
    text = to_markdown(impact(BASELINE, LATEST, questions=["settlement.after"]))

    assert text.startswith("# uk/baseline to uk/latest, every case\n\n## Wait before settlement may be sought\n")
    assert "\n### at once → 5 years (worse)\n" in text
    assert "\n- **Who:** the claim is not finally refused" in text
    assert "\n- **Rules:** `settlement.on-arrival` → `settlement.resettled-five-years`\n" in text
    assert "\n- **For example:** claim = none\\_made, route = uk\\_resettlement\\_scheme" in text
    assert "\n## Why\n" in text
    assert "\n- **settlement.resettled-five-years** (in force from 28 September 2026): " in text
    assert "](https://" in text
    assert text.count(NOT_ADVICE) == 1


def test_markdown_names_open_points_and_readings() -> None:
    text = to_markdown(impact(BASELINE, PROPOSED, questions=["settlement.conditions"]))

    assert "- **Not decided:** `proposal.reaches_existing_claims`, `proposal.reaches_lone_children`" in text
    assert "; read proposal.reaches\\_existing\\_claims = yes" in text


def test_markdown_of_no_change_has_no_reasons() -> None:
    text = to_markdown(impact(LATEST, LATEST, questions=["appeal.body"]))

    assert "Nobody's answer changes." in text
    assert "## Why" not in text
    assert "##" not in text


def test_markdown_lists_the_classes_whose_answer_stays_where_asked_for() -> None:
    found = impact(BASELINE, LATEST, questions=["appeal.body"])

    assert "### First-tier Tribunal → First-tier Tribunal (same)" in to_markdown(found, unchanged=True)


def test_markdown_tells_what_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 500)

    text = to_markdown(impact(BASELINE, PROPOSED, questions=["settlement.after"]))

    assert "turns on too much at once (over 500 nodes)" in text


def test_nothing_in_a_rule_is_obeyed_by_markdown() -> None:
    base = policy(rule("five", WAIT, years(5)))
    other = policy(rule("ten", WAIT, years(10), text="<b>Ten</b> [years](x) | _a_."))

    assert "- **ten** (in force from 1 January 2020): \\<b\\>Ten\\</b\\> \\[years\\](x) \\| \\_a\\_." in to_markdown(
        impact(base, other)
    )
