"""`asylum-rules diff`."""

from collections.abc import Sequence
from pathlib import Path

import click

from asylum_rules.cli import options
from asylum_rules.cli.output import show, show_json
from asylum_rules.diff.comparison import diff
from asylum_rules.report.casefile import read_case
from asylum_rules.report.comparison import to_json, to_markdown, to_table


@click.command("diff")
@options.case
@options.policies
@options.questions
@options.under
@options.no_presume
@options.style("table", "markdown", "json", "html")
@options.out
def diff_command(
    case: Path,
    policy_ids: Sequence[str],
    questions: Sequence[str],
    under: Sequence[str],
    no_presume: bool,
    style: str,
    out: Path | None,
) -> None:
    """Compare policies for one case: how its outcomes change, and what they depend on.

    CASE is a TOML or JSON file of facts; `asylum-rules facts` lists them. The first policy is the one that the others
    are compared with; without --policy they are uk/baseline, uk/latest and uk/proposed, for a boat france/before and
    france/doctrine.
    """
    profile = read_case(case)
    comparison = diff(
        *options.policies_of(policy_ids or options.DEFAULT_POLICIES[profile.profile]),
        profile,
        questions=questions or None,
        under=options.readings_of(under),
        presume=not no_presume,
    )
    match style:
        case "json":
            show_json(to_json(comparison), out)
        case "markdown":
            show(to_markdown(comparison), out)
        case "html":
            from asylum_rules.report.pages.comparison import to_html

            show(to_html(comparison), out)
        case _:
            show(to_table(comparison), out)
