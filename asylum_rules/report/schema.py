"""The JSON Schema of a case file, made from the facts."""

from collections.abc import Mapping
from typing import Final

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact, Profile
from asylum_rules.model.boat import FACTS as BOAT_FACTS
from asylum_rules.model.person import FACTS as PERSON_FACTS

FACTS: Final[Mapping[Profile, tuple[Fact, ...]]] = {Profile.PERSON: PERSON_FACTS, Profile.BOAT: BOAT_FACTS}
"""The facts of each profile."""

_SHAPES: Final[Mapping[Kind, dict[str, object]]] = {
    Kind.YES_NO: {"type": "boolean"},
    Kind.COUNT: {"type": "integer", "minimum": 0, "maximum": 1_000_000},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.MOMENT: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?$"},
    Kind.MONEY: {
        "anyOf": [{"type": "string", "pattern": r"^\d+(\.\d{1,2})?( GBP)?$"}, {"type": "number", "minimum": 0}]
    },
    Kind.SPAN: {"type": "string", "pattern": r"^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$"},
}


def case_schema() -> dict[str, object]:
    """Return the JSON Schema of a case file: of a person, or of a boat."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case file of asylum-rules",
        "anyOf": [_profile(profile, facts) for profile, facts in FACTS.items()],
    }


def _profile(profile: Profile, facts: tuple[Fact, ...]) -> dict[str, object]:
    return {
        "title": f"The case of a {profile}",
        "type": "object",
        "additionalProperties": False,
        **({} if profile is Profile.PERSON else {"required": ["profile"]}),
        "properties": {
            "profile": {"const": str(profile)},
            "name": {"type": ["string", "null"], "maxLength": 200},
            **{fact.name: _fact(fact) for fact in facts},
        },
    }


def _fact(fact: Fact) -> dict[str, object]:
    words = ["none", "unknown"] if fact.none else ["unknown"]
    shape = {"enum": [str(code) for code in fact.codes]} if fact.codes else _SHAPES[fact.kind]
    return {"description": fact.text, "anyOf": [shape, {"enum": words}, {"type": "null"}]}
