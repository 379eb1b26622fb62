"""What every case at once costs: change classes, their conditions and cases, exact partial answers; and how it grows.

Times are of repeated runs on whatever machine this is; nothing here passes or fails.
"""

import os
import platform
import random
import time
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from statistics import median

from tabulate import tabulate

from asylum_rules import CaseProfile, decide, impact, policies
from asylum_rules.impact.impact import Impact
from asylum_rules.language.build import all_of, holds, not_
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact
from asylum_rules.model.policy import Policy
from asylum_rules.report.casefile import read_case
from asylum_rules.units.span import months
from tests.model.handmade import WAIT, policy, rule

BASELINE, LATEST, PROPOSED = (policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "small-boat.toml"
SIZES = (10, 30, 60, 120, 400)
SEED = 20251117


def of_call(call: Callable[[], object], runs: int) -> tuple[str, str, str]:
    """Return the median, least and most milliseconds of a call in this process."""
    call()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return ms(median(seconds)), ms(min(seconds)), ms(max(seconds))


def ms(seconds: float) -> str:
    """Return milliseconds."""
    return f"{1000 * seconds:.3g} ms"


def classes(found: Impact) -> None:
    """Work out every class with its condition."""
    for change in found:
        change.when  # noqa: B018  # worked out when first asked for


def in_full(found: Impact) -> None:
    """Work out every class with its condition, its witness, and all that it depends on."""
    for change in found:
        change.when, change.facts, change.points, change.witness  # noqa: B018  # the same


def rows() -> list[tuple[str, ...]]:
    """Return what was measured, the figures, and the aim."""
    partial = CaseProfile(claim="refugee", route="in_country", claimed_on="2026-04-01", decided_on="2026-11-02")
    boat = read_case(EXAMPLE)
    nothing = CaseProfile()
    return [
        (
            "one question: settlement.after, baseline to proposed",
            *of_call(lambda: classes(impact(BASELINE, PROPOSED, questions=["settlement.after"])), 15),
            "200 ms",
        ),
        (
            "one question: support.entitlement, baseline to latest",
            *of_call(lambda: classes(impact(BASELINE, LATEST, questions=["support.entitlement"])), 15),
            "200 ms",
        ),
        (
            "one question, the largest: support.grounds_against, baseline to proposed",
            *of_call(lambda: classes(impact(BASELINE, PROPOSED, questions=["support.grounds_against"])), 5),
            "200 ms",
        ),
        ("all questions, baseline to latest", *of_call(lambda: classes(impact(BASELINE, LATEST)), 5), "2 s"),
        ("all questions, baseline to proposed", *of_call(lambda: classes(impact(BASELINE, PROPOSED)), 5), "2 s"),
        (
            "the same with every witness and every sensitivity",
            *of_call(lambda: in_full(impact(BASELINE, PROPOSED)), 3),
            "",
        ),
        (
            "one exact partial answer: leave.length, latest",
            *of_call(lambda: decide(LATEST, partial, "leave.length"), 200),
            "5 ms",
        ),
        (
            "one exact partial answer: settlement.after, proposed, the example of a small boat",
            *of_call(lambda: decide(PROPOSED, boat, "settlement.after"), 200),
            "5 ms",
        ),
        (
            "the same of a case of four facts, with nothing presumed",
            *of_call(lambda: decide(PROPOSED, partial, "settlement.after", presume=False), 50),
            "5 ms",
        ),
        (
            "the same of a case that states nothing",
            *of_call(lambda: decide(PROPOSED, nothing, "settlement.after", presume=False), 20),
            "",
        ),
    ]


def synthetic(conditions: Iterable[Condition]) -> Policy:
    """Return a policy whose every rule gives a wait of its own and prevails over those before it."""
    rules = [rule("first", WAIT, months(1))]
    for number, when in zip(count(2), conditions, strict=False):
        rules.append(rule(f"r{number}", WAIT, months(number), when=when, overrides=(rules[-1].name,)))
    return policy(*rules)


def neighbours(size: int) -> list[Condition]:
    """Return conditions each of which tests three facts, two of them those of the one before it."""
    facts = yes_no(size + 2)
    return [all_of(holds(facts[at]), holds(facts[at + 1]), not_(holds(facts[at + 2]))) for at in range(size - 1)]


def scattered(size: int) -> list[Condition]:
    """Return conditions each of which tests three facts that are drawn for it."""
    facts, draw = yes_no(size), random.Random(SEED)  # noqa: S311  # the same policy in every run
    return [all_of(holds(a), holds(b), not_(holds(c))) for a, b, c in (draw.sample(facts, 3) for _ in range(size - 1))]


def yes_no(number: int) -> list[Fact]:
    """Return so many facts that are yes or no."""
    return [Fact(name=f"fact_{at}", kind=Kind.YES_NO, text=f"Fact {at}.") for at in range(number)]


def growth() -> list[tuple[str, ...]]:
    """Return how long the classes of a change of one rule take, by the number of rules, or when it gives up."""
    return [
        (name, str(size), *grown(conditions(size)))
        for name, conditions in (("neighbouring facts", neighbours), ("random facts", scattered))
        for size in SIZES
    ]


def grown(conditions: list[Condition]) -> tuple[str, str]:
    """Return how long one more rule on top of some takes to be told in classes, and what came of it."""
    base, other = synthetic(conditions), synthetic([*conditions[:-1], all_of(conditions[-1], conditions[0])])
    start = time.perf_counter()
    found = impact(base, other)
    classes(found)
    taken = time.perf_counter() - start
    if found.exact:
        words = sum(each.when is not None for each in found)
        return ms(taken), f"{len(found)} classes change, {words} said in words; {len(found.unchanged)} stay"
    return ms(taken), f"gives up: over {found.too_large[0].nodes:,} nodes"


if __name__ == "__main__":
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
    print(tabulate(rows(), ["", "median", "least", "most", "aim"]))
    print()
    print(tabulate(growth(), ["a change of one rule", "rules", "time", ""]))
