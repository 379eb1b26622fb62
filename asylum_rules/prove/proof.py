"""Whether a property holds of every case: proved, refuted with cases that show it, or not settled and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Answer
from asylum_rules.prose.case import of_values
from asylum_rules.prose.value import of_answer
from asylum_rules.prove.cases import Cases

_WORDS: Final = {True: "proved", False: "refuted", None: "not settled"}
_FEW: Final = 3
"""So many questions are named; of more it is said how many."""


@frozen(kw_only=True)
class Counterexample:
    """A case of which a property does not hold; asking the policies about it shows that."""

    question: Question
    text: str = ""
    """What is wrong with it; nothing where the answers show that."""
    facts: Mapping[str, Value] = field(factory=dict)
    """What it states beside what every case does."""
    points: Mapping[str, str] = field(factory=dict)
    """The readings that go with those facts."""
    old: Answer | None = None
    """What the first policy says to it; None where no answer is at stake."""
    new: Answer | None = None
    """What the second policy says to it; of one policy, what it says with `instead` in its place."""
    instead: Mapping[str, Value] = field(factory=dict)
    """The fact with a larger value, where what is said to two values of it is compared."""
    rules: tuple[str, ...] = ()
    """The rules at fault, by name."""


@frozen(kw_only=True)
class Unsettled:
    """Cases of which it is not settled whether a property holds, and why; one of them where one can be told."""

    question: Question
    reason: str
    facts: Mapping[str, Value] = field(factory=dict)
    points: Mapping[str, str] = field(factory=dict)
    old: Answer | None = None
    new: Answer | None = None
    instead: Mapping[str, Value] = field(factory=dict)


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
    cases: Cases
    """The cases of which it was asked, and how the law is read for them."""
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
    cases: Cases,
    found: Mapping[Question, Sequence[Outcome]],
) -> Proof:
    """Return what was found of a property, by the questions of which it was asked."""
    outcomes = [each for of_question in found.values() for each in of_question]
    return Proof(
        name=name,
        claim=claim,
        policies=tuple(policies),
        questions=tuple(question.name for question in found),
        cases=cases,
        refuted=tuple(each for each in outcomes if isinstance(each, Counterexample)),
        unsettled=tuple(each for each in outcomes if isinstance(each, Unsettled)),
    )


def _lines(proof: Proof) -> Iterator[str]:
    """Yield the claim, whether it holds, of what it was asked, and each case that stands in its way."""
    yield f"{_WORDS[proof.holds]}: {proof.claim}"
    yield from _asked(proof)
    for case in proof.refuted:
        yield f"  {case.question.name}: {'; '.join([*([case.text] if case.text else []), *_answers(case)])}"
        yield from _case(case)
    for each in proof.unsettled:
        yield f"  {each.question.name}: {'; '.join(['not settled', each.reason, *_answers(each)])}"
        yield from _case(each)


def _asked(proof: Proof) -> Iterator[str]:
    names, cases = proof.questions, proof.cases
    yield f"  asked: {', '.join(names) if len(names) <= _FEW else f'{len(names)} questions'}"
    given = {} if cases.given is None else cases.given.stated()
    if given:
        yield f"  of cases with {of_values(given)}"
    how = ["the headlines"] if cases.readings == "headline" else []
    if how or cases.under:
        yield f"  read by {', '.join([*how, *(of_values({name: each}) for name, each in cases.under.items())])}"


def _answers(of: Outcome) -> Iterator[str]:
    answers = [of_answer(each) for each in (of.old, of.new) if each is not None]
    instead = f"with {of_values(of.instead)} in its place " if of.instead else ""
    if answers:
        yield f"{instead}the answers are {' → '.join(answers)}"


def _case(of: Outcome) -> Iterator[str]:
    if of.facts:
        yield f"    case {of_values(of.facts)}"
    if of.points:
        yield f"    read {of_values(of.points)}"
