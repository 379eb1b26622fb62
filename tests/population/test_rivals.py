"""The rules by hand that the library is measured against agree with `decide`: another statement of the same law."""

from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from asylum_rules import Answer, CaseProfile, Exactly, Status, decide
from tests.bench.population import numpy_rules
from tests.bench.population.codes import (
    A_DATE,
    DIFFERENT,
    DUTY,
    FIVE_YEARS,
    INDEFINITE,
    NO_REVIEW,
    NO_SUPPORT,
    NOT_COVERED,
    OPEN,
    POWER,
    SAME,
    THIRTY_MONTHS,
    UNSTATED,
    WORSE,
    turn_of,
)
from tests.bench.population.people import QUESTIONS, both_policies, facts_of, whole

BY_ANSWER = {
    "P5Y": FIVE_YEARS,
    "P30M": THIRTY_MONTHS,
    "indefinite": INDEFINITE,
    "duty": DUTY,
    "power": POWER,
    "none": NO_SUPPORT,
    **{str(count): NO_REVIEW + count for count in range(12)},
}
POLICIES = both_policies()
PEOPLE = pa.Table.from_batches(list(whole(60_000)))
FACTS = facts_of(PEOPLE)
TOLD = numpy_rules.told(FACTS, chunk=1 << 14)


def code_of(answer: Answer) -> tuple[int, int]:
    """Return an answer by its code, and its date as a day since 1970."""
    if answer.status is not Status.DETERMINED:
        return {Status.NOT_COVERED: NOT_COVERED, Status.UNSTATED: UNSTATED}[answer.status], 0
    match answer.value:
        case Exactly(date() as day):
            return A_DATE, (day - date(1970, 1, 1)).days
        case Exactly(value) | value:
            return BY_ANSWER[str(value)], 0


def some_rows() -> list[int]:
    """Return rows of all kinds: those who claim here, and those who are resettled."""
    resettled = np.flatnonzero(FACTS["route"] != 0)[:100]
    return [*range(200), *map(int, resettled)]


def test_the_rules_by_hand_agree_with_decide() -> None:
    names = [name for name in PEOPLE.schema.names if name in {fact.name for fact in CaseProfile.facts}]
    for row in some_rows():
        stated = {name: PEOPLE[name][row].as_py() for name in names}
        case = CaseProfile(**{name: value for name, value in stated.items() if value is not None})
        for policy, codes, days in zip(POLICIES, (TOLD.old, TOLD.new), (TOLD.old_day, TOLD.new_day), strict=True):
            for place, question in enumerate(QUESTIONS):
                code, day = code_of(decide(policy, case, question))

                assert codes[place][row] == code, (question, policy.id, stated)
                assert question != "settlement.from" or days[row] == day, (policy.id, stated)


def test_the_people_reach_every_rule() -> None:
    every = [sorted(set(map(int, np.unique(column)))) for column in (*TOLD.old, *TOLD.new)]

    assert every == [
        [NOT_COVERED, UNSTATED, FIVE_YEARS, INDEFINITE],
        [NOT_COVERED, UNSTATED, A_DATE],
        [NOT_COVERED, UNSTATED, NO_REVIEW],
        [NOT_COVERED, DUTY, POWER, NO_SUPPORT],
        [NOT_COVERED, UNSTATED, THIRTY_MONTHS, INDEFINITE],
        [NOT_COVERED, UNSTATED, A_DATE],
        [NOT_COVERED, UNSTATED, NO_REVIEW, NO_REVIEW + 7],
        [NOT_COVERED, DUTY, POWER, NO_SUPPORT],
    ]


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        (FIVE_YEARS, FIVE_YEARS, SAME),
        (FIVE_YEARS, THIRTY_MONTHS, WORSE),
        (INDEFINITE, UNSTATED, OPEN),
        (NOT_COVERED, FIVE_YEARS, DIFFERENT),
    ],
)
def test_a_change_has_a_direction(old: int, new: int, direction: int) -> None:
    assert turn_of("leave.length", np.array([old], np.int8), np.array([new], np.int8)).tolist() == [direction]


def test_people_are_the_same_in_chunks_and_at_once() -> None:
    at_once = numpy_rules.told_at_once(FACTS).columns()

    assert all(np.array_equal(each, at_once[name]) for name, each in TOLD.columns().items())
