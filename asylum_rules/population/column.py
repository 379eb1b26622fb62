"""A column of an Arrow batch as numbers of a fact, and which of its rows hold something else."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from attrs import define, field, frozen

from asylum_rules.errors import InvalidQuantityError
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact
from asylum_rules.model.profile import Unknown, read_fact
from asylum_rules.model.raw import FIRST_DAY, LAST_DAY
from asylum_rules.population.scale import BAD, CELL, MOST, UNKNOWN, Array, Cutter, number_of, width_of

_EPOCH_TO_FIRST: Final = (FIRST_DAY - FIRST_DAY.fromordinal(719163)).days
"""Days from the first of January 1970 to the first day that a case may state."""
_YES_NO: Final = {"true": True, "false": False}
_WHOLE: Final = re.compile(r"\d{1,9}", re.ASCII)
_MOST_KNOWN: Final = 1 << 16
"""How many distinct values of a fact are remembered."""


@frozen(eq=False)
class Plain:
    """A number a row; or one number for all rows, in an array without length."""

    numbers: Array
    is_bad: Array | None = None
    """Which rows hold what is no value of the fact; None where none does."""

    def cells(self, cut: Cutter) -> Array:
        """Return the cell of each row."""
        return cut(self.numbers)

    def among(self, rows: Array) -> "Plain":
        """Return some rows of the column."""
        return Plain(self.numbers[rows]) if self.numbers.ndim else self


@frozen(eq=False, slots=False)
class Coded:
    """A place a row among a few numbers."""

    places: Array
    few: Array

    @cached_property
    def numbers(self) -> Array:
        """The number of each row."""
        return self.few.take(self.places)

    @property
    def is_bad(self) -> Array | None:
        """Which rows hold what is no value of the fact; None where none does."""
        bad = self.few == BAD
        found = bad.take(self.places) if bad.any() else bad
        return found if found.any() else None

    def cells(self, cut: Cutter) -> Array:
        """Return the cell of each row."""
        where = cut(self.few)
        if np.array_equal(where, np.arange(where.size)):
            return self.places.astype(CELL)
        return where.take(self.places)

    def among(self, rows: Array) -> "Coded":
        """Return some rows of the column."""
        return Coded(self.places[rows], self.few)


Column: TypeAlias = Plain | Coded


@frozen(eq=False)
class Columns(Mapping[str, Array]):
    """The columns of a batch by fact, as numbers; each worked out when first asked for."""

    by_fact: Mapping[str, Column]

    def __getitem__(self, name: str) -> Array:
        return self.by_fact[name].numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_fact)

    def __len__(self) -> int:
        return len(self.by_fact)

    def among(self, rows: Array) -> "Columns":
        """Return some rows of every column."""
        return Columns({name: column.among(rows) for name, column in self.by_fact.items()})


@define(eq=False)
class Scribe:
    """Reads columns of one fact; a null is presumed where that is asked and declared, and else not known."""

    fact: Fact
    presume: bool
    _known: dict[tuple[type, object], int] = field(factory=dict)
    """The numbers of what has been read before."""
    _last: tuple[pa.Array, list[int]] | None = None
    """The words read last, and their numbers."""

    @property
    def absent(self) -> int:
        """The number of a value that nothing is said of."""
        return UNKNOWN if self.fact.presumed is None or not self.presume else number_of(self.fact, self.fact.presumed)

    def read(self, given: pa.Array) -> Column:
        """Return a column as numbers."""
        given = plainer(given)
        kind = given.type
        match self.fact.kind:
            case Kind.YES_NO if pa.types.is_boolean(kind):
                return self._coded(*_no_apart(given), [1, 0])
            case Kind.DATE if pa.types.is_date32(kind):
                last = (LAST_DAY - FIRST_DAY).days
                return self._plain(given.view(pa.int32()), _EPOCH_TO_FIRST, _EPOCH_TO_FIRST + last)
            case Kind.COUNT if pa.types.is_integer(kind) and not pa.types.is_uint64(kind):
                return self._plain(given, 0, MOST)
        if pa.types.is_null(kind):
            return Plain(np.full(len(given), self.absent, dtype=width_of(self.fact)))
        if pa.types.is_nested(kind):
            return self._bad(np.where(given.is_null().to_numpy(zero_copy_only=False), self.absent, BAD))
        words = given if pa.types.is_dictionary(kind) else given.dictionary_encode()
        return self._coded(*_apart(words.indices), self._numbers(words.dictionary))

    def _numbers(self, words: pa.Array) -> Iterable[int]:
        """Return the numbers of some words; often they are those of the batch before."""
        last = self._last
        if last is None or not last[0].equals(words):
            last = self._last = words, [self._number(held(each)) for each in words]
        return last[1]

    def _plain(self, given: pa.Array, first: int, last: int) -> Plain:
        """Return whole numbers, counted from the first there may be; those before it or after the last as bad."""
        nulls, found = _apart(given)
        wide = np.promote_types(found.dtype, np.int32)
        numbers = np.subtract(found, first, dtype=wide) if first else found
        outside = found.size and (int(found.min()) < first or int(found.max()) > last)
        if outside:
            numbers = np.where((found < first) | (found > last), BAD, numbers)
        numbers = numbers.astype(width_of(self.fact), copy=False)
        if nulls is not None:
            numbers = np.where(nulls, numbers.dtype.type(self.absent), numbers)
        return self._bad(numbers) if outside else Plain(numbers)

    def _bad(self, numbers: Array) -> Plain:
        bad = numbers == BAD
        return Plain(numbers, bad if bad.any() else None)

    def _coded(self, nulls: Array | None, places: Array, few: Iterable[int]) -> Coded:
        """Return the numbers of a few distinct values, and for each row which it has."""
        numbers = [*few]
        if nulls is not None:
            places = np.where(nulls, np.min_scalar_type(-len(numbers) - 1).type(len(numbers)), places)
            numbers.append(self.absent)
        return Coded(places, np.array(numbers, dtype=width_of(self.fact)))

    def _number(self, raw: object) -> int:
        key = type(raw), raw
        found = self._known.get(key)
        if found is None:
            found = self._read(raw)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = found
        return found

    def _read(self, raw: object) -> int:
        try:
            value = read_fact(self.fact, as_given(self.fact, raw))
        except InvalidQuantityError:
            return BAD
        if isinstance(value, Unknown):
            return UNKNOWN if value is Unknown.UNKNOWN else self.absent
        return number_of(self.fact, value)


def _apart(given: pa.Array) -> tuple[Array | None, Array]:
    """Return which rows of whole numbers are null, if any, and all of them, with any number where they are null."""
    if not given.null_count:
        return None, given.to_numpy(zero_copy_only=False)
    _, data = given.buffers()
    start = given.offset * given.type.byte_width
    return _nulls(given), np.frombuffer(data, given.type.to_pandas_dtype(), len(given), start)


def _no_apart(given: pa.Array) -> tuple[Array | None, Array]:
    """Return the same of yes or no, with one for no: cells begin with yes too."""
    return _nulls(given) if given.null_count else None, _unset(given, 1).view(np.int8)


def _nulls(given: pa.Array) -> Array:
    return _unset(given, 0).view(np.bool_)


def _unset(given: pa.Array, place: int) -> Array:
    """Return which bits of a buffer of an array are not set, one number a row: the first says which rows are known."""
    first, start = divmod(given.offset, 8)
    held = np.frombuffer(given.buffers()[place], np.uint8)[first : first + (start + len(given) + 7) // 8]
    return np.unpackbits(~held, bitorder="little")[start : start + len(given)]


def plainer(given: pa.Array) -> pa.Array:
    """Return a column in a type whose values can be told apart and read."""
    kind = given.type
    if isinstance(kind, pa.BaseExtensionType):
        return plainer(given.storage)
    if pa.types.is_run_end_encoded(kind):
        return plainer(pc.run_end_decode(given))
    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        return given.cast(pa.timestamp("us", kind.tz), safe=False)
    if pa.types.is_decimal32(kind) or pa.types.is_decimal64(kind):
        return given.cast(pa.decimal128(kind.precision, kind.scale))
    if pa.types.is_dictionary(kind) and pa.types.is_uint64(kind.index_type):
        return pa.DictionaryArray.from_arrays(given.indices.cast(pa.int64()), given.dictionary)
    return given


def held(cell: pa.Scalar) -> object:
    """Return what a cell of a column holds; in words where it is too far away for a Python value."""
    try:
        return cell.as_py()
    except (OverflowError, ValueError):
        return cell.cast(pa.string()).as_py()


def as_given(fact: Fact, raw: object) -> object:
    """Return what a column holds as a case file would give it: columns have no word for yes, and few for whole numbers.

    >>> from asylum_rules.model.person import age, is_destitute
    >>> as_given(is_destitute, "TRUE"), as_given(age, "17"), as_given(age, 17.0)
    (True, 17, 17)
    """
    if isinstance(raw, bytes):
        raw = raw.decode(errors="backslashreplace")
    match fact.kind, raw:
        case Kind.YES_NO, str() if raw.lower() in _YES_NO:
            return _YES_NO[raw.lower()]
        case Kind.COUNT, str() if _WHOLE.fullmatch(raw):
            return int(raw)
        case Kind.COUNT, float() if raw.is_integer():
            return int(raw)
        case Kind.COUNT, Decimal() if raw == raw.to_integral_value():
            return int(raw)
        case Kind.DATE, datetime() if raw == datetime(raw.year, raw.month, raw.day):  # noqa: DTZ001  # a day has no zone
            return raw.date()
    return raw
