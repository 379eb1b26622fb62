"""Every error this library raises on purpose. Callers read the fields, never the message."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Final

from attrs import field, frozen

MOST_PROBLEMS: Final = 100
"""Of a file with very many faults so many are told, and the rest is not read."""


class AsylumRulesError(Exception):
    """The base of every error below; its text is one message fit to show."""


@frozen
class Problem:
    """One thing that is wrong, and where."""

    where: str
    """The place: a fact, a rule, a line of a file."""
    what: str
    """What is wrong there and what was expected."""
    id: str = "invalid"
    """What sort of fault it is, by the name that `check` reports it under."""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


@frozen
class InvalidInputError(AsylumRulesError):
    """Something given from outside is not usable; holds every problem found, not only the first."""

    subject: str
    """What was being read: a case, a file, a command line."""
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return f"{self.subject}: {self.problems[0]}"
        lines = "".join(f"\n  {problem}" for problem in self.problems)
        return f"{self.subject}: {len(self.problems)} problems{lines}"


REST_NOT_READ: Final = Problem("", "perhaps more: the rest was not read")


def first_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems; once there are very many, the first of them, and that the rest was not read."""
    found = tuple(islice(problems, MOST_PROBLEMS))
    return found if len(found) < MOST_PROBLEMS else (*found, REST_NOT_READ)


@frozen
class UnknownNameError(AsylumRulesError, KeyError):
    """A name that nothing here has, with the nearest one that something has."""

    kind: str
    """What sort of thing was named: `fact`, `policy`, `question` and so on."""
    name: str
    known: tuple[str, ...] = field(repr=False)

    @property
    def nearest(self) -> str | None:
        """The known name most like the given one, or None where none is like it."""
        return next(iter(get_close_matches(self.name, self.known, n=1, cutoff=0.6)), None)

    def __str__(self) -> str:
        return f"unknown {self.kind} {quoted(self.name)}{hint(self.nearest, self.known)}"


@frozen
class InvalidQuantityError(AsylumRulesError, ValueError):
    """A span, an amount of money, a moment or a figure that cannot be."""

    message: str

    def __str__(self) -> str:
        return self.message


@frozen
class InvalidRuleError(AsylumRulesError):
    """A rule, a condition or a term that does not hold together."""

    rule: str
    message: str

    def __str__(self) -> str:
        return f"rule {quoted(self.rule)}: {self.message}"


@frozen
class InvalidPolicyError(AsylumRulesError):
    """Rules that do not make a policy together: every reason found."""

    policy: str
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return str(InvalidInputError(f"policy {quoted(self.policy)}", self.problems))


@frozen
class ClashError(AsylumRulesError):
    """Two rules of equal rank and date that apply to one case and differ."""

    policy: str
    question: str
    rules: tuple[str, ...]

    def __str__(self) -> str:
        names = " and ".join(quoted(name) for name in self.rules)
        return f"policy {quoted(self.policy)}: clash on {quoted(self.question)} between {names}"


@frozen
class GapError(AsylumRulesError):
    """A case inside the scope of a question to which no rule applies."""

    policy: str
    question: str

    def __str__(self) -> str:
        return f"policy {quoted(self.policy)}: no rule of {quoted(self.question)} applies to a case it covers"


@frozen
class TooManyCasesError(AsylumRulesError):
    """An analysis that would not end soon, refused with its size and the way to narrow it."""

    question: str
    limit: int
    facts: tuple[str, ...]

    def __str__(self) -> str:
        names = ", ".join(self.facts)
        return (
            f"{quoted(self.question)} turns on too much at once to be worked out (over {self.limit:,} nodes); "
            f"state some of: {names}"
        )


def quoted(text: str) -> str:
    r"""Return the text in backticks, cut short, with nothing in it that a terminal would obey.

    >>> print(quoted("soon\x1b[2J"))
    `soon\x1b[2J`
    """
    shown = printable(text)
    return f"`{shown[:77]}...`" if len(shown) > 80 else f"`{shown}`"


def path_named(path: Path) -> str:
    r"""Return a path in backticks, whole: one that is cut short leads nowhere.

    >>> print(path_named(Path("cases") / "by\tyear"))
    `cases/by\tyear`
    """
    return f"`{printable(str(path))}`"


def printable(text: str) -> str:
    r"""Return the text with every character that is not printable written as its escape.

    >>> print(printable("a\tb"))
    a\tb
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def hint(nearest: str | None, known: Sequence[str]) -> str:
    """Return the end of a message about an unknown name: the nearest one, or all of a few."""
    if nearest is not None:
        return f": did you mean {quoted(nearest)}?"
    return f": expected one of {listed(known)}" if 0 < len(known) <= 12 else ""


def listed(names: Iterable[str]) -> str:
    """Return the names in backticks with commas between."""
    return ", ".join(quoted(name) for name in names)
