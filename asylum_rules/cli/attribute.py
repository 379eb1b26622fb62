"""`asylum-rules attribute`."""

from collections.abc import Sequence
from pathlib import Path

import click

from asylum_rules.cli import options
from asylum_rules.cli.output import show, show_json
from asylum_rules.diff.attribution import attribute_all
from asylum_rules.errors import InvalidInputError, Problem
from asylum_rules.report.attribution import to_json, to_table
from asylum_rules.report.casefile import read_case


@click.command("attribute")
@options.case
@options.policies
@options.questions
@options.under
@options.no_presume
@options.style("table", "json")
@options.out
def attribute_command(
    case: Path,
    policy_ids: Sequence[str],
    questions: Sequence[str],
    under: Sequence[str],
    no_presume: bool,
    style: str,
    out: Path | None,
) -> None:
    """Say which changes to the rules make the answers to one case change between two policies.

    For each answer that changes: every smallest set of changes that is enough by itself, and the changes without which
    it does not happen. Without --policy the two are uk/baseline and uk/proposed, for a boat france/before and
    france/doctrine.
    """
    profile = read_case(case)
    first, *_, last = options.DEFAULT_POLICIES[profile.profile]
    ids = policy_ids or (first, last)
    if len(ids) != 2:
        raise InvalidInputError("--policy", (Problem("", f"expected two policies, {len(ids)} given"),))
    base, other = options.policies_of(ids)
    found = attribute_all(
        base, other, profile, questions=questions or None, under=options.readings_of(under), presume=not no_presume
    )
    if style == "json":
        show_json(to_json(found), out)
    else:
        show(to_table(found), out)
