"""A gap, a clash and an idle rule made on purpose are found with a case; the shipped policies have none."""

from datetime import date

import pytest

from asylum_rules import CaseProfile, decide, policies, prove
from asylum_rules.decide import completions
from asylum_rules.errors import ClashError, GapError
from asylum_rules.language.build import ALWAYS, all_of, answer_is, at_least, before, not_, on_or_after, read_as
from asylum_rules.language.terms import LargestOf
from asylum_rules.model.person import age, claimed_on, decided_on
from asylum_rules.model.points import SETTLEMENT_CORE_CLOCK
from asylum_rules.model.policy import Scope
from asylum_rules.units.span import years
from tests.model.handmade import EXTRA, SUPPORT, TESTS, WAIT, policy, rule

DAY = date(2026, 3, 2)
ADULT, OLDER = at_least(age, 18), at_least(age, 65)


@pytest.mark.parametrize("name", ["uk/latest", "uk/proposed", "denmark", "france/doctrine"])
def test_the_shipped_policies_are_sound(name: str) -> None:
    assert prove.no_gap(policies[name])
    assert prove.no_clash(policies[name])
    assert prove.no_dead_rule(policies[name])


# Gaps


def test_a_gap_is_shown_by_a_case_that_no_rule_answers() -> None:
    made = policy(rule("adults", WAIT, years(5), ADULT))

    proof = prove.no_gap(made)

    (case,) = proof.refuted
    assert (case.text, case.facts, case.rules) == ("no rule applies", {"age": 0}, ())
    assert "  wait: no rule applies\n    case age = 0" in str(proof)
    with pytest.raises(GapError):
        decide(made, CaseProfile().stating(case.facts), "wait")


def test_what_a_policy_does_not_cover_is_no_gap() -> None:
    made = policy(rule("adults", WAIT, years(5), ADULT), scopes=(Scope(WAIT, ADULT),))

    assert prove.no_gap(made)


def test_what_the_world_does_not_allow_is_no_gap() -> None:
    late_or_early = (
        rule("late", WAIT, years(5), on_or_after(decided_on, DAY)),
        rule("early", WAIT, years(1), before(claimed_on, DAY)),
    )
    proof = prove.no_gap(policy(*late_or_early), given=CaseProfile(claim="refugee", route="in_country"))

    assert proof


def test_a_gap_may_be_left_by_one_reading_only() -> None:
    made = policy(rule("grant", WAIT, years(5), read_as(SETTLEMENT_CORE_CLOCK, "from_grant")))

    (case,) = prove.no_gap(made).refuted

    assert case.points == {"settlement.core_clock": "from_arrival"}
    assert prove.no_gap(made, readings="headline")
    assert prove.no_gap(made, under={"settlement.core_clock": "from_grant"})
    assert not prove.no_gap(made, under={"settlement.core_clock": "from_arrival"})


def test_questions_of_several_codes_have_neither_gap_nor_clash() -> None:
    made = policy(rule("income", TESTS, "income", ADULT), rule("debt", TESTS, "no_debt", ADULT))

    assert prove.no_gap(made)
    assert prove.no_clash(made)


# Clashes


def test_a_clash_is_shown_by_a_case_and_its_rules() -> None:
    made = policy(rule("adults", WAIT, years(5), ADULT), rule("older", WAIT, years(1), OLDER))

    (case,) = prove.no_clash(made).refuted

    assert (case.text, case.facts) == ("`adults`, `older` apply to one case and differ", {"age": 65})
    assert case.rules == ("adults", "older")
    with pytest.raises(ClashError):
        decide(made, CaseProfile(age=65), "wait")


def test_rules_that_agree_or_of_which_one_prevails_do_not_clash() -> None:
    adults = rule("adults", WAIT, years(5), ADULT)

    assert prove.no_clash(policy(adults, rule("older", WAIT, years(5), OLDER)))
    assert prove.no_clash(policy(adults, rule("older", WAIT, years(1), OLDER, overrides=("adults",))))


def test_a_gap_is_no_clash_and_a_clash_no_gap() -> None:
    gap = policy(rule("adults", WAIT, years(5), ADULT))
    clash = policy(rule("all", WAIT, years(5)), rule("adults", WAIT, years(1), ADULT))

    assert prove.no_clash(gap)
    assert prove.no_gap(clash)


# Idle rules


def test_a_rule_that_contradicts_itself_is_idle() -> None:
    made = policy(rule("all", WAIT, years(5)), rule("none", WAIT, years(5), all_of(OLDER, not_(ADULT))))

    (case,) = prove.no_dead_rule(made).refuted

    assert (case.text, case.facts, case.rules) == ("`none` decides no case", {}, ("none",))


def test_a_rule_that_others_always_beat_is_idle() -> None:
    made = policy(rule("all", WAIT, years(5)), rule("new", WAIT, years(6), overrides=("all",)))

    assert [case.rules for case in prove.no_dead_rule(made).refuted] == [("all",)]


def test_a_rule_outside_the_scope_of_its_question_is_idle() -> None:
    made = policy(
        rule("adults", WAIT, years(5), ADULT),
        rule("children", WAIT, years(1), not_(ADULT)),
        scopes=(Scope(WAIT, ADULT),),
    )

    assert [case.rules for case in prove.no_dead_rule(made).refuted] == [("children",)]


def test_rules_of_a_question_that_is_read_and_never_asked_are_idle() -> None:
    made = policy(
        rule("duty", SUPPORT, "duty"),
        rule("five", WAIT, years(5)),
        rule("one", WAIT, years(1), answer_is(SUPPORT, "power"), overrides=("five",)),
        scopes=(Scope(WAIT, ALWAYS),),
    )

    assert {case.rules for case in prove.no_dead_rule(made).refuted} == {("one",), ("duty",)}


def test_a_contribution_that_is_never_made_is_idle() -> None:
    made = policy(
        rule("wait", WAIT, LargestOf(EXTRA)),
        rule("some", EXTRA, years(1), ADULT),
        rule("never", EXTRA, years(2), all_of(OLDER, not_(ADULT))),
    )

    proof = prove.no_dead_rule(made)

    assert proof.questions == ("wait", "extra")
    assert [case.rules for case in proof.refuted] == [("never",)]
    assert prove.no_dead_rule(made, questions=["wait"])


def test_a_rule_may_be_idle_for_some_cases_only() -> None:
    made = policy(rule("adults", WAIT, years(5), ADULT), rule("children", WAIT, years(1), not_(ADULT)))

    assert prove.no_dead_rule(made)
    assert not prove.no_dead_rule(made, given=CaseProfile(age=30))


def test_too_many_cases_are_unsettled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 20)

    proof = prove.no_gap(policies["uk/latest"], questions=["leave.length"])

    assert proof.holds is None
    assert "state some of: claim" in proof.unsettled[0].reason
