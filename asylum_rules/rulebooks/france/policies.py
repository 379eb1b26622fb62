"""The French policies: the rules before the doctrine of 25 November 2025, and since."""

from datetime import date, timedelta

from asylum_rules.model.policy import Policy
from asylum_rules.rulebooks.france import interception
from asylum_rules.rulebooks.stages import rules_of_day

RULES = interception.RULES

BEFORE_DAY = interception.SIGNED_ON - timedelta(days=1)


def in_force(on: date) -> Policy:
    """Return the rules for boats in force on the French Channel coast on a day."""
    scopes = interception.SCOPES_BEFORE if on < interception.SIGNED_ON else interception.SCOPES
    return rules_of_day("france", "French", on, RULES, scopes)
