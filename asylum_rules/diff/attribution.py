"""Which changes to the rules make the answer to one case change: what suffices, and what it cannot do without."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, TypeAlias

from attrs import evolve, frozen

from asylum_rules.decide.chosen import question_named, read_each
from asylum_rules.decide.completions import Completions, Stated, state
from asylum_rules.decide.decide import answer
from asylum_rules.diff.rules import RuleChange, rule_changes
from asylum_rules.errors import (
    ClashError,
    GapError,
    InvalidInputError,
    InvalidPolicyError,
    Problem,
    listed,
)
from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Question, Subject
from asylum_rules.language.truth import reader, truth
from asylum_rules.model.answer import Answer, Said, Status
from asylum_rules.model.policy import Policy, Scope, headlines
from asylum_rules.model.profile import CaseBase
from asylum_rules.model.questions import QUESTIONS
from asylum_rules.model.rule import Rule
from asylum_rules.prose.value import of_answer

MOST: Final = 4_096
"""How many sets of changes may be tried."""

_NOTHING: Final[Mapping[str, str]] = {}


@frozen
class ScopeChange:
    """A question that the second policy opens, or answers in other cases than the first."""

    new: Scope

    @property
    def question(self) -> str:
        """The name of the question."""
        return self.new.question.name

    def __str__(self) -> str:
        return f"{self.question} is answered in other cases"


Change: TypeAlias = RuleChange | ScopeChange


@frozen(kw_only=True)
class Attribution:
    """Why the answer to one case changes. It does not depend on the order in which changes are made."""

    question: Question
    old: Answer
    new: Answer
    headlines: Mapping[str, str]
    """The readings taken for granted."""
    sufficient: tuple[tuple[Change, ...], ...]
    """Every smallest set of changes that gives the new answer: with none of its changes left out."""
    necessary: tuple[Change, ...]
    """Each change without which, all others made, the new answer is not given."""

    def __str__(self) -> str:
        return "\n".join(_lines(self))


@frozen
class Unattributed:
    """In the place of an attribution: why there is none."""

    question: Question
    reason: str
    stays: bool = False
    """The answer does not change at all."""

    def __str__(self) -> str:
        return f"{self.question.text}: {self.reason}"


def attribute(  # noqa: PLR0913  # as `decide`, of two policies
    base: Policy,
    other: Policy,
    case: CaseBase,
    question: str,
    *,
    under: Mapping[str, str] = _NOTHING,
    presume: bool = True,
) -> Attribution:
    """Return which changes to the rules make the answer to a case change between two policies.

    Open points with a headline are read so, unless `under` reads them in another way. Raises `InvalidInputError`
    where the answers do not change, where they depend on what the case or `under` leaves out, and where more sets of
    changes would have to be tried than is sensible.

    >>> from asylum_rules import CaseProfile, policies
    >>> case = CaseProfile(claim="refugee", claimed_on="2026-04-01", was_unaccompanied_child_at_claim=False)
    >>> why = attribute(policies["uk/baseline"], policies["uk/latest"], case, "leave.length")
    >>> [[each.new.name for each in changes] for changes in why.sufficient]
    [['leave.thirty-months']]
    """
    (found,) = attribute_all(base, other, case, questions=[question], under=under, presume=presume)
    if isinstance(found, Unattributed):
        raise InvalidInputError("attribution", (Problem("", found.reason),))
    return found


def attribute_all(  # noqa: PLR0913  # as `diff`, of two policies
    base: Policy,
    other: Policy,
    case: CaseBase,
    *,
    questions: Iterable[str] | None = None,
    under: Mapping[str, str] = _NOTHING,
    presume: bool = True,
) -> tuple[Attribution | Unattributed, ...]:
    """Return why each answer to a case changes, as `attribute` does, or why that cannot be told.

    Without `questions` it is every question whose answer changes or may change.
    """
    base, other = read_each((base, other), case.profile, under)
    granted = headlines(base, other)
    base, other = read_each((base, other), case.profile, granted)
    stated = state(case, presume=presume)
    if questions is not None:
        asked = [question_named(base, name) for name in dict.fromkeys(questions)]
        return tuple(_attributed(base, other, stated, each, granted) for each in asked)
    answered = {*base.questions, *other.questions}
    found = (_attributed(base, other, stated, each, granted) for each in QUESTIONS if each in answered)
    return tuple(each for each in found if not (isinstance(each, Unattributed) and each.stays))


def _attributed(
    base: Policy, other: Policy, stated: Stated, question: Question, granted: Mapping[str, str]
) -> Attribution | Unattributed:
    def ask(policy: Policy) -> Answer:
        return answer(policy, Completions((policy,), stated, question))

    old, new = ask(base), ask(other)
    if _said(old) == _said(new) and old.status is not Status.DEPENDS:
        return Unattributed(question, f"the answer stays: {of_answer(old)}", stays=True)
    open_ = dict.fromkeys(name for each in (old, new) if each.status is Status.DEPENDS for name in _awaited(each))
    if open_ and _stays(base, other, stated, question):
        return Unattributed(question, "the answer stays, whatever it depends on", stays=True)
    if open_:
        return Unattributed(question, f"the answer depends on {listed(open_)}; state them, or read them in one way")
    changes = tuple(_that_matter(base, other, question, stated.values))
    if 2 ** len(changes) > MOST:
        what = f"{len(changes)} changes matter to this case, more sets of them than the {MOST:,} that are tried"
        return Unattributed(question, f"{what}; state more of the case")

    def gives(chosen: Iterable[Change]) -> bool:
        try:
            return _said(ask(_with(base, chosen))) == _said(new)
        except (InvalidPolicyError, GapError, ClashError):
            return False

    return Attribution(
        question=question,
        old=old,
        new=new,
        headlines=granted,
        sufficient=_smallest(changes, gives),
        necessary=tuple(each for each in changes if not gives(other for other in changes if other is not each)),
    )


def _said(given: Answer) -> Said:
    return given.status, given.value


def _stays(base: Policy, other: Policy, stated: Stated, question: Question) -> bool:
    completions = Completions((base, other), stated, question)
    return completions.compared(base, other, lambda old, new: old == new).values == (True,)


def _awaited(given: Answer) -> tuple[str, ...]:
    return (*given.facts, *given.points)


def _that_matter(base: Policy, other: Policy, question: Question, values: Mapping[str, Value]) -> Iterator[Change]:
    """Yield the changes that can matter to a question in a case."""
    basis = {*_rules(base, question), *_rules(other, question)}
    for change in rule_changes(base, other):
        rules = [rule for rule in (change.old, change.new) if rule is not None]
        if any(rule in basis and _may_apply(rule, {**values, **dict(base.readings)}) for rule in rules):
            yield change
    scopes = {scope.question.name: scope for scope in base.scopes}
    names = {rule.answers.name for rule in basis} | {question.name}
    for scope in other.scopes:
        if scope.question.name in names and scopes.get(scope.question.name) != scope:
            yield ScopeChange(scope)


def _rules(policy: Policy, question: Question) -> Iterator[Rule]:
    return (rule for _, rules in policy.basis(question) for rule in rules)


def _may_apply(rule: Rule, values: Mapping[str, Value]) -> bool:
    read = reader(values)

    def of_case(subject: Subject) -> Value | None:
        return None if isinstance(subject, Question) else read(subject)

    return truth(rule.applies, of_case) is not False


def _with(base: Policy, chosen: Iterable[Change]) -> Policy:
    """Return a policy with some changes made."""
    rules, scopes = list(base.rules), {scope.question.name: scope for scope in base.scopes}
    for change in chosen:
        if isinstance(change, ScopeChange):
            scopes[change.question] = change.new
            continue
        if change.old is not None:
            rules.remove(change.old)
        if change.new is not None:
            rules.append(change.new)
    return evolve(base, rules=tuple(rules), scopes=tuple(scopes.values()))


def _smallest(changes: tuple[Change, ...], gives: Callable[[Iterable[Change]], bool]) -> tuple[tuple[Change, ...], ...]:
    """Return every set of changes that gives the answer while no smaller set inside it does."""
    found: list[tuple[Change, ...]] = []
    for size in range(len(changes) + 1):
        for chosen in combinations(changes, size):
            if not any(set(smaller) <= set(chosen) for smaller in found) and gives(chosen):
                found.append(chosen)
    return tuple(found)


def _lines(why: Attribution) -> Iterator[str]:
    yield f"{why.question.text}: {of_answer(why.old)} → {of_answer(why.new)}"
    for chosen in why.sufficient:
        yield f"  enough by itself: {_listed(chosen)}"
    yield f"  not without: {_listed(why.necessary) or 'no single change; others would do the same'}"


def _listed(changes: Iterable[Change]) -> str:
    return " and ".join(map(str, changes))
