"""`asylum-rules prove`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from asylum_rules.cli import options
from asylum_rules.cli.output import show, show_json
from asylum_rules.prove.named import NAMES, proved
from asylum_rules.report.casefile import read_case
from asylum_rules.report.comparison import NOT_ADVICE
from asylum_rules.report.proof import to_json


@click.command("prove")
@click.argument("name", metavar="PROPERTY", type=click.Choice(NAMES))
@click.argument("policy_ids", metavar="ID [ID]", shell_complete=options.policies_from, nargs=-1, required=True)
@options.questions
@click.option(
    "--given", type=click.Path(path_type=Path), metavar="CASE", help="Only cases that state what this file states."
)
@options.under
@click.option(
    "--readings",
    type=click.Choice(["all", "headline"]),
    default="all",
    show_default=True,
    help="Read open points in every way, or by their headline where they have one.",
)
@click.option(
    "--only",
    multiple=True,
    metavar="CONDITION",
    help="For only-affects, as `claim = ['pending']`; all hold where several.",
)
@click.option("--before", metavar="DATE", help="For nothing-before: claims lodged before this day.")
@click.option("--fact", metavar="F", help="For monotone: the fact of which more is never worse.")
@click.option(
    "--budget", type=click.IntRange(min=1), default=10_000, show_default=True, help="Milliseconds for the solver."
)
@options.style("table", "json")
@options.out
def prove_command(
    name: str,
    policy_ids: Sequence[str],
    questions: Sequence[str],
    given: Path | None,
    under: Sequence[str],
    readings: Literal["headline", "all"],
    only: Sequence[str],
    before: str | None,
    fact: str | None,
    budget: int,
    style: str,
    out: Path | None,
) -> int:
    """Prove that a property holds of every case, or show a case of which it does not.

    Of one policy: no-gap, no-clash, no-dead-rule, monotone (needs --fact). Of a change from one policy to another:
    equivalent, nobody-better-off, nobody-worse-off, only-affects (needs --only), nothing-before (needs --before).

    Exits 1 where the property is refuted, and where it was not settled.
    """
    found = proved(
        name,
        options.policies_of(policy_ids),
        only=only,
        before=None if before is None else options.day_of(before, "--before"),
        fact=fact,
        given=None if given is None else read_case(given),
        questions=questions or None,
        under=options.readings_of(under),
        readings=readings,
        budget=budget,
    )
    if style == "json":
        show_json(to_json(found), out)
    else:
        show(f"{found}\n\n{NOT_ADVICE}", out)
    return int(not found)
