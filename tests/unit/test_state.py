"""What is known of a build is kept with its config, and asked for in order."""

import pytest
from factories import topic
from guidekit import state
from guidekit.model import Corpus
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage


@pytest.fixture
def config(tmp_path):
    made = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    made.load_dict({"site_name": "x", "docs_dir": str(tmp_path)})
    made.validate()
    return made


def rendered(config, uri):
    return MkDocsPage(None, File(uri, config.docs_dir, config.site_dir, use_directory_urls=True), config)


def test_a_corpus_is_there_once_its_sources_are_read(config):
    with pytest.raises(KeyError):
        state.rendering(config)
    state.begin(config)
    with pytest.raises(LookupError):
        state.load(config)
    corpus = Corpus((topic("a"),), (), {}, {})
    state.rendering(config).corpus = corpus
    assert state.load(config) is corpus
    assert state.page(config, rendered(config, "a.md")) is corpus.pages[0]
    assert state.page(config, rendered(config, "glosario.md")) is None


def test_each_build_begins_anew(config):
    state.begin(config)
    before = state.rendering(config)
    state.begin(config)
    assert state.rendering(config) is not before


@pytest.mark.parametrize(("command", "serving"), [("serve", True), ("build", False), ("gh-deploy", False)])
def test_only_a_preview_serves(monkeypatch, command, serving):
    monkeypatch.setattr(state, "_command", "")
    state.start(command)
    assert state.serving() is serving


def test_today_is_the_day_of_the_build(config, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert state.epoch(config) == 1795392000
    assert state.today(config).isoformat() == "2026-11-23"
