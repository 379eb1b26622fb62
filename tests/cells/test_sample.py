"""One completion for a way: it lies in every cell of the way, and the world allows it."""

from datetime import date, timedelta
from typing import TypeAlias

import pytest
from hypothesis import assume, example, given, strategies as st

from asylum_rules.cells.sample import sample
from asylum_rules.language.build import holds
from asylum_rules.language.cells import Cell, Impossible, World, just
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact, FirstKnown, Point, Within
from asylum_rules.language.truth import derive, reader
from asylum_rules.units.span import Span, months
from asylum_rules.units.word import Word

DAY = Fact(name="day", kind=Kind.DATE, text="The day.")
START = Fact(name="start", kind=Kind.DATE, text="The start.", none=True)
AGAIN = Fact(name="again", kind=Kind.DATE, text="A later start.", none=True)
DECIDED = Fact(name="decided", kind=Kind.DATE, text="Decided.", none=True)
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
POOR = Fact(name="poor", kind=Kind.YES_NO, text="Poor.")
LATEST = FirstKnown(name="latest", text="The latest start.", of=(AGAIN, START))
CLOCK = Point(name="clock", text="From when?", codes=("grant", "arrival", "claim"), headline="arrival")
ANYTHING = World()
SIX_MONTHS = months(6)
FACTS = (DAY, START, AGAIN, DECIDED, AGE, POOR)

DATES = st.dates(date(2020, 1, 1), date(2032, 12, 31))
SPANS = st.builds(Span, months=st.integers(0, 30), days=st.integers(0, 40))
Ends: TypeAlias = tuple[date | None, date | None]
ENDS: st.SearchStrategy[Ends] = (
    st.tuples(DATES, DATES).map(lambda days: (min(days), max(days)))
    | st.tuples(st.none(), DATES)
    | st.tuples(DATES, st.none())
    | st.just((None, None))
)
SIDES = (True, False)


def window(start: Fact | FirstKnown = START, span: Span = SIX_MONTHS) -> Within:
    return Within(name="within", text="a span is not over", day=DAY, start=start, span=span)


def held(within: Within, *, yes: bool) -> Cell:
    return Cell(within, codes=(yes,))


def lies_in(cell: Cell, value: Value) -> bool:
    if cell.codes:
        return value in cell.codes
    assert isinstance(value, date)
    least, most = cell.least, cell.most
    return (not isinstance(least, date) or least <= value) and (not isinstance(most, date) or value <= most)


def can_be(within: Within, start: Cell, day: Cell, *, yes: bool) -> bool:
    """Return whether some days of two cells stand so: the nearest, or the furthest apart, do."""
    first, then = (start.most, day.least) if yes else (start.least, day.most)
    if not isinstance(first, date) or not isinstance(then, date):
        return True
    return (then <= within.span.after(first)) is yes


@pytest.mark.parametrize("yes", SIDES)
@given(starts=ENDS, days=ENDS, span=SPANS)
@example(starts=(None, date(2026, 6, 1)), days=(None, date(2025, 1, 1)), span=months(6))
@example(starts=(date(2027, 1, 1), None), days=(None, None), span=months(6))
@example(starts=(None, date(2025, 1, 1)), days=(None, None), span=months(6))
@example(starts=(date(2025, 1, 1), None), days=(date(2027, 1, 1), None), span=months(6))
@example(starts=(None, date(2021, 1, 1)), days=(None, date(2026, 1, 1)), span=months(6))
@example(starts=(date(2027, 1, 1), None), days=(date(2021, 1, 1), None), span=months(6))
@example(starts=(None, date(2020, 1, 1)), days=(date(2030, 1, 1), None), span=months(6))
def test_two_days_lie_in_their_cells_and_stand_as_the_way_says(
    starts: Ends,
    days: Ends,
    span: Span,
    yes: bool,  # noqa: FBT001  # a case
) -> None:
    within = window(START, span)
    start, day = Cell(START, least=starts[0], most=starts[1]), Cell(DAY, least=days[0], most=days[1])
    assume(can_be(within, start, day, yes=yes))

    facts, _ = sample((start, day, held(within, yes=yes)), {}, FACTS, ANYTHING)

    assert lies_in(start, facts["start"])
    assert lies_in(day, facts["day"])
    assert derive(within, reader(facts)) is yes


