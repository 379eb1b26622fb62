"""Properties by name, as the command line gives them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, Unpack

from asylum_rules.errors import InvalidInputError, Problem, UnknownNameError
from asylum_rules.language.build import all_of
from asylum_rules.model.policy import Policy
from asylum_rules.prove.between import equivalent, nobody_better_off, nobody_worse_off, nothing_before, only_affects
from asylum_rules.prove.cases import About
from asylum_rules.prove.proof import Proof
from asylum_rules.prove.rising import monotone
from asylum_rules.prove.sound import no_clash, no_dead_rule, no_gap
from asylum_rules.rulebooks.conditiontext import read_condition

_OF_ONE: Final[Mapping[str, Callable[..., Proof]]] = {
    "no-gap": no_gap,
    "no-clash": no_clash,
    "no-dead-rule": no_dead_rule,
    "monotone": monotone,
}
_OF_TWO: Final[Mapping[str, Callable[..., Proof]]] = {
    "equivalent": equivalent,
    "nobody-better-off": nobody_better_off,
    "nobody-worse-off": nobody_worse_off,
    "only-affects": only_affects,
    "nothing-before": nothing_before,
}
NAMES: Final = (*_OF_ONE, *_OF_TWO)


def proved(
    name: str,
    policies: Sequence[Policy],
    *,
    only: Sequence[str] = (),
    before: date | None = None,
    fact: str | None = None,
    **about: Unpack[About],
) -> Proof:
    """Return what is found of a property by its name.

    `only`, `before` and `fact` are what `only-affects`, `nothing-before` and `monotone` need. Raises
    `UnknownNameError` for a property that is not there, and `InvalidInputError` where what it needs is missing, or
    something is given that it does not need.

    >>> from asylum_rules.rulebooks.catalogue import policies
    >>> proved("no-gap", [policies["uk/latest"]], questions=["leave.length"]).holds
    True
    """
    ask = {**_OF_ONE, **_OF_TWO}.get(name)
    if ask is None:
        raise UnknownNameError("property", name, NAMES)
    needed = {"only-affects": ("only", only), "nothing-before": ("before", before), "monotone": ("fact", fact)}
    problems = [*_wanted(name, len(policies)), *_options(name, needed)]
    if problems:
        raise InvalidInputError(f"prove {name}", tuple(problems))
    more: tuple[object, ...] = ()
    match name:
        case "only-affects":
            more = (all_of(*(read_condition(text, policies[0]) for text in only)),)
        case "nothing-before":
            more = (before,)
        case "monotone":
            more = (fact,)
    return ask(*policies, *more, **about)


def _wanted(name: str, given: int) -> list[Problem]:
    wanted = 1 if name in _OF_ONE else 2
    what = "one policy" if wanted == 1 else "two policies"
    return [] if given == wanted else [Problem("", f"is about {what}, {given} given")]


def _options(name: str, needed: Mapping[str, tuple[str, object]]) -> list[Problem]:
    problems = []
    for each, (option, given) in needed.items():
        if each == name and not given:
            problems.append(Problem(f"`--{option}`", "is missing"))
        if each != name and given:
            problems.append(Problem(f"`--{option}`", f"is for {each} only"))
    return problems
