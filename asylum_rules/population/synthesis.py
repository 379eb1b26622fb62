"""Made-up people who together have the published marginals: the same for a seed on every machine.

A row depends on the seed and its own number alone, so any stretch of a population can be made by itself.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import numpy as np
import pyarrow as pa
from attrs import frozen

from asylum_rules.errors import InvalidInputError, Problem
from asylum_rules.model.person import Claim, Entry, Route
from asylum_rules.population.chances import (
    AGE_LENGTHS,
    AGE_STARTS,
    APPLICANT_FAMILIES,
    APPLICANT_LIMITS,
    BOAT,
    CHILD_LIMITS,
    COHORT_LENGTHS,
    COHORT_ROUTES,
    COHORT_STARTS,
    COHORTS,
    DEPENDANT_FAMILIES,
    DEPENDANT_LIMITS,
    ENTRY_CODES,
    FIRST_DAY,
    FIRST_RESETTLED,
    GRANTED_BELOW,
    IS_ADULT_APPLICANT,
    IS_ALONE,
    IS_DEPENDANT,
    IS_IRREGULAR,
    LATER_WINDOWS,
    MOST_DEPENDANTS,
    WAIT_LENGTHS,
    WAIT_STARTS,
    WITHDRAWN_BELOW,
    weights_of,
)
from asylum_rules.population.draw import Draw, Draws, placed
from asylum_rules.population.marginals import (
    ALLOWED_TO_WORK,
    AS_OF,
    CLAIMS,
    EMPLOYED,
    ENGLISH,
    ENTRY,
    GROUPS,
    HOTELS,
    HOURLY_PAY,
    MONTHS_ON_PUBLIC_FUNDS,
    PAID_HOURS,
    RESETTLED,
    SUPPORT_UNDECIDED,
    SUPPORTED,
    WAITS,
)
from asylum_rules.population.scale import Array
from asylum_rules.version import __version__

PEOPLE: Final = CLAIMS.total + RESETTLED.total
"""How many people a whole population stands for."""
MOST_ROWS: Final = 1_000_000_000
BATCH: Final = 1 << 18
"""How many rows a batch has at most."""

_LAST: Final = (AS_OF - FIRST_DAY).days
_NEVER: Final = _LAST + 1
"""The number of a date that there is not."""
_TO_FIRST_DAY: Final = (FIRST_DAY - date(1970, 1, 1)).days
_PENDING, _REFUGEE, _REFUSED, _WITHDRAWN = (
    list(Claim).index(each) for each in (Claim.PENDING, Claim.REFUGEE, Claim.REFUSED, Claim.WITHDRAWN)
)


def synthesise(count: int, *, seed: int = 0) -> Iterator[pa.RecordBatch]:
    """Return made-up people, in batches: a column for each fact that is drawn, a null where it is not known.

    A column and the metadata of the schema say that they are synthetic.

    >>> [batch.num_rows for batch in synthesise(3)]
    [3]
    """
    if not 1 <= count <= MOST_ROWS:
        raise InvalidInputError("synthesise", (Problem("", f"expected a count from 1 to {MOST_ROWS:,}"),))
    schema(seed)
    return (stretch(first, min(BATCH, count - first), seed=seed) for first in range(0, count, BATCH))


def schema(seed: int) -> pa.Schema:
    """Return the columns of a population, marked as synthetic."""
    if not 0 <= seed < 1 << 64:
        raise InvalidInputError("synthesise", (Problem("", "expected a seed from 0 to 2**64 - 1"),))
    marks = {"synthetic": "true", "seed": str(seed), "library": f"asylum_rules {__version__}"}
    return pa.schema([(name, column.type) for name, column in _columns(0, 1, seed).items()], metadata=marks)


def stretch(first: int, rows: int, *, seed: int) -> pa.RecordBatch:
    """Return some rows of a population, from one row on; rows are counted from zero."""
    return pa.RecordBatch.from_arrays(list(_columns(first, rows, seed).values()), schema=schema(seed))


def _columns(first: int, rows: int, seed: int) -> dict[str, pa.Array]:
    draws = Draws(first, rows, seed)
    claim = _claim(draws)
    return {
        "synthetic": pa.array(np.ones(rows, dtype=np.bool_)),
        "id": pa.array(np.arange(first, first + rows, dtype=np.int64)),
        "as_of": _date(np.full(rows, _LAST)),
        **_claim_columns(claim, rows),
        **_household_columns(draws, claim),
    }


@frozen(eq=False)
class _Claim:
    """Where the claims stand, as numbers: days from the first day on, codes by their place."""

    cohort: Array
    entry: Array
    came: Array
    """The day of the claim; of people who are resettled, of arrival."""
    stands: Array
    decided: Array

    @property
    def is_resettled(self) -> Array:
        return self.cohort >= FIRST_RESETTLED


def _claim(draws: Draws) -> _Claim:
    cohort = draws.chosen(Draw.COHORT, COHORTS)
    came = COHORT_STARTS.take(cohort) + draws.below(Draw.DAY, COHORT_LENGTHS.take(cohort))
    entry = draws.chosen(Draw.ENTRY, weights_of(ENTRY))
    wait = draws.chosen(Draw.WAIT, weights_of(WAITS))
    told = came + WAIT_STARTS.take(wait) + draws.below(Draw.WAIT_DAY, WAIT_LENGTHS.take(wait))
    stands = _outcome(draws, told, is_boat=entry == BOAT)
    stands[told > _LAST] = _PENDING
    stands[cohort >= FIRST_RESETTLED] = _REFUGEE
    decided = np.where((stands == _REFUGEE) | (stands == _REFUSED), told, _NEVER)
    return _Claim(cohort, entry, came, stands, decided)


def _outcome(draws: Draws, told: Array, *, is_boat: Array) -> Array:
    """Return what is told on a day, by the rates of that day's window."""
    case = placed(told, LATER_WINDOWS) * np.int8(2) + is_boat
    half = draws.half(Draw.OUTCOME)
    stands = np.where(half < GRANTED_BELOW.take(case), np.int8(_REFUGEE), np.int8(_REFUSED))
    stands[half < WITHDRAWN_BELOW.take(case)] = _WITHDRAWN
    return stands


