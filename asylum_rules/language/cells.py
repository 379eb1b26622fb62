"""Where conditions cut the range of a fact, and whether cells of several facts can go together.

A condition compares one fact with constants, so it has one value over each range between the constants it names.
Those ranges are the fact's cells; any value of a cell stands for all of it.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final

from attrs import evolve, field, frozen

from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Compare, Condition, OneOf, Order, Test
from asylum_rules.language.subjects import Derived, Fact, Point, Subject, Within
from asylum_rules.language.truth import Read, passes, truth
from asylum_rules.language.walk import tests
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span
from asylum_rules.units.word import Word

_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001  # moments are local times
_USUAL_DAY: Final = date(2026, 1, 1).toordinal()


@frozen
class Cell:
    """A range of one fact or point: some of its codes, or all values from `least` to `most`, both included.

    How two days stand to each other that are both not known has two cells too: within the span, and past it.
    """

    subject: Fact | Point | Within
    codes: tuple[Value, ...] = ()
    """The values themselves, for yes/no facts, codes, readings and the word `none`."""
    least: Value | None = None
    """The least value, for ordered kinds; None where the range has no lower end."""
    most: Value | None = None

    @property
    def sample(self) -> Value:
        """A value of the cell, the nearest to its lower end."""
        if self.codes:
            return self.codes[0]
        low, high = self._ends
        return _value(self.subject.kind, low if low is not None else high if high is not None else _USUAL_DAY)

    @property
    def _ends(self) -> tuple[int | None, int | None]:
        return _place(self.least), _place(self.most)


def _nothing_known(_: Subject) -> Value | None:
    return None


def _located(test: Test, subject: Fact | Point, read: Read) -> Iterator[Test]:
    """Yield a test as one of the subject alone: of two days set against each other, the known one is the constant."""
    within = test.subject
    if not isinstance(within, Within):
        yield test
    elif subject.name == within.day.name:
        start = read(within.start)
        if isinstance(start, date):
            yield Compare(within.day, Order.AT_MOST, within.span.after(start))
    else:
        day = read(within.day)
        if isinstance(day, date):
            yield Compare(subject, Order.AT_LEAST, first_start(day, within.span))


def first_start(day: date, span: Span) -> date:
    """Return the earliest day from which a span leads to a day or past it."""
    start = day - timedelta(days=31 * span.in_months + span.in_days)
    while span.after(start) < day:
        start += timedelta(days=1)
    return start


def just(subject: Fact | Point, value: Value) -> Cell:
    """Return the cell of one known value."""
    if isinstance(value, bool | str):
        return Cell(subject, codes=(value,))
    return Cell(subject, least=value, most=value)


def cut(subject: Fact | Point, conditions: Iterable[Condition], read: Read = _nothing_known) -> tuple[Cell, ...]:
    """Return the cells into which some conditions cut the range of a subject, in order.

    The tests of a derived fact cut each fact it rests on; where one sets two days against each other, the day that is
    known cuts the other.
    """
    return cells(subject, gathered(conditions).get(subject.name, ()), read)


def gathered(conditions: Iterable[Condition]) -> dict[str, tuple[Test, ...]]:
    """Return the tests of some conditions by the fact or point they cut, each once."""
    found: dict[str, dict[Test, None]] = {}
    for condition in conditions:
        for test in tests(condition):
            sources = test.subject.of if isinstance(test.subject, Derived) else (test.subject,)
            for source in sources:
                found.setdefault(source.name, {})[test] = None
    return {name: tuple(each) for name, each in found.items()}


def cells(subject: Fact | Point, tests_of: Sequence[Test], read: Read = _nothing_known) -> tuple[Cell, ...]:
    """Return the cells into which some tests of a subject cut its range, with what else is known of the case."""
    mine = [test for each in tests_of for test in _located(each, subject, read)]
    nothing = (Cell(subject, codes=(Word.NONE,)),) if subject.none else ()
    match subject.kind:
        case Kind.YES_NO:
            return (*_grouped(subject, (True, False), mine), *nothing)
        case Kind.CODE:
            return (*_grouped(subject, subject.codes, mine), *nothing)
        case _:
            return (*_ranges(subject, mine), *nothing)


def _grouped(subject: Fact | Point, values: tuple[Value, ...], mine: Sequence[Test]) -> list[Cell]:
    groups: dict[tuple[bool, ...], list[Value]] = {}
    for value in values:
        groups.setdefault(tuple(passes(test, value) for test in mine), []).append(value)
    return [Cell(subject, codes=tuple(group)) for group in groups.values()]


def _ranges(subject: Fact | Point, mine: Sequence[Test]) -> list[Cell]:
    starts: set[int] = set()
    for test in mine:
        values = test.values if isinstance(test, OneOf) else (test.value,)
        steps = {0, 1} if isinstance(test, OneOf) else {int(test.order in (Order.AT_MOST, Order.MORE))}
        places = (_place(value) for value in values)
        starts.update(place + step for place in places if place is not None for step in steps)
    first = 0 if subject.kind in (Kind.COUNT, Kind.MONEY) else None
    lows = [first, *sorted(start for start in starts if first is None or start > first)]
    highs = [*(start - 1 for start in lows[1:] if start is not None), None]
    return [
        Cell(
            subject,
            least=None if low is None else _value(subject.kind, low),
            most=None if high is None else _value(subject.kind, high),
        )
        for low, high in zip(lows, highs, strict=True)
    ]


def merged(cells_of: tuple[Cell, ...], meant: tuple[bool, ...]) -> Iterator[Cell]:
    """Yield some cells of a subject as few: codes together, and ranges that follow one another as one."""
    codes = tuple(code for cell, held in zip(cells_of, meant, strict=True) if held for code in cell.codes)
    for held, run in groupby(zip(cells_of, meant, strict=True), key=lambda each: each[1] and not each[0].codes):
        ranges = [cell for cell, _ in run]
        if held:
            yield evolve(ranges[0], most=ranges[-1].most)
    if codes:
        yield Cell(cells_of[0].subject, codes=codes)


def finder(cells_of: Sequence[Cell]) -> Callable[[Value], int]:
    """Return what finds the place of the cell in which a value of a subject lies.

    It raises `KeyError` for what is no code of the subject.
    """
    codes = {code: place for place, cell in enumerate(cells_of) for code in cell.codes}
    starts = [_place(cell.least) or 0 for cell in cells_of if not cell.codes][1:]
    if len(cells_of) == len({*codes.values()}):
        return codes.__getitem__

    def find(value: Value) -> int:
        place = _place(value)
        return codes[value] if place is None else bisect_right(starts, place)

    return find


def _place(value: Value | None) -> int | None:
    match value:
        case date():
            return value.toordinal()
        case Money():
            return value.minor
        case Moment():
            return int((value.at - _EPOCH) / timedelta(minutes=1))
        case int():
            return value
        case _:
            return None


def _value(kind: Kind, place: int) -> Value:
    match kind:
        case Kind.DATE:
            return date.fromordinal(place)
        case Kind.MONEY:
            return Money(place, Currency.GBP)
        case Kind.MOMENT:
            return Moment(_EPOCH + timedelta(minutes=place))
        case _:
            return place


@frozen
class Impossible:
    """Something no case can be, and why."""

    text: str
    when: Condition


@frozen
class SumBelow:
    """Counts that together stay below another count, and why."""

    text: str
    parts: tuple[Fact, ...]
    whole: Fact


@frozen
class World:
    """What is always so: dates that follow one another, and things that never go together."""

    orders: tuple[tuple[Fact, Fact], ...] = ()
    """Pairs of dates of which the first is never after the second, earliest pairs first."""
    impossible: tuple[Impossible, ...] = ()
    sums: tuple[SumBelow, ...] = ()
    tests: Mapping[str, tuple[Test, ...]] = field(init=False, eq=False, repr=False)
    """The tests of what is impossible, by the fact they cut."""
    tied: frozenset[str] = field(init=False, eq=False, repr=False)
    """The names of the facts that constrain others."""

    @tests.default
    def _gathered(self) -> dict[str, tuple[Test, ...]]:
        return gathered(self.conditions())

    @tied.default
    def _tied(self) -> frozenset[str]:
        groups = (*self.orders, *((*each.parts, each.whole) for each in self.sums))
        return frozenset((*self.tests, *(fact.name for group in groups for fact in group)))

    def conditions(self) -> tuple[Condition, ...]:
        """Return the conditions that never hold."""
        return tuple(each.when for each in self.impossible)


def consistent(chosen: Mapping[str, Cell], world: World) -> dict[str, Value] | None:
    """Return one value from each cell such that they can go together; None where they cannot.

    Every date is the earliest, and every count the least, that its cell and the others allow.
    """
    held = in_order(chosen, world)
    if any(_is_empty(cell) for cell in held.values()):
        return None
    values: dict[str, Value] = {name: cell.sample for name, cell in held.items()}
    for first, then in world.orders:
        early, late = values.get(first.name), values.get(then.name)
        if isinstance(early, date) and isinstance(late, date) and late < early:
            values[then.name] = early
    for each in world.sums:
        whole = held.get(each.whole.name)
        if whole is not None:
            parts = [values.get(part.name) for part in each.parts]
            least = 1 + sum(part for part in parts if isinstance(part, int))
            most = _place(whole.most)
            if most is not None and most < least:
                return None
            values[each.whole.name] = max(least, _place(values[each.whole.name]) or 0)
    if any(truth(never, lambda subject: values.get(subject.name)) for never in world.conditions()):
        return None
    return values


def in_order(chosen: Mapping[str, Cell], world: World) -> dict[str, Cell]:
    """Return cells narrowed to the dates that can follow one another."""
    held = dict(chosen)
    for _ in world.orders:
        for first, then in world.orders:
            narrowed = _narrowed(held.get(first.name), held.get(then.name))
            if narrowed is not None:
                held[first.name], held[then.name] = narrowed
    return held


def _narrowed(first: Cell | None, then: Cell | None) -> tuple[Cell, Cell] | None:
    if first is None or then is None or first.codes or then.codes:
        return None
    low, high = _place(first.least), _place(then.most)
    most, least = _place(first.most), _place(then.least)
    if high is not None and (most is None or most > high):
        first = evolve(first, most=then.most)
    if low is not None and (least is None or least < low):
        then = evolve(then, least=first.least)
    return first, then


def _is_empty(cell: Cell) -> bool:
    low, high = _place(cell.least), _place(cell.most)
    return low is not None and high is not None and low > high
