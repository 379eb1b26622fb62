"""A length of time kept in its own units, and the date it leads to."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from asylum_rules.errors import InvalidQuantityError, quoted

_ISO: Final = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?", re.ASCII)
_IN_EVERY_MONTH: Final = 28
_MOST_MONTHS: Final = 12_000
_MOST_DAYS: Final = 366_000


@frozen
class Span:
    """Years, months, weeks and days, as written; six months are never some number of days.

    Adding a span to a date follows the corresponding date rule (*Dodds v Walker* [1981] 1 WLR 1027): months and
    years lead to the same day of the month, or to the month's last day where it has no such day; weeks and days
    are then counted from there.

    >>> Span(months=30).after(date(2026, 8, 31))
    datetime.date(2029, 2, 28)
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    def __attrs_post_init__(self) -> None:
        parts = (self.years, self.months, self.weeks, self.days)
        if any(type(part) is not int or part < 0 for part in parts):
            raise InvalidQuantityError(f"a span counts whole units from zero up, not {parts}")
        if self.in_months > _MOST_MONTHS or self.in_days > _MOST_DAYS:
            raise InvalidQuantityError("a span is at most 1,000 years")

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Read the ISO 8601 form.

        >>> Span.parse("P20Y"), Span.parse("P28D")
        (Span(years=20, months=0, weeks=0, days=0), Span(years=0, months=0, weeks=0, days=28))
        """
        found = _ISO.fullmatch(text)
        if found is None:
            raise InvalidQuantityError(f"{quoted(text)} is no span; expected the form `P5Y`, `P30M`, `P4W` or `P28D`")
        return cls(*(int(part or 0) for part in found.groups()))

    @property
    def in_months(self) -> int:
        """The years and months, in months."""
        return 12 * self.years + self.months

    @property
    def in_days(self) -> int:
        """The weeks and days, in days."""
        return 7 * self.weeks + self.days

    def after(self, start: date) -> date:
        """Return the date this span leads to from `start`.

        >>> Span(years=5).after(date(2028, 2, 29))
        datetime.date(2033, 2, 28)
        """
        year, month = divmod(12 * start.year + start.month - 1 + self.in_months, 12)
        month += 1
        day = start.day if start.day <= _IN_EVERY_MONTH else min(start.day, monthrange(year, month)[1])
        moved = date(year, month, day)
        return moved + timedelta(days=self.in_days) if self.in_days else moved

    def times(self, count: int) -> "Span":
        """Return the span `count` times over: three times 30 months are 90 months."""
        return Span(self.years * count, self.months * count, self.weeks * count, self.days * count)

    def less(self, other: "Span") -> "Span":
        """Return what is left of the span, and never below nothing.

        Raises `InvalidQuantityError` where months meet days.

        >>> Span(years=20).less(Span(years=5)), Span(years=1).less(Span(months=30))
        (Span(years=15, months=0, weeks=0, days=0), Span(years=0, months=0, weeks=0, days=0))
        """
        order = self.compare(other)
        if order is None:
            raise InvalidQuantityError(f"{other} cannot be taken from {self}: months and days have no order")
        if order < 1:
            return Span()
        months, days = self.in_months - other.in_months, self.in_days - other.in_days
        in_years = months // 12 if self.years else 0
        in_weeks = days // 7 if self.weeks else 0
        return Span(in_years, months - 12 * in_years, in_weeks, days - 7 * in_weeks)

    def __add__(self, other: "Span") -> "Span":
        return Span(
            self.years + other.years, self.months + other.months, self.weeks + other.weeks, self.days + other.days
        )

    def compare(self, other: "Span") -> int | None:
        """Return -1, 0 or 1 as this span is shorter, equally long or longer; None where months meet days.

        >>> Span(months=30).compare(Span(years=5)), Span(days=28).compare(Span(months=1))
        (-1, None)
        """
        months, days = self.in_months - other.in_months, self.in_days - other.in_days
        if months * days < 0:
            return None
        return (months + days > 0) - (months + days < 0)

    def __str__(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        return "P" + ("".join(f"{count}{unit}" for count, unit in parts if count) or "0D")


def years(count: int) -> Span:
    """Return a span of years."""
    return Span(years=count)


def months(count: int) -> Span:
    """Return a span of months."""
    return Span(months=count)


def days(count: int) -> Span:
    """Return a span of days."""
    return Span(days=count)
