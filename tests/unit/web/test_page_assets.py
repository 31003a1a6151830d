"""What is published of our scripts and styles, and which page needs what."""

import re
from collections import Counter

import pytest
from guidekit.web import page_assets
from guidekit.web.page_assets import join, published, scripts

WEB = page_assets.THEME.parent


@pytest.mark.parametrize("kind", ["scripts/**/*.js", "styles/*.css"])
def test_every_part_is_published(kind):
    everything = "".join(published().values())
    parts = [part.read_text("utf-8") for part in WEB.glob(kind)]
    assert len(parts) > 5
    assert [text[:60] for text in parts if text not in everything] == []


def test_every_function_of_the_scripts_is_used():
    texts = {part: part.read_text("utf-8") for part in WEB.glob("scripts/**/*.js")}
    everything = "".join(
        re.sub(r"^\s*(?:/?\*|//).*", "", text, flags=re.MULTILINE) for text in texts.values()
    )
    names = {
        name
        for text in texts.values()
        for name in re.findall(r"^ *(?:async )?function (\w+)|^ *const (\w+) = \(?", text, re.MULTILINE)
        for name in name
        if name
    }
    assert {"fold", "distance", "makeSearch", "special"} <= names
    uses = Counter(re.findall(r"\w+", everything))
    assert [name for name in sorted(names) if uses[name] < 2] == []


def test_parts_are_joined_in_one_strict_scope():
    assert join(['"use strict";\nconst a = 1;\n', '"use strict";\nb(a);\n']) == (
        '(() => {\n"use strict";\nconst a = 1;\n"use strict";\nb(a);\n})();\n'
    )
    for name, text in published().items():
        if name.endswith(".js"):
            assert text.startswith('(() => {\n"use strict";\n'), name


def test_print_stands_last_in_the_style_sheet():
    assert published()["assets/site.css"].endswith((WEB / "styles/print.css").read_text("utf-8"))


def test_a_page_gets_the_style_sheets_its_markup_needs():
    assert page_assets.styles('<p class="entrada">x</p>') == []
    for markup in ('<div data-filtro="a|b">', '<ul class="entradas">', '<ul class="marcas">'):
        assert page_assets.styles(markup) == ["lists"]
    assert {"assets/site.css", "assets/lists.css"} <= set(published())


def test_a_page_gets_the_scripts_its_markup_needs():
    figure = '<figure class="diagrama" id="diagrama-x">'
    assert scripts("<p>x</p>", preview=False) == []
    assert scripts(f'{figure}<a data-hechos="rds-001">', preview=False) == ["diagrams", "facts"]
    assert scripts('<a data-hechos="rds-001"></a><a class="termino">', preview=False) == ["facts"]
    assert scripts("<div data-sin-conexion=''>", preview=False) == ["offline"]
    assert scripts("<div data-sin-conexion=''>", preview=True) == []
    assert {f"assets/{name}.js" for name in page_assets._NEEDED_BY.values()} <= set(published())


def nested_templates(script):
    """Return the lines where a template stands in a template, whose text rjsmin takes for code."""
    lines, within = [], []
    for found in re.finditer(r"\\.|`|\$\{|[{}]", script, re.DOTALL):
        text, inner = found[0], within[-1:]
        if text == "`" and inner == ["`"]:
            within.pop()
        elif text == "`":
            lines += [script.count("\n", 0, found.start()) + 1] if "`" in within else []
            within.append("`")
        elif inner == ["`"]:
            within += ["{"] if text == "${" else []
        elif within and text in ("{", "${"):
            within.append("{")
        elif within and text == "}":
            within.pop()
    return lines


def test_no_template_stands_in_a_template():
    assert nested_templates("const a = `${b}`;\nconst c = `${d(`${e} ${f}`)} {`;\n`}${{ g: 1 }}`") == [2]
    nested = {file.name: nested_templates(file.read_text("utf-8")) for file in WEB.rglob("*.js")}
    assert nested
    assert {name: lines for name, lines in nested.items() if lines} == {}
