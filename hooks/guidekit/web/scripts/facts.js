"use strict";
// A mark behind a fact opens what the ledger says of it, a term what the glossary says of it, in place. Without us
// they lead there. Needs placement.js.
(() => {
  const box = guia.make("div", { className: "hecho-caja md-typeset", popover: "auto", tabIndex: -1, role: "dialog" });

  const TERM = "a.termino";
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

  /**
   * The name of a term and its definition.
   * @param {HTMLAnchorElement} link
   */
  async function definition(link) {
    if (!guia.definitions) await guia.load("assets/search/definitions.js");
    const known = guia.definitions?.[decodeURIComponent(link.hash.slice(1))];
    if (!known) throw new Error("the definitions are damaged");
    return known;
  }
  /** @param {HTMLAnchorElement} link */
  async function meaning(link) {
    const [name, text] = await definition(link);
    const lead = guia.make("p");
    lead.append(guia.make("strong", { textContent: name }));
    const more = guia.make("p", { className: "entrada-nota" });
    more.append(guia.make("a", { href: link.href, textContent: "Ver en el glosario" }));
    return [lead, guia.make("p", { textContent: text }), more];
  }

  /** @param {HTMLAnchorElement} mark */
  async function open(mark) {
    const close = guia.button("×", "hecho-cerrar", () => box.hidePopover());
    close.ariaLabel = "Cerrar";
    const term = mark.matches(TERM);
    box.replaceChildren(close, ...(await (term ? meaning(mark) : entries(mark))));
    box.ariaLabel = term ? "Qué significa este término" : "De dónde sale este dato";
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
    const mark = event.target instanceof Element && event.target.closest(`a.hecho, ${TERM}`);
    if (!(mark instanceof HTMLAnchorElement) || !box.showPopover || guia.special(event)) return;
    event.preventDefault();
    try {
      await open(mark);
    } catch {
      location.href = mark.href;
    }
  });
  // A mouse needs no click: the browser shows what a link is called.
  document.addEventListener("pointerover", async (event) => {
    const link = event.pointerType === "mouse" && event.target instanceof Element && event.target.closest(TERM);
    if (!(link instanceof HTMLAnchorElement) || link.title) return;
    const known = await definition(link).catch(() => null);
    if (known) [, link.title] = known;
  });
  // A fact that was stated here and is no longer: the ledger knows where it is now.
  function follow() {
    const [, id] = location.hash.match(/^#hecho-([\w-]+)$/) ?? [];
    const [ledger] = document.querySelector("a.hecho")?.getAttribute("href")?.split("#") ?? [];
    if (id && ledger && !document.getElementById(`hecho-${id}`)) location.replace(`${ledger}#${id}`);
  }
  window.addEventListener("hashchange", follow);
  follow();
  window.addEventListener(
    "scroll",
    () => {
      if (!narrow.matches && box.matches(":popover-open")) box.hidePopover();
    },
    { passive: true },
  );
})();
