"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { load, loadStemmer } = require("./load.js");

const ENGINE = ["words", "inverted", "query", "ranking", "answer"].map((name) => `search/${name}`);
const { stem, slips, wordsOf, fullWords, makeSearch } = load("fold", "distance", ...ENGINE);
loadStemmer();

const INDEX = {
  pages: [
    ["replicas/", "Réplicas de lectura", 0],
    ["multi-az/", "Despliegues Multi-AZ", 0],
    ["glosario/", "Glosario", 2],
  ],
  parts: [
    [0, "", "Réplicas de lectura", "Copias que atienden lecturas <solo> con replicación asíncrona.", 0],
    [0, "limite", "Cuántas réplicas", "Hasta quince por instancia.", 0],
    [0, "solo-lectura", "Una réplica descarga los informes", "informes; consultas", 1],
    [1, "", "Despliegues Multi-AZ", "La conmutación por error dura un minuto. Una réplica en espera no lee.", 0],
    [1, "diagrama-failover", "De una zona a otra", "instancia principal; instancia en espera", 2],
    [2, "", "Glosario", "", 0],
  ],
  terms: [
    ["replica-de-lectura", ["réplica de lectura", "read replica", "RR"], [0]],
    ["conmutacion", ["conmutación por error", "failover"], [1]],
  ],
};
const search = makeSearch(INDEX);
const pages = (query) => search(query).items.map(([first]) => first.location.split("#")[0]);

test("stems agree where a reader means the same", () => {
  const pairs = ["réplica réplicas", "región regiones", "conmutar conmutación", "cifrar cifrado", "cifro cifrado"];
  const more = ["restaurar restauración", "endpoint endpoints", "snapshot snapshots"];
  for (const [a, b] of [...pairs, ...more].map((pair) => pair.split(" "))) assert.equal(stem(a), stem(b));
  assert.notEqual(stem("instancia"), stem("instantánea"));
});

test("codes and numbers are their own stems", () => {
  assert.equal(stem("gp3"), "gp3");
  assert.equal(stem("99"), "99");
});

test("how many slips a word may have depends on its length", () => {
  assert.deepEqual(["disk", "disco", "conmutar", "conmutado", "gp3xyzabc"].map(slips), [0, 1, 1, 2, 0]);
});

test("words that carry no subject do not count, unless they are abbreviations", () => {
  assert.deepEqual(fullWords("¿Qué hace la HA de un clúster?"), ["HA", "clúster"]);
  assert.deepEqual(wordsOf("un «día»"), [
    { text: "un", at: 0 },
    { text: "día", at: 4 },
  ]);
});

test("the page about a thing comes before one that mentions it", () => {
  assert.deepEqual(pages("réplica"), ["replicas/", "multi-az/"]);
  assert.deepEqual(pages("que es una réplica de lectura?")[0], "replicas/");
});

test("a term is found by its other names, and defined", () => {
  assert.equal(pages("failover")[0], "multi-az/");
  assert.equal(search("failover").term, "conmutacion");
  assert.equal(search("read replica").term, "replica-de-lectura");
  assert.equal(search("informes").term, null);
});

test("slips, lost spaces and unfinished words are forgiven", () => {
  assert.equal(pages("conmutasion")[0], "multi-az/");
  assert.equal(pages("multiaz")[0], "multi-az/");
  assert.equal(pages("asinc")[0], "replicas/");
});

test("excerpts are marked and escaped", () => {
  const [[first]] = search("lecturas asíncrona").items;
  assert.match(first.text, /<mark>lecturas<\/mark> &#60;solo&#62; con replicación <mark>asíncrona<\/mark>/);
});

test("exam points and drawings say what they are and lead to their place", () => {
  const items = search("informes").items.flat();
  assert.equal(items[0].location, "replicas/#solo-lectura");
  assert.equal(items[0].title, "Punto de examen: Una réplica descarga los <mark>informes</mark>");
  assert.ok(search("zona").items[0].some(({ title }) => title.startsWith("Diagrama: ")));
});

test("a page whose sections are found is one of its results", () => {
  const [group] = search("informes").items;
  assert.ok(group.some(({ location }) => location === "replicas/"));
});

test("words that no page has are named; where nothing is found, close ones are offered", () => {
  assert.equal(search("réplica xilófono").items[0][0].terms.xilofono, false);
  assert.deepEqual(search("xilofono"), { items: [], term: null, near: [] });
  assert.deepEqual(search("quicena").near, ["quince"]);
});
