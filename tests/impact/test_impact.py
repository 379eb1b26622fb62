"""For whom a change of rules changes what: classes set against the law as written, and against drawn cases."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from asylum_rules import (
    Between,
    BoatProfile,
    CaseProfile,
    Direction,
    Exactly,
    InvalidInputError,
    Status,
    UnknownNameError,
    UpTo,
    decide,
    policies,
)
from asylum_rules.cells.condition import in_cell
from asylum_rules.cells.diagram import Branch, Diagram
from asylum_rules.decide import completions
from asylum_rules.impact.classes import ChangeClass
from asylum_rules.impact.impact import Impact, impact
from asylum_rules.language.build import holds, not_, read_as
from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Question
from asylum_rules.language.truth import reader, truth
from asylum_rules.model.answer import Said
from asylum_rules.model.person import is_destitute, is_disabled
from asylum_rules.model.points import POINTS, PROPOSAL_REACHES_EXISTING_CLAIMS
from asylum_rules.model.rule import Rule
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.testing import boundary_profiles
from asylum_rules.units.span import months, years
from asylum_rules.units.word import Word
from tests.model.handmade import SUPPORT, TESTS, VERIFIED, WAIT, policy, rule

BASELINE, LATEST, PROPOSED, NEXT = (policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed", "uk/next"))
BEFORE, DOCTRINE = policies["france/before"], policies["france/doctrine"]
SMALL_BOAT = CaseProfile(
    route="in_country",
    entry="small_boat",
    arrived_on=date(2026, 3, 20),
    claimed_on=date(2026, 4, 1),
    claim="refugee",
    decided_on=date(2026, 11, 2),
    was_unaccompanied_child_at_claim=False,
)
UNSTATED: Said = (Status.UNSTATED, None)


def exactly(value: Any) -> Said:
    return Status.DETERMINED, Exactly(value)


def code(value: str) -> Said:
    return Status.DETERMINED, value


@pytest.fixture(scope="module")
def to_proposed() -> Impact:
    return impact(BASELINE, PROPOSED)


@pytest.fixture(scope="module")
def to_latest() -> Impact:
    return impact(BASELINE, LATEST)


@pytest.fixture(scope="module")
def to_next() -> Impact:
    return impact(LATEST, NEXT)


def classes_of(found: Impact, question: str) -> list[ChangeClass]:
    return [each for each in found if each.question.name == question]


def told(found: Impact, question: str) -> set[tuple[Said, Said, Direction, str, str]]:
    """Return from what to what the classes of a question go, and by which rule on each side."""
    return {
        (each.old, each.new, each.direction, each.answers[0].rules[0].name, each.answers[1].rules[0].name)
        for each in classes_of(found, question)
    }


# Set against the law as written


def test_proposals_shorten_leave_and_leave_that_of_resettled_people_unstated(to_proposed: Impact) -> None:
    assert told(to_proposed, "leave.length") == {
        (
            exactly(years(5)),
            exactly(months(30)),
            Direction.LESS_FAVOURABLE,
            "leave.five-years",
            "leave.core-protection",
        ),
        (
            (Status.DETERMINED, Word.INDEFINITE),
            UNSTATED,
            Direction.DEPENDS,
            "leave.settled-on-arrival",
            "leave.resettled-proposed",
        ),
    }


def test_since_2_march_2026_leave_is_thirty_months_but_for_lone_children(to_latest: Impact) -> None:
    [shorter] = [each for each in classes_of(to_latest, "leave.length") if each.old == exactly(years(5))]

    assert shorter.new == exactly(months(30))
    assert shorter.facts == ("claim", "claimed_on", "further_submissions_on", "was_unaccompanied_child_at_claim")
    assert shorter.points == ()
    assert dict(shorter.witness.facts) == {
        "claim": "pending",
        "claimed_on": date(2026, 3, 2),
        "was_unaccompanied_child_at_claim": False,
    }


def test_proposals_make_settlement_take_twenty_years_and_ten_on_safe_routes(to_proposed: Impact) -> None:
    assert told(to_proposed, "settlement.after") == {
        (
            exactly(years(5)),
            exactly(years(20)),
            Direction.LESS_FAVOURABLE,
            "settlement.five-years",
            "settlement.earned-from-twenty-years",
        ),
        (exactly(years(5)), UNSTATED, Direction.DEPENDS, "settlement.five-years", "settlement.work-and-study"),
        (
            exactly(years(0)),
            exactly(years(10)),
            Direction.LESS_FAVOURABLE,
            "settlement.on-arrival",
            "settlement.earned-from-ten-years",
        ),
        (
            UNSTATED,
            exactly(years(10)),
            Direction.DEPENDS,
            "settlement.resettled-unstated",
            "settlement.earned-from-ten-years",
        ),
    }


def test_settlement_has_changed_only_for_people_resettled_since_28_september_2026(to_latest: Impact) -> None:
    [change] = classes_of(to_latest, "settlement.after")

    assert (change.old, change.new) == (exactly(years(0)), exactly(years(5)))
    assert change.direction is Direction.LESS_FAVOURABLE
    assert dict(change.witness.facts) == {
        "claim": "none_made",
        "route": "uk_resettlement_scheme",
        "arrived_on": date(2026, 9, 28),
    }


def test_the_duty_to_support_has_become_a_power(to_latest: Impact) -> None:
    assert told(to_latest, "support.entitlement") == {
        (code("duty"), code("power"), Direction.LESS_FAVOURABLE, "support.duty", "support.power")
    }


def test_proposals_take_support_from_refused_people_with_nothing_in_the_way_of_leaving(to_proposed: Impact) -> None:
    worse, better = Direction.LESS_FAVOURABLE, Direction.MORE_FAVOURABLE
    duty, power, none = code("duty"), code("power"), code("none")

    assert told(to_proposed, "support.entitlement") == {
        (duty, power, worse, "support.duty", "support.power-proposed"),
        (duty, power, worse, "support.duty", "support.obstacle-to-leaving"),
        (duty, none, worse, "support.duty", "support.no-obstacle-to-leaving"),
        (power, none, worse, "support.power-on-breach", "support.no-obstacle-to-leaving"),
        (power, none, worse, "support.after-refusal", "support.no-obstacle-to-leaving"),
        (none, power, better, "support.nothing-after-refusal", "support.obstacle-to-leaving"),
    }


def test_proposals_move_appeals_to_a_new_body_and_nothing_has_moved_them_yet(
    to_proposed: Impact, to_latest: Impact
) -> None:
    assert told(to_proposed, "appeal.body") == {
        (
            code("first_tier_tribunal"),
            code("independent_appeals_authority"),
            Direction.DIFFERENT,
            "appeal.tribunal",
            "appeal.new-body",
        )
    }
    assert classes_of(to_latest, "appeal.body") == []


def test_a_class_depends_on_the_points_that_put_a_case_outside_it_or_change_its_answers(to_proposed: Impact) -> None:
    [shorter] = [each for each in classes_of(to_proposed, "leave.length") if each.old == exactly(years(5))]
    [longer] = [each for each in classes_of(to_proposed, "settlement.after") if each.new == exactly(years(20))]
    reach = {"proposal.reaches_existing_claims", "proposal.reaches_lone_children"}

    assert {*shorter.points} == reach
    assert {*longer.points} == reach | {
        "settlement.core_period",
        "settlement.increases_reach_refugees",
        "settlement.reductions_reach_refugees",
        "earned.reductions_combine",
    }


def test_an_answer_of_several_codes_has_a_class_for_each_code(to_latest: Impact) -> None:
    changes = {each.code: (each.old[1], each.new[1]) for each in classes_of(to_latest, "support.grounds_against")}

    assert changes == {
        "right_to_work": ((), ("right_to_work",)),
        "can_support_self": ((), ("can_support_self",)),
        "worked_illegally": ((), ("worked_illegally",)),
        "broke_the_law": ((), ("broke_the_law",)),
        "broke_conditions": (("broke_conditions",), ()),
    }


# Every case is in one class


def is_in(change: ChangeClass, values: Mapping[str, Value]) -> bool:
    """Return whether a case that states all that the rules read is in a class, whatever else the world turns on."""

    def walk(node: Diagram[bool]) -> bool:
        if not isinstance(node, Branch):
            return node.value
        arms = zip(change.region.space.cells[node.level], node.arms, strict=True)
        return any(walk(arm) for cell, arm in arms if truth(in_cell(cell), reader(values)) is not False)

    return walk(change.region.where)


def only(answer: Said, named: str | None) -> Said:
    status, value = answer
    return (status, tuple(each for each in value if each == named)) if isinstance(value, tuple) else answer


ALL_POINTS = st.fixed_dictionaries(
    {each.name: st.sampled_from([each.headline] if each.headline else list(each.codes)) for each in POINTS}
)


def holds_of(found: Impact, case: CaseProfile, readings: Mapping[str, str]) -> None:
    """Assert that a case is in one class of each question, or of each code, and has the answers of that class."""
    values = {**case.stated(), **readings}
    read = [evolve(each, readings=tuple(readings.items())) for each in (found.base, found.other)]
    for question in found.questions:
        every = [*question.classes, *question.unchanged]
        if any(each.part for each in every):
            continue
        both = [decide(each, case, question.question) for each in read]
        for named in dict.fromkeys(each.code for each in every):
            mine = [each for each in every if each.code == named]
            [home] = [each for each in mine if is_in(each, values)]
            for answer, said in zip(both, (home.old, home.new), strict=True):
                assert is_said(only((answer.status, answer.value), named), said, home.question)
            assert all(truth(each.when, reader(values)) is (each is home) for each in mine if each.when is not None)


def is_said(answer: Said, said: Said, question: Question) -> bool:
    """Return whether an answer to a whole case is what a class says, whose formula may wait for facts."""
    return answer == said or (question.name in FORMULAS and said[0] is answer[0] is Status.DETERMINED)


FORMULAS = {"settlement.from", "support.weekly", "reviews.before_settlement"}
FACTS_OF_LAW = boundary_profiles(BASELINE, PROPOSED, LATEST)


@given(case=FACTS_OF_LAW, readings=ALL_POINTS)
def test_every_case_is_in_one_class(
    to_proposed: Impact, to_latest: Impact, case: CaseProfile, readings: dict[str, str]
) -> None:
    for found in (to_proposed, to_latest):
        holds_of(found, case, readings)


# Witnesses


def assert_minimal(found: Impact, change: ChangeClass) -> None:
    """Assert that a witness shows its class, and that nothing it states can be left out."""
    seen = change.witness
    assert settled(found, change, seen.facts, seen.points)
    for name in seen.facts:
        assert not settled(found, change, {each: at for each, at in seen.facts.items() if each != name}, seen.points)
    for name in seen.points:
        assert not settled(found, change, seen.facts, {each: at for each, at in seen.points.items() if each != name})


def settled(found: Impact, change: ChangeClass, facts: Mapping[str, Value], points: Mapping[str, str]) -> bool:
    """Return whether facts and readings settle both answers as the witness has them, and by the same rules."""
    case = found.given.stating(facts)
    answers = [decide(each, case, change.question, under=points, presume=False) for each in (found.base, found.other)]
    seen = (change.witness.old, change.witness.new)
    return all(
        one.status is not Status.DEPENDS
        and (one.status, one.value, one.rules) == (other.status, other.value, other.rules)
        for one, other in zip(answers, seen, strict=True)
    )


def test_every_witness_of_the_proposals_replays_and_states_nothing_to_spare(to_proposed: Impact) -> None:
    for change in to_proposed:
        assert_minimal(to_proposed, change)


def test_every_witness_of_what_has_come_into_force_replays_and_states_nothing_to_spare(to_latest: Impact) -> None:
    for change in to_latest:
        assert_minimal(to_latest, change)


def test_every_witness_of_what_is_still_proposed_replays_and_states_nothing_to_spare(to_next: Impact) -> None:
    for change in to_next:
        assert_minimal(to_next, change)


def test_every_witness_of_the_doctrine_replays_and_states_nothing_to_spare() -> None:
    found = impact(BEFORE, DOCTRINE)

    for change in found:
        assert_minimal(found, change)


# What narrows the cases, and how the law is read


def test_of_cases_that_state_a_lot_a_class_says_only_what_is_left() -> None:
    [change] = impact(BASELINE, LATEST, given=SMALL_BOAT, questions=["leave.length"])

    assert (change.old, change.new) == (exactly(years(5)), exactly(months(30)))
    assert (change.facts, change.points, dict(change.witness.facts)) == ((), (), {})
    assert change.witness.case == SMALL_BOAT


def test_a_fact_that_is_presumed_elsewhere_ranges_freely() -> None:
    in_country = CaseProfile(claim="pending", route="in_country")

    [change] = impact(BASELINE, LATEST, given=in_country, questions=["leave.length"])

    assert change.facts == ("claimed_on", "further_submissions_on", "was_unaccompanied_child_at_claim")


def test_a_point_read_in_one_way_is_open_no_longer() -> None:
    reach = {"proposal.reaches_existing_claims": "no", "proposal.reaches_lone_children": "no"}
    found = impact(BASELINE, PROPOSED, questions=["leave.length"], under=reach)
    [shorter] = [each for each in found if each.old == exactly(years(5))]

    assert shorter.points == ()
    assert "settlement.core_period" in found.headlines
    assert dict(shorter.witness.facts) == {
        "claim": "pending",
        "claimed_on": date(2025, 11, 17),
        "was_unaccompanied_child_at_claim": False,
    }


def test_one_policy_under_two_readings_shows_what_the_reading_changes() -> None:
    firm, loose = (PROPOSED.under("settlement.core_period", each) for each in ("twenty_years", "up_to_twenty"))

    [change] = impact(firm, loose, questions=["settlement.after"])

    assert (change.old, change.new) == (exactly(years(20)), (Status.DETERMINED, UpTo(years(20))))


def test_under_all_readings_nothing_is_taken_for_granted() -> None:
    found = impact(BASELINE, PROPOSED, given=SMALL_BOAT, questions=["settlement.after"], readings="all")

    assert found.headlines == {}
    assert {each.old for each in found if each.part is None} == {exactly(years(5))}
    assert all(each.points == tuple(sorted(each.points)) for each in found)


INCREASED: Mapping[str, str] = {"settlement.increases_reach_refugees": "yes"}


def test_an_answer_made_from_parts_is_told_by_the_parts_with_the_range_of_it_all() -> None:
    found = impact(BASELINE, PROPOSED, questions=["settlement.after"], under=INCREASED)
    core, resettled = (
        next(each for each in found if each.part is None and each.old == old and each.new != UNSTATED)
        for old in (exactly(years(5)), exactly(years(0)))
    )

    assert (core.old_range, core.new_range) == (Exactly(years(5)), Between(years(20), years(70)))
    assert (resettled.old_range, resettled.new_range) == (Exactly(years(0)), Between(years(10), years(60)))
    assert core.direction is resettled.direction is Direction.LESS_FAVOURABLE


def test_each_rule_that_adds_to_a_part_is_a_class_of_its_own() -> None:
    found = impact(BASELINE, PROPOSED, questions=["settlement.after"], under=INCREASED)
    added = [each for each in found if each.part is not None and each.part.name == "settlement.increase"]

    assert all(each.old == exactly(years(0)) and each.direction is Direction.DEPENDS for each in added)
    assert [(each.new[1], each.facts) for each in added] == [
        (UpTo(years(20)), ("entry",)),
        (UpTo(years(20)), ("entry",)),
        (UpTo(years(20)), ("overstayed_months",)),
        (Exactly(years(5)), ("months_on_public_funds",)),
        (Exactly(years(10)), ("months_on_public_funds",)),
    ]


def test_a_witness_of_what_a_rule_adds_is_a_case_that_it_reaches() -> None:
    found = impact(BASELINE, PROPOSED, questions=["settlement.after"], under=INCREASED)

    for change in found:
        by = [rule.name for rule in change.answers[1].rules]
        if change.new == exactly(years(10)) and change.part is not None:
            assert "settlement.increase-long-public-funds" in by


def test_classes_whose_answer_stays_are_counted_and_at_hand(to_latest: Impact) -> None:
    stays = [each for each in to_latest.unchanged if each.question.name == "appeal.body"]

    assert {(each.old, each.changed, each.direction) for each in stays} == {
        (code("first_tier_tribunal"), False, Direction.SAME),
        (code("none"), False, Direction.SAME),
        ((Status.NOT_COVERED, None), False, Direction.SAME),
    }


def test_between_a_policy_and_itself_nothing_changes() -> None:
    found = impact(LATEST, LATEST)

    assert (len(found), found.exact) == (0, True)
    assert found.unchanged
    assert str(found) == "Nothing changes."


def test_boats_are_cases_too() -> None:
    found = impact(BEFORE, DOCTRINE, questions=["interception.allowed"])

    assert {(each.old[1], each.new[1]) for each in found} == {("rescue_only", "intercept")}
    assert isinstance(found.given, BoatProfile)


# Made by hand

FIVE = policy(rule("five", WAIT, years(5)))


def test_questions_of_ones_own_are_asked_without_being_named() -> None:
    other = policy(rule("twenty", WAIT, years(20)), rule("duty", SUPPORT, "duty"))

    changes = impact(FIVE, other)

    assert [(each.question.name, each.old, each.new) for each in changes] == [
        ("wait", exactly(years(5)), exactly(years(20))),
        ("support", (Status.NOT_COVERED, None), code("duty")),
    ]
    assert [each.question.name for each in impact(FIVE, other, questions=["support"])] == ["support"]


def test_cases_with_the_same_answers_by_other_rules_are_classes_of_their_own() -> None:
    other = policy(
        rule("twenty", WAIT, years(20), when=holds(is_destitute)),
        rule("also-twenty", WAIT, years(20), when=not_(holds(is_destitute))),
    )

    found = impact(FIVE, other)

    assert [[each.name for each in change.answers[1].rules] for change in found] == [["twenty"], ["also-twenty"]]
    assert found[0].when == holds(is_destitute)


def test_cases_whose_answer_stays_are_one_class_whatever_the_rules() -> None:
    other = policy(
        rule("five", WAIT, years(5), when=holds(is_destitute)),
        rule("also-five", WAIT, years(5), when=not_(holds(is_destitute))),
    )

    found = impact(FIVE, other)

    assert (len(found), len(found.unchanged)) == (0, 1)


def test_the_answer_about_one_code_comes_from_the_rules_that_add_it_alone() -> None:
    proposed = _announced("no-debt", "no_debt")
    old = policy(rule("none", TESTS, (), when=holds(is_disabled)))
    new = policy(rule("income", TESTS, ("income",)), proposed)

    found = {each.code: each.answers[1] for each in impact(old, new)}

    assert [(each.standing, [by.name for by in each.rules]) for each in (found["income"], found["no_debt"])] == [
        (Stage.IN_FORCE, ["income"]),
        (Stage.ANNOUNCED, ["no-debt"]),
    ]


def test_a_code_that_goes_stands_as_the_whole_answer_does() -> None:
    old = policy(rule("income", TESTS, ("income",)))
    new = policy(_announced("no-debt", "no_debt"))

    found = {each.code: each.answers[1] for each in impact(old, new)}

    assert (found["income"].standing, found["income"].rules) == (Stage.ANNOUNCED, ())


def _announced(name: str, adds: str) -> Rule:
    return rule(name, TESTS, (adds,), standing=Standing(((date(2025, 11, 17), Stage.ANNOUNCED),), VERIFIED))


# What is refused, and what is too large


def test_an_unknown_question_point_or_reading_names_the_nearest_one() -> None:
    with pytest.raises(UnknownNameError) as question:
        impact(BASELINE, LATEST, questions=["settlement.aftr"])
    with pytest.raises(UnknownNameError) as point:
        impact(BASELINE, LATEST, under={"settlement.core_perid": "twenty_years"})
    with pytest.raises(UnknownNameError) as reading:
        impact(BASELINE, LATEST, under={"settlement.core_period": "twenty_yeers"})

    assert [each.value.nearest for each in (question, point, reading)] == [
        "settlement.after",
        "settlement.core_period",
        "twenty_years",
    ]


def test_policies_and_a_case_are_about_the_same_profile() -> None:
    with pytest.raises(InvalidInputError, match="`france/doctrine` is about a boat, not about a person"):
        impact(BASELINE, DOCTRINE)
    with pytest.raises(InvalidInputError, match="`uk/latest` is about a person, not about a boat"):
        impact(BASELINE, LATEST, given=BoatProfile(zone="beach"))


def test_what_is_too_large_is_told_with_the_way_to_narrow_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 500)

    found = impact(BASELINE, PROPOSED, questions=["settlement.after", "appeal.body"])

    [large] = found.too_large
    assert not found.exact
    assert (large.question.name, large.nodes) == ("settlement.after", 500)
    assert "claim" in large.facts
    assert str(large).startswith("`settlement.after` turns on too much at once (over 500 nodes); give some of: ")
    assert {each.question.name for each in found} == {"appeal.body"}
    assert "limit    `settlement.after` turns on too much" in str(found)


@pytest.mark.parametrize("limit", [2_000, 10_000])
def test_what_fits_is_told_in_full_where_all_readings_at_once_would_not(
    monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr(completions, "LIMIT", limit)

    found = impact(BASELINE, PROPOSED, questions=["settlement.after"])

    assert found.exact
    for change in found:
        assert change.when is not None
        assert change.facts
        assert (change.witness.old.value, change.witness.new.value) == (change.old[1], change.new[1])
    assert all("settlement.core_period" in change.points for change in found)


def test_narrowed_as_told_it_is_not_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completions, "LIMIT", 500)

    assert impact(BASELINE, PROPOSED, given=SMALL_BOAT, questions=["settlement.after"]).exact


# A sequence, and in print


def test_it_is_a_sequence_of_its_classes(to_latest: Impact) -> None:
    first, *_, last = to_latest

    assert (to_latest[0], to_latest[-1], len(to_latest)) == (first, last, len(to_latest.classes))
    assert to_latest[1:3] == to_latest.classes[1:3]
    assert first in to_latest


def test_printed_it_says_from_what_to_what_who_by_which_rules_and_shows_a_case() -> None:
    printed = str(impact(BASELINE, LATEST, questions=["settlement.after"]))

    assert printed.splitlines() == [
        "Wait before settlement may be sought",
        "  at once → 5 years (worse)",
        "    who      the claim is not finally refused, withdrawn or inadmissible; and the way into",
        "             protection is the UK Resettlement Scheme; and the person arrived on or after 28",
        "             September 2026",
        "    rules    settlement.on-arrival → settlement.resettled-five-years",
        "    case     claim = none_made, route = uk_resettlement_scheme, arrived_on = 2026-09-28",
    ]


def test_printed_it_names_open_points_and_the_readings_of_its_case() -> None:
    other = policy(
        rule("five", WAIT, years(5)),
        rule("twenty", WAIT, years(20), when=read_as(PROPOSAL_REACHES_EXISTING_CLAIMS, "yes"), overrides=("five",)),
    )

    lines = str(impact(FIVE, other)).splitlines()

    assert lines[-4:] == [
        "    rules    five → twenty",
        "    open     proposal.reaches_existing_claims",
        "    case     anyone",
        "    read     proposal.reaches_existing_claims = yes",
    ]
