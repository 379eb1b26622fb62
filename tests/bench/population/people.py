"""The people that the engines are compared on: synthetic, with every fact stated that the four questions turn on.

The rivals know no value that is not known, so what `synthesise` leaves out is made up here, the same for a number of
a row everywhere. Facts that the synthesis never varies are varied, so that every rule of the four questions is reached.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from asylum_rules import Claim, Entry, Policy, Route, policies
from asylum_rules.population.synthesis import synthesise

Array: TypeAlias = np.ndarray[Any, np.dtype[Any]]
Facts: TypeAlias = Mapping[str, Array]
"""Columns as numbers: a code by its place, a date by its day since 1970, yes or no as a boolean."""

QUESTIONS: Final = ("leave.length", "settlement.from", "reviews.before_settlement", "support.entitlement")
NO_DAY: Final = -1
"""The day of a date that there is not."""

CODES: Final = {"claim": tuple(map(str, Claim)), "route": tuple(map(str, Route))}
DATES: Final = ("claimed_on", "further_submissions_on", "decided_on", "arrived_on")
YES_NO: Final = (
    "on_work_and_study_route",
    "is_unaccompanied_child",
    "is_family_with_child",
    "is_destitute",
    "meets_section_4_condition",
    "faces_genuine_obstacle_to_leaving",
    "broke_support_conditions",
    "worked_illegally",
    "refusing_support_breaches_rights",
)
NEEDED: Final = (*CODES, *DATES, *YES_NO)
"""The facts that the four questions turn on under the one reading."""

_PER_CENT: Final = {
    "is_destitute": 70,
    "meets_section_4_condition": 30,
    "faces_genuine_obstacle_to_leaving": 30,
    "on_work_and_study_route": 10,
    "broke_support_conditions": 4,
    "worked_illegally": 4,
    "refusing_support_breaches_rights": 5,
}
"""Of how many in a hundred a fact holds where the synthesis does not say."""
_ADULT_ALONE: Final = {
    "was_unaccompanied_child_at_claim": False,
    "is_unaccompanied_child": False,
    "is_child_in_family_claim": False,
    "is_family_with_child": False,
    "age": 30,
    "household_size": 1,
    "children_under_1": 0,
    "children_aged_1_to_3": 0,
    "months_on_public_funds": 0,
}
"""What is stated of those of whom the synthesis says nothing of the household."""


def read_in_one_way(policy: Policy) -> Policy:
    """Return a policy with every open point read by its headline, or by its first reading where it has none."""
    return policy.read((point, point.headline or point.codes[0]) for point in policy.points())


def both_policies() -> tuple[Policy, Policy]:
    """Return the two policies that are compared."""
    return read_in_one_way(policies["uk/baseline"]), read_in_one_way(policies["uk/proposed"])


def whole(count: int) -> Iterator[pa.RecordBatch]:
    """Yield so many people, in batches."""
    for batch in synthesise(count):
        yield _whole(batch)


def written(path: Path, count: int) -> Path:
    """Write so many people to a Parquet file."""
    batches = whole(count)
    first = next(batches)
    with pq.ParquetWriter(path, first.schema, compression="zstd") as file:
        file.write(first)
        for batch in batches:
            file.write(batch)
    return path


def facts_of(table: pa.Table) -> Facts:
    """Return the columns that the four questions turn on as numbers."""
    return {
        **{name: _places(table[name], codes) for name, codes in CODES.items()},
        **{name: _days(table[name]) for name in DATES},
        **{name: table[name].to_numpy() for name in YES_NO},
    }


def _whole(batch: pa.RecordBatch) -> pa.RecordBatch:
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    number = columns["id"].to_numpy()
    claim = _places(columns["claim"], CODES["claim"])
    seen = np.flatnonzero(_drawn(number, "another claim", 2))
    for old, new in ((Claim.REFUGEE, Claim.HUMANITARIAN_PROTECTION), (Claim.PENDING, Claim.INADMISSIBLE)):
        place, other = CODES["claim"].index(old), CODES["claim"].index(new)
        claim[seen[claim[seen] == place]] = other
    claimed, decided = _days(columns["claimed_on"]), _days(columns["decided_on"])
    again = (claimed != NO_DAY) & _drawn(number, "further submissions", 5)
    further = np.where(again, np.where(decided == NO_DAY, claimed, (claimed + decided) // 2), NO_DAY)
    columns["claim"] = pa.DictionaryArray.from_arrays(pa.array(claim), pa.array(CODES["claim"]))
    columns["further_submissions_on"] = _worded(further)
    columns["arrived_on"] = pc.coalesce(columns["arrived_on"], pa.array(claimed, pa.int32()).cast(pa.date32()))
    columns["entry"] = columns["entry"].cast(pa.string()).fill_null(Entry.VISA).dictionary_encode()
    for name, value in _ADULT_ALONE.items():
        columns[name] = columns[name].fill_null(value)
    for name, share in _PER_CENT.items():
        drawn = pa.array(_drawn(number, name, share))
        columns[name] = pc.coalesce(columns[name], drawn) if name in columns else drawn
    return pa.RecordBatch.from_pydict(columns)


def _drawn(number: Array, what: str, per_cent: int) -> Array:
    """Return a draw for each number of a row, by a hash of the two."""
    word = number.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(int.from_bytes(what.encode()[-7:]))
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        word = (word ^ (word >> np.uint64(shift))) * np.uint64(factor)
    drawn: Array = (word >> np.uint64(33)) % np.uint64(100) < per_cent
    return drawn


def _places(column: Any, codes: tuple[str, ...]) -> Array:  # Arrow has no types
    strings = column.cast(pa.string())
    found: Array = pc.index_in(strings, pa.array(codes)).cast(pa.int8()).to_numpy(zero_copy_only=False)
    return found.copy()


def _days(column: Any) -> Array:
    if pa.types.is_dictionary(column.type):
        words = column.cast(pa.string())
        column = pc.if_else(pc.equal(words, "none"), None, words).cast(pa.date32())
    found: Array = column.cast(pa.int32()).fill_null(NO_DAY).to_numpy(zero_copy_only=False)
    return found


def _worded(days: Array) -> pa.DictionaryArray:
    first = int(np.where(days == NO_DAY, days.max(), days).min())
    words = [(date(1970, 1, 1) + timedelta(days=day)).isoformat() for day in range(first, int(days.max()) + 1)]
    places = np.where(days == NO_DAY, len(words), days - first).astype(np.int16)
    return pa.DictionaryArray.from_arrays(pa.array(places), pa.array([*words, "none"]))
