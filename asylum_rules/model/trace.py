"""The working of an answer as data: each condition, the value it read, the rules weighed and which prevailed."""

from attrs import frozen

from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Answer
from asylum_rules.model.rule import Rule


@frozen
class Step:
    """One condition, whether it holds, and the value it read if it is a test; None where that is unknown."""

    condition: Condition
    held: bool | None
    value: Value | None
    parts: tuple["Step", ...]


@frozen
class Weighed:
    """One rule: whether it applies, and the applicable rules that prevail over it."""

    rule: Rule
    step: Step
    beaten_by: tuple[str, ...]

    @property
    def applies(self) -> bool | None:
        """Whether the rule applies; None where that depends on something unknown."""
        return self.step.held

    @property
    def prevails(self) -> bool:
        """Whether the rule applies and no other prevails over it."""
        return self.step.held is True and not self.beaten_by


@frozen
class Trace:
    """The working of one answer, with the working of the answers and parts it builds on."""

    question: Question
    answer: Answer | None
    """None for a part, which is no answer of its own."""
    scope: Step | None
    """Whether the policy answers the question for this case; None for a part."""
    weighed: tuple[Weighed, ...]
    uses: tuple["Trace", ...]
