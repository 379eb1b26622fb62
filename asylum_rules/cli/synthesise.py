"""`asylum-rules synthesise`."""

import sys
from pathlib import Path

import click

from asylum_rules.report.progress import shown_on


@click.command("synthesise")
@click.argument("count", metavar="N", type=click.IntRange(1, 1_000_000_000))
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, metavar="FILE", help="A name in .csv or .parquet."
)
@click.option(
    "--seed",
    metavar="S",
    type=click.IntRange(0, 2**64 - 1),
    default=0,
    show_default=True,
    help="A whole number; the same one gives the same people.",
)
@click.option("--overwrite", is_flag=True, help="Replace the file where it is there already.")
def synthesise_command(count: int, out: Path, seed: int, overwrite: bool) -> None:
    """Write N made-up people to a file, as a population to try a reform on.

    Together they have the published shares of the people who claimed asylum in the UK from January 2024 to June 2026,
    as far as they are published; docs/synthetic-population.md says what is assumed beside them. Nobody in the file is
    real, and each row says so.
    """
    from asylum_rules.population.synthesisfile import write_synthetic

    with shown_on(sys.stderr) as progress:
        write_synthetic(count, out, seed=seed, overwrite=overwrite, progress=progress)
    click.echo(f"{count:,} made-up people, none of them real")
