"""Every way to complete one case, asked one question of some policies."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, reduce as fold
from typing import Final, TypeVar

from attrs import field, frozen

from asylum_rules.cells.answers import Answers, Flaw
from asylum_rules.cells.diagram import Diagram, TooLargeError
from asylum_rules.cells.partial import Partial, partial, settled
from asylum_rules.cells.sample import sample
from asylum_rules.cells.space import Space, Variable
from asylum_rules.errors import ClashError, GapError, TooManyCasesError
from asylum_rules.language.cells import gathered
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, Question, Within
from asylum_rules.model.answer import Path, Said
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase
from asylum_rules.model.rule import Qualifier, Rule

LIMIT: Final = 200_000
"""How many nodes the diagrams of one question may have before an answer is refused as too large."""

R = TypeVar("R", bound=Hashable)


@frozen
class Stated:
    """A case made ready to be decided: its values, those presumed, and the readings asked for."""

    case: CaseBase
    values: Mapping[str, Value]
    presumed: frozenset[str] = field(factory=frozenset)

    def under(self, policy: Policy) -> Mapping[str, Value]:
        """Return the values together with the readings that a policy fixes."""
        return {**self.values, **dict(policy.readings)} if policy.readings else self.values


def state(case: CaseBase, *, presume: bool = True) -> Stated:
    """Return a case made ready to be decided."""
    return Stated(case, *case.known(presume=presume))


class Completions:
    """The completions of a case, for one question and some policies; worked out when first asked for.

    They are cut where other conditions, `also`, cut them too.
    Raises `TooManyCasesError` past `LIMIT` nodes.
    """

    def __init__(
        self, policies: Iterable[Policy], stated: Stated, question: Question, also: Iterable[Condition] = ()
    ) -> None:
        self.stated: Final = stated
        self.question: Final = question
        self._policies = tuple(policies)
        self._also = tuple(also)
        self._answers: dict[int, tuple[Policy, Answers]] = {}
        self._found: dict[int, Partial[Said]] = {}

    @cached_property
    def space(self) -> Space:
        """The completions cut where the rules of every policy cut them, and the other conditions."""
        tests = (*(policy.tests(self.question) for policy in self._policies), gathered(self._also))
        return Space(self.stated.values, self.stated.case.world, tests, LIMIT)

    def of(self, policy: Policy) -> Partial[Said]:
        """Return what a policy says to each completion, by the fewest facts and points that settle it.

        Raises `GapError` and `ClashError` where the rules give no answer or several.
        """
        if id(policy) not in self._found:
            with self.bounded():
                fewest = settled(self.space, self.answers(policy).said(self.question))
                self._found[id(policy)] = self._sound(policy, fewest)
        return self._found[id(policy)]

    def said(self, policy: Policy) -> Partial[Said]:
        """Return what a policy says to each completion; raises as `of` does."""
        with self.bounded():
            return self._sound(policy, partial(self.space, self.answers(policy).said(self.question)))

    def answers(self, policy: Policy) -> Answers:
        """Return the answers of a policy over the completions, flaws and all.

        They are kept by the very policy: one that is read in another way has the same name.
        """
        if id(policy) not in self._answers:
            self._answers[id(policy)] = policy, Answers(policy, self.space)
        return self._answers[id(policy)][1]

    def _sound(self, policy: Policy, whole: Partial[Said | Flaw]) -> Partial[Said]:
        for value in whole.values:
            if isinstance(value, Flaw) and value.rules:
                raise ClashError(policy.id, self.question.name, value.rules)
            if isinstance(value, Flaw):
                raise GapError(policy.id, self.question.name)
        return whole  # type: ignore[return-value]  # no flaw is left

    def rules(self, policy: Policy) -> dict[Rule, Diagram[bool]]:
        """Return the rules that a policy's answers rest on, each with the completions where it counts."""
        with self.bounded():
            return self.answers(policy).responsible(self.question, self.space.possible())

    def counting(self, policy: Policy, qualifier: Qualifier) -> Diagram[bool]:
        """Return where a rule with a qualifier counts for a policy's answer."""
        forest = self.space.forest
        regions = (where for rule, where in self.rules(policy).items() if rule.qualifier is qualifier)
        return fold(forest.either, regions, forest.false)

    def compared(self, base: Policy, other: Policy, operate: Callable[[Said, Said], R]) -> Partial[R]:
        """Return what comes of the answers of two policies to the same completion."""
        one, two = self.of(base), self.of(other)
        with self.bounded():
            return one.joined(two, operate)

    def meet(self, one: Diagram[bool], other: Diagram[bool]) -> bool:
        """Return whether some completion is in both."""
        return self.space.forest.both(one, other) is not self.space.forest.false

    def paths(self, every: Partial[Said], said: Said) -> tuple[Path, ...]:
        """Return when an answer is given: any of these, and in each all of the cells."""
        with self.bounded():
            return every.paths(said)

    def example(self, path: Path) -> tuple[dict[str, Value], dict[str, str]]:
        """Return facts and readings that complete the case along a path."""
        return sample(path, self.stated.values, self.stated.case.facts, self.stated.case.world)

    def facts_of(self, variable: Variable) -> tuple[str, ...]:
        """Return the names of the facts that a variable stands for and that the case does not tell."""
        facts = variable.of if isinstance(variable, Within) else (variable,)
        return tuple(fact.name for fact in facts if isinstance(fact, Fact) and fact.name not in self.stated.values)

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """Raise `TooManyCasesError` where what is worked out inside takes too many nodes."""
        try:
            yield
        except TooLargeError:
            facts = (name for level in sorted(self.space.cells) for name in self.facts_of(self.space.variable(level)))
            raise TooManyCasesError(self.question.name, LIMIT, tuple(facts)) from None
