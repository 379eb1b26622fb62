"""Who hears an appeal, and what follows when a review finds protection no longer needed."""

from datetime import date

from asylum_rules.language.build import all_of, any_of, is_one_of, not_
from asylum_rules.model.person import Claim, claim
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import APPEAL_BODY, RETURN_WHEN_NOT_NEEDED
from asylum_rules.model.reform import Insert, Replace
from asylum_rules.model.rule import Rule
from asylum_rules.rulebooks.documents import (
    ACT_80B,
    APPEALS_BODY_NOTE,
    BILL_105_NOTE,
    RESTORING_ORDER,
    SAFE_RETURN_ANSWER,
    SETTLEMENT_PROTECTION_INSTRUCTION,
    STATUS_TEMPORARY_REPORT,
    high,
)
from asylum_rules.rulebooks.stages import in_force, proposed
from asylum_rules.rulebooks.uk.protection import ANNOUNCED_ON, IS_RESETTLED, REACHED_BY_PROPOSALS, RECOGNISED_HERE
from asylum_rules.sources.standing import Stage

BILL_INTRODUCED_ON = date(2026, 6, 30)
"""The Immigration and Asylum Bill (Bill 105) was introduced; not an Act on the last evidence, 1 October 2026."""

DECLARED_INADMISSIBLE = is_one_of(claim, Claim.INADMISSIBLE)

SCOPES = (
    Scope(APPEAL_BODY, is_one_of(claim, Claim.PENDING, Claim.REFUSED, Claim.INADMISSIBLE)),
    Scope(RETURN_WHEN_NOT_NEEDED, any_of(RECOGNISED_HERE, IS_RESETTLED)),
)

TRIBUNAL = Rule(
    name="appeal.tribunal",
    text="An appeal against a refusal is heard by the First-tier Tribunal.",
    answers=APPEAL_BODY,
    when=not_(DECLARED_INADMISSIBLE),
    gives="first_tier_tribunal",
    standing=in_force(),
    cites=(high(APPEALS_BODY_NOTE), high(BILL_105_NOTE)),
)

NO_APPEAL = Rule(
    name="appeal.none-where-inadmissible",
    text="To declare a claim inadmissible is not to refuse it, so it carries no protection appeal.",
    answers=APPEAL_BODY,
    when=DECLARED_INADMISSIBLE,
    gives="none",
    standing=in_force(),
    cites=(high(ACT_80B, "section 80B(2) and (3)"),),
)

NEW_BODY = Rule(
    name="appeal.new-body",
    text="A new independent body takes the place of the tribunal in this field, with one route of appeal.",
    answers=APPEAL_BODY,
    when=not_(DECLARED_INADMISSIBLE),
    gives="independent_appeals_authority",
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(RESTORING_ORDER), high(APPEALS_BODY_NOTE)),
)

NEW_BODY_IN_BILL = Rule(
    name="appeal.new-body-in-bill",
    text=(
        "The Independent Immigration Appeals Authority would take the place of the tribunal, after a time in which "
        "both run."
    ),
    answers=APPEAL_BODY,
    when=not_(DECLARED_INADMISSIBLE),
    gives="independent_appeals_authority",
    standing=proposed((BILL_INTRODUCED_ON, Stage.BILL)),
    cites=(high(BILL_105_NOTE),),
    succeeds=("appeal.new-body",),
)

MAY_LOSE_STATUS = Rule(
    name="return.may-lose-status",
    text=(
        "A person found in an individual review to need protection no longer may lose the status; that a country is "
        "called safe decides nothing by itself."
    ),
    answers=RETURN_WHEN_NOT_NEEDED,
    gives="may_lose_status",
    standing=in_force(),
    cites=(high(SAFE_RETURN_ANSWER), high(SETTLEMENT_PROTECTION_INSTRUCTION), high(STATUS_TEMPORARY_REPORT)),
)

LIABLE_TO_REMOVAL = Rule(
    name="return.liable-to-removal",
    text="A person who needs protection no longer becomes liable to removal and is expected to go home.",
    answers=RETURN_WHEN_NOT_NEEDED,
    when=all_of(RECOGNISED_HERE, REACHED_BY_PROPOSALS),
    gives="liable_to_removal",
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED)),
    cites=(high(RESTORING_ORDER), high(STATUS_TEMPORARY_REPORT)),
    overrides=("return.may-lose-status",),
)

RULES = (TRIBUNAL, NO_APPEAL, MAY_LOSE_STATUS)

RESTORING_ORDER_OPERATIONS = (Replace("appeal.tribunal", NEW_BODY), Insert(LIABLE_TO_REMOVAL))

BILL_105_OPERATIONS = (Replace("appeal.tribunal", NEW_BODY_IN_BILL),)
