"""Every rule has a case in which it prevails, one in which it does not apply, and one that leaves it open."""

from collections.abc import Iterator, Mapping

import pytest

from asylum_rules import Answer, BoatProfile, CaseProfile, Status, decide, policies
from asylum_rules.language import walk
from asylum_rules.language.build import all_of, at_least, holds, not_
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.solve import witness
from asylum_rules.language.subjects import Derived, Profile, Question
from asylum_rules.language.terms import LargestOf
from asylum_rules.language.truth import reader, truth
from asylum_rules.model.flaw import expanded
from asylum_rules.model.person import age, is_destitute
from asylum_rules.model.points import POINTS
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import UNKNOWN, CaseBase, Unknown
from asylum_rules.model.reform import Insert, Replace
from asylum_rules.model.rule import Rule
from asylum_rules.rulebooks.denmark import protection
from asylum_rules.rulebooks.france import interception
from asylum_rules.rulebooks.uk import policies as uk
from asylum_rules.units.span import years
from tests.model.handmade import EXTRA, WAIT, policy, rule

OF_A_DAY = (
    "uk@2022-04-20",
    "uk@2022-06-28",
    "uk@2023-01-01",
    "uk@2023-09-01",
    "uk@2024-06-01",
    "uk@2024-12-09",
    "uk@2025-09-04",
    "uk@2026-03-21",
    "uk@2026-06-11",
    "uk@2025-11-16+restoring-order",
    "uk@2026-06-30",
    "denmark@2022-06-30",
    "france@2026-01-16",
)
"""Days on which rules stand that no named policy holds."""

CASES = {Profile.PERSON: CaseProfile, Profile.BOAT: BoatProfile}
POINT_NAMES = {point.name for point in POINTS}

LIVES_IN: dict[Rule, Policy] = {}
"""Every rule, with the first policy that holds it."""

for _name in (*policies, *OF_A_DAY):
    for _rule in policies[_name].rules:
        LIVES_IN.setdefault(_rule, policies[_name])

EVERY = [pytest.param(policy, rule, id=f"{policy.id}:{rule.name}") for rule, policy in LIVES_IN.items()]
CONDITIONAL = [
    pytest.param(policy, rule, id=f"{policy.id}:{rule.name}")
    for rule, policy in LIVES_IN.items()
    if list(walk.tests(rule.applies))
]
"""The rules that test anything; the others apply to every case that their question covers."""


def prevailing(policy: Policy, rule: Rule) -> Condition:
    """Return when a rule applies and nothing above it does."""
    above = (policy.rule(name) for name in sorted(policy.beaten_by(rule)))
    return all_of(rule.applies, *(not_(other.applies) for other in above))


def tellings(policy: Policy, rule: Rule) -> Iterator[tuple[Question, Condition, Condition]]:
    """Yield each question whose answer tells of a rule, when it is covered, and when the rule has a say in it.

    A rule of a part is told of by the answers of the rules that read the part.
    """
    scope = policy.scope(rule.answers)
    if scope is not None:
        yield rule.answers, scope.when, prevailing(policy, rule)
        return
    for user in policy.rules:
        if rule.answers in walk.reads(user.gives):
            for question, covered, said in tellings(policy, user):
                yield question, covered, all_of(said, prevailing(policy, rule))


def case_of(policy: Policy) -> type[CaseProfile] | type[BoatProfile]:
    return CASES[policy.profile]


def found(policy: Policy, condition: Condition) -> dict[str, Value] | None:
    return witness(expanded(policy, condition), case_of(policy).world)


def inside(policy: Policy, rule: Rule) -> tuple[Question, dict[str, Value]] | None:
    """Return a question, and values under which its answer rests on a rule; None for a rule that is dead."""
    for question, covered, said in tellings(policy, rule):
        values = found(policy, all_of(covered, said))
        if values is not None:
            return question, values
    return None


