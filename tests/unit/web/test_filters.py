"""The controls above a listing: what the script of the filter finds in them."""

from guidekit.web import filters
from guidekit.web.elements import element


def form(example="", **facets):
    return filters.filter_form("Busca", example, ("punto", "puntos"), facets)


def test_a_facet_is_a_group_of_buttons_that_are_not_pressed():
    box, _ = form(tipo=("Tipo", {"a": "Uno", "b": "Dos"}))
    group = box.find("div[@data-faceta='tipo']")
    assert (group.get("role"), group.get("aria-label")) == ("group", "Tipo")
    assert [(b.get("value"), b.text, b.get("aria-pressed")) for b in group.iter("button")] == [
        ("a", "Uno", "false"),
        ("b", "Dos", "false"),
    ]


def test_a_facet_without_values_is_left_out_and_a_long_one_scrolls():
    box, _ = form(vacia=("Vacía", {}), larga=("Larga", {str(n): str(n) for n in range(6)}))
    groups = box.findall("div")
    assert [group.get("data-faceta") for group in groups] == ["larga"]
    assert "filtro-larga" in groups[0].get("class").split()


def test_a_list_that_begins_short_has_a_button_for_all():
    box, _ = filters.filter_form("Busca", "", ("punto", "puntos"), {}, ("Pocos", "Todos"))
    group = box.find("div[@data-vista]")
    assert [(b.get("value"), b.text) for b in group.iter("button")] == [("", "Pocos"), ("todos", "Todos")]
    assert form()[0].find("div[@data-vista]") is None


def test_the_field_shows_an_example_where_there_is_one():
    assert form("pan")[0].find(".//input").get("placeholder") == "pan"
    assert "placeholder" not in form()[0].find(".//input").attrib


def test_the_form_names_its_entries_and_has_a_live_region_and_a_place_for_help():
    box, empty = form()
    assert box.get("data-filtro") == "punto|puntos"
    assert box.find("p[@role='status']") is not None
    assert empty.get("hidden") == "hidden"


def test_entries_are_a_list():
    made = filters.entries(element("li", "a"), data_x="y")
    assert (made.tag, made.get("class"), made.get("data-x"), len(made)) == ("ul", "entradas", "y", 1)
