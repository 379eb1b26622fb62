"""Conditions that read alike mean the same: on drawn conditions, and on each rule with one thing in it changed."""

from collections.abc import Iterator
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from asylum_rules import Policy, policies
from asylum_rules.language import walk
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order
from asylum_rules.language.subjects import Fact, Subject
from asylum_rules.language.truth import truth
from asylum_rules.model.person import age, claim, decided_on, english, is_destitute
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.prose.condition import of_condition, of_parts
from asylum_rules.testing.condition import conditions
from asylum_rules.testing.strategies import edge_values

SUBJECTS: tuple[Subject, ...] = (is_destitute, decided_on, claim, english, age, SETTLEMENT_CORE_PERIOD)


def changed(condition: Condition) -> Iterator[Condition]:
    """Yield conditions that differ from one in one place: an order, a value, a joint, a bracket, a negation."""
    yield Not(condition)
    match condition:
        case Compare():
            yield from (evolve(condition, order=order) for order in Order if order is not condition.order)
        case OneOf(subject, values):
            yield from (OneOf(subject, tuple(each for each in values if each != left)) for left in values[1:])
        case Not(part):
            yield part
            yield from (Not(each) for each in changed(part))
        case AllOf(parts) | AnyOf(parts):
            other = AnyOf if isinstance(condition, AllOf) else AllOf
            yield other(parts)
            yield from regrouped(parts, type(condition))
            for place, part in enumerate(parts):
                yield evolve(condition, parts=(*parts[:place], *parts[place + 1 :]))
                for each in changed(part):
                    yield evolve(condition, parts=(*parts[:place], each, *parts[place + 1 :]))


def regrouped(parts: tuple[Condition, ...], joint: type[AllOf | AnyOf]) -> Iterator[Condition]:
    """Yield the same words with the brackets elsewhere: `a; and (b; or c)` as `(a; and b); or c`."""
    *first, last = parts or (AllOf(()),)
    if isinstance(last, AllOf | AnyOf) and last.parts:
        yield type(last)((joint((*first, last.parts[0])), *last.parts[1:]))
        yield joint((*first, *last.parts))


def values(subject: Subject, *of: Condition) -> list[Value]:
    """Return the values of a subject between which some conditions can tell."""
    if isinstance(subject, Fact):
        return edge_values(subject, of)
    return [True, False] if subject.kind is Kind.YES_NO else list(subject.codes)


def mean_the_same(one: Condition, other: Condition) -> bool:
    """Return whether two conditions hold of the same cases, on all values between which they can tell."""
    subjects = list({test.subject.name: test.subject for each in (one, other) for test in walk.tests(each)}.values())
    for row in product(*(values(subject, one, other) for subject in subjects)):
        case = dict(zip([subject.name for subject in subjects], row, strict=True))
        if truth(one, lambda subject: case[subject.name]) is not truth(other, lambda subject: case[subject.name]):  # noqa: B023  # read at once
            return False
    return True


@given(condition=conditions(SUBJECTS), data=st.data())
def test_a_drawn_condition_reads_differently_from_any_change_of_it(condition: Condition, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from(list(changed(condition))))

    if of_condition(condition) == of_condition(other):
        assert mean_the_same(condition, other)


@given(one=conditions(SUBJECTS[:2]), other=conditions(SUBJECTS[:2]))
def test_drawn_conditions_that_read_alike_mean_the_same(one: Condition, other: Condition) -> None:
    if of_condition(one) == of_condition(other):
        assert mean_the_same(one, other)


@given(condition=conditions(SUBJECTS))
def test_the_clauses_of_a_condition_say_what_it_says(condition: Condition) -> None:
    said = "; and ".join(of_parts(condition))

    assert [c for c in said if c not in "()"] == [c for c in of_condition(condition) if c not in "()"]


@pytest.mark.parametrize("policy", policies.values(), ids=list(policies))
def test_a_rule_reads_differently_from_any_change_of_it(policy: Policy) -> None:
    for condition in {rule.applies for rule in policy.rules} | {scope.when for scope in policy.scopes}:
        text = of_condition(condition)
        for other in changed(condition):
            if of_condition(other) == text:
                assert mean_the_same(condition, other), text
