"""What is left to the solver of the extra `smt`: dates that count from different days, and sums that vary."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from asylum_rules.cells.region import Region
from asylum_rules.decide.asked import Asked
from asylum_rules.decide.completions import Completions, Stated
from asylum_rules.decide.decide import decide
from asylum_rules.errors import AsylumRulesError
from asylum_rules.language.build import all_of, before, not_
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, Question
from asylum_rules.model.answer import Answer, Status
from asylum_rules.model.policy import Policy
from asylum_rules.prove.proof import Counterexample, Outcome, Unsettled, with_larger

_NO_WORDS: Final = "the cases left to the solver have no short condition; narrow them by what is given"
_RECENT: Final = date(2015, 1, 1)
"""A case with no earlier date is shown where there is one."""

_T = TypeVar("_T")


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
        recent = ask(all_of(condition, _recent(asked)))
        yield _shown(asked, recent if recent.holds is False else verdict)


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


def _recent(asked: Asked) -> Condition:
    """Return that no date on which an answer can turn is long ago."""
    facts = {fact for policy in asked.policies for fact in policy.facts(asked.question) if fact.kind is Kind.DATE}
    return all_of(*(not_(before(fact, _RECENT)) for fact in sorted(facts, key=lambda fact: fact.name)))


def _shown(asked: Asked, verdict: Any) -> Counterexample:  # noqa: ANN401  # as an extra gives it
    stated, question = asked.stated, asked.question

    def ask(facts: Mapping[str, Value], points: Mapping[str, str]) -> tuple[Answer, Answer]:
        case = stated.case.stating(facts)
        old, new = (decide(each, case, question, under=points, presume=False) for each in asked.policies)
        return old, new

    facts, points = _fewest(ask, _not_given(stated, verdict.facts), verdict.points)
    old, new = ask(facts, points)
    return Counterexample(question=question, text="the answers are", facts=facts, points=points, old=old, new=new)


def _turning(policy: Policy, question: Question, stated: Stated, name: str, verdict: Any) -> Counterexample:  # noqa: ANN401  # the same
    """Return a case whose answer is worse with a larger value of a fact."""

    def ask(facts: Mapping[str, Value], points: Mapping[str, str]) -> tuple[Answer, Answer]:
        small, large = (stated.case.stating({**facts, name: value}) for value in (verdict.facts[name], verdict.larger))
        old, new = (decide(policy, case, question, under=points, presume=False) for case in (small, large))
        return old, new

    others = {each: value for each, value in _not_given(stated, verdict.facts).items() if each != name}
    facts, points = _fewest(ask, others, verdict.points)
    old, new = ask(facts, points)
    return Counterexample(
        question=question,
        text=with_larger(name, verdict.larger),
        facts={**facts, name: verdict.facts[name]},
        points=points,
        old=old,
        new=new,
    )


def _not_given(stated: Stated, facts: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in facts.items() if name not in stated.values}


def _fewest(
    ask: Callable[[Mapping[str, Value], Mapping[str, str]], tuple[Answer, Answer]],
    facts: Mapping[str, Value],
    points: Mapping[str, str],
) -> tuple[Mapping[str, Value], Mapping[str, str]]:
    """Return a case without what it need not state for its answers to be the same."""
    aim = list(map(_told, ask(facts, points)))
    for name in facts:
        fewer = _without(facts, name)
        facts = fewer if list(map(_told, ask(fewer, points))) == aim else facts
    for name in points:
        fewer_points = _without(points, name)
        points = fewer_points if list(map(_told, ask(facts, fewer_points))) == aim else points
    return facts, points


def _told(answer: Answer) -> object:
    """Return what an answer says where it is settled."""
    return object() if answer.status is Status.DEPENDS else (answer.status, answer.value)


def _without(values: Mapping[str, _T], name: str) -> dict[str, _T]:
    return {each: value for each, value in values.items() if each != name}
