"""Which policies are asked side by side, and which questions."""

from collections.abc import Iterable, Mapping

from asylum_rules.decide.decide import question_named, same_profile
from asylum_rules.errors import InvalidInputError, Problem
from asylum_rules.language.subjects import Profile, Question
from asylum_rules.model.policy import Policy
from asylum_rules.model.questions import QUESTIONS


def read_under(policies: Iterable[Policy], profile: Profile, under: Mapping[str, str]) -> tuple[Policy, ...]:
    """Return policies about cases of one profile with some open points read in one way.

    Raises `InvalidInputError` where a policy is about another profile or two have one id, and `UnknownNameError` for a
    point or reading that is not there.
    """
    read = tuple(policies)
    same_profile(read, profile)
    for point, reading in under.items():
        read = tuple(policy.under(point, reading) for policy in read)
    ids = [policy.id for policy in read]
    repeated = sorted({f"`{each}` is given twice" for each in ids if ids.count(each) > 1})
    if repeated:
        raise InvalidInputError("policy", tuple(Problem("", each) for each in repeated))
    return read


def questions_of(policies: tuple[Policy, ...], names: Iterable[str] | None) -> tuple[Question, ...]:
    """Return the questions of these names, each once; without names all that some policy answers.

    Raises `UnknownNameError` for a question that is not there.
    """
    if names is not None:
        return tuple(question_named(policies[0], name) for name in dict.fromkeys(names))
    answered = {question.name for policy in policies for question in policy.questions}
    return tuple(question for question in QUESTIONS if question.name in answered)
