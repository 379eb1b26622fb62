"""The working of an answer as sentences with citations."""

from collections.abc import Iterator
from typing import Final, assert_never

from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Not, OneOf
from asylum_rules.model.answer import Answer, Status
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Rule
from asylum_rules.model.trace import Step, Trace, Weighed
from asylum_rules.prose.condition import of_condition, of_paths
from asylum_rules.prose.source import of_citation, of_stage, of_standing
from asylum_rules.prose.value import of_answer, of_day, of_possibility, of_value

_HOLDS: Final = {True: "yes", False: "no", None: "not known"}


def of_trace(trace: Trace, policy: Policy) -> Iterator[str]:
    """Yield the working of an answer line by line, indented by what it builds on."""
    if trace.answer is None:
        yield trace.question.text
    else:
        yield f"{trace.question.text}: {of_answer(trace.answer)}"
        yield from _indented(_answer_lines(trace.answer, trace.scope))
    for weighed in trace.weighed:
        if weighed.applies is not False:
            yield from _indented(_rule_lines(weighed, policy))
    idle = [weighed.rule.name for weighed in trace.weighed if weighed.applies is False]
    if idle:
        yield f"  Does not apply: {', '.join(idle)}"
    for used in trace.uses:
        yield "  It builds on:"
        yield from _indented(of_trace(used, policy), by=4)


def _indented(lines: Iterator[str], by: int = 2) -> Iterator[str]:
    return (f"{' ' * by}{line}" for line in lines)


def _answer_lines(answer: Answer, scope: Step | None) -> Iterator[str]:
    for possibility in answer.possible:
        mark = "headline: " if possibility.headline else ""
        yield f"{mark}{of_possibility(possibility, answer.question)}, when {of_paths(possibility.paths)}"
    if answer.facts or answer.points:
        yield f"Depends on: {', '.join((*answer.facts, *answer.points))}"
    if answer.assumed:
        yield f"Presumed: {', '.join(answer.assumed)}"
    if answer.status is Status.NOT_COVERED and scope is not None:
        yield f"The policy answers this only where {of_condition(scope.condition)}"
        yield from _step_lines(scope)


def _rule_lines(weighed: Weighed, policy: Policy) -> Iterator[str]:
    rule = weighed.rule
    if weighed.prevails:
        verdict = "Applies"
    elif weighed.applies:
        verdict = f"Applies, but {', '.join(weighed.beaten_by)} prevails"
    else:
        verdict = "May apply"
    yield f"{verdict}: {rule.name} ({of_stage(policy.stage(rule))}). {rule.text}"
    yield from _indented(iter(dict.fromkeys(_step_lines(weighed.step))), by=4)
    yield from _indented(_citation_lines(rule), by=4)


def _step_lines(step: Step) -> Iterator[str]:
    """Yield each test that bears on the outcome, the value it read and whether it holds."""
    match step.condition:
        case Compare(subject, _, _) | OneOf(subject, _):
            read = "not known" if step.value is None else of_value(step.value, subject) or "not covered"
            yield f"[{_HOLDS[step.held]}] {of_condition(step.condition)} (read: {read})"
        case AllOf() | AnyOf() | Not():
            for part in _bearing(step):
                yield from _step_lines(part)
        case _ as never:
            assert_never(never)


def _bearing(step: Step) -> tuple[Step, ...]:
    """Return the parts that settle a condition; of one that is not settled, those that could."""
    match step.condition, step.held:
        case (AllOf(), False) | (AnyOf(), True):
            return tuple(part for part in step.parts if part.held is step.held)
        case AnyOf(), None:
            return tuple(part for part in step.parts if part.held is None)
        case _:
            return step.parts


def _citation_lines(rule: Rule) -> Iterator[str]:
    yield f"standing: {of_standing(rule.standing)}; verified until {of_day(rule.standing.verified)}"
    for citation in rule.cites:
        yield f"source: {of_citation(citation)}"
