"""Progress is shown on a terminal, after a while, and is gone afterwards."""

import io

import pytest

from asylum_rules.report import progress
from asylum_rules.report.progress import how_far, shown_on


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    return now


def test_elsewhere_nothing_is_written(seconds: list[float]) -> None:
    file = io.StringIO()

    with shown_on(file) as more:
        seconds[0] = 100
        more(10, 20)

    assert file.getvalue() == ""


def test_a_short_run_shows_nothing(seconds: list[float]) -> None:
    terminal = Terminal()

    with shown_on(terminal) as more:
        seconds[0] = 0.9
        more(10, 20)

    assert terminal.getvalue() == ""


def test_a_long_run_shows_how_far_it_has_come_and_clears_the_line(seconds: list[float]) -> None:
    terminal = Terminal()

    with shown_on(terminal) as more:
        seconds[0] = 2
        more(1_000, 4_000)
        seconds[0] = 2.1
        more(1_000, 4_000)
        seconds[0] = 3
        more(1_000, None)

    assert terminal.getvalue() == (
        "\r\x1b[2K1,000 of 4,000 rows, 500 a second, 6 s left\r\x1b[2K3,000 rows, 1,000 a second\r\x1b[2K"
    )


def test_more_rows_than_were_said_leave_no_time() -> None:
    assert how_far(30, 20, 1.0) == "30 of 20 rows, 30 a second, 0 s left"
