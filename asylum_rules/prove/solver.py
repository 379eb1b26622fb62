"""What is left to the solver of the extra `smt`: dates that count from different days, and sums that vary."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from asylum_rules.cells.region import Region
from asylum_rules.decide.asked import Asked
from asylum_rules.decide.completions import Completions
from asylum_rules.decide.decide import decide
from asylum_rules.errors import AsylumRulesError
from asylum_rules.language.kinds import Value, plain_value
from asylum_rules.language.subjects import Fact
from asylum_rules.model.policy import Policy
from asylum_rules.prove.proof import Counterexample, Outcome, Unsettled

_NO_WORDS: Final = "the cases left to the solver have no short condition"


class Claim(StrEnum):
    """What the solver is asked of two policies, by the name of the function that asks."""

    EQUIVALENT = "equivalent"
    NEVER_BETTER = "never_better"
    NEVER_WORSE = "never_worse"


def solved(claim: Claim, asked: Asked, region: Region, budget: int) -> Iterator[Outcome]:
    """Yield what stands in the way of a claim about the cases of a region; nothing where it is proved."""
    try:
        from asylum_rules.smt import proof  # noqa: PLC0415  # an extra
    except AsylumRulesError as error:
        yield Unsettled(question=asked.question, reason=f"dates or sums are to be weighed, and {error}")
        return
    if region.condition is None:
        yield Unsettled(question=asked.question, reason=_NO_WORDS)
        return
    ask: Any = getattr(proof, claim)
    verdict = ask(*asked.policies, asked.question, among=region.condition, given=asked.stated.values, budget=budget)
    if verdict.holds is None:
        yield Unsettled(question=asked.question, reason=verdict.reason)
    elif not verdict.holds:
        yield _shown(asked, verdict.facts, verdict.points)


def solved_rising(policy: Policy, fact: Fact, completions: Completions, budget: int) -> Iterator[Outcome]:
    """Yield what stands in the way of a larger value of a fact never being worse; nothing where it is proved."""
    question, given = completions.question, completions.stated
    try:
        from asylum_rules.smt import proof  # noqa: PLC0415  # an extra
    except AsylumRulesError as error:
        yield Unsettled(question=question, reason=f"dates or sums are to be weighed, and {error}")
        return
    verdict = proof.monotone(policy, question, fact, given=given.values, budget=budget)
    if verdict.holds is None:
        yield Unsettled(question=question, reason=verdict.reason)
    elif not verdict.holds and verdict.larger is not None:
        larger = {**verdict.facts, fact.name: verdict.larger}
        old, new = (
            decide(policy, given.case.stating(facts), question, under=verdict.points, presume=False)
            for facts in (verdict.facts, larger)
        )
        yield Counterexample(
            question=question,
            text=f"with {fact.name} = {plain_value(verdict.larger)} in its place the answers are",
            facts=verdict.facts,
            points=verdict.points,
            old=old,
            new=new,
        )


def _shown(asked: Asked, facts: Mapping[str, Value], points: Mapping[str, str]) -> Counterexample:
    case = asked.stated.case.stating(facts)
    old, new = (decide(each, case, asked.question, under=points, presume=False) for each in asked.policies)
    return Counterexample(question=asked.question, text="the answers are", facts=facts, points=points, old=old, new=new)
