"""The working of an answer as sentences with citations."""

from datetime import date
from typing import Any

import pytest

from asylum_rules.decide.trace import explain
from asylum_rules.language.build import all_of, answer_is, any_of, at_least, holds, not_, read_as
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import AnswerOf, Constant, LargestOf, Moved
from asylum_rules.model.person import age, broke_the_law, is_destitute
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.model.policy import Policy, Scope
from asylum_rules.prose.trace import of_trace
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.units.figure import Exactly, UpTo
from asylum_rules.units.span import years
from tests.model.handmade import EXTRA, SUPPORT, VERIFIED, WAIT, case, policy, rule

FROM = Question(name="from", text="Earliest date", kind=Kind.DATE)
POOR = holds(is_destitute)
ADULT = at_least(age, 18)
SCOPE = (
    "  The policy answers this only where the person's age is at least 18; and (the person is destitute; or the person "
    "is not destitute)"
)
STANDING = "standing: in force from 1 January 2020; verified until 6 October 2026"
POINT = "the open point “Is the wait for settlement on core protection twenty years, or up to twenty?” is read as"
SOURCE = "source: A ministry, A paper, paragraph 1"
FIVE = rule("five", WAIT, years(5), text="Five years.")
TWENTY = rule("twenty", WAIT, years(20), POOR, text="Twenty years.", overrides=("five",))


def told(made: Policy, question: Question, **facts: Any) -> list[str]:
    return list(of_trace(explain(made, case(**facts), question), made))


def test_the_rule_that_applies_is_told_with_its_standing_and_source() -> None:
    assert told(policy(FIVE), WAIT) == [
        "Wait: 5 years",
        "  Applies: five (in force). Five years.",
        f"      {STANDING}",
        f"      {SOURCE}",
    ]


def test_a_rule_that_is_prevailed_over_is_told_with_what_prevails() -> None:
    assert told(policy(FIVE, TWENTY), WAIT, is_destitute=True) == [
        "Wait: 20 years",
        "  Applies, but twenty prevails: five (in force). Five years.",
        f"      {STANDING}",
        f"      {SOURCE}",
        "  Applies: twenty (in force). Twenty years.",
        "      [yes] the person is destitute (read: yes)",
        f"      {STANDING}",
        f"      {SOURCE}",
    ]


def test_a_rule_that_does_not_apply_is_named() -> None:
    assert told(policy(FIVE, TWENTY), WAIT, is_destitute=False)[-1] == "  Does not apply: twenty"


def test_an_open_answer_is_told_with_what_it_depends_on() -> None:
    assert told(policy(FIVE, TWENTY), WAIT) == [
        "Wait: 20 years or 5 years",
        "  headline: 20 years, when the person is destitute",
        "  headline: 5 years, when the person is not destitute",
        "  Depends on: is_destitute",
        "  Applies: five (in force). Five years.",
        f"      {STANDING}",
        f"      {SOURCE}",
        "  May apply: twenty (in force). Twenty years.",
        "      [not known] the person is destitute (read: not known)",
        f"      {STANDING}",
        f"      {SOURCE}",
    ]


def test_what_is_not_of_the_headline_is_told_without_the_word() -> None:
    less = rule(
        "less", WAIT, UpTo(years(5)), read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty"), overrides=("five",), text="Less."
    )

    assert told(policy(FIVE, less), WAIT)[:4] == [
        "Wait: 5 years; over all readings up to 5 years",
        f"  headline: 5 years, when {POINT} “twenty years”",
        f"  up to 5 years, when {POINT} “up to twenty years”",
        "  Depends on: settlement.core_period",
    ]


def test_what_was_presumed_is_told() -> None:
    law = rule("law", WAIT, years(1), holds(broke_the_law), overrides=("five",))

    assert told(policy(FIVE, law), WAIT)[:2] == ["Wait: 5 years", "  Presumed: broke_the_law"]


def test_what_is_not_covered_is_told_with_the_scope() -> None:
    made = policy(FIVE, scopes=(Scope(WAIT, all_of(ADULT, any_of(POOR, not_(POOR)))),))

    assert told(made, WAIT, age=17, is_destitute=True) == [
        "Wait: not covered",
        SCOPE,
        "  [no] the person's age is at least 18 (read: 17)",
    ]


