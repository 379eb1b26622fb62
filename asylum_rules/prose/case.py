"""Facts as a case file states them, in one line."""

from collections.abc import Mapping

from asylum_rules.language.kinds import Value, plain_value


def of_values(values: Mapping[str, Value]) -> str:
    """Return facts, or readings of open points, with their values.

    >>> of_values({"claim": "refugee", "is_destitute": True})
    'claim = refugee, is_destitute = true'
    """
    return ", ".join(f"{name} = {_written(value)}" for name, value in values.items())


def _written(value: Value) -> str:
    plain = plain_value(value)
    return str(plain).lower() if isinstance(plain, bool) else str(plain)
