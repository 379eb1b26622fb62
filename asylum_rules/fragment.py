"""A table as a fragment of HTML, as a notebook shows it."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from asylum_rules.errors import printable

_STYLE: Final = 'style="text-align: left; vertical-align: top"'


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose first column heads its rows; everything in it is escaped.

    >>> table("Waits", ["Rule", "Wait"], [["<old>", "5 years"]]).splitlines()[-2]
    '<tr><th scope="row" style="text-align: left; vertical-align: top">&lt;old&gt;</th>\
<td style="text-align: left; vertical-align: top">5 years</td></tr>'
    """
    titles = "".join(f'<th scope="col" {_STYLE}>{_shown(each)}</th>' for each in head)
    lines = [f"<table><caption {_STYLE}>{_shown(caption)}</caption>", f"<thead><tr>{titles}</tr></thead>", "<tbody>"]
    for first, *others in rows:
        cells = "".join(f"<td {_STYLE}>{_shown(each)}</td>" for each in others)
        lines.append(f'<tr><th scope="row" {_STYLE}>{_shown(first)}</th>{cells}</tr>')
    return "\n".join([*lines, "</tbody></table>"])


def _shown(text: str) -> str:
    return escape(printable(text))
