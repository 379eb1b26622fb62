"""A class of cases whose answer changes in one way: who they are, from what to what, by which rules."""

from collections.abc import Callable
from functools import cached_property
from itertools import chain

from attrs import evolve, field, frozen

from asylum_rules.cells.region import Region
from asylum_rules.decide.witness import Witness
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, Point, Question, Within
from asylum_rules.model.answer import Answer, Path, Said
from asylum_rules.model.direction import Changed, Direction
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import least_firm
from asylum_rules.sources.standing import least_advanced
from asylum_rules.units.figure import Figure


@frozen(kw_only=True, eq=False)
class ChangeClass:
    """Cases whose answer to a question goes from one thing to another, by the same rules.

    Classes of one question share no case. Of a question with several codes each class is about one `code`, and of one
    made from parts there are classes about what one `part` adds; those share no case with others of the same code or
    the same part and rule.
    """

    question: Question
    code: str | None = None
    """The code that is added or taken away, where the answer is of several codes."""
    part: Question | None = None
    """The part to which something is added or no longer added, where the class is about one."""
    old: Said
    new: Said
    changed: Changed
    """None where two formulas cannot be set against each other."""
    direction: Direction
    old_range: Figure | None = None
    """The smallest figure that holds every old answer, where the class is about a formula of parts."""
    new_range: Figure | None = None
    region: Region = field(repr=False)
    _policies: tuple[Policy, Policy] = field(repr=False)
    _witness: Callable[[], Witness] = field(repr=False)
    _sensitive: Callable[[], frozenset[str]] = field(repr=False)

    @cached_property
    def when(self) -> Condition | None:
        """What holds of its cases and of no others: exact, and no test in it can be left out.

        Of a class about a part it is said of the cases whose answer has that part. None where there is no short
        condition; `rows` then lists the ways into the class.
        """
        return self.region.condition

    @property
    def rows(self) -> tuple[Path, ...]:
        """Its cases as a decision table of ways that share no case; empty where even these are too many."""
        return self.region.rows()

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The facts that decide whether a case is in it; none of them can be left out."""
        facts = (each.of if isinstance(each, Within) else (each,) for each in self.region.variables)
        return tuple(sorted({each.name for each in chain.from_iterable(facts) if isinstance(each, Fact)}))

    @cached_property
    def points(self) -> tuple[str, ...]:
        """The open points that it depends on: another reading puts some case outside it or gives it other answers."""
        own = {each.name for each in self.region.variables if isinstance(each, Point)}
        return tuple(sorted(own | self._sensitive()))

    @cached_property
    def witness(self) -> Witness:
        """One case of the class, as little as settles it; asking both policies about it shows the change."""
        return self._witness()

    @cached_property
    def answers(self) -> tuple[Answer, Answer]:
        """The old and the new answer, with the rules that give them to the witness."""
        (old, new), witness = self._policies, self.witness
        return self._answer(witness.old, self.old, old), self._answer(witness.new, self.new, new)

    def _answer(self, given: Answer, said: Said, policy: Policy) -> Answer:
        """Return an answer to the witness as that of the class: of several codes only the one it is about.

        A code that no rule adds stands as the whole answer does: what takes it away may be a proposal.
        """
        status, value = said
        answer = evolve(given, status=status, value=value, possible=())
        if self.code is None:
            return answer
        rules = tuple(rule for rule in given.rules if self.code in rule.codes)
        return evolve(
            answer,
            rules=rules,
            qualifier=least_firm([rule.qualifier for rule in rules]),
            standing=least_advanced([policy.stage(rule) for rule in rules]) if rules else given.standing,
        )


@frozen
class TooLarge:
    """In the place of classes: what would be too large to work out, and the way to narrow it."""

    question: Question
    nodes: int
    """More nodes than this were needed."""
    facts: tuple[str, ...]
    """Facts that would narrow it where they are given."""

    def __str__(self) -> str:
        return (
            f"`{self.question.name}` turns on too much at once (over {self.nodes:,} nodes); "
            f"give some of: {', '.join(self.facts)}"
        )


@frozen(kw_only=True)
class QuestionImpact:
    """What changes in the answers to one question."""

    question: Question
    classes: tuple[ChangeClass, ...]
    unchanged: tuple[ChangeClass, ...]
    """The classes of cases whose answer stays."""
    too_large: TooLarge | None = None
