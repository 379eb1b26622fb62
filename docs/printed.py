"""A directive for what the library itself prints, so that no list of the documentation is typed by hand."""

import json
import shlex
from collections.abc import Mapping, Sequence
from typing import Final

from click.testing import CliRunner
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from asylum_rules.cli import main
from asylum_rules.version import __version__

_TEXTS: Final = ("text", "title")


class Printed(SphinxDirective):
    """Shows what a command prints as JSON: records as definitions that can be linked to, anything else as it is."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the nodes in the place of the directive."""
        _, *command = shlex.split(self.content[0])
        data = json.loads(CliRunner().invoke(main, command, catch_exceptions=False).output)
        if isinstance(data, list):
            return [nodes.definition_list("", *(_entry(record) for record in data))]
        text = json.dumps(data, indent=2, ensure_ascii=False)
        return [nodes.literal_block(text, text, language="json")]


def _entry(record: Mapping[str, object]) -> nodes.definition_list_item:
    """Return a record under its name, which is its anchor: its text, then each detail that it has on one line."""
    (_, name), *details = record.items()
    texts = [str(value) for key, value in details if key in _TEXTS]
    rest = [_detail(key, value) for key, value in details if key not in _TEXTS and value not in (None, [])]
    return nodes.definition_list_item(
        "",
        nodes.term("", "", nodes.literal("", str(name)), ids=[str(name)]),
        nodes.definition(
            "", *(nodes.paragraph("", text) for text in texts), nodes.paragraph("", "", *_joined(rest, "; "))
        ),
    )


def _detail(key: str, value: object) -> list[nodes.Node]:
    match value:
        case bool():
            said: list[nodes.Node] = [nodes.Text("yes" if value else "no")]
        case list():
            said = _joined([[nodes.literal("", str(each))] for each in value], ", ")
        case str() if value.startswith("https://"):
            said = [nodes.reference("", value, refuri=value)]
        case _:
            said = [nodes.Text(str(value))]
    return [nodes.Text(f"{key.replace('_', ' ')}: "), *said]


def _joined(parts: Sequence[Sequence[nodes.Node]], mark: str) -> list[nodes.Node]:
    return [each for place, part in enumerate(parts) for each in ([nodes.Text(mark)] * (place > 0) + [*part])]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive."""
    app.add_directive("printed", Printed)
    return {"version": __version__, "parallel_read_safe": True}
