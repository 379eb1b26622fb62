"""A strategy for cases whose answer changes between two policies: only such cases are made, none is thrown away.

The diagrams of both answers are walked down, at each turn to where the answer changes. That settles in which cells a
case lies; its values are drawn inside them, and all that does not matter as usual.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, Final, TypeAlias

from attrs import field, frozen
from hypothesis import assume, strategies as st

from asylum_rules.cells.diagram import Branch, Diagram, Leaf
from asylum_rules.cells.partial import NOWHERE
from asylum_rules.cells.sample import sample
from asylum_rules.cells.space import Space
from asylum_rules.decide.chosen import question_named, same_profile
from asylum_rules.decide.completions import Completions, Stated
from asylum_rules.diff.comparison import diff
from asylum_rules.errors import InvalidInputError, Problem, quoted
from asylum_rules.language.cells import Cell, consistent, in_order, just
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact, Point, Profile, Question, Within
from asylum_rules.model.answer import Formula, Path, Said, Status
from asylum_rules.model.cases import CaseProfile
from asylum_rules.model.direction import change
from asylum_rules.model.policy import Policy
from asylum_rules.testing.strategies import case_profiles
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency, Money

_EARLY: Final = date(2018, 1, 1)
_LATE: Final = date(2035, 12, 31)
_MORNING: Final = datetime(2025, 1, 1)  # noqa: DTZ001  # moments are local times
_EVENING: Final = datetime(2027, 12, 31)  # noqa: DTZ001  # the same
_MINUTE: Final = timedelta(minutes=1)


def changed_profiles(base: Policy, other: Policy, *, question: str, **stated: object) -> st.SearchStrategy[CaseProfile]:
    """Draw whole profiles of people whose answer to a question another policy changes; `stated` fixes some facts.

    The answer changes however the open points are read; to ask under one reading, pass `policy.under(point, reading)`.
    Raises `InvalidInputError` where no case changes or both policies have one id, `UnknownNameError` for a question or
    a fact that there is not, and `TooManyCasesError` where there are too many ways to complete what is stated.
    """
    same_profile((base, other), Profile.PERSON)
    if base.id == other.id:
        raise InvalidInputError("policies", (Problem("", f"{quoted(base.id)} is given twice"),))
    asked = question_named(base, question)
    given: dict[str, Any] = dict(stated)
    changes = _Changes(base, other, asked, CaseProfile(**given))
    if changes.where.leads_nowhere:
        what = f"no case is told otherwise by {quoted(other.id)} than by {quoted(base.id)}, however it is read"
        raise InvalidInputError("change", (Problem(quoted(question), what),))
    return _drawn(changes, given)


class _Turn(Enum):
    """How the answers of two policies to the same completion compare."""

    CHANGED = "changed"
    SAME = "same"
    OPEN = "open"
    """By a formula: it depends on the values."""


@st.composite
def _drawn(draw: st.DrawFn, changes: "_Changes", given: Mapping[str, Any]) -> CaseProfile:
    way, turn = changes.where.way(draw)
    values: dict[str, Any] = {**given, **_values(draw, way, changes.case)}
    case = draw(case_profiles(**values))
    if turn is _Turn.OPEN:
        assume(changes.told(case))
    return case


@frozen
class _Ways:
    """The ways down a diagram that lead to a change."""

    space: Space
    diagram: Diagram[Any]
    _leading: set[Diagram[Any]] = field(init=False, factory=set)

    def __attrs_post_init__(self) -> None:
        self._leads(self.diagram, set())

    def _leads(self, node: Diagram[Any], seen: set[Diagram[Any]]) -> bool:
        if node in seen:
            return node in self._leading
        seen.add(node)
        if isinstance(node, Leaf):
            leads = node.value in (_Turn.CHANGED, _Turn.OPEN)
        else:
            leads = True in {self._leads(arm, seen) for arm in node.arms}
        if leads:
            self._leading.add(node)
        return leads

    @property
    def leads_nowhere(self) -> bool:
        """Whether there is no way."""
        return not self._leading

    def way(self, draw: st.DrawFn) -> tuple[Path, _Turn]:
        """Return the cells along a way, and how the answers compare at its end."""
        path: list[Cell] = []
        node = self.diagram
        while isinstance(node, Branch):
            open_ = [place for place, arm in enumerate(node.arms) if arm in self._leading]
            place = draw(st.sampled_from(open_))
            path.append(self.space.cells[node.level][place])
            node = node.arms[place]
        return tuple(path), node.value


@frozen
class _Changes:
    """Two policies set against each other on one question, for every completion of a case."""

    base: Policy
    other: Policy
    question: Question
    case: CaseProfile
    where: _Ways = field(init=False)

    @where.default
    def _where(self) -> _Ways:
        completions = Completions((self.base, self.other), Stated(self.case, self.case.stated()), self.question)
        turns = completions.compared(self.base, self.other, self._turn)
        return _Ways(completions.space, _however_read(completions.space, turns.diagram))

    def _turn(self, one: Said, two: Said) -> _Turn:
        changed, _ = change(one, two, self.question)
        if changed is False:
            return _Turn.SAME
        varies = any(isinstance(value, Formula) for _, value in (one, two))
        covered = Status.NOT_COVERED not in (one[0], two[0])
        return _Turn.OPEN if varies and covered else _Turn.CHANGED

    def told(self, case: CaseProfile) -> bool:
        """Return whether the answer to a case changes."""
        compared = diff(self.base, self.other, case, questions=[self.question.name], presume=False)
        return compared[self.question.name].changed[self.other.id] is True


def _however_read(space: Space, diagram: Diagram[Any]) -> Diagram[Any]:
    """Return a diagram of what holds under every reading of the points; these are its lowest variables."""
    done: dict[Diagram[Any], Diagram[Any]] = {}

    def walk(node: Diagram[Any]) -> Diagram[Any]:
        if isinstance(node, Leaf):
            return node
        if node not in done:
            arms = tuple(walk(arm) for arm in node.arms)
            is_point = isinstance(space.variable(node.level), Point)
            done[node] = space.forest.apply(_all, *arms) if is_point else space.forest.branch(node.level, arms)
        return done[node]

    return walk(diagram)


def _all(*turns: object) -> object:
    return next((turn for turn in (NOWHERE, _Turn.SAME, _Turn.OPEN) if turn in turns), _Turn.CHANGED)


def _values(draw: st.DrawFn, way: Path, case: CaseProfile) -> dict[str, Value]:
    """Draw a value in each cell of a way, such that they go together."""
    known, world = case.stated(), case.world
    usual, _ = sample(way, known, case.facts, world)
    cells = {fact.name: just(fact, known[fact.name]) for fact in case.facts if fact.name in known.keys() & world.tied}
    cells |= {cell.subject.name: cell for cell in way if isinstance(cell.subject, Fact)}
    apart = {fact.name for cell in way if isinstance(cell.subject, Within) for fact in cell.subject.of}
    cells |= {fact.name: just(fact, usual[fact.name]) for fact in case.facts if fact.name in usual.keys() & apart}
    for fact in case.facts:
        if fact.name in usual.keys() - apart:
            value = draw(_in(in_order(cells, world)[fact.name]))
            fits = consistent({**cells, fact.name: just(fact, value)}, world) is not None
            usual[fact.name] = value if fits else (consistent(cells, world) or usual)[fact.name]
            cells[fact.name] = just(fact, usual[fact.name])
    return usual


_Ends: TypeAlias = tuple[Any, Any]


def _in(cell: Cell) -> st.SearchStrategy[Value]:
    """Draw a value of a cell, within the usual where it has no end."""
    if cell.codes:
        return st.sampled_from(cell.codes)
    least: Any = cell.least
    most: Any = cell.most
    match cell.subject.kind:
        case Kind.DATE:
            return st.dates(*_ends(least, most, _EARLY, _LATE))
        case Kind.MONEY:
            first, last = _ends(least and least.minor, most and most.minor, 0, 20_000_000)
            return st.builds(Money, st.integers(first, last), st.just(Currency.GBP))
        case Kind.MOMENT:
            first, last = _ends(least and least.at, most and most.at, _MORNING, _EVENING)
            minutes = st.integers(0, (last - first) // _MINUTE)
            return minutes.map(lambda count: Moment(first + count * _MINUTE))
        case _:
            return st.integers(*_ends(least, most, 0, (least or 0) + 6))


def _ends(least: Any, most: Any, early: Any, late: Any) -> _Ends:  # noqa: ANN401  # quantities of one kind
    first = (early if most is None or early < most else most) if least is None else least
    return first, (max(late, first) if most is None else most)
