"""One completion for a way through a diagram: usual values, the same for the same way."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from asylum_rules.cells.apart import Apart, earliest
from asylum_rules.language.cells import Cell, World, consistent, first_start, in_order, just
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact, FirstKnown, Point, Within
from asylum_rules.units.word import Word

_USUAL: Final = date(2026, 1, 1)


def sample(
    path: Iterable[Cell], known: Mapping[str, Value], facts: Iterable[Fact], world: World
) -> tuple[dict[str, Value], dict[str, str]]:
    """Return facts and readings that complete what is known so that a way is taken.

    A point is read by its headline where the way leaves that open.
    """
    path = tuple(path)
    given = {fact.name: just(fact, known[fact.name]) for fact in facts if fact.name in known}
    chosen = {cell.subject.name: cell for cell in path if isinstance(cell.subject, Fact)}
    windows = {cell.subject: cell.sample is True for cell in path if isinstance(cell.subject, Within)}
    if len(windows) > 1:
        chosen |= _all_apart(windows, chosen, given, world)
    for window, within in windows.items():
        apart = _stood_apart(window, {**given, **chosen}, world, within=within)
        chosen |= {name: each for name, each in apart.items() if name not in known}
    tied = {name: cell for name, cell in given.items() if name in world.tied}
    values = consistent({**tied, **chosen}, world)
    if values is None:
        raise AssertionError("a way that the world allows has a completion")
    readings = {cell.subject.name: _reading(cell.subject, cell) for cell in path if isinstance(cell.subject, Point)}
    return {name: values[name] for name in chosen}, readings


def _reading(point: Point, cell: Cell) -> str:
    return str(point.headline if point.headline in cell.codes else cell.codes[0])


def _stood_apart(window: Within, cells: Mapping[str, Cell], world: World, *, within: bool) -> dict[str, Cell]:
    """Return two days that are a span apart or nearer, or further apart, each in its cell."""
    start_fact, chosen = _start(window, cells)
    free = {start_fact.name: Cell(start_fact), window.day.name: Cell(window.day)}
    ordered = in_order({**free, **cells}, world)
    start, day = ordered[start_fact.name], ordered[window.day.name]
    if within:
        first = _in(start, start.most, day.least, _USUAL)
        then = _in(day, day.least, first)
    else:
        last = first_start(day.most, window.span) - timedelta(days=1) if isinstance(day.most, date) else None
        first = _in(start, start.least, last, _USUAL)
        then = _in(day, day.most, window.span.after(first) + timedelta(days=1))
    return {**chosen, start_fact.name: just(start_fact, first), window.day.name: just(window.day, then)}


def _all_apart(
    windows: Mapping[Within, bool], chosen: Mapping[str, Cell], given: Mapping[str, Cell], world: World
) -> dict[str, Cell]:
    """Return the earliest days that lie in their cells and in their order, and within and past several spans."""
    cells = {**given, **chosen}
    starts: dict[Within, Fact] = {}
    for window in windows:
        starts[window], absent = _start(window, cells)
        free = {starts[window].name: Cell(starts[window]), window.day.name: Cell(window.day)}
        cells = {**free, **cells, **absent}
    days = {name: cell for name, cell in cells.items() if cell.subject.kind is Kind.DATE and not cell.codes}
    apart = [Apart(starts[each], each.day, each.span, within) for each, within in windows.items()]
    least = earliest(days, world.orders, apart)
    if least is None:
        raise AssertionError("a way that the world allows has a completion")
    placed = {fact.name: just(fact, least[fact.name]) for fact in (*starts.values(), *(each.day for each in windows))}
    absent_too = {name: cell for name, cell in cells.items() if name not in chosen and cell.codes}
    return {name: each for name, each in {**absent_too, **placed}.items() if name not in given}


def _in(cell: Cell, *days: Value | None) -> date:
    """Return the first of some days that is given, or the day of the cell that is nearest to it."""
    wanted = next(day for day in days if isinstance(day, date))
    least, most = cell.least, cell.most
    if isinstance(least, date) and wanted < least:
        return least
    return most if isinstance(most, date) and most < wanted else wanted


def _start(window: Within, cells: Mapping[str, Cell]) -> tuple[Fact, dict[str, Cell]]:
    """Return the fact that gives the first day, and the facts before it as absent."""
    of = window.start.of if isinstance(window.start, FirstKnown) else (window.start,)
    absent: dict[str, Cell] = {}
    for fact in of[:-1]:
        cell = cells.get(fact.name)
        if cell is not None and not cell.codes:
            return fact, absent
        absent[fact.name] = just(fact, Word.NONE)
    return of[-1], absent
