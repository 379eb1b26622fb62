"""Every rule, reform and document is counted in, and every citation of them."""

from datetime import date

from asylum_rules import Citation, Confidence, Document, policies
from asylum_rules.model.reform import Amend, Insert, Reform, Repeal, Replace
from asylum_rules.rulebooks.everything import DOCUMENTS, REFORMS, RULES, citations
from asylum_rules.units.span import years
from tests.model.handmade import WAIT, in_force, rule

DAY = date(2026, 3, 2)


def cited(name: str) -> Citation:
    return Citation(Document(id=name, title=name, publisher="", published=None, url=None), None, Confidence.HIGH)


def test_the_citations_of_rules_and_of_every_operation_are_met() -> None:
    def made(name: str) -> tuple[Citation, ...]:
        return (cited(name),)

    operations = (
        Insert(rule("in", WAIT, years(1), cites=made("inserted"))),
        Replace("old", rule("new", WAIT, years(1), cites=made("replacing"))),
        Amend(old="old", name="other", text="", standing=in_force(), cites=made("amending")),
        Repeal(old="old", text="", standing=in_force(), cites=made("repealing")),
    )
    rules = [rule("one", WAIT, years(5), cites=(cited("a"), cited("b")))]
    reforms = [Reform(name="order", title="Order", on=DAY, operations=operations)]

    assert [each.document.id for each in citations(rules, reforms)] == [
        *("a", "b", "inserted", "replacing", "amending", "repealing")
    ]


def test_no_policy_has_a_rule_that_is_not_counted_in() -> None:
    names = {each.name for each in RULES} | {
        operation.rule.name if isinstance(operation, Insert | Replace) else operation.name
        for reform in REFORMS
        for operation in reform.operations
        if not isinstance(operation, Repeal)
    }

    assert {each.name for policy in policies.values() for each in policy.rules} <= names


def test_a_document_has_one_name() -> None:
    assert len({each.id for each in DOCUMENTS}) == len(DOCUMENTS)
