"""A fault planted in one engine is found: each by comparing what the engines say, within so many draws.

The draws are the same every time. A fault counts as found where two engines differ, or where one stops.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from pkgutil import resolve_name
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import NoSuchExample

from asylum_rules.cells.answers import Answers
from asylum_rules.cells.space import Space
from asylum_rules.decide import completions, evaluation
from asylum_rules.language.cells import World
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, Order
from asylum_rules.language.truth import Read
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Rule
from asylum_rules.units.span import Span
from tests.agreement import part, whole
from tests.agreement.test_random import DAYS, HOUSEHOLD, asked, asked_in_part

Plant = Callable[[pytest.MonkeyPatch], None]
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
SEEDS, EACH = 15, 30
"""So many times so many policies are drawn at most until one shows a fault; the first of each time are the smallest."""
SEARCH = settings(
    max_examples=EACH, phases=[Phase.generate], database=None, deadline=None, suppress_health_check=list(HealthCheck)
)


def flipped_everywhere(patch: pytest.MonkeyPatch) -> None:
    """`<` is taken as `<=` by every reading of a condition."""
    stands = resolve_name("asylum_rules.language.truth:_stands")

    def flipped(order: int, wanted: Order) -> bool:
        return bool(stands(order, Order.AT_MOST if wanted is Order.LESS else wanted))

    patch.setattr("asylum_rules.language.truth._stands", flipped)


def flipped_in_the_diagrams(patch: pytest.MonkeyPatch) -> None:
    """`<` is taken as `<=` by the diagrams alone."""
    passes = resolve_name("asylum_rules.cells.space:passes")

    def flipped(test: Any, value: Any) -> bool:
        less = isinstance(test, Compare) and test.order is Order.LESS
        return bool(passes(Compare(test.subject, Order.AT_MOST, test.value) if less else test, value))

    patch.setattr("asylum_rules.cells.space.passes", flipped)


def cut_one_too_late(patch: pytest.MonkeyPatch) -> None:
    """The range of a fact is cut a step too late for `<` and `>=`, in the diagrams."""
    ranges = resolve_name("asylum_rules.language.cells:_ranges")
    late = {Order.LESS: Order.AT_MOST, Order.AT_LEAST: Order.MORE}

    def later(test: Any) -> Any:
        if not isinstance(test, Compare):
            return test
        return Compare(test.subject, late.get(test.order, test.order), test.value)

    patch.setattr("asylum_rules.language.cells._ranges", lambda subject, mine: ranges(subject, list(map(later, mine))))


def month_ends_run_over(patch: pytest.MonkeyPatch) -> None:
    """A month after 31 January is 3 March, as some calendars have it."""

    def over(span: Span, start: date) -> date:
        year, month = divmod(12 * start.year + start.month - 1 + span.in_months, 12)
        return date(year, month + 1, 1) + timedelta(days=start.day - 1 + span.in_days)

    patch.setattr(Span, "after", over)


def month_ends_stop_at_28(patch: pytest.MonkeyPatch) -> None:
    """No month after another date ends later than on its 28th."""
    after = Span.after

    def short(span: Span, start: date) -> date:
        return after(span, start.replace(day=28) if span.in_months and start.day > 28 else start)

    patch.setattr(Span, "after", short)


def exceptions_are_lost(patch: pytest.MonkeyPatch) -> None:
    """A rule that overrides another by name does not, for every engine that asks the policy."""
    patch.setattr("asylum_rules.model.policy._overrides", lambda rules: {rule.name: set() for rule in rules})


def exceptions_through_others_are_lost(patch: pytest.MonkeyPatch) -> None:
    """A rule overrides those it names and none that they override."""

    def direct(rules: Any) -> dict[str, set[str]]:
        every = tuple(rules)
        return {
            rule.name: {other.name for other in every if {other.name, *other.succeeds} & set(rule.overrides)}
            for rule in every
        }

    patch.setattr("asylum_rules.model.policy._overrides", direct)


def exceptions_are_lost_in_the_diagrams(patch: pytest.MonkeyPatch) -> None:
    """The diagrams take every rule that applies to prevail."""
    patch.setattr("asylum_rules.cells.answers.Answers.prevails", Answers.applies)


def later_law_is_no_better(patch: pytest.MonkeyPatch) -> None:
    """Of two rules the later one does not prevail, for every engine that asks the policy."""
    overrides = resolve_name("asylum_rules.model.policy:_overrides")
    beaten_by = Policy.beaten_by

    def by_name_only(policy: Policy, rule: Rule) -> frozenset[str]:
        above = overrides(policy.rules)
        return frozenset(name for name in beaten_by(policy, rule) if rule.name in above[name])

    patch.setattr(Policy, "beaten_by", by_name_only)


def unknown_is_no(patch: pytest.MonkeyPatch) -> None:
    """A condition that is not known is taken not to hold."""
    known = resolve_name("asylum_rules.decide.evaluation:truth")

    def no(condition: Condition, read: Read) -> bool | None:
        return bool(known(condition, read))

    patch.setattr(evaluation, "truth", no)


def unknown_parts_are_no(patch: pytest.MonkeyPatch) -> None:
    """A part of a condition that is not known is taken not to hold, so that its opposite does."""
    known = resolve_name("asylum_rules.decide.evaluation:truth")

    def no(condition: Condition, read: Read) -> bool | None:
        match condition:
            case Not(inner):
                return not no(inner, read)
            case AllOf(parts):
                return all(no(each, read) for each in parts)
            case AnyOf(parts):
                return any(no(each, read) for each in parts)
            case _:
                return bool(known(condition, read))

    patch.setattr(evaluation, "truth", no)


def nothing_is_impossible(patch: pytest.MonkeyPatch) -> None:
    """The diagrams forget what never goes together."""

    def without(known: Any, world: World, tests: Any, limit: int) -> Space:
        return Space(known, World(world.orders, (), world.sums), tests, limit)

    patch.setattr(completions, "Space", without)


def never(*_: object) -> bool:
    return False


def dates_come_in_any_order(patch: pytest.MonkeyPatch) -> None:
    """The diagrams forget that a decision follows the claim."""
    patch.setattr("asylum_rules.cells.space._is_before", never)


def households_have_room_for_anyone(patch: pytest.MonkeyPatch) -> None:
    """The diagrams forget that a household is larger than its young children."""
    patch.setattr("asylum_rules.cells.space._is_too_small", never)


def windows_are_free(patch: pytest.MonkeyPatch) -> None:
    """The diagrams forget that days which are set against others lie in their order."""
    patch.setattr("asylum_rules.cells.space.Space._follows", never)


in_part = partial(part.compare, most=200)
WHOLE, WHOLE_OF_DAYS = (asked(), whole.compare), (asked(DAYS), whole.compare)
IN_PART, IN_PART_OF_DAYS = (asked_in_part(), in_part), (asked_in_part(DAYS), in_part)
FAULTS: list[tuple[Plant, Any]] = [
    (flipped_everywhere, WHOLE),
    (flipped_in_the_diagrams, WHOLE),
    (cut_one_too_late, WHOLE),
    (month_ends_run_over, WHOLE_OF_DAYS),
    (month_ends_stop_at_28, WHOLE_OF_DAYS),
    (exceptions_are_lost, WHOLE),
    (exceptions_through_others_are_lost, WHOLE),
    (exceptions_are_lost_in_the_diagrams, WHOLE),
    (later_law_is_no_better, WHOLE),
    (unknown_is_no, IN_PART),
    (unknown_parts_are_no, IN_PART),
    (nothing_is_impossible, IN_PART),
    (dates_come_in_any_order, IN_PART),
    (households_have_room_for_anyone, (asked_in_part(HOUSEHOLD), in_part)),
    (windows_are_free, IN_PART_OF_DAYS),
]
"""Each with the comparison that finds it."""


def draws_until_found(search: Any, seeds: int = SEEDS) -> int | None:
    """How many policies are drawn until engines differ on one; None where they do not."""
    strategy, compare = search
    drawn = 0

    def is_found(pair: Any) -> bool:
        nonlocal drawn
        drawn += 1
        policy, cases = pair
        try:
            for question in policy.questions:
                compare(policy, question, cases)
        except Exception:  # noqa: BLE001  # however a fault shows
            return True
        return False

    for seed in range(seeds):
        with suppress(NoSuchExample):
            find(strategy, is_found, settings=SEARCH, random=Random(seed))  # noqa: S311  # the same draws every time
            return drawn
    return None


@pytest.mark.parametrize(("plant", "search"), FAULTS, ids=[plant.__name__ for plant, _ in FAULTS])
def test_a_planted_fault_is_found(plant: Plant, search: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)

    assert draws_until_found(search) is not None


@pytest.mark.parametrize("search", [WHOLE, IN_PART, IN_PART_OF_DAYS], ids=["whole", "in part", "of days"])
def test_where_no_fault_is_planted_none_is_found(search: Any) -> None:
    assert draws_until_found(search, seeds=1) is None
