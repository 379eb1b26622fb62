"""Many cases at once: rows in; answers, totals and change classes out. The only room that knows NumPy and Arrow."""

from asylum_rules.errors import AsylumRulesError

try:
    import numpy as np  # noqa: F401  # looked for here, so that its absence is told in one sentence
    import pyarrow as pa  # noqa: F401  # the same
except ModuleNotFoundError as error:  # pragma: no cover  # the tests have them
    if error.name not in ("numpy", "pyarrow"):
        raise
    raise AsylumRulesError("populations need NumPy and Arrow: pip install asylum-rules[population]") from None
