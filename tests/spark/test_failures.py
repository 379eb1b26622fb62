"""What goes wrong on Spark is said in one line, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession, functions

from asylum_rules import AsylumRulesError, InvalidInputError, policies
from asylum_rules.population.spark import population_on_spark, session_on
from asylum_rules.population.synthesis import stretch

BOTH = policies["uk/baseline"], policies["uk/latest"]
COMMAND = Path(sys.executable).with_name("asylum-rules")


def asked(source: Any, session: SparkSession, **how: Any) -> Any:
    return population_on_spark(source, BOTH, session=session, questions=["leave.length"], **how)


@pytest.fixture
def people(tmp_path: Path) -> Path:
    pq.write_table(pa.Table.from_batches([stretch(0, 3_000, seed=5)]), tmp_path / "people.parquet", row_group_size=500)
    return tmp_path / "people.parquet"


def test_a_folder_that_is_there_is_kept(session: SparkSession, people: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    with pytest.raises(InvalidInputError, match="is there already; use --overwrite"):
        asked(people, session, out=tmp_path / "out")

    assert not list((tmp_path / "out").iterdir())


def test_a_file_that_a_worker_cannot_read(session: SparkSession, people: Path, tmp_path: Path) -> None:
    spoilt = bytearray(people.read_bytes())
    spoilt[2_000:4_000] = bytes(2_000)
    people.write_bytes(spoilt)

    with pytest.raises(InvalidInputError) as caught:
        asked(people, session, out=tmp_path / "out")

    assert f"`{people}`: cannot be read: " in str(caught.value)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == [people]


def test_a_frame_that_fails(session: SparkSession, people: Path, tmp_path: Path) -> None:
    frame = session.read.parquet(str(people)).withColumn("claim", functions.raise_error(functions.lit("odd")))

    with pytest.raises(AsylumRulesError, match=r"^Spark failed: .*odd") as caught:
        asked(frame, session, out=tmp_path / "out")

    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == [people]


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_a_fault_in_a_worker(session: SparkSession, tmp_path: Path) -> None:
    def odd(_: Any) -> Any:
        raise RuntimeError("odd")

    frame = session.range(3).mapInArrow(odd, "claim string")

    with pytest.raises(AsylumRulesError, match=r"^Spark failed: RuntimeError: odd$"):
        asked(frame, session, out=tmp_path / "out")

    assert not list(tmp_path.iterdir())


def test_a_misspelt_column_of_a_frame(session: SparkSession) -> None:
    frame = session.createDataFrame([("refugee",)], "claimm string")

    with pytest.raises(InvalidInputError, match="did you mean `claim`"):
        asked(frame, session)


@pytest.mark.usefixtures("session")
def test_a_second_session() -> None:
    with pytest.raises(AsylumRulesError, match=r"^Spark failed: this process has a session already$"), session_on():
        raise AssertionError


def spark(people: Path, *more: str, **environment: str) -> "subprocess.Popen[str]":
    command = [str(COMMAND), "population", str(people), "--question", "leave.length", "--engine", "spark", *more]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment}
    )


def test_the_command_says_the_same_on_both(people: Path, tmp_path: Path) -> None:
    here = [str(COMMAND), "population", str(people), "--question", "leave.length"]
    expected = subprocess.run(here, capture_output=True, text=True, check=True).stdout

    running = spark(people, "--master", "local[2]", "--out", str(tmp_path / "out"))

    assert running.communicate() == (expected, "")
    assert running.returncode == 0
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["rejected.parquet", "rows", "totals.parquet"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out", "people.parquet"]


def test_ctrl_c_leaves_nothing(people: Path, tmp_path: Path) -> None:
    running = spark(people, "--out", str(tmp_path / "out"))
    while running.poll() is None and not list(tmp_path.glob(".out-unfinished-*/new/attempts")):
        sleep(0.05)

    running.send_signal(signal.SIGINT)

    assert running.communicate() == ("", "\n")
    assert running.returncode == 130
    assert list(tmp_path.iterdir()) == [people]


@pytest.mark.parametrize(
    ("more", "environment", "why"),
    [
        (["--master", "nowhere"], {}, "Spark did not start on `nowhere`: it takes "),
        (["--master", "local[x]"], {}, "Spark failed: "),
        ([], {"JAVA_HOME": "/nowhere"}, "Spark did not start on `local[*]`: it takes Java 17 or newer, "),
    ],
)
def test_where_spark_does_not_start(
    people: Path, tmp_path: Path, more: list[str], environment: dict[str, str], why: str
) -> None:
    running = spark(people, "--out", str(tmp_path / "out"), *more, **environment)
    said, told = running.communicate()

    assert (running.returncode, said) == (2, "")
    assert told.startswith(f"asylum-rules: {why}")
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == [people]
