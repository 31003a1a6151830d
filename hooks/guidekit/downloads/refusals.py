"""What no book can show, told when the site is built and not when its books are made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import unquote

from ..sources.markdown_lines import blank_front_matter, decode, prose_lines
from ..sources.problems import Problem
from . import html, manuscript
from .book import place
from .pictures import Refusal

_NO_TEXT = re.compile(r'<a class="headerlink".*?</a>|<[^>]*>')
_TAG = re.compile(r"<([a-zA-Z][\w-]*)")
_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)


def check(
    content: str, file: str, is_file: Callable[[str], bool], source: bytes, path: str
) -> Iterator[Problem]:
    """Tell what no book can show of the content of a page, which is HTML, made of the `source` at `path`.

    `file` is where the page will stand below the root of the site, `is_file` tells whether another will.
    """

    def picture(src: str) -> str:
        other = place(src, file)
        return other if is_file(other) else ""

    refusals = list(_skipped_levels(content))
    if not set(_TAG.findall(content)) <= manuscript.SHOWN or "arithmatex" in content:
        article = html.article(f"<article>{content}</article>")  # which most pages can do without
        refusals += manuscript.of(article, lambda href: {"href": href}, picture)[1]
    text = blank_front_matter(decode(source, path)[0]) if refusals else ""
    lines = [(number, unquote(line)) for number, line in prose_lines(text)]
    seen: Counter[str] = Counter()
    for item in refusals:
        places = [number for number, line in lines if item.written in line] or [0]
        yield Problem(path, places[min(seen[item.written], len(places) - 1)], item.what, item.expected)
        seen[item.written] += 1


def _skipped_levels(content: str) -> Iterator[Refusal]:
    """Tell of headings more than one level below those before them, which a tagged PDF may not have."""
    above = 1  # if the page has no title in its content, the theme writes one
    for match in _HEADING.finditer(content):
        level, text = int(match[1]), unescape(_NO_TEXT.sub("", match[2])).strip()
        if level > above + 1:
            yield Refusal(
                f"«{text}» is of level {level} below a heading of level {above}", f"level {above + 1}", text
            )
        above = level
