"""The facts of a person's case. Written from `contract/facts-person.toml`; do not edit."""

from enum import StrEnum

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact
from asylum_rules.units.word import Word


class Claim(StrEnum):
    """The codes of `claim`."""

    NONE_MADE = "none_made"
    PENDING = "pending"
    REFUGEE = "refugee"
    HUMANITARIAN_PROTECTION = "humanitarian_protection"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    INADMISSIBLE = "inadmissible"


class Route(StrEnum):
    """The codes of `route`."""

    IN_COUNTRY = "in_country"
    UK_RESETTLEMENT_SCHEME = "uk_resettlement_scheme"
    COMMUNITY_SPONSORSHIP = "community_sponsorship"
    UNIVERSITY_SPONSORSHIP = "university_sponsorship"
    CORPORATE_SPONSORSHIP = "corporate_sponsorship"
    FRANCE_RECIPROCAL = "france_reciprocal"
    FAMILY_REUNION = "family_reunion"


class Entry(StrEnum):
    """The codes of `entry`."""

    SMALL_BOAT = "small_boat"
    CONCEALED_IN_VEHICLE = "concealed_in_vehicle"
    OTHER_IRREGULAR = "other_irregular"
    VISA = "visa"
    VISIT_VISA = "visit_visa"
    VISA_FREE = "visa_free"
    RESETTLED = "resettled"


class English(StrEnum):
    """The codes of `english`."""

    NONE = "none"
    A1 = "a1"
    A2 = "a2"
    B1 = "b1"
    B2 = "b2"
    C1 = "c1"
    C2 = "c2"


class DanishGround(StrEnum):
    """The codes of `danish_ground`."""

    SECTION_7_1 = "7_1"
    SECTION_7_2 = "7_2"
    SECTION_7_3 = "7_3"
    SECTION_8 = "8"


class SponsorLeave(StrEnum):
    """The codes of `sponsor_leave`."""

    THIRTY_MONTHS = "thirty_months"
    FIVE_YEARS = "five_years"
    SETTLED = "settled"


as_of = Fact(
    name="as_of",
    kind=Kind.DATE,
    text="The day on which the case is looked at; nothing ever takes today for it.",
)

claimed_on = Fact(
    name="claimed_on",
    kind=Kind.DATE,
    text='Local UK date on which the asylum claim was lodged; "none" for a person resettled from abroad.',
    none=True,
)

further_submissions_on = Fact(
    name="further_submissions_on",
    kind=Kind.DATE,
    text="Date on which the further submissions that led to the decision were lodged.",
    none=True,
    presumed=Word.NONE,
)

claim = Fact(
    name="claim",
    kind=Kind.CODE,
    text="Where the claim stands. A claim under appeal is pending; refused means finally refused.",
    codes=tuple(Claim),
)

decided_on = Fact(
    name="decided_on",
    kind=Kind.DATE,
    text="Date on which permission was granted, or a refusal notified.",
    none=True,
)

arrived_on = Fact(
    name="arrived_on",
    kind=Kind.DATE,
    text="Date of arrival in the country.",
)

route = Fact(
    name="route",
    kind=Kind.CODE,
    text="The way into protection.",
    codes=tuple(Route),
)

entry = Fact(
    name="entry",
    kind=Kind.CODE,
    text="How the person entered the country.",
    codes=tuple(Entry),
)

was_unaccompanied_child_at_claim = Fact(
    name="was_unaccompanied_child_at_claim",
    kind=Kind.YES_NO,
    text="The person was an unaccompanied child when the claim was lodged.",
)

is_unaccompanied_child = Fact(
    name="is_unaccompanied_child",
    kind=Kind.YES_NO,
    text="The person is an unaccompanied child on the day the case is looked at.",
)

is_child_in_family_claim = Fact(
    name="is_child_in_family_claim",
    kind=Kind.YES_NO,
    text="The person is a child included in a parent's or carer's claim.",
    presumed=False,
)

is_family_with_child = Fact(
    name="is_family_with_child",
    kind=Kind.YES_NO,
    text="The household on the claim includes a child under 18.",
)

is_destitute = Fact(
    name="is_destitute",
    kind=Kind.YES_NO,
    text="Without adequate accommodation, or unable to meet other essential living needs.",
    assessed=True,
)

