"""Which rules make a policy, and which of them prevails."""

from datetime import date

import pytest
from attrs import evolve

from asylum_rules.errors import InvalidPolicyError, UnknownNameError
from asylum_rules.language.build import ALWAYS, answer_is, any_of, at_least, holds, not_, on_or_after, read_as
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Compare, Order
from asylum_rules.language.subjects import FirstKnown, Profile, Question
from asylum_rules.language.terms import AnswerOf, Constant, LargestOf, Moved, Sum, Times, TotalOf, ValueOf
from asylum_rules.model.person import (
    age,
    arrived_on,
    claimed_on,
    decided_on,
    further_submissions_on,
    is_destitute,
    meals_provided,
)
from asylum_rules.model.points import SETTLEMENT_CORE_CLOCK, SETTLEMENT_CORE_PERIOD
from asylum_rules.model.policy import Scope, accumulates, point_named
from asylum_rules.model.reform import living
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import months, years
from tests.model.handmade import EXTRA, SUPPORT, TESTS, VERIFIED, WAIT, in_force, policy, rule

FROM = Question(name="from", text="From", kind=Kind.DATE)
DAY = date(2026, 3, 2)
LODGED = FirstKnown(name="lodged", text="Lodged.", of=(further_submissions_on, claimed_on))


def test_only_parts_and_lists_of_codes_accumulate() -> None:
    assert [accumulates(each) for each in (EXTRA, TESTS, SUPPORT, WAIT)] == [True, True, False, False]


def test_a_rule_is_found_by_its_name() -> None:
    one, two = rule("one", WAIT, years(5)), rule("two", WAIT, years(5), overrides=("one",))

    assert policy(one, two).rule("two") == two


def test_a_rule_that_is_not_there_is_told_with_the_nearest() -> None:
    made = policy(rule("five-years", WAIT, years(5)))

    with pytest.raises(UnknownNameError) as caught:
        made.rule("five-year")

    assert str(caught.value) == "unknown rule `five-year`: did you mean `five-years`?"


def test_a_part_read_by_its_largest_takes_constants_only() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        policy(
            rule("sum", WAIT, Sum((Constant(Exactly(years(5))), LargestOf(EXTRA)))),
            rule("fixed", EXTRA, years(1)),
            rule("counted", EXTRA, Times(Constant(Exactly(years(1))), age)),
        )

    assert str(caught.value) == (
        "policy `made/by-hand`: `counted`: gives no constant, but `extra` is read by its largest"
    )


def test_a_part_that_is_added_up_takes_any_contribution() -> None:
    counted = rule("counted", EXTRA, Times(Constant(Exactly(years(1))), age))

    assert policy(rule("sum", WAIT, TotalOf(EXTRA)), counted).rules_of(EXTRA) == (counted,)


def test_two_rules_of_one_name_make_no_policy() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        policy(rule("one", WAIT, years(5)), rule("one", WAIT, years(20)))

    assert str(caught.value) == "policy `made/by-hand`: `one`: two rules of this name"


def test_a_rule_that_nothing_reads_makes_no_policy() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        policy(rule("one", WAIT, years(5)), rule("two", EXTRA, years(1)))

    assert str(caught.value) == "policy `made/by-hand`: `two`: answers `extra`, which nothing asks or reads"
    assert [problem.id for problem in caught.value.problems] == ["unread-rule"]


def test_questions_that_build_on_each_other_make_no_policy() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        policy(
            rule("from-wait", FROM, Moved(ValueOf(decided_on), AnswerOf(WAIT))),
            rule("wait-by-support", WAIT, years(5), answer_is(SUPPORT, "duty")),
            rule("support-by-date", SUPPORT, "duty", Compare(age, Order.MORE, 1)),
            rule("support-by-wait", SUPPORT, "power", answer_is(SUPPORT, "nothing")),
        )

    assert str(caught.value) == ("policy `made/by-hand`: `support`: its answer builds on `support`, and that one on it")


