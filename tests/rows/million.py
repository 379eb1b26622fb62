"""A million random cases in the classes of the real policies: each in exactly one, with its answers. `make rows`."""

import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from random import Random

from asylum_rules import CaseProfile, policies
from tests.rows.classes import free_points, groups
from tests.rows.profiles import drawer

PAIRS = (("uk/baseline", "uk/proposed"), ("uk/baseline", "uk/latest"))
SHARE = 25_000
"""How many cases are tried under one reading of the open points."""


def tried(pair: tuple[str, str], count: int, seed: int) -> tuple[int, list[str]]:
    """Return how many cases were tried, and what was wrong with them."""
    base, other = (policies[name] for name in pair)
    random = Random(seed)  # noqa: S311  # repeatable on purpose
    readings = {name: random.choice(codes) for name, codes in free_points(base, other).items()}
    every = groups(base, other, readings)
    draw = drawer((base, other))
    wrong = []
    for row in draw.rows(count, seed):
        case = CaseProfile().stating(row)
        for group in every:
            fault = group.fault(row, readings, case)
            if fault is not None:
                wrong.append(f"{fault}: {case!r} {readings}")
    return count, wrong


def main(count: int) -> int:
    """Try so many cases for each pair of policies; return 1 where one is out of place."""
    start = time.perf_counter()
    failed = 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for pair in PAIRS:
            parts = [pool.submit(tried, pair, min(SHARE, count - done), done) for done in range(0, count, SHARE)]
            found = [part.result() for part in parts]
            wrong = [each for _, every in found for each in every]
            done = sum(each for each, _ in found)
            print(f"{pair[0]} to {pair[1]}: {done:,} cases, {len(wrong)} out of place")
            print(*wrong[:5], sep="\n", end="\n" if wrong else "")
            failed += len(wrong)
    print(f"{time.perf_counter() - start:.0f} s on {os.cpu_count()} cores")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(int(os.environ.get("ROWS", "1000000"))))
