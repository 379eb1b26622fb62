"""A folder of results that appears whole or not at all: written aside, then moved."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from asylum_rules.errors import InvalidInputError, Problem, quoted


@contextmanager
def made_whole(out: Path, *, overwrite: bool) -> Iterator[Path]:
    """Give a folder to write into, which becomes `out` at the end; on any error nothing is left of it.

    Raises `InvalidInputError` where `out` is there already, unless it is to be overwritten, and where nothing can be
    written beside it.
    """
    target = out.absolute()
    _refuse_existing(target, out, overwrite=overwrite)
    try:
        aside = Path(mkdtemp(prefix=f".{target.name}-unfinished-", dir=target.parent))
    except OSError as error:
        raise _unwritable(out, error) from None
    try:
        yield aside
        _refuse_existing(target, out, overwrite=overwrite)
        _moved(aside, target)
    except OSError as error:
        raise _unwritable(out, error) from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _refuse_existing(target: Path, out: Path, *, overwrite: bool) -> None:
    if target.exists() and not overwrite:
        raise InvalidInputError(quoted(str(out)), (Problem("", "is there already; use --overwrite to replace it"),))
    if target.exists() and not target.is_dir():
        raise InvalidInputError(quoted(str(out)), (Problem("", "is a file, expected a folder"),))


def _moved(aside: Path, target: Path) -> None:
    if not target.exists():
        aside.rename(target)
        return
    old = Path(mkdtemp(prefix=f".{target.name}-replaced-", dir=target.parent))
    target.rename(old / "old")
    aside.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _unwritable(out: Path, error: OSError) -> InvalidInputError:
    what = f"cannot be written: {(error.strerror or str(error)).lower()}"
    return InvalidInputError(quoted(str(out)), (Problem("", what),))
