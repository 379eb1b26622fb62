"""What a condition or a term reads, in the order written."""

from datetime import date

import pytest

from asylum_rules.language import walk
from asylum_rules.language.build import ALWAYS, all_of, any_of, at_least, holds, not_, on_or_after
from asylum_rules.language.kinds import Kind
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Fact, Question
from asylum_rules.language.terms import (
    AnswerOf,
    Constant,
    DatesBefore,
    LargestOf,
    Moved,
    StepsWithin,
    Sum,
    Term,
    Times,
    TotalOf,
    ValueOf,
)
from asylum_rules.units.figure import Exactly
from asylum_rules.units.span import years

WORKS = Fact(name="works", kind=Kind.YES_NO, text="Works.")
CLAIMED = Fact(name="claimed", kind=Kind.DATE, text="Claimed.")
DECIDED = Fact(name="decided", kind=Kind.DATE, text="Decided.")
AGE = Fact(name="age", kind=Kind.COUNT, text="Age.")
WAIT = Question(name="wait", text="Wait", kind=Kind.SPAN)
EXTRA = Question(name="extra", text="Extra", kind=Kind.SPAN, part=True)
FIVE: Term = Constant(Exactly(years(5)))


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        (ALWAYS, []),
        (holds(WORKS), ["works"]),
        (on_or_after(CLAIMED, date(2026, 3, 2)), ["claimed"]),
        (all_of(at_least(AGE, 18), any_of(holds(WORKS), not_(at_least(AGE, 65)))), ["age", "works", "age"]),
    ],
)
def test_every_test_is_met_in_the_order_written(condition: Condition, names: list[str]) -> None:
    assert [test.subject.name for test in walk.tests(condition)] == names


@pytest.mark.parametrize(
    ("term", "names"),
    [
        (FIVE, []),
        (ValueOf(CLAIMED), ["claimed"]),
        (AnswerOf(WAIT), ["wait"]),
        (LargestOf(EXTRA), ["extra"]),
        (TotalOf(EXTRA), ["extra"]),
        (Sum((FIVE, AnswerOf(WAIT), TotalOf(EXTRA))), ["wait", "extra"]),
        (Times(AnswerOf(WAIT), AGE), ["wait", "age"]),
        (Moved(ValueOf(CLAIMED), AnswerOf(WAIT)), ["claimed", "wait"]),
        (StepsWithin(FIVE, AnswerOf(WAIT)), ["wait"]),
        (DatesBefore(AnswerOf(WAIT), ValueOf(CLAIMED), ValueOf(DECIDED)), ["wait", "claimed", "decided"]),
    ],
)
def test_every_fact_and_question_of_a_term_is_met(term: Term, names: list[str]) -> None:
    assert [read.name for read in walk.reads(term)] == names


@pytest.mark.parametrize(
    ("term", "names"),
    [
        (LargestOf(EXTRA), ["extra"]),
        (TotalOf(EXTRA), []),
        (AnswerOf(WAIT), []),
        (ValueOf(CLAIMED), []),
        (FIVE, []),
        (Sum((FIVE, LargestOf(EXTRA), TotalOf(EXTRA))), ["extra"]),
        (Times(LargestOf(EXTRA), AGE), ["extra"]),
        (Moved(ValueOf(CLAIMED), LargestOf(EXTRA)), ["extra"]),
        (StepsWithin(LargestOf(EXTRA), LargestOf(EXTRA)), ["extra", "extra"]),
        (
            DatesBefore(LargestOf(EXTRA), ValueOf(CLAIMED), Moved(ValueOf(DECIDED), LargestOf(EXTRA))),
            ["extra", "extra"],
        ),
        (DatesBefore(FIVE, Moved(ValueOf(CLAIMED), LargestOf(EXTRA)), ValueOf(DECIDED)), ["extra"]),
    ],
)
def test_every_part_read_by_its_largest_is_met(term: Term, names: list[str]) -> None:
    assert [part.name for part in walk.largest_of(term)] == names


THREE: Term = Constant(Exactly(years(3)))


@pytest.mark.parametrize(
    ("term", "spans"),
    [
        (FIVE, [5]),
        (ValueOf(CLAIMED), []),
        (AnswerOf(WAIT), []),
        (LargestOf(EXTRA), []),
        (TotalOf(EXTRA), []),
        (Sum((FIVE, AnswerOf(WAIT), THREE)), [5, 3]),
        (Times(FIVE, AGE), [5]),
        (Moved(ValueOf(CLAIMED), FIVE), [5]),
        (StepsWithin(THREE, FIVE), [3, 5]),
        (DatesBefore(THREE, ValueOf(CLAIMED), Moved(ValueOf(DECIDED), FIVE)), [3, 5]),
    ],
)
def test_every_value_written_in_a_term_is_met(term: Term, spans: list[int]) -> None:
    assert list(walk.constants(term)) == [Exactly(years(count)) for count in spans]
