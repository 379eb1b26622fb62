"""A timeline as a page and as a picture: where marks and bars stand, worked out by hand."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from asylum_rules import CaseProfile, policies
from asylum_rules.cli import main
from asylum_rules.report.pages.picture import Bar, Lane, Mark, Picture, drawn, timeline_svg
from asylum_rules.report.pages.timeline import to_html
from asylum_rules.report.timeline import Dated, Event, Timeline, timeline
from asylum_rules.units.figure import AtLeast
from tests.report.pages.parsed import page_of

SMALL_BOAT = str(Path(__file__).parents[3] / "docs" / "examples" / "small-boat.toml")
UK = tuple(policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))
NOTHING: Mapping[str, str] = {}
HEADLINES = {
    "settlement.core_period": "twenty_years",
    "settlement.core_clock": "from_grant",
    "settlement.increases_reach_refugees": "no",
}


def recognised(**facts: object) -> CaseProfile:
    given: dict[str, object] = {
        "claim": "refugee",
        "arrived_on": "2027-01-01",
        "claimed_on": "2027-01-01",
        "decided_on": "2028-01-01",
        "was_unaccompanied_child_at_claim": False,
        "entry": "small_boat",
        "english": "none",
        "yearly_income": 0,
        "months_on_public_funds": 0,
        **facts,
    }
    return CaseProfile(**given)  # type: ignore[arg-type]  # facts as a file gives them


def picture(*names: str, case: CaseProfile | None = None, under: Mapping[str, str] = NOTHING) -> Picture:
    line = timeline([policies[each] for each in names], recognised() if case is None else case, under=under)
    found = drawn(line)
    assert found is not None
    return found


def lane(name: str, case: CaseProfile | None = None, under: Mapping[str, str] = NOTHING) -> Lane:
    (found,) = picture(name, case=case, under=under).lanes
    return found


def places(found: Lane) -> dict[Event, float]:
    return {each.event: each.at for each in found.marks}


def test_days_stand_on_one_scale_from_the_first_to_the_last() -> None:
    found = lane("uk/baseline")

    # seven years, 2557 days, from the claim to citizenship; 365 days to the grant, 2192 to settlement on 1 January 2033
    assert places(found) == {
        Event.ARRIVAL: 3.0,
        Event.CLAIM: 3.0,
        Event.GRANT: pytest.approx(3 + 94 * 365 / 2557, abs=0.01),
        Event.SETTLEMENT: pytest.approx(3 + 94 * 2192 / 2557, abs=0.01),
        Event.CITIZENSHIP: 97.0,
    }


def test_bars_go_from_claim_to_grant_to_settlement_to_citizenship() -> None:
    found = lane("uk/baseline")

    at = places(found)
    assert found.bars == (
        Bar(kind="waiting", start=at[Event.CLAIM], end=at[Event.GRANT]),
        Bar(kind="permission", start=at[Event.GRANT], end=at[Event.SETTLEMENT]),
        Bar(kind="settled", start=at[Event.SETTLEMENT], end=at[Event.CITIZENSHIP]),
    )


def test_policies_share_one_scale() -> None:
    both = picture("uk/baseline", "uk/proposed").lanes

    grants = {places(each)[Event.GRANT] for each in both}
    settlements = [places(each)[Event.SETTLEMENT] for each in both]
    assert len(grants) == 1
    assert settlements[0] < settlements[1]
    assert [each.top for each in both] == [0, 112]


def test_every_day_that_settlement_may_fall_on_is_a_span_up_to_the_last() -> None:
    found = lane("uk/proposed")

    (possible,) = (each for each in found.bars if each.kind == "possible")
    assert possible == Bar(kind="possible", start=places(found)[Event.GRANT], end=possible.end)
    assert possible.end == pytest.approx(3 + 94 * 41 / 42, abs=0.1)
    assert [each.settled for each in found.marks if each.event is Event.REVIEW] == [False] * 7


def test_a_wait_of_up_to_twenty_years_is_a_span_without_a_mark_and_is_said() -> None:
    found = lane("uk/proposed", under={**HEADLINES, "settlement.core_period": "up_to_twenty"})

    assert Event.SETTLEMENT not in places(found)
    assert [each.kind for each in found.bars] == ["waiting", "possible"]
    assert found.note == "settlement 1 Jan 2048 at the latest"


def test_settlement_without_a_last_day_is_an_open_span() -> None:
    found = lane("denmark")

    assert found.bars[-1] == Bar(kind="possible", start=places(found)[Event.GRANT], end=100.0, open=True)
    assert found.note == "settlement: no day is stated"


def by_hand(*events: Dated) -> Lane:
    """Return the lane of a grant on 1 January 2028 and what is dated by hand."""
    grant = Dated(event=Event.GRANT, on=date(2028, 1, 1), text="granted", settled=True)
    found = drawn(Timeline(recognised(), UK[:1], ((grant, *events),)))
    assert found is not None
    return found.lanes[0]


def test_settlement_with_a_first_day_and_no_last_is_open_from_that_day() -> None:
    from_2032 = AtLeast(date(2032, 1, 1))

    found = by_hand(Dated(event=Event.SETTLEMENT, on=None, text="settlement", settled=False, range=from_2032))

    assert found.bars == (Bar(kind="possible", start=97.0, end=100.0, open=True),)
    assert found.note == "settlement 1 Jan 2032 at the earliest"


def test_where_citizenship_is_not_covered_nothing_follows_settlement() -> None:
    found = by_hand(Dated(event=Event.SETTLEMENT, on=date(2033, 1, 1), text="settlement", settled=True))

    assert [each.kind for each in found.bars] == ["permission"]


def test_a_span_begins_with_its_first_day() -> None:
    under = {**HEADLINES, "settlement.increases_reach_refugees": "yes"}

    found = lane("uk/proposed", under=under)

    (possible,) = (each for each in found.bars if each.kind == "possible")
    assert found.note == "settlement 1 Jan 2048 to 1 Jan 2068"
    # of the 42 years from the claim to the last day of citizenship, 21 lie before 1 January 2048 and 41 before 2068
    assert possible.start == pytest.approx(3 + 94 * 21 / 42, abs=0.1)
    assert possible.end == pytest.approx(3 + 94 * 41 / 42, abs=0.1)


def test_once_its_points_are_read_settlement_is_one_full_mark() -> None:
    found = lane("uk/proposed", under=HEADLINES)

    (mark,) = (each for each in found.marks if each.event is Event.SETTLEMENT)
    assert mark == Mark(event=Event.SETTLEMENT, at=mark.at, settled=True, label="settlement 1 Jan 2048", anchor="end")
    assert "possible" not in {each.kind for each in found.bars}


def test_labels_stay_inside_the_picture() -> None:
    anchors = {each.event: each.anchor for each in lane("uk/baseline").marks}

    assert anchors == {
        Event.ARRIVAL: "start",
        Event.CLAIM: "start",
        Event.GRANT: "start",
        Event.SETTLEMENT: "end",
        Event.CITIZENSHIP: "end",
    }


def test_the_scale_has_a_tick_for_some_first_days_of_years() -> None:
    assert [year for _, year in picture("uk/baseline").ticks] == [2028, 2029, 2030, 2031, 2032, 2033, 2034]
    assert [year for _, year in picture("uk/proposed").ticks] == [2030, 2040, 2050, 2060]


def test_a_refusal_ends_the_lane() -> None:
    case = CaseProfile(claim="refused", arrived_on="2026-01-01", claimed_on="2026-03-02", decided_on="2026-08-31")

    found = lane("uk/latest", case)

    assert [each.kind for each in found.bars] == ["waiting"]
    assert list(places(found)) == [Event.ARRIVAL, Event.CLAIM, Event.REFUSAL]


def test_without_a_claim_the_wait_begins_with_arrival() -> None:
    case = CaseProfile(
        route="uk_resettlement_scheme",
        claim="refugee",
        claimed_on="none",
        arrived_on="2025-06-01",
        decided_on="2025-07-01",
    )

    assert lane("uk/baseline", case).bars[0] == Bar(
        kind="waiting", start=3.0, end=places(lane("uk/baseline", case))[Event.GRANT]
    )


def test_a_case_that_waits_has_no_picture() -> None:
    line = timeline(UK, CaseProfile(claim="pending", claimed_on=date(2026, 4, 1), arrived_on=date(2026, 3, 1)))

    assert drawn(line) is None
    assert "1 April 2026" in page_of(to_html(line)).text


def text_of(svg: str) -> list[str]:
    return [" ".join("".join(each.itertext()).split()) for each in ET.fromstring(svg)]  # noqa: S314  # our own


def test_the_picture_is_a_file_of_its_own_that_says_what_it_shows() -> None:
    svg = timeline_svg(timeline(UK, recognised(name="<Ann> & Bo")))

    title, words, *_ = text_of(svg)
    assert title == "What happens when: <Ann> & Bo"
    assert words.startswith(
        "uk/baseline: 1 January 2027, arrival; 1 January 2027, claim lodged; 1 January 2028, permission granted"
    )
    assert "<script" not in svg


def test_a_case_with_nothing_dated_has_an_empty_picture_that_says_so() -> None:
    svg = timeline_svg(timeline(UK, CaseProfile(claim="refused")))

    assert text_of(svg)[1] == (
        "uk/baseline: nothing is dated. uk/latest: nothing is dated. uk/proposed: nothing is dated."
    )


def test_a_timeline_has_a_page() -> None:
    text = page_of(to_html(timeline(UK, recognised()))).text

    assert "One person: what happens when" in text
    assert "1 January 2033 settlement may be sought" in text


@pytest.mark.parametrize("style", ["svg", "html"])
def test_the_command_draws_it(style: str) -> None:
    result = CliRunner().invoke(main, ["timeline", SMALL_BOAT, "--format", style])

    assert result.exit_code == 0, result.output
    assert "Crossed by small boat, claimed 1 April 2026" in result.output


def test_a_page_of_a_timeline_of_no_policy_event_says_so() -> None:
    assert "Nothing is dated." in page_of(to_html(Timeline(recognised(), UK, ((), (), ())))).text
