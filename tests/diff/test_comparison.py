"""Comparing policies for one case: the arguments, the mapping that comes back, and what changed and direction mean."""

from collections.abc import Mapping
from typing import Any

import pytest

from asylum_rules import (
    BoatProfile,
    CaseProfile,
    Comparison,
    Direction,
    Exactly,
    InvalidInputError,
    Span,
    Status,
    UnknownNameError,
    UpTo,
    diff,
    policies,
)
from asylum_rules.model.direction import Changed
from asylum_rules.units.money import pounds

BASELINE, LATEST, PROPOSED = (policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))
NO_READINGS: Mapping[str, str] = {}


def person(**facts: Any) -> CaseProfile:
    return CaseProfile(**facts)


def boat(**facts: Any) -> BoatProfile:
    return BoatProfile(**facts)


def recognised(**facts: Any) -> CaseProfile:
    """Return a refugee who came by small boat and claimed after the rules changed, with some facts changed."""
    given: dict[str, Any] = {
        "claim": "refugee",
        "route": "in_country",
        "entry": "small_boat",
        "arrived_on": "2026-03-20",
        "claimed_on": "2026-04-01",
        "decided_on": "2026-11-02",
        "was_unaccompanied_child_at_claim": False,
        "is_unaccompanied_child": False,
        "english": "none",
        "yearly_income": "0",
        "months_on_public_funds": 0,
        "is_family_with_child": False,
        "age": 34,
    }
    return person(**{**given, **facts})


def three(case: CaseProfile, question: str, under: Mapping[str, str] = NO_READINGS) -> Comparison:
    return diff(BASELINE, LATEST, PROPOSED, case, questions=[question], under=under)


# Arguments


def test_the_last_argument_is_the_case() -> None:
    with pytest.raises(TypeError, match="one or more policies and then one case profile"):
        diff(recognised(), BASELINE, LATEST)


def test_a_case_without_a_policy_is_refused() -> None:
    with pytest.raises(TypeError, match="one or more policies"):
        diff(recognised())


def test_nothing_but_policies_stands_before_the_case() -> None:
    wrong: Any = "uk/latest"

    with pytest.raises(TypeError, match="one or more policies"):
        diff(BASELINE, wrong, recognised())


def test_the_same_policy_twice_is_refused() -> None:
    with pytest.raises(InvalidInputError) as raised:
        diff(BASELINE, LATEST, BASELINE, recognised())

    assert [each.what for each in raised.value.problems] == ["`uk/baseline` is given twice"]


def test_a_case_about_a_boat_is_refused_by_policies_about_people() -> None:
    with pytest.raises(InvalidInputError, match="`uk/latest` is about a person"):
        diff(BASELINE, LATEST, boat(zone="beach"))


def test_an_unknown_question_names_the_nearest_one() -> None:
    with pytest.raises(UnknownNameError) as raised:
        diff(BASELINE, LATEST, recognised(), questions=["settlement.aftr"])

    assert (raised.value.name, raised.value.nearest) == ("settlement.aftr", "settlement.after")


def test_a_question_that_none_of_the_policies_answers_is_unknown() -> None:
    with pytest.raises(UnknownNameError):
        diff(BASELINE, LATEST, recognised(), questions=["interception.nets"])


def test_an_unknown_point_names_the_nearest_one() -> None:
    with pytest.raises(UnknownNameError) as raised:
        diff(BASELINE, PROPOSED, recognised(), under={"settlement.core_perid": "twenty_years"})

    assert raised.value.nearest == "settlement.core_period"


def test_an_unknown_reading_names_the_nearest_one() -> None:
    with pytest.raises(UnknownNameError) as raised:
        diff(BASELINE, PROPOSED, recognised(), under={"settlement.core_period": "twenty_yeers"})

    assert raised.value.nearest == "twenty_years"


# What comes back


def test_a_comparison_is_a_mapping_of_the_questions_that_the_policies_answer() -> None:
    d = diff(BASELINE, LATEST, recognised())

    assert list(d)[:5] == [
        "leave.length",
        "leave.review_every",
        "reviews.before_settlement",
        "settlement.after",
        "settlement.from",
    ]
    assert set(d) == {question.name for policy in (BASELINE, LATEST) for question in policy.questions}
    assert len(d) == len(set(d))


