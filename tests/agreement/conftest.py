"""Tells how many comparisons were made, and holds the long profile to its number."""

import pytest
from hypothesis import settings

from tests.agreement.tally import MADE, table

WANTED = 100_000
"""How many comparisons `make agree` makes at least."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the comparisons by engines and by kind."""
    if is_long() and MADE:
        terminalreporter.section("comparisons")
        terminalreporter.write("\n".join([*table(), ""]))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail where too few comparisons were made."""
    if is_long() and sum(MADE.values()) < WANTED and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def is_long() -> bool:
    return settings.get_current_profile_name() == "agree"
