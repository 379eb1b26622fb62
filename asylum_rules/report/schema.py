"""JSON Schemas: of a case file, made from the facts, and of what commands print, from the contract."""

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact, Profile
from asylum_rules.model.boat import FACTS as BOAT_FACTS
from asylum_rules.model.person import FACTS as PERSON_FACTS

FACTS: Final[Mapping[Profile, tuple[Fact, ...]]] = {Profile.PERSON: PERSON_FACTS, Profile.BOAT: BOAT_FACTS}
"""The facts of each profile."""

OUTPUTS: Final = ("diff", "explain", "timeline", "attribute", "rules", "impact", "prove", "check", "population")
"""The commands whose JSON has a schema."""

_ELSEWHERE: Final = re.compile(r'(?<=")\w+\.schema\.json(?=#/)')
_NAMED: Final = re.compile(r'"#/\$defs/(\w+)')

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


def output_schema(command: str) -> dict[str, Any]:
    """Return the JSON Schema of what one of `OUTPUTS` prints, with the definitions that it shares with others."""
    own, *others = (_contract(name) for name in (command, "diff", "definitions"))
    known = {name: each for schema in (*others, own) for name, each in schema.pop("$defs", {}).items()}
    used: dict[str, Any] = {}
    left = [own]
    while left:
        for name in _NAMED.findall(json.dumps(left.pop())):
            if name not in used:
                used[name] = known[name]
                left.append(known[name])
    return {**own, "$defs": used}


def _contract(name: str) -> dict[str, Any]:
    """Return a schema of the contract, what it takes from another named as if it were its own."""
    text = (files("asylum_rules") / "contract" / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(_ELSEWHERE.sub("", text))
    return schema


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
