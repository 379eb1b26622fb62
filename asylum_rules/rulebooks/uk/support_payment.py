"""What asylum support pays each week."""

from datetime import date

from asylum_rules.language.build import all_of, any_of, at_least, holds, not_, read_as
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import Constant, Sum, Times, TotalOf
from asylum_rules.model.person import (
    awaits_support_decision,
    children_aged_1_to_3,
    children_under_1,
    household_size,
    is_pregnant,
    meals_provided,
)
from asylum_rules.model.points import SUPPORT_CATERED_RATE_START
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import SUPPORT_WEEKLY
from asylum_rules.model.reform import Insert
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.rulebooks.documents import (
    AIDA_RECEPTION,
    ALLOWANCE_REVIEW,
    CATERED_RATE_NOTE,
    FAMILY_RETURNS_CONSULTATION,
    NRPF_SECTION_95,
    RATE_DECEMBER_2022,
    RATE_JULY_2023,
    SCHEDULE_11,
    WHAT_YOU_WILL_GET,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force
from asylum_rules.rulebooks.uk.support import (
    AWAITS_OUTCOME,
    CLAIM_MAY_CARRY_SUPPORT,
    NOT_A_LONE_CHILD,
    REFUSED,
    SECTION_95A_CONSULTED,
)
from asylum_rules.units.figure import Exactly, Unstated
from asylum_rules.units.money import pounds

WEEKLY_EXTRA = Question(name="support.weekly_extra", text="Weekly additions", kind=Kind.MONEY, part=True)

SCOPES = (Scope(SUPPORT_WEEKLY, all_of(CLAIM_MAY_CARRY_SUPPORT, NOT_A_LONE_CHILD)),)

UNSTATED_RATE = Rule(
    name="support.weekly-unstated",
    text="The weekly rate is not given here for every date: not before 21 December 2022, nor for July 2023.",
    answers=SUPPORT_WEEKLY,
    gives=Unstated(),
    standing=in_force(last=date(2024, 1, 14)),
    cites=(high(RATE_DECEMBER_2022), high(RATE_JULY_2023)),
)

ADDITIONS_UNSTATED = Rule(
    name="support.weekly-additions-unstated",
    text="What was added during pregnancy and for young children before 15 January 2024 is not given here.",
    answers=SUPPORT_WEEKLY,
    when=any_of(holds(is_pregnant), at_least(children_under_1, 1), at_least(children_aged_1_to_3, 1)),
    gives=Unstated(),
    standing=in_force(last=date(2024, 1, 14)),
    cites=(high(ALLOWANCE_REVIEW, "the additions of 15 January 2024"),),
    overrides=(
        "support.weekly-self-catered-2022",
        "support.weekly-catered-2022",
        "support.weekly-self-catered-2023",
        "support.weekly-catered-2023",
    ),
)

SELF_CATERED_2022 = Rule(
    name="support.weekly-self-catered-2022",
    text="45.00 pounds a week for each person, an interim rise, where meals are not provided.",
    answers=SUPPORT_WEEKLY,
    when=not_(holds(meals_provided)),
    gives=Times(Constant(Exactly(pounds("45.00"))), household_size),
    standing=in_force(date(2022, 12, 21), last=date(2023, 6, 30)),
    cites=(high(RATE_DECEMBER_2022),),
    overrides=("support.weekly-unstated",),
)

CATERED_2022 = Rule(
    name="support.weekly-catered-2022",
    text="9.10 pounds a week for each person, an interim rise, where meals are provided.",
    answers=SUPPORT_WEEKLY,
    when=holds(meals_provided),
    gives=Times(Constant(Exactly(pounds("9.10"))), household_size),
    standing=in_force(date(2022, 12, 21), last=date(2023, 6, 30)),
    cites=(high(RATE_DECEMBER_2022),),
    overrides=("support.weekly-unstated",),
)

SELF_CATERED_2023 = Rule(
    name="support.weekly-self-catered-2023",
    text="47.39 pounds a week for each person from a day of July 2023, where meals are not provided.",
    answers=SUPPORT_WEEKLY,
    when=not_(holds(meals_provided)),
    gives=Times(Constant(Exactly(pounds("47.39"))), household_size),
    standing=in_force(date(2023, 8, 1), last=date(2024, 1, 14)),
    cites=(high(RATE_JULY_2023),),
    overrides=("support.weekly-unstated",),
)

CATERED_2023 = Rule(
    name="support.weekly-catered-2023",
    text="9.58 pounds a week for each person from a day of July 2023, where meals are provided.",
    answers=SUPPORT_WEEKLY,
    when=holds(meals_provided),
    gives=Times(Constant(Exactly(pounds("9.58"))), household_size),
    standing=in_force(date(2023, 8, 1), last=date(2024, 1, 14)),
    cites=(high(RATE_JULY_2023),),
    overrides=("support.weekly-unstated",),
)

SELF_CATERED = Rule(
    name="support.weekly-self-catered",
    text="49.18 pounds a week for each person, with weekly additions, where meals are not provided.",
    answers=SUPPORT_WEEKLY,
    when=not_(holds(meals_provided)),
    gives=Sum((Times(Constant(Exactly(pounds("49.18"))), household_size), TotalOf(WEEKLY_EXTRA))),
    qualifier=Qualifier.USUALLY,
    standing=in_force(date(2024, 1, 15)),
    cites=(high(ALLOWANCE_REVIEW), high(WHAT_YOU_WILL_GET, hedge="usually")),
)

CATERED_2024 = Rule(
    name="support.weekly-catered-2024",
    text="8.86 pounds a week for each person, with weekly additions, where meals are provided.",
    answers=SUPPORT_WEEKLY,
    when=all_of(holds(meals_provided), read_as(SUPPORT_CATERED_RATE_START, "later")),
    gives=Sum((Times(Constant(Exactly(pounds("8.86"))), household_size), TotalOf(WEEKLY_EXTRA))),
    standing=in_force(date(2024, 1, 15), last=date(2025, 8, 27)),
    cites=(high(ALLOWANCE_REVIEW),),
)

CATERED_RISEN = Rule(
    name="support.weekly-catered-risen",
    text="The catered rate rose to 9.95 pounds on a day between 15 January 2024 and 28 August 2025 that was not found.",
    answers=SUPPORT_WEEKLY,
    when=all_of(holds(meals_provided), read_as(SUPPORT_CATERED_RATE_START, "earlier")),
    gives=Sum((Times(Constant(Exactly(pounds("9.95"))), household_size), TotalOf(WEEKLY_EXTRA))),
    standing=in_force(date(2024, 1, 15), last=date(2025, 8, 27)),
    cites=(high(CATERED_RATE_NOTE),),
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

IN_KIND = Rule(
    name="support.weekly-in-kind",
    text="Support under section 98 is given in kind: outside full board normally no money is paid.",
    answers=SUPPORT_WEEKLY,
    when=all_of(AWAITS_OUTCOME, holds(awaits_support_decision), not_(holds(meals_provided))),
    gives=pounds("0"),
    qualifier=Qualifier.NORMALLY,
    standing=in_force(),
    cites=(medium(NRPF_SECTION_95, "section 98", hedge="normally"), medium(AIDA_RECEPTION)),
    overrides=(
        "support.weekly-unstated",
        "support.weekly-additions-unstated",
        "support.weekly-self-catered-2022",
        "support.weekly-self-catered-2023",
        "support.weekly-self-catered",
    ),
)

SECTION_95A_UNSTATED = Rule(
    name="support.weekly-section-95a-unstated",
    text="What support under section 95A would pay after a refusal is not stated.",
    answers=SUPPORT_WEEKLY,
    when=REFUSED,
    gives=Unstated(),
    standing=SECTION_95A_CONSULTED,
    cites=(high(SCHEDULE_11), high(FAMILY_RETURNS_CONSULTATION)),
)

RULES = (
    UNSTATED_RATE,
    ADDITIONS_UNSTATED,
    SELF_CATERED_2022,
    CATERED_2022,
    SELF_CATERED_2023,
    CATERED_2023,
    CATERED_2024,
    CATERED_RISEN,
    SELF_CATERED,
    CATERED,
    PREGNANCY_ADDITION,
    BABY_ADDITION,
    CHILD_ADDITION,
    IN_KIND,
)

RESTORING_ORDER_OPERATIONS = (Insert(SECTION_95A_UNSTATED),)
