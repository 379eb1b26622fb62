"""Whether a property holds of every case: proved, refuted with cases that show it, or not settled and why."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from attrs import field, frozen

from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Question
from asylum_rules.language.walk import constants
from asylum_rules.model.answer import Answer, Formula, Said
from asylum_rules.prose.case import of_values
from asylum_rules.prose.value import of_answer
from asylum_rules.units.figure import Exactly

_WORDS: Final = {True: "proved", False: "refuted", None: "not settled"}
OPEN: Final = "the answers cannot be set against each other: a figure is not stated, not exact, or has no order"
"""Why no solver settles a change."""


@frozen(kw_only=True)
class Counterexample:
    """A case of which a property does not hold; asking the policies about it shows that."""

    question: Question
    text: str
    """What is wrong with it."""
    facts: Mapping[str, Value] = field(factory=dict)
    points: Mapping[str, str] = field(factory=dict)
    """The readings that go with those facts."""
    old: Answer | None = None
    """What the first policy says to it; None where no answer is at stake."""
    new: Answer | None = None
    """What the second policy says to it; of one policy, what it says once the fact is larger."""
    rules: tuple[str, ...] = ()
    """The rules at fault, by name."""


@frozen(kw_only=True)
class Unsettled:
    """Cases of which it is not settled whether a property holds, and why."""

    question: Question
    reason: str
    facts: Mapping[str, Value] = field(factory=dict)
    points: Mapping[str, str] = field(factory=dict)


Outcome: TypeAlias = Counterexample | Unsettled
"""What stands in the way of a property."""


@frozen(kw_only=True)
class Proof:
    """What was found of a property of one policy, or of two. It is true where the property holds."""

    name: str
    """The name of the property, as on the command line."""
    claim: str
    """The property as a sentence."""
    policies: tuple[str, ...]
    questions: tuple[str, ...]
    """The questions of which it was asked."""
    refuted: tuple[Counterexample, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()

    @property
    def holds(self) -> bool | None:
        """Whether the property holds of every case; None where that was not settled."""
        if self.refuted:
            return False
        return None if self.unsettled else True

    def __bool__(self) -> bool:
        return self.holds is True

    def require(self) -> None:
        """Raise `AssertionError` with what stands in the way where the property was not proved: a test in one line."""
        __tracebackhide__ = True
        if not self:
            raise AssertionError(str(self))

    def __str__(self) -> str:
        return "\n".join(_lines(self))

    __repr__ = __str__


def proof(
    name: str,
    claim: str,
    policies: Iterable[str],
    questions: Iterable[Question],
    ask: Callable[[Question], Iterable[Outcome]],
) -> Proof:
    """Return what is found of a property when each question is asked in turn."""
    asked = tuple(questions)
    found = [each for question in asked for each in ask(question)]
    return Proof(
        name=name,
        claim=claim,
        policies=tuple(policies),
        questions=tuple(question.name for question in asked),
        refuted=tuple(each for each in found if isinstance(each, Counterexample)),
        unsettled=tuple(each for each in found if isinstance(each, Unsettled)),
    )


def is_exact(answer: Said) -> bool:
    """Return whether an answer is an exact figure, or a formula of exact figures, which a solver can weigh."""
    match answer[1]:
        case Formula(term):
            return all(isinstance(each, Exactly) for each in constants(term))
        case value:
            return isinstance(value, Exactly)


def _lines(proof: Proof) -> Iterator[str]:
    """Yield the claim, whether it holds, and each case that stands in its way."""
    yield f"{_WORDS[proof.holds]}: {proof.claim}"
    for case in proof.refuted:
        yield from _refuted(case)
    for each in proof.unsettled:
        yield from _unsettled(each)


def _refuted(case: Counterexample) -> Iterator[str]:
    answers = [of_answer(each) for each in (case.old, case.new) if each is not None]
    yield f"  {case.question.name}: {case.text}{' ' if answers else ''}{' → '.join(answers)}"
    yield from _case(case.facts, case.points)


def _unsettled(each: Unsettled) -> Iterator[str]:
    yield f"  {each.question.name}: not settled; {each.reason}"
    yield from _case(each.facts, each.points)


def _case(facts: Mapping[str, Value], points: Mapping[str, str]) -> Iterator[str]:
    if facts:
        yield f"    case {of_values(facts)}"
    if points:
        yield f"    read {of_values(points)}"
