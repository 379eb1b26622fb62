"""`asylum-rules rules`."""

from pathlib import Path

import click

from asylum_rules.cli import options
from asylum_rules.cli.output import show, show_json
from asylum_rules.decide.chosen import same_profile
from asylum_rules.model.policy import Policy
from asylum_rules.report.law import law_page
from asylum_rules.report.listing import change_page, change_records, rule_page, rule_records
from asylum_rules.rulebooks.catalogue import policies


@click.command("rules")
@click.argument("policy_id", metavar="ID", shell_complete=options.policies_from)
@click.argument("other_id", metavar="[ID]", shell_complete=options.policies_from, required=False)
@options.style("table", "markdown", "json", "html")
@options.out
def rules_command(policy_id: str, other_id: str | None, style: str, out: Path | None) -> None:
    """Show the rules of a policy, or what a second policy changes in them.

    Rules come by question with their standing and sources, in Markdown and HTML as a page to be read from top to
    bottom; between two policies, those that are inserted, replaced, amended or repealed, old above new.
    """
    policy = policies[policy_id]
    if other_id is None:
        _rules(policy, style, out)
        return
    other = policies[other_id]
    same_profile((other,), policy.profile)
    _changes(policy, other, style, out)


def _rules(policy: Policy, style: str, out: Path | None) -> None:
    match style:
        case "json":
            show_json(rule_records(policy), out)
        case "markdown":
            show(law_page(policy), out)
        case "html":
            from asylum_rules.report.pages.rules import law_html

            show(law_html(policy), out)
        case _:
            show(rule_page(policy), out)


def _changes(policy: Policy, other: Policy, style: str, out: Path | None) -> None:
    match style:
        case "json":
            show_json(change_records(policy, other), out)
        case "html":
            from asylum_rules.report.pages.rules import changes_html

            show(changes_html(policy, other), out)
        case _:
            show(change_page(policy, other, markdown=style == "markdown"), out)
