"use strict";
// How far apart two spellings are. Joined into every script that forgives slips of the finger.

/**
 * Letters that must change, go, come or change places to get from `a` to `b`; `limit` + 1 if more than `limit`.
 * @param {string} a
 * @param {string} b
 * @param {number} limit
 * @returns {number}
 */
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const changed = last[j - 1] + Number(a[i - 1] !== b[j - 1]);
      let steps = Math.min(row[j - 1] + 1, last[j] + 1, changed);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) steps = Math.min(steps, before[j - 2] + 1);
      row[j] = steps;
      least = Math.min(least, steps);
    }
    if (least > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
