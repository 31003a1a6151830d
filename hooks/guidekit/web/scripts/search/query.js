"use strict";
// A query becomes concepts: a term of the glossary under any of its names, or a word; each is looked for by stem,
// then, for what no page has, by slips of the finger; the last word also by its beginning. Needs inverted.js and distance.js.

/**
 * A word of a query: as typed, as the pages have it, whether they do, whether the reader may still be typing it.
 * @typedef {{word: string, as: string, known: boolean, last: boolean}} Token
 */
/** @typedef {{stems: string[], weight: number}} Option One way to find a concept: parts that have all the stems. */
/**
 * @typedef {object} Concept
 * @property {Option[]} options
 * @property {Map<number, number>} pages Pages that explain it, with how much that counts.
 * @property {number} size               Of how many words its name is.
 * @property {number | null} term
 */
/** @typedef {{typed: string[], tokens: Token[], concepts: Concept[], missing: string[]}} Reading */

/**
 * @param {SearchIndex} index
 * @param {Inverted} inverted
 */
function makeReader(index, { frequency, idf, posting, surface, vocabulary, names, spelled }) {
  /** @param {string} word */
  const known = (word) => surface.has(word) || vocabulary.has(word);
  /** @param {string} word */
  const termsOf = (word) => surface.get(word) ?? new Set([vocabulary.get(word) ?? stem(word)]);
  /** @param {Token} token */
  const stemsAt = (token) => new Set([...termsOf(token.as), stem(token.as)]);

  /** @param {string} word */
  function corrected(word) {
    const limit = slips(word);
    /** @type {{candidate: string, rank: number} | undefined} */
    let best;
    for (const [candidate, term] of limit ? vocabulary : []) {
      const steps = distance(word, candidate, limit);
      if (steps > limit) continue;
      const rank = steps - (candidate[0] === word[0] ? 0.4 : 0) - Math.min(frequency(term), 50) / 200;
      if (!best || rank < best.rank) best = { candidate, rank };
    }
    return best?.candidate;
  }

  /** @param {string} word */
  function beginnings(word) {
    /** @type {Set<string>} */
    const terms = new Set();
    for (const candidate of vocabulary.keys()) {
      if (candidate.startsWith(word)) for (const term of termsOf(candidate)) terms.add(term);
    }
    return [...terms].sort((a, b) => frequency(b) - frequency(a)).slice(0, 30);
  }

  /**
   * «wifi», «masamadre»: two known words without their space.
   * @param {string} word
   */
  function apart(word) {
    /** @type {{parts: string[], value: number} | undefined} */
    let best;
    for (let at = 2; at <= word.length - 2; at += 1) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (!parts.every(known)) continue;
      const both = parts.every((part) => surface.has(part)) ? 9 : 0;
      const value = Math.min(...parts.map((part) => part.length)) + both;
      if (!best || value > best.value) best = { parts, value };
    }
    return best?.parts;
  }

  /**
   * @param {string} word
   * @param {boolean} last
   * @returns {Token[]}
   */
  function tokensOf(word, last) {
    const begun = () => last && word.length > 1 && beginnings(word).length > 0;
    if (known(word) || posting(stem(word)) || begun()) return [{ word, as: word, known: true, last }];
    const parts = apart(word);
    if (parts) return parts.map((part) => ({ word: part, as: part, known: true, last: false }));
    const better = corrected(word);
    return [{ word, as: better ?? word, known: better !== undefined, last: false }];
  }

  /**
   * The words of a query, what each may stand for, and which no page has.
   * @param {string} query
   * @returns {Reading}
   */
  function read(query) {
    const typed = wordsOf(query).map(({ text }) => fold(text));
    const full = fullWords(query).map(fold);
    const words = full.length ? full : typed;
    const open = /[\p{L}\p{N}]$/u.test(query) && words.at(-1) === typed.at(-1); // the last word may go on
    const tokens = words.flatMap((word, i) => tokensOf(word, open && i === words.length - 1));
    const text = ` ${tokens.map((token) => token.as).join(" ")} | ${typed.join(" ")} `;
    const missing = tokens.filter((token) => !token.known).map((token) => token.word);
    return { typed, tokens, concepts: conceptsOf(tokens, text), missing };
  }

  /**
   * The best way to read the words as names of terms and single words.
   * @param {Token[]} tokens
   * @param {string} text
   */
  function conceptsOf(tokens, text) {
    /** @type {{value: number, concepts: (() => Concept)[]}[]} */
    const best = [{ value: 0, concepts: [] }];
    tokens.forEach((token, at) => {
      const before = best[at];
      /**
       * @param {number} end
       * @param {number} value
       * @param {(() => Concept) | null} concept
       */
      const offer = (end, value, concept) => {
        const sum = before.value + value;
        if (best[end] && sum <= best[end].value) return;
        best[end] = { value: sum, concepts: concept ? [...before.concepts, concept] : before.concepts };
      };
      offer(at + 1, 0, token.known ? () => wordConcept(token) : null);
      for (const name of namesAt(tokens, at)) {
        const exact = text.includes(` ${name.text} `);
        const said = name.stems.reduce((sum, term) => sum + idf(term), 0) * name.stems.length;
        const value = said + (exact ? 2 : 0) + (name.rank === 0 ? 0.5 : 0);
        offer(at + name.stems.length, value, () => termConcept(name, exact, token));
      }
    });
    return best[tokens.length].concepts.map((make) => make());
  }

  /**
   * Names of terms that the words from `at` on may be.
   * @param {Token[]} tokens
   * @param {number} at
   */
  function namesAt(tokens, at) {
    const begun = [...stemsAt(tokens[at])].flatMap((first) => names.get(first) ?? []);
    return begun.filter(
      ({ stems: wanted }) =>
        at + wanted.length <= tokens.length && wanted.every((term, i) => stemsAt(tokens[at + i]).has(term)),
    );
  }

  /**
   * @param {Token} token
   * @returns {Concept}
   */
  function wordConcept(token) {
    const options = [...stemsAt(token)].map((term) => ({ stems: [term], weight: 1 }));
    if (token.last && token.word.length > 1) {
      options.push(...beginnings(token.word).map((term) => ({ stems: [term], weight: 0.7 })));
    }
    return { options, pages: new Map(), size: 1, term: null };
  }

  /**
   * @param {TermName} name
   * @param {boolean} exact Whether the name stands in the query as it is.
   * @param {Token} token   Its first word.
   * @returns {Concept}
   */
  function termConcept({ stems: wanted, term, rank }, exact, token) {
    // One common word («cambio», «falla») says little of a term, unless it is its very name; several say much.
    const sure = wanted.length > 1 || (exact && rank === 0);
    const trust = sure ? 1 : Math.min(1, Math.max(0, (idf(wanted[0]) - 1) / 3));
    const options = [{ stems: wanted, weight: 1 }];
    for (const other of index.terms[term][1]) {
      const terms = fullWords(other).map(stem);
      if (terms.length && terms.every(posting)) options.push({ stems: terms, weight: 0.75 * trust });
    }
    if (wanted.length === 1) options.push(...wordConcept(token).options);
    const pages = new Map(index.terms[term][2].map((page, i) => [page, trust / (1 + i)]));
    return { options, pages, size: wanted.length, term };
  }

  /**
   * Words a reader may have meant by those that no page has.
   * @param {string[]} missing
   */
  function near(missing) {
    const written = [...vocabulary].filter(([word, term]) => word.length > 3 && spelled.has(term));
    const close = missing
      .filter((word) => word.length > 3)
      .flatMap((word) => written.map(([candidate]) => ({ candidate, steps: distance(word, candidate, 3) })))
      .filter(({ steps }) => steps <= 3)
      .sort((a, b) => a.steps - b.steps);
    return [...new Set(close.map(({ candidate }) => candidate))].slice(0, 3);
  }

  return { read, near };
}
