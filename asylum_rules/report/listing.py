"""What there is: policies, rules, facts, questions, open points and sources, as records for a table or for JSON."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, TypeAlias

from asylum_rules.diff.rules import Change, rule_changes
from asylum_rules.errors import UnknownNameError
from asylum_rules.language.kinds import plain_value
from asylum_rules.language.subjects import Fact, Favours, Point, Question
from asylum_rules.model.plain import formula
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Rule
from asylum_rules.prose.condition import of_condition
from asylum_rules.prose.markdown import escaped
from asylum_rules.prose.source import of_citation, of_stage, of_standing
from asylum_rules.prose.value import of_day, of_gift
from asylum_rules.report.comparison import citation_json
from asylum_rules.report.encoding import policy_hash
from asylum_rules.sources.citation import Document

Record: TypeAlias = dict[str, object]


def policy_records(policies: Iterable[Policy]) -> list[Record]:
    """Return one record a policy."""
    return [
        {
            "id": policy.id,
            "resolved": policy.resolved,
            "title": policy.title,
            "rules": len(policy.rules),
            "verified_until": policy.verified_until.isoformat(),
            "hash": policy_hash(policy),
        }
        for policy in policies
    ]


def fact_records(facts: Iterable[Fact]) -> list[Record]:
    """Return one record a fact."""
    return [
        {
            "name": fact.name,
            "kind": str(fact.kind),
            "codes": [str(code) for code in fact.codes],
            "none": fact.none,
            "presumed": None if fact.presumed is None else plain_value(fact.presumed),
            "assessed": fact.assessed,
            "text": fact.text,
        }
        for fact in facts
    ]


def question_records(questions: Iterable[Question]) -> list[Record]:
    """Return one record a question."""
    return [
        {
            "name": question.name,
            "kind": str(question.kind),
            "codes": list(question.codes),
            "favours": list(question.favours) if isinstance(question.favours, tuple) else _favours(question.favours),
            "profile": str(question.profile),
            "text": question.text,
        }
        for question in questions
    ]


def _favours(favours: Favours | None) -> str | None:
    return None if favours is None else str(favours)


def point_records(points: Iterable[Point], policies: Sequence[Policy]) -> list[Record]:
    """Return one record an open point, with the policies whose answers can turn on it."""
    return [
        {
            "name": point.name,
            "readings": list(point.codes),
            "headline": point.headline,
            "policies": [policy.id for policy in policies if point.name in {each.name for each in policy.points()}],
            "text": point.text,
        }
        for point in points
    ]


def source_records(policies: Sequence[Policy], name: str | None = None) -> list[Record]:
    """Return one record a document, with the rules that rest on it; of one document, if it is named.

    Raises `UnknownNameError` where no document has that name.
    """
    rules = list(dict.fromkeys(rule for policy in policies for rule in policy.rules))
    documents = {citation.document.id: citation.document for rule in rules for citation in rule.cites}
    if name is not None and name not in documents:
        raise UnknownNameError("source", name, tuple(documents))
    chosen = documents.values() if name is None else (documents[name],)
    return [_source_record(document, rules) for document in sorted(chosen, key=lambda each: each.id)]


def _source_record(document: Document, rules: Sequence[Rule]) -> Record:
    citing = {
        rule.name: sorted({str(citation.confidence) for citation in rule.cites if citation.document == document})
        for rule in rules
        if any(citation.document == document for citation in rule.cites)
    }
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": None if document.published is None else str(document.published),
        "url": document.url,
        "rules": sorted(citing),
        "medium": sorted(name for name, sure in citing.items() if "medium" in sure),
        "oldest_verified": min(rule.standing.verified for rule in rules if rule.name in citing).isoformat(),
    }


def rule_records(policy: Policy) -> list[Record]:
    """Return one record a rule of a policy."""
    return [_rule_record(rule, policy) for rule in policy.rules]


def _rule_record(rule: Rule, policy: Policy) -> Record:
    return {
        "name": rule.name,
        "question": rule.answers.name,
        "text": rule.text,
        "when": of_condition(rule.applies),
        "gives": formula(rule.gives),
        "qualifier": None if rule.qualifier is None else str(rule.qualifier),
        "stage": str(policy.stage(rule)),
        "stages": [
            [None if since == date.min else since.isoformat(), str(stage)] for since, stage in rule.standing.stages
        ],
        "verified": rule.standing.verified.isoformat(),
        "overrides": list(rule.overrides),
        "succeeds": list(rule.succeeds),
        "citations": [citation_json(citation) for citation in rule.cites],
    }


def change_records(base: Policy, other: Policy) -> list[Record]:
    """Return one record a rule that is in only one of two policies, old and new side by side."""
    return [
        {
            "change": str(each.change),
            "question": each.question,
            "old": None if each.old is None else _rule_record(each.old, base),
            "new": None if each.new is None else _rule_record(each.new, other),
        }
        for each in rule_changes(base, other)
    ]


def change_page(base: Policy, other: Policy, *, markdown: bool) -> str:
    """Return what a second policy changes in the rules of a first as a page, old above new."""
    changes = rule_changes(base, other)
    title = f"From {base.id} to {other.id}"
    counts = ", ".join(f"{sum(each.change is change for each in changes)} {change}" for change in Change)
    lines = [f"# {escaped(title)}" if markdown else title, "", f"Rules {counts}."]
    for each in changes:
        lines += [
            "",
            f"{'## ' if markdown else ''}{each.change}: {escaped(each.question) if markdown else each.question}",
            "",
        ]
        if each.old is not None:
            lines += _rule_lines(each.old, base, markdown=markdown)
        if each.new is not None:
            lines += _rule_lines(each.new, other, markdown=markdown)
    return "\n".join(lines)


def rule_page(policy: Policy) -> str:
    """Return the rules of a policy as a page for a terminal, by question."""
    lines = [f"{policy.title} ({policy.resolved})"]
    for question in dict.fromkeys(rule.answers for rule in policy.rules):
        scope = policy.scope(question)
        lines += ["", f"{question.text} ({question.name})"]
        if scope is not None:
            lines.append(f"Answered where {of_condition(scope.when)}.")
        lines.append("")
        for rule in policy.rules_of(question):
            lines += _rule_lines(rule, policy, markdown=False)
    return "\n".join(lines)


def _rule_lines(rule: Rule, policy: Policy, *, markdown: bool) -> list[str]:
    details = [
        f"gives: {of_gift(rule)}",
        f"when: {of_condition(rule.applies)}",
        *([f"prevails over: {', '.join(rule.overrides)}"] if rule.overrides else []),
        *([f"takes the place of: {', '.join(rule.succeeds)}"] if rule.succeeds else []),
        f"standing: {of_standing(rule.standing)}; verified until {of_day(rule.standing.verified)}",
        *(f"source: {of_citation(citation)}" for citation in rule.cites),
    ]
    stage = of_stage(policy.stage(rule))
    if markdown:
        return [
            f"- **{escaped(rule.name)}** \\[{stage}\\]: {escaped(rule.text)}",
            *(f"  - {escaped(each)}" for each in details),
        ]
    return [f"{rule.name} [{stage}]: {rule.text}", *(f"    {each}" for each in details)]


def shown(records: Sequence[Record], columns: Sequence[str], style: str) -> str:
    """Return some columns of records as a table in a style of the `tabulate` package."""
    from tabulate import tabulate  # noqa: PLC0415  # only printing needs it

    rows = [[_cell(record[column]) for column in columns] for record in records]
    if style == "pipe":
        rows = [[escaped(cell) for cell in row] for row in rows]
    widths = None if style == "pipe" else [_WIDTHS.get(column, _NARROW) for column in columns]
    heads = [column.replace("_", " ") for column in columns]
    return tabulate(rows, heads, tablefmt=style, maxcolwidths=widths, disable_numparse=True)


_NARROW: Final = 36
_WIDTHS: Final[dict[str, int | None]] = {"name": None, **dict.fromkeys(("text", "title", "rules"), 56)}
"""How wide a column may be; a name is never broken, since it is copied."""


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(str(each) for each in value)
        case _:
            return str(value)
