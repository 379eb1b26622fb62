"""A tree splits on one missing fact or point after another, and only where that matters."""

from collections.abc import Callable, Mapping

import pytest

from asylum_rules.decide.evaluation import Unsettled
from asylum_rules.decide.tree import Branch, Leaf, Tree, grow, headline, is_headline, leaves, shape, subjects
from asylum_rules.language.build import all_of, any_of, holds, not_, read_as
from asylum_rules.language.cells import Cell, Impossible, World, gathered
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, Point

A, B, C = (Fact(name=name, kind=Kind.YES_NO, text=name) for name in ("a", "b", "c"))
PERIOD = Point(name="period", text="How long?", codes=("twenty", "less"), headline="twenty")
CLOCK = Point(name="clock", text="From when?", codes=("grant", "arrival"))
CONDITIONS = (holds(A), holds(B), holds(C), read_as(PERIOD, "twenty"), read_as(CLOCK, "grant"))
Result = Callable[[Mapping[str, Value]], str]


def yes(subject: Fact) -> Cell:
    return Cell(subject, codes=(True,))


def no(subject: Fact) -> Cell:
    return Cell(subject, codes=(False,))


def reading(point: Point, code: str) -> Cell:
    return Cell(point, codes=(code,))


def grown(
    *asked: Fact | Point, result: Result, known: Mapping[str, Value] | None = None, never: Condition | None = None
) -> Tree[str]:
    """Grow a tree of a result that reads some facts and points in turn, and keeps an account of their values."""

    def work(values: Mapping[str, Value], _: frozenset[str]) -> tuple[str, object]:
        for subject in asked:
            if subject.name not in values:
                raise Unsettled(subject)
        return result(values), tuple(values[subject.name] for subject in asked)

    return grow(
        work,
        known=known or {},
        facts=(A, B, C),
        world=World(impossible=() if never is None else (Impossible("never", never),)),
        tests=(gathered(CONDITIONS),),
        question="asked",
    )


def said(name: str) -> Result:
    return lambda values: f"{name} is {values[name]}"


def test_nothing_is_split_where_everything_is_known() -> None:
    assert grown(A, result=said("a"), known={"a": True}) == Leaf("a is True", ((True,),))


def test_a_result_that_depends_on_a_fact_is_a_branch() -> None:
    assert grown(A, result=said("a")) == Branch(
        A, ((yes(A), Leaf("a is True", ((True,),))), (no(A), Leaf("a is False", ((False,),))))
    )


def test_a_result_that_does_not_depend_on_a_fact_keeps_every_account() -> None:
    assert grown(A, result=lambda _: "so") == Leaf("so", ((True,), (False,)))


def test_a_fact_that_does_not_matter_is_left_out_of_the_tree() -> None:
    assert grown(A, B, result=said("b")) == Branch(
        B,
        (
            (yes(B), Leaf("b is True", ((True, True), (False, True)))),
            (no(B), Leaf("b is False", ((True, False), (False, False)))),
        ),
    )


def test_what_the_world_does_not_allow_is_no_arm() -> None:
    assert grown(A, result=said("a"), never=holds(A)) == Leaf("a is False", ((False,),))


def test_an_arm_without_any_completion_is_left_out() -> None:
    never = any_of(all_of(holds(A), holds(B)), all_of(holds(A), not_(holds(B))))

    assert grown(A, B, result=said("a"), never=never) == Leaf("a is False", ((False, True), (False, False)))


def test_a_known_value_that_the_world_ties_to_others_shuts_out_what_it_excludes() -> None:
    assert grown(A, result=said("a"), known={"b": True}, never=all_of(holds(A), holds(B))) == Leaf(
        "a is False", ((False,),)
    )


def test_what_the_world_does_not_allow_at_all_has_no_tree() -> None:
    with pytest.raises(AssertionError, match="a profile that the world allows has a completion"):
        grown(A, result=said("a"), known={"b": True}, never=holds(B))


def test_a_point_is_split_by_its_readings() -> None:
    assert grown(CLOCK, result=said("clock")) == Branch(
        CLOCK,
        (
            (reading(CLOCK, "grant"), Leaf("clock is grant", (("grant",),))),
            (reading(CLOCK, "arrival"), Leaf("clock is arrival", (("arrival",),))),
        ),
    )


def both(values: Mapping[str, Value]) -> str:
    return f"{values['period']}, {values['a']}"


def test_every_leaf_is_told_with_the_cells_that_lead_to_it() -> None:
    tree = grown(PERIOD, A, result=both)

    assert [(path, leaf.result) for path, leaf in leaves(tree)] == [
        ((reading(PERIOD, "twenty"), yes(A)), "twenty, True"),
        ((reading(PERIOD, "twenty"), no(A)), "twenty, False"),
        ((reading(PERIOD, "less"), yes(A)), "less, True"),
        ((reading(PERIOD, "less"), no(A)), "less, False"),
    ]


def test_the_subjects_of_a_tree_are_what_it_splits_on() -> None:
    assert subjects(grown(PERIOD, A, result=both)) == {"period": PERIOD, "a": A}
    assert subjects(grown(A, B, result=said("b"))) == {"b": B}
    assert subjects(grown(A, result=lambda _: "so")) == {}


def test_trees_that_say_the_same_have_one_shape() -> None:
    one, other = grown(A, B, result=said("b")), grown(B, result=said("b"))

    assert one != other
    assert shape(one) == shape(other)
    assert shape(one) != shape(grown(A, result=said("a")))


@pytest.mark.parametrize(
    ("path", "is_so"),
    [
        ((), True),
        ((yes(A),), True),
        ((reading(CLOCK, "arrival"),), True),
        ((reading(PERIOD, "twenty"), reading(CLOCK, "arrival")), True),
        ((reading(PERIOD, "less"),), False),
        ((yes(A), reading(PERIOD, "less")), False),
        ((Cell(PERIOD, codes=("less", "twenty")),), True),
    ],
)
def test_a_path_is_of_the_headline_where_every_point_is_read_so(path: tuple[Cell, ...], *, is_so: bool) -> None:
    assert is_headline(path) is is_so


def test_read_by_its_headline_a_point_is_no_branch() -> None:
    assert headline(grown(PERIOD, result=said("period"))) == Leaf("period is twenty", (("twenty",),))


def test_under_the_headline_the_rest_of_the_tree_stays() -> None:
    assert headline(grown(A, PERIOD, result=both)) == Branch(
        A, ((yes(A), Leaf("twenty, True", ((True, "twenty"),))), (no(A), Leaf("twenty, False", ((False, "twenty"),))))
    )


def test_a_fact_that_matters_only_against_the_headline_is_no_branch_under_it() -> None:
    tree = grown(A, PERIOD, result=lambda values: "so" if values["period"] == "twenty" else f"{values['a']}")

    assert subjects(tree) == {"a": A, "period": PERIOD}
    assert headline(tree) == Leaf("so", ((True, "twenty"),))
