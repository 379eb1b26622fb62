"""The impact of a change of rules as JSON, as Markdown and as text for a terminal."""

from collections.abc import Iterator, Mapping
from typing import Final

from asylum_rules.impact.classes import ChangeClass, QuestionImpact, TooLarge
from asylum_rules.impact.impact import Impact
from asylum_rules.impact.text import of_change, of_who, question_lines
from asylum_rules.language.cells import Cell
from asylum_rules.language.kinds import Value, plain_value
from asylum_rules.model.answer import Answer
from asylum_rules.model.plain import plain
from asylum_rules.model.policy import point_named
from asylum_rules.model.rule import Rule
from asylum_rules.prose.case import of_values
from asylum_rules.prose.condition import of_cell
from asylum_rules.prose.markdown import escaped, linked
from asylum_rules.prose.source import of_citation, of_standing
from asylum_rules.prose.words import code_of
from asylum_rules.report.comparison import NOT_ADVICE, Json, answer_json, policy_json, until_note
from asylum_rules.version import __version__

_NOBODY: Final = "Nobody's answer changes."


def to_json(impact: Impact, *, unchanged: bool = False) -> Json:
    """Return an impact as JSON data; the classes whose answer stays only where asked for."""
    written: Json = {
        "schema": 1,
        "library": __version__,
        "exact": impact.exact,
        "policies": [policy_json(policy) for policy in (impact.base, impact.other)],
        "given": impact.given.written(),
        "headlines": dict(impact.headlines),
        "classes": [_class(each) for each in impact],
        "unchanged": len(impact.unchanged),
        "too_large": [_too_large(each) for each in impact.too_large],
    }
    return {**written, "unchanged_classes": [_class(each) for each in impact.unchanged]} if unchanged else written


def _class(change: ChangeClass) -> Json:
    old, new = change.answers
    about: Json = {} if change.code is None else {"code": change.code}
    about = about if change.part is None else {"part": change.part.name}
    table: Json = {} if change.when is not None else {"rows": [[_cell(each) for each in row] for row in change.rows]}
    return {
        "question": change.question.name,
        **about,
        "from": _answer(change, old),
        "to": _answer(change, new),
        "when": of_who(change),
        **table,
        "rules": {"from": [rule.name for rule in old.rules], "to": [rule.name for rule in new.rules]},
        "changed": "depends" if change.changed is None else change.changed,
        "direction": str(change.direction),
        "depends_on": {"facts": list(change.facts), "points": list(change.points)},
        "witness": {
            "facts": {name: plain_value(value) for name, value in change.witness.facts.items()},
            "points": dict(change.witness.points),
        },
    }


def _answer(change: ChangeClass, answer: Answer) -> Json:
    every = change.old_range if answer is change.answers[0] else change.new_range
    return answer_json(answer) if every is None else {**answer_json(answer), "range": plain(every)}


def _cell(cell: Cell) -> Json:
    return {"about": cell.subject.name, "is": of_cell(cell)}


def _too_large(each: TooLarge) -> Json:
    return {"question": each.question.name, "nodes": each.nodes, "give_some_of": list(each.facts)}


def to_table(impact: Impact, *, unchanged: bool = False) -> str:
    """Return an impact for a terminal: each class with who, by which rules, and a case."""
    lines = [line for each in impact.questions for line in question_lines(each, unchanged=unchanged)]
    return "\n".join([_heading(impact), "", *(lines or [_NOBODY, ""]), *_notes(impact), NOT_ADVICE])


def to_markdown(impact: Impact, *, unchanged: bool = False) -> str:
    """Return an impact as a page of Markdown: each class, what it turns on, why, and the sources."""
    lines = [f"# {escaped(_heading(impact))}", ""]
    for each in impact.questions:
        lines += _section(each, unchanged=unchanged)
    lines = lines if len(lines) > 2 else [*lines, _NOBODY, ""]
    rules = _rules(impact)
    lines += [f"- {escaped(note)}" for note in _notes(impact)]
    if rules:
        lines += ["", "## Why", "", *map(_why, rules)]
    return "\n".join([*lines, "", f"*{NOT_ADVICE} asylum-rules {__version__}.*"])


def _section(question: QuestionImpact, *, unchanged: bool) -> Iterator[str]:
    shown = (*question.classes, *(question.unchanged if unchanged else ()))
    if not shown and question.too_large is None:
        return
    yield from (f"## {escaped(question.question.text)}", "")
    if question.too_large is not None:
        yield from (escaped(str(question.too_large)), "")
    for change in shown:
        old, new = (", ".join(f"`{rule.name}`" for rule in each.rules) or "no rule" for each in change.answers)
        yield from (f"### {escaped(of_change(change))}", "", f"- **Who:** {escaped(of_who(change))}")
        yield f"- **Rules:** {old} → {new}"
        if change.points:
            yield f"- **Not decided:** {', '.join(f'`{name}`' for name in change.points)}"
        yield f"- **For example:** {escaped(_example(change.witness.facts, change.witness.points))}"
        yield ""


def _example(facts: Mapping[str, Value], points: Mapping[str, str]) -> str:
    case = of_values(facts) or "anyone"
    return case if not points else f"{case}; read {of_values(points)}"


def _why(rule: Rule) -> str:
    sources = "".join(f"\n  - {linked(of_citation(each), each.document.url)}" for each in rule.cites)
    return f"- **{escaped(rule.name)}** ({of_standing(rule.standing)}): {escaped(rule.text)}{sources}"


def _rules(impact: Impact) -> list[Rule]:
    return list(dict.fromkeys(rule for each in impact for answer in each.answers for rule in answer.rules))


def _heading(impact: Impact) -> str:
    who = "every case" if not impact.given.stated() else "every case that states what is given"
    return f"{impact.base.id} to {impact.other.id}, {who}"


def _notes(impact: Impact) -> Iterator[str]:
    """Yield how much changes and stays, what was given and taken for granted, and how far the rules are verified."""
    changing = "1 class of cases changes" if len(impact) == 1 else f"{len(impact)} classes of cases change"
    by_code = " and code" if any(each.code for each in (*impact, *impact.unchanged)) else ""
    parts = " Those about a part say what one rule adds to it." if any(each.part for each in impact) else ""
    yield (
        f"{changing} and {len(impact.unchanged)} stay. Classes of one question{by_code} share no case and together "
        f"hold every one.{parts}"
    )
    if impact.given.stated():
        yield f"Given: {of_values(impact.given.stated())}. Nothing is presumed."
    open_ = sorted({name for each in impact for name in each.points})
    for name in open_:
        point = point_named(name)
        readings = " or ".join(code_of(reading, point) for reading in point.codes)
        granted = f"; here taken as: {code_of(impact.headlines[name], point)}" if name in impact.headlines else ""
        yield f"Not decided ({name}): {point.text} {readings}{granted}."
    yield until_note((impact.base, impact.other))
