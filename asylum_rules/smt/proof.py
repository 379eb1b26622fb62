"""What holds in every case there can be: proved, refuted with a case that shows it, or honestly left open."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from attrs import field, frozen

from asylum_rules.errors import AsylumRulesError, InvalidInputError, Problem, listed, quoted
from asylum_rules.language.build import ALWAYS, not_
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Condition, OneOf
from asylum_rules.language.subjects import Fact, Question
from asylum_rules.model.answer import Said
from asylum_rules.model.policy import Policy
from asylum_rules.smt.answer import Answers
from asylum_rules.smt.anyone import Anyone
from asylum_rules.smt.calendar import InexpressibleError
from asylum_rules.smt.condition import Symbol, place, truth
from asylum_rules.smt.favour import better, same
from asylum_rules.smt.logic import FALSE, GaveUp, Model, Truth, all_of as every, solve
from asylum_rules.smt.quantity import is_below
from asylum_rules.smt.term import Value as Given
from asylum_rules.smt.variables import Variables
from asylum_rules.units.word import Word

BUDGET: Final = 10_000
"""How many milliseconds the solver may take, unless more or less is given."""

NOTHING: Final[Mapping[str, Value]] = {}


@frozen(kw_only=True)
class Verdict:
    """Whether something holds in every case; None where that was not settled.

    Where it does not hold, `facts` and `points` are a case that shows it: what is given, the facts that the question
    can turn on, and a reading of each point that a policy leaves open.
    """

    holds: bool | None
    facts: Mapping[str, Value] = field(factory=dict)
    points: Mapping[str, str] = field(factory=dict)
    reason: str = ""
    """Why it was not settled."""
    larger: Value | None = None
    """Of a fact of which two values were compared the larger one; the other is in `facts`."""


def equivalent(  # noqa: PLR0913  # of the options each says one thing
    base: Policy,
    other: Policy,
    question: Question,
    *,
    among: Condition = ALWAYS,
    given: Mapping[str, Value] = NOTHING,
    budget: int = BUDGET,
) -> Verdict:
    """Return whether two policies answer everyone alike: unsatisfiable iff no case gets different answers."""
    return _never(_Pair(base, other, question, given, among), lambda one, two: ~same(one, two), budget)


def only_where(  # noqa: PLR0913  # the same
    base: Policy,
    other: Policy,
    question: Question,
    condition: Condition,
    *,
    given: Mapping[str, Value] = NOTHING,
    budget: int = BUDGET,
) -> Verdict:
    """Return whether answers differ only where a condition holds: unsatisfiable iff no other case gets different ones.

    A test of an answer in the condition reads what the first policy answers.
    """
    return equivalent(base, other, question, among=not_(condition), given=given, budget=budget)


def never_better(  # noqa: PLR0913  # the same
    base: Policy,
    other: Policy,
    question: Question,
    *,
    among: Condition = ALWAYS,
    given: Mapping[str, Value] = NOTHING,
    budget: int = BUDGET,
) -> Verdict:
    """Return whether nobody is better off under the second policy: unsatisfiable iff no answer is more favourable."""
    return _never(_Pair(base, other, question, given, among), lambda one, two: better(one, two, question), budget)


def never_worse(  # noqa: PLR0913  # the same
    base: Policy,
    other: Policy,
    question: Question,
    *,
    among: Condition = ALWAYS,
    given: Mapping[str, Value] = NOTHING,
    budget: int = BUDGET,
) -> Verdict:
    """Return whether nobody is worse off under the second policy: unsatisfiable iff no answer is less favourable."""
    return _never(_Pair(base, other, question, given, among), lambda one, two: better(two, one, question), budget)


def gap(policy: Policy, question: Question, *, given: Mapping[str, Value] = NOTHING, budget: int = BUDGET) -> Verdict:
    """Return whether a question has no gap: unsatisfiable iff some rule applies to every case that is covered."""
    return _sound(policy, question, Answers.is_gap, given, budget)


def clash(policy: Policy, question: Question, *, given: Mapping[str, Value] = NOTHING, budget: int = BUDGET) -> Verdict:
    """Return whether a question has no clash: unsatisfiable iff the rules that prevail in a covered case agree."""
    return _sound(policy, question, Answers.is_clash, given, budget)


def monotone(
    policy: Policy,
    question: Question,
    fact: Fact,
    *,
    given: Mapping[str, Value] = NOTHING,
    budget: int = BUDGET,
) -> Verdict:
    """Return whether a larger value of a fact is never worse: unsatisfiable iff no larger one, all else equal, is.

    Later is larger of dates, yes is larger than no. Raises `AsylumRulesError` for codes without an order.
    """
    if fact.kind is Kind.CODE and not fact.ordered:
        raise AsylumRulesError(f"the values of {quoted(fact.name)} have no order")
    anyone = Anyone((policy,), question, given=given)
    other = Anyone((policy,), question, given=given, second=fact.name)

    def worsens() -> Truth:
        small, large = anyone.answers(policy), other.answers(policy)
        is_worse = _stand(large, small, question, lambda one, two: better(one, two, question))
        return other.possible & is_worse & _is_smaller(fact, anyone.variables, other.variables)

    if fact.name not in anyone.facts:
        return Verdict(holds=True)
    return _verdict(anyone, worsens, budget, lambda model: other.variables.value(fact, model))


def said(policy: Policy, question: Question, values: Mapping[str, Value]) -> Said:
    """Return what a policy says to one case, taken from what it says to every case.

    `values` are those of every fact that the question can turn on, and the readings of the points that the policy
    leaves open; raises `InvalidInputError` where one is left out or is of another kind, and where no case can be so.
    """
    anyone, answers = _said_to_anyone(policy, question)
    missing = [each.name for each in anyone.subjects if each.name not in values]
    if missing:
        raise InvalidInputError("case", (Problem("", f"leaves out {listed(missing)}"),))
    is_so = {each.name: truth(OneOf(each, (values[each.name],)), anyone.variables) for each in anyone.subjects}
    wrong = [name for name, holds in is_so.items() if holds.term is False]
    if wrong:
        raise InvalidInputError("case", (Problem("", f"states what is no value of {listed(wrong)}"),))
    model = solve(every((anyone.possible, *is_so.values())), BUDGET)
    if not isinstance(model, Model):
        raise InvalidInputError("case", (Problem("", "is none that can be, with dates from 1950 to 2100"),))
    return answers.value(question, model)


@lru_cache(maxsize=64)
def _said_to_anyone(policy: Policy, question: Question) -> tuple[Anyone, Answers]:
    anyone = Anyone((policy,), question, given=NOTHING)
    return anyone, anyone.answers(policy)


class _Pair:
    """Two policies asked one question of the same person, among those for whom a condition holds."""

    def __init__(
        self, base: Policy, other: Policy, question: Question, given: Mapping[str, Value], among: Condition
    ) -> None:
        self.anyone = Anyone((base, other), question, given=given, also=among)
        self.first, self.second = map(self.anyone.answers, (base, other))
        self.question, self.among = question, among

    def where(self, is_so: Callable[[Given, Given], Truth]) -> Truth:
        """Return whether the two answers stand so to each other."""
        return truth(self.among, self.first) & _stand(self.first, self.second, self.question, is_so)


def _stand(first: Answers, second: Answers, question: Question, is_so: Callable[[Given, Given], Truth]) -> Truth:
    return first.said(question).where(lambda one: second.said(question).where(lambda two: is_so(one, two)))


def _never(pair: _Pair, is_so: Callable[[Given, Given], Truth], budget: int) -> Verdict:
    return _verdict(pair.anyone, lambda: pair.where(is_so), budget)


def _sound(
    policy: Policy,
    question: Question,
    is_flaw: Callable[[Answers, Question], Truth],
    given: Mapping[str, Value],
    budget: int,
) -> Verdict:
    anyone = Anyone((policy,), question, given=given)
    answers = anyone.answers(policy)
    return _verdict(anyone, lambda: answers.covers(question) & is_flaw(answers, question), budget)


def _is_smaller(fact: Fact, one: Variables, other: Variables) -> Truth:
    return one(fact).where(lambda small: other(fact).where(lambda large: _is_below(fact, small, large)))


def _is_below(fact: Fact, one: Symbol, other: Symbol) -> Truth:
    return FALSE if fact.none and Word.NONE in (one, other) else is_below(place(fact, one), place(fact, other))


def _no_value(_: Model) -> Value | None:
    return None


def _verdict(
    anyone: Anyone,
    counterexample: Callable[[], Truth],
    budget: int,
    larger: Callable[[Model], Value | None] = _no_value,
) -> Verdict:
    """Return whether there is no counterexample among the cases that there can be."""
    try:
        claim = counterexample() & anyone.possible
    except InexpressibleError as error:
        return Verdict(holds=None, reason=f"not put to the solver: {error}")
    match solve(claim, budget):
        case None:
            return Verdict(holds=True)
        case GaveUp(reason):
            return Verdict(holds=None, reason=f"not settled within {budget:,} milliseconds: {reason}")
        case model:
            facts, points = anyone.shown(model)
            return Verdict(holds=False, facts=facts, points=points, larger=larger(model))
