"""Which changes to the rules make the answer to one case change."""

import json
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given, strategies as st

from asylum_rules import (
    Attribution,
    CaseProfile,
    Exactly,
    InvalidInputError,
    Policy,
    Rule,
    Span,
    UnknownNameError,
    attribute,
    decide,
    policies,
)
from asylum_rules.cli import main
from asylum_rules.diff import attribution
from asylum_rules.diff.attribution import Change, ScopeChange, Unattributed, attribute_all
from asylum_rules.diff.rules import RuleChange
from asylum_rules.language.build import ALWAYS, all_of, holds, is_one_of
from asylum_rules.language.nodes import Condition
from asylum_rules.model.person import claim, is_destitute, is_disabled, is_pregnant
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import LEAVE_LENGTH, SUPPORT_ENTITLEMENT
from asylum_rules.report.attribution import to_json
from tests.model import handmade
from tests.model.handmade import in_force

SMALL_BOAT = Path(__file__).parents[2] / "docs" / "examples" / "small-boat.toml"


def rule(name: str, gives: str, when: Condition = ALWAYS, *, year: int = 2020) -> Rule:
    return handmade.rule(name, SUPPORT_ENTITLEMENT, gives, when, standing=in_force(date(year, 1, 1)))


def policy(name: str, *rules: Rule, scope: Condition = ALWAYS) -> Policy:
    return evolve(handmade.policy(*rules, scopes=(Scope(SUPPORT_ENTITLEMENT, scope),)), id=name, resolved=name)


NOTHING = rule("nothing", "none")
BASE = policy("base", NOTHING)
PREGNANT = rule("for-pregnant", "duty", holds(is_pregnant), year=2021)
DISABLED = rule("for-disabled", "duty", holds(is_disabled), year=2021)
BOTH = CaseProfile(is_pregnant=True, is_disabled=True)


def named(changes: tuple[Change, ...]) -> set[str]:
    return {each.new.name for each in changes if isinstance(each, RuleChange) and each.new is not None}


def why(base: Policy, other: Policy, case: CaseProfile) -> tuple[list[set[str]], set[str]]:
    found = attribute(base, other, case, "support.entitlement")
    return [named(each) for each in found.sufficient], named(found.necessary)


def test_of_two_rules_that_each_suffice_neither_is_needed() -> None:
    other = policy("other", NOTHING, PREGNANT, DISABLED)

    assert why(BASE, other, BOTH) == ([{"for-pregnant"}, {"for-disabled"}], set())


def test_a_rule_that_does_not_reach_the_case_is_no_part_of_it() -> None:
    other = policy("other", NOTHING, PREGNANT, DISABLED)

    assert why(BASE, other, CaseProfile(is_pregnant=True, is_disabled=False)) == ([{"for-pregnant"}], {"for-pregnant"})


def test_changes_that_only_work_together_are_one_set() -> None:
    old = policy("base", NOTHING, rule("bar", "none", holds(is_destitute), year=2022))
    other = policy("other", NOTHING, PREGNANT)

    found = attribute(old, other, CaseProfile(is_pregnant=True, is_destitute=True), "support.entitlement")

    (chosen,) = found.sufficient
    assert {str(each) for each in chosen} == {"`bar` repealed", "`for-pregnant` inserted"}
    assert set(found.necessary) == set(chosen)


def test_a_question_that_is_answered_in_more_cases_is_a_change_too() -> None:
    old = policy("base", rule("nothing", "none"), scope=is_one_of(claim, "refused"))

    found = attribute(old, BASE, CaseProfile(claim="pending"), "support.entitlement")

    ((only,),) = found.sufficient
    assert isinstance(only, ScopeChange)
    assert str(only) == "support.entitlement is answered in other cases"
    assert found.necessary == (only,)


@given(data=st.data())
def test_the_order_of_the_rules_makes_no_difference(data: st.DataObject) -> None:
    rules = data.draw(st.permutations([NOTHING, PREGNANT, DISABLED]))

    found, needed = why(BASE, policy("other", *rules), BOTH)

    assert (sorted(map(sorted, found)), needed) == ([["for-disabled"], ["for-pregnant"]], set())


def test_what_clashes_gives_no_answer_and_so_suffices_for_none() -> None:
    one, two = rule("one", "duty", year=2021), rule("two", "power", year=2021)
    last = rule("last", "duty", year=2022)
    other = policy("other", NOTHING, one, two, last)

    assert why(BASE, other, BOTH) == ([{"one"}, {"last"}], {"last"})


def test_an_answer_that_stays_has_no_reasons() -> None:
    with pytest.raises(InvalidInputError, match="the answer stays: none"):
        attribute(BASE, policy("other", NOTHING, PREGNANT), CaseProfile(is_pregnant=False), "support.entitlement")


def test_an_answer_that_depends_names_what_it_waits_for() -> None:
    both = rule("both", "duty", all_of(holds(is_disabled), holds(is_destitute)), year=2021)
    other = policy("other", NOTHING, both)

    (found,) = attribute_all(BASE, other, CaseProfile(is_disabled=True))

    assert isinstance(found, Unattributed)
    assert found.reason == "the answer depends on `is_destitute`; state them, or read them in one way"


