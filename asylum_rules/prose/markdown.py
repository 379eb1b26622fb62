"""Text and links in Markdown."""

import re
from typing import Final
from urllib.parse import quote

from asylum_rules.errors import printable

_MARKS: Final = re.compile(r"([\\`*_{}\[\]<>#|!&~]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_ESCAPED: Final = r"\\\1"
_SAFE: Final = "%/:?#@!$&'*+,;=~[]"


def escaped(text: str) -> str:
    r"""Return a text so that Markdown shows it as it is.

    >>> escaped("R v SSHD [2026], a *note*")
    'R v SSHD \\[2026\\], a \\*note\\*'
    """
    return _MARKS.sub(_ESCAPED, printable(text))


def linked(text: str, target: str | None) -> str:
    """Return a text as a link; as it is, where there is nothing to link to.

    >>> linked("A paper", "https://example.org/a"), linked("A paper", None)
    ('[A paper](https://example.org/a)', 'A paper')
    """
    return escaped(text) if target is None else f"[{escaped(text)}]({quote(target, safe=_SAFE)})"
