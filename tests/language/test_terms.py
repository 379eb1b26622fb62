"""Terms are the same where they give the same in every case, however their spans are written."""

import pytest

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact
from asylum_rules.language.terms import Constant, Moved, Sum, Term, ValueOf, same
from asylum_rules.units.figure import Between, Exactly, UpTo
from asylum_rules.units.span import Span, days, months, years

DECIDED = Fact(name="decided", kind=Kind.DATE, text="Decided.")
CLAIMED = Fact(name="claimed", kind=Kind.DATE, text="Claimed.")
FIVE, SIXTY = Constant(Exactly(years(5))), Constant(Exactly(months(60)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIVE, SIXTY),
        (Constant(Between(years(1), years(2))), Constant(Between(months(12), months(24)))),
        (Constant(Exactly(Span(weeks=4))), Constant(Exactly(days(28)))),
        (Moved(ValueOf(DECIDED), FIVE), Moved(ValueOf(DECIDED), SIXTY)),
        (Sum((FIVE, SIXTY)), Sum((SIXTY, FIVE))),
        (Constant("duty"), Constant("duty")),
    ],
)
def test_spans_of_one_length_are_the_same_however_written(one: Term, other: Term) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIVE, Constant(Exactly(months(59)))),
        (FIVE, Constant(UpTo(months(60)))),
        (Constant(Exactly(months(1))), Constant(Exactly(days(30)))),
        (Moved(ValueOf(DECIDED), FIVE), Moved(ValueOf(CLAIMED), FIVE)),
        (Sum((FIVE,)), Sum((FIVE, FIVE))),
        (Constant("duty"), Constant("power")),
        (FIVE, ValueOf(DECIDED)),
    ],
)
def test_what_differs_in_length_firmness_or_source_is_not_the_same(one: Term, other: Term) -> None:
    assert not same(one, other)
