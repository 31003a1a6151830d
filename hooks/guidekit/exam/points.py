"""Exam points: read them from the tree of a page, check them, and give each the markup readers get."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ..model import Domain, Page, Tip
from ..sources.block_tree import LINE, Tree, pairs, plain
from ..sources.problems import Problem, did_you_mean
from ..web.text import slug
from . import syntax
from .kinds import USUAL, Kind

PREFIX = "examen-"
ATTRIBUTES = ("id", "dominio", "claves", "temas", "titulo", "ingles")
SECTION = "puntos-de-examen"
INDEX = "indice-de-examen.md"
"""The page that lists every point of the site."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ANSWER = re.compile(r"\*\*Respuesta\b")
_TRAP = re.compile(r"\*\*Trampa\b")
_ENGLISH = range(2, 7)
"""How many words the cue in English may have."""
_LONGEST = 70
_CODE = {"pre", "code"}
_EXAMPLE = '`!!! examen "Title" { #id dominio=… claves="…" }`'


@dataclass(frozen=True)
class Known:
    """What a point may refer to: the domains of the exam and the topic pages by name."""

    domains: Sequence[Domain]
    topics: Sequence[str]


def unknown_domain(path: str, line: int, domain: str, domains: Sequence[str]) -> Problem:
    """Tell of a domain the exam does not have; `domains` are the ids it has."""
    where = "docs/_data/exam.yml"
    options = f"one of {', '.join(domains)} ({where})" if domains else f"no domains without {where}"
    return Problem(path, line, f"unknown exam domain '{domain}'", options, did_you_mean(domain, domains))


def elements(root: ET.Element) -> list[ET.Element]:
    """Return the points of a tree that are not decorated yet, in document order."""
    points = list(root.iter(syntax.TAG))
    for point in points:
        syntax.take_attributes(point)
    return points


def title_of(element: ET.Element) -> str:
    """Return the title an author gave, or none."""
    return element.get("title") or element.get("set-titulo") or ""


def id_of(element: ET.Element) -> str:
    """Return the id an author gave, or one made from the title, or from the first words."""
    given = element.get("set-id")
    return PREFIX + (given.removeprefix(PREFIX) if given else slug(label_of(element)))


def anchor(tip_id: str) -> str:
    """Return the id of a point's entry in the index."""
    return f"entrada-{tip_id.removeprefix(PREFIX)}"


def kind_of(element: ET.Element) -> Kind:
    """Return the kind of a point that `read` found nothing wrong with; of an unknown one the usual."""
    return Kind.named(element.get("words", "")) or USUAL


def domain_of(element: ET.Element, page: Page) -> str | None:
    """Return the domain of a point: its own, else the first of its page."""
    return element.get("set-dominio") or next(iter(page.exam_domains), None)


def label_of(element: ET.Element) -> str:
    """Return what a list calls a point: its title, else its first words."""
    return title_of(element) or _opening(element)


def _opening(element: ET.Element) -> str:
    words = re.split(r"(?<=\w)[.:;](?:\s|$)", plain(element), maxsplit=1)[0]
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + "…"


def answer(element: ET.Element) -> list[ET.Element]:
    """Return the part of a point that answers it: from the paragraph that opens with `**Respuesta` on."""
    for place, child in enumerate(element):
        if _opens(child, _ANSWER):
            return list(element)[place:]
    return []


def traps(parts: Iterable[ET.Element]) -> list[ET.Element]:
    """Return the paragraphs that open with `**Trampa`."""
    return [part for part in parts if _opens(part, _TRAP)]


def _opens(part: ET.Element, words: re.Pattern[str]) -> bool:
    return part.tag == "p" and words.match((part.text or "").lstrip()) is not None


def english_of(element: ET.Element) -> str:
    """Return the cue of a point as the exam says it in English, or none."""
    return " ".join(element.get("set-ingles", "").split())


def read(tree: Tree, page: Page, known: Known) -> tuple[list[Tip], list[Problem]]:
    """Return the points of a page and what is wrong with them."""
    tips: list[Tip] = []
    problems: list[Problem] = []
    for element in elements(tree.root):
        line = int(element.get("line") or 1)
        wrong = list(_check(element, page, line, known))
        problems += wrong
        if not wrong:
            tips.append(
                Tip(
                    id=id_of(element),
                    title=label_of(element),
                    kind=kind_of(element).id,
                    page=page.name,
                    topic=page.subject,
                    also=_list(element, "set-temas"),
                    domain=domain_of(element, page),
                    keywords=_list(element, "set-claves"),
                    english=english_of(element),
                    path=page.path,
                    line=line,
                    body=element,
                    tree=tree,
                )
            )
    problems += _lost(tree.root, page)
    return tips, problems


