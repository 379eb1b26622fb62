"""What happens when: claim, grant, each review, settlement, citizenship, side by side under several policies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from attrs import evolve, frozen

from asylum_rules.decide.chosen import read_each
from asylum_rules.decide.completions import Completions, Stated, state
from asylum_rules.decide.decide import answer
from asylum_rules.fragment import table
from asylum_rules.language.subjects import Question
from asylum_rules.model.answer import Answer, Result, Status
from asylum_rules.model.cases import CaseProfile
from asylum_rules.model.person import Claim
from asylum_rules.model.plain import plain
from asylum_rules.model.policy import Policy
from asylum_rules.model.questions import (
    CITIZENSHIP_AFTER_SETTLEMENT,
    CITIZENSHIP_ILLEGAL_ENTRY,
    LEAVE_LENGTH,
    LEAVE_REVIEW_EVERY,
    REVIEWS_BEFORE_SETTLEMENT,
    SETTLEMENT_FROM,
)
from asylum_rules.model.world import RESETTLED
from asylum_rules.prose.source import marked
from asylum_rules.prose.value import of_answer, of_day, of_quantity, of_result
from asylum_rules.sources.standing import Stage, least_advanced
from asylum_rules.units.figure import Exactly, Figure, Unstated, moved
from asylum_rules.units.span import Span


class Event(StrEnum):
    """What a timeline shows."""

    ARRIVAL = "arrival"
    CLAIM = "claim"
    FURTHER_SUBMISSIONS = "further_submissions"
    GRANT = "grant"
    REFUSAL = "refusal"
    DECISION = "decision"
    REVIEW = "review"
    SETTLEMENT = "settlement"
    CITIZENSHIP = "citizenship"


@frozen(kw_only=True)
class Dated:
    """One event under one policy."""

    event: Event
    on: date | None
    """The day; None where no single day can be named."""
    text: str
    settled: bool
    """False where another reading or a fact left out would move it."""
    range: Figure | None = None
    """Where it may fall on more than one day, the figure that holds every such day, if there is one."""
    told: bool = False
    """The text itself says what it depends on."""
    standing: Stage | None = None
    """How far the least advanced rule behind it has come; None of what the case itself states."""
    beside: str = ""
    """What is said beside it, by rules of its own."""

    @property
    def by_headline(self) -> bool:
        """What is shown is so under the headline readings only."""
        return not (self.settled or self.told)


@frozen
class Timeline:
    """The events of one case under each of several policies. Printing it gives a table."""

    case: CaseProfile
    policies: tuple[Policy, ...]
    events: tuple[tuple[Dated, ...], ...]
    """For each policy its events, dated ones first and in order."""

    def __str__(self) -> str:
        from tabulate import tabulate  # noqa: PLC0415  # only printing needs it

        head = ["", *(policy.id for policy in self.policies)]
        rows = list(timeline_rows(self.events))
        return tabulate(rows, head, maxcolwidths=[18, *[26] * len(self.policies)]) if rows else "Nothing is dated."

    def _repr_html_(self) -> str:
        caption = f"{self.case.name or 'One person'}: what happens when; * under the headline readings"
        return table(caption, ("Day", *(policy.id for policy in self.policies)), timeline_rows(self.events))


def timeline(
    policies: Iterable[Policy], case: CaseProfile, *, under: Mapping[str, str] | None = None, presume: bool = True
) -> Timeline:
    """Return the events of a case under each policy, read by the headline where a point is open.

    >>> from asylum_rules import policies
    >>> case = CaseProfile(
    ...     claim="refugee", claimed_on="2026-04-01", decided_on="2026-11-02", was_unaccompanied_child_at_claim=False
    ... )
    >>> [each.text for each in timeline([policies["uk/latest"]], case).events[0][:-1]]
    ['claim lodged', 'permission granted: 30 months (normally)', 'review 1', 'settlement may be sought']
    """
    asked = read_each(policies, case.profile, under or {})
    stated = state(case, presume=presume)
    return Timeline(case, asked, tuple(tuple(_events(policy, stated, case)) for policy in asked))


def _answer(policy: Policy, stated: Stated, question: Question) -> Answer:
    return answer(policy, Completions((policy,), stated, question))


def _events(policy: Policy, stated: Stated, case: CaseProfile) -> Iterator[Dated]:
    found = [
        *_stated(case),
        *_decision(policy, stated, case),
        *_reviews(policy, stated, case),
        *_status(policy, stated),
    ]
    return iter(sorted(found, key=lambda each: (each.on is None, each.on or date.min)))


def _stated(case: CaseProfile) -> Iterator[Dated]:
    facts = (
        (Event.ARRIVAL, case.arrived_on, "arrival"),
        (Event.CLAIM, case.claimed_on, "claim lodged"),
        (Event.FURTHER_SUBMISSIONS, case.further_submissions_on, "further submissions lodged"),
    )
    for event, day, text in facts:
        if isinstance(day, date):
            yield Dated(event=event, on=day, text=text, settled=True)


def _decision(policy: Policy, stated: Stated, case: CaseProfile) -> Iterator[Dated]:
    if not isinstance(case.decided_on, date):
        return
    length = _answer(policy, stated, LEAVE_LENGTH)
    if case.claim is Claim.REFUSED:
        yield Dated(event=Event.REFUSAL, on=case.decided_on, text="claim refused", settled=True)
    elif case.claim not in (Claim.REFUGEE, Claim.HUMANITARIAN_PROTECTION) and case.route not in RESETTLED:
        yield Dated(event=Event.DECISION, on=case.decided_on, text="decision", settled=True)
    elif length.status is not Status.NOT_COVERED:
        text = f"permission granted: {of_answer(length)}"
        settled = length.status is not Status.DEPENDS
        yield Dated(event=Event.GRANT, on=case.decided_on, text=text, settled=settled, standing=length.standing)


def _reviews(policy: Policy, stated: Stated, case: CaseProfile) -> Iterator[Dated]:
    every, count = _answer(policy, stated, LEAVE_REVIEW_EVERY), _answer(policy, stated, REVIEWS_BEFORE_SETTLEMENT)
    step, number = _headline(every), _headline(count)
    settled, standing = Status.DEPENDS not in (every.status, count.status), _standing(every, count)
    match step, number:
        case Exactly(Span() as span), Exactly(int() as reviews):
            for k in range(1, reviews + 1):
                due = span.times(k)
                day = due.after(case.decided_on) if isinstance(case.decided_on, date) else None
                text = f"review {k}" if day is not None else f"review {k}: {of_quantity(due)} after the grant"
                yield Dated(event=Event.REVIEW, on=day, text=text, settled=settled, standing=standing)
        case Exactly(Span()), _:
            text = f"reviews before settlement: {of_answer(count)}"
            yield Dated(event=Event.REVIEW, on=None, text=text, settled=settled, told=True, standing=standing)
        case _:
            if every.status in (Status.UNSTATED, Status.DEPENDS):
                text = f"reviews: {of_answer(every)}"
                yield Dated(event=Event.REVIEW, on=None, text=text, settled=settled, told=True, standing=every.standing)


def _status(policy: Policy, stated: Stated) -> Iterator[Dated]:
    """Yield settlement, and citizenship as counted from the first day of settlement."""
    settled_from = _answer(policy, stated, SETTLEMENT_FROM)
    if settled_from.status is Status.NOT_COVERED:
        return
    settlement = _dated(Event.SETTLEMENT, "settlement may be sought", "settlement", (settled_from,))
    yield settlement
    wait = _answer(policy, stated, CITIZENSHIP_AFTER_SETTLEMENT)
    if wait.status is not Status.NOT_COVERED:
        entry = _answer(policy, stated, CITIZENSHIP_ILLEGAL_ENTRY)
        text = "citizenship may be sought, if settlement came on its first day"
        dated = _dated(Event.CITIZENSHIP, text, "citizenship after settlement", (settled_from, wait))
        yield (
            dated
            if dated.told
            else evolve(dated, beside=f"; illegal entry: {marked(of_answer(entry), entry.standing)}")
        )


def _dated(event: Event, text: str, name: str, answers: tuple[Answer, ...]) -> Dated:
    """Return an event on the day that a date and the spans after it lead to."""
    settled = all(each.status is Status.DETERMINED for each in answers)
    first, *spans = (_headline(each) for each in answers)
    every, *further = (_everything(each) for each in answers)
    for span, most in zip(spans, further, strict=True):
        first, every = _moved(first, span), _moved(every, most)
    several = every if isinstance(every, Figure) and not isinstance(every, Exactly | Unstated) else None
    match first:
        case Exactly(date() as day):
            return Dated(event=event, on=day, text=text, settled=settled, range=several, standing=_standing(*answers))
        case _:
            said = answers[-1]
            text = f"{name}: {of_answer(said)}"
            return Dated(
                event=event, on=None, text=text, settled=settled, range=several, told=True, standing=said.standing
            )


def _standing(*answers: Answer) -> Stage | None:
    return least_advanced([each.standing for each in answers if each.standing is not None])


def _moved(start: Result | None, span: Result | None) -> Result | None:
    return moved(start, span) if isinstance(start, Figure) and isinstance(span, Figure) else None


def _everything(said: Answer) -> Result | None:
    """Return all that an answer may be, as one figure."""
    return said.range if said.status is Status.DEPENDS else said.value


def _headline(said: Answer) -> Result | None:
    """Return the one value of an answer, under the headline readings where it depends; None without one."""
    if said.status is Status.DEPENDS:
        return said.headline[0].value if len(said.headline) == 1 else None
    return said.value


def timeline_rows(events: Sequence[Sequence[Dated]]) -> Iterator[list[str]]:
    """Yield one row a day, with the events of each policy on it; what has no day comes last."""
    days = sorted({each.on for every in events for each in every if each.on is not None})
    for day in (*days, None):
        cells = ["; ".join(_shown(each) for each in every if each.on == day) for every in events]
        if any(cells):
            yield [of_day(day) if day is not None else "not dated", *cells]


def _shown(dated: Dated) -> str:
    star = " *" if dated.by_headline else ""
    return f"{marked(dated.text, dated.standing)}{star}{dated.beside}"


def of_dated(dated: Dated) -> str:
    """Return an event in words, with the days on which it may fall instead."""
    text = dated.text
    if dated.range is not None and dated.on is not None:
        text += f"; over all readings {of_result(dated.range, SETTLEMENT_FROM)}"
    elif dated.by_headline:
        text += " (not settled)"
    return marked(text, dated.standing) + dated.beside


def timeline_json(line: Timeline) -> dict[str, object]:
    """Return a timeline as JSON data."""
    return {
        "schema": 1,
        "case": {"name": line.case.name},
        "policies": [
            {
                "id": policy.id,
                "resolved": policy.resolved,
                "events": [
                    {
                        "event": str(each.event),
                        "on": None if each.on is None else each.on.isoformat(),
                        "text": each.text + each.beside,
                        "settled": each.settled,
                        "range": None if each.range is None else plain(each.range),
                        "standing": None if each.standing is None else str(each.standing),
                    }
                    for each in events
                ],
            }
            for policy, events in zip(line.policies, line.events, strict=True)
        ],
    }
