"""A comparison as JSON (`contract/diff.schema.json`) and as Markdown."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from asylum_rules.diff.compared import Compared
from asylum_rules.diff.comparison import Comparison
from asylum_rules.diff.table import as_table
from asylum_rules.language.kinds import plain_value
from asylum_rules.model.answer import Answer, Possibility
from asylum_rules.model.direction import Changed
from asylum_rules.model.plain import Plain, plain
from asylum_rules.model.policy import Policy, point_named
from asylum_rules.model.rule import Rule
from asylum_rules.prose.condition import of_paths
from asylum_rules.prose.markdown import escaped, linked
from asylum_rules.prose.source import of_citation, of_standing
from asylum_rules.prose.value import of_answer, of_day, of_possibility
from asylum_rules.prose.words import code_of
from asylum_rules.report.encoding import policy_hash
from asylum_rules.sources.citation import Citation
from asylum_rules.version import __version__

Json: TypeAlias = dict[str, object]

NOT_ADVICE: Final = "This explains law; it is not legal advice."


def to_json(comparison: Comparison) -> Json:
    """Return a comparison as JSON data."""
    facts = comparison.case.written()
    as_of = facts.pop("as_of", "unknown")
    return {
        "schema": 1,
        "library": __version__,
        "case": {"name": comparison.case.name, "facts": facts},
        "as_of": None if as_of == "unknown" else as_of,
        "policies": [policy_json(policy) for policy in comparison.policies],
        "questions": [_compared(compared) for compared in comparison.questions],
    }


def policy_json(policy: Policy) -> Json:
    """Return which policy it is, how it is read, and a hash of what it says."""
    return {
        "id": policy.id,
        "resolved": policy.resolved,
        "title": policy.title,
        "verified_until": policy.verified_until.isoformat(),
        "readings": dict(policy.readings),
        "hash": policy_hash(policy),
    }


def _compared(compared: Compared) -> Json:
    return {
        "question": compared.question.name,
        "answers": {name: answer_json(answer) for name, answer in compared.answers.items()},
        "changed": {name: _changed(changed) for name, changed in compared.changed.items()},
        "direction": {name: str(direction) for name, direction in compared.direction.items()},
        "headline_direction": {name: str(direction) for name, direction in compared.headline_direction.items()},
    }


def _changed(changed: Changed) -> bool | str:
    return "depends" if changed is None else changed


def answer_json(answer: Answer) -> Json:
    """Return an answer as JSON data."""
    written: Json = {
        "status": str(answer.status),
        "text": of_answer(answer),
        "qualifier": None if answer.qualifier is None else str(answer.qualifier),
        "standing": None if answer.standing is None else str(answer.standing),
        "depends_on": {"facts": list(answer.facts), "points": list(answer.points)},
        "assumed": list(answer.assumed),
        "rules": [rule.name for rule in answer.rules],
        "citations": [citation_json(citation) for citation in answer.citations],
    }
    if answer.value is not None:
        written["value"] = plain(answer.value)
    if answer.possible:
        written["possible"] = [_possibility(each, answer) for each in answer.possible]
    if answer.range is not None:
        written["range"] = plain(answer.range)
    return written


def _possibility(possibility: Possibility, answer: Answer) -> Json:
    value: dict[str, Plain] = (
        {"status": str(possibility.status)} if possibility.value is None else {"value": plain(possibility.value)}
    )
    return {
        **value,
        "when": of_paths(possibility.paths),
        "text": of_possibility(possibility, answer.question),
        "headline": possibility.headline,
        "qualifier": None if possibility.qualifier is None else str(possibility.qualifier),
        "example": {
            "facts": {name: plain_value(value) for name, value in possibility.facts.items()},
            "points": dict(possibility.points),
        },
    }


def citation_json(citation: Citation) -> Json:
    """Return a citation as JSON data."""
    return {"source": citation.document.id, "at": citation.at, "confidence": str(citation.confidence)}


def to_table(comparison: Comparison) -> str:
    """Return a comparison as a table for a terminal, with what it rests on below."""
    return "\n".join([_heading(comparison), "", str(comparison), "", *_notes(comparison), NOT_ADVICE])


def to_markdown(comparison: Comparison) -> str:
    """Return a comparison as a page of Markdown: the table, what it depends on, why, and the sources."""
    lines = [
        f"# {escaped(_heading(comparison))}",
        "",
        as_table(comparison.questions, comparison.policies, "pipe"),
        "",
    ]
    lines += [f"- {escaped(note)}" for note in _notes(comparison)]
    rules = _rules(comparison)
    if rules:
        lines += ["", "## Why", ""]
        lines += [
            f"- **{escaped(rule.name)}** ({of_standing(rule.standing)}): {escaped(rule.text)}{_sources(rule)}"
            for rule in rules
        ]
    return "\n".join([*lines, "", f"*{NOT_ADVICE} asylum-rules {__version__}.*"])


def until_note(policies: Iterable[Policy]) -> str:
    """Say until when the rules of all these policies are verified."""
    verified = min(policy.verified_until for policy in policies)
    return f"Rules verified until {of_day(verified)}; what came later is not known here."


def _heading(comparison: Comparison) -> str:
    return comparison.case.name or f"One {comparison.case.profile} under {len(comparison.policies)} policies"


def _notes(comparison: Comparison) -> Iterator[str]:
    """Yield what the answers wait for, what was presumed, and how far the policies are verified."""
    answers = [answer for compared in comparison.questions for answer in compared.answers.values()]
    facts = sorted({name for answer in answers for name in answer.facts})
    if facts:
        yield f"Facts the case leaves out that matter: {', '.join(facts)}."
    for name in sorted({name for answer in answers for name in answer.points}):
        point = point_named(name)
        readings = " or ".join(code_of(reading, point) for reading in point.codes)
        headline = "" if point.headline is None else f"; shown first: {code_of(point.headline, point)}"
        yield f"Not decided ({name}): {point.text} {readings}{headline}."
    assumed = sorted({name for answer in answers for name in answer.assumed})
    if assumed:
        yield f"Presumed, because the case does not say: {', '.join(assumed)}."
    yield until_note(comparison.policies)


def _rules(comparison: Comparison) -> list[Rule]:
    every = (rule for compared in comparison.questions for answer in compared.answers.values() for rule in answer.rules)
    return list(dict.fromkeys(every))


def _sources(rule: Rule) -> str:
    return "".join(f"\n  - {_source(citation)}" for citation in rule.cites)


def _source(citation: Citation) -> str:
    return linked(of_citation(citation), citation.document.url)
