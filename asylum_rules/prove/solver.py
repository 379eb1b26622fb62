"""What is left to the solver of the extra `smt`: dates that count from different days, and sums that vary."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar

from attrs import evolve

from asylum_rules.cells.region import Region
from asylum_rules.decide.asked import Asked
from asylum_rules.decide.completions import Completions, Stated
from asylum_rules.decide.decide import decide
from asylum_rules.errors import AsylumRulesError, InvalidQuantityError
from asylum_rules.language.build import all_of, before, more_than, not_
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, Question
from asylum_rules.model.answer import Answer
from asylum_rules.model.policy import Policy
from asylum_rules.prove.proof import Counterexample, Outcome, Unsettled

_NO_WORDS: Final = "the cases left to the solver have no short condition; narrow them by what is given"
_NOT_ASKED: Final = "the case that the solver found has no answer"
_RECENT: Final = date(2015, 1, 1)
_MANY: Final = 100
"""A case with no earlier date and no larger count is shown where there is one."""

_T = TypeVar("_T")
_Ask: TypeAlias = Callable[[Mapping[str, Value], Mapping[str, str]], tuple[Answer, Answer]]


class Claim(StrEnum):
    """What the solver is asked of two policies, by the name of the function that asks."""

    EQUIVALENT = "equivalent"
    NEVER_BETTER = "never_better"
    NEVER_WORSE = "never_worse"


def solved(claim: Claim, asked: Asked, region: Region, budget: int) -> Iterator[Outcome]:
    """Yield what stands in the way of a claim about the cases of a region; nothing where it is proved."""
    condition, question = region.condition, asked.question
    proof = _solver(asked.stated)
    if isinstance(proof, str) or condition is None:
        yield Unsettled(question=question, reason=proof if isinstance(proof, str) else _NO_WORDS)
        return

    def ask(among: Condition) -> Any:  # noqa: ANN401  # as an extra gives it
        find = getattr(proof, claim)
        return find(*asked.policies, question, among=among, given=asked.stated.values, budget=budget)

    verdict = ask(condition)
    if verdict.holds is None:
        yield Unsettled(question=question, reason=verdict.reason)
    elif not verdict.holds:
        usual = ask(all_of(condition, _usual(asked)))
        yield _shown(asked, usual if usual.holds is False else verdict)


def solved_rising(policy: Policy, fact: Fact, completions: Completions, budget: int) -> Iterator[Outcome]:
    """Yield what stands in the way of a larger value of a fact never being worse; nothing where it is proved."""
    question, stated = completions.question, completions.stated
    proof = _solver(stated)
    if isinstance(proof, str):
        yield Unsettled(question=question, reason=proof)
        return
    verdict = proof.monotone(policy, question, fact, given=stated.values, budget=budget)
    if verdict.holds is None:
        yield Unsettled(question=question, reason=verdict.reason)
    elif not verdict.holds:
        yield _turning(policy, question, stated, fact.name, verdict)


def _solver(stated: Stated) -> Any:  # noqa: ANN401  # a module of an extra
    """Return the room of the solver, or in words why it cannot be asked."""
    try:
        from asylum_rules.smt import calendar, proof  # noqa: PLC0415  # an extra
    except AsylumRulesError as error:
        return f"dates or sums are to be weighed, and {error}"
    dates = [value for value in stated.values.values() if isinstance(value, date)]
    if any(not calendar.FIRST_YEAR <= each.year <= calendar.LAST_YEAR for each in dates):
        return f"the solver knows no dates before {calendar.FIRST_YEAR} or after {calendar.LAST_YEAR}, and one is given"
    return proof


def _usual(asked: Asked) -> Condition:
    """Return that no date on which an answer can turn is long ago, and no count large."""
    facts = {fact.name: fact for policy in asked.policies for fact in policy.facts(asked.question)}
    dates = (not_(before(fact, _RECENT)) for fact in facts.values() if fact.kind is Kind.DATE)
    return all_of(*dates, *(not_(more_than(fact, _MANY)) for fact in facts.values() if fact.kind is Kind.COUNT))


def _shown(asked: Asked, verdict: Any) -> Outcome:  # noqa: ANN401  # as an extra gives it
    def ask(facts: Mapping[str, Value], points: Mapping[str, str]) -> tuple[Answer, Answer]:
        case = asked.stated.case.stating(facts)
        old, new = (decide(each, case, asked.question, under=points, presume=False) for each in asked.policies)
        return old, new

    return _fewest(asked.question, ask, _not_given(asked.stated, verdict), verdict.points)


def _turning(policy: Policy, question: Question, stated: Stated, name: str, verdict: Any) -> Outcome:  # noqa: ANN401  # the same
    """Return a case whose answer is worse with a larger value of a fact."""
    found = _not_given(stated, verdict)
    small = {name: found.pop(name)}

    def ask(facts: Mapping[str, Value], points: Mapping[str, str]) -> tuple[Answer, Answer]:
        cases = (stated.case.stating({**facts, **each}) for each in (small, {name: verdict.larger}))
        old, new = (decide(policy, case, question, under=points, presume=False) for case in cases)
        return old, new

    case = _fewest(question, ask, found, verdict.points)
    return evolve(case, facts={**case.facts, **small}, instead={name: verdict.larger})


def _not_given(stated: Stated, verdict: Any) -> dict[str, Value]:  # noqa: ANN401  # the same
    return {name: value for name, value in verdict.facts.items() if name not in stated.values}


def _fewest(question: Question, ask: _Ask, facts: Mapping[str, Value], points: Mapping[str, str]) -> Outcome:
    """Return a case without what it need not state for its answers to be the same."""
    aim = _told(ask, facts, points)
    if isinstance(aim, str):
        return Unsettled(question=question, reason=f"{_NOT_ASKED}: {aim}", facts=facts, points=points)
    for name in facts:
        fewer = _without(facts, name)
        facts = fewer if _told(ask, fewer, points) == aim else facts
    for name in points:
        fewer_points = _without(points, name)
        points = fewer_points if _told(ask, facts, fewer_points) == aim else points
    old, new = ask(facts, points)
    return Counterexample(question=question, facts=facts, points=points, old=old, new=new)


def _told(ask: _Ask, facts: Mapping[str, Value], points: Mapping[str, str]) -> object:
    """Return what the answers say; why none can be given where a figure in them is past what a figure may be."""
    try:
        return tuple((answer.status, answer.value) for answer in ask(facts, points))
    except InvalidQuantityError as error:
        return str(error)


def _without(values: Mapping[str, _T], name: str) -> dict[str, _T]:
    return {each: value for each, value in values.items() if each != name}
