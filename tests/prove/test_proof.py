"""What is found of a property is a truth value, an assertion and a text that a lawyer can read."""

import pytest

from asylum_rules import CaseProfile, policies, prove
from asylum_rules.language.build import at_least, read_as
from asylum_rules.model.person import age
from asylum_rules.model.points import SETTLEMENT_CORE_CLOCK
from asylum_rules.units.figure import UpTo
from asylum_rules.units.span import years
from tests.prove.made import LONG, two

WORSE = two(LONG, years(5), years(6), when=at_least(age, 18))
REFUTED = prove.nobody_worse_off(*WORSE)
PROVED = prove.nobody_better_off(*WORSE)
OPEN = prove.nobody_better_off(*two(LONG, years(5), UpTo(years(20))))


def test_a_proof_is_true_where_the_property_holds_and_only_there() -> None:
    assert PROVED
    assert not REFUTED
    assert not OPEN
    assert [each.holds for each in (PROVED, REFUTED, OPEN)] == [True, False, None]


def test_one_question_that_is_refuted_refutes_though_another_is_not_settled() -> None:
    assert (
        prove.Proof(
            name=REFUTED.name,
            claim=REFUTED.claim,
            policies=REFUTED.policies,
            questions=REFUTED.questions,
            cases=REFUTED.cases,
            refuted=REFUTED.refuted,
            unsettled=OPEN.unsettled,
        ).holds
        is False
    )


def test_what_is_required_and_holds_passes() -> None:
    PROVED.require()


def test_what_is_required_and_does_not_hold_fails_with_the_case() -> None:
    with pytest.raises(AssertionError) as error:
        REFUTED.require()

    assert str(error.value).splitlines() == [
        "refuted: nobody is worse off under `made/second` than under `made/by-hand`",
        "  asked: long",
        "  long: the answers are 5 years → 6 years",
        "    case age = 18",
    ]


def test_what_is_required_and_not_settled_fails_with_the_reason() -> None:
    with pytest.raises(AssertionError) as error:
        OPEN.require()

    assert str(error.value).splitlines() == [
        "not settled: nobody is better off under `made/second` than under `made/by-hand`",
        "  asked: long",
        "  long: not settled; a figure is not exact; the answers are 5 years → up to 20 years",
    ]


def test_an_assertion_that_fails_shows_the_case() -> None:
    assert repr(REFUTED) == str(REFUTED)


def test_the_readings_that_show_it_stand_below_the_case() -> None:
    read = two(LONG, years(5), years(6), when=read_as(SETTLEMENT_CORE_CLOCK, "from_grant"))

    assert str(prove.nobody_worse_off(*read)).splitlines()[2:] == [
        "  long: the answers are 5 years → 6 years",
        "    read settlement.core_clock = from_grant",
    ]


def test_a_proof_says_of_which_cases_it_is_and_how_the_law_is_read() -> None:
    proof = prove.nobody_better_off(
        *WORSE, given=CaseProfile(age=30), under={"settlement.core_clock": "from_grant"}, questions=["long", "long"]
    )

    assert str(proof).splitlines()[1:] == [
        "  asked: long",
        "  of cases with age = 30",
        "  read by settlement.core_clock = from_grant",
    ]


def test_of_many_questions_their_number_is_said() -> None:
    assert str(prove.no_gap(policies["uk/latest"])).splitlines()[1:] == ["  asked: 25 questions"]
