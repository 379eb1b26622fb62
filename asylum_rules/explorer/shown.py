"""What a page shows of an answer, and of the reasons for it."""

from collections.abc import Sequence
from typing import Final

from asylum_rules.diff.compared import Compared
from asylum_rules.explorer.form import Json
from asylum_rules.model.answer import Answer
from asylum_rules.model.direction import Direction
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Rule
from asylum_rules.prose.condition import of_paths
from asylum_rules.prose.direction import of_directions
from asylum_rules.prose.source import of_citation, of_stage, of_standing
from asylum_rules.prose.value import of_answer, of_day, of_possibility
from asylum_rules.sources.standing import Stage

MANY: Final = 12
"""So many things an answer may be are told apart; beyond, it is said what would settle it."""


def shown(compared: Compared, policies: Sequence[Policy]) -> Json:
    """Return the answers to one question, what they turn on, and how they compare with the first."""
    answers = [compared.answers[policy.id] for policy in policies]
    return {
        "question": compared.question.name,
        "covered": compared.covered,
        "stays": compared.stays,
        "answers": [_answer(answer, compared, policy) for answer, policy in zip(answers, policies, strict=True)],
        "facts": sorted({name for answer in answers for name in answer.facts}),
        "points": sorted({name for answer in answers for name in answer.points}),
        "assumed": sorted({name for answer in answers for name in answer.assumed}),
    }


def _answer(answer: Answer, compared: Compared, policy: Policy) -> Json:
    headline = compared.headline_direction.get(policy.id, Direction.SAME)
    every = compared.direction.get(policy.id, Direction.SAME)
    stays = headline is every is Direction.SAME
    return {
        "text": of_answer(answer),
        "status": str(answer.status),
        "standing": None if answer.standing in (None, Stage.IN_FORCE) else of_stage(answer.standing),
        "direction": str(headline),
        "turn": None if stays else of_directions(headline, every),
    }


def shown_reasons(answer: Answer, policy: Policy) -> Json:
    """Return what an answer may be and when, what it was presumed from, and the rules it rests on."""
    few = answer.possible if len(answer.possible) <= MANY else ()
    return {
        "text": of_answer(answer),
        "possible": [
            {
                "text": of_possibility(each, answer.question),
                "headline": each.headline,
                "when": of_paths(each.paths),
            }
            for each in few
        ],
        "many": len(answer.possible) - len(few),
        "facts": list(answer.facts),
        "points": list(answer.points),
        "assumed": list(answer.assumed),
        "rules": [_rule(rule, policy) for rule in answer.rules],
    }


def _rule(rule: Rule, policy: Policy) -> Json:
    return {
        "name": rule.name,
        "text": rule.text,
        "stage": of_stage(policy.stage(rule)),
        "standing": of_standing(rule.standing),
        "verified": of_day(rule.standing.verified),
        "sources": [{"text": of_citation(each), "url": each.document.url} for each in rule.cites],
    }