def _claim_columns(claim: _Claim, rows: int) -> dict[str, pa.Array]:
    resettled = claim.is_resettled
    entry = np.where(resettled, np.int8(list(Entry).index(Entry.RESETTLED)), ENTRY_CODES.take(claim.entry))
    return {
        "claimed_on": _day(np.where(resettled, _NEVER, claim.came)),
        "further_submissions_on": _always("none", rows),
        "claim": _code(claim.stands, Claim),
        "decided_on": _day(np.where(resettled, claim.came, claim.decided)),
        "arrived_on": _date(claim.came, ~(IS_IRREGULAR.take(claim.entry) | resettled)),
        "route": _code(COHORT_ROUTES.take(claim.cohort), Route),
        "entry": _code(entry, Entry, entry < 0),
        "family_applied_at": _always("none", rows),
        "english": _always(ENGLISH.parts[0][0], rows),
    }


def _household_columns(draws: Draws, claim: _Claim) -> dict[str, pa.Array]:
    missing = claim.is_resettled
    group = draws.chosen(Draw.GROUP, weights_of(GROUPS))
    age = _age(draws, group, claim.came)
    is_child, was_alone = age < 18, IS_ALONE.take(group)
    is_alone = was_alone & is_child
    is_dependent_child = IS_DEPENDANT.take(group) & is_child
    dependants = _dependants(draws, group)
    under_1, to_3, with_child = _children(draws, dependants - IS_DEPENDANT.take(group))
    return {
        "was_unaccompanied_child_at_claim": pa.array(was_alone, mask=missing),
        "is_unaccompanied_child": pa.array(is_alone, mask=missing),
        "is_child_in_family_claim": pa.array(is_dependent_child, mask=missing),
        "is_family_with_child": pa.array(with_child | (is_child & ~was_alone), mask=missing),
        "age": pa.array(age, mask=missing),
        "household_size": pa.array(dependants + np.int32(1), mask=missing),
        "children_under_1": pa.array(under_1 + (is_dependent_child & (age < 1)), mask=missing),
        "children_aged_1_to_3": pa.array(to_3 + (is_dependent_child & (age >= 1) & (age < 4)), mask=missing),
        **_support_columns(draws, (claim.stands == _PENDING) & ~is_alone),
        **_work_columns(draws, age, missing),
    }


