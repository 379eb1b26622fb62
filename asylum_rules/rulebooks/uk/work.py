"""Work while a claim is pending, and after a grant."""

from asylum_rules.language.build import all_of, any_of, holds, is_one_of, not_
from asylum_rules.language.subjects import Within
from asylum_rules.model.person import Claim, as_of, claim, delay_is_own_fault, has_right_to_work
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import WORK_AFTER_GRANT, WORK_WHILE_WAITING
from asylum_rules.model.rule import Rule
from asylum_rules.rulebooks.documents import (
    FREE_MOVEMENT_WORK,
    PERMISSION_TO_WORK_GUIDANCE,
    RIGHT_TO_WORK_NOTE,
    RULE_CHANGES_MARCH_2026,
    RULES_2026_GUIDE,
    SAFE_RETURN_ANSWER,
    TEMPORARY_PERMISSION_NOTE,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force
from asylum_rules.rulebooks.uk.protection import IS_RESETTLED, RECOGNISED_HERE, lodged_on
from asylum_rules.units.span import months

WITHIN_TWELVE_MONTHS = Within(
    name="waiting_at_most_twelve_months",
    text="the claim, or the further submissions, have been waiting for at most twelve months",
    day=as_of,
    start=lodged_on,
    span=months(12),
)

SCOPES = (
    Scope(WORK_WHILE_WAITING, is_one_of(claim, Claim.PENDING)),
    Scope(WORK_AFTER_GRANT, any_of(RECOGNISED_HERE, IS_RESETTLED)),
)

NOT_YET = Rule(
    name="work.not-yet",
    text="Permission to work may be asked for only once the claim has been undecided for over twelve months.",
    answers=WORK_WHILE_WAITING,
    when=all_of(holds(WITHIN_TWELVE_MONTHS), not_(holds(has_right_to_work))),
    gives="not_yet",
    standing=in_force(),
    cites=(high(RIGHT_TO_WORK_NOTE), high(PERMISSION_TO_WORK_GUIDANCE, "paragraphs 360 and 360C")),
)

MAY_APPLY = Rule(
    name="work.may-apply",
    text=(
        "After twelve months, if the delay is not the person's own doing, permission may be asked for. It is limited "
        "to some occupations: from April 2024 to March 2026 those of the Immigration Salary List, before it those of "
        "the Shortage Occupation List; the test that took its place was not seen."
    ),
    answers=WORK_WHILE_WAITING,
    when=all_of(not_(holds(WITHIN_TWELVE_MONTHS)), not_(holds(has_right_to_work)), not_(holds(delay_is_own_fault))),
    gives="may_apply",
    standing=in_force(),
    cites=(
        high(RIGHT_TO_WORK_NOTE),
        high(PERMISSION_TO_WORK_GUIDANCE, "paragraphs 360 and 360C"),
        high(RULE_CHANGES_MARCH_2026, "part 11B"),
    ),
)

OWN_DELAY = Rule(
    name="work.own-delay",
    text="After twelve months of a delay that is the person's own doing there is no permission.",
    answers=WORK_WHILE_WAITING,
    when=all_of(not_(holds(WITHIN_TWELVE_MONTHS)), not_(holds(has_right_to_work)), holds(delay_is_own_fault)),
    gives="no",
    standing=in_force(),
    cites=(high(RIGHT_TO_WORK_NOTE), high(PERMISSION_TO_WORK_GUIDANCE, "paragraphs 360 and 360C")),
)

ALREADY_ALLOWED = Rule(
    name="work.already-allowed",
    text="Whoever holds permission that allows work keeps that right while waiting.",
    answers=WORK_WHILE_WAITING,
    when=holds(has_right_to_work),
    gives="already_allowed",
    standing=in_force(),
    cites=(high(FREE_MOVEMENT_WORK),),
)

UNRESTRICTED = Rule(
    name="work.after-grant",
    text="A grant of protection brings an unrestricted right to work.",
    answers=WORK_AFTER_GRANT,
    gives="yes",
    standing=in_force(),
    cites=(
        high(SAFE_RETURN_ANSWER),
        high(TEMPORARY_PERMISSION_NOTE),
        medium(RULES_2026_GUIDE, "on a grant of thirty months"),
    ),
)

RULES = (NOT_YET, MAY_APPLY, OWN_DELAY, ALREADY_ALLOWED, UNRESTRICTED)
