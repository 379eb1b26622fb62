"""Citations and standings in words."""

from datetime import date
from typing import Final

from asylum_rules.prose.value import of_day
from asylum_rules.sources.citation import Citation
from asylum_rules.sources.standing import Stage, Standing

_SINCE: Final = {
    Stage.DISPUTED: "disputed from",
    Stage.ANNOUNCED: "announced on",
    Stage.CONSULTED: "put to consultation on",
    Stage.BILL: "in a bill of",
    Stage.LEGISLATED: "legislated on",
    Stage.REVOKED: "revoked from",
    Stage.ENDED: "no longer in force from",
    Stage.PAUSED: "paused from",
    Stage.IN_FORCE: "in force from",
}


def of_citation(citation: Citation) -> str:
    """Return a citation: publisher, title, place, and the confidence where it is not high."""
    document = citation.document
    place = "" if citation.at is None else f", {citation.at}"
    sure = "" if citation.confidence == "high" else f" ({citation.confidence} confidence)"
    return f"{document.publisher}, {document.title}{place}{sure}"


def of_stage(stage: Stage) -> str:
    """Return a stage in words."""
    return stage.replace("_", " ")


def marked(text: str, standing: Stage | None) -> str:
    """Return what a rule says, marked with how far the rule has come where it is not in force.

    >>> marked("20 years", Stage.ANNOUNCED), marked("5 years", Stage.IN_FORCE)
    ('20 years [announced]', '5 years')
    """
    return text if standing in (None, Stage.IN_FORCE) else f"{text} [{of_stage(standing)}]"


def of_standing(standing: Standing) -> str:
    """Return the dated stages of a rule.

    >>> of_standing(Standing(((date(2025, 11, 17), Stage.ANNOUNCED), (date(2026, 3, 2), Stage.IN_FORCE)), date.max))
    'announced on 17 November 2025, in force from 2 March 2026'
    """
    return ", ".join(
        f"{of_stage(stage)} (first day not given here)" if since == date.min else f"{_SINCE[stage]} {of_day(since)}"
        for since, stage in standing.stages
    )
