"""How far a rule has come towards being law, and when; and when we last verified that."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from asylum_rules.errors import InvalidQuantityError


class Stage(StrEnum):
    """A stage in a rule's life, least advanced first."""

    DISPUTED = "disputed"
    ANNOUNCED = "announced"
    CONSULTED = "consulted"
    BILL = "bill"
    LEGISLATED = "legislated"
    REVOKED = "revoked"
    ENDED = "ended"
    PAUSED = "paused"
    IN_FORCE = "in_force"


_ADVANCE = {stage: place for place, stage in enumerate(Stage)}


@frozen
class Standing:
    """The dated stages of a rule, oldest first, and the day up to which they are verified.

    >>> Standing(((date(2005, 2, 5), Stage.IN_FORCE), (date(2026, 6, 2), Stage.REVOKED)), date(2026, 10, 6)).on(
    ...     date(2025, 11, 16)
    ... )
    <Stage.IN_FORCE: 'in_force'>
    """

    stages: tuple[tuple[date, Stage], ...] = field()
    verified: date

    @stages.validator
    def _in_order(self, _: object, stages: tuple[tuple[date, Stage], ...]) -> None:
        dates = [since for since, _ in stages]
        if not dates or dates != sorted(dates):
            raise InvalidQuantityError("a standing has at least one stage, oldest first")

    def on(self, day: date) -> Stage | None:
        """Return the stage reached on a day; None before the first."""
        return next((stage for since, stage in reversed(self.stages) if since <= day), None)

    @property
    def latest(self) -> Stage:
        """The last stage known to have been reached."""
        return self.stages[-1][1]

    @property
    def since(self) -> date:
        """The first day of force; for a rule never in force, the first day of its first stage."""
        return next((since for since, stage in self.stages if stage is Stage.IN_FORCE), self.stages[0][0])


def least_advanced(stages: list[Stage]) -> Stage | None:
    """Return the least advanced of some stages; None of none.

    >>> least_advanced([Stage.IN_FORCE, Stage.ANNOUNCED])
    <Stage.ANNOUNCED: 'announced'>
    """
    return min(stages, key=_ADVANCE.__getitem__, default=None)
