"""How many comparisons were made, between which engines, and of what kinds of value."""

from collections import Counter

from asylum_rules.language.subjects import Question

MADE: Counter[tuple[str, str]] = Counter()
"""By what was compared and by kind."""


class DisagreementError(AssertionError):
    """Two engines do not say the same of one case."""


def agree(what: str, kind: Question | str, *, held: bool, shown: object) -> None:
    """Count one comparison; raise where it fails."""
    MADE[what, kind if isinstance(kind, str) else str(kind.kind)] += 1
    if not held:
        raise DisagreementError(f"{what}: {shown}")


def table() -> list[str]:
    """The comparisons as lines of a table, by what was compared, with their kinds."""
    lines = []
    for what in dict.fromkeys(name for name, _ in MADE):
        kinds = {kind: count for (name, kind), count in MADE.items() if name == what}
        told = ", ".join(f"{kind} {count:,}" for kind, count in sorted(kinds.items()))
        lines.append(f"{sum(kinds.values()):>9,}  {what}: {told}")
    return [*lines, f"{sum(MADE.values()):>9,}  comparisons"]
