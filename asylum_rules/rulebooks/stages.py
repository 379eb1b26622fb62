"""Short ways to write how far a rule has come, and the policy of a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from asylum_rules.model.policy import Policy, Scope
from asylum_rules.model.rule import Rule
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


def disputed(since: date) -> Standing:
    """What the rules in force since a day are said to be, or how they are said to be applied, where sources differ."""
    return Standing(((since, Stage.DISPUTED),), VERIFIED)


def rules_of_day(country: str, of: str, on: date, rules: Iterable[Rule], scopes: tuple[Scope, ...]) -> Policy:
    """Return the rules in force on a day as a policy, those in dispute among them.

    Past the last verified day its title says so.
    """
    doubt = "" if on <= VERIFIED else f", not verified since {VERIFIED.day} {VERIFIED:%B %Y}"
    return Policy(
        id=f"{country}@{on}",
        resolved=f"{country}@{on}",
        title=f"{of} rules in force on {on.day} {on:%B %Y}{doubt}",
        on=on,
        verified_until=VERIFIED,
        rules=tuple(rule for rule in rules if rule.standing.on(on) in (Stage.IN_FORCE, Stage.DISPUTED)),
        scopes=scopes,
    )
