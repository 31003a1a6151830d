"""A list with a filter, as a reader finds it: the exam index and others."""

INDEX = "indice-de-examen/"
SHOWN = "[data-entrada]:not([hidden])"


def titles(page):
    return page.locator(f"{SHOWN} .entrada-titulo").all_text_contents()


def count(page):
    return page.locator(SHOWN).count()


def search(page, text):
    box = page.get_by_role("searchbox", name="Busca en los puntos")
    box.fill(text)
    return box
