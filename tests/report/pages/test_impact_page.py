"""An impact as a page: who changes from what to what, by which rules, and a case that shows it."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from asylum_rules import CaseProfile, policies
from asylum_rules.cells import condition, region
from asylum_rules.cli import main
from asylum_rules.decide import completions
from asylum_rules.impact.impact import Impact, impact
from asylum_rules.report.comparison import NOT_ADVICE
from asylum_rules.report.encoding import policy_hash
from asylum_rules.report.pages.impact import to_html
from asylum_rules.units.span import years
from tests.model.handmade import WAIT, policy, rule
from tests.report.pages.parsed import Page, page_of

BASELINE, LATEST, PROPOSED = (policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))
INCREASED = {"settlement.increases_reach_refugees": "yes"}
RECOGNISED = str(Path(__file__).parents[3] / "docs" / "examples" / "given" / "recognised.toml")


def page(found: Impact, **asked: Any) -> Page:
    return page_of(to_html(found, **asked))


def test_every_class_is_a_card_with_who_from_to_why_and_a_case() -> None:
    text = page(impact(BASELINE, LATEST, questions=["support.entitlement"])).text

    assert "must be given (duty) to may be given (discretion) ▼ worse Who all of these hold:" in text
    assert "the person is destitute" in text
    assert "the claim is pending or inadmissible; or (the claim is finally refused; and the household includes" in text
    assert "Old rules support.duty New rules support.power" in text
    assert "A case that shows it the claim is pending claim" in text


def test_a_page_of_the_whole_change_is_well_made() -> None:
    found = impact(BASELINE, LATEST)

    text = page(found).text

    assert f"{len(found)} classes of cases change and {len(found.unchanged)} stay." in text
    assert "over every case there can be" in text
    assert NOT_ADVICE in text
    assert policy_hash(BASELINE) in text


def test_one_class_is_counted_as_one() -> None:
    assert "1 class of cases changes" in page(impact(BASELINE, LATEST, questions=["support.entitlement"])).text


def test_classes_about_a_code_say_so() -> None:
    text = page(impact(BASELINE, PROPOSED, questions=["settlement.conditions"], readings="all")).text

    assert "Classes of one question and code share no case" in text
    assert "“Life in the UK test”: no to yes [consulted]" in text


def test_classes_about_a_part_say_what_it_adds_and_not_whether_that_is_better() -> None:
    text = page(impact(BASELINE, PROPOSED, questions=["settlement.after"], under=INCREASED)).text

    assert "Those about a part say what one rule adds to it." in text
    assert "Who of those whose answer is made with this: all of these hold:" in text


def test_an_open_point_is_told_with_the_reading_that_is_taken_for_granted() -> None:
    text = page(impact(BASELINE, PROPOSED, questions=["settlement.after"])).text

    assert "Is the wait for settlement on core protection twenty years, or up to twenty? Readings" in text
    assert "Read here as “twenty years”" in text


def test_what_every_case_states_is_said() -> None:
    text = page(impact(BASELINE, LATEST, given=CaseProfile(claim="refugee"), questions=["leave.length"])).text

    assert "over every case that states what is given" in text
    assert "Given the claim is recognised with refugee status claim" in text


def test_nobody_is_a_result() -> None:
    text = page(impact(BASELINE, LATEST, questions=["return.to_rwanda"])).text

    assert "Nobody's answer changes." in text
    assert "No rule changes an answer." in text


def test_what_stays_is_shown_where_asked_for() -> None:
    found = impact(BASELINE, LATEST, questions=["return.to_rwanda"])

    assert "no removal to no removal = the same" in page(found, unchanged=True).text


def test_a_class_without_a_short_condition_is_a_list_of_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(condition, "MOST", 1)

    text = page(impact(BASELINE, LATEST, questions=["settlement.after"])).text

    assert "any of these ways, no two of which share a case: the claim is absent" in text


def test_a_class_with_too_many_ways_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(condition, "MOST", 1)
    monkeypatch.setattr(region, "MOST_ROWS", 0)

    assert "too many ways to say in words" in page(impact(BASELINE, LATEST, questions=["settlement.after"])).text


def test_a_question_that_is_too_large_says_how_to_narrow_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 500)

    text = page(impact(BASELINE, PROPOSED, questions=["settlement.after"])).text

    assert "This turns on too much at once to be worked out (over" in text
    assert "Give some of:" in text


def test_a_class_of_anyone_says_anyone() -> None:
    text = page(impact(policy(rule("five", WAIT, years(5))), policy(rule("ten", WAIT, years(10))))).text

    assert "5 years to 10 years" in text
    assert "Who always" in text
    assert "A case that shows it anyone" in text


def test_the_command_writes_the_page() -> None:
    words = ["impact", "uk/baseline", "uk/latest", "--given", RECOGNISED, "--question", "leave.length"]

    result = CliRunner().invoke(main, [*words, "--format", "html"])

    assert result.exit_code == 0, result.output
    assert "30 months (normally)" in page_of(result.output.removesuffix("\n")).text
