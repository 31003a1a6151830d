"use strict";
// What is folded away: the switch that keeps the answers open, and the folds that open because a reader was sent to
// them. Without us each opens by a tap; for print Material opens them all.
(() => {
  const ANSWER = "details.examen-respuesta";
  const content = document.querySelector(".md-content article");
  if (!content) return;
  /** @param {string} selector */
  const folds = (selector) => guia.all(selector, content).filter((fold) => fold instanceof HTMLDetailsElement);

  rememberedSwitch("[data-respuestas]", "Mostrar respuestas al leer", "respuestas", "abiertas", (open) => {
    for (const answer of folds(ANSWER)) answer.open = open;
  });

  /** Open whatever folds an element away. @param {Element} inside */
  function reveal(inside) {
    for (let fold = inside.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
      fold.open = true;
    }
  }
  const target = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  /** An address opens the answer of the point it names, and what holds the place it names. */
  function arrive() {
    const place = target();
    if (!place) return;
    const hidden = place.closest("details:not([open])") !== null;
    reveal(place.querySelector(`:scope > ${ANSWER}`) ?? place);
    if (hidden) place.scrollIntoView();
  }
  window.addEventListener("hashchange", arrive);
  arrive();

  // The words of a search that are folded away, in the section that it led to: the answers of the others stay closed.
  const headings = guia.all("h1, h2, h3, h4, h5, h6", content);
  /** @param {Node} place */
  const section = (place) =>
    headings.filter((h) => h === place || h.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
  const here = section(target() ?? content);
  for (const mark of guia.all("details:not([open]) mark[data-md-highlight]", content)) {
    if (section(mark) === (here ?? headings[0])) reveal(mark);
  }
})();
