"""Figures that turn on the case, and their arithmetic, which keeps the qualifier exactly as `units.figure` does."""

from collections.abc import Callable
from enum import StrEnum
from itertools import combinations
from typing import Final, assert_never

from attrs import frozen

from asylum_rules.smt.calendar import InexpressibleError, after, never_negative, steps_before
from asylum_rules.smt.choice import Choice, either, only
from asylum_rules.smt.logic import FALSE, Model, Number, Truth, any_of
from asylum_rules.smt.quantity import (
    Quantity,
    count,
    have_no_order,
    is_identical,
    known_in,
    larger,
    minus,
    nothing,
    on,
    plus,
    quantity,
    repeated,
)
from asylum_rules.units import figure as units


class Shape(StrEnum):
    """How firmly a figure is stated."""

    EXACTLY = "exactly"
    ABOUT = "about"
    UP_TO = "up to"
    AT_LEAST = "at least"
    BETWEEN = "between"
    UNSTATED = "unstated"


_SHAPES: Final = {
    units.Exactly: Shape.EXACTLY,
    units.About: Shape.ABOUT,
    units.UpTo: Shape.UP_TO,
    units.AtLeast: Shape.AT_LEAST,
    units.Between: Shape.BETWEEN,
    units.Unstated: Shape.UNSTATED,
}


@frozen
class Figure:
    """A figure of a known shape, with the least and the most it may be; None where it has no such bound."""

    shape: Shape
    low: Quantity | None = None
    high: Quantity | None = None


UNSTATED: Final = Figure(Shape.UNSTATED)


def figure(known: units.Figure) -> Figure:
    """Return a figure written in a rule."""
    low, high = units.bounds(known)
    return Figure(
        _SHAPES[type(known)], None if low is None else quantity(low), None if high is None else quantity(high)
    )


def exactly(value: Quantity) -> Figure:
    """Return the quantity itself as a figure."""
    return Figure(Shape.EXACTLY, value, value)


def figure_in(of: Figure, model: Model) -> units.Figure:
    """Return what a figure is in one case."""
    low, high = (None if end is None else known_in(end, model) for end in (of.low, of.high))
    match of.shape:
        case Shape.EXACTLY:
            return units.Exactly(high)  # type: ignore[arg-type]  # a figure has the bounds that its shape needs
        case Shape.ABOUT:
            return units.About(high)  # type: ignore[arg-type]  # the same
        case Shape.UP_TO:
            return units.UpTo(high)  # type: ignore[arg-type]  # the same
        case Shape.AT_LEAST:
            return units.AtLeast(low)  # type: ignore[arg-type]  # the same
        case Shape.BETWEEN:
            return units.Between(low, high)  # type: ignore[arg-type]  # the same
        case Shape.UNSTATED:
            return units.Unstated()
        case _ as never:
            assert_never(never)


def add(a: Figure, b: Figure) -> Choice[Figure]:
    """Return the sum of two spans, amounts or counts."""
    return _lift(plus, a, b)


def less(whole: Figure, part: Figure) -> Choice[Figure]:
    """Return what a figure is less another, and never below nothing; `UNSTATED` of months and days."""
    return either(no_order(whole, part), only(UNSTATED), _lift(minus, whole, part, falling=True))


def times(a: Figure, b: Figure) -> Choice[Figure]:
    """Return a span, an amount or a count, as many times as something counts exactly."""
    return _lift(repeated, a, b) if b.shape is Shape.EXACTLY else only(UNSTATED)


def largest(a: Figure, b: Figure) -> Choice[Figure]:
    """Return the larger of two spans, amounts or counts; `UNSTATED` of months and days."""
    return either(no_order(a, b), only(UNSTATED), _lift(larger, a, b))


