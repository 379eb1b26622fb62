"""Questions whose answers are better or worse, and pairs of policies that differ in what they give."""

import sys
from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve

from asylum_rules import CaseProfile, Policy, decide
from asylum_rules.language.build import ALWAYS
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Favours, Question
from asylum_rules.language.terms import Constant, Moved, Times, ValueOf
from asylum_rules.model.answer import Said
from asylum_rules.model.direction import Changed, Direction, change
from asylum_rules.model.person import arrived_on, household_size
from asylum_rules.prove.proof import Counterexample
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import Span, months
from tests.model.handmade import policy, rule

LONG = Question(name="long", text="How long", kind=Kind.SPAN, favours=Favours.LESS)
WHEN = Question(name="when", text="When", kind=Kind.DATE, favours=Favours.LESS)
MANY = Question(name="many", text="How many", kind=Kind.COUNT, favours=Favours.LESS)
HELP = Question(name="help", text="Help", kind=Kind.CODE, codes=("duty", "power"), favours=("duty", "power"))
A_MONTH_EACH = Times(Constant(Exactly(months(1))), household_size)


def after_arrival(span: Span) -> Moved:
    """Return the date a span after arrival."""
    return Moved(ValueOf(arrived_on), Constant(Exactly(span)))


def second(made: Policy) -> Policy:
    """Return a policy under the name of the second of two."""
    return evolve(made, id="made/second")


def two(question: Question, old: Any, new: Any, *, when: Condition = ALWAYS) -> tuple[Policy, Policy]:
    """Return policies that give one thing and another in every case, or the other in some cases only."""
    base = policy(rule("old", question, old))
    exception = rule("new", question, new, when, overrides=("old",))
    return base, second(evolve(base, rules=(*base.rules, exception)))


def replayed(
    base: Policy,
    other: Policy,
    case: Counterexample,
    given: CaseProfile | None = None,
    under: Mapping[str, str] | None = None,
) -> tuple[Changed, Direction]:
    """Return what `decide` says of the change that a counterexample shows."""
    stated = CaseProfile() if given is None else given
    readings = {**(under or {}), **case.points}

    def ask(asked: Policy, facts: Mapping[str, Any]) -> Said:
        answer = decide(asked, stated.stating(facts), case.question, under=readings, presume=False)
        return answer.status, answer.value

    return change(ask(base, case.facts), ask(other, {**case.facts, **case.instead}), case.question)


def without_z3(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the extra be missing."""
    for name in [name for name in sys.modules if name.startswith("asylum_rules.smt")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)
