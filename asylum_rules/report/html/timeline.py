"""A timeline as a page: the picture and the same in words."""

from asylum_rules.report.html.page import page
from asylum_rules.report.html.picture import drawn
from asylum_rules.report.timeline import Timeline


def to_html(line: Timeline) -> str:
    """Return a timeline as one page that needs nothing else."""
    return page("timeline.html", line=line, picture=drawn(line))
