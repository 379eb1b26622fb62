"""What a check found, as records, as a table, and in a sentence each."""

import json
from collections.abc import Iterable, Sequence

from asylum_rules.errors import printable
from asylum_rules.language.kinds import plain_value
from asylum_rules.lint.finding import Fault, Finding, Level
from asylum_rules.report.listing import Record, shown


def finding_records(findings: Iterable[Finding]) -> list[Record]:
    """Return one record a finding."""
    return [
        {
            "finding": str(each.fault),
            "level": str(each.level),
            "policies": list(each.policies),
            "rules": list(each.rules),
            "question": each.question,
            "source": each.source,
            "text": sentence(each),
            "case": {name: plain_value(value) for name, value in each.case.items()},
        }
        for each in findings
    ]


def sentence(finding: Finding) -> str:
    """Return what was found, with the case that shows it written as in a case file."""
    if finding.fault not in (Fault.GAP, Fault.CLASH):
        return finding.text
    case = ", ".join(f"{name} = {json.dumps(plain_value(value))}" for name, value in finding.case.items())
    return f"{finding.text} where {case}" if case else f"{finding.text} in every case"


def finding_table(findings: Sequence[Finding], *, markdown: bool) -> str:
    """Return the findings as a table, those that say the same in one row, and how many there are of each level."""
    if not findings:
        return "No findings."
    groups: dict[tuple[Level, Fault, str], list[Finding]] = {}
    for each in findings:
        groups.setdefault((each.level, each.fault, sentence(each)), []).append(each)
    rows: list[Record] = [
        {
            "level": str(level),
            "finding": str(fault),
            "where": _cell(each.where for each in group),
            "policies": _cell(policy for each in group for policy in each.policies),
            "text": _cell([text]),
        }
        for (level, fault, text), group in groups.items()
    ]
    table = shown(rows, tuple(rows[0]), "pipe" if markdown else "simple")
    return f"{table}\n\n{_counted(findings)}"


def _cell(texts: Iterable[str]) -> str:
    """Return the texts, each once, with nothing in them that a terminal would obey."""
    return printable(", ".join(dict.fromkeys(texts)))


def _counted(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each level that has any: `1 error, 2 notes`."""
    counts = {level: sum(each.level is level for each in findings) for level in Level}
    return ", ".join(f"{count} {level}{'' if count == 1 else 's'}" for level, count in counts.items() if count)
