"""The law of a policy in the order in which it is read: each question, whom it covers, its rules and their parts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from string import ascii_uppercase

from attrs import frozen

from asylum_rules.language.build import ALWAYS
from asylum_rules.language.nodes import AllOf, AnyOf, Condition, Not
from asylum_rules.language.subjects import Question
from asylum_rules.language.walk import reads, tests
from asylum_rules.model.policy import Policy
from asylum_rules.model.questions import QUESTIONS
from asylum_rules.model.rule import Rule
from asylum_rules.prose.condition import Called


@frozen
class Told:
    """A rule, with what it asks beyond what every case that is covered meets."""

    rule: Rule
    when: Condition


@frozen(kw_only=True)
class Chapter:
    """One question of a policy."""

    question: Question
    covered: Condition
    called: Called
    """What several conditions of the chapter share, under a letter."""
    rules: tuple[Told, ...]
    parts: tuple[tuple[Question, tuple[Told, ...]], ...]
    """The questions inside the rulebook that its rules read and that no earlier chapter tells of, with their rules."""


def chapters(policy: Policy) -> tuple[Chapter, ...]:
    """Return the law of a policy, a chapter for each question it answers."""
    return tuple(_chapters(policy))


def _chapters(policy: Policy) -> Iterator[Chapter]:
    told: set[Question] = set()
    for question in sorted(policy.questions, key=_place):
        scope = policy.scope(question)
        covered = ALWAYS if scope is None else scope.when
        parts = [part for part in dict.fromkeys(_parts(question, policy)) if part not in told]
        told.update(parts)
        rules = tuple(Told(rule, _beyond(rule.applies, covered)) for rule in policy.rules_of(question))
        of_parts = tuple((part, tuple(Told(rule, rule.applies) for rule in policy.rules_of(part))) for part in parts)
        every = [*rules, *(each for _, rules_of in of_parts for each in rules_of)]
        yield Chapter(
            question=question,
            covered=covered,
            called=_called((covered, *(each.when for each in every))),
            rules=rules,
            parts=of_parts,
        )


def _place(question: Question) -> int:
    return QUESTIONS.index(question) if question in QUESTIONS else len(QUESTIONS)


def _parts(question: Question, policy: Policy) -> Iterator[Question]:
    """Yield the internal questions that the rules of a question read, and those that these read."""
    for rule in policy.rules_of(question):
        for read in reads(rule.gives):
            if isinstance(read, Question) and read.part:
                yield read
                yield from _parts(read, policy)


def _beyond(condition: Condition, covered: Condition) -> Condition:
    """Return what a condition asks beyond what every case that is covered meets."""
    if condition == covered:
        return ALWAYS
    if isinstance(condition, AllOf):
        return AllOf(tuple(_beyond(part, covered) for part in condition.parts))
    return condition


def _called(conditions: Iterable[Condition]) -> Called:
    """Return a letter for each joined condition that would be spelt out more than once."""
    met: dict[Condition, int] = {}

    def meet(condition: Condition) -> None:
        if isinstance(condition, Not):
            meet(condition.part)
        elif isinstance(condition, AllOf | AnyOf):
            met[condition] = met.get(condition, 0) + 1
            for part in condition.parts if met[condition] == 1 else ():
                meet(part)

    for each in conditions:
        meet(each)
    shared = [each for each, times in met.items() if times > 1 and len(set(tests(each))) > 1]
    return {each: f"({_letter(place)})" for place, each in zip(count(), shared, strict=False)}


def _letter(place: int) -> str:
    return ascii_uppercase[place % 26] * (place // 26 + 1)


def without(called: Called, name: str) -> Called:
    """Return what is called something, but for one name: that in which what it means is said."""
    return {condition: other for condition, other in called.items() if other != name}


def turning(policy: Policy, questions: Iterable[Question], point: str) -> Sequence[Question]:
    """Return the questions of which the answers of a policy can turn on an open point."""
    return [question for question in questions if point in {each.name for each in policy.points(question)}]
