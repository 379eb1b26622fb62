"""A comparison as a table: what changes or depends first, then what stays."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from asylum_rules.diff.compared import Compared
from asylum_rules.model.direction import Direction
from asylum_rules.model.policy import Policy
from asylum_rules.prose.direction import of_directions
from asylum_rules.prose.markdown import escaped
from asylum_rules.prose.source import marked
from asylum_rules.prose.value import of_answer

_WIDTH: Final = 26


def as_table(compared: Sequence[Compared], policies: Sequence[Policy], style: str = "simple") -> str:
    """Return the comparison in a style of the `tabulate` package; only `pipe`, for Markdown, is not wrapped."""
    from tabulate import tabulate  # noqa: PLC0415  # only printing needs it

    head = ["", *(policy.id for policy in policies)]
    rows = list(table_rows(compared, policies))
    if not rows:
        return "No question is covered for this case."
    if style == "pipe":
        table = tabulate(
            [[escaped(cell) for cell in row] for row in rows], [escaped(each) for each in head], tablefmt=style
        )
    else:
        table = tabulate(rows, head, tablefmt=style, maxcolwidths=[_WIDTH] * len(head))
    silent = sum(not each.covered for each in compared)
    return table if not silent else f"{table}\n\n{silent} more not covered for this case."


def table_rows(compared: Iterable[Compared], policies: Sequence[Policy]) -> Iterator[list[str]]:
    """Yield one row a question: its text, and a cell for each policy."""
    shown = sorted((each for each in compared if each.covered), key=lambda each: each.stays)
    for each in shown:
        yield [each.question.text, *(_cell(each, policy) for policy in policies)]


def _cell(compared: Compared, policy: Policy) -> str:
    answer = compared.answers[policy.id]
    parts = [marked(of_answer(answer), answer.standing)]
    if policy.id in compared.direction:
        headline, every = compared.headline_direction[policy.id], compared.direction[policy.id]
        parts.append("" if headline is every is Direction.SAME else f"({of_directions(headline, every)})")
    return " ".join(part for part in parts if part)
