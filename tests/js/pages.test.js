"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { load } = require("./load.js");

const { placeNear, checklistText } = load("placement", "checklist-text");

const WINDOW = { width: 1280, height: 900 };
const BOX = { width: 400, height: 200 };
const mark = (left, top) => ({ left, top, bottom: top + 20 });

test("a box opens below its mark, in the middle of it", () => {
  assert.deepEqual(placeNear(mark(600, 100), BOX, WINDOW), { left: 400, top: 126 });
});

test("a box never leaves the window", () => {
  assert.equal(placeNear(mark(0, 100), BOX, WINDOW).left, 8);
  assert.equal(placeNear(mark(1279, 100), BOX, WINDOW).left, 872);
});

test("where there is no room below, it opens above; where there is none at all, at the top", () => {
  assert.equal(placeNear(mark(600, 850), BOX, WINDOW).top, 644);
  assert.equal(placeNear(mark(600, 100), { width: 400, height: 860 }, WINDOW).top, 32);
  assert.equal(placeNear(mark(600, 100), { width: 400, height: 1200 }, WINDOW).top, 8);
});

test("the checklist as text: title, progress, groups with ticks, spaces as they are read", () => {
  const groups = [
    {
      name: " RDS ",
      tasks: [
        { done: true, text: "\n  ¿Qué\u00a0es? " },
        { done: false, text: "¿Cuándo?" },
      ],
    },
    { name: "Aurora", tasks: [] },
  ];
  assert.equal(
    checklistText(["Lista ", "1 de 2 marcadas"], groups),
    "Lista\n1 de 2 marcadas\n\nRDS\n[x] ¿Qué es?\n[ ] ¿Cuándo?\n\nAurora\n",
  );
});
