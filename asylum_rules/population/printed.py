"""Totals of one question for a terminal: from what to what, for better or worse, and what that depends on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Said
from asylum_rules.model.direction import Direction
from asylum_rules.population.totals import Total, Transition
from asylum_rules.prose.direction import DIRECTIONS
from asylum_rules.prose.value import said

_SHOWN: Final = 5
_WIDTH: Final = 24


def question_lines(
    totals: Sequence[Total], nobody: Sequence[Transition], by: Sequence[str], style: str
) -> Iterator[str]:
    """Yield the lines about one question under one policy, answers by the headline readings."""
    yield from _matrix(totals, style)
    yield from _directions(totals, by, style)
    yield from _dependence(totals)
    ways = [[_told(each.question, answer) for answer in (each.headline_old, each.headline_new)] for each in nobody]
    if ways:
        shown = "; ".join(f"from {old} to {new}" for old, new in ways[:_SHOWN])
        more = f"; nor in {len(ways) - _SHOWN} other ways" if len(ways) > _SHOWN else ""
        yield from ("", f"No row goes {shown}{more}.")


def _matrix(totals: Sequence[Total], style: str) -> Iterator[str]:
    """Yield a table with a line for each old answer and a column for each new one."""
    from tabulate import tabulate  # noqa: PLC0415  # only printing needs it

    cells: Counter[tuple[str, str]] = Counter()
    for each in totals:
        how = each.how
        cells[_told(how.question, how.headline_old), _told(how.question, how.headline_new)] += each.rows
    old, new = (list(dict.fromkeys(pair[place] for pair in cells)) for place in (0, 1))
    rows = [[before, *(f"{cells[before, after]:,}" if cells[before, after] else "" for after in new)] for before in old]
    head = ["from / to", *new]
    aligned = ("left", *("right" for _ in new))
    width = None if style == "pipe" else _WIDTH
    yield tabulate(rows, head, style, colalign=aligned, disable_numparse=True, maxheadercolwidths=width)


def _directions(totals: Sequence[Total], by: Sequence[str], style: str) -> Iterator[str]:
    """Yield how many rows fare how, for each group of rows where they are counted by facts."""
    from tabulate import tabulate  # noqa: PLC0415  # as above

    groups: dict[tuple[str, ...], Counter[Direction]] = {}
    for each in totals:
        groups.setdefault(each.by, Counter())[each.how.headline_direction] += each.rows
    met = [direction for direction in Direction if any(direction in group for group in groups.values())]
    rows = [[*group, *(_share(fared[each], fared.total()) for each in met)] for group, fared in sorted(groups.items())]
    yield ""
    yield tabulate(rows, [*by, *(DIRECTIONS[each] for each in met)], style, disable_numparse=True)


def _share(rows: int, of: int) -> str:
    return f"{rows:,} ({rows / of:.1%})" if rows else ""


def _dependence(totals: Sequence[Total]) -> Iterator[str]:
    """Yield how many rows depend on each fact that is not known and each point that is not decided."""
    facts: Counter[str] = Counter()
    points: Counter[str] = Counter()
    for each in totals:
        facts.update(dict.fromkeys(each.how.facts, each.rows))
        points.update(dict.fromkeys(each.how.points, each.rows))
    for what, waited_for in (("known", facts), ("decided", points)):
        if waited_for:
            names = (f"`{name}` ({rows:,})" for name, rows in waited_for.most_common())
            yield ""
            yield f"Depends on what is not {what}: {', '.join(names)}."


def _told(question: Question, answer: Said | None) -> str:
    return "depends" if answer is None else said(*answer, None, question)
