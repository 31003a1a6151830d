"use strict";
// The review sheet: a switch covers what is to be known, and each cover comes off by itself. On paper nothing is covered.
(() => {
  const covers = guia.all(".repaso dt, .repaso li > strong").map((known) => {
    const words = guia.make("span", { className: "repaso-dato", tabIndex: -1 });
    words.append(...known.childNodes);
    const cover = guia.button("Ver", "repaso-tapa", () => {
      lay(false);
      words.focus(); // the button is gone: a reader who cannot see hears what it covered
    });
    /** @param {boolean} on */
    function lay(on) {
      cover.hidden = !on;
      words.classList.toggle("tapado", on);
    }
    lay(false);
    known.append(cover, words);
    return lay;
  });
  rememberedSwitch("[data-repaso]", "Ocultar respuestas", "repaso", "oculto", (on) => {
    for (const lay of covers) lay(on);
  });
})();
