"""The words readers read in a source, each in its place: what the checks of spelling and style look at.

Everything else (code, addresses, keys, attributes, the syntax of drawings) becomes a sign that is no letter,
so that lines and columns stay those of the source. What is in italics goes too: it is English on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Collection

GONE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each character that is not read; no space, so that no phrase spans what was taken out."""
_FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<fence>`{3,})(?P<language>\w*)[^`\n]*\n.*?^(?P=indent)(?P=fence)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_MARKUP = re.compile(
    r"<!--.*?-->|`[^`\n]*`|\]\([^)\s]*\)|https?://\S+|<[^>\n]*>|&\w+;"  # comments, code, addresses, tags
    r"|(?<!\*)\*[^*\n]+\*(?!\*)"  # italics
    r"|\{\{[^{}\n]*\}\}"  # settings
    r"|\[\[.*?\]\]|^\s*(?:!!!|\?\?\?\+?) [\w ]+"  # references, callouts
    r"|\{:? ?[#.\w][^{}\n]*\}[ \t]*$",  # attributes
    re.MULTILINE,
)
_FRONT_MATTER = re.compile(
    r"^[ -]*(?:icon|exam_domains|topic|part_of|search|facts):.*$|^[ -]*[a-z_]+:", re.MULTILINE
)
_EDGE = r"(?:-->|-\.->|---|<-->|~~~)"
_MERMAID = re.compile(
    r"```\w*|<[^>\n]*>|^id:.*$|^[a-z_]+:|:::\w+|^\s*acc(?:Title|Descr)"
    r"|^\s*(?:flowchart|sequenceDiagram|class|end|autonumber)\b.*$"
    r"|^\s*(?:subgraph|participant|actor)\s+\w+|^\s*\w+(?=[\[({>/]+\")|\b\w*_\w*\b"  # groups, nodes
    rf"|^\s*\w+\s*{_EDGE}\s*\w+\s*$|^\s*\w+\s*{_EDGE}\||(?<=\|)\s*\w+$|^\s*\w+$"  # edges around their labels
    r"|^\s*\w+\s*--?>>\s*\w+:|^\s*Note over [\w,]+:|^\s*(?:alt|else|loop|opt)\b",  # messages, notes, frames
    re.MULTILINE,
)
_QUOTED = re.compile(r"«(?:[^»\n]|\n(?![ \t]*\n))*»")
_KEY = re.compile(r"^(?:- |  )(?P<key>[a-z_]+):")
BEFORE = "before"
"""The key of the ledger for what is no longer said."""
_READ_KEYS = {"statement", BEFORE, "exam", "change", "term", "definition"}


def of_page(text: str) -> str:
    """Return what is read of Markdown, as long as `text` and with its line ends."""

    def fence(match: re.Match[str]) -> str:
        return _MERMAID.sub(_gone, match[0]) if match["language"] == "mermaid" else _gone(match)

    head = re.match(r"---\n.*?^---$", text, re.MULTILINE | re.DOTALL)
    start = head.end() if head else 0
    body, kept = start, _FRONT_MATTER.sub(_gone, text[:start])
    for match in _FENCE.finditer(text, start):
        kept += _MARKUP.sub(_gone, text[body : match.start()]) + fence(match)
        body = match.end()
    return kept + _MARKUP.sub(_gone, text[body:])


def of_data(text: str, but: Collection[str] = ()) -> str:
    """Return what is read of a list under docs/_data/, as long as `text` and with its line ends, but for some
    keys.
    """
    kept, key, keys = [], "", _READ_KEYS.difference(but)
    for line in text.split("\n"):
        match = _KEY.match(line)
        key = match["key"] if match else key if line.startswith("    ") else ""
        name = match.end() if match else 0
        kept.append(GONE * name + line[name:] if key in keys else GONE * len(line))
    return _MARKUP.sub(_gone, "\n".join(kept))


def without_quotations(text: str) -> str:
    """Return `text` without what stands between « and », which are words of others."""
    return _QUOTED.sub(_gone, text)


def _gone(match: re.Match[str]) -> str:
    if match[0] == "<br>":
        return "    "
    return re.sub(r"[^\n]", GONE, match[0])
