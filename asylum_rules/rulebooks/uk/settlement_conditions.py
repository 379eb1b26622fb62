"""What must be met for settlement, and what it costs."""

from datetime import date

from asylum_rules.language.build import all_of, read_as
from asylum_rules.model.points import SETTLEMENT_CONDITIONS_REACH_REFUGEES
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import SETTLEMENT_CONDITIONS, SETTLEMENT_FEE
from asylum_rules.model.reform import Insert
from asylum_rules.model.rule import Rule, Transition
from asylum_rules.rulebooks.documents import (
    ADVICENOW_EARNED,
    FEW_CONDITIONS_NOTE,
    NRPF_EARNED_SETTLEMENT,
    PAPER_ANALYSIS,
    PART_SUITABILITY_NOTE,
    PART_SUITABILITY_TEXT,
    PLANS_ASSESSED,
    REFUGEE_SETTLEMENT_BRIEFING,
    SAFE_RETURN_ANSWER,
    SETTLEMENT_GUIDE,
    SETTLEMENT_PROCEDURE_2010,
    SETTLEMENT_PROTECTION_INSTRUCTION,
    STUDY_ROUTE_REPORT,
    TEMPORARY_PERMISSION_NOTE,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force, proposed
from asylum_rules.rulebooks.uk.leave import IN_GROUP_2, TWO_GROUPS_FROM
from asylum_rules.rulebooks.uk.protection import (
    ANNOUNCED_ON,
    CLAIMED_HERE,
    ON_WORK_AND_STUDY,
    REACHED_BY_PROPOSALS,
    lodged_on,
)
from asylum_rules.rulebooks.uk.settlement import CONSULTED_ON
from asylum_rules.sources.standing import Stage
from asylum_rules.units.figure import Unstated
from asylum_rules.units.money import pounds

SCOPES = (Scope(SETTLEMENT_CONDITIONS, CLAIMED_HERE), Scope(SETTLEMENT_FEE, CLAIMED_HERE))

OWN_SUITABILITY = Rule(
    name="settlement.own-suitability",
    text=(
        "Settlement on a protection route has suitability rules of its own; Part Suitability, which took the place of "
        "part 9 of the Immigration Rules on 11 November 2025, does not apply to it. A conviction stands in the way for "
        "a time that depends on the sentence and is not given here."
    ),
    answers=SETTLEMENT_CONDITIONS,
    when=CLAIMED_HERE,
    gives="own_suitability",
    standing=in_force(),
    cites=(
        high(PART_SUITABILITY_TEXT, "SUI 1.1 to 1.3"),
        high(PART_SUITABILITY_NOTE),
        medium(SETTLEMENT_GUIDE, "convictions"),
    ),
)

SAFE_RETURN_REVIEW = Rule(
    name="settlement.safe-return-review",
    text="Every application for settlement includes a review of whether protection is still needed.",
    answers=SETTLEMENT_CONDITIONS,
    when=CLAIMED_HERE,
    gives="safe_return_review",
    standing=in_force(),
    cites=(high(SAFE_RETURN_ANSWER), high(SETTLEMENT_PROTECTION_INSTRUCTION), high(REFUGEE_SETTLEMENT_BRIEFING)),
)

NO_TESTS = Rule(
    name="settlement.no-tests",
    text="Neither English, nor knowledge of life in the UK, nor income is tested.",
    answers=SETTLEMENT_CONDITIONS,
    when=CLAIMED_HERE,
    gives=(),
    standing=in_force(),
    cites=(medium(FEW_CONDITIONS_NOTE), medium(SETTLEMENT_PROCEDURE_2010, "English and life in the UK")),
)

NO_FEE = Rule(
    name="settlement.no-fee",
    text="There is no fee for settlement on a protection route (form SET(P)).",
    answers=SETTLEMENT_FEE,
    when=CLAIMED_HERE,
    gives=pounds("0"),
    standing=in_force(),
    cites=(high(REFUGEE_SETTLEMENT_BRIEFING),),
)

GROUP_2_FEE = Rule(
    name="settlement.group-2-fee",
    text="What settlement by long residence cost group 2 is not given here.",
    answers=SETTLEMENT_FEE,
    covers=Transition(counts=lodged_on, first=TWO_GROUPS_FROM),
    when=IN_GROUP_2,
    gives=Unstated(),
    standing=in_force(TWO_GROUPS_FROM, last=date(2023, 7, 16), then=Stage.PAUSED),
    cites=(high(TEMPORARY_PERMISSION_NOTE),),
    overrides=("settlement.no-fee",),
)

WORK_AND_STUDY_FEE = Rule(
    name="settlement.work-and-study-fee",
    text=(
        "The Protection Work and Study route takes a fee that is not stated; what settlement from there would cost is "
        "not stated either."
    ),
    answers=SETTLEMENT_FEE,
    when=all_of(CLAIMED_HERE, REACHED_BY_PROPOSALS, ON_WORK_AND_STUDY),
    gives=Unstated(),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(STUDY_ROUTE_REPORT),),
    overrides=("settlement.no-fee",),
)

