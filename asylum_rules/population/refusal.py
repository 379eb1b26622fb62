"""Rows that no case can be: dates out of order, counts that do not add up, things that never go together."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce as fold
from typing import Final

import numpy as np

from asylum_rules.cells.space import Space
from asylum_rules.decide.completions import LIMIT
from asylum_rules.language.cells import World, gathered
from asylum_rules.language.nodes import Condition
from asylum_rules.population.scale import Array
from asylum_rules.population.steps import Steps, led, steps_of


class Refusals:
    """What the world rules out, over columns of numbers cut by some conditions."""

    def __init__(self, world: World, also: Sequence[Condition]) -> None:
        self._world: Final = world
        self.space: Final = Space({}, world, (gathered(also),), LIMIT)
        forest = self.space.forest
        never = (self.space.where(each.when, self.space.passing) for each in world.impossible)
        ruled_out = fold(forest.either, never, forest.false)
        self._steps: Final[Steps[bool]] = steps_of(ruled_out, self.space, lambda node: fold(forest.both, node.arms))
        ends = np.array([end is forest.true for end in self._steps.ends], dtype=np.bool_)
        self._told: Final = ends.take(self._steps.steps[-1].entries)

    def __call__(self, cells: Callable[[str], Array], numbers: Mapping[str, Array], rows: int) -> Array:
        """Return which rows are ruled out by what is known of them."""
        found = self._told.take(led(self._steps, cells, rows))
        for first, then in self._world.orders:
            early, late = numbers[first.name], numbers[then.name]
            if early.ndim or late.ndim:
                found |= (late < early) & (late >= 0)
        for total in self._world.sums:
            whole, parts = numbers[total.whole.name], [numbers[part.name] for part in total.parts]
            if whole.ndim or any(part.ndim for part in parts):
                found |= (whole >= 0) & (whole <= fold(np.add, [np.maximum(part, 0) for part in parts]))
        return found
