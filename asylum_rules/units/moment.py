"""A local time to the minute, as a cut-off is written: 15:00 in London on 4 September 2025."""

import re
from datetime import datetime
from typing import Final

from attrs import frozen

from asylum_rules.errors import InvalidQuantityError, quoted

_WRITTEN: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:00)?", re.ASCII)


@frozen(order=True)
class Moment:
    """A minute of local time in the Europe/London zone.

    The law names local times, and cases state local times, so they are compared as written and no clock or table
    of time zones is asked.

    >>> Moment.parse("2025-09-04T14:59") < Moment.parse("2025-09-04T15:00")
    True
    """

    at: datetime

    def __attrs_post_init__(self) -> None:
        if self.at.tzinfo is not None or self.at.second or self.at.microsecond:
            raise InvalidQuantityError(f"{self.at.isoformat()} is no moment; expected London time to the minute")

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read the ISO 8601 form without an offset.

        >>> str(Moment.parse("2025-09-04T15:00"))
        '2025-09-04T15:00'
        """
        try:
            if _WRITTEN.fullmatch(text):
                return cls(datetime.fromisoformat(text))
        except ValueError:
            pass
        raise InvalidQuantityError(f"{quoted(text)} is no moment; expected London time as `2025-09-04T15:00`")

    def __str__(self) -> str:
        return self.at.isoformat(timespec="minutes")
