"""One case under several policies: the answers, whether they change, and for better or worse."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, overload

from attrs import field, frozen

from asylum_rules.decide.chosen import questions_of, read_under
from asylum_rules.decide.completions import Completions, Stated, state
from asylum_rules.decide.decide import answer
from asylum_rules.diff.compared import Compared
from asylum_rules.diff.table import as_table, table_rows
from asylum_rules.errors import UnknownNameError
from asylum_rules.fragment import table
from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Answer, Status
from asylum_rules.model.direction import Changed, Direction, change
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase

Turn: TypeAlias = tuple[Changed, Direction]
"""Whether an answer changes, and for better or worse."""


@frozen(kw_only=True)
class Comparison(Mapping[str, Compared]):
    """One case under several policies, by question. Printing it gives a table."""

    case: CaseBase
    presumes: bool
    policies: tuple[Policy, ...]
    questions: tuple[Compared, ...]
    _by_name: dict[str, Compared] = field(init=False, eq=False, repr=False)

    @_by_name.default
    def _named(self) -> dict[str, Compared]:
        return {compared.question.name: compared for compared in self.questions}

    def __getitem__(self, name: str) -> Compared:
        if name not in self._by_name:
            raise UnknownNameError("question", name, tuple(self._by_name))
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    def __str__(self) -> str:
        return as_table(self.questions, self.policies)

    def _repr_html_(self) -> str:
        caption = self.case.name or f"One {self.case.profile} under {len(self.policies)} policies"
        head = ("Question", *(policy.id for policy in self.policies))
        return table(caption, head, table_rows(self.questions, self.policies))


@overload
def diff(
    base: Policy,
    other: Policy,
    case: CaseBase,
    /,
    *,
    questions: Iterable[str] | None = None,
    under: Mapping[str, str] | None = None,
    presume: bool = True,
) -> Comparison: ...
@overload
def diff(
    base: Policy,
    other: Policy,
    another: Policy,
    case: CaseBase,
    /,
    *,
    questions: Iterable[str] | None = None,
    under: Mapping[str, str] | None = None,
    presume: bool = True,
) -> Comparison: ...
@overload
def diff(
    *given: Policy | CaseBase,
    questions: Iterable[str] | None = None,
    under: Mapping[str, str] | None = None,
    presume: bool = True,
) -> Comparison: ...
def diff(
    *given: Policy | CaseBase,
    questions: Iterable[str] | None = None,
    under: Mapping[str, str] | None = None,
    presume: bool = True,
) -> Comparison:
    """Compare policies for one case: `diff(base, other, ..., case)`. The first policy is the base.

    `under` reads open points in one way for every policy; `presume=False` leaves out facts that the case does not
    state. Raises `InvalidInputError` where the policies are not about cases of this profile or two have one id,
    `UnknownNameError` for a question, point or reading that is not there, and `TooManyCasesError` where there are
    too many ways to complete the case.

    >>> from asylum_rules import CaseProfile, policies
    >>> case = CaseProfile(claim="refugee", claimed_on="2026-04-01", was_unaccompanied_child_at_claim=False)
    >>> d = diff(policies["uk/baseline"], policies["uk/latest"], case, questions=["leave.length"])
    >>> d["leave.length"].direction["uk/latest"].value
    'less_favourable'
    """
    *first, case = given
    policies = tuple(policy for policy in first if isinstance(policy, Policy))
    if not policies or len(policies) != len(first) or not isinstance(case, CaseBase):
        raise TypeError("diff takes one or more policies and then one case profile")
    policies = read_under(policies, case.profile, under or {})
    stated = state(case, presume=presume)
    return Comparison(
        case=case,
        presumes=presume,
        policies=policies,
        questions=tuple(_compared(policies, stated, question) for question in questions_of(policies, questions)),
    )


def _compared(policies: tuple[Policy, ...], stated: Stated, question: Question) -> Compared:
    completions = Completions(policies, stated, question)
    answers = {policy.id: answer(policy, completions) for policy in policies}
    base, *others = policies
    turns = {policy.id: _turns(base, policy, completions, answers) for policy in others}
    return Compared(
        question=question,
        answers=answers,
        changed={name: _changed(every) for name, (every, _) in turns.items()},
        direction={name: _direction(every) for name, (every, _) in turns.items()},
        headline_direction={name: _direction(headline) for name, (_, headline) in turns.items()},
    )


def _turns(
    base: Policy, other: Policy, completions: Completions, answers: Mapping[str, Answer]
) -> tuple[tuple[Turn, ...], tuple[Turn, ...]]:
    """Return how two answers differ over every completion of the case, and over those with the headline readings."""
    first, second = answers[base.id], answers[other.id]
    if first.status is not Status.DEPENDS and second.status is not Status.DEPENDS:
        only = (change((first.status, first.value), (second.status, second.value), completions.question),)
        return only, only
    every = completions.compared(base, other, lambda one, two: change(one, two, completions.question))
    return every.values, every.under_headlines().values


def _changed(turns: tuple[Turn, ...]) -> Changed:
    found = {changed for changed, _ in turns}
    return found.pop() if len(found) == 1 else None


def _direction(turns: tuple[Turn, ...]) -> Direction:
    found = {direction for _, direction in turns}
    return found.pop() if len(found) == 1 else Direction.DEPENDS
