"use strict";
// Which parts and pages answer a query best. Needs query.js.

/** @typedef {{part: number, stems: Set<string>, score: number}} FoundPart A part, and the stems it was found by. */
/** @typedef {{page: number, parts: FoundPart[], score: number}} FoundPage Its parts, the best first. */

/** Topic pages before other pages before those made by the build. */
const KIND_WEIGHT = [1, 0.75, 0.3];
/** How much the best parts of a page count, the first most. */
const PART_WEIGHT = [1, 0.3, 0.15, 0.1];

/**
 * @param {SearchIndex} index
 * @param {Inverted} inverted
 * @returns {(reading: Reading) => FoundPage[]} The pages that answer, the best first.
 */
function makeRanking(index, { idf, posting, titles }) {
  // A page that many terms name, but seldom first, mentions everything and is about little.
  const authority = index.pages.map((_, page) => {
    const named = index.terms.filter(([, , pages]) => pages.includes(page));
    return (named.filter(([, , pages]) => pages[0] === page).length + 2) / (named.length + 4);
  });

  /** @param {Option} option */
  const worth = ({ stems: terms, weight }) =>
    (weight * terms.reduce((sum, term) => sum + idf(term), 0)) / Math.sqrt(terms.length);

  /**
   * The parts that have a concept, each by the option that says most there.
   * @param {Concept} concept
   */
  function partsOf(concept) {
    /** @type {Map<number, {score: number, stems: string[]}>} */
    const best = new Map();
    for (const option of concept.options) {
      const lists = option.stems.map(posting).filter((list) => list !== undefined);
      if (lists.length < option.stems.length) continue;
      const value = worth(option);
      const shortest = lists.reduce((a, b) => (a.size <= b.size ? a : b));
      for (const part of shortest.keys()) {
        if (!lists.every((list) => list.has(part))) continue;
        const score = (value * lists.reduce((sum, list) => sum + (list.get(part) ?? 0), 0)) / lists.length;
        if (score > (best.get(part)?.score ?? 0)) best.set(part, { score, stems: option.stems });
      }
    }
    return best;
  }

  /**
   * @param {Concept[]} asked
   */
  function scoreParts(asked) {
    /** @type {Map<number, {sum: number, concepts: Set<number>, stems: Set<string>}>} */
    const scores = new Map();
    asked.forEach((concept, number) => {
      for (const [part, { score, stems: terms }] of partsOf(concept)) {
        const entry = grown(scores, part, () => ({ sum: 0, concepts: new Set(), stems: new Set() }));
        entry.sum += score;
        entry.concepts.add(number);
        for (const term of terms) entry.stems.add(term);
      }
    });
    return scores;
  }

  /**
   * @param {number} part
   * @param {string} text
   */
  const hasPhrase = (part, text) => {
    const [, , head, body] = index.parts[part];
    return text !== "" && [head, body].some((content) => ` ${fold(content)} `.includes(text));
  };

  /**
   * How much a page is about the concepts: terms that name it, and its title.
   * @param {number} page
   * @param {Concept[]} asked
   */
  function subject(page, asked) {
    let about = 0;
    /** @type {Set<string>} */
    const named = new Set();
    for (const concept of asked) {
      about += (concept.pages.get(page) ?? 0) * concept.size ** 0.5;
      for (const option of concept.options) {
        if (option.stems.every((term) => titles[page].has(term))) for (const term of option.stems) named.add(term);
      }
    }
    const title = titles[page].size ? named.size / titles[page].size : 0;
    return (0.8 * about) / asked.length + 0.5 * title;
  }

  return ({ typed, concepts: asked }) => {
    if (!asked.length) return [];
    const exact = typed.length > 1 ? typed.join(" ") : "";
    // What a page leaves out counts by how much it says: «aprobar» more than «mínima».
    const weights = asked.map((concept) => Math.max(...concept.options.map(worth)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    /** @param {Set<number>} concepts */
    const share = (concepts) => [...concepts].reduce((sum, number) => sum + weights[number], 0) / total;

    /** @type {Map<number, {parts: FoundPart[], concepts: Set<number>}>} */
    const pages = new Map();
    for (const [part, { sum, concepts, stems: terms }] of scoreParts(asked)) {
      const entry = grown(pages, index.parts[part][0], () => ({ parts: [], concepts: new Set() }));
      entry.parts.push({ part, stems: terms, score: sum * share(concepts) ** 1.2 });
      for (const number of concepts) entry.concepts.add(number);
    }
    const ranked = [...pages].map(([page, { parts, concepts }]) => {
      parts.sort((a, b) => b.score - a.score);
      for (const top of parts.slice(0, 3)) if (hasPhrase(top.part, exact)) top.score *= 1.25;
      parts.sort((a, b) => b.score - a.score);
      const tops = PART_WEIGHT.reduce((sum, weight, i) => sum + weight * (parts[i]?.score ?? 0), 0);
      const known = Math.min(1, authority[page] / 0.5) ** 0.1;
      const score = (tops + total * subject(page, asked)) * share(concepts) * KIND_WEIGHT[index.pages[page][2]] * known;
      return { page, parts, score };
    });
    return ranked.sort((a, b) => b.score - a.score);
  };
}
