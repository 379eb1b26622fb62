"""An operation that changes no answer of any case is told; one that changes a single answer is not."""

from datetime import date
from pathlib import Path

import pytest

from asylum_rules import check, policies
from asylum_rules.language.build import all_of, at_least, holds
from asylum_rules.language.terms import LargestOf
from asylum_rules.lint.inert import inert_operations
from asylum_rules.model.person import age, is_destitute
from asylum_rules.model.policy import Policy
from asylum_rules.model.reform import Amend, Insert, Operation, Reform, Repeal, Replace
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.rulebooks.uk import policies as uk
from asylum_rules.units.span import months, years
from tests.model.handmade import CITED, EXTRA, WAIT, in_force, policy, rule

FIFTEEN = str(Path(__file__).parents[2] / "docs" / "examples" / "reforms" / "fifteen-years.toml")
FIVE = rule("five", WAIT, years(5))
POOR = rule("poor", WAIT, years(3), holds(is_destitute), overrides=("five",))
OLD_AND_POOR = rule("old", WAIT, years(2), all_of(holds(is_destitute), at_least(age, 65)), overrides=("poor",))


def inert(base: Policy, *operations: Operation) -> list[str]:
    reform = Reform(name="order", title="Order", on=date(2026, 3, 2), operations=operations)
    return [name for finding in inert_operations(base, reform) for name in finding.rules]


def amended(old: Rule, **changes: object) -> Amend:
    made = {"text": "Changed.", "standing": in_force(), "cites": (CITED,), **changes}
    return Amend(old=old.name, name=f"{old.name}.changed", **made)  # type: ignore[arg-type]


def test_a_rule_that_another_always_prevails_over_changes_nothing() -> None:
    always = rule("always", WAIT, years(9), overrides=("five", "beaten"))
    beaten = rule("beaten", WAIT, years(4), holds(is_destitute), overrides=("five",))

    assert inert(policy(FIVE, always), Insert(beaten)) == ["beaten"]
    assert inert(policy(FIVE), Insert(beaten)) == []


def test_a_rule_for_one_narrow_case_changes_something() -> None:
    assert inert(policy(FIVE, POOR), Insert(OLD_AND_POOR)) == []


def test_a_span_written_otherwise_is_the_same_wait_and_another_is_not() -> None:
    assert inert(policy(FIVE), Replace("five", rule("six", WAIT, years(6)))) == []
    assert inert(policy(FIVE), Replace("five", rule("again", WAIT, years(5)))) == ["again"]
    assert inert(policy(FIVE), amended(FIVE, gives=rule("x", WAIT, months(30)).gives)) == []


def test_the_same_wait_less_firmly_said_is_a_change() -> None:
    assert inert(policy(FIVE), Replace("five", rule("may", WAIT, years(5), qualifier=Qualifier.MAY))) == []


def test_an_operation_that_another_needs_is_not_told() -> None:
    adds = rule("adds", EXTRA, years(1))
    reads = rule("reads", WAIT, LargestOf(EXTRA), overrides=("five",))

    assert inert(policy(FIVE), Insert(reads), Insert(adds)) == []


def test_a_rule_repealed_that_never_prevailed_is_told() -> None:
    always = rule("always", WAIT, years(9), overrides=("five", "poor"))
    repeal = Repeal(old="poor", text="Gone.", standing=in_force(), cites=(CITED,))

    assert inert(policy(FIVE, POOR, always), repeal) == ["poor"]
    assert inert(policy(FIVE, POOR), repeal) == []


@pytest.mark.parametrize(
    ("base", "reform"),
    [
        ("uk/baseline", uk.RESTORING_ORDER),
        ("uk/baseline+restoring-order", uk.EARNED_SETTLEMENT),
        ("uk/latest", uk.BILL_105),
    ],
)
def test_every_operation_of_the_shipped_reforms_changes_an_answer(base: str, reform: Reform) -> None:
    assert list(inert_operations(policies[base], reform)) == []


def test_a_check_of_a_reform_file_tells_what_the_file_adds(tmp_path: Path) -> None:
    path = tmp_path / "idle.toml"
    path.write_text(
        'title = "Idle"\nbase = "uk/baseline"\npublished = 2026-11-01\n'
        '[source]\ntitle = "A"\npublisher = "B"\n'
        '[[amend]]\nrule = "settlement.five-years"\ntext = "Five years."\ngives = "P5Y"\n',
        encoding="utf-8",
    )

    found = [each for each in check(str(path)) if str(each.fault) == "inert"]

    assert [each.rules for each in found] == [("settlement.five-years",)]
    assert {str(each.fault) for each in check(FIFTEEN)} == {"dead-condition"}
    assert {each.rules for each in check(FIFTEEN)} == {("settlement.parents",)}
