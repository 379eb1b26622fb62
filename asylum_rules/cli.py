"""The command line: `asylum-rules`."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final, Literal, TypeVar

import click
from click.shell_completion import CompletionItem

from asylum_rules.decide.chosen import same_profile
from asylum_rules.errors import AsylumRulesError, InvalidInputError, Problem, printable, quoted
from asylum_rules.language.subjects import Profile
from asylum_rules.model.cases import CaseProfile
from asylum_rules.model.points import POINTS
from asylum_rules.model.policy import Policy
from asylum_rules.model.questions import QUESTIONS
from asylum_rules.report.casefile import read_case
from asylum_rules.rulebooks.catalogue import policies as catalogue
from asylum_rules.units.span import Span
from asylum_rules.version import __version__

DEFAULT_POLICIES: Final = {
    Profile.PERSON: ("uk/baseline", "uk/latest", "uk/proposed"),
    Profile.BOAT: ("france/before", "france/doctrine"),
}

PROPERTIES: Final = (
    "no-gap",
    "no-clash",
    "no-dead-rule",
    "monotone",
    "equivalent",
    "nobody-better-off",
    "nobody-worse-off",
    "only-affects",
    "nothing-before",
)
NOT_ADVICE: Final = "This explains law; it is not legal advice."

_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Commands(click.Group):
    """Turns errors into one message, with nothing in it that a terminal would obey, and exit 2."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401  # as click declares it
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except click.UsageError as error:
            usage = "" if error.ctx is None else f"{error.ctx.get_usage()}\n\n"
            click.echo(f"{usage}asylum-rules: {printable(error.format_message())}", err=True)
            code = 2
        except AsylumRulesError as error:
            message = "\n".join(printable(line) for line in str(error).splitlines())
            click.echo(f"asylum-rules: {message}", err=True)
            code = 2
        except click.Abort:
            code = 130
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if not isinstance(error, BrokenPipeError):
                click.echo(f"asylum-rules: cannot write: {(error.strerror or 'unknown reason').lower()}", err=True)
            code = 2
        sys.exit(code if isinstance(code, int) else 0)


@click.group(
    "asylum-rules", cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="asylum-rules")
def main() -> None:
    """What an asylum reform changes, for whom, and why.

    It explains law; it is not legal advice. Nothing of a case leaves this machine.
    """