def _list(element: ET.Element, name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in element.get(name, "").split(",") if part.strip())


def _check(element: ET.Element, page: Page, line: int, known: Known) -> Iterator[Problem]:
    def problem(message: str, expected: str, hint: str = "") -> Problem:
        return Problem(page.path, line, message, expected, hint)

    if not page.teaches:
        wanted = "it on a page with `topic` or `part_of` in its front matter"
        yield problem("exam point outside a topic page", wanted)
    if not "".join(element.itertext()).strip():
        yield problem("exam point without text", "a body indented by four spaces")
    if len(elements(element)) > 1:
        yield problem("exam point around another one", "one after the other")
    words = element.get("words", "")
    if Kind.named(words) is None:
        named = [kind.id for kind in Kind if kind is not USUAL]
        options = f"none or {' or '.join(f'`{name}`' for name in named)}"
        hint = did_you_mean(words, [kind.id for kind in Kind])
        yield problem(f"unknown kind of exam point '{words}'", options, hint)
    elif kind_of(element).asks and not answer(element):
        yield problem("scenario without answer", "a paragraph that opens with `**Respuesta`")
    if answer(element) == list(element) != [] and not (element.text or "").strip():
        yield problem("exam point without a cue", "a paragraph before the answer")
    if len(traps(element)) > len(traps(answer(element))):
        yield problem("trap without an answer before it", "a paragraph that opens with `**Respuesta`")
    english = english_of(element)
    if "set-ingles" in element.attrib and len(english.split()) not in _ENGLISH:
        few, most = _ENGLISH[0], _ENGLISH[-1]
        yield problem(f"ingles: {len(english.split())} words", f"{few} to {most}, as the exam says it")
    if element.get("twice"):
        yield problem(
            "attributes of an exam point in two places", "them on its first line or on its last one"
        )
    for name in (key.removeprefix("set-") for key in element.attrib if key.startswith("set-")):
        if name not in ATTRIBUTES:
            hint = did_you_mean(name, ATTRIBUTES)
            yield problem(f"unknown attribute '{name}' of an exam point", _EXAMPLE, hint)
    given = element.get("set-id", "").removeprefix(PREFIX)
    if "set-id" in element.attrib and not _ID.fullmatch(given):
        yield problem(
            f"id '{given}' is not accepted", "lower case, digits and hyphens, as in `#un-nombre-corto`"
        )
    domain = element.get("set-dominio")
    domains = [entry.id for entry in known.domains]
    if domain is not None and domain not in domains:
        yield unknown_domain(page.path, line, domain, domains)
    for topic in _list(element, "set-temas"):
        if topic not in known.topics:
            hint = did_you_mean(topic, known.topics)
            yield problem(f"no topic page '{topic}'", "the name of a topic page without .md", hint)


def _lost(root: ET.Element, page: Page) -> Iterator[Problem]:
    """Lines that were meant to open a point and are plain text where they stand."""
    for parent, element in pairs(root):
        if element.get("class") == "admonition-title":
            continue  # of a correction: its line is for guidekit.ledger.corrections
        for text in (
            "" if element.tag in _CODE else element.text,
            "" if parent.tag in _CODE else element.tail,
        ):
            for line in (text or "").split("\n"):
                if (number := LINE.search(line)) and syntax.WRITTEN.match(LINE.sub("", line)):
                    message = "this line does not open an exam point where it stands"
                    expected = f"an empty line before it, or {_EXAMPLE}"
                    yield Problem(page.path, int(number[1]), message, expected)


def repeated(tips: Sequence[Tip]) -> Iterator[Problem]:
    """Ids that two points of the site share."""
    first: dict[str, Tip] = {}
    for tip in tips:
        other = first.setdefault(tip.id, tip)
        if other is not tip:
            message = f"exam point id '{tip.id}' is already used at {other.path}:{other.line}"
            yield Problem(tip.path, tip.line, message, "an id of its own, as in `{ #un-nombre-corto }`")
