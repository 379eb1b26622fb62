"""Run a population on Spark: its workers run what runs here, and a folder appears whole or not at all.

Files are handed out by the piece, and a worker reads its piece as it would be read here: so a cell means the same, a
row has its number in its file, and there is one reader to get wrong. The rows of a Spark frame have no file and no
order; they are numbered within their partition.

A worker writes the answers of its part to a file, and sends back what it counted. Only the file whose count came back
becomes part of the folder, so that a task run twice is there once, and rows and totals are of one run. So workers need
to see the paths that are read and written here.
"""

import pickle
import shutil
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property, partial
from os import environ
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryDirectory
from typing import Final, NoReturn, TypeAlias

import pyarrow as pa
from attrs import frozen

from asylum_rules.aside import whole_folder
from asylum_rules.errors import AsylumRulesError, quoted
from asylum_rules.model.policy import Policy
from asylum_rules.population.analysis import Analysis, Plan, Result, analysis, broken, planned, together
from asylum_rules.population.gathered import gathered
from asylum_rules.population.part import chunks, columns, results
from asylum_rules.population.result import Population, marks
from asylum_rules.population.run import Progress
from asylum_rules.population.source import ROWS, Chunk, Piece, files_of, pieces, rows_of

try:
    from py4j.clientserver import ClientServer
    from py4j.protocol import Py4JError, Py4JJavaError
    from pyspark import Accumulator, Broadcast, SparkConf, SparkContext, TaskContext
    from pyspark.errors import PySparkException, PySparkRuntimeError, PythonException
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import DataFrame, Row, SparkSession
except ModuleNotFoundError as error:
    if error.name not in ("py4j", "pyspark"):
        raise
    raise AsylumRulesError("Spark needs its Python package: pip install asylum-rules[spark]") from None

_NOTHING: Final[Mapping[str, str]] = {}
_SECONDS: Final = 0.5
"""So often progress is told."""


def population_on_spark(  # noqa: PLR0913  # as `population`, and where
    source: object,
    policies: Iterable[Policy],
    *,
    session: SparkSession,
    questions: Iterable[str] | None = None,
    by: Iterable[str] = (),
    under: Mapping[str, str] = _NOTHING,
    presume: bool = True,
    out: Path | str | None = None,
    overwrite: bool = False,
    answers: bool = False,
    progress: Progress = lambda _, __: None,
) -> Population:
    """Say of every row what `population` says, worked out by the workers of a Spark session.

    `source` is what `population` takes, or a Spark frame. Paths are those of the workers too: on a cluster, absolute
    ones on a file system that all share. Raises what `population` raises, and `AsylumRulesError` where Spark fails.
    """
    plan = planned(tuple(policies), questions, by, under, presume=presume)
    frame = source if isinstance(source, DataFrame) else None
    every = pieces(source) if frame is None else ()
    made = nullcontext() if out is None else whole_folder(Path(out), overwrite=overwrite, keep=files_of(every))
    with made as folder, _told_in_one_line():
        ready = analysis(plan)
        read = columns([piece.names for piece in every] if frame is None else [frame.columns], ready)
        if folder is not None:
            (folder / "rows").mkdir()
            _attempts(folder).mkdir()
        work = _Work(
            plan=plan,
            pieces=every,
            wanted=read.wanted if answers or folder is not None else read.wanted - {"id"},
            folder=folder,
            answers=answers,
            marks=marks(plan.policies, synthetic=read.synthetic),
        )
        told = _worked(work, frame, session, progress)
        found = gathered(ready, _results(told, folder), folder, unused=read.unused, synthetic=read.synthetic)
        if folder is not None:
            shutil.rmtree(_attempts(folder))
        return found


def _worked(work: "_Work", frame: DataFrame | None, session: SparkSession, progress: Progress) -> list[Row]:
    """Return what workers tell of each part; progress is told as parts are done.

    Spark is waited for in a thread, so that Ctrl-C here can reach it.
    """
    done = session.sparkContext.accumulator(0)
    rows = rows_of(work.pieces) if frame is None else None
    with ThreadPoolExecutor(1) as pool:
        collected = pool.submit(_collected, work, frame, session, done)
        told, over = 0, False
        while not over:
            over = bool(wait((collected,), _SECONDS).done)
            if (now := done.value) > told:
                progress(now - told, rows)
                told = now
        return collected.result()


def _collected(work: "_Work", frame: DataFrame | None, session: SparkSession, done: "Accumulator[int]") -> list[Row]:
    shared = session.sparkContext.broadcast(work)
    if frame is None:
        many = len(work.pieces)
        parts, worked = session.range(0, many, 1, many), partial(_of_pieces, shared, done)
    else:
        parts, worked = frame.select(_selected(frame, work.wanted)), partial(_of_frame, shared, done)
    try:
        with _pandas_unmentioned():
            found: list[Row] = parts.mapInArrow(worked, "told binary").collect()
        return found
    finally:
        shared.unpersist()


def _selected(frame: DataFrame, wanted: frozenset[str]) -> list[str]:
    """Return the columns to hand out: one at least, or there would be no rows."""
    return [name for name in frame.columns if name in wanted] or [f"`{frame.columns[0].replace('`', '``')}`"]


def _attempts(folder: Path) -> Path:
    """Return where workers write: any of these files may be half written, or be there twice."""
    return folder / "attempts"


_Batches: TypeAlias = Iterable[pa.RecordBatch]


@frozen(eq=False)
class _Told:
    """What a worker tells of its part."""

    number: int
    """The place of the part among the others."""
    result: Result
    written: str | None
    """The name of the file of its answers, where one was written."""


