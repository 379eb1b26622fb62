"""What a policy says of one case, settled or not."""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import evolve, field, frozen

from asylum_rules.decide.evaluation import Evaluation, Outcome, Unsettled
from asylum_rules.decide.tree import Leaf, Path, Tree, completion, grow, headline, is_headline, leaves, subjects, tied
from asylum_rules.errors import InvalidInputError, Problem, UnknownNameError
from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Fact, Point, Profile, Question
from asylum_rules.language.walk import reads
from asylum_rules.model.answer import Answer, Formula, Possibility, Result, Status
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase
from asylum_rules.model.questions import QUESTIONS
from asylum_rules.model.rule import least_firm
from asylum_rules.sources.standing import least_advanced

Key = tuple[Status, Result | None]
"""What makes two answers the same."""

_NOTHING: Final[Mapping[str, str]] = {}


@frozen
class Stated:
    """A case made ready to be decided: its values, those presumed, and the readings asked for."""

    case: CaseBase
    values: Mapping[str, Value]
    presumed: frozenset[str] = field(factory=frozenset)

    def under(self, policy: Policy) -> Mapping[str, Value]:
        """Return the values together with the readings that a policy fixes."""
        return {**self.values, **dict(policy.readings)} if policy.readings else self.values


def state(case: CaseBase, *, presume: bool = True) -> Stated:
    """Return a case made ready to be decided."""
    return Stated(case, *case.known(presume=presume))


def decide(
    policy: Policy,
    case: CaseBase,
    question: Question | str,
    *,
    under: Mapping[str, str] = _NOTHING,
    presume: bool = True,
) -> Answer:
    """Return what a policy says to one question about one case.

    `under` reads open points in one way; `presume=False` leaves out facts that a case does not state. Raises
    `UnknownNameError` for a question, point or reading that is not there, `InvalidInputError` where the policy is
    not about cases of this profile, `TooManyCasesError` where there are too many ways to complete the case.

    >>> from asylum_rules import CaseProfile, policies
    >>> decide(policies["uk/baseline"], CaseProfile(claim="refugee", route="in_country"), "settlement.after").value
    Exactly(value=Span(years=5, months=0, weeks=0, days=0))
    """
    for point, reading in under.items():
        policy = policy.under(point, reading)
    asked = question if isinstance(question, Question) else question_named(policy, question)
    return answer(policy, state(case, presume=presume), asked)


def question_named(policy: Policy, name: str) -> Question:
    """Return a question about cases of a policy's profile by its name; raise `UnknownNameError` where there is none.

    A policy that does not answer it says that it is not covered.
    """
    known = {question.name: question for question in (*policy.questions, *QUESTIONS)}
    if name not in known or known[name].profile is not policy.profile:
        names = tuple(each for each, question in known.items() if question.profile is policy.profile)
        raise UnknownNameError("question", name, names)
    return known[name]


def answer(policy: Policy, stated: Stated, question: Question) -> Answer:
    """Return what a policy says to a question about a case made ready."""
    same_profile((policy,), stated.case.profile)
    values = stated.under(policy)
    evaluation = Evaluation(policy, values)
    try:
        outcome = evaluation.outcome(question)
    except Unsettled:
        return _unsettled(policy, stated, question)
    return _settled(policy, stated, question, (outcome,), evaluation.read)


def same_profile(policies: Iterable[Policy], profile: Profile) -> None:
    """Raise `InvalidInputError` where a policy is not about cases of this profile."""
    wrong = [policy for policy in policies if policy.profile is not profile]
    if wrong:
        what = "; ".join(f"`{policy.id}` is about a {policy.profile}" for policy in wrong)
        raise InvalidInputError("policy", (Problem("", f"{what}, not about a {profile}"),))


def _settled(
    policy: Policy, stated: Stated, question: Question, outcomes: tuple[Outcome, ...], read: set[str]
) -> Answer:
    rules = tuple(dict.fromkeys(rule for outcome in outcomes for rule in outcome.rules))
    value = outcomes[0].value
    return Answer(
        question=question,
        status=outcomes[0].status,
        value=value,
        qualifier=least_firm([outcome.qualifier for outcome in outcomes]),
        standing=least_advanced([policy.stage(rule) for rule in rules]),
        possible=(),
        facts=tuple(sorted(_facts_of(value))),
        points=(),
        undecided=(),
        assumed=tuple(sorted(read & stated.presumed)),
        rules=rules,
    )


def _facts_of(value: Result | None) -> set[str]:
    return {read.name for read in reads(value.term)} if isinstance(value, Formula) else set()


