"""Conditions and cells as clauses."""

from datetime import date

import pytest

from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    answer_is,
    any_of,
    at_least,
    before,
    holds,
    is_no,
    is_none,
    is_one_of,
    more_than,
    not_,
    on_or_after,
    on_or_before,
    read_as,
)
from asylum_rules.language.cells import Cell
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import AllOf, Compare, Condition, OneOf, Order
from asylum_rules.language.subjects import Fact, FirstKnown, Subject, Within
from asylum_rules.model.boat import FACTS as BOAT_FACTS, obeyed_order_to_stop, sea
from asylum_rules.model.person import (
    FACTS as PERSON_FACTS,
    age,
    arrived_on,
    assets,
    claimed_on,
    decided_on,
    english,
    family_applied_at,
    further_submissions_on,
    is_destitute,
    is_pregnant,
    route,
)
from asylum_rules.model.points import POINTS, SETTLEMENT_CORE_PERIOD
from asylum_rules.model.questions import QUESTIONS, SUPPORT_SCHEME
from asylum_rules.prose.condition import of_cell, of_condition, of_paths
from asylum_rules.prose.words import CODES, WORDS, words_of
from asylum_rules.rulebooks.uk.france_scheme import RETURN_WINDOW
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import pounds
from asylum_rules.units.span import years
from asylum_rules.units.word import Word

