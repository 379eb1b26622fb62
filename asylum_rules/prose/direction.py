"""Better or worse in words, as the person would see it."""

from collections.abc import Mapping
from typing import Final

from asylum_rules.model.direction import Direction

DIRECTIONS: Final[Mapping[Direction, str]] = {
    Direction.MORE_FAVOURABLE: "better",
    Direction.LESS_FAVOURABLE: "worse",
    Direction.SAME: "same",
    Direction.DIFFERENT: "different",
    Direction.DEPENDS: "depends",
}


def of_directions(headline: Direction, every: Direction) -> str:
    """Return the direction under the headline readings, and what it is over all readings where that differs.

    >>> of_directions(Direction.LESS_FAVOURABLE, Direction.DEPENDS)
    'worse; over all readings it depends'
    """
    word = DIRECTIONS[headline]
    return word if headline is every else f"{word}; over all readings it {DIRECTIONS[every]}"
