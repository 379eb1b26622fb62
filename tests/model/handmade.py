"""Rules and policies made by hand, as small as a test needs them."""

from datetime import date
from typing import Any

from asylum_rules.language.build import ALWAYS
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import Given, Term
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.model.policy import Policy, Scope
from asylum_rules.model.rule import Rule
from asylum_rules.sources.citation import Citation, Confidence, Document
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.units.figure import Quantity

VERIFIED = date(2026, 10, 6)
PAPER = Document(id="paper", title="A paper", publisher="A ministry", published=date(2025, 11, 17), url=None)
CITED = Citation(PAPER, "paragraph 1", Confidence.HIGH)
CITED_AGAIN = Citation(PAPER, "paragraph 2", Confidence.MEDIUM)

WAIT = Question(name="wait", text="Wait", kind=Kind.SPAN)
SUPPORT = Question(name="support", text="Support", kind=Kind.CODE, codes=("duty", "power", "nothing"))
TESTS = Question(name="tests", text="Tests", kind=Kind.CODES, codes=("income", "no_debt"))
EXTRA = Question(name="extra", text="Extra", kind=Kind.SPAN, part=True)


def case(**facts: Any) -> CaseProfile:
    """Return the case of a person of whom these facts are stated."""
    return CaseProfile(**facts)


def boat(**facts: Any) -> BoatProfile:
    """Return the case of a boat of which these facts are stated."""
    return BoatProfile(**facts)


def in_force(since: date = date(2020, 1, 1)) -> Standing:
    return Standing(((since, Stage.IN_FORCE),), VERIFIED)


def rule(name: str, answers: Question, gives: Given | Quantity | Term, when: Condition = ALWAYS, **more: Any) -> Rule:
    """Return a rule that has been in force since 2020, unless more is said."""
    said = {"text": f"{name}.", "standing": in_force(), "cites": (CITED,), **more}
    return Rule(name=name, answers=answers, gives=gives, when=when, **said)


def policy(*rules: Rule, scopes: tuple[Scope, ...] | None = None) -> Policy:
    """Return a policy that answers what its rules answer, for every case unless scopes are given."""
    asked = dict.fromkeys(each.answers for each in rules if not each.answers.part)
    return Policy(
        id="made/by-hand",
        resolved="made/by-hand",
        title="Made by hand",
        on=date(2026, 1, 1),
        verified_until=VERIFIED,
        rules=rules,
        scopes=tuple(Scope(question, ALWAYS) for question in asked) if scopes is None else scopes,
    )
