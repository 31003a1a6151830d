"""The colours of the guide as Python reads them."""

import re

import pytest
from guidekit.diagrams import draw
from guidekit.web import page_assets, tokens

SHEET = """
:root { --guia-brand: #123456; --guia-alias: var(--guia-brand); color: red; }
:root > * { --md-primary: var(--guia-alias); }
[data-md-color-scheme="default"] { --gr-shadow: #0003; }
[data-md-color-scheme="slate"] { --guia-brand: #abcdef; }
"""


def test_the_light_scheme_is_read_with_what_it_refers_to():
    assert tokens.read(SHEET) == {
        "guia-brand": "#123456",
        "guia-alias": "#123456",
        "md-primary": "#123456",
        "gr-shadow": "#0003",
    }


def test_a_reference_to_nothing_is_an_error():
    with pytest.raises(KeyError, match="guia-none"):
        tokens.read(":root { --a: var(--guia-none); }")


def test_every_colour_of_a_drawing_has_a_dark_one_and_prints_light():
    styles = page_assets.THEME.parent / "styles"
    used = set(
        re.findall(
            r"var\((--dg-[\w-]+)", (draw.ROOT / "hooks/guidekit/diagrams/draw/theme.css").read_text("utf-8")
        )
    )
    assert "--dg-cache-alt-line" in used
    for sheet, value in (("tokens", r"#\w+"), ("print", "initial")):
        text = (styles / f"{sheet}.css").read_text("utf-8")
        assert set(re.findall(rf"(--dg-[\w-]+): {value};", text)) == used, sheet


def test_colours_of_the_brand_stand_once_in_the_theme():
    brand = {name: value for name, value in tokens.light().items() if name.startswith("guia-")}
    assert set(brand) >= {"guia-brand", "guia-link", "guia-accent", "guia-exam", "guia-change"}
    web = page_assets.THEME.parent
    files = [*web.glob("styles/*.css"), *web.glob("theme/**/*.[hw]*"), *web.glob("scripts/**/*.js")]
    text = "".join(file.read_text("utf-8") for file in files)
    for name, value in brand.items():
        assert len(re.findall(rf"{value}\b", text)) == 1, name
