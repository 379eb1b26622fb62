"""Answers that are formulas of facts, and what they come to for one row."""

from collections.abc import Mapping
from typing import Any

from asylum_rules.language.subjects import Fact
from asylum_rules.language.terms import AnswerOf, Constant, LargestOf, Term, TotalOf, ValueOf, parts_of
from asylum_rules.language.walk import reads
from asylum_rules.language.working import combined
from asylum_rules.model.answer import Formula, Said, said
from asylum_rules.units.figure import Exactly
from asylum_rules.units.word import Word


def facts_of(said_: Said) -> tuple[Fact, ...]:
    """Return the facts that an answer is a formula of; none where it is no formula."""
    value = said_[1]
    return facts_in(value.term) if isinstance(value, Formula) else ()


def facts_in(term: Term) -> tuple[Fact, ...]:
    """Return the facts that a term reads."""
    return tuple({each.name: each for each in reads(term) if isinstance(each, Fact)}.values())


def in_row(answer: Said, row: Mapping[str, Any]) -> Said:
    """Return an answer with its formula worked out from the values of a row, as far as they are known."""
    value = answer[1]
    return said(worked_out(value.term, row)) if isinstance(value, Formula) else answer


def worked_out(term: Term, row: Mapping[str, Any]) -> Term:
    """Return a term worked out from the values of a row, as far as they are known."""
    match term:
        case ValueOf(fact):
            value = row.get(fact.name)
            if value is None:
                return term
            return Constant(Word.NONE if value is Word.NONE else Exactly(value))
        case Constant() | AnswerOf() | LargestOf() | TotalOf():
            return term
        case _:
            return combined(term, tuple(worked_out(part, row) for part in parts_of(term)))
