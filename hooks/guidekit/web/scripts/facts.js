"use strict";
// A mark behind a fact opens what the ledger says of it, in place. Without us the mark leads to the ledger.
// Needs placement.js.
(() => {
  const box = guia.make("div", { className: "hecho-caja md-typeset", popover: "auto", tabIndex: -1, role: "dialog" });
  box.ariaLabel = "De dónde sale este dato";

  const narrow = window.matchMedia("(max-width: 44.9375em)"); // as in styles/ledger.css

  /** @param {Element} mark */
  function place(mark) {
    box.style.cssText = "";
    const at = mark.getBoundingClientRect();
    const size = box.getBoundingClientRect();
    if (narrow.matches) {
      const covered = at.bottom + 24 - size.top;
      if (covered > 0) window.scrollBy({ top: covered }); // the sentence stays in view above the sheet
      return;
    }
    const { left, top } = placeNear(at, size, { width: innerWidth, height: innerHeight });
    box.style.cssText = `left:${left}px;top:${top}px;right:auto;bottom:auto`;
  }

  /**
   * What the ledger says of the facts behind a mark.
   * @param {HTMLAnchorElement} mark
   * @returns {Promise<HTMLElement[]>}
   */
  async function entries(mark) {
    /** @type {Record<string, string> | undefined} */
    const facts = await guia.load(`assets/hechos/${guia.page}.js`);
    if (!facts) throw new Error("the facts of this page are damaged");
    const [ledger] = (mark.getAttribute("href") ?? "").split("#");
    return (mark.dataset.hechos ?? "").split(" ").map((id) => {
      // Made by the build from text it escaped: guidekit/ledger/page.py.
      const entry = guia.make("div", { className: "hecho-uno", innerHTML: facts[id] });
      const more = guia.make("p", { className: "entrada-nota" });
      more.append(guia.make("a", { href: `${ledger}#${id}`, textContent: "Ver en el registro" }));
      entry.append(more);
      return entry;
    });
  }

  /** @param {HTMLAnchorElement} mark */
  async function open(mark) {
    const close = guia.button("×", "hecho-cerrar", () => box.hidePopover());
    close.ariaLabel = "Cerrar";
    box.replaceChildren(close, ...(await entries(mark)));
    if (!box.isConnected) document.body.append(box);
    box.showPopover();
    place(mark);
    box.scrollTop = 0;
    box.focus({ preventScroll: true });
    const giveBack = (/** @type {ToggleEvent} */ change) => {
      const focused = document.activeElement;
      if (change.newState !== "closed" || (focused !== document.body && !box.contains(focused))) return;
      mark.focus({ preventScroll: true });
    };
    box.addEventListener("toggle", giveBack, { once: true });
  }

  document.addEventListener("click", async (event) => {
    const mark = event.target instanceof Element && event.target.closest("a.hecho");
    if (!(mark instanceof HTMLAnchorElement) || !box.showPopover || guia.special(event)) return;
    event.preventDefault();
    try {
      await open(mark);
    } catch {
      location.href = mark.href;
    }
  });
  window.addEventListener(
    "scroll",
    () => {
      if (!narrow.matches && box.matches(":popover-open")) box.hidePopover();
    },
    { passive: true },
  );
})();
