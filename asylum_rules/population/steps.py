"""A decision diagram as tables of steps: a row goes from state to state by the cells of its facts."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeAlias, TypeVar

import numpy as np
from attrs import frozen

from asylum_rules.cells.diagram import Branch, Diagram, levels
from asylum_rules.cells.space import Space
from asylum_rules.language.subjects import Point
from asylum_rules.population.scale import CELL, Array

R = TypeVar("R")
Numbers: TypeAlias = np.ndarray[Any, np.dtype[np.int32]]

MOST_ENTRIES: Final = 1 << 16
"""How many entries a table may have, unless it is of one variable: as many as sixteen bits tell apart."""


@frozen(eq=False)
class Step:
    """A table that leads from each state, by the cells of some variables, to the next."""

    variables: tuple[str, ...]
    widths: tuple[int, ...]
    """For each variable its cells, and one more for a value that is not known."""
    table: Numbers
    """One row a state, one column a combination of cells, the last variable the quickest to change."""

    @property
    def entries(self) -> Numbers:
        """The entries of the table, one after another."""
        return self.table.reshape(-1)

    def entry(self, at: Array, cells: Callable[[str], Array]) -> Array:
        """Return the entry of each row, from the state it is in and the cells of its variables."""
        width = np.dtype(CELL if self.table.size < MOST_ENTRIES else np.int32)
        found = at.astype(width)
        for name, many in zip(self.variables, self.widths, strict=True):
            found *= width.type(many)
            found += cells(name)
        return found


@frozen(eq=False)
class Steps(Generic[R]):
    """The steps of a function of facts, and what each last state stands for.

    That is what the function comes to with these facts, a function of open points; None where something matters that
    is not known of the row.
    """

    steps: tuple[Step, ...]
    ends: tuple[Diagram[R] | None, ...]


def _give_up(_: Branch[R]) -> Diagram[R] | None:
    return None


def steps_of(
    diagram: Diagram[R], space: Space, unknown: Callable[[Branch[R]], Diagram[R] | None] = _give_up
) -> Steps[R]:
    """Return a function over a space as steps; `unknown` says where what is not known leads, if anywhere."""
    tested = [level for level in sorted(levels(diagram)) if not isinstance(space.variable(level), Point)]
    states: list[Diagram[R] | None] = [diagram]
    done: list[Step] = []
    names: list[str] = []
    widths: list[int] = []
    table: Numbers = np.zeros((1, 1), dtype=np.int32)
    for level in tested:
        moves, after = _moves(states, level, len(space.cells[level]), unknown)
        if names and table.size * moves.shape[1] > MOST_ENTRIES:
            done.append(Step(tuple(names), tuple(widths), table))
            names, widths, table = [], [], np.arange(len(states), dtype=np.int32)[:, None]
        table = moves[table].reshape(len(table), -1)
        names.append(space.variable(level).name)
        widths.append(moves.shape[1])
        states = after
    done.append(Step(tuple(names), tuple(widths), table))
    return Steps(tuple(done), tuple(states))


def _moves(
    states: Sequence[Diagram[R] | None], level: int, width: int, unknown: Callable[[Branch[R]], Diagram[R] | None]
) -> tuple[Numbers, list[Diagram[R] | None]]:
    """Return for each state and each cell of a variable, and for one not known, the number of the next state."""
    numbers: dict[Diagram[R] | None, int] = {}
    rows = [
        [numbers.setdefault(each, len(numbers)) for each in _arms(state, level, width, unknown)] for state in states
    ]
    return np.array(rows, dtype=np.int32), list(numbers)


def _arms(
    state: Diagram[R] | None, level: int, width: int, unknown: Callable[[Branch[R]], Diagram[R] | None]
) -> tuple[Diagram[R] | None, ...]:
    if not isinstance(state, Branch) or state.level != level:
        return (state,) * (width + 1)
    return (*state.arms, unknown(state))


def led(steps: Steps[R], cells: Callable[[str], Array], rows: int) -> Array:
    """Return for each row its entry in the table of the last step; `cells` gives the cells of a variable."""
    *earlier, last = steps.steps
    at: Array = np.zeros(rows, dtype=CELL)
    for step in earlier:
        at = step.entries.take(step.entry(at, cells))
    return last.entry(at, cells)
