// Type-to-filter over a list that is complete without us: entries are only hidden and shown.
// Markup: guidekit/web/filters.py. Facets combine with each other and with the words; the address holds both.
(() => {
  const form = document.querySelector("[data-filtro]");
  if (!form) return;
  const [one, many] = form.dataset.filtro.split("|");
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const empty = document.querySelector(".filtro-vacio");
  const letters = document.querySelector(".letras");
  const buttons = [...form.querySelectorAll("[data-faceta] button")];
  const facets = [...form.querySelectorAll("[data-faceta]")].map((group) => group.dataset.faceta);
  const groups = [...document.querySelectorAll("[data-grupo]")];
  const chosen = Object.fromEntries(facets.map((facet) => [facet, new Set()]));

  // Lower case without accents, as readers type; ñ is a letter of its own.
  const fold = (text) => text.toLowerCase().replaceAll("ñ", "\0").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("\0", "ñ");
  // «12 000» is found as 12000, «256 TiB» as 256tib, «Wi-Fi» as wifi too.
  const joined = (text) => text.replace(/(\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, "$1").replace(/(\d)(?=\p{L}{2})/gu, "$1 ");
  const words = (text) => fold(joined(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const spaced = (text) => ` ${words(`${text} ${(text.match(/\p{L}+(?:-\p{L}+)+/gu) ?? []).join(" ").replaceAll("-", "")}`).join(" ")} `;
  function told(item) { // what an entry says, without its sources and dates
    const copy = item.cloneNode(true);
    for (const aside of copy.querySelectorAll("[data-aparte]")) aside.remove();
    return copy.textContent;
  }
  let entries = null;
  function read() {
    entries ??= [...document.querySelectorAll("[data-entrada]")].map((item) => ({
      item,
      group: item.closest("[data-grupo]"),
      text: spaced(`${told(item)} ${item.dataset.claves ?? ""}`),
      name: spaced(`${item.querySelector("dt")?.textContent ?? ""} ${item.dataset.claves ?? ""}`),
      values: facets.map((facet) => (item.dataset[facet] ?? item.closest("[data-grupo]")?.dataset[facet] ?? "").split(" ")),
      shown: true,
    }));
    return entries;
  }

  // A word finds what begins with it; a plural finds its singular too, «vez» finds «veces», «cifrado» «cifrada».
  function forms(word) {
    const found = [` ${word}`];
    if (/[oa]$/.test(word) && word.length > 4) found.push(` ${word.slice(0, -1)}o`, ` ${word.slice(0, -1)}a`);
    if (/[^s]s$/.test(word) && word.length > 3) found.push(` ${word.slice(0, -1)} `);
    if (/[^aeiou]es$/.test(word)) found.push(` ${word.slice(0, -2)} `);
    if (/ces$/.test(word)) found.push(` ${word.slice(0, -3)}z `);
    if (/z$/.test(word)) found.push(` ${word.slice(0, -1)}ces `);
    return found;
  }
  const some = (options, text) => options.some((option) => text.includes(option));
  function matcher(query) {
    const wanted = words(query).map((word) => {
      const whole = [` ${word} `]; // two letters are a word of their own, unless no entry has it
      return word.length < 3 && read().some((entry) => some(whole, entry.text)) ? whole : forms(word);
    });
    const named = (entry) => wanted.every((options) => some(options, entry.name));
    // In a glossary the terms themselves come before definitions that mention them.
    if (wanted.length && document.querySelector("[data-entrada] dt") && read().some(named)) return named;
    return (entry) => wanted.every((options) => some(options, entry.text));
  }

  function apply() {
    const matches = matcher(input.value);
    const counts = facets.map(() => new Map());
    let shown = 0, without = 0;
    for (const entry of read()) {
      const text = matches(entry);
      const fails = facets.map((facet, i) => chosen[facet].size > 0 && !entry.values[i].some((value) => chosen[facet].has(value)));
      const failed = fails.filter(Boolean).length;
      if (text) {
        without += 1;
        entry.values.forEach((values, i) => {
          if (failed - fails[i] === 0) for (const value of values) counts[i].set(value, (counts[i].get(value) ?? 0) + 1);
        });
      }
      const show = text && failed === 0;
      if (show !== entry.shown) entry.item.hidden = !show;
      entry.shown = show;
      shown += show;
    }
    for (const group of groups) {
      group.hidden = !entries.some((entry) => entry.group === group && entry.shown);
      for (const link of document.querySelectorAll(`.md-nav--secondary a[href="#${group.querySelector("[id]").id}"]`)) {
        link.parentElement.hidden = group.hidden;
      }
    }
    for (const button of buttons) {
      const facet = button.parentElement.dataset.faceta;
      button.setAttribute("aria-pressed", chosen[facet].has(button.value));
      button.dataset.cuenta = counts[facets.indexOf(facet)].get(button.value) ?? 0;
    }
    const all = entries.length;
    if (letters) letters.hidden = shown < all; // they would lead to what is hidden
    status.textContent = shown === all ? `${all} ${all === 1 ? one : many}` : `${shown} de ${all} ${many}`;
    clear.hidden = !facets.some((facet) => chosen[facet].size);
    help(shown === 0, without);
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "filtro-boton";
    made.textContent = text;
    made.addEventListener("click", () => { act(); changed(true); form.focus({ preventScroll: true }); }); // no keyboard over the list
    return made;
  }
  function help(needed, without) {
    empty.hidden = !needed;
    empty.replaceChildren();
    if (!needed) return;
    const query = input.value.trim();
    const say = document.createElement("p");
    say.textContent = query ? `Nada coincide con «${query}»${without ? " y esos filtros" : ""}.` : "Nada coincide con esos filtros.";
    empty.append(say);
    if (without && query) empty.append(button(`Quitar los filtros (${without} ${without === 1 ? one : many})`, clearFacets));
    if (!without && query) for (const [wrong, right] of nearest(query)) {
      empty.append(button(`Buscar «${right}»`, () => { input.value = fold(query).replace(wrong, right); }));
    }
    const glossary = document.querySelector('.md-nav a[href$="glosario/"], .md-nav a[href$="glosario.html"], .md-nav a[href$="glosario/index.html"]');
    if (query && glossary && !document.querySelector(".letras")) {
      const link = document.createElement("a");
      link.href = `${glossary.href}?q=${encodeURIComponent(query)}`;
      link.textContent = `Buscar «${query}» en el glosario`;
      empty.append(link);
    }
    empty.append(button("Ver todo", () => { input.value = ""; clearFacets(); }));
  }
  const clearFacets = () => { facets.forEach((facet) => chosen[facet].clear()); reveal(); };

  // Words of the entries that differ from a typed one in a letter or two, as they are written there.
  function nearest(query) {
    const written = new Map();
    for (const { item } of read()) for (const word of item.textContent.match(/[\p{L}\p{N}]{4,}/gu) ?? []) {
      if (!written.has(fold(word))) written.set(fold(word), word.toLowerCase());
    }
    return words(query).filter((word) => !entries.some((entry) => forms(word).some((form) => entry.text.includes(form)))).flatMap((word) => {
      const limit = word.length < 5 ? 1 : 2;
      return [...written].map(([folded, text]) => [distance(word, folded, limit), text])
        .filter(([steps]) => steps <= limit).sort(([a], [b]) => a - b).slice(0, 3).map(([, text]) => [word, text]);
    });
  }
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      row = next;
    }
    return row[b.length];
  }

  const clear = button("Quitar los filtros", clearFacets);
  status.after(clear);
  function reveal() { // on a phone a row of buttons scrolls: show what is chosen in it
    for (const row of form.querySelectorAll("[data-faceta]")) {
      const pressed = row.querySelector("[aria-pressed=true]");
      row.scrollLeft = pressed ? pressed.offsetLeft - row.offsetLeft - (row.clientWidth - pressed.offsetWidth) / 2 : 0;
    }
  }
  // An address into the list shows what it names, whatever is filtered.
  function arrive() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[data-entrada][hidden], [data-grupo][hidden]")) return;
    input.value = "";
    clearFacets();
    apply();
    reveal();
    target.scrollIntoView();
  }

  function load() {
    const state = new URLSearchParams(location.search);
    input.value = state.get("q") ?? window.guiaConsulta ?? ""; // the latter: web/theme/main.html
    for (const facet of facets) {
      const known = new Set(buttons.filter((b) => b.parentElement.dataset.faceta === facet).map((b) => b.value));
      chosen[facet] = new Set(state.getAll(facet).filter((value) => known.has(value)));
    }
    apply();
    reveal();
  }
  function changed(step) {
    const state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    for (const facet of facets) for (const value of chosen[facet]) state.append(facet, value);
    const query = String(state);
    const address = query ? `?${query}${location.hash}` : location.pathname + location.hash;
    try {
      history[step ? "pushState" : "replaceState"](null, "", address);
    } catch { /* a browser that keeps addresses of file:// as they are: the filter works all the same */ }
    apply();
  }

  input.addEventListener("input", () => changed(false));
  for (const facetButton of buttons) facetButton.addEventListener("click", () => {
    const values = chosen[facetButton.parentElement.dataset.faceta];
    if (!values.delete(facetButton.value)) values.add(facetButton.value);
    changed(true);
  });
  form.tabIndex = -1;
  window.addEventListener("popstate", load);
  window.addEventListener("hashchange", arrive);

  const links = () => read().filter((entry) => entry.shown).map((entry) => entry.item.querySelector("a"));
  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    const typing = at.matches("input, textarea, select") || at.isContentEditable;
    const place = typing ? -1 : links().indexOf(at);
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "/" && !typing) input.focus();
    else if (event.key === "Escape" && at === input && (input.value || buttons.some((b) => b.ariaPressed === "true"))) {
      input.value = "";
      clearFacets();
      changed(true);
    } else if (event.key === "Escape" && place >= 0) input.focus();
    else if (event.key in steps && (at === input || place >= 0)) {
      const target = place + steps[event.key];
      (target < 0 ? input : links()[target])?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation(); // «/» would open the search of the site
  }, true);

  load();
  if (window.guiaConsulta) {
    delete window.guiaConsulta;
    changed(false); // puts it back into the address
  }
  arrive();
})();
