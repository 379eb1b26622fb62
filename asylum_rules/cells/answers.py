"""What a policy says of every completion of a case at once: the rules read as diagrams."""

from collections.abc import Iterator
from functools import reduce as fold
from itertools import chain

from attrs import frozen

from asylum_rules.cells.diagram import Diagram, values
from asylum_rules.cells.space import Space
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition, Test
from asylum_rules.language.subjects import Point, Question
from asylum_rules.language.terms import AnswerOf, Constant, LargestOf, Term, TotalOf, ValueOf, parts_of
from asylum_rules.language.truth import passes
from asylum_rules.language.walk import reads
from asylum_rules.language.working import combined, contributed
from asylum_rules.model.answer import NOT_COVERED, Formula, Said, Status, said
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Rule
from asylum_rules.units.figure import Unstated


@frozen
class Flaw:
    """In the place of an answer: no rule gives one, or several give different ones."""

    rules: tuple[str, ...]


class Answers:
    """The answers of one policy over a space, each worked out once.

    With `parts` left standing, an answer names the parts it is made from and does not say what they come to.
    """

    def __init__(self, policy: Policy, space: Space, *, parts: bool = False) -> None:
        self._policy = policy
        self._space = space
        self._parts = parts
        self._forest = space.forest
        self._readings = dict(policy.readings)
        self._said: dict[str, Diagram[Said | Flaw]] = {}
        self._applying: dict[str, Diagram[bool]] = {}
        self._given_by: dict[str, Diagram[tuple[str, ...]]] = {}

    def said(self, question: Question) -> Diagram[Said | Flaw]:
        """Return what the policy says to a question."""
        found = self._said.get(question.name)
        if found is None:
            found = self._forest.choose(self.covers(question), self._given(question), self._forest.leaf(NOT_COVERED))
            self._said[question.name] = found
        return found

    def given_by(self, question: Question) -> Diagram[tuple[str, ...]]:
        """Return by name the rule that gives an answer, and those that give the answers it builds on."""
        found = self._given_by.get(question.name)
        if found is None:
            nobody: Diagram[tuple[str, ...]] = self._forest.leaf(())
            winner = self._winner(question)
            given = nobody
            for each in values(winner):
                if isinstance(each, Rule):
                    wins = self._forest.apply(lambda other, each=each: other is each, winner)
                    given = self._forest.choose(wins, self._chain(each), given)
            found = self._given_by[question.name] = self._forest.choose(self.covers(question), given, nobody)
        return found

    def _chain(self, rule: Rule) -> Diagram[tuple[str, ...]]:
        own = self._forest.leaf((rule.name,))
        others = (self.given_by(read) for read in _questions(rule) if not read.part)
        return self._forest.apply(lambda *names: tuple(dict.fromkeys(chain(*names))), own, *others)

    def adding(self, question: Question, code: str) -> Diagram[tuple[str, ...]]:
        """Return by name the rules that add a code to an answer of several."""
        added: Diagram[tuple[str, ...]] = self._forest.leaf(())
        for rule in self._policy.rules_of(question):
            if code in rule.codes:
                more = self._forest.apply(lambda names, rule=rule: (*names, rule.name), added)
                added = self._forest.choose(self.prevails(rule), more, added)
        return self._forest.choose(self.covers(question), added, self._forest.leaf(()))

    def covers(self, question: Question) -> Diagram[bool]:
        """Return where the policy answers a question."""
        scope = self._policy.scope(question)
        return self._forest.false if scope is None else self.where(scope.when)

    def _may_give(self, question: Question) -> Diagram[bool]:
        """Return where an answer or a part is given at all."""
        return self._forest.true if question.part else self.covers(question)

    def prevails(self, rule: Rule) -> Diagram[bool]:
        """Return where a rule applies and no other prevails over it."""
        beaten_by = self._policy.beaten_by(rule)
        others = (other for other in self._policy.rules_of(rule.answers) if other.name in beaten_by)
        return fold(self._forest.except_, map(self.applies, others), self.applies(rule))

    def applies(self, rule: Rule) -> Diagram[bool]:
        """Return where the condition of a rule holds."""
        found = self._applying.get(rule.name)
        if found is None:
            found = self._applying[rule.name] = self.where(rule.applies)
        return found

    def where(self, condition: Condition) -> Diagram[bool]:
        """Return where a condition holds."""
        return self._space.where(condition, self._passing)

    def _passing(self, test: Test) -> Diagram[bool]:
        match test.subject:
            case Question() as question:
                return self._forest.apply(lambda answer: passes(test, _code(answer)), self.said(question))
            case Point(name=name) if name in self._readings:
                return self._forest.leaf(passes(test, self._readings[name]))
            case _:
                return self._space.passing(test)

    def _given(self, question: Question) -> Diagram[Said | Flaw]:
        if question.kind is Kind.CODES:
            chosen = self._codes(question)
            return self._forest.apply(lambda codes: (Status.DETERMINED, _in_order(question, codes)), chosen)
        winner = self._winner(question)
        given: Diagram[Said | Flaw] = self._forest.leaf(Flaw(()))
        for each in values(winner):
            wins = self._forest.apply(lambda other, each=each: other is each, winner)
            given = self._forest.choose(wins, self._said_by(each, wins), given)
        return given

    def _said_by(self, winner: Rule | Flaw, where: Diagram[bool]) -> Diagram[Said | Flaw]:
        """Return what a rule says somewhere; elsewhere it may be anything."""
        if isinstance(winner, Flaw):
            return self._forest.leaf(winner)
        return self._forest.apply(_as_said, self._reduced(winner.gives, where))

    def _winner(self, question: Question) -> Diagram[Rule | Flaw]:
        """Return the rule that gives the answer, the first of those that agree."""
        winner: Diagram[Rule | Flaw] = self._forest.leaf(Flaw(()))
        for rule in self._policy.rules_of(question):
            agreed = self._forest.apply(lambda other, rule=rule: _agreed(other, rule), winner)
            winner = self._forest.choose(self.prevails(rule), agreed, winner)
        return winner

    def _codes(self, question: Question) -> Diagram[frozenset[str]]:
        chosen: Diagram[frozenset[str]] = self._forest.leaf(frozenset())
        for rule in self._policy.rules_of(question):
            more = self._forest.apply(lambda codes, rule=rule: codes.union(rule.codes), chosen)
            chosen = self._forest.choose(self.prevails(rule), more, chosen)
        return chosen

    def _reduced(self, term: Term, where: Diagram[bool]) -> Diagram[Term | None]:
        """Return a term of which everything known is worked out; None where it builds on what is not covered.

        That is so somewhere; elsewhere it may be anything.
        """
        match term:
            case Constant():
                return self._forest.leaf(term)
            case ValueOf(fact):
                return self._space.value(fact)
            case AnswerOf(question):
                here = self._forest.choose(where, self.said(question), self._forest.leaf(NOT_COVERED))
                return self._forest.apply(_as_term, here)
            case LargestOf(part) | TotalOf(part):
                return self._contributed(term, part)
            case _:
                parts = (self._reduced(part, where) for part in parts_of(term))
                return self._forest.apply(lambda *each: None if None in each else combined(term, each), *parts)

    def _contributed(self, term: LargestOf | TotalOf, part: Question) -> Diagram[Term | None]:
        """Return what the contributions to a part come to, each weighed against those before it."""
        if self._parts:
            return self._forest.leaf(term)

        def joined(before: tuple[Term, ...] | None, one: Term | None) -> tuple[Term, ...] | None:
            return None if before is None or one is None else (contributed(term, (*before, one)),)

        given: Diagram[tuple[Term, ...] | None] = self._forest.leaf(())
        for rule in self._policy.rules_of(part):
            more = self._forest.apply(joined, given, self._reduced(rule.gives, self._forest.true))
            given = self._forest.choose(self.prevails(rule), more, given)
        return self._forest.apply(lambda each: None if each is None else contributed(term, each), given)

    def responsible(self, question: Question, region: Diagram[bool]) -> dict[Rule, Diagram[bool]]:
        """Return the rules that an answer rests on in a region, and where: those of the answers it builds on too."""
        found: dict[Rule, Diagram[bool]] = {}
        todo = [(question, self._forest.both(region, self._may_give(question)))]
        for asked, where in todo:
            for rule in self._policy.rules_of(asked):
                here = self._forest.both(where, self.prevails(rule))
                if here is not self._forest.false:
                    found[rule] = self._forest.either(found.get(rule, self._forest.false), here)
                    todo += ((read, self._forest.both(here, self._may_give(read))) for read in _questions(rule))
        return found


def _questions(rule: Rule) -> Iterator[Question]:
    return (read for read in reads(rule.gives) if isinstance(read, Question))


def _agreed(one: Rule | Flaw, other: Rule) -> Rule | Flaw:
    if isinstance(one, Rule):
        return one if one.agrees_with(other) else Flaw((one.name, other.name))
    return Flaw((*one.rules, other.name)) if one.rules else other


def _in_order(question: Question, codes: frozenset[str]) -> tuple[str, ...]:
    return tuple(code for code in question.codes if code in codes)


def _code(answer: Said | Flaw) -> str:
    """Return the code that an answer gives; no code at all where it gives none."""
    return "" if isinstance(answer, Flaw) or not isinstance(answer[1], str) else answer[1]


def _as_said(term: Term | None) -> Said:
    return NOT_COVERED if term is None else said(term)


def _as_term(answer: Said | Flaw) -> Term | None:
    if isinstance(answer, Flaw) or answer == NOT_COVERED:
        return None
    value = answer[1]
    if value is None:
        return Constant(Unstated())
    return value.term if isinstance(value, Formula) else Constant(value)
