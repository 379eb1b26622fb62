"""A place in a document, and how sure we are of what it says."""

from datetime import date
from enum import StrEnum

from attrs import frozen


class Confidence(StrEnum):
    """`high`: primary text, or two independent accounts. `medium`: one secondary account. `low`: never law here."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@frozen(kw_only=True)
class Document:
    """A document that rules rest on."""

    id: str
    title: str
    publisher: str
    published: date | str | None
    """The day; or the month or year in words where no day is known; or None."""
    url: str | None


@frozen
class Citation:
    """A place in a document."""

    document: Document
    at: str | None
    """The place in it: a regulation, a paragraph, a heading; None for the whole."""
    confidence: Confidence
    hedge: str | None = None
    """The word with which it hedges what the rule takes from it: `up to`, `normally`; None where there is none."""
