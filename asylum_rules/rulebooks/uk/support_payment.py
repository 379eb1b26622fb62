"""What asylum support pays each week."""

from datetime import date

from asylum_rules.language.build import all_of, at_least, holds, not_
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import Constant, Sum, Times, TotalOf
from asylum_rules.model.person import (
    children_aged_1_to_3,
    children_under_1,
    household_size,
    is_pregnant,
    meals_provided,
)
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import SUPPORT_WEEKLY
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.rulebooks.documents import ALLOWANCE_REVIEW, CATERED_RATE_NOTE, WHAT_YOU_WILL_GET, high
from asylum_rules.rulebooks.stages import in_force
from asylum_rules.rulebooks.uk.support import CLAIM_MAY_CARRY_SUPPORT, NOT_A_LONE_CHILD
from asylum_rules.units.figure import Exactly
from asylum_rules.units.money import pounds

WEEKLY_EXTRA = Question(name="support.weekly_extra", text="Weekly additions", kind=Kind.MONEY, part=True)

SCOPES = (Scope(SUPPORT_WEEKLY, all_of(CLAIM_MAY_CARRY_SUPPORT, NOT_A_LONE_CHILD)),)

SELF_CATERED = Rule(
    name="support.weekly-self-catered",
    text="49.18 pounds a week for each person, with weekly additions, where meals are not provided.",
    answers=SUPPORT_WEEKLY,
    when=not_(holds(meals_provided)),
    gives=Sum((Times(Constant(Exactly(pounds("49.18"))), household_size), TotalOf(WEEKLY_EXTRA))),
    qualifier=Qualifier.USUALLY,
    standing=in_force(date(2024, 1, 15)),
    cites=(high(ALLOWANCE_REVIEW), high(WHAT_YOU_WILL_GET)),
)

CATERED = Rule(
    name="support.weekly-catered",
    text="9.95 pounds a week for each person, with weekly additions, where meals are provided.",
    answers=SUPPORT_WEEKLY,
    when=holds(meals_provided),
    gives=Sum((Times(Constant(Exactly(pounds("9.95"))), household_size), TotalOf(WEEKLY_EXTRA))),
    standing=in_force(date(2025, 8, 28)),
    cites=(high(CATERED_RATE_NOTE),),
)

PREGNANCY_ADDITION = Rule(
    name="support.weekly-pregnancy",
    text="5.25 pounds a week more during pregnancy, on request.",
    answers=WEEKLY_EXTRA,
    when=holds(is_pregnant),
    gives=pounds("5.25"),
    standing=in_force(date(2024, 1, 15)),
    cites=(high(ALLOWANCE_REVIEW), high(WHAT_YOU_WILL_GET)),
)

BABY_ADDITION = Rule(
    name="support.weekly-baby",
    text="9.50 pounds a week more for each child under one.",
    answers=WEEKLY_EXTRA,
    when=at_least(children_under_1, 1),
    gives=Times(Constant(Exactly(pounds("9.50"))), children_under_1),
    standing=in_force(date(2024, 1, 15)),
    cites=(high(ALLOWANCE_REVIEW), high(WHAT_YOU_WILL_GET)),
)

CHILD_ADDITION = Rule(
    name="support.weekly-child",
    text="5.25 pounds a week more for each child aged one, two or three.",
    answers=WEEKLY_EXTRA,
    when=at_least(children_aged_1_to_3, 1),
    gives=Times(Constant(Exactly(pounds("5.25"))), children_aged_1_to_3),
    standing=in_force(date(2024, 1, 15)),
    cites=(high(ALLOWANCE_REVIEW), high(WHAT_YOU_WILL_GET)),
)

RULES = (
    SELF_CATERED,
    CATERED,
    PREGNANCY_ADDITION,
    BABY_ADDITION,
    CHILD_ADDITION,
)
