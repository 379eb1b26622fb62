"""Danish permits by ground, their loss, permanent residence, the wait for family, assets and appeals."""

from datetime import date

from asylum_rules.language.build import ALWAYS, all_of, at_least, holds, is_one_of, not_, read_as
from asylum_rules.language.terms import AnswerOf, Moved, ValueOf
from asylum_rules.model.person import (
    Claim,
    DanishGround,
    claim,
    danish_ground,
    decided_on,
    meets_basic_residence_conditions,
    supplementary_conditions_met,
    treaty_requires_family_unity,
)
from asylum_rules.model.points import DENMARK_TEMPORARY_PROTECTION_RENEWAL
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import (
    APPEAL_BODY,
    ASSETS_KEPT,
    FAMILY_REUNION_WAIT,
    LEAVE_LENGTH,
    LEAVE_REVIEW_EVERY,
    RETURN_WHEN_NOT_NEEDED,
    SETTLEMENT_AFTER,
    SETTLEMENT_FROM,
)
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.rulebooks.documents import (
    DK_FAMILY_7_3,
    DK_FAMILY_EXECUTION,
    DK_JEWELLERY,
    DK_JEWELLERY_USE,
    DK_L140,
    DK_MA_FACTS,
    DK_PARADIGM,
    DK_PERMANENT_RESIDENCE,
    DK_REFUGEES_DK,
    DK_RESIDENCE_FORMS,
    DK_RESTRICTIONS_2018,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force
from asylum_rules.units.figure import Unstated
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.span import Span, years
from asylum_rules.units.word import Word

PROTECTED = is_one_of(claim, Claim.PENDING, Claim.REFUGEE, Claim.HUMANITARIAN_PROTECTION)
ON_7_3 = is_one_of(danish_ground, DanishGround.SECTION_7_3)

SCOPES = (
    *(Scope(each, PROTECTED) for each in (LEAVE_LENGTH, LEAVE_REVIEW_EVERY, SETTLEMENT_AFTER, FAMILY_REUNION_WAIT)),
    *(
        Scope(each, is_one_of(claim, Claim.REFUGEE, Claim.HUMANITARIAN_PROTECTION))
        for each in (SETTLEMENT_FROM, RETURN_WHEN_NOT_NEEDED)
    ),
    Scope(ASSETS_KEPT, ALWAYS),
    Scope(APPEAL_BODY, is_one_of(claim, Claim.PENDING, Claim.REFUSED)),
)

# Permits

TWO_YEARS = Rule(
    name="denmark.two-years",
    text="A Convention refugee (section 7(1)) and a quota refugee (section 8) get a first permit of two years.",
    answers=LEAVE_LENGTH,
    when=is_one_of(danish_ground, DanishGround.SECTION_7_1, DanishGround.SECTION_8),
    gives=years(2),
    standing=in_force(),
    cites=(high(DK_RESIDENCE_FORMS), high(DK_REFUGEES_DK)),
)

ONE_YEAR = Rule(
    name="denmark.one-year",
    text="Subsidiary (section 7(2)) and temporary protection (section 7(3)) bring a first permit of one year.",
    answers=LEAVE_LENGTH,
    when=is_one_of(danish_ground, DanishGround.SECTION_7_2, DanishGround.SECTION_7_3),
    gives=years(1),
    standing=in_force(),
    cites=(high(DK_RESIDENCE_FORMS), high(DK_REFUGEES_DK)),
)

REVIEW_OF_OWN_MOTION = Rule(
    name="denmark.review-of-own-motion",
    text="The authorities review permits of their own motion; how often is not stated for every ground.",
    answers=LEAVE_REVIEW_EVERY,
    when=not_(ON_7_3),
    gives=Unstated(),
    standing=in_force(),
    cites=(high(DK_L140),),
)

RENEWED_FOR_TWO_YEARS = Rule(
    name="denmark.renewed-for-two-years",
    text="Temporary protection is renewed for two years at a time, by one account.",
    answers=LEAVE_REVIEW_EVERY,
    when=all_of(ON_7_3, read_as(DENMARK_TEMPORARY_PROTECTION_RENEWAL, "two_years")),
    gives=years(2),
    standing=in_force(),
    cites=(medium(DK_REFUGEES_DK),),
)

RENEWED_FOR_ONE_YEAR = Rule(
    name="denmark.renewed-for-one-year",
    text="Temporary protection is renewed for one year at a time, by another account.",
    answers=LEAVE_REVIEW_EVERY,
    when=all_of(ON_7_3, read_as(DENMARK_TEMPORARY_PROTECTION_RENEWAL, "one_year")),
    gives=years(1),
    standing=in_force(),
    cites=(medium(DK_MA_FACTS),),
)

# What follows when protection is no longer needed

DURABLE_IMPROVEMENT = Rule(
    name="denmark.durable-improvement",
    text="A permit under section 7(1) may be revoked where conditions in the home country have improved for good.",
    answers=RETURN_WHEN_NOT_NEEDED,
    when=is_one_of(danish_ground, DanishGround.SECTION_7_1),
    gives="may_lose_status",
    standing=in_force(),
    cites=(high(DK_RESIDENCE_FORMS), high(DK_PARADIGM)),
)

SLIGHT_IMPROVEMENT = Rule(
    name="denmark.slight-improvement",
    text="A permit under section 7(2) or 7(3) may be revoked where conditions there have improved a little.",
    answers=RETURN_WHEN_NOT_NEEDED,
    when=is_one_of(danish_ground, DanishGround.SECTION_7_2, DanishGround.SECTION_7_3),
    gives="may_lose_status",
    standing=in_force(),
    cites=(high(DK_RESIDENCE_FORMS), high(DK_RESTRICTIONS_2018)),
)

QUOTA_LOSS_UNSTATED = Rule(
    name="denmark.quota-loss-unstated",
    text="By what standard the permit of a quota refugee (section 8) may be revoked is not stated.",
    answers=RETURN_WHEN_NOT_NEEDED,
    when=is_one_of(danish_ground, DanishGround.SECTION_8),
    gives=Unstated(),
    standing=in_force(),
    cites=(high(DK_RESIDENCE_FORMS),),
)

# Permanent residence

EIGHT_YEARS = Rule(
    name="denmark.eight-years",
    text="Permanent residence after eight years of lawful residence, where every basic condition is met.",
    answers=SETTLEMENT_AFTER,
    when=holds(meets_basic_residence_conditions),
    gives=years(8),
    standing=in_force(),
    cites=(high(DK_PERMANENT_RESIDENCE),),
)

FOUR_YEARS = Rule(
    name="denmark.four-years",
    text="After four years, where all four supplementary conditions are met as well.",
    answers=SETTLEMENT_AFTER,
    when=all_of(holds(meets_basic_residence_conditions), at_least(supplementary_conditions_met, 4)),
    gives=years(4),
    standing=in_force(),
    cites=(high(DK_PERMANENT_RESIDENCE),),
    overrides=("denmark.eight-years",),
)

NO_PERMANENT_RESIDENCE = Rule(
    name="denmark.no-permanent-residence",
    text="Without every basic condition there is no permanent residence.",
    answers=SETTLEMENT_AFTER,
    when=not_(holds(meets_basic_residence_conditions)),
    gives=Word.NONE,
    standing=in_force(),
    cites=(high(DK_PERMANENT_RESIDENCE),),
)

FROM_GRANT = Rule(
    name="denmark.from-grant",
    text="For refugees the years are counted from the grant.",
    answers=SETTLEMENT_FROM,
    gives=Moved(ValueOf(decided_on), AnswerOf(SETTLEMENT_AFTER)),
    standing=in_force(),
    cites=(high(DK_PERMANENT_RESIDENCE),),
)

# Family

NO_WAIT = Rule(
    name="denmark.no-family-wait",
    text="Holders of a permit under section 7(1) or 7(2) may be joined by family without a statutory wait.",
    answers=FAMILY_REUNION_WAIT,
    when=is_one_of(danish_ground, DanishGround.SECTION_7_1, DanishGround.SECTION_7_2),
    gives=Span(),
    standing=in_force(),
    cites=(medium(DK_RESIDENCE_FORMS),),
)

QUOTA_WAIT_UNSTATED = Rule(
    name="denmark.quota-family-wait-unstated",
    text="Whether quota refugees (section 8) have to wait is not stated.",
    answers=FAMILY_REUNION_WAIT,
    when=is_one_of(danish_ground, DanishGround.SECTION_8),
    gives=Unstated(),
    standing=in_force(),
    cites=(medium(DK_RESIDENCE_FORMS),),
)

THREE_YEAR_WAIT = Rule(
    name="denmark.three-year-wait",
    text="With temporary protection a person may normally not be joined by family before three years.",
    answers=FAMILY_REUNION_WAIT,
    when=ON_7_3,
    gives=years(3),
    qualifier=Qualifier.NORMALLY,
    standing=in_force(last=date(2022, 6, 30)),
    cites=(high(DK_FAMILY_EXECUTION),),
)

TWO_YEAR_WAIT = Rule(
    name="denmark.two-year-wait",
    text="From 1 July 2022 the wait is two years.",
    answers=FAMILY_REUNION_WAIT,
    when=ON_7_3,
    gives=years(2),
    qualifier=Qualifier.NORMALLY,
    standing=in_force(date(2022, 7, 1)),
    cites=(high(DK_FAMILY_7_3, hedge="normally"), high(DK_FAMILY_EXECUTION)),
    succeeds=("denmark.three-year-wait",),
)

TREATY_EXCEPTION = Rule(
    name="denmark.treaty-exception",
    text="Where international obligations require it, family may join earlier.",
    answers=FAMILY_REUNION_WAIT,
    when=all_of(ON_7_3, holds(treaty_requires_family_unity)),
    gives=Span(),
    standing=in_force(),
    cites=(high(DK_FAMILY_7_3),),
    overrides=("denmark.three-year-wait",),
)

# Assets and appeals

ASSETS_ABOVE_10_000 = Rule(
    name="denmark.assets-above-10000",
    text=(
        "The police may keep cash and valuables above 10,000 kroner a person towards upkeep; as a main rule things of "
        "sentimental value and necessities are spared."
    ),
    answers=ASSETS_KEPT,
    gives=Money(1_000_000, Currency.DKK),
    standing=in_force(date(2016, 2, 5)),
    cites=(high(DK_JEWELLERY), high(DK_JEWELLERY_USE)),
)

APPEALS_BOARD = Rule(
    name="denmark.appeals-board",
    text="Appeals are heard by the Refugee Appeals Board.",
    answers=APPEAL_BODY,
    gives="refugee_appeals_board",
    standing=in_force(),
    cites=(medium(DK_PARADIGM),),
)

RULES = (
    TWO_YEARS,
    ONE_YEAR,
    REVIEW_OF_OWN_MOTION,
    RENEWED_FOR_TWO_YEARS,
    RENEWED_FOR_ONE_YEAR,
    DURABLE_IMPROVEMENT,
    SLIGHT_IMPROVEMENT,
    QUOTA_LOSS_UNSTATED,
    EIGHT_YEARS,
    FOUR_YEARS,
    NO_PERMANENT_RESIDENCE,
    FROM_GRANT,
    NO_WAIT,
    QUOTA_WAIT_UNSTATED,
    THREE_YEAR_WAIT,
    TWO_YEAR_WAIT,
    TREATY_EXCEPTION,
    ASSETS_ABOVE_10_000,
    APPEALS_BOARD,
)
