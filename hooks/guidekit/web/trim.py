"""Drop the theme rules that can match nothing: Material ships styles for every feature it has.

A rule goes only if one of its selectors' classes or attribute values stands in no tag of the pages, nor as
a word in the scripts that could add it later. A script that finishes a name at run time, as in
`md-source__fact--${kind}`, adds every class that begins so. A variable goes if nothing that is left reads it:
the theme draws its icons in variables.

What is leant on in Material 9.8: its script writes the classes of five parts (`_PARTS`) only where a page
shows it the mark beside them; without the mark in any page those names do not count. Nor does a direction of
writing that no page has. Every other name in
the script counts: tooltips, clipboard, dialog, progress, search results, and what a later version may add.
Consent, feedback and the header's tabs stand whole in Material's templates, hence in tags.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import rjsmin
import tinycss2

_DATA = {"index.js", "definitions.js"}
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_TEXTS = re.compile(r'\s(?:href|src|title|alt|content|d|points|aria-label|transform)="[^"]*"')
_PARTS = (
    ("md-annotation", re.compile(r'class="[^"]*\bannotate\b')),
    ("md-annotation", re.compile(r'"content\.code\.annotate"')),
    ("rtl", re.compile(r'dir="rtl"')),
    ("md-source__", re.compile(r'data-md-component="source"')),  # its facts, asked of the repository's host
    ("md-tag", re.compile(r'class="[^"]*\bmd-tag\b')),
    ("md-version", re.compile(r'"version": *\{')),  # in the settings, which are JSON in a script
    ("tabbed-", re.compile(r'class="[^"]*\btabbed-set\b')),
)
"""How the classes of a part of Material's script begin, and a mark in a page for which it writes them. A mark
begins with plain letters: with `\\b` before them, or a choice, the search takes twenty times as long.
"""
_READ = re.compile(r"--(?:(?<=var\(--)[\w-]+|(?<=[\"']--)[\w-]+(?=[\"']))")
_SET = re.compile(r"(?<=[{;])\s*(--[\w-]+):(?:[^;{}\"']|\"[^\"]*\"|'[^']*')*(?:;|(?=\}))")
_WORD = re.compile(r"[A-Za-z0-9_-]+")
_DATASET = re.compile(r"\bdataset\.(\w+)")
_NAMED = re.compile(r"\.((?:\\.|[\w-])+)|\[([\w-]+)(?:[~|^$*]?=[\"']?([^\"'\]]*)[\"']?)?\]")
_NEGATED = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
_KEPT_ATTRIBUTES = {
    *("hidden", "open", "disabled", "checked", "href", "title", "type", "dir", "lang", "role", "id")
}


def site(folder: Path) -> None:
    """Trim the style sheets and scripts of a built site in place; the data of the search name no class."""
    assets = folder / "assets"
    sheets = [*sorted(assets.glob("stylesheets/*.min.css")), *sorted(assets.glob("*.css"))]
    pages = [file.read_text("utf-8") for file in sorted(folder.rglob("*.html"))]
    ours = [
        file for file in sorted([*assets.glob("*.js"), *assets.glob("search/*.js")]) if file.name not in _DATA
    ]
    scripts = [file.read_text("utf-8") for file in [*ours, *sorted(assets.glob("javascripts/*.js"))]]
    known = words(pages, scripts)
    trimmed = [trim(sheet.read_text("utf-8"), known) for sheet in sheets]
    for sheet, text in zip(sheets, drop_variables(trimmed, [*scripts, *pages]), strict=True):
        sheet.write_text(text, "utf-8")
    for script in ours:
        script.write_text(rjsmin.jsmin(script.read_text("utf-8")), "utf-8")


def words(pages: Iterable[str], scripts: Collection[str]) -> set[str]:
    """Return every word a class or attribute could be, from the tags of pages and the whole of scripts."""
    texts = list(pages)
    tags = {tag for page in texts for tag in _TAG.findall(page)}
    in_pages = {word for tag in tags for word in _WORD.findall(_TEXTS.sub("", tag))}
    in_scripts = {word for script in scripts for word in _WORD.findall(script)}
    in_scripts |= {f"data-{_kebab(name)}" for script in scripts for name in _DATASET.findall(script)}
    on = {part for part, mark in _PARTS if any(map(mark.search, texts))}
    off = tuple(part for part, _ in _PARTS if part not in on)
    return in_pages | {word for word in in_scripts if not word.startswith(off)}


def _kebab(name: str) -> str:
    return re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", name)


def trim(css: str, known: set[str]) -> str:
    """Return `css` without the rules that `known` words cannot match, and without comments."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_trim_rule(rule, known) for rule in rules)


def drop_variables(sheets: Iterable[str], others: Iterable[str]) -> list[str]:
    """Return the style sheets without variables that neither they nor `others`, scripts and pages, read."""
    remaining, elsewhere = list(sheets), _read(others)
    while True:
        read = elsewhere | _read(remaining)
        kept = [_without(sheet, read) for sheet in remaining]
        if kept == remaining:
            return kept
        remaining = kept


def _read(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for name in _READ.findall(text)}


def _without(sheet: str, read: set[str]) -> str:
    return _SET.sub(lambda match: match[0] if match[1] in read else "", sheet)


def _trim_rule(rule: Any, known: set[str]) -> str:
    if rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in {"media", "supports"}:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        body = "".join(_trim_rule(child, known) for child in inner)
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{body}}}" if body else ""
    if rule.type == "qualified-rule":
        kept = [s for s in _selectors(rule.prelude) if _can_match(s, known)]
        return f"{','.join(kept)}{{{tinycss2.serialize(rule.content).strip()}}}" if kept else ""
    return str(rule.serialize())


def _selectors(prelude: list[Any]) -> list[str]:
    parts: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [str(tinycss2.serialize(part)).strip() for part in parts]


def _can_match(selector: str, known: set[str]) -> bool:
    for name, attribute, value in _NAMED.findall(_NEGATED.sub("", selector)):
        if name and not _is_known(name.replace("\\", ""), known):
            return False
        if attribute and attribute not in known | _KEPT_ATTRIBUTES:
            return False
        if (
            value
            and (attribute.startswith("data-") or attribute == "dir")
            and not set(_WORD.findall(value)) <= known
        ):
            return False
    return True


def _is_known(name: str, known: set[str]) -> bool:
    stem, dashes, _ = name.rpartition("--")  # the end of a name may be filled in by a script
    return name in known or (bool(dashes) and stem + dashes in known)
