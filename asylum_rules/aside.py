"""Files and folders that appear whole or not at all: written aside, then moved."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from asylum_rules.errors import InvalidInputError, Problem, path_named


@contextmanager
def whole_file(out: Path, *, overwrite: bool, keep: Iterable[Path] = ()) -> Iterator[Path]:
    """Give a path to write to, whose file becomes `out` at the end; on any error nothing is left of it.

    A link is followed; a device or a pipe is written to as it is. Raises `InvalidInputError` where `out` is a folder,
    where it is there already, unless it is to be overwritten, where it is a file to keep, and where it cannot be
    written.
    """
    with _told(out):
        if out.is_file() and any(_real(each) == _real(out) for each in keep):
            raise _refused(out, "is read by this command; expected another file")
        if out.exists() and not out.is_file() and not out.is_dir():
            yield out
        else:
            with _moved(out, "file", overwrite=overwrite) as made:
                yield made


@contextmanager
def whole_folder(out: Path, *, overwrite: bool, keep: Iterable[Path] = ()) -> Iterator[Path]:
    """Give a folder to write into, which becomes `out` at the end; on any error nothing is left of it.

    A link is followed. Raises `InvalidInputError` where `out` is a file, where it is there already, unless it is to be
    overwritten, where this would take a path to keep or the current folder away, and where it cannot be written.
    """
    with _told(out):
        lost = [each for each in (*keep, Path.cwd()) if _real(each).is_relative_to(_real(out))]
        if lost and _real(out).is_dir():
            raise _refused(out, f"holds {path_named(lost[0])}; expected a folder of its own")
        with _moved(out, "folder", overwrite=overwrite) as made:
            made.mkdir()
            yield made


@contextmanager
def _moved(out: Path, kind: Literal["file", "folder"], *, overwrite: bool) -> Iterator[Path]:
    target = _real(out)
    with TemporaryDirectory(
        prefix=f".{target.name:.50}-unfinished-", dir=target.parent, ignore_cleanup_errors=True
    ) as folder:
        made, old = Path(folder) / "new", Path(folder) / "old"
        _refuse_existing(target, out, kind, overwrite=overwrite)
        yield made
        _refuse_existing(target, out, kind, overwrite=overwrite)
        if target.is_dir():
            target.replace(old)
        try:
            made.replace(target)
        except OSError:
            if old.is_dir():
                old.replace(target)
            raise


def _refuse_existing(target: Path, out: Path, kind: Literal["file", "folder"], *, overwrite: bool) -> None:
    if not target.exists():
        return
    found = "folder" if target.is_dir() else "file"
    if found != kind:
        raise _refused(out, f"is a {found}, expected a {kind}")
    if not overwrite:
        raise _refused(out, "is there already; use --overwrite to replace it")


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


@contextmanager
def _told(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else "unknown reason"
        raise _refused(out, f"cannot be written: {why.lower()}") from None


def _refused(out: Path, what: str) -> InvalidInputError:
    return InvalidInputError(path_named(out), (Problem("", what),))