def _policies_from(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return what completes the name of a policy in a shell; where nothing does, a file may."""
    return _completed(catalogue, begun) or [CompletionItem(begun, type="file")]


def _questions_from(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    return _completed((question.name for question in QUESTIONS), begun)


def _completed(names: Iterable[str], begun: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(begun)]


_case = click.argument("case", type=click.Path(path_type=Path))
_policy = click.option(
    "--policy",
    "policy_ids",
    multiple=True,
    metavar="ID",
    shell_complete=_policies_from,
    help="A policy, or the path of a reform file; may be given again.",
)
_questions = click.option(
    "--question",
    "questions",
    multiple=True,
    metavar="Q",
    shell_complete=_questions_from,
    help="Only this question; may be given again.",
)
_under = click.option(
    "--under", multiple=True, metavar="POINT=READING", help="Read an open point in one way; may be given again."
)
_presume = click.option("--no-presume", is_flag=True, help="Presume nothing about facts that the case does not state.")
_out = click.option("--out", type=click.Path(path_type=Path), metavar="F", help="Write to a file instead.")


def _format(*formats: str) -> Callable[[_Command], _Command]:
    return click.option("--format", "style", type=click.Choice(formats), default=formats[0], show_default=True)


@main.command("diff")
@_case
@_policy
@_questions
@_under
@_presume
@_format("table", "markdown", "json", "html")
@_out
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
    from asylum_rules.diff.comparison import diff
    from asylum_rules.report.comparison import to_json, to_markdown, to_table

    profile = read_case(case)
    comparison = diff(
        *_chosen(policy_ids or DEFAULT_POLICIES[profile.profile]),
        profile,
        questions=questions or None,
        under=_readings(under),
        presume=not no_presume,
    )
    match style:
        case "json":
            _print(_dumped(to_json(comparison)), out)
        case "markdown":
            _print(to_markdown(comparison), out)
        case "html":
            from asylum_rules.report.pages.comparison import to_html

            _print(to_html(comparison), out)
        case _:
            _print(to_table(comparison), out)


@main.command()
@_case
@click.option(
    "--policy",
    "policy_id",
    required=True,
    metavar="ID",
    shell_complete=_policies_from,
    help="A policy, or the path of a reform file.",
)
@_questions
@_under
@_presume
@_format("table", "json")
@_out
def explain(
    case: Path,
    policy_id: str,
    questions: Sequence[str],
    under: Sequence[str],
    no_presume: bool,
    style: str,
    out: Path | None,
) -> None:
    """Show the working of a policy's answers: each rule, what it read, and its sources; as sentences, or as JSON."""
    from asylum_rules.decide.trace import explain as explained
    from asylum_rules.prose.trace import of_trace
    from asylum_rules.report.trace import trace_json

    policy, profile = catalogue[policy_id], read_case(case)
    names = questions or tuple(question.name for question in policy.questions)
    readings = _readings(under)
    traces = [explained(policy, profile, name, under=readings, presume=not no_presume) for name in names]
    if style == "json":
        _print(_dumped([trace_json(trace, policy) for trace in traces]), out)
    else:
        _print("\n\n".join("\n".join(of_trace(trace, policy)) for trace in traces), out)


@main.command()
@_case
@_policy
@_under
@_presume
@_format("table", "json", "svg", "html")
@_out
def timeline(
    case: Path,
    policy_ids: Sequence[str],
    under: Sequence[str],
    no_presume: bool,
    style: str,
    out: Path | None,
) -> None:
    """Show what happens when: claim, grant, each review, settlement, citizenship, under each policy."""
    from asylum_rules.report.timeline import timeline as drawn, timeline_json

    profile = read_case(case)
    if not isinstance(profile, CaseProfile):
        raise InvalidInputError(quoted(str(case)), (Problem("", "is about a boat; a timeline is of a person's case"),))
    line = drawn(
        _chosen(policy_ids or DEFAULT_POLICIES[Profile.PERSON]), profile, under=_readings(under), presume=not no_presume
    )
    match style:
        case "json":
            _print(_dumped(timeline_json(line)), out)
        case "svg":
            from asylum_rules.report.pages.picture import timeline_svg

            _print(timeline_svg(line), out)
        case "html":
            from asylum_rules.report.pages.timeline import to_html

            _print(to_html(line), out)
        case _:
            every = (each for events in line.events for each in events)
            note = "" if all(each.settled or each.on is None for each in every) else "\n\n* under the headline readings"
            _print(f"{line}{note}", out)


@main.command("attribute")
@_case
@_policy
@_questions
@_under
@_presume
@_format("table", "json")
@_out
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
    from asylum_rules.diff.attribution import attribute_all
    from asylum_rules.report.attribution import to_json, to_table

    profile = read_case(case)
    first, *_, last = DEFAULT_POLICIES[profile.profile]
    ids = policy_ids or (first, last)
    if len(ids) != 2:
        raise InvalidInputError("--policy", (Problem("", f"expected two policies, {len(ids)} given"),))
    base, other = _chosen(ids)
    found = attribute_all(
        base, other, profile, questions=questions or None, under=_readings(under), presume=not no_presume
    )
    _print(_dumped(to_json(found)) if style == "json" else to_table(found), out)


@main.command()
@click.argument("policy_id", metavar="ID", shell_complete=_policies_from)
@click.argument("other_id", metavar="[ID]", shell_complete=_policies_from, required=False)
@_format("table", "markdown", "json", "html")
@_out
def rules(policy_id: str, other_id: str | None, style: str, out: Path | None) -> None:
    """Show the rules of a policy, or what a second policy changes in them.

    Rules come by question with their standing and sources, in Markdown and HTML as a page to be read from top to
    bottom; between two policies, those that are inserted, replaced, amended or repealed, old above new.
    """
    from asylum_rules.report.law import law_page
    from asylum_rules.report.listing import change_page, change_records, rule_page, rule_records
    from asylum_rules.report.pages.rules import changes_html, law_html

    policy = catalogue[policy_id]
    other = None if other_id is None else catalogue[other_id]
    if other is not None:
        same_profile((other,), policy.profile)
    match style, other:
        case "json", None:
            _print(_dumped(rule_records(policy)), out)
        case "markdown", None:
            _print(law_page(policy), out)
        case "html", None:
            _print(law_html(policy), out)
        case _, None:
            _print(rule_page(policy), out)
        case "json", Policy():
            _print(_dumped(change_records(policy, other)), out)
        case "html", Policy():
            _print(changes_html(policy, other), out)
        case _, Policy():
            _print(change_page(policy, other, markdown=style == "markdown"), out)


@main.command("impact")
@click.argument("policy_id", metavar="ID", shell_complete=_policies_from)
@click.argument("other_id", metavar="ID", shell_complete=_policies_from)
@click.option(
    "--given", type=click.Path(path_type=Path), metavar="CASE", help="Only cases that state what this file does."
)
@_questions
@_under
@click.option(
    "--readings",
    type=click.Choice(["headline", "all"]),
    default="headline",
    show_default=True,
    help="Read open points by their headline where they have one, or in every way.",
)
@click.option("--unchanged", is_flag=True, help="List the classes of cases whose answer stays too.")
@_format("table", "markdown", "json", "html")
@_out
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
    from asylum_rules.impact.impact import impact
    from asylum_rules.report.impact import to_json, to_markdown, to_table

    base, other = _chosen((policy_id, other_id))
    found = impact(
        base,
        other,
        given=None if given is None else read_case(given),
        questions=questions or None,
        under=_readings(under),
        readings=readings,
    )
    match style:
        case "json":
            _print(_dumped(to_json(found, unchanged=unchanged)), out)
        case "markdown":
            _print(to_markdown(found, unchanged=unchanged), out)
        case "html":
            from asylum_rules.report.pages.impact import to_html

            _print(to_html(found, unchanged=unchanged), out)
        case _:
            _print(to_table(found, unchanged=unchanged), out)


@main.command("prove")
@click.argument("name", metavar="PROPERTY", type=click.Choice(PROPERTIES))
@click.argument("policy_ids", metavar="ID [ID]", shell_complete=_policies_from, nargs=-1, required=True)
@_questions
@click.option(
    "--given", type=click.Path(path_type=Path), metavar="CASE", help="Only cases that state what this file states."
)
@_under
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
@_format("table", "json")
@_out
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
    from asylum_rules.prove.named import proved
    from asylum_rules.report.proof import to_json

    found = proved(
        name,
        _chosen(policy_ids),
        only=only,
        before=None if before is None else _day(before, "--before"),
        fact=fact,
        given=None if given is None else read_case(given),
        questions=questions or None,
        under=_readings(under),
        readings=readings,
        budget=budget,
    )
    _print(_dumped(to_json(found)) if style == "json" else f"{found}\n\n{NOT_ADVICE}", out)
    return int(not found)


@main.command()
@_format("table", "markdown", "json")
@_out
def policies(style: str, out: Path | None) -> None:
    """List the policies."""
    from asylum_rules.report.listing import policy_records

    _list(policy_records(catalogue.values()), ("id", "resolved", "title", "verified_until"), style, out)


@main.command()
@click.option("--profile", type=click.Choice([each.value for each in Profile]), default="person", show_default=True)
@_format("table", "markdown", "json")
@_out
def facts(profile: str, style: str, out: Path | None) -> None:
    """List the facts that a case file may state."""
    from asylum_rules.report.listing import fact_records
    from asylum_rules.report.schema import FACTS

    _list(fact_records(FACTS[Profile(profile)]), ("name", "kind", "codes", "none", "presumed", "text"), style, out)


@main.command()
@_format("table", "markdown", "json")
@_out
def questions(style: str, out: Path | None) -> None:
    """List the questions that policies may answer."""
    from asylum_rules.report.listing import question_records

    _list(question_records(QUESTIONS), ("name", "kind", "codes", "profile", "text"), style, out)


@main.command()
@_format("table", "markdown", "json")
@_out
def points(style: str, out: Path | None) -> None:
    """List the open points: what is not decided, its readings, and which policies turn on it."""
    from asylum_rules.report.listing import point_records

    records = point_records(POINTS, tuple(catalogue.values()))
    _list(records, ("name", "readings", "headline", "policies", "text"), style, out)


@main.command()
@click.argument("source", metavar="[ID]", required=False)
@_format("table", "markdown", "json")
@_out
def sources(source: str | None, style: str, out: Path | None) -> None:
    """List the documents that rules rest on, or show one with its rules."""
    from asylum_rules.report.listing import source_records

    records = source_records(tuple(catalogue.values()), source)
    columns = ("id", "publisher", "title", "published") if source is None else tuple(records[0])
    _list(records, columns, style, out)


@main.command("check")
@click.argument("names", metavar="[ID|FILE]...", shell_complete=_policies_from, nargs=-1)
@click.option("--older-than", metavar="SPAN", help="Find rules last verified longer ago: P6M, P1Y. Needs --on.")
@click.option("--on", metavar="DATE", help="The day from which --older-than counts back.")
@_format("table", "markdown", "json", "sarif")
@_out
def check_command(names: Sequence[str], older_than: str | None, on: str | None, style: str, out: Path | None) -> int:
    """Look for what is wrong with policies and reform files; without one, with all of them and their sources.

    Exits 1 where an error or a warning is found. A note asks for a look and fails nothing.
    """
    from asylum_rules.lint.check import check_all
    from asylum_rules.lint.finding import Level
    from asylum_rules.report.findings import finding_records, finding_table
    from asylum_rules.report.sarif import to_sarif

    if (older_than is None) is not (on is None):
        raise click.UsageError("--older-than and --on go together: how long ago is counted from a given day")
    found = check_all(
        names,
        older_than=None if older_than is None else Span.parse(older_than),
        on=None if on is None else _day(on, "--on"),
    )
    match style:
        case "json":
            _print(_dumped(finding_records(found)), out)
        case "sarif":
            _print(_dumped(to_sarif(found)), out)
        case _:
            _print(finding_table(found, markdown=style == "markdown"), out)
    return int(any(each.level is not Level.NOTE for each in found))


@main.command("population")
@click.argument("source", metavar="FILE")
@_policy
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="A folder for rows, totals, rejected rows.")
@click.option("--by", multiple=True, metavar="FACT", help="Count by this fact too; may be given again.")
@_questions
@_under
@_presume
@click.option("--overwrite", is_flag=True, help="Replace the folder where it is there already.")
@click.option("--strict", is_flag=True, help="Exit with 1 where a row was rejected.")
@click.option(
    "--engine", type=click.Choice(("local", "spark")), default="local", show_default=True, help="What does the work."
)
@click.option("--master", metavar="URL", help="Where Spark is, as spark://host:7077; without it, this machine.")
@_format("table", "markdown", "json", "html")
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
    from asylum_rules.report.progress import shown_on

    if master is not None and engine != "spark":
        raise click.UsageError("--master goes with --engine spark")
    first, *_, last = DEFAULT_POLICIES[Profile.PERSON]
    with ExitStack() as stack:
        progress = stack.enter_context(shown_on(sys.stderr))
        run = population
        if engine == "spark":
            from asylum_rules.population.spark import population_on_spark, session_on

            run = partial(population_on_spark, session=stack.enter_context(session_on(master or "local[*]")))
        found = run(
            source,
            _chosen(policy_ids or (first, last)),
            questions=questions or None,
            by=by,
            under=_readings(under),
            presume=not no_presume,
            out=out,
            overwrite=overwrite,
            progress=progress,
        )
    match style:
        case "json":
            _print(_dumped(to_json(found)), None)
        case "markdown":
            _print(to_markdown(found), None)
        case "html":
            from asylum_rules.report.pages.population import to_html

            _print(to_html(found), None)
        case _:
            _print(to_table(found), None)
    return int(strict and found.rejected > 0)


