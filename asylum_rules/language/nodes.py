"""Conditions as data: a closed union of frozen nodes. Their meaning is in `truth`, their rules of form in `check`."""

from enum import StrEnum
from typing import NoReturn, TypeAlias

from attrs import frozen

from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Subject


class Order(StrEnum):
    """How a fact stands to a constant."""

    LESS = "<"
    AT_MOST = "<="
    AT_LEAST = ">="
    MORE = ">"


class _Condition:
    """Refuses to be used as a Python truth value: `a and b` on two conditions would silently be `b`."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise TypeError("a condition is data, not a truth value; join conditions with all_of, any_of and not_")


@frozen
class Compare(_Condition):
    """A fact stands so to a constant. Of a fact that is `none` it is false."""

    subject: Subject
    order: Order
    value: Value


@frozen
class OneOf(_Condition):
    """A fact is one of some constants, of which `none` may be one."""

    subject: Subject
    values: tuple[Value, ...]


@frozen
class AllOf(_Condition):
    """Every part holds; of no parts it is true."""

    parts: tuple["Condition", ...]


@frozen
class AnyOf(_Condition):
    """At least one part holds; of no parts it is false."""

    parts: tuple["Condition", ...]


@frozen
class Not(_Condition):
    """The part does not hold."""

    part: "Condition"


Test: TypeAlias = Compare | OneOf
Condition: TypeAlias = Compare | OneOf | AllOf | AnyOf | Not
"""A closed union: every reading of the language is one `match` over it."""
