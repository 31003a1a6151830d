"""Editors check the authors' data while they are written: each file names its schema on its first line."""

import jsonschema
import pytest
from guidekit.sources import yaml_lines
from support import ROOT

DATA = ROOT / "docs/_data"
FILES = sorted(file.relative_to(DATA).as_posix() for file in DATA.rglob("*.yml"))
OTHERS = {"page", "diagram"}  # front matter: it has no file of its own


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
