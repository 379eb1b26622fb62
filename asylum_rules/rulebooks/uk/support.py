"""Asylum support: a duty, then a power; the grounds against it; the weekly payment; the notice after a grant."""

from datetime import date

from asylum_rules.language.build import (
    all_of,
    any_of,
    at_least,
    holds,
    is_one_of,
    more_than,
    not_,
    on_or_after,
    on_or_before,
    read_as,
)
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import Constant, Sum, Times, TotalOf
from asylum_rules.model.person import (
    Claim,
    age,
    assets,
    broke_support_conditions,
    broke_the_law,
    can_support_self,
    children_aged_1_to_3,
    children_under_1,
    claim,
    decided_on,
    faces_street_homelessness,
    has_right_to_work,
    household_size,
    is_destitute,
    is_disabled,
    is_family_with_child,
    is_pregnant,
    is_unaccompanied_child,
    made_self_destitute,
    meals_provided,
    meets_section_4_condition,
    refuses_removal,
    refusing_support_breaches_rights,
    worked_illegally,
)
from asylum_rules.model.points import SUPPORT_ASSETS_THRESHOLD, SUPPORT_LONGER_NOTICE_ON_REQUEST_OPEN, SUPPORT_OVER_65
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import (
    SUPPORT_ENTITLEMENT,
    SUPPORT_GROUNDS_AGAINST,
    SUPPORT_NOTICE_AFTER_GRANT,
    SUPPORT_WEEKLY,
)
from asylum_rules.model.reform import Insert, Replace
from asylum_rules.model.rule import Qualifier, Rule, amend
from asylum_rules.rulebooks.documents import (
    ACT_1999_95,
    ACT_2002_44,
    AIDA_SUPPORT_FORMS,
    ALLOWANCE_REVIEW,
    ASAP_NOTE,
    ASSETS_REPORT,
    CAMPAIGN_LIST,
    CATERED_RATE_NOTE,
    CONDITIONS_OF_SUPPORT,
    DUTY_TO_POWER_REPORT,
    FAILED_SEEKERS_REGULATIONS,
    GUARDIAN_SUPPORT,
    HOME_OFFICE_5_MARCH,
    ILLEGAL_WORK_GUIDANCE,
    LORDS_SCRUTINY,
    MOVE_ON_42,
    MOVE_ON_ADVICENOW,
    MOVE_ON_ANSWER,
    MOVE_ON_REQUEST,
    RECEPTION_REGULATIONS,
    RESTORING_ORDER,
    RIGHTS_FLOOR_REPORT,
    SECTION_4_POLICY,
    SUPPORT_REGULATIONS_2,
    SUPPORT_REGULATIONS_PART_8,
    SUPPORT_SCRAP_REPORT,
    WHAT_YOU_WILL_GET,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force, proposed
from asylum_rules.rulebooks.uk.protection import ANNOUNCED_ON, CLAIMED_HERE
from asylum_rules.sources.standing import Stage
from asylum_rules.units.figure import Exactly, UpTo
from asylum_rules.units.money import pounds
from asylum_rules.units.span import days

LAID_ON = date(2026, 3, 5)
"""The three instruments on asylum support were laid before Parliament."""

DUTY_ENDED_ON = date(2026, 6, 2)
"""The day of the operational guidance; that the duty ended in June 2026 is reported, on which day was not seen."""

AWAITS_OUTCOME = is_one_of(claim, Claim.PENDING, Claim.INADMISSIBLE)
"""Inadmissible is not refused: support runs on as for a pending claim until removal."""

REFUSED_FAMILY = all_of(is_one_of(claim, Claim.REFUSED), holds(is_family_with_child))
"""A refused household with a child under 18 still counts as seeking asylum for support."""

REFUSED_OTHERWISE = all_of(is_one_of(claim, Claim.REFUSED), not_(holds(is_family_with_child)))

COUNTS_AS_SEEKING_ASYLUM = any_of(AWAITS_OUTCOME, REFUSED_FAMILY)

CLAIM_MAY_CARRY_SUPPORT = is_one_of(claim, Claim.PENDING, Claim.INADMISSIBLE, Claim.REFUSED)

NOT_A_LONE_CHILD = not_(holds(is_unaccompanied_child))
"""Children who claim alone are supported by councils, outside these rules."""

WEEKLY_EXTRA = Question(name="support.weekly_extra", text="Weekly additions", kind=Kind.MONEY, part=True)

SCOPES = (
    Scope(SUPPORT_ENTITLEMENT, any_of(not_(CLAIM_MAY_CARRY_SUPPORT), NOT_A_LONE_CHILD)),
    Scope(SUPPORT_GROUNDS_AGAINST, any_of(not_(CLAIM_MAY_CARRY_SUPPORT), NOT_A_LONE_CHILD)),
    Scope(SUPPORT_WEEKLY, all_of(CLAIM_MAY_CARRY_SUPPORT, NOT_A_LONE_CHILD)),
    Scope(SUPPORT_NOTICE_AFTER_GRANT, CLAIMED_HERE),
)

# Whether support is due

DUTY = Rule(
    name="support.duty",
    text="Support must be offered to a destitute person whose claim is undetermined.",
    answers=SUPPORT_ENTITLEMENT,
    when=all_of(COUNTS_AS_SEEKING_ASYLUM, holds(is_destitute)),
    gives="duty",
    standing=in_force(date(2005, 2, 5), last=date(2026, 6, 1), then=Stage.REVOKED),
    cites=(
        high(RECEPTION_REGULATIONS, "regulation 5"),
        high(ACT_1999_95, "section 95(1)"),
        high(ASAP_NOTE),
        high(LORDS_SCRUTINY),
        high(ACT_2002_44, "refused families with a child"),
        high(AIDA_SUPPORT_FORMS, "refused families with a child"),
    ),
)

POWER = amend(
    DUTY,
    name="support.power",
    text="Support may be given to a destitute person whose claim is undetermined; the law no longer says must.",
    gives=Constant("power"),
    standing=in_force(DUTY_ENDED_ON, before={ANNOUNCED_ON: Stage.ANNOUNCED, LAID_ON: Stage.LEGISLATED}),
    cites=(
        high(LORDS_SCRUTINY),
        high(HOME_OFFICE_5_MARCH),
        medium(DUTY_TO_POWER_REPORT),
        medium(ILLEGAL_WORK_GUIDANCE, "day of the guidance"),
        high(ACT_1999_95, "section 95(1)"),
    ),
)

POWER_PROPOSED = amend(
    DUTY,
    name="support.power-proposed",
    text="The duty to offer support ends; support is given at discretion.",
    gives=Constant("power"),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(RESTORING_ORDER), high(ASAP_NOTE)),
)

