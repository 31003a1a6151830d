"""The backs of the cards: callouts of the manuscripts as plain HTML, and the diagrams that go with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ...diagrams import figures as drawings
from ...web.elements import element, html_of
from ..book import Book, Chapter
from ..errors import DownloadError
from ..kinds import SVG, Part
from ..markup import Markup
from ..pictures import file_name

_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
_HEADING = re.compile(r"h[1-6]")
_DRAWING = "diagrama-"
_MARKED = {"examen-ingles", "examen-trampa"}
"""What of a point a card sets apart."""
_MIN_WIDTH = re.compile(r"min-width:\s*\d+px")


@dataclass(frozen=True)
class Body:
    """What a callout holds, as HTML: the `statement` of one that asks and its `answer`, the whole of one that
    does not, and the drawings beside it, `diagram`. `key` is what is bold in the answer, as text.
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
        point, figures = self._points[chapter.name][name]
        answer, title = point.find("answer"), point.find("title")
        markup = _Markup(self, chapter)
        whole = markup.html(point, title, answer)
        key = point if answer is None else answer
        return Body(
            statement="" if answer is None else whole,
            answer=whole if answer is None else markup.html(answer),
            diagram="".join(map(self._diagram, figures)),
            key=" ".join("".join(strong.itertext()) for strong in key.iter("strong")),
        )

    def link_to(self, chapter: Chapter, at: str, text: str) -> str:
        """Return a link to a place on `chapter`, or nothing where the guide has no public address."""
        address = self.book.address(element("a", page=chapter.name, at=at))
        return inner_html(element("div", element("a", text, href=address))) if address else ""

    def picture(self, source: str) -> str:
        """Keep a picture of the site for the package; return its name there."""
        name = f"{self.book.file}-{file_name(source)}"
        self.media[name] = (self.book.site / source).read_bytes()
        return name

    def _diagram(self, figure: ET.Element) -> str:
        name = figure.get("id", "").removeprefix(_DRAWING)
        path = self.book.site / drawings.FOLDER / f"{name}.svg"
        if not path.is_file():
            raise DownloadError(f"{self.book.file}.apkg: no drawing {drawings.FOLDER}/{name}.svg in the site")
        drawing = drawings.light(path.read_text("utf-8"))
        media = f"{self.book.file}-{name}.svg"  # Anki keeps the media of all decks in one folder
        self.media[media] = drawing.encode()
        svg = ET.fromstring(drawing)  # noqa: S314 (our own file)
        smallest = _MIN_WIDTH.search(svg.get("style", ""))
        style = smallest[0] if smallest else None
        image = element("img", src=media, alt=svg.findtext(f"{{{SVG}}}title") or "", style=style)
        caption = figure.find("figcaption")
        words = "" if caption is None else "".join(caption.itertext()).strip()
        return inner_html(element("div", element("div", image, class_="dibujo"), element("p", words)))


class _Markup(Markup):
    """Writes plain HTML: no marks, no links to what is not public; drawings stand below the text."""

    def __init__(self, bodies: Bodies, chapter: Chapter) -> None:
        self.bodies, self.chapter = bodies, chapter

    def html(self, parent: ET.Element, *but: ET.Element | None) -> str:
        """Return the content of `parent` without its children `but`, and the notes it refers to."""
        parts: list[Part] = [*self.content(parent, *but), *self._notes(parent, but)]
        pieces = _CODE.split(inner_html(element("div", *parts)))
        pieces[::2] = [re.sub(r"\s*\n\s*", "\n", text) for text in pieces[::2]]
        return "".join(pieces).strip()

    def other(self, item: ET.Element) -> Iterable[Part]:
        start = item.get("start")
        spans = {key: item.get(key) for key in ("colspan", "rowspan")}
        role = item.get("role") if item.get("role") in _MARKED else None
        about = {"class_": role, "lang": item.get("lang"), "start": start}
        return [element(item.tag, *self.content(item), **about, **spans)]

    def _notes(self, parent: ET.Element, but: Sequence[ET.Element | None]) -> Iterable[Part]:
        """Yield each note that stands elsewhere on the page, under its number."""
        here = {item.get("id") for item in parent.iter()}
        left = {item for child in but if child is not None for item in child.iter()}
        links = [link for link in parent.iter("a") if link.get("kind") == "note" and link not in left]
        for name, number in {link.get("at"): "".join(link.itertext()) for link in links}.items():
            note = next((item for item in self.chapter.body.iter("li") if item.get("id") == name), None)
            if name not in here and note is not None:
                yield element("div", element("sup", number), " ", *self.content(note), class_="nota")

    def callout(self, item: ET.Element) -> ET.Element:
        """Return a callout inside a point, by its word and its title."""
        title = item.find("title")
        words: list[Part] = [] if title is None else [": ", *self.content(title)]
        heading = element("p", element("strong", item.get("label", ""), *words))
        return element("div", heading, *self.content(item, title), class_="aviso")

    def _on_a(self, item: ET.Element) -> Iterable[Part]:
        if item.get("kind") == "back":
            return []
        if item.get("kind") == "note":
            return self.content(item)
        if address := self.bodies.book.address(item):
            return [element("a", *self.content(item), href=address, lang=item.get("lang"))]
        names_a_page = "kind" not in item.attrib and (item.text or "")[:1].isupper()
        content = [f"«{item.text}»"] if names_a_page else self.content(item)
        return [element("span", *content)]

    def _on_img(self, item: ET.Element) -> Iterable[Part]:
        source = self.bodies.picture(item.get("src", ""))
        return [element("img", src=source, alt=item.get("alt", ""), width=item.get("width"))]

    def _on_svg(self, item: ET.Element) -> Iterable[Part]:
        return [deepcopy(item)]

    def _on_token(self, item: ET.Element) -> Iterable[Part]:
        content = self.content(item)
        return [element("strong", *content)] if item.get("kind") == "hll" else content

    def _on_sign(self, item: ET.Element) -> Iterable[Part]:
        return [element("span", item.text or "")]

    def _on_mark(self, item: ET.Element) -> Iterable[Part]:
        return []

    def _on_figure(self, item: ET.Element) -> Iterable[Part]:
        return [] if _is_drawing(item) else self.other(item)


def inner_html(item: ET.Element) -> str:
    """Return the content of a `div` as HTML."""
    return html_of(item).removeprefix("<div>").removesuffix("</div>")


def _is_drawing(figure: ET.Element) -> bool:
    """Return whether a figure is a drawing that the site publishes by itself."""
    return figure.get("id", "").startswith(_DRAWING)


def _points(body: ET.Element) -> Iterator[tuple[str, tuple[ET.Element, Sequence[ET.Element]]]]:
    """Yield the exam points of a page, each with its own drawings or the last one since the heading above."""
    last: list[ET.Element] = []
    for item in body.iter():
        if _HEADING.fullmatch(item.tag):
            last = []
        elif item.tag == "figure" and _is_drawing(item):
            last = [item]
        elif item.tag == "callout" and item.get("kind") == "examen":
            own = [figure for figure in item.iter("figure") if _is_drawing(figure)]
            yield item.get("id", ""), (item, own or last)
