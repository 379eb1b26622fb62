"""Change classes in words: from what to what, who, by which rules, and a case that shows it."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from asylum_rules.impact.classes import ChangeClass, QuestionImpact
from asylum_rules.language.working import nothing
from asylum_rules.model.answer import Answer, Path
from asylum_rules.model.direction import Direction
from asylum_rules.prose.case import of_values
from asylum_rules.prose.condition import of_cell, of_condition
from asylum_rules.prose.direction import DIRECTIONS
from asylum_rules.prose.source import of_stage
from asylum_rules.prose.value import of_result, said
from asylum_rules.prose.words import code_of
from asylum_rules.sources.standing import Stage

_DIRECTIONS: Final = {**DIRECTIONS, Direction.DEPENDS: "better or worse: it depends"}
_WIDTH: Final = 100
_LABEL: Final = 9


def of_change(change: ChangeClass) -> str:
    """Return from what to what, and whether that is better or worse for the person."""
    old, new = (of_class_answer(change, each) for each in change.answers)
    about = "" if change.code is None else f"“{code_of(change.code, change.question)}”: "
    about = about if change.part is None else f"{change.part.text}: "
    turn = "" if change.part is not None else f" ({_DIRECTIONS[change.direction]})"
    return f"{about}{old} → {new}{turn}"


def of_class_answer(change: ChangeClass, answer: Answer) -> str:
    """Return the old or the new answer of a class, with its range and how far its rules have come."""
    old = answer is change.answers[0]
    if change.code is not None and isinstance(answer.value, tuple):
        text = "yes" if answer.value else "no"
    elif change.part is not None and answer.value == nothing(change.part.kind):
        text = "nothing"
    else:
        text = said(answer.status, answer.value, answer.qualifier, change.part or change.question)
    every = change.old_range if old else change.new_range
    over = "" if every is None or every == answer.value else f", {of_result(every, change.question)} over all of them"
    stage = "" if answer.standing in (None, Stage.IN_FORCE) else f" [{of_stage(answer.standing)}]"
    return f"{text}{over}{stage}"


def of_who(change: ChangeClass) -> str:
    """Return whose answer changes so, as one sentence; a table of ways where there is no short sentence."""
    if change.when is not None:
        among = "" if change.part is None else "of those whose answer is made with this: "
        return f"{among}{of_condition(change.when)}"
    if not change.rows:
        return "too many ways to say in words; give more facts"
    return "any of these ways, no two of which share a case: " + "; or ".join(f"({_way(row)})" for row in change.rows)


def _way(row: Path) -> str:
    return "; and ".join(map(of_cell, row))


def lines_of(change: ChangeClass) -> Iterator[str]:
    """Yield a class as lines for a terminal."""
    yield from wrap(of_change(change), _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
    old, new = (", ".join(rule.name for rule in each.rules) or "no rule" for each in change.answers)
    yield from _labelled("who", of_who(change))
    yield from _labelled("rules", f"{old} → {new}")
    if change.points:
        yield from _labelled("open", ", ".join(change.points))
    yield from _labelled("case", of_values(change.witness.facts) or "anyone")
    if change.witness.points:
        yield from _labelled("read", of_values(change.witness.points))


def _labelled(label: str, text: str) -> Iterator[str]:
    first, *more = wrap(text, _WIDTH - _LABEL - 4, break_long_words=False, break_on_hyphens=False)
    yield f"    {label:<{_LABEL}}{first}"
    yield from (f"    {'':<{_LABEL}}{line}" for line in more)


def question_lines(question: QuestionImpact, *, unchanged: bool = False) -> Iterator[str]:
    """Yield what changes in the answers to a question as lines for a terminal; nothing where nothing does."""
    shown = (*question.classes, *(question.unchanged if unchanged else ()))
    if shown or question.too_large is not None:
        yield question.question.text
        if question.too_large is not None:
            yield from _labelled("limit", str(question.too_large))
        for change in shown:
            yield from lines_of(change)
        yield ""