@frozen(eq=False, kw_only=True)
class _Work:
    """What every worker needs. Broadcast, so that a process of a worker has one, made ready once for all its tasks."""

    plan: Plan
    pieces: tuple[Piece, ...]
    wanted: frozenset[str]
    folder: Path | None
    answers: bool
    marks: Mapping[str, str]

    @cached_property
    def ready(self) -> Analysis:
        return analysis(self.plan)

    def of_piece(self, number: int) -> _Told:
        """Return what comes of a piece."""
        piece = self.pieces[number]
        result, written = self._of(number, chunks(piece, self.wanted))
        return _Told(number, together([result, broken(piece)]), written)

    def of_partition(self, number: int, batches: _Batches) -> _Told:
        """Return what comes of a partition of a frame."""
        return _Told(number, *self._of(number, _numbered(f"partition {number}", batches)))

    def _of(self, number: int, rows: Iterable[Chunk]) -> tuple[Result, str | None]:
        path = None
        if self.folder is not None:
            path = _attempts(self.folder) / f"{number}-{TaskContext.get().taskAttemptId()}.parquet"
        found = list(results(self.ready, rows, path, answers=self.answers, marks=self.marks))
        return together(found), path.name if path is not None and found else None


def _of_pieces(work: "Broadcast[_Work]", done: "Accumulator[int]", numbers: _Batches) -> Iterator[pa.RecordBatch]:
    for number in (number for batch in numbers for number in batch.column(0).to_pylist()):
        yield _sent(done, partial(work.value.of_piece, number))


def _of_frame(work: "Broadcast[_Work]", done: "Accumulator[int]", batches: _Batches) -> Iterator[pa.RecordBatch]:
    yield _sent(done, partial(work.value.of_partition, TaskContext.get().partitionId(), batches))


def _sent(done: "Accumulator[int]", work: Callable[[], _Told]) -> pa.RecordBatch:
    """Return what is told of a part; or what is wrong, to be raised where it can be told in one line."""
    told: _Told | Exception
    try:
        told = work()
        done.add(told.result.rows)
    except (AsylumRulesError, OSError) as error:
        told = error
    return pa.RecordBatch.from_pydict({"told": [pickle.dumps(told)]})


def _numbered(file: str, batches: Iterable[pa.RecordBatch]) -> Iterator[Chunk]:
    """Yield the rows of a partition, numbered, in batches as large as those of a file."""
    first = 1
    for batch in _larger(batches):
        yield Chunk(file, batch, first)
        first += batch.num_rows


def _larger(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        if sum(each.num_rows for each in held) >= ROWS:
            yield from pa.Table.from_batches(held).combine_chunks().to_batches()
            held = []
    if held:
        yield from pa.Table.from_batches(held).combine_chunks().to_batches()


def _results(records: Iterable[Row], folder: Path | None) -> Iterator[Result]:
    """Yield what workers told of each part, its answers moved to their place. Raises what one of them met."""
    for record in records:
        told = pickle.loads(record.told)  # noqa: S301  # from the workers
        if isinstance(told, Exception):
            raise told
        if folder is not None and told.written is not None:
            (_attempts(folder) / told.written).rename(folder / "rows" / f"part-{told.number + 1:05}.parquet")
        yield told.result


@contextmanager
def session_on(master: str = "local[*]") -> Iterator[SparkSession]:
    """Give a session of Spark that says nothing on the terminal, and stop it at the end.

    On this machine nobody else reaches it, and its workers run the Python that runs here. Raises `AsylumRulesError`
    where Spark does not start.
    """
    with TemporaryDirectory(prefix="asylum-rules-") as aside:
        settings = {"spark.ui.enabled": "false", "spark.sql.warehouse.dir": aside, "spark.log.level": "OFF"}
        local = master.startswith("local")
        if local:
            settings |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
        conf = SparkConf().setMaster(master).setAppName("asylum-rules").setAll([*settings.items()])
        with _pandas_unmentioned(), _told_in_one_line():
            gateway = _gateway(conf)
            try:
                session = SparkSession(SparkContext(conf=conf, gateway=gateway))
            except ValueError as error:
                _fail("this process has a session already", error)
        if local and "PYSPARK_PYTHON" not in environ:
            session.sparkContext.pythonExec = sys.executable
        try:
            yield session
        finally:
            session.stop()


def _gateway(conf: SparkConf) -> ClientServer:
    """Return the Java that this process has, or start it: it says nothing, and Python alone is told of Ctrl-C."""
    quietly = {"stdout": DEVNULL, "stderr": DEVNULL, "start_new_session": True}
    try:
        return SparkContext._gateway or launch_gateway(conf, quietly)  # noqa: SLF001  # where it is kept
    except PySparkRuntimeError as error:
        raise AsylumRulesError(
            f"Spark did not start on {quoted(conf.get('spark.master'))}: it takes Java 17 or newer, and a URL it knows"
        ) from error


def _pandas_unmentioned() -> AbstractContextManager[object]:
    """Leave out what Spark warns of about pandas, which is not used here."""
    return warnings.catch_warnings(action="ignore", category=FutureWarning)


@contextmanager
def _told_in_one_line() -> Iterator[None]:
    try:
        yield
    except PythonException as error:
        _fail(str(error).rstrip().rpartition("\n")[2], error)
    except PySparkException as error:
        _fail(str(error).strip().partition("\n")[0], error)
    except Py4JJavaError as error:
        _fail(str(error.java_exception).partition("\n")[0], error)
    except Py4JError as error:
        _fail(str(error).partition("\n")[0], error)


def _fail(why: str, error: Exception) -> NoReturn:
    raise AsylumRulesError(f"Spark failed: {why}") from error
