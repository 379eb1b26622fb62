"""Where rows come from: CSV and Parquet files, folders and patterns of them, or a frame in memory."""

import csv
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from glob import glob, has_magic
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq
from attrs import field, frozen

from asylum_rules.errors import InvalidInputError, Problem, path_named, quoted
from asylum_rules.population.scale import Array

ROWS: Final = 1 << 18
"""How many rows a batch has at most."""
PIECE: Final = 1 << 20
"""How many rows small row groups are put together to."""
SUFFIXES: Final = (".csv", ".parquet")
UNREADABLE: Final = (pa.ArrowException, OSError, csv.Error)
"""What reading a file may end in."""
_BLOCK: Final = 1 << 24
"""How many bytes of a CSV file are read at a time."""


@frozen(eq=False)
class Chunk:
    """A batch of rows, each with its number in the file, counted from one."""

    file: str
    """The file they are of; empty for a frame in memory."""
    batch: pa.RecordBatch
    first: int
    """The number of its first row."""
    given: Array | None = None
    """The numbers of its rows, where they do not follow one another."""

    @property
    def numbers(self) -> Array:
        """The numbers of its rows."""
        return np.arange(self.first, self.first + self.batch.num_rows) if self.given is None else self.given


@frozen(eq=False)
class Piece:
    """Some rows of one source, read when and where asked for: it pickles."""

    file: str
    """The file they are of; empty for a frame in memory."""
    names: tuple[str, ...]
    """The columns there are."""
    rows: int | None
    """How many rows there are; None where that is not known before they are read."""
    read: Callable[[tuple[str, ...]], Iterator[Chunk]]
    """Gives the rows with some of the columns."""
    broken: list[tuple[int, str]] = field(factory=list)
    """The rows that could not be read at all, once the others have been: number and reason."""

    def __attrs_post_init__(self) -> None:
        repeated = tuple(dict.fromkeys(name for name in self.names if self.names.count(name) > 1))
        if repeated:
            problems = tuple(Problem("", f"column {quoted(name)} is given twice") for name in repeated)
            raise InvalidInputError(quoted(self.file) if self.file else "population", problems)


def pieces(source: object) -> tuple[Piece, ...]:
    """Return the pieces of a source: a path, a pattern, or anything that gives an Arrow stream or array.

    Raises `InvalidInputError` where there is nothing to read, or a file is none that can be read.
    """
    if isinstance(source, str | Path):
        return tuple(piece for path in _files(source) for piece in _of_file(path))
    if hasattr(source, "__arrow_c_stream__") or hasattr(source, "__arrow_c_array__"):
        return tuple(_of_frame(source))
    raise InvalidInputError("population", (Problem("", "expected a path or a frame that speaks Arrow"),))


def rows_of(every: Sequence[Piece]) -> int | None:
    """Return how many rows some pieces have, where that is known before they are read."""
    sizes = [piece.rows for piece in every if piece.rows is not None]
    return sum(sizes) if len(sizes) == len(every) else None


def files_of(every: Iterable[Piece]) -> set[Path]:
    """Return the files that some pieces are of."""
    return {Path(piece.file) for piece in every if piece.file}


def _files(source: str | Path) -> list[Path]:
    path = Path(source)
    if path.is_dir():
        found = sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES)
    elif path.exists() or not has_magic(str(source)):
        found = [path]
    else:
        found = sorted(map(Path, glob(str(source), recursive=True)))  # noqa: PTH207  # a pattern with a folder before it
    if not found:
        raise _refused(path, f"holds no file whose name ends in {' or '.join(SUFFIXES)}")
    return found


def _refused(path: Path, what: str) -> InvalidInputError:
    return InvalidInputError(path_named(path), (Problem("", what),))


def _of_file(path: Path) -> Iterator[Piece]:
    try:
        match path.suffix.lower():
            case ".parquet":
                yield from _of_parquet(path)
            case ".csv":
                yield _of_csv(path)
            case _:
                raise _refused(path, f"expected a file whose name ends in {' or '.join(SUFFIXES)}")
    except UNREADABLE as error:
        raise unreadable(str(path), error) from None


