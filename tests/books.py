"""Small books for the tests of the downloads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tinyhtml5
from guidekit.downloads import manuscript
from guidekit.downloads.book import Book, Chapter
from guidekit.model import Citation, Fact, Term
from guidekit.web.elements import element as element


def links(href: str) -> dict[str, str]:
    """Where links lead: `../b/#x` to the page b, `#x` to the page a, with a scheme outside, others nowhere."""
    page, _, at = href.removeprefix("../").replace("/#", "#").rstrip("/").partition("#")
    if ":" in href.partition("#")[0]:
        return {"href": href}
    return {"page": page or "a", "at": at} if page in {"", "b", "vigencia", "glosario"} and href else {}


def read(html: str, picture: Any = lambda src: "") -> Any:
    """The manuscript of a page with this article, and what of it no book can show."""
    document = tinyhtml5.parse(f"<article>{html}</article>", namespace_html_elements=False)
    return manuscript.of(next(document.iter("article")), links, picture)


def body(html: str, picture: Any = lambda src: "") -> Any:
    """The manuscript of a page that books can show."""
    tree, refusals = read(html, picture)
    assert not refusals
    return tree


def chapter(
    html: str = "<h1 id=uno>Uno</h1>", name: str = "a", picture: Any = lambda src: "", **about: Any
) -> Chapter:
    """A chapter with this article, a topic unless told otherwise."""
    given = {
        "title": "Uno",
        "description": "",
        "url": f"{name}/",
        "part": "Parte",
        "topic": 1,
        "kind": "topic",
    }
    return Chapter(uri=f"{name}.md", body=body(html, picture), **{**given, **about})


def book(*chapters: Chapter, site: Path = Path(), **about: Any) -> Book:
    """A book of these chapters, on a site that is not public unless told otherwise."""
    given = {"title": "Guía: completa", "description": "De todo.", "author": "Autora", "rights": "CC BY-SA 4.0",
             "licence": "", "url": "http://127.0.0.1:8000/", "language": "es", "file": "guia", "epoch": 1767312000}  # fmt: skip
    return Book(chapters=chapters, site=site, **{**given, **about})


def term(name: str = "conmutación", **about: Any) -> Term:
    """A term of the glossary, explained on the page a."""
    return Term(**{"id": "t", "term": name, "definition": "Paso\na < b.", "pages": ("a",), **about})


def fact(name: str = "x-1", **about: Any) -> Fact:
    """A fact of the page a, with one source."""
    given = {"statement": f"Dato {name}.", "status": "vigente", "checked": "2026-01-02", "check_by": "2027-01-02",
             "page": "a", "path": "", "line": 1, "anchor": f"hecho-{name}", "sources": (source(),)}  # fmt: skip
    return Fact(id=name, **{**given, **about})


def source(name: str = "s", **about: Any) -> Citation:
    """A source whose text was read."""
    url = f"https://docs.example.org/{name}"
    given = {"title": f"About {name}", "url": url, "read": "address", "line": 1}
    return Citation(id=name, **{**given, **about})
