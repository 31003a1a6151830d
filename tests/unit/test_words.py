"""The count of words a page is held to: what stands open, what is folded, what is no text."""

from bench.words import Words, count

PAGE = """<body><nav>Uno dos tres</nav><article>
<h1>Dos palabras<a class="headerlink" href="#dos">&para;</a></h1>
<p>Una frase, de <strong>cinco</strong> palabras. <span class="solo-pantalla">Enlace permanente</span></p>
<figure><svg><text>Rótulo</text></svg><figcaption>Pie de dibujo</figcaption></figure>
<details><summary>Ver respuesta</summary><p>Oculta al principio</p></details>
<details open><summary>Abierta</summary><p>Se lee</p></details>
<h2 id="puntos-de-examen">Puntos de examen</h2><ul><li>Otra vez</li></ul><p>En el índice</p>
<h2>Después</h2><p>60-120 segundos — ✅ Sí</p>
</article></body>"""


def test_only_what_is_read_counts(tmp_path):
    page = tmp_path / "index.html"
    page.write_text(PAGE, "utf-8")
    assert count(page) == Words(open=2 + 5 + 3 + 2 + 3 + 1 + 3, folded=3)


def test_minutes_are_those_of_the_open_text():
    assert Words(open=1900, folded=1000).minutes == 10
