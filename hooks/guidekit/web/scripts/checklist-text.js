"use strict";
// The checklist as a reader takes it away: text alone, so that it can be tested without a browser.

/**
 * @param {string[]} head Title and how far the reader is.
 * @param {{name: string, tasks: {done: boolean, text: string}[]}[]} groups
 */
function checklistText(head, groups) {
  const lines = groups.flatMap(({ name, tasks }) => [
    "",
    name.trim(),
    ...tasks.map(({ done, text }) => `${done ? "[x]" : "[ ]"} ${text.trim().replace(/\s+/g, " ")}`),
  ]);
  return `${[...head.map((line) => line.trim()), ...lines].join("\n")}\n`;
}
