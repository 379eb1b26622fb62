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
    is_given,
    is_none,
    is_one_of,
    more_than,
    not_,
    on_or_after,
    on_or_before,
    read_as,
)
from asylum_rules.language.cells import Cell
from asylum_rules.language.nodes import Compare, Condition, Order
from asylum_rules.language.subjects import FirstKnown, Within
from asylum_rules.model.person import (
    age,
    assets,
    claimed_on,
    decided_on,
    english,
    further_submissions_on,
    is_destitute,
    route,
)
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD
from asylum_rules.model.questions import SUPPORT_ENTITLEMENT
from asylum_rules.prose.condition import of_cell, of_condition, of_paths
from asylum_rules.units.money import pounds
from asylum_rules.units.span import years
from asylum_rules.units.word import Word

DAY = date(2026, 3, 2)
LODGED = FirstKnown(name="lodged_on", text="Lodged.", of=(further_submissions_on, claimed_on))
SOON = Within(name="soon", text="decided within a year of the claim", day=decided_on, start=claimed_on, span=years(1))
POOR = holds(is_destitute)
ADULT = at_least(age, 18)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (before(claimed_on, DAY), "claimed on: before 2 March 2026"),
        (on_or_before(claimed_on, DAY), "claimed on: on or before 2 March 2026"),
        (on_or_after(claimed_on, DAY), "claimed on: on or after 2 March 2026"),
        (Compare(claimed_on, Order.MORE, DAY), "claimed on: after 2 March 2026"),
        (Compare(age, Order.LESS, 18), "age: less than 18"),
        (Compare(age, Order.AT_MOST, 18), "age: at most 18"),
        (ADULT, "age: at least 18"),
        (more_than(assets, pounds("1000")), "assets: more than £1,000.00"),
        (at_least(english, "b2"), "english: at least b2"),
        (POOR, "is destitute: yes"),
        (is_one_of(route, "in_country", "family_reunion"), "route: in country or family reunion"),
        (is_none(claimed_on), "claimed on: none"),
        (is_given(claimed_on), "not (claimed on: none)"),
        (read_as(SETTLEMENT_CORE_PERIOD, "up_to_twenty"), "settlement.core_period read as: up to twenty"),
        (answer_is(SUPPORT_ENTITLEMENT, "duty"), f"{SUPPORT_ENTITLEMENT.text}: duty"),
        (
            on_or_after(LODGED, DAY),
            "lodged on (further submissions on, else claimed on): on or after 2 March 2026",
        ),
        (holds(SOON), "decided within a year of the claim: yes"),
        (ALWAYS, "always"),
        (any_of(), "never"),
        (not_(ALWAYS), "not (always)"),
        (all_of(POOR, ADULT), "is destitute: yes; and age: at least 18"),
        (any_of(POOR, ADULT), "is destitute: yes; or age: at least 18"),
        (not_(any_of(POOR, ADULT)), "not (is destitute: yes; or age: at least 18)"),
        (all_of(POOR, any_of(ADULT, POOR)), "is destitute: yes; and (age: at least 18; or is destitute: yes)"),
        (any_of(POOR, all_of(ADULT, POOR)), "is destitute: yes; or (age: at least 18; and is destitute: yes)"),
        (all_of(any_of(POOR), ADULT), "is destitute: yes; and age: at least 18"),
        (all_of(all_of(any_of(POOR, ADULT)), ADULT), "(is destitute: yes; or age: at least 18); and age: at least 18"),
        (all_of(POOR, any_of()), "is destitute: yes; and (never)"),
    ],
)
def test_a_condition_as_a_clause(condition: Condition, words: str) -> None:
    assert of_condition(condition) == words


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell(is_destitute, codes=(True,)), "is destitute: yes"),
        (Cell(is_destitute, codes=(True, False)), "is destitute: yes or no"),
        (Cell(route, codes=("in_country", "family_reunion")), "route: in country or family reunion"),
        (Cell(claimed_on, codes=(Word.NONE,)), "claimed on: none"),
        (Cell(SETTLEMENT_CORE_PERIOD, codes=("up_to_twenty",)), "settlement.core_period read as: up to twenty"),
        (Cell(claimed_on, least=DAY), "claimed on: from 2 March 2026"),
        (Cell(claimed_on, most=DAY), "claimed on: up to 2 March 2026"),
        (Cell(claimed_on, least=DAY, most=date(2026, 6, 1)), "claimed on: from 2 March 2026 to 1 June 2026"),
        (Cell(claimed_on, least=DAY, most=DAY), "claimed on: 2 March 2026"),
        (Cell(claimed_on), "claimed on: any"),
        (Cell(age, least=0, most=17), "age: from 0 to 17"),
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
        (((POOR_CELL,),), "is destitute: yes"),
        (((POOR_CELL, YOUNG),), "is destitute: yes; and age: from 0 to 17"),
        (((POOR_CELL, YOUNG), (RICH_CELL,)), "(is destitute: yes; and age: from 0 to 17); or (is destitute: no)"),
    ],
)
def test_paths_as_clauses(paths: tuple[tuple[Cell, ...], ...], words: str) -> None:
    assert of_paths(paths) == words
