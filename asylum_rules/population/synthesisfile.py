"""A file of made-up people, CSV or Parquet, that appears whole or not at all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Self

import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

from asylum_rules.aside import whole_file
from asylum_rules.errors import InvalidInputError, Problem, path_named
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
        what = f"expected a name that ends in {' or '.join(_WRITERS)}"
        raise InvalidInputError(path_named(out), (Problem("", what),))
    with whole_file(out, overwrite=overwrite) as made, writer(made, seed) as file:
        for batch in synthesise(count, seed=seed):
            file.write(batch)
            progress(batch.num_rows, count)


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
