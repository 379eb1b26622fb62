"""Whether each of many cases lies in exactly one class of changes, and has the answers of that class."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

from attrs import frozen

from asylum_rules import CaseProfile, ChangeClass, Impact, Lookup, Policy, impact
from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Question
from asylum_rules.language.truth import reader, truth
from asylum_rules.model.answer import Formula, Said
from asylum_rules.units.figure import Figure

Row: TypeAlias = Mapping[str, Value]


@frozen
class Group:
    """The classes of one question, or of one code of it: together every case, and no case in two."""

    old: Lookup
    new: Lookup
    classes: tuple[ChangeClass, ...]

    def fault(self, row: Row, readings: Mapping[str, str], case: CaseProfile) -> str | None:
        """Return what is wrong with a case; None where it lies in one class and has its answers."""
        read = reader({**row, **readings})
        inside = [each for each in self.classes if each.when is not None and truth(each.when, read)]
        if len(inside) != 1:
            return f"{self.classes[0].question.name}: in {len(inside)} classes"
        (only,) = inside
        for told, said in ((only.old, self.old(case)), (only.new, self.new(case))):
            if not _fits(told, said, only.code):
                return f"{only.question.name}: {told} told, {said} decided"
        return None


def _fits(told: Said, said: Said, code: str | None) -> bool:
    """Return whether an answer is that of a class; of a formula, whether it is a figure."""
    if code is not None and isinstance(said[1], tuple):
        return told == (said[0], (code,) if code in said[1] else ())
    if isinstance(told[1], Formula):
        return isinstance(said[1], Figure) or said[1] is None
    return told == said


def groups(base: Policy, other: Policy, readings: Mapping[str, str]) -> tuple[Group, ...]:
    """Return the classes between two policies, with what looks answers up under some readings."""
    found = impact(base, other)
    points = {**found.headlines, **readings}
    return tuple(
        Group(Lookup(base.read(points.items()), question), Lookup(other.read(points.items()), question), classes)
        for question, classes in _grouped(found)
    )


def _grouped(found: Impact) -> Iterator[tuple[Question, tuple[ChangeClass, ...]]]:
    for question in found.questions:
        every = [each for each in (*question.classes, *question.unchanged) if each.part is None]
        for _, same in groupby(sorted(every, key=lambda each: each.code or ""), key=lambda each: each.code):
            yield question.question, tuple(same)


def free_points(base: Policy, other: Policy) -> dict[str, tuple[str, ...]]:
    """Return the open points without a headline, with their readings."""
    every: Iterable[Policy] = (base, other)
    return {point.name: point.codes for each in every for point in each.points() if point.headline is None}
