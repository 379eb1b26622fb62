"""Which cases a property is about, and how the law is read for it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, TypeAlias, TypedDict

from attrs import evolve, field, frozen

from asylum_rules.decide.chosen import question_named, read_each
from asylum_rules.decide.completions import Stated
from asylum_rules.errors import InvalidInputError, Problem, listed, quoted
from asylum_rules.language.subjects import Question
from asylum_rules.model.anyone import anyone
from asylum_rules.model.policy import Policy, headlines
from asylum_rules.model.profile import CaseBase
from asylum_rules.model.questions import QUESTIONS

BUDGET: Final = 10_000
"""How many milliseconds the solver may take over one question, unless more or less is given."""

Readings: TypeAlias = Literal["all", "headline"]


class About(TypedDict, total=False):
    """What may be said of the cases that a property is about, and of how the law is read for it; see `Cases`."""

    given: CaseBase | None
    questions: Iterable[str] | None
    under: Mapping[str, str]
    readings: Readings
    budget: int


def _each_once(names: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(dict.fromkeys(names))


@frozen(kw_only=True)
class Cases:
    """The cases that state what `given` states, under every reading of open points unless said otherwise.

    Nothing is presumed. `budget` is how many milliseconds the solver of the extra `smt` may take over one question.
    """

    given: CaseBase | None = None
    questions: tuple[str, ...] | None = field(default=None, converter=_each_once)
    """The questions asked; every one that the policies answer where none is named."""
    under: Mapping[str, str] = field(factory=dict)
    """Open points read in one way."""
    readings: Readings = "all"
    budget: int = BUDGET

    def read(self, *policies: Policy) -> tuple[Policy, ...]:
        """Return policies read so, told apart by id; raise `InvalidInputError` where one is about other cases."""
        profile = self.case(policies[0]).profile
        read = tuple(_told_apart(read_each(policies, profile, self.under)))
        return read_each(read, profile, headlines(*read)) if self.readings == "headline" else read

    def case(self, policy: Policy) -> CaseBase:
        """Return what every case states."""
        return anyone(policy.profile) if self.given is None else self.given

    def stated(self, policy: Policy) -> Stated:
        """Return what every case states, made ready to be decided."""
        case = self.case(policy)
        return Stated(case, case.stated())

    def asked(self, *policies: Policy) -> tuple[Question, ...]:
        """Return the questions asked, of which some policy answers each: of no other is there anything to prove.

        Raises `UnknownNameError` for one that is not there, `InvalidInputError` for one that no policy answers.
        """
        answered = dict.fromkeys(question for policy in policies for question in policy.questions)
        if self.questions is None:
            return (*(each for each in QUESTIONS if each in answered), *(each for each in answered if each not in _ALL))
        named = tuple(question_named(policies[0], name) for name in self.questions)
        ids = listed(policy.id for policy in policies)
        _refuse((quoted(each.name), f"is not answered by {ids}") for each in named if each not in answered)
        _refuse([] if named else [("", "none is named")])
        return named

    def ordered(self, *policies: Policy) -> tuple[Question, ...]:
        """Return the questions asked whose answers are better or worse.

        Raises `InvalidInputError` for another that is named, and where there is none.
        """
        questions = self.asked(*policies)
        ordered = tuple(each for each in questions if each.favours is not None)
        if self.questions is not None or not ordered:
            orderless = (each for each in questions if each.favours is None)
            _refuse((quoted(each.name), "none of its answers is better or worse") for each in orderless)
        return ordered


_ALL: Final = frozenset(QUESTIONS)


def _told_apart(policies: tuple[Policy, ...]) -> Iterator[Policy]:
    """Yield policies with the second of two of one id, as where it is read in another way, called so."""
    for place, policy in enumerate(policies):
        ids = [each.id for each in policies[:place]]
        yield evolve(policy, id=f"{policy.id} (2)") if policy.id in ids else policy


def _refuse(problems: Iterable[tuple[str, str]]) -> None:
    found = tuple(Problem(where, what) for where, what in problems)
    if found:
        raise InvalidInputError("question", found)
