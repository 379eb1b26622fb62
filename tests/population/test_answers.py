"""How the answers to rows are held and written: each word once, ids by how they differ, no least and most of words."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from asylum_rules import policies
from asylum_rules.population.run import population

BOTH = policies["uk/baseline"], policies["uk/latest"]
ASKED = ["leave.length", "settlement.from"]
PEOPLE = pa.table(
    {
        "id": [7, 8, 9],
        "claim": ["refugee", "refugee", "pending"],
        "claimed_on": ["2026-03-01", "2026-03-02", "2026-03-02"],
        "decided_on": ["2026-08-31", "2028-02-29", "none"],
        "was_unaccompanied_child_at_claim": [False] * 3,
        "route": ["in_country"] * 3,
    }
)


def test_a_word_stands_once_in_its_dictionary() -> None:
    rows = population(PEOPLE, BOTH, questions=ASKED, answers=True).answers

    assert rows is not None
    told = [column.chunk(0).dictionary.to_pylist() for column in rows.columns if pa.types.is_dictionary(column.type)]
    assert len(told) >= 8
    assert all(len(words) == len(set(words)) for words in told)


def test_a_row_without_a_date_has_none() -> None:
    rows = population(PEOPLE, BOTH, questions=ASKED, answers=True).answers

    assert rows is not None
    days = rows["settlement.from|uk/latest|value"].to_pylist()
    assert [day and day.isoformat() for day in days] == ["2031-08-31", "2033-02-28", None]


def test_a_file_of_rows_is_read_as_it_was_told(tmp_path: Path) -> None:
    told = population(PEOPLE, BOTH, questions=ASKED, answers=True).answers
    population(PEOPLE, BOTH, questions=ASKED, out=tmp_path / "out")

    with pq.ParquetFile(tmp_path / "out" / "rows" / "part-00001.parquet") as file:
        group = file.metadata.row_group(0)
        columns = {column.path_in_schema: column for column in map(group.column, range(group.num_columns))}
        assert told is not None
        assert file.read().to_pylist() == told.to_pylist()
    assert "DELTA_BINARY_PACKED" in columns["id"].encodings
    assert columns["id"].statistics.max == 9
    assert columns["settlement.from|uk/latest|value"].is_stats_set
    assert not columns["leave.length|uk/latest"].is_stats_set
