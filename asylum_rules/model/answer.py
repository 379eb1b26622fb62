"""What a policy says to a question about one case."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property, reduce as fold
from typing import Final, TypeAlias

from attrs import field, frozen

from asylum_rules.language.cells import Cell
from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import Constant, Given, Term
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.sources.citation import Citation
from asylum_rules.sources.standing import Stage
from asylum_rules.units.figure import Figure, Unstated, spanning


class Status(StrEnum):
    """How far a question is answered."""

    DETERMINED = "determined"
    DEPENDS = "depends"
    UNSTATED = "unstated"
    NOT_COVERED = "not_covered"


@frozen
class Formula:
    """A value that varies with facts left out: a term of which everything known is worked out."""

    term: Term


Result: TypeAlias = Given | Formula
"""The value of an answer."""

Said: TypeAlias = tuple[Status, Result | None]
"""What an answer says: its status and its value."""

Path: TypeAlias = tuple[Cell, ...]
"""Some cells of different facts and points, of which all are met."""

NOT_COVERED: Final[Said] = (Status.NOT_COVERED, None)


def said(term: Term) -> Said:
    """Return what an answer says whose rules give a term of which everything known is worked out."""
    if not isinstance(term, Constant):
        return Status.DETERMINED, Formula(term)
    if isinstance(term.value, Unstated):
        return Status.UNSTATED, None
    return Status.DETERMINED, term.value


@frozen(kw_only=True)
class Possibility:
    """One thing that an unsettled answer may be."""

    status: Status
    value: Result | None
    """None where this possibility gives none; the status says why."""
    qualifier: Qualifier | None
    headline: bool
    """It is possible with every point that has a headline read so."""
    _when: Callable[[], tuple[Path, ...]] = field(eq=False, repr=False)
    _example: Callable[[], tuple[Mapping[str, Value], Mapping[str, str]]] = field(eq=False, repr=False)

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """When: any of these, and in each all of the cells; worked out when first asked for."""
        return self._when()

    @property
    def facts(self) -> Mapping[str, Value]:
        """Facts that complete the case so that this is the answer."""
        return self._completed[0]

    @property
    def points(self) -> Mapping[str, str]:
        """The readings that go with those facts."""
        return self._completed[1]

    @cached_property
    def _completed(self) -> tuple[Mapping[str, Value], Mapping[str, str]]:
        return self._example()


@frozen(kw_only=True)
class Answer:
    """What a policy says: one value, several possible ones, or why none."""

    question: Question
    status: Status
    value: Result | None
    qualifier: Qualifier | None
    standing: Stage | None
    """How far the least advanced of its rules has come; None where no rule gives it."""
    possible: tuple[Possibility, ...]
    """Empty unless it depends; disjoint and complete, those under the headline readings first."""
    facts: tuple[str, ...]
    """The facts it depends on."""
    points: tuple[str, ...]
    """The open points it depends on."""
    undecided: tuple[str, ...]
    """The open points without a headline that matter under the headline readings."""
    assumed: tuple[str, ...]
    """The facts that were presumed for it."""
    rules: tuple[Rule, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of its rules, each place once."""
        cited = (citation for rule in self.rules for citation in rule.cites)
        return tuple({(each.document, each.at, each.confidence): each for each in cited}.values())

    @property
    def range(self) -> Figure | None:
        """The smallest figure that holds everything possible; None where there is none."""
        values = [each.value for each in self.possible]
        if not values or not all(isinstance(value, Figure) for value in values):
            return None
        every = fold(spanning, (value for value in values if isinstance(value, Figure)))
        return None if isinstance(every, Unstated) else every

    @property
    def headline(self) -> tuple[Possibility, ...]:
        """What is possible under the headline readings."""
        return tuple(each for each in self.possible if each.headline)
