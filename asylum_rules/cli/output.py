"""What commands print: on the terminal, or whole to a file."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from asylum_rules.aside import whole_file


def show_json(data: object, out: Path | None) -> None:
    """Write data as JSON to the terminal, or whole to a file."""
    show(json.dumps(data, indent=2), out)


def show(text: str, out: Path | None) -> None:
    """Write a text to the terminal, or whole to a file that the command does not read."""
    if out is None:
        click.echo(text)
    else:
        with whole_file(out, overwrite=True, keep=_files_read()) as made:
            made.write_text(f"{text}\n", encoding="utf-8")


def _files_read() -> Iterator[Path]:
    """Yield the files that the words of the running command name: cases, and reforms, alone or laid over a policy."""
    for name, given in click.get_current_context().params.items():
        for word in given if isinstance(given, tuple) else (given,):
            if isinstance(word, Path) and name != "out":
                yield word
            elif isinstance(word, str):
                yield from (Path(part) for part in word.split("+") if part.endswith(".toml"))
