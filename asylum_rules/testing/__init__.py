"""Hypothesis strategies for tests of one's own: whole and partial cases, and cases on the edges of rules.

Installed with `pip install asylum-rules[testing]`. Hypothesis finds them by itself, so that
`st.from_type(CaseProfile)` works without importing this package.
"""

from asylum_rules.errors import AsylumRulesError
from asylum_rules.testing.registration import register

try:
    from asylum_rules.testing.changed import changed_profiles
    from asylum_rules.testing.figure import figures, spans
    from asylum_rules.testing.policy import random_policies
    from asylum_rules.testing.reform import random_reforms
    from asylum_rules.testing.strategies import (
        boat_profiles,
        boundary_profiles,
        case_profiles,
        fact_values,
        partial,
        readings,
    )
except ModuleNotFoundError as error:  # pragma: no cover  # the tests have it
    if error.name != "hypothesis":
        raise
    raise AsylumRulesError("the strategies need Hypothesis: pip install asylum-rules[testing]") from None

__all__ = [
    "boat_profiles",
    "boundary_profiles",
    "case_profiles",
    "changed_profiles",
    "fact_values",
    "figures",
    "partial",
    "random_policies",
    "random_reforms",
    "readings",
    "register",
    "spans",
]