NO_CLAIM = Rule(
    name="support.no-claim",
    text="Without a claim that carries support there is none; after a grant it ends with the period of notice.",
    answers=SUPPORT_ENTITLEMENT,
    when=not_(CLAIM_MAY_CARRY_SUPPORT),
    gives="none",
    standing=in_force(),
    cites=(high(RECEPTION_REGULATIONS, "regulation 2"), high(SUPPORT_REGULATIONS_2)),
)

NOT_DESTITUTE = Rule(
    name="support.not-destitute",
    text="Support is for people who are destitute.",
    answers=SUPPORT_ENTITLEMENT,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, not_(holds(is_destitute))),
    gives="none",
    standing=in_force(),
    cites=(high(ACT_1999_95, "section 95(1) and (3)"),),
)

AFTER_REFUSAL = Rule(
    name="support.after-refusal",
    text=(
        "A destitute person whose claim is finally refused, with no child in the household, may be supported where one "
        "of the alternative conditions is met."
    ),
    answers=SUPPORT_ENTITLEMENT,
    when=all_of(REFUSED_OTHERWISE, holds(is_destitute), holds(meets_section_4_condition)),
    gives="power",
    standing=in_force(),
    cites=(high(FAILED_SEEKERS_REGULATIONS, "regulation 3"), high(SECTION_4_POLICY)),
)

NOTHING_AFTER_REFUSAL = Rule(
    name="support.nothing-after-refusal",
    text="After a final refusal, with no child in the household and none of the conditions met, there is no support.",
    answers=SUPPORT_ENTITLEMENT,
    when=all_of(REFUSED_OTHERWISE, holds(is_destitute), not_(holds(meets_section_4_condition))),
    gives="none",
    standing=in_force(),
    cites=(high(FAILED_SEEKERS_REGULATIONS, "regulation 3"), high(SECTION_4_POLICY)),
)

BREACH_OF_CONDITIONS = Rule(
    name="support.power-on-breach",
    text="On reasonable grounds of a breach of its conditions, working illegally included, support may be stopped.",
    answers=SUPPORT_ENTITLEMENT,
    when=all_of(
        COUNTS_AS_SEEKING_ASYLUM,
        holds(is_destitute),
        any_of(holds(broke_support_conditions), holds(worked_illegally)),
    ),
    gives="power",
    standing=in_force(),
    cites=(high(SUPPORT_REGULATIONS_PART_8, "regulations 19 and 20"), high(CONDITIONS_OF_SUPPORT)),
    overrides=("support.duty",),
)

