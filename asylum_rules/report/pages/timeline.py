"""A timeline as a page: the picture and the same in words."""

from asylum_rules.report.pages.page import page
from asylum_rules.report.pages.picture import drawn
from asylum_rules.report.timeline import Timeline


def to_html(line: Timeline) -> str:
    """Return a timeline as one page that needs nothing else."""
    return page("timeline.html", line=line, picture=drawn(line))


def to_figure(line: Timeline) -> str | None:
    """Return the picture with its key, as a part of a page that has its styles; None where there is nothing to draw."""
    picture = drawn(line)
    return None if picture is None else page("figure.html", picture=picture)
