"""What the diagrams over the completions of a case hold for one whole case."""

from typing import Any

from asylum_rules.cells.diagram import Diagram, Leaf
from asylum_rules.cells.space import Space, Variable
from asylum_rules.decide.completions import Completions
from asylum_rules.language.cells import Cell
from asylum_rules.language.subjects import FirstKnown, Within
from asylum_rules.model.answer import Formula, Path, Said
from asylum_rules.model.policy import Policy
from asylum_rules.units.money import Money
from tests.agreement import arithmetic as sums, plain
from tests.agreement.plain import Values


def said(completions: Completions, policy: Policy, values: Values) -> Said | object:
    """What the diagram of a policy's answers holds for a case, with what varies worked out."""
    found = held(completions.of(policy).diagram, completions.space, values)
    return settled(policy, found, values) if isinstance(found, tuple) else found


def settled(policy: Policy, answer: Said, values: Values) -> Said:
    """An answer with its formula worked out; it may come to nothing that is stated."""
    value = answer[1]
    return plain.stated(plain.worked_out(policy, value.term, values)) if isinstance(value, Formula) else answer


def held(diagram: Diagram[Any], space: Space, values: Values) -> Any:
    """The value of a diagram at a case's cells."""
    while not isinstance(diagram, Leaf):
        cells = space.cells[diagram.level]
        (place,) = (place for place, cell in enumerate(cells) if meets(cell, values))
        diagram = diagram.arms[place]
    return diagram.value


def on(path: Path, values: Values) -> bool:
    """Whether a case meets all the cells of a path."""
    return all(meets(cell, values) for cell in path)


def meets(cell: Cell, values: Values) -> bool:
    """Whether the value of a case lies in a cell."""
    value = valued(cell.subject, values)
    if cell.codes:
        return value in cell.codes
    if value == "none":
        return False
    low, high = place(cell.least), place(cell.most)
    return (low is None or low <= place(value)) and (high is None or place(value) <= high)


def place(value: Any) -> Any:
    return value.minor if isinstance(value, Money) else value


def valued(variable: Variable | FirstKnown, values: Values) -> Any:
    match variable:
        case Within(day=day, start=start, span=span):
            begun = valued(start, values)
            return "none" not in (values[day.name], begun) and values[day.name] <= sums.later(begun, span)
        case FirstKnown(of=facts):
            return next((values[each.name] for each in facts if values[each.name] != "none"), "none")
        case _:
            return values[variable.name]
