"""What readers are told of a status, with an earlier edition to compare with and without."""

from guidekit.ledger.statuses import Status
from guidekit.settings import Settings


def settings(**given):
    made = Settings()
    made.load_dict(given)
    return made


def test_a_meaning_names_the_earlier_edition_and_who_changes_things():
    guide = settings(earlier="la edición de 2020", vendor="Roma")
    assert Status.of("corregido").told(guide) == "Lo que decía la edición de 2020 era un error."
    assert Status.of("actualizado").told(guide) == "Era cierto y Roma lo cambió."


def test_a_first_edition_compares_with_itself():
    told = {status.id: status.told(settings()) for status in Status}
    assert told["vigente"] == "Una fuente lo confirma."
    assert told["corregido"] == "Lo que decía esta guía era un error."
    assert not [text for text in told.values() if "{" in text or "edición" in text]


def test_a_first_edition_lists_no_changes_before_there_are_any():
    assert [status.id for status in Status.listed({"vigente"}, "")] == ["vigente", "sin-verificar"]
    assert [status.id for status in Status.listed({"matizado"}, "")] == [
        "vigente",
        "matizado",
        "sin-verificar",
    ]
    assert Status.listed(set(), "la edición de 2020") == list(Status)
