"""A proof as JSON: what was asked of which cases, and each case with its answers."""

from datetime import date
from typing import Any

from asylum_rules import CaseProfile, __version__, policies, prove
from asylum_rules.language.build import at_least
from asylum_rules.model.person import age
from asylum_rules.report.proof import to_json
from asylum_rules.units.figure import UpTo
from asylum_rules.units.span import years
from tests.model.handmade import WAIT, policy, rule
from tests.prove.made import LONG, two

BASELINE, LATEST = policies["uk/baseline"], policies["uk/latest"]


def written(proof: prove.Proof) -> dict[str, Any]:
    data = to_json(proof)
    assert isinstance(data, dict)
    return data


def test_what_is_proved_says_of_which_cases_and_how_the_law_is_read() -> None:
    proof = prove.nothing_before(
        BASELINE,
        LATEST,
        date(2026, 3, 2),
        questions=["leave.length"],
        given=CaseProfile(claim="refugee", is_destitute=True),
        under={"settlement.core_clock": "from_grant"},
        readings="headline",
    )

    assert written(proof) == {
        "schema": 1,
        "library": __version__,
        "property": "nothing-before",
        "claim": proof.claim,
        "policies": ["uk/baseline", "uk/latest"],
        "questions": ["leave.length"],
        "given": {"claim": "refugee", "is_destitute": True},
        "readings": "headline",
        "under": {"settlement.core_clock": "from_grant"},
        "holds": True,
        "refuted": [],
        "unsettled": [],
    }


def test_a_refutation_holds_its_case_and_both_answers() -> None:
    data = written(prove.nobody_worse_off(*two(LONG, years(5), years(6), when=at_least(age, 18))))

    (case,) = data["refuted"]
    assert (data["holds"], data["given"], data["readings"], data["under"]) == (False, {}, "all", {})
    assert (case["question"], case["text"], case["rules"]) == ("long", "", [])
    assert (case["from"]["value"], case["to"]["value"]) == ("P5Y", "P6Y")
    assert case["witness"] == {"facts": {"age": 18}, "points": {}}
    assert "instead" not in case


def test_a_larger_value_stands_beside_the_case() -> None:
    made = two(LONG, years(5), years(6), when=at_least(age, 18))[1]

    (case,) = written(prove.monotone(made, "age"))["refuted"]

    assert (case["witness"]["facts"], case["instead"]) == ({"age": 0}, {"age": 18})


def test_a_flaw_names_its_rules_and_has_no_answers() -> None:
    made = policy(rule("all", WAIT, years(5)), rule("adults", WAIT, years(1), at_least(age, 18)))

    (case,) = written(prove.no_clash(made))["refuted"]

    assert case == {
        "question": "wait",
        "text": "`all`, `adults` apply to one case and differ",
        "rules": ["all", "adults"],
        "witness": {"facts": {"age": 18}, "points": {}},
    }


def test_what_is_not_settled_says_why() -> None:
    (left,) = written(prove.nobody_worse_off(*two(LONG, years(5), UpTo(years(20)))))["unsettled"]

    assert (left["question"], left["reason"]) == ("long", "a figure is not exact")
    assert left["to"]["value"] == {"up_to": "P20Y"}
    assert left["witness"] == {"facts": {}, "points": {}}
