"""Rules, and parts of conditions, that decide nothing are found; those that decide one case are not."""

from datetime import date

import pytest

from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    answer_is,
    any_of,
    at_least,
    before,
    holds,
    is_none,
    not_,
    on_or_after,
)
from asylum_rules.language.nodes import Condition
from asylum_rules.language.terms import LargestOf
from asylum_rules.lint.dead import dead_conditions, dead_rules
from asylum_rules.lint.finding import Fault, Finding, Level
from asylum_rules.model.person import age, claimed_on, decided_on, has_right_to_work, is_destitute
from asylum_rules.model.policy import Policy, Scope
from asylum_rules.model.rule import Rule, Transition
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.units.span import months, years
from tests.model.handmade import EXTRA, SUPPORT, TESTS, VERIFIED, WAIT, in_force, policy, rule

DAY = date(2026, 3, 2)
ADULT = at_least(age, 18)
PENSIONER = at_least(age, 65)
PROPOSED = Standing(((date(2025, 11, 17), Stage.ANNOUNCED),), VERIFIED)


def dead(made: Policy) -> list[tuple[str, Level, str]]:
    return [(each.where, each.level, each.text) for each in dead_rules(made)]


def idle(made: Policy) -> list[tuple[str, str]]:
    return [(each.where, each.text.split('"')[1]) for each in dead_conditions(made)]


def idle_in(condition: Condition, scope: Condition = ALWAYS) -> list[str]:
    return [part for _, part in idle(policy(rule("one", WAIT, years(5), condition), scopes=(Scope(WAIT, scope),)))]


# Dead rules


def test_rules_that_each_decide_a_case_are_not_dead() -> None:
    made = policy(rule("five", WAIT, years(5)), rule("one", WAIT, years(1), PENSIONER, overrides=("five",)))

    assert dead(made) == []


def test_a_rule_that_contradicts_itself_is_dead() -> None:
    made = policy(rule("five", WAIT, years(5)), rule("one", WAIT, years(1), all_of(PENSIONER, not_(ADULT))))

    assert list(dead_rules(made)) == [
        Finding(
            fault=Fault.DEAD_RULE,
            level=Level.WARNING,
            text="it applies in no case",
            policies=("made/by-hand",),
            rules=("one",),
            question="wait",
        )
    ]


def test_a_rule_for_cases_that_the_world_does_not_allow_is_dead() -> None:
    decided_first = all_of(on_or_after(claimed_on, DAY), before(decided_on, DAY))
    decided_on_the_day = all_of(on_or_after(claimed_on, DAY), before(decided_on, date(2026, 3, 3)))
    five = rule("five", WAIT, years(5))

    assert dead(policy(five, rule("one", WAIT, years(1), decided_first, overrides=("five",)))) == [
        ("one", Level.WARNING, "it applies in no case")
    ]
    assert dead(policy(five, rule("one", WAIT, years(1), decided_on_the_day, overrides=("five",)))) == []


def test_a_rule_outside_the_scope_of_its_question_is_dead() -> None:
    rules = (rule("adults", WAIT, years(5), ADULT), rule("children", WAIT, years(1), not_(ADULT)))

    assert dead(policy(*rules, scopes=(Scope(WAIT, ADULT),))) == [("children", Level.WARNING, "it applies in no case")]


def test_a_rule_of_a_question_that_is_read_but_never_asked_is_dead() -> None:
    made = policy(
        rule("duty", SUPPORT, "duty"),
        rule("five", WAIT, years(5)),
        rule("one", WAIT, years(1), answer_is(SUPPORT, "power"), overrides=("five",)),
        scopes=(Scope(WAIT, ALWAYS),),
    )

    assert [name for name, *_ in dead(made)] == ["duty", "one"]


def test_a_rule_that_others_always_beat_is_dead_and_they_are_named() -> None:
    made = policy(
        rule("five", WAIT, years(5), ADULT),
        rule("one", WAIT, years(1), PENSIONER, overrides=("five",)),
        rule("two", WAIT, years(2), not_(PENSIONER), overrides=("five",)),
        rule("three", WAIT, years(3), not_(ADULT), overrides=("five", "two")),
    )

    assert dead(made) == [("five", Level.WARNING, "it never prevails over `one`, `two`")]


def test_a_rule_that_is_beaten_in_all_cases_but_one_is_not_dead() -> None:
    made = policy(
        rule("five", WAIT, years(5)),
        rule("one", WAIT, years(1), at_least(age, 19), overrides=("five",)),
        rule("two", WAIT, years(2), not_(ADULT), overrides=("five",)),
    )

    assert dead(made) == []


