"""What a condition may test and a term may read: facts, derived facts, open points and answers to questions."""

from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from asylum_rules.errors import InvalidRuleError, quoted
from asylum_rules.language.kinds import Kind, Value, is_of_kind
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word


class Profile(StrEnum):
    """What a case is a profile of."""

    PERSON = "person"
    BOAT = "boat"


class Favours(StrEnum):
    """Which end of a figure is better for the person."""

    LESS = "less"
    MORE = "more"


@frozen(kw_only=True, cache_hash=True)
class Fact:
    """One typed question about a case."""

    name: str
    kind: Kind
    text: str
    codes: tuple[str, ...] = ()
    ordered: bool = False
    """The order of the codes means something, lowest first."""
    none: bool = False
    """The fact may rightly be absent."""
    presumed: Value | None = None
    """Used, and reported, where a case does not state the fact."""
    assessed: bool = False
    """A finding that a person or an authority makes."""

    def __attrs_post_init__(self) -> None:
        if (self.kind is Kind.CODE) is not bool(self.codes) or (self.none and "none" in self.codes):
            raise InvalidRuleError(
                self.name, "a fact of kind code lists its codes; `none` is not one where it is absence"
            )
        if not (self.presumed is None or self._may_be(self.presumed)):
            raise InvalidRuleError(self.name, f"presumes {quoted(str(self.presumed))}, which is no value of it")

    def _may_be(self, value: Value) -> bool:
        if self.none and value is Word.NONE:
            return True
        return value in self.codes if self.codes else is_of_kind(value, self.kind)


@frozen(kw_only=True)
class FirstKnown:
    """A derived fact: the first of some facts that is not `none`; unknown as soon as an earlier one is."""

    name: str
    text: str
    of: tuple[Fact, ...]

    @property
    def kind(self) -> Kind:
        """The kind that the facts share."""
        return self.of[0].kind

    codes: tuple[str, ...] = ()
    ordered: bool = False
    none: bool = True


@frozen(kw_only=True)
class Within:
    """A derived yes/no fact: a day is on or before the date that a span leads to from another day.

    Without either day it is no. The start is read first: it may be tied to other dates, the day is tied to none.
    """

    name: str
    text: str
    day: Fact
    start: Fact | FirstKnown
    span: Span

    @property
    def of(self) -> tuple[Fact, ...]:
        """The facts it is computed from."""
        return (self.day, *(self.start.of if isinstance(self.start, FirstKnown) else (self.start,)))

    kind: Kind = Kind.YES_NO
    codes: tuple[str, ...] = ()
    ordered: bool = False
    none: bool = False


@frozen(kw_only=True)
class Point:
    """An open point: undecided law, or a disagreement between sources, with its readings."""

    name: str
    text: str
    codes: tuple[str, ...]
    """The readings."""
    headline: str | None = None
    """The reading that the primary source gives in plain words, if it does."""
    kind: Kind = Kind.CODE
    ordered: bool = False
    none: bool = False


@frozen(kw_only=True)
class Question:
    """What a policy is asked."""

    name: str
    text: str
    kind: Kind
    codes: tuple[str, ...] = ()
    favours: Favours | tuple[str, ...] | None = None
    """Which end is better for the person; codes are listed best first."""
    none_is_best: bool | None = None
    """Where the word `none` stands in that order; None where it has no place."""
    profile: Profile = Profile.PERSON
    part: bool = False
    """An internal question to which several rules contribute; it is read, never asked."""
    ordered: bool = False
    none: bool = False


Derived: TypeAlias = FirstKnown | Within
"""A fact computed from others by one of a closed list of formulas."""

Subject: TypeAlias = Fact | Derived | Point | Question
"""What a condition may test."""
