"use strict";
// Which entries of a list a typed text finds: words alone, so that it can be tested without a browser. Needs fold.js and distance.js.

/**
 * An entry as it is searched, from `searchable`: all it says, and its name in a list of terms.
 * @typedef {{text: string, name: string}} Searchable
 */

/**
 * The words of a text, folded. «12 000» is found as 12000, «256 TiB» as 256tib.
 * @param {string} text
 * @returns {string[]}
 */
function foldedWords(text) {
  const joined = text.replace(/(\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, "$1").replace(/(\d)(?=\p{L}{2})/gu, "$1 ");
  return fold(joined).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A text as entries are searched: each word between spaces, «Wi-Fi» as wifi too.
 * @param {string} text
 */
function searchable(text) {
  const compounds = text.match(/\p{L}+(?:-\p{L}+)+/gu) ?? [];
  const joined = compounds.join(" ").replaceAll("-", "");
  const words = foldedWords(`${text} ${joined}`); // a template in a template loses its spaces when it is trimmed
  return ` ${words.join(" ")} `;
}

/**
 * What a word finds: all that begins with it; a plural finds its singular too, «vez» finds «veces», «cifrado»
 * «cifrada».
 * @param {string} word
 */
function forms(word) {
  const found = [` ${word}`];
  if (/[oa]$/.test(word) && word.length > 4) found.push(` ${word.slice(0, -1)}o`, ` ${word.slice(0, -1)}a`);
  if (/[^s]s$/.test(word) && word.length > 3) found.push(` ${word.slice(0, -1)} `);
  if (/[^aeiou]es$/.test(word)) found.push(` ${word.slice(0, -2)} `);
  if (/ces$/.test(word)) found.push(` ${word.slice(0, -3)}z `);
  if (/z$/.test(word)) found.push(` ${word.slice(0, -1)}ces `);
  return found;
}

/**
 * @param {string[]} options
 * @param {string} text
 */
const findsAny = (options, text) => options.some((option) => text.includes(option));

/**
 * Whether an entry answers a query.
 * @param {string} query
 * @param {Searchable[]} entries
 * @param {boolean} byName In a glossary the terms themselves come before definitions that mention them.
 * @returns {(entry: Searchable) => boolean}
 */
function matcher(query, entries, byName) {
  const wanted = foldedWords(query).map((word) => {
    const whole = [` ${word} `]; // two letters are a word of their own, unless no entry has it
    return word.length < 3 && entries.some((entry) => findsAny(whole, entry.text)) ? whole : forms(word);
  });
  const named = (/** @type {Searchable} */ entry) => wanted.every((options) => findsAny(options, entry.name));
  if (wanted.length && byName && entries.some(named)) return named;
  return (entry) => wanted.every((options) => findsAny(options, entry.text));
}

/**
 * Words of the entries that differ in a letter or two from those of a query that find nothing, the closest first.
 * @param {string} query
 * @param {Searchable[]} entries
 * @param {Iterable<string>} texts All that the entries show.
 * @returns {{wrong: string, right: string}[]} The word of the query, folded; the other as it is written.
 */
function nearest(query, entries, texts) {
  /** @type {Map<string, string>} */
  const written = new Map();
  for (const text of texts) {
    for (const word of text.match(/[\p{L}\p{N}]{4,}/gu) ?? []) {
      if (!written.has(fold(word))) written.set(fold(word), word.toLowerCase());
    }
  }
  const lost = foldedWords(query).filter((word) => !entries.some((entry) => findsAny(forms(word), entry.text)));
  return lost.flatMap((wrong) => {
    const limit = wrong.length < 5 ? 1 : 2;
    return [...written]
      .map(([folded, right]) => ({ wrong, right, steps: distance(wrong, folded, limit) }))
      .filter(({ steps }) => steps <= limit)
      .sort((a, b) => a.steps - b.steps)
      .slice(0, 3)
      .map(({ right }) => ({ wrong, right }));
  });
}