YES_POOR, NO_POOR = "[yes] the person is destitute (read: yes)", "[no] the person is destitute (read: no)"
YES_ADULT, NO_ADULT = (
    "[yes] the person's age is at least 18 (read: 18)",
    "[no] the person's age is at least 18 (read: 17)",
)
OPEN_ADULT = "[not known] the person's age is at least 18 (read: not known)"


@pytest.mark.parametrize(
    ("condition", "facts", "lines"),
    [
        (all_of(POOR, ADULT), {"is_destitute": True, "age": 18}, [YES_POOR, YES_ADULT]),
        (all_of(POOR, ADULT), {"is_destitute": True}, [YES_POOR, OPEN_ADULT]),
        (any_of(POOR, ADULT), {"is_destitute": True, "age": 17}, [YES_POOR]),
        (any_of(POOR, ADULT), {"is_destitute": True, "age": 18}, [YES_POOR, YES_ADULT]),
        (any_of(POOR, ADULT), {"is_destitute": False}, [OPEN_ADULT]),
        (not_(any_of(POOR, ADULT)), {"is_destitute": False, "age": 17}, [NO_POOR, NO_ADULT]),
        (not_(all_of(POOR, ADULT)), {"is_destitute": True, "age": 17}, [NO_ADULT]),
        (all_of(POOR, POOR), {"is_destitute": True}, [YES_POOR]),
    ],
)
def test_each_test_that_bears_on_a_rule_is_told_once(
    condition: Condition, facts: dict[str, Any], lines: list[str]
) -> None:
    less = rule("less", WAIT, years(5), condition, overrides=("five",))
    steps = [line.strip() for line in told(policy(FIVE, less), WAIT, **facts) if line.startswith("      [")]

    assert steps == lines


def test_a_question_that_is_never_answered_is_told_so() -> None:
    assert told(policy(FIVE), SUPPORT) == ["Support: not covered"]


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"age": 18}, "      [yes] the answer to “Support” is “duty” (read: duty)"),
        ({"age": 17}, "      [no] the answer to “Support” is “duty” (read: not covered)"),
        ({}, "      [not known] the answer to “Support” is “duty” (read: not known)"),
    ],
)
def test_a_tested_answer_is_told_by_its_code(facts: dict[str, Any], line: str) -> None:
    either = rule("either", WAIT, years(5), any_of(not_(answer_is(SUPPORT, "duty")), answer_is(SUPPORT, "duty")))
    made = policy(
        either, rule("duty", SUPPORT, "duty"), scopes=(Scope(WAIT, any_of(POOR, not_(POOR))), Scope(SUPPORT, ADULT))
    )

    assert line in told(made, WAIT, is_destitute=True, **facts)


def test_what_an_answer_builds_on_is_told_beneath_it() -> None:
    proposed = Standing(((date(2025, 11, 17), Stage.ANNOUNCED),), VERIFIED)
    made = policy(
        rule("from-wait", FROM, Moved(Constant(Exactly(date(2026, 11, 2))), AnswerOf(WAIT)), text="From the grant."),
        rule("core", WAIT, LargestOf(EXTRA), text="The largest counts."),
        rule("one", EXTRA, years(1), text="One year.", standing=proposed),
        rule("two", EXTRA, years(2), POOR, text="Two years."),
    )

    assert told(made, FROM, is_destitute=False) == [
        "Earliest date: 2 November 2027",
        "  Applies: from-wait (in force). From the grant.",
        f"      {STANDING}",
        f"      {SOURCE}",
        "  It builds on:",
        "    Wait: 1 year",
        "      Applies: core (in force). The largest counts.",
        f"          {STANDING}",
        f"          {SOURCE}",
        "      It builds on:",
        "        Extra",
        "          Applies: one (announced). One year.",
        "              standing: announced on 17 November 2025; verified until 6 October 2026",
        f"              {SOURCE}",
        "          Does not apply: two",
    ]