DAY = date(2026, 3, 2)
CORE_POINT = "the open point “Is the wait for settlement on core protection twenty years, or up to twenty?”"
MINUTE = Moment.parse("2025-09-04T15:00")
UNHEARD_OF = FirstKnown(name="opened_on", text="Opened.", of=(further_submissions_on, claimed_on))
SOON = Within(name="soon", text="decided within a year of the claim", day=decided_on, start=claimed_on, span=years(1))
POOR = holds(is_destitute)
ADULT = at_least(age, 18)
MOTHER = holds(is_pregnant)
WINDOW = AllOf((on_or_after(claimed_on, DAY), on_or_before(claimed_on, date(2026, 6, 1))))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (before(claimed_on, DAY), "the claim was lodged before 2 March 2026"),
        (on_or_before(claimed_on, DAY), "the claim was lodged on or before 2 March 2026"),
        (on_or_after(claimed_on, DAY), "the claim was lodged on or after 2 March 2026"),
        (Compare(claimed_on, Order.MORE, DAY), "the claim was lodged after 2 March 2026"),
        (is_one_of(claimed_on, DAY), "the claim was lodged on 2 March 2026"),
        (
            Compare(family_applied_at, Order.LESS, MINUTE),
            "the family reunion application was made before 15:00 on 4 September 2025",
        ),
        (
            Compare(family_applied_at, Order.AT_LEAST, MINUTE),
            "the family reunion application was made at or after 15:00 on 4 September 2025",
        ),
        (
            is_one_of(family_applied_at, MINUTE),
            "the family reunion application was made at 15:00 on 4 September 2025",
        ),
        (Compare(age, Order.LESS, 18), "the person's age is less than 18"),
        (Compare(age, Order.AT_MOST, 18), "the person's age is at most 18"),
        (ADULT, "the person's age is at least 18"),
        (more_than(assets, pounds("1000")), "the value of the assets is more than £1,000.00"),
        (is_one_of(age, 17, 18), "the person's age is 17 or 18"),
        (at_least(english, "b2"), "the level of English is at least B2"),
        (POOR, "the person is destitute"),
        (is_no(is_destitute), "the person is not destitute"),
        (OneOf(is_destitute, (True, False)), "the person is destitute or the person is not destitute"),
        (
            is_one_of(route, "in_country", "family_reunion", "community_sponsorship"),
            "the way into protection is a claim in the country, family reunion or community sponsorship",
        ),
        (is_none(claimed_on), "no claim was lodged"),
        (is_none(obeyed_order_to_stop), "it does not arise whether an order to stop was obeyed"),
        (
            read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty"),
            f"{CORE_POINT} is read as “up to twenty years”",
        ),
        (answer_is(SUPPORT_SCHEME, "section_95"), f"the answer to “{SUPPORT_SCHEME.text}” is “section 95”"),
        (on_or_after(UNHEARD_OF, DAY), "opened on is on or after 2 March 2026"),
        (holds(SOON), "decided within a year of the claim"),
        (ALWAYS, "always"),
        (any_of(), "never"),
        (all_of(POOR, ADULT), "the person is destitute; and the person's age is at least 18"),
        (any_of(POOR, ADULT), "the person is destitute; or the person's age is at least 18"),
        (
            all_of(POOR, any_of(ADULT, MOTHER)),
            "the person is destitute; and (the person's age is at least 18; or someone on the claim is pregnant)",
        ),
        (
            any_of(POOR, all_of(ADULT, MOTHER)),
            "the person is destitute; or (the person's age is at least 18; and someone on the claim is pregnant)",
        ),
        (all_of(any_of(POOR), ADULT), "the person is destitute; and the person's age is at least 18"),
        (
            any_of(all_of(any_of(all_of(POOR, MOTHER))), ADULT),
            "(the person is destitute; and someone on the claim is pregnant); or the person's age is at least 18",
        ),
        (
            all_of(all_of(any_of(POOR, MOTHER)), ADULT),
            "(the person is destitute; or someone on the claim is pregnant); and the person's age is at least 18",
        ),
        (
            all_of(all_of(POOR, MOTHER), all_of(), ADULT, POOR),
            "the person is destitute; and someone on the claim is pregnant; and the person's age is at least 18",
        ),
        (all_of(POOR, any_of()), "the person is destitute; and (never)"),
        (WINDOW, "the claim was lodged from 2 March 2026 to 1 June 2026"),
        (all_of(POOR, WINDOW), "the person is destitute; and the claim was lodged from 2 March 2026 to 1 June 2026"),
        (any_of(WINDOW, POOR), "the claim was lodged from 2 March 2026 to 1 June 2026; or the person is destitute"),
        (
            any_of(*WINDOW.parts),
            "the claim was lodged on or after 2 March 2026; or the claim was lodged on or before 1 June 2026",
        ),
        (
            all_of(on_or_after(claimed_on, DAY), on_or_before(decided_on, DAY)),
            "the claim was lodged on or after 2 March 2026; and the decision was made on or before 2 March 2026",
        ),
    ],
)
def test_a_condition_as_a_clause(condition: Condition, words: str) -> None:
    assert of_condition(condition) == words


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (POOR, "the person is not destitute"),
        (is_no(is_destitute), "the person is destitute"),
        (holds(SOON), "it is not so that decided within a year of the claim"),
        (holds(obeyed_order_to_stop), "not (an order to stop was obeyed)"),
        (
            is_one_of(route, "in_country", "family_reunion"),
            "the way into protection is not a claim in the country or family reunion",
        ),
        (is_none(claimed_on), "the claim was lodged"),
        (before(claimed_on, DAY), "no claim was lodged before 2 March 2026"),
        (before(arrived_on, DAY), "the person arrived on or after 2 March 2026"),
        (on_or_before(arrived_on, DAY), "the person arrived after 2 March 2026"),
        (ADULT, "the person's age is less than 18"),
        (more_than(age, 65), "the person's age is at most 65"),
        (is_one_of(age, 17, 18), "not (the person's age is 17 or 18)"),
        (
            read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty"),
            f"{CORE_POINT} is not read as “up to twenty years”",
        ),
        (ALWAYS, "not (always)"),
        (not_(POOR), "not (the person is not destitute)"),
        (any_of(POOR), "the person is not destitute"),
        (any_of(POOR, ADULT), "not (the person is destitute; or the person's age is at least 18)"),
    ],
)
def test_what_does_not_hold_reads_naturally(condition: Condition, words: str) -> None:
    assert of_condition(not_(condition)) == words


