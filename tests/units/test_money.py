"""Amounts of money."""

import pytest
from hypothesis import given, strategies as st

from asylum_rules.errors import InvalidQuantityError
from asylum_rules.units.money import Currency, Money, pounds

AMOUNTS = st.builds(Money, st.integers(0, 10**12), st.sampled_from(Currency))


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("0 GBP", 0),
        ("0.01 GBP", 1),
        ("49.18 GBP", 4918),
        ("1200 GBP", 120000),
        ("1200.5 GBP", 120050),
        ("1200.05 GBP", 120005),
    ],
)
def test_a_written_amount_is_read_in_pence(text: str, minor: int) -> None:
    assert Money.parse(text) == Money(minor, Currency.GBP)


def test_kroner_and_euros_are_read() -> None:
    assert Money.parse("10.00 DKK") == Money(1000, Currency.DKK)
    assert Money.parse("10.00 EUR") == Money(1000, Currency.EUR)


def test_the_currency_may_be_left_out_where_a_default_is_given() -> None:
    assert Money.parse("9.95", default=Currency.GBP) == Money(995, Currency.GBP)


def test_without_a_default_the_currency_is_written() -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        Money.parse("9.95")

    assert str(caught.value) == "`9.95` is no amount; expected the form `1200.00 GBP` (GBP, DKK, EUR)"


def test_a_written_currency_goes_before_the_default() -> None:
    assert Money.parse("9.95 DKK", default=Currency.GBP) == Money(995, Currency.DKK)


@pytest.mark.parametrize(
    "text",
    ["", "GBP", "-1 GBP", "1.234 GBP", "1,200 GBP", "1e3 GBP", "1. GBP", "1 USD", "1 gbp", "\u0661 GBP", " 1 GBP"],
)
def test_any_other_form_of_amount_is_refused(text: str) -> None:
    with pytest.raises(InvalidQuantityError, match="is no amount; expected the form"):
        Money.parse(text)


def test_pounds_are_written_as_a_decimal() -> None:
    assert pounds("49.18") == Money(4918, Currency.GBP)
    assert str(pounds("49.18")) == "49.18 GBP"
    assert str(pounds("5")) == "5.00 GBP"


@given(AMOUNTS)
def test_a_written_amount_is_read_back(amount: Money) -> None:
    assert Money.parse(str(amount)) == amount


def test_a_negative_amount_is_refused() -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        Money(-1, Currency.GBP)

    assert str(caught.value) == "money counts whole minor units from zero up, not -1"


@pytest.mark.parametrize("minor", [1.5, True, "1"])
def test_only_whole_pence_are_money(minor: object) -> None:
    with pytest.raises(InvalidQuantityError, match="whole minor units"):
        Money(minor, Currency.GBP)  # type: ignore[arg-type]  # odd on purpose


def test_amounts_add_up_and_multiply() -> None:
    assert pounds("49.18") + pounds("0.82") == pounds("50")
    assert pounds("49.18").times(3) == pounds("147.54")


def test_two_currencies_are_not_added() -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        pounds("1") + Money(100, Currency.DKK)

    assert str(caught.value) == "cannot add 1.00 DKK to 1.00 GBP"


@pytest.mark.parametrize(("one", "order"), [("0.99", -1), ("1.00", 0), ("1.01", 1)])
def test_amounts_of_one_currency_are_compared(one: str, order: int) -> None:
    assert pounds(one).compare(pounds("1")) == order


def test_two_currencies_have_no_order() -> None:
    assert pounds("1").compare(Money(100, Currency.EUR)) is None


@given(AMOUNTS, AMOUNTS)
def test_comparison_of_amounts_is_antisymmetric(one: Money, other: Money) -> None:
    swapped = {-1: 1, 0: 0, 1: -1, None: None}

    assert one.compare(other) == swapped[other.compare(one)]


@pytest.mark.parametrize(("part", "left"), [("0", "5"), ("0.01", "4.99"), ("5", "0"), ("5.01", "0")])
def test_what_is_left_of_an_amount_is_never_below_nothing(part: str, left: str) -> None:
    assert pounds("5").less(pounds(part)) == pounds(left)


def test_one_currency_is_not_taken_from_another() -> None:
    with pytest.raises(InvalidQuantityError) as caught:
        pounds("1").less(Money(100, Currency.DKK))

    assert str(caught.value) == "cannot take 1.00 DKK from 1.00 GBP"
