"""Run a population on this machine: pieces of it in threads, results in order, a folder written whole or not at all."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from itertools import takewhile
from pathlib import Path
from threading import Event
from typing import Final

from attrs import field, frozen

from asylum_rules.aside import whole_folder
from asylum_rules.model.policy import Policy
from asylum_rules.population.analysis import Analysis, Result, analysis, broken, planned, together
from asylum_rules.population.gathered import gathered
from asylum_rules.population.part import chunks, columns, results
from asylum_rules.population.result import Population, marks
from asylum_rules.population.source import Piece, files_of, pieces, rows_of

THREADS: Final = os.cpu_count() or 1

Progress = Callable[[int, int | None], object]
"""Is told how many more rows are done, of how many there are where that is known."""

_NOTHING: Final[Mapping[str, str]] = {}


def population(  # noqa: PLR0913  # as `diff`, and where to
    source: object,
    policies: Iterable[Policy],
    *,
    questions: Iterable[str] | None = None,
    by: Iterable[str] = (),
    under: Mapping[str, str] = _NOTHING,
    presume: bool = True,
    out: Path | str | None = None,
    overwrite: bool = False,
    answers: bool = False,
    progress: Progress = lambda _, __: None,
) -> Population:
    """Say how answers change for every row of a population, from the first policy to each other.

    `source` is the path of a CSV or Parquet file, of a folder or a pattern of them, or a frame that speaks Arrow.
    Columns are named as the facts; a fact without a column, or null, is presumed where `diff` presumes it, and else not
    known. With `out` rows, totals and rejected rows are written to that folder; `answers` gives the rows as a table.

    Raises `InvalidInputError` where nothing can be read or written, or a column looks like a fact misspelt, and beside
    that as `diff` does, for any case at all. A row that is no case is rejected and told.

    >>> import pyarrow as pa
    >>> from asylum_rules import policies
    >>> people = pa.table({"claim": ["refugee", "refugee"], "claimed_on": ["2026-01-05", "2026-04-01"]})
    >>> both = policies["uk/baseline"], policies["uk/latest"]
    >>> found = population(people, both, questions=["leave.length"], by=["claimed_on"])
    >>> found.rows, [(each.how.direction.value, each.rows) for each in found.totals]
    (2, [('same', 1), ('depends', 1)])
    """
    plan = planned(tuple(policies), questions, by, under, presume=presume)
    every = pieces(source)
    with nullcontext() if out is None else whole_folder(Path(out), overwrite=overwrite, keep=files_of(every)) as folder:
        if folder is not None:
            (folder / "rows").mkdir()
        ready = analysis(plan)
        read = columns((piece.names for piece in every), ready)
        run = _Run(
            ready,
            wanted=read.wanted if answers or folder is not None else read.wanted - {"id"},
            folder=folder,
            answers=answers,
            progress=progress,
            rows=rows_of(every),
            marks=marks(plan.policies, synthetic=read.synthetic),
        )
        return gathered(ready, run.results(every), folder, unused=read.unused, synthetic=read.synthetic)


@frozen(eq=False)
class _Run:
    """Some pieces run in threads."""

    ready: Analysis
    wanted: frozenset[str]
    folder: Path | None
    answers: bool
    progress: Progress
    rows: int | None
    """How many there are, where that is known."""
    marks: Mapping[str, str]
    """What every file of rows says of itself."""
    stopped: Event = field(factory=Event)

    def results(self, every: Iterable[Piece]) -> Iterator[Result]:
        """Yield what comes of each piece, in order; a few are worked on ahead."""
        waiting: deque[Future[Result]] = deque()
        pool = ThreadPoolExecutor(THREADS)
        try:
            for number, piece in enumerate(every, start=1):
                waiting.append(pool.submit(self._of_piece, piece, number))
                if len(waiting) > THREADS:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            self.stopped.set()
            pool.shutdown(cancel_futures=True)

    def _of_piece(self, piece: Piece, number: int) -> Result:
        path = None if self.folder is None else self.folder / "rows" / f"part-{number:05}.parquet"
        rows = takewhile(lambda _: not self.stopped.is_set(), chunks(piece, self.wanted))
        found = []
        for result in results(self.ready, rows, path, answers=self.answers, marks=self.marks):
            found.append(result)
            self.progress(result.rows, self.rows)
        return together([*found, broken(piece)])
