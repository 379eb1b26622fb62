"""Case profiles: what is known of one person, or of one boat. Written from `contract/`; do not edit."""

from datetime import date, datetime
from typing import ClassVar, Never

from attrs import frozen

from asylum_rules.language.cells import World
from asylum_rules.language.subjects import Fact, Profile
from asylum_rules.model.boat import FACTS as BOAT_FACTS, Boarding, Sea, Zone
from asylum_rules.model.person import FACTS as PERSON_FACTS, Claim, DanishGround, English, Entry, Route, SponsorLeave
from asylum_rules.model.profile import LEFT_OUT, CaseBase, Unknown, read_case
from asylum_rules.model.world import BOAT_WORLD, PERSON_WORLD
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Money
from asylum_rules.units.word import Word


@frozen(kw_only=True, init=False, repr=False)
class CaseProfile(CaseBase):
    """What is known of one person's case.

    A fact that is not stated is unknown: never a default and never no. `UNKNOWN` keeps a fact from being
    presumed, and `NONE` says that it is rightly absent. Codes may be given as members or as strings, dates
    and amounts as values or as in a case file. Raises `InvalidInputError` with everything that is wrong.
    """

    profile: ClassVar[Profile] = Profile.PERSON
    facts: ClassVar[tuple[Fact, ...]] = PERSON_FACTS
    world: ClassVar[World] = PERSON_WORLD

    as_of: date | Unknown
    """The day on which the case is looked at; nothing ever takes today for it."""
    claimed_on: date | Word | Unknown
    """Local UK date on which the asylum claim was lodged; `NONE` for a person resettled from abroad."""
    further_submissions_on: date | Word | Unknown
    """Date on which the further submissions that led to the decision were lodged. Presumed none where left out."""
    claim: Claim | Unknown
    """Where the claim stands. A claim under appeal is pending; refused means finally refused."""
    decided_on: date | Word | Unknown
    """Date on which permission was granted, or a refusal notified."""
    arrived_on: date | Unknown
    """Date of arrival in the country."""
    route: Route | Unknown
    """The way into protection."""
    entry: Entry | Unknown
    """How the person entered the country."""
    was_unaccompanied_child_at_claim: bool | Unknown
    """The person was an unaccompanied child when the claim was lodged."""
    is_unaccompanied_child: bool | Unknown
    """The person is an unaccompanied child on the day the case is looked at."""
    is_child_in_family_claim: bool | Unknown
    """The person is a child included in a parent's or carer's claim. Presumed no where left out."""
    is_family_with_child: bool | Unknown
    """The household on the claim includes a child under 18."""
    is_destitute: bool | Unknown
    """Without adequate accommodation, or unable to meet other essential living needs. As assessed in the case."""
    has_right_to_work: bool | Unknown
    """The person is allowed to work."""
    can_support_self: bool | Unknown
    """The person is able to support themselves. As assessed in the case."""
    worked_illegally: bool | Unknown
    """There are reasonable grounds to believe that the person worked without being allowed to. As assessed in the case. Presumed no where left out."""
    broke_the_law: bool | Unknown
    """The person has broken the law; how serious a breach must be is not stated. Presumed no where left out."""
    refuses_removal: bool | Unknown
    """The person does not comply with directions to leave. Presumed no where left out."""
    broke_support_conditions: bool | Unknown
    """The person broke the conditions of support, which covers disruption in accommodation. Presumed no where left out."""
    made_self_destitute: bool | Unknown
    """The person made themselves destitute on purpose. As assessed in the case. Presumed no where left out."""
    refusing_support_breaches_rights: bool | Unknown
    """Refusing support would leave the person in inhuman or degrading conditions (article 3 ECHR). As assessed in the case. Presumed no where left out."""
    assets: Money | Unknown
    """Value of what the person owns beyond necessities and things of sentimental value."""
    household_size: int | Unknown
    """People on the claim, counting the main applicant."""
    is_pregnant: bool | Unknown
    """Someone on the claim is pregnant. Presumed no where left out."""
    children_under_1: int | Unknown
    """Children on the claim who are not yet one year old. Presumed no where left out."""
    children_aged_1_to_3: int | Unknown
    """Children on the claim aged one, two or three. Presumed no where left out."""
    meals_provided: bool | Unknown
    """The accommodation provides meals. Presumed no where left out."""
    delay_is_own_fault: bool | Unknown
    """The wait for a decision is the person's own doing. Presumed no where left out."""
    on_work_and_study_route: bool | Unknown
    """The person has moved to the proposed Protection Work and Study route. Presumed no where left out."""
    protection_still_needed: bool | Unknown
    """Finding of an individual review; nationality never decides it. As assessed in the case. Presumed yes where left out."""
    yearly_income: Money | Unknown
    """The lowest yearly taxable income of the three years just before applying."""
    income_years: int | Unknown
    """Years in a row, up to the application, with taxable income over 12,570 GBP."""
    english: English | Unknown
    """Level of English on the Council of Europe scale."""
    passed_life_in_uk: bool | Unknown
    """The person has passed the Life in the UK test."""
    months_on_public_funds: int | Unknown
    """Months in which public funds were received; being entitled to them does not count."""
    public_service_years: int | Unknown
    """Years worked in a listed public service occupation. Presumed no where left out."""
    volunteers: bool | Unknown
    """The person does community work or volunteers. Presumed no where left out."""
    overstayed_months: int | Unknown
    """Months stayed beyond an earlier permission. Presumed no where left out."""
    owes_government_debt: bool | Unknown
    """The person owes a debt to the NHS, the tax authority or another public body. Presumed no where left out."""
    has_criminal_record: bool | Unknown
    """The person has a criminal record. Presumed no where left out."""
    settlement_applied_on: date | Word | Unknown
    """Date of the application for settlement. Presumed none where left out."""
    citizenship_applied_on: date | Word | Unknown
    """Date of the application for citizenship. Presumed none where left out."""
    made_dangerous_journey: bool | Unknown
    """The journey to the country was a dangerous one in the sense of the good character guidance. As assessed in the case."""
    family_applied_at: Moment | Word | Unknown
    """London local time at which the family reunion application was made. Presumed none where left out."""
    returned_to_france_before: bool | Unknown
    """The person has already been returned to France under the treaty. Presumed no where left out."""
    has_human_rights_claim: bool | Unknown
    """A human rights claim is outstanding on the day of the transfer. Presumed no where left out."""
    court_bars_removal: bool | Unknown
    """A court order or proceeding prevents removal. Presumed no where left out."""
    france_asked_within_14_days: bool | Unknown
    """The UK asked France to take the person within 14 days of arrival."""
    has_safe_third_country_link: bool | Unknown
    """One of the five connections to a safe third country in section 80C NIAA 2002 is made out. As assessed in the case."""
    danish_ground: DanishGround | Unknown
    """Section of the Danish Aliens Act under which protection was given."""
    meets_basic_residence_conditions: bool | Unknown
    """All basic conditions for permanent residence in Denmark are met. As assessed in the case."""
    supplementary_conditions_met: int | Unknown
    """How many of the four supplementary conditions are met (0 to 4)."""
    treaty_requires_family_unity: bool | Unknown
    """International obligations require earlier family reunification in this case. As assessed in the case. Presumed no where left out."""
    is_group_2_refugee: bool | Unknown
    """The person was placed in group 2 under the differentiation of 2022, since paused. As assessed in the case."""
    age: int | Unknown
    """Age in whole years."""
    is_disabled: bool | Unknown
    """The person has a disability within the Equality Act 2010. Presumed no where left out."""
    faces_street_homelessness: bool | Unknown
    """The person is at imminent risk of sleeping on the street. As assessed in the case. Presumed no where left out."""
    meets_section_4_condition: bool | Unknown
    """One of the alternative conditions for support after a refusal is met. As assessed in the case."""
    faces_genuine_obstacle_to_leaving: bool | Unknown
    """Something genuine stands in the way of leaving the country. As assessed in the case."""
    was_supported_as_adult: bool | Unknown
    """The person received asylum support as an adult."""
    is_married_to_british_citizen: bool | Unknown
    """The person is married to a British citizen. Presumed no where left out."""
    is_close_family_of_british_citizen: bool | Unknown
    """Parent, partner or child of a British citizen, meeting the core family rules. Presumed no where left out."""
    has_bno_status: bool | Unknown
    """The person holds British National (Overseas) status. Presumed no where left out."""
    years_as_global_talent_or_innovator: int | Unknown
    """Years held as Global Talent or Innovator Founder. Presumed no where left out."""
    family_decided_on: date | Word | Unknown
    """Date of the decision on the family member's application. Presumed none where left out."""
    sponsor_leave: SponsorLeave | Unknown
    """Permission held by the person who sponsors the family member."""
    is_in_france: bool | Unknown
    """The person is physically in France."""
    has_identity_proof: bool | Unknown
    """The person can prove their nationality."""
    tried_illegal_crossing: bool | Unknown
    """The person has tried to cross the Channel illegally."""
    came_back_by_small_boat: bool | Unknown
    """After an earlier return to France the person came back by small boat."""
    awaits_support_decision: bool | Unknown
    """Whether the person may be supported while the claim runs is still being decided. Presumed no where left out."""
    is_protected_elsewhere: bool | Unknown
    """The person holds a French immigration status, or international protection in another country. Presumed no where left out."""

    def __init__(
        self,
        /,
        *,
        name: str | None = None,
        as_of: date | Unknown | str = LEFT_OUT,
        claimed_on: date | Word | Unknown | str = LEFT_OUT,
        further_submissions_on: date | Word | Unknown | str = LEFT_OUT,
        claim: Claim | Unknown | str = LEFT_OUT,
        decided_on: date | Word | Unknown | str = LEFT_OUT,
        arrived_on: date | Unknown | str = LEFT_OUT,
        route: Route | Unknown | str = LEFT_OUT,
        entry: Entry | Unknown | str = LEFT_OUT,
        was_unaccompanied_child_at_claim: bool | Unknown = LEFT_OUT,
        is_unaccompanied_child: bool | Unknown = LEFT_OUT,
        is_child_in_family_claim: bool | Unknown = LEFT_OUT,
        is_family_with_child: bool | Unknown = LEFT_OUT,
        is_destitute: bool | Unknown = LEFT_OUT,
        has_right_to_work: bool | Unknown = LEFT_OUT,
        can_support_self: bool | Unknown = LEFT_OUT,
        worked_illegally: bool | Unknown = LEFT_OUT,
        broke_the_law: bool | Unknown = LEFT_OUT,
        refuses_removal: bool | Unknown = LEFT_OUT,
        broke_support_conditions: bool | Unknown = LEFT_OUT,
        made_self_destitute: bool | Unknown = LEFT_OUT,
        refusing_support_breaches_rights: bool | Unknown = LEFT_OUT,
        assets: Money | Unknown | str | int | float = LEFT_OUT,
        household_size: int | Unknown = LEFT_OUT,
        is_pregnant: bool | Unknown = LEFT_OUT,
        children_under_1: int | Unknown = LEFT_OUT,
        children_aged_1_to_3: int | Unknown = LEFT_OUT,
        meals_provided: bool | Unknown = LEFT_OUT,
        delay_is_own_fault: bool | Unknown = LEFT_OUT,
        on_work_and_study_route: bool | Unknown = LEFT_OUT,
        protection_still_needed: bool | Unknown = LEFT_OUT,
        yearly_income: Money | Unknown | str | int | float = LEFT_OUT,
        income_years: int | Unknown = LEFT_OUT,
        english: English | Unknown | str = LEFT_OUT,
        passed_life_in_uk: bool | Unknown = LEFT_OUT,
        months_on_public_funds: int | Unknown = LEFT_OUT,
        public_service_years: int | Unknown = LEFT_OUT,
        volunteers: bool | Unknown = LEFT_OUT,
        overstayed_months: int | Unknown = LEFT_OUT,
        owes_government_debt: bool | Unknown = LEFT_OUT,
        has_criminal_record: bool | Unknown = LEFT_OUT,
        settlement_applied_on: date | Word | Unknown | str = LEFT_OUT,
        citizenship_applied_on: date | Word | Unknown | str = LEFT_OUT,
        made_dangerous_journey: bool | Unknown = LEFT_OUT,
        family_applied_at: Moment | Word | Unknown | str | datetime = LEFT_OUT,
        returned_to_france_before: bool | Unknown = LEFT_OUT,
        has_human_rights_claim: bool | Unknown = LEFT_OUT,
        court_bars_removal: bool | Unknown = LEFT_OUT,
        france_asked_within_14_days: bool | Unknown = LEFT_OUT,
        has_safe_third_country_link: bool | Unknown = LEFT_OUT,
        danish_ground: DanishGround | Unknown | str = LEFT_OUT,
        meets_basic_residence_conditions: bool | Unknown = LEFT_OUT,
        supplementary_conditions_met: int | Unknown = LEFT_OUT,
        treaty_requires_family_unity: bool | Unknown = LEFT_OUT,
        is_group_2_refugee: bool | Unknown = LEFT_OUT,
        age: int | Unknown = LEFT_OUT,
        is_disabled: bool | Unknown = LEFT_OUT,
        faces_street_homelessness: bool | Unknown = LEFT_OUT,
        meets_section_4_condition: bool | Unknown = LEFT_OUT,
        faces_genuine_obstacle_to_leaving: bool | Unknown = LEFT_OUT,
        was_supported_as_adult: bool | Unknown = LEFT_OUT,
        is_married_to_british_citizen: bool | Unknown = LEFT_OUT,
        is_close_family_of_british_citizen: bool | Unknown = LEFT_OUT,
        has_bno_status: bool | Unknown = LEFT_OUT,
        years_as_global_talent_or_innovator: int | Unknown = LEFT_OUT,
        family_decided_on: date | Word | Unknown | str = LEFT_OUT,
        sponsor_leave: SponsorLeave | Unknown | str = LEFT_OUT,
        is_in_france: bool | Unknown = LEFT_OUT,
        has_identity_proof: bool | Unknown = LEFT_OUT,
        tried_illegal_crossing: bool | Unknown = LEFT_OUT,
        came_back_by_small_boat: bool | Unknown = LEFT_OUT,
        awaits_support_decision: bool | Unknown = LEFT_OUT,
        is_protected_elsewhere: bool | Unknown = LEFT_OUT,
        **misspelt: Never,
    ) -> None:
        self.__attrs_init__(
            **read_case(
                type(self),
                name,
                {
                    "as_of": as_of,
                    "claimed_on": claimed_on,
                    "further_submissions_on": further_submissions_on,
                    "claim": claim,
                    "decided_on": decided_on,
                    "arrived_on": arrived_on,
                    "route": route,
                    "entry": entry,
                    "was_unaccompanied_child_at_claim": was_unaccompanied_child_at_claim,
                    "is_unaccompanied_child": is_unaccompanied_child,
                    "is_child_in_family_claim": is_child_in_family_claim,
                    "is_family_with_child": is_family_with_child,
                    "is_destitute": is_destitute,
                    "has_right_to_work": has_right_to_work,
                    "can_support_self": can_support_self,
                    "worked_illegally": worked_illegally,
                    "broke_the_law": broke_the_law,
                    "refuses_removal": refuses_removal,
                    "broke_support_conditions": broke_support_conditions,
                    "made_self_destitute": made_self_destitute,
                    "refusing_support_breaches_rights": refusing_support_breaches_rights,
                    "assets": assets,
                    "household_size": household_size,
                    "is_pregnant": is_pregnant,
                    "children_under_1": children_under_1,
                    "children_aged_1_to_3": children_aged_1_to_3,
                    "meals_provided": meals_provided,
                    "delay_is_own_fault": delay_is_own_fault,
                    "on_work_and_study_route": on_work_and_study_route,
                    "protection_still_needed": protection_still_needed,
                    "yearly_income": yearly_income,
                    "income_years": income_years,
                    "english": english,
                    "passed_life_in_uk": passed_life_in_uk,
                    "months_on_public_funds": months_on_public_funds,
                    "public_service_years": public_service_years,
                    "volunteers": volunteers,
                    "overstayed_months": overstayed_months,
                    "owes_government_debt": owes_government_debt,
                    "has_criminal_record": has_criminal_record,
                    "settlement_applied_on": settlement_applied_on,
                    "citizenship_applied_on": citizenship_applied_on,
                    "made_dangerous_journey": made_dangerous_journey,
                    "family_applied_at": family_applied_at,
                    "returned_to_france_before": returned_to_france_before,
                    "has_human_rights_claim": has_human_rights_claim,
                    "court_bars_removal": court_bars_removal,
                    "france_asked_within_14_days": france_asked_within_14_days,
                    "has_safe_third_country_link": has_safe_third_country_link,
                    "danish_ground": danish_ground,
                    "meets_basic_residence_conditions": meets_basic_residence_conditions,
                    "supplementary_conditions_met": supplementary_conditions_met,
                    "treaty_requires_family_unity": treaty_requires_family_unity,
                    "is_group_2_refugee": is_group_2_refugee,
                    "age": age,
                    "is_disabled": is_disabled,
                    "faces_street_homelessness": faces_street_homelessness,
                    "meets_section_4_condition": meets_section_4_condition,
                    "faces_genuine_obstacle_to_leaving": faces_genuine_obstacle_to_leaving,
                    "was_supported_as_adult": was_supported_as_adult,
                    "is_married_to_british_citizen": is_married_to_british_citizen,
                    "is_close_family_of_british_citizen": is_close_family_of_british_citizen,
                    "has_bno_status": has_bno_status,
                    "years_as_global_talent_or_innovator": years_as_global_talent_or_innovator,
                    "family_decided_on": family_decided_on,
                    "sponsor_leave": sponsor_leave,
                    "is_in_france": is_in_france,
                    "has_identity_proof": has_identity_proof,
                    "tried_illegal_crossing": tried_illegal_crossing,
                    "came_back_by_small_boat": came_back_by_small_boat,
                    "awaits_support_decision": awaits_support_decision,
                    "is_protected_elsewhere": is_protected_elsewhere,
                },
                misspelt,
            ),
        )