def test_every_question_of_a_cycle_is_named() -> None:
    other = evolve(WAIT, name="other")

    with pytest.raises(InvalidPolicyError) as caught:
        policy(rule("one", WAIT, AnswerOf(other)), rule("two", other, AnswerOf(WAIT)))

    assert str(caught.value) == (
        "policy `made/by-hand`: 2 problems\n"
        "  `wait`: its answer builds on `other`, and that one on it\n"
        "  `other`: its answer builds on `wait`, and that one on it"
    )


def test_a_part_that_reads_itself_makes_no_policy() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        policy(rule("sum", WAIT, TotalOf(EXTRA)), rule("more", EXTRA, TotalOf(EXTRA)))

    assert str(caught.value) == "policy `made/by-hand`: `extra`: its answer builds on `extra`, and that one on it"


def test_a_part_that_reads_itself_through_another_makes_no_policy() -> None:
    further = evolve(EXTRA, name="further")

    with pytest.raises(InvalidPolicyError) as caught:
        policy(
            rule("sum", WAIT, TotalOf(EXTRA)),
            rule("more", EXTRA, TotalOf(further)),
            rule("most", further, TotalOf(EXTRA)),
        )

    assert str(caught.value) == (
        "policy `made/by-hand`: 2 problems\n"
        "  `extra`: its answer builds on `further`, and that one on it\n"
        "  `further`: its answer builds on `extra`, and that one on it"
    )


def test_a_policy_that_answers_nothing_is_none() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        policy(scopes=())

    assert str(caught.value) == "policy `made/by-hand`: answers no question: it has no scopes"


def test_two_scopes_of_one_question_make_no_policy() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        policy(
            rule("one", WAIT, years(5)),
            scopes=(Scope(WAIT, at_least(age, 18)), Scope(WAIT, ALWAYS)),
        )

    assert str(caught.value) == "policy `made/by-hand`: `wait`: two scopes of this question"


def test_a_scope_that_tests_its_own_answer_makes_no_policy() -> None:
    with pytest.raises(InvalidPolicyError, match="`support`: its answer builds on `support`"):
        policy(rule("one", SUPPORT, "duty"), scopes=(Scope(SUPPORT, answer_is(SUPPORT, "duty")),))


def test_rules_that_override_each_other_make_no_policy() -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        policy(rule("one", WAIT, years(5), overrides=("two",)), rule("two", WAIT, years(20), overrides=("one",)))

    assert str(caught.value) == (
        "policy `made/by-hand`: 2 problems\n"
        "  `one`: overrides itself through other rules\n"
        "  `two`: overrides itself through other rules"
    )


def test_the_overriding_rule_prevails() -> None:
    general, exception = rule("general", WAIT, years(20)), rule("exception", WAIT, years(5), overrides=("general",))
    made = policy(general, exception)

    assert made.beaten_by(general) == {"exception"}
    assert made.beaten_by(exception) == frozenset()


def test_an_exception_to_an_exception_prevails_over_both() -> None:
    general = rule("general", WAIT, years(20))
    exception = rule("exception", WAIT, years(5), overrides=("general",))
    further = rule("further", WAIT, years(10), overrides=("exception",))
    made = policy(general, exception, further)

    assert made.beaten_by(general) == {"exception", "further"}
    assert made.beaten_by(exception) == {"further"}


def test_an_exception_prevails_through_any_number_of_others() -> None:
    chain = [
        rule("r1", WAIT, years(1)),
        *(rule(f"r{n}", WAIT, years(n), overrides=(f"r{n - 1}",)) for n in range(2, 7)),
    ]
    made = policy(*reversed(chain))

    assert made.beaten_by(chain[0]) == {"r2", "r3", "r4", "r5", "r6"}
    assert made.beaten_by(chain[3]) == {"r5", "r6"}


def test_the_later_rule_prevails() -> None:
    early, late = rule("early", WAIT, years(5)), rule("late", WAIT, months(30), standing=in_force(DAY))
    made = policy(early, late)

    assert made.beaten_by(early) == {"late"}
    assert made.beaten_by(late) == frozenset()


def test_rules_of_one_day_do_not_prevail_over_each_other() -> None:
    one, other = rule("one", WAIT, years(5)), rule("other", WAIT, months(30))

    assert policy(one, other).beaten_by(one) == frozenset()


