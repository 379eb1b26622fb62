"""A file of made-up people, CSV or Parquet, that appears whole or not at all: written aside, then moved."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Self

import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

from asylum_rules.errors import InvalidInputError, Problem, quoted
from asylum_rules.population.synthesis import schema, synthesise

Progress = Callable[[int, int], object]
"""Is told how many more rows are written, of how many."""


def write_synthetic(
    count: int, out: Path, *, seed: int = 0, overwrite: bool = False, progress: Progress = lambda _, __: None
) -> None:
    """Write a synthetic population to a file. Each row says that it is synthetic.

    Raises `InvalidInputError` where the name ends in neither .csv nor .parquet, where the file is there already and is
    not to be overwritten, and where it cannot be written.
    """
    writer = _WRITERS.get(out.suffix.lower())
    if writer is None:
        raise _refused(out, f"expected a name that ends in {' or '.join(_WRITERS)}")
    target = out.resolve()
    _refuse_existing(target, out, overwrite=overwrite)
    batches = synthesise(count, seed=seed)
    try:
        with TemporaryDirectory(prefix=f".{target.name}-unfinished-", dir=target.parent) as folder:
            aside = Path(folder) / target.name
            with writer(aside, seed) as file:
                for batch in batches:
                    file.write(batch)
                    progress(batch.num_rows, count)
            _refuse_existing(target, out, overwrite=overwrite)
            aside.replace(target)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else "unknown reason"
        raise _refused(out, f"cannot be written: {why.lower()}") from None


def _refuse_existing(target: Path, out: Path, *, overwrite: bool) -> None:
    if target.exists() and not target.is_file():
        raise _refused(out, "is there already and is no file")
    if target.exists() and not overwrite:
        raise _refused(out, "is there already; use --overwrite to replace it")


def _refused(out: Path, what: str) -> InvalidInputError:
    return InvalidInputError(quoted(str(out)), (Problem("", what),))


def _parquet(path: Path, seed: int) -> Any:  # noqa: ANN401  # Arrow has no types
    return pq.ParquetWriter(path, schema(seed), compression="zstd")


class _Csv:
    """Writes words where a batch has their places: CSV knows no dictionaries. No value needs quotes."""

    def __init__(self, path: Path, seed: int) -> None:
        plain = [field.with_type(_plain(field.type)) for field in schema(seed)]
        self._schema: Final = pa.schema(plain)
        self._file: Final = pcsv.CSVWriter(path, self._schema, write_options=pcsv.WriteOptions(quoting_style="none"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, batch: pa.RecordBatch) -> None:
        self._file.write(batch.cast(self._schema))


def _plain(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind


_WRITERS: Final[dict[str, Callable[[Path, int], Any]]] = {".csv": _Csv, ".parquet": _parquet}
