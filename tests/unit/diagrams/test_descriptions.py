from guidekit.diagrams import descriptions
from guidekit.web.elements import html_of


def describe(parts):
    return "".join(html_of(part) for part in descriptions.describe(parts))


FLOW = {
    "type": "flowchart",
    "nodes": [
        {"id": "a", "label": "Uno <b>", "class": "app", "group": None},
        {"id": "b", "label": "Dos", "class": "db", "group": "g"},
    ],
    "groups": [{"id": "g", "label": "Grupo", "class": "group", "group": None}],
    "edges": [
        {"from": "a", "to": "b", "label": "SQL", "arrow": "directed"},
        {"from": "a", "to": "g", "label": "", "arrow": "dotted"},
        {"from": "b", "to": "a", "label": "", "arrow": "both"},
        {"from": "b", "to": "a", "label": "", "arrow": "line"},
    ],
}


def test_a_flowchart_is_told_by_groups_and_arrows():
    assert describe(FLOW) == (
        "<p>Partes:</p><ul><li>Uno &lt;b&gt;</li><li>Grupo:<ul><li>Dos</li></ul></li></ul>"
        "<p>Conexiones:</p><ul><li>De «Uno &lt;b&gt;» a «Dos»: SQL</li>"
        "<li>De «Uno &lt;b&gt;» a «Grupo», con línea de puntos</li>"
        "<li>Entre «Dos» y «Uno &lt;b&gt;», en los dos sentidos</li>"
        "<li>«Dos» y «Uno &lt;b&gt;», unidos por una línea</li></ul>"
    )


def test_a_sequence_is_told_step_by_step():
    parts = {
        "type": "sequence",
        "nodes": [{"id": "a", "label": "App"}, {"id": "b", "label": "Base"}],
        "steps": [{"from": "a", "to": "b", "label": "Pide"}, {"over": ["a", "b"], "label": "Listo"}],
    }
    assert describe(parts) == (
        "<p>Participantes, en orden: App, Base.</p><p>Pasos:</p>"
        "<ol><li>De «App» a «Base»: Pide</li><li>Nota sobre «App» y «Base»: Listo</li></ol>"
    )


def test_a_sequence_tells_the_conditions_of_its_frames():
    def frame(name, place, label=""):
        return {"frame": name, "place": place, "label": label}

    def message(label):
        return {"from": "a", "to": "a", "label": label}

    steps = [
        frame("alt", "start", "Acierto"),
        message("1"),
        frame("alt", "next"),
        frame("loop", "start", "cada < 1 s"),
        message("2"),
        frame("loop", "end"),
        frame("alt", "end"),
        frame("par", "start"),
        message("3"),
        frame("par", "end"),
        message("4"),
    ]
    parts = {"type": "sequence", "nodes": [{"id": "a", "label": "A"}], "steps": steps}
    assert describe(parts).split("<p>Pasos:</p>")[1].replace("De «A» a «A»: ", "") == (
        "<ol><li>Según el caso:<ul><li>«Acierto»:<ol><li>1</li></ol></li>"
        "<li>En otro caso:<ol><li>Se repite, «cada &lt; 1 s»:<ol><li>2</li></ol></li></ol></li></ul></li>"
        "<li>A la vez:<ol><li>3</li></ol></li><li>4</li></ol>"
    )
