"""`asylum-rules check`."""

from collections.abc import Sequence
from pathlib import Path

import click

from asylum_rules.cli import options
from asylum_rules.cli.output import show, show_json
from asylum_rules.lint.check import check_all
from asylum_rules.lint.finding import Level
from asylum_rules.report.findings import finding_records, finding_table
from asylum_rules.report.sarif import to_sarif
from asylum_rules.units.span import Span


@click.command("check")
@click.argument("names", metavar="[ID|FILE]...", shell_complete=options.policies_from, nargs=-1)
@click.option("--older-than", metavar="SPAN", help="Find rules last verified longer ago: P6M, P1Y. Needs --on.")
@click.option("--on", metavar="DATE", help="The day from which --older-than counts back.")
@options.style("table", "markdown", "json", "sarif")
@options.out
def check_command(names: Sequence[str], older_than: str | None, on: str | None, style: str, out: Path | None) -> int:
    """Look for what is wrong with policies and reform files; without one, with all of them and their sources.

    Exits 1 where an error or a warning is found. A note asks for a look and fails nothing.
    """
    if (older_than is None) is not (on is None):
        raise click.UsageError("--older-than and --on go together: how long ago is counted from a given day")
    found = check_all(
        names,
        older_than=None if older_than is None else Span.parse(older_than),
        on=None if on is None else options.day_of(on, "--on"),
    )
    match style:
        case "json":
            show_json(finding_records(found), out)
        case "sarif":
            show_json(to_sarif(found), out)
        case _:
            show(finding_table(found, markdown=style == "markdown"), out)
    return int(any(each.level is not Level.NOTE for each in found))
