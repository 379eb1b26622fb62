"""`asylum-rules explain`."""

from collections.abc import Sequence
from pathlib import Path

import click

from asylum_rules.cli import options
from asylum_rules.cli.output import show, show_json
from asylum_rules.decide.trace import explain
from asylum_rules.errors import InvalidInputError, Problem
from asylum_rules.prose.trace import of_trace
from asylum_rules.report.casefile import read_case
from asylum_rules.report.comparison import NOT_ADVICE
from asylum_rules.report.trace import trace_json
from asylum_rules.rulebooks.catalogue import policies


@click.command("explain")
@options.case
@click.option(
    "--policy",
    "policy_ids",
    multiple=True,
    required=True,
    metavar="ID",
    shell_complete=options.policies_from,
    help="A policy, or the path of a reform file.",
)
@options.questions
@options.under
@options.no_presume
@options.style("table", "json")
@options.out
def explain_command(
    case: Path,
    policy_ids: Sequence[str],
    questions: Sequence[str],
    under: Sequence[str],
    no_presume: bool,
    style: str,
    out: Path | None,
) -> None:
    """Show the working of a policy's answers: each rule, what it read, and its sources; as sentences, or as JSON."""
    if len(policy_ids) != 1:
        raise InvalidInputError("--policy", (Problem("", f"expected one policy, {len(policy_ids)} given"),))
    policy, profile = policies[policy_ids[0]], read_case(case)
    names = questions or tuple(question.name for question in policy.questions)
    readings = options.readings_of(under)
    traces = [explain(policy, profile, name, under=readings, presume=not no_presume) for name in names]
    if style == "json":
        show_json([trace_json(trace, policy) for trace in traces], out)
    else:
        show("\n\n".join(["\n".join(of_trace(trace, policy)) for trace in traces] + [NOT_ADVICE]), out)
