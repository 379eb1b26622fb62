"""A check looks for everything, takes policies and files, and finds nothing wrong with the rulebooks."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from asylum_rules import (
    Fault,
    Finding,
    InvalidInputError,
    Level,
    Policy,
    Problem,
    UnknownNameError,
    check,
    decide,
    policies,
)
from asylum_rules.errors import ClashError, GapError, InvalidPolicyError, InvalidRuleError
from asylum_rules.language.build import ALWAYS, all_of, any_of, at_least, not_
from asylum_rules.lint.check import check_all
from asylum_rules.model.person import age
from asylum_rules.model.policy import Scope
from asylum_rules.units.span import months, years
from tests.model.handmade import CITED, SUPPORT, WAIT, case, policy, rule

ADULT = at_least(age, 18)
SOUND = policy(rule("adults", WAIT, years(5), ADULT), rule("children", WAIT, years(1), not_(ADULT)))
FLAWED = policy(
    rule("adults", WAIT, years(5), ADULT),
    rule("old", WAIT, years(1), all_of(ADULT, at_least(age, 65))),
    rule("never", WAIT, years(2), any_of()),
    rule("hedged", WAIT, years(5), at_least(age, 90), cites=(evolve(CITED, hedge="about"),), overrides=("old",)),
)


class Refusing(dict[str, Policy]):
    """A catalogue in which some names are refused."""

    def __init__(self, refused: Mapping[str, Exception], **policies: Policy) -> None:
        super().__init__(policies)
        self.refused = refused

    def __missing__(self, name: str) -> Policy:
        raise self.refused[name]


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> Any:
    def holds(refused: Mapping[str, Exception], **policies: Policy) -> None:
        monkeypatch.setattr("asylum_rules.lint.check.catalogue", Refusing(refused, **policies))

    return holds


# What is found


def test_nothing_is_found_in_a_sound_policy() -> None:
    assert check(SOUND) == ()


def test_everything_is_found_gravest_first() -> None:
    found = check(FLAWED, older_than=months(1), on=date(2026, 12, 1))

    assert [(str(each.fault), str(each.level), each.where) for each in found] == [
        ("gap", "error", "wait"),
        ("clash", "error", "adults, old"),
        ("dead-rule", "warning", "never"),
        ("unqualified-figure", "warning", "hedged"),
        ("old-verification", "warning", "adults"),
        ("old-verification", "warning", "old"),
        ("old-verification", "warning", "never"),
        ("old-verification", "warning", "hedged"),
        ("dead-condition", "note", "old"),
    ]


def test_gaps_and_clashes_come_with_the_case_that_shows_them() -> None:
    gap, clash = check(FLAWED)[:2]

    assert gap == Finding(
        fault=Fault.GAP,
        level=Level.ERROR,
        text="no rule applies",
        policies=("made/by-hand",),
        question="wait",
        case={"age": 0},
    )
    assert clash == Finding(
        fault=Fault.CLASH,
        level=Level.ERROR,
        text="`adults`, `old` both apply and differ",
        policies=("made/by-hand",),
        rules=("adults", "old"),
        question="wait",
        case={"age": 65},
    )


def test_the_case_of_a_finding_shows_it_when_decided() -> None:
    gap, clash = check(FLAWED)[:2]

    with pytest.raises(GapError):
        decide(FLAWED, case(**gap.case), WAIT)
    with pytest.raises(ClashError):
        decide(FLAWED, case(**clash.case), WAIT)


def test_old_verifications_are_looked_for_only_when_asked() -> None:
    assert {each.fault for each in check(SOUND, older_than=months(1), on=date(2026, 12, 1))} == {Fault.OLD_VERIFICATION}
    assert check(SOUND, older_than=months(2), on=date(2026, 12, 1)) == ()


@pytest.mark.parametrize("more", [{"older_than": months(6)}, {"on": date(2026, 11, 23)}])
def test_an_age_needs_a_day_and_a_day_an_age(more: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError, match="go together"):
        check(SOUND, **more)
    with pytest.raises(InvalidInputError, match="go together"):
        check_all(("denmark",), **more)


# Names and files


def test_a_name_stands_for_its_policy() -> None:
    assert check("denmark") == check(policies["denmark"])


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        check("uk/latst")


def test_a_reform_file_that_cannot_be_read_is_found_invalid(catalogue: Any) -> None:
    problems = (
        Problem("line 3", "expected a date"),
        Problem("`two`", "a rule cites at least one source", "no-citation"),
    )
    catalogue({"mine.toml": InvalidInputError("`mine.toml`", problems)})

    assert check("mine.toml") == (
        Finding(fault=Fault.INVALID, level=Level.ERROR, text="line 3: expected a date", policies=("mine.toml",)),
        Finding(
            fault=Fault.NO_CITATION,
            level=Level.ERROR,
            text="`two`: a rule cites at least one source",
            policies=("mine.toml",),
        ),
    )


def test_a_rule_that_nothing_reads_is_found_where_a_reform_makes_one(catalogue: Any) -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        evolve(SOUND, scopes=(Scope(SUPPORT, ALWAYS),))
    catalogue({"uk/latest+mine.toml": caught.value})

    assert [(str(each.fault), each.text) for each in check("uk/latest+mine.toml")] == [
        ("unread-rule", "`adults`: answers `wait`, which nothing asks or reads"),
        ("unread-rule", "`children`: answers `wait`, which nothing asks or reads"),
    ]


def test_rules_that_make_no_policy_are_found_under_any_name() -> None:
    found = check("uk/next+earned-settlement")

    assert [(each.fault, each.level, each.policies, each.text) for each in found] == [
        (
            Fault.INVALID,
            Level.ERROR,
            ("uk/next+earned-settlement",),
            "`earned-settlement` is already laid over `uk/next`",
        )
    ]


def test_a_rule_that_does_not_hold_together_is_found_with_its_name(catalogue: Any) -> None:
    catalogue({"mine.toml": InvalidRuleError("wait.long", "a rule neither overrides nor succeeds itself")})

    assert check("mine.toml") == (
        Finding(
            fault=Fault.INVALID,
            level=Level.ERROR,
            text="a rule neither overrides nor succeeds itself",
            policies=("mine.toml",),
            rules=("wait.long",),
        ),
    )


def test_a_name_that_cannot_be_is_refused_and_no_finding() -> None:
    with pytest.raises(InvalidInputError):
        check("uk@yesterday")


def test_a_gap_that_a_file_opens_is_found_under_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "gone.toml"
    path.write_text(
        'title = "Gone"\nbase = "uk/baseline"\npublished = 2026-11-01\n'
        '[source]\ntitle = "A"\npublisher = "B"\n'
        '[[repeal]]\nrule = "leave.five-years"\ntext = "No first permission."\n',
        encoding="utf-8",
    )

    found = check(str(path))[0]

    assert (found.fault, found.question, found.policies) == (Fault.GAP, "leave.length", (str(path),))


def test_what_several_policies_share_is_told_once(catalogue: Any) -> None:
    catalogue({}, one=evolve(FLAWED, id="one"), two=evolve(FLAWED, id="two"), three=SOUND)

    assert {each.policies for each in check_all(("one", "two", "one", "three"))} == {("one", "two")}


# The rulebooks themselves


@pytest.mark.parametrize("name", list(policies))
def test_no_named_policy_has_more_than_notes(name: str) -> None:
    assert [each for each in check(name) if each.level is not Level.NOTE] == []


def test_the_documents_as_a_whole_are_cited() -> None:
    assert [each for each in check_all() if each.level is not Level.NOTE] == []


def test_documents_are_looked_at_only_where_no_policy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("asylum_rules.lint.check.RULES", ())

    assert "uncited-source" in {str(each.fault) for each in check_all()}
    assert "uncited-source" not in {str(each.fault) for each in check_all(("denmark",))}


def test_the_rules_that_proposals_overtake_entirely_are_these() -> None:
    found = [(each.where, *each.policies) for each in check_all() if each.fault is Fault.DEAD_RULE]

    assert found == []
