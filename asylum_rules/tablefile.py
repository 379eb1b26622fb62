"""Files that hold one table: TOML or JSON. Hostile until read."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from asylum_rules.errors import InvalidInputError, Problem, listed, path_named, printable, quoted

MOST_BYTES: Final = 1_000_000
_PART: Final = r"""(?:[\w-]+|"(?:[^"\\\n]|\\.){0,100}+"|'[^'\n]{0,100}+')[ \t]*\.[ \t]*"""
_DEEP_KEY: Final = re.compile(rf"(?<![\w-])(?:{_PART}){{32}}", re.ASCII)
"""A dotted key of more than 32 parts: the parser's memory grows with the square of their number."""


def read_table(path: Path, *, of: str, suffixes: Sequence[str]) -> Mapping[str, object]:
    """Return the table of some things that a file holds; raise `InvalidInputError` where it holds none."""
    try:
        return table_in(_text(path, of, suffixes), path.suffix.lower(), of)
    except InvalidInputError as error:
        raise InvalidInputError(path_named(path), error.problems) from None


def _refuse(what: str) -> InvalidInputError:
    return InvalidInputError("file", (Problem("", what),))


def _text(path: Path, of: str, suffixes: Sequence[str]) -> str:
    try:
        if path.is_dir():
            raise _refuse("is a directory, expected a file")
        if path.suffix.lower() not in suffixes:
            raise _refuse(f"expected a file whose name ends in {listed(suffixes).replace(', ', ' or ')}")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refuse(f"cannot be read: {(error.strerror or 'unknown reason').lower()}") from None
    if len(raw) > MOST_BYTES:
        raise _refuse(f"is larger than {MOST_BYTES:,} bytes")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refuse(f"is not UTF-8 at byte {error.start}") from None
    if not text.strip():
        raise _refuse(f"is empty, expected a table of {of}")
    return text


def table_in(text: str, suffix: str, of: str) -> Mapping[str, object]:
    """Return the table of some things that a text holds; raise `InvalidInputError` where it holds none."""
    too_deep = _refuse(f"holds a number or a nesting that no table of {of} needs")
    if suffix == ".toml" and _DEEP_KEY.search(text):
        raise too_deep
    try:
        table = tomllib.loads(text) if suffix == ".toml" else json.loads(text, object_pairs_hook=_pairs)
    except tomllib.TOMLDecodeError as error:
        raise _refuse(f"is not TOML: {printable(str(error))}") from None
    except json.JSONDecodeError as error:
        raise _refuse(f"is not JSON: {printable(error.msg)} at line {error.lineno}, column {error.colno}") from None
    except (ValueError, RecursionError):
        raise too_deep from None
    if not isinstance(table, dict):
        raise _refuse(f"expected a table of {of}")
    return table


def _pairs(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    table: dict[str, object] = {}
    for name, value in pairs:
        if name in table:
            raise _refuse(f"{quoted(name)} is given twice")
        table[name] = value
    return table
