"""Two policies asked one question about every completion of a case."""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

from attrs import evolve, field, frozen

from asylum_rules.cells.answers import Answers
from asylum_rules.cells.partial import Partial
from asylum_rules.cells.space import Space
from asylum_rules.decide.chosen import read_each
from asylum_rules.decide.completions import Completions, Stated
from asylum_rules.errors import TooManyCasesError
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Said
from asylum_rules.model.policy import Policy

Pair: TypeAlias = tuple[Said, Said]
"""An old answer and a new one."""


@frozen(eq=False, slots=False)
class Asked:
    """Two policies asked one question. `headlines` are readings that are taken for granted.

    The completions are cut where other conditions, `also`, cut them too.
    """

    base: Policy
    other: Policy
    question: Question
    stated: Stated
    headlines: Mapping[str, str] = field(factory=dict)
    also: tuple[Condition, ...] = ()

    @property
    def policies(self) -> tuple[Policy, Policy]:
        """The old and the new policy."""
        return self.base, self.other

    @cached_property
    def granted(self) -> Mapping[str, str]:
        """The readings taken for granted that could matter."""
        read = {point.name for each in self.policies for point in each.points(self.question)}
        return {name: reading for name, reading in self.headlines.items() if name in read}

    @cached_property
    def read(self) -> tuple[Policy, Policy]:
        """The old and the new policy with what is taken for granted."""
        old, new = read_each(self.policies, self.base.profile, self.granted)
        return old, new

    @cached_property
    def completions(self) -> Completions:
        """The completions, with what is taken for granted."""
        return Completions(self.read, self.stated, self.question, self.also)

    @property
    def space(self) -> Space:
        """The space of those completions."""
        return self.completions.space

    @cached_property
    def pairs(self) -> Partial[Pair]:
        """What the two policies say to each completion."""
        return self.completions.compared(*self.read, lambda old, new: (old, new))

    @cached_property
    def answers(self) -> tuple[Answers, Answers]:
        """The answers of the old and of the new policy."""
        old, new = self.read
        return self.completions.answers(old), self.completions.answers(new)

    @cached_property
    def free(self) -> "Asked":
        """The same with nothing taken for granted; itself where nothing is, or where all at once would be too large."""
        if not self.granted:
            return self
        free = evolve(self, headlines={})
        try:
            free.pairs  # noqa: B018  # worked out here once, or found too large
        except TooManyCasesError:
            return self
        return free