RIGHTS_FLOOR = Rule(
    name="support.rights-floor",
    text=(
        "Where refusing support would leave a person in inhuman or degrading conditions, it must be given "
        "(Human Rights Act 1998, article 3 ECHR)."
    ),
    answers=SUPPORT_ENTITLEMENT,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(refusing_support_breaches_rights)),
    gives="duty",
    standing=in_force(),
    cites=(medium(RIGHTS_FLOOR_REPORT),),
    overrides=(
        "support.power-on-breach",
        "support.duty",
        "support.not-destitute",
        "support.after-refusal",
        "support.nothing-after-refusal",
    ),
)

# Grounds on which it may be refused or stopped

GROUND_NOT_DESTITUTE = Rule(
    name="support.ground-not-destitute",
    text="Support is for people who are destitute.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, not_(holds(is_destitute))),
    gives="not_destitute",
    standing=in_force(),
    cites=(high(ACT_1999_95, "section 95(1) and (3)"),),
)

GROUND_NOT_A_CLAIMANT = Rule(
    name="support.ground-not-a-claimant",
    text="Support is for people with an undetermined claim, and for refused families with a child.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=not_(COUNTS_AS_SEEKING_ASYLUM),
    gives="not_a_claimant",
    standing=in_force(),
    cites=(high(RECEPTION_REGULATIONS, "regulation 2"), high(ACT_2002_44)),
)

GROUND_CONDITIONS = Rule(
    name="support.ground-conditions",
    text="A breach of the conditions of support without reasonable excuse, violence included.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(broke_support_conditions)),
    gives="broke_conditions",
    standing=in_force(),
    cites=(high(SUPPORT_REGULATIONS_PART_8, "regulations 19 and 20"), high(CONDITIONS_OF_SUPPORT)),
)

GROUND_WORK_AS_BREACH = Rule(
    name="support.ground-work-as-breach",
    text="Working illegally counts as a breach of the conditions of support.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(worked_illegally)),
    gives="broke_conditions",
    standing=in_force(last=date(2026, 6, 1)),
    cites=(high(CONDITIONS_OF_SUPPORT),),
)

GROUND_ILLEGAL_WORK = amend(
    GROUND_WORK_AS_BREACH,
    name="support.ground-illegal-work",
    text=(
        "Reasonable grounds to believe that the person worked without being allowed to. The instrument took effect in "
        "late March 2026, the guidance on 2 June."
    ),
    gives=Constant("worked_illegally"),
    standing=in_force(DUTY_ENDED_ON, before={ANNOUNCED_ON: Stage.ANNOUNCED, LAID_ON: Stage.LEGISLATED}),
    cites=(high(ILLEGAL_WORK_GUIDANCE), high(HOME_OFFICE_5_MARCH)),
)

GROUND_RIGHT_TO_WORK = Rule(
    name="support.ground-right-to-work",
    text="The person has the right to work.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(has_right_to_work)),
    gives="right_to_work",
    standing=in_force(DUTY_ENDED_ON, before={ANNOUNCED_ON: Stage.ANNOUNCED, LAID_ON: Stage.LEGISLATED}),
    cites=(high(HOME_OFFICE_5_MARCH),),
)

GROUND_SELF_SUPPORT = Rule(
    name="support.ground-self-support",
    text="The person can support themselves.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(can_support_self)),
    gives="can_support_self",
    standing=in_force(DUTY_ENDED_ON, before={LAID_ON: Stage.LEGISLATED}),
    cites=(high(HOME_OFFICE_5_MARCH),),
)

GROUND_CRIME = Rule(
    name="support.ground-crime",
    text="The person has broken the law; how serious a breach must be was not found.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(broke_the_law)),
    gives="broke_the_law",
    standing=in_force(DUTY_ENDED_ON, before={ANNOUNCED_ON: Stage.ANNOUNCED, LAID_ON: Stage.LEGISLATED}),
    cites=(high(HOME_OFFICE_5_MARCH),),
)

_ANNOUNCED = proposed((ANNOUNCED_ON, Stage.ANNOUNCED))

PROPOSED_RIGHT_TO_WORK = Rule(
    name="support.proposed-right-to-work",
    text="The person is allowed to work and can support themselves.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(has_right_to_work), holds(can_support_self)),
    gives="right_to_work",
    standing=_ANNOUNCED,
    cites=(high(ASAP_NOTE), high(GUARDIAN_SUPPORT)),
)

