"""An impact as a page: each class of cases as a card, with who is in it, why, and one case that shows it."""

from collections.abc import Iterable, Mapping, Sequence

from asylum_rules.impact.classes import ChangeClass
from asylum_rules.impact.impact import Impact
from asylum_rules.impact.text import of_class_answer, of_who
from asylum_rules.language.subjects import Question
from asylum_rules.model.rule import Rule
from asylum_rules.prose.condition import of_cell, of_parts
from asylum_rules.report.pages.page import page
from asylum_rules.report.pages.stated import facts_of


def to_html(impact: Impact, *, unchanged: bool = False) -> str:
    """Return an impact as one page that needs nothing else; the classes whose answer stays only where asked for."""
    sections = [
        (each, (*each.classes, *(each.unchanged if unchanged else ())))
        for each in impact.questions
        if each.classes or each.too_large is not None or (unchanged and each.unchanged)
    ]
    shown = [change for _, changes in sections for change in changes]
    return page(
        "impact.html",
        impact=impact,
        policies=(impact.base, impact.other),
        sections=sections,
        answer=of_class_answer,
        who=_who,
        way=of_cell,
        facts=lambda change: facts_of(impact.given, change.witness.facts),
        given=facts_of(impact.given, impact.given.stated()),
        points=_points(shown),
        rules_used=_rules(impact, shown),
    )


def _who(change: ChangeClass) -> list[str]:
    """Return the clauses that hold of the cases of a class."""
    return [of_who(change)] if change.when is None else of_parts(change.when)


def _points(shown: Iterable[ChangeClass]) -> Mapping[str, Sequence[Question]]:
    """Return the open points that classes depend on, each with the questions of those classes."""
    asked: dict[str, dict[Question, None]] = {}
    for change in shown:
        for name in change.points:
            asked.setdefault(name, {})[change.question] = None
    return {name: list(questions) for name, questions in asked.items()}


def _rules(impact: Impact, shown: Iterable[ChangeClass]) -> list[tuple[Rule, list[str]]]:
    """Return the rules that give the old and the new answers, each with the policies that hold it."""
    used = dict.fromkeys(rule for change in shown for answer in change.answers for rule in answer.rules)
    policies = dict.fromkeys((impact.base, impact.other))
    return [(rule, [each.id for each in policies if rule in each.rules]) for rule in used]