def test_an_older_exception_prevails_over_a_later_general_rule() -> None:
    general = rule("general", WAIT, years(20), standing=in_force(DAY))
    exception = rule("exception", WAIT, years(5), overrides=("general",))
    made = policy(general, exception)

    assert made.beaten_by(general) == {"exception"}
    assert made.beaten_by(exception) == frozenset()


def test_an_exception_to_an_earlier_version_is_an_exception_to_its_successor() -> None:
    successor = rule("general-2", WAIT, years(20), standing=in_force(DAY), succeeds=("general",))
    exception = rule("exception", WAIT, years(5), overrides=("general",))
    made = policy(successor, exception)

    assert made.beaten_by(successor) == {"exception"}
    assert made.beaten_by(exception) == frozenset()


def test_a_rule_that_overrides_what_it_succeeds_does_not_override_itself() -> None:
    elder = rule("elder", WAIT, years(20))
    heir = rule("heir", WAIT, years(5), overrides=("elder",), succeeds=("elder",))
    made = policy(elder, heir)

    assert made.beaten_by(elder) == {"heir"}
    assert made.beaten_by(heir) == frozenset()


def test_no_rule_prevails_over_a_rule_of_another_question() -> None:
    one = rule("one", WAIT, years(5))
    made = policy(one, rule("two", SUPPORT, "duty", overrides=("one",), standing=in_force(DAY)))

    assert made.beaten_by(one) == frozenset()


def test_contributions_to_a_part_are_not_ranked_by_date() -> None:
    early, late = rule("early", EXTRA, years(1)), rule("late", EXTRA, years(2), standing=in_force(DAY))
    made = policy(rule("sum", WAIT, LargestOf(EXTRA)), early, late)

    assert made.beaten_by(early) == frozenset()


def test_a_contribution_to_a_part_may_be_overridden_by_name() -> None:
    early, late = rule("early", EXTRA, years(1)), rule("late", EXTRA, years(2), overrides=("early",))
    made = policy(rule("sum", WAIT, LargestOf(EXTRA)), early, late)

    assert made.beaten_by(early) == {"late"}


def test_the_rules_of_a_question_keep_their_order() -> None:
    one, two = rule("one", WAIT, years(5)), rule("two", WAIT, years(20))
    made = policy(one, rule("duty", SUPPORT, "duty"), two)

    assert made.rules_of(WAIT) == (one, two)
    assert made.rules_of(FROM) == ()


def test_successors_stand_in_the_place_of_a_name() -> None:
    old, new = rule("old", WAIT, years(5)), rule("new", WAIT, years(20), succeeds=("old", "oldest"))
    made = policy(old, new)

    assert living("old", made.rules) == (old, new)
    assert living("oldest", made.rules) == (new,)
    assert living("other", made.rules) == ()


def test_the_questions_are_those_with_a_scope() -> None:
    grown = Scope(WAIT, at_least(age, 18))
    made = policy(rule("one", WAIT, LargestOf(EXTRA)), rule("two", EXTRA, years(1)), scopes=(grown,))

    assert made.questions == (WAIT,)
    assert made.scope(WAIT) == grown
    assert made.scope(EXTRA) is None
    assert made.profile is Profile.PERSON


@pytest.mark.parametrize(
    ("since", "stage"),
    [
        (date(2025, 12, 31), Stage.IN_FORCE),
        (date(2026, 1, 1), Stage.IN_FORCE),
        (date(2026, 1, 2), Stage.REVOKED),
    ],
)
def test_a_stage_is_that_of_the_policys_day_or_else_the_latest(since: date, stage: Stage) -> None:
    standing = Standing(((since, Stage.IN_FORCE), (date(2026, 6, 2), Stage.REVOKED)), VERIFIED)
    one = rule("one", WAIT, years(5), standing=standing)

    assert policy(one).stage(one) is stage


