"""`asylum-rules timeline`."""

from collections.abc import Sequence
from pathlib import Path

import click

from asylum_rules.cli import options
from asylum_rules.cli.output import show, show_json
from asylum_rules.errors import InvalidInputError, Problem, path_named
from asylum_rules.language.subjects import Profile
from asylum_rules.model.cases import CaseProfile
from asylum_rules.report.casefile import read_case
from asylum_rules.report.comparison import NOT_ADVICE, until_note
from asylum_rules.report.timeline import timeline, timeline_json


@click.command("timeline")
@options.case
@options.policies
@options.under
@options.no_presume
@options.style("table", "json", "svg", "html")
@options.out
def timeline_command(
    case: Path,
    policy_ids: Sequence[str],
    under: Sequence[str],
    no_presume: bool,
    style: str,
    out: Path | None,
) -> None:
    """Show what happens when: claim, grant, each review, settlement, citizenship, under each policy."""
    profile = read_case(case)
    if not isinstance(profile, CaseProfile):
        raise InvalidInputError(path_named(case), (Problem("", "is about a boat; a timeline is of a person's case"),))
    policies = options.policies_of(policy_ids or options.DEFAULT_POLICIES[Profile.PERSON])
    line = timeline(policies, profile, under=options.readings_of(under), presume=not no_presume)
    match style:
        case "json":
            show_json(timeline_json(line), out)
        case "svg":
            from asylum_rules.report.pages.picture import timeline_svg

            show(timeline_svg(line), out)
        case "html":
            from asylum_rules.report.pages.timeline import to_html

            show(to_html(line), out)
        case _:
            marked = any(each.by_headline for events in line.events for each in events)
            mark = ["* under the headline readings"] if marked else []
            show("\n".join([str(line), "", *mark, until_note(policies), NOT_ADVICE]), out)
