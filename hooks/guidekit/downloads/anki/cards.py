"""Flash cards for Anki: exam points and scenarios by topic, what to know by heart, the glossary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import genanki

from ...exam import summary
from ...web.elements import element
from ..book import Book
from . import fronts
from . import package as cards_package
from .bodies import Bodies, inner_html
from .models import Models, stable_id

_LINK = "Ver en la guía"
_GLOSSARY = "Glosario"
_ESSENTIAL = "Esencial"


def make(book: Book, target: Path) -> list[Path]:
    """Write the package; a guide with nothing to ask has none."""
    models, bodies = Models(book.file, book.short_title), Bodies(book)
    notes = [*_points(book, models, bodies), *_known(book, models, bodies), *_terms(book, models, bodies)]
    if not notes:
        return []
    decks = [_deck(book, "", "", _about(book))]
    for position, (name, title, note) in enumerate(notes):
        if decks[-1].deck_id != stable_id(book.file, "deck", name):
            decks.append(_deck(book, name, title))
        note.due = position  # new cards come in reading order
        decks[-1].add_note(note)
    file = target / f"{book.file}.apkg"
    cards_package.write(decks, bodies.media, file, book.epoch)
    return [file]


def guid(book_file: str, kind: str, name: str) -> str:
    """Return what tells Anki that a note is one it has: from ids alone, so that texts may change."""
    return str(genanki.guid_for(book_file, kind, name))


def _deck(book: Book, name: str, title: str, description: str = "") -> genanki.Deck:
    path = f"{book.short_title}::{title}" if title else book.short_title
    return genanki.Deck(stable_id(book.file, "deck", name), path, description)


def _about(book: Book) -> str:
    opening = f"Tarjetas de «{book.title}», edición del {book.day}."
    licence = [element("br"), element("a", book.licence, href=book.licence)] if book.licence else []
    return inner_html(element("div", opening, element("br"), book.rights, *licence))


def _points(book: Book, models: Models, bodies: Bodies) -> Iterator[tuple[str, str, genanki.Note]]:
    names = [name for term in book.terms for name in (term.term, term.abbreviation) if name]
    for chapter in book.chapters:
        topic = book.chapter(chapter.subject) or chapter
        title = f"{topic.topic:02d} {topic.title}" if topic.topic else topic.title
        place = f"Tema {chapter.number} · {chapter.title}" if chapter.topic else chapter.title
        for point in (point for point in book.points if point.page == chapter.name):
            body = bodies.of(chapter, point.id)
            asked = fronts.Front("", f"{point.title} {body.statement}")
            front = asked if body.statement else fronts.front(point.title, names)
            hint = fronts.joined(point.domain_name, fronts.place(place, front, body.key))
            fields = {
                "Título": fronts.escaped(point.title),
                "Pregunta": front.ask,
                "Frente": fronts.asked(point.title, body.statement) or fronts.escaped(front.shown),
                "Pista": fronts.escaped(hint),
                "Enunciado": body.statement,
                "Respuesta": body.answer,
                "Diagrama": body.diagram,
                "Lugar": fronts.escaped(fronts.joined(point.domain_name, place)),
                "Enlace": bodies.link_to(chapter, point.id, _LINK),
            }
            tags = _tags(point.kind, (point.topic, *point.also), point.domain_name)
            note = models.note(point.kind, fields, guid(book.file, "tip", point.id), tags)
            yield topic.name, title, note


def _known(book: Book, models: Models, bodies: Bodies) -> Iterator[tuple[str, str, genanki.Note]]:
    chapters = {chapter.name: chapter for chapter in book.chapters}
    seen = Counter[str]()
    for item in (item for item in book.known if item.topic in chapters):
        topic, row = chapters[item.topic], item.kind == "row"
        shown = fronts.blanked(item.asked, item.key) if row else item.asked
        fields = {
            "Frente": fronts.inline(shown),
            "Pregunta": fronts.FILL if row else fronts.SEEN,
            "Tema": fronts.escaped(fronts.place(topic.title, fronts.Front("", shown), item.key)),
            "Respuesta": fronts.inline(item.key),
            "Completo": fronts.inline(f"{item.key} {item.asked}") if row else "",
            "Enlace": bodies.link_to(topic, summary.SECTION, _LINK),
        }
        # Neither figure nor words are part of it: they may be mended. Those of the same facts are counted.
        name = f"{item.kind} {item.topic} {' '.join(item.facts)}"
        seen[name] += 1
        number = [str(seen[name])] if seen[name] > 1 else []
        identity = guid(book.file, item.kind, " ".join((item.topic, *item.facts, *number)))
        note = models.note("esencial", fields, identity, _tags("esencial", (item.topic,), ""))
        yield "esencial", _ESSENTIAL, note


def _terms(book: Book, models: Models, bodies: Bodies) -> Iterator[tuple[str, str, genanki.Note]]:
    chapters = {chapter.name: chapter for chapter in book.chapters}
    for term in book.terms:
        pages = [chapters[name] for name in term.pages if name in chapters]
        places = [bodies.link_to(page, "", page.title) or fronts.escaped(page.title) for page in pages]
        fields = {
            "Término": fronts.escaped(term.term),
            "Pregunta": fronts.what_is(term.term),
            "Inglés": fronts.escaped(term.english or ""),
            "Abreviatura": fronts.escaped(term.abbreviation or ""),
            "Desde el inglés": fronts.escaped(fronts.from_english(term)),
            "Definición": fronts.escaped(" ".join(term.definition.split())),
            "Páginas": " · ".join(places),
        }
        tags = _tags("término", tuple(page.name for page in pages), "")
        note = models.note("término", fields, guid(book.file, "term", term.id), tags)
        yield "glosario", _GLOSSARY, note


def _tags(kind: str, topics: tuple[str, ...], domain: str) -> list[str]:
    of_domain = ["dominio::" + "-".join(domain.split())] if domain else []  # Anki knows no spaces in tags
    return [f"tipo::{kind}", *of_domain, *(f"tema::{topic}" for topic in topics)]
