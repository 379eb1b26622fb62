"""What commands are given: the options they share, and what stands behind a word of the command line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from click.shell_completion import CompletionItem

from asylum_rules.errors import InvalidInputError, Problem, quoted
from asylum_rules.language.subjects import Profile
from asylum_rules.model.policy import Policy
from asylum_rules.model.questions import QUESTIONS
from asylum_rules.rulebooks.catalogue import policies as catalogue

DEFAULT_POLICIES: Final = {
    Profile.PERSON: ("uk/baseline", "uk/latest", "uk/proposed"),
    Profile.BOAT: ("france/before", "france/doctrine"),
}

_Command = TypeVar("_Command", bound=Callable[..., Any])


def policies_from(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return what completes the name of a policy in a shell; where nothing does, a file may."""
    return _completed(catalogue, begun) or [CompletionItem(begun, type="file")]


def _questions_from(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    return _completed((question.name for question in QUESTIONS), begun)


def _completed(names: Iterable[str], begun: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(begun)]


case = click.argument("case", type=click.Path(path_type=Path))
policies = click.option(
    "--policy",
    "policy_ids",
    multiple=True,
    metavar="ID",
    shell_complete=policies_from,
    help="A policy, or the path of a reform file; may be given again.",
)
questions = click.option(
    "--question",
    "questions",
    multiple=True,
    metavar="Q",
    shell_complete=_questions_from,
    help="Only this question; may be given again.",
)
under = click.option(
    "--under", multiple=True, metavar="POINT=READING", help="Read an open point in one way; may be given again."
)
no_presume = click.option(
    "--no-presume", is_flag=True, help="Presume nothing about facts that the case does not state."
)
out = click.option("--out", type=click.Path(path_type=Path), metavar="F", help="Write to a file instead.")


def style(*formats: str) -> Callable[[_Command], _Command]:
    """Return the option of how to print, the first format where it is not given."""
    return click.option("--format", "style", type=click.Choice(formats), default=formats[0], show_default=True)


def policies_of(ids: Sequence[str]) -> tuple[Policy, ...]:
    """Return the policies that ids or paths name."""
    return tuple(catalogue[each] for each in ids)


def readings_of(given: Sequence[str]) -> Mapping[str, str]:
    """Return the readings that were given, by point; raise where one is malformed or contradicts another."""
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


def day_of(text: str, option: str) -> date:
    """Return the day that an option gives; raise where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInputError(option, (Problem("", f"{quoted(text)} is not a date as `2026-03-02`"),)) from None
