"""Hypothesis strategies for tests of one's own: whole and partial cases, and cases on the edges of rules.

Installed with `pip install asylum-rules[testing]`. Hypothesis finds them by itself, so that
`st.from_type(CaseProfile)` works without importing this package.
"""

from asylum_rules.errors import AsylumRulesError

try:
    from asylum_rules.testing.registration import register
    from asylum_rules.testing.strategies import (
        boat_profiles,
        boundary_profiles,
        case_profiles,
        fact_values,
        figures,
        partial,
        readings,
        spans,
    )
except ModuleNotFoundError as error:  # pragma: no cover  # the tests have it
    if error.name != "hypothesis":
        raise
    raise AsylumRulesError("the strategies need Hypothesis: pip install asylum-rules[testing]") from None

__all__ = [
    "boat_profiles",
    "boundary_profiles",
    "case_profiles",
    "fact_values",
    "figures",
    "partial",
    "readings",
    "register",
    "spans",
]
