"""Rows of an Arrow batch as numbers of facts, without those that are no case."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Final

import numpy as np
import pyarrow as pa
from attrs import frozen

from asylum_rules.errors import InvalidInputError, Problem, UnknownNameError
from asylum_rules.language.subjects import Fact
from asylum_rules.model.profile import CaseBase
from asylum_rules.population.column import Column, Columns, Plain, Scribe, as_given, held, plainer
from asylum_rules.population.kernel import Kernel
from asylum_rules.population.scale import UNKNOWN, Array, width_of

_ALIKE: Final = 0.85
"""How like the name of a fact that of a column is which is taken for it misspelt."""
LABELS: Final = ("id", "name", "synthetic")
"""Columns that a population may have and that are no facts."""


@frozen(eq=False)
class Rows:
    """The rows of a batch that are cases, as numbers; and why each other row is none."""

    size: int
    """How many of them there are."""
    kept: Array | None
    """Their places in the batch; None where every row is one."""
    columns: Columns
    cells: Callable[[str], Array]
    """Gives the cells of a fact."""
    rejected: tuple[tuple[int, str], ...]
    """The places of the other rows, with the reason."""


@frozen(eq=False)
class Reader:
    """Reads batches for a kernel; a fact without a column, or null, is presumed where it may be, and else not known."""

    kernel: Kernel
    case: CaseBase
    scribes: tuple[Scribe, ...]
    """One for each fact that is looked at; other columns are not."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that are looked at."""
        return tuple(scribe.fact for scribe in self.scribes)

    def read(self, batch: pa.RecordBatch) -> Rows:
        """Return the rows of a batch that are cases."""
        present = set(batch.schema.names)
        by_fact: dict[str, Column] = {}
        bad = np.zeros(batch.num_rows, dtype=np.bool_)
        for scribe in self.scribes:
            name = scribe.fact.name
            if name in present:
                by_fact[name] = column = scribe.read(batch.column(name))
                is_bad = column.is_bad
                if is_bad is not None:
                    bad |= is_bad
                    by_fact[name] = Plain(np.where(is_bad, UNKNOWN, column.numbers))
            else:
                by_fact[name] = Plain(np.array(scribe.absent, dtype=width_of(scribe.fact)))
        columns = Columns(by_fact)
        cells = self.kernel.cells(columns)
        bad |= self.kernel.refused(cells, columns, batch.num_rows)
        if not bad.any():
            return Rows(batch.num_rows, None, columns, cells, ())
        kept = np.flatnonzero(~bad)
        refused = np.flatnonzero(bad)
        reasons = tuple(zip(refused.tolist(), self._reasons(batch, refused), strict=True))
        columns = columns.among(kept)
        return Rows(kept.size, kept, columns, self.kernel.cells(columns), reasons)

    def _reasons(self, batch: pa.RecordBatch, rows: Array) -> Iterator[str]:
        """Yield why each of some rows is no case, as a case file of the same facts would be refused."""
        present = [fact for fact in self.facts if fact.name in batch.schema.names]
        columns = [(fact, plainer(batch.column(fact.name))) for fact in present]
        for row in rows.tolist():
            stated = {fact.name: as_given(fact, held(column[row])) for fact, column in columns}
            try:
                type(self.case)(name=None, **stated)
            except InvalidInputError as error:
                yield "; ".join(map(str, error.problems))
            else:
                raise AssertionError("a row that is rejected is no case")


def unused(names: Sequence[str], facts: Iterable[Fact], case: CaseBase) -> tuple[str, ...]:
    """Return the columns that no question reads.

    Raises `InvalidInputError` where one looks like a fact misspelt, or where none is read at all.
    """
    known = [fact.name for fact in case.facts]
    others = [name for name in names if name not in known and name not in LABELS]
    alike = {name: get_close_matches(name.lower(), known, n=1, cutoff=_ALIKE) for name in others}
    misspelt = (UnknownNameError("fact", name, tuple(known)) for name in others if alike[name])
    problems = tuple(Problem("", str(each)) for each in misspelt)
    if problems:
        raise InvalidInputError("columns", problems)
    read = {fact.name for fact in facts}
    if read and read.isdisjoint(names):
        raise InvalidInputError("columns", (Problem("", "none is named as a fact that these questions read"),))
    return tuple(name for name in names if name not in read and name not in LABELS)
