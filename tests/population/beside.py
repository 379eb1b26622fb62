"""A population's answers set beside what `diff` says of each case: what the tests of both engines hold to."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

import pyarrow as pa

from asylum_rules import CaseProfile, Policy, Status, diff
from asylum_rules.language.kinds import plain_value
from asylum_rules.language.walk import reads
from asylum_rules.model.answer import Answer, Formula
from asylum_rules.model.plain import plain
from asylum_rules.model.profile import CaseBase
from asylum_rules.population.answers import written
from tests.rows.profiles import drawer


def partial_cases(policies: Sequence[Policy], count: int, seed: int) -> list[CaseProfile]:
    """Return cases on and beside the thresholds of some policies, of which less and less is stated."""
    random = Random(seed)  # noqa: S311  # repeatable on purpose
    cases = []
    for row in drawer(tuple(policies)).rows(count, seed):
        share = random.choice((0.0, 0.05, 0.2, 0.5))
        cases.append(CaseProfile().stating({name: value for name, value in row.items() if random.random() >= share}))
    return cases


def table_of(cases: Sequence[CaseBase]) -> pa.Table:
    """Return cases as a table of text, as a CSV file would give it."""
    rows = [{name: _text(value) for name, value in case.written().items()} for case in cases]
    names = [fact.name for fact in cases[0].facts]
    return pa.table({name: pa.array([row.get(name) for row in rows], pa.string()) for name in names})


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def faults(row: Mapping[str, Any], case: CaseBase, policies: Sequence[Policy], **asked: Any) -> Iterator[str]:
    """Yield where a row of answers differs from what `diff` says of its case."""
    comparison = diff(*policies, case, **asked)
    for name, compared in comparison.items():
        formulas = set[str]()
        for id_, answer in compared.answers.items():
            formulas |= _read(answer)
            yield from _apart(row, f"{name}|{id_}", answer)
            if id_ in compared.changed:
                changed = compared.changed[id_]
                told = "depends" if changed is None else str(changed).lower()
                yield from _unlike(row, f"{name}|{id_}|changed", told)
                yield from _unlike(row, f"{name}|{id_}|direction", str(compared.direction[id_]))
                headline = row.get(f"{name}|{id_}|headline_direction", row[f"{name}|{id_}|direction"])
                if headline != str(compared.headline_direction[id_]):
                    yield f"{name}|{id_} goes {headline} by the headlines, not {compared.headline_direction[id_]}"
        facts = {fact for answer in compared.answers.values() for fact in answer.facts}
        points = {point for answer in compared.answers.values() for point in answer.points}
        told_facts = set(row[f"{name}|depends_on|facts"].split())
        if not facts - formulas <= told_facts <= facts:
            yield f"{name} depends on facts {told_facts}, not {facts}"
        if row.get(f"{name}|depends_on|points", "") != " ".join(sorted(points)):
            yield f"{name} depends on points {row.get(f'{name}|depends_on|points')}, not {sorted(points)}"


def _apart(row: Mapping[str, Any], name: str, answer: Answer) -> Iterator[str]:
    expected = None if answer.status is Status.DEPENDS else written((answer.status, answer.value))
    if expected is None:
        yield from _unlike(row, name, "depends")
    elif row.get(f"{name}|value") is not None:
        if str(plain(answer.value) if answer.value is not None else None) != _plain(row[f"{name}|value"]):
            yield f"{name} is {row[f'{name}|value']}, not {answer.value}"
    elif not isinstance(answer.value, Formula):
        yield from _unlike(row, name, expected)
    headline = row.get(f"{name}|headline", row[name])
    if answer.status is Status.DEPENDS and (len(answer.headline) > 1) is not (headline == "depends"):
        yield f"{name} is {headline!r} by the headlines, where {answer.headline} are possible"


def _plain(value: Any) -> str:
    return f"{value} GBP" if type(value).__name__ == "Decimal" else str(plain_value(value))


def _unlike(row: Mapping[str, Any], name: str, expected: str) -> Iterator[str]:
    if row[name] != expected:
        yield f"{name} is {row[name]!r}, not {expected!r}"


def _read(answer: Answer) -> set[str]:
    values = [answer.value, *(each.value for each in answer.possible)]
    return {each.name for value in values if isinstance(value, Formula) for each in reads(value.term)}
