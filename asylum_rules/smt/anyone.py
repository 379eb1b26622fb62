"""Any case that some policies can be asked one question about: what it turns on, and what the world allows."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, product

from asylum_rules.language.build import ALWAYS
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Derived, Fact, Point, Question
from asylum_rules.language.walk import tests
from asylum_rules.model.policy import Policy
from asylum_rules.model.world import WORLDS
from asylum_rules.smt.answer import Answers
from asylum_rules.smt.logic import Model, Possible, Truth, all_of
from asylum_rules.smt.variables import Variables
from asylum_rules.smt.world import allows, tied


class Anyone:
    """Any person or boat of whom nothing is said but what is given; all policies are asked of the same one.

    `facts` and `points` are what the question, and a further condition, can turn on. `second` names a fact that has
    a second variable here, so that two values of it can be set against each other.
    """

    def __init__(
        self,
        policies: tuple[Policy, ...],
        question: Question,
        *,
        given: Mapping[str, Value],
        also: Condition = ALWAYS,
        second: str = "",
    ) -> None:
        asked = (question, *_questions(also))
        pairs = tuple(product(policies, asked))
        facts = chain(_facts(also), *(policy.facts(each) for policy, each in pairs))
        points = chain(_left_open(policies[0], _points(also)), *(_open(policy, each) for policy, each in pairs))
        self.facts: Mapping[str, Fact] = {fact.name: fact for fact in facts}
        self.points: Mapping[str, Point] = {point.name: point for point in points}
        self.variables = Variables(given, second)
        self._world = WORLDS[question.profile]

    def answers(self, policy: Policy) -> Answers:
        """Return what a policy says to any such person or boat."""
        return Answers(policy, self.variables, self._may_be)

    @cached_property
    def _may_be(self) -> Possible:
        return Possible(self.possible)

    @property
    def subjects(self) -> tuple[Fact | Point, ...]:
        """The facts and the points."""
        return (*self.facts.values(), *self.points.values())

    @cached_property
    def possible(self) -> Truth:
        """Return whether every value is in its range and the world allows them together."""
        facts = tied(self._world, self.facts.values())
        ranges = chain(map(self.variables.in_range, facts.values()), map(self.variables.in_range, self.points.values()))
        return all_of(ranges) & allows(self._world, facts, self.variables)

    def shown(self, model: Model) -> tuple[dict[str, Value], dict[str, str]]:
        """Return the facts and the readings of one case: what is given, and what the question can turn on."""
        facts = {name: self.variables.value(fact, model) for name, fact in self.facts.items()}
        points = {name: str(self.variables.value(point, model)) for name, point in self.points.items()}
        return {**self.variables.known, **facts}, points


def _subjects(condition: Condition) -> Iterator[Fact | Point | Question]:
    for test in tests(condition):
        yield from test.subject.of if isinstance(test.subject, Derived) else (test.subject,)


def _facts(condition: Condition) -> Iterator[Fact]:
    return (each for each in _subjects(condition) if isinstance(each, Fact))


def _points(condition: Condition) -> Iterator[Point]:
    return (each for each in _subjects(condition) if isinstance(each, Point))


def _questions(condition: Condition) -> Iterator[Question]:
    return (each for each in _subjects(condition) if isinstance(each, Question))


def _open(policy: Policy, question: Question) -> Iterator[Point]:
    return _left_open(policy, policy.points(question))


def _left_open(policy: Policy, points: Iterable[Point]) -> Iterator[Point]:
    """Yield the points among some that a policy does not read in one way."""
    fixed = dict(policy.readings)
    return (point for point in points if point.name not in fixed)