def test_a_question_that_was_not_compared_is_not_in_a_comparison() -> None:
    d = diff(BASELINE, LATEST, recognised())

    assert "leave.length" in d
    assert "interception.nets" not in d
    assert d.get("interception.nets") is None


def test_a_question_that_was_not_compared_is_a_lookup_error_that_names_the_nearest() -> None:
    d = diff(BASELINE, LATEST, recognised())

    with pytest.raises(LookupError, match=r"leave\.length"):
        d["leave.lenght"]


def test_questions_are_compared_once_each_in_the_order_asked() -> None:
    d = diff(BASELINE, LATEST, recognised(), questions=["settlement.after", "leave.length", "settlement.after"])

    assert list(d) == ["settlement.after", "leave.length"]


def test_the_first_policy_is_compared_with_no_other() -> None:
    compared = three(recognised(), "leave.length")["leave.length"]

    assert list(compared.answers) == ["uk/baseline", "uk/latest", "uk/proposed"]
    assert list(compared.changed) == ["uk/latest", "uk/proposed"]
    assert list(compared.direction) == ["uk/latest", "uk/proposed"]
    assert list(compared.headline_direction) == ["uk/latest", "uk/proposed"]


def test_one_policy_alone_gives_its_answers_and_compares_nothing() -> None:
    compared = diff(LATEST, recognised(), questions=["leave.length"])["leave.length"]

    assert compared.answers["uk/latest"].value == Exactly(Span(months=30))
    assert compared.changed == {}
    assert compared.stays


def test_printing_a_comparison_gives_its_table() -> None:
    d = three(recognised(), "leave.length")

    assert "First permission to stay" in str(d)
    assert "30 months" in str(d)


# What changes


@pytest.mark.parametrize(
    ("case", "question", "changed", "direction", "headline"),
    [
        (recognised(), "leave.length", True, "less_favourable", "less_favourable"),
        (recognised(), "settlement.after", True, "depends", "less_favourable"),
        (recognised(), "settlement.from", True, "depends", "less_favourable"),
        (recognised(), "reviews.before_settlement", True, "depends", "less_favourable"),
        (recognised(), "support.notice_after_grant", False, "same", "same"),
        (recognised(), "support.weekly", False, "same", "same"),
        (recognised(claimed_on="2025-06-01"), "leave.length", None, "depends", "depends"),
        (recognised(on_work_and_study_route=True), "settlement.after", True, "depends", "depends"),
        (
            recognised(claim="pending", decided_on="none", is_destitute=True),
            "support.entitlement",
            True,
            "less_favourable",
            "less_favourable",
        ),
    ],
)
def test_proposals_are_set_against_the_rules_before_them(
    case: CaseProfile, question: str, changed: Changed, direction: str, headline: str
) -> None:
    compared = three(case, question)[question]

    assert compared.changed["uk/proposed"] is changed
    assert compared.direction["uk/proposed"] == direction
    assert compared.headline_direction["uk/proposed"] == headline


def test_the_same_missing_fact_is_completed_the_same_way_on_both_sides() -> None:
    case = recognised(claim="pending", decided_on="none", is_destitute=True, meals_provided=False)

    compared = diff(BASELINE, LATEST, case, questions=["support.weekly"])["support.weekly"]

    assert compared.answers["uk/latest"].facts == ("household_size",)
    assert compared.changed["uk/latest"] is False
    assert compared.direction["uk/latest"] is Direction.SAME


def test_dates_of_a_case_without_a_grant_are_compared_by_their_distance_from_it() -> None:
    given = {"settlement.increases_reach_refugees": "no", "settlement.core_period": "twenty_years"}
    case = person(
        claim="refugee", claimed_on="2026-04-01", arrived_on="2026-03-20", was_unaccompanied_child_at_claim=False
    )

    compared = three(case, "settlement.from", {**given, "settlement.core_clock": "from_grant"})["settlement.from"]

    assert compared.changed["uk/proposed"] is True
    assert compared.direction["uk/proposed"] is Direction.LESS_FAVOURABLE
    assert compared.changed["uk/latest"] is False


def test_an_answer_that_depends_on_a_fact_changes_in_some_completions_only() -> None:
    case = person(claim="refugee", claimed_on="2026-04-01", decided_on="2026-11-02")

    compared = diff(BASELINE, LATEST, case, questions=["leave.length"])["leave.length"]

    assert compared.answers["uk/latest"].facts == ("was_unaccompanied_child_at_claim",)
    assert compared.changed["uk/latest"] is None
    assert compared.direction["uk/latest"] is Direction.DEPENDS
    assert not compared.stays


