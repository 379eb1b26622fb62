"""A derived fact in the place of the facts that it is taken from, where it is not absent."""

from datetime import date

from asylum_rules.cells.condition import condition_of
from asylum_rules.cells.space import Space
from asylum_rules.language.build import any_of, before, is_given, is_none, not_, on_or_before
from asylum_rules.language.cells import World, gathered
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact, FirstKnown

FIRST, THEN = (Fact(name=name, kind=Kind.DATE, text=name, none=True) for name in ("first", "then"))
LODGED = FirstKnown(name="lodged", text="lodged", of=(FIRST, THEN))


def test_that_a_date_is_given_at_all_is_said_of_the_derived_fact() -> None:
    space = Space({}, World(), [gathered([is_none(LODGED)])], 10_000)
    region = space.where(is_given(LODGED), space.passing)

    found = condition_of(space, region, space.possible())

    assert found == not_(is_none(LODGED))


def test_a_date_before_a_day_or_none_is_said_of_the_derived_fact_where_dates_follow_one_another() -> None:
    early = any_of(before(LODGED, date(2025, 11, 17)), is_none(LODGED))
    space = Space({}, World(orders=((THEN, FIRST),)), [gathered([early])], 10_000)
    region = space.where(early, space.passing)

    found = condition_of(space, region, space.possible())

    assert found == any_of(on_or_before(LODGED, date(2025, 11, 16)), is_none(LODGED))
