"""What rules say of their sources: figures firmer than the source, old verifications, documents that nothing cites."""

from collections.abc import Iterable, Iterator
from datetime import date

from asylum_rules.language.terms import Term
from asylum_rules.language.walk import constants
from asylum_rules.lint.finding import MEANINGS, Fault, Finding
from asylum_rules.model.policy import Policy
from asylum_rules.prose.source import of_citation
from asylum_rules.prose.value import of_day, of_quantity
from asylum_rules.sources.citation import Citation, Document
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import Span


def unqualified_figures(policy: Policy) -> Iterator[Finding]:
    """Yield the rules that speak plainly though a source of theirs hedges."""
    for rule in policy.rules:
        if rule.qualifier is None and _is_plain(rule.gives):
            for citation in rule.cites:
                if citation.hedge is not None:
                    yield Finding(
                        fault=Fault.UNQUALIFIED_FIGURE,
                        level=MEANINGS[Fault.UNQUALIFIED_FIGURE].level,
                        text=f'it speaks plainly, but its source says "{citation.hedge}": {of_citation(citation)}',
                        policies=(policy.id,),
                        rules=(rule.name,),
                        question=rule.answers.name,
                        source=citation.document.id,
                    )


def _is_plain(term: Term) -> bool:
    """Return whether a term gives something of its own, and nothing but exact figures and words."""
    given = tuple(constants(term))
    return bool(given) and all(isinstance(value, Exactly | str | tuple) for value in given)


def old_verifications(policy: Policy, older_than: Span, on: date) -> Iterator[Finding]:
    """Yield the rules that, on a day, were last verified longer ago than a span."""
    for rule in policy.rules:
        verified = rule.standing.verified
        if _is_longer_ago(verified, older_than, on):
            yield Finding(
                fault=Fault.OLD_VERIFICATION,
                level=MEANINGS[Fault.OLD_VERIFICATION].level,
                text=f"last verified on {of_day(verified)}, more than {of_quantity(older_than)} before {of_day(on)}",
                policies=(policy.id,),
                rules=(rule.name,),
                question=rule.answers.name,
            )


def _is_longer_ago(day: date, span: Span, on: date) -> bool:
    try:
        return span.after(day) < on
    except (ValueError, OverflowError):  # past the last day that a calendar has
        return False


def uncited_sources(documents: Iterable[Document], citations: Iterable[Citation]) -> Iterator[Finding]:
    """Yield the documents that none of some citations cites."""
    cited = {citation.document.id for citation in citations}
    for document in documents:
        if document.id not in cited:
            yield Finding(
                fault=Fault.UNCITED_SOURCE,
                level=MEANINGS[Fault.UNCITED_SOURCE].level,
                text=f"no rule cites {document.publisher}, {document.title}",
                source=document.id,
            )
