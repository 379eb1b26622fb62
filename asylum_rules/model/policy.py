"""A policy: rules that together answer questions, and which of them prevails over which."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve, field, frozen

from asylum_rules.errors import InvalidPolicyError, Problem, UnknownNameError, quoted
from asylum_rules.fragment import table
from asylum_rules.language.cells import gathered
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition, Test
from asylum_rules.language.subjects import Derived, Fact, Point, Profile, Question
from asylum_rules.language.terms import Constant
from asylum_rules.language.walk import largest_of, reads, tests
from asylum_rules.model.points import POINTS
from asylum_rules.model.rule import Rule
from asylum_rules.sources.standing import Stage


@frozen
class Scope:
    """The cases in which a policy answers a question; outside them it is not covered."""

    question: Question
    when: Condition


def accumulates(question: Question) -> bool:
    """Return whether every rule of a question adds to its answer, instead of one of them giving it."""
    return question.part or question.kind is Kind.CODES


@frozen(kw_only=True)
class Policy:
    """A named set of rules. Raises `InvalidPolicyError` with every reason why the rules do not make a policy.

    Of two rules that apply, one that overrides the other by name prevails, through other rules too; else the one
    with the later first day. An exception to an earlier version of a rule is an exception to its successors.
    """

    id: str
    """The name it was asked for by."""
    resolved: str
    """The name that says all: the day, and the reforms laid over it."""
    title: str
    on: date
    """The day whose rules these are, before reforms."""
    verified_until: date
    """The last day up to which the rules are verified."""
    rules: tuple[Rule, ...]
    scopes: tuple[Scope, ...]
    readings: tuple[tuple[str, str], ...] = ()
    """Open points that are read in one way."""
    _of: dict[str, tuple[Rule, ...]] = field(init=False, eq=False, repr=False)
    _beaten_by: dict[str, frozenset[str]] = field(init=False, eq=False, repr=False)
    _scope: dict[str, Scope] = field(init=False, eq=False, repr=False)
    _builds_on: dict[str, tuple[Question, ...]] = field(init=False, eq=False, repr=False)
    _conditions: dict[str, tuple[Condition, ...]] = field(init=False, eq=False, repr=False, factory=dict)
    _tests: dict[str, dict[str, tuple[Test, ...]]] = field(init=False, eq=False, repr=False, factory=dict)

    @_of.default
    def _rules_by_question(self) -> dict[str, tuple[Rule, ...]]:
        names = dict.fromkeys(rule.answers.name for rule in self.rules)
        return {name: tuple(rule for rule in self.rules if rule.answers.name == name) for name in names}

    @_scope.default
    def _scopes_by_question(self) -> dict[str, Scope]:
        return {scope.question.name: scope for scope in self.scopes}

    @_builds_on.default
    def _questions_read(self) -> dict[str, tuple[Question, ...]]:
        return {name: tuple(dict.fromkeys(self._read_by(name))) for name in (*self._scope, *self._of)}

    @_beaten_by.default
    def _ranks(self) -> dict[str, frozenset[str]]:
        beats = _overrides(self.rules)
        return {
            rule.name: frozenset(
                other.name
                for other in self._of[rule.answers.name]
                if rule.name in beats[other.name]
                or (
                    not accumulates(rule.answers)
                    and other.name not in beats[rule.name]
                    and other.standing.since > rule.standing.since
                )
            )
            for rule in self.rules
        }

    def __attrs_post_init__(self) -> None:
        problems = [
            *_scopes(self.scopes),
            *_repeated(self.rules),
            *_cycles(self),
            *_unread(self),
            *_open_parts(self),
        ]
        if problems:
            raise InvalidPolicyError(self.id, tuple(problems))

    def _repr_html_(self) -> str:
        caption = f"{self.title}: {self.resolved}, {len(self.rules)} rules, verified until {self.verified_until}"
        rows = (
            [
                question.text,
                question.name,
                str(len(self.rules_of(question))),
                ", ".join(point.name for point in self.points(question)),
            ]
            for question in self.questions
        )
        return table(caption, ("Question", "Name", "Rules", "Open points"), rows)

    @property
    def profile(self) -> Profile:
        """What the policy's cases are profiles of."""
        return self.scopes[0].question.profile

    @property
    def reforms(self) -> tuple[str, ...]:
        """The names of the reforms laid over it, in their order."""
        return tuple(self.resolved.split("+")[1:])

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions the policy answers."""
        return tuple(scope.question for scope in self.scopes)

    def scope(self, question: Question) -> Scope | None:
        """Return the cases in which the policy answers a question; None where it never does."""
        return self._scope.get(question.name)

    def rules_of(self, question: Question) -> tuple[Rule, ...]:
        """Return the rules of a question."""
        return self._of.get(question.name, ())

    def rule(self, name: str) -> Rule:
        """Return a rule by its name; raise `UnknownNameError` where there is none."""
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise UnknownNameError("rule", name, tuple(rule.name for rule in self.rules))

    def beaten_by(self, rule: Rule) -> frozenset[str]:
        """Return the names of the rules that prevail over a rule where they apply."""
        return self._beaten_by[rule.name]

    def stage(self, rule: Rule) -> Stage:
        """Return how far a rule had come on the policy's day; for a reform's rule, how far it has come since."""
        return rule.standing.on(self.on) or rule.standing.latest

    def under(self, point: Point | str, reading: str) -> "Policy":
        """Return the policy with an open point read in one way.

        Raises `UnknownNameError` for a point or a reading that is not there.
        """
        return self.read([(point, reading)])

    def read(self, readings: Iterable[tuple[Point | str, str]]) -> "Policy":
        """Return the policy with some open points read in one way each.

        Raises `UnknownNameError` for a point or a reading that is not there.
        """
        fixed = dict(self.readings)
        for point, reading in readings:
            found = point if isinstance(point, Point) else point_named(point)
            if reading not in found.codes:
                raise UnknownNameError(f"reading of {quoted(found.name)}", reading, found.codes)
            fixed[found.name] = reading
        return evolve(self, readings=tuple(fixed.items()))

    def conditions(self, question: Question) -> tuple[Condition, ...]:
        """Return every condition that can matter to a question, those of the answers it builds on included."""
        found = self._conditions.get(question.name)
        if found is None:
            found = tuple(each for name in self._closure(question) for each in self._own_conditions(name))
            self._conditions[question.name] = found
        return found

    def tests(self, question: Question) -> Mapping[str, tuple[Test, ...]]:
        """Return every test that can matter to a question, by the fact or point it cuts."""
        found = self._tests.get(question.name)
        if found is None:
            found = self._tests[question.name] = gathered(self.conditions(question))
        return found

    def _own_conditions(self, name: str) -> Iterator[Condition]:
        if name in self._scope:
            yield self._scope[name].when
        for rule in self._of.get(name, ()):
            yield rule.applies

    def _closure(self, question: Question) -> list[str]:
        found: dict[str, None] = {}
        todo = [question.name]
        while todo:
            name = todo.pop()
            if name not in found:
                found[name] = None
                todo.extend(other.name for other in self._builds_on.get(name, ()))
        return list(found)

    def _read_by(self, name: str) -> Iterator[Question]:
        for condition in self._own_conditions(name):
            for test in tests(condition):
                if isinstance(test.subject, Question):
                    yield test.subject
        for rule in self._of.get(name, ()):
            for read in reads(rule.gives):
                if isinstance(read, Question):
                    yield read

    def basis(self, question: Question) -> tuple[tuple[Scope | None, tuple[Rule, ...]], ...]:
        """Return all that an answer can rest on: the scopes and rules of the question, and of those it builds on."""
        return tuple((self._scope.get(name), self._of.get(name, ())) for name in sorted(self._closure(question)))

    def facts(self, question: Question) -> tuple[Fact, ...]:
        """Return the facts that can matter to a question, in the order met."""
        found: dict[str, Fact] = {}
        for name in self._closure(question):
            subjects = [test.subject for each in self._own_conditions(name) for test in tests(each)]
            subjects += [read for rule in self._of.get(name, ()) for read in reads(rule.gives)]
            for subject in subjects:
                for fact in subject.of if isinstance(subject, Derived) else (subject,):
                    if isinstance(fact, Fact):
                        found[fact.name] = fact
        return tuple(found.values())

    def points(self, question: Question | None = None) -> tuple[Point, ...]:
        """Return the open points that can matter to a question, or to any."""
        asked = self.questions if question is None else (question,)
        found = {
            test.subject.name: test.subject
            for each in asked
            for condition in self.conditions(each)
            for test in tests(condition)
            if isinstance(test.subject, Point)
        }
        return tuple(found.values())


def point_named(name: str) -> Point:
    """Return an open point by its name; raise `UnknownNameError` where there is none."""
    for point in POINTS:
        if point.name == name:
            return point
    raise UnknownNameError("open point", name, tuple(point.name for point in POINTS))


def headlines(*policies: Policy) -> dict[str, str]:
    """Return the headline of every open point that has one and that none of the policies reads in one way already."""
    fixed = {name for policy in policies for name, _ in policy.readings}
    return {each.name: each.headline for each in POINTS if each.headline is not None and each.name not in fixed}


def _overrides(rules: Iterable[Rule]) -> dict[str, set[str]]:
    """Return for each rule the names it overrides: through successors, and through other rules."""
    every = tuple(rules)
    known_as: dict[str, set[str]] = {}
    for rule in every:
        for name in (rule.name, *rule.succeeds):
            known_as.setdefault(name, set()).add(rule.name)
    direct = {
        rule.name: set[str]().union(*(known_as.get(name, ()) for name in rule.overrides)) - {rule.name}
        for rule in every
    }
    reached = {name: set(names) for name, names in direct.items()}
    changed = True
    while changed:
        changed = False
        for names in reached.values():
            more = set().union(*(reached[name] for name in names)) - names
            names.update(more)
            changed = changed or bool(more)
    return reached


def _scopes(scopes: tuple[Scope, ...]) -> Iterator[Problem]:
    if not scopes:
        yield Problem("", "answers no question: it has no scopes")
    names = [scope.question.name for scope in scopes]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield Problem(quoted(name), "two scopes of this question")


def _repeated(rules: tuple[Rule, ...]) -> Iterator[Problem]:
    names = [rule.name for rule in rules]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield Problem(quoted(name), "two rules of this name")
    for name, beaten in _overrides(rules).items():
        if name in beaten:
            yield Problem(quoted(name), "overrides itself through other rules")


def _unread(policy: Policy) -> Iterator[Problem]:
    asked = {name for scope in policy.scopes for name in policy._closure(scope.question)}  # noqa: SLF001  # this file's own
    for rule in policy.rules:
        if rule.answers.name not in asked:
            what = f"answers {quoted(rule.answers.name)}, which nothing asks or reads"
            yield Problem(quoted(rule.name), what, "unread-rule")


def _open_parts(policy: Policy) -> Iterator[Problem]:
    """Yield the contributions to a part read by its largest that are not written out: they could not be compared."""
    largest = {part.name for rule in policy.rules for part in largest_of(rule.gives)}
    for rule in policy.rules:
        if rule.answers.name in largest and not isinstance(rule.gives, Constant):
            yield Problem(
                quoted(rule.name), f"gives no constant, but {quoted(rule.answers.name)} is read by its largest"
            )


def _cycles(policy: Policy) -> Iterator[Problem]:
    for name in dict.fromkeys((*policy._scope, *policy._of)):  # noqa: SLF001  # this file's own
        for other in policy._builds_on[name]:  # noqa: SLF001  # this file's own
            if name in policy._closure(other):  # noqa: SLF001  # this file's own
                yield Problem(quoted(name), f"its answer builds on {quoted(other.name)}, and that one on it")
