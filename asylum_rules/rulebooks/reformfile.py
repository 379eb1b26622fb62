"""A reader's own reform: a TOML file with a base policy and operations by rule name. Nothing in it is code.

Operations speak of the rules of the policy that the file is laid over, not of one another: their order means nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from asylum_rules.errors import (
    InvalidInputError,
    InvalidPolicyError,
    InvalidRuleError,
    Problem,
    UnknownNameError,
    hint,
    listed,
    path_named,
    quoted,
)
from asylum_rules.language.build import ALWAYS
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Derived, Question, Subject
from asylum_rules.language.terms import Constant, Term
from asylum_rules.language.walk import tests
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.model.points import POINTS
from asylum_rules.model.policy import Policy
from asylum_rules.model.questions import QUESTIONS
from asylum_rules.model.raw import day_of, given_of, shown
from asylum_rules.model.reform import Amend, Insert, Operation, Reform, Repeal, Replace, living, refuse_twice
from asylum_rules.model.rule import Qualifier, Rule, is_name
from asylum_rules.rulebooks.reformcondition import condition_of
from asylum_rules.rulebooks.reformtable import Notes, Table, one_of, text_of
from asylum_rules.sources.citation import Citation, Confidence, Document
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.tablefile import read_table
from asylum_rules.units.figure import Unstated

_SAID: Final = ("text", "standing", "source")
_NEW: Final = ("name", *_SAID, "when", "gives", "qualifier", "overrides")
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "amend": ("rule", "name", *_SAID, "when", "gives"),
    "replace": ("rule", *_NEW),
    "repeal": ("rule", *_SAID),
    "insert": ("question", *_NEW),
}
"""The operations there are, and what each may state."""
_TOP: Final = ("title", "base", "published", "source", *_KEYS)
_EXPECTED: Final = {
    "title": "what the reform is called",
    "published": "the day of the proposal, as `2026-11-01`",
    "rule": "the name of a rule",
    "name": "a name of its own, as `leave.five-years`",
    "question": "the question that it answers",
    "text": "what it says, in a sentence",
    "gives": "what it gives, as `P5Y`",
    "publisher": "who published it",
}
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "amend": ("rule", "text"),
    "replace": ("rule", "name", "text", "gives"),
    "repeal": ("rule", "text"),
    "insert": ("question", "name", "text", "gives"),
}
_SOURCE: Final = ("title", "publisher", "url", "published", "at", "confidence")
_STAGES: Final = ("disputed", "announced", "consulted", "bill", "legislated", "in_force")
_SURE: Final = ("high", "medium")
_FACTS: Final = {each.profile: each.facts for each in (CaseProfile, BoatProfile)}
_UNREAD: Final[Term] = Constant(Unstated())
"""Stands for an effect that is missing or cannot be read."""


@frozen
class ReformFile:
    """A reform as its file has it, to be read against the policy that it is laid over."""

    path: Path
    table: Mapping[str, object]

    @property
    def name(self) -> str:
        """The reform's name: the file's, without its ending."""
        return self.path.stem

    @property
    def base(self) -> str:
        """The id of the policy that it is written for; raises `InvalidInputError` where it names none."""
        base = self.table.get("base")
        if not isinstance(base, str) or ".toml" in base.lower():
            raise self.refused("`base`", "expected the id of a policy, as `uk/proposed`")
        return base

    def refused(self, where: str, what: str) -> InvalidInputError:
        """Return the refusal of this file for one reason."""
        return InvalidInputError(path_named(self.path), (Problem(where, what),))

    def reform(self, policy: Policy) -> Reform:
        """Return the reform, read against a policy; raise `InvalidInputError` once with everything that is wrong."""
        try:
            refuse_twice(self.name, policy)
            reform = _Reading(self.name, policy).reform(self.table)
            reform.over(policy)
        except (InvalidInputError, InvalidPolicyError) as error:
            raise InvalidInputError(path_named(self.path), error.problems) from None
        except InvalidRuleError as error:
            raise self.refused(quoted(error.rule), error.message) from None
        return reform


def open_reform(path: Path) -> ReformFile:
    """Return what a reform file holds; raise `InvalidInputError` where it cannot be one."""
    file = ReformFile(path, {})
    if not str(path).isprintable():
        raise file.refused("", "expected a path of printable characters")
    if not is_name(file.name):
        raise file.refused("", "expected a file whose name can be the reform's, as `fifteen-years.toml`")
    return evolve(file, table=read_table(path, of="operations", suffixes=(".toml",)))


@frozen
class _Reading:
    """What the names in a file may mean under the policy it is laid over, and what has been read of the file."""

    name: str
    policy: Policy
    published: date = date.min
    cites: tuple[Citation, ...] | None = None
    """What an operation rests on that names no source itself; None where the file names none for all."""
    added: dict[str, str] = field(factory=dict)
    """The new rules by name, each with its operation."""
    changed: dict[str, str] = field(factory=dict)
    """The old rules that an operation changes, each with that operation."""
    documents: dict[Document, str] = field(factory=dict)
    """The documents cited, each with the id it is given."""
    questions: dict[str, Question] = field(init=False)
    subjects: dict[str, Subject] = field(init=False)

    @questions.default
    def _questions(self) -> dict[str, Question]:
        every = (*self.policy.questions, *(rule.answers for rule in self.policy.rules))
        return {question.name: question for question in every}

    @subjects.default
    def _subjects(self) -> dict[str, Subject]:
        conditions = (each.when for each in self.policy.scopes), (rule.applies for rule in self.policy.rules)
        tested = (test.subject for each in conditions for condition in each for test in tests(condition))
        derived = (subject for subject in tested if isinstance(subject, Derived))
        every = (*_FACTS[self.policy.profile], *derived, *POINTS, *self.questions.values())
        return {subject.name: subject for subject in every}

    def reform(self, items: Mapping[str, object]) -> Reform:
        """Return the reform that the table of a file states; raise `InvalidInputError` with everything noted."""
        top = Table(items, Notes())
        top.only(_TOP, needed=_expected("title", "published"))
        title = top.read("title", text_of, empty="")
        published = top.read("published", day_of, empty=date.min)
        reading = evolve(self, published=published, cites=self.cited(top))
        operations = tuple(reading.operations(top))
        if top.notes.problems:
            raise InvalidInputError("reform", tuple(top.notes.problems))
        return Reform(name=self.name, title=title, on=published, operations=operations)

    def operations(self, top: Table) -> Iterator[Operation]:
        """Yield the operations of a file, those of which something is noted left out."""
        if not any(kind in top.items for kind in _KEYS):
            top.note(f"expected at least one operation: {listed(f'[[{kind}]]' for kind in _KEYS)}")
        tables = [(kind, each) for kind in _KEYS if kind in top.items for each in _numbered(top, kind)]
        named = [(kind, each, self.new_name(kind, each)) for kind, each in tables]
        for kind, table, name in named:
            operation = self.operation(kind, table, name)
            if operation is not None:
                yield operation

    def operation(self, kind: str, table: Table, name: str) -> Operation | None:
        """Return an operation; None where something is noted of it."""
        table.only(_KEYS[kind], needed=_expected(*_NEEDED[kind]))
        old = () if kind == "insert" else self.old(kind, table)
        question = old[-1].answers if old else table.read("question", self.asked, empty=None)
        text, standing, cites = self.said(table)
        when = self.when(table)
        gives = _UNREAD if question is None else table.read("gives", partial(_constant, question), empty=_UNREAD)
        qualifier = table.read("qualifier", one_of("qualifier", tuple(Qualifier)), empty="")
        overrides = table.each("overrides", self.overridden) if "overrides" in table.items else ()
        if kind == "amend" and not {"when", "gives"} & set(table.items):
            table.note("changes nothing, expected `when`, `gives` or both")
        if question is None or not table.sound:
            return None
        target = str(table.items.get("rule"))
        if kind == "repeal":
            return Repeal(old=target, text=text, standing=standing, cites=cites)
        if kind == "amend":
            effect = gives if "gives" in table.items else None
            return Amend(old=target, name=name, text=text, standing=standing, cites=cites, when=when, gives=effect)
        try:
            rule = Rule(
                name=name,
                text=text,
                answers=question,
                gives=gives,
                standing=standing,
                cites=cites,
                when=ALWAYS if when is None else when,
                qualifier=Qualifier(qualifier) if qualifier else None,
                overrides=overrides,
            )
        except InvalidRuleError as error:
            table.note(error.message)
            return None
        return Insert(rule) if kind == "insert" else Replace(target, rule)

    def said(self, table: Table) -> tuple[str, Standing, tuple[Citation, ...]]:
        """Return what an operation says in words, how far it has come, and what it cites or the whole file does."""
        text = table.read("text", text_of, empty="")
        stage = table.read("standing", one_of("standing", _STAGES), empty="announced")
        own = self.cited(table)
        cites = self.cites if own is None else own
        if cites is None:
            table.note("is missing, expected who says so, here or once at the top of the file", "source")
        return text, Standing(((self.published, Stage(stage)),), verified=self.published), cites or ()

    def new_name(self, kind: str, table: Table) -> str:
        """Return the name of the rule that an operation makes, checked to be new; a repeal makes none."""
        if kind == "repeal":
            return ""
        old = table.items.get("rule")
        default = f"{old}.{self.name}" if kind == "amend" and isinstance(old, str) else ""
        name = table.read("name", _name, empty=default)
        other = self.added.setdefault(name, table.operation)
        if living(name, self.policy.rules):
            table.note(f"{quoted(name)} is a rule of {quoted(self.policy.id)} already", "name")
        elif name != default and other != table.operation:
            table.note(f"{quoted(name)} is the rule of {other} already", "name")
        return name

    def old(self, kind: str, table: Table) -> tuple[Rule, ...]:
        """Return the rules that an operation changes: of an amendment the one it reaches, else successors too."""
        found = living(table.read("rule", self.known, empty=""), self.policy.rules)
        reached = found[-1:] if kind == "amend" else found
        for rule in reached:
            other = self.changed.setdefault(rule.name, table.operation)
            if other != table.operation:
                table.note(f"reaches {quoted(rule.name)}, which {other} changes already", "rule")
        return reached

    def known(self, raw: object, more: Iterable[str] = ()) -> str:
        """Return the name of a rule of the policy; raise `ValueError` with the nearest, `more` included, otherwise."""
        if isinstance(raw, str) and living(raw, self.policy.rules):
            return raw
        name = text_of(raw)
        names = (name for rule in self.policy.rules for name in (rule.name, *rule.succeeds))
        nearest = UnknownNameError("rule", name, (*names, *more)).nearest
        raise ValueError(f"{quoted(name)} is no rule of {quoted(self.policy.id)}{hint(nearest, ())}")

    def overridden(self, raw: object) -> str:
        """Return the name of a rule of the policy or of the file; raise `ValueError` where it is none."""
        return raw if isinstance(raw, str) and raw in self.added else self.known(raw, self.added)

    def asked(self, raw: object) -> Question:
        """Return the question of a name; raise where the policy does not answer it."""
        if isinstance(raw, str) and raw not in self.questions and any(raw == each.name for each in QUESTIONS):
            raise ValueError(f"{quoted(self.policy.id)} does not answer {quoted(raw)}")
        return self.questions[one_of("question", tuple(self.questions))(raw)]

    def when(self, table: Table) -> Condition | None:
        """Return the condition of an operation; None where it states none."""
        stated = table.table("when") if "when" in table.items else None
        return None if stated is None else condition_of(stated, self.subjects)

    def cited(self, table: Table) -> tuple[Citation, ...] | None:
        """Return what an operation, or the whole file, cites; None where it names no source."""
        return tuple(self.citation(each) for each in table.tables("source")) if "source" in table.items else None

    def citation(self, table: Table) -> Citation:
        """Return a citation; its document is named after the reform."""
        table.only(_SOURCE, needed=_expected("title", "publisher"))
        unnamed = Document(
            id="",
            title=table.read("title", text_of, empty=""),
            publisher=table.read("publisher", text_of, empty=""),
            published=table.read("published", _day_or_text, empty=None),
            url=table.read("url", _address, empty=None),
        )
        name = self.documents.setdefault(unnamed, f"{self.name}.{len(self.documents) + 1}")
        sure = table.read("confidence", one_of("confidence", _SURE), empty="medium")
        return Citation(evolve(unnamed, id=name), table.read("at", text_of, empty=None), Confidence(sure))


def _expected(*keys: str) -> dict[str, str]:
    return {key: _EXPECTED[key] for key in keys}


def _numbered(top: Table, kind: str) -> Iterator[Table]:
    """Yield the operations of a kind, each called by its number and the rule that it names."""
    for number, table in enumerate(top.tables(kind), 1):
        name = table.items.get("name" if kind == "insert" else "rule")
        called = f" {quoted(name)}" if isinstance(name, str) else ""
        yield evolve(table, operation=f"{kind} {number}{called}", path=())


def _constant(question: Question, raw: object) -> Term:
    return Constant(given_of(question, raw))


def _name(raw: object) -> str:
    if not isinstance(raw, str) or not is_name(raw):
        raise ValueError(f"{shown(raw)} is not a name as `leave.five-years`")
    return raw


def _day_or_text(raw: object) -> date | str:
    return day_of(raw) if isinstance(raw, date) else text_of(raw)


def _address(raw: object) -> str:
    if not isinstance(raw, str) or not raw.startswith(("https://", "http://")) or " " in text_of(raw):
        raise ValueError(f"{shown(raw)} is not an address as `https://www.gov.uk`")
    return raw
