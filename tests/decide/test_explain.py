"""The working of an answer."""

from datetime import date

import pytest

from asylum_rules.decide.trace import explain
from asylum_rules.errors import InvalidInputError, UnknownNameError
from asylum_rules.language.build import ALWAYS, all_of, answer_is, any_of, at_least, holds, not_, read_as
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import AllOf, AnyOf, Not, OneOf
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import AnswerOf, Constant, LargestOf, Moved
from asylum_rules.model.answer import Status
from asylum_rules.model.person import age, broke_the_law, is_destitute
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.model.policy import Scope
from asylum_rules.model.trace import Step
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import years
from tests.model.handmade import EXTRA, SUPPORT, WAIT, boat, case, policy, rule

FROM = Question(name="from", text="From", kind=Kind.DATE)
POOR = holds(is_destitute)
ADULT = at_least(age, 18)
FIVE = rule("five", WAIT, years(5))
TWENTY = rule("twenty", WAIT, years(20), POOR, overrides=("five",))
NEVER = rule("never", WAIT, years(1), any_of(), overrides=("five",))
MADE = policy(FIVE, TWENTY, NEVER, scopes=(Scope(WAIT, ADULT),))


def test_every_rule_is_weighed() -> None:
    found = explain(MADE, case(is_destitute=True, age=18), "wait")

    assert found.question == WAIT
    assert found.answer is not None
    assert found.answer.value == Exactly(years(20))
    assert [(each.rule, each.applies, each.beaten_by, each.prevails) for each in found.weighed] == [
        (FIVE, True, ("twenty",), False),
        (TWENTY, True, (), True),
        (NEVER, False, (), False),
    ]
    assert found.scope == Step(ADULT, held=True, value=18, parts=())
    assert found.uses == ()


def test_a_rule_that_may_apply_beats_none_yet() -> None:
    found = explain(MADE, case(age=18), WAIT)

    assert [(each.applies, each.beaten_by) for each in found.weighed] == [(True, ()), (None, ()), (False, ())]


def test_outside_the_scope_no_rule_is_weighed() -> None:
    found = explain(MADE, case(age=17), WAIT)

    assert found.answer is not None
    assert found.answer.status is Status.NOT_COVERED
    assert found.scope == Step(ADULT, held=False, value=17, parts=())
    assert (found.weighed, found.uses) == ((), ())


def test_a_question_without_a_scope_has_none_to_show() -> None:
    assert explain(MADE, case(age=18), SUPPORT).scope is None


def test_a_condition_is_shown_with_its_parts() -> None:
    condition = all_of(POOR, any_of(ADULT, not_(POOR)))
    found = explain(policy(rule("one", WAIT, years(5), condition)), case(is_destitute=True, age=18), WAIT)
    poor = Step(POOR, held=True, value=True, parts=())
    adult = Step(ADULT, held=True, value=18, parts=())
    rich = Step(Not(POOR), held=False, value=None, parts=(poor,))

    assert found.weighed[0].step == Step(
        AllOf((POOR, AnyOf((ADULT, Not(POOR))))),
        held=True,
        value=None,
        parts=(poor, Step(AnyOf((ADULT, Not(POOR))), held=True, value=None, parts=(adult, rich))),
    )


def test_what_is_not_known_is_shown_as_such() -> None:
    assert explain(MADE, case(age=18), WAIT).weighed[1].step == Step(POOR, held=None, value=None, parts=())


def test_a_tested_answer_is_shown_by_its_code() -> None:
    by_support = rule("by-support", WAIT, years(5), answer_is(SUPPORT, "duty"))
    made = policy(by_support, rule("duty", SUPPORT, "duty"))

    assert explain(made, case(), WAIT).weighed[0].step == Step(
        OneOf(SUPPORT, ("duty",)), held=True, value="duty", parts=()
    )


@pytest.mark.parametrize(("otherwise", "read"), [("duty", "duty"), ("power", None)])
def test_a_tested_answer_is_known_where_every_way_to_complete_the_case_gives_it(
    otherwise: str, read: str | None
) -> None:
    by_support = rule("by-support", WAIT, years(5), answer_is(SUPPORT, "duty"))
    otherwise_rule = rule("poor", SUPPORT, otherwise, POOR, overrides=("duty",))
    made = policy(FIVE, by_support, rule("duty", SUPPORT, "duty"), otherwise_rule)

    step = explain(made, case(), WAIT).weighed[1].step

    assert (step.value, step.held) == (read, read and True)


BUILT = policy(
    rule("from-wait", FROM, Moved(Constant(Exactly(date(2026, 11, 2))), AnswerOf(WAIT))),
    rule("core", WAIT, LargestOf(EXTRA)),
    rule("one", EXTRA, years(1)),
    rule("two", EXTRA, years(2), POOR),
)


def test_what_an_answer_builds_on_is_worked_out_beneath_it() -> None:
    found = explain(BUILT, case(is_destitute=True), FROM)
    (wait,) = found.uses
    (extra,) = wait.uses

    assert wait.question == WAIT
    assert wait.answer is not None
    assert wait.answer.value == Exactly(years(2))
    assert extra.question == EXTRA
    assert (extra.answer, extra.scope) == (None, None)
    assert [each.rule.name for each in extra.weighed if each.prevails] == ["one", "two"]


def test_a_rule_that_does_not_prevail_is_not_followed() -> None:
    over = rule("over", WAIT, years(9), overrides=("core",))
    made = policy(rule("core", WAIT, LargestOf(EXTRA)), rule("one", EXTRA, years(1)), over)

    assert explain(made, case(), WAIT).uses == ()


def test_a_part_may_be_explained_by_itself() -> None:
    found = explain(BUILT, case(is_destitute=False), EXTRA)

    assert found.answer is None
    assert [each.applies for each in found.weighed] == [True, False]


def test_a_reading_and_a_presumption_are_taken_as_asked() -> None:
    period = rule("period", WAIT, years(20), read_as(SETTLEMENT_CORE_PERIOD, "twenty_years"), overrides=("five",))
    law = rule("law", WAIT, years(1), holds(broke_the_law), overrides=("five", "period"))
    made = policy(FIVE, period, law)

    found = explain(made, case(), WAIT, under={"settlement.core_period": "up_to_twenty"}, presume=False)

    assert [each.applies for each in found.weighed] == [True, False, None]


def test_a_question_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError) as caught:
        explain(MADE, case(), "wayt")

    assert str(caught.value) == "unknown question `wayt`: did you mean `wait`?"


def test_a_case_of_another_profile_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="not about a boat"):
        explain(MADE, boat(), WAIT)


def test_a_question_of_the_policy_always_covers_where_it_always_applies() -> None:
    assert explain(policy(FIVE), case(), WAIT).scope == Step(ALWAYS, held=True, value=None, parts=())
