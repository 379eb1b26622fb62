"""Every way in which the answers of two policies to one question differ, each with the cases it is so for."""

from collections.abc import Iterator
from functools import partial, reduce as fold
from typing import Any, Final, TypeAlias

from asylum_rules.cells.answers import Answers
from asylum_rules.cells.diagram import Diagram, values
from asylum_rules.cells.partial import NOWHERE, Somewhere
from asylum_rules.cells.region import Region
from asylum_rules.decide.asked import Asked, Pair
from asylum_rules.decide.witness import sensitive, witness
from asylum_rules.impact.classes import ChangeClass, QuestionImpact
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.language.walk import reads
from asylum_rules.language.working import nothing
from asylum_rules.model.answer import Said, Status, said
from asylum_rules.model.direction import Changed, Direction, change
from asylum_rules.model.rule import Rule
from asylum_rules.units.figure import Figure, Unstated, spanning

MOST_WHOLE: Final = 12
"""Of a question made from parts more changes than this are told part by part."""

By: TypeAlias = tuple[str, ...]
"""The names of the rules that give an answer."""
Turn: TypeAlias = tuple[Changed, Direction]


def found(asked: Asked) -> QuestionImpact:
    """Return every class of changes; raise `TooManyCasesError` where that would be too large."""
    pairs = asked.pairs
    with asked.completions.bounded():
        if asked.question.kind is Kind.CODES:
            every = tuple(_by_code(asked))
        else:
            every = tuple(_whole(asked, pairs.diagram))
            changes = sum(each.changed is not False for each in every)
            if changes > MOST_WHOLE and (_counting(asked, 0) or _counting(asked, 1)):
                every = (*_in_parts(asked), *_of_parts(asked))
    return QuestionImpact(
        question=asked.question,
        classes=tuple(each for each in every if each.changed is not False),
        unchanged=tuple(each for each in every if each.changed is False),
    )


def _whole(asked: Asked, pairs: Diagram[Somewhere[Pair]]) -> Iterator[ChangeClass]:
    """Yield a class for each old answer, new answer, and rules that give them."""
    given_by = (each.given_by(asked.question) for each in asked.answers)
    for pair, region in _classed(asked, pairs, *given_by):
        yield _class(asked, pair, region, change(*pair, asked.question))


def _by_code(asked: Asked) -> Iterator[ChangeClass]:
    """Yield a class for each way in which a code is added, taken away or kept."""
    for code in asked.question.codes:
        pairs = asked.space.forest.apply(partial(_of_code, code), asked.pairs.diagram)
        adding = (each.adding(asked.question, code) for each in asked.answers)
        classes = list(_classed(asked, pairs, *adding))
        if any((code,) in (old, new) for ((_, old), (_, new)), _ in classes):
            for pair, region in classes:
                yield _class(asked, pair, region, change(*pair, asked.question), code=code)


def _of_code(code: str, pair: Somewhere[Pair]) -> Somewhere[Pair]:
    return NOWHERE if pair is NOWHERE else (_only(code, pair[0]), _only(code, pair[1]))


def _only(code: str, answer: Said) -> Said:
    """Return of an answer of several codes whether it holds one of them."""
    status, value = answer
    return (status, (code,) if code in value else ()) if isinstance(value, tuple) else answer


def _in_parts(asked: Asked) -> Iterator[ChangeClass]:
    """Yield a class for each old and new answer with the parts they are made from left standing."""
    forest = asked.space.forest
    told = (Answers(each, asked.space, parts=True).said(asked.question) for each in asked.read)
    given_by = (each.given_by(asked.question) for each in asked.answers)

    def in_parts(pair: Somewhere[Pair], old: Said, new: Said, *by: By) -> Somewhere[tuple[Pair, object]]:
        if pair is NOWHERE:
            return NOWHERE
        return (old, new), "" if change(*pair, asked.question)[0] is False else by

    for (pair, _), region in _regions(asked, forest.apply(in_parts, asked.pairs.diagram, *told, *given_by)):
        inside = values(forest.choose(region.where, asked.pairs.diagram, forest.leaf(NOWHERE)))
        whole = [each for each in inside if each is not NOWHERE]
        turn = _common([change(*each, asked.question) for each in whole])
        ranges = tuple(_range([each[side] for each in whole]) for side in (0, 1))
        yield _class(asked, pair, region, turn, old_range=ranges[0], new_range=ranges[1])


