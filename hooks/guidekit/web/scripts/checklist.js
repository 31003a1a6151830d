"use strict";
// The checklist, and lists ticked on the page they stand on: ticks stay in this browser. Without us the boxes still tick, they are only not kept.
// Needs checklist-text.js.
(() => {
  const bar = guia.all("[data-avance]")[0];
  if (!bar) return;
  const KEY = `lista:${guia.root.pathname}`; // one list a site, also on a shared host
  const HERE = bar.dataset.avance === "aqui"; // lists that need no sum: a reader follows one of several plans
  /** @param {ParentNode} within */
  const boxesIn = (within) => guia.all("[data-marca]", within).filter((box) => box instanceof HTMLInputElement);
  /** The text of an element without what is inside its children. @param {Element | null} element */
  const ownText = (element) => element?.firstChild?.textContent ?? "";
  const boxes = boxesIn(document);
  let kept = true;

  /** @returns {Set<unknown>} */
  function read() {
    try {
      return new Set(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
    } catch {
      return new Set();
    }
  }
  function save() {
    try {
      const own = new Set(boxes.map((box) => box.dataset.marca));
      const elsewhere = [...read()].filter((mark) => typeof mark === "string" && !own.has(mark));
      const marked = boxes.filter((box) => box.checked).map((box) => box.dataset.marca);
      localStorage.setItem(KEY, JSON.stringify([...elsewhere, ...marked]));
    } catch {
      kept = false;
    }
    show();
  }

  const groups = guia.all("[data-grupo]").map((list) => {
    let heading = list.previousElementSibling;
    while (heading?.previousElementSibling && !heading.matches("h2, h3")) heading = heading.previousElementSibling;
    const count = guia.make("span", { className: "avance-cuenta" });
    heading?.append(count);
    return { heading, count, list, boxes: boxesIn(list) };
  });
  const total = guia.make("progress", { max: boxes.length, ariaLabel: "Avance" });
  const status = guia.make("p", { role: "status" });

  function exportText() {
    const lists = groups.map(({ heading, list }) => ({
      name: ownText(heading),
      tasks: guia.all("label", list).map((label) => ({
        done: boxesIn(label).some((box) => box.checked),
        text: label.textContent,
      })),
    }));
    const text = checklistText([ownText(document.querySelector("h1")), status.textContent], lists);
    const href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    guia.make("a", { href, download: "lista-de-preparacion.txt" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  }

  /** @type {HTMLInputElement[]} */
  let erased = [];
  /**
   * @param {string} text
   * @param {() => void} act
   */
  const control = (text, act) => guia.button(text, "filtro-boton", act);
  const erase = control("Borrar las marcas", () => {
    erased = boxes.filter((box) => box.checked);
    for (const box of boxes) box.checked = false;
    save();
    undo.style.visibility = erased.length ? "" : "hidden"; // keeps its place: nothing moves under the finger
  });
  const undo = control("Deshacer", () => {
    for (const box of erased) box.checked = true;
    erased = [];
    save();
    undo.style.visibility = "hidden";
    erase.focus();
  });
  undo.style.visibility = "hidden";

  function show() {
    const done = boxes.filter((box) => box.checked).length;
    const trouble = kept ? "" : ". Este navegador no deja guardar las marcas";
    total.value = done;
    // No template inside a template: what trims the scripts eats its spaces.
    const far = HERE ? `Marcadas: ${done}` : `${done} de ${boxes.length} marcadas`;
    status.textContent = far + trouble;
    for (const { count, boxes: some } of groups) {
      count.textContent = `${some.filter((box) => box.checked).length}/${some.length}`;
    }
    erase.disabled = done === 0;
  }
  function load() {
    const marked = read();
    for (const box of boxes) box.checked = marked.has(box.dataset.marca);
    show();
  }
  for (const box of boxes) {
    box.addEventListener("change", () => {
      undo.style.visibility = "hidden";
      save();
    });
  }
  window.addEventListener("storage", (event) => {
    if (event.key === KEY) load(); // another tab ticked
  });
  const controls = guia.make("div", { className: "avance-botones" });
  if (!HERE) {
    bar.append(total);
    controls.append(
      control("Imprimir", () => window.print()),
      control("Exportar", exportText),
    );
  }
  controls.append(erase, undo);
  bar.append(status, controls);
  load();
})();
