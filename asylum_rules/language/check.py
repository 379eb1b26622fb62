"""Whether a condition or a term is well formed: every part of the kind its place wants."""

from asylum_rules.errors import quoted
from asylum_rules.language.kinds import FIGURES, Kind, Value, is_of_kind
from asylum_rules.language.nodes import AllOf, AnyOf, Compare, Condition, Not, OneOf
from asylum_rules.language.subjects import Question, Subject
from asylum_rules.language.terms import (
    AnswerOf,
    Constant,
    DatesBefore,
    Difference,
    LargestOf,
    Moved,
    StepsWithin,
    Sum,
    Term,
    Times,
    TotalOf,
    ValueOf,
)
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Unstated, UpTo
from asylum_rules.units.word import Word

_COMPARABLE = frozenset({Kind.DATE, Kind.COUNT, Kind.MONEY, Kind.MOMENT})
_ADDABLE = frozenset({Kind.COUNT, Kind.MONEY, Kind.SPAN})


class IllFormedError(ValueError):
    """A condition or a term that is not of the language; the message says where."""


def check_condition(condition: Condition, at: str = "when") -> None:
    """Raise `IllFormedError` where a condition compares what has no order, or values of different kinds."""
    match condition:
        case Compare(subject, order, value):
            if isinstance(subject, Question) or (subject.kind not in _COMPARABLE and not subject.ordered):
                raise IllFormedError(f"{quoted(subject.name)} has no order to compare by, at {at}")
            _check_value(subject, value, f"{at} ({subject.name} {order})")
        case OneOf(subject, values):
            if isinstance(subject, Question) and (subject.kind is not Kind.CODE or subject.part):
                raise IllFormedError(f"only an answer of kind code may be tested, not {quoted(subject.name)}, at {at}")
            if not values:
                raise IllFormedError(f"{quoted(subject.name)} is tested against nothing, at {at}")
            for value in values:
                if not (value is Word.NONE and subject.none):
                    _check_value(subject, value, f"{at} ({subject.name})")
        case AllOf(parts) | AnyOf(parts):
            word = "all_of" if isinstance(condition, AllOf) else "any_of"
            for place, part in enumerate(parts):
                check_condition(part, f"{at}.{word}[{place}]")
        case Not(part):
            check_condition(part, f"{at}.not")
        case _:
            raise IllFormedError(f"{quoted(repr(condition))} is no condition, at {at}")


def _check_value(subject: Subject, value: Value, at: str) -> None:
    if subject.kind is Kind.CODE and value not in subject.codes:
        raise IllFormedError(f"{quoted(str(value))} is not a code of {quoted(subject.name)}, at {at}")
    if not is_of_kind(value, subject.kind):
        raise IllFormedError(f"{quoted(subject.name)} is a {subject.kind}, {quoted(str(value))} is not, at {at}")


def kind_of(term: Term, at: str = "gives") -> Kind | None:
    """Return the kind of a term, None where any kind would do; raise `IllFormedError` where it has none.

    The words `none` and `indefinite`, and figures that are not stated, fit wherever a figure does.
    """
    match term:
        case Constant(value):
            return _kind_of_constant(value, at)
        case ValueOf(fact):
            return _wanted(fact.kind, FIGURES, f"{at} ({fact.name})")
        case AnswerOf(question):
            if question.part:
                raise IllFormedError(f"{quoted(question.name)} is a part; read it with LargestOf or TotalOf, at {at}")
            return question.kind
        case Sum(()):
            raise IllFormedError(f"a sum of nothing, at {at}")
        case Sum(terms):
            kinds = {kind_of(each, f"{at}.sum[{place}]") for place, each in enumerate(terms)} - {None}
            if len(kinds) > 1:
                raise IllFormedError(f"a sum of {' and '.join(sorted(map(str, kinds)))}, at {at}")
            return _wanted(next(iter(kinds), None), _ADDABLE, at)
        case Difference(whole, less):
            kinds = {kind_of(whole, f"{at}.whole"), kind_of(less, f"{at}.less")} - {None}
            if len(kinds) > 1:
                raise IllFormedError(f"a difference of {' and '.join(sorted(map(str, kinds)))}, at {at}")
            return _wanted(next(iter(kinds), None), _ADDABLE, at)
        case Times(inner, count):
            _wanted(count.kind, {Kind.COUNT}, f"{at} ({count.name})")
            return _wanted(kind_of(inner, at), _ADDABLE, at)
        case Moved(start, span):
            _wanted(kind_of(start, f"{at}.start"), {Kind.DATE}, f"{at}.start")
            _wanted(kind_of(span, f"{at}.span"), {Kind.SPAN}, f"{at}.span")
            return Kind.DATE
        case StepsWithin(every, period):
            _wanted(kind_of(every, f"{at}.every"), {Kind.SPAN}, f"{at}.every")
            _wanted(kind_of(period, f"{at}.period"), {Kind.SPAN}, f"{at}.period")
            return Kind.COUNT
        case DatesBefore(every, start, end):
            _wanted(kind_of(every, f"{at}.every"), {Kind.SPAN}, f"{at}.every")
            _wanted(kind_of(start, f"{at}.start"), {Kind.DATE}, f"{at}.start")
            _wanted(kind_of(end, f"{at}.end"), {Kind.DATE}, f"{at}.end")
            return Kind.COUNT
        case LargestOf(part) | TotalOf(part):
            if not part.part:
                raise IllFormedError(f"{quoted(part.name)} is no part; read it with AnswerOf, at {at}")
            return part.kind
        case _:
            raise IllFormedError(f"{quoted(repr(term))} is no term, at {at}")


def _wanted(kind: Kind | None, wanted: frozenset[Kind] | set[Kind], at: str) -> Kind | None:
    if kind is not None and kind not in wanted:
        raise IllFormedError(f"a {kind} where {' or '.join(sorted(wanted))} is wanted, at {at}")
    return kind


def _kind_of_constant(value: object, at: str) -> Kind | None:
    match value:
        case Word() | Unstated():
            return None
        case str():
            return Kind.CODE
        case tuple():
            return Kind.CODES
        case Exactly(quantity) | About(quantity) | UpTo(quantity) | AtLeast(quantity) | Between(_, quantity):
            for kind in sorted(FIGURES):
                if is_of_kind(quantity, kind):
                    return kind
    raise IllFormedError(f"{quoted(repr(value))} is no value to give, at {at}")


def check_gives(term: Term, question: Question) -> None:
    """Raise `IllFormedError` where a term does not give what the question asks for."""
    kind = kind_of(term)
    contribution = {question.kind} if question.kind is not Kind.CODES else {Kind.CODES, Kind.CODE}
    if kind is not None and kind not in contribution:
        raise IllFormedError(f"gives a {kind}, but {quoted(question.name)} asks for a {question.kind}")
    if question.kind is Kind.CODES and (not isinstance(term, Constant) or isinstance(term.value, Unstated)):
        raise IllFormedError(f"{quoted(question.name)} asks for codes, which are written out in the rule")
    if isinstance(term, Constant):
        match term.value:
            case Word() if question.kind not in FIGURES:
                raise IllFormedError(f"{quoted(question.name)} has no place for the word {quoted(term.value)}")
            case str() | tuple() if not isinstance(term.value, Word):
                codes = (term.value,) if isinstance(term.value, str) else term.value
                for code in codes:
                    if code not in question.codes:
                        raise IllFormedError(f"{quoted(str(code))} is not a code of {quoted(question.name)}")
