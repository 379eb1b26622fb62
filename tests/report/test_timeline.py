"""What happens when, under each policy: every date by hand."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from asylum_rules import CaseProfile, InvalidInputError, UnknownNameError, policies
from asylum_rules.report.casefile import case_from, read_case
from asylum_rules.report.timeline import Event, of_dated, timeline, timeline_json
from asylum_rules.sources.standing import Stage

SMALL_BOAT = Path(__file__).parents[2] / "docs" / "examples" / "small-boat.toml"
UK = tuple(policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))

Shown = tuple[str, str | None, bool]
"""The event, its day, and whether it is settled."""

RECOGNISED: dict[str, object] = {
    "claim": "refugee",
    "claimed_on": "2026-04-01",
    "decided_on": "2026-11-02",
    "was_unaccompanied_child_at_claim": False,
}


def person(**facts: object) -> CaseProfile:
    case = case_from(facts)
    assert isinstance(case, CaseProfile)
    return case


def events(case: CaseProfile, policy: str, **given: Any) -> list[Shown]:
    """Return the events of a case under one policy, as its JSON gives them."""
    line = timeline([policies[policy]], case, **given)
    data: Any = json.loads(json.dumps(timeline_json(line)))
    (only,) = data["policies"]
    return [(each["event"], each["on"], each["settled"]) for each in only["events"]]


def reviews(case: CaseProfile, policy: str, **given: Any) -> list[str | None]:
    return [day for event, day, _ in events(case, policy, **given) if event == "review"]


def small_boat() -> CaseProfile:
    case = read_case(SMALL_BOAT)
    assert isinstance(case, CaseProfile)
    return case


def test_before_the_reforms_a_grant_leads_to_settlement_after_five_years_without_a_review() -> None:
    assert events(small_boat(), "uk/baseline") == [
        ("arrival", "2026-03-20", True),
        ("claim", "2026-04-01", True),
        ("grant", "2026-11-02", True),
        ("settlement", "2031-11-02", True),
        ("citizenship", "2032-11-02", True),
    ]


def test_now_a_grant_of_thirty_months_is_reviewed_once_before_settlement() -> None:
    assert events(small_boat(), "uk/latest") == [
        ("arrival", "2026-03-20", True),
        ("claim", "2026-04-01", True),
        ("grant", "2026-11-02", True),
        ("review", "2029-05-02", True),
        ("settlement", "2031-11-02", True),
        ("citizenship", "2032-11-02", True),
    ]


def test_as_proposed_seven_reviews_come_before_settlement_after_twenty_years() -> None:
    assert events(small_boat(), "uk/proposed") == [
        ("arrival", "2026-03-20", True),
        ("claim", "2026-04-01", True),
        ("grant", "2026-11-02", True),
        ("review", "2029-05-02", False),
        ("review", "2031-11-02", False),
        ("review", "2034-05-02", False),
        ("review", "2036-11-02", False),
        ("review", "2039-05-02", False),
        ("review", "2041-11-02", False),
        ("review", "2044-05-02", False),
        ("settlement", "2046-11-02", False),
        ("citizenship", "2047-11-02", False),
    ]


def test_what_was_granted_is_said_at_the_grant() -> None:
    line = timeline(UK, small_boat())

    granted = [next(each.text for each in of_one if each.event is Event.GRANT) for of_one in line.events]

    assert granted == [
        "permission granted: 5 years (normally)",
        "permission granted: 30 months (normally)",
        "permission granted: 30 months",
    ]


def test_reviews_are_counted_from_a_grant_on_31_august_and_not_chained() -> None:
    case = person(**{**RECOGNISED, "decided_on": "2026-08-31"})

    assert reviews(case, "uk/proposed") == [
        "2029-02-28",
        "2031-08-31",
        "2034-02-28",
        "2036-08-31",
        "2039-02-28",
        "2041-08-31",
        "2044-02-29",
    ]


def test_settlement_five_years_after_29_february_is_on_28_february() -> None:
    case = person(**{**RECOGNISED, "claimed_on": "2027-01-01", "decided_on": "2028-02-29"})

    assert events(case, "uk/baseline")[-2:] == [("settlement", "2033-02-28", True), ("citizenship", "2034-02-28", True)]


def test_once_its_points_are_read_a_timeline_is_settled() -> None:
    under = {
        "settlement.core_period": "twenty_years",
        "settlement.core_clock": "from_grant",
        "settlement.increases_reach_refugees": "no",
    }

    found = events(small_boat(), "uk/proposed", under=under)

    assert all(settled for _, _, settled in found)
    assert found[-2:] == [("settlement", "2046-11-02", True), ("citizenship", "2047-11-02", True)]


def test_twenty_years_read_as_running_from_arrival_end_earlier_and_reviews_still_count_from_the_grant() -> None:
    under = {
        "settlement.core_period": "twenty_years",
        "settlement.core_clock": "from_arrival",
        "settlement.increases_reach_refugees": "no",
    }

    found = events(small_boat(), "uk/proposed", under=under)

    assert found[-2:] == [("settlement", "2046-03-20", True), ("citizenship", "2047-03-20", True)]
    assert found[3] == ("review", "2029-05-02", True)
    assert [event for event, _, _ in found].count("review") == 7


def test_an_early_arrival_leaves_out_the_reviews_after_settlement() -> None:
    case = person(**RECOGNISED, arrived_on="2021-01-01")
    under = {
        "settlement.core_period": "twenty_years",
        "settlement.core_clock": "from_arrival",
        "settlement.increases_reach_refugees": "no",
    }

    assert reviews(case, "uk/proposed", under=under) == [
        "2029-05-02",
        "2031-11-02",
        "2034-05-02",
        "2036-11-02",
        "2039-05-02",
    ]


def test_a_wait_of_up_to_twenty_years_ends_on_no_single_day() -> None:
    under = {
        "settlement.core_period": "up_to_twenty",
        "settlement.core_clock": "from_grant",
        "settlement.increases_reach_refugees": "no",
    }

    found = events(small_boat(), "uk/proposed", under=under)

    assert found[-3:] == [("review", None, True), ("settlement", None, True), ("citizenship", None, True)]


def test_a_pending_claim_has_no_grant_and_no_settlement_yet() -> None:
    case = person(claim="pending", claimed_on="2026-04-01", decided_on="none", was_unaccompanied_child_at_claim=False)

    assert events(case, "uk/baseline") == [("claim", "2026-04-01", True)]
    assert events(case, "uk/latest") == [("claim", "2026-04-01", True), ("review", None, True)]


def test_reviews_of_a_claim_that_is_pending_are_counted_from_a_grant() -> None:
    case = person(claim="pending", claimed_on="2026-04-01", was_unaccompanied_child_at_claim=False)

    (found,) = timeline([policies["uk/latest"]], case).events

    assert (found[-1].on, found[-1].text) == (None, "review 1: 30 months after the grant")


def test_reviews_counted_from_a_grant_to_come_say_that_they_are_so_under_the_headline_readings_only() -> None:
    case = person(claim="pending", claimed_on="2026-04-01", was_unaccompanied_child_at_claim=False)

    line = timeline([policies["uk/proposed"]], case)

    (found,) = line.events
    assert "210 months after the grant [announced] *" in " ".join(str(line).split())
    assert of_dated(found[-1]) == "review 7: 210 months after the grant (not settled) [announced]"


def test_a_refusal_ends_the_timeline() -> None:
    case = person(
        claim="refused",
        arrived_on="2026-01-01",
        claimed_on="2026-03-02",
        further_submissions_on="2026-08-01",
        decided_on="2026-08-31",
    )

    assert events(case, "uk/latest") == [
        ("arrival", "2026-01-01", True),
        ("claim", "2026-03-02", True),
        ("further_submissions", "2026-08-01", True),
        ("refusal", "2026-08-31", True),
    ]


def test_a_person_resettled_from_abroad_is_settled_on_the_day_of_arrival() -> None:
    case = person(
        route="uk_resettlement_scheme",
        claim="refugee",
        claimed_on="none",
        arrived_on="2025-06-01",
        decided_on="2025-06-01",
    )

    assert events(case, "uk/baseline") == [
        ("arrival", "2025-06-01", True),
        ("grant", "2025-06-01", True),
        ("settlement", "2025-06-01", True),
        ("citizenship", "2026-06-01", True),
    ]


def test_a_fact_left_out_that_would_move_an_event_unsettles_it() -> None:
    case = person(claim="refugee", claimed_on="2026-04-01", decided_on="2026-11-02")

    found = events(case, "uk/latest")

    assert ("grant", "2026-11-02", False) in found
    assert ("settlement", "2031-11-02", True) in found


def test_without_presumptions_further_submissions_unsettle_the_grant() -> None:
    case = person(**{**RECOGNISED, "claimed_on": "2026-02-01"})

    presumed, not_presumed = events(case, "uk/latest"), events(case, "uk/latest", presume=False)

    assert ("grant", "2026-11-02", True) in presumed
    assert ("grant", "2026-11-02", False) in not_presumed


def test_a_case_with_nothing_dated_says_so() -> None:
    line = timeline(UK, person(claim="refused"))

    assert line.events == ((), (), ())
    assert str(line) == "Nothing is dated."


def test_what_has_no_day_comes_last() -> None:
    case = person(
        claim="refugee", claimed_on="2026-04-01", arrived_on="2026-03-20", was_unaccompanied_child_at_claim=False
    )

    days = [day for _, day, _ in events(case, "uk/latest")]

    assert days == ["2026-03-20", "2026-04-01", None, None, None]


def test_every_policy_has_its_place_in_the_json() -> None:
    data = timeline_json(timeline(UK, small_boat()))

    assert data["schema"] == 1
    assert data["case"] == {"name": "Crossed by small boat, claimed 1 April 2026"}
    named: Any = data["policies"]
    assert [(each["id"], each["resolved"]) for each in named] == [
        ("uk/baseline", "uk@2025-11-16"),
        ("uk/latest", "uk@2026-10-06"),
        ("uk/proposed", "uk@2025-11-16+restoring-order+earned-settlement"),
    ]


def test_a_table_has_one_row_a_day_and_marks_what_is_not_settled() -> None:
    text = str(timeline(UK, small_boat()))

    (row,) = (line for line in text.splitlines() if line.startswith("2 November 2031"))
    assert re.split(" {2,}", row) == [
        "2 November 2031",
        "settlement may be sought",
        "settlement may be sought",
        "review 2 [announced] *",
    ]
    assert " ".join(text.split()).count("settlement may be sought [announced] *") == 1


def test_an_event_stands_as_the_least_advanced_rule_behind_it_and_what_the_case_states_has_no_standing() -> None:
    line = timeline(UK, small_boat())

    standing = [{each.event: each.standing for each in events} for events in line.events]
    stated = {Event.ARRIVAL: None, Event.CLAIM: None}
    assert standing[0] == stated | dict.fromkeys((Event.GRANT, Event.SETTLEMENT, Event.CITIZENSHIP), Stage.IN_FORCE)
    assert standing[1] == standing[0] | {Event.REVIEW: Stage.IN_FORCE}
    assert standing[2] == stated | dict.fromkeys(set(standing[1]) - set(stated), Stage.ANNOUNCED)


def test_what_is_told_without_a_day_stands_as_the_rules_that_say_it() -> None:
    case = person(claim="refugee", claimed_on="2026-04-01", was_unaccompanied_child_at_claim=False)

    (found,) = timeline([policies["uk/proposed"]], case).events

    assert [(each.event, each.standing) for each in found[-2:]] == [
        (Event.SETTLEMENT, Stage.ANNOUNCED),
        (Event.CITIZENSHIP, Stage.IN_FORCE),
    ]
    assert of_dated(found[-1]) == "citizenship after settlement: 12 months"


def test_the_table_and_the_json_show_the_same_events() -> None:
    line = timeline(UK, small_boat())

    words = " ".join(str(line).split())

    for of_one in line.events:
        for each in of_one:
            if each.event in (Event.REVIEW, Event.SETTLEMENT, Event.CLAIM):
                assert each.text in words


def test_a_boat_has_no_timeline() -> None:
    boat: Any = case_from({"profile": "boat", "zone": "beach"})

    with pytest.raises(InvalidInputError, match="is about a person"):
        timeline(UK, boat)


def test_settlement_and_citizenship_are_said_with_every_day_they_may_fall_on() -> None:
    (found,) = timeline([policies["uk/proposed"]], small_boat()).events

    assert [of_dated(each) for each in found[-3:]] == [
        "review 7 (not settled) [announced]",
        "settlement may be sought; over all readings 2 November 2066 at the latest [announced]",
        (
            "citizenship may be sought, if settlement came on its first day; over all readings 2 November 2067 at the "
            "latest [announced]; illegal entry: normally refused"
        ),
    ]


def test_the_json_gives_every_day_that_settlement_may_fall_on() -> None:
    data: Any = timeline_json(timeline([policies["uk/latest"], policies["uk/proposed"]], small_boat()))

    assert [each["events"][-2]["range"] for each in data["policies"]] == [None, {"up_to": "2066-11-02"}]


def test_where_settlement_has_several_first_days_none_is_drawn_and_all_are_said() -> None:
    (found,) = timeline([policies["denmark"]], small_boat()).events

    assert (found[-1].event, found[-1].on, found[-1].range) == (Event.SETTLEMENT, None, None)
    assert found[-1].text == "settlement: 2 November 2034 or 2 November 2030 or not stated"


def test_an_unknown_reading_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="did you mean `from_grant`"):
        timeline(UK, small_boat(), under={"settlement.core_clock": "from_grants"})
