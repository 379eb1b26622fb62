"""`population` over files: nothing lost, nothing half written, whatever is wrong with the input."""

import csv
import pickle
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from asylum_rules import InvalidInputError, __version__, policies
from asylum_rules.population import run as running, source as sources
from asylum_rules.population.result import Population
from asylum_rules.population.run import population
from asylum_rules.population.source import pieces
from asylum_rules.population.synthesis import stretch

BOTH = policies["uk/baseline"], policies["uk/latest"]
QUESTIONS = ["leave.length", "support.weekly"]


@pytest.fixture
def people() -> Any:
    return pa.Table.from_batches([stretch(0, 3_000, seed=5)])


def asked(source: Any, **how: Any) -> Population:
    return population(source, BOTH, questions=QUESTIONS, **how)


def as_csv(table: Any, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.column_names)
        writer.writerows(["" if each is None else each for each in row.values()] for row in table.to_pylist())


def same(one: Population, other: Population) -> bool:
    return (one.rows, one.rejected, one.totals) == (other.rows, other.rejected, other.totals)


def test_csv_parquet_a_folder_and_a_pattern_say_the_same(people: Any, tmp_path: Path) -> None:
    expected = asked(people)
    as_csv(people, tmp_path / "all.csv")
    pq.write_table(people, tmp_path / "all.parquet", row_group_size=700)
    folder = tmp_path / "folder"
    folder.mkdir()
    as_csv(people.slice(0, 1_000), folder / "a.csv")
    pq.write_table(people.slice(1_000, 1_000), folder / "b.parquet")
    pq.write_table(people.slice(2_000), folder / "c.PARQUET")
    (folder / "notes.txt").write_text("not read", encoding="utf-8")

    for source in (tmp_path / "all.csv", tmp_path / "all.parquet", folder, str(folder / "*.[cpP]*")):
        assert same(asked(source), expected), source


def test_small_row_groups_are_put_together_and_large_ones_are_not(
    people: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "PIECE", 1_000)
    monkeypatch.setattr(sources, "ROWS", 300)
    pq.write_table(people, tmp_path / "all.parquet", row_group_size=400)

    found = asked(tmp_path / "all.parquet", out=tmp_path / "out")

    assert same(found, asked(people))
    parts = sorted((tmp_path / "out" / "rows").iterdir())
    assert [pq.read_metadata(part).num_rows for part in parts] == [800, 800, 800, 600]
    assert pa.concat_tables(map(pq.read_table, parts))["id"].to_pylist() == people["id"].to_pylist()


def test_what_is_written(people: Any, tmp_path: Path) -> None:
    people = people.drop(["id"])
    as_csv(people, tmp_path / "people.csv")

    found = asked(tmp_path / "people.csv", out=tmp_path / "out", by=["route"])

    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["rejected.parquet", "rows", "totals.parquet"]
    rows = pq.read_table(tmp_path / "out" / "rows")
    assert rows.column_names[:2] == ["file", "row"]
    assert rows["row"].to_pylist() == list(range(1, 3_001))
    assert rows["file"].to_pylist()[0] == str(tmp_path / "people.csv")
    totals = pq.read_table(tmp_path / "out" / "totals.parquet")
    assert totals == found.table()
    for table in (rows, totals, pq.read_table(tmp_path / "out" / "rejected.parquet")):
        assert table.schema.metadata == {
            b"library": f"asylum_rules {__version__}".encode(),
            b"policies": b"uk/baseline uk/latest",
            b"note": b"How firm an answer is (normally, could, may), and how far it is law, `diff` and `impact` say.",
            b"synthetic": b"true",
        }
    counted = Counter(rows["leave.length|uk/latest|direction"].to_pylist())
    by_total: Counter[str] = Counter()
    for each in totals.to_pylist():
        if each["question"] == "leave.length":
            by_total[each["direction"]] += each["rows"]
    assert by_total == counted
    assert pq.read_table(tmp_path / "out" / "rejected.parquet").num_rows == 0


BAD = """claim,claimed_on,household_size
refugee,2026-03-02,1
refugeee,2026-03-02,1
refugee,2026-02-30,
refugee,2026-03-02
refugee,2026-03-02,"two
or three"
=1+1,2026-03-02,1
refugee,2026-03-02,1,1
refugee,,
"""


SHORT = "has 2 columns, expected 3"
LONG = "has 4 columns, expected 3"


