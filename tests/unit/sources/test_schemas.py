"""Editors check the authors' data while they are written: each file names its schema on its first line."""

import re

import jsonschema
import pytest
from guidekit.sources import yaml_lines
from support import ROOT

DATA = ROOT / "docs/_data"
FILES = sorted(file.relative_to(DATA).as_posix() for file in DATA.rglob("*.yml"))
OTHERS = {"page", "diagram"}  # front matter: it has no file of its own
GUIDE = (ROOT / "docs/_guia-de-estilo.md").read_text("utf-8")


def schema_of(name):
    return "facts" if name.startswith("facts/") else name.removesuffix(".yml")


@pytest.mark.parametrize("name", FILES)
def test_a_data_file_leads_editors_to_the_schema_the_build_uses(name):
    first = (DATA / name).read_text("utf-8").split("\n", 1)[0]
    address = first.removeprefix("# yaml-language-server: $schema=")
    assert address != first
    assert ((DATA / name).parent / address).resolve() == yaml_lines.SCHEMAS / f"{schema_of(name)}.yml"


def test_every_schema_is_used_and_sound():
    names = {file.stem for file in yaml_lines.SCHEMAS.glob("*.yml")}
    assert names == {schema_of(name) for name in FILES} | OTHERS
    for name in names:
        jsonschema.Draft202012Validator.check_schema(yaml_lines.load_schema(name))


def keys(name):
    """The keys an author may write: those of the file, or of each entry of its lists."""
    schema = yaml_lines.load_schema(name)
    lists = [schema, *schema.get("properties", {}).values()]
    items = [part["items"] for part in lists if "properties" in part.get("items", {})]
    return {key for part in [schema, *items] for key in part.get("properties", {})}


@pytest.mark.parametrize("name", ["page", "diagram", "facts", "glossary", "sources"])
def test_the_style_guide_shows_every_key_an_author_may_write(name):
    shown = set(re.findall(r"^ *(?:- )?([a-z_]+):", GUIDE, re.MULTILINE)) | set(
        re.findall(r"`([a-z_]+)\b", GUIDE)
    )
    assert keys(name) - shown == set()


def test_the_style_guide_shows_no_other_keys():
    known = {key for file in yaml_lines.SCHEMAS.glob("*.yml") for key in keys(file.stem)}
    blocks = re.findall(r"^ *```yaml\n(.*?)^ *```$", GUIDE, re.MULTILINE | re.DOTALL)
    shown = {key for block in blocks for key in re.findall(r"^ *(?:- )?([a-z_]+):", block, re.MULTILINE)}
    assert shown - known == set()
    assert len(blocks) >= 5
