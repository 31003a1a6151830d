"""The page /descargas/ as MkDocs builds it, with places for what is only known once the files exist.

A place is `<div data-descargas="kind name">…</div>`, filled by guidekit.downloads.listing in the built
page; what stands in it shows until then.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..web import filters as listings

PAGE = "descargas.md"
CARD, TOPIC, TOPICS, NOTICE = "ficha", "pagina", "temas", "aviso"
"""Kinds of places: the facts of a file, the link of a topic page, the list of topics, the first line."""
_PLACE = re.compile(r'(<div [^>]*data-descargas="([a-z]+) ([^"]*)">).*?(</div>)', re.DOTALL)


def place(kind: str, name: str = "", meanwhile: str = "") -> str:
    """Return a place to fill; `meanwhile` is what stands there until then."""
    # What fills it needs no classes: styles are trimmed to those that pages have before.
    return f'<div class="descargas-{kind}" data-descargas="{kind} {name}">{meanwhile}</div>'


def fill(text: str, content: Callable[[str, str], str | None]) -> str:
    """Put `content(kind, name)` into each place of a page, again if need be; None leaves it as it is."""

    def put(match: re.Match[str]) -> str:
        found = content(match[2], match[3])
        return match[0] if found is None else f"{match[1]}{found}{match[4]}"

    return _PLACE.sub(put, text)


def markdown(file: str) -> str:
    """Write the page. The downloads are called after `file`."""
    head = listings.front_matter(
        "Descargas",
        "La guía para llevar: libro en PDF y EPUB, tarjetas de Anki, copia del sitio y lectura sin conexión.",
        "material/download",
    )
    notice = "<p>Los archivos se publican con la versión completa del sitio.</p>"
    return head + _TEXT.format(
        notice=place(NOTICE, "", notice),
        button=_BUTTON,
        topics=place(TOPICS),
        **{kind: place(CARD, f"{file}{end}") for kind, end in _FILES.items()},
        file=file,
    )


_BUTTON = (
    '<div class="sin-conexion" data-sin-conexion="">'
    "<p>Para guardar hacen falta JavaScript y el sitio publicado.</p></div>"
)
_FILES = {"pdf": ".pdf", "epub": ".epub", "apkg": ".apkg", "zip": "-offline.zip"}
_TEXT = """\
La misma guía, con los mismos diagramas y datos, en la forma que te convenga.

{notice}

- **Sin datos en el teléfono:** [guardar en este navegador](#sin-conexion).
- **Leer en pantalla pequeña o de tinta:** [EPUB](#epub).
- **Imprimir o subrayar:** [PDF](#pdf), entero o [por temas](#temas).
- **Memorizar:** [tarjetas](#anki).
- **Una computadora sin red:** [zip](#zip).

## En este navegador, sin conexión {{ #sin-conexion }}

**Para estudiar en el teléfono, también en modo avión.** Guarda las páginas, los diagramas, la búsqueda y
la lista de preparación. No se guarda nada si no lo pides, y se quita con un toque. Los archivos de esta
página no se guardan con ella: descárgalos aparte, con conexión.

{button}

- **Android (Chrome):** guarda y después elige **Agregar a la pantalla principal** en el menú ⋮.
- **iPhone (Safari):** primero **Compartir** y **Agregar a inicio**; abre la guía desde su icono y guarda ahí.
  Safari borra lo que guardan las páginas que pasan semanas sin abrirse; las de la pantalla de inicio, no.

## Libro en PDF {{ #pdf }}

**Para leer de corrido, subrayar o imprimir.** Toda la guía con índice, números de página, diagramas que se
amplían sin perder nitidez y glosario.

{pdf}

- **En el teléfono:** toca el botón; el PDF se abre en el navegador o queda en **Descargas** (Android) o en
  **Archivos** (iPhone). El índice y los enlaces internos se pueden tocar. Sus páginas tienen el
  tamaño de una hoja y ahí hay que ampliarlas; para leer en el teléfono conviene el [EPUB](#epub).

### Un tema en PDF {{ #temas }}

Cada tema por separado, para imprimir solo lo que estudias hoy.

{topics}

## Libro electrónico (EPUB) {{ #epub }}

**Para leer en pantalla pequeña o de tinta.** El texto se ajusta a la pantalla y al tamaño de letra que
elijas.

{epub}

- **Android:** ábrelo con Google Play Libros u otro lector de EPUB.
- **iPhone:** toca el archivo en **Archivos** y ábrelo con **Libros**.
- **Kindle:** envíalo con «Enviar a Kindle», que acepta EPUB.

## Tarjetas de repaso (Anki) {{ #anki }}

**Para memorizar con repetición espaciada.** Puntos de examen, escenarios y glosario, con etiquetas por
dominio. Al importar una versión nueva, las tarjetas se actualizan y tu avance queda como está.

{apkg}

- **Android:** instala AnkiDroid, toca el archivo descargado y ábrelo con AnkiDroid.
- **iPhone:** instala AnkiMobile (de pago), toca **Compartir** en el archivo y elige AnkiMobile.
- **Computadora:** en Anki, **Archivo** → **Importar**.

## Copia del sitio (zip) {{ #zip }}

**Para una computadora sin red.** Descomprime todo y abre `index.html` con doble clic: la búsqueda, los
diagramas, los filtros, la lista de preparación y el modo oscuro funcionan sin servidor. El PDF, el EPUB y las
tarjetas van dentro.

{zip}

- **En el teléfono:** sus navegadores rara vez abren un sitio desde un zip; usa
  [la lectura sin conexión](#sin-conexion) o el EPUB.

## Comprobar un archivo {{ #comprobar }}

La suma SHA-256 dice si el archivo llegó entero y es el publicado. Calcúlala y compárala con la de esta
página:

- **Linux:** `sha256sum {file}.pdf`
- **macOS:** `shasum -a 256 {file}.pdf`
- **Windows:** `certutil -hashfile {file}.pdf SHA256`
"""
