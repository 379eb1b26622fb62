"""Whether every engine says the same of a case of which everything is known."""

from collections.abc import Iterable, Mapping
from typing import Any

from asylum_rules.cells.answers import Answers
from asylum_rules.decide.completions import Completions, Stated
from asylum_rules.decide.decide import decide
from asylum_rules.decide.evaluation import Evaluation
from asylum_rules.language.subjects import Profile, Question
from asylum_rules.language.terms import same
from asylum_rules.language.truth import truth
from asylum_rules.model.answer import Said, Status
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase
from asylum_rules.smt import proof
from asylum_rules.smt.calendar import InexpressibleError
from tests.agreement import lookup, plain
from tests.agreement.tally import agree

Readings = Mapping[str, str]
Cases = Iterable[tuple[CaseBase, Readings]]
NOTHING_KNOWN: Mapping[Profile, CaseBase] = {Profile.PERSON: CaseProfile(), Profile.BOAT: BoatProfile()}


def compare(policy: Policy, question: Question, cases: Cases, every: Completions | None = None) -> None:
    """Ask the quick engines one question about some cases; raise where two of them differ.

    `every` are the completions of a case of which nothing is known, where they have been made before.
    """
    completions = every or anyone(policy, question)
    for case, reading in cases:
        values = {**case.stated(), **reading}
        one = decided(policy, question, case, values)
        agree("decide and diagrams", question, held=alike(one, lookup.said(completions, policy, values)), shown=case)
        agree("decide and plain", question, held=alike(one, plain.said(policy, question, values)), shown=case)


def compare_solver(policy: Policy, question: Question, case: CaseBase, reading: Readings) -> None:
    """Ask the solver one question about a case; raise where it says otherwise. It may say that it cannot tell."""
    values = {**case.stated(), **reading}
    try:
        solved = proof.said(policy, question, values)
    except InexpressibleError:
        return
    one = decided(policy, question, case, values)
    agree("decide and solver", question, held=alike(one, solved), shown=case)


def compare_conditions(policy: Policy, question: Question, cases: Cases, every: Completions | None = None) -> None:
    """Ask every engine whether each condition of a question holds of some cases; raise where two of them differ."""
    completions = every or anyone(policy, question)
    answers = Answers(policy, completions.space)
    for case, reading in cases:
        values = {**case.stated(), **reading}
        evaluation = Evaluation(policy, values)
        for rule in policy.rules_of(question):
            one = truth(rule.applies, evaluation)
            looked_up = lookup.held(answers.applies(rule), completions.space, values)
            agree("decide and diagrams", "yes_no", held=one is looked_up, shown=case)
            agree("decide and plain", "yes_no", held=one is plain.holds(policy, rule.applies, values), shown=case)


def anyone(policy: Policy, question: Question) -> Completions:
    """Every completion of a case of which nothing is known."""
    return Completions((policy,), Stated(NOTHING_KNOWN[policy.profile], {}), question)


def decided(policy: Policy, question: Question, case: CaseBase, values: Mapping[str, Any]) -> Said:
    """What `decide` says under the readings among some values."""
    under = {point.name: values[point.name] for point in policy.points(question)}
    answer = decide(policy, case, question, under=under, presume=False)
    assert answer.status is not Status.DEPENDS, answer
    return answer.status, answer.value


def alike(one: Said, other: Any) -> bool:
    return isinstance(other, tuple) and one[0] is other[0] and same(one[1], other[1])
