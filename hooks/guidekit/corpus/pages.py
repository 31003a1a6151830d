"""Pages: their front matter and diagrams, and what may not be twice among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..diagrams import fences
from ..exam import points
from ..model import Diagram, Page
from ..sources import yaml_lines
from ..sources.markdown_lines import decode, split_front_matter
from ..sources.problems import Problem, did_you_mean

_PAGE = yaml_lines.load_schema("page")
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
    )
    return page, problems


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
    yield from _repeated_ids(pages)


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