@main.command("synthesise")
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
    from asylum_rules.report.progress import shown_on

    with shown_on(sys.stderr) as progress:
        write_synthetic(count, out, seed=seed, overwrite=overwrite, progress=progress)
    click.echo(f"{count:,} made-up people, none of them real")


@main.command("explorer")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The folder to write.")
@click.option(
    "--pyodide",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    default=Path("node_modules/pyodide"),
    show_default=True,
    help="The npm package `pyodide`, as `npm install pyodide@314` lays it down.",
)
@click.option("--overwrite", is_flag=True, help="Replace the folder where it is there already.")
def explorer_command(out: Path, pyodide: Path, overwrite: bool) -> None:
    """Write a page that answers in its reader's own browser: a folder of files for any web server.

    It runs this library under Pyodide, so nothing that a reader enters is sent anywhere. To see it here:
    `python3 -m http.server --directory DIR`, then http://localhost:8000.
    """
    from asylum_rules.explorer.write import write_explorer

    write_explorer(out, pyodide=pyodide, overwrite=overwrite)
    click.echo(f"{quoted(str(out))} is ready to be put on a web server")


@main.command()
@_out
def schema(out: Path | None) -> None:
    """Print the JSON Schema of a case file."""
    from asylum_rules.report.schema import case_schema

    _print(_dumped(case_schema()), out)


