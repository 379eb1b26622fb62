"""Policies by name: `uk/baseline`, `uk@2026-03-02`, `uk@2025-11-16+restoring-order`."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from attrs import evolve, frozen

from asylum_rules.errors import InvalidInputError, Problem, UnknownNameError, quoted
from asylum_rules.model.policy import Policy
from asylum_rules.model.reform import Reform
from asylum_rules.rulebooks.denmark import policies as denmark
from asylum_rules.rulebooks.france import policies as france
from asylum_rules.rulebooks.stages import VERIFIED
from asylum_rules.rulebooks.uk import policies as uk

FIRST_DAY: Final = date(2022, 1, 1)
"""The first day for which policies are composed."""


@frozen
class _Named:
    """A policy with a name of its own: what it resolves to, and its title."""

    resolved: str
    title: str


_NAMED: Final[Mapping[str, _Named]] = {
    "uk/baseline": _Named(f"uk@{uk.BASELINE_DAY}", "UK rules before the reforms (16 November 2025)"),
    "uk/latest": _Named(f"uk@{VERIFIED}", "UK rules as last verified (6 October 2026)"),
    "uk/proposed": _Named(
        f"uk@{uk.BASELINE_DAY}+restoring-order+earned-settlement", "UK rules as proposed in November 2025"
    ),
    "uk/next": _Named(
        f"uk@{VERIFIED}+restoring-order+earned-settlement+bill-105",
        "UK rules as last verified, with every proposal that is not law yet",
    ),
    "denmark": _Named(f"denmark@{VERIFIED}", "Danish rules as last verified (6 October 2026)"),
    "france/before": _Named(
        f"france@{france.BEFORE_DAY}", "French rules for boats before the doctrine of November 2025"
    ),
    "france/doctrine": _Named(f"france@{VERIFIED}", "French rules for boats under the doctrine of 25 November 2025"),
}
_DATED: Final[Mapping[str, Callable[[date], Policy]]] = {
    "uk": uk.in_force,
    "denmark": denmark.in_force,
    "france": france.in_force,
}
_REFORMS: Final[Mapping[str, Reform]] = {reform.name: reform for reform in uk.REFORMS}


class _Policies(Mapping[str, Policy]):
    """The policies there are, each composed when first asked for. Iterating gives those with a name of their own."""

    def __init__(self) -> None:
        self._composed: dict[str, Policy] = {}

    def __getitem__(self, name: str) -> Policy:
        if name not in self._composed:
            self._composed[name] = _composed(name)
        return self._composed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMED)

    def __len__(self) -> int:
        return len(_NAMED)


def _composed(name: str) -> Policy:
    named = _NAMED.get(name)
    if named is not None:
        return evolve(_composed(named.resolved), id=name, title=named.title)
    base, *reforms = name.split("+")
    policy = _dated(base) if base not in _NAMED else _composed(base)
    for each in reforms:
        if each not in _REFORMS:
            raise UnknownNameError("reform", each, tuple(_REFORMS))
        policy = _REFORMS[each].over(policy)
    return evolve(policy, id=name) if reforms else policy


def _dated(name: str) -> Policy:
    country, sign, day = name.partition("@")
    if not sign or country not in _DATED:
        raise UnknownNameError("policy", name, (*_NAMED, *(f"{each}@DATE" for each in _DATED)))
    try:
        on = date.fromisoformat(day)
    except ValueError:
        raise _refused(name, f"{quoted(day)} is not a date as `2026-03-02`") from None
    if on < FIRST_DAY:
        raise _refused(name, f"the rules are known from {FIRST_DAY} on")
    return _DATED[country](on)


def _refused(name: str, what: str) -> InvalidInputError:
    return InvalidInputError(f"policy {quoted(name)}", (Problem("", what),))


policies: Final[Mapping[str, Policy]] = _Policies()
"""Policies by name: `policies["uk/baseline"]`, `policies["uk@2026-03-02"]`, `policies["uk/latest+restoring-order"]`.

Raises `UnknownNameError` with the nearest name for any other, and `InvalidInputError` for a day that is none or is too
early.
"""
