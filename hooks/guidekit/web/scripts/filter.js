"use strict";
// Type-to-filter over a list that is complete without us: entries are only hidden and shown. Facets combine with
// each other and with the words; the address holds both. Markup: guidekit/web/filters.py. Needs matching.js.
(() => {
  const form = document.querySelector("[data-filtro]");
  if (!(form instanceof HTMLElement)) return;
  const [one, many] = (form.dataset.filtro ?? "").split("|");
  const input = guia.need("input", HTMLInputElement, form);
  const status = guia.need("[role=status]", HTMLElement, form);
  const empty = guia.need(".filtro-vacio", HTMLElement);
  const letters = guia.all(".letras");
  const byName = document.querySelector("[data-entrada] dt") !== null;
  /** @typedef {{name: string, row: HTMLElement, buttons: HTMLButtonElement[], chosen: Set<string>}} Facet */
  /** @type {Facet[]} */
  const facets = guia.all("[data-faceta]", form).map((row) => ({
    name: row.dataset.faceta ?? "",
    row,
    buttons: guia.all("button", row).filter((button) => button instanceof HTMLButtonElement),
    chosen: new Set(),
  }));
  const groups = guia.all("[data-grupo]");
  /** Where a list begins with what every reader needs: the button for that, and the one for all. */
  const views = guia.all("[data-vista] button", form).filter((button) => button instanceof HTMLButtonElement);
  let whole = views.length === 0;

  /** What an entry says, without its sources and dates. @param {HTMLElement} item */
  function told(item) {
    const copy = item.cloneNode(true);
    if (copy instanceof HTMLElement) for (const aside of guia.all("[data-aparte]", copy)) aside.remove();
    return copy.textContent;
  }
  /**
   * @typedef {object} Listed
   * @property {HTMLElement} item
   * @property {HTMLElement | null} group
   * @property {string[][]} values Of each facet.
   * @property {boolean} rest Whether the shorter list is without it.
   * @property {boolean} shown
   */
  /** @type {(Listed & Searchable)[] | undefined} */
  let entries;
  function read() {
    entries ??= guia.all("[data-entrada]").map((item) => {
      const keys = item.dataset.claves ?? "";
      /** @type {HTMLElement | null} */
      const group = item.closest("[data-grupo]");
      return {
        item,
        group,
        text: searchable(`${told(item)} ${keys}`),
        name: searchable(`${item.querySelector("dt")?.textContent ?? ""} ${keys}`),
        rest: item.dataset.resto !== undefined,
        values: facets.map(({ name }) => (item.dataset[name] ?? group?.dataset[name] ?? "").split(" ")),
        shown: true,
      };
    });
    return entries;
  }

  /** Show what words and facets leave; count for each button what it would leave. */
  function apply() {
    const matches = matcher(input.value, read(), byName);
    const every = whole || input.value.trim() !== ""; // words are looked for in all entries
    const listed = read().filter(({ rest }) => every || !rest).length;
    const counts = facets.map(() => /** @type {Map<string, number>} */ (new Map()));
    let shown = 0;
    let without = 0; // facets
    for (const entry of read()) {
      const found = matches(entry) && (every || !entry.rest);
      const fails = facets.map(
        ({ chosen }, i) => chosen.size > 0 && !entry.values[i].some((value) => chosen.has(value)),
      );
      const failed = fails.filter(Boolean).length;
      if (found) {
        without += 1;
        entry.values.forEach((values, i) => {
          if (failed > Number(fails[i])) return;
          for (const value of values) counts[i].set(value, (counts[i].get(value) ?? 0) + 1);
        });
      }
      const show = found && failed === 0;
      if (show !== entry.shown) entry.item.hidden = !show;
      entry.shown = show;
      if (show) shown += 1;
    }
    showGroups();
    facets.forEach(({ buttons, chosen }, i) => {
      for (const button of buttons) {
        button.setAttribute("aria-pressed", String(chosen.has(button.value)));
        button.dataset.cuenta = String(counts[i].get(button.value) ?? 0);
      }
    });
    const all = read().length;
    for (const row of letters) row.hidden = shown < listed; // they would lead to what is hidden
    for (const button of views) button.setAttribute("aria-pressed", String(whole === (button.value !== "")));
    status.textContent = shown === all ? `${all} ${all === 1 ? one : many}` : `${shown} de ${all} ${many}`;
    clear.hidden = !facets.some(({ chosen }) => chosen.size);
    help(shown === 0, without);
  }
  function showGroups() {
    for (const group of groups) {
      group.hidden = !read().some((entry) => entry.group === group && entry.shown);
      const anchor = group.querySelector("[id]")?.id;
      for (const link of guia.all(`:is(.md-nav--secondary, .letras) a[href="#${anchor}"]`)) {
        (link.closest("li") ?? link).hidden = group.hidden;
      }
    }
  }

  /**
   * A button that changes what is filtered.
   * @param {string} text
   * @param {() => void} act
   */
  const control = (text, act) =>
    guia.button(text, "filtro-boton", () => {
      act();
      changed(true);
      form.focus({ preventScroll: true }); // no keyboard over the list
    });
  /**
   * What to do where nothing is left.
   * @param {boolean} needed
   * @param {number} without How many entries there are without the facets.
   */
  function help(needed, without) {
    empty.hidden = !needed;
    empty.replaceChildren();
    if (!needed) return;
    const query = input.value.trim();
    const says = query
      ? `Nada coincide con «${query}»${without ? " y esos filtros" : ""}.`
      : "Nada coincide con esos filtros.";
    empty.append(guia.make("p", { textContent: says }));
    if (without && query) {
      empty.append(control(`Quitar los filtros (${without} ${without === 1 ? one : many})`, clearFacets));
    }
    if (!without && query) empty.append(...suggestions(query));
    const { glossary } = guia.pages;
    if (query && glossary && !byName) {
      const href = guia.address(`${glossary}?q=${encodeURIComponent(query)}`);
      empty.append(guia.make("a", { href, textContent: `Buscar «${query}» en el glosario` }));
    }
    empty.append(
      control("Ver todo", () => {
        input.value = "";
        clearFacets();
      }),
    );
  }
  /** @param {string} query */
  function suggestions(query) {
    const texts = read().map(({ item }) => item.textContent);
    return nearest(query, read(), texts).map(({ wrong, right }) =>
      control(`Buscar «${right}»`, () => {
        input.value = fold(query).replace(wrong, right);
      }),
    );
  }
  function clearFacets() {
    for (const { chosen } of facets) chosen.clear();
    reveal();
  }
  const clear = control("Quitar los filtros", clearFacets);
  status.after(clear);

  /** On a phone a row of buttons scrolls: show what is chosen in it. */
  function reveal() {
    for (const { row, buttons, chosen } of facets) {
      const pressed = buttons.find((button) => chosen.has(button.value));
      row.scrollLeft = pressed ? pressed.offsetLeft - row.offsetLeft - (row.clientWidth - pressed.offsetWidth) / 2 : 0;
    }
  }
  /** An address into the list shows what it names, whatever is filtered. */
  function arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[data-entrada][hidden], [data-grupo][hidden]")) return;
    input.value = "";
    whole = true;
    clearFacets();
    apply();
    target.scrollIntoView();
  }

  /** Filter as the address says. */
  function load() {
    const state = new URLSearchParams(location.search);
    input.value = state.get("q") ?? guia.query ?? "";
    whole = views.length === 0 || state.has("ver");
    for (const { name, buttons, chosen } of facets) {
      const known = new Set(buttons.map((button) => button.value));
      chosen.clear();
      for (const value of state.getAll(name)) if (known.has(value)) chosen.add(value);
    }
    apply();
    reveal();
  }
  /** @param {boolean} step Whether readers may go back to what it was before. */
  function changed(step) {
    const state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    for (const { name, chosen } of facets) for (const value of chosen) state.append(name, value);
    for (const { value } of views) if (value && whole) state.set("ver", value);
    const query = String(state);
    const address = query ? `?${query}${location.hash}` : location.pathname + location.hash;
    try {
      history[step ? "pushState" : "replaceState"](null, "", address);
    } catch {
      // A browser that keeps addresses of file:// as they are: the filter works all the same.
    }
    apply();
  }

  input.addEventListener("input", () => changed(false));
  for (const { buttons, chosen } of facets) {
    for (const button of buttons) {
      button.addEventListener("click", () => {
        if (!chosen.delete(button.value)) chosen.add(button.value);
        changed(true);
      });
    }
  }
  for (const button of views) {
    const rest = read().filter((entry) => entry.rest).length;
    button.dataset.cuenta = String(read().length - (button.value ? 0 : rest));
    button.addEventListener("click", () => {
      whole = button.value !== "";
      changed(true);
    });
  }
  form.tabIndex = -1;
  window.addEventListener("popstate", load);
  window.addEventListener("hashchange", arrive);

  /** @type {Record<string, number>} */
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };
  /** @returns {(Element | null)[]} */
  const links = () =>
    read()
      .filter((entry) => entry.shown)
      .map((entry) => entry.item.querySelector("a"));
  /** @param {number} place */
  function move(place) {
    const target = place < 0 ? input : links()[place];
    if (target instanceof HTMLElement) target.focus();
  }
  /** The keyboard: «/» to the box, arrows along the links of the entries, Escape back. @param {KeyboardEvent} event */
  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    const typing = at instanceof HTMLElement && (at.matches("input, textarea, select") || at.isContentEditable);
    const place = typing ? -1 : links().indexOf(at);
    const step = STEPS[event.key];
    if (event.key === "/" && !typing) input.focus();
    else if (event.key === "Escape" && at === input && (input.value || facets.some(({ chosen }) => chosen.size))) {
      input.value = "";
      clearFacets();
      changed(true);
    } else if (event.key === "Escape" && place >= 0) input.focus();
    else if (step && (at === input || place >= 0)) move(place + step);
    else return;
    event.preventDefault();
    event.stopPropagation(); // «/» would open the search of the site
  }
  window.addEventListener("keydown", press, true);

  load();
  form.dataset.listo = ""; // the style sheet leaves to us what is hidden
  if (guia.query) {
    guia.query = null;
    changed(false); // puts it back into the address
  }
  arrive();
})();
