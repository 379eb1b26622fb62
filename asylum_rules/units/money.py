"""An amount of money: whole minor units of one currency."""

import re
from enum import StrEnum
from typing import Final

from attrs import frozen

from asylum_rules.errors import InvalidQuantityError, quoted

_WRITTEN: Final = re.compile(r"(\d{1,12})(?:\.(\d{1,2}))?(?: ([A-Z]{3}))?", re.ASCII)


class Currency(StrEnum):
    """The currencies the rulebooks use; each has a hundred minor units."""

    GBP = "GBP"
    DKK = "DKK"
    EUR = "EUR"


@frozen
class Money:
    """An amount that is not negative.

    >>> str(Money(4918, Currency.GBP))
    '49.18 GBP'
    """

    minor: int
    """Pence, øre or cents."""
    currency: Currency

    def __attrs_post_init__(self) -> None:
        if type(self.minor) is not int or self.minor < 0:
            raise InvalidQuantityError(f"money counts whole minor units from zero up, not {self.minor!r}")

    @classmethod
    def parse(cls, text: str, *, default: Currency | None = None) -> "Money":
        """Read an amount with its currency, which may be left out only where a default is given.

        >>> Money.parse("1200.5 GBP")
        Money(minor=120050, currency=<Currency.GBP: 'GBP'>)
        """
        found = _WRITTEN.fullmatch(text)
        code = (found[3] if found else None) or default
        if found is None or code is None or code not in Currency.__members__:
            known = ", ".join(Currency)
            raise InvalidQuantityError(f"{quoted(text)} is no amount; expected the form `1200.00 GBP` ({known})")
        return cls(100 * int(found[1]) + int((found[2] or "").ljust(2, "0")), Currency(code))

    def times(self, count: int) -> "Money":
        """Return the amount `count` times over."""
        return Money(self.minor * count, self.currency)

    def less(self, other: "Money") -> "Money":
        """Return what is left of the amount, and never below nothing."""
        if self.currency is not other.currency:
            raise InvalidQuantityError(f"cannot take {other} from {self}")
        return Money(max(0, self.minor - other.minor), self.currency)

    def __add__(self, other: "Money") -> "Money":
        if self.currency is not other.currency:
            raise InvalidQuantityError(f"cannot add {other} to {self}")
        return Money(self.minor + other.minor, self.currency)

    def compare(self, other: "Money") -> int | None:
        """Return -1, 0 or 1 as this amount is smaller, equal or larger; None between currencies."""
        if self.currency is not other.currency:
            return None
        return (self.minor > other.minor) - (self.minor < other.minor)

    def __str__(self) -> str:
        return f"{self.minor // 100}.{self.minor % 100:02} {self.currency}"


def pounds(text: str) -> Money:
    """Return an amount in pounds sterling, written as a decimal.

    >>> str(pounds("49.18"))
    '49.18 GBP'
    """
    return Money.parse(f"{text} GBP")