# Readings and presumptions


@pytest.mark.parametrize(
    ("under", "direction"),
    [
        ({"settlement.core_period": "twenty_years"}, Direction.LESS_FAVOURABLE),
        ({"settlement.core_period": "up_to_twenty"}, Direction.DEPENDS),
        ({"settlement.increases_reach_refugees": "yes"}, Direction.DEPENDS),
        (
            {"settlement.increases_reach_refugees": "yes", "settlement.core_period": "twenty_years"},
            Direction.LESS_FAVOURABLE,
        ),
    ],
)
def test_readings_asked_for_settle_what_they_are_about(under: Mapping[str, str], direction: Direction) -> None:
    compared = three(recognised(), "settlement.after", under)["settlement.after"]

    assert compared.direction["uk/proposed"] is direction
    assert not set(under) & set(compared.answers["uk/proposed"].points)


def test_a_reading_of_one_policy_leaves_the_other_as_it_is() -> None:
    read = PROPOSED.under("settlement.core_period", "up_to_twenty").under("settlement.increases_reach_refugees", "no")

    answers = diff(BASELINE, read, recognised(), questions=["settlement.after"])["settlement.after"].answers

    assert answers["uk/baseline"].value == Exactly(Span(years=5))
    assert answers["uk/proposed"].value == UpTo(Span(years=20))
    assert PROPOSED.readings == ()


def test_a_point_fixed_on_one_side_stays_fixed_when_the_other_side_turns_on_it() -> None:
    entitled = recognised(
        claimed_on="2025-01-01", decided_on="2025-10-01", age=65, is_disabled=False, is_pregnant=False
    )
    strict = LATEST.under("support.over_65", "over_65")

    compared = diff(BASELINE, strict, entitled, questions=["support.notice_after_grant"])["support.notice_after_grant"]

    assert compared.answers["uk/baseline"].points == ("support.over_65",)
    assert compared.answers["uk/latest"].value == Exactly(Span(days=28))
    assert compared.changed["uk/latest"] is None
    assert compared.direction["uk/latest"] is Direction.DEPENDS
    assert compared.headline_direction["uk/latest"] is Direction.SAME


def test_readings_asked_for_prevail_over_those_of_a_policy() -> None:
    read = PROPOSED.under("settlement.core_period", "up_to_twenty")

    given = diff(
        BASELINE,
        read,
        recognised(),
        questions=["settlement.after"],
        under={"settlement.core_period": "twenty_years", "settlement.increases_reach_refugees": "no"},
    )["settlement.after"]

    assert given.answers["uk/proposed"].value == Exactly(Span(years=20))


def test_what_a_case_leaves_out_is_presumed_and_said_so() -> None:
    d = diff(BASELINE, LATEST, recognised(), questions=["leave.length"])

    assert d.presumes
    assert d["leave.length"].answers["uk/latest"].status is Status.DETERMINED
    assert d["leave.length"].answers["uk/latest"].assumed == ("further_submissions_on",)


def test_without_presumptions_the_same_fact_is_what_the_answer_depends_on() -> None:
    case = recognised(claimed_on="2026-02-01")

    d = diff(BASELINE, LATEST, case, questions=["leave.length"], presume=False)

    assert not d.presumes
    assert d["leave.length"].answers["uk/latest"].status is Status.DEPENDS
    assert d["leave.length"].answers["uk/latest"].facts == ("further_submissions_on",)
    assert d["leave.length"].answers["uk/latest"].assumed == ()
    assert d["leave.length"].changed["uk/latest"] is None


def test_a_stated_fact_is_not_presumed() -> None:
    d = diff(BASELINE, LATEST, recognised(further_submissions_on="none"), questions=["leave.length"])

    assert d["leave.length"].answers["uk/latest"].assumed == ()


def test_a_figure_of_the_law_reaches_the_comparison() -> None:
    case = recognised(
        claim="pending",
        decided_on="none",
        is_destitute=True,
        household_size=2,
        is_family_with_child=True,
        children_under_1=1,
        children_aged_1_to_3=0,
        is_pregnant=False,
        meals_provided=False,
    )

    answers = diff(BASELINE, LATEST, case, questions=["support.weekly"])["support.weekly"].answers

    assert answers["uk/latest"].value == Exactly(pounds("107.86"))