@frozen(kw_only=True, init=False, repr=False)
class BoatProfile(CaseBase):
    """What is known of one boat at one moment on the French Channel coast.

    A fact that is not stated is unknown: never a default and never no. `UNKNOWN` keeps a fact from being
    presumed, and `NONE` says that it is rightly absent. Codes may be given as members or as strings, dates
    and amounts as values or as in a case file. Raises `InvalidInputError` with everything that is wrong.
    """

    profile: ClassVar[Profile] = Profile.BOAT
    facts: ClassVar[tuple[Fact, ...]] = BOAT_FACTS
    world: ClassVar[World] = BOAT_WORLD

    on_date: date | Unknown
    """The day."""
    zone: Zone | Unknown
    """Where the boat is."""
    boarding: Boarding | Unknown
    """How far embarkation has gone."""
    people_aboard: int | Unknown
    """How many people are in the boat."""
    metres_from_shore: int | Unknown
    """Distance from the shore in metres."""
    suspected_taxi_boat: bool | Unknown
    """The boat is suspected of collecting passengers from the beaches."""
    person_in_danger: bool | Unknown
    """There is a distress signal, or people are in the water near the boat."""
    obeyed_order_to_stop: bool | Word | Unknown
    """The order to stop was obeyed; `NONE` where no order was given."""
    lifeboat_present: bool | Unknown
    """A lifeboat accompanies the operation."""
    sea: Sea | Unknown
    """State of the sea."""

    def __init__(
        self,
        /,
        *,
        name: str | None = None,
        on_date: date | Unknown | str = LEFT_OUT,
        zone: Zone | Unknown | str = LEFT_OUT,
        boarding: Boarding | Unknown | str = LEFT_OUT,
        people_aboard: int | Unknown = LEFT_OUT,
        metres_from_shore: int | Unknown = LEFT_OUT,
        suspected_taxi_boat: bool | Unknown = LEFT_OUT,
        person_in_danger: bool | Unknown = LEFT_OUT,
        obeyed_order_to_stop: bool | Word | Unknown | str = LEFT_OUT,
        lifeboat_present: bool | Unknown = LEFT_OUT,
        sea: Sea | Unknown | str = LEFT_OUT,
        **misspelt: Never,
    ) -> None:
        self.__attrs_init__(
            **read_case(
                type(self),
                name,
                {
                    "on_date": on_date,
                    "zone": zone,
                    "boarding": boarding,
                    "people_aboard": people_aboard,
                    "metres_from_shore": metres_from_shore,
                    "suspected_taxi_boat": suspected_taxi_boat,
                    "person_in_danger": person_in_danger,
                    "obeyed_order_to_stop": obeyed_order_to_stop,
                    "lifeboat_present": lifeboat_present,
                    "sea": sea,
                },
                misspelt,
            ),
        )