has_right_to_work = Fact(
    name="has_right_to_work",
    kind=Kind.YES_NO,
    text="The person is allowed to work.",
)

can_support_self = Fact(
    name="can_support_self",
    kind=Kind.YES_NO,
    text="The person is able to support themselves.",
    assessed=True,
)

worked_illegally = Fact(
    name="worked_illegally",
    kind=Kind.YES_NO,
    text="There are reasonable grounds to believe that the person worked without being allowed to.",
    assessed=True,
    presumed=False,
)

broke_the_law = Fact(
    name="broke_the_law",
    kind=Kind.YES_NO,
    text="The person has broken the law; how serious a breach must be is not stated.",
    presumed=False,
)

refuses_removal = Fact(
    name="refuses_removal",
    kind=Kind.YES_NO,
    text="The person does not comply with directions to leave.",
    presumed=False,
)

broke_support_conditions = Fact(
    name="broke_support_conditions",
    kind=Kind.YES_NO,
    text="The person broke the conditions of support, which covers disruption in accommodation.",
    presumed=False,
)

made_self_destitute = Fact(
    name="made_self_destitute",
    kind=Kind.YES_NO,
    text="The person made themselves destitute on purpose.",
    assessed=True,
    presumed=False,
)

refusing_support_breaches_rights = Fact(
    name="refusing_support_breaches_rights",
    kind=Kind.YES_NO,
    text="Refusing support would leave the person in inhuman or degrading conditions (article 3 ECHR).",
    assessed=True,
    presumed=False,
)

assets = Fact(
    name="assets",
    kind=Kind.MONEY,
    text="Value of what the person owns beyond necessities and things of sentimental value.",
)

household_size = Fact(
    name="household_size",
    kind=Kind.COUNT,
    text="People on the claim, counting the main applicant.",
)

is_pregnant = Fact(
    name="is_pregnant",
    kind=Kind.YES_NO,
    text="Someone on the claim is pregnant.",
    presumed=False,
)

children_under_1 = Fact(
    name="children_under_1",
    kind=Kind.COUNT,
    text="Children on the claim who are not yet one year old.",
    presumed=0,
)

children_aged_1_to_3 = Fact(
    name="children_aged_1_to_3",
    kind=Kind.COUNT,
    text="Children on the claim aged one, two or three.",
    presumed=0,
)

meals_provided = Fact(
    name="meals_provided",
    kind=Kind.YES_NO,
    text="The accommodation provides meals.",
    presumed=False,
)

delay_is_own_fault = Fact(
    name="delay_is_own_fault",
    kind=Kind.YES_NO,
    text="The wait for a decision is the person's own doing.",
    presumed=False,
)

on_work_and_study_route = Fact(
    name="on_work_and_study_route",
    kind=Kind.YES_NO,
    text="The person has moved to the proposed Protection Work and Study route.",
    presumed=False,
)

protection_still_needed = Fact(
    name="protection_still_needed",
    kind=Kind.YES_NO,
    text="Finding of an individual review; nationality never decides it.",
    assessed=True,
    presumed=True,
)

yearly_income = Fact(
    name="yearly_income",
    kind=Kind.MONEY,
    text="The lowest yearly taxable income of the three years just before applying.",
)

income_years = Fact(
    name="income_years",
    kind=Kind.COUNT,
    text="Years in a row, up to the application, with taxable income over 12,570 GBP.",
)

english = Fact(
    name="english",
    kind=Kind.CODE,
    text="Level of English on the Council of Europe scale.",
    codes=tuple(English),
    ordered=True,
)

passed_life_in_uk = Fact(
    name="passed_life_in_uk",
    kind=Kind.YES_NO,
    text="The person has passed the Life in the UK test.",
)

months_on_public_funds = Fact(
    name="months_on_public_funds",
    kind=Kind.COUNT,
    text="Months in which public funds were received; being entitled to them does not count.",
)

public_service_years = Fact(
    name="public_service_years",
    kind=Kind.COUNT,
    text="Years worked in a listed public service occupation.",
    presumed=0,
)

volunteers = Fact(
    name="volunteers",
    kind=Kind.YES_NO,
    text="The person does community work or volunteers.",
    presumed=False,
)

