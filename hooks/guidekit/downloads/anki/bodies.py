"""The backs of the cards: callouts of the built pages as plain HTML, and the diagrams that go with them."""

from __future__ import annotations

import copy
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from ...diagrams import figures as drawings
from ...web.elements import classes, remove
from ..errors import DownloadError
from ..manuscript import Book, Chapter

_HEADING = re.compile(r"h[1-6]")
_MIN_WIDTH = re.compile(r"min-width:\s*\d+px")
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Body:
    """What a callout holds, as HTML: the `statement` of a scenario, its `answer` or the whole of a point,
    and the `diagram` beside it. `key` is what is bold in the answer, as text.
    """

    statement: str
    answer: str
    diagram: str
    key: str


class Bodies:
    """Reads the pages of a book; `media` are the files the cards read so far refer to."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.media: dict[str, bytes] = {}
        self._found: dict[str, dict[str, tuple[ET.Element, ET.Element | None]]] = {}

    def of(self, chapter: Chapter, name: str) -> Body:
        """Return the body of the callout `name`."""
        if chapter.name not in self._found:
            self._found[chapter.name] = dict(_callouts(chapter.article))
        if name not in self._found[chapter.name]:
            raise DownloadError(f"{self.book.file}.apkg: the page {chapter.url} holds no exam point #{name}")
        point, figure = self._found[chapter.name][name]
        answer = next((child for child in point if child.get("class") == "examen-respuesta"), None)
        parts = [child for child in point if child is not answer and child.get("class") != "admonition-title"]
        rest = [] if answer is None else [child for child in answer if child.tag != "summary"]
        told = rest or parts
        bold = (strong for part in told for strong in part.iter("strong"))
        return Body(
            statement=self._html(chapter, parts) if rest else "",
            answer=self._html(chapter, told),
            diagram="" if figure is None else self._diagram(figure),
            key=" ".join("".join(strong.itertext()) for strong in bold),
        )

    def link_to(self, chapter: Chapter, href: str, text: str) -> str:
        """Return a link to a place on `chapter`, or nothing where the guide has no public address."""
        address = self._address(chapter, href)
        return f'<a href="{html.escape(address)}">{html.escape(text, quote=False)}</a>' if address else ""

    def _address(self, chapter: Chapter, href: str) -> str:
        whole = urljoin(self.book.public + chapter.url, href)
        return whole if whole.startswith(("https:", "http:")) else ""

    def _html(self, chapter: Chapter, parts: list[ET.Element]) -> str:
        root = ET.Element("div")
        root.extend(copy.deepcopy(parts))
        self._clean(chapter, root)
        made = ET.tostring(root, encoding="unicode", method="html")
        return re.sub(r"\s*\n\s*", "\n", made.removeprefix("<div>").removesuffix("</div>")).strip()

    def _clean(self, chapter: Chapter, parent: ET.Element) -> None:
        for child in list(parent):
            if child.tag == "figure" or "hecho" in classes(child):
                remove(parent, child)
                continue
            self._clean(chapter, child)
            address = self._address(chapter, child.get("href", "")) if child.tag == "a" else ""
            names_a_page = child.tag == "a" and not classes(child) and (child.text or "")[:1].isupper()
            kept = {"href": address, "lang": child.get("lang", "")}
            child.attrib.clear()
            child.attrib.update({key: value for key, value in kept.items() if value})
            if child.tag == "a" and not address:
                child.tag = "span"
                child.text = f"«{child.text}»" if names_a_page else child.text

    def _diagram(self, figure: ET.Element) -> str:
        name = figure.get("id", "").removeprefix("diagrama-")
        path = self.book.site / drawings.FOLDER / f"{name}.svg"
        if not path.is_file():
            raise DownloadError(f"{self.book.file}.apkg: no drawing {drawings.FOLDER}/{name}.svg in the site")
        drawing = drawings.light(path.read_text("utf-8"))
        media = f"{self.book.file}-{name}.svg"  # Anki keeps the media of all decks in one folder
        self.media[media] = drawing.encode()
        svg = ET.fromstring(drawing)  # noqa: S314 (our own file)
        alt = html.escape(svg.findtext(f"{_SVG}title") or "")
        smallest = _MIN_WIDTH.search(svg.get("style", ""))
        style = f' style="{smallest[0]}"' if smallest else ""
        caption = figure.find("figcaption")
        text = "" if caption is None else "".join(caption.itertext()).strip()
        return (
            f'<div class="dibujo"><img src="{media}" alt="{alt}"{style}></div>'
            f"<p>{html.escape(text, quote=False)}</p>"
        )


def _callouts(article: ET.Element) -> Iterator[tuple[str, tuple[ET.Element, ET.Element | None]]]:
    """Yield the exam points of a page, each with its own figure or the last one since the heading above."""
    figure = None
    for element in article.iter():
        if _HEADING.fullmatch(str(element.tag)):
            figure = None
        elif element.tag == "figure" and "diagrama" in classes(element):
            figure = element
        elif {"admonition", "examen"} <= classes(element):
            own = element.find(".//figure")
            yield element.get("id", ""), (element, figure if own is None else own)
