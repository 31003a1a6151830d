"use strict";
// Controls under a diagram. The zoom and the Mermaid sources are only fetched when somebody asks for them.
(() => {
  const COPIED = 2500; // milliseconds in which a button says how it went

  /** @param {string} text */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No permission, or a browser that keeps the clipboard from file://.
      const area = guia.make("textarea", { value: text });
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) throw new Error("copy");
    }
  }

  /** @param {HTMLElement} button */
  async function copySource(button) {
    button.dataset.texto ??= button.textContent;
    const label = button.dataset.texto;
    button.setAttribute("aria-live", "polite");
    button.style.minWidth = `${button.offsetWidth}px`; // the row must not move when the text does
    try {
      await copy(await guia.load(`assets/diagramas/${button.dataset.fuente}.js`));
      button.textContent = "Copiado";
    } catch {
      button.textContent = "No se pudo copiar";
    }
    setTimeout(() => {
      button.textContent = label;
    }, COPIED);
  }

  /** @param {HTMLAnchorElement} link */
  async function zoom(link) {
    try {
      const open = await guia.load("assets/diagram-zoom.js");
      open(link);
    } catch {
      location.href = link.href;
    }
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest(".diagrama-copiar");
    const link = event.target.closest(".diagrama-ampliar");
    if (button instanceof HTMLElement) copySource(button);
    if (!(link instanceof HTMLAnchorElement) || guia.special(event)) return;
    event.preventDefault();
    zoom(link);
  });
})();
