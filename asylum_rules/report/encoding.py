"""Policies as JSON that reads back to the same policy, and the hash of their content.

Every object is written with its class, so that the closed unions of the language read back without guessing.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha256
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin

from attrs import AttrsInstance, fields, resolve_types

from asylum_rules.errors import InvalidInputError, Problem
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Not, OneOf
from asylum_rules.language.subjects import Fact, FirstKnown, Point, Question, Within
from asylum_rules.language.terms import (
    AnswerOf,
    Constant,
    DatesBefore,
    Difference,
    LargestOf,
    Moved,
    StepsWithin,
    Sum,
    Times,
    TotalOf,
    ValueOf,
)
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Transition
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Unstated, UpTo
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

if TYPE_CHECKING:
    from cattrs import Converter

_NODES: Final = (
    *(AllOf, AnyOf, Compare, Not, OneOf, Fact, FirstKnown, Point, Question, Transition, Within),
    *(AnswerOf, Constant, DatesBefore, Difference, LargestOf, Moved, StepsWithin, Sum, Times, TotalOf, ValueOf),
    *(About, AtLeast, Between, Exactly, Unstated, UpTo),
)
_CLASSES: Final[Mapping[str, type]] = {cls.__name__: cls for cls in _NODES}
_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "date": date.fromisoformat,
    "Money": Money.parse,
    "Moment": Moment.parse,
    "Span": Span.parse,
    "Word": Word,
}


def policy_to_json(policy: Policy) -> str:
    """Return a policy as JSON, the same text for the same policy."""
    return json.dumps(_converter().unstructure(policy), sort_keys=True)


def policy_from_json(text: str) -> Policy:
    """Return the policy that `policy_to_json` wrote; raise `InvalidInputError` where the text is none."""
    from cattrs import transform_error  # noqa: PLC0415  # only reading and writing need it

    try:
        return _converter().structure(json.loads(text), Policy)
    except Exception as error:  # noqa: BLE001  # cattrs groups whatever went wrong
        problems = [str(error)] if isinstance(error, ValueError) else transform_error(error)
        raise InvalidInputError("policy", tuple(Problem("", each) for each in problems)) from None


def policy_hash(policy: Policy) -> str:
    """Return the hash of what a policy says: its rules, scopes and readings, whatever it is called.

    >>> from asylum_rules import policies
    >>> policy_hash(policies["uk/baseline"]) == policy_hash(policies["uk/latest"])
    False
    """
    written = _converter().unstructure((policy.rules, policy.scopes, policy.readings))
    return sha256(json.dumps(written, sort_keys=True).encode()).hexdigest()


@cache
def _converter() -> "Converter":
    from cattrs import Converter  # noqa: PLC0415  # as above
    from cattrs.gen import make_dict_structure_fn  # noqa: PLC0415  # as above

    converter = Converter(forbid_extra_keys=True)
    for cls in _NODES:
        resolve_types(cls)

    def write(value: object) -> dict[str, Any]:
        cls: type[AttrsInstance] = type(value)  # type: ignore[assignment]  # every node is made with attrs
        known = [each.name for each in fields(cls) if each.init]
        return {"is": cls.__name__, **{name: converter.unstructure(getattr(value, name)) for name in known}}

    def read(written: Any, union: Any) -> object:  # noqa: ANN401  # a union has no type of its own
        match written:
            case {"is": str(name)} if name in _CLASSES:
                return converter.structure(written, _CLASSES[name])
            case {"is": str(name), "written": str(text)} if name in _READERS:
                return _READERS[name](text)
            case list():
                return tuple(read(each, union) for each in written)
            case str():
                enums = [each for each in get_args(union) if isinstance(each, type) and issubclass(each, StrEnum)]
                return next((each(written) for each in enums if each is not Word and written in set(each)), written)
            case _:
                return written

    def reader(cls: type) -> Callable[[Mapping[str, Any], type], object]:
        inner: Callable[[Mapping[str, Any], type], object] = make_dict_structure_fn(
            cls, converter, _cattrs_forbid_extra_keys=True
        )
        return lambda written, wanted: inner({key: each for key, each in written.items() if key != "is"}, wanted)

    converter.register_unstructure_hook_func(_is_node, write)
    converter.register_structure_hook_factory(_is_node, reader)
    for written in (Money, Moment, Span, Word, date):
        converter.register_unstructure_hook(written, _written)
        converter.register_structure_hook(written, read)
    converter.register_structure_hook_func(_is_union, read)
    return converter


def _is_union(cls: object) -> bool:
    return get_origin(cls) is Union or isinstance(cls, UnionType)


def _is_node(cls: object) -> bool:
    return cls in _NODES


def _written(value: object) -> dict[str, str]:
    return {"is": type(value).__name__, "written": str(value)}
