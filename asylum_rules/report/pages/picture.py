"""A timeline as a picture: a lane for each policy, all on one scale, with the same said in words."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from asylum_rules.model.policy import Policy
from asylum_rules.prose.value import of_day
from asylum_rules.report.pages.page import page
from asylum_rules.report.timeline import Dated, Event, Timeline, of_dated
from asylum_rules.units.figure import AtLeast, Between, UpTo, bounds

_LANE: Final = 112
_AXIS: Final = 40
_WIDTH: Final = 960
_MARGIN: Final = 3.0
"""Per cent of the width left free on each side."""
_MOST_TICKS: Final = 7
_STEPS: Final = (1, 2, 5, 10, 20, 50)
_DECIDED: Final = (Event.GRANT, Event.REFUSAL, Event.DECISION)


@frozen(kw_only=True)
class Bar:
    """A stretch of a lane."""

    kind: str
    """`waiting`, `permission`, `settled`, or `possible`: every day from which settlement may be sought."""
    start: float
    end: float
    open: bool = False
    """No last day is stated."""


@frozen(kw_only=True)
class Mark:
    """An event in a lane, in per cent of the width."""

    event: Event
    at: float
    settled: bool
    label: str = ""
    anchor: str = "middle"
    """The side of the label that stands at the mark, so that it stays inside the picture."""


@frozen(kw_only=True)
class Lane:
    """What is drawn of one policy."""

    policy: Policy
    top: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    note: str
    """What is said of settlement where it has no day."""


@frozen(kw_only=True)
class Picture:
    """A drawing of a timeline, whole."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, int], ...]
    """The first days of some years, with the year."""
    height: int
    said: str
    """The same in words."""


def drawn(line: Timeline) -> Picture | None:
    """Return the picture of a timeline; None where no decision is dated, so that there is nothing to draw."""
    every = [each for events in line.events for each in events]
    days = sorted({day for each in every for day in _days(each)})
    if len(days) < 2 or not any(each.event in _DECIDED for each in every):
        return None
    scale = _Scale(days[0], days[-1])
    return Picture(
        lanes=tuple(
            _lane(policy, events, scale, place)
            for place, (policy, events) in enumerate(zip(line.policies, line.events, strict=True))
        ),
        ticks=tuple(scale.ticks),
        height=_LANE * len(line.policies) + _AXIS,
        said=_said(line),
    )


def timeline_svg(line: Timeline) -> str:
    """Return the picture of a timeline as a file of its own; only its words where there is nothing to draw."""
    picture = drawn(line) or Picture(lanes=(), ticks=(), height=_AXIS, said=_said(line))
    return page("timeline.svg", picture=picture, line=line, width=_WIDTH)


@frozen
class _Scale:
    first: date
    last: date

    def at(self, day: date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return round(_MARGIN + share * (100 - 2 * _MARGIN), 2)

    @property
    def ticks(self) -> Iterator[tuple[float, int]]:
        years = range(self.first.year + 1, self.last.year + 1)
        step = next(each for each in _STEPS if len(years) <= each * _MOST_TICKS)
        for year in years:
            if year % step == 0:
                yield self.at(date(year, 1, 1)), year


def _days(each: Dated) -> Iterator[date]:
    ends = () if each.range is None else bounds(each.range)
    yield from (day for day in (each.on, *ends) if isinstance(day, date))


def _lane(policy: Policy, events: Sequence[Dated], scale: _Scale, place: int) -> Lane:
    return Lane(
        policy=policy,
        top=_LANE * place,
        bars=tuple(_bars(events, scale)),
        marks=tuple(_marks(events, scale)),
        note=next((_undated(each) for each in events if each.event is Event.SETTLEMENT and each.on is None), ""),
    )


def _bars(events: Sequence[Dated], scale: _Scale) -> Iterator[Bar]:
    by_event = {each.event: each for each in events}
    on = {event: scale.at(each.on) for event, each in by_event.items() if each.on is not None}
    begun = on.get(Event.CLAIM, on.get(Event.ARRIVAL))
    decided = next((on[event] for event in _DECIDED if event in on), None)
    granted, settled = on.get(Event.GRANT), on.get(Event.SETTLEMENT)
    if begun is not None and decided is not None:
        yield Bar(kind="waiting", start=begun, end=decided)
    if granted is not None and settled is not None:
        yield Bar(kind="permission", start=granted, end=settled)
    if settled is not None and Event.CITIZENSHIP in on:
        yield Bar(kind="settled", start=settled, end=on[Event.CITIZENSHIP])
    settlement = by_event.get(Event.SETTLEMENT)
    if settlement is not None and granted is not None and (settlement.range is not None or settlement.on is None):
        least, most = (None, None) if settlement.range is None else bounds(settlement.range)
        start = scale.at(least) if isinstance(least, date) else granted
        end = scale.at(most) if isinstance(most, date) else 100.0
        yield Bar(kind="possible", start=start, end=end, open=most is None)


def _marks(events: Sequence[Dated], scale: _Scale) -> Iterator[Mark]:
    for each in events:
        if each.on is not None:
            at = scale.at(each.on)
            named = each.event in (Event.SETTLEMENT, Event.CITIZENSHIP)
            yield Mark(
                event=each.event,
                at=at,
                settled=each.settled,
                label=f"{each.event} {_short(each.on)}" if named else "",
                anchor="start" if at < 30 else "end" if at > 70 else "middle",
            )


def _undated(settlement: Dated) -> str:
    match settlement.range:
        case UpTo(date() as last):
            return f"settlement {_short(last)} at the latest"
        case Between(date() as first, date() as last):
            return f"settlement {_short(first)} to {_short(last)}"
        case AtLeast(date() as first):
            return f"settlement {_short(first)} at the earliest"
        case _:
            return "settlement: no day is stated"


def _short(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _said(line: Timeline) -> str:
    """Return what the picture shows, policy by policy."""
    return " ".join(
        f"{policy.id}: {'; '.join(_event(each) for each in events) or 'nothing is dated'}."
        for policy, events in zip(line.policies, line.events, strict=True)
    )


def _event(each: Dated) -> str:
    return of_dated(each) if each.on is None else f"{of_day(each.on)}, {of_dated(each)}"
