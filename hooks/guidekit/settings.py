"""What a guide says of itself in mkdocs.yml, under `extra.guide`: one class, closed. Imports MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import base
from mkdocs.config import config_options as option

from .sources.problems import Problem, did_you_mean
from .sources.yaml_lines import Document

_MATERIAL = {"alternate", "analytics", "annotate", "consent", "generator", "homepage", "polyfills"}
_MATERIAL |= {"scope", "social", "status", "tags", "version"}
"""Keys under `extra` that the theme reads (its templates and documentation)."""


_KINDS: dict[type, str] = {str: "text", list: "a list of texts"}
"""By the type of a default: what is expected."""


class Settings(base.Config):  # type: ignore[no-untyped-call]
    """Every setting has a default: a guide without `extra.guide` builds."""

    short_name = option.Type(str, default="")
    """Under the icon on a phone; the title up to its colon otherwise."""
    downloads = option.Type(str, default="")
    """What the downloads are called after, without extension; none are made without it."""
    licence = option.Type(str, default="")
    """Address of the licence of the content, for the imprints of the books."""
    branch = option.Type(str, default="main")
    """The branch that the edit links open, where the site knows its repository."""
    earlier = option.Type(str, default="")
    """How readers call the edition that the ledger compares with, article included; a guide without it is
    the first edition, and its ledger compares only what this guide itself once said.
    """
    vendor = option.Type(str, default="el tiempo")
    """Who changes what the guide is about, as the ledger names them: «Era cierto y … lo cambió»."""
    units = option.ListOfItems(option.Type(str), default=[])
    """Units of the subject, beside those everyone knows: the space between a number and one never breaks."""
    leads = option.ListOfItems(option.Type(str), default=[])
    """Names of quantities that keep together with the number behind them."""
    example_points = option.Type(str, default="")
    """What the search field of the exam index shows before anything is typed."""
    example_terms = option.Type(str, default="")
    """The same of the glossary."""
    example_facts = option.Type(str, default="")
    """The same of the ledger."""


def read(extra: Mapping[str, Any], file: Path, path: str) -> tuple[Settings, list[Problem]]:
    """Return the settings in `extra`, as MkDocs read it from `file`, named `path` in messages, and what is
    wrong with it: keys that nobody reads, values of another type. What is wrong has its default.
    """
    # Only where the keys stand is read from the file: its tags (`!ENV`) need not be known for that.
    document = Document(path, 1, None, yaml.compose(file.read_text("utf-8"), yaml.CSafeLoader))

    def problem(keys: Sequence[str], message: str, expected: str, hint: str = "") -> Problem:
        return Problem(path, document.line_of(*keys, key=True), message, expected, hint)

    def unknown(keys: Sequence[str], known: Iterable[str]) -> Problem:
        message, options = f"unknown key '{keys[-1]}' under {'.'.join(keys[:-1])}", sorted(known)
        return problem(keys, message, f"one of {', '.join(options)}", did_you_mean(keys[-1], options))

    read_by_others = {"guide", *_MATERIAL}
    names = {str(key) for key in extra if not str(key).startswith("_")}  # hooks keep things under such names
    problems = [unknown(["extra", key], read_by_others) for key in sorted(names - read_by_others)]
    given = {} if extra.get("guide") is None else extra["guide"]
    if not isinstance(given, dict):
        return Settings(), [
            *problems,
            problem(["extra", "guide"], "guide is not a mapping", "`key: value` lines"),
        ]
    problems += [unknown(["extra", "guide", str(key)], Settings()) for key in given if key not in Settings()]
    values = {key: value for key, value in given.items() if key in Settings()}
    while True:  # MkDocs stops at the first wrong value
        settings = Settings()
        settings.load_dict(values)
        wrong, _ = settings.validate()
        if not wrong:
            return settings, problems
        key = wrong[0][0]
        message, expected = f"{key}: {values.pop(key)!r} is not accepted", _KINDS[type(Settings()[key])]
        problems.append(problem(["extra", "guide", key], message, expected))