def moved(start: Figure, span: Figure) -> Choice[Figure]:
    """Return the date that a span leads to."""
    later = _lift(lambda x, y: on(after(x.as_day, y.in_months, y.in_days)), start, span)

    def at_the_latest(date: Figure) -> Choice[Figure]:
        is_up_to = date.shape is Shape.BETWEEN and span.shape is Shape.UP_TO
        return only(Figure(Shape.UP_TO, None, date.high) if is_up_to else date)

    return later.then(at_the_latest)


def steps_within(every: Figure, period: Figure) -> Choice[Figure]:
    """Return how many steps, counted from a period's start, fall strictly before its end."""
    if every.shape is not Shape.EXACTLY or every.low is None or period.shape in (Shape.ABOUT, Shape.UNSTATED):
        return only(UNSTATED)
    step = every.low
    ends = [end for end in (period.low, period.high) if end is not None]
    low, high = (None if end is None else count(_steps(step, end)) for end in (period.low, period.high))
    return either(any_of(_is_crossed(step, end) for end in ends), only(UNSTATED), _from_bounds(low, high))


def _is_crossed(step: Quantity, end: Quantity) -> Truth:
    """Return whether a step is nothing, or of months and of days, or of other units than the end it is set against."""
    no_months, no_days = step.in_months.is_equal(0), step.in_days.is_equal(0)
    other_units = (~no_months & ~end.in_days.is_equal(0)) | (~no_days & ~end.in_months.is_equal(0))
    return (no_months & no_days) | (~no_months & ~no_days) | other_units


def _steps(step: Quantity, end: Quantity) -> Number:
    unit = (step.in_months + step.in_days).known
    if unit is None:
        raise InexpressibleError("steps of a length that a fact gives")
    return never_negative((end.in_months + end.in_days - 1) // (unit or 1))


def dates_before(every: Figure, start: Figure, end: Figure) -> Choice[Figure]:
    """Return how many steps of `every`, counted from the date `start`, fall strictly before the date `end`."""
    step, first = every.low, start.low
    inexact = {every.shape, start.shape} != {Shape.EXACTLY} or end.shape in (Shape.ABOUT, Shape.UNSTATED)
    if inexact or step is None or first is None or step == nothing(step):
        return only(UNSTATED)
    low, high = (
        None if day is None else count(steps_before(step.in_months, step.in_days, first.as_day, day.as_day))
        for day in (end.low, end.high)
    )
    return _from_bounds(count(Number(0)) if low is None else low, high)


def no_order(a: Figure, b: Figure) -> Truth:
    """Return whether any two bounds cannot be set against each other."""
    ends = [end for end in (a.low, a.high, b.low, b.high) if end is not None]
    return any_of(have_no_order(one, other) for one, other in combinations(ends, 2))


def _lift(
    operate: Callable[[Quantity, Quantity], Quantity], a: Figure, b: Figure, *, falling: bool = False
) -> Choice[Figure]:
    """Return the result of an operation that rises with both figures, or falls as the second one rises."""
    shapes = {a.shape, b.shape}
    if Shape.UNSTATED in shapes or (Shape.ABOUT in shapes and not shapes <= {Shape.ABOUT, Shape.EXACTLY}):
        return only(UNSTATED)
    other_low, other_high = (b.high, b.low) if falling else (b.low, b.high)
    low = None if a.low is None or other_low is None else operate(a.low, other_low)
    high = None if a.high is None or other_high is None else operate(a.high, other_high)
    return only(Figure(Shape.ABOUT, low, high)) if Shape.ABOUT in shapes else _from_bounds(low, high)


def _from_bounds(low: Quantity | None, high: Quantity | None) -> Choice[Figure]:
    if high is None:
        return only(UNSTATED if low is None else Figure(Shape.AT_LEAST, low))
    if low is None:
        return only(Figure(Shape.UP_TO, None, high))
    least = nothing(high)
    is_up_to = FALSE if least is None else is_identical(low, least)
    inexact = either(is_up_to, only(Figure(Shape.UP_TO, least, high)), only(Figure(Shape.BETWEEN, low, high)))
    return either(is_identical(low, high), only(exactly(high)), inexact)
