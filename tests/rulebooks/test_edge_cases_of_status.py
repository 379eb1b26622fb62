"""Edge cases that a naive encoding gets wrong, by number."""

import re
from datetime import date, datetime
from typing import Any

import pytest

from asylum_rules import CaseProfile, Confidence, Exactly, InvalidInputError, Qualifier, Span, Status, diff, policies
from asylum_rules.model.person import FACTS
from asylum_rules.prose.value import of_answer
from asylum_rules.sources.standing import Stage
from tests.ask import IN_COUNTRY, RESETTLED, WAITING, ask, tell

DOES_NOT_APPLY = {
    7: "No fact holds periods of permission, so continuity is never judged; only the earliest date is answered.",
    20: "No fact says which relative is to join: the route told is that of partners and children, as its rules say.",
    25: "No question is about deportation after a conviction.",
}

Facts = dict[str, Any]
Readings = dict[str, str]

PAPERS_ONLY: Readings = {
    "settlement.core_period": "twenty_years",
    "settlement.increases_reach_refugees": "no",
    "settlement.reductions_reach_refugees": "no",
}
"""Twenty years, and nothing else of what is consulted on."""

INCREASED: Readings = {**PAPERS_ONLY, "settlement.increases_reach_refugees": "yes"}
REDUCED: Readings = {**PAPERS_ONLY, "settlement.reductions_reach_refugees": "yes"}

HIGH_EARNER: Facts = {
    **IN_COUNTRY,
    "entry": "visa",
    "english": "b2",
    "months_on_public_funds": 0,
    "yearly_income": "125140",
    "income_years": 5,
}


def test_every_edge_case_is_tested_or_does_not_apply() -> None:
    tested = [int(found[1]) for name in globals() if (found := re.match(r"test_edge_(\d\d)_", name))]

    assert sorted([*tested, *DOES_NOT_APPLY]) == list(range(1, 30))


@pytest.mark.parametrize("decided_on", ["2026-03-02", "2027-08-01", "unknown"])
@pytest.mark.parametrize(("claimed_on", "leave"), [("2026-02-20", "P5Y"), ("2026-03-02", "P30M")])
def test_edge_01_the_day_a_claim_was_lodged_counts_not_the_day_it_was_decided(
    claimed_on: str, leave: str, decided_on: str
) -> None:
    assert tell("uk/latest", "leave.length", IN_COUNTRY, claimed_on=claimed_on, decided_on=decided_on) == leave


@pytest.mark.parametrize(
    ("further", "leave", "review"),
    [("none", "P5Y", "none"), ("2026-03-01", "P5Y", "none"), ("2026-03-02", "P30M", "P30M")],
)
def test_edge_02_further_submissions_move_an_old_claim_to_thirty_months(further: str, leave: str, review: str) -> None:
    case = {**IN_COUNTRY, "claimed_on": "2019-06-01", "further_submissions_on": further}

    assert tell("uk/latest", "leave.length", case) == leave
    assert tell("uk/latest", "leave.review_every", case) == review


def test_edge_03_the_first_of_march_is_old_and_the_second_is_new() -> None:
    assert tell("uk/latest", "leave.length", IN_COUNTRY, claimed_on="2026-03-01") == "P5Y"
    assert tell("uk/latest", "leave.length", IN_COUNTRY, claimed_on="2026-03-02") == "P30M"
    for time_of_day in ("2026-03-01T23:30", datetime(2026, 3, 1, 23, 30)):  # noqa: DTZ001  # a day has no zone
        with pytest.raises(InvalidInputError, match="is not a date"):
            CaseProfile(claimed_on=time_of_day)


