"""What the shipped strategies for policies, reforms and changes draw."""

from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import HealthCheck, Phase, find, given, settings, strategies as st

from asylum_rules import (
    CaseProfile,
    InvalidInputError,
    Policy,
    Reform,
    UnknownNameError,
    decide,
    diff,
    policies,
)
from asylum_rules.language import nodes, terms, walk
from asylum_rules.language.build import all_of, answer_is, at_least, before, holds, not_, read_as
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import FirstKnown, Point, Within
from asylum_rules.language.terms import Constant
from asylum_rules.model.flaw import flaws
from asylum_rules.model.person import FACTS, as_of, children_under_1, claimed_on, decided_on, household_size
from asylum_rules.model.points import EARNED_INCREASES_COMBINE
from asylum_rules.model.reform import Amend, Insert, Repeal, Replace
from asylum_rules.model.world import WORLDS
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.testing import changed_profiles, random_policies, random_reforms
from asylum_rules.testing.reform import is_sound
from asylum_rules.units import figure
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import pounds
from asylum_rules.units.span import months, years
from asylum_rules.units.word import Word
from tests.model.handmade import CITED, SUPPORT, VERIFIED, WAIT, policy, rule

SAMPLE = settings(
    max_examples=150, phases=[Phase.generate], derandomize=True, suppress_health_check=list(HealthCheck), deadline=None
)
BASE, LATEST, PROPOSED = policies["uk/baseline"], policies["uk/latest"], policies["uk/proposed"]


def sampled(strategy: st.SearchStrategy[Any], config: settings = SAMPLE) -> list[Any]:
    """Return a sample, always the same."""
    found: list[Any] = []

    @config
    @given(each=strategy)
    def collect(each: Any) -> None:
        found.append(each)

    collect()
    return found


def parts(node: Any) -> set[object]:
    """Return the types, the words and the kinds of subject in a node and in everything below it."""
    if isinstance(node, tuple):
        return set().union(*map(parts, node))
    here: set[object] = {node} if isinstance(node, Word) else {type(node)}
    if has(type(node)):
        below = (getattr(node, each.name) for each in fields(type(node)) if each.init)
        return here.union(*map(parts, below))
    return here


# Policies


@given(drawn=random_policies())
def test_a_drawn_policy_has_no_gap_and_no_clash(drawn: Policy) -> None:
    assert list(flaws(drawn, WORLDS[drawn.profile])) == []


def test_drawn_policies_have_all_that_the_language_has() -> None:
    rules = [rule for drawn in sampled(random_policies(), settings(SAMPLE, max_examples=600)) for rule in drawn.rules]

    seen = set().union(*(parts((rule.when, rule.gives, rule.covers)) for rule in rules))

    conditions = {nodes.Compare, nodes.OneOf, nodes.AllOf, nodes.AnyOf, nodes.Not}
    figures = {figure.Exactly, figure.About, figure.UpTo, figure.AtLeast, figure.Between, figure.Unstated}
    worked_out = {terms.Sum, terms.Difference, terms.Times, terms.Moved, terms.StepsWithin, terms.DatesBefore}
    read = {terms.ValueOf, terms.AnswerOf, terms.LargestOf, terms.TotalOf}
    assert seen >= conditions | figures | worked_out | read | {FirstKnown, Within, Point, Word.NONE, Word.INDEFINITE}
    assert any(rule.covers for rule in rules)
    assert any(rule.overrides for rule in rules)
    assert any(rule.succeeds for rule in rules)
    assert any(rule.qualifier for rule in rules)
    assert len({rule.standing.since for rule in rules}) > 5


def test_drawn_policies_ask_questions_of_every_kind() -> None:
    kinds = Counter(question.kind for drawn in sampled(random_policies()) for question in drawn.questions)

    assert set(kinds) == {Kind.CODE, Kind.CODES, Kind.COUNT, Kind.MONEY, Kind.SPAN, Kind.DATE}


def test_a_drawn_policy_shrinks_to_one_rule() -> None:
    smallest = find(random_policies(), lambda drawn: bool(drawn.rules), settings=settings(SAMPLE, phases=list(Phase)))

    assert len(smallest.rules) == 1


def test_a_drawn_policy_has_the_name_asked_for() -> None:
    assert {drawn.id for drawn in sampled(random_policies(named="mine"))} == {"mine"}


@given(drawn=random_policies(about=[household_size, claimed_on]))
def test_a_drawn_policy_tests_only_what_it_is_to_be_about(drawn: Policy) -> None:
    answers = {question.name for question in drawn.questions}
    tested = {test.subject.name for rule in drawn.rules for test in walk.tests(rule.when)}

    assert tested <= {"household_size", "claimed_on"} | answers


