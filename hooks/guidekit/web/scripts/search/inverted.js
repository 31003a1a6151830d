"use strict";
// The inverted index, made in the reader's browser from what guidekit/search/index.py lists. Needs words.js.

/**
 * @typedef {[address: string, title: string, kind: 0 | 1 | 2]} IndexPage Kind: topic, other page, made by the build.
 * @typedef {[page: number, anchor: string, head: string, text: string, kind: 0 | 1 | 2]} IndexPart Kind: section,
 *   exam point, drawing.
 * @typedef {[id: string, names: string[], pages: number[]]} IndexTerm What readers may type; pages about it, best first.
 * @typedef {{pages: IndexPage[], parts: IndexPart[], terms: IndexTerm[]}} SearchIndex
 */
/**
 * A name of a term of the glossary: its stems, which of the names it is (0: the one the guide uses), how it is typed.
 * @typedef {{stems: string[], term: number, rank: number, text: string}} TermName
 */
/**
 * @typedef {object} Inverted
 * @property {(term: string) => Map<number, number> | undefined} posting  Parts that have a stem, with its weight there.
 * @property {(term: string) => number} frequency                        In how many parts a stem is.
 * @property {(term: string) => number} idf                              How much a stem says: seldom ones say more.
 * @property {Map<string, Set<string>>} surface    Words of the pages, folded, with their stems.
 * @property {Map<string, string>} vocabulary      These and the words of names of terms, each with a stem.
 * @property {Set<string>} spelled                 Stems of words that pages have.
 * @property {Map<string, TermName[]>} names       Names of terms by their first stem.
 * @property {Set<string>[]} titles                Stems of the title of each page.
 */

/** How much a word counts in the heading and in the text of a section, an exam point, a drawing. */
const FIELD = [
  { head: 5, text: 1 },
  { head: 3, text: 2 },
  { head: 0.8, text: 0.5 },
];
/** BM25: how fast more of the same word stops to count, and how much the length of a part does. */
const K = 1.2;
const B = 0.6;

/**
 * The value of a key, made by `create` where there is none.
 * @template Key, Value
 * @param {Map<Key, Value>} map
 * @param {Key} key
 * @param {() => Value} create
 * @returns {Value}
 */
function grown(map, key, create) {
  let value = map.get(key);
  if (value === undefined) {
    value = create();
    map.set(key, value);
  }
  return value;
}

/**
 * @param {SearchIndex} index
 * @returns {Inverted}
 */
function invert(index) {
  /** @type {Map<string, Map<number, number>>} */
  const postings = new Map();
  /** @type {Inverted["surface"]} */
  const surface = new Map();
  /** @type {Set<string>} */
  const spelled = new Set();

  const counted = index.parts.map(([, , head, text, kind]) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    let length = 0;
    const { head: inHead, text: inText } = FIELD[kind];
    for (const [content, weight] of /** @type {[string, number][]} */ ([
      [head, inHead],
      [text, inText],
    ])) {
      for (const { text: word } of wordsOf(content)) {
        const term = stem(word);
        counts.set(term, (counts.get(term) ?? 0) + weight);
        length += 1;
        grown(surface, fold(word), () => new Set()).add(term);
        spelled.add(term);
      }
    }
    return { counts, length };
  });
  const mean = counted.reduce((sum, part) => sum + part.length, 0) / counted.length;
  counted.forEach(({ counts, length }, part) => {
    for (const [term, count] of counts) {
      const weight = count / (count + K * (1 - B + (B * length) / mean));
      grown(postings, term, () => new Map()).set(part, weight);
    }
  });
  /** @param {string} term */
  const frequency = (term) => postings.get(term)?.size ?? 0;

  return {
    posting: (term) => postings.get(term),
    frequency,
    idf: (term) => Math.log(1 + index.parts.length / (1 + frequency(term))),
    surface,
    spelled,
    titles: index.pages.map(([, title]) => new Set(fullWords(title).map(stem))),
    ...namesOf(index, surface),
  };
}

/**
 * @param {SearchIndex} index
 * @param {Inverted["surface"]} surface
 */
function namesOf(index, surface) {
  /** @type {Inverted["names"]} */
  const names = new Map();
  /** @type {Inverted["vocabulary"]} */
  const vocabulary = new Map();
  index.terms.forEach(([, given], term) => {
    given.forEach((name, rank) => {
      const words = fullWords(name);
      if (!words.length) return;
      const wanted = words.map(stem);
      const text = wordsOf(name)
        .map((word) => fold(word.text))
        .join(" ");
      grown(names, wanted[0], () => /** @type {TermName[]} */ ([])).push({ stems: wanted, term, rank, text });
      for (const word of words) if (!surface.has(fold(word))) vocabulary.set(fold(word), stem(word));
    });
  });
  for (const [word, [first]] of surface) vocabulary.set(word, first);
  return { names, vocabulary };
}
