"""A comparison as a page: what it says, that it is well made, and that a hostile case runs nothing."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings, strategies as st

from asylum_rules import CaseProfile, InvalidInputError, Policy, diff, policies
from asylum_rules.cli import main
from asylum_rules.report.casefile import case_from, read_case
from asylum_rules.report.comparison import NOT_ADVICE
from asylum_rules.report.encoding import policy_hash
from asylum_rules.report.pages.comparison import to_html
from asylum_rules.report.pages.page import is_web_address
from asylum_rules.sources.citation import Citation, Confidence, Document
from asylum_rules.testing import boundary_profiles, partial
from asylum_rules.units.span import years
from asylum_rules.version import __version__
from tests.model.handmade import WAIT, policy, rule
from tests.report.pages.parsed import Page, page_of

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
UK = tuple(policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    "</title></style><svg onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% include 'page.css' %}",
    "--><!-- ]]>",
    "&lt;b&gt; &amp; &#x3c;",
]


def page(case: Any, compared: Sequence[Policy] = UK, **asked: Any) -> Page:
    return page_of(to_html(diff(*compared, case, **asked)))


def small_boat() -> CaseProfile:
    case = read_case(EXAMPLES / "small-boat.toml")
    assert isinstance(case, CaseProfile)
    return case


def test_an_answer_that_changes_is_said_from_old_to_new() -> None:
    text = page(small_boat()).text

    assert "30 months (normally) ▼ instead of 5 years (normally): worse" in text
    assert "42 days ▲ instead of 28 days: better" in text
    assert "not covered ◆ instead of 33 months of their own (usually): different" in text
    assert "5 years = as under uk/baseline" in text
    assert (
        "20 years; over all readings up to 40 years announced ▼ instead of 5 years: worse; over all readings it depends"
    ) in text


def test_what_stays_comes_after_what_changes_and_silence_is_counted() -> None:
    text = page(small_boat()).text

    assert text.index("First permission to stay once recognised") < text.index("What stays.") < text.index("Work after")
    assert "3 more questions are not covered for this case." in text
    assert "Asylum support now uk/baseline none uk/latest none = as under uk/baseline" in text


def test_the_picture_is_said_in_words_and_every_day_is_listed() -> None:
    found = page(small_boat())

    assert (
        "uk/latest: 20 March 2026, arrival; 1 April 2026, claim lodged; 2 November 2026, permission granted: 30 months "
        "(normally); 2 May 2029, review 1; 2 November 2031, settlement may be sought; 2 November 2032, citizenship may "
        "be sought, if settlement came on its first day; illegal entry: normally refused."
    ) in found.text
    assert {"datetime": "2046-11-02"} in found.all("time")


def test_what_it_depends_on_is_asked_in_words_with_the_questions_that_turn_on_it() -> None:
    text = page(small_boat()).text

    assert "The person is physically in France. is_in_france Turns on it: Legal route from France." in text
    assert "Do the twenty years run from the grant or from arrival? Readings “from the grant” or “from arrival”" in text
    assert "Do the proposed mandatory conditions of earned settlement bind a refugee?" in text
    assert "Shown first none: no primary source says it in plain words" in text


def test_a_settled_comparison_depends_on_nothing_and_presumes_nothing() -> None:
    text = page(CaseProfile(claim="pending"), questions=["appeal.body"]).text

    assert "Nothing: every answer is settled." in text
    assert "What was presumed, because it does not say Nothing." in text


def test_a_case_that_states_nothing_is_shown() -> None:
    found = page(CaseProfile(), [UK[0]])

    assert "One person" in found.text
    assert "What it states Nothing." in found.text
    assert "Every answer." in found.text


def test_nothing_changing_is_said() -> None:
    assert "No answer changes." in page(CaseProfile(claim="refused"), questions=["return.to_rwanda"]).text


def test_why_gives_each_rule_once_with_its_policies_condition_standing_and_sources() -> None:
    found = page(small_boat())

    assert found.text.count("Refugee status and humanitarian protection are granted for five years. Under") == 1
    assert "Gives 5 years (normally) Standing in force (first day not given here); verified until 6 October 2026" in (
        found.text
    )
    assert "Home Office, Permission to stay on a protection route, version 2.0 (high confidence)" in found.text
    assert any(each["href"].startswith("https://") for each in found.all("a"))


def test_a_rule_behind_an_answer_that_changes_and_one_that_stays_is_told_once() -> None:
    html = page(small_boat(), UK[:2]).html

    assert html.count('id="rule:settlement.five-years"') == 1
    assert html.index('id="rule:settlement.five-years"') < html.index("The rules behind the answers that stay")


def test_the_receipt_names_policies_hashes_readings_and_the_library() -> None:
    text = page(small_boat(), under={"settlement.core_clock": "from_arrival"}).text

    for each in UK:
        assert policy_hash(each.under("settlement.core_clock", "from_arrival")) in text
    assert "Resolved uk@2025-11-16+restoring-order+earned-settlement" in text
    assert "Read as “from arrival”: Do the twenty years run from the grant or from arrival?" in text
    assert f"Library: asylum-rules {__version__}." in text
    assert NOT_ADVICE in text


def test_the_day_from_which_a_case_is_looked_at_is_said() -> None:
    assert "The case is looked at on 3 May 2026." in page(CaseProfile(as_of=date(2026, 5, 3))).text
    assert "No day is given from which the case is looked at." in page(CaseProfile()).text


def test_what_was_stated_and_presumed_is_said_in_words() -> None:
    text = page(small_boat()).text

    assert "the claim was lodged on 1 April 2026 claimed_on" in text
    assert "the person is not disabled is_disabled" in text


def test_a_boat_has_a_page_without_a_timeline() -> None:
    boats = (policies["france/before"], policies["france/doctrine"])

    found = page(read_case(EXAMPLES / "boat" / "taxi-boat.toml"), boats)

    assert "What 2 policies say of one boat" in found.text
    assert "Timeline" not in found.text


def test_an_example_whose_grant_is_not_dated_has_no_picture() -> None:
    found = page(read_case(EXAMPLES / "waiting.toml"))

    assert "no day review 7: 210 months after the grant" in found.text


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_shown_as_it_is(name: str) -> None:
    found = page(CaseProfile(name=name, claim="refugee", claimed_on="2026-04-01", decided_on="2026-11-02"))

    assert name in "".join(found.texts)


def test_a_name_that_turns_the_direction_of_text_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="printable"):
        CaseProfile(name="\u202egnp.exe")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_rule_runs_nothing_and_its_address_is_no_link(text: str) -> None:
    document = Document(id="d", title=text, publisher=text, published=None, url=text)
    cites = (Citation(document, f"\u202e{text}", Confidence.HIGH), Citation(document, None, Confidence.MEDIUM))
    made = policy(rule("five", WAIT, years(5), text=text, cites=cites))
    made = evolve(made, title=text, id=text)

    found = page(CaseProfile(), [made], questions=[WAIT.name])

    assert not [each for each in found.all("a") if not each["href"].startswith("#")]
    assert "\\u202e" in found.text


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https:",
        "https://[",
        "",
        None,
    ],
)
def test_no_other_address_becomes_a_link(address: str | None) -> None:
    assert not is_web_address(address)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(case=partial(boundary_profiles(*UK)), name=st.text(st.characters(codec="utf-8"), max_size=40))
def test_every_case_has_a_page(case: CaseProfile, name: str) -> None:
    shown = name if name.isprintable() else "case"

    page(case_from({**case.written(), "name": shown}))


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    out = tmp_path / "report.html"

    result = CliRunner().invoke(
        main, ["diff", str(EXAMPLES / "small-boat.toml"), "--format", "html", "--out", str(out)]
    )

    assert result.exit_code == 0, result.output
    assert out.read_text(encoding="utf-8") == to_html(diff(*UK, small_boat())) + "\n"
