"""What a notebook shows of a comparison, an impact, a timeline and a policy: a table, escaped, with its headers."""

import pytest
from attrs import evolve

from asylum_rules import BoatProfile, CaseProfile, diff, impact, policies
from asylum_rules.report.timeline import timeline
from tests.report.pages.parsed import Page

UK = tuple(policies[each] for each in ("uk/baseline", "uk/latest"))
CASE = CaseProfile(
    name="<script>alert(1)</script>",
    claim="refugee",
    claimed_on="2026-04-01",
    decided_on="2026-11-02",
    was_unaccompanied_child_at_claim=False,
)


def shown(of: object) -> Page:
    """Return what a notebook shows, held to what must hold of every table."""
    html = of._repr_html_()  # type: ignore[attr-defined]  # as a notebook asks
    page = Page(html)
    assert {tag for tag, _ in page.elements} == {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert all(each["scope"] in {"col", "row"} for each in page.all("th"))
    return page


def test_a_comparison_is_a_table_with_a_row_a_question() -> None:
    text = shown(diff(*UK, CASE)).text

    assert text.startswith("<script>alert(1)</script> Question uk/baseline uk/latest")
    assert "First permission to stay once recognised 5 years (normally) 30 months (normally) (worse)" in text


def test_a_case_without_a_name_is_told_by_what_it_is() -> None:
    boats = (policies["france/before"], policies["france/doctrine"])

    assert shown(diff(*boats, BoatProfile(zone="beach"))).text.startswith("One boat under 2 policies Question")


def test_an_impact_is_a_table_with_a_row_a_class() -> None:
    text = shown(impact(*UK, questions=["support.entitlement"])).text

    assert text.startswith("uk/baseline to uk/latest: 1 changing and 4 staying classes Question From old to new Who")
    assert "Asylum support now must be given (duty) → may be given (discretion) (worse) the person is not" in text


def test_a_timeline_is_a_table_with_a_row_a_day() -> None:
    text = shown(timeline(UK, CASE)).text

    assert "what happens when; * under the headline readings Day uk/baseline uk/latest" in text
    assert "2 May 2029 review 1" in text
    assert shown(timeline(UK, evolve(CASE, name=None))).text.startswith("One person: what happens when")


@pytest.mark.parametrize("policy", policies.values(), ids=list(policies))
def test_a_policy_is_a_table_with_a_row_a_question(policy: object) -> None:
    assert shown(policy).all("tr")


def test_a_policy_says_how_far_it_is_verified_and_what_is_open() -> None:
    text = shown(policies["uk/proposed"].under("settlement.core_clock", "from_grant")).text

    assert text.startswith("UK rules as proposed in November 2025: uk@2025-11-16+restoring-order+earned-settlement, ")
    assert "rules, verified until 2026-10-06 Question Name Rules Open points" in text
    assert "Who hears an appeal appeal.body" in text
