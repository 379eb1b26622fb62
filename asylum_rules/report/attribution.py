"""Why the answers to a case change, for a terminal and as JSON."""

from collections.abc import Iterable, Sequence

from asylum_rules.diff.attribution import Attribution, Change, ScopeChange, Unattributed
from asylum_rules.report.comparison import NOT_ADVICE, Json, answer_json
from asylum_rules.version import __version__


def to_table(found: Sequence[Attribution | Unattributed]) -> str:
    """Return attributions for a terminal."""
    text = "\n\n".join(map(str, found)) or "No answer changes."
    granted = next((each.headlines for each in found if isinstance(each, Attribution)), {})
    note = "Open points with a headline are read so; `asylum-rules points` lists them.\n" if granted else ""
    return f"{text}\n\n{note}{NOT_ADVICE}"


def to_json(found: Iterable[Attribution | Unattributed]) -> Json:
    """Return attributions as JSON data."""
    return {"schema": 1, "library": __version__, "questions": [_attribution(each) for each in found]}


def _attribution(found: Attribution | Unattributed) -> Json:
    if isinstance(found, Unattributed):
        return {"question": found.question.name, "not_attributed": found.reason}
    return {
        "question": found.question.name,
        "from": answer_json(found.old),
        "to": answer_json(found.new),
        "headlines": dict(found.headlines),
        "sufficient": [[_change(each) for each in chosen] for chosen in found.sufficient],
        "necessary": [_change(each) for each in found.necessary],
    }


def _change(change: Change) -> Json:
    if isinstance(change, ScopeChange):
        return {"change": "scope", "question": change.question}
    return {
        "change": str(change.change),
        "question": change.question,
        "old": None if change.old is None else change.old.name,
        "new": None if change.new is None else change.new.name,
    }
