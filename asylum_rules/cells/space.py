"""Every completion of a case: what is not known as variables, each cut into cells, and which cells go together."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from itertools import permutations, product
from typing import Final, TypeAlias, assert_never

from asylum_rules.cells.apart import never_apart
from asylum_rules.cells.diagram import Diagram, Forest, levels
from asylum_rules.language.cells import Cell, World, cells, first_start, just
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf, Test
from asylum_rules.language.subjects import Derived, Fact, FirstKnown, Point, Question, Subject, Within
from asylum_rules.language.terms import Constant, Term, ValueOf
from asylum_rules.language.truth import passes, reader
from asylum_rules.language.walk import tests
from asylum_rules.units.figure import Exactly
from asylum_rules.units.word import Word

Variable: TypeAlias = Fact | Point | Within
"""What a level of a diagram stands for: a fact or a point, or how two days stand that are both not known."""

_FIRST_LEVEL: Final = {Fact: 0, Within: 1_000, Point: 2_000}
"""Facts come first in the order they are met, points last."""


class Space:
    """The completions of some known values, cut where the tests of some policies and of the world cut them.

    `read` names the known facts that were read.
    """

    def __init__(
        self,
        known: Mapping[str, Value],
        world: World,
        tests_by_fact: Sequence[Mapping[str, tuple[Test, ...]]],
        limit: int,
    ) -> None:
        self.forest: Final = Forest(limit)
        self.cells: Final[dict[int, tuple[Cell, ...]]] = {}
        """The cells of the variable of each level."""
        self.read: Final[set[str]] = set()
        self.derived: Final[dict[str, FirstKnown]] = {}
        """The derived facts met, each the first of some facts."""
        self._known = known
        self._world = world
        self._cutting = (*tests_by_fact, world.tests)
        self._level: dict[str, int] = {}
        self._places: dict[str, Diagram[Cell]] = {}
        self._passing: dict[Test, Diagram[bool]] = {}
        self._possible: tuple[int, Diagram[bool]] = (0, self.forest.true)

    def variable(self, level: int) -> Variable:
        """Return what a level stands for."""
        return self.cells[level][0].subject

    def where(self, condition: Condition, of_test: Callable[[Test], Diagram[bool]]) -> Diagram[bool]:
        """Return where a condition holds, with its tests read in this way."""
        forest = self.forest
        match condition:
            case Compare() | OneOf():
                return of_test(condition)
            case AllOf(parts):
                held = forest.true
                for part in parts:
                    held = forest.both(held, self.where(part, of_test)) if held is not forest.false else held
                return held
            case AnyOf(parts):
                held = forest.false
                for part in parts:
                    held = forest.either(held, self.where(part, of_test)) if held is not forest.true else held
                return held
            case Not(part):
                return forest.opposite(self.where(part, of_test))
            case _ as never:
                assert_never(never)

    def passing(self, test: Test) -> Diagram[bool]:
        """Return where a fact, a derived fact or a point passes a test."""
        found = self._passing.get(test)
        if found is None:
            found = self._passing[test] = self._passed(test)
        return found

    def _passed(self, test: Test) -> Diagram[bool]:
        match test.subject:
            case Fact() | Point() as subject:
                return self.forest.apply(lambda cell: passes(test, cell.sample), self.place(subject))
            case FirstKnown(of=facts) as derived:
                self.derived[derived.name] = derived
                places = (self.place(fact) for fact in facts)
                return self.forest.apply(lambda *each: passes(test, _first(each).sample), *places)
            case Within() as within:
                return self.forest.apply(lambda held: passes(test, held), self._within(within))
            case _:
                raise TypeError(f"an answer ({test.subject.name}) is no part of a case")

    def place(self, subject: Fact | Point) -> Diagram[Cell]:
        """Return the cell in which the value of a fact or a point lies."""
        found = self._places.get(subject.name)
        if subject.name in self._known:
            self.read.add(subject.name)
        if found is None:
            found = self._places[subject.name] = self._placed(subject)
        return found

    def _placed(self, subject: Fact | Point) -> Diagram[Cell]:
        value = self._known.get(subject.name)
        if value is not None:
            return self.forest.leaf(just(subject, value))
        tests_of = [test for each in self._cutting for test in each.get(subject.name, ())]
        return self._branch(subject, cells(subject, tests_of, reader(self._known)))

    def _branch(self, variable: Variable, into: tuple[Cell, ...]) -> Diagram[Cell]:
        if len(into) == 1:
            return self.forest.leaf(into[0])
        level = self._level.get(variable.name)
        if level is None:
            kind = type(variable)
            level = _FIRST_LEVEL[kind] + sum(type(self.variable(each)) is kind for each in self.cells)
            self._level[variable.name] = level
            self.cells[level] = into
        return self.forest.branch(level, tuple(self.forest.leaf(cell) for cell in into))

    def _within(self, within: Within) -> Diagram[bool]:
        """Return where a day is within a span from another: the cells settle it, or it is a variable of its own."""
        places = (self.place(within.day), *(self.place(fact) for fact in _starts(within)))
        settled = self.forest.apply(lambda day, *each: _is_within(within, day, _first(each)), *places)
        open_ = self.forest.apply(lambda held: held is None, settled)
        if open_ is self.forest.false:
            return self.forest.apply(bool, settled)
        return self.forest.choose(open_, self._stands(within), self.forest.apply(bool, settled))

    def _apart(self, within: Within) -> Diagram[Cell]:
        """Return how two days stand that are both not known."""
        return self._branch(within, (Cell(within, codes=(True,)), Cell(within, codes=(False,))))

    def _stands(self, within: Within) -> Diagram[bool]:
        """Return where two days that are both not known are within the span."""
        return self.forest.apply(lambda cell: cell.sample is True, self._apart(within))

    def value(self, fact: Fact | Derived) -> Diagram[Term]:
        """Return the value of a date, a count or an amount where it is known, and its fact where it is not."""
        if isinstance(fact, Fact) and not fact.none and fact.name not in self._known:
            return self.forest.leaf(ValueOf(fact))
        facts = fact.of if isinstance(fact, Derived) else (fact,)
        return self.forest.apply(lambda *each: self._term(facts, each), *map(self.place, facts))

    def _term(self, facts: tuple[Fact, ...], each: tuple[Cell, ...]) -> Term:
        fact = next((fact for fact, cell in zip(facts, each, strict=True) if not _is_none(cell)), None)
        if fact is None:
            return Constant(Word.NONE)
        known = self._known.get(fact.name)
        return ValueOf(fact) if known is None else Constant(Exactly(known))  # type: ignore[arg-type]  # a figure

    def possible(self) -> Diagram[bool]:
        """Return where the world allows the cells of the variables met so far to go together."""
        size, held = self._possible
        while size != len(self.cells):
            size, held = len(self.cells), self.forest.true
            for never in self._ruled_out():
                held = self.forest.except_(held, never)
        self._possible = size, held
        return held

    def whatever_the_reading(self, function: Diagram[bool], but: Container[str]) -> Diagram[bool]:
        """Return where a function holds however the open points are read, but for some of them."""
        for level in sorted(levels(function), reverse=True):
            variable = self.variable(level)
            if isinstance(variable, Point) and variable.name not in but:
                function = self.forest.whatever(function, level)
        return function

    def _ruled_out(self) -> Iterator[Diagram[bool]]:
        forest, met = self.forest, self._level.keys()
        for each in self._world.impossible:
            if any(fact.name in met for test in tests(each.when) for fact in _bases(test.subject)):
                yield self.where(each.when, self.passing)
        for first, then in self._world.orders:
            if first.name in met or then.name in met:
                yield forest.apply(_is_before, self.place(then), self.place(first))
        for total in self._world.sums:
            counts = (total.whole, *total.parts)
            if any(fact.name in met for fact in counts):
                yield forest.apply(_is_too_small, *map(self.place, counts))
        windows = self._windows()
        for window in windows:
            yield from (self._misplaced(window, fact) for fact in self._tied(window))
        for within, past in permutations(windows, 2):
            if within.day == past.day:
                yield self._overtaken(within, past)
                for first, last in product(self._tied(past), self._tied(within)):
                    yield self._crossed(within, past, first, last)
            else:
                yield self._carried(within, past)

    def _tied(self, window: Within) -> tuple[Fact, ...]:
        """Return the facts met or known that bound a start of a window: the starts themselves, and those in order."""
        met = self._level.keys() | self._known.keys()
        starts = _starts(window)
        ordered = (fact for pair in self._world.orders if set(starts) & {*pair} for fact in pair)
        return tuple(dict.fromkeys((*starts, *(fact for fact in ordered if fact.name in met))))

    def _begins(self, window: Within) -> Diagram[Fact | None]:
        """Return which fact is the start of a window: the first that is not absent."""
        starts = _starts(window)

        def first(*each: Cell) -> Fact | None:
            return next((fact for fact, cell in zip(starts, each, strict=True) if not _is_none(cell)), None)

        return self.forest.apply(first, *map(self.place, starts))

    def _misplaced(self, window: Within, fact: Fact) -> Diagram[bool]:
        """Return where a day and a fact that bounds its start leave the day no place in a span, or past it."""

        def is_misplaced(stands: bool, start: Fact | None, day: Cell, bound: Cell) -> bool:  # noqa: FBT001  # a value
            least = bound.least if self._follows(fact, start) else None
            most = bound.most if self._follows(start, fact) else None
            settled = _is_within(window, day, Cell(fact, least=least, most=most))
            return settled is not None and settled is not stands

        begins = self._begins(window)
        return self.forest.apply(is_misplaced, self._stands(window), begins, self.place(window.day), self.place(fact))

    def _overtaken(self, within: Within, past: Within) -> Diagram[bool]:
        """Return where a day is within a span, and past another that leads no less far, whatever the days are."""

        def is_overtaken(start: Fact | None, other: Fact | None) -> bool:
            return self._follows(start, other) and never_apart(within.span, past.span)

        begin = (self._begins(within), self._begins(past))
        return self._both_stand(within, past, self.forest.apply(is_overtaken, *begin))

    def _crossed(self, within: Within, past: Within, first: Fact, last: Fact) -> Diagram[bool]:
        """Return where the last day within a span from one fact is no later than the last day not past another."""

        def is_crossed(start: Fact | None, other: Fact | None, early: Cell, late: Cell) -> bool:
            least, most = early.least, late.most
            if not (isinstance(least, date) and isinstance(most, date)):
                return False
            bound = self._follows(first, other) and self._follows(start, last)
            return bound and within.span.after(most) <= past.span.after(least)

        begin = (self._begins(within), self._begins(past))
        crossed = self.forest.apply(is_crossed, *begin, self.place(first), self.place(last))
        return self._both_stand(within, past, crossed)

    def _carried(self, within: Within, past: Within) -> Diagram[bool]:
        """Return where a day within a span moves the start on so far that another day cannot be past another span."""

        def is_carried(start: Fact | None, other: Fact | None, day: Cell, later: Cell) -> bool:
            least, most = day.least, later.most
            if not (isinstance(least, date) and isinstance(most, date) and self._follows(start, other)):
                return False
            return most <= past.span.after(first_start(least, within.span))

        begin = (self._begins(within), self._begins(past))
        carried = self.forest.apply(is_carried, *begin, self.place(within.day), self.place(past.day))
        return self._both_stand(within, past, carried)

    def _both_stand(self, within: Within, past: Within, where: Diagram[bool]) -> Diagram[bool]:
        """Return where a day is within one span, and a day past another, of some cases."""
        forest = self.forest
        return forest.except_(forest.both(where, self._stands(within)), self._stands(past))

    def _follows(self, first: Fact | None, then: Fact | None) -> bool:
        """Return whether a date is never before another; of none that is given it is not said."""
        return first is not None and then is not None and (first == then or (first, then) in self._world.orders)

    def _windows(self) -> list[Within]:
        variables = [self.variable(level) for level in self.cells]
        return [variable for variable in variables if isinstance(variable, Within)]


def _bases(subject: Subject) -> tuple[Fact | Point | Question, ...]:
    return subject.of if isinstance(subject, Derived) else (subject,)


def _starts(within: Within) -> tuple[Fact, ...]:
    return within.start.of if isinstance(within.start, FirstKnown) else (within.start,)


def _is_none(cell: Cell) -> bool:
    return cell.codes == (Word.NONE,)


def _first(each: tuple[Cell, ...]) -> Cell:
    """Return the first of some cells whose fact is not absent."""
    return next((cell for cell in each if not _is_none(cell)), each[-1])


def _is_before(cell: Cell, other: Cell) -> bool:
    """Return whether every date of a cell is before every date of another."""
    most, least = cell.most, other.least
    return isinstance(most, date) and isinstance(least, date) and most < least


def _is_too_small(whole: Cell, *parts: Cell) -> bool:
    """Return whether every count of a cell is below one more than the least counts of some others."""
    least = [part.least for part in parts]
    return isinstance(whole.most, int) and whole.most < 1 + sum(each for each in least if isinstance(each, int))


def _is_within(within: Within, day: Cell, start: Cell) -> bool | None:
    """Return whether every day of a cell is within a span from every day of another; None where that varies."""
    if _is_none(day) or _is_none(start):
        return False
    if isinstance(day.most, date) and isinstance(start.least, date) and day.most <= within.span.after(start.least):
        return True
    if isinstance(day.least, date) and isinstance(start.most, date) and day.least > within.span.after(start.most):
        return False
    return None
