"""Every way to complete a case that matters: a tree that splits on one missing fact or point after another."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final, Generic, TypeAlias, TypeVar

from attrs import frozen

from asylum_rules.decide.evaluation import Unsettled
from asylum_rules.errors import TooManyCasesError
from asylum_rules.language.cells import Cell, World, cells, consistent, just
from asylum_rules.language.kinds import Value
from asylum_rules.language.nodes import Test
from asylum_rules.language.subjects import Fact, Point, Within
from asylum_rules.language.truth import reader

LIMIT: Final = 20_000
"""How many completions are looked at before an answer is refused as too large."""

T = TypeVar("T", bound=Hashable)


@frozen
class Leaf(Generic[T]):
    """Completions that come to one result; `seen` holds one account of each way there."""

    result: T
    seen: tuple[object, ...]


@frozen
class Branch(Generic[T]):
    """A fact or a point on which the result depends, and what follows from each of its cells."""

    subject: Fact | Point
    arms: tuple[tuple[Cell, "Tree[T]"], ...]


Tree: TypeAlias = Leaf[T] | Branch[T]
Path: TypeAlias = tuple[Cell, ...]
Work: TypeAlias = Callable[[Mapping[str, Value], frozenset[str]], tuple[T, object]]
"""Gives a result and an account of it for some values, of which the named ones stand for cells."""


def grow(  # noqa: PLR0913  # each is a different thing to know
    work: Work[T],
    *,
    known: Mapping[str, Value],
    facts: tuple[Fact, ...],
    world: World,
    tests: Sequence[Mapping[str, tuple[Test, ...]]],
    question: str,
) -> Tree[T]:
    """Return the tree of results over every completion of the known values that the world allows.

    Raises `TooManyCasesError` past `LIMIT` completions.
    """
    fixed = tied(known, facts, world)
    cut: dict[str, tuple[Cell, ...]] = {}
    met = 0

    def tests_of(subject: Fact | Point) -> list[Test]:
        return [test for each in (*tests, world.tests) for test in each.get(subject.name, ())]

    def is_set_against_another(subject: Fact | Point) -> bool:
        return any(isinstance(test.subject, Within) for test in tests_of(subject))

    def cells_of(subject: Fact | Point, values: Mapping[str, Value]) -> tuple[Cell, ...]:
        if subject.name in cut:
            return cut[subject.name]
        found = cells(subject, tests_of(subject), reader(values))
        if not is_set_against_another(subject):
            cut[subject.name] = found
        return found

    def build(path: dict[str, Cell], values: Mapping[str, Value]) -> Tree[T] | None:
        nonlocal met
        try:
            result, account = work(values, frozenset(path))
        except Unsettled as unsettled:
            return split(unsettled.missing, path, values)
        met += 1
        if met > LIMIT:
            raise TooManyCasesError(question, LIMIT, tuple(path))
        return Leaf(result, (account,))

    def split(missing: Fact | Point, path: dict[str, Cell], values: Mapping[str, Value]) -> Tree[T] | None:
        arms: list[tuple[Cell, Tree[T]]] = []
        for cell in cells_of(missing, values):
            longer = {**path, missing.name: cell}
            completed = {missing.name: cell.sample} if isinstance(missing, Point) else completion(longer, fixed, world)
            grown = None if completed is None else build(longer, {**values, **completed})
            if grown is not None:
                arms.append((cell, grown))
        differs = len({shape(arm) for _, arm in arms}) > 1
        matters = any(isinstance(arm, Branch) for _, arm in arms) and is_set_against_another(missing)
        if differs or matters:
            return Branch(missing, tuple(arms))
        trees = [arm for _, arm in arms]
        return _together(trees) if trees else None

    grown = build({}, known)
    if grown is None:
        raise AssertionError("a profile that the world allows has a completion")
    return grown


def tied(known: Mapping[str, Value], facts: tuple[Fact, ...], world: World) -> dict[str, Cell]:
    """Return the known values that constrain others, as cells."""
    return {fact.name: just(fact, known[fact.name]) for fact in facts if fact.name in known and fact.name in world.tied}


def completion(path: Mapping[str, Cell], fixed: Mapping[str, Cell], world: World) -> dict[str, Value] | None:
    """Return a value from each cell of a path, such that all go together with what is fixed; None where none do."""
    chosen = consistent({**fixed, **path}, world) if path else {}
    return None if chosen is None else {name: chosen[name] for name in path}


def shape(tree: Tree[T]) -> Hashable:
    """Return what a tree says, whatever led there."""
    if isinstance(tree, Leaf):
        return tree.result
    return tree.subject.name, tuple((cell, shape(arm)) for cell, arm in tree.arms)


def _together(trees: list[Tree[T]]) -> Tree[T]:
    """Return trees of one shape as one tree that keeps every account."""
    first = trees[0]
    if isinstance(first, Leaf):
        return Leaf(first.result, tuple(account for tree in trees if isinstance(tree, Leaf) for account in tree.seen))
    arms = [[arm for _, arm in tree.arms] for tree in trees if isinstance(tree, Branch)]
    merged = [_together(list(each)) for each in zip_longest(*arms)]
    return Branch(first.subject, tuple((cell, tree) for (cell, _), tree in zip(first.arms, merged, strict=True)))


def leaves(tree: Tree[T], path: Path = ()) -> Iterator[tuple[Path, Leaf[T]]]:
    """Yield every leaf with the cells that lead to it."""
    if isinstance(tree, Leaf):
        yield path, tree
    else:
        for cell, arm in tree.arms:
            yield from leaves(arm, (*path, cell))


def subjects(tree: Tree[T]) -> dict[str, Fact | Point]:
    """Return the facts and points a tree splits on, by name."""
    found: dict[str, Fact | Point] = {}
    if isinstance(tree, Branch):
        found[tree.subject.name] = tree.subject
        for _, arm in tree.arms:
            found.update(subjects(arm))
    return found


def is_headline(path: Path) -> bool:
    """Return whether every point that has a headline is read so on a path."""
    return all(
        cell.subject.headline is None or cell.subject.headline in cell.codes
        for cell in path
        if isinstance(cell.subject, Point)
    )


def headline(tree: Tree[T]) -> Tree[T]:
    """Return the tree with every point that has a headline read so."""
    if isinstance(tree, Leaf):
        return tree
    arms = tuple((cell, headline(arm)) for cell, arm in tree.arms if is_headline((cell,)))
    return Branch(tree.subject, arms) if len({shape(arm) for _, arm in arms}) > 1 else arms[0][1]
