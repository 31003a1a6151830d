// The search: self.guiaMotor(index) returns search(query). Needs words.js; the index is guidekit/search/index.py's.
// A query becomes concepts: a term of the glossary under any of its names, or a word; each is looked for by stem,
// then, for what no page has, by slips of the finger; the last word also by its beginning.
self.guiaMotor = (index) => {
  const { fold, stem, words, distance, slips, empty } = self.guiaPalabras;
  const FIELD = [{ head: 5, text: 1 }, { head: 3, text: 2 }, { head: .8, text: .5 }]; // sections, exam points, drawings
  const K = 1.2, B = .6;

  // Inverted index: stem -> Map(part -> weight), the length of a part taken into account.
  const postings = new Map(), surface = new Map(), spelled = new Map();
  const stems = index.parts.map(([, , head, text, kind]) => {
    const counts = new Map();
    let length = 0;
    const add = (content, weight) => {
      for (const { text: word } of words(content)) {
        const term = stem(word);
        counts.set(term, (counts.get(term) ?? 0) + weight);
        length += 1;
        const folded = fold(word);
        if (!surface.has(folded)) surface.set(folded, new Set());
        surface.get(folded).add(term);
        if (!spelled.has(term)) spelled.set(term, word.toLowerCase());
      }
    };
    add(head, FIELD[kind].head);
    add(text, FIELD[kind].text);
    return { counts, length };
  });
  const mean = stems.reduce((sum, part) => sum + part.length, 0) / stems.length;
  stems.forEach(({ counts, length }, part) => {
    for (const [term, count] of counts) {
      if (!postings.has(term)) postings.set(term, new Map());
      postings.get(term).set(part, count / (count + K * (1 - B + B * length / mean)));
    }
  });
  const idf = (term) => Math.log(1 + index.parts.length / (1 + (postings.get(term)?.size ?? 0)));
  const titles = index.pages.map(([, title]) => new Set(words(title).filter((w) => !empty(w.text)).map((w) => stem(w.text))));

  // Names of terms by their first stem; the first name of a term is the one the guide uses.
  const names = new Map(), vocabulary = new Map();
  index.terms.forEach(([, own], term) => {
    own.forEach((name, rank) => {
      const list = words(name).filter((w) => !empty(w.text)).map((w) => w.text);
      if (!list.length) return;
      const found = list.map(stem);
      if (!names.has(found[0])) names.set(found[0], []);
      names.get(found[0]).push({ stems: found, term, rank, text: words(name).map((w) => fold(w.text)).join(" ") });
      for (const word of list) if (!surface.has(fold(word))) vocabulary.set(fold(word), stem(word));
    });
  });
  for (const [word, found] of surface) vocabulary.set(word, [...found][0]);

  const known = (word) => surface.has(word) || vocabulary.has(word);
  const termsOf = (word) => surface.get(word) ?? new Set([vocabulary.get(word) ?? stem(word)]);

  function corrected(word) {
    const limit = slips(word);
    let best = null;
    if (limit) for (const [candidate, term] of vocabulary) {
      const steps = distance(word, candidate, limit);
      if (steps > limit) continue;
      const rank = steps - (candidate[0] === word[0] ? .4 : 0) - Math.min(postings.get(term)?.size ?? 0, 50) / 200;
      if (!best || rank < best.rank) best = { candidate, rank };
    }
    return best?.candidate;
  }
  function beginnings(word) {
    const found = new Set();
    for (const candidate of vocabulary.keys()) if (candidate.startsWith(word)) for (const term of termsOf(candidate)) found.add(term);
    return [...found].sort((a, b) => (postings.get(b)?.size ?? 0) - (postings.get(a)?.size ?? 0)).slice(0, 30);
  }

  // «wifi», «masamadre»: two known words without their space.
  function apart(word) {
    let best = null;
    for (let at = 2; at <= word.length - 2; at += 1) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (!parts.every((part) => known(part))) continue;
      const value = Math.min(...parts.map((part) => part.length)) + (parts.every((part) => surface.has(part)) ? 9 : 0);
      if (!best || value > best.value) best = { parts, value };
    }
    return best?.parts;
  }
  // Read a query: its words, what each may stand for, and which no page has.
  function read(query) {
    const given = words(query);
    const typed = given.map(({ text }) => fold(text));
    const full = given.filter(({ text }) => !empty(text)).map(({ text }) => fold(text));
    const list = full.length ? full : typed;
    const open = /[\p{L}\p{N}]$/u.test(query) && list[list.length - 1] === typed[typed.length - 1]; // the last word may go on
    const tokens = list.flatMap((word, i) => {
      const last = open && i === list.length - 1;
      if (known(word) || postings.has(stem(word)) || (last && word.length > 1 && beginnings(word).length)) return [{ word, as: word, known: true, last }];
      const parts = apart(word);
      if (parts) return parts.map((part) => ({ word: part, as: part, known: true, last: false }));
      const better = corrected(word);
      return [{ word, as: better ?? word, known: Boolean(better), last: false }];
    });
    const missing = tokens.filter((token) => !token.known).map((token) => token.word);
    return { typed, tokens, concepts: concepts(tokens, ` ${tokens.map((token) => token.as).join(" ")} | ${typed.join(" ")} `), missing };
  }
  // The best way to read the words as names of terms and single words.
  function concepts(tokens, text) {
    const best = [{ value: 0, list: [] }];
    tokens.forEach((token, at) => {
      const before = best[at];
      const offer = (end, value, concept) => {
        const sum = before.value + value;
        if (!best[end] || sum > best[end].value) best[end] = { value: sum, list: concept ? [...before.list, concept] : before.list };
      };
      offer(at + 1, 0, token.known ? wordConcept(token) : null);
      for (const name of namesAt(tokens, at)) {
        const exact = text.includes(` ${name.text} `) ? 1 : 0;
        const value = name.stems.reduce((sum, one) => sum + idf(one), 0) * name.stems.length + 2 * exact + (name.rank === 0 ? .5 : 0);
        offer(at + name.stems.length, value, { name, exact, tokens: tokens.slice(at, at + name.stems.length) });
      }
    });
    return best[tokens.length].list.map((found) => (found.name ? termConcept(found) : found));
  }
  const stemsAt = (token) => new Set([...termsOf(token.as), stem(token.as)]);

  function wordConcept(token) {
    const options = [...stemsAt(token)].map((term) => ({ stems: [term], weight: 1 }));
    if (token.last && token.word.length > 1) options.push(...beginnings(token.word).map((term) => ({ stems: [term], weight: .7 })));
    return { options, pages: new Map(), size: 1, term: null };
  }
  const namesAt = (tokens, at) => [...stemsAt(tokens[at])].flatMap((first) => (names.get(first) ?? []).filter(({ stems: wanted }) => (
    at + wanted.length <= tokens.length && wanted.every((one, i) => stemsAt(tokens[at + i]).has(one)))));
  function termConcept({ name: { stems: wanted, term, rank }, exact, tokens }) {
    // One common word («cambio», «falla») says little of a term, unless it is its very name; several say much.
    const trust = wanted.length > 1 || (exact && rank === 0) ? 1 : Math.min(1, Math.max(0, (idf(wanted[0]) - 1) / 3));
    const options = [{ stems: wanted, weight: 1 }];
    for (const other of index.terms[term][1]) {
      const list = words(other).filter((w) => !empty(w.text)).map((w) => stem(w.text));
      if (list.length && list.every((one) => postings.has(one))) options.push({ stems: list, weight: .75 * trust });
    }
    if (wanted.length === 1) options.push(...wordConcept(tokens[0]).options);
    const pages = new Map(index.terms[term][2].map((page, i) => [page, trust / (1 + i)]));
    return { options, pages, size: wanted.length, term };
  }

  const worth = ({ stems: list, weight }) => weight * list.reduce((sum, term) => sum + idf(term), 0) / Math.sqrt(list.length);
  function scoreParts(asked) {
    const scores = new Map(); // part -> { sum, found: concepts }
    asked.forEach((concept, number) => {
      const best = new Map();
      for (const option of concept.options) {
        const lists = option.stems.map((term) => postings.get(term));
        if (lists.some((list) => !list)) continue;
        const value = worth(option);
        const shortest = lists.reduce((a, b) => (a.size <= b.size ? a : b));
        for (const part of shortest.keys()) {
          if (!lists.every((list) => list.has(part))) continue;
          const score = value * lists.reduce((sum, list) => sum + list.get(part), 0) / lists.length;
          if (score > (best.get(part)?.score ?? 0)) best.set(part, { score, stems: option.stems });
        }
      }
      for (const [part, { score, stems: by }] of best) {
        const entry = scores.get(part) ?? { sum: 0, found: new Set(), stems: new Set() };
        entry.sum += score;
        entry.found.add(number);
        for (const one of by) entry.stems.add(one);
        scores.set(part, entry);
      }
    });
    return scores;
  }

  // A page that many terms name, but seldom first, mentions everything and is about little.
  const authority = index.pages.map((_, page) => {
    const named = index.terms.filter(([, , pages]) => pages.includes(page));
    return (named.filter(([, , pages]) => pages[0] === page).length + 2) / (named.length + 4);
  });
  const KIND = [1, .75, .3]; // topic pages before other pages before those made by the build
  const phrase = (part, text) => text && index.parts[part].slice(2, 4).some((content) => ` ${fold(content)} `.includes(text));
  function scorePages({ typed, concepts: asked }, parts) {
    const exact = typed.length > 1 ? typed.join(" ") : "";
    // What a page leaves out counts by how much it says: «aprobar» more than «mínima».
    const weights = asked.map((concept) => Math.max(...concept.options.map(worth)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const share = (found) => [...found].reduce((sum, number) => sum + weights[number], 0) / total;
    const pages = new Map();
    for (const [part, { sum, found, stems: by }] of parts) {
      const page = index.parts[part][0];
      const entry = pages.get(page) ?? { parts: [], found: new Set() };
      entry.parts.push({ part, stems: by, score: sum * share(found) ** 1.2 });
      for (const number of found) entry.found.add(number);
      pages.set(page, entry);
    }
    for (const [page, entry] of pages) {
      entry.parts.sort((a, b) => b.score - a.score);
      for (const found of entry.parts.slice(0, 3)) if (phrase(found.part, exact)) found.score *= 1.25;
      entry.parts.sort((a, b) => b.score - a.score);
      const tops = entry.parts.slice(0, 4).reduce((sum, { score }, i) => sum + score * [1, .3, .15, .1][i], 0);
      let about = 0;
      const named = new Set();
      for (const concept of asked) {
        about += (concept.pages.get(page) ?? 0) * concept.size ** .5;
        for (const option of concept.options) if (option.stems.every((term) => titles[page].has(term))) option.stems.forEach((term) => named.add(term));
      }
      const title = titles[page].size ? named.size / titles[page].size : 0;
      entry.score = (tops + total * (.8 * about / asked.length + .5 * title)) * share(entry.found) ** 1 * KIND[index.pages[page][2]] * Math.min(1, authority[page] / .5) ** .1;
    }
    return [...pages].sort((a, b) => b[1].score - a[1].score);
  }

  // Words a reader may have meant by those that no page has.
  function near(missing) {
    const found = missing.filter((word) => word.length > 3).flatMap((word) => [...vocabulary]
      .filter(([candidate, term]) => candidate.length > 3 && spelled.has(term))
      .map(([candidate]) => [distance(word, candidate, 3), candidate]).filter(([steps]) => steps <= 3));
    return [...new Set(found.sort(([a], [b]) => a - b).map(([, candidate]) => candidate))].slice(0, 3);
  }

  return (query) => {
    const asked = read(query);
    const pages = asked.concepts.length ? scorePages(asked, scoreParts(asked.concepts)) : [];
    return { ...asked, pages, near: pages.length ? [] : near(asked.missing) };
  };
};
