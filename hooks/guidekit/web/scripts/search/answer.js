// From the pages the engine found to what Material's interface shows: groups of sections with marked excerpts,
// plus the definition of a term and, where nothing was found, words close to those typed.
self.guiaRespuesta = (index, search) => {
  const { fold, stem, words } = self.guiaPalabras;
  const MOST_PAGES = 10, MOST_PARTS = 4, AROUND = 90, LONGEST = 220, MOST_WORDS = 4, NEAR = .8;
  const KIND = ["", "Punto de examen: ", "Diagrama: "];
  const escape = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

  // Does a word of a part answer the query? By a stem it was found by, or by its beginning for the last word typed.
  function matcher(stems, tokens) {
    const open = tokens.filter((token) => token.last && token.word.length > 1).map((token) => token.word);
    return (word) => stems.has(stem(word)) || open.some((start) => fold(word).startsWith(start));
  }
  function marked(text, hits) {
    let at = 0, made = "";
    for (const hit of hits) {
      made += `${escape(text.slice(at, hit.at))}<mark>${escape(hit.text)}</mark>`;
      at = hit.at + hit.text.length;
    }
    return made + escape(text.slice(at));
  }
  // The stretch of a text with most different words of the query, cut at words.
  function excerpt(text, matches) {
    const hits = words(text).filter((word) => matches(word.text));
    if (!hits.length) return { hits, markup: "" };
    let best = null;
    hits.forEach((first, i) => {
      const inside = hits.slice(i).filter((hit) => hit.at - first.at < LONGEST - AROUND);
      const value = new Set(inside.map((hit) => stem(hit.text))).size + inside.length / 100;
      if (!best || value > best.value) best = { value, first };
    });
    const cut = Math.max(best.first.at - AROUND, 0);
    const start = cut ? text.indexOf(" ", cut) + 1 : 0;
    const stop = start + LONGEST >= text.length ? text.length : text.lastIndexOf(" ", start + LONGEST);
    const shown = hits.filter((hit) => hit.at >= start && hit.at + hit.text.length <= stop).map((hit) => ({ ...hit, at: hit.at - start }));
    const markup = `${start ? "…" : ""}${marked(text.slice(start, stop), shown)}${stop < text.length ? "…" : ""}`;
    return { hits, markup };
  }
  const title = (text, matches) => marked(text, words(text).filter((word) => matches(word.text)));

  function item({ part, score, stems }, { tokens, missing }, top) {
    const matches = matcher(stems, tokens);
    const [page, anchor, head, text, kind] = index.parts[part];
    const { hits, markup } = excerpt(text, matches);
    const own = words(head).filter((word) => matches(word.text));
    const found = [...new Set([...own, ...hits].map((hit) => hit.text.toLowerCase()))].slice(0, MOST_WORDS);
    return {
      location: index.pages[page][0] + (anchor && `#${anchor}`),
      title: anchor ? KIND[kind] + title(head, matches) : title(index.pages[page][1], matches),
      text: kind || !markup ? "" : `<p>${markup}</p>`, // an exam point and a drawing are told by their titles
      score: top ?? score,
      terms: Object.fromEntries([...found.map((word) => [word, true]), ...missing.map((word) => [word, false])]),
    };
  }
  // Material shows the sections that score as high as the first one and folds the others away.
  function group([page, entry], asked) {
    const best = entry.parts[0].score;
    const shown = entry.parts.slice(0, MOST_PARTS).map((found, i) => (
      item(found, asked, i === 0 || (i === 1 && found.score > best * NEAR) ? entry.score : entry.score * found.score / best / 2)));
    const whole = shown.find(({ location }) => !location.includes("#"));
    if (whole) return shown;
    const [address, name] = index.pages[page];
    return [...shown, { location: address, title: title(name, matcher(entry.parts[0].stems, asked.tokens)), text: "", score: entry.score * .99, terms: shown[0].terms }];
  }

  return (query) => {
    const asked = search(query);
    const named = asked.concepts.filter((concept) => concept.term !== null).sort((a, b) => b.size - a.size)[0];
    return {
      items: asked.pages.slice(0, MOST_PAGES).map((page) => group(page, asked)),
      term: named && asked.concepts.length <= 2 ? index.terms[named.term][0] : null,
      near: asked.near,
    };
  };
};
