"""`asylum-rules synthesise` writes a marked file whole or not at all."""

import csv
import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from asylum_rules.cli import main
from asylum_rules.errors import InvalidInputError
from asylum_rules.population.synthesis import stretch
from asylum_rules.population.synthesisfile import write_synthetic

SUFFIXES = pytest.mark.parametrize("suffix", ["csv", "parquet"])


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["synthesise", *map(str, words)])


def test_a_csv_file_marks_every_row_first(tmp_path: Path) -> None:
    result = run(1_000, "--out", tmp_path / "people.csv", "--seed", 4)

    with (tmp_path / "people.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (result.exit_code, result.output) == (0, "1,000 made-up people, none of them real\n")
    assert len(rows) == 1_000
    assert next(iter(rows[0])) == "synthetic"
    assert {row["synthetic"] for row in rows} == {"true"}
    expected = [{name: written(value) for name, value in row.items()} for row in stretch(0, 1_000, seed=4).to_pylist()]
    assert rows == expected


def written(value: Any) -> str:  # whatever a row holds
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_a_parquet_file_is_marked_in_its_rows_and_its_schema(tmp_path: Path) -> None:
    result = run(300_000, "--out", tmp_path / "people.PARQUET", "--seed", 4)

    table = pq.read_table(tmp_path / "people.PARQUET")
    assert result.exit_code == 0
    assert table.num_rows == 300_000
    assert table["synthetic"].combine_chunks().true_count == 300_000
    assert table.schema.metadata[b"synthetic"] == b"true"
    assert table.schema.metadata[b"seed"] == b"4"
    assert table.slice(299_000).to_pylist() == stretch(299_000, 1_000, seed=4).to_pylist()


@SUFFIXES
def test_the_same_seed_gives_the_same_file(tmp_path: Path, suffix: str) -> None:
    files = [tmp_path / f"{name}.{suffix}" for name in ("first", "second")]

    for file in files:
        run(2_000, "--out", file, "--seed", 8)

    assert files[0].read_bytes() == files[1].read_bytes()


@SUFFIXES
def test_a_file_that_is_there_is_kept_unless_said(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"people.{suffix}"
    file.write_text("mine", encoding="utf-8")

    refused = run(10, "--out", file)
    kept = file.read_text(encoding="utf-8")
    replaced = run(10, "--out", file, "--overwrite")

    assert refused.exit_code == 2
    assert refused.output == f"asylum-rules: `{file}`: is there already; use --overwrite to replace it\n"
    assert kept == "mine"
    assert replaced.exit_code == 0
    assert file.stat().st_size > 100
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"

    with pytest.raises(InvalidInputError, match="is there already"):
        write_synthetic(10, file, progress=lambda *_: file.write_text("mine", encoding="utf-8"))

    assert file.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "people.csv").mkdir()

    result = run(10, "--out", tmp_path / "people.csv", "--overwrite")

    assert result.exit_code == 2
    assert "is a folder, expected a file" in result.output


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "people.csv")

    run(10, "--out", tmp_path / "link.csv")

    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "people.csv").is_file()


@pytest.mark.parametrize("name", ["people", "people.xlsx", "people.csv.gz"])
def test_other_names_are_refused(tmp_path: Path, name: str) -> None:
    result = run(10, "--out", tmp_path / name)

    assert result.exit_code == 2
    assert "expected a name that ends in .csv or .parquet" in result.output


@pytest.mark.parametrize("words", [("0",), ("1000000001",), ("ten",), ("10", "--seed", "-1"), ("10", "--seed", 2**64)])
def test_numbers_out_of_range_are_refused(tmp_path: Path, words: tuple[object, ...]) -> None:
    result = run(*words, "--out", tmp_path / "people.csv")

    assert result.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = run(10, "--out", tmp_path / "nowhere" / "people.csv")

    assert result.exit_code == 2
    assert "cannot be written: no such file or directory" in result.output


SMALL_DISK = """
import resource, sys
from asylum_rules.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
main(["synthesise", "300000", "--out", sys.argv[1]])
"""


@SUFFIXES
def test_a_disk_without_room_leaves_nothing(tmp_path: Path, suffix: str) -> None:
    result = subprocess.run(
        [sys.executable, "-c", SMALL_DISK, str(tmp_path / f"people.{suffix}")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 2
    assert "cannot be written: file too large" in result.stderr
    assert not list(tmp_path.iterdir())


def test_an_error_without_a_number_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("odd")

    monkeypatch.setattr(Path, "replace", fail)

    result = run(10, "--out", tmp_path / "people.csv")

    assert "cannot be written: unknown reason" in result.output
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_said_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", fail)

    assert "cannot be written: no space left on device" in run(10, "--out", tmp_path / "people.csv").output


@SUFFIXES
def test_ctrl_c_leaves_nothing(tmp_path: Path, suffix: str) -> None:
    words = ["synthesise", "1000000000", "--out", str(tmp_path / f"people.{suffix}")]
    listening = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{listening}; from asylum_rules.cli import main; main({words!r})"
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for _ in range(600):
            if any(file.stat().st_size for file in tmp_path.rglob("*") if file.is_file()):
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        try:
            code_given = process.wait(timeout=60)
        finally:
            process.kill()

    assert code_given == 130
    assert not list(tmp_path.iterdir())


def test_a_missing_extra_is_one_sentence(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from asylum_rules.cli import main\n"
        f"main(['synthesise', '10', '--out', {str(tmp_path / 'people.csv')!r}])"
    )

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "pip install asylum-rules[population]" in result.stderr


def test_help_says_that_nobody_is_real() -> None:
    assert "Nobody in the file is real" in " ".join(run("--help").output.split())