def _common(turns: list[Turn]) -> Turn:
    changed, directions = {turn[0] for turn in turns}, {turn[1] for turn in turns}
    return (
        changed.pop() if len(changed) == 1 else None,
        directions.pop() if len(directions) == 1 else Direction.DEPENDS,
    )


def _range(answers: list[Said]) -> Figure | None:
    """Return the smallest figure that holds every answer; None where there is none."""
    figures = [value for _, value in answers if isinstance(value, Figure)]
    if len(figures) < len(answers):
        return None
    every = fold(spanning, figures)
    return None if isinstance(every, Unstated) else every


def _of_parts(asked: Asked) -> Iterator[ChangeClass]:
    """Yield a class for each rule that adds to a part under one policy and, there, not under the other."""
    forest = asked.space.forest
    old, new = _counting(asked, 0), _counting(asked, 1)
    has_part = _having(asked)
    for rule in dict.fromkeys((*old, *new)):
        before, after = old.get(rule, forest.false), new.get(rule, forest.false)
        added, none = said(rule.gives), (Status.DETERMINED, nothing(rule.answers.kind))
        for pair, where in (
            ((none, added), forest.except_(after, before)),
            ((added, none), forest.except_(before, after)),
        ):
            region = Region(asked.space, where, has_part[rule.answers.name])
            if not region.is_empty:
                yield _class(asked, pair, region, (True, Direction.DEPENDS), part=rule.answers)


def _having(asked: Asked) -> dict[str, Diagram[bool]]:
    """Return for each part the cases in which the old or the new answer has it."""
    forest = asked.space.forest
    found: dict[str, Diagram[bool]] = {}
    for policy in asked.read:
        for rule, where in asked.completions.rules(policy).items():
            for part in (read for read in reads(rule.gives) if isinstance(read, Question) and read.part):
                found[part.name] = forest.either(found.get(part.name, forest.false), where)
    return found


def _counting(asked: Asked, side: int) -> dict[Rule, Diagram[bool]]:
    """Return the rules that add to a part that the old or the new answer is made from, and where they count."""
    rules = asked.completions.rules(asked.read[side])
    return {rule: where for rule, where in rules.items() if rule.answers.part}


def _classed(
    asked: Asked, pairs: Diagram[Somewhere[Pair]], old_by: Diagram[By], new_by: Diagram[By]
) -> Iterator[tuple[Pair, Region]]:
    """Yield the pairs of answers, by the rules that give them where the answer changes, each with its cases."""

    def keyed(pair: Somewhere[Pair], old: By, new: By) -> Somewhere[tuple[Pair, By, By]]:
        if pair is NOWHERE:
            return NOWHERE
        return (pair, (), ()) if change(*pair, asked.question)[0] is False else (pair, old, new)

    for (pair, *_), region in _regions(asked, asked.space.forest.apply(keyed, pairs, old_by, new_by)):
        yield pair, region


def _regions(asked: Asked, function: Diagram[Any]) -> Iterator[tuple[Any, Region]]:
    """Yield the values of a function, each with the cases it has it for."""
    for value in values(function):
        if value is not NOWHERE:
            where = asked.space.forest.apply(lambda each, value=value: each == value, function)
            yield value, Region(asked.space, where)


def _class(asked: Asked, pair: Pair, region: Region, turn: Turn, **about: Any) -> ChangeClass:  # noqa: ANN401  # its fields
    return ChangeClass(
        question=asked.question,
        old=pair[0],
        new=pair[1],
        changed=turn[0],
        direction=turn[1],
        region=region,
        policies=asked.policies,
        witness=partial(witness, asked, region),
        sensitive=partial(sensitive, asked, region),
        **about,
    )
