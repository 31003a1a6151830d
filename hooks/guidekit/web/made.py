"""Pages made by the build: prose, the kit's or an author's of the same name, around a listing of what the
sources hold. A Python-Markdown extension puts the listing in as elements, so that what it says is rendered,
and its links are checked, like everything an author writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from .. import order
from ..model import Corpus
from ..rendering import Rendering
from ..sources.markdown_lines import prose_lines
from ..sources.problems import Problem, did_you_mean

PROSE = Path(__file__).with_name("pages")
"""The kit's prose: a file for each page, by the name of the page."""
Listing = Callable[[Corpus, Markdown], list[ET.Element]]
_MARK = re.compile(r"<!--\s*listado\b:?\s*([^\s>]*?)\s*-->")
_SETTING = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


@dataclass(frozen=True)
class Made:
    """A page made by the build, if there is something that it `lists`: in its prose, the mark
    `<!-- listado: NAME -->` on a line of its own is where the listing `name` goes.
    """

    uri: str
    name: str
    lists: Callable[[Corpus], Sequence[object]]

    @property
    def mark(self) -> str:
        """What authors write where the listing belongs."""
        return f"<!-- listado: {self.name} -->"

    def check(self, text: str, path: str, settings: Mapping[str, str]) -> Iterator[Problem]:
        """Tell what is wrong with the prose `text` of the file `path`: its mark, settings it names."""
        wanted = f"`{self.mark}` on a line of its own"
        lines = list(prose_lines(text))
        marks = [(number, line, match[1]) for number, line in lines for match in _MARK.finditer(line)]
        if not marks:
            yield Problem(path, 1, "no place for the listing of this page", wanted)
        for place, (number, line, name) in enumerate(marks):
            if name != self.name:
                yield Problem(
                    path, number, f"unknown listing '{name}'", wanted, did_you_mean(name, [self.name])
                )
            elif not _MARK.fullmatch(line.strip()):
                yield Problem(path, number, "this line has more than the mark of a listing", wanted)
            elif place:
                yield Problem(path, number, f"the listing stands at line {marks[0][0]} already", "it once")
        for number, line in lines:
            for match in _SETTING.finditer(line):
                if match[1] not in settings:
                    options, hint = f"one of {', '.join(sorted(settings))}", did_you_mean(match[1], settings)
                    yield Problem(path, number, f"unknown setting '{match[1]}'", options, hint)

    def fill(self, text: str, settings: Mapping[str, str]) -> str:
        """Return the prose with the settings it names, as in `{{ earlier }}`."""
        return _SETTING.sub(lambda match: settings.get(match[1], match[0]), text)


def lost_marks(text: str, path: str) -> Iterator[Problem]:
    """Tell of marks of a listing on a page of the authors, where nothing is listed."""
    for number, line in prose_lines(text):
        if _MARK.search(line):
            yield Problem(path, number, "no listing goes on this page", "a page that the build makes")


def _token(name: str) -> str:
    return f"\ue002{name}\ue003"


class _Marks(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        matches = [_MARK.fullmatch(line.strip()) for line in lines]
        return [_token(match[1]) if match else line for match, line in zip(matches, lines, strict=True)]


class _Listings(Treeprocessor):
    def __init__(self, md: Markdown, listings: Mapping[str, Listing], rendering: Rendering) -> None:
        super().__init__(md)
        self.listings, self.rendering = listings, rendering

    def run(self, root: ET.Element) -> None:
        corpus = self.rendering.corpus
        if corpus is None:
            return
        places = {_token(name): listing for name, listing in self.listings.items()}
        for place, child in reversed(list(enumerate(root))):
            if child.text in places:
                root[place : place + 1] = places[child.text](corpus, self.md)


class ListingExtension(Extension):
    """Holds the listings of a site by name."""

    def __init__(self, listings: Mapping[str, Listing], rendering: Rendering) -> None:
        super().__init__()
        self.listings, self.rendering = listings, rendering

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register what finds the marks, and what puts the listings in."""
        md.preprocessors.register(_Marks(md), "guidekit_listing_marks", order.LISTING_MARK)
        md.treeprocessors.register(
            _Listings(md, self.listings, self.rendering), "guidekit_listings", order.LISTINGS
        )
