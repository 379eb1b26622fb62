"""What is always so of a case, declared beside the facts: a profile that breaks it is refused."""

from collections.abc import Mapping

from asylum_rules.language.build import all_of, any_of, at_least, holds, is_given, is_none, is_one_of, not_
from asylum_rules.language.cells import Impossible, SumBelow, World
from asylum_rules.language.subjects import Profile
from asylum_rules.model.person import (
    Claim,
    Entry,
    Route,
    children_aged_1_to_3,
    children_under_1,
    claim,
    claimed_on,
    decided_on,
    entry,
    further_submissions_on,
    household_size,
    is_child_in_family_claim,
    is_family_with_child,
    is_unaccompanied_child,
    route,
    was_unaccompanied_child_at_claim,
)

RESETTLED = (
    Route.UK_RESETTLEMENT_SCHEME,
    Route.COMMUNITY_SPONSORSHIP,
    Route.UNIVERSITY_SPONSORSHIP,
    Route.CORPORATE_SPONSORSHIP,
)
"""The routes of people who are resettled from abroad."""

PERSON_WORLD = World(
    orders=(
        (claimed_on, further_submissions_on),
        (claimed_on, decided_on),
        (further_submissions_on, decided_on),
    ),
    impossible=(
        Impossible(
            "a claim that is decided (`claim`) has a date of decision (`decided_on`)",
            all_of(is_one_of(claim, Claim.REFUGEE, Claim.HUMANITARIAN_PROTECTION, Claim.REFUSED), is_none(decided_on)),
        ),
        Impossible(
            "a claim made here (`route`, `claim`) has a date (`claimed_on`)",
            all_of(
                is_one_of(route, Route.IN_COUNTRY, Route.FRANCE_RECIPROCAL),
                not_(is_one_of(claim, Claim.NONE_MADE)),
                is_none(claimed_on),
            ),
        ),
        Impossible(
            "a child who is unaccompanied is not in a family claim (`is_child_in_family_claim`)",
            all_of(
                holds(is_child_in_family_claim),
                any_of(holds(was_unaccompanied_child_at_claim), holds(is_unaccompanied_child)),
            ),
        ),
        Impossible(
            "a person who is resettled (`route`) lodged no claim here (`claimed_on`)",
            all_of(is_one_of(route, *RESETTLED), any_of(is_given(claimed_on), is_given(further_submissions_on))),
        ),
        Impossible(
            "a person who is resettled (`route`) did not enter irregularly (`entry`)",
            all_of(
                is_one_of(route, *RESETTLED),
                is_one_of(entry, Entry.SMALL_BOAT, Entry.CONCEALED_IN_VEHICLE, Entry.OTHER_IRREGULAR),
            ),
        ),
        Impossible(
            "a household with young children is a family with a child (`is_family_with_child`)",
            all_of(
                not_(holds(is_family_with_child)),
                any_of(at_least(children_under_1, 1), at_least(children_aged_1_to_3, 1)),
            ),
        ),
        Impossible("a household counts the main applicant (`household_size`)", not_(at_least(household_size, 1))),
    ),
    sums=(
        SumBelow(
            "counts the main applicant as well as the young children",
            (children_under_1, children_aged_1_to_3),
            household_size,
        ),
    ),
)

BOAT_WORLD = World()

WORLDS: Mapping[Profile, World] = {Profile.PERSON: PERSON_WORLD, Profile.BOAT: BOAT_WORLD}
"""What is always so, by what a case is a profile of."""
