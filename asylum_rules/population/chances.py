"""What the marginals come to, as tables that draws are looked up in."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, Final

import numpy as np

from asylum_rules.model.person import Entry, Route
from asylum_rules.population.draw import limit, limits
from asylum_rules.population.marginals import (
    BOAT_DECISIONS,
    CHILD_AGES,
    CLAIMS,
    DEPENDANT_CHILDREN,
    ENTRY,
    FAMILIES,
    FAMILY_SIZES,
    FIRST_DECISIONS,
    GROUPS,
    OTHER_OUTCOMES,
    OTHER_OUTCOMES_EARLY_2026,
    RESETTLED,
    WAITS,
    Assumed,
    Days,
    Published,
)
from asylum_rules.population.scale import Array

FIRST_DAY: Final = CLAIMS.parts[0][0].first
"""The day from which the others are counted."""


def weights_of(marginal: Published[Any] | Assumed[Any]) -> tuple[int, ...]:
    """Return the counts or weights of a marginal."""
    return tuple(count for _, count in marginal.parts)


def _share(weights: Sequence[int]) -> Fraction:
    return Fraction(weights[0], sum(weights))


def _lengths(runs: Sequence[tuple[int, int]]) -> Array:
    return np.array([last - first + 1 for first, last in runs], dtype=np.uint64)


def _starts(runs: Sequence[tuple[int, int]]) -> Array:
    return np.array([first for first, _ in runs], dtype=np.int32)


def _run(days: Days) -> tuple[int, int]:
    return (days.first - FIRST_DAY).days, (days.last - FIRST_DAY).days


# Who comes, when and how

_COHORTS: Final = (
    *((_run(days), Route.IN_COUNTRY) for days, _ in CLAIMS.parts),
    *((_run(days), route) for (days, route), _ in RESETTLED.parts),
)
COHORTS: Final = (*weights_of(CLAIMS), *weights_of(RESETTLED))
FIRST_RESETTLED: Final = len(CLAIMS.parts)
"""The place of the first cohort of people who are resettled."""
COHORT_STARTS: Final = _starts([days for days, _ in _COHORTS])
COHORT_LENGTHS: Final = _lengths([days for days, _ in _COHORTS])
COHORT_ROUTES: Final = np.array([list(Route).index(route) for _, route in _COHORTS], dtype=np.int8)

_ENTRIES: Final = tuple(entry for entry, _ in ENTRY.parts)
ENTRY_CODES: Final = np.array([-1 if each is None else list(Entry).index(each) for each in _ENTRIES], dtype=np.int8)
"""The place of the code among all; below zero where it is unknown."""
BOAT: Final = _ENTRIES.index(Entry.SMALL_BOAT)
IS_IRREGULAR: Final = np.array([each in (Entry.SMALL_BOAT, Entry.OTHER_IRREGULAR) for each in _ENTRIES])

# Who they are

_GROUPS: Final = tuple(group for group, _ in GROUPS.parts)
AGE_STARTS: Final = _starts([group.ages for group in _GROUPS])
AGE_LENGTHS: Final = _lengths([group.ages for group in _GROUPS])
IS_ALONE: Final = np.array([group.is_alone for group in _GROUPS])
IS_DEPENDANT: Final = np.array([group.is_dependant for group in _GROUPS])
IS_ADULT_APPLICANT: Final = np.array([not group.is_dependant and group.ages[0] >= 18 for group in _GROUPS])

_WITH_FAMILY, _WITHOUT = weights_of(FAMILIES)
APPLICANT_FAMILIES: Final = np.array([0, *(size for size, _ in FAMILY_SIZES.parts)], dtype=np.int32)
APPLICANT_LIMITS: Final = limits(
    (_WITHOUT * sum(weights_of(FAMILY_SIZES)), *(_WITH_FAMILY * weight for weight in weights_of(FAMILY_SIZES)))
)
DEPENDANT_FAMILIES: Final = APPLICANT_FAMILIES[1:]
DEPENDANT_LIMITS: Final = limits([size * weight for size, weight in FAMILY_SIZES.parts])
"""A family with more dependants has more of all dependants."""
MOST_DEPENDANTS: Final = max(size for size, _ in FAMILY_SIZES.parts)

_CHILDREN, _ADULTS = weights_of(DEPENDANT_CHILDREN)
CHILD_LIMITS: Final = limits(
    (*(_CHILDREN * age for age in weights_of(CHILD_AGES)), _ADULTS * sum(weights_of(CHILD_AGES))), 1 << 16
)
"""Where the ages of a dependant end, of draws of 16 bits: under 1, 1 to 3, an older child; then adults."""

# What becomes of the claim

WAIT_STARTS: Final = _starts([days for days, _ in WAITS.parts])
WAIT_LENGTHS: Final = _lengths([days for days, _ in WAITS.parts])

_WINDOWS: Final = tuple(dict.fromkeys(days for (days, _), _ in FIRST_DECISIONS.parts))
LATER_WINDOWS: Final = tuple(_run(days)[0] for days in _WINDOWS[1:])
"""The first day of each window of decisions after the first."""


def _counts(marginal: Published[tuple[Days, bool]], when: Days) -> tuple[int, ...]:
    return tuple(count for (days, _), count in marginal.parts if days == when)


def _rates(when: Days) -> tuple[Fraction, Fraction]:
    """Return the share of grants, among grants and refusals, of others and of boat arrivals.

    The two stand to each other as in 2025, and together give the published share of all.
    """
    boats = Fraction(dict(ENTRY.parts)[Entry.SMALL_BOAT], ENTRY.total)
    in_2025 = next(days for days in _WINDOWS if days.first.year == 2025)
    of_all = _share(_counts(FIRST_DECISIONS, when))
    of_boats = of_all * _share(weights_of(BOAT_DECISIONS)) / _share(_counts(FIRST_DECISIONS, in_2025))
    return (of_all - boats * of_boats) / (1 - boats), of_boats


def _by_window(part: Callable[[Fraction], Fraction]) -> Array:
    """Return below which draws of 32 bits there is no decision, or only such a part of decisions.

    The table goes by the window of the outcome and, within it, by whether the person came by small boat.
    """
    table = []
    for when in _WINDOWS:
        other = _share(_counts(OTHER_OUTCOMES, when) or weights_of(OTHER_OUTCOMES_EARLY_2026))
        table += [limit(other + (1 - other) * part(rate)) for rate in _rates(when)]
    return np.array(table, dtype=np.uint32)


WITHDRAWN_BELOW: Final = _by_window(lambda _: Fraction(0))
GRANTED_BELOW: Final = _by_window(lambda rate: rate)