PROPOSED_ILLEGAL_WORK = Rule(
    name="support.proposed-illegal-work",
    text="The person works illegally.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(worked_illegally)),
    gives="worked_illegally",
    standing=_ANNOUNCED,
    cites=(high(SUPPORT_SCRAP_REPORT), high(HOME_OFFICE_5_MARCH)),
)

PROPOSED_CRIME = Rule(
    name="support.proposed-crime",
    text="The person breaks the law.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(broke_the_law)),
    gives="broke_the_law",
    standing=_ANNOUNCED,
    cites=(high(SUPPORT_SCRAP_REPORT), high(HOME_OFFICE_5_MARCH)),
)

PROPOSED_REMOVAL = Rule(
    name="support.proposed-removal",
    text="The person does not comply with directions to leave.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(refuses_removal)),
    gives="refuses_removal",
    standing=_ANNOUNCED,
    cites=(high(SUPPORT_SCRAP_REPORT),),
)

PROPOSED_SELF_MADE = Rule(
    name="support.proposed-self-made",
    text="The person made themselves destitute on purpose.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(made_self_destitute)),
    gives="made_self_destitute",
    standing=_ANNOUNCED,
    cites=(medium(CAMPAIGN_LIST),),
)

PROPOSED_ASSETS = Rule(
    name="support.proposed-assets",
    text=(
        "People with assets could be refused support or asked to contribute; things of sentimental value are spared. "
        "From which amount is not stated."
    ),
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(
        CLAIM_MAY_CARRY_SUPPORT,
        more_than(assets, pounds("0")),
        read_as(SUPPORT_ASSETS_THRESHOLD, "any_assets"),
    ),
    gives="assets",
    qualifier=Qualifier.COULD,
    standing=_ANNOUNCED,
    cites=(high(ASSETS_REPORT), high(SUPPORT_SCRAP_REPORT)),
)

# The weekly payment

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

# The notice after a grant

PILOT_FOR_ALL_FROM = date(2024, 12, 9)
PILOT_FOR_SOME_FROM = date(2025, 9, 1)
ONE_PERIOD_FROM = date(2026, 3, 9)

STILL_WAITING = is_one_of(claim, Claim.PENDING)
"""For a claim that is still pending the answer is what would follow if it were granted on the policy's day."""

PILOT_GROUP = any_of(
    holds(is_family_with_child),
    holds(is_pregnant),
    holds(is_disabled),
    more_than(age, 65),
    all_of(at_least(age, 65), read_as(SUPPORT_OVER_65, "sixty_five_or_older")),
)
"""Families, and adults who are pregnant, disabled, or over 65 (one account says from 65)."""

NOTICE_28 = Rule(
    name="support.notice-28",
    text="Support ends 28 days after a positive decision is notified.",
    answers=SUPPORT_NOTICE_AFTER_GRANT,
    gives=days(28),
    standing=in_force(),
    cites=(high(SUPPORT_REGULATIONS_2, "regulation 2(2) and (2A)"),),
)

NOTICE_56_FOR_ALL = Rule(
    name="support.notice-56-for-all",
    text="A pilot gives 56 days to everyone granted permission from 9 December 2024 to 31 August 2025.",
    answers=SUPPORT_NOTICE_AFTER_GRANT,
    when=all_of(
        not_(STILL_WAITING), on_or_after(decided_on, PILOT_FOR_ALL_FROM), on_or_before(decided_on, date(2025, 8, 31))
    ),
    gives=days(56),
    standing=in_force(PILOT_FOR_SOME_FROM),
    cites=(high(MOVE_ON_ANSWER),),
    overrides=("support.notice-28",),
)

NOTICE_56_FOR_SOME = Rule(
    name="support.notice-56-for-some",
    text="From 1 September 2025 the pilot is kept for families and for adults who are pregnant, disabled or over 65.",
    answers=SUPPORT_NOTICE_AFTER_GRANT,
    when=all_of(any_of(STILL_WAITING, on_or_after(decided_on, PILOT_FOR_SOME_FROM)), PILOT_GROUP),
    gives=days(56),
    standing=in_force(PILOT_FOR_SOME_FROM, last=date(2026, 3, 8)),
    cites=(high(MOVE_ON_ANSWER), high(MOVE_ON_ADVICENOW, "65 or older")),
    overrides=("support.notice-28",),
)