BOTH = all_of(POOR, ADULT)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (BOTH, "(A)"),
        (not_(BOTH), "not (A)"),
        (all_of(BOTH, MOTHER), "(A); and someone on the claim is pregnant"),
        (any_of(MOTHER, BOTH), "someone on the claim is pregnant; or (A)"),
        (all_of(POOR, MOTHER), "the person is destitute; and someone on the claim is pregnant"),
    ],
)
def test_what_is_called_something_is_not_spelt_out_again(condition: Condition, words: str) -> None:
    assert of_condition(condition, {BOTH: "(A)"}) == words


@pytest.mark.parametrize("fact", [*PERSON_FACTS, *BOAT_FACTS], ids=lambda fact: fact.name)
def test_every_fact_has_words_of_its_own(fact: Fact) -> None:
    words = words_of(fact)

    assert fact.name in WORDS
    assert words.so != words.not_so


@pytest.mark.parametrize("name", CODES)
def test_codes_with_words_of_their_own_are_codes_of_a_fact_a_point_or_a_question(name: str) -> None:
    subjects: tuple[Subject, ...] = (*PERSON_FACTS, *BOAT_FACTS, *POINTS, *QUESTIONS)
    codes = {each.name: each.codes for each in subjects}

    assert set(CODES[name]) <= set(codes[name])


def test_a_fact_without_words_of_its_own_is_named() -> None:
    is_new = Fact(name="is_new", kind=Kind.YES_NO, text="New.")

    assert of_condition(any_of(holds(is_new), is_no(is_new))) == "is new; or not is new"


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell(is_destitute, codes=(True,)), "the person is destitute"),
        (Cell(is_destitute, codes=(True, False)), "the person is destitute or the person is not destitute"),
        (Cell(sea, codes=("calm", "rough")), "the sea is calm or rough"),
        (Cell(claimed_on, codes=(Word.NONE,)), "no claim was lodged"),
        (
            Cell(SETTLEMENT_CORE_PERIOD, codes=("up_to_twenty",)),
            f"{CORE_POINT} is read as “up to twenty years”",
        ),
        (Cell(claimed_on, least=DAY), "the claim was lodged on or after 2 March 2026"),
        (Cell(claimed_on, most=DAY), "the claim was lodged on or before 2 March 2026"),
        (Cell(claimed_on, least=DAY, most=date(2026, 6, 1)), "the claim was lodged from 2 March 2026 to 1 June 2026"),
        (Cell(claimed_on, least=DAY, most=DAY), "the claim was lodged on 2 March 2026"),
        (Cell(claimed_on), "the claim was lodged on any day"),
        (Cell(family_applied_at), "the family reunion application was made at any time"),
        (Cell(age), "the person's age is any number"),
        (Cell(assets), "the value of the assets is any amount"),
        (Cell(RETURN_WINDOW, codes=(True,)), "three months since arrival are not over"),
        (Cell(RETURN_WINDOW, codes=(False,)), "three months since arrival are over"),
        (Cell(age, least=0, most=17), "the person's age is from 0 to 17"),
    ],
)
def test_a_cell_as_a_clause(cell: Cell, words: str) -> None:
    assert of_cell(cell) == words


POOR_CELL = Cell(is_destitute, codes=(True,))
RICH_CELL = Cell(is_destitute, codes=(False,))
YOUNG = Cell(age, least=0, most=17)


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        (((),), "always"),
        (((POOR_CELL,),), "the person is destitute"),
        (((POOR_CELL, YOUNG),), "the person is destitute; and the person's age is from 0 to 17"),
        (
            ((POOR_CELL, YOUNG), (RICH_CELL,)),
            "(the person is destitute; and the person's age is from 0 to 17); or (the person is not destitute)",
        ),
    ],
)
def test_paths_as_clauses(paths: tuple[tuple[Cell, ...], ...], words: str) -> None:
    assert of_paths(paths) == words
