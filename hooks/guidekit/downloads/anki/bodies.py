"""The backs of the cards: callouts of the manuscripts as plain HTML, and the diagrams that go with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ...diagrams import figures as drawings
from ...web.elements import element, html_of
from ..book import Book, Chapter
from ..errors import DownloadError
from ..kinds import Part, Walker

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
        self._points = {chapter.name: dict(_points(chapter.body)) for chapter in book.chapters}

    def of(self, chapter: Chapter, name: str) -> Body:
        """Return the body of the callout `name`."""
        if name not in self._points[chapter.name]:
            raise DownloadError(f"{self.book.file}.apkg: the page {chapter.url} holds no exam point #{name}")
        point, figure = self._points[chapter.name][name]
        answer, title = point.find("answer"), point.find("title")
        markup = _Markup(self.book)
        whole = markup.html(point, title, answer)
        key = point if answer is None else answer
        return Body(
            statement="" if answer is None else whole,
            answer=whole if answer is None else markup.html(answer),
            diagram="" if figure is None else self._diagram(figure),
            key=" ".join("".join(strong.itertext()) for strong in key.iter("strong")),
        )

    def link_to(self, chapter: Chapter, at: str, text: str) -> str:
        """Return a link to a place on `chapter`, or nothing where the guide has no public address."""
        address = self.book.address(element("a", page=chapter.name, at=at))
        return inner_html(element("div", element("a", text, href=address))) if address else ""

    def _diagram(self, figure: ET.Element) -> str:
        name = figure.get("id", "").removeprefix("diagrama-")
        path = self.book.site / drawings.FOLDER / f"{name}.svg"
        if not path.is_file():
            raise DownloadError(f"{self.book.file}.apkg: no drawing {drawings.FOLDER}/{name}.svg in the site")
        drawing = drawings.light(path.read_text("utf-8"))
        media = f"{self.book.file}-{name}.svg"  # Anki keeps the media of all decks in one folder
        self.media[media] = drawing.encode()
        svg = ET.fromstring(drawing)  # noqa: S314 (our own file)
        smallest = _MIN_WIDTH.search(svg.get("style", ""))
        style = smallest[0] if smallest else None
        image = element("img", src=media, alt=svg.findtext(f"{_SVG}title") or "", style=style)
        caption = figure.find("figcaption")
        words = "" if caption is None else "".join(caption.itertext()).strip()
        return inner_html(element("div", element("div", image, class_="dibujo"), element("p", words)))


class _Markup(Walker):
    """Writes plain HTML: no marks, no drawings in the text, no links to what is not public."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def html(self, parent: ET.Element, *but: ET.Element | None) -> str:
        """Return the content of `parent` without its children `but`."""
        text = inner_html(element("div", *self.content(parent, *but)))
        return re.sub(r"\s*\n\s*", "\n", text).strip()

    def other(self, item: ET.Element) -> Iterable[Part]:
        return [element(item.tag, *self.content(item), lang=item.get("lang"))]

    def _on_a(self, item: ET.Element) -> Iterable[Part]:
        if address := self.book.address(item):
            return [element("a", *self.content(item), href=address, lang=item.get("lang"))]
        names_a_page = "kind" not in item.attrib and (item.text or "")[:1].isupper()
        content = [f"«{item.text}»"] if names_a_page else self.content(item)
        return [element("span", *content)]

    def _on_sign(self, item: ET.Element) -> Iterable[Part]:
        return [element("span", item.text or "")]

    def _on_mark(self, item: ET.Element) -> Iterable[Part]:
        return []

    def _on_figure(self, item: ET.Element) -> Iterable[Part]:
        return []


def inner_html(item: ET.Element) -> str:
    """Return the content of a `div` as HTML."""
    return html_of(item).removeprefix("<div>").removesuffix("</div>")


def _points(body: ET.Element) -> Iterator[tuple[str, tuple[ET.Element, ET.Element | None]]]:
    """Yield the exam points of a page, each with its own figure or the last one since the heading above."""
    last = None
    for item in body.iter():
        if _HEADING.fullmatch(item.tag):
            last = None
        elif item.tag == "figure":
            last = item
        elif item.tag == "callout" and item.get("kind") == "examen":
            figure = item.find(".//figure")
            yield item.get("id", ""), (item, last if figure is None else figure)
