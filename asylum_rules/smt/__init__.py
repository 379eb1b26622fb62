"""All cases at once, by a solver: proofs over dates and sums, and an engine to check the others against.

Installed with `pip install asylum-rules[smt]`.
"""

from asylum_rules.errors import AsylumRulesError

try:
    from asylum_rules.smt.proof import (
        Verdict,
        clash,
        equivalent,
        gap,
        monotone,
        never_better,
        never_worse,
        only_where,
        said,
    )
except ModuleNotFoundError as error:
    if error.name != "z3":
        raise
    raise AsylumRulesError("proofs over all cases need z3: pip install asylum-rules[smt]") from None

__all__ = [
    "Verdict",
    "clash",
    "equivalent",
    "gap",
    "monotone",
    "never_better",
    "never_worse",
    "only_where",
    "said",
]
