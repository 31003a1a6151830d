"""Pages: their front matter and diagrams, and what may not be twice among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ..diagrams import fences
from ..exam import points
from ..model import Cue, Diagram, Page, Row
from ..sources import yaml_lines
from ..sources.markdown_lines import decode, split_front_matter
from ..sources.problems import Problem, did_you_mean

_PAGE = yaml_lines.load_schema("page")
_LONGEST = (("summary", "says", 12), ("cues", "see", 12), ("cues", "answer", 8))
"""The lists of the front matter, their texts, and how many words each may have."""
_Kind = TypeVar("_Kind")
_NO_FRONT_MATTER = "`---`, its keys (title, description …), `---` as the first lines"


@dataclass(frozen=True)
class Source:
    """A Markdown file: `uri` relative to the docs folder, `path` as messages name it."""

    uri: str
    path: str
    raw: bytes


def read(source: Source) -> tuple[Page | None, list[Problem]]:
    """Return what a source says of itself, and what is wrong with it."""
    text, problems = decode(source.raw, source.path)
    if problems:
        return None, problems
    meta, body, problems = split_front_matter(text, source.path)
    page_diagrams, wrong = fences.read(text, source.path, body)
    problems += wrong
    if meta is None:
        if body == 0 and not any("front matter" in p.message for p in problems):
            problems.append(Problem(source.path, 1, "no front matter", _NO_FRONT_MATTER))
        return None, problems
    document, wrong = yaml_lines.parse(meta, source.path, 2)
    problems += wrong
    if document is None:
        return None, problems
    wrong = yaml_lines.validate(document, _PAGE)
    problems += wrong
    if wrong:
        return None, problems
    data = document.data
    page = Page(
        uri=source.uri,
        path=source.path,
        title=data["title"],
        description=data["description"],
        icon=data.get("icon"),
        topic=data.get("topic"),
        exam_domains=tuple(data.get("exam_domains", ())),
        diagrams=tuple(page_diagrams),
        lines={name: document.line_of(name) for name in data},
        part_of=data.get("part_of"),
        summary=_made(Row, document, "summary"),
        cues=_made(Cue, document, "cues"),
    )
    return page, [*problems, *_unfit(document), *_long(document)]


def _made(kind: Callable[..., _Kind], document: yaml_lines.Document, key: str) -> tuple[_Kind, ...]:
    """Return the entries of a list of the front matter."""
    return tuple(
        kind(**{**entry, "facts": tuple(entry["facts"])}, line=document.line_of(key, number))
        for number, entry in enumerate(document.data.get(key, ()))
    )


def _unfit(document: yaml_lines.Document) -> Iterator[Problem]:
    """Tell of keys that do not go together."""
    given = document.data
    if "topic" in given and "part_of" in given:
        line = document.line_of("part_of", key=True)
        yield Problem(document.path, line, "a topic that is a part of another one", "`topic` or `part_of`")
    if "exam_domains" in given and "topic" not in given and "part_of" not in given:
        line = document.line_of("exam_domains", key=True)
        yield Problem(document.path, line, "exam domains of no topic", "`topic` or `part_of` beside them")


def _long(document: yaml_lines.Document) -> Iterator[Problem]:
    """Tell of what nobody reads at a glance."""
    for key, name, most in _LONGEST:
        for number, entry in enumerate(document.data.get(key, ())):
            if (words := len(entry[name].split())) > most:
                line = document.line_of(key, number, name)
                yield Problem(document.path, line, f"{name}: {words} words", f"{most} words at most")


def check(pages: Sequence[Page], domains: Sequence[str], icons: Sequence[Path]) -> Iterable[Problem]:
    """Tell what is wrong between the pages. `icons` are the folders that hold the icons of the theme."""
    topics: dict[int, Page] = {}
    for page in pages:
        if page.icon and not any((folder / f"{page.icon}.svg").is_file() for folder in icons):
            hint = did_you_mean(page.icon, _names(icons))
            yield Problem(
                page.path, page.lines["icon"], f"unknown icon '{page.icon}'", "an icon of the theme", hint
            )
        for domain in page.exam_domains:
            if domain not in domains:
                yield points.unknown_domain(page.path, page.lines["exam_domains"], domain, domains)
        if page.topic is not None:
            first = topics.setdefault(page.topic, page)
            if first is not page:
                message = f"topic {page.topic} is already {first.path}"
                yield Problem(page.path, page.lines["topic"], message, "a number of its own")
    yield from _whose(pages, [page.name for page in topics.values()])
    yield from _repeated_ids(pages)


def _whose(pages: Iterable[Page], topics: Sequence[str]) -> Iterator[Problem]:
    """Tell of parts of what is no topic."""
    for page in pages:
        if page.part_of is not None and page.part_of not in topics:
            line, hint = page.lines["part_of"], did_you_mean(page.part_of, topics)
            message = f"no topic page '{page.part_of}'"
            yield Problem(page.path, line, message, "the name of a page with `topic`, without .md", hint)


def _names(icons: Sequence[Path]) -> list[str]:
    """Return the names of all icons, of which there are more than ten thousand."""
    files = [(f"{folder.as_posix()}/", file) for folder in icons for file in folder.rglob("*.svg")]
    return [file.as_posix().removeprefix(root).removesuffix(".svg") for root, file in files]


def _repeated_ids(pages: Iterable[Page]) -> Iterable[Problem]:
    seen: dict[str, Diagram] = {}
    for page in pages:
        for diagram in page.diagrams:
            first = seen.setdefault(diagram.id, diagram)
            if first is not diagram:
                message = f"diagram id '{diagram.id}' is already used at {first.path}:{first.line}"
                yield Problem(diagram.path, diagram.line, message, "an id of its own")