@pytest.mark.parametrize("yes", SIDES)
@given(known=DATES, ends=ENDS, span=SPANS)
def test_a_known_day_is_kept_and_the_other_stands_to_it_as_the_way_says(
    known: date,
    ends: Ends,
    span: Span,
    yes: bool,  # noqa: FBT001  # a case
) -> None:
    within = window(START, span)
    for fact, other in ((DAY, START), (START, DAY)):
        cell = Cell(other, least=ends[0], most=ends[1])
        start, day = (just(START, known), cell) if fact is START else (cell, just(DAY, known))
        if can_be(within, start, day, yes=yes):
            facts, _ = sample((cell, held(within, yes=yes)), {fact.name: known}, FACTS, ANYTHING)

            assert facts.keys() == {other.name}
            assert lies_in(cell, facts[other.name])
            assert derive(within, reader({**facts, fact.name: known})) is yes


@pytest.mark.parametrize("yes", SIDES)
def test_where_nothing_bounds_two_days_one_is_usual(yes: bool) -> None:  # noqa: FBT001  # a case
    facts, _ = sample((held(window(), yes=yes),), {}, FACTS, ANYTHING)

    assert facts == {"start": date(2026, 1, 1), "day": date(2026, 1, 1) if yes else date(2026, 7, 2)}


@pytest.mark.parametrize("yes", SIDES)
def test_a_window_starts_at_the_first_start_that_is_given(yes: bool) -> None:  # noqa: FBT001  # a case
    within = window(LATEST)
    again = Cell(AGAIN, least=date(2026, 3, 1))

    facts, _ = sample((again, held(within, yes=yes)), {}, FACTS, ANYTHING)

    assert facts.keys() == {"again", "day"}
    assert lies_in(again, facts["again"])
    assert derive(within, reader(facts)) is yes


@pytest.mark.parametrize("path", [(), (Cell(AGAIN, codes=(Word.NONE,)),)])
def test_a_start_that_is_not_given_is_passed_over(path: tuple[Cell, ...]) -> None:
    facts, _ = sample((*path, held(window(LATEST), yes=True)), {}, FACTS, ANYTHING)

    assert facts == {"again": Word.NONE, "start": date(2026, 1, 1), "day": date(2026, 1, 1)}


@pytest.mark.parametrize("yes", SIDES)
def test_the_days_of_a_window_keep_the_order_of_the_world(yes: bool) -> None:  # noqa: FBT001  # a case
    world = World(orders=((START, DECIDED),))
    known: dict[str, Value] = {"decided": date(2024, 5, 5)}

    facts, _ = sample((held(window(), yes=yes),), known, FACTS, world)

    assert isinstance(facts["start"], date)
    assert facts["start"] <= date(2024, 5, 5)
    assert derive(window(), reader(facts)) is yes


def test_a_way_that_names_nothing_needs_nothing() -> None:
    assert sample((), {"age": 5}, FACTS, ANYTHING) == ({}, {})


def test_what_is_tied_to_a_known_fact_goes_with_it() -> None:
    world = World(
        orders=((START, DECIDED),),
        impossible=(Impossible("never", holds(POOR)),),
    )

    facts, _ = sample((Cell(DECIDED),), {"start": date(2028, 5, 5), "age": 5}, FACTS, world)

    assert facts == {"decided": date(2028, 5, 5)}


@pytest.mark.parametrize(
    ("codes", "reading"), [(("grant", "arrival"), "arrival"), (("grant", "claim"), "grant"), (("claim",), "claim")]
)
def test_a_point_is_read_by_its_headline_where_that_is_left_open(codes: tuple[str, ...], reading: str) -> None:
    assert sample((Cell(CLOCK, codes=codes),), {}, FACTS, ANYTHING) == ({}, {"clock": reading})


def test_a_way_is_only_taken_where_the_world_allows_it() -> None:
    world = World(impossible=(Impossible("never", holds(POOR)),))

    with pytest.raises(AssertionError, match="has a completion"):
        sample((Cell(POOR, codes=(True,)),), {}, FACTS, world)


def test_the_last_day_of_a_window_is_inside_and_the_next_outside() -> None:
    start, day = just(START, date(2025, 8, 31)), Cell(DAY)

    facts, _ = sample((start, day, held(window(), yes=False)), {}, FACTS, ANYTHING)

    assert facts["day"] == date(2026, 2, 28) + timedelta(days=1)
