"""A condition as a reform file writes it: a table of facts, all of which hold."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from asylum_rules.errors import UnknownNameError, quoted
from asylum_rules.language.check import IllFormedError, check_condition
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Order
from asylum_rules.language.subjects import Subject
from asylum_rules.model.raw import value_of
from asylum_rules.rulebooks.reformtable import Table

DEEPEST: Final = 8
_DAYS: Final = {
    "before": Order.LESS,
    "on_or_before": Order.AT_MOST,
    "on_or_after": Order.AT_LEAST,
    "after": Order.MORE,
}
_AMOUNTS: Final = {
    "less_than": Order.LESS,
    "at_most": Order.AT_MOST,
    "at_least": Order.AT_LEAST,
    "more_than": Order.MORE,
}
_NOTHING: Final = AnyOf(())


def condition_of(table: Table, subjects: Mapping[str, Subject]) -> Condition:
    """Return the condition that a table states, which of an empty one always holds; what is wrong is noted."""
    if len(table.path) > DEEPEST:
        table.note(f"conditions nest at most {DEEPEST} deep")
        return _NOTHING
    return _joined(tuple(_part(table, key, subjects) for key in table.items))


def _joined(parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _part(table: Table, key: str, subjects: Mapping[str, Subject]) -> Condition:
    match key:
        case "all_of":
            return AllOf(tuple(_inner(each, subjects) for each in table.tables(key)))
        case "any_of":
            return AnyOf(tuple(_inner(each, subjects) for each in table.tables(key)))
        case "not":
            inner = table.table(key)
            return _NOTHING if inner is None else Not(_inner(inner, subjects))
        case _ if key in subjects:
            return _tests(table, key, subjects[key])
        case _:
            table.note(_unknown(key, tuple(subjects)))
            return _NOTHING


def _inner(table: Table, subjects: Mapping[str, Subject]) -> Condition:
    if not table.items:
        table.note("is empty, expected at least one fact")
    return condition_of(table, subjects)


def _unknown(key: str, known: tuple[str, ...]) -> str:
    """Return what to say of a name that nothing has; of the part of a name before its dot, how to write the whole."""
    dotted = next((name for name in known if name.startswith(f"{key}.")), None)
    if dotted is None:
        return str(UnknownNameError("fact", key, known))
    return f'unknown fact {quoted(key)}; a name with a dot is written in quotation marks, as `"{dotted}" = ...`'


def _tests(table: Table, key: str, subject: Subject) -> Condition:
    raw = table.items[key]
    if isinstance(raw, dict):
        return _comparisons(table.at(key, raw), subject)
    values = table.each(key, partial(value_of, subject))
    return _checked(OneOf(subject, values), table, key) if values else _NOTHING


def _comparisons(table: Table, subject: Subject) -> Condition:
    words = _DAYS if subject.kind in (Kind.DATE, Kind.MOMENT) else _AMOUNTS
    table.only(words, needed={})
    if not table.items:
        table.note(f"is empty, expected a comparison as `{{ {next(iter(words))} = ... }}`")
    read = {word: table.read(word, partial(value_of, subject), empty=None) for word in table.items if word in words}
    return _joined(
        tuple(
            _checked(Compare(subject, words[word], value), table, word)
            for word, value in read.items()
            if value is not None
        )
    )


def _checked(test: Condition, table: Table, key: str) -> Condition:
    try:
        check_condition(test, ".".join((*table.path, key)))
    except IllFormedError as error:
        table.notes.add(table.operation, "", str(error))
    return test
