"""A comparison as a page: the answers side by side, the timeline, why, what it depends on, and a receipt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias, TypeVar

from asylum_rules.diff.compared import Compared
from asylum_rules.diff.comparison import Comparison
from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Answer, Status
from asylum_rules.model.cases import CaseProfile
from asylum_rules.model.direction import Direction
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import fact_named
from asylum_rules.model.rule import Rule
from asylum_rules.prose.condition import of_paths
from asylum_rules.prose.direction import of_directions
from asylum_rules.report.pages.page import page
from asylum_rules.report.pages.picture import drawn
from asylum_rules.report.pages.stated import facts_of
from asylum_rules.report.timeline import timeline

_T = TypeVar("_T")
_Reasons: TypeAlias = Sequence[tuple[Question, Sequence[tuple[Rule, Sequence[str]]]]]
_MOST_WAYS: Final = 4
"""Of an answer that may be more things than this, what it depends on is said, and not when it is which."""


def to_html(comparison: Comparison) -> str:
    """Return a comparison as one page that needs nothing else."""
    case, policies = comparison.case, comparison.policies
    shown = [each for each in comparison.questions if each.covered]
    line = timeline(policies, case, presume=comparison.presumes) if isinstance(case, CaseProfile) else None
    assumed = {name for each in shown for answer in each.answers.values() for name in answer.assumed}
    stated, presumed = case.stated(), case.known(presume=True)[0]
    changing = _rules((each for each in shown if not each.stays), policies)
    return page(
        "comparison.html",
        comparison=comparison,
        base=policies[0],
        changing=[each for each in shown if not each.stays],
        staying=[each for each in shown if each.stays],
        silent=len(comparison.questions) - len(shown),
        turn=_turn,
        line=line,
        picture=None if line is None else drawn(line),
        changing_rules=changing,
        staying_rules=_rules((each for each in shown if each.stays), policies, besides=changing),
        facts=_by(shown, lambda answer: (fact_named(type(case), name) for name in answer.facts)),
        points=_by(shown, lambda answer: answer.points),
        ways=[(each.question, ways) for each in shown if (ways := _ways(each, policies))],
        when=of_paths,
        stated=facts_of(case, {name: value for name, value in stated.items() if name != "as_of"}),
        assumed=facts_of(case, {name: presumed[name] for name in sorted(assumed)}),
        as_of=stated.get("as_of"),
    )


def _turn(compared: Compared, policy: Policy) -> tuple[Direction, str] | None:
    """Return where an answer goes against the first policy's, as a sign and in words; None for the first policy."""
    if policy.id not in compared.direction:
        return None
    headline = compared.headline_direction[policy.id]
    return headline, of_directions(headline, compared.direction[policy.id])


def _rules(shown: Iterable[Compared], policies: Sequence[Policy], *, besides: _Reasons = ()) -> _Reasons:
    """Return the rules that give answers, by the question they are about, each with the policies that use it."""
    told = {rule for _, rules in besides for rule, _ in rules}
    used: dict[Question, dict[Rule, dict[str, None]]] = {}
    for compared in shown:
        for policy in policies:
            for rule in compared.answers[policy.id].rules:
                if rule not in told:
                    used.setdefault(rule.answers, {}).setdefault(rule, {})[policy.id] = None
    return [(question, [(rule, tuple(ids)) for rule, ids in rules.items()]) for question, rules in used.items()]


def _by(shown: Iterable[Compared], read: Callable[[Answer], Iterable[_T]]) -> Mapping[_T, list[Question]]:
    """Return what answers turn on, each with the questions whose answers do."""
    found: dict[_T, dict[Question, None]] = {}
    for compared in shown:
        for answer in compared.answers.values():
            for each in read(answer):
                found.setdefault(each, {})[compared.question] = None
    return {each: list(questions) for each, questions in found.items()}


def _ways(compared: Compared, policies: Sequence[Policy]) -> list[tuple[Policy, Answer]]:
    """Return the answers that depend, of which it can be said in short what they are when."""
    asked = ((policy, compared.answers[policy.id]) for policy in policies)
    return [
        (policy, answer)
        for policy, answer in asked
        if answer.status is Status.DEPENDS and len(answer.possible) <= _MOST_WAYS
    ]
