"""How an answer is worked out: the same evaluation as `decide`, with every step kept."""

from collections.abc import Callable, Mapping
from typing import assert_never

from asylum_rules.decide.chosen import question_named, read_each
from asylum_rules.decide.completions import Completions, Stated, state
from asylum_rules.decide.decide import answer
from asylum_rules.decide.evaluation import Evaluation, code_read
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf
from asylum_rules.language.subjects import Question, Subject
from asylum_rules.language.truth import truth
from asylum_rules.language.walk import reads
from asylum_rules.model.answer import Status
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase
from asylum_rules.model.trace import Step, Trace, Weighed

_Read = Callable[[Subject], Value | None]


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
    read = _reader(policy, stated)
    scope = policy.scope(question)
    covered = None if scope is None else _step(scope.when, read)
    if said is not None and said.status is Status.NOT_COVERED:
        return Trace(question, said, covered, (), ())
    weighed = _weighed(policy, question, read)
    live = [each.rule for each in weighed if each.applies is not False and not each.beaten_by]
    used = {each.name: each for rule in live for each in reads(rule.gives) if isinstance(each, Question)}
    return Trace(question, said, covered, weighed, tuple(trace(policy, stated, each) for each in used.values()))


def _reader(policy: Policy, stated: Stated) -> _Read:
    """Return what reads a subject; an answer that is the same however the case is completed is known."""
    evaluation = Evaluation(policy, stated.under(policy))

    def read(subject: Subject) -> Value | None:
        found = evaluation(subject)
        if found is not None or not isinstance(subject, Question):
            return found
        said = answer(policy, Completions((policy,), stated, subject))
        return None if said.status is Status.DEPENDS else code_read(said.value)

    return read


def _weighed(policy: Policy, question: Question, read: _Read) -> tuple[Weighed, ...]:
    steps = [(rule, _step(rule.applies, read)) for rule in policy.rules_of(question)]
    applicable = {rule.name for rule, step in steps if step.held}
    return tuple(Weighed(rule, step, tuple(sorted(policy.beaten_by(rule) & applicable))) for rule, step in steps)


def _step(condition: Condition, read: _Read) -> Step:
    held = truth(condition, read)
    match condition:
        case Compare() | OneOf():
            return Step(condition, held, read(condition.subject), ())
        case AllOf(parts) | AnyOf(parts):
            return Step(condition, held, None, tuple(_step(part, read) for part in parts))
        case Not(part):
            return Step(condition, held, None, (_step(part, read),))
        case _ as never:
            assert_never(never)
