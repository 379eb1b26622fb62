"""The rules of a policy as a page to be read from top to bottom, and what a second policy changes in them."""

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from asylum_rules.diff.rules import Change, RuleChange, rule_changes
from asylum_rules.language.build import ALWAYS
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Question
from asylum_rules.model.policy import Policy, accumulates
from asylum_rules.model.reform import living
from asylum_rules.model.rule import Rule
from asylum_rules.prose.condition import Called, of_condition
from asylum_rules.report.chapter import Chapter, chapters, turning, without
from asylum_rules.report.law import HOW_TO_READ, REFORMS, earlier, opening_words
from asylum_rules.report.pages.page import page
from asylum_rules.sources.citation import Document


def law_html(policy: Policy) -> str:
    """Return the law of a policy as one page: its questions and rules, its open points, its sources."""
    told = chapters(policy)
    questions = [each.question for each in told]
    return page(
        "law.html",
        policy=policy,
        how_to_read=HOW_TO_READ,
        reforms=[(name, REFORMS.get(name)) for name in policy.reforms],
        chapters=told,
        always=ALWAYS,
        accumulates=accumulates,
        clause=_clauses(policy, told),
        without=without,
        exceptions=lambda rule: _above(rule, policy),
        earlier=lambda rule: [(name, earlier(name)) for name in rule.succeeds],
        opening=opening_words,
        points=[(point, turning(policy, questions, point.name)) for point in policy.points()],
        read=dict(policy.readings),
        sources=_sources(policy),
    )


def changes_html(base: Policy, other: Policy) -> str:
    """Return what a second policy changes in the rules of a first as one page, old beside new."""
    changes = _by_question(base, other)
    every = [each.change for group in changes.values() for each in group]
    return page(
        "changes.html",
        base=base,
        other=other,
        changes=changes,
        counts={change: every.count(change) for change in Change},
    )


def _by_question(base: Policy, other: Policy) -> Mapping[Question, list[RuleChange]]:
    asked = {rule.answers.name: rule.answers for rule in (*base.rules, *other.rules)}
    found: dict[Question, list[RuleChange]] = {}
    for each in rule_changes(base, other):
        found.setdefault(asked[each.question], []).append(each)
    return found


def _above(rule: Rule, policy: Policy) -> list[Rule]:
    return list(dict.fromkeys(each for name in rule.overrides for each in living(name, policy.rules)))


def _clauses(policy: Policy, told: tuple[Chapter, ...]) -> Callable[[Condition | str, Called], Markup]:
    """Return what writes a condition or a term, with each question or open point that is quoted as a link to it."""
    questions = [question for each in told for question in (each.question, *(part for part, _ in each.parts))]
    links = {f"“{each.text}”": f"point:{each.name}" for each in policy.points()}
    links |= {f"“{each.text}”": f"question:{each.name}" for each in questions}

    def clause(said: Condition | str, called: Called) -> Markup:
        text = escape(said if isinstance(said, str) else of_condition(said, called))
        for quoted, place in links.items():
            text = text.replace(escape(quoted), Markup('<a href="#{}">{}</a>').format(place, quoted))
        return text

    return clause


def _sources(policy: Policy) -> list[tuple[Document, str]]:
    """Return the documents that rules rest on, each with the confidences with which they do."""
    used: dict[Document, set[str]] = {}
    for rule in policy.rules:
        for citation in rule.cites:
            used.setdefault(citation.document, set()).add(str(citation.confidence))
    documents = sorted(used, key=lambda each: (each.publisher, each.title))
    return [(document, " and ".join(sorted(used[document]))) for document in documents]
