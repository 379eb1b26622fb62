"""A part of a population: what comes of its rows, and a file of their answers where one is asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final, Self

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import evolve, frozen

from asylum_rules.population.analysis import Analysis, Result
from asylum_rules.population.batch import unused
from asylum_rules.population.source import UNREADABLE, Chunk, Piece, unreadable


@frozen
class Columns:
    """The columns of a population."""

    wanted: frozenset[str]
    """Those to read: the facts that matter, and the id where every row has one."""
    unused: tuple[str, ...]
    """Those that no question reads."""
    synthetic: bool
    """One says that nobody there is real."""


def columns(every: Iterable[Sequence[str]], ready: Analysis) -> Columns:
    """Return what is read of some pieces, given the columns of each.

    Raises `InvalidInputError` where one looks like a fact misspelt, or where none is read at all.
    """
    every = tuple(every)
    names = tuple(dict.fromkeys(name for each in every for name in each))
    facts = {fact.name for fact in ready.reader.facts}
    wanted = facts | {"id"} if all("id" in each for each in every) else facts
    return Columns(frozenset(wanted), unused(names, ready.reader.facts, ready.reader.case), "synthetic" in names)


def chunks(piece: Piece, wanted: frozenset[str]) -> Iterator[Chunk]:
    """Yield the rows of a piece. Raises `InvalidInputError` where it cannot be read."""
    try:
        yield from piece.read(tuple(name for name in piece.names if name in wanted))
    except UNREADABLE as error:
        raise unreadable(piece.file, error) from None


def results(
    ready: Analysis, rows: Iterable[Chunk], path: Path | None, *, answers: bool, marks: Mapping[str, str]
) -> Iterator[Result]:
    """Yield what comes of each batch; with a path its answers stand there, marked, and not in the results."""
    with nullcontext() if path is None else _File(path, marks) as file:
        for chunk in rows:
            result = ready.read(chunk, answers=answers or file is not None)
            yield result if file is None else file.written(result)


class _File:
    """A file of answers, opened with the first of them."""

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
                self._writer = pq.ParquetWriter(self._path, schema, **_settings(schema))
            self._writer.write_batch(batch.replace_schema_metadata(self._marks))
        return evolve(result, answers=())


def _settings(schema: pa.Schema) -> dict[str, Any]:
    """Return how rows are written: of words no least and most, which nobody asks for; ids by how they differ."""
    words = {column.name for column in schema if pa.types.is_dictionary(column.type)}
    numbered = {"id", "row"} & {column.name for column in schema if pa.types.is_integer(column.type)}
    return {
        "compression": "zstd",
        "compression_level": 1,
        "write_statistics": [name for name in schema.names if name not in words],
        "use_dictionary": [name for name in schema.names if name not in numbered],
        "column_encoding": dict.fromkeys(numbered, "DELTA_BINARY_PACKED"),
    }
