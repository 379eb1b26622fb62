"""Spark says of every row what this machine says of it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from pyspark import TaskContext
from pyspark.sql import SparkSession

from asylum_rules import BoatProfile, Policy, policies, read_reform
from asylum_rules.population import source as sources
from asylum_rules.population.result import Population
from asylum_rules.population.run import population
from asylum_rules.population.spark import population_on_spark
from asylum_rules.population.synthesis import stretch
from asylum_rules.testing import random_policies
from asylum_rules.testing.strategies import boat_profiles, case_profiles, partial
from tests.population.beside import partial_cases, table_of
from tests.population.test_population_files import BAD, as_csv

UK = [policies[id_] for id_ in ("uk/baseline", "uk/latest", "uk/proposed")]
QUESTIONS = ["leave.length", "settlement.from", "support.weekly"]
READ = {"proposal.reaches_existing_claims": "no", "settlement.core_clock": "from_arrival"}


@pytest.fixture(scope="module")
def people() -> Any:
    return pa.Table.from_batches([stretch(0, 3_000, seed=5)])


def told(found: Population) -> tuple[object, ...]:
    """Return all that a population says, but the rows."""
    return (
        *(found.rows, found.rejected, found.rejections, found.totals, found.nobody),
        *(found.policies, found.questions, found.by, found.unused, found.synthetic),
    )


def written(folder: Path) -> dict[str, Any]:
    """Return all the tables of a folder, with what each says of itself."""
    tables = {str(path.relative_to(folder)): pq.read_table(path) for path in sorted(folder.rglob("*.parquet"))}
    assert len(tables) == len([path for path in folder.rglob("*") if path.is_file()])
    return {name: (table.schema.metadata, table.schema.names, table.to_pylist()) for name, table in tables.items()}


def alike(source: Any, asked: Sequence[Policy], session: SparkSession, tmp_path: Path, **how: Any) -> Population:
    """Run a population on both engines, hold every row to be the same, and return what Spark found."""
    here = population(source, asked, out=tmp_path / "here", overwrite=True, **how)
    there = population_on_spark(source, asked, session=session, out=tmp_path / "there", overwrite=True, **how)
    assert told(there) == told(here)
    assert written(tmp_path / "there") == written(tmp_path / "here")
    return there


def test_partial_cases(session: SparkSession, tmp_path: Path) -> None:
    cases = tmp_path / "cases.parquet"
    pq.write_table(table_of(partial_cases(UK, 60, 1)), cases, row_group_size=20)

    assert alike(cases, UK, session, tmp_path).rows == 60
    assert alike(cases, UK[::2], session, tmp_path, presume=False, under=READ, questions=QUESTIONS).rows == 60


def test_random_policies(session: SparkSession, tmp_path: Path) -> None:
    @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        asked = [data.draw(random_policies(named=name)) for name in ("one", "other")]
        cases = data.draw(st.lists(partial(case_profiles()), min_size=1, max_size=5))
        alike(table_of(cases), asked, session, tmp_path)

    check()


def test_boats(session: SparkSession, tmp_path: Path) -> None:
    @settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(partial(boat_profiles()), min_size=1, max_size=10))
    def check(boats: list[BoatProfile]) -> None:
        alike(table_of(boats), [policies["france/before"], policies["france/doctrine"]], session, tmp_path)

    check()


def test_a_reform_of_ones_own(session: SparkSession, people: Any, tmp_path: Path) -> None:
    reform = read_reform(Path(__file__).parents[2] / "docs" / "examples" / "reforms" / "fifteen-years.toml")
    asked = [UK[2], reform.over(UK[2])]

    assert alike(people, asked, session, tmp_path, questions=["settlement.after"]).totals


def test_a_folder_of_all_sorts(
    session: SparkSession, people: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "PIECE", 500)
    folder = tmp_path / "folder"
    folder.mkdir()
    people = people.drop(["id"])
    as_csv(people.slice(0, 700), folder / "a.csv")
    pq.write_table(people.slice(700, 1_500), folder / "b.parquet", row_group_size=300)
    pq.write_table(people.slice(0, 0), folder / "c.parquet")
    (folder / "d.csv").write_text(BAD, encoding="utf-8")
    (folder / "e.csv").write_text("claim\n", encoding="utf-8")
    pq.write_table(people.slice(2_200), folder / "f.PARQUET")
    (folder / "notes.txt").write_text("not read", encoding="utf-8")

    found = alike(folder, UK, session, tmp_path, by=["route", "claimed_on"], questions=QUESTIONS)
    assert (found.rows, found.rejected) == (3_008, 6)
    assert len(list((tmp_path / "there" / "rows").iterdir())) > 4
    alike(str(folder / "*.csv"), UK[:2], session, tmp_path, questions=QUESTIONS)


def test_rows_may_be_had_without_a_folder(session: SparkSession, people: Any, tmp_path: Path) -> None:
    pq.write_table(people, tmp_path / "people.parquet", row_group_size=1_000)

    here = population(tmp_path / "people.parquet", UK, answers=True, questions=QUESTIONS)
    there = population_on_spark(tmp_path / "people.parquet", UK, session=session, answers=True, questions=QUESTIONS)

    assert here.answers is not None
    assert there.answers is not None
    assert there.answers.to_pylist() == here.answers.to_pylist()
    assert list(tmp_path.iterdir()) == [tmp_path / "people.parquet"]


def test_a_frame_of_spark_by_id(session: SparkSession, people: Any, tmp_path: Path) -> None:
    pq.write_table(people, tmp_path / "people.parquet")
    frame = session.read.parquet(str(tmp_path / "people.parquet")).repartition(3)

    here = population(people, UK, out=tmp_path / "here", by=["route"], questions=QUESTIONS)
    there = population_on_spark(frame, UK, session=session, out=tmp_path / "there", by=["route"], questions=QUESTIONS)

    def rows(folder: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = pq.read_table(tmp_path / folder / "rows").sort_by("id").to_pylist()
        return found

    assert told(there) == told(here)
    assert rows("there") == rows("here")
    assert len(list((tmp_path / "there" / "rows").iterdir())) == 3


def test_a_frame_of_spark_without_an_id(session: SparkSession, tmp_path: Path) -> None:
    claims = [("refugee",), (None,), ("=1+1",), ("pending",)]
    frame = session.createDataFrame(claims, "claim string").coalesce(1)

    found = population_on_spark(frame, UK, session=session, out=tmp_path / "out", questions=QUESTIONS)

    rows = pq.read_table(tmp_path / "out" / "rows").to_pylist()
    assert [(each["file"], each["row"]) for each in rows] == [("partition 0", number) for number in (1, 2, 4)]
    (rejection,) = found.rejections
    assert (found.rows, rejection.file, rejection.row) == (4, "partition 0", 3)
    assert "`=1+1` is not a code" in rejection.reason


def test_a_frame_of_nobody(session: SparkSession, tmp_path: Path) -> None:
    frame = session.createDataFrame([], "claim string, claimed_on date")

    found = population_on_spark(frame, UK, session=session, out=tmp_path / "out", questions=QUESTIONS)

    assert (found.rows, found.totals) == (0, ())
    assert pq.read_table(tmp_path / "out" / "totals.parquet").num_rows == 0


def test_a_small_batch_of_spark_is_put_together_with_others(session: SparkSession, people: Any, tmp_path: Path) -> None:
    pq.write_table(people, tmp_path / "people.parquet")
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 7)
    try:
        frame = session.read.parquet(str(tmp_path / "people.parquet"))
        found = population_on_spark(frame, UK, session=session, out=tmp_path / "out", questions=QUESTIONS)
    finally:
        session.conf.unset("spark.sql.execution.arrow.maxRecordsPerBatch")

    (part,) = (tmp_path / "out" / "rows").iterdir()
    assert found.totals == population(people, UK, questions=QUESTIONS).totals
    assert pq.read_metadata(part).num_row_groups == 1


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_a_part_that_is_tried_twice_is_there_once(session: SparkSession, tmp_path: Path) -> None:
    many = 3 * sources.ROWS

    def failing_at_first(batches: Iterable[Any]) -> Iterator[Any]:
        rows = 0
        for batch in batches:
            yield batch
            rows += batch.num_rows
            if rows > many // 2 and TaskContext.get().attemptNumber() == 0:
                (tmp_path / "failed").touch()
                raise RuntimeError("once")

    whole = session.range(0, many, 1, 1).selectExpr("'refugee' AS claim")
    frame = whole.mapInArrow(failing_at_first, "claim string")

    found = population_on_spark(frame, UK[:2], session=session, out=tmp_path / "out", questions=["leave.length"])

    assert (tmp_path / "failed").exists()
    (part,) = (tmp_path / "out" / "rows").iterdir()
    assert found.rows == sum(each.rows for each in found.totals) == pq.read_metadata(part).num_rows == many
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["rejected.parquet", "rows", "totals.parquet"]


def test_progress_is_told_of_every_row(session: SparkSession, people: Any, tmp_path: Path) -> None:
    pq.write_table(people, tmp_path / "people.parquet", row_group_size=1_000)
    steps: list[tuple[int, int | None]] = []

    population_on_spark(
        tmp_path / "people.parquet", UK, session=session, questions=QUESTIONS, progress=lambda *each: steps.append(each)
    )

    assert sum(rows for rows, _ in steps) == 3_000
    assert {many for _, many in steps} == {3_000}
