"""YAML that remembers its lines: parse, check against a closed schema, report by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from .markdown_lines import decode
from .problems import Problem, did_you_mean

SCHEMAS = Path(__file__).with_name("schemas")


class _Tracing(yaml.SafeLoader):
    """Tells where a mistake is; no aliases, which can make endless data out of one line."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Refuse aliases."""
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "aliases are not supported", mark)
        node: yaml.Node | None = super().compose_node(parent, index)
        return node


class _Fast(yaml.CSafeLoader):
    """Reads the same in a tenth of the time, aliases too."""


_ANCHOR = re.compile(r"(?:^|[\s\[{,])&\S")
"""Without an anchor there is no alias."""
# Dates stay the text the author wrote; `yes` and `on` words, as in YAML 1.2.
for _loader in (_Tracing, _Fast):
    _loader.yaml_implicit_resolvers = {
        first: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":bool"))]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    _loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@dataclass(frozen=True)
class Document:
    """Parsed YAML: `data` as plain Python, `node` its tree; `line` is that of the first row (1-based)."""

    path: str
    line: int
    data: Any
    node: yaml.Node | None

    def line_of(self, *keys: str | int, key: bool = False) -> int:
        """Return the line of the value at `keys`, as deep as it exists; with `key`, of its name."""
        node, line = self.node, self.line
        for step in keys:
            child = _child(node, step)
            if child is None:
                break
            name, node = child
            line = self.line + (name if key else node).start_mark.line
        return line


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def parse(text: str, path: str, line: int = 1) -> tuple[Document | None, list[Problem]]:
    """Parse YAML `text` whose first row is line `line` of `path`. No exception leaves this function."""
    try:
        node, data = _read(text)
        document = Document(path, line, data, node)
        return document, list(_repeated_keys(document, node))
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        where = mark.line if mark else text[: getattr(error, "position", 0)].count("\n")
        detail = getattr(error, "problem", None) or str(error).splitlines()[0]
        return None, [Problem(path, line + where, f"not valid YAML: {detail}", "`key: value` lines")]


def _read(text: str) -> tuple[yaml.Node | None, Any]:
    if not _ANCHOR.search(text):
        with suppress(yaml.YAMLError):
            return _composed(_Fast(text))
    return _composed(_Tracing(text))


def _composed(loader: _Fast | _Tracing) -> tuple[yaml.Node | None, Any]:
    node = loader.get_single_node()
    return node, loader.construct_document(node) if node is not None else None


def _repeated_keys(document: Document, node: yaml.Node | None) -> Iterator[Problem]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                where = document.line + key.start_mark.line
                yield Problem(document.path, where, f"key '{key.value}' given twice", "it once")
            seen.add(key.value)
            yield from _repeated_keys(document, value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated_keys(document, item)


def load_schema(name: str) -> dict[str, Any]:
    """Read a schema of this package by name."""
    schema: dict[str, Any] = _read((SCHEMAS / f"{name}.yml").read_text("utf-8"))[1]
    return schema


def validate(document: Document, schema: dict[str, Any]) -> list[Problem]:
    """Check a document against a JSON Schema; every property of the schema describes itself in
    `description`, which becomes the `expected …` of the message.
    """
    validator = jsonschema.Draft202012Validator(schema)
    problems = (p for error in validator.iter_errors(document.data) for p in _explain(document, error))
    return list(dict.fromkeys(problems))  # a schema may tell of one mistake several times


def load(raw: bytes, path: str, schema: dict[str, Any]) -> tuple[Document | None, list[Problem]]:
    """Decode, parse and check a file of authors; None for the document if anything is wrong with it."""
    text, problems = decode(raw, path)
    if problems:
        return None, problems
    document, problems = parse(text, path)
    if document is not None:
        problems += validate(document, schema)
    return (None if problems else document), problems


def _explain(document: Document, error: Any) -> Iterator[Problem]:
    place = list(error.absolute_path)
    expected = str(error.schema.get("description", error.message))
    if error.validator == "additionalProperties":
        known = list(error.schema["properties"])
        for key in sorted(set(error.instance) - set(known), key=str):
            line = document.line_of(*place, key, key=True)
            options = ", ".join(known)
            hint = did_you_mean(str(key), known)
            yield Problem(document.path, line, f"unknown key '{key}'", f"one of {options}", hint)
    elif error.validator == "required":
        line = document.line_of(*place)
        for key in error.validator_value:
            if key not in error.instance:
                wanted = error.schema["properties"][key]["description"]
                yield Problem(document.path, line, f"key '{key}' is missing", wanted)
    elif error.validator == "dependentRequired":
        for key in [key for key in error.validator_value if key in error.instance]:
            for other in [name for name in error.validator_value[key] if name not in error.instance]:
                message = f"key '{other}' is missing beside '{key}'"
                wanted = error.schema["properties"][other]["description"]
                yield Problem(document.path, document.line_of(*place, key, key=True), message, wanted)
    else:
        name = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
        subject = f"{name}: " if name else ""
        hint = did_you_mean(str(error.instance), error.validator_value) if error.validator == "enum" else ""
        line = document.line_of(*place)
        yield Problem(
            document.path, line, f"{subject}{_short(error.instance)} is not accepted", expected, hint
        )


def _short(value: object) -> str:
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 60 else text[:57] + "…'"
