"""Rules, and parts of conditions, that decide nothing in any case."""

from collections.abc import Iterator

from asylum_rules.errors import listed
from asylum_rules.language.build import ALWAYS
from asylum_rules.language.nodes import AllOf, AnyOf, Condition, Not
from asylum_rules.language.solve import witness
from asylum_rules.language.walk import tests
from asylum_rules.lint.finding import MEANINGS, Fault, Finding, Level
from asylum_rules.model.flaw import covered, expanded
from asylum_rules.model.policy import Policy
from asylum_rules.model.rule import Rule
from asylum_rules.model.world import WORLDS
from asylum_rules.prose.condition import of_condition
from asylum_rules.sources.standing import Stage


def dead_rules(policy: Policy) -> Iterator[Finding]:
    """Yield the rules that prevail in no case: a note where only proposals, not law, leave nothing of one."""
    for rule in policy.rules:
        above = [policy.rule(name) for name in sorted(policy.beaten_by(rule))]
        if _happens(policy, _applies(policy, rule), *_none_of(policy, above)):
            continue
        level = MEANINGS[Fault.DEAD_RULE].level
        if not _happens(policy, _applies(policy, rule)):
            yield _dead(policy, rule, level, "it applies in no case")
            continue
        law = [each for each in above if policy.stage(each) is Stage.IN_FORCE]
        if _happens(policy, _applies(policy, rule), *_none_of(policy, law)):
            level = Level.NOTE
        met = [each.name for each in above if _happens(policy, _applies(policy, rule), expanded(policy, each.applies))]
        yield _dead(policy, rule, level, f"it never prevails over {listed(met)}")


def _dead(policy: Policy, rule: Rule, level: Level, text: str) -> Finding:
    return Finding(
        fault=Fault.DEAD_RULE,
        level=level,
        text=text,
        policies=(policy.id,),
        rules=(rule.name,),
        question=rule.answers.name,
    )


def dead_conditions(policy: Policy) -> Iterator[Finding]:
    """Yield the parts of conditions without which a rule applies to the same cases, the outermost of each."""
    for rule in policy.rules:
        if not _happens(policy, _applies(policy, rule)):
            continue
        for part in _dead_parts(policy, rule):
            yield Finding(
                fault=Fault.DEAD_CONDITION,
                level=MEANINGS[Fault.DEAD_CONDITION].level,
                text=f'without "{of_condition(part)}" it applies to the same cases',
                policies=(policy.id,),
                rules=(rule.name,),
                question=rule.answers.name,
            )


def _dead_parts(policy: Policy, rule: Rule) -> Iterator[Condition]:
    inside, whole = _inside(policy, rule), expanded(policy, rule.applies)
    found: list[tuple[int, ...]] = []
    for place, part, rest in _parts(AllOf((rule.applies,))):
        if next(tests(part), None) is None or any(place[: len(outer)] == outer for outer in found):
            continue
        less = expanded(policy, rest)
        if not _happens(policy, inside, AnyOf((AllOf((whole, Not(less))), AllOf((less, Not(whole)))))):
            found.append(place)
            yield part


def _parts(condition: Condition, at: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Condition, Condition]]:
    """Yield the place of each part of a condition, the part, and the condition without it; outer parts first."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for place, part in enumerate(parts):
                before, after = parts[:place], parts[place + 1 :]
                yield (*at, place), part, type(condition)((*before, *after))
                for inner, smaller, rest in _parts(part, (*at, place)):
                    yield inner, smaller, type(condition)((*before, rest, *after))
        case Not(part):
            for inner, smaller, rest in _parts(part, at):
                yield inner, smaller, Not(rest)
        case _:
            return


def _happens(policy: Policy, *conditions: Condition) -> bool:
    return witness(AllOf(conditions), WORLDS[policy.profile]) is not None


def _applies(policy: Policy, rule: Rule) -> Condition:
    return AllOf((_inside(policy, rule), expanded(policy, rule.applies)))


def _inside(policy: Policy, rule: Rule) -> Condition:
    """Return the cases that a rule's question is answered in; a part is read wherever its reader is."""
    return ALWAYS if rule.answers.part else covered(policy, rule.answers)


def _none_of(policy: Policy, rules: list[Rule]) -> Iterator[Condition]:
    return (Not(expanded(policy, each.applies)) for each in rules)
