"use strict";
// The page's side of the search. Nothing of it is fetched before the first query. Needs common.js.

const SEARCH = "assets/search/";

/** @type {Promise<(query: string) => FullAnswer> | undefined} */
let inPage;

/** In the page, from file://: the same scripts, one after another. */
async function startHere() {
  const { DATA, startSearch } = await guia.load(`${SEARCH}engine.js`);
  for (const file of DATA) await guia.load(SEARCH + file);
  return startSearch(guia);
}

/**
 * @param {string} query
 * @returns {Promise<FullAnswer>}
 */
async function answerHere(query) {
  inPage ??= startHere();
  try {
    const answer = (await inPage)(query);
    // No server to find the page of a folder.
    for (const item of answer.items.flat()) item.location = item.location.replace(/(^|\/)(?=#|$)/, "$1index.html");
    return answer;
  } catch (error) {
    inPage = undefined;
    throw error;
  }
}

/** @type {Worker | undefined} */
let worker;
/** @type {Map<number, {resolve: (answer: FullAnswer) => void, reject: (error: Error) => void}>} */
const waiting = new Map();
let asked = 0;

function startWorker() {
  const started = new Worker(new URL(`${SEARCH}engine.js`, guia.root));
  started.onmessage = ({ data: { id, answer, error } }) => {
    const query = waiting.get(id);
    waiting.delete(id);
    if (error) query?.reject(new Error(error));
    else query?.resolve(answer);
  };
  started.onerror = (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(new Error("worker"));
    waiting.clear();
    started.terminate();
    worker = undefined;
  };
  return started;
}

/**
 * @param {string} query
 * @returns {Promise<FullAnswer>}
 */
function answerThere(query) {
  worker ??= startWorker();
  asked += 1;
  worker.postMessage({ id: asked, query });
  const id = asked;
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

/** Answer a query, wherever this page may. Rejects if the search could not be loaded. */
const answerQuery = guia.local ? answerHere : answerThere;
