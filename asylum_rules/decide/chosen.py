"""Which policies are asked, how they are read, and which questions."""

from collections.abc import Iterable, Mapping

from asylum_rules.errors import InvalidInputError, Problem, UnknownNameError
from asylum_rules.language.subjects import Profile, Question
from asylum_rules.model.policy import Policy
from asylum_rules.model.questions import QUESTIONS


def read_each(policies: Iterable[Policy], profile: Profile, under: Mapping[str, str]) -> tuple[Policy, ...]:
    """Return policies about cases of one profile, each with some open points read in one way.

    Raises `InvalidInputError` where a policy is about another profile, and `UnknownNameError` for a point or reading
    that is not there.
    """
    asked = tuple(policies)
    same_profile(asked, profile)
    return tuple(policy.read(under.items()) for policy in asked) if under else asked


def read_under(policies: Iterable[Policy], profile: Profile, under: Mapping[str, str]) -> tuple[Policy, ...]:
    """Return policies read as by `read_each`, to be told apart by id.

    Raises `InvalidInputError` where two have one id, and as `read_each` does.
    """
    read = read_each(policies, profile, under)
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


def question_named(policy: Policy, name: str) -> Question:
    """Return a question about cases of a policy's profile by its name; raise `UnknownNameError` where there is none.

    A policy that does not answer it says that it is not covered.
    """
    known = {question.name: question for question in (*policy.questions, *QUESTIONS)}
    if name not in known or known[name].profile is not policy.profile:
        names = tuple(each for each, question in known.items() if question.profile is policy.profile)
        raise UnknownNameError("question", name, names)
    return known[name]


def same_profile(policies: Iterable[Policy], profile: Profile) -> None:
    """Raise `InvalidInputError` where a policy is not about cases of this profile."""
    wrong = [policy for policy in policies if policy.profile is not profile]
    if wrong:
        what = "; ".join(f"`{policy.id}` is about a {policy.profile}" for policy in wrong)
        raise InvalidInputError("policy", (Problem("", f"{what}, not about a {profile}"),))
