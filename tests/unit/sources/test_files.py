from guidekit.sources import files


def test_what_begins_with_an_underscore_is_no_page(tmp_path):
    for name in (
        "b.md",
        "a.md",
        "tema/c.md",
        "_guia.md",
        "_data/d.md",
        "_data/facts/e.yml",
        "_data/glossary.yml",
        "f.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert [file.relative_to(tmp_path).as_posix() for file in files.pages(tmp_path)] == [
        "a.md",
        "b.md",
        "tema/c.md",
    ]
    assert [file.name for file in files.lists(tmp_path)] == ["e.yml", "glossary.yml"]


def test_a_site_without_data_has_no_lists(tmp_path):
    assert files.lists(tmp_path) == []
