"""The facts and points of any case as variables, each with its range."""

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Derived, Fact, Point, Question, Subject
from asylum_rules.smt.calendar import FIRST_YEAR, LAST_YEAR, is_usual, is_within
from asylum_rules.smt.choice import Choice, either, only
from asylum_rules.smt.condition import Symbol, derive, symbol, yes_no
from asylum_rules.smt.logic import TRUE, Model, Truth, all_of, free_number, free_truth
from asylum_rules.smt.quantity import EPOCH, PARTS, Quantity, known_in
from asylum_rules.units.money import Currency
from asylum_rules.units.word import Word

_MINUTES: Final = 365 * 24 * 60
_RANGES: Final[Mapping[Kind, tuple[int, int]]] = {
    Kind.SPAN: (0, 500),
    Kind.COUNT: (0, 1_000_000),
    Kind.MONEY: (0, 10**15),
    Kind.MOMENT: ((FIRST_YEAR - EPOCH.year) * _MINUTES, (LAST_YEAR - EPOCH.year) * _MINUTES),
}
"""The least and the most that each part of a quantity may be, within what a profile may state."""


@frozen
class Variables:
    """Reads a case of which nothing is said but what is known: facts and points that are not known vary freely.

    `second` names a fact that has another variable here than elsewhere, so that two values of it can be compared.
    """

    known: Mapping[str, Value]
    second: str = ""
    _read: dict[str, Choice[Symbol]] = field(init=False, factory=dict, eq=False, repr=False)

    def __call__(self, subject: Subject) -> Choice[Symbol]:
        """Return the value of a fact, a derived fact or a point."""
        found = self._read.get(subject.name)
        if found is None:
            found = self._read[subject.name] = self._value(subject)
        return found

    def _value(self, subject: Subject) -> Choice[Symbol]:
        if isinstance(subject, Derived):
            return derive(subject, self)
        if isinstance(subject, Question):
            raise TypeError(f"an answer ({subject.name}) is no part of a case")
        if subject.name in self.known:
            return only(symbol(self.known[subject.name]))
        value = self._free(subject)
        return either(self._absent(subject), only(Word.NONE), value) if subject.none else value

    def _free(self, subject: Fact | Point) -> Choice[Symbol]:
        match subject.kind:
            case Kind.YES_NO:
                return yes_no(free_truth(self._name(subject)))
            case Kind.CODE:
                code = free_number(self._name(subject))
                return Choice(tuple((code.is_equal(place), each) for place, each in enumerate(subject.codes)))
            case _:
                return only(self._quantity(subject))

    def _quantity(self, subject: Fact | Point) -> Quantity:
        parts = tuple(free_number(f"{self._name(subject)}.{part}") for part in PARTS[subject.kind])
        return Quantity(subject.kind, parts, Currency.GBP if subject.kind is Kind.MONEY else None)

    def _absent(self, subject: Fact | Point) -> Truth:
        return free_truth(f"{self._name(subject)}.{Word.NONE}")

    def _name(self, subject: Fact | Point) -> str:
        return f"{subject.name}'" if subject.name == self.second else subject.name

    def in_range(self, subject: Fact | Point) -> Truth:
        """Return whether a fact or a point has a value that it may have."""
        if subject.name in self.known or subject.kind is Kind.YES_NO:
            return TRUE
        if subject.kind is Kind.CODE:
            code = free_number(self._name(subject))
            return is_within(code, 0, len(subject.codes) - 1)
        value = self._quantity(subject)
        if subject.kind is Kind.DATE:
            return is_usual(value.as_day)
        least, most = _RANGES[subject.kind]
        return all_of(is_within(part, least, most) for part in value.parts)

    def value(self, subject: Fact | Point, model: Model) -> Value:
        """Return the value of a fact or a point in one case."""
        value = self(subject).value(model)
        return known_in(value, model) if isinstance(value, Quantity) else value
