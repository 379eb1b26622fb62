"""What must hold of every answer, whatever the case: on drawn cases, with nothing presumed."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, strategies as st

from asylum_rules import (
    Amend,
    BoatProfile,
    CaseProfile,
    Exactly,
    Formula,
    Policy,
    Reform,
    Status,
    Unstated,
    decide,
    diff,
    policies,
)
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import Constant, DatesBefore, Moved, Sum, Term, Times, ValueOf
from asylum_rules.model.answer import Answer, Result
from asylum_rules.model.flaw import flaws
from asylum_rules.model.rule import Rule
from asylum_rules.testing import boat_profiles, boundary_profiles, partial, readings
from asylum_rules.units.figure import Figure, add, dates_before, moved, times

POLICIES = tuple(policies[name] for name in ("uk/baseline", "uk/latest", "uk/proposed", "denmark"))
ASKED = [(policy, question) for policy in POLICIES for question in policy.questions]
Said = tuple[Status, Result | None]


def worked_out(term: Term, case: CaseProfile) -> Result:
    """Return the value of a formula in a case that states what it waits for."""
    match term:
        case Constant(value):
            return value
        case ValueOf(fact):
            value = getattr(case, fact.name)
            return value if value == "none" else Exactly(value)
        case Sum(terms):
            total, *others = (worked_out(each, case) for each in terms)
            for other in others:
                total = add(figure(total), figure(other))
            return total
        case Times(inner, count):
            return times(figure(worked_out(inner, case)), getattr(case, count.name))
        case Moved(start, span):
            return moved(figure(worked_out(start, case)), figure(worked_out(span, case)))
        case DatesBefore(every, start, end):
            begun = worked_out(start, case)
            if not (isinstance(begun, Exactly) and isinstance(begun.value, date)):
                return Unstated()  # a formula of another completion
            return dates_before(figure(worked_out(every, case)), begun.value, figure(worked_out(end, case)))
    raise AssertionError(term)


def figure(result: Result) -> Figure:
    return result if isinstance(result, Figure) else Unstated()


def possible_in(answer: Answer, case: CaseProfile) -> set[Said]:
    """Return everything an answer says may be, with formulas worked out for one completion of its case."""
    said: list[Said] = [(answer.status, answer.value)] if answer.status is not Status.DEPENDS else []
    said += [(each.status, each.value) for each in answer.possible]
    return {(status, worked_out(v.term, case) if isinstance(v, Formula) else v) for status, v in said}


def drawn(policy: Policy, question: Question) -> st.SearchStrategy[CaseProfile]:
    return boundary_profiles(policy, questions=[question.name])


@pytest.mark.parametrize(("policy", "question"), ASKED, ids=[f"{p.id}-{q.name}" for p, q in ASKED])
@given(data=st.data())
def test_completing_a_case_never_leads_outside_what_was_possible(
    policy: Policy, question: Question, data: st.DataObject
) -> None:
    whole = data.draw(drawn(policy, question))
    part = data.draw(partial(st.just(whole)))
    reading = data.draw(readings(policy))
    before = decide(policy, part, question, presume=False)

    after = decide(policy, whole, question, presume=False, under=reading)

    assert after.status is not Status.DEPENDS
    assert (after.status, after.value) in possible_in(before, whole)


@pytest.mark.parametrize(("policy", "question"), ASKED, ids=[f"{p.id}-{q.name}" for p, q in ASKED])
@given(data=st.data())
def test_an_answer_never_depends_on_a_fact_it_does_not_name(
    policy: Policy, question: Question, data: st.DataObject
) -> None:
    part = data.draw(partial(drawn(policy, question)))
    answer = decide(policy, part, question, presume=False)
    agreed: dict[str, Any] = dict(part.stated())
    one = data.draw(boundary_profiles(policy, questions=[question.name], **agreed))
    agreed |= {name: one.stated()[name] for name in answer.facts}
    other = data.draw(boundary_profiles(policy, questions=[question.name], **agreed))
    reading = {name: r for name, r in data.draw(readings(policy)).items() if name in answer.points}

    first = decide(policy, one, question, presume=False, under=reading)
    second = decide(policy, other, question, presume=False, under=reading)

    assert first.status is not Status.DEPENDS
    assert (first.status, first.value) == (second.status, second.value)


@pytest.mark.parametrize("policy", policies.values(), ids=list(policies))
def test_no_policy_has_a_gap_or_a_clash(policy: Policy) -> None:
    world = CaseProfile.world if policy.profile == "person" else BoatProfile.world

    assert list(flaws(policy, world)) == []


@pytest.mark.parametrize("name", ["france/before", "france/doctrine"])
@given(data=st.data())
def test_completing_what_is_known_of_a_boat_never_leads_outside_what_was_possible(
    name: str, data: st.DataObject
) -> None:
    whole = data.draw(boat_profiles())
    part = data.draw(partial(st.just(whole)))
    reading = data.draw(readings(policies[name]))

    for question in policies[name].questions:
        before = decide(policies[name], part, question, presume=False)
        after = decide(policies[name], whole, question, presume=False, under=reading)
        assert (after.status, after.value) in {(before.status, before.value)} | {
            (each.status, each.value) for each in before.possible
        }


AMENDABLE = [rule for rule in policies["uk/baseline"].rules if isinstance(rule.gives, Constant)]


def touched(rule: Rule) -> Policy:
    """Return the baseline with one rule amended to apply to nobody who claimed."""
    operation = Amend(
        old=rule.name,
        name="test.touched",
        text="A test's change.",
        standing=rule.standing,
        cites=rule.cites,
        gives=Constant(Unstated())
        if isinstance(rule.gives, Constant) and isinstance(rule.gives.value, Figure)
        else rule.gives,
    )
    reform = Reform(name="touch", title="a touch", on=date(2025, 11, 17), operations=(operation,))
    return reform.over(policies["uk/baseline"])


@given(data=st.data())
def test_a_reform_of_one_rule_changes_only_questions_that_read_it(data: st.DataObject) -> None:
    base = policies["uk/baseline"]
    rule = data.draw(st.sampled_from(AMENDABLE))
    case = data.draw(partial(boundary_profiles(base)))
    untouched = [each.name for each in base.questions if rule not in reached(base, each)]
    assume(untouched)

    comparison = diff(base, touched(rule), case, questions=untouched)

    assert all(compared.stays for compared in comparison.values())


def reached(policy: Policy, question: Question) -> set[Rule]:
    """Return the rules that a question or any answer it builds on is given by, written out by hand."""
    builds_on = {
        "settlement.from": ["settlement.after"],
        "reviews.before_settlement": ["settlement.after", "leave.review_every"],
        "support.weekly": ["support.weekly_extra"],
        "family_reunion.leave": ["family_reunion.route"],
        "family_reunion.public_funds": ["family_reunion.route"],
    }
    names = {question.name, *builds_on.get(question.name, [])}
    return {rule for rule in policy.rules if rule.answers.name in names}


@given(data=st.data())
def test_a_policy_compared_with_itself_under_another_name_stays(data: st.DataObject) -> None:
    base = policies["uk/proposed"]
    twin = Reform(name="nothing", title="no change", on=date(2025, 11, 21), operations=()).over(base)
    case = data.draw(partial(boundary_profiles(base, questions=["settlement.from", "support.entitlement"])))

    comparison = diff(base, twin, case)

    assert all(compared.stays for compared in comparison.values())
