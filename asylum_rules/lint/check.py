"""Everything that can be found wrong with a policy, a reform file, or the rulebooks as a whole."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from attrs import evolve

from asylum_rules.errors import InvalidInputError, InvalidPolicyError, InvalidRuleError, Problem
from asylum_rules.lint.dead import dead_conditions, dead_rules
from asylum_rules.lint.finding import MEANINGS, Fault, Finding, merged
from asylum_rules.lint.inert import inert_operations
from asylum_rules.lint.source import old_verifications, uncited_sources, unqualified_figures
from asylum_rules.model.flaw import Clash, flaws
from asylum_rules.model.policy import Policy
from asylum_rules.model.world import WORLDS
from asylum_rules.rulebooks.catalogue import policies as catalogue
from asylum_rules.rulebooks.everything import DOCUMENTS, REFORMS, RULES, citations
from asylum_rules.rulebooks.reformfile import open_reform
from asylum_rules.units.span import Span


def check(policy: Policy | str, *, older_than: Span | None = None, on: date | None = None) -> tuple[Finding, ...]:
    """Return what is found wrong with a policy, or with what a name or a reform file stands for; gravest first.

    Rules last verified longer ago than `older_than` on the day `on` are found too. Raises `UnknownNameError` for a
    name that nothing has, and `InvalidInputError` for a day without an age, or an age without a day.

    >>> from asylum_rules import policies
    >>> [finding.level.value for finding in check(policies["france/doctrine"])]
    []
    """
    _paired(older_than, on)
    of = _of_policy(policy, older_than, on) if isinstance(policy, Policy) else _of_name(policy, older_than, on)
    return merged(of)


def check_all(
    names: Iterable[str] = (), *, older_than: Span | None = None, on: date | None = None
) -> tuple[Finding, ...]:
    """Return what is found wrong with several policies and reform files, what they share only once.

    Without a name it is every policy with a name of its own, and the documents that rules may cite.
    """
    _paired(older_than, on)
    chosen = tuple(dict.fromkeys(names))
    found = [finding for name in chosen or catalogue for finding in _of_name(name, older_than, on)]
    return merged(found if chosen else (*found, *uncited_sources(DOCUMENTS, citations(RULES, REFORMS))))


def _paired(older_than: Span | None, on: date | None) -> None:
    if (older_than is None) is not (on is None):
        what = "`older_than` and `on` go together: how long ago is counted from a given day"
        raise InvalidInputError("check", (Problem("", what),))


def _of_name(name: str, older_than: Span | None, on: date | None) -> Iterator[Finding]:
    """Yield why a name or a reform file makes no policy, or what is wrong with the policy it makes."""
    try:
        policy = catalogue[name]
    except InvalidRuleError as error:
        yield _invalid(name, Fault.INVALID, error.message, (error.rule,))
    except InvalidPolicyError as error:
        yield from _refused(name, error.problems)
    except InvalidInputError as error:
        if not name.endswith(".toml"):
            raise
        yield from _refused(name, error.problems)
    else:
        found = _of_policy(policy, older_than, on)
        yield from _added_by_file(name, found) if name.endswith(".toml") else found


def _added_by_file(name: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what is found in a policy that a reform file ends, and not already in what the file is laid over."""
    *over, path = name.split("+")
    file = open_reform(Path(path))
    base = catalogue["+".join(over) or file.base]
    before = [evolve(each, policies=()) for each in _of_policy(base, None, None)]
    yield from (each for each in found if evolve(each, policies=()) not in before)
    yield from inert_operations(base, file.reform(base))


def _of_policy(policy: Policy, older_than: Span | None, on: date | None) -> Iterator[Finding]:
    yield from _flawed(policy)
    yield from dead_rules(policy)
    yield from dead_conditions(policy)
    yield from unqualified_figures(policy)
    if older_than is not None and on is not None:
        yield from old_verifications(policy, older_than, on)


def _refused(name: str, problems: Iterable[Problem]) -> Iterator[Finding]:
    for problem in problems:
        yield _invalid(name, Fault(problem.id), str(problem))


def _invalid(name: str, fault: Fault, text: str, rules: tuple[str, ...] = ()) -> Finding:
    return Finding(fault=fault, level=MEANINGS[fault].level, text=text, policies=(name,), rules=rules)


def _flawed(policy: Policy) -> Iterator[Finding]:
    for flaw in flaws(policy, WORLDS[policy.profile]):
        fault, rules = (Fault.CLASH, flaw.rules) if isinstance(flaw, Clash) else (Fault.GAP, ())
        yield Finding(
            fault=fault,
            level=MEANINGS[fault].level,
            text=flaw.what,
            policies=(policy.id,),
            rules=tuple(rule.name for rule in rules),
            question=flaw.question.name,
            case=flaw.case,
        )
