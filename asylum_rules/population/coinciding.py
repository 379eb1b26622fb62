"""Answers that are formulas, and come to the same for some rows: there they are one answer."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np

from asylum_rules.model.answer import Formula, Said
from asylum_rules.population.ends import Finder
from asylum_rules.population.formula import facts_of, in_row
from asylum_rules.population.scale import NONE, Array, at, row_of


class Coinciding:
    """Some answers of one policy, of which some are formulas."""

    def __init__(self, answers: Iterable[Said], finder: Finder) -> None:
        self._answers: Final = sorted(answers, key=lambda each: (isinstance(each[1], Formula), str(each)))
        """Those that are no formula first, so that a formula gives way to them."""
        self._ends: Final = [finder.ends_of(each) for each in self._answers]
        self.facts: Final = tuple({fact.name: fact for each in self._answers for fact in facts_of(each)}.values())

    @property
    def some(self) -> bool:
        """Whether any two may ever come to the same."""
        return bool(self.facts) and len(self._answers) > 1

    def sorts(self, rows: Array, numbers: Mapping[str, Array]) -> list[Array]:
        """Return columns that are alike for rows for which the same answers come to the same."""
        ends = [each(rows, numbers) for each in self._ends]
        columns = [np.clip(at(numbers[fact.name], rows), NONE, 0) for fact in self.facts]
        for place, (least, most) in enumerate(ends):
            if isinstance(self._answers[place][1], Formula):
                first = np.full(rows.size, place, dtype=np.int64)
                for earlier in range(place - 1, -1, -1):
                    first[(ends[earlier][0] == least) & (ends[earlier][1] == most)] = earlier
                columns.append(first)
        return columns

    def same(self, stated: Sequence[int]) -> dict[Said, Said]:
        """Return for each answer the first that comes to the same for a row that states these numbers of the facts."""
        row = row_of(self.facts, stated)
        firsts: dict[Said, Said] = {}
        return {each: firsts.setdefault(in_row(each, row), each) for each in self._answers}
