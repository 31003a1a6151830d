"""How large a drawing is on paper, and where it is cut: never through a label or a message."""

from xml.etree import ElementTree as ET

import pytest
from drawn import flowchart, sequence
from guidekit.diagrams import fitting

TALLEST = {False: fitting.TEXT[1] - 70, True: fitting.LYING[1] - 45}


@pytest.mark.parametrize(
    ("svg", "parts", "landscape"),
    [
        (flowchart(200, 200), 1, False),
        (flowchart(690, 500), 1, False),
        (flowchart(1200, 500), 1, True),
        (flowchart(650, 1700), 2, True),
        (flowchart(300, 4000), 4, False),
        (flowchart(1200, 1700), 3, True),
        (sequence(4, 20), 1, False),
        (sequence(3, 31), 2, True),
        (sequence(4, 45), 2, False),
        (sequence(4, 200), 9, False),
        (sequence(8, 60), 3, True),
    ],
)
def test_a_drawing_fits_in_parts_with_labels_that_can_be_read(svg, parts, landscape):
    fit = fitting.fit(svg)
    _, y, width, height = fitting.view_box(svg)
    assert (len(fit.spans), fit.landscape) == (parts, landscape)
    assert fit.scale * 15 >= 7
    assert (fit.spans[0][0], fit.spans[-1][1]) == (y, y + height)
    assert all(before[1] == after[0] for before, after in zip(fit.spans, fit.spans[1:], strict=False))
    heights = [end - start + fitting.head(svg) * (start > y) for start, end in fit.spans]
    assert max(heights) * fit.scale <= TALLEST[landscape] + 0.1
    assert width * fit.scale <= (fitting.LYING if landscape else fitting.TEXT)[0] + 0.1


@pytest.mark.parametrize("svg", [flowchart(1500, 300), sequence(9, 4)])
def test_what_is_too_wide_fits_no_page(svg):
    assert fitting.view_box(svg)[2] > fitting.WIDEST
    assert fitting.fit(svg) is None


def test_what_has_no_space_between_its_labels_is_not_cut():
    svg = flowchart(300, 3000)
    for box in svg.iter("rect"):
        box.set("height", "70")
    assert fitting.fit(svg) is None


def test_a_message_stays_with_its_arrow_and_its_number():
    below_the_number, above_the_next_text = 88 + 12, 61 + 42 + 6
    for _, cut in fitting.fit(sequence(4, 45)).spans[:-1]:
        assert 0 < (cut - below_the_number) % 42 < above_the_next_text - below_the_number


def test_a_condition_stays_with_its_first_message():
    svg = sequence(4, 45)
    top = fitting.fit(svg).spans[0][1] - 42  # the message behind it ends where the cut was
    box = {"class": "labelBox", "points": f"0,{top} 50,{top} 50,{top + 20} 0,{top + 20}"}
    svg.append(ET.Element("polygon", box))
    assert not any(top < cut < top + 27 + 42 + 12 for _, cut in fitting.fit(svg).spans)
