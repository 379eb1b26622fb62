"""Run a population on this machine: pieces of it in threads, results in order, a folder written whole or not at all."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from threading import Event
from typing import Any, Final, Self

import pyarrow.parquet as pq
from attrs import evolve, field, frozen

from asylum_rules.folder import made_whole
from asylum_rules.model.policy import Policy
from asylum_rules.population.analysis import Analysis, Result, analysis, broken, planned, together
from asylum_rules.population.batch import unused
from asylum_rules.population.gathered import gathered
from asylum_rules.population.result import Population, marks
from asylum_rules.population.source import UNREADABLE, Chunk, Piece, pieces, unreadable

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
    names = tuple(dict.fromkeys(name for piece in every for name in piece.names))
    synthetic = "synthetic" in names
    with nullcontext() if out is None else made_whole(Path(out), overwrite=overwrite) as folder:
        if folder is not None:
            (folder / "rows").mkdir()
        ready = analysis(plan)
        spare = unused(names, ready.reader.facts, ready.reader.case)
        run = _Run(
            ready,
            wanted=_wanted(every, ready),
            folder=folder,
            answers=answers or folder is not None,
            progress=progress,
            rows=_how_many(every),
            marks=marks(plan.policies, synthetic=synthetic),
        )
        return gathered(ready, run.results(every), folder, unused=spare, synthetic=synthetic)


def _how_many(every: Iterable[Piece]) -> int | None:
    sizes = [piece.rows for piece in every]
    return None if None in sizes else sum(size for size in sizes if size is not None)


def _wanted(every: Sequence[Piece], ready: Analysis) -> frozenset[str]:
    """Return the columns to read: the facts that matter, and the id where every row has one."""
    facts = {fact.name for fact in ready.reader.facts}
    return frozenset(facts | {"id"} if all("id" in piece.names for piece in every) else facts)


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
        names = tuple(name for name in piece.names if name in self.wanted)
        path = None if self.folder is None else self.folder / "rows" / f"part-{number:05}.parquet"
        results = []
        with nullcontext() if path is None else _Part(path, self.marks) as part:
            for chunk in _chunks(piece, names):
                if self.stopped.is_set():
                    break
                result = self.ready.read(chunk, answers=self.answers)
                results.append(result if part is None else part.written(result))
                self.progress(result.rows, self.rows)
        return together([*results, broken(piece)])


class _Part:
    """A file of rows, opened with the first of them."""

    def __init__(self, path: Path, marks: Mapping[str, str]) -> None:
        self._path: Final = path
        self._marks: Final = marks
        self._writer: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._writer is not None:
            self._writer.close()

    def written(self, result: Result) -> Result:
        """Write the answers of a batch, and return the result without them."""
        for batch in result.answers:
            if self._writer is None:
                schema = batch.schema.with_metadata(self._marks)
                self._writer = pq.ParquetWriter(self._path, schema, compression="zstd", compression_level=1)
            self._writer.write_batch(batch.replace_schema_metadata(self._marks))
        return evolve(result, answers=())


def _chunks(piece: Piece, names: tuple[str, ...]) -> Iterator[Chunk]:
    try:
        yield from piece.read(names)
    except UNREADABLE as error:
        raise unreadable(piece.file, error) from None
