"""Build the Corpus: every source of the site read once, every problem found in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import callouts, checklist, diagrams, drawings, exam_tips, glossary, yaml_lines
from .markdown_lines import blank_front_matter, decode, split_front_matter
from .model import Corpus, Diagram, Domain, Page, Task, Term, Tip
from .problems import Problem, did_you_mean
from .trees import Parser

_PAGE = yaml_lines.load_schema("page")
_EXAM = yaml_lines.load_schema("exam")
_NO_FRONT_MATTER = "`---`, its keys (title, description …), `---` as the first lines"


@dataclass(frozen=True)
class Source:
    """A Markdown file: `uri` relative to the docs folder, `path` as messages name it."""

    uri: str
    path: str
    raw: bytes


@dataclass(frozen=True)
class Folders:
    """Where the data of the authors lives: `docs` on disk and `docs_path` as messages name it."""

    docs: Path
    docs_path: str

    @property
    def drawings(self) -> Path:
        """The cache of drawings."""
        return self.docs / "_data" / "diagrams"

    @property
    def glossary(self) -> Path:
        """The terms; a site without the file has no glossary."""
        return self.docs / "_data" / "glossary.yml"

    @property
    def exam(self) -> Path:
        """The file that describes the exam; a site without it has no exam domains."""
        return self.docs / "_data" / "exam.yml"


def build(
    sources: Iterable[Source],
    folders: Folders,
    icons: Callable[[], Sequence[str]],
    parse: Parser,
    *,
    require_drawings: bool,
) -> tuple[Corpus, list[Problem]]:
    """Read all sources. `icons` lists the icons of the theme and is called once at most; `parse` reads
    Markdown as the site does. With `require_drawings`, a diagram that is not drawn is a problem. The
    Corpus is whole only without problems.
    """
    sources = list(sources)
    domains, problems = _read_exam(folders)
    pages: list[Page] = []
    for source in sources:
        page, found = _read_page(source)
        problems += found
        if page is not None:
            pages.append(page)
    known = {d.id: d for page in reversed(pages) for d in reversed(page.diagrams)}
    drawn, found = drawings.load(known, folders.drawings, f"{folders.docs_path}/_data/diagrams")
    problems += found
    if require_drawings:
        problems += drawings.missing(known, drawn)
    terms: tuple[Term, ...] = ()
    if folders.glossary.is_file():
        path = f"{folders.docs_path}/_data/glossary.yml"
        terms, found = glossary.read(folders.glossary.read_bytes(), path, pages)
        problems += found
    tips, tasks, found = _read_bodies(sources, pages, domains, parse)
    problems += found
    corpus = Corpus(tuple(pages), domains, known, drawn, terms, tips, tasks)
    problems += [*_check_pages(corpus, icons), *_check_ids(pages), *exam_tips.repeated(tips)]
    return corpus, problems


def _read_bodies(
    sources: Iterable[Source], pages: Sequence[Page], domains: Sequence[Domain], parse: Parser
) -> tuple[tuple[Tip, ...], tuple[Task, ...], list[Problem]]:
    """Read what stands in the Markdown of the pages: exam points and lines of checklists."""
    topics = sorted((page for page in pages if page.topic is not None), key=lambda page: page.topic or 0)
    known = exam_tips.Known(domains, [page.name for page in topics])
    raw = {source.uri: source for source in sources}
    tips: list[Tip] = []
    tasks: list[Task] = []
    problems: list[Problem] = []
    for page in [*topics, *(page for page in pages if page.topic is None)]:
        text, _ = decode(raw[page.uri].raw, page.path)
        tree = parse(blank_front_matter(text), callouts.WRITTEN)
        points, found = exam_tips.read(tree, page, known)
        tips += points
        problems += found
        tasks += checklist.read(tree, page)
    return tuple(tips), tuple(tasks), problems


def _read_exam(folders: Folders) -> tuple[tuple[Domain, ...], list[Problem]]:
    path = f"{folders.docs_path}/_data/exam.yml"
    if not folders.exam.is_file():
        return (), []
    text, problems = decode(folders.exam.read_bytes(), path)
    if problems:
        return (), problems
    document, problems = yaml_lines.parse(text, path)
    if document is not None:
        problems += yaml_lines.validate(document, _EXAM)
    if document is None or problems:
        return (), problems
    return tuple(Domain(**domain) for domain in document.data["domains"]), []


def _read_page(source: Source) -> tuple[Page | None, list[Problem]]:
    text, problems = decode(source.raw, source.path)
    if problems:
        return None, problems
    meta, body, problems = split_front_matter(text, source.path)
    found_diagrams, found = diagrams.read(text, source.path, body)
    problems += found
    if meta is None:
        if body == 0 and not any("front matter" in p.message for p in problems):
            problems.append(Problem(source.path, 1, "no front matter", _NO_FRONT_MATTER))
        return None, problems
    document, found = yaml_lines.parse(meta, source.path, 2)
    problems += found
    if document is None:
        return None, problems
    found = yaml_lines.validate(document, _PAGE)
    problems += found
    if found:
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
        diagrams=tuple(found_diagrams),
        lines={name: document.line_of(name) for name in data},
    )
    return page, problems


def _check_pages(corpus: Corpus, icons: Callable[[], Sequence[str]]) -> Iterable[Problem]:
    domains = [domain.id for domain in corpus.domains]
    topics: dict[int, Page] = {}
    available = set(icons()) if any(page.icon for page in corpus.pages) else set()
    for page in corpus.pages:
        if page.icon and page.icon not in available:
            hint = did_you_mean(page.icon, available)
            yield Problem(
                page.path, page.lines["icon"], f"unknown icon '{page.icon}'", "an icon of the theme", hint
            )
        for domain in page.exam_domains:
            if domain not in domains:
                yield exam_tips.unknown_domain(page.path, page.lines["exam_domains"], domain, domains)
        if page.topic is not None:
            first = topics.setdefault(page.topic, page)
            if first is not page:
                message = f"topic {page.topic} is already {first.path}"
                yield Problem(page.path, page.lines["topic"], message, "a number of its own")


def _check_ids(pages: Iterable[Page]) -> Iterable[Problem]:
    seen: dict[str, Diagram] = {}
    for page in pages:
        for diagram in page.diagrams:
            first = seen.setdefault(diagram.id, diagram)
            if first is not diagram:
                message = f"diagram id '{diagram.id}' is already used at {first.path}:{first.line}"
                yield Problem(diagram.path, diagram.line, message, "an id of its own")
