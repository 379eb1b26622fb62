"""Random whole cases, a million of them in minutes: values at and beside the thresholds that some policies mention."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Final

from attrs import frozen

from asylum_rules import CaseProfile, Policy
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact
from asylum_rules.model.profile import impossibilities
from asylum_rules.model.world import PERSON_WORLD
from asylum_rules.testing.strategies import edge_values
from asylum_rules.units.word import Word

_FIRST: Final = date(2018, 1, 1)
_TOGETHER: Final = 20


@frozen
class Drawer:
    """Draws whole cases: of each fact a value on an edge or an ordinary one, never a case that the world rules out."""

    values: Mapping[str, tuple[Value, ...]]

    def rows(self, count: int, seed: int) -> Iterator[dict[str, Value]]:
        """Yield so many cases, the same for the same seed. What ties facts together is drawn once for several."""
        random = Random(seed)  # noqa: S311  # repeatable on purpose
        free = {name: values for name, values in self.values.items() if name not in PERSON_WORLD.tied}
        tied = {name: values for name, values in self.values.items() if name in PERSON_WORLD.tied}
        for at in range(count):
            if at % _TOGETHER == 0:
                together = _possible(tied, random)
            yield {**together, **_drawn(free, random)}


def _possible(values: Mapping[str, tuple[Value, ...]], random: Random) -> dict[str, Value]:
    """Return a value of each of some facts, such that the world allows them together."""
    while True:
        drawn = _drawn(values, random)
        if not impossibilities(PERSON_WORLD, drawn):
            return drawn


def _drawn(values: Mapping[str, tuple[Value, ...]], random: Random) -> dict[str, Value]:
    return {name: each[int(random.random() * len(each))] for name, each in values.items()}


def drawer(policies: Iterable[Policy]) -> Drawer:
    """Return what draws cases for some policies."""
    conditions = [
        condition for policy in policies for question in policy.questions for condition in policy.conditions(question)
    ]
    return Drawer({fact.name: (*edge_values(fact, conditions), *_ordinary(fact)) for fact in CaseProfile.facts})


def _ordinary(fact: Fact) -> tuple[Value, ...]:
    nothing: tuple[Value, ...] = (Word.NONE,) if fact.none else ()
    match fact.kind:
        case Kind.DATE:
            return (*(_FIRST + timedelta(days=173 * step) for step in range(24)), *nothing)
        case Kind.YES_NO:
            return (True, False, *nothing)
        case Kind.CODE:
            return (*fact.codes, *nothing)
        case Kind.COUNT:
            return (0, 1, 3, 7, 20)
        case _:
            return nothing
