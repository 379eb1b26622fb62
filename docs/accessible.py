"""What the theme leaves out for readers who use a keyboard or a screen reader."""

from re import sub
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from asylum_rules.version import __version__


def mend(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: nodes.document | None) -> None:
    """Let a keyboard scroll wide blocks, and say at what level the headings of the menu stand."""
    context["body"] = sub(r"<(pre|div class=\"cell_output[^\"]*\")(?=>)", r'<\1 tabindex="0"', context.get("body", ""))
    menu = "furo_navigation_tree"
    context[menu] = context[menu].replace('role="heading"', 'role="heading" aria-level="2"')


def setup(app: Sphinx) -> ExtensionMetadata:
    """Mend each page after the theme has made it."""
    app.connect("html-page-context", mend, priority=900)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
