"""Operations of a reform that change no answer of any case."""

from collections.abc import Iterator

from attrs import evolve

from asylum_rules.decide.completions import Completions, state
from asylum_rules.errors import AsylumRulesError
from asylum_rules.language.subjects import Question
from asylum_rules.lint.finding import MEANINGS, Fault, Finding
from asylum_rules.model.anyone import anyone
from asylum_rules.model.policy import Policy
from asylum_rules.model.reform import Insert, Operation, Reform, Replace
from asylum_rules.model.rule import Qualifier


def inert_operations(policy: Policy, reform: Reform) -> Iterator[Finding]:
    """Yield the operations without which the reform, laid over a policy, would say the same of every case.

    One that the others need, or whose answers are too many to work out, is not yielded.
    """
    whole = reform.over(policy)
    for operation in reform.operations:
        others = tuple(each for each in reform.operations if each is not operation)
        try:
            inert = _say_the_same(whole, evolve(reform, operations=others).over(policy))
        except AsylumRulesError:
            continue
        if inert:
            yield Finding(
                fault=Fault.INERT,
                level=MEANINGS[Fault.INERT].level,
                text=f"`{reform.name}` changes no answer by it",
                policies=(whole.id,),
                rules=(_name(operation),),
            )


def _name(operation: Operation) -> str:
    return operation.rule.name if isinstance(operation, Insert | Replace) else operation.old


def _say_the_same(one: Policy, other: Policy) -> bool:
    questions = dict.fromkeys((*one.questions, *other.questions))
    return all(_agree_on(question, one, other) for question in questions)


def _agree_on(question: Question, one: Policy, other: Policy) -> bool:
    """Return whether two policies say the same to a question, and as firmly, about every case there can be."""
    if one.basis(question) == other.basis(question):
        return True
    other = evolve(other, id=f"{other.id}, without")
    completions = Completions((one, other), state(anyone(one.profile), presume=False), question)
    differ = completions.compared(one, other, lambda first, second: first != second)
    return differ.values == (False,) and all(_as_firm(each, one, other, completions) for each in Qualifier)


def _as_firm(qualifier: Qualifier, one: Policy, other: Policy, completions: Completions) -> bool:
    """Return whether rules with a qualifier count in the same cases under both policies."""
    return completions.counting(one, qualifier) is completions.counting(other, qualifier)