overstayed_months = Fact(
    name="overstayed_months",
    kind=Kind.COUNT,
    text="Months stayed beyond an earlier permission.",
    presumed=0,
)

owes_government_debt = Fact(
    name="owes_government_debt",
    kind=Kind.YES_NO,
    text="The person owes a debt to the NHS, the tax authority or another public body.",
    presumed=False,
)

has_criminal_record = Fact(
    name="has_criminal_record",
    kind=Kind.YES_NO,
    text="The person has a criminal record.",
    presumed=False,
)

settlement_applied_on = Fact(
    name="settlement_applied_on",
    kind=Kind.DATE,
    text="Date of the application for settlement.",
    none=True,
    presumed=Word.NONE,
)

citizenship_applied_on = Fact(
    name="citizenship_applied_on",
    kind=Kind.DATE,
    text="Date of the application for citizenship.",
    none=True,
    presumed=Word.NONE,
)

made_dangerous_journey = Fact(
    name="made_dangerous_journey",
    kind=Kind.YES_NO,
    text="The journey to the country was a dangerous one in the sense of the good character guidance.",
    assessed=True,
)

family_applied_at = Fact(
    name="family_applied_at",
    kind=Kind.MOMENT,
    text="London local time at which the family reunion application was made.",
    none=True,
    presumed=Word.NONE,
)

returned_to_france_before = Fact(
    name="returned_to_france_before",
    kind=Kind.YES_NO,
    text="The person has already been returned to France under the treaty.",
    presumed=False,
)

has_human_rights_claim = Fact(
    name="has_human_rights_claim",
    kind=Kind.YES_NO,
    text="A human rights claim is outstanding on the day of the transfer.",
    presumed=False,
)

court_bars_removal = Fact(
    name="court_bars_removal",
    kind=Kind.YES_NO,
    text="A court order or proceeding prevents removal.",
    presumed=False,
)

france_asked_within_14_days = Fact(
    name="france_asked_within_14_days",
    kind=Kind.YES_NO,
    text="The UK asked France to take the person within 14 days of arrival.",
)

has_safe_third_country_link = Fact(
    name="has_safe_third_country_link",
    kind=Kind.YES_NO,
    text="One of the five connections to a safe third country in section 80C NIAA 2002 is made out.",
    assessed=True,
)

danish_ground = Fact(
    name="danish_ground",
    kind=Kind.CODE,
    text="Section of the Danish Aliens Act under which protection was given.",
    codes=tuple(DanishGround),
)

meets_basic_residence_conditions = Fact(
    name="meets_basic_residence_conditions",
    kind=Kind.YES_NO,
    text="All basic conditions for permanent residence in Denmark are met.",
    assessed=True,
)

supplementary_conditions_met = Fact(
    name="supplementary_conditions_met",
    kind=Kind.COUNT,
    text="How many of the four supplementary conditions are met (0 to 4).",
)

treaty_requires_family_unity = Fact(
    name="treaty_requires_family_unity",
    kind=Kind.YES_NO,
    text="International obligations require earlier family reunification in this case.",
    assessed=True,
    presumed=False,
)

is_group_2_refugee = Fact(
    name="is_group_2_refugee",
    kind=Kind.YES_NO,
    text="The person was placed in group 2 under the differentiation of 2022, since paused.",
    assessed=True,
)

age = Fact(
    name="age",
    kind=Kind.COUNT,
    text="Age in whole years.",
)

is_disabled = Fact(
    name="is_disabled",
    kind=Kind.YES_NO,
    text="The person has a disability within the Equality Act 2010.",
    presumed=False,
)

faces_street_homelessness = Fact(
    name="faces_street_homelessness",
    kind=Kind.YES_NO,
    text="The person is at imminent risk of sleeping on the street.",
    assessed=True,
    presumed=False,
)

meets_section_4_condition = Fact(
    name="meets_section_4_condition",
    kind=Kind.YES_NO,
    text="One of the alternative conditions for support after a refusal is met.",
    assessed=True,
)

faces_genuine_obstacle_to_leaving = Fact(
    name="faces_genuine_obstacle_to_leaving",
    kind=Kind.YES_NO,
    text="Something genuine stands in the way of leaving the country.",
    assessed=True,
)