def test_a_rule_of_which_a_later_law_leaves_nothing_is_dead() -> None:
    made = policy(rule("five", WAIT, years(5)), rule("one", WAIT, years(1), standing=in_force(date(2025, 1, 1))))

    assert dead(made) == [("five", Level.WARNING, "it never prevails over `one`")]


def test_a_rule_of_which_only_proposals_leave_nothing_is_a_note() -> None:
    five, one = rule("five", WAIT, years(5)), rule("one", WAIT, years(1), PENSIONER, overrides=("five",))
    proposal = rule("thirty", WAIT, months(30), standing=PROPOSED, overrides=("five", "one"))

    assert dead(policy(five, one, proposal)) == [
        ("five", Level.NOTE, "it never prevails over `one`, `thirty`"),
        ("one", Level.NOTE, "it never prevails over `thirty`"),
    ]


def test_what_accumulates_is_dead_only_where_it_never_applies() -> None:
    made = policy(
        rule("wait", WAIT, LargestOf(EXTRA)),
        rule("extra", EXTRA, years(1)),
        rule("more", EXTRA, years(2), standing=in_force(DAY)),
        rule("never", EXTRA, years(3), any_of()),
        rule("income", TESTS, "income"),
        rule("no-debt", TESTS, "no_debt", all_of(ADULT, not_(ADULT))),
    )

    assert [name for name, *_ in dead(made)] == ["never", "no-debt"]


# Dead conditions


@pytest.mark.parametrize(
    ("condition", "parts"),
    [
        (ALWAYS, []),
        (ADULT, []),
        (all_of(ADULT, holds(is_destitute)), []),
        (any_of(ADULT, holds(is_destitute)), []),
        (all_of(ADULT, PENSIONER), ["the person's age is at least 18"]),
        (any_of(ADULT, PENSIONER), ["the person's age is at least 65"]),
        (not_(all_of(ADULT, PENSIONER)), ["the person's age is at least 18"]),
        (
            all_of(holds(is_destitute), any_of(ADULT, not_(PENSIONER))),
            ["the person's age is at least 18; or the person's age is less than 65"],
        ),
        (all_of(ADULT, ADULT), ["the person's age is at least 18", "the person's age is at least 18"]),
        (all_of(ADULT, ALWAYS), []),
    ],
)
def test_a_part_without_which_the_rule_applies_to_the_same_cases_is_dead(
    condition: Condition, parts: list[str]
) -> None:
    assert idle_in(condition) == parts


def test_a_part_that_the_scope_says_already_is_dead() -> None:
    assert idle_in(all_of(ADULT, holds(is_destitute)), scope=ADULT) == ["the person's age is at least 18"]
    assert idle_in(all_of(ADULT, holds(is_destitute)), scope=at_least(age, 17)) == []


def test_a_part_that_the_world_says_already_is_dead() -> None:
    claimed_before = all_of(before(decided_on, DAY), not_(on_or_after(claimed_on, DAY)))
    claimed_earlier = all_of(before(decided_on, DAY), not_(on_or_after(claimed_on, date(2026, 3, 1))))

    assert idle_in(claimed_before) == ["no claim was lodged on or after 2 March 2026"]
    assert idle_in(claimed_earlier) == []


def test_the_window_of_a_transition_is_part_of_the_condition() -> None:
    window = Transition(counts=claimed_on, first=DAY)
    one = rule("one", WAIT, years(5), not_(is_none(claimed_on)), covers=window)

    assert idle(policy(one)) == [("one", "the claim was lodged")]


def test_a_tested_answer_is_read_as_when_it_is_given() -> None:
    def waits(*more: Rule, when: Condition) -> Policy:
        return policy(rule("duty", SUPPORT, "duty", holds(is_destitute)), *more, rule("wait", WAIT, years(5), when))

    power = rule("power", SUPPORT, "power", holds(has_right_to_work), overrides=("duty",))
    when = all_of(holds(is_destitute), answer_is(SUPPORT, "duty"))

    assert idle(waits(when=when)) == [
        ("wait", "the person is destitute"),
        ("wait", "the answer to “Support” is “duty”"),
    ]
    assert idle(waits(power, when=when)) == [("wait", "the person is destitute")]


def test_of_a_rule_that_never_applies_no_part_is_named() -> None:
    assert idle_in(all_of(ADULT, not_(ADULT), holds(is_destitute))) == []


def test_a_dead_condition_is_a_note_with_its_rule_and_question() -> None:
    made = policy(rule("one", WAIT, years(5), all_of(ADULT, PENSIONER)))

    assert list(dead_conditions(made)) == [
        Finding(
            fault=Fault.DEAD_CONDITION,
            level=Level.NOTE,
            text='without "the person\'s age is at least 18" it applies to the same cases',
            policies=("made/by-hand",),
            rules=("one",),
            question="wait",
        )
    ]
