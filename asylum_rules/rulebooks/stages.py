"""Short ways to write how far a rule has come."""

from datetime import date, timedelta
from typing import Final

from asylum_rules.sources.standing import Stage, Standing

FIRST_DAY: Final = date.min
"""Stands for a first day that the sources do not give: the rule is older than anything asked here."""

VERIFIED: Final = date(2026, 10, 6)
"""The last day up to which rules are verified."""


def in_force(
    since: date = FIRST_DAY,
    last: date | None = None,
    then: Stage = Stage.ENDED,
    *,
    before: dict[date, Stage] | None = None,
) -> Standing:
    """In force from a first to a last day, both included; `before` are the stages that led there."""
    ended = () if last is None else ((last + timedelta(days=1), then),)
    return Standing((*(before or {}).items(), (since, Stage.IN_FORCE), *ended), VERIFIED)


def proposed(*stages: tuple[date, Stage]) -> Standing:
    """Not law: announced, consulted on or before Parliament."""
    return Standing(stages, VERIFIED)
