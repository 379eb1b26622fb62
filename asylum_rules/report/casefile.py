"""Case files: TOML or JSON, a flat table of facts with an optional `name`. Hostile until read."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from asylum_rules.errors import InvalidInputError, Problem, printable, quoted
from asylum_rules.language.subjects import Profile
from asylum_rules.model.cases import BoatProfile, CaseProfile

MOST_BYTES: Final = 1_000_000
_CASES: Final[Mapping[str, type[CaseProfile | BoatProfile]]] = {
    Profile.PERSON: CaseProfile,
    Profile.BOAT: BoatProfile,
}


def read_case(path: Path) -> CaseProfile | BoatProfile:
    """Return the case that a file states; raise `InvalidInputError` once with everything that is wrong."""
    whole = str(path)
    subject = quoted(whole if len(whole) <= 80 else f".../{path.name}")
    try:
        return case_from(_table(_text(path), path.suffix.lower()))
    except InvalidInputError as error:
        raise InvalidInputError(subject, error.problems) from None


def case_from(table: Mapping[str, object]) -> CaseProfile | BoatProfile:
    """Return the case that a table of facts states; raise `InvalidInputError` once with everything that is wrong."""
    facts = dict(table)
    profile = facts.pop("profile", Profile.PERSON)
    case = _CASES.get(profile) if isinstance(profile, str) else None
    if case is None:
        raise InvalidInputError("case", (Problem("`profile`", f"expected one of {', '.join(_CASES)}"),))
    given: dict[str, Any] = facts
    return case(**given)


def _refuse(what: str) -> InvalidInputError:
    return InvalidInputError("case", (Problem("", what),))


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise _refuse("is a directory, expected a file")
        if path.suffix.lower() not in (".toml", ".json"):
            raise _refuse("expected a file whose name ends in `.toml` or `.json`")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refuse(f"cannot be read: {(error.strerror or 'unknown reason').lower()}") from None
    if len(raw) > MOST_BYTES:
        raise _refuse(f"is larger than {MOST_BYTES:,} bytes")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refuse(f"is not UTF-8 at byte {error.start}") from None
    if not text.strip():
        raise _refuse("is empty, expected at least one fact")
    return text


def _table(text: str, suffix: str) -> Mapping[str, object]:
    try:
        table = tomllib.loads(text) if suffix == ".toml" else json.loads(text, object_pairs_hook=_pairs)
    except tomllib.TOMLDecodeError as error:
        raise _refuse(f"is not TOML: {printable(str(error))}") from None
    except json.JSONDecodeError as error:
        raise _refuse(f"is not JSON: {printable(error.msg)} at line {error.lineno}, column {error.colno}") from None
    except (ValueError, RecursionError):
        raise _refuse("holds a number or a nesting that no case needs") from None
    if not isinstance(table, dict):
        raise _refuse('expected a table of facts, as `{"claim": "pending"}`')
    return table


def _pairs(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    table: dict[str, object] = {}
    for name, value in pairs:
        if name in table:
            raise _refuse(f"{quoted(name)} is given twice")
        table[name] = value
    return table


def case_table(case: CaseProfile | BoatProfile) -> dict[str, str | int | bool]:
    """Return what a case states, as a case file gives it: what it says to be unknown included."""
    return case.written()
