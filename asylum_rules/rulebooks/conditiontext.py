"""A condition given as a line of text: an inline table of facts, as a reform file writes it."""

from collections.abc import Mapping

from asylum_rules.errors import InvalidInputError
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Derived
from asylum_rules.language.walk import tests
from asylum_rules.model.anyone import anyone
from asylum_rules.model.points import POINTS
from asylum_rules.model.policy import Policy
from asylum_rules.rulebooks.reformcondition import condition_of
from asylum_rules.rulebooks.reformtable import Notes, Table
from asylum_rules.tablefile import table_in


def read_condition(text: str, policy: Policy) -> Condition:
    """Return the condition that a line of TOML states about facts and open points; all of its parts hold.

    Raises `InvalidInputError` with everything that is wrong.

    >>> from asylum_rules import policies
    >>> from asylum_rules.prose.condition import of_condition
    >>> of_condition(read_condition('claim = ["pending"]', policies["uk/latest"]))
    'the claim is pending'
    """
    table = Table(_table(text), Notes())
    tested = (test.subject for rule in policy.rules for test in tests(rule.applies))
    derived = (subject for subject in tested if isinstance(subject, Derived))
    subjects = {each.name: each for each in (*anyone(policy.profile).facts, *derived, *POINTS)}
    condition = condition_of(table, subjects)
    if not table.items:
        table.note("is empty, expected at least one fact")
    if table.notes.problems:
        raise InvalidInputError("condition", tuple(table.notes.problems))
    return condition


def _table(text: str) -> Mapping[str, object]:
    try:
        return table_in(text, ".toml", "facts")
    except InvalidInputError as error:
        raise InvalidInputError("condition", error.problems) from None
