"""The written profiles, questions and points are fresh, and say what the contract says."""

import subprocess
import sys
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from attrs import fields

from asylum_rules.language.kinds import Kind, is_of_kind
from asylum_rules.language.subjects import Fact, Favours, Profile
from asylum_rules.model import boat, person, write
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.model.points import POINTS
from asylum_rules.model.profile import CaseBase
from asylum_rules.model.questions import QUESTIONS
from asylum_rules.units.word import Word

CONTRACT = Path(write.__file__).parent.parent / "contract"
FILES = sorted(write.written())


def table(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((CONTRACT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_a_written_file_is_fresh(path: Path) -> None:
    command = [sys.executable, "-m", "ruff", "format", "-", "--stdin-filename", str(path)]
    done = subprocess.run(
        command, input=write.written()[path], capture_output=True, text=True, encoding="utf-8", check=True
    )

    assert done.stdout == path.read_text(encoding="utf-8")


def test_every_written_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {tmp_path / "a.py": "A = 1\n", tmp_path / "b.py": "B = '£'\n"}
    monkeypatch.setattr(write, "written", lambda: texts)

    write.main()

    assert (tmp_path / "a.py").read_text(encoding="utf-8") == "A = 1\n"
    assert (tmp_path / "b.py").read_text(encoding="utf-8") == "B = '£'\n"


@pytest.mark.parametrize(("source", "facts"), [("facts-person.toml", person.FACTS), ("facts-boat.toml", boat.FACTS)])
def test_every_fact_of_the_contract_is_a_fact(source: str, facts: tuple[Fact, ...]) -> None:
    said = table(source)
    held = {fact.name: fact for fact in facts}

    assert list(held) == list(said)
    for name, entry in said.items():
        fact = held[name]
        assert (fact.kind, fact.text) == (entry["kind"], entry["text"])
        assert fact.codes == tuple(entry.get("codes", ()))
        assert fact.ordered is entry.get("ordered", False)
        assert fact.none is entry.get("none", False)
        assert fact.assessed is entry.get("assessed", False)
        assert fact.presumed == entry.get("presumed")


@pytest.mark.parametrize(("profile", "facts"), [(CaseProfile, person.FACTS), (BoatProfile, boat.FACTS)])
def test_a_profile_has_a_field_for_every_fact(profile: type[CaseBase], facts: tuple[Fact, ...]) -> None:
    assert profile.facts == facts
    assert [each.name for each in fields(profile)] == ["name", *(fact.name for fact in facts)]


@pytest.mark.parametrize("room", [person, boat], ids=["person", "boat"])
def test_the_codes_of_a_fact_are_members_of_its_own_enumeration(room: Any) -> None:
    for fact in room.FACTS:
        if fact.kind is Kind.CODE:
            assert all(isinstance(code, StrEnum) for code in fact.codes)
            assert type(fact.codes[0]).__name__.lower() == fact.name.replace("_", "")


def test_every_question_of_the_contract_is_a_question() -> None:
    said = table("questions.toml")
    held = {question.name: question for question in QUESTIONS}

    assert list(held) == list(said)
    for name, entry in said.items():
        question = held[name]
        favours = entry.get("favours")
        assert (question.kind, question.text) == (entry["kind"], entry["text"])
        assert question.codes == tuple(entry.get("codes", ()))
        assert question.favours == (tuple(favours) if isinstance(favours, list) else favours)
        assert question.none_is_best == {"best": True, "worst": False, None: None}[entry.get("none")]
        assert question.profile == entry.get("profile", "person")
        assert question.part is False


def test_every_point_of_the_contract_is_a_point() -> None:
    said = table("points.toml")
    held = {point.name: point for point in POINTS}

    assert list(held) == list(said)
    for name, entry in said.items():
        point = held[name]
        assert (point.text, point.codes) == (entry["text"], tuple(entry["readings"]))
        assert point.headline == entry.get("headline")


def test_no_fact_point_and_question_share_a_name() -> None:
    others = [*(point.name for point in POINTS), *(question.name for question in QUESTIONS)]
    names = [*(fact.name for fact in person.FACTS), *others]
    of_boats = [*(fact.name for fact in boat.FACTS), *others]

    assert len(names) == len(set(names))
    assert len(of_boats) == len(set(of_boats))


@pytest.mark.parametrize("fact", [*person.FACTS, *boat.FACTS], ids=lambda fact: fact.name)
def test_what_is_presumed_is_a_value_of_the_fact(fact: Fact) -> None:
    is_absent = fact.none and fact.presumed is Word.NONE
    is_code = fact.kind is not Kind.CODE or fact.presumed in fact.codes

    assert fact.presumed is None or is_absent or (is_of_kind(fact.presumed, fact.kind) and is_code)


def test_the_headline_of_a_point_is_one_of_its_readings() -> None:
    assert [point.name for point in POINTS if point.headline not in (None, *point.codes)] == []


def test_the_best_of_some_codes_is_one_of_them() -> None:
    for question in QUESTIONS:
        if isinstance(question.favours, tuple):
            assert set(question.favours) <= set(question.codes)
        else:
            assert question.favours in (None, *Favours)


def test_questions_about_boats_are_asked_of_boats() -> None:
    boats = [question.name for question in QUESTIONS if question.profile is Profile.BOAT]

    assert boats == [name for name, entry in table("questions.toml").items() if entry.get("profile") == "boat"]
