"""The working of an answer as JSON."""

from collections.abc import Iterator

from asylum_rules.language.kinds import plain_value
from asylum_rules.language.nodes import Compare, OneOf
from asylum_rules.model.policy import Policy
from asylum_rules.model.trace import Step, Trace, Weighed
from asylum_rules.prose.condition import of_condition
from asylum_rules.report.comparison import Json, answer_json, citation_json


def trace_json(trace: Trace, policy: Policy) -> Json:
    """Return the working of an answer as JSON data: each rule, each test it made, and what it builds on."""
    return {
        "question": trace.question.name,
        "answer": None if trace.answer is None else answer_json(trace.answer),
        "scope": None if trace.scope is None else list(_tests(trace.scope)),
        "rules": [_weighed(weighed, policy) for weighed in trace.weighed],
        "builds_on": [trace_json(each, policy) for each in trace.uses],
    }


def _weighed(weighed: Weighed, policy: Policy) -> Json:
    return {
        "rule": weighed.rule.name,
        "text": weighed.rule.text,
        "applies": weighed.applies,
        "prevails": weighed.prevails,
        "beaten_by": list(weighed.beaten_by),
        "standing": str(policy.stage(weighed.rule)),
        "tests": list(_tests(weighed.step)),
        "citations": [citation_json(citation) for citation in weighed.rule.cites],
    }


def _tests(step: Step) -> Iterator[Json]:
    """Yield every test of a condition with the value it read, None where that is unknown, and whether it holds."""
    if isinstance(step.condition, Compare | OneOf):
        value = None if step.value is None else plain_value(step.value)
        yield {"test": of_condition(step.condition), "read": value, "holds": step.held}
    for part in step.parts:
        yield from _tests(part)
