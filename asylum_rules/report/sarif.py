"""Findings as SARIF 2.1.0, which code scanning reads."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TypeAlias
from urllib.parse import quote

from asylum_rules.language.kinds import plain_value
from asylum_rules.lint.finding import MEANINGS, Fault, Finding
from asylum_rules.report.findings import sentence
from asylum_rules.version import __version__

Json: TypeAlias = dict[str, object]


def to_sarif(findings: Sequence[Finding]) -> Json:
    """Return the findings as one run of a SARIF log; a run without results says that nothing was found."""
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "asylum-rules",
                        "version": __version__,
                        "rules": [_described(fault) for fault in Fault],
                    }
                },
                "results": [_result(each) for each in findings],
            }
        ],
    }


def _described(fault: Fault) -> Json:
    meaning = MEANINGS[fault]
    return {
        "id": str(fault),
        "shortDescription": {"text": meaning.text},
        "fullDescription": {"text": meaning.text},
        "help": {"text": meaning.remedy},
        "defaultConfiguration": {"level": str(meaning.level)},
    }


def _result(finding: Finding) -> Json:
    where = f"{finding.where}: " if finding.where else ""
    return {
        "ruleId": str(finding.fault),
        "ruleIndex": list(Fault).index(finding.fault),
        "level": str(finding.level),
        "message": {"text": f"{where}{sentence(finding)}."},
        "locations": list(_locations(finding)),
        "properties": {
            "question": finding.question,
            "source": finding.source,
            "case": {name: plain_value(value) for name, value in finding.case.items()},
        },
    }


def _locations(finding: Finding) -> Iterator[Json]:
    """Yield one location a policy, naming it and the rules; a reform file is a place on disk too."""
    if not finding.policies:
        yield {"logicalLocations": [_named(finding.where, kind="source")]}
    for policy in finding.policies:
        rules = [_named(rule, within=policy, kind="rule") for rule in finding.rules]
        location: Json = {"logicalLocations": [_named(policy, kind="policy"), *rules]}
        file = policy.rsplit("+", 1)[-1]
        if file.endswith(".toml"):
            location["physicalLocation"] = {"artifactLocation": {"uri": _uri(file)}}
        yield location


def _named(name: str, *, kind: str, within: str = "") -> Json:
    return {"name": name, "fullyQualifiedName": f"{within}::{name}" if within else name, "kind": kind}


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
