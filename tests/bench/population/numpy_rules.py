"""The four questions under both policies in plain NumPy, as a hand writes them: masks, `where`, dates by a table.

Chunks that stay in the cache are faster than whole arrays, and two threads share them.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Final

import numpy as np

from asylum_rules import Claim, Route
from tests.bench.population.codes import (
    A_DATE,
    DUTY,
    FIVE_YEARS,
    INDEFINITE,
    NO_REVIEW,
    NO_SUPPORT,
    NOT_COVERED,
    POWER,
    THIRTY_MONTHS,
    UNSTATED,
    WIDTH,
    Told,
    turn_of,
)
from tests.bench.population.people import CODES, NO_DAY, QUESTIONS, Array, Facts

CHUNK: Final = 1 << 16
THREADS: Final = 2
SETTLED_FROM: Final = int(np.datetime64("2021-11-04").astype(int))
ANNOUNCED_ON: Final = int(np.datetime64("2025-11-17").astype(int))
_LAST_DAY: Final = int(np.datetime64("2080-01-01").astype(int))


def told(facts: Facts, *, chunk: int = CHUNK, threads: int = THREADS) -> Told:
    """Return the answers to every row."""
    rows = len(facts["claim"])
    out = empty(rows)
    columns = out.columns()

    def answer(first: int) -> None:
        part = slice(first, first + chunk)
        for name, each in told_at_once({name: each[part] for name, each in facts.items()}).columns().items():
            columns[name][part] = each

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(answer, range(0, rows, chunk)))
    return out


def totals(facts: Facts, *, chunk: int = CHUNK, threads: int = THREADS) -> Array:
    """Return for each question how many rows go from which code to which, in which direction."""

    def count(first: int) -> Array:
        part = slice(first, first + chunk)
        found = told_at_once({name: each[part] for name, each in facts.items()})
        every = zip(found.old, found.new, found.turns, strict=True)
        return np.array([counted(*each) for each in every])

    with ThreadPoolExecutor(threads) as pool:
        found: Array = np.sum(list(pool.map(count, range(0, len(facts["claim"]), chunk))), axis=0)
        return found


def counted(old: Array, new: Array, turn: Array) -> Array:
    """Return how many rows have each old code, new code and direction."""
    code = (old * np.int16(WIDTH) + new) * np.int16(8) + turn
    return np.bincount(code, minlength=WIDTH * WIDTH * 8).reshape(WIDTH, WIDTH, 8)


def empty(rows: int) -> Told:
    """Return columns to write answers into."""

    def four() -> tuple[Array, ...]:
        return tuple(np.empty(rows, dtype=np.int8) for _ in QUESTIONS)

    return Told(four(), four(), np.empty(rows, dtype=np.int32), np.empty(rows, dtype=np.int32), four())


def told_at_once(facts: Facts) -> Told:
    """Return the answers to some rows, whole arrays at a time."""
    claim, route, arrived, decided = (facts[name] for name in ("claim", "route", "arrived_on", "decided_on"))
    lodged = (facts["claimed_on"] != NO_DAY) | (facts["further_submissions_on"] != NO_DAY)
    pending, refused, inadmissible = (
        claim == _CLAIM[each] for each in (Claim.PENDING, Claim.REFUSED, Claim.INADMISSIBLE)
    )
    recognised = ((claim == _CLAIM[Claim.REFUGEE]) | (claim == _CLAIM[Claim.HUMANITARIAN_PROTECTION])) & lodged
    here = (pending & lodged) | recognised
    ended = refused | inadmissible | (claim == _CLAIM[Claim.WITHDRAWN])
    brought = (route >= _ROUTE[Route.UK_RESETTLEMENT_SCHEME]) & (route <= _ROUTE[Route.CORPORATE_SPONSORSHIP]) & ~ended
    settled = brought & (route == _ROUTE[Route.UK_RESETTLEMENT_SCHEME]) & (arrived >= SETTLED_FROM)
    late = brought & (arrived >= ANNOUNCED_ON)
    study = facts["on_work_and_study_route"]

    leave_old = np.where(here, _8(FIVE_YEARS), np.where(settled, _8(INDEFINITE), brought.view(np.int8)))
    leave_new = np.where(here, _8(THIRTY_MONTHS), np.where(settled & ~late, _8(INDEFINITE), brought.view(np.int8)))

    covered = (recognised | brought).view(np.int8)
    has_date = np.where(brought, settled, recognised)
    still_has_date = np.where(brought, settled | late, recognised & ~study)
    on_arrival = np.where(settled, arrived, np.int32(0))
    old_day = np.where(recognised, _after(5).take(decided, mode="clip"), on_arrival)
    new_day = np.where(
        recognised,
        np.where(study, np.int32(0), _after(20).take(decided, mode="clip")),
        np.where(late, _after(10).take(decided, mode="clip"), on_arrival),
    )
    from_old, from_new = covered + has_date, covered + still_has_date

    told_old = here | settled
    reviews_old = np.where(told_old, _8(NO_REVIEW), brought.view(np.int8))
    reviews_new = np.where(
        here,
        np.where(study, _8(UNSTATED), _8(NO_REVIEW + 7)),
        np.where(settled & ~late, _8(NO_REVIEW), brought.view(np.int8)),
    )

    support_old, support_new = _support(facts, refused, pending | inadmissible)
    turns = (
        turn_of("leave.length", leave_old, leave_new),
        np.where(
            (from_old == A_DATE) & (from_new == A_DATE),
            _TURN_OF_DAYS.take(np.sign(new_day - old_day) + 1),
            turn_of("settlement.from", from_old, from_new),
        ),
        turn_of("reviews.before_settlement", reviews_old, reviews_new),
        turn_of("support.entitlement", support_old, support_new),
    )
    return Told(
        (leave_old, from_old, reviews_old, support_old),
        (leave_new, from_new, reviews_new, support_new),
        old_day,
        new_day,
        turns,
    )


def _support(facts: Facts, refused: Array, waits: Array) -> tuple[Array, Array]:
    carries, destitute, rights = refused | waits, facts["is_destitute"], facts["refusing_support_breaches_rights"]
    seeks = waits | (refused & facts["is_family_with_child"])
    broke = facts["broke_support_conditions"] | facts["worked_illegally"]
    before = np.where(
        seeks,
        np.where(broke, _8(POWER), _8(DUTY)),
        np.where(facts["meets_section_4_condition"], _8(POWER), _8(NO_SUPPORT)),
    )
    after = np.where(waits | facts["faces_genuine_obstacle_to_leaving"], _8(POWER), _8(NO_SUPPORT))
    lone = carries & facts["is_unaccompanied_child"]

    def told(unless_rights: Array) -> Array:
        found = np.where(carries & rights, _8(DUTY), np.where(carries & destitute, unless_rights, _8(NO_SUPPORT)))
        found[lone] = NOT_COVERED
        return found

    return told(before), told(after)


def _8(number: int) -> np.int8:
    return np.int8(number)


@cache
def _after(years: int) -> Array:
    """Return for each day since 1970 the day so many years later, the last of the month where there is no such day."""
    days = np.arange(_LAST_DAY).astype("datetime64[D]")
    month = days.astype("datetime64[M]")
    then = month + 12 * years
    last = (then + 1).astype("datetime64[D]") - 1
    found: Array = np.minimum(then.astype("datetime64[D]") + (days - month), last).astype(np.int32)
    return found


_CLAIM: Final = {each: _8(CODES["claim"].index(each)) for each in Claim}
_ROUTE: Final = {each: _8(CODES["route"].index(each)) for each in Route}
_TURN_OF_DAYS: Final = np.array([0, 2, 1], dtype=np.int8)
"""The direction by whether the new day is earlier, the same or later."""
