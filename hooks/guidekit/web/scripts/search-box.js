// The search behind Material's box. Its bundle, loaded right after us, makes a Worker and speaks to it:
// 0 set up, 1 ready, 2 query, 3 result. We stand in for that Worker, so that nothing is fetched before the first
// query, the same works from file://, where browsers refuse workers, and there is room for a definition.
(() => {
  const base = new URL("search/", document.currentScript.src);
  const READY = 1, QUERY = 2, RESULT = 3;
  const local = location.protocol === "file:";
  const Native = window.Worker;

  // In the page, from file://: the same scripts, one after another.
  const load = (file) => new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = new URL(file, base);
    script.onload = done;
    script.onerror = () => fail(new Error(file));
    document.head.append(script);
  });
  let here = null;
  async function answerHere(query) {
    here ??= (async () => {
      const stemmer = "../javascripts/lunr/min/lunr";
      for (const file of ["words.js", `${stemmer}.stemmer.support.min.js`, `${stemmer}.es.min.js`, "engine.js", "answer.js", "index.js", "definitions.js"]) await load(file);
      return self.guiaRespuesta(self.guiaIndice, self.guiaMotor(self.guiaIndice));
    })();
    try {
      const found = (await here)(query);
      for (const item of found.items.flat()) item.location = item.location.replace(/(^|\/)(?=#|$)/, "$1index.html"); // no server to do it
      if (found.term) found.definition = self.guiaDefiniciones[found.term];
      return found;
    } catch (error) {
      here = null;
      throw error;
    }
  }
  let worker = null;
  const waiting = new Map();
  function answerThere(query, id) {
    if (!worker) {
      worker = new Native(new URL("worker.js", base));
      worker.onmessage = ({ data }) => {
        const { done, fail } = waiting.get(data.id);
        waiting.delete(data.id);
        if (data.error) fail(new Error(data.error)); else done(data.found);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        for (const { fail } of waiting.values()) fail(new Error("worker"));
        waiting.clear();
        worker.terminate();
        worker = null;
      };
    }
    return new Promise((done, fail) => {
      waiting.set(id, { done, fail });
      worker.postMessage({ id, query });
    });
  }

  window.Worker = class extends EventTarget {
    #latest = 0;
    constructor() {
      super();
      setTimeout(() => this.#say(READY)); // once the listeners are there
    }
    terminate() {}
    #say(type, data) { this.dispatchEvent(new MessageEvent("message", { data: { type, data } })); }
    async postMessage({ type, data: query }) {
      if (type !== QUERY) return;
      const id = this.#latest += 1;
      if (!query.trim()) {
        await null; // Material must have taken the empty query in before its answer comes
        this.#say(RESULT, { items: [] });
        beside(null);
        return;
      }
      const slow = setTimeout(() => say("Cargando el buscador…"), 150);
      try {
        const found = await (local ? answerHere(query) : answerThere(query, id));
        if (id !== this.#latest) return; // the reader has typed on
        this.#say(RESULT, { items: found.items });
        beside(found, query);
      } catch {
        if (id !== this.#latest) return;
        this.#say(RESULT, { items: [] });
        beside(null);
        say("No se pudo cargar el buscador. Revisa la conexión y escribe otra vez, o usa el menú.");
      } finally {
        clearTimeout(slow);
      }
    }
  };

  const result = () => document.querySelector("[data-md-component=search-result]");
  const say = (text) => { result().firstElementChild.textContent = text; };
  const root = new URL("../", base);
  const make = (tag, text, className = "") => Object.assign(document.createElement(tag), { textContent: text, className });
  function link(text, address) { // reached with the arrows, as the results are
    const made = make("a", "");
    made.href = new URL(address, root);
    made.tabIndex = -1;
    made.addEventListener("click", (event) => { // Enter in the box goes to the best result, never here
      if (!event.isTrusted && document.activeElement.matches("[data-md-component=search-query]")) event.preventDefault();
    });
    const inner = make("span", text);
    inner.dataset.mdScore = "-1"; // Material reads it of every link when Enter is pressed
    made.append(inner);
    return made;
  }
  const page = (name) => [...document.querySelectorAll(".md-nav a")].map((a) => a.getAttribute("href")).find((href) => href?.includes(name)) ?? null;

  // What stands between Material's count and its list: a definition, or help where nothing was found.
  function beside(found, query) {
    document.querySelector(".buscar-caja")?.remove();
    const box = make("div", "", "buscar-caja md-typeset");
    if (found?.definition) {
      box.append(make("strong", found.definition[0]), make("p", found.definition[1]), link("Ver en el glosario", `${address("glosario")}#${found.term}`));
    } else if (found && !found.items.length) {
      for (const word of found.near) {
        const near = link(`Buscar «${word}»`, `?q=${word}`);
        near.addEventListener("click", (event) => { event.preventDefault(); event.stopPropagation(); ask(word); });
        box.append(near);
      }
      box.append(link(`Buscar «${query.trim()}» en el índice de examen`, `${address("indice-de-examen")}?q=${encodeURIComponent(query.trim())}`));
    } else return;
    result().firstElementChild.after(box);
  }
  // Addresses as this site writes them: with a folder each, with .html, or with index.html in a copy for file://.
  function address(name) {
    const known = page(name);
    const there = known ? new URL(known.split(/[?#]/)[0], location.href).href : new URL(`${name}/`, root).href;
    return local ? there.replace(/\/$/, "/index.html") : there;
  }
  // Where a result led: mark its words, accents or not.
  function highlight() {
    const fold = (text) => [...text].map((c) => c.toLowerCase().normalize("NFD")[0]).join("");
    const wanted = (new URLSearchParams(location.search).get("h") ?? "").split(" ").filter(Boolean).map(fold);
    const content = document.querySelector(".md-content article");
    if (!wanted.length || !content) return;
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, (node) => (
      node.parentElement.closest("svg, script, style, .headerlink") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const node of texts) {
      const found = [...node.data.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => wanted.includes(fold(word)));
      for (const { 0: word, index } of found.reverse()) {
        const mark = make("mark", word);
        mark.dataset.mdHighlight = "";
        node.splitText(index + word.length);
        node.splitText(index).replaceWith(mark);
      }
    }
  }
  highlight();
  document.querySelector(".md-search__form")?.addEventListener("reset", () => setTimeout(() => ask(""))); // the cross empties the results too

  function ask(query) {
    const box = document.querySelector("[data-md-component=search-query]");
    box.value = query;
    box.focus();
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  }
})();
