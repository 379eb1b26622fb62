"""Strategies made from the facts and from the thresholds that policies mention."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from asylum_rules.errors import UnknownNameError
from asylum_rules.language.cells import World, cells, gathered
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Condition, Test
from asylum_rules.language.subjects import Fact, Within
from asylum_rules.language.truth import reader
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import LEFT_OUT, UNKNOWN, CaseBase, fact_named, impossibilities
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money
from asylum_rules.units.word import Word

_EARLY: Final = date(2018, 1, 1)
_LATE: Final = date(2035, 12, 31)
_MONTH_ENDS: Final = (date(2026, 1, 31), date(2024, 2, 29), date(2025, 8, 31), date(2025, 12, 30), date(2027, 10, 31))
"""Days from which a month or a year leads to a day of another number."""
_MORNING: Final = datetime(2025, 1, 1)  # noqa: DTZ001  # moments are local times
_EVENING: Final = datetime(2027, 12, 31)  # noqa: DTZ001  # the same
_COUNTS: Final[Mapping[str, int]] = {
    "age": 99,
    "income_years": 12,
    "metres_from_shore": 5_000,
    "months_on_public_funds": 240,
    "overstayed_months": 60,
    "people_aboard": 90,
    "supplementary_conditions_met": 4,
}
_USUAL_COUNT: Final = 6

_Case = TypeVar("_Case", bound=CaseBase)


def case_profiles(*, only: Iterable[str] | None = None, **stated: object) -> st.SearchStrategy[CaseProfile]:
    """Draw whole profiles of people: every fact stated, or those named in `only`; `stated` fixes some of them.

    No drawn case is one that the world does not allow: a decision follows its claim, a resettled person did not come
    by small boat. Raises `InvalidInputError` where what is stated cannot be, and `UnknownNameError` for a fact that
    there is not.
    """
    return _profiles(CaseProfile, only, stated, {})


def boat_profiles(*, only: Iterable[str] | None = None, **stated: object) -> st.SearchStrategy[BoatProfile]:
    """Draw whole profiles of boats, as `case_profiles` does of people."""
    return _profiles(BoatProfile, only, stated, {})


def boundary_profiles(
    *policies: Policy, questions: Iterable[str] | None = None, **stated: object
) -> st.SearchStrategy[CaseProfile]:
    """Draw profiles on the edges of rules: each fact at a threshold that the policies mention, or next to it.

    Facts that the questions do not read are left out; without `questions` every question of the policies counts.
    """
    every = [(each, question) for each in policies for question in each.questions]
    names = {question.name for _, question in every}
    wanted = names if questions is None else set(questions)
    for name in sorted(wanted - names):
        raise UnknownNameError("question", name, tuple(names))
    asked = [(each, question) for each, question in every if question.name in wanted]
    conditions = [condition for policy, question in asked for condition in policy.conditions(question)]
    read = {fact.name: fact for policy, question in asked for fact in policy.facts(question)}
    return _profiles(CaseProfile, read, stated, gathered(conditions))


def edge_values(fact: Fact, conditions: Iterable[Condition]) -> list[Value]:
    """Return the values of a fact at each threshold of some conditions, and next to it."""
    return _edges(fact, gathered(conditions).get(fact.name, ()), {})


def _edges(fact: Fact, tests: Sequence[Test], drawn: Mapping[str, Value]) -> list[Value]:
    """Return the values at each threshold; where a test sets two days apart, the one drawn gives that of the other."""
    found: list[Value] = []
    for cell in cells(fact, tests, reader(drawn)):
        found += [*cell.codes, *(end for end in (cell.least, cell.most) if end is not None)]
    return found


def partial(profiles: st.SearchStrategy[_Case]) -> st.SearchStrategy[_Case]:
    """Draw profiles with some facts left out, or said to be unknown."""

    @st.composite
    def draw_partial(draw: st.DrawFn) -> _Case:
        whole = draw(profiles)
        names = st.sampled_from(sorted(whole.stated()) or ["name"])
        hidden = draw(st.dictionaries(names, st.sampled_from([LEFT_OUT, UNKNOWN])))
        hidden.pop("name", None)
        kept: dict[str, Any] = {**whole.stated(), **hidden}
        return type(whole)(**kept)

    return draw_partial()


def fact_values(fact: Fact) -> st.SearchStrategy[Value]:
    """Draw values of one fact."""
    return _allowed(fact, [], {}, World())


def readings(policy: Policy) -> st.SearchStrategy[dict[str, str]]:
    """Draw one reading of every open point that a policy's answers can turn on."""
    return st.fixed_dictionaries({point.name: st.sampled_from(point.codes) for point in policy.points()})


