"""How far a rule had come on a day."""

from datetime import date

import pytest

from asylum_rules.errors import InvalidQuantityError
from asylum_rules.sources.standing import Stage, Standing, least_advanced

VERIFIED = date(2026, 10, 6)
ANNOUNCED_THEN_LAW = Standing(
    (
        (date(2025, 11, 17), Stage.ANNOUNCED),
        (date(2026, 3, 2), Stage.IN_FORCE),
        (date(2026, 6, 2), Stage.REVOKED),
    ),
    VERIFIED,
)


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2025, 11, 16), None),
        (date(2025, 11, 17), Stage.ANNOUNCED),
        (date(2026, 3, 1), Stage.ANNOUNCED),
        (date(2026, 3, 2), Stage.IN_FORCE),
        (date(2026, 6, 1), Stage.IN_FORCE),
        (date(2026, 6, 2), Stage.REVOKED),
        (date(2030, 1, 1), Stage.REVOKED),
    ],
)
def test_a_stage_is_reached_on_its_first_day(day: date, stage: Stage | None) -> None:
    assert ANNOUNCED_THEN_LAW.on(day) is stage


def test_the_latest_stage_is_the_last() -> None:
    assert ANNOUNCED_THEN_LAW.latest is Stage.REVOKED


def test_a_rule_counts_since_its_first_day_of_force() -> None:
    assert ANNOUNCED_THEN_LAW.since == date(2026, 3, 2)


def test_a_rule_in_force_twice_counts_since_the_first_time() -> None:
    standing = Standing(
        (
            (date(2020, 1, 1), Stage.IN_FORCE),
            (date(2021, 1, 1), Stage.PAUSED),
            (date(2022, 1, 1), Stage.IN_FORCE),
        ),
        VERIFIED,
    )

    assert standing.since == date(2020, 1, 1)
    assert standing.on(date(2021, 6, 1)) is Stage.PAUSED


def test_a_proposal_counts_since_its_first_stage() -> None:
    standing = Standing(((date(2025, 11, 17), Stage.ANNOUNCED), (date(2025, 11, 20), Stage.CONSULTED)), VERIFIED)

    assert standing.since == date(2025, 11, 17)


def test_two_stages_on_one_day_leave_the_later_written() -> None:
    standing = Standing(((date(2026, 3, 2), Stage.LEGISLATED), (date(2026, 3, 2), Stage.IN_FORCE)), VERIFIED)

    assert standing.on(date(2026, 3, 2)) is Stage.IN_FORCE


@pytest.mark.parametrize(
    "stages",
    [(), ((date(2026, 3, 2), Stage.IN_FORCE), (date(2026, 3, 1), Stage.ANNOUNCED))],
)
def test_stages_are_given_oldest_first(stages: tuple[tuple[date, Stage], ...]) -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        Standing(stages, VERIFIED)

    assert str(caught.value) == "a standing has at least one stage, oldest first"


def test_the_least_advanced_of_some_stages() -> None:
    assert least_advanced([Stage.IN_FORCE, Stage.ANNOUNCED, Stage.BILL]) is Stage.ANNOUNCED
    assert least_advanced([Stage.ANNOUNCED, Stage.DISPUTED]) is Stage.DISPUTED
    assert least_advanced([Stage.IN_FORCE, Stage.PAUSED]) is Stage.PAUSED


def test_of_no_stages_none_is_least_advanced() -> None:
    assert least_advanced([]) is None
