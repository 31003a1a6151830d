"use strict";
// Switches whose position the browser keeps, one for all pages of the site.

/**
 * Put a switch into each place of the page, and act on what it was left at, here, before or in another tab.
 * @param {string} places A selector.
 * @param {string} words
 * @param {string} name   Of what is kept.
 * @param {string} value  What is kept while it is on.
 * @param {(on: boolean) => void} act
 */
function rememberedSwitch(places, words, name, value, act) {
  const key = `${name}:${guia.root.pathname}`; // one choice a site, also on a shared host
  function remembered() {
    try {
      return localStorage.getItem(key) === value;
    } catch {
      return false;
    }
  }
  /** @param {boolean} on */
  function remember(on) {
    try {
      if (on) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      // The page does what was asked; only the next one will not know.
    }
  }
  /** @param {boolean} on */
  function turn(on) {
    for (const box of boxes) box.checked = on;
    act(on);
  }
  /** What another page, or another tab, was told meanwhile. */
  function follow() {
    if (boxes.some((box) => box.checked !== remembered())) turn(remembered());
  }

  const boxes = guia.all(places).map((place) => {
    const box = guia.make("input", { type: "checkbox", role: "switch" });
    const label = guia.make("label");
    label.append(box, words);
    place.append(label);
    box.addEventListener("change", () => {
      remember(box.checked);
      turn(box.checked);
    });
    return box;
  });
  if (remembered()) turn(true);
  window.addEventListener("storage", (event) => {
    if (event.key === key) follow();
  });
  window.addEventListener("pageshow", follow); // the way back to a page that was kept
}
