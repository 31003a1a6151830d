"use strict";
// Scripts of the kit without a browser. They are classic scripts: what they declare becomes global, as on a page.

const { globSync, readFileSync } = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const ROOT = path.join(__dirname, "../..");

function run(file) {
  vm.runInThisContext(readFileSync(file, "utf8"), { filename: file });
}

/** Run scripts of hooks/guidekit/web/scripts/, by name without extension, in order; return what they declare. */
function load(...names) {
  for (const name of names) run(path.join(ROOT, "hooks/guidekit/web/scripts", `${name}.js`));
  return globalThis;
}

/** Run Material's copy of the Spanish stemmer; the search must be loaded. Its folder comes from the environment. */
function loadStemmer() {
  const installed = path.join(ROOT, ".venv/lib/python3*/site-packages/material/templates/assets/javascripts/lunr/min");
  const [folder] = process.env.STEMMER ? [process.env.STEMMER] : globSync(installed);
  for (const name of ["lunr.stemmer.support.min.js", "lunr.es.min.js"]) run(path.join(folder, name));
}

module.exports = { load, loadStemmer };
