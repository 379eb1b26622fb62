"""What several policies say to the rows that end alike."""

from typing import TypeAlias

from attrs import frozen

from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Said

Answers: TypeAlias = tuple[Said, ...]
"""What each policy says, in their order."""
Pair: TypeAlias = tuple[Said, Said]
"""An old answer and a new one."""


@frozen(cache_hash=True)
class Outcome:
    """What the policies say: one answer each, or several where something is not known or not decided."""

    question: Question
    possible: frozenset[Answers]
    headline: frozenset[Answers]
    """The same with every point that has a headline read so."""
    facts: tuple[str, ...] = ()
    """The facts not known that some answer depends on, beside those it is a formula of."""
    points: tuple[str, ...] = ()
    """The open points that some answer depends on."""


def said(possible: frozenset[Answers], place: int) -> Said | None:
    """Return what the policy at a place says; None where that depends."""
    found = {each[place] for each in possible}
    return found.pop() if len(found) == 1 else None


def pairs(possible: frozenset[Answers], place: int) -> frozenset[Pair]:
    """Return what the first policy says and what the policy at a place does, wherever they say it together."""
    return frozenset((each[0], each[place]) for each in possible)
