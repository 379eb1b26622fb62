"""The policies of the United Kingdom: the rules in force on a day, and the reforms laid over them."""

from datetime import date

from asylum_rules.model.policy import Policy
from asylum_rules.model.reform import Reform
from asylum_rules.rulebooks.stages import rules_of_day
from asylum_rules.rulebooks.uk import (
    appeals,
    citizenship,
    earned_settlement,
    family,
    france_scheme,
    leave,
    move_on,
    removal,
    repayment,
    settlement,
    settlement_conditions,
    support,
    support_payment,
    work,
)
from asylum_rules.rulebooks.uk.protection import ANNOUNCED_ON

SUBJECTS = (
    leave,
    settlement,
    settlement_conditions,
    support,
    support_payment,
    move_on,
    family,
    citizenship,
    appeals,
    removal,
    work,
    france_scheme,
)
RULES = tuple(rule for subject in SUBJECTS for rule in subject.RULES)
SCOPES = tuple(scope for subject in SUBJECTS for scope in subject.SCOPES)

BASELINE_DAY = date(2025, 11, 16)
"""The day before the reforms were announced."""

RESTORING_ORDER = Reform(
    name="restoring-order",
    title="Restoring Order and Control",
    on=ANNOUNCED_ON,
    operations=(
        *leave.RESTORING_ORDER_OPERATIONS,
        *settlement.RESTORING_ORDER_OPERATIONS,
        *settlement_conditions.RESTORING_ORDER_OPERATIONS,
        *support.RESTORING_ORDER_OPERATIONS,
        *support_payment.RESTORING_ORDER_OPERATIONS,
        *family.RESTORING_ORDER_OPERATIONS,
        *appeals.RESTORING_ORDER_OPERATIONS,
    ),
)
"""The policy paper of 17 November 2025."""

EARNED_SETTLEMENT = Reform(
    name="earned-settlement",
    title="A Fairer Pathway to Settlement",
    on=settlement.CONSULTED_ON,
    operations=(
        *earned_settlement.EARNED_SETTLEMENT_OPERATIONS,
        *settlement_conditions.EARNED_SETTLEMENT_OPERATIONS,
    ),
)
"""The consultation CP 1448 of 20 November 2025."""

BILL_105 = Reform(
    name="bill-105",
    title="the Immigration and Asylum Bill",
    on=appeals.BILL_INTRODUCED_ON,
    operations=(*appeals.BILL_105_OPERATIONS, *repayment.BILL_105_OPERATIONS),
    scopes=repayment.SCOPES,
)
"""Bill 105 of 2026-27, introduced on 30 June 2026."""

REFORMS = (RESTORING_ORDER, EARNED_SETTLEMENT, BILL_105)


def in_force(on: date) -> Policy:
    """Return the rules in force in the UK on a day."""
    return rules_of_day("uk", "UK", on, RULES, SCOPES)
