"""Strategies for small policies: whole, sound, and with everything in them that the language has.

The rules of a question are drawn in layers. The first covers every case, and the rules of one layer never differ where
two of them apply; each later layer prevails over all below it, by name or by its date. So there is no gap and no clash,
and nothing drawn has to be thrown away.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, TypeAlias

from attrs import evolve, field, frozen
from hypothesis import strategies as st

from asylum_rules.language.build import ALWAYS, not_
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Question, Subject
from asylum_rules.language.terms import Constant, LargestOf, Term
from asylum_rules.language.walk import reads
from asylum_rules.model import person
from asylum_rules.model.policy import Policy, Scope, accumulates
from asylum_rules.model.rule import Qualifier, Rule, Transition
from asylum_rules.sources.citation import Citation, Confidence, Document
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.testing.condition import conditions
from asylum_rules.testing.subject import LARGEST, LODGED_ON, QUESTIONS, SUBJECTS, TIED, TOTAL
from asylum_rules.testing.term import constants, terms
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import Span

_FIRST: Final = date(2020, 1, 1)
_ON: Final = date(2026, 1, 1)
_VERIFIED: Final = date(2026, 10, 6)
_PAPER: Final = Document(id="drawn", title="A drawn paper", publisher="Nobody", published=_FIRST, url=None)
CITED: Final = (Citation(_PAPER, "paragraph 1", Confidence.HIGH),)

_QUALIFIERS: Final = st.sampled_from([None, None, *Qualifier])
_STAGES: Final = st.sampled_from([Stage.IN_FORCE, Stage.ANNOUNCED, Stage.PAUSED])
_COUNTED: Final = st.sampled_from([person.claimed_on, LODGED_ON, person.arrived_on])
_ENDS: Final = st.sampled_from([date(2025, 11, 17), date(2026, 3, 2), date(2026, 6, 30)])
_WINDOWS: Final = st.one_of(
    st.builds(Transition, counts=_COUNTED, first=_ENDS),
    st.builds(Transition, counts=_COUNTED, last=_ENDS),
)


def _some(subjects: Sequence[Subject]) -> st.SearchStrategy[list[Subject]]:
    return st.lists(st.sampled_from(subjects), min_size=1, max_size=4, unique=True)


_ABOUT: Final = st.one_of(_some(SUBJECTS), *map(_some, TIED))


def random_policies(*, named: str = "drawn", about: Iterable[Subject] | None = None) -> st.SearchStrategy[Policy]:
    """Draw small policies about people, without gaps and clashes; `named` is their id.

    They ask real questions of every kind, of real facts and points; their rules are made up. `about` are the facts,
    derived facts and points that their conditions may test; without it, some of every kind.
    """
    return _policies(named, _ABOUT if about is None else _some(tuple(about)))


@st.composite
def _policies(draw: st.DrawFn, named: str, subjects: st.SearchStrategy[list[Subject]]) -> Policy:
    asked = sorted(draw(st.lists(st.sampled_from(QUESTIONS), min_size=1, max_size=4, unique=True)), key=QUESTIONS.index)
    about = draw(subjects)
    rules: list[Rule] = []
    scopes = []
    for place, question in enumerate(asked):
        drawing = Drawing(draw, question, about, asked[:place])
        scopes.append(Scope(question, draw(st.just(ALWAYS) | st.just(ALWAYS) | drawing.conditions)))
        rules += drawing.gathered() if accumulates(question) else drawing.layers()
    for kind in TOTAL:
        if TOTAL[kind] in _read_by(rules):
            rules += Drawing(draw, TOTAL[kind], about, ()).gathered()
    for kind in LARGEST:
        if LARGEST[kind] in _read_by(rules):
            rules += Drawing(draw, LARGEST[kind], about, ()).gathered()
    return Policy(
        id=named,
        resolved=named,
        title="A drawn policy",
        on=_ON,
        verified_until=_VERIFIED,
        rules=tuple(rules),
        scopes=tuple(scopes),
    )


def _read_by(rules: Sequence[Rule]) -> set[Question]:
    return {read for rule in rules for read in reads(rule.gives) if isinstance(read, Question) and read.part}


_Layer: TypeAlias = list[Rule]


@frozen
class Drawing:
    """The rules of one question while they are drawn."""

    draw: st.DrawFn
    question: Question
    about: Sequence[Subject]
    earlier: Sequence[Question]
    conditions: st.SearchStrategy[Condition] = field(init=False)

    @conditions.default
    def _conditions(self) -> st.SearchStrategy[Condition]:
        codes = [each for each in self.earlier if each.kind is Kind.CODE]
        return conditions((*self.about, *codes))

    def layers(self) -> list[Rule]:
        """Return rules of which exactly one value prevails in every case."""
        below: list[Rule] = list(self._first())
        for _ in range(self.draw(st.integers(0, 3))):
            below += self._above(below)
        return below

    def gathered(self) -> list[Rule]:
        """Return rules that contribute, some of them exceptions to others."""
        rules: list[Rule] = []
        for _ in range(self.draw(st.integers(0, 4))):
            names = [_called(rule) for rule in rules]
            above = self.draw(st.lists(st.sampled_from(names), unique=True, max_size=2)) if names else []
            made = self._rule(len(rules), self.draw(self.conditions), since=_FIRST)
            rules.append(evolve(made, overrides=tuple(above)))
        return rules

    def _first(self) -> _Layer:
        """Return rules of which one applies in every case, and that agree where two do."""
        if self.draw(st.booleans()):
            split = self.draw(self.conditions)
            return [self._rule(0, split, since=_FIRST), self._rule(1, not_(split), since=_FIRST)]
        return self._with_twin(self._rule(0, ALWAYS, since=_FIRST))

    def _above(self, below: Sequence[Rule]) -> _Layer:
        """Return rules that prevail over all below them: as the later law, or as exceptions to it by name."""
        later = self.draw(st.booleans())
        last = max(rule.standing.since for rule in below)
        since = last + timedelta(days=self.draw(st.integers(1, 400))) if later else _FIRST
        made = self._rule(len(below), self.draw(self.conditions), since=since)
        covers = self.draw(st.none() | _WINDOWS)
        over = () if later else tuple(_exceptions(below))
        return self._with_twin(evolve(made, covers=covers, overrides=over))

    def _with_twin(self, rule: Rule) -> _Layer:
        """Return a rule, and now and then another of its rank that gives the same in other cases."""
        if self.draw(st.integers(0, 3)) < 3:
            return [rule]
        when = self.draw(self.conditions)
        twin = evolve(rule, name=f"{rule.name}.twin", when=when, gives=_rewritten(rule.gives), succeeds=())
        return [rule, twin]

    def _rule(self, place: int, when: Condition, *, since: date) -> Rule:
        name = f"{self.question.name.replace('_', '-')}.{place}"
        return Rule(
            name=name,
            text=f"A drawn rule, the {place}th of its question.",
            answers=self.question,
            gives=self.draw(self._terms()),
            when=when,
            qualifier=self.draw(_QUALIFIERS),
            standing=Standing(((since, self.draw(_STAGES)),), _VERIFIED),
            cites=CITED,
            succeeds=self.draw(st.sampled_from([(), (f"{name}.earlier",)])),
        )

    def _terms(self) -> st.SearchStrategy[Term]:
        if self.question in LARGEST.values():
            return constants(self.question)
        if self.question.part:
            return terms(self.question) | st.just(LargestOf(LARGEST[self.question.kind]))
        return terms(self.question, self.earlier, parts=True)


def _called(rule: Rule) -> str:
    """Return a name by which an exception reaches a rule: that of its earlier version where it has one."""
    return rule.succeeds[0] if rule.succeeds else rule.name


def _exceptions(below: Sequence[Rule]) -> Iterator[str]:
    """Yield names of which an exception to each is one to every rule below: through other exceptions too."""
    reached: set[str] = set()
    for rule in reversed(below):
        if not {rule.name, *rule.succeeds} & reached:
            yield _called(rule)
        reached.update(rule.overrides)


def _rewritten(term: Term) -> Term:
    """Return the same value, a span of years in months."""
    match term:
        case Constant(Exactly(Span(years, months, weeks, days))):
            return Constant(Exactly(Span(months=12 * years + months, weeks=weeks, days=days)))
        case _:
            return term
