"""What a population costs beside the same rules by other means. `make bench-population` prints tables.

Every engine answers the same rows, and all are held to agree with the library row by row before anything is timed.
Engines take turns within each round; a rate is the median of the rounds, a ratio the median of the ratios within them.
Nothing here passes or fails by its speed.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq
from tabulate import tabulate

from asylum_rules import Policy, policies
from asylum_rules.population.result import Population
from asylum_rules.population.run import population
from asylum_rules.population.synthesis import synthesise
from tests.bench.population import c_rules, duckdb_rules, numpy_rules, openfisca_rules
from tests.bench.population.codes import Told, disagreements, told_by_library
from tests.bench.population.people import NEEDED, QUESTIONS, both_policies, facts_of, read_in_one_way, whole, written

BOTH: Final = both_policies()
CHECKED: Final = 1_000_000
"""So many rows are compared before anything is timed."""
TIMES: Final = 10
"""How many times over the file is read to stand for a large one."""

Engines: TypeAlias = Mapping[str, Callable[[], object]]
Rounds: TypeAlias = Mapping[str, Sequence[float]]
"""The seconds of each engine, round by round."""

OURS: Final = "asylum_rules"


def ours(source: object, **more: object) -> Population:
    """Ask the four questions of a population."""
    return population(source, BOTH, questions=QUESTIONS, **more)  # type: ignore[arg-type]  # passed on


def timed(engines: Engines, rounds: int) -> Rounds:
    """Return the seconds of each engine in each round, after one that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in engines}
    for turn in range(rounds + 1):
        for name, run in engines.items():
            start = time.perf_counter()
            result = run()
            taken = time.perf_counter() - start
            del result
            if turn:
                seconds[name].append(taken)
    return seconds


def show(title: str, rounds: Rounds, rows: int, beside: Sequence[str] = (OURS,)) -> None:
    """Print a line for each engine: millions of rows a second, and how many times as fast as some it is."""
    print(f"\n{title}")
    lines = [
        (name, f"{rows / median(seconds) / 1e6:.2f}", *(f"{ratio(rounds, other, name):.2f}" for other in beside))
        for name, seconds in rounds.items()
    ]
    print(tabulate(lines, ["", "million rows a second", *(f"times {name}" for name in beside)]), flush=True)


def ratio(rounds: Rounds, other: str, one: str = OURS) -> float:
    """Return how many times as fast one engine is as another."""
    return median(theirs / own for theirs, own in zip(rounds[other], rounds[one], strict=True))


class Rivals:
    """The other engines, with the people in the form that suits each best."""

    def __init__(self, people: pa.Table, folder: Path) -> None:
        self.facts: Final = facts_of(people)
        self.systems: Final = openfisca_rules.Systems()
        self.inputs: Final = openfisca_rules.inputs_of(self.facts)
        self.kernel: Final = c_rules.Kernel(folder)
        self.out: Final = numpy_rules.empty(people.num_rows)
        self.database: Final = duckdb_rules.Database()
        self.native: Final = duckdb_rules.native(self.facts)

    def disagreeing(self, told: Told) -> Iterator[str]:
        """Yield in how many rows each engine disagrees with what the library told."""
        others = {
            "openfisca-core": self.systems.told(self.inputs),
            "C": self.kernel.told(self.facts, self.out),
            "NumPy": numpy_rules.told(self.facts),
            "DuckDB": duckdb_rules.told_of(self.database.rows(self.native)),
        }
        for name, other in others.items():
            for column, rows in disagreements(told, other).items():
                yield f"{name}, {column}: {rows:,} rows"

    def rows(self) -> Engines:
        """Return what gives every row."""
        return {
            "openfisca-core": lambda: self.systems.told(self.inputs),
            "C, two threads": lambda: self.kernel.told(self.facts, self.out),
            "NumPy, chunks, two threads": lambda: numpy_rules.told(self.facts),
            "NumPy, whole arrays": lambda: numpy_rules.told_at_once(self.facts),
            "DuckDB, Arrow to Arrow": lambda: self.database.rows(self.native),
        }

    def totals(self) -> Engines:
        """Return what gives the totals; openfisca-core has no other way than every row."""
        return {
            "openfisca-core, every row": lambda: self.systems.told(self.inputs),
            "C, two threads": lambda: self.kernel.totals(self.facts),
            "NumPy, chunks, two threads": lambda: numpy_rules.totals(self.facts),
            "DuckDB, over Arrow": lambda: self.database.totals(self.native),
        }


