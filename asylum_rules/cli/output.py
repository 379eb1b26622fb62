"""What commands print: on the terminal, or whole to a file."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from asylum_rules.aside import whole_file
from asylum_rules.errors import InvalidInputError, Problem, path_named


def show_json(data: object, out: Path | None) -> None:
    """Write data as JSON to the terminal, or whole to a file."""
    show(json.dumps(data, indent=2), out)


def show(text: str, out: Path | None) -> None:
    """Write a text to the terminal, or whole to a file; raise `InvalidInputError` where the command reads that file."""
    if out is None:
        click.echo(text)
    elif out.is_file() and any(each.is_file() and each.samefile(out) for each in _files_read()):
        raise InvalidInputError(path_named(out), (Problem("", "is read by this command; expected another file"),))
    else:
        with whole_file(out, overwrite=True) as made:
            made.write_text(f"{text}\n", encoding="utf-8")


def _files_read() -> Iterator[Path]:
    """Yield the files that the words of the running command name: cases, and reforms, alone or laid over a policy."""
    for name, given in click.get_current_context().params.items():
        for word in given if isinstance(given, tuple) else (given,):
            if isinstance(word, Path) and name != "out":
                yield word
            elif isinstance(word, str):
                yield from (Path(part) for part in word.split("+") if part.endswith(".toml"))
