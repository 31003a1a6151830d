"use strict";
// What is folded away: the switch that keeps the answers open, and the folds that open because a reader was sent
// into them or prints the page. Needs common.js.

(() => {
  const KEY = "respuestas";
  const content = document.querySelector(".md-content article");
  if (!content) return;
  const folds = () => [...content.querySelectorAll("details")];
  const answers = () => folds().filter((fold) => fold.classList.contains("examen-respuesta"));

  function remembered() {
    try {
      return localStorage.getItem(KEY) === "abiertas";
    } catch {
      return false;
    }
  }

  /** @param {boolean} open */
  function remember(open) {
    try {
      if (open) localStorage.setItem(KEY, "abiertas");
      else localStorage.removeItem(KEY);
    } catch {
      // The page does what was asked; only the next one will not know.
    }
  }

  /** Open whatever folds an element away. @param {Element | null} inside */
  function reveal(inside) {
    for (let fold = inside?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  }

  for (const place of guia.all("[data-respuestas]")) {
    const box = guia.make("input", { type: "checkbox", checked: remembered() });
    box.setAttribute("role", "switch");
    const label = guia.make("label");
    label.append(box, " Mostrar respuestas al leer");
    place.append(label);
    box.addEventListener("change", () => {
      remember(box.checked);
      for (const answer of answers()) answer.open = box.checked;
    });
  }
  if (remembered()) for (const answer of answers()) answer.open = true;

  const target = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  function arrive() {
    const place = location.hash.length > 1 ? target() : null;
    if (!place?.closest("details:not([open])")) return;
    reveal(place);
    place.scrollIntoView();
  }
  addEventListener("hashchange", arrive);
  arrive();
  for (const mark of content.querySelectorAll("mark[data-md-highlight]")) reveal(mark);

  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds().filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });
})();
