"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { load } = require("./load.js");

const { foldedWords, searchable, forms, matcher, nearest } = load("fold", "distance", "matching");

const entry = (text, name = "") => ({ text: searchable(text), name: searchable(name) });
const finds = (query, text) => matcher(query, [entry(text)], false)(entry(text));

test("words are folded; numbers of thousands are one word, and a unit stands apart", () => {
  assert.deepEqual(foldedWords("Conmutación: 12 000 IOPS"), ["conmutacion", "12000", "iops"]);
  assert.deepEqual(foldedWords("12\u202f000"), ["12000"]);
  assert.deepEqual(foldedWords("256TiB"), ["256", "tib"]);
  assert.deepEqual(foldedWords("gp3 t3a"), ["gp3", "t3a"]);
  assert.deepEqual(foldedWords("¡!"), []);
});

test("compounds are found without their hyphen too", () => {
  assert.equal(searchable("Multi-AZ"), " multi az multiaz ");
  assert.ok(finds("multiaz", "despliegue Multi-AZ"));
});

test("a word finds its beginning, other numbers and the other gender", () => {
  assert.deepEqual(forms("cifrado"), [" cifrado", " cifrado", " cifrada"]);
  assert.deepEqual(forms("veces"), [" veces", " vece ", " vec ", " vez "]);
  assert.deepEqual(forms("vez"), [" vez", " veces "]);
  assert.ok(finds("répl", "Réplica de lectura"));
  assert.ok(finds("réplicas", "réplica"));
  assert.ok(!finds("lica", "réplica"));
});

test("all words must be found", () => {
  assert.ok(finds("réplica lectura", "Réplica de lectura"));
  assert.ok(!finds("réplica escritura", "Réplica de lectura"));
});

test("two letters are a word of their own, unless no entry has it", () => {
  const entries = [entry("zona AZ"), entry("azul")];
  assert.deepEqual(entries.map(matcher("az", entries, false)), [true, false]);
  assert.deepEqual(entries.map(matcher("zo", entries, false)), [true, false]);
  assert.deepEqual(entries.map(matcher("a", [entry("azul")], false)), [true, true]);
});

test("in a list of terms those of that name come alone", () => {
  const entries = [entry("instantánea copia de un volumen", "instantánea"), entry("clon copia al escribir", "clon")];
  assert.deepEqual(entries.map(matcher("clon", entries, true)), [false, true]);
  assert.deepEqual(entries.map(matcher("copia", entries, true)), [true, true]);
  assert.deepEqual(entries.map(matcher("", entries, true)), [true, true]);
});

test("words close to those that find nothing are offered as they are written", () => {
  const texts = ["La conmutación por error", "El clúster"];
  const entries = texts.map((text) => entry(text));
  assert.deepEqual(nearest("conmutasion", entries, texts), [{ wrong: "conmutasion", right: "conmutación" }]);
  assert.deepEqual(nearest("clutser", entries, texts), [{ wrong: "clutser", right: "clúster" }]);
  assert.deepEqual(nearest("error", entries, texts), []);
  assert.deepEqual(nearest("xilofono", entries, texts), []);
});
