"""The facts of a case with their values, as pages list them."""

from collections.abc import Mapping

from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Fact
from asylum_rules.model.profile import CaseBase, fact_named


def facts_of(case: CaseBase, values: Mapping[str, Value]) -> list[tuple[Fact, Value]]:
    """Return each fact of a case's profile with the value that is given for it."""
    return [(fact_named(type(case), name), value) for name, value in values.items()]
