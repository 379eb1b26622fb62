"""The four questions in SQL for DuckDB, by hand, as nested CASE: over an Arrow table, and over Parquet files.

Over Arrow the columns are those that suit it best: codes as small numbers, dates as dates with null for none. Over
Parquet it reads the same files as the library, in which codes are words and a date may be the word none.
"""

from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
import pyarrow as pa

from asylum_rules import Claim, Route
from tests.bench.population.codes import WIDTH, Told
from tests.bench.population.people import CODES, DATES, NO_DAY, QUESTIONS, YES_NO, Array, Facts

THREADS: Final = 2


def _steps(relation: str, *, words: bool) -> str:
    """Return the steps that the answers share, over columns of words or of numbers."""

    def code(name: str, *codes: str) -> str:
        each = (f"'{code}'" if words else str(CODES[name].index(code)) for code in codes)
        return f"{name} IN ({', '.join(each)})"

    lodged = (
        "claimed_on <> 'none' OR further_submissions_on <> 'none'"
        if words
        else "claimed_on IS NOT NULL OR further_submissions_on IS NOT NULL"
    )
    decided = "TRY_CAST(decided_on AS DATE)" if words else "decided_on"
    ended = code("claim", Claim.REFUSED, Claim.WITHDRAWN, Claim.INADMISSIBLE)
    brought = code(
        "route",
        Route.UK_RESETTLEMENT_SCHEME,
        Route.COMMUNITY_SPONSORSHIP,
        Route.UNIVERSITY_SPONSORSHIP,
        Route.CORPORATE_SPONSORSHIP,
    )
    return f"""
    steps AS (
        SELECT
            id,
            {code("claim", Claim.PENDING, Claim.REFUGEE, Claim.HUMANITARIAN_PROTECTION)} AND ({lodged}) AS here,
            {code("claim", Claim.REFUGEE, Claim.HUMANITARIAN_PROTECTION)} AND ({lodged}) AS recognised,
            {brought} AND NOT {ended} AS brought,
            {code("route", Route.UK_RESETTLEMENT_SCHEME)} AND arrived_on >= DATE '2021-11-04' AS settled,
            arrived_on >= DATE '2025-11-17' AS late,
            {code("claim", Claim.PENDING, Claim.INADMISSIBLE, Claim.REFUSED)} AS carries,
            {code("claim", Claim.REFUSED)} AS refused,
            {decided} AS decided,
            arrived_on, {", ".join(YES_NO)}
        FROM {relation}
    )"""


_ANSWERS: Final = """
    answers AS (
        SELECT
            id,
            CASE WHEN here THEN 2
                 WHEN brought THEN CASE WHEN settled THEN 4 ELSE 1 END
                 ELSE 0 END::TINYINT AS leave_old,
            CASE WHEN here THEN 3
                 WHEN brought THEN CASE WHEN settled AND NOT late THEN 4 ELSE 1 END
                 ELSE 0 END::TINYINT AS leave_new,
            CASE WHEN recognised THEN 2
                 WHEN brought THEN CASE WHEN settled THEN 2 ELSE 1 END
                 ELSE 0 END::TINYINT AS from_old,
            CASE WHEN recognised THEN CASE WHEN on_work_and_study_route THEN 1 ELSE 2 END
                 WHEN brought THEN CASE WHEN late OR settled THEN 2 ELSE 1 END
                 ELSE 0 END::TINYINT AS from_new,
            CASE WHEN recognised THEN (decided + INTERVAL 5 YEAR)::DATE
                 WHEN brought AND settled THEN arrived_on END AS day_old,
            CASE WHEN recognised THEN
                     CASE WHEN NOT on_work_and_study_route THEN (decided + INTERVAL 20 YEAR)::DATE END
                 WHEN brought THEN
                     CASE WHEN late THEN (decided + INTERVAL 10 YEAR)::DATE
                          WHEN settled THEN arrived_on END
                 END AS day_new,
            CASE WHEN here THEN 2
                 WHEN brought THEN CASE WHEN settled THEN 2 ELSE 1 END
                 ELSE 0 END::TINYINT AS reviews_old,
            CASE WHEN here THEN CASE WHEN on_work_and_study_route THEN 1 ELSE 9 END
                 WHEN brought THEN CASE WHEN settled AND NOT late THEN 2 ELSE 1 END
                 ELSE 0 END::TINYINT AS reviews_new,
            CASE WHEN NOT carries THEN 4
                 WHEN is_unaccompanied_child THEN 0
                 WHEN refusing_support_breaches_rights THEN 2
                 WHEN NOT is_destitute THEN 4
                 WHEN NOT refused OR is_family_with_child THEN
                     CASE WHEN broke_support_conditions OR worked_illegally THEN 3 ELSE 2 END
                 WHEN meets_section_4_condition THEN 3
                 ELSE 4 END::TINYINT AS support_old,
            CASE WHEN NOT carries THEN 4
                 WHEN is_unaccompanied_child THEN 0
                 WHEN refusing_support_breaches_rights THEN 2
                 WHEN NOT is_destitute THEN 4
                 WHEN NOT refused OR faces_genuine_obstacle_to_leaving THEN 3
                 ELSE 4 END::TINYINT AS support_new
        FROM steps
    )"""

