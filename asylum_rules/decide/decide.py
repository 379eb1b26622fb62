"""What a policy says of one case, settled or not."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from attrs import evolve

from asylum_rules.cells.diagram import Diagram
from asylum_rules.cells.partial import Partial
from asylum_rules.decide.chosen import question_named, read_each
from asylum_rules.decide.completions import Completions, state
from asylum_rules.decide.evaluation import Evaluation, Unsettled
from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Point, Question
from asylum_rules.language.walk import reads
from asylum_rules.model.answer import Answer, Formula, Possibility, Result, Said, Status
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase
from asylum_rules.model.rule import Rule, least_firm
from asylum_rules.sources.standing import least_advanced

_NOTHING: Final[Mapping[str, str]] = {}


def decide(
    policy: Policy,
    case: CaseBase,
    question: Question | str,
    *,
    under: Mapping[str, str] = _NOTHING,
    presume: bool = True,
) -> Answer:
    """Return what a policy says to one question about one case.

    `under` reads open points in one way; `presume=False` leaves out facts that a case does not state. Raises
    `UnknownNameError` for a question, point or reading that is not there, `InvalidInputError` where the policy is
    not about cases of this profile, `TooManyCasesError` where there are too many ways to complete the case.

    >>> from asylum_rules import CaseProfile, policies
    >>> decide(policies["uk/baseline"], CaseProfile(claim="refugee", route="in_country"), "settlement.after").value
    Exactly(value=Span(years=5, months=0, weeks=0, days=0))
    """
    (policy,) = read_each((policy,), case.profile, under)
    asked = question if isinstance(question, Question) else question_named(policy, question)
    return answer(policy, Completions((policy,), state(case, presume=presume), asked))


def answer(policy: Policy, completions: Completions) -> Answer:
    """Return what a policy says to the question about a case."""
    stated, question = completions.stated, completions.question
    evaluation = Evaluation(policy, stated.under(policy))
    try:
        outcome = evaluation.outcome(question)
    except Unsettled:
        return _completed(policy, completions)
    return _answer(policy, completions, (outcome.status, outcome.value), outcome.rules, evaluation.read)


def _completed(policy: Policy, completions: Completions) -> Answer:
    """Return the answer to a case that leaves out what matters: one value where every completion has it."""
    every, rules = completions.of(policy), completions.rules(policy)
    if len(every.values) == 1:
        return _answer(policy, completions, every.values[0], tuple(rules), completions.space.read)
    headline = every.under_headlines()
    headlines = frozenset(headline.values)
    possible = tuple(_possibility(each, every, completions, rules, headlines) for each in every.values)
    facts = {name for variable in every.variables for name in completions.facts_of(variable)}
    facts.update(*(_facts_of(value) for _, value in every.values))
    return evolve(
        _answer(policy, completions, (Status.DEPENDS, None), tuple(rules), completions.space.read),
        possible=tuple(sorted(possible, key=lambda possibility: not possibility.headline)),
        facts=tuple(sorted(facts)),
        points=_points(every),
        undecided=_points(headline.fewest()),
    )


def _answer(policy: Policy, completions: Completions, said: Said, rules: tuple[Rule, ...], read: set[str]) -> Answer:
    status, value = said
    return Answer(
        question=completions.question,
        status=status,
        value=value,
        qualifier=least_firm([rule.qualifier for rule in rules]),
        standing=least_advanced([policy.stage(rule) for rule in rules]),
        possible=(),
        facts=tuple(sorted(_facts_of(value))),
        points=(),
        undecided=(),
        assumed=tuple(sorted(read & completions.stated.presumed)),
        rules=rules,
    )


def _facts_of(value: Result | None) -> set[str]:
    return {read.name for read in reads(value.term)} if isinstance(value, Formula) else set()


def _points(said: Partial[Said]) -> tuple[str, ...]:
    return tuple(sorted(variable.name for variable in said.variables if isinstance(variable, Point)))


def _possibility(
    said: Said,
    every: Partial[Said],
    completions: Completions,
    rules: Mapping[Rule, Diagram[bool]],
    headlines: frozenset[Said],
) -> Possibility:
    qualified = [rule for rule, where in rules.items() if rule.qualifier and completions.meet(where, every.where(said))]
    return Possibility(
        status=said[0],
        value=said[1],
        qualifier=least_firm([rule.qualifier for rule in qualified]),
        headline=said in headlines,
        when=partial(completions.paths, every, said),
        example=partial(_example, completions, every, said),
    )


def _example(completions: Completions, every: Partial[Said], said: Said) -> tuple[dict[str, Value], dict[str, str]]:
    """Return facts and readings that complete the case so that this is said."""
    return completions.example(every.ways[said])
