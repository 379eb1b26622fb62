"""Gaps and clashes are found before any case meets them, and shown with a case."""

from datetime import date

import pytest
from attrs import evolve

from asylum_rules.errors import InvalidPolicyError
from asylum_rules.language.build import all_of, answer_is, any_of, at_least, before, holds, not_, on_or_after
from asylum_rules.language.cells import World
from asylum_rules.language.terms import AnswerOf, LargestOf
from asylum_rules.model.flaw import Clash, Gap, composed, flaws, problem
from asylum_rules.model.person import age, claimed_on, decided_on, has_right_to_work, is_destitute
from asylum_rules.model.policy import Policy, Scope
from asylum_rules.model.rule import Qualifier
from asylum_rules.model.world import PERSON_WORLD
from asylum_rules.units.span import months, years
from tests.model.handmade import EXTRA, SUPPORT, TESTS, WAIT, in_force, policy, rule

DAY = date(2026, 3, 2)
ANYTHING = World()
ADULT = at_least(age, 18)


def found(made: Policy, world: World = ANYTHING) -> list[str]:
    return [str(problem(flaw)) for flaw in flaws(made, world)]


def test_a_policy_without_flaws_is_given_back() -> None:
    made = policy(rule("adults", WAIT, years(5), ADULT), rule("children", WAIT, years(1), not_(ADULT)))

    assert found(made) == []
    assert composed(made, ANYTHING) is made


def test_a_gap_is_shown_with_a_case() -> None:
    assert found(policy(rule("adults", WAIT, years(5), ADULT))) == ["`wait`: no rule applies where age is 0"]


def test_a_question_without_any_rule_is_a_gap_everywhere() -> None:
    made = policy(rule("duty", SUPPORT, "duty"), scopes=(Scope(WAIT, any_of(answer_is(SUPPORT, "duty"))),))

    assert found(made) == []
    assert found(policy(scopes=(Scope(WAIT, ADULT),))) == ["`wait`: no rule applies where age is 18"]


def test_outside_the_scope_there_is_no_gap() -> None:
    assert found(policy(rule("adults", WAIT, years(5), ADULT), scopes=(Scope(WAIT, ADULT),))) == []


def test_a_clash_is_shown_with_a_case() -> None:
    made = policy(rule("five", WAIT, years(5)), rule("twenty", WAIT, years(20), holds(is_destitute)))

    assert found(made) == ["`wait`: `five`, `twenty` both apply and differ where is_destitute is True"]


def test_flaws_come_as_data() -> None:
    five, twenty = rule("five", WAIT, years(5), ADULT), rule("twenty", WAIT, years(20), at_least(age, 65))

    assert list(flaws(policy(five, twenty), ANYTHING)) == [
        Gap(WAIT, {"age": 0}),
        Clash(WAIT, (five, twenty), {"age": 65}),
    ]


def test_rules_that_always_clash_clash_where_nothing_is_known() -> None:
    made = policy(rule("five", WAIT, years(5)), rule("twenty", WAIT, years(20)))

    assert found(made) == ["`wait`: `five`, `twenty` both apply and differ where nothing is known"]


def test_rules_that_say_the_same_do_not_clash() -> None:
    assert found(policy(rule("five", WAIT, years(5)), rule("also-five", WAIT, years(5)))) == []


def test_spans_that_are_the_same_however_written_do_not_clash() -> None:
    assert found(policy(rule("five", WAIT, years(5)), rule("sixty", WAIT, months(60)))) == []
    assert found(policy(rule("five", WAIT, years(5)), rule("other", WAIT, months(59)))) == [
        "`wait`: `five`, `other` both apply and differ where nothing is known"
    ]


def test_rules_that_say_it_more_or_less_firmly_clash() -> None:
    made = policy(rule("five", WAIT, years(5)), rule("usually", WAIT, years(5), qualifier=Qualifier.USUALLY))

    assert found(made) == ["`wait`: `five`, `usually` both apply and differ where nothing is known"]


def test_ranked_rules_do_not_clash() -> None:
    by_name = policy(rule("five", WAIT, years(5)), rule("twenty", WAIT, years(20), overrides=("five",)))
    by_date = policy(rule("five", WAIT, years(5)), rule("twenty", WAIT, years(20), standing=in_force(DAY)))

    assert found(by_name) == []
    assert found(by_date) == []


def test_a_rule_above_both_settles_a_clash() -> None:
    above = rule("above", WAIT, years(1), holds(is_destitute), overrides=("five", "twenty"))
    made = policy(rule("five", WAIT, years(5)), rule("twenty", WAIT, years(20), holds(is_destitute)), above)

    assert found(made) == []


