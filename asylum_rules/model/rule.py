"""A rule: when it applies, what it gives, how firmly, how far it is law, and who says so."""

import re
from datetime import date
from enum import StrEnum
from typing import Final

from attrs import evolve, field, frozen

from asylum_rules.errors import InvalidRuleError, quoted
from asylum_rules.language.build import ALWAYS, gives as as_term
from asylum_rules.language.check import IllFormedError, check_condition, check_gives
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import AllOf, Compare, Condition, Order
from asylum_rules.language.subjects import Derived, Fact, Question
from asylum_rules.language.terms import Constant, Term, same
from asylum_rules.sources.citation import Citation
from asylum_rules.sources.standing import Standing

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*", re.ASCII)


def is_name(text: str) -> bool:
    """Return whether a text is the name of a rule or of a reform: small letters, digits, single dots and hyphens.

    >>> is_name("leave.five-years"), is_name("Five years")
    (True, False)
    """
    return _NAME.fullmatch(text) is not None


class Qualifier(StrEnum):
    """How firmly a rule speaks beyond its figure, least firmly first; a rule without one speaks plainly."""

    COULD = "could"
    MAY = "may"
    USUALLY = "usually"
    NORMALLY = "normally"


_FIRMNESS: Final = {qualifier: place for place, qualifier in enumerate(Qualifier)}


def least_firm(qualifiers: list[Qualifier | None]) -> Qualifier | None:
    """Return the least firm of some qualifiers; None where every rule speaks plainly."""
    return min((each for each in qualifiers if each is not None), key=_FIRMNESS.__getitem__, default=None)


@frozen(kw_only=True)
class Transition:
    """Which version of a rule covers a case: the date that counts, and its window, first and last day included."""

    counts: Fact | Derived
    first: date | None = None
    last: date | None = None

    @property
    def condition(self) -> Condition:
        """The window as a condition. A case without that date is outside it."""
        first = () if self.first is None else (Compare(self.counts, Order.AT_LEAST, self.first),)
        last = () if self.last is None else (Compare(self.counts, Order.AT_MOST, self.last),)
        return AllOf((*first, *last))


@frozen(kw_only=True, cache_hash=True)
class Rule:
    """A rule, checked when it is made. Raises `InvalidRuleError` where it does not hold together.

    `text` is the legal sentence in our own words. `overrides` names rules to which this one is an exception;
    `succeeds` names the earlier versions whose place it takes.
    """

    name: str
    text: str
    answers: Question
    gives: Term = field(converter=as_term)
    standing: Standing
    cites: tuple[Citation, ...]
    when: Condition = ALWAYS
    covers: Transition | None = None
    qualifier: Qualifier | None = None
    overrides: tuple[str, ...] = ()
    succeeds: tuple[str, ...] = ()
    applies: Condition = field(init=False, eq=False, repr=False)
    """The whole condition: the window of `covers`, then `when`."""

    @applies.default
    def _applies(self) -> Condition:
        return self.when if self.covers is None else AllOf((self.covers.condition, self.when))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that the rule adds to an answer of several; none where it gives something else."""
        match self.gives:
            case Constant(tuple() as codes):
                return codes
            case Constant(str() as code):
                return (code,)
            case _:
                return ()

    def __attrs_post_init__(self) -> None:
        try:
            check_condition(self.applies)
            check_gives(self.gives, self.answers)
        except IllFormedError as error:
            raise InvalidRuleError(self.name, str(error)) from None
        if self.covers is not None and self.covers.counts.kind is not Kind.DATE:
            raise InvalidRuleError(self.name, f"a transition counts a date, not {quoted(self.covers.counts.name)}")
        if not self.cites:
            raise InvalidRuleError(self.name, "a rule cites at least one source")
        if not is_name(self.name):
            raise InvalidRuleError(self.name, "expected a name as `leave.five-years`")
        if self.name in (*self.overrides, *self.succeeds):
            raise InvalidRuleError(self.name, "a rule neither overrides nor succeeds itself")

    def agrees_with(self, other: "Rule") -> bool:
        """Return whether another rule gives the same, as firmly; 60 months are the same as 5 years."""
        return self.qualifier is other.qualifier and same(self.gives, other.gives)


def amend(
    old: Rule, *, name: str, text: str, standing: Standing, cites: tuple[Citation, ...], **changes: object
) -> Rule:
    """Return a changed version of a rule, under its own name, with its own text, standing and citations.

    What is not changed stays; the new version takes the old one's place.
    """
    return evolve(
        old,
        name=name,
        text=text,
        standing=standing,
        cites=cites,
        succeeds=(old.name, *old.succeeds),
        **changes,  # type: ignore[arg-type]  # a rule checks itself when made
    )
