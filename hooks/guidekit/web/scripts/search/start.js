"use strict";
// The last part of the search: in the worker it answers the page (search/client.js); a page from file://, where
// browsers refuse workers, runs the same script and is given the means to answer itself.

/** What the search loads besides itself, from its own folder, in this order. */
const DATA = [
  "../javascripts/lunr/min/lunr.stemmer.support.min.js",
  "../javascripts/lunr/min/lunr.es.min.js",
  "index.js",
  "definitions.js",
];

/**
 * Make the search from the data that its scripts left.
 * @param {{index?: SearchIndex, definitions?: Definitions}} data
 * @returns {(query: string) => FullAnswer}
 */
function startSearch({ index, definitions }) {
  if (!index || !definitions || !lunr.es) throw new Error("the data of the search are damaged");
  const search = makeSearch(index);
  return (query) => {
    const answer = search(query);
    return answer.term === null ? answer : { ...answer, definition: definitions[answer.term] };
  };
}

if ("document" in globalThis) {
  /** @type {{give(value: unknown): void}} */ (Reflect.get(globalThis, "guia")).give({ DATA, startSearch });
} else {
  const data = {};
  Object.assign(globalThis, { guia: data });
  /** @type {ReturnType<typeof startSearch> | undefined} */
  let search;
  addEventListener("message", ({ data: { id, query } }) => {
    try {
      if (!search) {
        importScripts(...DATA);
        search = startSearch(data);
      }
      postMessage({ id, answer: search(query) });
    } catch (error) {
      postMessage({ id, error: String(error) }); // the next query tries again
    }
  });
}