REACHED_BY_CONDITIONS = all_of(CLAIMED_HERE, REACHED_BY_PROPOSALS, read_as(SETTLEMENT_CONDITIONS_REACH_REFUGEES, "yes"))
"""Whether refugees must meet the conditions consulted on was not stated."""

_CONSULTED = proposed((CONSULTED_ON, Stage.CONSULTED))

PART_SUITABILITY = Rule(
    name="settlement.part-suitability",
    text="Everyone meets Part Suitability and has a clean criminal record; the thresholds are under review.",
    answers=SETTLEMENT_CONDITIONS,
    when=REACHED_BY_CONDITIONS,
    gives="part_suitability",
    standing=_CONSULTED,
    cites=(high(PAPER_ANALYSIS), medium(NRPF_EARNED_SETTLEMENT, "whether refugees are reached: not stated")),
    overrides=("settlement.own-suitability",),
)

ENGLISH_B2 = Rule(
    name="settlement.english-b2",
    text="English at level B2.",
    answers=SETTLEMENT_CONDITIONS,
    when=REACHED_BY_CONDITIONS,
    gives="english_b2",
    standing=_CONSULTED,
    cites=(high(ADVICENOW_EARNED), high(PAPER_ANALYSIS)),
    overrides=("settlement.no-tests",),
)

LIFE_IN_UK = Rule(
    name="settlement.life-in-uk",
    text="The Life in the UK test.",
    answers=SETTLEMENT_CONDITIONS,
    when=REACHED_BY_CONDITIONS,
    gives="life_in_uk",
    standing=_CONSULTED,
    cites=(high(ADVICENOW_EARNED), high(PAPER_ANALYSIS)),
    overrides=("settlement.no-tests",),
)

INCOME = Rule(
    name="settlement.income",
    text="A yearly income above 12,570 pounds for three to five years, or another amount.",
    answers=SETTLEMENT_CONDITIONS,
    when=REACHED_BY_CONDITIONS,
    gives="income",
    standing=_CONSULTED,
    cites=(high(PLANS_ASSESSED), high(PAPER_ANALYSIS)),
    overrides=("settlement.no-tests",),
)

NO_DEBT = Rule(
    name="settlement.no-debt",
    text="No debt to the NHS, the tax authority or another public body.",
    answers=SETTLEMENT_CONDITIONS,
    when=REACHED_BY_CONDITIONS,
    gives="no_debt",
    standing=_CONSULTED,
    cites=(high(PAPER_ANALYSIS), high(ADVICENOW_EARNED)),
)

RULES = (OWN_SUITABILITY, SAFE_RETURN_REVIEW, NO_TESTS, NO_FEE, GROUP_2_FEE)

RESTORING_ORDER_OPERATIONS = (Insert(WORK_AND_STUDY_FEE),)

EARNED_SETTLEMENT_OPERATIONS = (
    Insert(PART_SUITABILITY),
    Insert(ENGLISH_B2),
    Insert(LIFE_IN_UK),
    Insert(INCOME),
    Insert(NO_DEBT),
)