def _chosen(ids: Sequence[str]) -> tuple[Policy, ...]:
    return tuple(catalogue[each] for each in ids)


def _readings(given: Sequence[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    problems = []
    for each in given:
        point, sign, reading = each.partition("=")
        if not sign:
            problems.append(Problem(quoted(each), "expected `POINT=READING`"))
        elif found.setdefault(point, reading) != reading:
            problems.append(Problem(quoted(each), f"{quoted(point)} is already read as {quoted(found[point])}"))
    if problems:
        raise InvalidInputError("--under", tuple(problems))
    return found


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInputError(option, (Problem("", f"{quoted(text)} is not a date as `2026-03-02`"),)) from None


def _list(records: Sequence[Mapping[str, object]], columns: Sequence[str], style: str, out: Path | None) -> None:
    from asylum_rules.report.listing import shown

    if style == "json":
        _print(_dumped(list(records)), out)
    else:
        _print(shown([dict(each) for each in records], columns, "pipe" if style == "markdown" else "simple"), out)


def _dumped(data: object) -> str:
    return json.dumps(data, indent=2)


def _print(text: str, out: Path | None) -> None:
    """Write a text to the terminal, or whole to a file."""
    if out is None:
        click.echo(text)
        return
    target = out.resolve()
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_text(f"{text}\n", encoding="utf-8")
            return
        with NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as file:
            aside = Path(file.name)
            try:
                file.write(f"{text}\n")
                file.close()
                aside.replace(target)
            except OSError:
                aside.unlink()
                raise
    except OSError as error:
        what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}"
        raise InvalidInputError(quoted(str(out)), (Problem("", what),)) from None


if __name__ == "__main__":
    main()
