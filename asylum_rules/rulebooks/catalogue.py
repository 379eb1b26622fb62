"""Policies by name: `uk/baseline`, `uk@2026-03-02`, `uk@2025-11-16+restoring-order`, `what-if.toml`."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from asylum_rules.errors import AsylumRulesError, InvalidInputError, Problem, UnknownNameError, quoted
from asylum_rules.model.policy import Policy
from asylum_rules.model.reform import Reform
from asylum_rules.rulebooks.denmark import policies as denmark
from asylum_rules.rulebooks.france import policies as france
from asylum_rules.rulebooks.reformfile import ReformFile, open_reform
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
    """The policies there are. Iterating gives those with a name of their own.

    Each is composed when first asked for; one made from a file each time, since the file may have changed.
    """

    def __init__(self) -> None:
        self._composed: dict[str, Policy] = {}

    def __getitem__(self, name: str) -> Policy:
        if any(_is_path(part) for part in name.split("+")):
            return _composed(name)
        if name not in self._composed:
            self._composed[name] = _composed(name)
        return self._composed[name]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.get(name) is not None

    def get(self, name: str, default: Any = None, /) -> Any:  # noqa: ANN401  # as a mapping declares it
        try:
            return self[name]
        except AsylumRulesError:
            return default

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMED)

    def __len__(self) -> int:
        return len(_NAMED)


def _composed(name: str) -> Policy:
    named = _NAMED.get(name)
    if named is not None:
        return evolve(_composed(named.resolved), id=name, title=named.title)
    first, *reforms = name.split("+")
    policy = _first(first)
    for each in reforms:
        policy = _reform(each, policy).over(policy)
    return evolve(policy, id=name)


def _first(name: str) -> Policy:
    if _is_path(name):
        file = _opened(Path(name))
        base = _base(file)
        return file.reform(base).over(base)
    return _composed(name) if name in _NAMED else _dated(name)


def _reform(name: str, policy: Policy) -> Reform:
    if _is_path(name):
        return _opened(Path(name)).reform(policy)
    if name not in _REFORMS:
        raise UnknownNameError("reform", name, tuple(_REFORMS))
    return _REFORMS[name]


def _is_path(part: str) -> bool:
    return part.lower().endswith(".toml")


def read_reform(path: str | PathLike[str]) -> Reform:
    """Return the reform of a file, read against the policy that it names as its base.

    Raises `InvalidInputError` once with everything that is wrong.
    """
    file = _opened(Path(path))
    return file.reform(_base(file))


def _opened(path: Path) -> ReformFile:
    file = open_reform(path)
    if file.name in _REFORMS:
        raise file.refused("", f"{quoted(file.name)} is the name of a reform that is there already")
    return file


def _base(file: ReformFile) -> Policy:
    base = file.base
    try:
        return _composed(base)
    except AsylumRulesError as error:
        raise file.refused("`base`", str(error)) from None


def _dated(name: str) -> Policy:
    country, sign, day = name.partition("@")
    if not sign or country not in _DATED:
        raise UnknownNameError("policy", name, (*_NAMED, *(f"{each}@DATE" for each in _DATED), "FILE.toml"))
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

A part that ends in `.toml` is the path of a reform file: alone it is laid over the base that the file names, after a
`+` over what stands before it. Raises `UnknownNameError` with the nearest name for any other, and `InvalidInputError`
for a day that is none or is too early, and for a file with everything that is wrong with it.
"""
