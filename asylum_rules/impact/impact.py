"""What a change of rules changes for every case that fits, or for every case there is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias, overload

from attrs import frozen

from asylum_rules.decide.asked import Asked
from asylum_rules.decide.chosen import question_named, read_each
from asylum_rules.decide.completions import Stated
from asylum_rules.errors import TooManyCasesError
from asylum_rules.fragment import table
from asylum_rules.impact.classes import ChangeClass, QuestionImpact, TooLarge
from asylum_rules.impact.find import found
from asylum_rules.impact.text import of_change, of_who, question_lines
from asylum_rules.language.subjects import Question
from asylum_rules.model.anyone import anyone
from asylum_rules.model.policy import Policy, headlines
from asylum_rules.model.profile import CaseBase
from asylum_rules.model.questions import QUESTIONS

Readings: TypeAlias = Literal["headline", "all"]

_NOTHING: Final[Mapping[str, str]] = {}


@frozen(kw_only=True)
class Impact(Sequence[ChangeClass]):
    """The classes of cases whose answers change between two policies. Printing it lists them."""

    base: Policy
    other: Policy
    given: CaseBase
    """What every case states."""
    headlines: Mapping[str, str]
    """The readings taken for granted."""
    questions: tuple[QuestionImpact, ...]

    @property
    def classes(self) -> tuple[ChangeClass, ...]:
        """The changes, by question."""
        return tuple(each for question in self.questions for each in question.classes)

    @property
    def unchanged(self) -> tuple[ChangeClass, ...]:
        """The classes of cases whose answer stays."""
        return tuple(each for question in self.questions for each in question.unchanged)

    @property
    def too_large(self) -> tuple[TooLarge, ...]:
        """The questions that would be too large to work out, each with the way to narrow it."""
        return tuple(each.too_large for each in self.questions if each.too_large is not None)

    @property
    def exact(self) -> bool:
        """Whether every question was worked out; each that was is exact."""
        return not self.too_large

    @overload
    def __getitem__(self, place: int) -> ChangeClass: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[ChangeClass, ...]: ...
    def __getitem__(self, place: int | slice) -> ChangeClass | tuple[ChangeClass, ...]:
        return self.classes[place]

    def __iter__(self) -> Iterator[ChangeClass]:
        return iter(self.classes)

    def __len__(self) -> int:
        return len(self.classes)

    def __str__(self) -> str:
        return "\n".join(line for question in self.questions for line in question_lines(question)) or "Nothing changes."

    def _repr_html_(self) -> str:
        caption = f"{self.base.id} to {self.other.id}: {len(self)} changing and {len(self.unchanged)} staying classes"
        rows = ([each.question.text, of_change(each), of_who(each)] for each in self)
        return table(caption, ("Question", "From old to new", "Who"), rows)


def impact(  # noqa: PLR0913  # each narrows the cases or reads the law in a way of its own
    base: Policy,
    other: Policy,
    *,
    given: CaseBase | None = None,
    questions: Iterable[str] | None = None,
    under: Mapping[str, str] = _NOTHING,
    readings: Readings = "headline",
) -> Impact:
    """Return for whom a second policy changes the answers of a first, and how.

    Over every case, or every case that states what `given` states; nothing is presumed. Open points that have a
    headline are read so, unless `readings="all"`; `under` reads points in one way. Raises `InvalidInputError` where
    the policies or the case are not about the same profile, and `UnknownNameError` for a question, point or reading
    that is not there. What would be too large to work out is told in `too_large`.

    >>> from asylum_rules import policies
    >>> [c] = impact(policies["uk/baseline"], policies["uk/proposed"], questions=["appeal.body"])
    >>> c.old[1], c.new[1], c.facts
    ('first_tier_tribunal', 'independent_appeals_authority', ('claim',))
    """
    case = anyone(base.profile) if given is None else given
    base, other = read_each((base, other), case.profile, under)
    granted = {} if readings == "all" else headlines(base, other)
    stated = Stated(case, case.stated())
    return Impact(
        base=base,
        other=other,
        given=case,
        headlines=granted,
        questions=tuple(
            _found(Asked(base, other, question, stated, granted)) for question in _asked(base, other, questions)
        ),
    )


def _asked(base: Policy, other: Policy, names: Iterable[str] | None) -> tuple[Question, ...]:
    answered = dict.fromkeys((*base.questions, *other.questions))
    if names is not None:
        own = {question.name: question for question in answered}
        return tuple(own[name] if name in own else question_named(base, name) for name in dict.fromkeys(names))
    return tuple(dict.fromkeys((*(question for question in QUESTIONS if question in answered), *answered)))


def _found(asked: Asked) -> QuestionImpact:
    try:
        return found(asked)
    except TooManyCasesError as error:
        large = TooLarge(asked.question, error.limit, error.facts)
        return QuestionImpact(question=asked.question, classes=(), unchanged=(), too_large=large)
