"use strict";
// Between Material's search box and our search. The bundle, which runs right after us, makes a worker from the
// address in its settings, keeps it for itself, and speaks to it: 0 set up, 1 ready, 2 query, 3 result. We answer
// in that worker's place, so that nothing is fetched before the first query, the same works from file://, where
// browsers refuse workers, and the page learns of a definition, for which Material's messages have no room.

const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** What the bundle takes for its worker. */
class SearchWorker extends EventTarget {
  #latest = 0;

  constructor() {
    super();
    setTimeout(() => this.#say(READY)); // once the listeners are there
  }

  /**
   * @param {number} type
   * @param {unknown} [data]
   */
  #say(type, data) {
    this.dispatchEvent(new MessageEvent("message", { data: { type, data } }));
  }

  /** @param {{type: number, data: string}} message */
  async postMessage({ type, data: query }) {
    if (type !== QUERY) return;
    this.#latest += 1;
    const id = this.#latest;
    /** @type {FullAnswer | null} */
    let answer = null;
    let trouble = "";
    if (query.trim()) {
      const slow = setTimeout(() => searchStatus("Cargando el buscador…"), 150);
      try {
        answer = await answerQuery(query);
      } catch {
        trouble = "No se pudo cargar el buscador. Revisa la conexión y escribe otra vez, o usa el menú.";
      }
      clearTimeout(slow);
    } else await null; // Material must have taken the empty query in before its answer comes
    if (id !== this.#latest) return; // the reader has typed on
    this.#say(RESULT, { items: answer?.items ?? [] });
    showBeside(answer, query.trim());
    if (trouble) searchStatus(trouble);
  }
}

/**
 * Answer in place of the worker of Material's settings, and of no other: whoever asks for a worker from another
 * address gets the browser's, and once the bundle has got its own, `Worker` is again what it was.
 */
function standIn() {
  const Native = globalThis.Worker;
  const { search } = JSON.parse(guia.need("#__config", HTMLScriptElement).text);
  globalThis.Worker = new Proxy(Native, {
    construct(target, parameters) {
      if (parameters[0] !== search) return Reflect.construct(target, parameters);
      globalThis.Worker = Native;
      return new SearchWorker();
    },
  });
}
