"""The colours of the guide as Python reads them."""

import re

import pytest
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


def test_colours_of_the_brand_stand_once_in_the_theme():
    brand = {name: value for name, value in tokens.light().items() if name.startswith("guia-")}
    assert set(brand) >= {"guia-brand", "guia-link", "guia-accent", "guia-exam", "guia-change"}
    web = page_assets.THEME.parent
    files = [*web.glob("styles/*.css"), *web.glob("theme/**/*.[hw]*"), *web.glob("scripts/**/*.js")]
    text = "".join(file.read_text("utf-8") for file in files)
    for name, value in brand.items():
        assert len(re.findall(rf"{value}\b", text)) == 1, name
