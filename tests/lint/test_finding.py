"""Every fault has a meaning, and findings come in order, what is shared once."""

from pathlib import Path
from typing import Any

import pytest

from asylum_rules.lint.finding import MEANINGS, Fault, Finding, Level, merged

PAGE = Path(__file__).parents[2] / "docs" / "checking.md"


def finding(policy: str, fault: Fault = Fault.GAP, **more: Any) -> Finding:
    said = {"level": MEANINGS[fault].level, "text": "no rule applies", "policies": (policy,), **more}
    return Finding(fault=fault, **said)


def test_every_fault_has_a_meaning_in_sentences() -> None:
    assert list(MEANINGS) == list(Fault)
    for meaning in MEANINGS.values():
        assert meaning.text.endswith(".")
        assert meaning.remedy.endswith(".")


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_is_explained_in_the_documentation(fault: Fault) -> None:
    assert f"| `{fault}` | {MEANINGS[fault].level} | " in PAGE.read_text(encoding="utf-8")


def test_the_same_finding_in_two_policies_is_one() -> None:
    assert merged([finding("one"), finding("two")]) == (finding("one", policies=("one", "two")),)


@pytest.mark.parametrize("more", [{"question": "wait"}, {"rules": ("a",)}, {"source": "s"}, {"case": {"age": 0}}])
def test_findings_that_differ_stay_apart(more: dict[str, Any]) -> None:
    assert len(merged([finding("one"), finding("two", **more)])) == 2


def test_errors_come_before_warnings_and_warnings_before_notes() -> None:
    note = finding("one", Fault.DEAD_RULE, level=Level.NOTE)
    every = [note, finding("one", Fault.DEAD_CONDITION), finding("one", Fault.DEAD_RULE), finding("one")]

    assert [(str(each.fault), str(each.level)) for each in merged(every)] == [
        ("gap", "error"),
        ("dead-rule", "warning"),
        ("dead-rule", "note"),
        ("dead-condition", "note"),
    ]


def test_where_a_finding_is_told_by_its_rules_its_question_or_its_source() -> None:
    assert finding("one", rules=("a", "b"), question="wait").where == "a, b"
    assert finding("one", question="wait").where == "wait"
    assert finding("one", source="paper").where == "paper"
    assert finding("one").where == ""
