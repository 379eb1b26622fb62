"""What a check can find, how grave it is, and what to do about it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from attrs import evolve, field, frozen

from asylum_rules.language.kinds import Value


class Level(StrEnum):
    """How grave a finding is, gravest first. A note asks for a look and fails no check."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Fault(StrEnum):
    """What a check can find, by a name that stays."""

    INVALID = "invalid"
    GAP = "gap"
    CLASH = "clash"
    INERT = "inert"
    UNREAD_RULE = "unread-rule"
    NO_CITATION = "no-citation"
    DEAD_RULE = "dead-rule"
    DEAD_CONDITION = "dead-condition"
    UNQUALIFIED_FIGURE = "unqualified-figure"
    OLD_VERIFICATION = "old-verification"
    UNCITED_SOURCE = "uncited-source"


@frozen
class Meaning:
    """What a fault is, how grave it is as a rule, and what to do about it."""

    level: Level
    text: str
    remedy: str


MEANINGS: Final[Mapping[Fault, Meaning]] = {
    Fault.INVALID: Meaning(
        Level.ERROR,
        "A reform file cannot be read, or its rules do not make a policy.",
        "Correct what the message names.",
    ),
    Fault.GAP: Meaning(
        Level.ERROR,
        "No rule answers a question in a case that the policy covers.",
        "Add a rule for the case, widen one, or narrow the scope of the question.",
    ),
    Fault.CLASH: Meaning(
        Level.ERROR,
        "Two rules of equal rank and date apply to one case and differ.",
        "Let one override the other by name, or part their conditions.",
    ),
    Fault.INERT: Meaning(
        Level.WARNING,
        "An operation of a reform changes no answer of any case.",
        "Correct the rule it names or what it gives, or take it out.",
    ),
    Fault.UNREAD_RULE: Meaning(
        Level.ERROR,
        "A rule answers a question that the policy neither asks nor reads.",
        "Give the question a scope, or take the rule out.",
    ),
    Fault.NO_CITATION: Meaning(
        Level.ERROR,
        "A rule cites no source.",
        "Cite the document it rests on, with the place in it.",
    ),
    Fault.DEAD_RULE: Meaning(
        Level.WARNING,
        "A rule decides no case: it never applies, or another rule always prevails.",
        "Correct its condition or its rank, or take it out; leave it where a proposal is meant to leave nothing of it.",
    ),
    Fault.DEAD_CONDITION: Meaning(
        Level.NOTE,
        "A part of a rule's condition decides nothing: without it the rule applies to the same cases.",
        "Look whether it was meant to say something else; leave it where the law says it too.",
    ),
    Fault.UNQUALIFIED_FIGURE: Meaning(
        Level.WARNING,
        "A rule speaks plainly where its source hedges.",
        "Give the rule a qualifier, or its figure one: up to, about, at least.",
    ),
    Fault.OLD_VERIFICATION: Meaning(
        Level.WARNING,
        "A rule was last verified longer ago than asked for.",
        "Look at its sources again and move the date of verification.",
    ),
    Fault.UNCITED_SOURCE: Meaning(
        Level.WARNING,
        "No rule of any country or reform cites a document.",
        "Cite it where a rule rests on it, or take it out.",
    ),
}


@frozen(kw_only=True)
class Finding:
    """One thing found, and where."""

    fault: Fault
    level: Level
    text: str
    policies: tuple[str, ...] = ()
    """The policies it was found in, by id; none where it is found in the rulebooks as a whole."""
    rules: tuple[str, ...] = ()
    question: str | None = None
    source: str | None = None
    case: Mapping[str, Value] = field(factory=dict)
    """Facts and readings of points that show it; where nothing need be known, none."""

    @property
    def where(self) -> str:
        """The rules, else the question or the source."""
        return ", ".join(self.rules) or self.question or self.source or ""


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, what several policies share only once, gravest first."""
    groups: dict[object, Finding] = {}
    for each in findings:
        key = (each.fault, each.level, each.text, each.rules, each.question, each.source, tuple(each.case.items()))
        seen = groups.get(key)
        groups[key] = each if seen is None else evolve(seen, policies=(*seen.policies, *each.policies))
    return tuple(sorted(groups.values(), key=lambda each: (_GRAVITY[each.level], list(Fault).index(each.fault))))


_GRAVITY: Final = {level: place for place, level in enumerate(Level)}
