"""The parts of the kernel by themselves: numbers of values, rows that are alike, ends of answers, tables of steps."""

from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, strategies as st

from asylum_rules import Status
from asylum_rules.language.subjects import FirstKnown, Within
from asylum_rules.language.terms import Constant, DatesBefore, Moved, ValueOf
from asylum_rules.model.answer import Formula, Said
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.model.person import age, arrived_on, as_of, decided_on, is_destitute
from asylum_rules.population import answers, column as columns
from asylum_rules.population.alike import alike, counts, each_number, once
from asylum_rules.population.column import Columns, Plain, Scribe
from asylum_rules.population.ends import Finder
from asylum_rules.population.scale import BAD, NONE, UNKNOWN, number_of, value_in
from asylum_rules.population.values import NO_VALUE
from asylum_rules.population.window import Window
from asylum_rules.testing.strategies import fact_values
from asylum_rules.units.figure import About, Exactly, UpTo
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span

FACTS = (*CaseProfile.facts, *BoatProfile.facts)


@given(st.data())
def test_every_value_of_every_fact_has_a_number_of_its_own(data: st.DataObject) -> None:
    fact = data.draw(st.sampled_from(FACTS))
    one, other = data.draw(fact_values(fact)), data.draw(fact_values(fact))

    assert value_in(fact, number_of(fact, one)) == one
    assert (number_of(fact, one) == number_of(fact, other)) is (one == other)
    assert number_of(fact, one) != UNKNOWN


def test_the_first_and_the_last_moment() -> None:
    fact = next(each for each in FACTS if each.name == "family_applied_at")

    for at in (datetime(1, 1, 1, 0, 0), datetime(9999, 12, 31, 23, 59)):  # noqa: DTZ001  # local times
        assert number_of(fact, Moment(at)) >= 0
        assert value_in(fact, number_of(fact, Moment(at))) == Moment(at)


def test_what_is_no_value_has_no_number() -> None:
    with pytest.raises(TypeError, match="is no value of a fact"):
        number_of(is_destitute, Span())


NUMBERS = st.one_of(st.integers(-3, 5), st.integers(-(10**12), 10**12))


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.tuples(*[NUMBERS] * width), max_size=30)))
def test_rows_are_alike_where_they_are_equal(rows: list[tuple[int, ...]]) -> None:
    width = len(rows[0]) if rows else 1
    given_ = [np.array([row[place] for row in rows], dtype=np.int64) for place in range(width)]

    first, sorts = alike(given_, len(rows))

    assert [rows[first[sort]] for sort in sorts] == rows
    assert sorted(first) == sorted(rows.index(row) for row in set(rows))
    asked: list[int] = []

    def ask(row: int) -> int:
        asked.append(row)
        return row

    assert list(once(given_, len(rows), ask)) == [rows.index(row) for row in rows]
    assert len(asked) == len(set(rows))


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 2), st.integers(0, 900)), max_size=30))
def test_counts_are_those_of_a_counter(rows: list[tuple[int, int, int]]) -> None:
    given_ = [np.array([row[place] for row in rows], dtype=np.int64) for place in range(3)]

    assert dict(counts(*given_)) == Counter(rows)
    assert {number: list(at) for number, at in each_number(given_[1])} == {
        number: [place for place, row in enumerate(rows) if row[1] == number] for number in {row[1] for row in rows}
    }


def formula(term: Any) -> Said:
    return Status.DETERMINED, Formula(term)


def days(*given: str | int) -> Any:
    return np.array(
        [each if isinstance(each, int) else number_of(decided_on, date.fromisoformat(each)) for each in given]
    )


EVERY_30_MONTHS = Constant(Exactly(Span(months=30)))
ROWS = {
    "decided_on": days("2026-08-31", "2026-08-31", "2026-08-31", NONE, UNKNOWN, "2026-08-31"),
    "arrived_on": days("2026-02-28", "2026-03-01", NONE, "2026-03-01", "2026-03-01", "2070-01-01"),
}


def test_steps_before_a_day_that_counts_from_another() -> None:
    """Steps fall on 28 February 2029, 31 August 2031 and so on; three years from 28 February 2026 none is before."""
    reviews = DatesBefore(
        EVERY_30_MONTHS, ValueOf(decided_on), Moved(ValueOf(arrived_on), Constant(Exactly(Span(years=3))))
    )

    found = Finder().figures_of(formula(reviews))(np.arange(6), ROWS)

    assert list(found) == [0, 1, NO_VALUE, NO_VALUE, NO_VALUE, 18]


def test_ends_of_what_is_not_exact() -> None:
    late = Moved(ValueOf(arrived_on), Constant(UpTo(Span(years=3))))
    finder = Finder()

    least, most = finder.ends_of(formula(DatesBefore(EVERY_30_MONTHS, ValueOf(decided_on), late)))(np.arange(2), ROWS)

    assert (list(least), list(most)) == ([0, 0], [0, 1])
    assert list(finder.figures_of(formula(late))(np.arange(2), ROWS)) == [NO_VALUE] * 2


def test_what_is_about_a_figure_is_no_figure() -> None:
    about = Moved(ValueOf(arrived_on), Constant(About(Span(years=3))))
    reviews = formula(DatesBefore(EVERY_30_MONTHS, ValueOf(decided_on), about))

    assert list(Finder().figures_of(reviews)(np.arange(2), ROWS)) == [NO_VALUE] * 2


def test_columns_are_worked_out_by_name() -> None:
    held = Columns({"age": Plain(np.array([3]))})

    assert (list(held), len(held), list(held["age"])) == (["age"], 1, [3])


