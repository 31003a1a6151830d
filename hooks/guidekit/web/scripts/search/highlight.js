"use strict";
// Where a result led: mark its words, accents or not. Needs common.js and fold.js.

function highlightWords() {
  const asked = new URLSearchParams(location.search).get("h") ?? "";
  const wanted = asked.split(" ").filter(Boolean).map(fold);
  const content = document.querySelector(".md-content article");
  if (!wanted.length || !content) return;
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest("svg, script, style, .headerlink")
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  for (const node of texts) {
    const hits = [...node.data.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => wanted.includes(fold(word)));
    for (const { 0: word, index } of hits.reverse()) {
      const mark = guia.make("mark", { textContent: word });
      mark.dataset.mdHighlight = "";
      node.splitText(index + word.length);
      node.splitText(index).replaceWith(mark);
    }
  }
}
