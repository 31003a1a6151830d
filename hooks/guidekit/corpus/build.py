"""Build the Corpus: every source of the site read once, every problem found in one run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..diagrams import cache, limits
from ..exam import checklist, points, syntax
from ..glossary import terms as glossary
from ..ledger import corrections, facts
from ..model import Corpus, Domain, Page, Task, Term, Tip, in_order
from ..settings import Settings
from ..sources import code_lines, yaml_lines
from ..sources.block_tree import Parser
from ..sources.markdown_lines import blank_front_matter, decode
from ..sources.problems import Problem
from ..web import callouts
from ..web.made import lost_marks
from . import made, moved
from . import pages as page_files
from .pages import Source

_EXAM = yaml_lines.load_schema("exam")
_WRITTEN = re.compile(f"{syntax.WRITTEN.pattern}|{corrections.WRITTEN.pattern}", re.IGNORECASE)


@dataclass(frozen=True)
class Folders:
    """Where the authors write: `docs` on disk and `docs_path` as messages name it. Each data file may be
    absent: a site without it lacks what is made from it.
    """

    docs: Path
    docs_path: str

    def data(self, name: str) -> tuple[Path, str]:
        """Return a place below docs/_data/, on disk and in messages."""
        return self.docs / "_data" / name, f"{self.docs_path}/_data/{name}"


def build(
    sources: Iterable[Source],
    folders: Folders,
    icons: Sequence[Path],
    parse: Parser,
    settings: Settings,
    *,
    require_drawings: bool,
) -> tuple[Corpus, list[Problem]]:
    """Read all sources. `icons` are the folders that hold the icons of the theme; `parse` reads
    Markdown as the site does. With `require_drawings`, a diagram that is not drawn is a problem. The Corpus
    is whole only without problems.
    """
    domains, problems = _read_exam(*folders.data("exam.yml"))
    pages: list[Page] = []
    texts: dict[str, str] = {}
    written = {source.uri: source for source in sources}
    for source in written.values():
        page, wrong = page_files.read(source)
        problems += wrong
        if page is not None:
            pages.append(page)
            texts[page.name] = blank_front_matter(decode(source.raw, source.path)[0])
    ordinary = tuple(page for page in pages if page.uri not in made.PAGES)
    problems += page_files.check(pages, [domain.id for domain in domains], icons)
    known = {d.id: d for page in reversed(pages) for d in reversed(page.diagrams)}
    drawn, wrong = cache.load(known, *folders.data("diagrams"))
    problems += wrong
    if require_drawings:
        problems += [*cache.missing(known, drawn), *limits.check(known, drawn)]
    terms: tuple[Term, ...] = ()
    file, path = folders.data("glossary.yml")
    if file.is_file():
        terms, wrong = glossary.read(file.read_bytes(), path, ordinary)
        problems += wrong
    tips, tasks, wrong = _read_bodies(pages, texts, domains, parse)
    problems += wrong
    ledger, references, wrong = facts.read(
        *folders.data(""), pages, texts, settings.earlier, homes=[page.name for page in in_order(ordinary)]
    )
    problems += [*wrong, *facts.unknown(ordinary, ledger)]
    cited = {page.name: references[page.name] for page in ordinary}
    gone, wrong = moved.read(*folders.data("moved.yml"), [page.name for page in ordinary])
    problems += wrong
    corpus = Corpus(ordinary, domains, known, drawn, terms, tips, tasks, ledger, cited, settings, gone)
    pages_made, wrong = made.read(corpus, written)
    return replace(corpus, made=pages_made), [*problems, *wrong]


def _read_bodies(
    pages: Sequence[Page], texts: dict[str, str], domains: Sequence[Domain], parse: Parser
) -> tuple[tuple[Tip, ...], tuple[Task, ...], list[Problem]]:
    """Read what stands in the Markdown of the pages: exam points, corrections, lines of checklists."""
    known = points.Known(domains, [page.name for page in in_order(pages) if page.topic is not None])
    tips: list[Tip] = []
    tasks: list[Task] = []
    problems: list[Problem] = []
    for page in in_order(pages):
        tree = parse(texts[page.name], _WRITTEN)
        page_tips, wrong = points.read(tree, page, known)
        tips += page_tips
        problems += [
            *wrong,
            *corrections.check(tree, page),
            *callouts.check(tree, texts[page.name], page.path),
            *code_lines.check(tree, texts[page.name], page.path),
        ]
        if page.uri not in made.PAGES:
            problems += lost_marks(texts[page.name], page.path)
        elif page.teaches:
            key = "part_of" if page.topic is None else "topic"
            message = "a page that the build makes is no topic and no part of one"
            problems.append(Problem(page.path, page.lines[key], message, f"no key `{key}`"))
        tasks += checklist.read(tree, page)
    return tuple(tips), tuple(tasks), [*problems, *points.repeated(tips)]


def _read_exam(file: Path, path: str) -> tuple[tuple[Domain, ...], list[Problem]]:
    if not file.is_file():
        return (), []
    document, problems = yaml_lines.load(file.read_bytes(), path, _EXAM)
    if document is None:
        return (), problems
    domains = tuple(Domain(**domain) for domain in document.data["domains"])
    weights = [domain.weight for domain in domains if domain.weight is not None]
    if weights and (len(weights) < len(domains) or sum(weights) != 100):
        message = f"{len(weights)} of {len(domains)} domains have a weight, {sum(weights)} in all"
        problems.append(
            Problem(path, document.line_of("domains", key=True), message, "one each, 100 in all, or none")
        )
    return domains, problems
