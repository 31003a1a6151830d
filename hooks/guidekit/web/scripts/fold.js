"use strict";
// Words as readers type them. Joined into every script that compares words, on pages and in the worker.

/**
 * Lower case without accents; ñ stays a letter of its own.
 * @param {string} text
 * @returns {string}
 */
function fold(text) {
  const kept = text.toLowerCase().replaceAll("ñ", "\0");
  return kept.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("\0", "ñ");
}
