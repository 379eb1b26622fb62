"""Whether some case satisfies a condition, and which."""

from collections.abc import Iterable, Mapping

from asylum_rules.language.cells import Cell, World, consistent, cut
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Derived, Fact, Point, Question, Subject
from asylum_rules.language.truth import derive, truth


class Reader:
    """Reads subjects from known values and remembers the first unknown fact or point it met."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values
        self.missing: Fact | Point | None = None

    def __call__(self, subject: Subject) -> Value | None:
        """Return the value of a subject, or None and remember what is missing."""
        if isinstance(subject, Derived):
            return derive(subject, self)
        if isinstance(subject, Question):
            raise TypeError(f"an answer ({subject.name}) is no part of a condition to solve; expand it first")
        value = self._values.get(subject.name)
        if value is None and self.missing is None:
            self.missing = subject
        return value


def witness(condition: Condition, world: World, also: Iterable[Condition] = ()) -> dict[str, Value] | None:
    """Return values of facts and points under which a condition holds; None where nothing does.

    The cells that `also` cuts are kept apart too.
    """
    cutting = (condition, *world.conditions(), *also)

    def search(cells: dict[str, Cell]) -> dict[str, Value] | None:
        values = consistent(cells, world)
        if values is None:
            return None
        reader = Reader(values)
        held = truth(condition, reader)
        if held is not None or reader.missing is None:
            return values if held else None
        missing = reader.missing
        found = (search({**cells, missing.name: cell}) for cell in cut(missing, cutting, reader))
        return next((values for values in found if values is not None), None)

    return search({})
