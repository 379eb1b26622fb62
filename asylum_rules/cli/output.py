"""What commands print: on the terminal, or whole to a file."""

import json
from pathlib import Path

import click

from asylum_rules.aside import whole_file


def show_json(data: object, out: Path | None) -> None:
    """Write data as JSON to the terminal, or whole to a file."""
    show(json.dumps(data, indent=2), out)


def show(text: str, out: Path | None) -> None:
    """Write a text to the terminal, or whole to a file."""
    if out is None:
        click.echo(text)
    else:
        with whole_file(out, overwrite=True) as made:
            made.write_text(f"{text}\n", encoding="utf-8")