@pytest.mark.parametrize(
    ("policy", "claimed_on", "leave", "review", "wait"),
    [
        ("uk/baseline", "2026-03-02", "P5Y", "none", "P5Y"),
        ("uk/latest", "2026-03-01", "P5Y", "none", "P5Y"),
        ("uk/latest", "2026-03-02", "P30M", "P30M", "P5Y"),
        ("uk/proposed", "2026-03-02", "P30M", "P30M", "P20Y"),
    ],
)
def test_edge_04_humanitarian_protection_is_split_as_refugee_status_is(
    policy: str, claimed_on: str, leave: str, review: str, wait: str
) -> None:
    for claim in ("refugee", "humanitarian_protection"):
        case = {**IN_COUNTRY, "claim": claim, "claimed_on": claimed_on}
        assert tell(policy, "leave.length", case) == leave
        assert tell(policy, "leave.review_every", case) == review
        assert tell(policy, "settlement.after", case, under=PAPERS_ONLY) == wait


def test_edge_05_a_lone_child_who_comes_of_age_keeps_five_years_and_a_child_in_a_family_does_not() -> None:
    lone = {**IN_COUNTRY, "was_unaccompanied_child_at_claim": True}

    assert tell("uk/latest", "leave.length", lone, is_unaccompanied_child=True, age=17) == "P5Y"
    assert tell("uk/latest", "leave.length", lone, is_unaccompanied_child=False, age=18) == "P5Y"
    assert tell("uk/latest", "leave.length", IN_COUNTRY, is_child_in_family_claim=True, age=17) == "P30M"
    assert ask("uk/latest", "leave.length", lone).qualifier is Qualifier.USUALLY


def test_edge_06_two_grants_of_thirty_months_meet_five_years_today_and_are_no_promise() -> None:
    assert tell("uk/latest", "settlement.after", IN_COUNTRY) == "P5Y"
    assert tell("uk/latest", "settlement.from", IN_COUNTRY) == "2031-11-02"
    assert tell("uk/latest", "reviews.before_settlement", IN_COUNTRY) == 1
    assert policies["uk/latest"].verified_until == date(2026, 10, 6)
    assert policies["uk@2031-11-02"].title.endswith("not verified since 6 October 2026")
    assert ask("uk/next", "settlement.after", IN_COUNTRY).headline[0].value == Exactly(Span(years=20))


