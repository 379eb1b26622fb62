"""What a policy says to whole cases, looked up in a diagram of every case that is made once."""

from collections.abc import Callable
from typing import Final, TypeAlias

from attrs import frozen

from asylum_rules.cells.answers import Flaw
from asylum_rules.cells.diagram import Branch, Diagram, levels
from asylum_rules.cells.space import Space
from asylum_rules.decide.chosen import question_named
from asylum_rules.decide.completions import Completions, state
from asylum_rules.errors import ClashError, GapError, InvalidInputError, Problem, listed, quoted
from asylum_rules.language.cells import finder
from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Derived, Fact, Point, Question, Within
from asylum_rules.language.terms import AnswerOf, Constant, LargestOf, Term, TotalOf, ValueOf, parts_of
from asylum_rules.language.truth import derive
from asylum_rules.language.working import combined
from asylum_rules.model.answer import Formula, Said, said
from asylum_rules.model.anyone import anyone
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import CaseBase, Unknown
from asylum_rules.units.figure import Exactly
from asylum_rules.units.word import Word


@frozen(eq=False)
class _Fact:
    """Goes on by the value of one fact."""

    name: str
    find: Callable[[Value], int]
    arms: "tuple[_Node, ...]"


@frozen(eq=False)
class _Days:
    """Goes on by whether a day is within a span from another."""

    within: Within
    arms: "tuple[_Node, ...]"


@frozen(eq=False)
class _Formula:
    """Ends with a value that is worked out from the case."""

    of: Callable[[CaseBase], Term]


_Node: TypeAlias = _Fact | _Days | _Formula | Said | Flaw


class Lookup:
    """The answers of one policy to one question, for cases that state every fact that matters to them.

    It is made once; then each case takes microseconds. Nothing is presumed. Raises `InvalidInputError` where the policy
    leaves a point open that the question turns on, and `TooManyCasesError` where a case can be in too many ways.

    >>> from asylum_rules import CaseProfile, policies
    >>> answer = Lookup(policies["uk/latest"], "appeal.body")
    >>> answer(CaseProfile(claim="refused"))[1]
    'first_tier_tribunal'
    """

    def __init__(self, policy: Policy, question: Question | str) -> None:
        self.policy: Final = policy
        self.question: Final = question if isinstance(question, Question) else question_named(policy, question)
        completions = Completions((policy,), state(anyone(policy.profile), presume=False), self.question)
        with completions.bounded():
            diagram = completions.answers(policy).said(self.question)
        turned_on = map(completions.space.variable, sorted(levels(diagram)))
        open_ = [variable.name for variable in turned_on if isinstance(variable, Point)]
        if open_:
            what = f"leaves open {listed(open_)}; read each in one way with `under`"
            raise InvalidInputError(f"policy {quoted(policy.id)}", (Problem("", what),))
        self._root: Final = _made(completions.space, diagram)

    def __call__(self, case: CaseBase) -> Said:
        """Return the status and the value of the answer to a case.

        Raises `InvalidInputError` where the case leaves out a fact that matters to it, `GapError` where no rule
        applies, and `ClashError` where two differ.
        """
        node = self._root
        while True:
            match node:
                case _Fact(name, find, arms):
                    try:
                        node = arms[find(getattr(case, name))]
                    except KeyError:
                        raise _left_out(name) from None
                case _Days(within, arms):
                    node = arms[0 if _read(within, case) else 1]
                case _Formula(of):
                    return said(of(case))
                case Flaw(rules):
                    raise (
                        ClashError(self.policy.id, self.question.name, rules)
                        if rules
                        else GapError(self.policy.id, self.question.name)
                    )
                case _:
                    return node


def _read(subject: Fact | Derived, case: CaseBase) -> Value | None:
    if isinstance(subject, Derived):
        return derive(subject, lambda each: _read(each, case))  # type: ignore[arg-type]  # of facts and derived facts
    value = case.get(subject)
    if isinstance(value, Unknown):
        raise _left_out(subject.name)
    return value


def _left_out(name: str) -> InvalidInputError:
    return InvalidInputError("case", (Problem(quoted(name), "is left out and matters"),))


def _made(space: Space, diagram: Diagram[Said | Flaw]) -> _Node:
    done: dict[Diagram[Said | Flaw], _Node] = {}

    def walk(node: Diagram[Said | Flaw]) -> _Node:
        if not isinstance(node, Branch):
            return _ended(node.value)
        found = done.get(node)
        if found is None:
            arms, variable = tuple(map(walk, node.arms)), space.variable(node.level)
            if isinstance(variable, Within):
                found = _Days(variable, arms)
            else:
                found = _Fact(variable.name, finder(space.cells[node.level]), arms)
            done[node] = found
        return found

    return walk(diagram)


def _ended(value: Said | Flaw) -> _Node:
    formula = None if isinstance(value, Flaw) else value[1]
    return _Formula(_of_case(formula.term)) if isinstance(formula, Formula) else value


def _of_case(term: Term) -> Callable[[CaseBase], Term]:
    """Return what a term comes to by case, once the facts it waits for are read."""
    match term:
        case ValueOf(fact):
            return lambda case: _known(_read(fact, case))
        case Constant() | AnswerOf() | LargestOf() | TotalOf():
            return lambda _: term
        case _:
            parts = tuple(map(_of_case, parts_of(term)))
            return lambda case: combined(term, tuple([part(case) for part in parts]))


def _known(value: Value | None) -> Term:
    return Constant(Word.NONE if value is Word.NONE else Exactly(value))  # type: ignore[arg-type]  # a figure
