"""A day set against another day and a span: what it is, and how a known day cuts the other."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from asylum_rules.language.build import holds
from asylum_rules.language.cells import cut
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact, FirstKnown, Subject, Within
from asylum_rules.language.truth import Read, derive
from asylum_rules.units.span import Span, months
from asylum_rules.units.word import Word

DAY = Fact(name="looked_at_on", kind=Kind.DATE, text="The day.")
START = Fact(name="began_on", kind=Kind.DATE, text="The start.", none=True)
AGAIN = Fact(name="began_again_on", kind=Kind.DATE, text="A later start.", none=True)
WITHIN = Within(name="within", text="six months are not over", day=DAY, start=START, span=months(6))
LATEST = FirstKnown(name="latest", text="The latest start.", of=(AGAIN, START))
SINCE_LATEST = Within(name="since_latest", text="the same", day=DAY, start=LATEST, span=months(6))


def reading(**values: Value) -> Read:
    def read(subject: Subject) -> Value | None:
        return derive(subject, read) if isinstance(subject, FirstKnown | Within) else values.get(subject.name)

    return read


@pytest.mark.parametrize(
    ("began", "day", "held"),
    [
        (date(2026, 2, 28), date(2026, 8, 28), True),
        (date(2026, 2, 28), date(2026, 8, 29), False),
        (date(2025, 8, 31), date(2026, 2, 28), True),
        (date(2025, 8, 31), date(2026, 3, 1), False),
    ],
)
def test_the_last_day_is_the_corresponding_date(began: date, day: date, held: bool) -> None:  # noqa: FBT001  # a case
    assert derive(WITHIN, reading(began_on=began, looked_at_on=day)) is held


def test_without_a_start_it_is_no_and_with_one_unknown_it_is_unknown() -> None:
    assert derive(WITHIN, reading(began_on=Word.NONE, looked_at_on=date(2026, 1, 1))) is False
    assert derive(WITHIN, reading(looked_at_on=date(2026, 1, 1))) is None
    assert derive(WITHIN, reading(began_on=date(2026, 1, 1))) is None


def test_it_counts_from_thefirst_start_that_is_given() -> None:
    values = {"began_on": date(2020, 1, 1), "looked_at_on": date(2026, 3, 1)}

    assert derive(SINCE_LATEST, reading(began_again_on=date(2026, 1, 1), **values)) is True
    assert derive(SINCE_LATEST, reading(began_again_on=Word.NONE, **values)) is False


def test_a_known_start_cuts_the_day() -> None:
    first, second = cut(DAY, [holds(WITHIN)], reading(began_on=date(2026, 2, 28)))

    assert (first.most, second.least) == (date(2026, 8, 28), date(2026, 8, 29))


def test_a_known_day_cuts_the_start() -> None:
    before, after, nothing = cut(START, [holds(WITHIN)], reading(looked_at_on=date(2026, 2, 28)))

    assert (before.most, after.least) == (date(2025, 8, 27), date(2025, 8, 28))
    assert nothing.codes == (Word.NONE,)


def test_a_day_set_against_one_that_is_not_known_is_not_cut() -> None:
    assert len(cut(DAY, [holds(WITHIN)])) == 1
    assert len(cut(START, [holds(WITHIN)])) == 2
    assert len(cut(DAY, [holds(WITHIN)], reading(began_on=Word.NONE))) == 1


@given(
    day=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    span=st.builds(Span, months=st.integers(0, 60), days=st.integers(0, 40)),
)
def test_the_start_is_cut_exactly_where_the_answer_turns(day: date, span: Span) -> None:
    within = Within(name="within", text="a span is not over", day=DAY, start=START, span=span)
    before, after, _ = cut(START, [holds(within)], reading(looked_at_on=day))

    assert isinstance(before.most, date)
    assert isinstance(after.least, date)
    assert derive(within, reading(began_on=before.most, looked_at_on=day)) is False
    assert derive(within, reading(began_on=after.least, looked_at_on=day)) is True