_CHANGES: Final = """
            CASE WHEN leave_old = leave_new THEN 2
                 WHEN leave_old = 0 OR leave_new = 0 THEN 3
                 WHEN leave_old = 1 OR leave_new = 1 THEN 4
                 ELSE 1 END::TINYINT AS leave_turn,
            CASE WHEN from_old = 2 AND from_new = 2 THEN
                     CASE WHEN day_old = day_new THEN 2 WHEN day_new > day_old THEN 1 ELSE 0 END
                 WHEN from_old = from_new THEN 2
                 WHEN from_old = 0 OR from_new = 0 THEN 3
                 ELSE 4 END::TINYINT AS from_turn,
            CASE WHEN reviews_old = reviews_new THEN 2
                 WHEN reviews_old = 0 OR reviews_new = 0 THEN 3
                 WHEN reviews_old = 1 OR reviews_new = 1 THEN 4
                 WHEN reviews_new > reviews_old THEN 1
                 ELSE 0 END::TINYINT AS reviews_turn,
            CASE WHEN support_old = support_new THEN 2
                 WHEN support_old = 0 OR support_new = 0 THEN 3
                 WHEN support_new > support_old THEN 1
                 ELSE 0 END::TINYINT AS support_turn"""

_NAMES: Final = ("leave", "from", "reviews", "support")
_COUNTED: Final = ", ".join(f"{name}_old, {name}_new, {name}_turn" for name in _NAMES)


class Database:
    """A DuckDB of two threads."""

    def __init__(self) -> None:
        self._connection: Final = duckdb.connect(config={"threads": THREADS})

    def rows(self, table: pa.Table) -> pa.Table:
        """Return the answers to every row of a table of `native` columns."""
        return self._over(table, f"WITH {_steps('people', words=False)}, {_ANSWERS} SELECT *, {_CHANGES} FROM answers")

    def totals(self, table: pa.Table) -> Array:
        """Return the totals of a table of `native` columns, as `numpy_rules.totals` does."""
        return _counts(self._over(table, _grouped("people", words=False)))

    def totals_of_files(self, pattern: str) -> Array:
        """Return the totals of Parquet files."""
        return _counts(_table(self._connection.sql(_grouped(f"'{pattern}'", words=True))))

    def write_rows(self, pattern: str, out: Path) -> None:
        """Write the answers to every row of Parquet files to another."""
        query = f"WITH {_steps(repr(pattern), words=True)}, {_ANSWERS} SELECT *, {_CHANGES} FROM answers"
        self._connection.execute(f"COPY ({query}) TO '{out}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)")

    def _over(self, table: pa.Table, query: str) -> pa.Table:
        self._connection.register("people", table)
        return _table(self._connection.sql(query))


def _grouped(relation: str, *, words: bool) -> str:
    return f"""WITH {_steps(relation, words=words)}, {_ANSWERS}, told AS (SELECT *, {_CHANGES} FROM answers)
        SELECT {_COUNTED}, count(*) AS rows FROM told GROUP BY {_COUNTED}"""


def _table(found: Any) -> pa.Table:
    return found.to_arrow_table()


def _counts(groups: pa.Table) -> Array:
    counts = np.zeros((len(QUESTIONS), WIDTH, WIDTH, 8), dtype=np.int64)
    for place, name in enumerate(_NAMES):
        codes = tuple(groups[f"{name}_{part}"].to_numpy() for part in ("old", "new", "turn"))
        np.add.at(counts[place], codes, groups["rows"].to_numpy())
    return counts


def native(facts: Facts) -> pa.Table:
    """Return facts as an Arrow table in the columns that suit DuckDB best."""
    dates = {name: pa.array(facts[name], mask=facts[name] == NO_DAY).cast(pa.date32()) for name in DATES}
    return pa.table({**facts, **dates, "id": np.arange(len(facts["claim"]))})


def told_of(rows: pa.Table) -> Told:
    """Return rows as numbers, in the order of their ids."""
    rows = rows.sort_by("id")

    def three(part: str) -> tuple[Array, ...]:
        return tuple(rows[f"{name}_{part}"].to_numpy() for name in _NAMES)

    def day(name: str) -> Array:
        found: Array = rows[name].cast(pa.int32()).fill_null(0).to_numpy()
        return found

    return Told(three("old"), three("new"), day("day_old"), day("day_new"), three("turn"))