def unreadable(file: str, error: Exception) -> InvalidInputError:
    """Return why a file cannot be read, in one line."""
    known = isinstance(error, OSError) and error.errno
    why = os.strerror(known) if known else str(error).partition("\n")[0]
    return InvalidInputError(quoted(file), (Problem("", f"cannot be read: {why}"),))


def _of_parquet(path: Path) -> Iterator[Piece]:
    with pq.ParquetFile(path) as file:
        names = tuple(file.schema_arrow.names)
        sizes = [file.metadata.row_group(place).num_rows for place in range(file.num_row_groups)]
    first = 1
    for groups in _shared_out(sizes):
        size = sum(sizes[group] for group in groups)
        yield Piece(str(path), names, size, partial(_row_groups, path, groups, first))
        first += size


def _row_groups(path: Path, groups: list[int], first: int, columns: tuple[str, ...]) -> Iterator[Chunk]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(ROWS, row_groups=groups, columns=list(columns), use_threads=False):
            yield _numbered(str(path), batch, first)
            first += batch.num_rows


def _shared_out(sizes: Sequence[int]) -> list[list[int]]:
    """Return the row groups of a file in order, neighbours together until they make a piece."""
    shares: list[list[int]] = [[]]
    held = 0
    for group, size in enumerate(sizes):
        if held and held + size > PIECE:
            shares.append([])
            held = 0
        shares[-1].append(group)
        held += size
    return shares


def _numbered(file: str, batch: pa.RecordBatch, first: int) -> Chunk:
    return Chunk(file, batch, first)


def _of_csv(path: Path) -> Piece:
    with path.open(encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        names = tuple(next(csv.reader(file), ()))
    if not names:
        raise _refused(path, "is empty, expected a first line of column names")
    broken: list[tuple[int, str]] = []
    return Piece(str(path), names, None, partial(_lines, path, broken), broken)


def _lines(path: Path, broken: list[tuple[int, str]], columns: tuple[str, ...]) -> Iterator[Chunk]:
    broken.clear()

    def refuse(row: Any) -> str:  # noqa: ANN401  # pragma: no cover  # untyped, and called in a thread of Arrow's
        broken.append((row.number - 1, f"has {row.actual_columns} columns, expected {row.expected_columns}"))
        return "skip"

    opened = pcsv.open_csv(
        path,
        read_options=pcsv.ReadOptions(use_threads=False, block_size=_BLOCK),
        parse_options=pcsv.ParseOptions(invalid_row_handler=refuse, newlines_in_values=True),
        convert_options=pcsv.ConvertOptions(
            column_types={name: pa.string() if name == "id" else pa.binary() for name in columns},
            include_columns=list(columns),
            strings_can_be_null=True,
            null_values=[""],
        ),
    )
    next_ = 1
    for batch in opened:
        skipped = {number for number, _ in broken if number >= next_}
        numbers = np.setdiff1d(np.arange(next_, next_ + batch.num_rows + len(skipped)), list(skipped))[: batch.num_rows]
        yield Chunk(str(path), batch, next_, numbers if skipped else None)
        next_ = int(numbers[-1]) + 1 if numbers.size else next_


def _of_frame(frame: object) -> Iterator[Piece]:
    table = pa.table(frame) if hasattr(frame, "__arrow_c_stream__") else pa.table(pa.record_batch(frame))
    first = 1
    for batch in table.to_batches(ROWS) or [pa.RecordBatch.from_pylist([], table.schema)]:
        yield Piece("", tuple(table.schema.names), batch.num_rows, partial(_columns, batch, first))
        first += batch.num_rows


def _columns(batch: pa.RecordBatch, first: int, columns: tuple[str, ...]) -> Iterator[Chunk]:
    yield _numbered("", batch.select(list(columns)), first)
