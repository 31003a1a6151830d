"use strict";
// What stands between Material's count of results and its list: a definition, or help where nothing was found.
// The last part of what every page runs before Material's bundle. Needs common.js, stand-in.js, highlight.js.

const searchMeta = () => guia.need("[data-md-component=search-result] > :first-child", HTMLElement);
const searchInput = () => guia.need("[data-md-component=search-query]", HTMLInputElement);

/** @param {string} text */
function searchStatus(text) {
  searchMeta().textContent = text;
}

/**
 * A link that the arrows reach, as they do the results.
 * @param {string} text
 * @param {string} href
 */
function besideLink(text, href) {
  const link = guia.make("a", { href, tabIndex: -1 });
  // Enter in the box goes to the best result, never here: Material then clicks on links itself.
  link.addEventListener("click", (event) => {
    if (!event.isTrusted && document.activeElement === searchInput()) event.preventDefault();
  });
  const inner = guia.make("span", { textContent: text });
  inner.dataset.mdScore = "-1"; // Material reads it of every link when Enter is pressed
  link.append(inner);
  return link;
}

/**
 * @param {FullAnswer | null} answer
 * @param {string} query
 */
function showBeside(answer, query) {
  document.querySelector(".buscar-caja")?.remove();
  const { glossary, points } = guia.pages;
  const box = guia.make("div", { className: "buscar-caja md-typeset" });
  if (answer?.definition) {
    const [label, text] = answer.definition;
    box.append(guia.make("strong", { textContent: label }), guia.make("p", { textContent: text }));
    if (glossary) box.append(besideLink("Ver en el glosario", guia.address(`${glossary}#${answer.term}`)));
  } else if (answer && !answer.items.length) {
    for (const word of answer.near) {
      const link = besideLink(`Buscar «${word}»`, guia.address(`?q=${word}`));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        event.stopPropagation();
        askSearch(word);
      });
      box.append(link);
    }
    if (points) {
      const address = guia.address(`${points}?q=${encodeURIComponent(query)}`);
      box.append(besideLink(`Buscar «${query}» en el índice de examen`, address));
    }
  }
  if (box.childElementCount) searchMeta().after(box);
}

/**
 * Type a query for the reader.
 * @param {string} query
 */
function askSearch(query) {
  const input = searchInput();
  input.value = query;
  input.focus();
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}

standIn();
highlightWords();
// The cross empties the results too.
document.querySelector(".md-search__form")?.addEventListener("reset", () => setTimeout(() => askSearch("")));
