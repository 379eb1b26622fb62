"""One case that a page asks about again and again; an answer is worked out anew only where it can have changed."""

import json
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from asylum_rules.decide.chosen import read_each
from asylum_rules.decide.decide import decide
from asylum_rules.decide.trace import explain
from asylum_rules.diff.comparison import diff
from asylum_rules.errors import AsylumRulesError, InvalidInputError
from asylum_rules.explorer.form import Json, case_of, form, problems_of
from asylum_rules.explorer.shown import shown, shown_reasons
from asylum_rules.language.kinds import Value
from asylum_rules.language.subjects import Profile, Question
from asylum_rules.model.cases import CaseProfile
from asylum_rules.model.profile import Unknown
from asylum_rules.model.questions import QUESTIONS
from asylum_rules.prose.trace import of_trace
from asylum_rules.report.timeline import timeline, timeline_rows
from asylum_rules.rulebooks.catalogue import policies as catalogue

POLICIES: Final = ("uk/baseline", "uk/latest", "uk/proposed")
"""The policies that a page compares; the others are set against the first."""

_Values: TypeAlias = tuple[Value | Unknown, ...]


class Session:
    """What a page asks, and what it is told. A page has one case at a time; nothing of an earlier one is kept."""

    def __init__(self) -> None:
        self._named: Final = tuple(catalogue[each] for each in POLICIES)
        answered = {question.name for policy in self._named for question in policy.questions}
        self._questions: Final = {each.name: each for each in QUESTIONS if each.name in answered}
        self._turns_on: Final = {name: self._facts(each) for name, each in self._questions.items()}
        self._policies = self._named
        self._under: Mapping[str, str] = {}
        self._case = CaseProfile()
        self._last: dict[str, tuple[_Values, Json]] = {}

    def _facts(self, question: Question) -> tuple[str, ...]:
        """Return the names of the facts that can matter to a question, those included that tie others."""
        read = {fact.name for policy in self._named for fact in policy.facts(question)}
        return tuple(sorted(read | CaseProfile.world.tied))

    def form(self) -> Json:
        """Return what the page is built from."""
        return form(self._named, tuple(self._questions.values()))

    def take(self, name: str | None, facts: Mapping[str, str], under: Mapping[str, str]) -> list[Json]:
        """Take a case, and readings of open points, to answer from now on; return what is wrong with them.

        Where anything is, the case before stays.
        """
        try:
            case = case_of(name, facts)
        except InvalidInputError as error:
            return problems_of(error)
        if under != self._under:
            try:
                self._read(under)
            except AsylumRulesError as error:
                return [{"fact": None, "what": str(error)}]
        self._case = case
        return []

    def _read(self, under: Mapping[str, str]) -> None:
        """Read open points as asked for."""
        self._policies, self._under = read_each(self._named, Profile.PERSON, under), under
        self._last.clear()

    def compared(self, question: str) -> Json:
        """Return the answers to one question, or why there are none."""
        values = tuple(getattr(self._case, name) for name in self._turns_on[question])
        before = self._last.get(question)
        if before is not None and before[0] == values:
            return before[1]
        try:
            found = shown(diff(*self._policies, self._case, questions=[question])[question], self._policies)
        except AsylumRulesError as error:
            return {"question": question, "refused": str(error)}
        self._last[question] = values, found
        return found

    def reasons(self, question: str) -> list[Json]:
        """Return the reasons for the answer of each policy to one question; none where it is refused."""
        try:
            return [shown_reasons(decide(each, self._case, question), each) for each in self._policies]
        except AsylumRulesError:
            return []

    def working(self, question: str, policy: int) -> list[str]:
        """Return the working of the answer of one policy, line by line."""
        asked = self._policies[policy]
        return list(of_trace(explain(asked, self._case, question), asked))

    def dates(self) -> Json:
        """Return what happens when: a picture as HTML, and rows of a day and what happens on it under each policy."""
        from asylum_rules.report.pages.timeline import to_figure  # noqa: PLC0415  # the first answers do not wait for it

        try:
            line = timeline(self._policies, self._case)
        except AsylumRulesError as error:
            return {"refused": str(error)}
        return {"figure": to_figure(line), "rows": list(timeline_rows(line.events))}

    def report(self) -> Json:
        """Return the comparison as a file to keep."""
        from asylum_rules.report.pages.comparison import to_html  # noqa: PLC0415  # the same

        page = to_html(diff(*self._policies, self._case))
        return {"name": "comparison.html", "type": "text/html", "text": page}

    def case(self) -> Json:
        """Return the case as a file that the command line reads."""
        written = {"name": self._case.name, **self._case.written()}
        return {"name": "case.json", "type": "application/json", "text": f"{json.dumps(written, indent=2)}\n"}


_ASKED: Final[Mapping[str, Callable[..., object]]] = {
    each.__name__: each
    for each in (
        Session.form,
        Session.take,
        Session.compared,
        Session.reasons,
        Session.working,
        Session.dates,
        Session.report,
        Session.case,
    )
}


def ask(session: Session, request: str) -> str:
    """Return what a session says to a request, both as JSON: `["compared", "leave.length"]`.

    >>> ask(Session(), '["take", null, {"claim": "refugee"}, {}]')
    '[]'
    """
    name, *arguments = json.loads(request)
    return json.dumps(_ASKED[name](session, *arguments))
