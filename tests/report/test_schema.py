"""The JSON Schema of a case file: every case file is one, and what is wrong is none."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from asylum_rules import BoatProfile, CaseProfile
from asylum_rules.language.subjects import Profile
from asylum_rules.report.casefile import case_table
from asylum_rules.report.schema import FACTS, case_schema
from asylum_rules.testing import boat_profiles, case_profiles, partial

EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.toml"))
SCHEMA: dict[str, Any] = case_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def is_case(table: Mapping[str, object]) -> bool:
    return VALIDATOR.is_valid(table)


def as_json(table: Mapping[str, object]) -> dict[str, object]:
    """Return what TOML gives as JSON would: dates as text."""
    return {key: value.isoformat() if isinstance(value, date | datetime) else value for key, value in table.items()}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_describes_every_fact_of_both_profiles() -> None:
    described = [set(each["properties"]) for each in SCHEMA["anyOf"]]

    assert described == [{"name", "profile", *(fact.name for fact in FACTS[profile])} for profile in Profile]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_fits_the_schema(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))

    assert is_case(as_json(table))


@given(case=case_profiles() | partial(case_profiles()))
def test_every_drawn_person_fits_the_schema(case: CaseProfile) -> None:
    assert is_case(case_table(case))


@given(boat=boat_profiles() | partial(boat_profiles()))
def test_every_drawn_boat_fits_the_schema(boat: BoatProfile) -> None:
    assert is_case({"profile": "boat", **case_table(boat)})


@pytest.mark.parametrize(
    "table",
    [
        {},
        {"name": None, "claim": None},
        {"name": "A", "profile": "person"},
        {"claimed_on": "none", "decided_on": "unknown"},
        {"assets": 1200},
        {"assets": "1200.5"},
        {"assets": "0.00 GBP"},
        {"age": 0},
        {"english": "none"},
        {"family_applied_at": "2025-09-04T15:00"},
        {"profile": "boat", "zone": "beach", "obeyed_order_to_stop": "none"},
    ],
)
def test_what_a_case_file_may_say_fits(table: dict[str, object]) -> None:
    assert is_case(table)


@pytest.mark.parametrize(
    "table",
    [
        {"claimd_on": "2026-04-01"},
        {"claimed_on": "2026-02-30"},
        {"claimed_on": "soon"},
        {"claimed_on": "2026-04-01T10:00:00"},
        {"claimed_on": 20260401},
        {"arrived_on": "none"},
        {"claim": "refuge"},
        {"claim": "none"},
        {"age": -1},
        {"age": True},
        {"age": 1.5},
        {"age": "34"},
        {"age": 1_000_001},
        {"is_destitute": "yes"},
        {"is_destitute": 1},
        {"assets": "10.00 DKK"},
        {"assets": "10.001"},
        {"assets": -1},
        {"assets": True},
        {"family_applied_at": "2025-09-04T15:00Z"},
        {"family_applied_at": "2025-09-04"},
        {"name": 7},
        {"name": "x" * 201},
        {"profile": "plane"},
        {"profile": None},
        {"zone": "beach"},
        {"profile": "person", "zone": "beach"},
        {"profile": "boat", "claim": "refugee"},
        {"age": {"years": 34}},
    ],
)
def test_what_a_case_file_may_not_say_does_not_fit(table: dict[str, object]) -> None:
    assert not is_case(table)


@pytest.mark.parametrize("wrong", [[], [{}], "claim", 1, None])
def test_what_is_no_table_is_no_case(wrong: object) -> None:
    assert not VALIDATOR.is_valid(wrong)
