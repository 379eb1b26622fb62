"""Some questions asked of several policies about batches of rows, over cells that all of them share."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from asylum_rules.language.cells import World
from asylum_rules.language.nodes import Compare, Condition, OneOf, Order, Test
from asylum_rules.language.subjects import Derived, Fact, Question, Within
from asylum_rules.language.walk import tests
from asylum_rules.model.anyone import anyone
from asylum_rules.model.policy import Policy
from asylum_rules.population.asker import Asker
from asylum_rules.population.column import Columns
from asylum_rules.population.refusal import Refusals
from asylum_rules.population.scale import Array, Cutter, cutter
from asylum_rules.population.steps import Numbers
from asylum_rules.population.window import Window


class Kernel:
    """Some questions, asked of several policies about batches of rows. Made once, and used for every batch."""

    def __init__(self, policies: Sequence[Policy], questions: Sequence[Question]) -> None:
        self.policies: Final = tuple(policies)
        self.questions: Final = tuple(questions)
        profile = anyone(policies[0].profile)
        self.world: Final = profile.world
        conditions = [each for policy in policies for question in questions for each in policy.conditions(question)]
        also = (*conditions, *_carried_over(conditions, self.world))
        self.askers: Final = tuple(Asker(question, policies, also) for question in questions)
        self.refused: Final = Refusals(self.world, also)
        self.cutters: Final[dict[str, Cutter]] = {}
        self.windows: Final[dict[str, Window]] = {}
        for space in (self.refused.space, *(asker.space for asker in self.askers)):
            for level, cells in space.cells.items():
                match space.variable(level):
                    case Fact() as fact if fact.name not in self.cutters:
                        self.cutters[fact.name] = cutter(fact, cells)
                    case Within() as within if within.name not in self.windows:
                        self.windows[within.name] = Window(within)

    @property
    def facts(self) -> tuple[str, ...]:
        """The names of the facts that rows are asked for."""
        read = {name for asker in self.askers for name in asker.formula_facts}
        days = {fact.name for window in self.windows.values() for fact in window.within.of}
        return tuple(sorted({*self.cutters, *read, *days, *self.world.tied}))

    def cells(self, columns: Columns) -> Callable[[str], Array]:
        """Return what gives the cells of a fact, row by row, each worked out once."""
        done: dict[str, Array] = {}

        def cells(name: str) -> Array:
            if name not in done:
                if name in self.windows:
                    done[name] = self.windows[name](columns)
                else:
                    done[name] = columns.by_fact[name].cells(self.cutters[name])
            return done[name]

        return cells

    def ask(self, cells: Callable[[str], Array], numbers: Mapping[str, Array], rows: int) -> tuple[Numbers, ...]:
        """Return for each question the number of the outcome of each row, by the asker of the question."""
        return tuple(asker.ask(cells, numbers, rows) for asker in self.askers)


def _carried_over(conditions: Sequence[Condition], world: World) -> Iterator[Condition]:
    """Yield the tests of each date as tests of the dates that it never comes after or before.

    Then it is the same for every day of a cell which cells of the other date can go with it.
    """
    for condition in conditions:
        for test in tests(condition):
            bases = test.subject.of if isinstance(test.subject, Derived) else (test.subject,)
            names = {fact.name for fact in bases}
            for pair in world.orders:
                if any(fact.name in names for fact in pair):
                    yield from (Compare(fact, order, day) for order, day in _cuts(test) for fact in pair)


def _cuts(test: Test) -> Iterator[tuple[Order, date]]:
    """Return the days at which a test cuts a date, and on which side."""
    values, orders = (
        (test.values, (Order.LESS, Order.AT_MOST)) if isinstance(test, OneOf) else ((test.value,), (test.order,))
    )
    return ((order, value) for value in values if isinstance(value, date) for order in orders)
