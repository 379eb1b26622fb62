"""The library and what it needs, as one archive that Python in a browser imports from."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_LEFT_OUT: Final = frozenset({".so", ".pyd", ".dll", ".dylib", ".c", ".pyc", ".pyi"})
"""What is compiled, or no program reads: a pure package, or one that falls back to its pure part, runs without it."""


def bundle() -> bytes:
    """Return the archive; the same for the same installed packages."""
    held = dict(_own(files("asylum_rules"), PurePosixPath("asylum_rules")))
    held.update((name, text) for name, text in _of(distribution("asylum-rules")) if _is_about(name))
    for each in _needed("asylum-rules"):
        held.update(_of(each))
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for name in sorted(held, key=str):
            archive.writestr(ZipInfo(str(name)), held[name], compress_type=ZIP_DEFLATED, compresslevel=9)
    return whole.getvalue()


def _own(folder: Traversable, name: PurePosixPath) -> Iterator[tuple[PurePosixPath, bytes]]:
    for each in folder.iterdir():
        inside = name / each.name
        if each.is_dir():
            if each.name not in ("__pycache__", "page"):
                yield from _own(each, inside)
        else:
            yield inside, each.read_bytes()


def _of(package: Distribution) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the files of an installed package, its licence included."""
    for file in package.files or ():
        if _is_kept(file) and file.parts[0] not in ("..", "/", "bin"):
            yield PurePosixPath(*file.parts), file.read_binary()


def _is_about(file: PurePosixPath) -> bool:
    return file.parts[0].endswith(".dist-info")


def _is_kept(file: PurePosixPath) -> bool:
    if _is_about(file):
        return "licen" in str(file).lower() or file.name == "METADATA"
    return file.suffix not in _LEFT_OUT


def _needed(name: str) -> list[Distribution]:
    """Return the installed packages that one requires, and those that they require; extras are not asked for."""
    found: dict[str, Distribution] = {}
    todo = [*_required(distribution(name))]
    while todo:
        each = todo.pop()
        if each not in found:
            found[each] = distribution(each)
            todo += _required(found[each])
    return list(found.values())


def _required(package: Distribution) -> Iterator[str]:
    """Yield what a package requires here: what an installation left out is for other systems, or older ones."""
    for each in package.requires or ():
        named, (_, _, marker) = _NAME.match(each), each.partition(";")
        if named is not None and "extra" not in marker:
            try:
                yield distribution(named[0]).metadata["Name"]
            except PackageNotFoundError:
                continue
