"""Who a protection rule speaks of: the conditions that several subjects share."""

from datetime import date
from typing import Final

from asylum_rules.language.build import all_of, any_of, holds, is_given, is_one_of, not_, on_or_after, read_as
from asylum_rules.language.subjects import FirstKnown
from asylum_rules.model.person import (
    Claim,
    Route,
    claim,
    claimed_on,
    further_submissions_on,
    on_work_and_study_route,
    route,
    was_unaccompanied_child_at_claim,
)
from asylum_rules.model.points import PROPOSAL_REACHES_EXISTING_CLAIMS, PROPOSAL_REACHES_LONE_CHILDREN
from asylum_rules.model.world import RESETTLED

lodged_on: Final = FirstKnown(
    name="lodged_on",
    text="Date on which the further submissions that led to the decision were lodged; without any, the claim.",
    of=(further_submissions_on, claimed_on),
)

ANNOUNCED_ON: Final = date(2025, 11, 17)
"""The day of the policy paper *Restoring Order and Control*."""

CLAIMED_HERE = all_of(
    is_one_of(claim, Claim.PENDING, Claim.REFUGEE, Claim.HUMANITARIAN_PROTECTION), is_given(lodged_on)
)
"""A claim made in the UK that is recognised, or may yet be."""

RECOGNISED_HERE = all_of(is_one_of(claim, Claim.REFUGEE, Claim.HUMANITARIAN_PROTECTION), is_given(lodged_on))
"""A claim made in the UK that is recognised."""

IS_RESETTLED = all_of(
    is_one_of(route, *RESETTLED), not_(is_one_of(claim, Claim.REFUSED, Claim.WITHDRAWN, Claim.INADMISSIBLE))
)
"""Brought from abroad with protection."""

BY_UK_RESETTLEMENT_SCHEME = is_one_of(route, Route.UK_RESETTLEMENT_SCHEME)

WAS_LONE_CHILD = holds(was_unaccompanied_child_at_claim)
"""An unaccompanied child when claiming; whoever turned 18 before the decision is counted in."""

ON_WORK_AND_STUDY = holds(on_work_and_study_route)

REACHED_BY_PROPOSALS = all_of(
    is_given(lodged_on),
    any_of(on_or_after(lodged_on, ANNOUNCED_ON), read_as(PROPOSAL_REACHES_EXISTING_CLAIMS, "yes")),
    any_of(not_(WAS_LONE_CHILD), read_as(PROPOSAL_REACHES_LONE_CHILDREN, "yes")),
)
"""Covered by the proposals. They do not say whether they reach earlier claims, or how they treat children."""
