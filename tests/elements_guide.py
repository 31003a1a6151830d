"""A guide of two topics that has every element Markdown can make here, and each of them in exam points too."""

from __future__ import annotations

from pathlib import Path

import building
import corpora
import publication
from factories import FRONT, topic_front
from guidekit.downloads import book as books
from guidekit.downloads.book import Book
from support import ROOT

SETTINGS = """
markdown_extensions:
  abbr: {}
  footnotes: {}
  pymdownx.blocks.caption: {}
  pymdownx.caret: {}
  pymdownx.critic: {}
  pymdownx.emoji:
    emoji_index: !!python/name:material.extensions.emoji.twemoji
    emoji_generator: !!python/name:material.extensions.emoji.to_svg
  pymdownx.keys: {}
  pymdownx.mark: {}
  pymdownx.snippets: {}
  pymdownx.tabbed: {alternate_style: true}
  pymdownx.tasklist: {custom_checkbox: true}
  pymdownx.tilde: {}
"""
PUBLIC = "https://example.org/guia/"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d494441"
    "5478da63504858f01f0003e40220a4d81ccc0000000049454e44ae426082"
)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
    '<rect width="40" height="20" fill="#147"/></svg>'
)
WIDE = "aws rds create-db-instance-read-replica --db-instance-identifier " + "x" * 40

_TOPIC = f"""
# Elementos

El panel :material-database: y su marca :material-check:{{ title="Listo" }}.

![Panel de consola](img/el%20panel.png?v=2){{ width="320" }}

![Claro](img/claro.png#only-light)![Oscuro](img/oscuro.png#only-dark)

<figure markdown="span">
  ![Réplica dibujada](img/año/réplica.svg)
  <figcaption>La réplica, en su región</figcaption>
</figure>

![Con leyenda](img/claro.png)
/// caption
La leyenda de otro modo
///

=== "Linux"

    Con `systemctl` en Linux.

=== "Windows"

    Con servicios en Windows.

- [x] Tarea terminada
- [ ] Tarea pendiente

El plazo[^plazo] y, otra vez, el plazo[^plazo].

[^plazo]: Son 35 días, según [el manual][man].

Una frase anotada (1) aquí.
{{ .annotate }}

1. Anotación de la frase.

``` {{ .sql .annotate title="consulta.sql" linenums="7" hl_lines="2" }}
SELECT 1; -- (1)!
SELECT 2; /* dos
  líneas */
```

1. Anotación del código.

```text
{WIDE}
```

El correo es [de soporte](mailto:a@example.org), el teléfono [el nuestro](tel:+34900), la página
[sin cifrar](http://example.org/x), la hoja [de cálculo](assets/hoja.csv), el capítulo [siguiente](otra.md#uno), el sitio
[entero](descargas.md).

Término
:   Su definición

El RPO manda. Pulsa ++ctrl+c++, lo ==marcado==, lo ~~tachado~~, lo ^^nuevo^^, H~2~O y x^2^, {{--fuera--}}{{++dentro++}}.
Dijo <q>hola</q>.

*[RPO]: objetivo de punto de recuperación

[Un botón](otra.md){{ .md-button }}

<div class="grid cards" markdown>

- __Tarjeta uno__

    ---

    Texto de la tarjeta.

</div>

<div id="caja" markdown>

Una caja con <a id="ancla"></a>ancla.

</div>

## Sección propia {{ #propia }}

!!! examen "Un punto con de todo" {{ #todo dominio=costos }}

    Mira [el manual][man], [la sección](#propia) y la nota[^punto]. ![Imagen del punto](img/el%20panel.png)

    :material-database: Con icono. El RPO manda, y ~~no~~ sí.

    - [x] Hecha en el punto

    === "Pestaña A"

        Texto de la pestaña A.

    ```sql title="punto.sql" hl_lines="1"
    SELECT 3;
      SELECT 4;
    ```

    ```text
    {WIDE}
    ```

    !!! note "Nota dentro"

        Texto de la nota.

[^punto]: El texto de la nota del punto, con [otra referencia][man] y [la sección](#propia).

!!! examen "Un punto que pregunta" {{ #pregunta dominio=costos ingles="LEAST operational overhead" }}

    La pista dice qué pasa.

    **Respuesta:** lo que se **elige**.

    **Trampa:** lo que se descarta.

??? mas-alla "Un pliegue"

    Texto del pliegue, con [la sección](#propia).

??? comprueba "¿Una pregunta de repaso?"

    Texto de su respuesta.

!!! practica "En el trabajo"

    Texto de la práctica.

!!! danger "Una regla"

    Texto del peligro.

!!! examen escenario "Un escenario con imagen" {{ #escena dominio=costos }}

    ¿Qué ves en ![la escena](img/claro.png)?

    **Respuesta: [el capítulo](otra.md#uno).** Lo dice la nota[^escena].

[^escena]: La nota del escenario.

**Al terminar podrás responder:**

- ¿Qué dice [el manual][man] de [la sección](#propia)[^punto]?
- ¿Y otra cosa?

[man]: https://docs.example.org/manual
"""
_OTHER = """
# Otra

## Uno

Vuelve a [elementos](elementos.md#propia), [la caja](elementos.md#caja)
o [el ancla](elementos.md#ancla).
"""


def files() -> dict[str, str | bytes]:
    """The files below docs/."""
    return {
        "index.md": FRONT + "\n# Inicio\n\nDos temas.\n",
        "elementos.md": topic_front("Elementos") + _TOPIC,
        "otra.md": topic_front("Otra", topic="2") + _OTHER,
        "img/el panel.png": PIXEL,
        "img/claro.png": PIXEL,
        "img/oscuro.png": PIXEL,
        "img/año/réplica.svg": DRAWING,
        "assets/hoja.csv": "a,b\n",
    }


def make(root: Path) -> None:
    """Build the guide in the new folder `root`, public, with what the makers of downloads need."""
    publication.link_sources(root, "hooks", "overrides", "CHANGELOG.md")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    start, end = text.index("\nnav:"), text.index("\ntheme:")
    (root / "mkdocs.yml").write_text(f"{text[:start]}{text[end:]}\n{SETTINGS}", "utf-8")
    corpora.write(root / "docs", files())
    built = building.build(root, SITE_URL=PUBLIC, GUIA_MANIFEST=str(root / "manifest.json"))
    assert built.sound, built.log


def book(root: Path) -> Book:
    """The book of a guide that `make` built in `root`."""
    return books.load(root / "manifest.json", root / "out")
