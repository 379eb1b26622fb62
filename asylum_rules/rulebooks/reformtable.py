"""A table of a reform file, read key by key, with everything that is wrong gathered."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from attrs import evolve, frozen

from asylum_rules.errors import InvalidInputError, Problem, UnknownNameError, quoted
from asylum_rules.model.raw import shown

MOST_PROBLEMS: Final = 100
MOST_ENTRIES: Final = 500
_MOST_TEXT: Final = 2_000

_Read = TypeVar("_Read")


class Notes:
    """What is wrong with a file. Of a file with very many faults the first are told, and the rest is not read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.unsound: set[str] = set()
        """The operations of which something is noted."""

    def add(self, operation: str, path: str, what: str) -> None:
        """Note a problem; raise `InvalidInputError` with all of them once there are too many to read on."""
        self.unsound.add(operation)
        where = ", ".join(each for each in (operation, path and quoted(path)) if each)
        self.problems.append(Problem(where, what))
        if len(self.problems) == MOST_PROBLEMS:
            raise InvalidInputError("reform", (*self.problems, Problem("", "perhaps more: the rest was not read")))


@frozen
class Table:
    """A table and where it stands.

    What cannot be read is noted, and something empty stands in for it: a file of which anything is noted is refused.
    """

    items: Mapping[str, object]
    notes: Notes
    operation: str = ""
    """The operation it is in, as errors call it; nothing at the top of the file."""
    path: tuple[str, ...] = ()
    """The keys that lead to it from there."""

    @property
    def sound(self) -> bool:
        """Whether nothing is noted of the operation."""
        return self.operation not in self.notes.unsound

    def note(self, what: str, key: str | None = None) -> None:
        """Note what is wrong with the table, or at one of its keys."""
        self.notes.add(self.operation, ".".join((*self.path, *([] if key is None else [key]))), what)

    def read(self, key: str, of: Callable[[object], _Read], *, empty: _Read) -> _Read:
        """Return what a key holds, or what stands for nothing where it is missing or cannot be read."""
        if key not in self.items:
            return empty
        try:
            return of(self.items[key])
        except (ValueError, UnknownNameError) as error:
            self.note(str(error), key)
            return empty

    def each(self, key: str, of: Callable[[object], _Read]) -> tuple[_Read, ...]:
        """Return what a list of at least one holds, those left out that cannot be read; one thing is a list of one."""
        raw = self.items[key]
        every = raw if isinstance(raw, list) else [raw]
        if not 0 < len(every) <= MOST_ENTRIES:
            self.note(f"expected a list of 1 to {MOST_ENTRIES}", key)
            return ()
        found = []
        for entry in every:
            try:
                found.append(of(entry))
            except (ValueError, UnknownNameError) as error:
                self.note(str(error), key)
        return tuple(found)

    def table(self, key: str) -> "Table | None":
        """Return the table at a key; None, with a note, where it holds something else."""
        raw = self.items[key]
        if isinstance(raw, dict):
            return self.at(key, raw)
        self.note(f"{shown(raw)} is not a table", key)
        return None

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the tables of a list of at least one; a table alone is a list of one."""
        raw = self.items[key]
        if isinstance(raw, dict):
            return (self.at(key, raw),)
        if isinstance(raw, list) and 0 < len(raw) <= MOST_ENTRIES and all(isinstance(each, dict) for each in raw):
            return tuple(self.at(f"{key}[{place}]", each) for place, each in enumerate(raw, 1))
        self.note(f"expected 1 to {MOST_ENTRIES} tables", key)
        return ()

    def at(self, key: str, items: Mapping[str, object]) -> "Table":
        """Return the table that stands at a key."""
        return evolve(self, items=items, path=(*self.path, key))

    def only(self, known: Iterable[str], *, needed: Mapping[str, str]) -> None:
        """Note every key that has no meaning here, and every one that is needed and missing, with what it is to be."""
        names = tuple(known)
        for key in self.items:
            if key not in names:
                self.note(str(UnknownNameError("key", key, names)))
        for key, expected in needed.items():
            if key not in self.items:
                self.note(f"is missing, expected {expected}", key)


def text_of(raw: object) -> str:
    """Return a text, its line breaks as blanks; raise `ValueError` where it is none that can be shown."""
    text = " ".join(raw.split()) if isinstance(raw, str) else ""
    if not text or len(text) > _MOST_TEXT or not text.isprintable():
        raise ValueError(f"{shown(raw)} is not a text of 1 to {_MOST_TEXT:,} printable characters")
    return text


def one_of(kind: str, known: Sequence[str]) -> Callable[[object], str]:
    """Return what reads one of some names; of any other it raises `UnknownNameError` with the nearest."""

    def read(raw: object) -> str:
        if isinstance(raw, str) and raw in known:
            return raw
        raise UnknownNameError(kind, text_of(raw), tuple(known))

    return read
