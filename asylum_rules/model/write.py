"""Writes the typed profiles, questions and points from the contract: `python -m asylum_rules.model.write`.

The contract's TOML files are the one statement of what facts, questions and points there are. What an editor and a
type checker need is written from them; a test holds the written files to be fresh.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

_ROOM: Final = Path(__file__).parent
_CONTRACT: Final = _ROOM.parent / "contract"
_TYPE: Final = {
    "yes_no": "bool",
    "count": "int",
    "date": "date",
    "money": "Money",
    "moment": "Moment",
    "span": "Span",
}
_ALSO: Final = {"date": " | str", "money": " | str | int | float", "moment": " | str | datetime", "span": " | str"}
_CASE_DOC: Final = '''\
    A fact that is not stated is unknown: never a default and never no. `UNKNOWN` keeps a fact from being
    presumed, and `NONE` says that it is rightly absent. Codes may be given as members or as strings, dates
    and amounts as values or as in a case file. Raises `InvalidInputError` with everything that is wrong.
    """

'''


def written() -> dict[Path, str]:
    """Return the text of each written file."""
    return {
        _ROOM / "person.py": _facts("facts-person.toml", "The facts of a person's case."),
        _ROOM / "boat.py": _facts("facts-boat.toml", "The facts of a boat at one moment."),
        _ROOM / "cases.py": _cases(),
        _ROOM / "questions.py": _questions(),
        _ROOM / "points.py": _points(),
    }


def _table(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((_CONTRACT / name).read_text(encoding="utf-8"))


def _facts(source: str, doc: str) -> str:
    facts = _table(source)
    parts = [
        f'"""{doc} Written from `contract/{source}`; do not edit."""\n\n',
        "from enum import StrEnum\n\n",
        "from asylum_rules.language.kinds import Kind\n",
        "from asylum_rules.language.subjects import Fact\n",
        "from asylum_rules.units.word import Word\n"
        if any("presumed" in fact and fact.get("none") for fact in facts.values())
        else "",
        *(_enum(name, fact) for name, fact in facts.items() if "codes" in fact),
        *(_fact(name, fact) for name, fact in facts.items()),
        "\nFACTS: tuple[Fact, ...] = (\n",
        *(f"    {name},\n" for name in facts),
        ")\n",
    ]
    return "".join(parts)


def _cases() -> str:
    person, boat = _table("facts-person.toml"), _table("facts-boat.toml")
    enums = {
        source: [_class(n) for n, f in table.items() if "codes" in f]
        for source, table in (("person", person), ("boat", boat))
    }
    imports = "".join(
        f"from asylum_rules.model.{room} import FACTS as {room.upper()}_FACTS, {', '.join(sorted(names))}\n"
        for room, names in sorted(enums.items())
    )
    return (
        '"""Case profiles: what is known of one person, or of one boat. Written from `contract/`; do not edit."""\n\n'
        "from datetime import date, datetime\nfrom typing import ClassVar, Never\n\nfrom attrs import frozen\n\n"
        "from asylum_rules.language.cells import World\nfrom asylum_rules.language.subjects import Fact, Profile\n"
        + imports
        + "from asylum_rules.model.profile import LEFT_OUT, CaseBase, Unknown, read_case\n"
        "from asylum_rules.model.world import BOAT_WORLD, PERSON_WORLD\n"
        "from asylum_rules.units.moment import Moment\nfrom asylum_rules.units.money import Money\n"
        "from asylum_rules.units.word import Word\n"
        + _profile(person, "CaseProfile", "PERSON", "What is known of one person's case.")
        + _profile(boat, "BoatProfile", "BOAT", "What is known of one boat at one moment on the French Channel coast.")
    )


def _profile(facts: Mapping[str, Any], case: str, profile: str, doc: str) -> str:
    parts = [
        f'\n\n@frozen(kw_only=True, init=False, repr=False)\nclass {case}(CaseBase):\n    """{doc}\n\n',
        _CASE_DOC,
        f"    profile: ClassVar[Profile] = Profile.{profile}\n",
        f"    facts: ClassVar[tuple[Fact, ...]] = {profile}_FACTS\n",
        f"    world: ClassVar[World] = {profile}_WORLD\n\n",
        *(_field(name, fact) for name, fact in facts.items()),
        "\n    def __init__(\n        self,\n        /,\n        *,\n        name: str | None = None,\n",
        *(f"        {name}: {_init_type(name, fact)} = LEFT_OUT,\n" for name, fact in facts.items()),
        "        **misspelt: Never,\n",
        "    ) -> None:\n        self.__attrs_init__(\n            **read_case(\n",
        "                type(self),\n                name,\n                {\n",
        *(f'                    "{name}": {name},\n' for name in facts),
        "                },\n                misspelt,\n            ),\n        )\n",
    ]
    return "".join(parts)


def _enum(name: str, fact: Mapping[str, Any]) -> str:
    members = "".join(f'    {_member(code)} = "{code}"\n' for code in fact["codes"])
    return f'\nclass {_class(name)}(StrEnum):\n    """The codes of `{name}`."""\n\n{members}\n'


def _member(code: str) -> str:
    return f"SECTION_{code}" if code[0].isdigit() else code.upper()


def _class(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def _fact(name: str, fact: Mapping[str, Any]) -> str:
    given = [f'name="{name}"', f"kind=Kind.{fact['kind'].upper()}", f"text={_text(fact['text'])}"]
    if "codes" in fact:
        given.append(f"codes=tuple({_class(name)})")
    given += [f"{key}=True" for key in ("ordered", "none", "assessed") if fact.get(key)]
    if "presumed" in fact:
        given.append(f"presumed={_presumed(fact)}")
    return f"\n{name} = Fact(\n" + "".join(f"    {each},\n" for each in given) + ")\n"


def _presumed(fact: Mapping[str, Any]) -> str:
    return "Word.NONE" if fact["presumed"] == "none" and fact.get("none") else repr(fact["presumed"])


def _text(text: str) -> str:
    return "'" + text + "'" if '"' in text else '"' + text + '"'


def _type(name: str, fact: Mapping[str, Any]) -> str:
    base = _class(name) if "codes" in fact else _TYPE[fact["kind"]]
    return base + (" | Word" if fact.get("none") else "") + " | Unknown"


def _init_type(name: str, fact: Mapping[str, Any]) -> str:
    also = " | str" if "codes" in fact else _ALSO.get(fact["kind"], "")
    if fact.get("none") and " | str" not in also:
        also += " | str"
    return _type(name, fact) + also


def _field(name: str, fact: Mapping[str, Any]) -> str:
    return f'    {name}: {_type(name, fact)}\n    """{_documented(fact["text"])}{_notes(fact)}"""\n'


def _documented(text: str) -> str:
    return text.replace('"none"', "`NONE`")


def _notes(fact: Mapping[str, Any]) -> str:
    notes = ""
    if fact.get("assessed"):
        notes += " As assessed in the case."
    if "presumed" in fact:
        shown = {True: "yes", False: "no"}.get(fact["presumed"], fact["presumed"])
        notes += f" Presumed {shown} where left out."
    return notes


def _questions() -> str:
    table = _table("questions.toml")
    parts = [
        _doc("What a policy is asked.", "questions.toml"),
        "from asylum_rules.language.kinds import Kind\n",
        "from asylum_rules.language.subjects import Favours, Profile, Question\n",
    ]
    parts += [_made(name, "Question", question, _question(question)) for name, question in table.items()]
    return "".join([*parts, _every("QUESTIONS", "Question", table)])


def _question(question: Mapping[str, Any]) -> Iterator[str]:
    yield f"kind=Kind.{question['kind'].upper()}"
    if "codes" in question:
        yield f"codes={_words(question['codes'])}"
    match question.get("favours"):
        case str() as end:
            yield f"favours=Favours.{end.upper()}"
        case list() as codes:
            yield f"favours={_words(codes)}"
    if "none" in question:
        yield f"none_is_best={question['none'] == 'best'}"
    if question.get("profile") == "boat":
        yield "profile=Profile.BOAT"


def _points() -> str:
    table = _table("points.toml")
    parts = [_doc("What is not decided.", "points.toml"), "from asylum_rules.language.subjects import Point\n"]
    parts += [_made(name, "Point", point, _point(point)) for name, point in table.items()]
    return "".join([*parts, _every("POINTS", "Point", table)])


def _point(point: Mapping[str, Any]) -> Iterator[str]:
    yield f"codes={_words(point['readings'])}"
    if "headline" in point:
        yield f'headline="{point["headline"]}"'


def _doc(doc: str, source: str) -> str:
    return f'"""{doc} Written from `contract/{source}`; do not edit."""\n\n'


def _words(words: Iterable[str]) -> str:
    return "(" + ", ".join(f'"{word}"' for word in words) + ")"


def _made(name: str, cls: str, entry: Mapping[str, Any], details: Iterable[str]) -> str:
    given = [f'name="{name}"', f"text={_text(entry['text'])}", *details]
    return f"\n{_constant(name)} = {cls}(\n" + "".join(f"    {each},\n" for each in given) + ")\n"


def _every(name: str, cls: str, table: Iterable[str]) -> str:
    return f"\n{name}: tuple[{cls}, ...] = (\n" + "".join(f"    {_constant(each)},\n" for each in table) + ")\n"


def _constant(name: str) -> str:
    return name.replace(".", "_").upper()


def main() -> None:
    """Write the files anew."""
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