def test_what_the_world_does_not_allow_is_no_flaw() -> None:
    late = policy(
        rule("one", WAIT, years(5), not_(all_of(on_or_after(claimed_on, DAY), before(decided_on, DAY)))),
    )

    assert found(late) == ["`wait`: no rule applies where claimed_on is 2026-03-02, decided_on is 2026-03-01"]
    assert found(late, PERSON_WORLD) == []


def test_what_accumulates_has_neither_gap_nor_clash() -> None:
    made = policy(
        rule("sum", WAIT, LargestOf(EXTRA)),
        rule("one", EXTRA, years(1), ADULT),
        rule("two", EXTRA, years(2), ADULT),
        rule("income", TESTS, "income", ADULT),
        rule("no-debt", TESTS, "no_debt", ADULT),
    )

    assert found(made) == []


def test_only_the_questions_asked_for_are_looked_at() -> None:
    made = policy(rule("adults", WAIT, years(5), ADULT), rule("duty", SUPPORT, "duty", ADULT))

    assert [str(problem(flaw)) for flaw in flaws(made, ANYTHING, [SUPPORT])] == [
        "`support`: no rule applies where age is 0"
    ]


def test_a_question_that_is_never_answered_has_no_flaw() -> None:
    made = policy(rule("duty", SUPPORT, "duty"))

    assert list(flaws(made, ANYTHING, [WAIT])) == []


def test_every_flaw_is_raised_at_once() -> None:
    made = policy(rule("adults", WAIT, years(5), ADULT), rule("all", WAIT, months(30), at_least(age, 65)))

    with pytest.raises(InvalidPolicyError) as caught:
        composed(made, ANYTHING)

    assert str(caught.value) == (
        "policy `made/by-hand`: 2 problems\n"
        "  `wait`: no rule applies where age is 0\n"
        "  `wait`: `adults`, `all` both apply and differ where age is 65"
    )


SUPPORTED = (
    rule("power", SUPPORT, "power"),
    rule("duty", SUPPORT, "duty", holds(is_destitute), overrides=("power",)),
    rule("nothing", SUPPORT, "nothing", holds(has_right_to_work), overrides=("power", "duty")),
)


def test_a_tested_answer_is_read_as_when_it_is_given() -> None:
    made = policy(*SUPPORTED, rule("duty-wait", WAIT, years(5), answer_is(SUPPORT, "duty")))

    assert found(made) == ["`wait`: no rule applies where is_destitute is True, has_right_to_work is True"]


def test_the_answers_of_a_question_leave_no_gap_between_them() -> None:
    made = policy(
        *SUPPORTED,
        rule("duty-wait", WAIT, years(5), answer_is(SUPPORT, "duty")),
        rule("other-wait", WAIT, years(1), answer_is(SUPPORT, "power", "nothing")),
    )

    assert found(made) == []


def test_outside_its_scope_an_answer_is_none_of_its_codes() -> None:
    made = policy(
        *SUPPORTED,
        rule("wait", WAIT, years(5), answer_is(SUPPORT, "duty", "power", "nothing")),
        scopes=(Scope(SUPPORT, ADULT), Scope(WAIT, any_of(ADULT, holds(is_destitute)))),
    )

    assert found(made) == ["`wait`: no rule applies where age is 0, is_destitute is True"]


def test_a_question_without_a_scope_never_gives_an_answer() -> None:
    made = policy(
        rule("wait", WAIT, years(5), answer_is(SUPPORT, "duty")),
        rule("duty", SUPPORT, "duty"),
        scopes=(Scope(WAIT, ADULT),),
    )

    assert found(made) == ["`wait`: no rule applies where age is 18"]


ADVICE = evolve(SUPPORT, name="advice")


def test_an_answer_passed_on_is_read_as_when_it_is_given() -> None:
    made = policy(
        *SUPPORTED,
        rule("as-support", ADVICE, AnswerOf(SUPPORT)),
        rule("duty-wait", WAIT, years(5), answer_is(ADVICE, "duty")),
        rule("other-wait", WAIT, years(1), answer_is(ADVICE, "power", "nothing")),
    )

    assert found(made) == []


def test_an_answer_passed_on_is_none_outside_the_scope_of_the_question_it_comes_from() -> None:
    made = policy(
        *SUPPORTED,
        rule("as-support", ADVICE, AnswerOf(SUPPORT)),
        rule("wait", WAIT, years(5), answer_is(ADVICE, "duty", "power", "nothing")),
        scopes=(Scope(SUPPORT, ADULT), Scope(ADVICE, any_of(ADULT, holds(is_destitute))), Scope(WAIT, ADULT)),
    )

    assert found(made) == []
    assert found(evolve(made, scopes=(*made.scopes[:2], Scope(WAIT, holds(is_destitute))))) == [
        "`wait`: no rule applies where is_destitute is True, age is 0"
    ]