def test_the_conditions_of_a_question_include_those_it_builds_on() -> None:
    made = policy(
        rule("from-wait", FROM, Moved(ValueOf(decided_on), AnswerOf(WAIT))),
        rule("core", WAIT, Sum((LargestOf(EXTRA),)), answer_is(SUPPORT, "duty")),
        rule("more", EXTRA, years(1), at_least(age, 18)),
        rule("duty", SUPPORT, "duty", holds(is_destitute)),
        scopes=(Scope(FROM, ALWAYS), Scope(WAIT, holds(meals_provided)), Scope(SUPPORT, any_of())),
    )
    every = {
        ALWAYS,
        holds(meals_provided),
        answer_is(SUPPORT, "duty"),
        at_least(age, 18),
        any_of(),
        holds(is_destitute),
    }

    assert set(made.conditions(FROM)) == every
    assert made.conditions(FROM) == made.conditions(FROM)
    assert set(made.conditions(SUPPORT)) == {any_of(), holds(is_destitute)}


def test_the_tests_of_a_question_are_gathered_by_what_they_cut() -> None:
    made = policy(
        rule("one", WAIT, years(5), on_or_after(LODGED, DAY)),
        rule("two", WAIT, years(20), not_(on_or_after(LODGED, DAY))),
    )
    test = Compare(LODGED, Order.AT_LEAST, DAY)

    assert made.tests(WAIT) == {"further_submissions_on": (test,), "claimed_on": (test,)}
    assert made.tests(WAIT) is made.tests(WAIT)


def test_the_facts_of_a_question_are_those_its_rules_test_or_read() -> None:
    made = policy(
        rule("from-wait", FROM, Moved(ValueOf(decided_on), AnswerOf(WAIT))),
        rule("wait", WAIT, years(5), on_or_after(LODGED, DAY)),
        rule("support", SUPPORT, "duty", holds(is_destitute)),
        scopes=(
            Scope(FROM, read_as(SETTLEMENT_CORE_CLOCK, "from_grant")),
            Scope(WAIT, at_least(age, 18)),
            Scope(SUPPORT, ALWAYS),
        ),
    )

    assert made.facts(FROM) == (decided_on, age, further_submissions_on, claimed_on)
    assert made.facts(SUPPORT) == (is_destitute,)
    assert arrived_on not in made.facts(FROM)


def test_the_points_of_a_question_or_of_any() -> None:
    from_grant = read_as(SETTLEMENT_CORE_CLOCK, "from_grant")
    made = policy(
        rule("wait", WAIT, years(5), read_as(SETTLEMENT_CORE_PERIOD, "twenty_years")),
        rule("from-wait", FROM, Moved(ValueOf(decided_on), AnswerOf(WAIT)), from_grant),
    )

    assert made.points(WAIT) == (SETTLEMENT_CORE_PERIOD,)
    assert set(made.points(FROM)) == {SETTLEMENT_CORE_PERIOD, SETTLEMENT_CORE_CLOCK}
    assert set(made.points()) == {SETTLEMENT_CORE_PERIOD, SETTLEMENT_CORE_CLOCK}


def test_a_point_is_read_one_way_and_the_last_reading_counts() -> None:
    made = policy(rule("wait", WAIT, years(5)))

    once = made.under(SETTLEMENT_CORE_CLOCK, "from_grant").under("settlement.core_period", "up_to_twenty")
    again = once.under("settlement.core_clock", "from_arrival")

    assert made.readings == ()
    assert made.read(once.readings) == once
    assert once.read([(SETTLEMENT_CORE_CLOCK, "from_arrival")]) == again
    assert dict(once.readings) == {"settlement.core_clock": "from_grant", "settlement.core_period": "up_to_twenty"}
    assert dict(again.readings) == {"settlement.core_clock": "from_arrival", "settlement.core_period": "up_to_twenty"}


def test_a_reading_that_is_not_there_is_refused() -> None:
    made = policy(rule("wait", WAIT, years(5)))

    with pytest.raises(UnknownNameError) as caught:
        made.under("settlement.core_clock", "from_arival")

    assert str(caught.value) == (
        "unknown reading of `settlement.core_clock` `from_arival`: did you mean `from_arrival`?"
    )


def test_a_point_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        point_named("settlement.core_clok")

    assert str(caught.value) == "unknown open point `settlement.core_clok`: did you mean `settlement.core_clock`?"
