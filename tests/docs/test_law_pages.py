"""The pages in `docs/law/` are fresh and say all of the law they are written from."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from asylum_rules import Policy, policies
from asylum_rules.cli import main
from asylum_rules.language.terms import Constant, Moved, StepsWithin, Sum, Term, Times
from asylum_rules.prose.condition import of_condition
from asylum_rules.prose.markdown import escaped
from asylum_rules.report.law import law_pages
from asylum_rules.units.figure import About, Exactly, UpTo
from asylum_rules.units.money import Money
from asylum_rules.units.span import Span

FOLDER = Path(__file__).parents[2] / "docs" / "law"
EVERY = pytest.mark.parametrize("policy", policies.values(), ids=list(policies))


def page_of(policy: Policy) -> str:
    return (FOLDER / f"{policy.id.replace('/', '-')}.md").read_text(encoding="utf-8")


def told(name: str, page: str) -> str:
    """Return what a page says under a name."""
    return page.split(f'<a id="{name}"></a>\n')[1].split("<a id=", maxsplit=1)[0]


def figures(term: Term) -> Iterator[str]:
    """Yield the figures written in a term, as a page has them."""
    match term:
        case Constant(Exactly(Span() as span) | UpTo(Span() as span)):
            units = {"year": span.years, "month": span.months, "week": span.weeks, "day": span.days}
            yield from (f"{count} {unit}" for unit, count in units.items() if count)
        case Constant(Exactly(Money() as money) | About(Money() as money)):
            yield f"{money.minor / 100:,.2f}"
        case Sum(terms):
            for each in terms:
                yield from figures(each)
        case Times(inner, _):
            yield from figures(inner)
        case Moved(first, second) | StepsWithin(first, second):
            yield from figures(first)
            yield from figures(second)


def test_the_pages_are_what_make_law_writes() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}

    assert written == law_pages()


def test_the_index_leads_to_every_page() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")

    for policy in policies.values():
        assert f"[{policy.title}]({policy.id.replace('/', '-')}.md), `{policy.id}`" in index


@EVERY
def test_the_command_prints_the_page(policy: Policy) -> None:
    result = CliRunner().invoke(main, ["rules", policy.id, "--format", "markdown"])

    assert result.output == page_of(policy)


@EVERY
def test_a_page_begins_with_what_policy_it_is_and_ends_with_what_it_is_not(policy: Policy) -> None:
    page = page_of(policy)

    assert page.startswith(f"# {policy.title}\n\nThis is the policy `{policy.id}`: the rules of ")
    assert "\nVerified until 6 October 2026; what came later is not known here.\n" in page
    assert page.endswith("\n*This explains law; it is not legal advice.*\n")


@EVERY
def test_every_rule_is_told_once_with_its_sentence_its_figures_and_its_sources(policy: Policy) -> None:
    page = page_of(policy)

    for rule in policy.rules:
        text = told(rule.name, page)
        assert text.startswith(f"**{escaped(rule.text)}**")
        assert f"- Name: `{rule.name}`." in text
        (given,) = re.findall(r"^- Gives: (.*)\.$", text, re.MULTILINE)
        for figure in figures(rule.gives):
            assert figure in given
        if rule.qualifier is not None:
            assert re.search(rf"\b{rule.qualifier}\b", given)
        assert text.count("\n  - ") == len(rule.cites)
        for citation in rule.cites:
            assert escaped(citation.document.title) in text
            assert citation.at is None or escaped(citation.at) in text


@EVERY
def test_every_question_has_a_heading_and_every_open_point_its_readings(policy: Policy) -> None:
    page = page_of(policy)

    for question in policy.questions:
        assert told(question.name, page).startswith(f"\n## {escaped(question.text)}\n")
    for point in policy.points():
        text = told(point.name, page)
        assert text.startswith(f"**{escaped(point.text)}**")
        (readings,) = re.findall(r"^- Readings: (.*)\.$", text, re.MULTILINE)
        assert len(re.findall("“[^”]+”", readings)) == len(point.codes)


@EVERY
def test_every_document_stands_once_among_the_sources(policy: Policy) -> None:
    sources = page_of(policy).split("\n## Sources\n")[1]
    cited = {citation.document for rule in policy.rules for citation in rule.cites}

    assert sources.count("\n- ") == len(cited)
    for document in cited:
        assert escaped(document.title) in sources
        assert document.url is None or f"]({document.url})" in sources


@EVERY
def test_every_link_within_a_page_leads_to_one_place(policy: Policy) -> None:
    page = page_of(policy)
    places = [*re.findall('<a id="([^"]+)"></a>', page), "open-points", "sources"]

    assert len(places) == len(set(places))
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= set(places)


def test_conditions_that_differ_read_differently() -> None:
    conditions = {rule.applies for policy in policies.values() for rule in policy.rules}
    conditions |= {scope.when for policy in policies.values() for scope in policy.scopes}

    assert len({of_condition(each) for each in conditions}) == len(conditions)
