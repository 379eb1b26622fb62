"""Where conditions cut the range of a fact, and which cells go together."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from asylum_rules.language.build import (
    all_of,
    any_of,
    at_least,
    before,
    holds,
    is_given,
    is_none,
    is_one_of,
    more_than,
    not_,
    on_or_after,
    on_or_before,
    read_as,
)
from asylum_rules.language.cells import Cell, Impossible, SumBelow, World, consistent, cut, just
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Compare, Condition, Order
from asylum_rules.language.subjects import Fact, FirstKnown, Point
from asylum_rules.language.truth import truth
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import pounds
from asylum_rules.units.word import Word

DAY = date(2026, 3, 2)
EVE = date(2026, 3, 1)
WORKS = Fact(name="works", kind=Kind.YES_NO, text="Works.")
ANSWERED = Fact(name="answered", kind=Kind.YES_NO, text="Answered.", none=True)
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
ASSETS = Fact(name="assets", kind=Kind.MONEY, text="Assets.")
APPLIED = Fact(name="applied", kind=Kind.MOMENT, text="Applied.")
ROUTE = Fact(name="route", kind=Kind.CODE, text="Route.", codes=("here", "abroad", "family"))
ENGLISH = Fact(name="english", kind=Kind.CODE, text="English.", codes=("none", "a1", "b2", "c1"), ordered=True)
CLAIMED = Fact(name="claimed", kind=Kind.DATE, text="Claimed.", none=True)
DECIDED = Fact(name="decided", kind=Kind.DATE, text="Decided.")
SETTLED = Fact(name="settled", kind=Kind.DATE, text="Settled.")
LODGED = FirstKnown(name="lodged", text="Lodged.", of=(CLAIMED, DECIDED))
CLOCK = Point(name="clock", text="From when?", codes=("grant", "arrival"))
DATED = World(orders=((CLAIMED, DECIDED), (DECIDED, SETTLED), (CLAIMED, SETTLED)))


def test_what_nothing_tests_is_one_cell() -> None:
    other = holds(WORKS)

    assert cut(ROUTE, [other]) == (Cell(ROUTE, codes=("here", "abroad", "family")),)
    assert cut(DECIDED, [other]) == (Cell(DECIDED),)
    assert cut(AGE, [other]) == (Cell(AGE, least=0),)
    assert cut(ASSETS, [other]) == (Cell(ASSETS, least=pounds("0")),)


def test_yes_and_no_are_cells_where_tested() -> None:
    assert cut(WORKS, [holds(WORKS)]) == (Cell(WORKS, codes=(True,)), Cell(WORKS, codes=(False,)))
    assert cut(WORKS, []) == (Cell(WORKS, codes=(True, False)),)


def test_absence_is_a_cell_of_its_own() -> None:
    assert cut(ANSWERED, []) == (Cell(ANSWERED, codes=(True, False)), Cell(ANSWERED, codes=(Word.NONE,)))
    assert cut(CLAIMED, [is_none(CLAIMED)]) == (Cell(CLAIMED), Cell(CLAIMED, codes=(Word.NONE,)))


def test_codes_that_no_test_tells_apart_are_one_cell() -> None:
    assert cut(ROUTE, [is_one_of(ROUTE, "abroad")]) == (
        Cell(ROUTE, codes=("here", "family")),
        Cell(ROUTE, codes=("abroad",)),
    )


def test_ordered_codes_are_cut_at_a_level() -> None:
    assert cut(ENGLISH, [at_least(ENGLISH, "b2")]) == (
        Cell(ENGLISH, codes=("none", "a1")),
        Cell(ENGLISH, codes=("b2", "c1")),
    )


def test_the_readings_of_a_point_are_cells() -> None:
    assert cut(CLOCK, [read_as(CLOCK, "arrival")]) == (
        Cell(CLOCK, codes=("grant",)),
        Cell(CLOCK, codes=("arrival",)),
    )


@pytest.mark.parametrize(
    ("condition", "last_below", "first_above"),
    [
        (before(DECIDED, DAY), EVE, DAY),
        (on_or_after(DECIDED, DAY), EVE, DAY),
        (on_or_before(DECIDED, DAY), DAY, date(2026, 3, 3)),
        (Compare(DECIDED, Order.MORE, DAY), DAY, date(2026, 3, 3)),
        (on_or_after(LODGED, DAY), EVE, DAY),
    ],
)
def test_a_date_is_cut_where_the_test_turns(condition: Condition, last_below: date, first_above: date) -> None:
    assert cut(DECIDED, [condition]) == (Cell(DECIDED, most=last_below), Cell(DECIDED, least=first_above))


def test_a_date_that_is_named_is_a_cell_of_one_day() -> None:
    assert cut(DECIDED, [is_one_of(DECIDED, DAY)]) == (
        Cell(DECIDED, most=EVE),
        Cell(DECIDED, least=DAY, most=DAY),
        Cell(DECIDED, least=date(2026, 3, 3)),
    )


def test_a_count_is_cut_from_nothing_up() -> None:
    assert cut(AGE, [at_least(AGE, 18), more_than(AGE, 64)]) == (
        Cell(AGE, least=0, most=17),
        Cell(AGE, least=18, most=64),
        Cell(AGE, least=65),
    )


def test_nothing_is_below_nothing() -> None:
    assert cut(AGE, [at_least(AGE, 0)]) == (Cell(AGE, least=0),)


def test_an_amount_is_cut_to_the_penny() -> None:
    assert cut(ASSETS, [more_than(ASSETS, pounds("1000"))]) == (
        Cell(ASSETS, least=pounds("0"), most=pounds("1000.00")),
        Cell(ASSETS, least=pounds("1000.01")),
    )


def test_a_moment_is_cut_to_the_minute() -> None:
    condition = Compare(APPLIED, Order.LESS, Moment.parse("2025-09-04T15:00"))

    assert cut(APPLIED, [condition]) == (
        Cell(APPLIED, most=Moment.parse("2025-09-04T14:59")),
        Cell(APPLIED, least=Moment.parse("2025-09-04T15:00")),
    )


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (Cell(ROUTE, codes=("abroad", "family")), "abroad"),
        (Cell(DECIDED, least=EVE, most=DAY), EVE),
        (Cell(DECIDED, least=EVE), EVE),
        (Cell(DECIDED, most=DAY), DAY),
        (Cell(DECIDED), date(2026, 1, 1)),
        (Cell(AGE, least=0), 0),
        (Cell(ASSETS, least=pounds("3")), pounds("3")),
        (Cell(APPLIED, most=Moment.parse("2025-09-04T14:59")), Moment.parse("2025-09-04T14:59")),
    ],
)
def test_the_sample_of_a_cell_is_its_lowest_value(cell: Cell, value: Value) -> None:
    assert cell.sample == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [(just(WORKS, value=True), True), (just(ROUTE, "here"), "here"), (just(CLAIMED, Word.NONE), Word.NONE)],
)
def test_a_known_code_is_a_cell_of_one_code(cell: Cell, value: Value) -> None:
    assert cell.codes == (value,)


def test_a_known_quantity_is_a_cell_from_itself_to_itself() -> None:
    assert just(AGE, 18) == Cell(AGE, least=18, most=18)
    assert just(DECIDED, DAY) == Cell(DECIDED, least=DAY, most=DAY)


AROUND = st.integers(-3, 3).map(lambda step: DAY + timedelta(days=step))
DATE_TESTS: st.SearchStrategy[Condition] = st.builds(
    Compare, st.just(DECIDED), st.sampled_from(Order), AROUND
) | st.lists(AROUND, min_size=1, max_size=3).map(lambda days: is_one_of(DECIDED, *days))


@given(st.lists(DATE_TESTS, max_size=4), AROUND)
def test_a_day_is_in_one_cell_whose_sample_stands_for_it(conditions: list[Condition], day: date) -> None:
    cells = cut(DECIDED, conditions)
    mine = [
        cell
        for cell in cells
        if (not isinstance(cell.least, date) or cell.least <= day)
        and (not isinstance(cell.most, date) or day <= cell.most)
    ]

    assert len(mine) == 1
    for condition in conditions:
        assert truth(condition, lambda _: mine[0].sample) is truth(condition, lambda _: day)


AGES = st.integers(0, 6)
AGE_TESTS: st.SearchStrategy[Condition] = st.builds(Compare, st.just(AGE), st.sampled_from(Order), AGES) | st.lists(
    AGES, min_size=1, max_size=3
).map(lambda ages: is_one_of(AGE, *ages))


@given(st.lists(AGE_TESTS, max_size=4), AGES)
def test_a_count_is_in_one_cell_whose_sample_stands_for_it(conditions: list[Condition], age: int) -> None:
    mine = [
        cell
        for cell in cut(AGE, conditions)
        if isinstance(cell.least, int) and cell.least <= age and (not isinstance(cell.most, int) or age <= cell.most)
    ]

    assert len(mine) == 1
    for condition in conditions:
        assert truth(condition, lambda _: mine[0].sample) is truth(condition, lambda _: age)


def test_dates_in_their_order_go_together() -> None:
    cells = {"claimed": just(CLAIMED, EVE), "decided": just(DECIDED, DAY)}

    assert consistent(cells, DATED) == {"claimed": EVE, "decided": DAY}


def test_one_day_for_both_goes_together() -> None:
    cells = {"claimed": just(CLAIMED, DAY), "decided": just(DECIDED, DAY)}

    assert consistent(cells, DATED) == {"claimed": DAY, "decided": DAY}


def test_a_decision_before_its_claim_does_not() -> None:
    cells = {"claimed": just(CLAIMED, DAY), "decided": just(DECIDED, EVE)}

    assert consistent(cells, DATED) is None


def test_an_absent_claim_holds_no_decision_back() -> None:
    cells = {"claimed": just(CLAIMED, Word.NONE), "decided": just(DECIDED, EVE)}

    assert consistent(cells, DATED) == {"claimed": Word.NONE, "decided": EVE}


@pytest.mark.parametrize(
    ("claimed", "decided", "values"),
    [
        (Cell(CLAIMED), just(DECIDED, DAY), (DAY, DAY)),
        (Cell(CLAIMED), Cell(DECIDED, most=date(2020, 1, 1)), (date(2020, 1, 1), date(2020, 1, 1))),
        (just(CLAIMED, DAY), Cell(DECIDED), (DAY, DAY)),
        (Cell(CLAIMED, least=DAY), Cell(DECIDED, least=EVE), (DAY, DAY)),
        (Cell(CLAIMED, most=DAY), Cell(DECIDED, least=EVE), (DAY, DAY)),
        (Cell(CLAIMED, most=EVE), Cell(DECIDED, least=DAY), (EVE, DAY)),
        (Cell(CLAIMED, least=DAY), Cell(DECIDED, most=EVE), None),
        (Cell(CLAIMED), Cell(DECIDED), (date(2026, 1, 1), date(2026, 1, 1))),
    ],
)
def test_every_date_is_the_earliest_that_the_others_allow(
    claimed: Cell, decided: Cell, values: tuple[date, date] | None
) -> None:
    found = consistent({"claimed": claimed, "decided": decided}, DATED)

    assert found == (None if values is None else {"claimed": values[0], "decided": values[1]})


def test_dates_bind_each_other_through_a_third() -> None:
    cells = {"claimed": just(CLAIMED, DAY), "decided": Cell(DECIDED), "settled": just(SETTLED, EVE)}

    assert consistent(cells, DATED) is None


ENDS = st.none() | AROUND


@given(st.lists(st.tuples(ENDS, ENDS), min_size=3, max_size=3))
def test_dates_go_together_exactly_where_some_days_in_order_do(ends: list[tuple[date | None, date | None]]) -> None:
    facts = (CLAIMED, DECIDED, SETTLED)
    cells = {fact.name: Cell(fact, least=low, most=high) for fact, (low, high) in zip(facts, ends, strict=True)}
    window = [DAY + timedelta(days=step) for step in range(-4, 5)]
    allowed = [[day for day in window if (low or day) <= day <= (high or day)] for low, high in ends]
    some = any(one <= two <= three for one in allowed[0] for two in allowed[1] for three in allowed[2])

    found = consistent(cells, DATED)

    assert (found is not None) is some
    if found is not None:
        days = [found[fact.name] for fact in facts]
        assert days == sorted(days, key=str)
        for day, (low, high) in zip(days, ends, strict=True):
            assert isinstance(day, date)
            assert (low or day) <= day <= (high or day)


ADULTS, YOUNG, ALL = (Fact(name=name, kind=Kind.COUNT, text=name) for name in ("adults", "young", "all"))
COUNTED = World(sums=(SumBelow("counts one more", (ADULTS, YOUNG), ALL),))


@pytest.mark.parametrize(
    ("whole", "value"),
    [
        (Cell(ALL, least=0, most=2), None),
        (Cell(ALL, least=0, most=3), 3),
        (Cell(ALL, least=0, most=4), 3),
        (Cell(ALL, least=0), 3),
        (Cell(ALL, least=5), 5),
        (just(ALL, 2), None),
        (just(ALL, 3), 3),
    ],
)
def test_a_whole_is_the_least_above_its_parts(whole: Cell, value: int | None) -> None:
    found = consistent({"adults": just(ADULTS, 1), "young": just(YOUNG, 1), "all": whole}, COUNTED)

    assert found == (None if value is None else {"adults": 1, "young": 1, "all": value})


def test_a_whole_that_is_not_asked_for_binds_nothing() -> None:
    assert consistent({"adults": just(ADULTS, 9)}, COUNTED) == {"adults": 9}
    assert consistent({"all": Cell(ALL, least=0)}, COUNTED) == {"all": 1}


def test_what_the_world_calls_impossible_does_not_go_together() -> None:
    world = World(impossible=(Impossible("nobody works abroad", all_of(holds(WORKS), is_one_of(ROUTE, "abroad"))),))

    assert consistent({"works": just(WORKS, value=True), "route": just(ROUTE, "abroad")}, world) is None
    assert consistent({"works": just(WORKS, value=True)}, world) == {"works": True}
    assert world.conditions() == (all_of(holds(WORKS), is_one_of(ROUTE, "abroad")),)


def test_a_derived_fact_cuts_every_fact_it_rests_on() -> None:
    condition = any_of(not_(before(LODGED, DAY)), is_given(LODGED))

    assert cut(CLAIMED, [condition]) == (
        Cell(CLAIMED, most=EVE),
        Cell(CLAIMED, least=DAY),
        Cell(CLAIMED, codes=(Word.NONE,)),
    )
    assert cut(DECIDED, [condition]) == (Cell(DECIDED, most=EVE), Cell(DECIDED, least=DAY))
