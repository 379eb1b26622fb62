"""Policies by name."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import evolve

from asylum_rules.errors import UnknownNameError
from asylum_rules.model.policy import Policy
from asylum_rules.rulebooks.stages import VERIFIED
from asylum_rules.rulebooks.uk.policies import BASELINE_DAY, EARNED_SETTLEMENT, RESTORING_ORDER, in_force


def _baseline() -> Policy:
    return evolve(in_force(BASELINE_DAY), id="uk/baseline", title="UK rules before the reforms (16 November 2025)")


def _latest() -> Policy:
    return evolve(in_force(VERIFIED), id="uk/latest", title="UK rules as last verified (6 October 2026)")


def _proposed() -> Policy:
    laid = EARNED_SETTLEMENT.over(RESTORING_ORDER.over(in_force(BASELINE_DAY)))
    return evolve(laid, id="uk/proposed", title="UK rules as proposed in November 2025")


_MADE: Final[Mapping[str, Callable[[], Policy]]] = {
    "uk/baseline": _baseline,
    "uk/latest": _latest,
    "uk/proposed": _proposed,
}


class _Policies(Mapping[str, Policy]):
    """The policies there are, each composed when first asked for."""

    def __init__(self) -> None:
        self._composed: dict[str, Policy] = {}

    def __getitem__(self, name: str) -> Policy:
        if name not in self._composed:
            if name not in _MADE:
                raise UnknownNameError("policy", name, tuple(_MADE))
            self._composed[name] = _MADE[name]()
        return self._composed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_MADE)

    def __len__(self) -> int:
        return len(_MADE)


policies: Final[Mapping[str, Policy]] = _Policies()
"""Policies by name: `policies["uk/baseline"]`. Raises `UnknownNameError` with the nearest name for any other."""