def _unsettled(policy: Policy, stated: Stated, question: Question) -> Answer:
    tree = grow_answer(policy, stated, question)
    found = tuple(leaves(tree))
    accounts = [account for _, leaf in found for account in _accounts(leaf)]
    outcomes = tuple(dict.fromkeys(outcome for outcome, _ in accounts))
    read = set().union(*(names for _, names in accounts))
    if isinstance(tree, Leaf):
        return _settled(policy, stated, question, outcomes, read)
    rules = tuple(dict.fromkeys(rule for outcome in outcomes for rule in outcome.rules))
    splits = subjects(tree)
    facts = {name for name, subject in splits.items() if isinstance(subject, Fact)}
    facts.update(*(_facts_of(outcome.value) for outcome in outcomes))
    return Answer(
        question=question,
        status=Status.DEPENDS,
        value=None,
        qualifier=least_firm([outcome.qualifier for outcome in outcomes]),
        standing=least_advanced([policy.stage(rule) for rule in rules]),
        possible=_possibilities(found, stated),
        facts=tuple(sorted(facts)),
        points=tuple(sorted(name for name, subject in splits.items() if isinstance(subject, Point))),
        undecided=undecided(tree),
        assumed=tuple(sorted(read & stated.presumed)),
        rules=rules,
    )


def undecided(tree: Tree[Key]) -> tuple[str, ...]:
    """Return the points without a headline that still matter when every other point is read by its headline."""
    left = subjects(headline(tree)).values()
    return tuple(sorted(point.name for point in left if isinstance(point, Point)))


def grow_answer(policy: Policy, stated: Stated, question: Question) -> Tree[Key]:
    """Return the tree of answers over every completion of a case."""

    def work(values: Mapping[str, Value], guessed: frozenset[str]) -> tuple[Key, object]:
        evaluation = Evaluation(policy, values, guessed)
        outcome = evaluation.outcome(question)
        return (outcome.status, outcome.value), (outcome, frozenset(evaluation.read))

    return grow(
        work,
        known=stated.under(policy),
        facts=stated.case.facts,
        world=stated.case.world,
        tests=(policy.tests(question),),
        question=question.name,
    )


def _accounts(leaf: Leaf[Key]) -> list[tuple[Outcome, frozenset[str]]]:
    return list(leaf.seen)  # type: ignore[arg-type]  # `work` above makes them


def _possibilities(found: tuple[tuple[Path, Leaf[Key]], ...], stated: Stated) -> tuple[Possibility, ...]:
    groups: dict[Key, list[tuple[Path, Leaf[Key]]]] = {}
    for path, leaf in found:
        groups.setdefault(leaf.result, []).append((path, leaf))
    every = [_possibility(key, group, stated) for key, group in groups.items()]
    return tuple(sorted(every, key=lambda possibility: not possibility.headline))


def _possibility(key: Key, group: list[tuple[Path, Leaf[Key]]], stated: Stated) -> Possibility:
    ordered = sorted((path for path, _ in group), key=lambda path: not is_headline(path))
    facts, points = example(ordered[0], stated)
    outcomes = [outcome for _, leaf in group for outcome, _ in _accounts(leaf)]
    return Possibility(
        status=key[0],
        value=key[1],
        qualifier=least_firm([outcome.qualifier for outcome in outcomes]),
        paths=merged(ordered),
        headline=is_headline(ordered[0]),
        facts=facts,
        points=points,
    )


def example(path: Path, stated: Stated) -> tuple[dict[str, Value], dict[str, str]]:
    """Return facts and readings that complete a case along a path."""
    split = {cell.subject.name: cell for cell in path if isinstance(cell.subject, Fact)}
    facts = completion(split, tied(stated.values, stated.case.facts, stated.case.world), stated.case.world) or {}
    readings = {cell.subject.name: str(cell.codes[0]) for cell in path if isinstance(cell.subject, Point)}
    for cell in path:
        if isinstance(cell.subject, Point) and cell.subject.headline in cell.codes:
            readings[cell.subject.name] = str(cell.subject.headline)
    return facts, readings


def merged(paths: list[Path]) -> tuple[Path, ...]:
    """Return the paths, with those that differ in the codes of one subject only joined into one."""
    todo = list(dict.fromkeys(paths))
    joined = True
    while joined:
        joined = False
        for place, one in enumerate(todo):
            for other in todo[place + 1 :]:
                both = _joined(one, other)
                if both is not None:
                    todo[place] = both
                    todo.remove(other)
                    joined = True
                    break
    return tuple(todo)


def _joined(one: Path, other: Path) -> Path | None:
    """Return one path for two that differ in the codes of one subject; None where they differ more."""
    mine, theirs = ({cell.subject.name: cell for cell in path} for path in (one, other))
    if mine.keys() != theirs.keys():
        return None
    different = [name for name in mine if mine[name] != theirs[name]]
    if len(different) != 1 or not (mine[different[0]].codes and theirs[different[0]].codes):
        return None
    name = different[0]
    codes = tuple(dict.fromkeys((*mine[name].codes, *theirs[name].codes)))
    return tuple(evolve(cell, codes=codes) if cell.subject.name == name else cell for cell in one)
