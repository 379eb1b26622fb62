"""The JSON Schemas of what commands print: every real run fits, and what is spoilt does not."""

import json
from collections.abc import Iterator
from copy import deepcopy
from enum import Enum, auto
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import asylum_rules
from asylum_rules.cells import condition
from asylum_rules.cli import main
from asylum_rules.decide import completions
from asylum_rules.diff.rules import Change
from asylum_rules.lint.finding import Fault, Level
from asylum_rules.report.schema import OUTPUTS, output_schema
from asylum_rules.report.timeline import Event
from asylum_rules.sources.standing import Stage

CONTRACT = Path(asylum_rules.__file__).parent / "contract"
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SMALL_BOAT, WAITING, RESETTLED = (str(EXAMPLES / f"{name}.toml") for name in ("small-boat", "waiting", "resettled"))
TAXI_BOAT, REFORM = str(EXAMPLES / "boat" / "taxi-boat.toml"), str(EXAMPLES / "reforms" / "fifteen-years.toml")
LATEST, PROPOSED = ("uk/baseline", "uk/latest"), ("uk/baseline", "uk/proposed")
WAIT = ("--question", "settlement.after")
GROUNDS = ("--question", "support.grounds_against")
READ = ("--under", "settlement.core_period=twenty_years", "--under", "settlement.increases_reach_refugees=no")

PEOPLE = """claim,claimed_on,decided_on,route,note
refugee,2026-03-01,2026-11-02,in_country,
refugee,,2026-11-02,in_country,
refugee,2026-03-02,,resettlement,
pending,2026-03-02,,in_country,
refugeee,2026-03-02,,in_country,
"""


def both(command: str, *policies: str) -> tuple[str, ...]:
    return (command, *(word for each in policies for word in ("--policy", each)))


RUNS: list[tuple[tuple[str, ...], set[str]]] = [
    (("diff", SMALL_BOAT), {"possible", "range"}),
    (("diff", TAXI_BOAT), set()),
    (("explain", SMALL_BOAT, "--policy", "uk/proposed"), {"possible"}),
    (("explain", WAITING, "--policy", "uk/latest", *GROUNDS), {"possible"}),
    (("explain", SMALL_BOAT, "--policy", REFORM, "--no-presume", *WAIT), {"possible"}),
    (("explain", RESETTLED, "--policy", "denmark", *WAIT), set()),
    (("explain", TAXI_BOAT, "--policy", "france/doctrine"), set()),
    (("timeline", SMALL_BOAT), {"up_to"}),
    (("timeline", WAITING, "--no-presume"), set()),
    ((*both("timeline", "uk/next", "denmark", REFORM), RESETTLED), set()),
    (("timeline", SMALL_BOAT, *READ), set()),
    (("attribute", SMALL_BOAT), {"sufficient", "not_attributed"}),
    ((*both("attribute", *LATEST), WAITING, "--no-presume"), {"not_attributed"}),
    ((*both("attribute", "uk/proposed", REFORM), SMALL_BOAT, *READ), {"sufficient"}),
    (("attribute", TAXI_BOAT), {"sufficient"}),
    (("rules", "uk/next"), {"qualifier"}),
    (("rules", REFORM), set()),
    (("rules", "france/doctrine"), set()),
    (("rules", *PROPOSED), {"change"}),
    (("rules", "uk/latest", "uk/latest"), set()),
    (("impact", *LATEST, *GROUNDS, "--unchanged"), {"code", "unchanged_classes"}),
    (("impact", *PROPOSED, *WAIT, "--readings", "all", "--given", SMALL_BOAT), {"part", "range", "formula", "between"}),
    (("impact", "uk/latest", REFORM, "--question", "support.weekly"), {"part", "qualifier"}),
    (("impact", "france/before", "france/doctrine"), set()),
    (("prove", "no-gap", "uk/latest", *WAIT), set()),
    (("prove", "equivalent", *LATEST, "--question", "leave.length", *READ), {"from", "to"}),
    (("prove", "equivalent", "france/before", "france/doctrine"), {"from", "to"}),
    (("prove", "nobody-worse-off", *PROPOSED, *WAIT, "--readings", "headline"), {"from", "to"}),
    (("prove", "monotone", "uk/latest", "--fact", "age"), {"reason", "instead"}),
    (("prove", "monotone", "uk/proposed", *WAIT, "--fact", "months_on_public_funds"), {"instead"}),
    (("prove", "nothing-before", *LATEST, "--before", "2026-03-02", *WAIT, "--given", SMALL_BOAT), {"given"}),
    (("check", "uk/next", "--older-than", "P1D", "--on", "2027-01-01"), {"finding"}),
    (("check", "no-reform.toml"), {"finding"}),
    (("check", "denmark"), set()),
    ((*both("population", *LATEST), "people.csv", "--by", "claim", "--question", "leave.length"), {"value"}),
    ((*both("population", *PROPOSED), "people.csv", *WAIT, "--question", "settlement.from"), {"formula"}),
    ((*both("population", "uk/latest"), "people.csv", *WAIT), set()),
]
"""Some words, and keys that stand in what is printed."""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "no-reform.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def printed(*words: str) -> Any:
    result = CliRunner().invoke(main, (*words, "--format", "json"))
    assert result.exit_code in (0, 1), result.stderr
    return json.loads(result.stdout)


