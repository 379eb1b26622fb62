"""What there is: `asylum-rules policies`, `facts`, `questions`, `points`, `sources` and `schema`."""

from collections.abc import Sequence
from pathlib import Path

import click

from asylum_rules.cli import options
from asylum_rules.cli.output import show, show_json
from asylum_rules.language.subjects import Profile
from asylum_rules.model.points import POINTS
from asylum_rules.model.questions import QUESTIONS
from asylum_rules.report.listing import (
    Record,
    fact_records,
    point_records,
    policy_records,
    question_records,
    shown,
    source_records,
)
from asylum_rules.report.schema import FACTS, OUTPUTS, case_schema, output_schema
from asylum_rules.rulebooks.catalogue import policies as catalogue


@click.command()
@options.style("table", "markdown", "json")
@options.out
def policies(style: str, out: Path | None) -> None:
    """List the policies."""
    _list(policy_records(catalogue.values()), ("id", "resolved", "title", "verified_until"), style, out)


@click.command()
@click.option("--profile", type=click.Choice([each.value for each in Profile]), default="person", show_default=True)
@options.style("table", "markdown", "json")
@options.out
def facts(profile: str, style: str, out: Path | None) -> None:
    """List the facts that a case file may state."""
    _list(fact_records(FACTS[Profile(profile)]), ("name", "kind", "codes", "none", "presumed", "text"), style, out)


@click.command()
@options.style("table", "markdown", "json")
@options.out
def questions(style: str, out: Path | None) -> None:
    """List the questions that policies may answer."""
    _list(question_records(QUESTIONS), ("name", "kind", "codes", "profile", "text"), style, out)


@click.command()
@options.style("table", "markdown", "json")
@options.out
def points(style: str, out: Path | None) -> None:
    """List the open points: what is not decided, its readings, and which policies turn on it."""
    records = point_records(POINTS, tuple(catalogue.values()))
    _list(records, ("name", "readings", "headline", "policies", "text"), style, out)


@click.command()
@click.argument("source", metavar="[ID]", required=False)
@options.style("table", "markdown", "json")
@options.out
def sources(source: str | None, style: str, out: Path | None) -> None:
    """List the documents that rules rest on, or show one with its rules."""
    records = source_records(tuple(catalogue.values()), source)
    columns = ("id", "publisher", "title", "published") if source is None else tuple(records[0])
    _list(records, columns, style, out)


@click.command()
@click.argument("command", metavar="[COMMAND]", type=click.Choice(OUTPUTS), required=False)
@options.out
def schema(command: str | None, out: Path | None) -> None:
    """Print the JSON Schema of a case file, or of the JSON that a command prints."""
    show_json(case_schema() if command is None else output_schema(command), out)


def _list(records: Sequence[Record], columns: Sequence[str], style: str, out: Path | None) -> None:
    if style == "json":
        show_json(records, out)
    else:
        show(shown(records, columns, "pipe" if style == "markdown" else "simple"), out)