NOTICE_56_FOR_SOME_ENDED = amend(
    NOTICE_56_FOR_SOME,
    name="support.notice-56-for-some-ended",
    text="The pilot ended on 8 March 2026; people already in a period of notice stay on it.",
    when=all_of(
        not_(STILL_WAITING),
        on_or_after(decided_on, PILOT_FOR_SOME_FROM),
        on_or_before(decided_on, date(2026, 3, 8)),
        PILOT_GROUP,
    ),
    standing=in_force(ONE_PERIOD_FROM),
    cites=(high(MOVE_ON_42), high(MOVE_ON_ANSWER), high(MOVE_ON_ADVICENOW, "65 or older")),
)

NOTICE_ON_REQUEST = Rule(
    name="support.notice-on-request",
    text=(
        "After litigation anyone at imminent risk of street homelessness could ask for up to 56 days. From when is not "
        "stated."
    ),
    answers=SUPPORT_NOTICE_AFTER_GRANT,
    when=all_of(
        any_of(STILL_WAITING, on_or_after(decided_on, PILOT_FOR_SOME_FROM)),
        not_(PILOT_GROUP),
        holds(faces_street_homelessness),
        read_as(SUPPORT_LONGER_NOTICE_ON_REQUEST_OPEN, "yes"),
    ),
    gives=UpTo(days(56)),
    qualifier=Qualifier.MAY,
    standing=in_force(PILOT_FOR_SOME_FROM, last=date(2026, 3, 8)),
    cites=(high(MOVE_ON_REQUEST),),
    overrides=("support.notice-28",),
)

NOTICE_ON_REQUEST_ENDED = amend(
    NOTICE_ON_REQUEST,
    name="support.notice-on-request-ended",
    text="The longer notice on request could be asked for until 28 February 2026.",
    when=all_of(
        not_(STILL_WAITING),
        on_or_after(decided_on, PILOT_FOR_SOME_FROM),
        on_or_before(decided_on, date(2026, 2, 28)),
        not_(PILOT_GROUP),
        holds(faces_street_homelessness),
        read_as(SUPPORT_LONGER_NOTICE_ON_REQUEST_OPEN, "yes"),
    ),
    standing=in_force(ONE_PERIOD_FROM),
    cites=(high(MOVE_ON_REQUEST), high(MOVE_ON_42)),
)

NOTICE_42 = Rule(
    name="support.notice-42",
    text=(
        "Everyone granted permission on or after 9 March 2026 has 42 days from the decision, as a matter of policy, "
        "and at least 28 days from the letter that ends support; the regulations still say 28 days."
    ),
    answers=SUPPORT_NOTICE_AFTER_GRANT,
    when=any_of(STILL_WAITING, on_or_after(decided_on, ONE_PERIOD_FROM)),
    gives=days(42),
    standing=in_force(ONE_PERIOD_FROM),
    cites=(high(MOVE_ON_42),),
    overrides=("support.notice-28",),
)

RULES = (
    DUTY,
    POWER,
    NO_CLAIM,
    NOT_DESTITUTE,
    AFTER_REFUSAL,
    NOTHING_AFTER_REFUSAL,
    BREACH_OF_CONDITIONS,
    RIGHTS_FLOOR,
    GROUND_NOT_DESTITUTE,
    GROUND_NOT_A_CLAIMANT,
    GROUND_CONDITIONS,
    GROUND_WORK_AS_BREACH,
    GROUND_ILLEGAL_WORK,
    GROUND_RIGHT_TO_WORK,
    GROUND_SELF_SUPPORT,
    GROUND_CRIME,
    SELF_CATERED,
    CATERED,
    PREGNANCY_ADDITION,
    BABY_ADDITION,
    CHILD_ADDITION,
    NOTICE_28,
    NOTICE_56_FOR_ALL,
    NOTICE_56_FOR_SOME,
    NOTICE_56_FOR_SOME_ENDED,
    NOTICE_ON_REQUEST,
    NOTICE_ON_REQUEST_ENDED,
    NOTICE_42,
)

RESTORING_ORDER_OPERATIONS = (
    Replace("support.duty", POWER_PROPOSED),
    Insert(PROPOSED_RIGHT_TO_WORK),
    Replace("support.ground-work-as-breach", PROPOSED_ILLEGAL_WORK),
    Insert(PROPOSED_CRIME),
    Insert(PROPOSED_REMOVAL),
    Insert(PROPOSED_SELF_MADE),
    Insert(PROPOSED_ASSETS),
)
