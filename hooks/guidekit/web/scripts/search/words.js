"use strict";
// Words as the search compares them: Snowball's Spanish stem first, then without accents. Needs fold.js.
// Runs in the worker and, from file://, in the page.

/** @typedef {{text: string, at: number}} Word A word and where it stands in its text. */

/** The frame the stemmer was published in, and nothing else of it: Material's files put `es` there. */
const lunr = {
  Pipeline: { registerFunction() {} },
  trimmerSupport: { generateTrimmer() {} },
  generateStopWordFilter() {},
  /** @type {{stemmer(word: string): string} | undefined} */
  es: undefined,
};
Object.assign(globalThis, { lunr });

/** @type {Map<string, string>} */
const stems = new Map();

/**
 * What words of one meaning have in common. «endpoints» is no Spanish plural; a code such as h2o or a number is
 * compared as it stands.
 * @param {string} word
 * @returns {string}
 */
function stem(word) {
  let found = stems.get(word);
  if (found === undefined) {
    const plain = word.toLowerCase().replace(/([bcdfghjklmnpqrtvwxyz])s$/u, "$1");
    const whole = /\p{N}/u.test(plain) || plain.length < 4;
    found = fold(whole || !lunr.es ? plain : lunr.es.stemmer(plain));
    stems.set(word, found);
  }
  return found;
}

/**
 * The words of a text, in order.
 * @param {string} text
 * @returns {Word[]}
 */
function wordsOf(text) {
  return [...text.normalize("NFC").matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ text: match[0], at: match.index }));
}

/**
 * How many slips of the finger a word may have: one from 5 letters, two from 9, none in what holds a digit.
 * @param {string} word
 */
function slips(word) {
  if (/\p{N}/u.test(word) || word.length < 5) return 0;
  return word.length < 9 ? 1 : 2;
}

/** Words that carry no subject, folded: they do not narrow a question. */
const STOP = new Set(
  `a al algo alguna algun ante aqui asi aun aunque bajo cada como con contra cual cuales cuando cuanta cuantas cuanto cuantos
  cuesta de debe debo deben del desde donde dos el ella ellos en entre era es esa ese eso esta estan estar este esto estoy existe fue ha hace hacen
  hacer hacia hago han hasta hay he la las le les lo los mas me mi mis mucho muchas muchos muy necesito ni no nos o os otra otro para pasa pasar pero
  poder podria por porque puede pueden puedo pues que quiero sabe saber se sea segun ser si sirve sobre solo son su sus tambien tan te tengo
  tiene tienen toda todas todo todos tras tu tus un una unas uno unos usar uso va vale van vez y ya yo the of is an how to what in on for and or not can do does should be are was with from by at as it its that this
  which when want wants you your`.split(/\s+/),
);

/**
 * Whether a word says nothing: «te» does not, TE is a subject.
 * @param {string} word
 */
function empty(word) {
  return STOP.has(fold(word)) && (word.length === 1 || word !== word.toUpperCase());
}

/**
 * The words of a text that say something.
 * @param {string} text
 */
function fullWords(text) {
  return wordsOf(text)
    .filter((word) => !empty(word.text))
    .map((word) => word.text);
}
