"""Which values are of which kind."""

from datetime import date, datetime

import pytest

from asylum_rules.language.kinds import FIGURES, Kind, is_of_kind
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import pounds
from asylum_rules.units.span import years

OF_KIND: dict[Kind, object] = {
    Kind.YES_NO: True,
    Kind.CODE: "refugee",
    Kind.CODES: "income",
    Kind.COUNT: 3,
    Kind.MONEY: pounds("5"),
    Kind.SPAN: years(5),
    Kind.DATE: date(2026, 3, 2),
    Kind.MOMENT: Moment.parse("2025-09-04T15:00"),
}


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_its_values(kind: Kind) -> None:
    assert is_of_kind(OF_KIND[kind], kind)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("other", Kind)
def test_a_value_of_one_kind_is_of_no_other(kind: Kind, other: Kind) -> None:
    both_are_text = {kind, other} == {Kind.CODE, Kind.CODES}

    assert is_of_kind(OF_KIND[kind], other) is (kind is other or both_are_text)


@pytest.mark.parametrize("kind", Kind)
def test_nothing_is_of_no_kind(kind: Kind) -> None:
    assert not is_of_kind(None, kind)


def test_zero_is_a_count_and_less_is_not() -> None:
    assert is_of_kind(0, Kind.COUNT)
    assert not is_of_kind(-1, Kind.COUNT)


def test_a_time_of_day_is_no_date() -> None:
    assert not is_of_kind(datetime.fromisoformat("2026-03-02T00:00"), Kind.DATE)


def test_a_part_of_one_is_no_count() -> None:
    assert not is_of_kind(1.0, Kind.COUNT)


def test_figures_are_of_four_kinds() -> None:
    assert {Kind.COUNT, Kind.MONEY, Kind.SPAN, Kind.DATE} == FIGURES
