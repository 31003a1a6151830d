// The search: self.guiaMotor(index) returns search(query). Needs palabras.js; the index is guidekit/search_index.py's.
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

  // Names of terms by their first stem, longest first.
  const names = new Map(), vocabulary = new Map();
  index.terms.forEach(([, own], term) => {
    for (const name of own) {
      const list = words(name).filter((w) => !empty(w.text)).map((w) => w.text);
      if (!list.length) continue;
      const found = list.map(stem);
      if (!names.has(found[0])) names.set(found[0], []);
      names.get(found[0]).push({ stems: found, term });
      for (const word of list) if (!surface.has(fold(word))) vocabulary.set(fold(word), stem(word));
    }
  });
  for (const list of names.values()) list.sort((a, b) => b.stems.length - a.stems.length);
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

  // Read a query: its words, what each may stand for, and which no page has.
  function read(query) {
    const typed = words(query).map(({ text }) => fold(text));
    const full = words(query).filter(({ text }) => !empty(text)).map(({ text }) => fold(text));
    const open = /[\p{L}\p{N}]$/u.test(query); // the last word may go on
    const list = full.length ? full : typed;
    const tokens = list.map((word, i) => {
      const last = open && word === typed[typed.length - 1] && i === list.length - 1;
      if (known(word)) return { word, as: word, known: true, last };
      if (stemKnown(word)) return { word, as: word, known: true, last };
      const more = last && word.length > 1 ? beginnings(word) : [];
      if (more.length) return { word, as: word, known: true, last };
      const better = corrected(word);
      return { word, as: better ?? word, known: Boolean(better), last: false };
    });
    const concepts = [], missing = tokens.filter((token) => !token.known).map((token) => token.word);
    for (let at = 0; at < tokens.length;) {
      const entry = termAt(tokens, at);
      if (entry) {
        concepts.push(entry.concept);
        at += entry.size;
      } else {
        if (tokens[at].known) concepts.push(wordConcept(tokens[at]));
        at += 1;
      }
    }
    return { typed, tokens, concepts, missing };
  }
  const stemKnown = (word) => postings.has(stem(word));
  const stemsAt = (token) => new Set([...termsOf(token.as), stem(token.as)]);

  function wordConcept(token) {
    const options = [...stemsAt(token)].map((term) => ({ stems: [term], weight: 1 }));
    if (token.last && token.word.length > 1) options.push(...beginnings(token.word).map((term) => ({ stems: [term], weight: .7 })));
    return { options, pages: new Map(), size: 1, term: null };
  }
  function termAt(tokens, at) {
    for (const first of stemsAt(tokens[at])) for (const name of names.get(first) ?? []) {
      const { stems: wanted, term } = name;
      if (at + wanted.length > tokens.length) continue;
      if (!wanted.every((one, i) => stemsAt(tokens[at + i]).has(one))) continue;
      // One common word («cambio», «falla») says little of a term; a rare one or several are its name.
      const trust = wanted.length > 1 ? 1 : Math.min(1, Math.max(0, (idf(wanted[0]) - 1) / 3));
      const options = [{ stems: wanted, weight: 1 }];
      for (const other of index.terms[term][1]) {
        const list = words(other).filter((w) => !empty(w.text)).map((w) => stem(w.text));
        if (list.length && list.every((one) => postings.has(one))) options.push({ stems: list, weight: .75 * trust });
      }
      if (wanted.length === 1) options.push(...wordConcept(tokens[at]).options);
      const pages = new Map(index.terms[term][2].map((page, i) => [page, trust / (1 + i)]));
      return { size: wanted.length, concept: { options, pages, size: wanted.length, term } };
    }
    return null;
  }

  const worth = ({ stems: list, weight }) => weight * list.reduce((sum, term) => sum + idf(term), 0) / Math.sqrt(list.length);
  function scoreParts(concepts) {
    const scores = new Map(); // part -> { sum, found: concepts }
    concepts.forEach((concept, number) => {
      const best = new Map();
      for (const option of concept.options) {
        const lists = option.stems.map((term) => postings.get(term));
        if (lists.some((list) => !list)) continue;
        const value = worth(option);
        const shortest = lists.reduce((a, b) => (a.size <= b.size ? a : b));
        for (const part of shortest.keys()) {
          if (!lists.every((list) => list.has(part))) continue;
          const score = value * lists.reduce((sum, list) => sum + list.get(part), 0) / lists.length;
          if (score > (best.get(part) ?? 0)) best.set(part, score);
        }
      }
      for (const [part, score] of best) {
        const entry = scores.get(part) ?? { sum: 0, found: new Set() };
        entry.sum += score;
        entry.found.add(number);
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
  function scorePages({ typed, concepts }, parts) {
    const exact = typed.length > 1 ? typed.join(" ") : "";
    // What a page leaves out counts by how much it says: «aprobar» more than «mínima».
    const weights = concepts.map((concept) => Math.max(...concept.options.map(worth)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const share = (found) => [...found].reduce((sum, number) => sum + weights[number], 0) / total;
    const pages = new Map();
    for (const [part, { sum, found }] of parts) {
      const page = index.parts[part][0];
      const entry = pages.get(page) ?? { parts: [], found: new Set() };
      entry.parts.push({ part, score: sum * share(found) ** 1.2 });
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
      for (const concept of concepts) {
        about += (concept.pages.get(page) ?? 0) * concept.size ** .5;
        for (const option of concept.options) if (option.stems.every((term) => titles[page].has(term))) option.stems.forEach((term) => named.add(term));
      }
      const title = titles[page].size ? named.size / titles[page].size : 0;
      entry.score = (tops + total * (.5 * about / concepts.length + .5 * title)) * share(entry.found) ** 1 * KIND[index.pages[page][2]] * Math.min(1, authority[page] / .5) ** .1;
    }
    return [...pages].sort((a, b) => b[1].score - a[1].score);
  }

  // The words a reader may have meant by one that no page has.
  function near(word) {
    const found = [...vocabulary].map(([candidate, term]) => [distance(word, candidate, 3), candidate, term])
      .filter(([steps, , term]) => steps <= 3 && spelled.has(term)).sort(([a], [b]) => a - b);
    return [...new Set(found.map(([, candidate]) => candidate))].slice(0, 3);
  }

  return (query) => {
    const asked = read(query);
    const pages = asked.concepts.length ? scorePages(asked, scoreParts(asked.concepts)) : [];
    return { ...asked, pages, near: pages.length ? [] : asked.missing.flatMap(near) };
  };
};
