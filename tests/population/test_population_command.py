"""`asylum-rules population` by hand and under bad luck: no disk, killed, two at once."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from threading import Thread

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from asylum_rules.cli import main

CASES = """claim,claimed_on,route,was_unaccompanied_child_at_claim,note
refugee,2026-03-01,in_country,false,=HYPERLINK("x")
refugee,2026-03-02,in_country,false,
refugee,2026-03-03,in_country,false,
refugee,,in_country,false,
refugeee,2026-03-02,in_country,false,
"""
NOTE = "How firm an answer is (normally, could, may), and how far it is law, `diff` and `impact` say."
ASK = ("--policy", "uk/baseline", "--policy", "uk/latest", "--question", "leave.length")


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.csv"
    path.write_text(CASES, encoding="utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["population", *map(str, words)])


TABLE = """\
5 rows, 1 rejected

First permission to stay once recognised (uk/baseline → uk/latest)

from / to      30 months    5 years    depends
-----------  -----------  ---------  ---------
5 years                2          1          1

worse      same       depends
---------  ---------  ---------
2 (50.0%)  1 (25.0%)  1 (25.0%)

Depends on what is not known: `claimed_on` (1).

No row goes from indefinite to not stated.
"""


def test_the_table_says_what_happens(cases: Path) -> None:
    result = run(cases, *ASK)

    assert result.exit_code == 0
    assert result.output.startswith(TABLE)
    assert f"rejected: {cases} row 5: `claim`: `refugeee` is not a code of this fact" in result.output
    assert "Not read by these questions: `note`." in result.output
    assert NOTE in result.output
    assert result.output.endswith("This explains law; it is not legal advice.\n")


def test_markdown_is_a_page(cases: Path) -> None:
    output = run(cases, *ASK, "--format", "markdown").output

    assert output.startswith("# 5 rows, 1 rejected\n")
    assert "## First permission to stay once recognised (uk/baseline → uk/latest)" in output
    assert "| 5 years     |           2 |         1 |         1 |" in output


def test_json_has_every_total(cases: Path) -> None:
    data = json.loads(run(cases, *ASK, "--format", "json", "--by", "claimed_on").output)

    assert (data["schema"], data["rows"], data["rejected"], data["synthetic"]) == (1, 5, 1, False)
    assert data["note"] == NOTE
    assert [each["id"] for each in data["policies"]] == ["uk/baseline", "uk/latest"]
    assert sum(each["rows"] for each in data["totals"]) == 4
    worse = next(each for each in data["totals"] if each["direction"] == "less_favourable")
    assert worse["from"] == {"status": "determined", "text": "5 years", "value": "P5Y"}
    assert worse["to"]["value"] == "P30M"
    assert worse["by"] == {"claimed_on": "2026"}
    open_ = next(each for each in data["totals"] if each["changed"] == "depends")
    assert open_["to"] == {"status": "depends", "text": "depends"}
    assert open_["depends_on"] == {"facts": ["claimed_on"], "points": []}
    assert data["not_read"] == ["note"]
    assert data["nobody"]


def test_strict_makes_a_rejected_row_a_failure(cases: Path) -> None:
    assert run(cases, *ASK, "--strict").exit_code == 1
    cases.write_text(CASES.replace("refugeee", "refugee"), encoding="utf-8")
    assert run(cases, *ASK, "--strict").exit_code == 0


def test_a_folder_is_made_and_kept_unless_said(cases: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    made = run(cases, *ASK, "--out", out)
    refused = run(cases, *ASK, "--out", out)
    replaced = run(cases, *ASK, "--out", out, "--overwrite")

    assert (made.exit_code, refused.exit_code, replaced.exit_code) == (0, 2, 0)
    assert refused.output == f"asylum-rules: `{out}`: is there already; use --overwrite to replace it\n"
    assert pq.read_table(out / "rows").num_rows == 4
    assert pq.read_table(out / "rejected.parquet").num_rows == 1


def test_nothing_of_what_no_question_reads_is_written(cases: Path, tmp_path: Path) -> None:
    run(cases, *ASK, "--out", tmp_path / "out")

    written = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert b"HYPERLINK" not in written


def test_readings_narrow_what_is_open(cases: Path) -> None:
    words = (
        cases,
        "--policy",
        "uk/baseline",
        "--policy",
        "uk/proposed",
        "--question",
        "leave.length",
        "--format",
        "json",
    )
    read = ("--under", "proposal.reaches_existing_claims=yes")

    free, narrowed = (json.loads(run(*words, *more).output)["totals"] for more in ((), read))

    assert any("proposal.reaches_existing_claims" in each["depends_on"]["points"] for each in free)
    assert not any("proposal.reaches_existing_claims" in each["depends_on"]["points"] for each in narrowed)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("nowhere.csv",), "cannot be read: No such file or directory"),
        (("{cases}", "--policy", "uk/nowhere"), "unknown policy"),
        (("{cases}", "--by", "claimed_o"), "did you mean `claimed_on`"),
        (("{cases}", "--question", "leave.lenght"), "did you mean `leave.length`"),
        (("{cases}", "--under", "nothing"), "POINT=READING"),
        (("{cases}", "--out", "{cases}"), "is a file, expected a folder"),
        (("{cases}", "--out", "{cases}", "--overwrite"), "is a file, expected a folder"),
        (("{cases}", "--out", "{cases}/.."), "holds `{cases}`; expected a folder of its own"),
        (("{cases}", "--out", "{cases}/..", "--overwrite"), "holds `{cases}`; expected a folder of its own"),
        (("{cases}", "--out", "", "--overwrite"), "expected a folder of its own"),
        (("{cases}", "--out", "/proc/nowhere/out"), "cannot be written"),
    ],
)
def test_bad_words_are_told_in_one_line(cases: Path, words: tuple[str, ...], why: str) -> None:
    question = () if "--question" in words else ASK[-2:]
    result = run(*(word.format(cases=cases) for word in words), *question)

    assert result.exit_code == 2
    assert why.format(cases=cases) in result.output
    assert "Traceback" not in result.output
    assert cases.read_text(encoding="utf-8") == CASES


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "people.parquet"
    CliRunner().invoke(main, ["synthesise", "1500000", "--out", str(path)])
    return path


def started(many: Path, out: Path) -> subprocess.Popen[bytes]:
    """Start a run and return once it has begun to write rows."""
    words = ["population", str(many), *ASK, "--out", str(out)]
    listening = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{listening}; from asylum_rules.cli import main; main({words!r})"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for _ in range(6_000):
        if process.poll() is not None or any(out.parent.glob(".*/new/rows/*.parquet")):
            return process
        time.sleep(0.01)
    raise AssertionError("it wrote nothing")


def test_ctrl_c_leaves_nothing(many: Path, tmp_path: Path) -> None:
    with started(many, tmp_path / "out") as process:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()

    assert not list(tmp_path.iterdir())


def test_a_killed_run_leaves_no_result_and_the_next_one_succeeds(many: Path, tmp_path: Path) -> None:
    with started(many, tmp_path / "out") as process:
        process.kill()
        process.wait(timeout=60)

    assert not (tmp_path / "out").exists()
    assert [each.name.startswith(".out-unfinished-") for each in tmp_path.iterdir()] == [True]
    assert run(many, *ASK, "--out", tmp_path / "out").exit_code == 0
    assert pq.read_table(tmp_path / "out" / "rows").num_rows == 1_500_000


def test_of_two_runs_to_one_folder_one_wins_whole(many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    codes = []

    def one() -> None:
        words = ["population", str(many), *ASK, "--out", str(out)]
        code = f"from asylum_rules.cli import main; main({words!r})"
        codes.append(subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode)

    threads = [Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(codes) == [0, 2]
    assert pq.read_table(out / "rows").num_rows == 1_500_000
    assert list(tmp_path.iterdir()) == [out]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk of one megabyte, or one that has so much room by another limit."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        [which("mount") or "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)],
        check=False,
        capture_output=True,
    )
    yield disk
    if mounted.returncode == 0:
        subprocess.run([which("umount") or "umount", str(disk)], check=True)


LIMITED = """
import resource, sys
from asylum_rules.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
main(sys.argv[1:])
"""


def test_a_full_disk_leaves_nothing(many: Path, small_disk: Path) -> None:
    words = ["population", str(many), *ASK, "--out", str(small_disk / "out")]
    result = subprocess.run([sys.executable, "-c", LIMITED, *words], capture_output=True, text=True, check=False)

    assert result.returncode == 2
    assert "cannot be written: " in result.stderr
    assert result.stderr.count("\n") == 1
    assert not list(small_disk.iterdir())


def test_a_missing_extra_is_one_sentence(cases: Path) -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from asylum_rules.cli import main\n"
        f"main(['population', {str(cases)!r}])"
    )

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "pip install asylum-rules[population]" in result.stderr
