"""One concrete case of a region, and the open points that a region's answers turn on."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from asylum_rules import Answer, CaseProfile, Exactly, Status, decide
from asylum_rules.cells.region import Region
from asylum_rules.decide import completions as module
from asylum_rules.decide.asked import Asked
from asylum_rules.decide.completions import Stated
from asylum_rules.decide.witness import Witness, sensitive, witness
from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    any_of,
    at_least,
    before,
    holds,
    is_one_of,
    not_,
    on_or_after,
    read_as,
)
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Question
from asylum_rules.model.person import (
    Claim,
    age,
    claim,
    claimed_on,
    decided_on,
    has_right_to_work,
    is_destitute,
    is_disabled,
    is_pregnant,
)
from asylum_rules.model.points import PROPOSAL_REACHES_EXISTING_CLAIMS, SETTLEMENT_CORE_CLOCK, SETTLEMENT_CORE_PERIOD
from asylum_rules.model.policy import Policy
from asylum_rules.units.span import years
from tests.model.handmade import TESTS, WAIT, policy, rule

HEADLINES: Mapping[str, str] = {"settlement.core_period": "twenty_years", "settlement.core_clock": "from_grant"}
NONE: Mapping[str, str] = {}
NEW_DAY = date(2026, 3, 2)
FIVE = policy(rule("five", WAIT, years(5)))


def twenty_where(when: Condition) -> Policy:
    """Return a policy by which some wait twenty years, and all others five."""
    return policy(rule("five", WAIT, years(5)), rule("twenty", WAIT, years(20), when=when, overrides=("five",)))


def asked(base: Policy, other: Policy, *, headlines: Mapping[str, str] = NONE, **facts: Any) -> Asked:
    case = CaseProfile(**facts)
    return Asked(base, other, WAIT, Stated(case, case.stated()), headlines)


def where(one: Asked, when: Condition) -> Region:
    """Return the cases of which a condition holds."""
    one.pairs  # noqa: B018  # cuts the space
    space = one.space
    return Region(space, space.forest.both(space.possible(), space.where(when, space.passing)))


def of(when: Condition, *, headlines: Mapping[str, str] = NONE, **facts: Any) -> Witness:
    """Return a witness of those who wait twenty years no longer five."""
    one = asked(FIVE, twenty_where(when), headlines=headlines, **facts)
    return witness(one, where(one, when))


def replayed(found: Witness, old: Policy, new: Policy, question: Question) -> list[Answer]:
    return [decide(each, found.case, question, under=found.points, presume=False) for each in (old, new)]


def test_it_states_what_puts_a_case_in_the_region_and_nothing_else() -> None:
    found = of(all_of(holds(is_destitute), at_least(age, 18)))

    assert (found.facts, found.points) == ({"is_destitute": True, "age": 18}, {})
    assert found.case == CaseProfile(is_destitute=True, age=18)
    assert (found.old.value, found.new.value) == (Exactly(years(5)), Exactly(years(20)))
    assert [rule.name for rule in (*found.old.rules, *found.new.rules)] == ["five", "twenty"]


def test_anyone_is_a_witness_of_what_is_so_of_everyone() -> None:
    assert of(ALWAYS).facts == {}


def test_asking_both_policies_about_it_gives_its_answers() -> None:
    when = all_of(holds(is_destitute), read_as(PROPOSAL_REACHES_EXISTING_CLAIMS, "yes"))

    found = of(when)

    assert replayed(found, FIVE, twenty_where(when), WAIT) == [found.old, found.new]


def test_what_is_given_of_every_case_is_part_of_the_case_and_no_fact_of_it() -> None:
    found = of(all_of(holds(is_destitute), at_least(age, 18)), age=40, name="A")

    assert found.facts == {"is_destitute": True}
    assert found.case == CaseProfile(is_destitute=True, age=40, name="A")


def test_it_states_one_of_two_things_that_are_each_enough() -> None:
    assert of(any_of(holds(is_destitute), holds(is_pregnant))).facts in ({"is_destitute": True}, {"is_pregnant": True})


def test_it_states_no_reading_where_some_case_needs_none() -> None:
    found = of(any_of(holds(is_destitute), read_as(PROPOSAL_REACHES_EXISTING_CLAIMS, "yes")))

    assert (found.facts, found.points) == ({"is_destitute": True}, {})


def test_it_states_a_reading_where_every_case_needs_one() -> None:
    found = of(all_of(holds(is_destitute), read_as(PROPOSAL_REACHES_EXISTING_CLAIMS, "yes")))

    assert (found.facts, found.points) == ({"is_destitute": True}, {"proposal.reaches_existing_claims": "yes"})


def test_it_states_a_reading_taken_for_granted_where_another_would_tell() -> None:
    when = any_of(read_as(SETTLEMENT_CORE_PERIOD, "twenty_years"), holds(is_destitute))
    one = asked(FIVE, twenty_where(when), headlines=HEADLINES)

    assert witness(one, where(one, not_(holds(is_destitute)))).points == {"settlement.core_period": "twenty_years"}
    assert witness(one, where(one, holds(is_destitute))).points == {}


def test_of_dates_in_order_one_that_settles_the_other_is_enough() -> None:
    found = of(all_of(before(claimed_on, NEW_DAY), before(decided_on, NEW_DAY), is_one_of(claim, Claim.REFUGEE)))

    assert found.facts == {"claim": Claim.REFUGEE, "claimed_on": date(2026, 3, 1), "decided_on": date(2026, 3, 1)}


def test_of_answers_with_several_codes_it_is_one_with_few() -> None:
    old = policy(rule("income", TESTS, ("income",), when=holds(is_destitute)))
    new = policy(
        rule("income", TESTS, ("income",), when=holds(is_destitute)),
        rule("no-debt", TESTS, ("no_debt",), when=holds(is_disabled)),
    )
    case = CaseProfile()
    one = Asked(old, new, TESTS, Stated(case, {}))
    one.pairs  # noqa: B018  # cuts the space

    found = witness(one, where(one, holds(is_disabled)))

    assert found.facts == {"is_destitute": False, "is_disabled": True}
    assert (found.old.value, found.new.value) == ((), ("no_debt",))


def test_no_stated_fact_and_no_reading_can_be_left_out() -> None:
    when = all_of(
        any_of(holds(is_destitute), holds(is_pregnant)),
        any_of(on_or_after(claimed_on, NEW_DAY), read_as(PROPOSAL_REACHES_EXISTING_CLAIMS, "yes")),
        any_of(read_as(SETTLEMENT_CORE_CLOCK, "from_grant"), holds(has_right_to_work)),
    )
    found = of(when, headlines=HEADLINES)

    for name in found.facts:
        fewer: Mapping[str, Value] = {each: value for each, value in found.facts.items() if each != name}
        assert CaseProfile().stating(fewer) != found.case
        assert told(when, fewer, found.points) is Status.DEPENDS
    for name in found.points:
        assert (
            told(when, found.facts, {each: at for each, at in found.points.items() if each != name}) is Status.DEPENDS
        )
    assert found.facts
    assert found.points


def told(when: Condition, facts: Mapping[str, Value], points: Mapping[str, str]) -> Status:
    return decide(twenty_where(when), CaseProfile().stating(facts), WAIT, under=points, presume=False).status


def test_a_region_is_sensitive_to_a_reading_taken_for_granted_that_matters_in_it() -> None:
    when = any_of(read_as(SETTLEMENT_CORE_PERIOD, "twenty_years"), holds(is_destitute))
    one = asked(FIVE, twenty_where(when), headlines=HEADLINES)

    assert sensitive(one, where(one, not_(holds(is_destitute)))) == {"settlement.core_period"}
    assert sensitive(one, where(one, holds(is_destitute))) == frozenset()


def test_a_region_is_sensitive_to_nothing_where_nothing_is_taken_for_granted() -> None:
    one = asked(FIVE, twenty_where(read_as(PROPOSAL_REACHES_EXISTING_CLAIMS, "yes")), headlines=HEADLINES)

    assert sensitive(one, where(one, ALWAYS)) == frozenset()


READ = all_of(holds(is_destitute), read_as(SETTLEMENT_CORE_PERIOD, "twenty_years"))


def test_where_all_readings_are_too_large_a_witness_states_each_that_is_taken_for_granted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = asked(FIVE, twenty_where(READ), headlines=HEADLINES)
    region = where(one, holds(is_destitute))
    monkeypatch.setattr(module, "LIMIT", 3)

    found = witness(one, region)

    assert one.free is one
    assert (found.facts, found.points) == ({"is_destitute": True}, {"settlement.core_period": "twenty_years"})
    assert (found.old.value, found.new.value) == (Exactly(years(5)), Exactly(years(20)))
    assert sensitive(one, region) == {"settlement.core_period"}
