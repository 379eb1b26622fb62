"""The answers of several policies to one question about one case."""

from collections.abc import Mapping

from attrs import frozen

from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Answer, Status
from asylum_rules.model.direction import Changed, Direction


@frozen(kw_only=True)
class Compared:
    """The answers of every policy to one question, each set against the first."""

    question: Question
    answers: Mapping[str, Answer]
    """By policy id."""
    changed: Mapping[str, Changed]
    """By id of each policy after the first: True in every completion of the case, False in none, None: it depends."""
    direction: Mapping[str, Direction]
    headline_direction: Mapping[str, Direction]
    """The same with every open point that has a headline read so."""

    @property
    def stays(self) -> bool:
        """Whether no policy answers differently from the first in any completion."""
        return all(changed is False for changed in self.changed.values())

    @property
    def covered(self) -> bool:
        """Whether any policy answers the question for this case."""
        return any(each.status is not Status.NOT_COVERED for each in self.answers.values())
