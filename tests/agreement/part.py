"""Whether what is said of a case that leaves facts out is exactly what its completions are told.

The completions and what they are told come from the plain reading: the diagrams that give the answer have no part in
it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from asylum_rules.decide.decide import decide
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.language.walk import reads
from asylum_rules.model.answer import Answer, Formula, Possibility
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase
from asylum_rules.units.money import pounds
from tests.agreement import lookup
from tests.agreement.completion import Completion, completed
from tests.agreement.tally import agree
from tests.agreement.whole import alike

_SOME: Mapping[Kind, Any] = {Kind.DATE: date(2026, 5, 31), Kind.COUNT: 3, Kind.MONEY: pounds("12.34")}
Landed = tuple[Completion, Answer | Possibility]
"""A completion, and the possibility that it lands in."""


def compare(policy: Policy, question: Question, case: CaseBase, most: int = 1_500) -> None:
    """Ask what is said of a case of which something is not known; raise where its completions are told otherwise."""
    answer = decide(policy, case, question, presume=False)
    completions = completed(policy, question, case, most)
    landed = [(each, _landing(policy, answer, each)) for each in completions.each]
    for possibility in answer.possible:
        _replay(policy, answer, possibility, case)
    _names_enough(answer, landed)
    if completions.all:
        _names_no_more(answer, landed)


def _landing(policy: Policy, answer: Answer, each: Completion) -> Answer | Possibility:
    """Return the one possibility that a completion lands in, and that says what the completion is told."""
    found: list[Answer | Possibility] = [] if answer.possible else [answer]
    found += (one for one in answer.possible if any(lookup.on(path, each.values) for path in one.paths))
    told = [lookup.settled(policy, (one.status, one.value), each.values) for one in found]
    held = len(told) == 1 and alike(each.said, told[0])
    agree("part and completions", answer.question, held=held, shown=(answer, each, told))
    return found[0]


def _replay(policy: Policy, answer: Answer, possibility: Possibility, case: CaseBase) -> None:
    """Decide the example of a possibility: it is what the possibility says, whatever a formula in it waits for."""
    again: dict[str, Any] = {**case.stated(), **possibility.facts}
    replayed = decide(policy, type(case)(**again), answer.question, under=possibility.points, presume=False)
    values = {**{fact.name: _SOME.get(fact.kind) for fact in case.facts}, **again}
    told = [lookup.settled(policy, (each.status, each.value), values) for each in (possibility, replayed)]
    agree("example and decide", answer.question, held=alike(*told), shown=(answer, told))


def _names_enough(answer: Answer, every: Sequence[Landed]) -> None:
    """Completions that agree on all that is named are told the same."""
    groups = _by(every, (*answer.facts, *answer.points))
    held = all(alike(group[0][0].said, each.said) for group in groups for each, _ in group)
    agree("named and completions", answer.question, held=held, shown=answer)


def _names_no_more(answer: Answer, every: Sequence[Landed]) -> None:
    """For each that is named there are two completions that agree on the others and land apart.

    What a formula waits for is named also where nothing comes of it.
    """
    named = (*answer.facts, *answer.points)
    for name in set(named) - _of_formulas(answer):
        groups = _by(every, [each for each in named if each != name])
        held = any(group[0][1] is not one for group in groups for _, one in group)
        agree("named and needed", answer.question, held=held, shown=(name, answer))


def _of_formulas(answer: Answer) -> set[str]:
    results = [answer.value, *(each.value for each in answer.possible)]
    return {read.name for each in results if isinstance(each, Formula) for read in reads(each.term)}


def _by(every: Iterable[Landed], names: Iterable[str]) -> Iterable[list[Landed]]:
    """Return completions in groups that agree on some facts and points."""
    names = tuple(names)
    groups: dict[tuple[Any, ...], list[Landed]] = {}
    for each in every:
        groups.setdefault(tuple(each[0].values[name] for name in names), []).append(each)
    return groups.values()