def test_edge_08_a_claim_since_2_march_2026_needs_three_columns() -> None:
    found = diff(*(policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed")), CaseProfile(**IN_COUNTRY))
    leave, wait = found["leave.length"], found["settlement.after"]

    assert (leave.changed["uk/latest"], leave.changed["uk/proposed"]) == (True, True)
    assert leave.answers["uk/latest"].standing is Stage.IN_FORCE
    assert leave.answers["uk/proposed"].standing is Stage.ANNOUNCED
    assert (wait.changed["uk/latest"], wait.changed["uk/proposed"]) == (False, True)
    assert tell("uk/latest", "leave.length", IN_COUNTRY, claimed_on="2026-03-01") == "P5Y"


def test_edge_09_the_paper_the_consultation_and_the_bill_propose_different_things() -> None:
    paper, both, bill = "uk/baseline+restoring-order", "uk/proposed", "uk/latest+bill-105"
    case = {**IN_COUNTRY, "was_supported_as_adult": True}
    reached = {"settlement.conditions_reach_refugees": "yes"}

    assert tell(paper, "settlement.conditions", case, under=reached) == ["own_suitability", "safe_return_review"]
    assert tell(both, "settlement.conditions", case, under=reached) == [
        "part_suitability",
        "safe_return_review",
        "english_b2",
        "life_in_uk",
        "income",
        "no_debt",
    ]
    assert tell(bill, "settlement.conditions", case) == ["own_suitability", "safe_return_review", "repayment"]
    assert tell(paper, "settlement.after", case, under=PAPERS_ONLY) == "P20Y"
    assert tell(bill, "settlement.after", case) == "P5Y"
    resettled = {**RESETTLED, "arrived_on": "2026-09-28", "decided_on": "2026-10-01"}
    wait = [tell(each, "settlement.after", resettled) for each in ("uk/baseline", "uk/proposed", "uk/latest")]
    assert wait == ["P0D", "P10Y", "P5Y"]


@pytest.mark.parametrize("how", [{"entry": "small_boat"}, {"entry": "visit_visa"}, {"overstayed_months": 6}])
def test_edge_10_an_increase_of_up_to_twenty_years_is_never_twenty(how: Facts) -> None:
    case = {**HIGH_EARNER, "yearly_income": "0", **how}
    answer = ask("uk/proposed", "settlement.after", case, under=INCREASED)

    assert tell("uk/proposed", "settlement.after", case, under=INCREASED) == {"between": ["P20Y", "P40Y"]}
    assert of_answer(answer) == "between 20 years and 40 years"
    pressed = {**INCREASED, "settlement.core_period": "up_to_twenty"}
    assert tell("uk/proposed", "settlement.after", case, under=pressed) == {"up_to": "P40Y"}
    volunteer = {**HIGH_EARNER, "yearly_income": "0", "volunteers": True}
    assert tell("uk/proposed", "settlement.after", volunteer, under=REDUCED) == {"between": ["P15Y", "P17Y"]}


@pytest.mark.parametrize(
    ("income", "english", "largest", "on_top"),
    [
        ("50269.99", "b2", "P20Y", "P20Y"),
        ("50269.99", "c1", "P19Y", "P19Y"),
        ("50270", "b2", "P15Y", "P15Y"),
        ("50270", "c1", "P15Y", "P14Y"),
    ],
)
def test_edge_11_reductions_are_not_summed_unless_english_comes_on_top(
    income: str, english: str, largest: str, on_top: str
) -> None:
    case = {**HIGH_EARNER, "yearly_income": income, "english": english}

    for combined, wait in {"largest": largest, "c1_on_top": on_top}.items():
        under = {**REDUCED, "earned.reductions_combine": combined}
        assert tell("uk/proposed", "settlement.after", case, under=under) == wait
    assert ask("uk/proposed", "settlement.after", case).headline[0].value == Exactly(Span(years=20))
    assert tell("uk/proposed", "settlement.after", case, under=PAPERS_ONLY) == "P20Y"


def test_edge_12_a_refugee_who_earns_much_is_not_told_thirteen_years() -> None:
    answer = ask("uk/proposed", "settlement.after", HIGH_EARNER)

    assert answer.status is Status.DEPENDS
    assert "settlement.reductions_reach_refugees" in answer.points
    assert [each.value for each in answer.headline] == [Exactly(Span(years=20))]
    assert tell("uk/proposed", "settlement.after", HIGH_EARNER, under=PAPERS_ONLY) == "P20Y"
    assert tell("uk/proposed", "settlement.after", HIGH_EARNER, under=REDUCED) == "P13Y"
    assert tell("uk/proposed", "settlement.after", HIGH_EARNER, under=REDUCED, yearly_income="125139.99") == "P15Y"
    assert tell("uk/latest", "settlement.after", HIGH_EARNER) == "P5Y"


def test_an_increase_and_a_reduction_are_set_off_under_one_reading_only() -> None:
    case = {**HIGH_EARNER, "months_on_public_funds": 11}
    under = {**REDUCED, "settlement.increases_reach_refugees": "yes"}

    assert ask("uk/proposed", "settlement.after", case, under=under).undecided == ("earned.increase_and_reduction_net",)
    under["earned.increase_and_reduction_net"] = "yes"
    assert tell("uk/proposed", "settlement.after", case, under=under) == "P18Y"


def test_edge_13_twenty_years_and_illegal_entry_do_not_make_forty() -> None:
    case = {**HIGH_EARNER, "entry": "small_boat", "yearly_income": "0"}
    answer = ask("uk/proposed", "settlement.after", case)

    assert "settlement.increases_reach_refugees" in answer.points
    assert [each.value for each in answer.headline] == [Exactly(Span(years=20))]
    assert Exactly(Span(years=40)) not in [each.value for each in answer.possible]
    assert tell("uk/proposed", "settlement.after", case, under=PAPERS_ONLY) == "P20Y"


@pytest.mark.parametrize(
    ("months", "five", "ten"),
    [(0, "P20Y", "P20Y"), (1, "P25Y", "P25Y"), (11, "P25Y", "P25Y"), (12, "P25Y", "P30Y"), (13, "P30Y", "P30Y")],
)
def test_edge_14_exactly_twelve_months_on_public_funds_are_not_decided(months: int, five: str, ten: str) -> None:
    case = {**HIGH_EARNER, "yearly_income": "0", "months_on_public_funds": months}

    for exactly, wait in {"five": five, "ten": ten}.items():
        under = {**INCREASED, "earned.twelve_months_exactly": exactly}
        assert tell("uk/proposed", "settlement.after", case, under=under) == wait
    undecided = ask("uk/proposed", "settlement.after", case, under=INCREASED).undecided
    assert undecided == (() if five == ten else ("earned.twelve_months_exactly",))
    assert tell("uk/proposed", "settlement.after", case, under=PAPERS_ONLY) == "P20Y"
    assert tell("uk/latest", "settlement.after", case) == "P5Y"


@pytest.mark.parametrize("income", [{"yearly_income": "0", "income_years": 0}, {"income_years": 5}])
def test_edge_15_that_refugees_must_meet_the_income_test_is_not_established(income: Facts) -> None:
    case = {**HIGH_EARNER, **income}
    answer = ask("uk/proposed", "settlement.conditions", case)

    assert answer.status is Status.DEPENDS
    assert answer.undecided == ("settlement.conditions_reach_refugees",)
    assert tell("uk/latest", "settlement.conditions", case) == ["own_suitability", "safe_return_review"]
    assert ask("uk/proposed", "settlement.after", case).headline[0].value == Exactly(Span(years=20))


@pytest.mark.parametrize("policy", ["uk@2025-11-10", "uk@2025-11-11", "uk/baseline", "uk/latest"])
def test_edge_16_settlement_on_a_protection_route_has_its_own_suitability_rules(policy: str) -> None:
    case = {**IN_COUNTRY, "has_criminal_record": True}

    assert tell(policy, "settlement.conditions", case) == ["own_suitability", "safe_return_review"]


def test_edge_17_the_family_route_closed_between_two_minutes_of_london_time() -> None:
    before, on_the_minute = "2025-09-04T14:59", "2025-09-04T15:00"

    assert tell("uk/latest", "family_reunion.route", IN_COUNTRY, family_applied_at=before) == "protection_route"
    assert tell("uk/latest", "family_reunion.route", IN_COUNTRY, family_applied_at=on_the_minute) == (
        "ordinary_family_rules"
    )
    for elsewhere in ("2025-09-04T14:00+00:00", "2025-09-04T16:00+02:00"):
        with pytest.raises(InvalidInputError, match="expected London time"):
            CaseProfile(family_applied_at=elsewhere)


def test_edge_18_a_partner_by_the_ordinary_rules_has_not_what_the_sponsor_has() -> None:
    case = {**IN_COUNTRY, "sponsor_leave": "thirty_months", "family_decided_on": "2026-08-03"}

    assert tell("uk/latest", "family_reunion.public_funds", case) == "no"
    assert tell("uk/latest", "family_reunion.leave", case) == "in_line_with_sponsor"
    assert ask("uk/latest", "family_reunion.leave", case).qualifier is Qualifier.MAY
    assert tell("uk/latest", "family_reunion.leave", case, sponsor_leave="five_years") == "own_thirty_three_months"
    assert tell("uk/latest", "work.after_grant", case) == "yes"
    assert tell("uk/latest", "leave.length", IN_COUNTRY, is_child_in_family_claim=True) == "P30M"


@pytest.mark.parametrize(
    ("decided_on", "leave"), [("2026-08-02", "own_thirty_three_months"), ("2026-08-03", "in_line_with_sponsor")]
)
def test_edge_19_the_decision_and_not_the_application_moves_a_partner_to_the_new_wording(
    decided_on: str, leave: str
) -> None:
    case = {
        **IN_COUNTRY,
        "sponsor_leave": "thirty_months",
        "family_applied_at": "2026-07-15T10:00",
        "family_decided_on": decided_on,
    }
    inferred = [each.confidence for each in ask("uk/latest", "family_reunion.leave", case).citations]

    assert tell("uk/latest", "family_reunion.leave", case) == leave
    assert (Confidence.MEDIUM in inferred) is (leave == "in_line_with_sponsor")


@pytest.mark.parametrize(
    ("arrived_on", "leave", "wait", "earliest"),
    [
        ("2021-11-03", "unstated", "unstated", "unstated"),
        ("2021-11-04", "indefinite", "P0D", "2021-11-04"),
        ("2026-09-27", "indefinite", "P0D", "2026-09-27"),
        ("2026-09-28", "unstated", "P5Y", "2031-09-28"),
    ],
)
def test_edge_21_whoever_is_settled_on_arrival_goes_straight_to_citizenship(
    arrived_on: str, leave: str, wait: str, earliest: str
) -> None:
    case = {**RESETTLED, "arrived_on": arrived_on, "decided_on": arrived_on}

    assert tell("uk/latest", "leave.length", case) == leave
    assert tell("uk/latest", "settlement.after", case) == wait
    assert tell("uk/latest", "settlement.from", case) == earliest
    assert tell("uk/latest", "settlement.conditions", case) == "not_covered"
    assert tell("uk/latest", "citizenship.after_settlement", case) == "P12M"


def test_edge_22_settlement_does_not_open_citizenship_after_a_small_boat() -> None:
    long_ago = {**IN_COUNTRY, "arrived_on": "2005-05-01", "claimed_on": "2005-05-02", "decided_on": "2006-01-10"}

    assert tell("uk/latest", "settlement.after", long_ago) == "P5Y"
    for applied_on, effect in {
        "2025-02-09": "ten_year_lookback",
        "2025-02-10": "normally_refused",
        "2045-01-01": "normally_refused",
    }.items():
        assert tell("uk/latest", "citizenship.illegal_entry", long_ago, citizenship_applied_on=applied_on) == effect
    assert ask("uk/latest", "citizenship.illegal_entry", long_ago).qualifier is Qualifier.NORMALLY


@pytest.mark.parametrize(
    ("entry", "dangerous", "effect"),
    [
        ("visa_free", False, "no_bar"),
        ("visa_free", True, "normally_refused"),
        ("other_irregular", False, "normally_refused"),
        ("other_irregular", True, "normally_refused"),
        ("visa", False, "no_bar"),
    ],
)
def test_edge_23_illegal_entry_and_a_dangerous_journey_are_two_tests(
    entry: str,
    dangerous: bool,  # noqa: FBT001  # a case
    effect: str,
) -> None:
    case = {**IN_COUNTRY, "entry": entry, "made_dangerous_journey": dangerous}

    assert tell("uk/latest", "citizenship.illegal_entry", case) == effect


@pytest.mark.parametrize("day", ["2027-03-25", "2027-03-26"])
@pytest.mark.parametrize("english", ["none", "b1", "b2"])
def test_edge_24_the_english_of_march_2027_is_no_test_for_settlement_on_a_protection_route(
    day: str, english: str
) -> None:
    case = {**IN_COUNTRY, "english": english, "settlement_applied_on": day}

    assert tell(f"uk@{day}", "settlement.conditions", case) == ["own_suitability", "safe_return_review"]


def test_edge_26_thirty_months_do_not_prove_a_claim_of_2026() -> None:
    group_2 = {**IN_COUNTRY, "claimed_on": "2022-06-28", "decided_on": "2023-01-10", "is_group_2_refugee": True}

    assert tell("uk@2023-01-10", "leave.length", group_2) == "P30M"
    assert tell("uk@2023-01-10", "leave.length", group_2, claimed_on="2022-06-27") == "P5Y"
    assert tell("uk@2023-01-10", "settlement.after", group_2) == "P10Y"
    assert tell("uk@2023-07-16", "leave.length", group_2) == "P30M"
    assert tell("uk@2023-07-17", "leave.length", group_2) == "P5Y"
    assert tell("uk/latest", "leave.length", IN_COUNTRY) == "P30M"
    assert tell("uk/latest", "settlement.after", IN_COUNTRY) == "P5Y"


def test_edge_27_a_country_called_safe_does_not_flip_a_status() -> None:
    assert not {"nationality", "country"} & {fact.name for fact in FACTS}
    for needed in (True, False, "unknown"):
        case = {**IN_COUNTRY, "protection_still_needed": needed}
        assert tell("uk/latest", "return.when_not_needed", case) == "may_lose_status"
        assert tell("uk/latest", "leave.length", case) == "P30M"
        assert tell("uk/latest", "settlement.after", case) == "P5Y"
        assert tell("uk/proposed", "return.when_not_needed", case) == "liable_to_removal"


SEVERAL_DATES: Facts = {
    **IN_COUNTRY,
    "claimed_on": "2026-03-01",
    "decided_on": "2026-03-09",
    "sponsor_leave": "thirty_months",
    "family_decided_on": "2026-08-03",
    "citizenship_applied_on": "2033-01-10",
    "is_family_with_child": False,
    "age": 40,
}
SETTLED_LONG_AGO: Facts = {"claimed_on": "2015-05-01", "decided_on": "2016-05-01"}


@pytest.mark.parametrize(
    ("moved", "answers"),
    [
        ({}, ("P5Y", "P42D", "in_line_with_sponsor", "normally_refused")),
        ({"claimed_on": "2026-03-02"}, ("P30M", "P42D", "in_line_with_sponsor", "normally_refused")),
        ({"decided_on": "2026-03-08"}, ("P5Y", "P28D", "in_line_with_sponsor", "normally_refused")),
        ({"family_decided_on": "2026-08-02"}, ("P5Y", "P42D", "own_thirty_three_months", "normally_refused")),
        (
            {**SETTLED_LONG_AGO, "citizenship_applied_on": "2025-02-10"},
            ("P5Y", "P28D", "in_line_with_sponsor", "normally_refused"),
        ),
        (
            {**SETTLED_LONG_AGO, "citizenship_applied_on": "2025-02-09"},
            ("P5Y", "P28D", "in_line_with_sponsor", "ten_year_lookback"),
        ),
    ],
)
def test_edge_28_each_date_of_a_case_moves_its_own_answer_only(moved: Facts, answers: tuple[str, ...]) -> None:
    case = {**SEVERAL_DATES, **moved}

    assert answers == (
        tell("uk/latest", "leave.length", case),
        tell("uk/latest", "support.notice_after_grant", case),
        tell("uk/latest", "family_reunion.leave", case),
        tell("uk/latest", "citizenship.illegal_entry", case),
    )


@pytest.mark.parametrize(
    ("policy", "question", "facts", "answer"),
    [
        ("uk/proposed", "settlement.after", {**IN_COUNTRY, "on_work_and_study_route": True}, "unstated"),
        ("uk/proposed", "leave.review_every", {**IN_COUNTRY, "on_work_and_study_route": True}, "unstated"),
        ("uk/latest", "leave.length", {**RESETTLED, "arrived_on": "2026-10-01"}, "unstated"),
        ("uk@2022-12-20", "support.weekly", WAITING, "unstated"),
        ("uk/latest", "leave.length", {**IN_COUNTRY, "was_unaccompanied_child_at_claim": "unknown"}, ["P5Y", "P30M"]),
        ("uk/latest", "support.entitlement", {**WAITING, "is_destitute": "unknown"}, ["power", "none"]),
        ("uk/latest", "return.third_country", {**WAITING, "has_safe_third_country_link": "unknown"}, ["power", "none"]),
    ],
)
def test_edge_29_what_is_not_stated_or_not_known_is_not_a_no(
    policy: str, question: str, facts: Facts, answer: Any
) -> None:
    assert tell(policy, question, facts) == answer
