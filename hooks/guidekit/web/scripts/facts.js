// A mark behind a fact opens what the ledger says of it, in place. Without us the mark leads to the ledger.
(() => {
  const own = document.currentScript;
  const source = own.src.replace(/facts\.js.*$/, `hechos/${own.dataset.pagina}.js`);
  let facts = null;
  window.guiaHechos = (found) => { facts = found; };
  const loaded = () => facts ? Promise.resolve() : new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => (facts ? resolve() : reject(new Error(source)));
    script.onerror = reject;
    document.head.append(script);
  });

  const box = document.createElement("div");
  box.className = "hecho-caja md-typeset";
  box.popover = "auto";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", "De dónde sale este dato");

  const narrow = window.matchMedia("(max-width: 44.9375em)"); // as in site.css
  function place(mark) { // near the mark where there is room, at the foot of a narrow window
    box.style.cssText = "";
    if (narrow.matches) {
      const covered = mark.getBoundingClientRect().bottom + 24 - box.getBoundingClientRect().top;
      if (covered > 0) window.scrollBy({ top: covered }); // the sentence stays in view above the sheet
      return;
    }
    const at = mark.getBoundingClientRect(), size = box.getBoundingClientRect();
    const left = Math.min(Math.max(at.left - size.width / 2, 8), innerWidth - size.width - 8);
    const below = at.bottom + 6, above = at.top - size.height - 6;
    const top = below + size.height < innerHeight || above < 0 ? Math.min(below, innerHeight - size.height - 8) : above;
    box.style.cssText = `left:${left}px;top:${Math.max(top, 8)}px;right:auto;bottom:auto`;
  }

  document.addEventListener("click", async (event) => {
    const mark = event.target.closest("a.hecho");
    if (!mark || !box.showPopover || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    try {
      await loaded();
    } catch {
      location.href = mark.href;
      return;
    }
    const ledger = mark.getAttribute("href").split("#")[0];
    box.innerHTML = mark.dataset.hechos.split(" ") // made by the build from text it escaped: guidekit/ledger/page.py
      .map((id) => `<div class="hecho-uno">${facts[id]}<p class="entrada-nota"><a href="${ledger}#${id}">Ver en el registro</a></p></div>`).join("");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "hecho-cerrar";
    close.textContent = "×";
    close.setAttribute("aria-label", "Cerrar");
    close.addEventListener("click", () => box.hidePopover());
    box.prepend(close);
    if (!box.isConnected) document.body.append(box);
    box.showPopover();
    place(mark);
    box.scrollTop = 0;
    box.focus({ preventScroll: true });
    box.addEventListener("toggle", (change) => {
      if (change.newState === "closed" && (document.activeElement === document.body || box.contains(document.activeElement))) mark.focus({ preventScroll: true });
    }, { once: true });
  });
  window.addEventListener("scroll", () => { if (!narrow.matches && box.matches(":popover-open")) box.hidePopover(); }, { passive: true });
})();
