"""`asylum-rules population`."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import click

from asylum_rules.cli import options
from asylum_rules.cli.output import show, show_json
from asylum_rules.language.subjects import Profile
from asylum_rules.report.progress import shown_on


@click.command("population")
@click.argument("source", metavar="FILE")
@options.policies
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="A folder for rows, totals, rejected rows.")
@click.option("--by", multiple=True, metavar="FACT", help="Count by this fact too; may be given again.")
@options.questions
@options.under
@options.no_presume
@click.option("--overwrite", is_flag=True, help="Replace the folder where it is there already.")
@click.option("--strict", is_flag=True, help="Exit with 1 where a row was rejected.")
@click.option(
    "--engine", type=click.Choice(("local", "spark")), default="local", show_default=True, help="What does the work."
)
@click.option("--master", metavar="URL", help="Where Spark is, as spark://host:7077; without it, this machine.")
@options.style("table", "markdown", "json", "html")
def population_command(
    source: str,
    policy_ids: Sequence[str],
    out: Path | None,
    by: Sequence[str],
    questions: Sequence[str],
    under: Sequence[str],
    no_presume: bool,
    overwrite: bool,
    strict: bool,
    engine: str,
    master: str | None,
    style: str,
) -> int:
    """Say how many people of a population a second policy affects, who, and from what to what.

    FILE is a CSV or Parquet file, a folder of them or a pattern; its columns are named as the facts, and an empty cell
    is not known. Each row is answered as `diff` answers a case. With --out the folder holds `rows`, a Parquet file or
    more with each row's answers, `totals.parquet`, and `rejected.parquet` with the rows that are no case and why. It
    appears whole or not at all. Without --policy the two are uk/baseline and uk/proposed.
    """
    from asylum_rules.population.run import population
    from asylum_rules.report.population import to_json, to_markdown, to_table

    if master is not None and engine != "spark":
        raise click.UsageError("--master goes with --engine spark")
    first, *_, last = options.DEFAULT_POLICIES[Profile.PERSON]
    with ExitStack() as stack:
        progress = stack.enter_context(shown_on(sys.stderr))
        run = population
        if engine == "spark":
            from asylum_rules.population.spark import population_on_spark, session_on

            run = partial(population_on_spark, session=stack.enter_context(session_on(master or "local[*]")))
        found = run(
            source,
            options.policies_of(policy_ids or (first, last)),
            questions=questions or None,
            by=by,
            under=options.readings_of(under),
            presume=not no_presume,
            out=out,
            overwrite=overwrite,
            progress=progress,
        )
    match style:
        case "json":
            show_json(to_json(found), None)
        case "markdown":
            show(to_markdown(found), None)
        case "html":
            from asylum_rules.report.pages.population import to_html

            show(to_html(found), None)
        case _:
            show(to_table(found), None)
    return int(strict and found.rejected > 0)