def test_more_sets_than_can_be_tried_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attribution, "MOST", 3)

    with pytest.raises(InvalidInputError, match="2 changes matter to this case, more sets of them than the 3"):
        attribute(BASE, policy("other", NOTHING, PREGNANT, DISABLED), BOTH, "support.entitlement")


def test_an_unknown_question_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"did you mean `leave\.length`"):
        attribute(policies["uk/baseline"], policies["uk/latest"], CaseProfile(), "leave.lenght")


# The law: hand-read from the rulebooks


@pytest.fixture(name="case")
def _case() -> CaseProfile:
    return CaseProfile(
        claim="refugee",
        route="in_country",
        entry="small_boat",
        claimed_on="2026-04-01",
        decided_on="2026-11-02",
        was_unaccompanied_child_at_claim=False,
        english="none",
        yearly_income="0",
        months_on_public_funds=0,
    )


def of_law(case: CaseProfile, question: str, other: str = "uk/proposed") -> Attribution:
    return attribute(policies["uk/baseline"], policies[other], case, question)


def test_thirty_months_come_of_one_inserted_rule(case: CaseProfile) -> None:
    found = of_law(case, "leave.length", "uk/latest")

    assert [named(each) for each in found.sufficient] == [{"leave.thirty-months"}]
    assert found.new.value == Exactly(Span(months=30))


def test_seven_reviews_need_the_interval_and_the_twenty_years(case: CaseProfile) -> None:
    found = of_law(case, "reviews.before_settlement")

    assert [named(each) for each in found.sufficient] == [
        {"review.core-protection", "settlement.core-twenty", "settlement.earned-from-twenty-years"}
    ]
    assert found.headlines["settlement.core_period"] == "twenty_years"


def test_a_sufficient_set_gives_the_new_answer_when_it_is_laid_over_the_base(case: CaseProfile) -> None:
    found = of_law(case, "leave.length", "uk/latest")
    ((change,),) = found.sufficient
    assert isinstance(change, RuleChange)
    assert change.new is not None
    base = policies["uk/baseline"]
    made = Policy(
        id="made",
        resolved="made",
        title="made",
        on=base.on,
        verified_until=base.verified_until,
        rules=(*base.rules, change.new),
        scopes=base.scopes,
    )

    assert decide(made, case, LEAVE_LENGTH).value == Exactly(Span(months=30))


# The command line


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["attribute", *arguments])
    return result.exit_code, result.output


def test_the_command_tells_what_is_enough_and_what_it_needs() -> None:
    code, text = run(str(SMALL_BOAT), "--question", "settlement.after")

    assert code == 0
    assert text.splitlines()[:3] == [
        "Wait before settlement may be sought: 5 years → 20 years",
        "  enough by itself: `settlement.core-twenty` inserted and `settlement.earned-from-twenty-years` inserted",
        "  not without: `settlement.core-twenty` inserted and `settlement.earned-from-twenty-years` inserted",
    ]
    assert "it is not legal advice" in text


def test_the_command_leaves_out_what_stays_unless_asked() -> None:
    _, every = run(str(SMALL_BOAT), "--policy", "uk/baseline", "--policy", "uk/latest")
    _, asked = run(
        str(SMALL_BOAT), "--policy", "uk/baseline", "--policy", "uk/latest", "--question", "settlement.after"
    )

    assert "Wait before settlement may be sought" not in every
    assert "Wait before settlement may be sought: the answer stays: 5 years" in asked


def test_the_command_gives_json() -> None:
    code, text = run(
        str(SMALL_BOAT), "--question", "leave.length", "--question", "settlement.conditions", "--format", "json"
    )

    found = json.loads(text)
    assert code == 0
    change = {"change": "inserted", "question": "leave.length", "old": None, "new": "leave.core-protection"}
    assert found["questions"][0]["sufficient"] == [[change]]
    assert found["questions"][0]["necessary"] == [change]
    assert found["questions"][1] == {
        "question": "settlement.conditions",
        "not_attributed": "the answer depends on `settlement.conditions_reach_refugees`; state them, or read them in "
        "one way",
    }


def test_a_question_that_a_reform_opens_is_a_change_of_scope(case: CaseProfile) -> None:
    supported = case.stating({"was_supported_as_adult": True})

    found = attribute(policies["uk/latest"], policies["uk/latest+bill-105"], supported, "settlement.repayment")

    ((rule_change, scope_change),) = found.sufficient
    assert str(rule_change) == "`repayment.flat-charge` inserted"
    assert isinstance(scope_change, ScopeChange)
    assert to_json([found])["questions"][0]["necessary"][1] == {  # type: ignore[index]  # JSON data
        "change": "scope",
        "question": "settlement.repayment",
    }


def test_an_answer_that_depends_alike_under_both_stays(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text('claim = "refugee"\nroute = "in_country"\n')

    code, text = run(str(path), "--policy", "uk/latest", "--policy", "uk/latest+bill-105")

    assert code == 0
    assert "Permission of the family member who joins" not in text


def test_the_command_wants_two_policies() -> None:
    result = CliRunner().invoke(main, ["attribute", str(SMALL_BOAT), "--policy", "uk/latest"])

    assert result.exit_code == 2
    assert result.stderr == "asylum-rules: --policy: expected two policies, 1 given\n"