def faults(command: str, data: object) -> list[str]:
    schema = output_schema(command)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def objects(data: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a document, the outer ones first."""
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from objects(each)


def parts(data: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Yield every object that has keys of its own and is no answer, with the keys that lead to it."""
    if isinstance(data, list):
        for each in data:
            yield from parts(each, place)
    elif isinstance(data, dict) and "assumed" not in data:
        yield place, data
        for key, each in data.items():
            if key not in BY_NAME:
                yield from parts(each, (*place, key))


def named(words: tuple[str, ...]) -> str:
    return " ".join(Path(each).name if "/examples/" in each else each for each in words)


# The schemas


@pytest.mark.parametrize("command", OUTPUTS)
def test_each_is_a_schema_that_names_its_command_and_needs_no_other_file(command: str) -> None:
    schema = output_schema(command)

    Draft202012Validator.check_schema(schema)
    assert f"`asylum-rules {command} " in schema["title"]
    assert ".schema.json" not in json.dumps(schema)


def test_that_of_diff_is_the_contract() -> None:
    assert output_schema("diff") == json.loads((CONTRACT / "diff.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", OUTPUTS)
def test_the_command_prints_it(command: str) -> None:
    result = CliRunner().invoke(main, ("schema", command))

    assert json.loads(result.stdout) == output_schema(command)


def test_of_what_has_none_it_is_refused() -> None:
    result = CliRunner().invoke(main, ("schema", "policies"))

    assert result.exit_code == 2
    assert "'policies' is not one of" in result.stderr


@pytest.mark.parametrize("command", OUTPUTS)
def test_no_name_is_defined_twice(command: str) -> None:
    schemas = [
        json.loads((CONTRACT / f"{each}.schema.json").read_text(encoding="utf-8"))
        for each in dict.fromkeys((command, "diff", "definitions"))
    ]

    names = [name for schema in schemas for name in schema.get("$defs", {})]

    assert len(set(names)) == len(names)


def test_words_are_those_of_the_library() -> None:
    timeline, rules, check = (output_schema(each) for each in ("timeline", "rules", "check"))
    finding = check["items"]["properties"]

    assert timeline["$defs"]["event"]["properties"]["event"]["enum"] == [str(each) for each in Event]
    assert rules["$defs"]["standing"]["enum"] == [str(each) for each in Stage]
    assert rules["$defs"]["rule_change"]["enum"] == [str(each) for each in Change]
    assert finding["finding"]["enum"] == [str(each) for each in Fault]
    assert finding["level"]["enum"] == [str(each) for each in Level]


# What is printed


@pytest.mark.parametrize(("words", "keys"), RUNS, ids=[named(words) for words, _ in RUNS])
def test_what_is_printed_fits(words: tuple[str, ...], keys: set[str]) -> None:
    data = printed(*words)

    assert faults(words[0], data) == []
    assert keys <= {key for each in objects(data) for key in each}


def test_a_table_of_ways_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(condition, "MOST", 1)
    data = printed("impact", *LATEST, *WAIT)

    assert data["classes"][0]["rows"]
    assert faults("impact", data) == []
    assert faults("impact", spoilt(data, "about", 7))


def test_what_is_too_large_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 100)

    impact, proof = printed("impact", *LATEST, *WAIT), printed("prove", "nobody-worse-off", *PROPOSED, *WAIT)

    assert (impact["exact"], len(impact["too_large"])) == (False, 1)
    assert (proof["holds"], len(proof["unsettled"])) == (None, 1)
    assert faults("impact", impact) == []
    assert faults("prove", proof) == []


# What is spoilt

WORDS: dict[str, tuple[str, ...]] = {
    "diff": ("diff", TAXI_BOAT),
    "explain": ("explain", SMALL_BOAT, "--policy", "uk/proposed", *WAIT),
    "timeline": ("timeline", SMALL_BOAT),
    "attribute": ("attribute", SMALL_BOAT),
    "rules": ("rules", "uk/next"),
    "changes": ("rules", *PROPOSED),
    "impact": ("impact", *LATEST, *GROUNDS, "--unchanged"),
    "prove": ("prove", "equivalent", *LATEST, "--question", "leave.length"),
    "check": ("check", "no-reform.toml", "uk/next"),
    "population": (*both("population", *LATEST), "people.csv", "--by", "claim", "--question", "leave.length"),
}


class Spoil(Enum):
    TAKEN_OUT = auto()


GONE = Spoil.TAKEN_OUT

OPTIONAL = {
    "diff": {"readings", "headline_direction"},
    "impact": {"code", "part", "rows", "unchanged_classes"},
    "prove": {"from", "to", "instead"},
    "rules": {"at"},
    "changes": {"at"},
    "explain": {"at"},
}
"""What may be missing, outside answers."""

BY_NAME = {
    *("given", "headlines", "under", "readings", "facts", "points", "by", "case"),
    *("answers", "changed", "direction", "headline_direction"),
}
"""Objects whose keys are the names of facts, points or policies."""


SPOILT: list[tuple[str, str, object]] = [
    ("diff", "changed", {"france/doctrine": "maybe"}),
    ("explain", "answer", {"status": "determined"}),
    ("explain", "answer", GONE),
    ("explain", "scope", "all"),
    ("explain", "applies", "yes"),
    ("explain", "prevails", None),
    ("explain", "standing", "enforced"),
    ("explain", "read", 1.5),
    ("explain", "holds", 1),
    ("explain", "confidence", "certain"),
    ("explain", "builds_on", [{}]),
    ("timeline", "schema", 2),
    ("timeline", "case", {}),
    ("timeline", "case", {"name": 7}),
    ("timeline", "policies", []),
    ("timeline", "event", "birthday"),
    ("timeline", "on", "soon"),
    ("timeline", "on", "2026-02-30"),
    ("timeline", "settled", None),
    ("timeline", "range", {"up_to": "P1Y", "at_least": "P1Y"}),
    ("timeline", "range", {"over": "P1Y"}),
    ("attribute", "schema", "1"),
    ("attribute", "from", {}),
    ("attribute", "sufficient", [{}]),
    ("attribute", "change", "renamed"),
    ("attribute", "not_attributed", None),
    ("rules", "name", None),
    ("rules", "qualifier", "perhaps"),
    ("rules", "stage", "enforced"),
    ("rules", "stages", []),
    ("rules", "stages", [["2026-03-02"]]),
    ("rules", "stages", [["2026-03-02", "enforced"]]),
    ("rules", "stages", [["march", "in_force"]]),
    ("rules", "verified", "2026-13-01"),
    ("rules", "citations", [{"source": "paper"}]),
    ("changes", "change", "renamed"),
    ("changes", "old", {"name": "settlement.five-years"}),
    ("changes", "new", GONE),
    ("impact", "schema", 2),
    ("impact", "exact", False),
    ("impact", "policies", ["uk/baseline", "uk/latest"]),
    ("impact", "hash", "0"),
    ("impact", "verified_until", "today"),
    ("impact", "readings", {"settlement.core_clock": None}),
    ("impact", "given", {"claim": None}),
    ("impact", "unchanged", -1),
    ("impact", "too_large", [{"question": "leave.length", "nodes": 9, "give_some_of": []}]),
    ("impact", "code", ["power"]),
    ("impact", "from", {"status": "determined", "text": "5 years"}),
    ("impact", "when", None),
    ("impact", "changed", "maybe"),
    ("impact", "direction", "worse"),
    ("impact", "depends_on", {"facts": [], "points": [], "rules": []}),
    ("impact", "witness", {"facts": {}}),
    ("prove", "holds", "false"),
    ("prove", "holds", True),
    ("prove", "holds", None),
    ("prove", "refuted", []),
    ("prove", "readings", "some"),
    ("prove", "policies", []),
    ("prove", "text", None),
    ("prove", "witness", {"points": {}}),
    ("prove", "to", {"status": "open"}),
    ("check", "finding", "typo"),
    ("check", "level", "fatal"),
    ("check", "policies", "uk/next"),
    ("check", "text", None),
    ("check", "case", {"claim": None}),
    ("population", "schema", 2),
    ("population", "rows", "4"),
    ("population", "synthetic", "no"),
    ("population", "note", None),
    ("population", "by", {"claim": "refugee"}),
    ("population", "from", {"status": "determined", "text": "5 years"}),
    ("population", "from", {"status": "depends", "text": "depends", "value": "P5Y"}),
    ("population", "changed", None),
    ("population", "direction", "worse"),
    ("population", "headline", {"from": {"status": "unstated", "text": "not stated"}, "direction": "same"}),
    ("population", "depends_on", {"facts": [], "points": [], "rules": []}),
]
"""What is printed, and what then stands wrongly under the first such key."""


@pytest.fixture(name="sound", scope="module")
def _sound() -> dict[str, Any]:
    """Hold what was printed of each, once it is asked for."""
    return {}


def document(of: str, sound: dict[str, Any]) -> Any:
    if of not in sound:
        sound[of] = printed(*WORDS[of])
    return sound[of]


def spoilt(data: Any, key: str, value: object) -> Any:
    """Return a document with the first value that stands under a key replaced; with `GONE` taken out."""
    copied = deepcopy(data)
    holder = next(each for _, each in parts(copied) if key in each)
    if value is GONE:
        del holder[key]
    else:
        holder[key] = value
    return copied


@pytest.mark.parametrize(("of", "key", "value"), SPOILT, ids=str)
def test_what_is_spoilt_does_not_fit(of: str, key: str, value: object, sound: dict[str, Any]) -> None:
    data = document(of, sound)

    assert faults(WORDS[of][0], data) == []
    assert faults(WORDS[of][0], spoilt(data, key, value))


@pytest.mark.parametrize("of", WORDS)
def test_nothing_may_be_missing_but_what_is_optional(of: str, sound: dict[str, Any]) -> None:
    data = deepcopy(document(of, sound))
    validator = Draft202012Validator(output_schema(WORDS[of][0]))
    first = {(place, key): each for place, each in parts(data) for key in each}

    missed = set()
    for (_, key), each in first.items():
        value = each.pop(key)
        missed |= {key} if validator.is_valid(data) else set()
        each[key] = value

    assert missed <= OPTIONAL.get(of, set())
    assert len(first) > len(missed)


def test_a_class_is_not_about_a_code_and_a_part_at_once(sound: dict[str, Any]) -> None:
    data = deepcopy(document("impact", sound))
    data["classes"][0]["part"] = "settlement.increase"

    assert "code" in data["classes"][0]
    assert faults("impact", data)


# The files


@pytest.mark.parametrize("of", WORDS)
def test_the_files_of_the_contract_say_the_same(of: str, sound: dict[str, Any]) -> None:
    files = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in CONTRACT.glob("*.schema.json")}
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(each)) for name, each in files.items()
    )
    validator = Draft202012Validator({"$ref": f"{WORDS[of][0]}.schema.json"}, registry=registry)
    data = document(of, sound)

    assert validator.is_valid(data)
    assert not validator.is_valid(spoilt(data, *SPOILS[of]))


SPOILS = {of: (key, value) for of, key, value in reversed(SPOILT)}
"""The first thing of each that is spoilt."""
