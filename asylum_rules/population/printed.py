"""Totals of one question for a terminal: from what to what, for better or worse, and what that depends on."""

from collections.abc import Iterator, Sequence
from typing import Final

from asylum_rules.model.direction import Direction
from asylum_rules.population.summary import dependence, faring, matrix, told
from asylum_rules.population.totals import Total, Transition
from asylum_rules.prose.direction import DIRECTIONS

_SHOWN: Final = 5
_WIDTH: Final = 24


def question_lines(
    totals: Sequence[Total], nobody: Sequence[Transition], by: Sequence[str], style: str
) -> Iterator[str]:
    """Yield the lines about one question under one policy, answers by the headline readings."""
    yield from _matrix(totals, style)
    yield from _directions(totals, by, style)
    yield from _dependence(totals)
    ways = [[told(each.question, answer) for answer in (each.headline_old, each.headline_new)] for each in nobody]
    if ways:
        shown = "; ".join(f"from {old} to {new}" for old, new in ways[:_SHOWN])
        more = f"; nor in {len(ways) - _SHOWN} other ways" if len(ways) > _SHOWN else ""
        yield from ("", f"No row goes {shown}{more}.")


def _matrix(totals: Sequence[Total], style: str) -> Iterator[str]:
    """Yield a table with a line for each old answer and a column for each new one."""
    from tabulate import tabulate  # noqa: PLC0415  # only printing needs it

    old, new, cells = matrix(totals)
    rows = [
        [before, *(f"{cells[before, after]:,}" if (before, after) in cells else "" for after in new)] for before in old
    ]
    head = ["from / to", *new]
    aligned = ("left", *("right" for _ in new))
    width = None if style == "pipe" else _WIDTH
    yield tabulate(rows, head, style, colalign=aligned, disable_numparse=True, maxheadercolwidths=width)


def _directions(totals: Sequence[Total], by: Sequence[str], style: str) -> Iterator[str]:
    """Yield how many rows fare how, for each group of rows where they are counted by facts."""
    from tabulate import tabulate  # noqa: PLC0415  # as above

    groups = faring(totals)
    met = [direction for direction in Direction if any(direction in group for group in groups.values())]
    rows = [[*group, *(_share(fared[each], fared.total()) for each in met)] for group, fared in groups.items()]
    yield ""
    yield tabulate(rows, [*by, *(DIRECTIONS[each] for each in met)], style, disable_numparse=True)


def _share(rows: int, of: int) -> str:
    return f"{rows:,} ({rows / of:.1%})" if rows else ""


def _dependence(totals: Sequence[Total]) -> Iterator[str]:
    """Yield how many rows depend on each fact that is not known and each point that is not decided."""
    facts, points = dependence(totals)
    for what, waited_for in (("known", facts), ("decided", points)):
        if waited_for:
            names = (f"`{name}` ({rows:,})" for name, rows in waited_for.most_common())
            yield ""
            yield f"Depends on what is not {what}: {', '.join(names)}."
