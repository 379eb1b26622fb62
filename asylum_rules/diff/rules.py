"""What changes between the rules of two policies: inserted, replaced, amended, repealed."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from attrs import frozen

from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Rule


class Change(StrEnum):
    """What became of a rule."""

    INSERTED = "inserted"
    REPLACED = "replaced"
    AMENDED = "amended"
    REPEALED = "repealed"


_LINKS: Final = {Change.AMENDED: "to", Change.REPLACED: "by"}


@frozen
class RuleChange:
    """One rule that is in only one of two policies, with what it took the place of."""

    change: Change
    old: Rule | None
    new: Rule | None

    @property
    def question(self) -> str:
        """The name of the question that the rule answers."""
        rule = self.new or self.old
        return "" if rule is None else rule.answers.name

    def __str__(self) -> str:
        if self.old is None or self.new is None:
            return f"`{(self.new or self.old).name}` {self.change}"  # type: ignore[union-attr]  # there is one of them
        return f"`{self.old.name}` {self.change} {_LINKS[self.change]} `{self.new.name}`"


def rule_changes(base: Policy, other: Policy) -> tuple[RuleChange, ...]:
    """Return what a second policy changes in the rules of a first, by question in the first one's order.

    A rule is amended where its successor answers the same question under the same condition, or gives the same on
    another condition, and replaced where both differ.

    >>> from asylum_rules import policies
    >>> [each.new.name for each in rule_changes(policies["uk@2026-03-01"], policies["uk@2026-03-02"])]
    ['leave.thirty-months', 'leave.lone-children', 'review.every-thirty-months']
    """
    changes = tuple(_changes(base, other))
    order = {rule.answers.name: place for place, rule in enumerate((*base.rules, *other.rules))}
    return tuple(sorted(changes, key=lambda change: order[change.question]))


def _changes(base: Policy, other: Policy) -> Iterator[RuleChange]:
    before = {rule.name: rule for rule in base.rules}
    after = {rule.name: rule for rule in other.rules}
    gone = {name: rule for name, rule in before.items() if name not in after}
    for rule in after.values():
        if rule.name in before:
            continue
        old = next((gone[name] for name in rule.succeeds if name in gone), None)
        if old is None:
            yield RuleChange(Change.INSERTED, None, rule)
        else:
            kept = old.applies == rule.applies or old.gives == rule.gives
            yield RuleChange(Change.AMENDED if kept else Change.REPLACED, old, rule)
    succeeded = {name for rule in after.values() if rule.name not in before for name in rule.succeeds}
    for name, rule in gone.items():
        if name not in succeeded:
            yield RuleChange(Change.REPEALED, rule, None)
