"""`asylum-rules impact`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from asylum_rules.cli import options
from asylum_rules.cli.output import show, show_json
from asylum_rules.impact.impact import impact
from asylum_rules.report.casefile import read_case
from asylum_rules.report.impact import to_json, to_markdown, to_table


@click.command("impact")
@click.argument("policy_id", metavar="ID", shell_complete=options.policies_from)
@click.argument("other_id", metavar="ID", shell_complete=options.policies_from)
@click.option(
    "--given", type=click.Path(path_type=Path), metavar="CASE", help="Only cases that state what this file does."
)
@options.questions
@options.under
@click.option(
    "--readings",
    type=click.Choice(["headline", "all"]),
    default="headline",
    show_default=True,
    help="Read open points by their headline where they have one, or in every way.",
)
@click.option("--unchanged", is_flag=True, help="List the classes of cases whose answer stays too.")
@options.style("table", "markdown", "json", "html")
@options.out
def impact_command(
    policy_id: str,
    other_id: str,
    given: Path | None,
    questions: Sequence[str],
    under: Sequence[str],
    readings: Literal["headline", "all"],
    unchanged: bool,
    style: str,
    out: Path | None,
) -> None:
    """Say for whom a second policy changes the answers of a first, over every case there can be.

    Each class of cases comes with the old and the new answer, who is in it, the rules responsible, the open points it
    depends on, and the smallest case that shows it. Classes are exact and nothing is presumed.
    """
    base, other = options.policies_of((policy_id, other_id))
    found = impact(
        base,
        other,
        given=None if given is None else read_case(given),
        questions=questions or None,
        under=options.readings_of(under),
        readings=readings,
    )
    match style:
        case "json":
            show_json(to_json(found, unchanged=unchanged), out)
        case "markdown":
            show(to_markdown(found, unchanged=unchanged), out)
        case "html":
            from asylum_rules.report.pages.impact import to_html

            show(to_html(found, unchanged=unchanged), out)
        case _:
            show(to_table(found, unchanged=unchanged), out)
