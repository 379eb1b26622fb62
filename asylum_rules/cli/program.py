"""The program: its commands together, and how each ends."""

import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import Any, Final

import click

from asylum_rules.cli.attribute import attribute_command
from asylum_rules.cli.check import check_command
from asylum_rules.cli.diff import diff_command
from asylum_rules.cli.explain import explain_command
from asylum_rules.cli.explorer import explorer_command
from asylum_rules.cli.impact import impact_command
from asylum_rules.cli.lists import facts, points, policies, questions, schema, sources
from asylum_rules.cli.population import population_command
from asylum_rules.cli.prove import prove_command
from asylum_rules.cli.rules import rules_command
from asylum_rules.cli.synthesise import synthesise_command
from asylum_rules.cli.timeline import timeline_command
from asylum_rules.errors import AsylumRulesError, UnknownNameError, printable
from asylum_rules.version import __version__

_LISTED_BY: Final[Mapping[str, str]] = {
    "fact": "facts",
    "open point": "points",
    "question": "questions",
    "source": "sources",
}
"""The command that lists what an unknown name may have meant, by the kind of thing named."""


class _Commands(click.Group):
    """Turns errors into one message, with nothing in it that a terminal would obey, and exit 2."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401  # as click declares it
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except click.UsageError as error:
            usage = "" if error.ctx is None else f"{error.ctx.get_usage()}\n\n"
            click.echo(f"{usage}asylum-rules: {printable(_on_one_line(error))}", err=True)
            code = 2
        except AsylumRulesError as error:
            message = "\n".join(printable(line) for line in str(error).splitlines())
            click.echo(f"asylum-rules: {message}{_where_to_look(error)}", err=True)
            code = 2
        except click.Abort:
            code = 130
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            click.echo(f"asylum-rules: cannot write: {(error.strerror or 'unknown reason').lower()}", err=True)
            code = 2
        sys.exit(code if isinstance(code, int) else 0)


def _on_one_line(error: click.UsageError) -> str:
    return error.format_message().replace("\n\t", " ")


def _where_to_look(error: AsylumRulesError) -> str:
    if isinstance(error, UnknownNameError) and error.nearest is None and error.kind in _LISTED_BY:
        return f"; `asylum-rules {_LISTED_BY[error.kind]}` lists them"
    return ""


@click.group(
    "asylum-rules",
    cls=_Commands,
    commands=[
        *(attribute_command, check_command, diff_command, explain_command, explorer_command, impact_command),
        *(population_command, prove_command, rules_command, synthesise_command, timeline_command),
        *(facts, points, policies, questions, schema, sources),
    ],
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="asylum-rules")
@click.pass_context
def main(context: click.Context) -> None:
    """What an asylum reform changes, for whom, and why.

    It explains law; it is not legal advice. Nothing of a case leaves this machine.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(2)