# Reforms


@given(data=st.data())
def test_a_drawn_reform_leaves_no_gap_and_no_clash(data: st.DataObject) -> None:
    drawn = data.draw(random_policies())

    reformed = data.draw(random_reforms(drawn)).over(drawn)

    assert list(flaws(reformed, WORLDS[drawn.profile])) == []


@given(data=st.data())
def test_reforms_are_laid_over_one_another(data: st.DataObject) -> None:
    first = data.draw(random_reforms(BASE)).over(BASE)
    second = data.draw(random_reforms(first)).over(first)

    assert second.reforms == ("drawn-1", "drawn-2")


def test_drawn_reforms_do_all_that_reforms_do() -> None:
    reforms: list[Reform] = sampled(random_policies().flatmap(random_reforms))

    done = {type(each) for reform in reforms for each in reform.operations}

    assert done == {Insert, Replace, Amend, Repeal}
    assert any(reform.scopes for reform in reforms)
    assert sum(not reform.operations and not reform.scopes for reform in reforms) < len(reforms) // 10


@pytest.mark.parametrize("name", ["uk/proposed", "denmark", "france/doctrine"])
@settings(max_examples=10)
@given(data=st.data())
def test_reforms_are_drawn_of_shipped_policies_too(name: str, data: st.DataObject) -> None:
    reform = data.draw(random_reforms(policies[name]))

    reformed = reform.over(policies[name])

    changed = {scope.question for scope in reform.scopes} | {
        rule.answers for rule in reformed.rules if rule.name.startswith("drawn-")
    }
    world = WORLDS[reformed.profile]
    assert list(flaws(reformed, world, [each for each in reformed.questions if each in changed])) == []


DAY = date(2026, 3, 2)
EARLY = before(claimed_on, DAY)


@pytest.mark.parametrize(
    ("rules", "whole"),
    [
        ([rule("all", WAIT, years(5))], True),
        ([rule("early", WAIT, years(5), EARLY)], False),
        ([rule("early", WAIT, years(5), EARLY), rule("other", WAIT, years(2), nodes.Not(EARLY))], True),
        ([rule("all", WAIT, years(5)), rule("early", WAIT, years(2), EARLY)], False),
        ([rule("all", WAIT, years(5)), rule("early", WAIT, months(60), EARLY)], True),
        ([rule("all", WAIT, years(5)), rule("early", WAIT, years(2), EARLY, overrides=("all",))], True),
    ],
    ids=["one", "gap", "either", "clash", "alike", "exception"],
)
def test_what_a_reform_may_leave_is_what_has_no_flaw(rules: list[Any], whole: bool) -> None:  # noqa: FBT001  # expected
    made = policy(*rules)
    nothing = Reform(name="nothing", title="nothing", on=date(2026, 11, 2), operations=())

    assert is_sound(made, nothing, WAIT) is whole
    assert (list(flaws(made, WORLDS[made.profile])) == []) is whole


def test_rules_that_prevail_over_one_another_in_a_circle_are_no_reform() -> None:
    old, new = Standing(((date(2020, 1, 1), Stage.IN_FORCE),), VERIFIED), Standing(((DAY, Stage.IN_FORCE),), VERIFIED)
    newest = Standing(((date(2026, 3, 3), Stage.IN_FORCE),), VERIFIED)
    first = rule("first", WAIT, years(1), standing=old, overrides=("third",))
    made = policy(first, rule("second", WAIT, years(2), standing=new), rule("third", WAIT, years(3), standing=newest))
    nothing = Reform(name="nothing", title="nothing", on=DAY, operations=())

    assert not is_sound(made, nothing, WAIT)


def test_an_answer_that_others_test_is_changed_only_where_these_still_hold_together() -> None:
    duty = rule("duty", SUPPORT, "duty")
    long, short = (rule(f"on-{code}", WAIT, years(5), answer_is(SUPPORT, code)) for code in ("duty", "power"))
    made = policy(duty, long, short)
    amended = Amend(
        old="duty", name="none", text="None.", standing=duty.standing, cites=(CITED,), gives=Constant("nothing")
    )
    reform = Reform(name="none", title="none", on=DAY, operations=(amended,))

    assert not is_sound(made, reform, SUPPORT)
    assert is_sound(made, evolve(reform, operations=(evolve(amended, gives=Constant("power")),)), SUPPORT)


# Changes