def outside(policy: Policy, rule: Rule) -> tuple[Question, dict[str, Value]] | None:
    """Return a question, and values under which a rule does not apply, where they can be within what is covered."""
    every = tuple(tellings(policy, rule))
    for question, where in (
        *((question, all_of(covered, not_(rule.applies))) for question, covered, _ in every),
        *((question, not_(rule.applies)) for question, _, _ in every),
    ):
        values = found(policy, where)
        if values is not None:
            return question, values
    return None


def said_of(policy: Policy, question: Question, values: Mapping[str, Value | Unknown]) -> Answer:
    """Return what a policy says to a question under some values of facts and points."""
    facts = {name: value for name, value in values.items() if name not in POINT_NAMES}
    readings = {name: str(value) for name, value in values.items() if name in POINT_NAMES and value is not UNKNOWN}
    case: CaseBase = case_of(policy)(**facts)  # type: ignore[arg-type]  # a witness holds values of the facts
    return decide(policy, case, question, under=readings)


def read_by(condition: Condition) -> list[str]:
    """Return the names of the facts and points that a condition reads, derived facts by what they rest on."""
    subjects = (test.subject for test in walk.tests(condition))
    sources = (subject.of if isinstance(subject, Derived) else (subject,) for subject in subjects)
    return list(dict.fromkeys(source.name for each in sources for source in each))


@pytest.mark.parametrize(("policy", "rule"), EVERY)
def test_in_some_case_the_answer_rests_on_the_rule(policy: Policy, rule: Rule) -> None:
    case = inside(policy, rule)

    assert case is not None, "no case brings this rule to bear: it is dead"
    assert rule in said_of(policy, *case).rules


@pytest.mark.parametrize(("policy", "rule"), CONDITIONAL)
def test_where_it_does_not_apply_the_answer_does_not_name_the_rule(policy: Policy, rule: Rule) -> None:
    case = outside(policy, rule)

    assert case is not None, "the rule applies to every case: its condition says nothing"
    assert rule not in said_of(policy, *case).rules


@pytest.mark.parametrize(("policy", "rule"), CONDITIONAL)
def test_where_what_it_tests_is_unknown_the_answer_does_not_rest_on_the_rule_alone(policy: Policy, rule: Rule) -> None:
    case = inside(policy, rule)
    assert case is not None
    question, values = case
    applies = expanded(policy, rule.applies)
    left_open = []
    for name in read_by(applies):
        rest = {known: value for known, value in values.items() if known != name}
        if truth(applies, reader(rest)) is None:
            left_open.append(name)
            answer = said_of(policy, question, {**rest, name: UNKNOWN})
            others = [other for other in answer.rules if other.answers == rule.answers and other != rule]
            assert answer.status is Status.DEPENDS or others, f"rests on it alone without {name}"

    assert left_open, "nothing that the rule tests leaves it open"


def test_no_rule_of_the_rulebooks_is_left_out() -> None:
    proposed = {
        operation.rule.name
        for reform in uk.REFORMS
        for operation in reform.operations
        if isinstance(operation, Insert | Replace)
    }
    written = {rule.name for rule in (*uk.RULES, *protection.RULES, *interception.RULES)}

    assert proposed | written <= {rule.name for rule in LIVES_IN}


def test_a_rule_that_another_always_prevails_over_is_found_dead() -> None:
    beaten = rule("beaten", WAIT, years(5), holds(is_destitute))
    made = policy(beaten, rule("above", WAIT, years(20), overrides=("beaten",)))

    assert inside(made, beaten) is None
    assert inside(made, made.rule("above")) == (WAIT, {})


def test_a_rule_of_a_part_is_told_of_by_the_answer_that_reads_the_part() -> None:
    more = rule("more", EXTRA, years(1), at_least(age, 18))
    made = policy(rule("sum", WAIT, LargestOf(EXTRA), holds(is_destitute)), more)

    assert inside(made, more) == (WAIT, {"is_destitute": True, "age": 18})
    assert outside(made, more) == (WAIT, {"age": 0})


def test_a_rule_that_applies_to_every_case_has_no_case_outside() -> None:
    every = rule("every", WAIT, years(5), at_least(age, 0))

    assert outside(policy(every), every) is None
