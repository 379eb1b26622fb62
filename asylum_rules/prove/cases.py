"""Which cases a property is about, and how the law is read for it."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias, TypedDict

from attrs import field, frozen

from asylum_rules.decide.completions import Stated
from asylum_rules.decide.decide import question_named, same_profile
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


@frozen(kw_only=True)
class Cases:
    """The cases that state what `given` states, under every reading of open points unless said otherwise.

    Nothing is presumed. `budget` is how many milliseconds the solver of the extra `smt` may take over one question.
    """

    given: CaseBase | None = None
    questions: Iterable[str] | None = None
    """The questions asked; every one that the policies answer where none is named."""
    under: Mapping[str, str] = field(factory=dict)
    """Open points read in one way."""
    readings: Readings = "all"
    budget: int = BUDGET

    def read(self, *policies: Policy) -> tuple[Policy, ...]:
        """Return policies read so; raise `InvalidInputError` where one is not about these cases."""
        case = self.case(policies[0])
        same_profile(policies, case.profile)
        for point, reading in self.under.items():
            policies = tuple(each.under(point, reading) for each in policies)
        if self.readings == "headline":
            for point, reading in headlines(*policies).items():
                policies = tuple(each.under(point, reading) for each in policies)
        return policies

    def case(self, policy: Policy) -> CaseBase:
        """Return what every case states."""
        return anyone(policy.profile) if self.given is None else self.given

    def stated(self, policy: Policy) -> Stated:
        """Return what every case states, made ready to be decided."""
        case = self.case(policy)
        return Stated(case, case.stated())

    def asked(self, *policies: Policy) -> tuple[Question, ...]:
        """Return the questions asked; raise `UnknownNameError` for one that is not there."""
        if self.questions is not None:
            return tuple(question_named(policies[0], name) for name in dict.fromkeys(self.questions))
        answered = {question for policy in policies for question in policy.questions}
        return tuple(question for question in QUESTIONS if question in answered)
