"""Case files: TOML or JSON, a flat table of facts with an optional `name`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from asylum_rules.errors import InvalidInputError, Problem, path_named
from asylum_rules.language.subjects import Profile
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.tablefile import read_table

_CASES: Final[Mapping[str, type[CaseProfile | BoatProfile]]] = {
    Profile.PERSON: CaseProfile,
    Profile.BOAT: BoatProfile,
}


def read_case(path: Path) -> CaseProfile | BoatProfile:
    """Return the case that a file states; raise `InvalidInputError` once with everything that is wrong."""
    table = read_table(path, of="facts", suffixes=(".toml", ".json"))
    try:
        return case_from(table)
    except InvalidInputError as error:
        raise InvalidInputError(path_named(path), error.problems) from None


def case_from(table: Mapping[str, object]) -> CaseProfile | BoatProfile:
    """Return the case that a table of facts states; raise `InvalidInputError` once with everything that is wrong."""
    facts = dict(table)
    profile = facts.pop("profile", Profile.PERSON)
    case = _CASES.get(profile) if isinstance(profile, str) else None
    if case is None:
        raise InvalidInputError("case", (Problem("`profile`", f"expected one of {', '.join(_CASES)}"),))
    given: dict[str, Any] = facts
    return case(**given)


def case_table(case: CaseProfile | BoatProfile) -> dict[str, str | int | bool]:
    """Return what a case states, as a case file gives it: what it says to be unknown included."""
    return case.written()
