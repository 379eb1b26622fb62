"""Citations and standings in words."""

from datetime import date

from asylum_rules.prose.value import of_day
from asylum_rules.sources.citation import Citation
from asylum_rules.sources.standing import Stage, Standing


def of_citation(citation: Citation) -> str:
    """Return a citation: publisher, title, place, and the confidence where it is not high."""
    document = citation.document
    place = "" if citation.at is None else f", {citation.at}"
    sure = "" if citation.confidence == "high" else f" ({citation.confidence} confidence)"
    return f"{document.publisher}, {document.title}{place}{sure}"


def of_stage(stage: Stage) -> str:
    """Return a stage in words."""
    return stage.replace("_", " ")


def of_standing(standing: Standing) -> str:
    """Return the dated stages of a rule."""
    return ", ".join(
        f"{of_stage(stage)}, from a day not given here" if since == date.min else f"{of_stage(stage)} {of_day(since)}"
        for since, stage in standing.stages
    )
