"""The law of a policy as a page to be read from top to bottom, in Markdown; and the pages in `docs/law/`."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from asylum_rules.language.build import ALWAYS
from asylum_rules.language.nodes import Condition
from asylum_rules.language.subjects import Point, Question
from asylum_rules.model.policy import Policy, accumulates
from asylum_rules.model.reform import living
from asylum_rules.model.rule import Rule
from asylum_rules.prose.condition import Called, of_condition
from asylum_rules.prose.markdown import escaped, linked
from asylum_rules.prose.source import of_stage, of_standing
from asylum_rules.prose.value import listed, of_day, of_gift, of_value
from asylum_rules.report.chapter import Chapter, Told, chapters, turning, without
from asylum_rules.report.comparison import NOT_ADVICE
from asylum_rules.rulebooks.catalogue import policies
from asylum_rules.rulebooks.denmark import protection
from asylum_rules.rulebooks.france import interception
from asylum_rules.rulebooks.uk import policies as uk
from asylum_rules.sources.citation import Citation, Document
from asylum_rules.sources.standing import Stage

_FOLDER: Final = Path(__file__).parents[2] / "docs" / "law"

HOW_TO_READ: Final = (
    "Each section answers one question. A rule gives its answer where its condition holds; a condition that several "
    "rules of a section share stands there once, under a letter. A question in quotation marks stands for its answer. "
    "Of two rules that apply, an exception prevails over what it is an exception to, and otherwise the later rule "
    "prevails. Rules are in force unless marked. High confidence is a primary text or two independent accounts, medium "
    "confidence one secondary account. An open point is one that the law has not decided, or on which sources disagree."
)
REFORMS: Final = {reform.name: reform for reform in uk.REFORMS}
_EARLIER: Final = {rule.name: rule for rule in (*uk.RULES, *protection.RULES, *interception.RULES)}


def law_pages() -> Mapping[str, str]:
    """Return the pages in `docs/law/` by file name: one for each policy with a name of its own, and their index."""
    pages = {_file(policy): f"{law_page(policy)}\n" for policy in policies.values()}
    return {"README.md": f"{_index()}\n", **pages}


def _file(policy: Policy) -> str:
    return f"{policy.id.replace('/', '-')}.md"


def _index() -> str:
    lines = ["# The law, policy by policy", "", "Written by `make law` from the rulebooks; do not edit.", ""]
    for policy in policies.values():
        counts = f"questions {len(policy.questions)}, rules {len(policy.rules)}, open points {len(policy.points())}"
        lines.append(f"- {linked(policy.title, _file(policy))}, `{policy.id}`: {counts}.")
    return "\n".join([*lines, "", NOT_ADVICE])


def law_page(policy: Policy) -> str:
    """Return the law of a policy as a page of Markdown: its questions and rules, its open points, its sources."""
    told = chapters(policy)
    lines = [f"# {escaped(policy.title)}", "", *_opening(policy), "", "## Contents", ""]
    lines += [f"- {linked(each.question.text, f'#{each.question.name}')}" for each in told]
    lines += ["- [Open points](#open-points)", "- [Sources](#sources)"]
    for each in told:
        lines += ["", *_section(each, policy)]
    points = _points(policy, [each.question for each in told])
    lines += ["", "## Open points", "", *points, "", "## Sources", "", *_sources(policy)]
    return "\n".join([*lines, "", f"*{NOT_ADVICE}*"])


def _opening(policy: Policy) -> Iterator[str]:
    reforms = listed([_reform(name) for name in policy.reforms], "and") if policy.reforms else ""
    over = f", with {reforms} laid over them" if reforms else ""
    yield f"This is the policy `{policy.id}`: the rules of {of_day(policy.on)}{over}."
    yield f"Verified until {of_day(policy.verified_until)}; what came later is not known here."
    yield f"Written from the rulebooks; `asylum-rules rules {policy.id} --format markdown` prints it."
    yield ""
    yield HOW_TO_READ


def _reform(name: str) -> str:
    reform = REFORMS.get(name)
    return f"`{name}`" if reform is None else f"*{escaped(reform.title)}* ({of_day(reform.on)})"


def _section(chapter: Chapter, policy: Policy) -> Iterator[str]:
    """Yield a question with who it covers, its rules, and the parts they read that were not told before."""
    covered, called = chapter.covered, chapter.called
    yield from _heading("##", chapter.question)
    yield "Every case is covered." if covered == ALWAYS else f"Covered where {_clause(covered, called, policy)}."
    if accumulates(chapter.question):
        yield "Every rule that applies adds to the answer."
    if called:
        yield ""
    for condition, name in called.items():
        yield f"- {name} means that {_clause(condition, without(called, name), policy)}."
    for told in chapter.rules:
        yield from _rule(told, called, policy)
    for part, rules in chapter.parts:
        yield ""
        yield from _heading("###", part)
        yield "Of these the rules above take the largest or the sum, as each says."
        for told in rules:
            yield from _rule(told, called, policy)


def _heading(mark: str, question: Question) -> Iterator[str]:
    yield f'<a id="{question.name}"></a>'
    yield ""
    yield f"{mark} {escaped(question.text)}"
    yield ""


def _rule(told: Told, called: Called, policy: Policy) -> Iterator[str]:
    rule, condition = told.rule, told.when
    stage = policy.stage(rule)
    mark = "" if stage is Stage.IN_FORCE else f" *({of_stage(stage)})*"
    when = of_condition(condition, called)
    yield ""
    yield f'<a id="{rule.name}"></a>'
    yield f"**{escaped(rule.text)}**{mark}"
    yield ""
    yield f"- When: {'in every case covered' if when == 'always' else _clause(condition, called, policy)}."
    yield f"- Gives: {_with_links(escaped(of_gift(rule)), policy)}."
    above = dict.fromkeys(each for name in rule.overrides for each in living(name, policy.rules))
    if above:
        yield f"- Exception to: {'; '.join(linked(opening_words(each), f'#{each.name}') for each in above)}."
    if rule.succeeds:
        yield f"- Takes the place of: {'; '.join(_earlier(name) for name in rule.succeeds)}."
    until = rule.standing.verified
    doubt = "" if until == policy.verified_until else f"; verified until {of_day(until)}"
    yield f"- Standing: {of_standing(rule.standing)}{doubt}."
    yield "- Sources:"
    for citation in rule.cites:
        yield f"  - {_cited(citation)}"
    yield f"- Name: `{rule.name}`."


def _clause(condition: Condition, called: Called, policy: Policy) -> str:
    return _with_links(escaped(of_condition(condition, called)), policy)


def _with_links(text: str, policy: Policy) -> str:
    """Return a text in which each question or open point that is quoted leads to where the page tells of it."""
    told: tuple[Point | Question, ...] = (*policy.points(), *(rule.answers for rule in policy.rules))
    for each in dict.fromkeys(told):
        quoted = f"“{escaped(each.text)}”"
        text = text.replace(quoted, f"[{quoted}](#{each.name})")
    return text


def opening_words(rule: Rule) -> str:
    """Return the first sentence of a rule, in quotation marks."""
    return f"“{rule.text.split('. ')[0].removesuffix('.')}”"


def _earlier(name: str) -> str:
    """Return an earlier rule, which the page does not tell of, by its first sentence and its name."""
    rule = earlier(name)
    return f"`{name}`" if rule is None else f"{escaped(opening_words(rule))} (`{name}`)"


def earlier(name: str) -> Rule | None:
    """Return a rule of any policy by its name; None where there is none."""
    known = {**_EARLIER, **{rule.name: rule for policy in policies.values() for rule in policy.rules}}
    return known.get(name)


def _cited(citation: Citation) -> str:
    document = citation.document
    place = "" if citation.at is None else f", {escaped(citation.at)}"
    title = linked(document.title, document.url)
    return f"{title}, {escaped(document.publisher)}{place}; {citation.confidence} confidence"


def _points(policy: Policy, questions: Sequence[Question]) -> Iterator[str]:
    points = policy.points()
    yield (
        "The reading shown first is the one that the primary source gives in plain words."
        if points
        else "No open point matters here."
    )
    for point in points:
        by = [linked(question.text, f"#{question.name}") for question in turning(policy, questions, point.name)]
        yield ""
        yield f'<a id="{point.name}"></a>'
        yield f"**{escaped(point.text)}**"
        yield ""
        yield f"- Readings: {listed([_reading(code, point) for code in point.codes], 'or')}."
        if point.name in dict(policy.readings):
            yield f"- Read here as: {_reading(dict(policy.readings)[point.name], point)}."
        yield f"- Shown first: {'none' if point.headline is None else _reading(point.headline, point)}."
        yield f"- Questions that turn on it: {', '.join(by)}."
        yield f"- Name: `{point.name}`."


def _reading(code: str, point: Point) -> str:
    return f"“{escaped(of_value(code, point))}”"


def _sources(policy: Policy) -> Iterator[str]:
    used: dict[Document, set[str]] = {}
    for rule in policy.rules:
        for citation in rule.cites:
            used.setdefault(citation.document, set()).add(str(citation.confidence))
    for document in sorted(used, key=lambda each: (each.publisher, each.title)):
        published = document.published
        day = published if published is None or isinstance(published, str) else of_day(published)
        when = "day of publication not known" if day is None else escaped(day)
        sure = " and ".join(sorted(used[document]))
        yield f"- {escaped(document.publisher)}: {linked(document.title, document.url)}; {when}; {sure} confidence"


def main() -> None:
    """Write the pages anew."""
    _FOLDER.mkdir(exist_ok=True)
    for old in _FOLDER.glob("*.md"):
        old.unlink()
    for name, text in law_pages().items():
        (_FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
