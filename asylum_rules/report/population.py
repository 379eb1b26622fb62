"""What comes of a population as JSON, as Markdown and as text for a terminal."""

from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Said
from asylum_rules.model.direction import Changed
from asylum_rules.model.plain import plain
from asylum_rules.population.result import FIRMNESS, Population
from asylum_rules.population.totals import Total, Transition
from asylum_rules.prose.value import said as in_words
from asylum_rules.report.comparison import NOT_ADVICE, Json, policy_json
from asylum_rules.version import __version__


def to_json(population: Population) -> Json:
    """Return the totals as JSON data."""
    return {
        "schema": 1,
        "library": __version__,
        "policies": [policy_json(policy) for policy in population.policies],
        "questions": [question.name for question in population.questions],
        "by": list(population.by),
        "rows": population.rows,
        "rejected": population.rejected,
        "synthetic": population.synthetic,
        "note": FIRMNESS,
        "totals": [_total(total, population) for total in population.totals],
        "nobody": [_transition(each) for each in population.nobody],
        "not_read": list(population.unused),
    }


def _total(total: Total, population: Population) -> Json:
    by = dict(zip(population.by, total.by, strict=True))
    return {**_transition(total.how), "by": by, "rows": total.rows}


def _transition(how: Transition) -> Json:
    return {
        "question": how.question.name,
        "policy": how.policy,
        "from": _answer(how.old, how.question),
        "to": _answer(how.new, how.question),
        "changed": _changed(how.changed),
        "direction": str(how.direction),
        "headline": {
            "from": _answer(how.headline_old, how.question),
            "to": _answer(how.headline_new, how.question),
            "direction": str(how.headline_direction),
        },
        "depends_on": {"facts": list(how.facts), "points": list(how.points)},
    }


def _changed(changed: Changed) -> bool | str:
    return "depends" if changed is None else changed


def _answer(answer: Said | None, question: Question) -> Json:
    if answer is None:
        return {"status": "depends", "text": "depends"}
    status, value = answer
    written: Json = {"status": str(status), "text": in_words(status, value, None, question)}
    return written if value is None else {**written, "value": plain(value)}


def to_table(population: Population) -> str:
    """Return the totals for a terminal."""
    return f"{population}\n\n{NOT_ADVICE}"


def to_markdown(population: Population) -> str:
    """Return the totals as a page of Markdown."""
    heading, *lines = population.lines("pipe")
    return "\n".join([f"# {heading}", *lines, "", f"*{NOT_ADVICE} asylum-rules {__version__}.*"])
