"""Asylum support: a duty, then a power, and the grounds against it."""

from datetime import date

from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    any_of,
    holds,
    is_one_of,
    more_than,
    not_,
    read_as,
)
from asylum_rules.language.terms import Constant
from asylum_rules.model.person import (
    Claim,
    assets,
    awaits_support_decision,
    broke_support_conditions,
    broke_the_law,
    can_support_self,
    claim,
    faces_genuine_obstacle_to_leaving,
    has_right_to_work,
    is_destitute,
    is_family_with_child,
    is_unaccompanied_child,
    made_self_destitute,
    meets_section_4_condition,
    refuses_removal,
    refusing_support_breaches_rights,
    worked_illegally,
)
from asylum_rules.model.points import (
    SUPPORT_ASSETS_THRESHOLD,
    SUPPORT_DUTY_ENDED,
    SUPPORT_ILLEGAL_WORK_POWER_START,
)
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import (
    SUPPORT_ENTITLEMENT,
    SUPPORT_GROUNDS_AGAINST,
    SUPPORT_SCHEME,
)
from asylum_rules.model.reform import Insert, Replace
from asylum_rules.model.rule import Qualifier, Rule, amend
from asylum_rules.rulebooks.documents import (
    ACT_1999_95,
    ACT_2002_44,
    AIDA_RECEPTION,
    AIDA_SUPPORT_FORMS,
    ASAP_NOTE,
    ASSETS_REPORT,
    CAMPAIGN_LIST,
    CONDITIONS_OF_SUPPORT,
    COUNCIL_SUPPORT,
    DUTY_TO_POWER_REPORT,
    FAILED_SEEKERS_REGULATIONS,
    FAMILY_OFFER_REPORT,
    FAMILY_RETURNS_CONSULTATION,
    FAMILY_RETURNS_REPORT,
    GUARDIAN_SUPPORT,
    HOME_OFFICE_5_MARCH,
    ILLEGAL_WORK_GUIDANCE,
    LORDS_SCRUTINY,
    NRPF_ASYLUM_REFORMS,
    NRPF_NEW_PLAN,
    NRPF_SECTION_95,
    RECEPTION_REGULATIONS,
    RESTORING_ORDER,
    RIGHTS_FLOOR_REPORT,
    SCHEDULE_11,
    SECTION_4_POLICY,
    SETTLEMENT_PLANS_NOTE,
    SUPPORT_REGULATIONS_2,
    SUPPORT_REGULATIONS_PART_8,
    SUPPORT_SCRAP_REPORT,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force, proposed
from asylum_rules.rulebooks.uk.protection import ANNOUNCED_ON
from asylum_rules.sources.standing import Stage
from asylum_rules.units.money import pounds

LAID_ON = date(2026, 3, 5)
"""The three instruments on asylum support were laid before Parliament; the consultation on refused families opened."""

DUTY_ENDED_ON = date(2026, 6, 2)
"""The day of the operational guidance; that the duty ended in June 2026 is reported, on which day was not seen."""

DUTY_SURELY_ENDED_ON = date(2026, 7, 1)
"""The duty had ended by this day, whichever day of June it was."""

LATE_MARCH = date(2026, 3, 21)
LAST_DAY_OF_MARCH = date(2026, 3, 31)
"""The instrument on illegal work took effect in late March 2026; about the 26th or 27th, but the day was not seen."""

ILLEGAL_WORK_SURELY_FROM = date(2026, 4, 1)
"""The instrument on illegal work had taken effect by this day, whichever day of late March it was."""

AWAITS_OUTCOME = is_one_of(claim, Claim.PENDING, Claim.INADMISSIBLE)
"""Inadmissible is not refused: support runs on as for a pending claim until removal."""

REFUSED = is_one_of(claim, Claim.REFUSED)

REFUSED_FAMILY = all_of(REFUSED, holds(is_family_with_child))
"""A refused household with a child under 18 still counts as seeking asylum for support."""

REFUSED_OTHERWISE = all_of(REFUSED, not_(holds(is_family_with_child)))

COUNTS_AS_SEEKING_ASYLUM = any_of(AWAITS_OUTCOME, REFUSED_FAMILY)

CLAIM_MAY_CARRY_SUPPORT = is_one_of(claim, Claim.PENDING, Claim.INADMISSIBLE, Claim.REFUSED)

NOT_A_LONE_CHILD = not_(holds(is_unaccompanied_child))
"""Children who claim alone are supported by councils, outside these rules."""

SCOPES = (
    Scope(SUPPORT_SCHEME, ALWAYS),
    Scope(SUPPORT_ENTITLEMENT, any_of(not_(CLAIM_MAY_CARRY_SUPPORT), NOT_A_LONE_CHILD)),
    Scope(SUPPORT_GROUNDS_AGAINST, any_of(not_(CLAIM_MAY_CARRY_SUPPORT), NOT_A_LONE_CHILD)),
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

DUTY_IN_JUNE = amend(
    POWER,
    name="support.duty-in-june-2026",
    text="In June 2026, until the day on which the duty ended, support must still be offered.",
    when=all_of(DUTY.when, read_as(SUPPORT_DUTY_ENDED, "later_in_june")),
    gives=Constant("duty"),
    overrides=("support.power",),
    standing=in_force(DUTY_ENDED_ON, last=date(2026, 6, 30), then=Stage.REVOKED),
    cites=(medium(DUTY_TO_POWER_REPORT), medium(ILLEGAL_WORK_GUIDANCE, "day of the guidance")),
)

_ANNOUNCED = proposed((ANNOUNCED_ON, Stage.ANNOUNCED))

_SECTION_95A_SOURCES = (
    high(SCHEDULE_11),
    high(FAMILY_RETURNS_CONSULTATION),
    high(FAMILY_RETURNS_REPORT),
    high(NRPF_ASYLUM_REFORMS),
)

SECTION_95A_CONSULTED = proposed((ANNOUNCED_ON, Stage.ANNOUNCED), (LAID_ON, Stage.CONSULTED))
"""Schedule 11 was enacted in 2016 and never commenced; whether to commence it has been consulted on."""

POWER_PROPOSED = amend(
    DUTY,
    name="support.power-proposed",
    text="The duty to offer support ends; support is given at discretion.",
    gives=Constant("power"),
    standing=_ANNOUNCED,
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

OBSTACLE_TO_LEAVING = amend(
    AFTER_REFUSAL,
    name="support.obstacle-to-leaving",
    text=(
        "A destitute person whose claim is finally refused, with a child in the household or without, would be "
        "supported only where something genuine stands in the way of leaving. Enacted in 2016, not commenced."
    ),
    when=all_of(REFUSED, holds(is_destitute), holds(faces_genuine_obstacle_to_leaving)),
    overrides=("support.duty", "support.power-on-breach"),
    standing=SECTION_95A_CONSULTED,
    cites=_SECTION_95A_SOURCES,
)

NO_OBSTACLE_TO_LEAVING = amend(
    NOTHING_AFTER_REFUSAL,
    name="support.no-obstacle-to-leaving",
    text=(
        "After a final refusal support would end where nothing genuine stands in the way of leaving, for a family "
        "with a child too."
    ),
    when=all_of(REFUSED, holds(is_destitute), not_(holds(faces_genuine_obstacle_to_leaving))),
    overrides=("support.duty", "support.power-on-breach"),
    standing=SECTION_95A_CONSULTED,
    cites=(*_SECTION_95A_SOURCES, medium(SETTLEMENT_PLANS_NOTE, "refused families")),
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

# The scheme it falls under

COUNCIL = Rule(
    name="support.council",
    text="A child who claims alone is supported by a council.",
    answers=SUPPORT_SCHEME,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(is_unaccompanied_child)),
    gives="council",
    standing=in_force(),
    cites=(medium(COUNCIL_SUPPORT),),
)

SECTION_95 = Rule(
    name="support.section-95",
    text="People with an undetermined claim, and refused families with a child, fall under section 95.",
    answers=SUPPORT_SCHEME,
    when=all_of(COUNTS_AS_SEEKING_ASYLUM, NOT_A_LONE_CHILD),
    gives="section_95",
    standing=in_force(),
    cites=(high(ACT_1999_95), high(ACT_2002_44)),
)

SECTION_98 = Rule(
    name="support.section-98",
    text=(
        "While it is being decided whether a person who seems destitute falls under section 95, support is given for "
        "the time being under section 98."
    ),
    answers=SUPPORT_SCHEME,
    when=all_of(AWAITS_OUTCOME, NOT_A_LONE_CHILD, holds(awaits_support_decision)),
    gives="section_98",
    standing=in_force(),
    cites=(medium(NRPF_SECTION_95, "section 98"), medium(AIDA_RECEPTION)),
    overrides=("support.section-95",),
)

SECTION_4 = Rule(
    name="support.section-4",
    text="Refused people without a child in the household fall under section 4.",
    answers=SUPPORT_SCHEME,
    when=all_of(REFUSED_OTHERWISE, NOT_A_LONE_CHILD),
    gives="section_4",
    standing=in_force(),
    cites=(high(FAILED_SEEKERS_REGULATIONS, "regulation 3"), high(SECTION_4_POLICY)),
)

SECTION_95A = amend(
    SECTION_4,
    name="support.section-95a",
    text="Section 4 would be repealed: refused people, whether or not they have a child, fall under section 95A.",
    when=all_of(REFUSED, NOT_A_LONE_CHILD),
    gives=Constant("section_95a"),
    overrides=("support.section-95",),
    standing=SECTION_95A_CONSULTED,
    cites=(*_SECTION_95A_SOURCES, high(NRPF_NEW_PLAN)),
)

NO_SCHEME = Rule(
    name="support.no-scheme",
    text="Without a claim that carries support there is no scheme.",
    answers=SUPPORT_SCHEME,
    when=not_(CLAIM_MAY_CARRY_SUPPORT),
    gives="none",
    standing=in_force(),
    cites=(high(RECEPTION_REGULATIONS, "regulation 2"),),
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

GROUND_REFUSED_FAMILY = Rule(
    name="support.ground-refused-family",
    text="Support as for an undetermined claim would no longer reach refused families with a child.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=REFUSED_FAMILY,
    gives="not_a_claimant",
    standing=SECTION_95A_CONSULTED,
    cites=_SECTION_95A_SOURCES,
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
    standing=in_force(last=LAST_DAY_OF_MARCH),
    cites=(high(CONDITIONS_OF_SUPPORT),),
)

GROUND_ILLEGAL_WORK_IN_MARCH = Rule(
    name="support.ground-illegal-work-in-march-2026",
    text=(
        "In late March 2026, from the day on which the instrument took effect, reasonable grounds to believe that the "
        "person worked without being allowed to are a ground of their own. That day is not given here."
    ),
    answers=SUPPORT_GROUNDS_AGAINST,
    when=all_of(CLAIM_MAY_CARRY_SUPPORT, holds(worked_illegally), read_as(SUPPORT_ILLEGAL_WORK_POWER_START, "earlier")),
    gives="worked_illegally",
    standing=in_force(LATE_MARCH, last=LAST_DAY_OF_MARCH),
    cites=(medium(LORDS_SCRUTINY, "commencement in late March 2026"), medium(DUTY_TO_POWER_REPORT)),
    overrides=("support.ground-work-as-breach",),
)

GROUND_ILLEGAL_WORK = amend(
    GROUND_WORK_AS_BREACH,
    name="support.ground-illegal-work",
    text=(
        "Reasonable grounds to believe that the person worked without being allowed to. The instrument took effect in "
        "late March 2026, the guidance on 2 June."
    ),
    gives=Constant("worked_illegally"),
    standing=in_force(ILLEGAL_WORK_SURELY_FROM, before={ANNOUNCED_ON: Stage.ANNOUNCED, LAID_ON: Stage.LEGISLATED}),
    cites=(high(ILLEGAL_WORK_GUIDANCE), high(HOME_OFFICE_5_MARCH), medium(LORDS_SCRUTINY, "commencement")),
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

GROUNDS_IN_JUNE = Rule(
    name="support.grounds-in-june-2026",
    text="In June 2026, until the day on which the duty ended, the grounds that came with the power do not count.",
    answers=SUPPORT_GROUNDS_AGAINST,
    when=read_as(SUPPORT_DUTY_ENDED, "later_in_june"),
    gives=(),
    standing=in_force(DUTY_ENDED_ON, last=date(2026, 6, 30)),
    cites=(medium(DUTY_TO_POWER_REPORT), high(HOME_OFFICE_5_MARCH, "June 2026")),
    overrides=("support.ground-right-to-work", "support.ground-self-support", "support.ground-crime"),
)

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
    cites=(high(SUPPORT_SCRAP_REPORT), high(FAMILY_OFFER_REPORT, "families who refuse or obstruct")),
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
    cites=(high(ASSETS_REPORT, hedge="could"), high(SUPPORT_SCRAP_REPORT)),
)

RULES = (
    COUNCIL,
    SECTION_95,
    SECTION_98,
    SECTION_4,
    NO_SCHEME,
    DUTY,
    POWER,
    DUTY_IN_JUNE,
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
    GROUND_ILLEGAL_WORK_IN_MARCH,
    GROUND_ILLEGAL_WORK,
    GROUND_RIGHT_TO_WORK,
    GROUND_SELF_SUPPORT,
    GROUND_CRIME,
    GROUNDS_IN_JUNE,
)

RESTORING_ORDER_OPERATIONS = (
    Replace("support.duty", POWER_PROPOSED, enacted=DUTY_SURELY_ENDED_ON),
    Replace("support.after-refusal", OBSTACLE_TO_LEAVING),
    Replace("support.nothing-after-refusal", NO_OBSTACLE_TO_LEAVING),
    Replace("support.section-4", SECTION_95A),
    Insert(GROUND_REFUSED_FAMILY),
    Insert(PROPOSED_RIGHT_TO_WORK, enacted=DUTY_SURELY_ENDED_ON),
    Replace("support.ground-work-as-breach", PROPOSED_ILLEGAL_WORK, enacted=ILLEGAL_WORK_SURELY_FROM),
    Insert(PROPOSED_CRIME, enacted=DUTY_SURELY_ENDED_ON),
    Insert(PROPOSED_REMOVAL),
    Insert(PROPOSED_SELF_MADE),
    Insert(PROPOSED_ASSETS),
)