def _profiles(
    case: type[_Case],
    only: Iterable[str] | None,
    stated: Mapping[str, object],
    tests_of: Mapping[str, tuple[Test, ...]],
) -> st.SearchStrategy[_Case]:
    given: dict[str, Any] = dict(stated)
    fixed = case(**given).stated()
    wanted = {fact.name for fact in case.facts} if only is None else {fact_named(case, name).name for name in only}
    free = [fact for fact in case.facts if fact.name in wanted and fact.name not in fixed]
    starts_first = sorted(free, key=lambda fact: any(_is_day_of(fact, test) for test in tests_of.get(fact.name, ())))

    @st.composite
    def draw_profile(draw: st.DrawFn) -> _Case:
        drawn: dict[str, Any] = dict(fixed)
        for fact in starts_first:
            edges = _edges(fact, tests_of[fact.name], drawn) if fact.name in tests_of else []
            drawn[fact.name] = draw(_allowed(fact, edges, drawn, case.world))
        return case(**drawn)

    return draw_profile() if free else st.just(case(**given))


def _is_day_of(fact: Fact, test: Test) -> bool:
    """Return whether a test sets a fact against another day."""
    return isinstance(test.subject, Within) and test.subject.day == fact


def _allowed(fact: Fact, edges: list[Value], drawn: Mapping[str, Value], world: World) -> st.SearchStrategy[Value]:
    """Draw a value of a fact that goes with the values drawn before, now and then one of the edges."""

    def fitting(values: Iterable[Value]) -> list[Value]:
        return [value for value in values if not impossibilities(world, {**drawn, fact.name: value})]

    nothing = [Word.NONE] if fact.none else []
    match fact.kind:
        case Kind.YES_NO:
            usual = st.sampled_from(fitting([True, False, *nothing]))
        case Kind.CODE:
            usual = st.sampled_from(fitting([*fact.codes, *nothing]))
        case Kind.COUNT:
            most = _COUNTS.get(fact.name, _USUAL_COUNT)
            usual = st.sampled_from(fitting(range(most + 1)) or fitting(range(most + 1, 4 * most)))
        case Kind.DATE:
            first, last = _window(fact, drawn, world)
            ends = [day for day in _MONTH_ENDS if first <= day <= last]
            days = [st.dates(first, last), st.sampled_from(ends or [first])] if fitting([first]) else []
            usual = st.one_of([*days, *(st.just(value) for value in fitting(nothing))])
        case Kind.MOMENT:
            moments = st.datetimes(_MORNING, _EVENING).map(lambda at: Moment(at.replace(second=0, microsecond=0)))
            usual = st.one_of([moments, *(st.just(value) for value in nothing)])
        case _:
            usual = st.builds(Money, st.integers(0, 20_000_000), st.just(Currency.GBP))
    edged = fitting(edges)
    return st.sampled_from(edged) | usual if edged else usual


def _window(fact: Fact, drawn: Mapping[str, Value], world: World) -> tuple[date, date]:
    """Return the first and the last day that the dates drawn before leave for a date."""
    before = [drawn.get(first.name) for first, then in world.orders if then.name == fact.name]
    after = [drawn.get(then.name) for first, then in world.orders if first.name == fact.name]
    first = max((day for day in before if isinstance(day, date)), default=None)
    last = min((day for day in after if isinstance(day, date)), default=None)
    earliest = first or min(_EARLY, last or _EARLY)
    return earliest, last or max(_LATE, earliest)
