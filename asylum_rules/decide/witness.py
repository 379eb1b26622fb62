"""One concrete case of a region, and the open points that a region's answers turn on."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from asylum_rules.cells.diagram import Diagram, values
from asylum_rules.cells.partial import NOWHERE, Partial
from asylum_rules.cells.region import Region
from asylum_rules.decide.asked import Asked, Pair
from asylum_rules.decide.decide import decide
from asylum_rules.language.build import read_as
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import AllOf, Condition
from asylum_rules.model.answer import Answer, Status
from asylum_rules.model.policy import point_named
from asylum_rules.model.profile import CaseBase


@frozen(kw_only=True)
class Witness:
    """A concrete case. Nothing it states can be left out: a case could have other answers, or by other rules."""

    case: CaseBase
    """What is given of every case, and the facts below."""
    facts: Mapping[str, Value]
    points: Mapping[str, str]
    """The readings that go with those facts."""
    old: Answer
    """What the first policy says to it, and by which rules."""
    new: Answer
    """What the second policy says to it, and by which rules."""


def witness(asked: Asked, region: Region) -> Witness:
    """Return one case of a region that is not empty, with as little stated as settles both answers to it.

    Where some case of it needs no reading of an open point, the witness states none that has no headline; and of
    answers with several codes it is one with few. Where all readings at once would be too large, it states every
    reading that is taken for granted.
    """
    free = asked.free
    with free.completions.bounded(), free.space.forest.room():
        settled, start = _settled(free, _moved(asked, region), asked.granted)
        facts, points = free.completions.example(settled.smallest(start))
    points = {**asked.granted, **points} if free is asked else points
    aim = _answers(free, facts, points)
    for name in _tied(free, facts):
        fewer = {each: value for each, value in facts.items() if each != name}
        facts = fewer if _alike(_answers(free, fewer, points), aim) else facts
    old, new = _answers(free, facts, points)
    return Witness(case=free.stated.case.stating(facts), facts=facts, points=points, old=old, new=new)


def _moved(asked: Asked, region: Region) -> Diagram[bool]:
    """Return where a region is once nothing is taken for granted."""
    free = asked.free
    here = region.where if free is asked else region.within(free.space)
    somewhere = free.space.forest.apply(lambda pair: pair is not NOWHERE, free.pairs.diagram)
    return free.space.forest.both(here, somewhere)


def _settled(asked: Asked, where: Diagram[bool], headlines: Mapping[str, str]) -> tuple[Region, Diagram[bool]]:
    """Return a part of a region in which both answers are the same to every case, and where to look for one there."""
    forest, space = asked.space.forest, asked.space
    by_headline = forest.both(where, space.where(AllOf(tuple(_read(headlines))), space.passing))
    pairs = values(forest.choose(by_headline, asked.pairs.diagram, forest.leaf(NOWHERE)))
    pair = min((each for each in pairs if each is not NOWHERE), key=_codes)
    same = forest.both(where, forest.apply(lambda each: each == pair, asked.pairs.diagram))
    start = forest.both(same, by_headline)
    firm = space.whatever_the_reading(start, headlines)
    return Region(space, same), start if firm is forest.false else firm


def _read(headlines: Mapping[str, str]) -> Iterator[Condition]:
    return (read_as(point_named(name), reading) for name, reading in headlines.items())


def _codes(pair: Pair) -> int:
    """Return how many codes two answers hold together."""
    return sum(len(value) for _, value in pair if isinstance(value, tuple))


def _tied(asked: Asked, facts: Mapping[str, Value]) -> Iterator[str]:
    """Yield the facts whose values can settle one another: dates in order, counts that add up."""
    world = asked.stated.case.world
    for group in (*world.orders, *((*each.parts, each.whole) for each in world.sums)):
        names = [fact.name for fact in group if fact.name in facts]
        yield from names if len(names) > 1 else ()


def _answers(asked: Asked, facts: Mapping[str, Value], points: Mapping[str, str]) -> tuple[Answer, Answer]:
    case = asked.stated.case.stating(facts)
    old, new = (decide(each, case, asked.question, under=points, presume=False) for each in asked.policies)
    return old, new


def _alike(some: tuple[Answer, Answer], aim: tuple[Answer, Answer]) -> bool:
    return all(
        one.status is not Status.DEPENDS and (one.status, one.value) == (other.status, other.value)
        for one, other in zip(some, aim, strict=True)
    )


def sensitive(asked: Asked, region: Region) -> frozenset[str]:
    """Return the points taken for granted of which another reading gives some case of a region another answer.

    Where all readings at once would be too large, these are all that could.
    """
    free = asked.free
    if free is asked:
        return frozenset(asked.granted)
    forest = free.space.forest
    with free.completions.bounded(), forest.room():
        inside = forest.choose(_moved(asked, region), free.pairs.diagram, forest.leaf(NOWHERE))
        return frozenset(name for name in asked.granted if Partial(free.space, inside).turns_on(name))
