"""What one case costs: import, the command line, one question in several ways. `make bench` prints a table.

Times are medians of repeated runs on whatever machine this is; nothing here passes or fails.
"""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tabulate import tabulate

from asylum_rules import CaseProfile, decide, explain, policies
from asylum_rules.report.casefile import read_case

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "small-boat.toml"
ONE_READING = {
    "settlement.core_period": "twenty_years",
    "settlement.core_clock": "from_grant",
    "settlement.increases_reach_refugees": "no",
    "earned.increases_combine": "largest",
}


def of_process(*arguments: str) -> float:
    """Return the median seconds of a fresh Python process."""
    seconds = []
    for _ in range(11):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)  # our own command
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def of_call(call: Callable[[], object]) -> float:
    """Return the median seconds of a call in this process."""
    call()
    seconds = []
    for _ in range(400):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def rows() -> list[tuple[str, str, str]]:
    """Return what was measured, the figure, and the aim."""
    case = read_case(EXAMPLE)
    assert isinstance(case, CaseProfile)
    latest, proposed = policies["uk/latest"], policies["uk/proposed"]
    read = proposed.read(ONE_READING.items())
    bare = of_process("-c", "pass")
    return [
        ("import asylum_rules, over bare Python", ms(of_process("-c", "import asylum_rules") - bare), "150 ms"),
        ("diff on the command line", ms(of_process("-m", "asylum_rules.cli", "diff", str(EXAMPLE))), "500 ms"),
        (
            "one question, full profile, no open point",
            us(of_call(lambda: decide(latest, case, "leave.length"))),
            "50 µs",
        ),
        (
            "one question, full profile, one reading",
            us(of_call(lambda: decide(read, case, "settlement.after"))),
            "50 µs",
        ),
        ("the same under all readings", us(of_call(lambda: decide(proposed, case, "settlement.after"))), "500 µs"),
        ("the same with its working", us(of_call(lambda: explain(read, case, "settlement.after"))), "1000 µs"),
    ]


def ms(seconds: float) -> str:
    """Return milliseconds."""
    return f"{1000 * seconds:.0f} ms"


def us(seconds: float) -> str:
    """Return microseconds."""
    return f"{1_000_000 * seconds:.0f} µs"


if __name__ == "__main__":
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
    print(tabulate(rows(), ["", "median", "aim"]))
