"""`python -m guidekit.commands.figures [--docs DIR]`: find figures that do not agree with the ledger.

Compares pages with the facts they cite, in both directions, and rows of summaries and definitions of the
glossary with theirs; lists what differs as `path:line` and exits 1 if anything does. What cannot be read is
left to the build, which tells what is wrong with it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..corpus import pages as page_files
from ..ledger import facts as ledger
from ..ledger import figures
from ..model import Fact, Page
from ..sources import files, yaml_lines
from ..sources.markdown_lines import decode
from ..sources.problems import Problem, did_you_mean, report

_EXPECTED = "`facts: [abc-001]`, ids of docs/_data/facts/ that state it"


def check(docs: Path) -> list[Problem]:
    """Return every figure below `docs` that does not agree with the ledger."""
    written = list(_pages(docs))
    pages, texts = [page for page, _ in written], {page.name: text for page, text in written}
    data, path = docs / "_data", f"{docs.name}/_data/"
    facts, _, _ = ledger.read(data, path, pages, texts, homes=list(texts))
    by_id = {name: fact for fact in facts for name in fact.ids}
    sheet = _document(data / "style.yml", path)
    rules = sheet.data.get("figures", {}) if sheet else {}
    problems: list[Problem] = []
    for page in pages:
        text = texts[page.name]
        problems += figures.on_page(text, page.path, by_id, rules.get("examples", ()))
        problems += _rows(page, by_id)
        own = (fact for fact in facts if fact.page == page.name)
        problems += figures.off_page(own, text, page.path, rules.get("unnamed", ()))
    glossary = _document(data / "glossary.yml", path)
    return [*problems, *(_definitions(glossary, by_id) if glossary else ())]


def _pages(docs: Path) -> Iterator[tuple[Page, str]]:
    for file in files.pages(docs):
        path = file.relative_to(docs.parent).as_posix()
        source = page_files.Source(file.relative_to(docs).as_posix(), path, file.read_bytes())
        page, _ = page_files.read(source)
        if page is not None:
            yield page, decode(source.raw, path)[0]


def _document(file: Path, path: str) -> yaml_lines.Document | None:
    """Return a data file of the authors, None if there is none or it is no good."""
    if not file.is_file():
        return None
    return yaml_lines.load(file.read_bytes(), f"{path}{file.name}", yaml_lines.load_schema(file.stem))[0]


def _rows(page: Page, by_id: Mapping[str, Fact]) -> Iterator[Problem]:
    rows = [(f"{row.figure} {row.says}", row.facts, row.line) for row in page.summary]
    rows += [(f"{cue.see} {cue.answer}", cue.facts, cue.line) for cue in page.cues]
    for text, names, line in rows:
        yield from figures.of_row(text, names, by_id, page.path, line)


def _definitions(glossary: yaml_lines.Document, by_id: Mapping[str, Fact]) -> Iterator[Problem]:
    for number, term in enumerate(glossary.data):
        line, names = glossary.line_of(number, "definition"), term.get("facts", ())
        for place, name in enumerate(names):
            if name not in by_id:
                where, hint = glossary.line_of(number, "facts", place), did_you_mean(name, by_id)
                wanted = "an id of docs/_data/facts/"
                yield Problem(glossary.path, where, f"unknown fact '{name}'", wanted, hint)
        yield from figures.of_row(term["definition"], names, by_id, glossary.path, line)
        if not names and (stated := figures.of(term["definition"])):
            message = f"the definition of '{term['term']}' states {', '.join(sorted(stated))} without a fact"
            yield Problem(glossary.path, line, message, _EXPECTED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="guidekit.commands.figures", description=__doc__)
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    problems = check(parser.parse_args(arguments).docs)
    if problems:
        print(report(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
