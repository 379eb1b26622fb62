"""A proof as JSON."""

from collections.abc import Mapping

from asylum_rules.language.kinds import Value, plain_value
from asylum_rules.prove.proof import Counterexample, Proof
from asylum_rules.report.comparison import Json, answer_json
from asylum_rules.version import __version__


def to_json(proof: Proof) -> Json:
    """Return what was found of a property as JSON data."""
    return {
        "schema": 1,
        "library": __version__,
        "property": proof.name,
        "claim": proof.claim,
        "policies": list(proof.policies),
        "questions": list(proof.questions),
        "holds": proof.holds,
        "refuted": [_refuted(each) for each in proof.refuted],
        "unsettled": [
            {"question": each.question.name, "reason": each.reason, "witness": _case(each.facts, each.points)}
            for each in proof.unsettled
        ],
    }


def _refuted(case: Counterexample) -> Json:
    answers = {"from": case.old, "to": case.new}
    return {
        "question": case.question.name,
        "text": case.text,
        **{side: answer_json(answer) for side, answer in answers.items() if answer is not None},
        "rules": list(case.rules),
        "witness": _case(case.facts, case.points),
    }


def _case(facts: Mapping[str, Value], points: Mapping[str, str]) -> Json:
    return {"facts": {name: plain_value(value) for name, value in facts.items()}, "points": dict(points)}
