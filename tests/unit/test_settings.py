"""`extra.guide` of mkdocs.yml: typed, closed, every mistake with its line."""

import pytest
import yaml
from guidekit.settings import Settings, read

GOOD = """\
site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"]
extra:
  generator: false
  guide:
    short_name: Guía
    downloads: guia
"""


def settings_of(tmp_path, text):
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, "utf-8")
    extra = yaml.safe_load(text.replace("!ENV", "")).get("extra", {})
    settings, problems = read(extra, file, "mkdocs.yml")
    return settings, [str(problem) for problem in problems]


def test_what_is_given_is_read_and_the_rest_has_defaults(tmp_path):
    settings, problems = settings_of(tmp_path, GOOD)
    assert problems == []
    assert (settings.short_name, settings.downloads, settings.branch) == ("Guía", "guia", "main")


@pytest.mark.parametrize("text", ["site_name: x\n", "extra:\n  guide:\n"])
def test_a_guide_may_say_nothing(tmp_path, text):
    settings, problems = settings_of(tmp_path, text)
    assert problems == []
    assert settings.downloads == Settings().downloads


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("short_name:", "shortname:", "mkdocs.yml:5: unknown key 'shortname' under extra.guide; expected one of "),
        ("  guide:", "  giude:", "mkdocs.yml:4: unknown key 'giude' under extra; expected one of "),
        ("short_name: Guía", "short_name: [1]", "mkdocs.yml:5: short_name: [1] is not accepted; expected text"),
        ("short_name: Guía", "units: kg", "mkdocs.yml:5: units: 'kg' is not accepted; expected a list of texts"),
        ("short_name: Guía", "units: [1]", "mkdocs.yml:5: units: [1] is not accepted; expected a list of texts"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_line(tmp_path, old, new, expected):
    _, problems = settings_of(tmp_path, GOOD.replace(old, new))
    assert [problem for problem in problems if problem.startswith(expected)], problems


def test_a_misspelt_key_is_guessed(tmp_path):
    _, problems = settings_of(tmp_path, GOOD.replace("downloads:", "dowloads:"))
    assert problems[0].endswith("did you mean 'downloads'?")


def test_all_mistakes_are_told_at_once_and_the_rest_is_read(tmp_path):
    settings, problems = settings_of(
        tmp_path, GOOD.replace("short_name: Guía", "short_name: 3\n    branch: [x]\n    nada: 1")
    )
    assert sorted(problem.split(":")[1] for problem in problems) == ["5", "6", "7"]
    assert settings.downloads == "guia"
    assert settings.branch == "main"


def test_a_key_that_is_no_text_is_told_too(tmp_path):
    _, problems = settings_of(tmp_path, "extra:\n  1: x\n  guide:\n    2: y\n")
    assert [problem.split(";")[0] for problem in problems] == [
        "mkdocs.yml:2: unknown key '1' under extra", "mkdocs.yml:4: unknown key '2' under extra.guide",
    ]  # fmt: skip


@pytest.mark.parametrize("value", ["[a]", "[]", "texto"])
def test_a_list_is_no_mapping(tmp_path, value):
    _, problems = settings_of(tmp_path, f"extra:\n  guide: {value}\n")
    assert problems == ["mkdocs.yml:2: guide is not a mapping; expected `key: value` lines"]
