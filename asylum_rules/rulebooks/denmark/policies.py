"""The policies of Denmark: the rules in force on a day."""

from datetime import date

from asylum_rules.model.policy import Policy
from asylum_rules.rulebooks.denmark import protection
from asylum_rules.rulebooks.stages import rules_of_day

RULES = protection.RULES


def in_force(on: date) -> Policy:
    """Return the rules in force in Denmark on a day."""
    return rules_of_day("denmark", "Danish", on, RULES, protection.SCOPES)
