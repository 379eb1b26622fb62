"""What drawn policies speak of: facts of every kind, tied and free, derived facts, open points, questions and parts."""

from collections.abc import Mapping
from typing import Final

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Derived, Fact, FirstKnown, Point, Question, Within
from asylum_rules.model import person, points, questions
from asylum_rules.units.span import Span, days, months, years

LODGED_ON: Final = FirstKnown(
    name="drawn_lodged_on",
    text="Date on which further submissions were lodged; without any, the claim.",
    of=(person.further_submissions_on, person.claimed_on),
)
BEGAN_ON: Final = FirstKnown(
    name="drawn_began_on",
    text="Date of the decision; without any, of the arrival.",
    of=(person.decided_on, person.arrived_on),
)


def window(start: Fact | FirstKnown, span: Span) -> Within:
    """Return whether the day on which a case is looked at is within a span from another day."""
    name = f"drawn_within_{str(span).lower()}_of_{start.name}"
    return Within(name=name, text=f"within {span} of the day {start.name}", day=person.as_of, start=start, span=span)


FACTS: Final[tuple[Fact, ...]] = (
    person.is_destitute,
    person.age,
    person.claim,
    person.claimed_on,
    person.english,
    person.decided_on,
    person.assets,
    person.household_size,
    person.children_under_1,
    person.as_of,
    person.arrived_on,
    person.further_submissions_on,
    person.family_applied_at,
    person.is_family_with_child,
    person.is_child_in_family_claim,
    person.was_unaccompanied_child_at_claim,
    person.children_aged_1_to_3,
    person.route,
    person.entry,
)
DERIVED: Final[tuple[Derived, ...]] = (
    LODGED_ON,
    BEGAN_ON,
    window(person.arrived_on, months(1)),
    window(person.arrived_on, months(6)),
    window(person.claimed_on, years(1)),
    window(LODGED_ON, days(28)),
    window(person.decided_on, Span(months=1, days=14)),
)
POINTS: Final[tuple[Point, ...]] = (
    points.SETTLEMENT_CORE_PERIOD,
    points.EARNED_INCREASES_COMBINE,
    points.SETTLEMENT_CORE_CLOCK,
)
SUBJECTS: Final[tuple[Fact | Derived | Point, ...]] = (*FACTS, *DERIVED, *POINTS)
"""What the rules of a drawn policy test, the simplest first."""

TIED: Final[tuple[tuple[Fact | Derived | Point, ...], ...]] = (
    (person.household_size, person.children_under_1, person.children_aged_1_to_3, person.is_family_with_child),
    (person.claimed_on, person.decided_on, person.further_submissions_on, person.claim, LODGED_ON, BEGAN_ON),
    (person.as_of, person.decided_on, *(each for each in DERIVED if isinstance(each, Within))),
    (person.is_child_in_family_claim, person.was_unaccompanied_child_at_claim, person.is_family_with_child),
    (person.route, person.claimed_on, person.entry, person.claim, person.decided_on),
)
"""Subjects of which one narrows what another may be: rules that test several of them say less than they seem to."""

QUESTIONS: Final[tuple[Question, ...]] = (
    questions.RETURN_THIRD_COUNTRY,
    questions.SUPPORT_ENTITLEMENT,
    questions.LEAVE_REVIEW_EVERY,
    questions.SETTLEMENT_AFTER,
    questions.SUPPORT_WEEKLY,
    questions.SETTLEMENT_FROM,
    questions.REVIEWS_BEFORE_SETTLEMENT,
    questions.SETTLEMENT_CONDITIONS,
)
"""What a drawn policy is asked: every kind of answer, each building only on those before it."""


def _part(name: str, kind: Kind) -> Question:
    return Question(name=f"drawn.{name}-{kind}", text=f"Parts of a {kind}", kind=kind, part=True)


_ADDABLE: Final = (Kind.SPAN, Kind.COUNT, Kind.MONEY)
LARGEST: Final[Mapping[Kind, Question]] = {kind: _part("largest", kind) for kind in _ADDABLE}
"""The part of each kind of which the largest contribution counts."""
TOTAL: Final[Mapping[Kind, Question]] = {kind: _part("total", kind) for kind in _ADDABLE}
"""The part of each kind that is added up."""