def _age(draws: Draws, group: Array, came: Array) -> Array:
    """Return ages on the day the cases are looked at; 1,461 days are four years."""
    then = AGE_STARTS.take(group) + draws.below(Draw.AGE, AGE_LENGTHS.take(group))
    since_birthday = draws.below(Draw.BIRTHDAY, 365) + np.int32(_LAST) - came
    age: Array = then + since_birthday * np.int32(4) // np.int32(1461)
    return age


def _dependants(draws: Draws, group: Array) -> Array:
    """Return how many dependants are on the claim; children who apply have none."""
    half = draws.half(Draw.FAMILY)
    of_applicant = APPLICANT_FAMILIES.take(placed(half, APPLICANT_LIMITS))
    of_dependant = DEPENDANT_FAMILIES.take(placed(half, DEPENDANT_LIMITS))
    of_applicant[~IS_ADULT_APPLICANT.take(group)] = 0
    return np.where(IS_DEPENDANT.take(group), of_dependant, of_applicant)


def _children(draws: Draws, dependants: Array) -> tuple[Array, Array, Array]:
    """Return how many of some dependants are under 1 and aged 1 to 3, and whether any is a child."""
    word = draws.word(Draw.CHILDREN)
    under_1, to_3 = np.zeros_like(dependants), np.zeros_like(dependants)
    any_child = np.zeros(len(dependants), dtype=np.bool_)
    for place in range(MOST_DEPENDANTS):
        age = placed((word >> np.uint64(16 * place)).astype(np.uint16), CHILD_LIMITS)
        age[dependants <= place] = len(CHILD_LIMITS)
        under_1 += age == 0
        to_3 += age == 1
        any_child |= age < len(CHILD_LIMITS)
    return under_1, to_3, any_child


def _support_columns(draws: Draws, waits: Array) -> dict[str, pa.Array]:
    """Support is stated of those who wait, but for children whom councils look after."""
    supported = draws.happens(Draw.SUPPORT, weights_of(SUPPORTED))
    return {
        "is_destitute": pa.array(supported, mask=~waits),
        "awaits_support_decision": pa.array(
            supported & draws.happens(Draw.SUPPORT_UNDECIDED, weights_of(SUPPORT_UNDECIDED)), mask=~waits
        ),
        "meals_provided": pa.array(supported & draws.happens(Draw.HOTEL, weights_of(HOTELS)), mask=~waits),
        "has_right_to_work": pa.array(draws.happens(Draw.MAY_WORK, weights_of(ALLOWED_TO_WORK)), mask=~waits),
    }


def _work_columns(draws: Draws, age: Array, missing: Array) -> dict[str, pa.Array]:
    is_adult = age >= 18
    earns = is_adult & (age < 65) & draws.happens(Draw.EMPLOYED, weights_of(EMPLOYED))
    in_work, without = weights_of(MONTHS_ON_PUBLIC_FUNDS)
    months = np.where(is_adult & ~earns, np.int32(without), np.int32(in_work))
    return {
        "yearly_income": _worded(earns.view(np.int8), _INCOMES, missing),
        "months_on_public_funds": pa.array(months, mask=missing),
    }


# Numbers as columns

_DAYS: Final = pa.array([*((FIRST_DAY + timedelta(days=day)).isoformat() for day in range(_NEVER)), "none"])
_CODES: Final[dict[type[StrEnum], pa.Array]] = {
    each: pa.array([str(code) for code in each]) for each in (Claim, Route, Entry)
}
_PAY: Final = HOURLY_PAY.total * PAID_HOURS.parts[0][1]
_INCOMES: Final = pa.array(["0.00 GBP", f"{_PAY // 100}.{_PAY % 100:02} GBP"])


def _worded(places: Array, words: pa.Array, missing: Array | None = None) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(places, mask=missing), words)


def _code(places: Array, codes: type[StrEnum], missing: Array | None = None) -> pa.Array:
    return _worded(places, _CODES[codes], missing)


def _day(days: Array) -> pa.Array:
    return _worded(days.astype(np.int16), _DAYS)


def _date(days: Array, missing: Array | None = None) -> pa.Array:
    return pa.array(days.astype(np.int32) + np.int32(_TO_FIRST_DAY), mask=missing).cast(pa.date32())


def _always(word: str, rows: int) -> pa.Array:
    return _worded(np.zeros(rows, dtype=np.int8), pa.array([word]))
