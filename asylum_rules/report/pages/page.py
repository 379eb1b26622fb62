"""How a page is made from its template: all that is put in is escaped, and only addresses of the web become links."""

from functools import cache
from typing import Final
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from asylum_rules.errors import printable
from asylum_rules.model.policy import point_named
from asylum_rules.prose.condition import of_parts
from asylum_rules.prose.fact import of_fact
from asylum_rules.prose.source import of_stage, of_standing
from asylum_rules.prose.value import of_answer, of_day, of_gift, of_possibility, of_value
from asylum_rules.report.comparison import NOT_ADVICE
from asylum_rules.report.encoding import policy_hash
from asylum_rules.report.timeline import of_dated
from asylum_rules.sources.citation import Document
from asylum_rules.version import __version__

_FILTERS: Final = {
    "answer": of_answer,
    "clauses": of_parts,
    "dated": of_dated,
    "day": of_day,
    "gift": of_gift,
    "hash": policy_hash,
    "point": point_named,
    "possibility": of_possibility,
    "said_of": lambda value, fact: of_fact(fact, value),
    "stage": of_stage,
    "standing": of_standing,
    "value": of_value,
}


def page(template: str, **content: object) -> str:
    """Return a page, or a picture, from its template."""
    return _templates().get_template(template).render(content)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("asylum_rules.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        finalize=_shown,
    )
    templates.filters |= _FILTERS | {"published": _published}
    templates.tests["web"] = is_web_address
    templates.globals |= {"library": __version__, "not_advice": NOT_ADVICE}
    return templates


def _shown(value: object) -> object:
    """Return a text with nothing in it that steers how a page is shown, such as a mark that turns its direction."""
    return value if isinstance(value, Markup) else printable(str(value))


def is_web_address(text: str | None) -> bool:
    """Return whether a text is an address that a link may lead to.

    >>> is_web_address("https://www.gov.uk/asylum"), is_web_address("javascript:alert(1)"), is_web_address(None)
    (True, False, False)
    """
    if text is None:
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return text.startswith(("http://", "https://")) and bool(parts.netloc)


def _published(document: Document) -> str:
    match document.published:
        case None:
            return "day of publication not known"
        case str(text):
            return text
        case day:
            return of_day(day)