def decoded(files: Iterable[Path], columns: Sequence[str] | None) -> int:
    """Decode columns of Parquet files in two threads, and do nothing with them."""

    def decode(part: tuple[Path, int]) -> int:
        path, group = part
        with pq.ParquetFile(path) as file:
            batches = file.iter_batches(1 << 18, row_groups=[group], columns=columns, use_threads=False)
            return sum(batch.num_rows for batch in batches)

    parts = [(path, group) for path in files for group in range(pq.ParquetFile(path).num_row_groups)]
    with ThreadPoolExecutor(2) as pool:
        return sum(pool.map(decode, parts))


def read_by_library(people: pa.Table) -> list[str]:
    """Return the columns that the library reads for these questions."""
    spare = ours(people.slice(0, 1)).unused
    return [name for name in people.schema.names if name not in (*spare, "synthetic")]


def peak(folder: Path) -> int:
    """Return the most memory, in megabytes, of a process that does nothing but total a folder."""
    command = [sys.executable, __file__, "--total", str(folder)]  # this file
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def most_memory() -> int:
    """Return the most memory that this process has had, in megabytes; Linux counts anew where a program starts."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def in_memory(people: pa.Table, folder: Path, rounds: int) -> list[str]:
    """Measure a frame in memory, and return what aims came to."""
    rivals, rows = Rivals(people, folder), people.num_rows
    every = timed({OURS: lambda: ours(people, answers=True), **rivals.rows()}, rounds)
    show(f"{rows:,} rows in memory, every row out", every, rows, ("openfisca-core", OURS))
    totals = timed({OURS: lambda: ours(people), **rivals.totals()}, rounds)
    show(f"{rows:,} rows in memory, totals only", totals, rows, ("openfisca-core, every row", OURS))
    return [
        aim("every row, times openfisca-core", ratio(every, "openfisca-core"), 30),
        aim("every row, C kernel over ours", 1 / ratio(every, "C, two threads"), 8, at_most=True),
        aim("totals, times openfisca-core's full run", ratio(totals, "openfisca-core, every row"), 80),
    ]


def on_disk(file: Path, people: pa.Table, folder: Path, rounds: int) -> list[str]:
    """Measure Parquet files, and return what aims came to."""
    large = folder / "large"
    large.mkdir()
    files = [large / f"part-{number}.parquet" for number in range(TIMES)]
    for each in files:
        os.link(file, each)
    columns, rows, database = read_by_library(people), people.num_rows, duckdb_rules.Database()
    totals = timed(
        {
            OURS: lambda: ours(large),
            "DuckDB": lambda: database.totals_of_files(f"{large}/*.parquet"),
            f"decoding the {len(columns)} columns that the library reads": lambda: decoded(files, columns),
            f"decoding the {len(NEEDED)} columns that decide": lambda: decoded(files, NEEDED),
            "decoding every column": lambda: decoded(files, None),
        },
        rounds,
    )
    show(f"{TIMES * rows:,} rows of Parquet, totals", totals, TIMES * rows, ("DuckDB", OURS))
    megabytes = peak(large)
    print(f"Most memory of a process of its own: {megabytes} MB.")
    written_rows = timed(
        {
            OURS: lambda: ours(file, out=folder / "rows", overwrite=True),
            "DuckDB": lambda: database.write_rows(str(file), folder / "rows.parquet"),
        },
        rounds,
    )
    show(f"{rows:,} rows of Parquet to Parquet", written_rows, rows, ("DuckDB", OURS))
    decoding = next(name for name in totals if name.startswith("decoding the"))
    return [
        aim("Parquet to totals, times DuckDB", ratio(totals, "DuckDB"), 1.5),
        aim("Parquet to totals, share of decoding the same columns", ratio(totals, decoding), 0.5),
        aim("Parquet to totals, most memory in MB", megabytes, 500, at_most=True),
        aim("Parquet to Parquet, times DuckDB", ratio(written_rows, "DuckDB"), 1),
    ]


def costs(people: pa.Table, rounds: int) -> None:
    """Measure a second pair of policies, ten more questions, and people of whom not all is known."""
    third = read_in_one_way(policies["uk/latest"])
    more = [each.name for each in BOTH[0].questions if each.name not in QUESTIONS][:10]
    unknown = pa.Table.from_batches(list(synthesise(people.num_rows)))

    def ask(
        source: pa.Table, asked: Sequence[Policy] = BOTH, questions: Sequence[str] = QUESTIONS, *, answers: bool
    ) -> Callable[[], Population]:
        return lambda: population(source, asked, questions=questions, answers=answers)

    for answers, what in ((False, "totals"), (True, "every row")):
        engines = {
            OURS: ask(people, answers=answers),
            "a second pair, to uk/latest": ask(people, (*BOTH, third), answers=answers),
            "ten more questions": ask(people, questions=(*QUESTIONS, *more), answers=answers),
            "people as synthesised, with unknown facts": ask(unknown, answers=answers),
        }
        show(f"{people.num_rows:,} rows in memory, {what}", timed(engines, rounds), people.num_rows)


def aim(what: str, figure: float, goal: float, *, at_most: bool = False) -> str:
    """Return a line that says whether an aim is met."""
    met = figure <= goal if at_most else figure >= goal
    return f"{what}|{figure:.3g}|{'at most' if at_most else 'at least'} {goal:g}|{'met' if met else 'missed'}"


def checked(people: pa.Table, folder: Path) -> None:
    """Stop where an engine disagrees with the library on a row."""
    answers = ours(people, answers=True).answers
    assert answers is not None
    told = told_by_library(answers, (BOTH[0].id, BOTH[1].id))
    wrong = list(Rivals(people, folder).disagreeing(told))
    if wrong:
        sys.exit("\n".join(["The engines disagree.", *wrong]))
    print(f"All engines agree on {len(told.columns())} columns of {people.num_rows:,} rows.")


def main(rows: int, rounds: int, parent: Path | None) -> None:
    """Measure everything."""
    names = ("openfisca-core", "duckdb", "numpy", "pyarrow")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores of {processor()}")
    print(", ".join(f"{name} {version(name)}" for name in names), gcc(), sep=", ")
    with TemporaryDirectory(dir=parent) as name:
        folder = Path(name)
        file = written(folder / "people.parquet", rows)
        people = pa.Table.from_batches(list(whole(rows)))
        checked(people.slice(0, CHECKED), folder)
        alone = timed({OURS: lambda: ours(people.slice(0, 1))}, rounds)[OURS]
        print(f"Of each figure of the library, {median(alone):.2f} s is what one row takes: the rules made ready.")
        met = [*in_memory(people, folder, rounds), *on_disk(file, people, folder, rounds)]
        costs(people, rounds)
    print()
    print(tabulate([line.split("|") for line in met], ["", "measured", "aim", ""]))


def processor() -> str:
    """Return the name of the processor."""
    found = Path("/proc/cpuinfo")
    lines = found.read_text(encoding="utf-8").splitlines() if found.exists() else []
    named = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def gcc() -> str:
    """Return the version of the C compiler."""
    told = subprocess.run(["gcc", "--version"], check=True, capture_output=True, text=True)  # noqa: S607  # a tool
    return told.stdout.partition("\n")[0]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Compare populations with other engines.")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="where files are made and taken away")
    parser.add_argument("--total", type=Path, help="only total this folder")
    given = parser.parse_args()
    if given.total:
        ours(given.total)
        print(most_memory())
    else:
        main(given.rows, given.rounds, given.folder)
