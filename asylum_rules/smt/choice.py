"""Values that turn on the case: each with the guard under which it is had."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from attrs import frozen

from asylum_rules.smt.logic import TRUE, Model, Possible, Truth, any_of

T = TypeVar("T")
U = TypeVar("U")


@frozen
class Choice(Generic[T]):
    """Different values, of which in every case one has a guard that holds."""

    cases: tuple[tuple[Truth, T], ...]

    def then(self, step: Callable[[T], "Choice[U]"]) -> "Choice[U]":
        """Return what comes of the value by one more step, which may turn on the case too."""
        return chosen((guard & more, result) for guard, value in self.cases for more, result in step(value).cases)

    def where(self, test: Callable[[T], Truth]) -> Truth:
        """Return whether the value passes a test."""
        return any_of(guard & test(value) for guard, value in self.cases)

    def among(self, possible: Possible) -> "Choice[T]":
        """Return the choice without the values that are not had in any case there can be."""
        return Choice(tuple((guard, value) for guard, value in self.cases if possible(guard)))

    def value(self, model: Model) -> T:
        """Return the value in one case."""
        return next(value for guard, value in self.cases if model.truth(guard))


def only(value: T) -> Choice[T]:
    """Return a value that does not turn on the case."""
    return Choice(((TRUE, value),))


def chosen(cases: Iterable[tuple[Truth, T]]) -> Choice[T]:
    """Return a choice without what is never had, and with equal values as one."""
    guards: dict[T, list[Truth]] = {}
    for guard, value in cases:
        if guard.term is not False:
            guards.setdefault(value, []).append(guard)
    return Choice(tuple((any_of(each), value) for value, each in guards.items()))


def either(condition: Truth, yes: Choice[T], no: Choice[T]) -> Choice[T]:
    """Return one of two choices, by whether something holds."""
    others = ((~condition & guard, value) for guard, value in no.cases)
    return chosen((*((condition & guard, value) for guard, value in yes.cases), *others))
