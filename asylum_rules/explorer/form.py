"""What a page asks, and how what is entered there becomes a case."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, Final, TypeAlias

from asylum_rules.errors import InvalidInputError, quoted
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact, Point, Question
from asylum_rules.model.cases import CaseProfile
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase
from asylum_rules.prose.value import of_day, of_value
from asylum_rules.prose.words import code_of
from asylum_rules.report.casefile import case_from
from asylum_rules.report.comparison import NOT_ADVICE
from asylum_rules.version import __version__

Json: TypeAlias = dict[str, object]

EXAMPLES: Final = ("small-boat", "day-before", "resettled", "waiting")
"""The names of the cases to start from; the first is shown at the start."""


def form(policies: Sequence[Policy], questions: Sequence[Question]) -> Json:
    """Return all that a page is built from: facts, open points, questions, policies and cases to start from."""
    points = {point.name: point for policy in policies for point in policy.points()}
    return {
        "library": __version__,
        "not_advice": NOT_ADVICE,
        "verified_until": of_day(min(policy.verified_until for policy in policies)),
        "policies": [{"id": policy.id, "title": policy.title} for policy in policies],
        "questions": [{"name": question.name, "text": question.text} for question in questions],
        "facts": [_fact(fact) for fact in CaseProfile.facts],
        "points": [_point(point) for point in points.values()],
        "examples": list(_examples()),
    }


def _fact(fact: Fact) -> Json:
    return {
        "name": fact.name,
        "kind": str(fact.kind),
        "text": fact.text,
        "codes": [{"code": str(code), "text": code_of(code, fact)} for code in fact.codes],
        "none": fact.none,
        "assessed": fact.assessed,
        "presumed": None if fact.presumed is None else of_value(fact.presumed, fact),
    }


def _point(point: Point) -> Json:
    return {
        "name": point.name,
        "text": point.text,
        "headline": None if point.headline is None else code_of(point.headline, point),
        "readings": [{"code": code, "text": code_of(code, point)} for code in point.codes],
    }


def _examples() -> Iterator[Json]:
    folder = files("asylum_rules.explorer") / "examples"
    for name in EXAMPLES:
        case = case_from(tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")))
        yield {"name": case.name, "facts": dict(entered(case))}


def entered(case: CaseBase) -> Iterator[tuple[str, str]]:
    """Yield what a case states as it is entered in a page."""
    for fact, value in case.written().items():
        yield fact, str(value).lower() if isinstance(value, bool) else str(value)


def case_of(name: str | None, facts: Mapping[str, str]) -> CaseProfile:
    """Return the case that is entered; raise `InvalidInputError` once with everything that is wrong."""
    kinds = {fact.name: fact.kind for fact in CaseProfile.facts}
    read: dict[str, Any] = {fact: _read(kinds.get(fact), text) for fact, text in facts.items()}
    return CaseProfile(**{**read, "name": name})


def _read(kind: Kind | None, text: str) -> str | int | bool:
    match kind:
        case Kind.YES_NO:
            return {"true": True, "false": False}.get(text, text)
        case Kind.COUNT if text.isascii() and text.isdecimal() and len(text) < 10:
            return int(text)
        case _:
            return text


def problems_of(error: InvalidInputError) -> list[Json]:
    """Return what is wrong with a case, each with the fact it is about, if it is about one."""
    names = {quoted(name): name for name in ("name", *(fact.name for fact in CaseProfile.facts))}
    return [{"fact": names.get(each.where), "what": each.what} for each in error.problems]
