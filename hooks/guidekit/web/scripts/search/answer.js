"use strict";
// From the pages the engine found to what Material's interface shows: groups of sections with marked excerpts,
// plus the definition of a term and, where nothing was found, words close to those typed. Needs ranking.js.

/**
 * A result as Material's interface takes it; `title` and `text` are HTML.
 * @typedef {{location: string, title: string, text: string, score: number, terms: Record<string, boolean>}} Item
 */
/**
 * @typedef {object} Answer
 * @property {Item[][]} items     Sections by page, the best first.
 * @property {string | null} term The term of the glossary that was asked for.
 * @property {string[]} near      Where nothing was found, words that were perhaps meant.
 */
/** @typedef {Record<string, [label: string, text: string]>} Definitions What terms of the glossary mean, by id. */
/** @typedef {Answer & {definition?: [label: string, text: string]}} FullAnswer */
/** @typedef {(word: string) => boolean} Matches Whether a word of a part answers the query. */

const MOST_PAGES = 10;
const MOST_PARTS = 4;
const MOST_WORDS = 4;
/** An excerpt begins so many letters before its first word, and is so long. */
const AROUND = 90;
const LONGEST = 220;
/** A second section is shown beside the first if it scores at least this share of it. */
const AS_GOOD = 0.8;
const KIND_LABEL = ["", "Punto de examen: ", "Diagrama: "];

/** @param {string} text */
const escapeHtml = (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * By a stem a part was found by, or by its beginning for the last word typed.
 * @param {Set<string>} found
 * @param {Token[]} tokens
 * @returns {Matches}
 */
function matcherOf(found, tokens) {
  const open = tokens.filter((token) => token.last && token.word.length > 1).map((token) => token.word);
  return (word) => found.has(stem(word)) || open.some((start) => fold(word).startsWith(start));
}

/**
 * A text as HTML with the words marked that answer the query.
 * @param {string} text
 * @param {Word[]} hits
 */
function marked(text, hits) {
  let at = 0;
  let markup = "";
  for (const hit of hits) {
    markup += `${escapeHtml(text.slice(at, hit.at))}<mark>${escapeHtml(hit.text)}</mark>`;
    at = hit.at + hit.text.length;
  }
  return markup + escapeHtml(text.slice(at));
}

/**
 * @param {string} text
 * @param {Matches} matches
 */
const hitsOf = (text, matches) => wordsOf(text).filter((word) => matches(word.text));

/**
 * The stretch of a text with most different words of the query, cut at words.
 * @param {string} text
 * @param {Matches} matches
 */
function excerpt(text, matches) {
  const hits = hitsOf(text, matches);
  if (!hits.length) return { hits, markup: "" };
  let best = { value: 0, first: hits[0] };
  hits.forEach((first, i) => {
    const inside = hits.slice(i).filter((hit) => hit.at - first.at < LONGEST - AROUND);
    const value = new Set(inside.map((hit) => stem(hit.text))).size + inside.length / 100;
    if (value > best.value) best = { value, first };
  });
  const cut = Math.max(best.first.at - AROUND, 0);
  const start = cut ? text.indexOf(" ", cut) + 1 : 0;
  const stop = start + LONGEST >= text.length ? text.length : text.lastIndexOf(" ", start + LONGEST);
  const shown = hits
    .filter((hit) => hit.at >= start && hit.at + hit.text.length <= stop)
    .map((hit) => ({ ...hit, at: hit.at - start }));
  const markup = `${start ? "…" : ""}${marked(text.slice(start, stop), shown)}${stop < text.length ? "…" : ""}`;
  return { hits, markup };
}

/**
 * The search, ready to answer: makes the inverted index, which takes a moment.
 * @param {SearchIndex} index
 * @returns {(query: string) => Answer}
 */
function makeSearch(index) {
  const inverted = invert(index);
  const { read, near } = makeReader(index, inverted);
  const rank = makeRanking(index, inverted);

  /**
   * @param {FoundPart} found
   * @param {Reading} reading
   * @param {number} score
   * @returns {Item}
   */
  function item({ part, stems: found }, { tokens, missing }, score) {
    const matches = matcherOf(found, tokens);
    const [page, anchor, head, text, kind] = index.parts[part];
    const { hits, markup } = excerpt(text, matches);
    const words = [...hitsOf(head, matches), ...hits].map((hit) => hit.text.toLowerCase());
    const here = [...new Set(words)].slice(0, MOST_WORDS);
    const title = anchor ? head : index.pages[page][1];
    return {
      location: index.pages[page][0] + (anchor && `#${anchor}`),
      title: (anchor ? KIND_LABEL[kind] : "") + marked(title, hitsOf(title, matches)),
      text: kind || !markup ? "" : `<p>${markup}</p>`, // an exam point and a drawing are told by their titles
      score,
      terms: Object.fromEntries([...here.map((word) => [word, true]), ...missing.map((word) => [word, false])]),
    };
  }

  /**
   * The sections of a page. Material shows those that score as high as the first one and folds the others away;
   * one of them must be the page itself.
   * @param {FoundPage} page
   * @param {Reading} reading
   */
  function group({ page, parts, score }, reading) {
    const best = parts[0].score;
    const shown = parts.slice(0, MOST_PARTS).map((found, i) => {
      const open = i === 0 || (i === 1 && found.score > best * AS_GOOD);
      return item(found, reading, open ? score : (score * found.score) / best / 2);
    });
    if (shown.some(({ location }) => !location.includes("#"))) return shown;
    const [location, name] = index.pages[page];
    const title = marked(name, hitsOf(name, matcherOf(parts[0].stems, reading.tokens)));
    return [...shown, { location, title, text: "", score: score * 0.99, terms: shown[0].terms }];
  }

  return (query) => {
    const reading = read(query);
    const pages = rank(reading);
    const named = reading.concepts.filter(({ term }) => term !== null).sort((a, b) => b.size - a.size)[0];
    const asked = named?.term ?? null;
    return {
      items: pages.slice(0, MOST_PAGES).map((page) => group(page, reading)),
      term: asked !== null && reading.concepts.length <= 2 ? index.terms[asked][0] : null,
      near: pages.length ? [] : near(reading.missing),
    };
  };
}
