"""How facts, open points and answers are spoken of in a sentence."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Point, Question, Subject, Within


@frozen
class Words:
    """A subject in a sentence, to be finished by a value or a date: `the claim is`, `the claim was lodged`."""

    so: str
    not_so: str
    noun: str


def words_of(subject: Subject) -> Words:
    """Return how a subject is spoken of; of a fact that has no words of its own, by its name.

    >>> from asylum_rules.model.person import claimed_on
    >>> words_of(claimed_on)
    Words(so='the claim was lodged', not_so='no claim was lodged', noun='the day of the claim')
    """
    match subject:
        case _ if subject.name in WORDS:
            return WORDS[subject.name]
        case Question(text=text):
            return _thing(f"the answer to “{text}”")
        case Point(text=text):
            return Words(f"the open point “{text}” is read as", f"the open point “{text}” is not read as", text)
        case Within(text=text):
            return Words(text, f"it is not so that {text}", text)
    name = subject.name.replace("_", " ")
    return Words(name, f"not {name}", name) if subject.kind is Kind.YES_NO else _thing(name)


def code_of(code: str, subject: Subject) -> str:
    """Return a code of a subject in words."""
    own = CODES.get(subject.name, {}).get(code)
    return own or (code if subject.ordered else code.replace("_", " "))


def _thing(noun: str) -> Words:
    return Words(f"{noun} is", f"{noun} is not", noun)


def _it(so: str, not_so: str) -> Words:
    return Words(so, not_so, f"whether {so}")


def _person(so: str, not_so: str) -> Words:
    return _it(f"the person {so}", f"the person {not_so}")


WORDS: Final[Mapping[str, Words]] = {
    # dates
    "as_of": Words("the case is looked at", "the case is not looked at", "the day on which the case is looked at"),
    "claimed_on": Words("the claim was lodged", "no claim was lodged", "the day of the claim"),
    "further_submissions_on": Words(
        "further submissions were lodged", "no further submissions were lodged", "the day of the further submissions"
    ),
    "lodged_on": Words(
        "the claim, or the further submissions that led to the decision, was lodged",
        "no claim, and no further submissions that led to the decision, was lodged",
        "the day of the claim, or of the further submissions that led to the decision",
    ),
    "decided_on": Words("the decision was made", "no decision was made", "the day of the decision"),
    "arrived_on": Words("the person arrived", "the person did not arrive", "the day of arrival"),
    "settlement_applied_on": Words(
        "settlement was applied for", "settlement was not applied for", "the day of the application for settlement"
    ),
    "citizenship_applied_on": Words(
        "citizenship was applied for", "citizenship was not applied for", "the day of the application for citizenship"
    ),
    "family_applied_at": Words(
        "the family reunion application was made",
        "no family reunion application was made",
        "the time of the family reunion application",
    ),
    "family_decided_on": Words(
        "the family member's application was decided",
        "the family member's application was not decided",
        "the day of the decision on the family member's application",
    ),
    "on_date": Words("it happens", "it does not happen", "the day"),
    # codes
    "claim": _thing("the claim"),
    "route": _thing("the way into protection"),
    "entry": Words("the person entered", "the person did not enter", "the way of entry"),
    "english": _thing("the level of English"),
    "danish_ground": Words(
        "protection was given under", "protection was not given under", "the ground of protection in Denmark"
    ),
    "sponsor_leave": Words("the sponsor holds", "the sponsor does not hold", "the permission of the sponsor"),
    "zone": Words("the boat is", "the boat is not", "the place of the boat"),
    "boarding": Words("the boat is", "the boat is not", "how far boarding has gone"),
    "sea": _thing("the sea"),
    # counts and amounts
    "age": _thing("the person's age"),
    "household_size": _thing("the number of people on the claim"),
    "children_under_1": _thing("the number of children under one"),
    "children_aged_1_to_3": _thing("the number of children aged one, two or three"),
    "income_years": _thing("the number of years in a row with taxable income over £12,570"),
    "months_on_public_funds": _thing("the number of months in which public funds were received"),
    "public_service_years": _thing("the number of years worked in a listed public service occupation"),
    "overstayed_months": _thing("the number of months stayed beyond an earlier permission"),
    "supplementary_conditions_met": _thing("the number of supplementary conditions met"),
    "years_as_global_talent_or_innovator": _thing("the number of years held as Global Talent or Innovator Founder"),
    "people_aboard": _thing("the number of people aboard"),
    "metres_from_shore": _thing("the distance from the shore in metres"),
    "assets": _thing("the value of the assets"),
    "yearly_income": _thing("the yearly taxable income"),
    # yes or no
    "was_unaccompanied_child_at_claim": _person(
        "was an unaccompanied child when the claim was lodged",
        "was not an unaccompanied child when the claim was lodged",
    ),
    "is_unaccompanied_child": _person("is an unaccompanied child", "is not an unaccompanied child"),
    "is_child_in_family_claim": _person("is a child in a family claim", "is not a child in a family claim"),
    "is_family_with_child": _it(
        "the household includes a child under 18", "the household does not include a child under 18"
    ),
    "is_destitute": _person("is destitute", "is not destitute"),
    "has_right_to_work": _person("is allowed to work", "is not allowed to work"),
    "can_support_self": _person("can support themselves", "cannot support themselves"),
    "worked_illegally": _it(
        "there are reasonable grounds to believe that the person worked illegally",
        "there are no reasonable grounds to believe that the person worked illegally",
    ),
    "broke_the_law": _person("has broken the law", "has not broken the law"),
    "refuses_removal": _person(
        "fails to comply with directions to leave", "does not fail to comply with directions to leave"
    ),
    "broke_support_conditions": _person(
        "has broken the conditions of support", "has not broken the conditions of support"
    ),
    "made_self_destitute": _person(
        "made themselves destitute on purpose", "did not make themselves destitute on purpose"
    ),
    "refusing_support_breaches_rights": _it(
        "refusing support would leave the person in inhuman or degrading conditions",
        "refusing support would not leave the person in inhuman or degrading conditions",
    ),
    "is_pregnant": _it("someone on the claim is pregnant", "no one on the claim is pregnant"),
    "meals_provided": _it("meals are provided", "meals are not provided"),
    "waiting_at_most_twelve_months": _it(
        "the claim, or the further submissions, have been waiting for at most twelve months",
        "the claim, or the further submissions, have been waiting for more than twelve months, or not at all",
    ),
    "return_window_open": _it("three months since arrival are not over", "three months since arrival are over"),
    "delay_is_own_fault": _it("the delay is the person's own doing", "the delay is not the person's own doing"),
    "on_work_and_study_route": _person(
        "has moved to the Protection Work and Study route", "has not moved to the Protection Work and Study route"
    ),
    "protection_still_needed": _it(
        "a review finds that protection is still needed", "a review finds that protection is no longer needed"
    ),
    "passed_life_in_uk": _person("has passed the Life in the UK test", "has not passed the Life in the UK test"),
    "volunteers": _person("volunteers or does community work", "neither volunteers nor does community work"),
    "owes_government_debt": _person("owes a debt to a public body", "owes no debt to a public body"),
    "has_criminal_record": _person("has a criminal record", "has no criminal record"),
    "made_dangerous_journey": _it("the journey was a dangerous one", "the journey was not a dangerous one"),
    "returned_to_france_before": _person(
        "has been returned to France before", "has not been returned to France before"
    ),
    "has_human_rights_claim": _it("a human rights claim is outstanding", "no human rights claim is outstanding"),
    "court_bars_removal": _it("a court order or proceeding bars removal", "no court order or proceeding bars removal"),
    "france_asked_within_14_days": _it(
        "France was asked within 14 days of arrival to take the person",
        "France was not asked within 14 days of arrival to take the person",
    ),
    "has_safe_third_country_link": _it(
        "a connection to a safe third country is made out", "no connection to a safe third country is made out"
    ),
    "meets_basic_residence_conditions": _it(
        "every basic condition for permanent residence is met",
        "not every basic condition for permanent residence is met",
    ),
    "treaty_requires_family_unity": _it(
        "international obligations require earlier family reunification",
        "international obligations do not require earlier family reunification",
    ),
    "is_group_2_refugee": _person("was placed in group 2", "was not placed in group 2"),
    "is_disabled": _person("is disabled", "is not disabled"),
    "faces_street_homelessness": _person(
        "is at imminent risk of sleeping on the street", "is not at imminent risk of sleeping on the street"
    ),
    "meets_section_4_condition": _it(
        "one of the alternative conditions for support after a refusal is met",
        "none of the alternative conditions for support after a refusal is met",
    ),
    "faces_genuine_obstacle_to_leaving": _it(
        "something genuine stands in the way of leaving", "nothing genuine stands in the way of leaving"
    ),
    "was_supported_as_adult": _person(
        "received asylum support as an adult", "did not receive asylum support as an adult"
    ),
    "is_married_to_british_citizen": _person("is married to a British citizen", "is not married to a British citizen"),
    "is_close_family_of_british_citizen": _person(
        "is parent, partner or child of a British citizen under the core family rules",
        "is not parent, partner or child of a British citizen under the core family rules",
    ),
    "has_bno_status": _person(
        "holds British National (Overseas) status", "does not hold British National (Overseas) status"
    ),
    "is_in_france": _person("is in France", "is not in France"),
    "has_identity_proof": _person("can prove their nationality", "cannot prove their nationality"),
    "tried_illegal_crossing": _person(
        "has tried to cross the Channel illegally", "has not tried to cross the Channel illegally"
    ),
    "came_back_by_small_boat": _person(
        "came back by small boat after an earlier return", "did not come back by small boat after an earlier return"
    ),
    "awaits_support_decision": _it("support is still being decided on", "support is not still being decided on"),
    "is_protected_elsewhere": _person(
        "holds a French status, or protection in another country",
        "holds neither a French status nor protection in another country",
    ),
    "suspected_taxi_boat": _it("the boat is a suspected taxi boat", "the boat is not a suspected taxi boat"),
    "person_in_danger": _it("someone is in danger", "no one is in danger"),
    "obeyed_order_to_stop": _it("an order to stop was obeyed", "an order to stop was not obeyed"),
    "lifeboat_present": _it("a lifeboat is present", "no lifeboat is present"),
}

CODES: Final[Mapping[str, Mapping[str, str]]] = {
    "claim": {
        "none_made": "absent",
        "refugee": "recognised with refugee status",
        "humanitarian_protection": "recognised with humanitarian protection",
        "refused": "finally refused",
    },
    "route": {
        "in_country": "a claim in the country",
        "uk_resettlement_scheme": "the UK Resettlement Scheme",
        "france_reciprocal": "the scheme with France",
    },
    "entry": {
        "small_boat": "by small boat",
        "concealed_in_vehicle": "concealed in a vehicle",
        "other_irregular": "irregularly in another way",
        "visa": "with a visa",
        "visit_visa": "with a visit visa",
        "visa_free": "visa-free",
        "resettled": "by resettlement",
    },
    "english": {level: level.upper() for level in ("a1", "a2", "b1", "b2", "c1", "c2")},
    "danish_ground": {"7_1": "section 7(1)", "7_2": "section 7(2)", "7_3": "section 7(3)", "8": "section 8"},
    "sponsor_leave": {"settled": "settlement"},
    "zone": {
        "beach": "on the beach",
        "canal_or_river": "in a canal or river",
        "port": "in a port",
        "shallow_water": "in shallow water",
        "open_sea": "on the open sea",
    },
    "boarding": {"none_aboard": "empty", "loaded": "fully boarded"},
    "support.duty_ended": {"on_2026_06_02": "on 2 June 2026", "later_in_june": "later in June"},
    "settlement.core_period": {"up_to_twenty": "up to twenty years"},
    "settlement.core_clock": {"from_grant": "from the grant"},
    "earned.twelve_months_exactly": {"five": "five years", "ten": "ten years"},
    "support.over_65": {"sixty_five_or_older": "from 65"},
    "earned.reductions_combine": {"c1_on_top": "English at C1 on top"},
    "settlement.conditions": {
        "own_suitability": "suitability rules of its own",
        "part_suitability": "Part Suitability",
        "english_b2": "English at level B2",
        "life_in_uk": "Life in the UK test",
        "income": "income",
        "no_debt": "no debt to a public body",
        "repayment": "repayment of past support",
    },
    "support.entitlement": {"duty": "must be given (duty)", "power": "may be given (discretion)"},
    "support.grounds_against": {
        "not_a_claimant": "no claim that carries support",
        "can_support_self": "able to support themselves",
        "worked_illegally": "working illegally",
        "broke_the_law": "breaking the law",
        "refuses_removal": "not complying with directions to leave",
        "broke_conditions": "breach of the conditions of support",
        "made_self_destitute": "destitute on purpose",
    },
    "citizenship.illegal_entry": {"ten_year_lookback": "counted for ten years"},
    "interception.allowed": {"stop_launch": "the launch may be stopped", "intercept": "it may be intercepted"},
    "support.scheme": {"section_95a": "section 95A", "council": "support by a council"},
    "family_reunion.leave": {
        "in_line_with_sponsor": "in line with the sponsor's",
        "own_thirty_three_months": "33 months of their own",
    },
    "appeal.body": {
        "first_tier_tribunal": "First-tier Tribunal",
        "independent_appeals_authority": "independent appeals authority",
        "refugee_appeals_board": "Refugee Appeals Board",
        "none": "no appeal",
    },
    "return.to_france": {"power": "may be returned (discretion)", "none": "no return"},
    "return.third_country": {"power": "may be declared inadmissible (discretion)", "none": "considered here"},
    "return.to_rwanda": {"power": "may be removed (discretion)", "none": "no removal"},
}
