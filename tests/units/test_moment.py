"""Local times to the minute."""

from datetime import UTC, date, datetime, time

import pytest

from asylum_rules.errors import InvalidQuantityError
from asylum_rules.units.moment import Moment

CUT_OFF = Moment.parse("2025-09-04T15:00")


@pytest.mark.parametrize(
    ("text", "is_before"),
    [("2025-09-04T14:59", True), ("2025-09-04T15:00", False), ("2025-09-04T15:01", False)],
)
def test_a_minute_decides(text: str, *, is_before: bool) -> None:
    assert (Moment.parse(text) < CUT_OFF) is is_before


def test_a_moment_is_written_to_the_minute() -> None:
    assert str(CUT_OFF) == "2025-09-04T15:00"


def test_whole_minutes_may_be_written_with_seconds() -> None:
    assert Moment.parse("2025-09-04T15:00:00") == CUT_OFF


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-09-04",
        "2025-09-04 15:00",
        "2025-09-04T15",
        "2025-09-04T15:00:01",
        "2025-09-04T15:00Z",
        "2025-09-04T15:00+01:00",
        "2025-09-31T15:00",
        "2025-09-04T25:00",
        "20250904T1500",
    ],
)
def test_anything_but_local_time_to_the_minute_is_refused(text: str) -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        Moment.parse(text)

    assert str(caught.value) == f"`{text}` is no moment; expected London time as `2025-09-04T15:00`"


def test_a_time_with_a_zone_is_refused() -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        Moment(datetime(2025, 9, 4, 15, tzinfo=UTC))

    assert str(caught.value) == "2025-09-04T15:00:00+00:00 is no moment; expected London time to the minute"


@pytest.mark.parametrize("at", [time(15, 0, 1), time(15, 0, 0, 1)])
def test_a_time_within_a_minute_is_refused(at: time) -> None:
    with pytest.raises(InvalidQuantityError, match="is no moment"):
        Moment(datetime.combine(date(2025, 9, 4), at))
