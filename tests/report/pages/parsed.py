"""A page as a browser takes it apart, and what must hold of every page."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Final

VOID: Final = {"meta", "br"}
INLINE: Final = {"a", "span", "strong", "b", "code", "bdi", "time", "tspan"}
ALLOWED: Final = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section", "article"),
    *("figure", "figcaption", "h1", "h2", "h3", "h4", "p", "a", "ul", "ol", "li", "dl", "div", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "span", "strong", "b", "i", "br", "code", "bdi", "time"),
    *("details", "summary", "svg", "desc", "line", "text", "tspan", "rect", "circle", "path"),
}


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)
        elif tag == "br":
            self.texts.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes something else"
        self.texts += [] if tag in INLINE else [" "]

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All that a reader reads, with single spaces."""
        return " ".join("".join(self.texts).split())

    def all(self, *tags: str) -> list[dict[str, str]]:
        """Return the attributes of every element of some kinds."""
        return [attributes for tag, attributes in self.elements if tag in tags]


def page_of(html: str) -> Page:
    """Return a page, held to what must be true of all of them."""
    page = Page(html)
    runs_nothing(page)
    reads_well(page)
    return page


def runs_nothing(page: Page) -> None:
    """Assert that a page runs nothing, fetches nothing, and leads to addresses of the web only."""
    assert {tag for tag, _ in page.elements} <= ALLOWED
    attributes = [pair for _, given in page.elements for pair in given.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name in {"style", "src", "srcset"}]
    links = [value for name, value in attributes if "href" in name]
    assert not [link for link in links if not re.match(r"#|https?://", link)]
    assert "url(" not in page.html
    assert "@import" not in page.html
    assert not [c for c in page.html if not (c.isprintable() or c == "\n")]


def reads_well(page: Page) -> None:
    """Assert that a page says what it is, in order, and that every picture is said in words."""
    assert page.open == []
    assert page.html.startswith("<!doctype html>\n")
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("title")) >= 1
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))
    assert all(each.get("scope") in {"col", "row"} for each in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table"))
    names = [given["id"] for _, given in page.elements if "id" in given]
    assert len(names) == len(set(names))
    named = [each["href"][1:] for each in page.all("a") if each["href"].startswith("#")]
    named += [name for _, given in page.elements for name in given.get("aria-labelledby", "").split()]
    assert set(named) <= set(names)
    for tag, given in page.elements:
        if tag == "svg" and "picture" in given.get("class", ""):
            assert given.get("aria-hidden") == "true" or given["role"] == "img"
