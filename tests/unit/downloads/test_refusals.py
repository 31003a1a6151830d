"""What no book can show, told by its line in the source."""

from __future__ import annotations

from guidekit.downloads.refusals import check

SOURCE = """\
---
title: <video>
---
# A

```html
<video>
```

<video></video> y `<video>`

![x](el%20panel.png) :smile:

<video></video>
"""


def told(html: str, source: str = SOURCE) -> list[str]:
    return [
        str(problem)
        for problem in check(html, "a/index.html", {"p.png"}.__contains__, source.encode(), "docs/a.md")
    ]


def test_each_is_told_by_its_line():
    places = [
        line.partition(";")[0]
        for line in told(
            '<video></video><img src="../el%20panel.png"><video></video>'
            '<img class="twemoji" title=":smile:" alt="😄" src="https://e.org/s.svg">'
        )
    ]
    assert places == [
        "docs/a.md:10: no book can show <video>",
        "docs/a.md:12: there is no picture el panel.png",
        "docs/a.md:14: no book can show <video>",
        "docs/a.md:12: the emoji 😄 is a picture of another host",
    ]


def test_what_the_source_does_not_show_is_told_by_its_page():
    assert told("<iframe></iframe>")[0].startswith("docs/a.md: no book can show <iframe>; expected ")


def test_a_heading_that_skips_a_level_is_told_by_its_line():
    source = "# A\n\n### Uno `b`\n\n## Dos\n\n#### Tres & más\n"
    html = "<h1>A</h1><h3 id=u>Uno b</h3><h2>Dos</h2><h4>Tres &amp; más</h4><h2>Fin</h2>"
    assert told(html, source) == [
        "docs/a.md: «Uno b» is of level 3 below a heading of level 1; expected level 2",
        "docs/a.md:7: «Tres & más» is of level 4 below a heading of level 2; expected level 3",
    ]
    assert told("<h2>La página sin título propio</h2><h3>Uno</h3>") == []


def test_a_page_of_what_books_show_is_fine():
    assert told('<p><img src="../p.png?v=2#only-light" alt="P"></p>') == []