def test_bad_rows_of_a_csv_are_told_by_their_number(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text(BAD, encoding="utf-8")

    found = asked(tmp_path / "bad.csv", out=tmp_path / "out")

    rejected = pq.read_table(tmp_path / "out" / "rejected.parquet").to_pylist()
    rows = pq.read_table(tmp_path / "out" / "rows")["row"].to_pylist()
    assert (found.rows, found.rejected) == (8, 6)
    assert rows == [1, 8]
    assert [each["row"] for each in rejected] == [2, 3, 4, 5, 6, 7]
    assert {each["file"] for each in rejected} == {str(tmp_path / "bad.csv")}
    reasons = [each["reason"] for each in rejected]
    assert "did you mean `refugee`" in reasons[0]
    assert "`2026-02-30` is not a date" in reasons[1]
    assert reasons[2] == SHORT
    assert "`household_size`" in reasons[3]
    assert "`=1+1` is not a code" in reasons[4]
    assert reasons[5] == LONG


def test_a_column_of_mixed_types_keeps_its_good_rows(tmp_path: Path) -> None:
    mixed = ["1", "true", "2026-03-02", "", "3"]
    (tmp_path / "mixed.csv").write_text("claim,household_size\n" + "\n".join(f"pending,{each}" for each in mixed))

    found = asked(tmp_path / "mixed.csv")

    assert (found.rows, [each.row for each in found.rejections]) == (5, [2, 3])


def test_a_word_that_is_not_utf8_is_one_bad_row(tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes(b"claim\nrefugee\nr\xe9fugi\xe9\n")

    found = asked(tmp_path / "latin.csv")

    assert (found.rows, [each.row for each in found.rejections]) == (2, [2])


def test_an_odd_column_name_is_data(tmp_path: Path) -> None:
    name = '"; DROP TABLE people; --'
    pq.write_table(pa.table({"claim": ["refugee"], name: ["x"]}), tmp_path / "odd.parquet")

    assert asked(tmp_path / "odd.parquet").unused == (name,)


def test_a_file_cut_short_is_refused_and_nothing_is_left(people: Any, tmp_path: Path) -> None:
    pq.write_table(people, tmp_path / "whole.parquet", row_group_size=500)
    whole = (tmp_path / "whole.parquet").read_bytes()
    (tmp_path / "cut.parquet").write_bytes(whole[: len(whole) // 2])
    spoilt = bytearray(whole)
    spoilt[2_000:4_000] = bytes(2_000)
    (tmp_path / "spoilt.parquet").write_bytes(spoilt)

    for name in ("cut.parquet", "spoilt.parquet"):
        with pytest.raises(InvalidInputError, match="cannot be read"):
            asked(tmp_path / name, out=tmp_path / "out")

    assert sorted(each.name for each in tmp_path.iterdir()) == ["cut.parquet", "spoilt.parquet", "whole.parquet"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("none.csv", None, "cannot be read: No such file or directory"),
        ("none.parquet", None, "cannot be read: No such file or directory"),
        ("empty.csv", b"", "is empty, expected a first line of column names"),
        ("people.xlsx", b"x", "expected a file whose name ends in .csv or .parquet"),
        ("repeated.csv", b"claim,claim\nrefugee,refugee\n", "column `claim` is given twice"),
        ("text.parquet", b"claim\nrefugee\n", "cannot be read: "),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, name: str, content: bytes | None, why: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(InvalidInputError) as caught:
        asked(tmp_path / name, out=tmp_path / "out")

    assert why in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_an_empty_folder_and_a_pattern_that_fits_nothing(tmp_path: Path) -> None:
    for source in (tmp_path, tmp_path / "*.csv"):
        with pytest.raises(InvalidInputError, match=r"holds no file whose name ends in .csv or .parquet"):
            asked(source)


def test_a_piece_may_be_read_elsewhere_and_again(people: Any, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text(BAD, encoding="utf-8")
    pq.write_table(people, tmp_path / "people.parquet")
    every = [*pieces(tmp_path), *pieces(people)]

    for one, other in zip(every, pickle.loads(pickle.dumps(every)), strict=True):  # noqa: S301  # its own
        for _ in range(2):
            read, again = ([each.batch for each in piece.read(("claim",))] for piece in (one, other))
            assert read == again
            assert one.broken == other.broken == ([(4, SHORT), (7, LONG)] if one.file.endswith(".csv") else [])


def test_files_of_which_only_some_have_an_id(people: Any, tmp_path: Path) -> None:
    pq.write_table(people.slice(0, 10), tmp_path / "a.parquet")
    pq.write_table(people.slice(10, 10).drop(["id"]), tmp_path / "b.parquet")

    rows = asked(tmp_path, answers=True).answers

    assert rows is not None
    assert rows["row"].to_pylist() == [*range(1, 11), *range(1, 11)]


def test_an_empty_parquet_file(people: Any, tmp_path: Path) -> None:
    pq.write_table(people.slice(0, 0), tmp_path / "none.parquet")

    found = asked(tmp_path / "none.parquet", out=tmp_path / "out")

    assert found.rows == 0
    assert pq.read_table(tmp_path / "out" / "totals.parquet").num_rows == 0


def test_a_folder_that_is_there_is_kept_unless_said(people: Any, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine").write_text("mine", encoding="utf-8")

    with pytest.raises(InvalidInputError, match="is there already; use --overwrite"):
        asked(people, out=out)
    assert [each.name for each in out.iterdir()] == ["mine"]

    asked(people, out=out, overwrite=True)
    assert sorted(each.name for each in out.iterdir()) == ["rejected.parquet", "rows", "totals.parquet"]
    assert list(tmp_path.iterdir()) == [out]


def test_an_error_in_a_thread_stops_the_others(people: Any, tmp_path: Path) -> None:
    done: list[int] = []

    def progress(rows: int, _: int | None) -> None:
        done.append(rows)
        if len(done) == 2:
            raise RuntimeError("odd")

    with pytest.raises(RuntimeError, match="odd"):
        asked(pa.concat_tables([people.slice(0, 10)] * 50).to_reader(), out=tmp_path / "out", progress=progress)

    assert not list(tmp_path.iterdir())


def test_progress_is_told_of_every_row(people: Any, tmp_path: Path) -> None:
    as_csv(people, tmp_path / "people.csv")
    told: list[tuple[int, int | None]] = []

    asked(people, progress=lambda *each: told.append(each))
    asked(tmp_path / "people.csv", progress=lambda *each: told.append(each))

    assert told == [(3_000, 3_000), (3_000, None)]


def test_one_thread_says_what_two_say(people: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = asked(people)
    monkeypatch.setattr(running, "THREADS", 1)

    assert same(asked(people), expected)