def test_a_column_without_a_type_says_nothing() -> None:
    assert list(Scribe(is_destitute, presume=True).read(pa.nulls(2)).numbers) == [UNKNOWN, UNKNOWN]


def test_so_many_distinct_values_are_remembered_and_more_are_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "_MOST_KNOWN", 1)
    scribe = Scribe(decided_on, presume=True)

    for _ in range(2):
        numbers = scribe.read(pa.array(["2026-08-31", "2026-09-01", "none", "unknown"])).numbers
        assert list(numbers) == [*days("2026-08-31", "2026-09-01"), NONE, UNKNOWN]


@pytest.mark.parametrize("many", [1, 127, 128, 129])
def test_nothing_is_told_apart_from_every_word(many: int) -> None:
    words = pa.array([str(each) for each in range(many)])
    places = pa.array([0, None, many - 1], pa.int16() if many > 128 else pa.int8())

    numbers = Scribe(age, presume=True).read(pa.DictionaryArray.from_arrays(places, words)).numbers

    assert list(numbers) == [0, UNKNOWN, many - 1]


@given(st.lists(st.one_of(st.none(), st.booleans()), max_size=40), st.integers(0, 10))
def test_any_stretch_of_a_column_is_read(held: list[bool | None], start: int) -> None:
    yes, day = Scribe(is_destitute, presume=True), Scribe(decided_on, presume=True)
    dates = [None if each is None else date(2026, 1, 1 + each) for each in held]

    assert list(yes.read(pa.array(held, pa.bool_()).slice(start)).numbers) == [
        UNKNOWN if each is None else int(each) for each in held[start:]
    ]
    assert list(day.read(pa.array(dates, pa.date32()).slice(start)).numbers) == [
        UNKNOWN if each is None else number_of(decided_on, each) for each in dates[start:]
    ]


WHOLE = [pa.int8(), pa.uint8(), pa.int16(), pa.uint16(), pa.int32(), pa.uint32(), pa.int64(), pa.uint64()]


@pytest.mark.parametrize("kind", WHOLE)
def test_whole_numbers_of_any_width(kind: Any) -> None:
    column = Scribe(age, presume=True).read(pa.array([5, None, 0, 100], kind).slice(1))

    assert list(column.numbers) == [UNKNOWN, 0, 100]
    assert column.is_bad is None


@pytest.mark.parametrize("odd", [-1, 2**62, -(2**63), 1_000_001])
def test_whole_numbers_out_of_range(odd: int) -> None:
    is_bad = Scribe(age, presume=True).read(pa.array([odd, None, 1_000_000], pa.int64())).is_bad

    assert is_bad is not None
    assert list(is_bad) == [True, False, False]


def test_a_decimal_is_a_count_where_it_is_whole() -> None:
    column = Scribe(age, presume=True).read(pa.array([Decimal("17.00"), Decimal("17.01"), None, Decimal(-1)]))

    assert list(column.numbers) == [17, BAD, UNKNOWN, BAD]


def test_yes_and_one_are_told_apart() -> None:
    scribe = Scribe(is_destitute, presume=True)

    assert scribe.read(pa.array([1])).is_bad is not None
    assert scribe.read(pa.array([True]).dictionary_encode()).is_bad is None


def test_a_dictionary_is_never_too_small_for_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_MOST_WORDS", 3)
    late = formula(Moved(ValueOf(arrived_on), Constant(UpTo(Span(years=3)))))
    words = ["the formula", "another"]

    places = answers._worked_out(late, np.array([0, 1, 5, 0]), ROWS, words, 0)  # noqa: SLF001  # too many to make

    assert words == ["the formula", "another", '{"up_to": "2029-02-28"}']
    assert list(places) == [2, 0, 0, 2]


def test_a_window_closes_after_its_last_day() -> None:
    """Three months from 31 January lead to 30 April, which is within; 1 May is not."""
    within = Within(name="soon", text="Soon.", day=decided_on, start=arrived_on, span=Span(months=3))
    rows = {
        "decided_on": days("2026-04-30", "2026-05-01", NONE, "2026-04-30", UNKNOWN, "2026-04-30", "2026-01-30"),
        "arrived_on": days("2026-01-31", "2026-01-31", "2026-01-31", NONE, "2026-01-31", UNKNOWN, "2026-01-31"),
    }

    is_within, is_not, is_not_known = 0, 1, 2
    assert list(Window(within)(rows)) == [is_within, is_not, is_not, is_not, is_not_known, is_not_known, is_within]


def test_a_window_may_open_with_the_first_of_several_days() -> None:
    start = FirstKnown(name="lodged", text="Lodged.", of=(arrived_on, decided_on))
    within = Within(name="soon", text="Soon.", day=as_of, start=start, span=Span(days=2))
    rows = {
        "as_of": days("2026-05-03", "2026-05-03", "2026-05-03", "2026-05-04"),
        "arrived_on": days(NONE, "2026-05-01", UNKNOWN, NONE),
        "decided_on": days("2026-05-01", "2025-01-01", "2026-05-01", "2026-05-01"),
    }

    assert list(Window(within)(rows)) == [0, 0, 2, 1]


def test_ends_tell_spans_and_foreign_amounts_apart() -> None:
    """A year and twelve months are as long, and not the same answer; so are they where either counts from a fact."""
    for one, other in (
        (Span(years=1), Span(months=12)),
        (Span(weeks=1), Span(days=7)),
        (Money(100, Currency.DKK), Money(200, Currency.DKK)),
    ):
        ends = [Finder().ends_of((Status.DETERMINED, Exactly(each)))(np.arange(1), {}) for each in (one, other)]
        assert [int(end[0]) for end in ends[0]] != [int(end[0]) for end in ends[1]]
