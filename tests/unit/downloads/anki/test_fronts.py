"""The fronts of the flash cards: what a title asks, what a place gives away."""

from __future__ import annotations

import pytest
from books import term
from guidekit.downloads.anki.fronts import (
    REPLY,
    RULE,
    WHICH,
    Front,
    from_english,
    front,
    joined,
    place,
    what_is,
)

NAMES = ["Amazon RDS Proxy", "registro de consultas lentas", "PITR"]


@pytest.mark.parametrize(
    ("title", "ask", "shown", "hidden"),
    [
        ("Más IOPS sin ampliar el disco: gp3", REPLY, "Más IOPS sin ampliar el disco", "gp3"),
        ("El cifrado se decide al crear", RULE, "El cifrado se decide al crear", ""),
        ("Réplicas: Redis; hilos: Memcached", REPLY, "Réplicas; hilos", "Redis; Memcached"),
        ("Réplicas: Redis; o nada", REPLY, "Réplicas", "Redis; o nada"),
        ("RDS Proxy: conmutar más rápido", WHICH, "Conmutar más rápido", "RDS Proxy"),
        ("PITR: base nueva", WHICH, "Base nueva", "PITR"),
        ("Consultas lentas: el proxy no ayuda", REPLY, "Consultas lentas", "el proxy no ayuda"),
        ("Dos motores: qué palabra pide cada uno", REPLY, "Dos motores: qué palabra pide cada uno", ""),
        ("«Lo más rentable» suele apuntar a RDS", REPLY, "«Lo más rentable»", "suele apuntar a RDS"),
        ("«Siempre» y «nunca» son falsas", REPLY, "«Siempre» y «nunca»", "son falsas"),
        ("«Siempre» no es «nunca»", REPLY, "«Siempre»", "no es «nunca»"),
        ("«Sin clave» o «rotar la clave»", REPLY, "«Sin clave» o «rotar la clave»", ""),
        ("«Urgente»: réplica", REPLY, "«Urgente»", "réplica"),
        ("Ante una carga masiva, amplía antes", REPLY, "Ante una carga masiva", "amplía antes"),
        ("Con Oracle, un diseño va a EC2", RULE, "Con Oracle, un diseño va a EC2", ""),
        ("La copia de las 10:05 no basta", RULE, "La copia de las 10:05 no basta", ""),
    ],
)
def test_a_title_becomes_a_question_that_keeps_the_answer(title, ask, shown, hidden):
    assert front(title, NAMES) == Front(ask, shown, hidden)


def test_the_place_is_told_unless_it_is_the_answer():
    where = "Tema 11 · Amazon RDS Proxy"
    assert place(where, Front(REPLY, "Faltan conexiones", "RDS Proxy"), "") == ""
    assert place(where, Front(RULE, "Faltan conexiones"), "un proxy") == ""
    assert place(where, Front(RULE, "El proxy no es público"), "proxy de la VPC") == where
    assert place(where, Front(REPLY, "Consultas lentas", "el proxy no ayuda"), "proxy") == where
    assert place(where, Front(REPLY, "Lecturas repetidas", "caché"), "") == where


@pytest.mark.parametrize(
    ("term", "question"),
    [
        ("punto de conexión", "¿Qué es?"),
        ("Kerberos", "¿Qué es?"),
        ("clúster principal", "¿Qué es?"),
        ("créditos de CPU", "¿Qué son?"),
        ("tablas globales", "¿Qué son?"),
        ("detener una instancia", "¿En qué consiste?"),
        ("sin estado", "¿Qué significa?"),
    ],
)
def test_the_question_fits_the_term(term, question):
    assert what_is(term) == question


@pytest.mark.parametrize(
    ("entry", "asked"),
    [
        (term("conmutación por error", english="failover"), "failover"),
        (
            term("recuperación a un momento dado", english="point-in-time recovery", abbreviation="PITR"),
            "point-in-time recovery (PITR)",
        ),
        (
            term("lista de control de acceso de red", english="network ACL", abbreviation="ACL de red"),
            "network ACL",
        ),
        (term("replicación lógica", english="logical replication"), ""),
        (term("región", english="Region"), ""),
        (term("zero-ETL", english="zero-ETL integration"), ""),
        (term("Amazon EBS", english="Amazon Elastic Block Store"), ""),
        (term("tienda en línea", english="online store", linked=False), ""),
        (term("Valkey", english=None), ""),
    ],
)
def test_the_spanish_name_is_asked_for_only_where_that_teaches(entry, asked):
    assert from_english(entry) == asked


def test_only_what_is_there_is_joined():
    assert joined("Costos", "", "Tema 1") == "Costos · Tema 1"
