"""How what is given for a fact becomes its value, and what is refused."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from asylum_rules.errors import InvalidInputError, InvalidQuantityError, UnknownNameError
from asylum_rules.language.build import all_of, before, holds, is_none
from asylum_rules.language.cells import Impossible, SumBelow, World
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact, FirstKnown
from asylum_rules.model.boat import Zone
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.model.person import Claim, English, Route, claimed_on, english, route
from asylum_rules.model.profile import (
    LEFT_OUT,
    NONE,
    UNKNOWN,
    Unknown,
    fact_named,
    impossibilities,
    read_fact,
    read_facts,
    read_name,
)
from asylum_rules.testing import case_profiles, fact_values
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money, pounds
from asylum_rules.units.span import months
from asylum_rules.units.word import Word
from tests.model.handmade import boat, case

DAY = date(2026, 3, 2)
YES_NO = Fact(name="works", kind=Kind.YES_NO, text="Works.")
COUNT = Fact(name="age", kind=Kind.COUNT, text="Age.")
DATE = Fact(name="claimed", kind=Kind.DATE, text="Claimed.")
MONEY = Fact(name="assets", kind=Kind.MONEY, text="Assets.")
MOMENT = Fact(name="applied", kind=Kind.MOMENT, text="Applied.")
SPAN = Fact(name="leave", kind=Kind.SPAN, text="Leave.")
CODES = Fact(name="tests", kind=Kind.CODES, text="Tests.")
MAYBE = Fact(name="decided", kind=Kind.DATE, text="Decided.", none=True)


@pytest.mark.parametrize(
    ("fact", "raw", "value"),
    [
        (YES_NO, True, True),
        (YES_NO, False, False),
        (COUNT, 0, 0),
        (COUNT, 1_000_000, 1_000_000),
        (route, "in_country", Route.IN_COUNTRY),
        (route, Route.IN_COUNTRY, Route.IN_COUNTRY),
        (english, "none", English.NONE),
        (english, Word.NONE, English.NONE),
        (DATE, DAY, DAY),
        (DATE, "2026-03-02", DAY),
        (DATE, "1900-01-01", date(1900, 1, 1)),
        (DATE, date(2199, 12, 31), date(2199, 12, 31)),
        (MAYBE, "none", NONE),
        (MAYBE, Word.NONE, NONE),
        (MONEY, pounds("49.18"), pounds("49.18")),
        (MONEY, "49.18 GBP", pounds("49.18")),
        (MONEY, "49.18", pounds("49.18")),
        (MONEY, 49, pounds("49")),
        (MONEY, 49.18, pounds("49.18")),
        (MONEY, Decimal("49.18"), pounds("49.18")),
        (MOMENT, "2025-09-04T15:00", Moment.parse("2025-09-04T15:00")),
        (MOMENT, Moment.parse("2025-09-04T15:00"), Moment.parse("2025-09-04T15:00")),
        (MOMENT, datetime.fromisoformat("2025-09-04T15:00"), Moment.parse("2025-09-04T15:00")),
        (SPAN, "P30M", months(30)),
        (SPAN, months(30), months(30)),
    ],
)
def test_a_value_or_its_written_form_is_read(fact: Fact, raw: object, value: Value) -> None:
    read = read_fact(fact, raw)

    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize("fact", [YES_NO, COUNT, DATE, MONEY, MOMENT, SPAN, route, MAYBE])
def test_what_is_not_known_stays_unknown(fact: Fact) -> None:
    assert read_fact(fact, None) is LEFT_OUT
    assert read_fact(fact, LEFT_OUT) is LEFT_OUT
    assert read_fact(fact, UNKNOWN) is UNKNOWN
    assert read_fact(fact, "unknown") is UNKNOWN


def test_why_nothing_is_known_is_shown_by_name() -> None:
    assert [repr(each) for each in Unknown] == ["LEFT_OUT", "UNKNOWN"]


@pytest.mark.parametrize(
    ("fact", "raw", "message"),
    [
        (YES_NO, "yes", '`yes` is not true or false or "unknown"'),
        (YES_NO, 1, '`1` is not true or false or "unknown"'),
        (COUNT, -1, '`-1` is not a whole number from 0 to 1,000,000 or "unknown"'),
        (COUNT, 1_000_001, '`1000001` is not a whole number from 0 to 1,000,000 or "unknown"'),
        (COUNT, True, '`True` is not a whole number from 0 to 1,000,000 or "unknown"'),
        (COUNT, "3", '`3` is not a whole number from 0 to 1,000,000 or "unknown"'),
        (COUNT, 1.0, '`1.0` is not a whole number from 0 to 1,000,000 or "unknown"'),
        (route, "in_contry", '`in_contry` is not a code of this fact or "unknown": did you mean `in_country`?'),
        (route, 3, '`3` is not a code of this fact or "unknown"'),
        (DATE, "soon", "`soon` is not a date as `2026-03-02`"),
        (DATE, "2026-02-30", "`2026-02-30` is not a date as `2026-03-02`"),
        (DATE, "2026-W10-1", "`2026-W10-1` is not a date as `2026-03-02`"),
        (DATE, "20260302", "`20260302` is not a date as `2026-03-02`"),
        (DATE, "2026-03-02T00:00", "`2026-03-02T00:00` is not a date as `2026-03-02`"),
        (DATE, "none", "`none` is not a date as `2026-03-02`"),
        (DATE, 20260302, '`20260302` is not a date as `2026-03-02` or "unknown"'),
        (
            DATE,
            datetime(2026, 3, 2, tzinfo=UTC),
            '`2026-03-02 00:00:00+00:00` is not a date as `2026-03-02` or "unknown"',
        ),
        (DATE, date(1899, 12, 31), "`1899-12-31` is not between 1900 and 2199"),
        (DATE, "2200-01-01", "`2200-01-01` is not between 1900 and 2199"),
        (MAYBE, 5, '`5` is not a date as `2026-03-02`, "none" or "unknown"'),
        (MONEY, "1.00 EUR", "`1.00 EUR` is not in pounds as `1200.00 GBP`"),
        (
            MONEY,
            Money(100, Currency.EUR),
            '`1.00 EUR` is not an amount in pounds as `1200.00 GBP` or "unknown"',
        ),
        (MONEY, True, '`True` is not an amount in pounds as `1200.00 GBP` or "unknown"'),
        (MONEY, -5, "`-5` is no amount; expected the form `1200.00 GBP` (GBP, DKK, EUR)"),
        (MONEY, 1.234, "`1.234` is no amount; expected the form `1200.00 GBP` (GBP, DKK, EUR)"),
        (MONEY, float("nan"), "`nan` is no amount; expected the form `1200.00 GBP` (GBP, DKK, EUR)"),
        (MOMENT, DAY, '`2026-03-02` is not a London time as `2025-09-04T15:00` or "unknown"'),
        (
            MOMENT,
            datetime(2025, 9, 4, 15, tzinfo=UTC),
            "2025-09-04T15:00:00+00:00 is no moment; expected London time to the minute",
        ),
        (SPAN, 30, '`30` is not a span as `P30M` or "unknown"'),
        (CODES, ["income"], 'a list is not a code of this fact or "unknown"'),
        (CODES, {"income": True}, 'a table is not a code of this fact or "unknown"'),
        (YES_NO, "\x1b[2J", '`\\x1b[2J` is not true or false or "unknown"'),
    ],
)
def test_anything_else_is_refused_with_what_was_expected(fact: Fact, raw: object, message: str) -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        read_fact(fact, raw)

    assert str(caught.value) == message


@pytest.mark.parametrize("name", [None, "", "Case 7", "x" * 200, "Zażółć"])
def test_a_name_is_short_printable_text(name: str | None) -> None:
    assert read_name(name) == name


@pytest.mark.parametrize("name", ["x" * 201, "a\nb", "\x1b[2J", 7, b"case"])
def test_any_other_name_is_refused(name: object) -> None:
    with pytest.raises(InvalidInputError) as caught:
        read_name(name)

    assert str(caught.value) == "case: `name`: expected at most 200 printable characters"


def test_all_problems_of_a_case_are_told_at_once() -> None:
    with pytest.raises(InvalidInputError) as caught:
        case(claimed_on="soon", age=-1, route="in_contry", decided_on=DAY, further_submissions_on="2026-03-03")

    assert str(caught.value) == (
        "case: 4 problems\n"
        "  `claimed_on`: `soon` is not a date as `2026-03-02`\n"
        '  `route`: `in_contry` is not a code of this fact or "unknown": did you mean `in_country`?\n'
        '  `age`: `-1` is not a whole number from 0 to 1,000,000 or "unknown"\n'
        "  `decided_on`: `2026-03-02` is before `further_submissions_on`, `2026-03-03`"
    )


def test_a_name_that_is_none_is_told_with_the_rest() -> None:
    with pytest.raises(InvalidInputError) as caught:
        case(name="a\nb", age=-1)

    assert [each.where for each in caught.value.problems] == ["`name`", "`age`"]


def test_a_fact_is_found_by_its_name() -> None:
    assert fact_named(CaseProfile, "claimed_on") == claimed_on


def test_a_fact_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        fact_named(BoatProfile, "peoples_aboard")

    assert str(caught.value) == "unknown fact `peoples_aboard`: did you mean `people_aboard`?"


def test_a_case_states_what_was_given_and_nothing_else() -> None:
    told = case(name="A", claim="refugee", claimed_on="2026-03-02", decided_on=UNKNOWN)

    assert told.stated() == {"claim": Claim.REFUGEE, "claimed_on": DAY}
    assert told.get(claimed_on) == DAY
    assert told.decided_on is UNKNOWN
    assert told.arrived_on is LEFT_OUT


def test_a_case_is_written_as_in_a_case_file() -> None:
    told = case(name="A", claim="refugee", claimed_on=DAY, assets="5", decided_on=UNKNOWN, household_size=3)

    assert told.written() == {
        "claimed_on": "2026-03-02",
        "claim": "refugee",
        "decided_on": "unknown",
        "assets": "5.00 GBP",
        "household_size": 3,
    }


@given(case_profiles())
def test_what_is_written_of_a_case_makes_the_same_case(drawn: CaseProfile) -> None:
    assert case(**drawn.written()) == drawn


def test_a_case_shows_what_was_given_and_nothing_else() -> None:
    told = case(name="A", claimed_on="2026-03-02", decided_on=UNKNOWN)

    assert repr(told) == "CaseProfile(name='A', claimed_on=datetime.date(2026, 3, 2), decided_on=UNKNOWN)"
    assert repr(case()) == "CaseProfile()"


def test_a_case_is_shown_alike_by_what_prints_prettily() -> None:
    shown: list[str] = []

    case(name="A")._repr_pretty_(SimpleNamespace(text=shown.append), False)  # noqa: FBT003  # called so

    assert shown == ["CaseProfile(name='A')"]


def test_a_boat_is_a_case_of_its_own() -> None:
    told = boat(zone="beach", obeyed_order_to_stop="none")

    assert told.stated() == {"zone": Zone.BEACH, "obeyed_order_to_stop": NONE}


def test_what_is_left_out_is_presumed_where_a_fact_says_so() -> None:
    values, presumed = case(claim="refugee").known(presume=True)

    assert values["broke_the_law"] is False
    assert values["further_submissions_on"] is Word.NONE
    assert values["claim"] is Claim.REFUGEE
    assert {"broke_the_law", "further_submissions_on"} <= presumed
    assert "claim" not in presumed
    assert "claimed_on" not in values


def test_what_is_said_to_be_unknown_is_not_presumed() -> None:
    values, presumed = case(broke_the_law=UNKNOWN).known(presume=True)

    assert "broke_the_law" not in values
    assert "broke_the_law" not in presumed


def test_what_is_stated_goes_before_what_would_be_presumed() -> None:
    values, presumed = case(broke_the_law=True).known(presume=True)

    assert values["broke_the_law"] is True
    assert "broke_the_law" not in presumed


def test_nothing_is_presumed_unasked() -> None:
    assert case(claim="refugee").known(presume=False) == ({"claim": Claim.REFUGEE}, frozenset())


FIRST, THEN = (Fact(name=name, kind=Kind.DATE, text=name) for name in ("first", "then"))
PART, WHOLE = (Fact(name=name, kind=Kind.COUNT, text=name) for name in ("part", "whole"))
WORLD = World(
    orders=((FIRST, THEN),),
    impossible=(Impossible("nobody worked before March 2026", all_of(holds(YES_NO), before(FIRST, DAY))),),
    sums=(SumBelow("counts more than the two", (COUNT, PART), WHOLE),),
)


@pytest.mark.parametrize(
    ("then", "problems"),
    [
        (date(2026, 3, 1), ["`then`: `2026-03-01` is before `first`, `2026-03-02`"]),
        (date(2026, 3, 2), []),
        (date(2026, 3, 3), []),
        (UNKNOWN, []),
        (NONE, []),
    ],
)
def test_dates_follow_one_another(then: Value | Unknown, problems: list[str]) -> None:
    assert [str(each) for each in impossibilities(WORLD, {"first": DAY, "then": then})] == problems


@pytest.mark.parametrize(
    ("whole", "problems"),
    [(3, ["`whole`: counts more than the two"]), (4, []), (LEFT_OUT, [])],
)
def test_parts_stay_below_the_whole(whole: Value | Unknown, problems: list[str]) -> None:
    assert [str(each) for each in impossibilities(WORLD, {"age": 1, "part": 2, "whole": whole})] == problems


def test_parts_that_are_unknown_do_not_count() -> None:
    assert impossibilities(WORLD, {"age": 1, "part": UNKNOWN, "whole": 2}) == []


def test_what_never_goes_together_is_told() -> None:
    early = date(2026, 3, 1)
    told = impossibilities(WORLD, {"works": True, "first": early})

    assert [str(each) for each in told] == ["nobody worked before March 2026"]
    assert impossibilities(WORLD, {"works": False, "first": early}) == []
    assert impossibilities(WORLD, {"works": True}) == []


def test_what_is_impossible_may_speak_of_a_derived_fact() -> None:
    again = Fact(name="again", kind=Kind.DATE, text="Again.", none=True)
    lodged = FirstKnown(name="lodged", text="Lodged.", of=(again, MAYBE))
    world = World(impossible=(Impossible("something was lodged", is_none(lodged)),))

    assert [str(each) for each in impossibilities(world, {"again": NONE, "decided": NONE})] == ["something was lodged"]
    assert impossibilities(world, {"again": NONE}) == []


def test_facts_that_are_not_given_are_left_out() -> None:
    assert read_facts([YES_NO, COUNT], World(), {"age": 3}) == {"works": LEFT_OUT, "age": 3}


@given(st.sampled_from(CaseProfile.facts).flatmap(lambda fact: st.tuples(st.just(fact), fact_values(fact))))
def test_every_value_of_a_fact_is_read_as_itself(drawn: tuple[Fact, Value]) -> None:
    fact, value = drawn

    assert read_fact(fact, value) == value


@given(case_profiles())
def test_what_a_case_states_makes_the_same_case(drawn: CaseProfile) -> None:
    assert case(**drawn.stated()) == drawn


@given(st.sampled_from(CaseProfile.facts), st.text() | st.integers() | st.floats() | st.binary() | st.none())
def test_whatever_is_given_is_read_or_refused_as_no_quantity(fact: Fact, raw: object) -> None:
    try:
        read = read_fact(fact, raw)
    except InvalidQuantityError as error:
        assert str(error).isprintable()  # noqa: PT017  # either outcome is right
    else:
        assert isinstance(read, Unknown | bool | int | str | date | Moment | Money)


def test_a_misspelt_fact_is_refused_in_python_too_with_everything_else_that_is_wrong() -> None:
    given: dict[str, Any] = {"claimd_on": "2026-04-01", "claim": "refugy"}

    with pytest.raises(InvalidInputError) as caught:
        CaseProfile(**given)

    assert [str(problem) for problem in caught.value.problems] == [
        "unknown fact `claimd_on`: did you mean `claimed_on`?",
        '`claim`: `refugy` is not a code of this fact or "unknown": did you mean `refugee`?',
    ]


def test_a_number_beyond_all_size_is_refused_like_any_other() -> None:
    with pytest.raises(InvalidInputError, match="a number of that size is not a whole number"):
        CaseProfile(age=10**5000)
    with pytest.raises(InvalidInputError, match="a number of that size is not an amount"):
        CaseProfile(assets=10**5000)
