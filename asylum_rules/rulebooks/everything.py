"""Every rule, reform and document there is, of every country and every version."""

from collections.abc import Iterable, Iterator
from typing import Final

from asylum_rules.model.reform import Insert, Reform, Replace
from asylum_rules.model.rule import Rule
from asylum_rules.rulebooks import documents
from asylum_rules.rulebooks.denmark import policies as denmark
from asylum_rules.rulebooks.france import policies as france
from asylum_rules.rulebooks.uk import policies as uk
from asylum_rules.sources.citation import Citation, Document

RULES: Final = (*uk.RULES, *denmark.RULES, *france.RULES)
REFORMS: Final = uk.REFORMS
DOCUMENTS: Final = tuple(each for each in vars(documents).values() if isinstance(each, Document))


def citations(rules: Iterable[Rule], reforms: Iterable[Reform]) -> Iterator[Citation]:
    """Yield every citation of some rules, and of what some reforms do."""
    for rule in rules:
        yield from rule.cites
    for reform in reforms:
        for operation in reform.operations:
            yield from operation.rule.cites if isinstance(operation, Insert | Replace) else operation.cites
