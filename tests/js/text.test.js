"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { load } = require("./load.js");

const { fold, distance } = load("fold", "distance");

test("folding takes case and accents, and leaves ñ", () => {
  assert.equal(fold("ÁÉÍÓÚÜ Ñandú"), "aeiouu ñandu");
  assert.equal(fold("gp3"), "gp3");
  assert.equal(fold("n\u0303"), "n"); // written in two signs it is an n with an accent
});

test("distance counts letters that change, go, come or change places", () => {
  assert.equal(distance("aurora", "aurora", 2), 0);
  assert.equal(distance("aurora", "auroar", 2), 1);
  assert.equal(distance("aurora", "aurra", 2), 1);
  assert.equal(distance("aurora", "auroras", 2), 1);
  assert.equal(distance("aurora", "aurita", 2), 2);
  assert.equal(distance("", "gp3", 3), 3);
});

test("distance stops at its limit", () => {
  assert.equal(distance("aurora", "proxy", 2), 3);
  assert.equal(distance("rds", "elasticache", 2), 3);
});
