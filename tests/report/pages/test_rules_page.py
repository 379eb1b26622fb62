"""The rules of a policy as a page, and what changes in them."""

import pytest
from attrs import evolve
from click.testing import CliRunner

from asylum_rules import Policy, policies
from asylum_rules.cli import main
from asylum_rules.report.pages.rules import changes_html, law_html
from asylum_rules.units.span import years
from tests.model.handmade import WAIT, policy, rule
from tests.report.pages.parsed import page_of

EVERY = pytest.mark.parametrize("policy", policies.values(), ids=list(policies))
BASELINE, LATEST, PROPOSED = (policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))


@EVERY
def test_every_policy_has_a_page_that_tells_each_rule_once_with_its_sources(policy: Policy) -> None:
    found = page_of(law_html(policy))

    for each in policy.rules:
        assert found.html.count(f'id="rule:{each.name}"') == 1
        assert " ".join(each.text.split()) in found.text
        for citation in each.cites:
            assert citation.document.title in found.text
    for question in policy.questions:
        assert f'id="question:{question.name}"' in found.html
    for point in policy.points():
        assert point.text in found.text


def test_what_is_quoted_leads_to_where_it_is_told() -> None:
    html = law_html(PROPOSED)

    assert (
        '<a href="#point:proposal.reaches_existing_claims">'
        "“Do the proposals reach people whose claim was lodged before they were announced?”</a>"
    ) in html
    assert '<a href="#question:leave.review_every">“Scheduled review of the need for protection”</a>' in html


def test_exceptions_and_earlier_versions_are_named_by_their_first_sentence() -> None:
    text = page_of(law_html(PROPOSED)).text

    assert "Exception to “Refugee status and humanitarian protection are granted for five years”" in text
    assert "In place of “" in page_of(law_html(LATEST)).text
    assert "the rules of 16 November 2025, with Restoring Order and Control (17 November 2025) and" in text


def test_a_reform_and_an_earlier_rule_that_nobody_knows_are_named() -> None:
    made = policy(rule("five", WAIT, years(5), succeeds=("four",)))

    text = page_of(law_html(evolve(made, resolved="made/by-hand+mine"))).text

    assert "with mine laid over them." in text
    assert "In place of four" in text
    assert "Every case is covered." in text
    assert "No open point matters here." in text
    assert "A ministry: A paper; 17 November 2025; high confidence" in text


def test_a_reading_is_said() -> None:
    text = page_of(law_html(PROPOSED.under("settlement.core_clock", "from_arrival"))).text

    assert "Read here as “from arrival”" in text


def test_changes_are_said_old_beside_new() -> None:
    before = policy(rule("five", WAIT, years(5)))
    after = policy(rule("ten", WAIT, years(10), succeeds=("five",)))

    text = page_of(changes_html(before, after)).text

    assert "Rules 0 inserted, 0 replaced, 1 amended, 0 repealed." in text
    assert "Wait Amended Before five. When always Gives 5 years" in text
    assert "After ten. When always Gives 10 years In place of five" in text


def test_new_rules_of_a_day_are_inserted() -> None:
    text = page_of(changes_html(policies["uk@2026-03-01"], policies["uk@2026-03-02"])).text

    assert "Rules 3 inserted, 0 replaced, 0 amended, 0 repealed." in text
    assert "Before" not in text


def test_a_rule_that_is_gone_has_no_after() -> None:
    both = policy(rule("five", WAIT, years(5)), rule("ten", WAIT, years(10), overrides=("five",)))

    text = page_of(changes_html(both, policy(rule("five", WAIT, years(5))))).text

    assert "Repealed Before ten." in text
    assert "After" not in text


def test_no_change_is_a_result() -> None:
    assert "No rule changes." in page_of(changes_html(BASELINE, BASELINE)).text


@pytest.mark.parametrize("words", [["uk/latest"], ["uk/baseline", "uk/proposed"]])
def test_the_command_writes_the_page(words: list[str]) -> None:
    result = CliRunner().invoke(main, ["rules", *words, "--format", "html"])

    assert result.exit_code == 0, result.output
    assert page_of(result.output.removesuffix("\n")).all("article")