@cache
def changes(name: str, question: str) -> st.SearchStrategy[CaseProfile]:
    return changed_profiles(BASE, policies[name], question=question)


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("uk/latest", "leave.length"),
        ("uk/proposed", "leave.length"),
        ("uk/proposed", "settlement.from"),
        ("uk/proposed", "support.entitlement"),
        ("uk/latest", "return.to_france"),
    ],
)
@given(data=st.data())
def test_the_answer_to_every_drawn_case_changes(name: str, question: str, data: st.DataObject) -> None:
    other = policies[name]
    case = data.draw(changes(name, question))

    compared = diff(BASE, other, case, questions=[question], presume=False)

    assert set(case.stated()) == {fact.name for fact in FACTS}
    assert compared[question].changed[other.id] is True


@given(data=st.data())
def test_the_answer_to_every_drawn_case_changes_between_drawn_policies(data: st.DataObject) -> None:
    base = data.draw(random_policies())
    other = data.draw(random_reforms(base)).over(base)

    for question in base.questions:
        try:
            changed = changed_profiles(base, other, question=question.name)
        except InvalidInputError:
            continue
        case = data.draw(changed)
        assert diff(base, other, case, questions=[question.name], presume=False)[question.name].changed[other.id]


def test_what_is_stated_stays_and_the_rest_varies() -> None:
    strategy = changed_profiles(BASE, LATEST, question="leave.length", claim="refugee", age=34)

    cases: list[CaseProfile] = sampled(strategy, settings(SAMPLE, max_examples=50))

    assert {(case.claim, case.age) for case in cases} == {("refugee", 34)}
    assert len({case.claimed_on for case in cases}) > 5
    assert len({case.household_size for case in cases}) > 3


def test_values_go_together_within_what_changes() -> None:
    whole = rule("small", WAIT, years(1), all_of(not_(at_least(household_size, 4)), at_least(children_under_1, 2)))
    late = Within(name="late", text="Late", day=as_of, start=decided_on, span=months(1))
    apart = rule("late", WAIT, years(2), holds(late), overrides=("five", "small"))
    base = policy(rule("five", WAIT, years(5)))
    other = evolve(policy(rule("five", WAIT, years(5)), evolve(whole, overrides=("five",)), apart), id="made/other")

    cases: list[CaseProfile] = sampled(
        changed_profiles(base, other, question="wait"), settings(SAMPLE, max_examples=40)
    )

    assert {str(decide(other, case, WAIT).value) for case in cases} == {
        str(figure.Exactly(years(1))),
        str(figure.Exactly(years(2))),
    }
    assert {str(decide(base, case, WAIT).value) for case in cases} == {str(figure.Exactly(years(5)))}


@pytest.mark.parametrize("fact", ["assets", "family_applied_at", "age", "english"])
def test_values_of_every_kind_lie_in_what_changes(fact: str) -> None:
    subject: Any = next(each for each in FACTS if each.name == fact)
    edge: dict[str, Any] = {
        "assets": pounds("100.00"),
        "family_applied_at": Moment.parse("2025-09-04T15:00"),
        "age": 18,
    }
    when = nodes.Compare(subject, nodes.Order.AT_LEAST, edge.get(fact, "b2"))
    base = policy(rule("five", WAIT, years(5)))
    two = rule("two", WAIT, years(2), when, overrides=("five",))
    other = evolve(policy(rule("five", WAIT, years(5)), two), id="made/other")

    cases: list[CaseProfile] = sampled(
        changed_profiles(base, other, question="wait"), settings(SAMPLE, max_examples=20)
    )

    assert all(decide(other, case, WAIT).value == figure.Exactly(years(2)) for case in cases)


def test_where_no_case_changes_that_is_said() -> None:
    with pytest.raises(InvalidInputError, match="no case is told otherwise"):
        changed_profiles(BASE, LATEST, question="leave.length", claimed_on="2020-01-01", further_submissions_on="none")
    with pytest.raises(InvalidInputError, match="is given twice"):
        changed_profiles(BASE, BASE, question="leave.length")
    with pytest.raises(InvalidInputError, match="about a boat"):
        changed_profiles(policies["france/before"], policies["france/doctrine"], question="interception.allowed")
    with pytest.raises(UnknownNameError, match=r"did you mean `leave\.length`"):
        changed_profiles(BASE, LATEST, question="leave.lenght")


def test_a_change_that_hangs_on_a_reading_is_drawn_under_that_reading() -> None:
    point = EARNED_INCREASES_COMBINE
    base = policy(rule("five", WAIT, years(5)))
    two = rule("two", WAIT, years(2), read_as(point, "sum"), overrides=("five",))
    other = evolve(policy(rule("five", WAIT, years(5)), two), id="made/other")

    with pytest.raises(InvalidInputError, match="however it is read"):
        changed_profiles(base, other, question="wait")
    assert sampled(changed_profiles(base, other.under(point, "sum"), question="wait"), settings(SAMPLE, max_examples=2))
