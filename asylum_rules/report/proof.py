"""A proof as JSON."""

from collections.abc import Mapping

from asylum_rules.language.kinds import Value, plain_value
from asylum_rules.prove.proof import Counterexample, Outcome, Proof
from asylum_rules.report.comparison import Json, answer_json
from asylum_rules.version import __version__


def to_json(proof: Proof) -> Json:
    """Return what was found of a property as JSON data."""
    cases = proof.cases
    return {
        "schema": 1,
        "library": __version__,
        "property": proof.name,
        "claim": proof.claim,
        "policies": list(proof.policies),
        "questions": list(proof.questions),
        "given": {} if cases.given is None else _plain(cases.given.stated()),
        "readings": cases.readings,
        "under": dict(cases.under),
        "holds": proof.holds,
        "refuted": [_refuted(each) for each in proof.refuted],
        "unsettled": [
            {"question": each.question.name, "reason": each.reason, **_case(each)} for each in proof.unsettled
        ],
    }


def _refuted(case: Counterexample) -> Json:
    return {"question": case.question.name, "text": case.text, "rules": list(case.rules), **_case(case)}


def _case(of: Outcome) -> Json:
    """Return a case, and what is said to it."""
    answers = {"from": of.old, "to": of.new}
    return {
        **{side: answer_json(answer) for side, answer in answers.items() if answer is not None},
        "witness": {"facts": _plain(of.facts), "points": dict(of.points)},
        **({"instead": _plain(of.instead)} if of.instead else {}),
    }


def _plain(facts: Mapping[str, Value]) -> Json:
    return {name: plain_value(value) for name, value in facts.items()}
