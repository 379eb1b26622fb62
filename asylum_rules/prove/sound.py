"""Properties of one policy: it answers in every case that it covers, never in two ways, and no rule of it is idle."""

from collections.abc import Callable, Iterator
from typing import Unpack

from attrs import frozen

from asylum_rules.cells.answers import Answers, Flaw
from asylum_rules.cells.diagram import values
from asylum_rules.cells.region import Region
from asylum_rules.decide.completions import Completions
from asylum_rules.errors import TooManyCasesError, listed, quoted
from asylum_rules.language.subjects import Question
from asylum_rules.model.policy import Policy
from asylum_rules.prove.cases import About, Cases
from asylum_rules.prove.proof import Counterexample, Outcome, Proof, Unsettled, proof


def no_gap(policy: Policy, **about: Unpack[About]) -> Proof:
    """Prove that some rule applies in every case that a policy covers.

    >>> from asylum_rules import policies
    >>> no_gap(policies["uk/latest"], questions=["leave.length"]).holds
    True
    """
    claim = f"{quoted(policy.id)} answers in every case that it covers"
    return _proved("no-gap", claim, policy, lambda asked: asked.flaws(clashes=False), about)


def no_clash(policy: Policy, **about: Unpack[About]) -> Proof:
    """Prove that in no case two rules of equal rank and date apply and differ."""
    claim = f"no two rules of {quoted(policy.id)} apply to one case and differ"
    return _proved("no-clash", claim, policy, lambda asked: asked.flaws(clashes=True), about)


def no_dead_rule(policy: Policy, **about: Unpack[About]) -> Proof:
    """Prove that every rule decides some case. Of a reform it may be meant that it leaves nothing of an old rule."""
    claim = f"every rule of {quoted(policy.id)} decides some case"
    return _proved("no-dead-rule", claim, policy, lambda asked: asked.dead_rules(), about, every_rule=True)


@frozen(eq=False)
class _Asked:
    """One policy asked one question of every case."""

    policy: Policy
    question: Question
    completions: Completions

    @property
    def answers(self) -> Answers:
        return self.completions.answers(self.policy)

    def flaws(self, *, clashes: bool) -> Iterator[Counterexample]:
        """Yield a case for each gap, or for each clash."""
        forest = self.completions.space.forest
        said = self.answers.said(self.question)
        for flaw in values(said):
            if isinstance(flaw, Flaw) and bool(flaw.rules) is clashes:
                where = forest.apply(lambda each, flaw=flaw: each == flaw, said)
                region = Region(self.completions.space, forest.both(where, self.completions.space.possible()))
                if not region.is_empty:
                    yield self._shown(region, flaw)

    def _shown(self, region: Region, flaw: Flaw) -> Counterexample:
        facts, points = self.completions.example(region.smallest(region.where))
        text = f"{listed(flaw.rules)} apply to one case and differ" if flaw.rules else "no rule applies"
        return Counterexample(question=self.question, text=text, facts=facts, points=points, rules=flaw.rules)

    def dead_rules(self) -> Iterator[Counterexample]:
        """Yield the rules that decide no case; there is no case to show it."""
        forest = self.completions.space.forest
        inside = forest.true if self.question.part else self.answers.covers(self.question)
        for rule in self.policy.rules_of(self.question):
            decides = forest.both(inside, self.answers.prevails(rule))
            if forest.both(decides, self.completions.space.possible()) is forest.false:
                text = f"{quoted(rule.name)} decides no case"
                yield Counterexample(question=self.question, text=text, rules=(rule.name,))


def _proved(  # noqa: PLR0913  # each says one thing of the property
    name: str,
    claim: str,
    policy: Policy,
    found: Callable[[_Asked], Iterator[Counterexample]],
    about: About,
    *,
    every_rule: bool = False,
) -> Proof:
    cases = Cases(**about)
    (read,) = cases.read(policy)
    read_only = (rule.answers for rule in read.rules if every_rule and cases.questions is None)
    questions = tuple(dict.fromkeys((*cases.asked(read), *read_only)))

    def ask(question: Question) -> Iterator[Outcome]:
        asked = _Asked(read, question, Completions((read,), cases.stated(read), question))
        try:
            with asked.completions.bounded():
                yield from found(asked)
        except TooManyCasesError as error:
            yield Unsettled(question=question, reason=str(error))

    return proof(name, claim, (policy.id,), cases, {each: tuple(ask(each)) for each in questions})
