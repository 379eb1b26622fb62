"""A column of an Arrow batch as numbers of a fact, and which of its rows hold something else."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from attrs import frozen

from asylum_rules.errors import InvalidQuantityError
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact
from asylum_rules.model.profile import Unknown, read_fact
from asylum_rules.model.raw import FIRST_DAY, LAST_DAY
from asylum_rules.population.scale import MOST, UNKNOWN, Array, number_of, width_of

_LEFT_OUT: Final = -3
"""The number of a value that nothing is said of; it may be presumed."""
_BAD: Final = -4
"""The number of what is no value of the fact."""
_EPOCH_TO_FIRST: Final = (FIRST_DAY - FIRST_DAY.fromordinal(719163)).days
"""Days from the first of January 1970 to the first day that a case may state."""

_YES_NO: Final = {"true": True, "false": False}
_WHOLE: Final = re.compile(r"\d{1,9}", re.ASCII)


@frozen(eq=False)
class Column:
    """The numbers of a fact, row by row; where `bad`, the row holds what is no value of it."""

    numbers: Array
    bad: Array | None


def read_column(fact: Fact, given: pa.Array, *, presume: bool) -> Column:
    """Return a column as numbers. A null is presumed where the fact declares it, and else not known."""
    numbers = _numbers(fact, given)
    presumed = UNKNOWN if fact.presumed is None or not presume else number_of(fact, fact.presumed)
    numbers[numbers == _LEFT_OUT] = presumed
    bad = numbers == _BAD
    return Column(numbers, bad if bad.any() else None)


def _numbers(fact: Fact, given: pa.Array) -> Array:
    kind = given.type
    if pa.types.is_dictionary(kind):
        return _by_distinct(fact, given)
    if pa.types.is_null(kind):
        return np.full(len(given), _LEFT_OUT, dtype=width_of(fact))
    if fact.kind is Kind.YES_NO and pa.types.is_boolean(kind):
        return _filled(given, pa.int8(), fact, lambda _: None)
    if fact.kind is Kind.DATE and pa.types.is_date32(kind):
        last = (LAST_DAY - FIRST_DAY).days
        return _filled(given, pa.int32(), fact, lambda found: (found < 0) | (found > last), -_EPOCH_TO_FIRST)
    if fact.kind is Kind.COUNT and pa.types.is_integer(kind) and not pa.types.is_uint64(kind):
        return _filled(given, pa.int64(), fact, lambda found: (found < 0) | (found > MOST))
    if pa.types.is_timestamp(kind):
        return _by_distinct(fact, given.cast(pa.timestamp("us", kind.tz), safe=False).dictionary_encode())
    if pa.types.is_nested(kind):
        found = np.full(len(given), _BAD, dtype=width_of(fact))
        found[given.is_null().to_numpy(zero_copy_only=False)] = _LEFT_OUT
        return found
    return _by_distinct(fact, given.dictionary_encode())


def _filled(
    given: pa.Array, as_type: pa.DataType, fact: Fact, is_bad: Callable[[Array], Array | None], by: int = 0
) -> Array:
    plain = given.cast(as_type)
    found: Array = pc.fill_null(plain, 0).to_numpy(zero_copy_only=False) + np.array(
        by, dtype=plain.type.to_pandas_dtype()
    )
    bad = is_bad(found)
    numbers: Array = found.astype(width_of(fact))
    if bad is not None:
        numbers[bad] = _BAD
    if given.null_count:
        numbers[given.is_null().to_numpy(zero_copy_only=False)] = _LEFT_OUT
    return numbers


def _by_distinct(fact: Fact, given: pa.Array) -> Array:
    """Return the numbers of a column by reading each distinct value once."""
    read = np.array([*(_number(fact, each) for each in given.dictionary.to_pylist()), _LEFT_OUT], dtype=np.int64)
    places = pc.fill_null(given.indices.cast(pa.int64()), len(read) - 1).to_numpy(zero_copy_only=False)
    numbers: Array = read.take(places).astype(width_of(fact))
    return numbers


def _number(fact: Fact, raw: object) -> int:
    try:
        value = read_fact(fact, as_given(fact, raw))
    except InvalidQuantityError:
        return _BAD
    if isinstance(value, Unknown):
        return UNKNOWN if value is Unknown.UNKNOWN else _LEFT_OUT
    return number_of(fact, value)


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
        case Kind.DATE, datetime() if raw == datetime(raw.year, raw.month, raw.day):  # noqa: DTZ001  # a day has no zone
            return raw.date()
    return raw
