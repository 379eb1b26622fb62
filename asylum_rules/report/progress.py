"""How far a long run has come: on one line of a terminal, and nowhere else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic
from typing import Final, TextIO

from attrs import define, field

_FIRST_AFTER: Final = 1.0
"""Seconds of a run of which nothing is shown."""
_EVERY: Final = 0.2
_CLEAR: Final = "\r\x1b[2K"

Progress = Callable[[int, int | None], None]
"""Is told how many more rows are done, of how many there are where that is known."""


@contextmanager
def shown_on(stream: TextIO) -> Iterator[Progress]:
    """Give what shows progress on a stream where that is a terminal; the line is gone afterwards."""
    if not stream.isatty():
        yield lambda _, __: None
        return
    line = _Line(stream, monotonic())
    try:
        yield line.more
    finally:
        line.clear()


@define
class _Line:
    """A line that is written over, by any thread."""

    _stream: TextIO
    _began: float
    _shown: float | None = None
    _done: int = 0
    _lock: Lock = field(factory=Lock)

    def more(self, rows: int, of: int | None) -> None:
        """Count rows as done, and show it now and then."""
        with self._lock:
            self._done += rows
            now = monotonic()
            if now - (self._began + _FIRST_AFTER - _EVERY if self._shown is None else self._shown) >= _EVERY:
                self._shown = now
                self._stream.write(_CLEAR + how_far(self._done, of, now - self._began))
                self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown is not None:
            self._stream.write(_CLEAR)
            self._stream.flush()


def how_far(done: int, of: int | None, seconds: float) -> str:
    """Return how many rows are done, how quickly, and how long the rest will take.

    >>> how_far(2_000_000, 10_000_000, 4.0), how_far(5_000, None, 2.0)
    ('2,000,000 of 10,000,000 rows, 500,000 a second, 16 s left', '5,000 rows, 2,500 a second')
    """
    rate = done / seconds
    if of is None:
        return f"{done:,} rows, {rate:,.0f} a second"
    return f"{done:,} of {of:,} rows, {rate:,.0f} a second, {max(of - done, 0) / rate:,.0f} s left"
