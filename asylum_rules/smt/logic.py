"""Truth values and whole numbers that may turn on a case: the typed edge of z3, and the only file that knows it.

What is known already is worked out at once, so that the solver is given only what turns on something unknown.
"""

from collections.abc import Iterable
from typing import Any, Final, NoReturn

import z3  # type: ignore[import-untyped]  # z3 comes without types; every `Any` of this room stands in this file
from attrs import field, frozen

_SOON: Final = 100
"""So many milliseconds may go into leaving out what cannot be."""


def _written(term: Any) -> Any:  # noqa: ANN401  # z3 comes without types
    """Return by what terms are told apart: `==` between those of z3 makes a new one."""
    return term if isinstance(term, bool | int) else (term.get_id(),)


@frozen
class Truth:
    """Whether something holds: a bool, or a z3 term over the variables of a case."""

    term: Any = field(eq=_written)

    def __bool__(self) -> NoReturn:
        raise TypeError("a truth may turn on the case; join truths with &, |, ~, all_of and any_of")

    def __and__(self, other: "Truth") -> "Truth":
        return all_of((self, other))

    def __or__(self, other: "Truth") -> "Truth":
        return any_of((self, other))

    def __invert__(self) -> "Truth":
        return Truth(not self.term) if isinstance(self.term, bool) else Truth(z3.Not(self.term))


@frozen
class Number:
    """A whole number: an int, or a z3 term over the variables of a case."""

    term: Any = field(eq=_written)

    @property
    def known(self) -> int | None:
        """The number itself; None where it turns on the case."""
        return self.term if isinstance(self.term, int) else None

    def __add__(self, other: "Number | int") -> "Number":
        return _number(self.term + _term(other))

    def __sub__(self, other: "Number | int") -> "Number":
        return _number(self.term - _term(other))

    def __mul__(self, other: "Number | int") -> "Number":
        return _number(self.term * _term(other))

    def __floordiv__(self, other: int) -> "Number":
        return Number(self.term // other) if isinstance(self.term, int) else _number(self.term / other)

    def __mod__(self, other: int) -> "Number":
        return _number(self.term % other)

    def is_below(self, other: "Number | int") -> Truth:
        """Return whether a number is less than another."""
        return _truth(self.term < _term(other))

    def is_at_most(self, other: "Number | int") -> Truth:
        """Return whether a number is another or less."""
        return _truth(self.term <= _term(other))

    def is_equal(self, other: "Number | int") -> Truth:
        """Return whether two numbers are equal."""
        return _truth(self.term == _term(other))


TRUE = Truth(term=True)
FALSE = Truth(term=False)


def free_truth(name: str) -> Truth:
    """Return a truth that varies freely."""
    return Truth(z3.Bool(name))


def free_number(name: str) -> Number:
    """Return a number that varies freely."""
    return Number(z3.Int(name))


def all_of(truths: Iterable[Truth]) -> Truth:
    """Return whether every one holds; of none it is true."""
    parts = dict.fromkeys(each for each in truths if each.term is not True)
    if FALSE in parts:
        return FALSE
    return Truth(z3.And(*(each.term for each in parts))) if len(parts) > 1 else next(iter(parts), TRUE)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Return whether at least one holds; of none it is false."""
    parts = dict.fromkeys(each for each in truths if each.term is not False)
    if TRUE in parts:
        return TRUE
    return Truth(z3.Or(*(each.term for each in parts))) if len(parts) > 1 else next(iter(parts), FALSE)


def choose(condition: Truth, yes: Number, no: Number) -> Number:
    """Return one of two numbers, by whether something holds."""
    if isinstance(condition.term, bool):
        return yes if condition.term else no
    return yes if yes == no else Number(z3.If(condition.term, yes.term, no.term))


def _term(number: Number | int) -> Any:  # noqa: ANN401  # the same
    return number.term if isinstance(number, Number) else number


def _number(term: Any) -> Number:  # noqa: ANN401  # the same
    if isinstance(term, int):
        return Number(term)
    simple = z3.simplify(term)
    return Number(simple.as_long() if z3.is_int_value(simple) else simple)


def _truth(term: Any) -> Truth:  # noqa: ANN401  # the same
    if isinstance(term, bool):
        return Truth(term)
    simple = z3.simplify(term)
    return TRUE if z3.is_true(simple) else FALSE if z3.is_false(simple) else Truth(simple)


@frozen
class Model:
    """One case: a value for every variable."""

    _of: Any

    def truth(self, truth: Truth) -> bool:
        """Return whether something holds in the case."""
        if isinstance(truth.term, bool):
            return truth.term
        return bool(z3.is_true(self._of.eval(truth.term, model_completion=True)))

    def number(self, number: Number) -> int:
        """Return a number of the case."""
        if isinstance(number.term, int):
            return number.term
        return int(self._of.eval(number.term, model_completion=True).as_long())


@frozen
class GaveUp:
    """The solver did not settle the matter, and why."""

    reason: str


class Possible:
    """Tells whether something can be, where some things are always so; what the solver does not settle soon may be."""

    def __init__(self, always: Truth) -> None:
        self._solver = _solver(_SOON)
        self._solver.add(always.term)

    def __call__(self, truth: Truth) -> bool:
        """Return whether something can be."""
        if isinstance(truth.term, bool):
            return truth.term
        return bool(self._solver.check(truth.term) != z3.unsat)


def _solver(milliseconds: int) -> Any:  # noqa: ANN401  # the same
    """Return a solver without the rewriting of whole formulas, which here costs far more than it saves."""
    solver = z3.SimpleSolver()
    solver.set("timeout", max(1, milliseconds))
    return solver


def solve(claim: Truth, milliseconds: int) -> Model | GaveUp | None:
    """Return a case in which a claim holds, None where there is none, or why neither was found in the time."""
    solver = _solver(milliseconds)
    solver.add(claim.term)
    found = solver.check()
    if found == z3.sat:
        return Model(solver.model())
    return None if found == z3.unsat else GaveUp(str(solver.reason_unknown()))
