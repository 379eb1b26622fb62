"""What commands print: on the terminal, or whole to a file."""

import json
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from asylum_rules.errors import InvalidInputError, Problem, quoted


def show_json(data: object, out: Path | None) -> None:
    """Write data as JSON to the terminal, or whole to a file."""
    show(json.dumps(data, indent=2), out)


def show(text: str, out: Path | None) -> None:
    """Write a text to the terminal, or whole to a file."""
    if out is None:
        click.echo(text)
        return
    target = out.resolve()
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_text(f"{text}\n", encoding="utf-8")
            return
        with NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as file:
            aside = Path(file.name)
            try:
                file.write(f"{text}\n")
                file.close()
                aside.replace(target)
            except OSError:
                aside.unlink()
                raise
    except OSError as error:
        what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}"
        raise InvalidInputError(quoted(str(out)), (Problem("", what),)) from None
