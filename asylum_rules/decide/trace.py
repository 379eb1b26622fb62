"""How an answer is worked out: the same evaluation as `decide`, with every step kept."""

from collections.abc import Mapping
from typing import assert_never

from asylum_rules.decide.chosen import question_named, read_each
from asylum_rules.decide.completions import Completions, Stated, state
from asylum_rules.decide.decide import answer
from asylum_rules.decide.evaluation import Evaluation
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf
from asylum_rules.language.subjects import Question
from asylum_rules.language.truth import truth
from asylum_rules.language.walk import reads
from asylum_rules.model.answer import Status
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase
from asylum_rules.model.trace import Step, Trace, Weighed


def explain(
    policy: Policy,
    case: CaseBase,
    question: Question | str,
    *,
    under: Mapping[str, str] | None = None,
    presume: bool = True,
) -> Trace:
    """Return the working of what a policy says to one question about one case; raises as `decide` does.

    >>> from asylum_rules import CaseProfile, policies
    >>> case = CaseProfile(claim="refugee", claimed_on="2026-04-01", was_unaccompanied_child_at_claim=False)
    >>> [each.rule.name for each in explain(policies["uk/latest"], case, "leave.length").weighed if each.prevails]
    ['leave.thirty-months']
    """
    (policy,) = read_each((policy,), case.profile, under or {})
    asked = question if isinstance(question, Question) else question_named(policy, question)
    return trace(policy, state(case, presume=presume), asked)


def trace(policy: Policy, stated: Stated, question: Question) -> Trace:
    """Return the working of an answer to a question about a case made ready."""
    said = None if question.part else answer(policy, Completions((policy,), stated, question))
    evaluation = Evaluation(policy, stated.under(policy))
    scope = policy.scope(question)
    covered = None if scope is None else _step(scope.when, evaluation)
    if said is not None and said.status is Status.NOT_COVERED:
        return Trace(question, said, covered, (), ())
    weighed = _weighed(policy, question, evaluation)
    live = [each.rule for each in weighed if each.applies is not False and not each.beaten_by]
    used = {read.name: read for rule in live for read in reads(rule.gives) if isinstance(read, Question)}
    return Trace(question, said, covered, weighed, tuple(trace(policy, stated, each) for each in used.values()))


def _weighed(policy: Policy, question: Question, evaluation: Evaluation) -> tuple[Weighed, ...]:
    steps = [(rule, _step(rule.applies, evaluation)) for rule in policy.rules_of(question)]
    applicable = {rule.name for rule, step in steps if step.held}
    return tuple(Weighed(rule, step, tuple(sorted(policy.beaten_by(rule) & applicable))) for rule, step in steps)


def _step(condition: Condition, evaluation: Evaluation) -> Step:
    held = truth(condition, evaluation)
    match condition:
        case Compare() | OneOf():
            return Step(condition, held, evaluation(condition.subject), ())
        case AllOf(parts) | AnyOf(parts):
            return Step(condition, held, None, tuple(_step(part, evaluation) for part in parts))
        case Not(part):
            return Step(condition, held, None, (_step(part, evaluation),))
        case _ as never:
            assert_never(never)