was_supported_as_adult = Fact(
    name="was_supported_as_adult",
    kind=Kind.YES_NO,
    text="The person received asylum support as an adult.",
)

is_married_to_british_citizen = Fact(
    name="is_married_to_british_citizen",
    kind=Kind.YES_NO,
    text="The person is married to a British citizen.",
    presumed=False,
)

is_close_family_of_british_citizen = Fact(
    name="is_close_family_of_british_citizen",
    kind=Kind.YES_NO,
    text="Parent, partner or child of a British citizen, meeting the core family rules.",
    presumed=False,
)

has_bno_status = Fact(
    name="has_bno_status",
    kind=Kind.YES_NO,
    text="The person holds British National (Overseas) status.",
    presumed=False,
)

years_as_global_talent_or_innovator = Fact(
    name="years_as_global_talent_or_innovator",
    kind=Kind.COUNT,
    text="Years held as Global Talent or Innovator Founder.",
    presumed=0,
)

family_decided_on = Fact(
    name="family_decided_on",
    kind=Kind.DATE,
    text="Date of the decision on the family member's application.",
    none=True,
    presumed=Word.NONE,
)

sponsor_leave = Fact(
    name="sponsor_leave",
    kind=Kind.CODE,
    text="Permission held by the person who sponsors the family member.",
    codes=tuple(SponsorLeave),
)

is_in_france = Fact(
    name="is_in_france",
    kind=Kind.YES_NO,
    text="The person is physically in France.",
)

has_identity_proof = Fact(
    name="has_identity_proof",
    kind=Kind.YES_NO,
    text="The person can prove their nationality.",
)

tried_illegal_crossing = Fact(
    name="tried_illegal_crossing",
    kind=Kind.YES_NO,
    text="The person has tried to cross the Channel illegally.",
)

came_back_by_small_boat = Fact(
    name="came_back_by_small_boat",
    kind=Kind.YES_NO,
    text="After an earlier return to France the person came back by small boat.",
)

awaits_support_decision = Fact(
    name="awaits_support_decision",
    kind=Kind.YES_NO,
    text="Whether the person may be supported while the claim runs is still being decided.",
    presumed=False,
)

is_protected_elsewhere = Fact(
    name="is_protected_elsewhere",
    kind=Kind.YES_NO,
    text="The person holds a French immigration status, or international protection in another country.",
    presumed=False,
)

FACTS: tuple[Fact, ...] = (
    as_of,
    claimed_on,
    further_submissions_on,
    claim,
    decided_on,
    arrived_on,
    route,
    entry,
    was_unaccompanied_child_at_claim,
    is_unaccompanied_child,
    is_child_in_family_claim,
    is_family_with_child,
    is_destitute,
    has_right_to_work,
    can_support_self,
    worked_illegally,
    broke_the_law,
    refuses_removal,
    broke_support_conditions,
    made_self_destitute,
    refusing_support_breaches_rights,
    assets,
    household_size,
    is_pregnant,
    children_under_1,
    children_aged_1_to_3,
    meals_provided,
    delay_is_own_fault,
    on_work_and_study_route,
    protection_still_needed,
    yearly_income,
    income_years,
    english,
    passed_life_in_uk,
    months_on_public_funds,
    public_service_years,
    volunteers,
    overstayed_months,
    owes_government_debt,
    has_criminal_record,
    settlement_applied_on,
    citizenship_applied_on,
    made_dangerous_journey,
    family_applied_at,
    returned_to_france_before,
    has_human_rights_claim,
    court_bars_removal,
    france_asked_within_14_days,
    has_safe_third_country_link,
    danish_ground,
    meets_basic_residence_conditions,
    supplementary_conditions_met,
    treaty_requires_family_unity,
    is_group_2_refugee,
    age,
    is_disabled,
    faces_street_homelessness,
    meets_section_4_condition,
    faces_genuine_obstacle_to_leaving,
    was_supported_as_adult,
    is_married_to_british_citizen,
    is_close_family_of_british_citizen,
    has_bno_status,
    years_as_global_talent_or_innovator,
    family_decided_on,
    sponsor_leave,
    is_in_france,
    has_identity_proof,
    tried_illegal_crossing,
    came_back_by_small_boat,
    awaits_support_decision,
    is_protected_elsewhere,
)
