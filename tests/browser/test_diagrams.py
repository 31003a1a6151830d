"""Every drawing measured in the browser: what fits where, what can be read, in both schemes and two fonts."""

from pathlib import Path

import pytest
from addresses import WITH_DRAWINGS

FIT, CONTRAST = (Path(__file__).with_name(name).read_text("utf-8") for name in ("fit.js", "contrast.js"))
INK = {"light": "rgb(27, 36, 48)", "dark": "rgb(230, 235, 244)"}
SIZES = """[...document.querySelectorAll(".diagrama > svg")].flatMap((svg) => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim())
    .map((text) => scale * parseFloat(getComputedStyle(text).fontSize));
})"""


@pytest.mark.parametrize("path", WITH_DRAWINGS)
def test_nothing_meets_leaves_its_box_or_is_cut_off(read, path):
    page = read(path)
    troubles = [
        f"{font or 'our font'}: {what}" for font in ("", "DejaVu Sans") for what in page.evaluate(FIT, font)
    ]
    assert not troubles, "\n".join(troubles)


@pytest.mark.parametrize("path", WITH_DRAWINGS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_told_from_its_ground_in_the_colours_of_the_scheme(read, path, scheme):
    page = read(path, scheme=scheme)
    weak = page.evaluate(CONTRAST)
    assert not weak, "\n".join(weak)
    fill = "(texts) => texts.map((text) => getComputedStyle(text).fill)"
    assert set(page.locator(".diagrama .node text, .diagrama text.actor").evaluate_all(fill)) == {INK[scheme]}


@pytest.mark.parametrize("path", WITH_DRAWINGS)
def test_no_text_of_a_drawing_is_smaller_than_11_px_on_a_phone(read, path):
    sizes = read(path, 390).evaluate(SIZES)
    assert min(sizes) >= 11


def test_the_scheme_changes_live_and_the_drawing_with_it(visit):
    page = visit("replicas-de-lectura/", scheme="light")
    text = page.locator(".diagrama .node text").first
    before = text.evaluate("(t) => getComputedStyle(t).fill")
    page.locator("[data-md-component=palette] label:visible").click()
    assert text.evaluate("(t) => getComputedStyle(t).fill") != before
