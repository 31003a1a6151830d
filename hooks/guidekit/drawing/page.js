// Runs inside the drawing page. Two functions: one draws a diagram and cleans the result, the other
// tells which parts Mermaid's own parser found, so that tests and text descriptions need no second parser.

const PRECISION = 1;
const SMALLEST_SCALE = 0.74;
const NUMBER = /-?\d+\.\d+(e-?\d+)?/g;
const round = (text) => text.replace(NUMBER, (n) => String(Number(Number(n).toFixed(PRECISION))));

// Rules that match nothing here are most of Mermaid's style sheet.
function keepUsedRules(svg) {
  const style = svg.querySelector("style");
  const kept = [];
  for (const rule of style.sheet.cssRules) {
    if (!(rule instanceof CSSStyleRule)) continue;
    const used = rule.selectorText.split(",").filter((selector) => document.querySelector(selector));
    if (used.length && rule.style.length) kept.push(`${used.join(",").trim()}{${rule.style.cssText}}`);
  }
  style.textContent = kept.join("");
}

function removeUnused(svg) {
  const text = svg.outerHTML;
  for (const element of svg.querySelectorAll("marker, filter, linearGradient")) {
    if (!text.includes(`url(#${element.id})`)) element.remove();
  }
  for (const element of svg.querySelectorAll("defs, g, rect")) {
    if (element.matches("rect") && !element.hasAttribute("width")) element.remove();
    else if (!element.matches("rect") && !element.children.length && !element.id) element.remove();
  }
  const walker = document.createNodeIterator(svg, NodeFilter.SHOW_COMMENT);
  for (let node; (node = walker.nextNode()); ) node.remove();
}

function tidyAttributes(svg) {
  for (const element of svg.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith("data-") || !value) element.removeAttribute(name);
      else if (name !== "id" && name !== "class" && element.localName !== "style") {
        element.setAttribute(name, round(value));
      }
    }
    if (element.matches("tspan.text-inner-tspan")) element.removeAttribute("class");
    if (element.matches("tspan[font-style=normal]")) element.removeAttribute("font-style");
    if (element.matches("tspan[font-weight=normal]")) element.removeAttribute("font-weight");
  }
}

// Words come as one tspan each; a reader's search and a screen reader want the line whole.
function joinWords(svg) {
  for (const row of svg.querySelectorAll("tspan.row")) {
    const words = [...row.children];
    if (words.length && words.every((word) => !word.children.length && !word.hasAttribute("font-weight"))) {
      row.textContent = row.textContent.replace(/\s+/g, " ").trim();
    }
  }
}

// Mermaid centres the title of a group, just where arrows enter it: the corner is free.
function titlesToCorner(svg) {
  for (const cluster of svg.querySelectorAll(".cluster")) {
    const box = cluster.querySelector("rect");
    const label = cluster.querySelector(".cluster-label");
    const [, , y] = label.getAttribute("transform").match(/translate\(([^,]+),\s*([^)]+)\)/);
    label.setAttribute("transform", `translate(${Number(box.getAttribute("x")) + 12}, ${y})`);
  }
}

// The words Mermaid writes into frames of a sequence, in the reader's language.
const FRAMES = { loop: "bucle", alt: "según", opt: "opcional", par: "a la vez", critical: "crítico", break: "corte" };
function translateFrames(svg) {
  for (const label of svg.querySelectorAll(".labelText")) {
    label.textContent = FRAMES[label.textContent.trim()] ?? label.textContent;
  }
}

async function draw({ id, source, config, css }) {
  const anchor = `dg-${id}`;
  mermaid.initialize({ ...config, themeCSS: css });
  const { svg: markup } = await mermaid.render(anchor, source);
  const host = document.createElement("div");
  host.innerHTML = markup;
  document.body.replaceChildren(host);
  const svg = host.querySelector("svg");
  titlesToCorner(svg);
  translateFrames(svg);
  keepUsedRules(svg);
  removeUnused(svg);
  tidyAttributes(svg);
  joinWords(svg);
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  svg.setAttribute("viewBox", round(svg.getAttribute("viewBox")));
  svg.setAttribute("role", "img");
  svg.removeAttribute("aria-roledescription");
  svg.setAttribute("width", Math.ceil(width));
  svg.setAttribute("height", Math.ceil(height));
  // 15 px text never falls below 11 px: on a phone a wide drawing scrolls instead of shrinking further.
  svg.setAttribute("style", `min-width:${Math.ceil(width * SMALLEST_SCALE)}px`);
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(source);
  return { svg: new XMLSerializer().serializeToString(svg), parts: parts(type, db) };
}

const words = (label) => (label ?? "").replace(/<br\s*\/?>/gi, " ").replace(/\s+/g, " ").trim();

function parts(type, db) {
  if (type.startsWith("flowchart")) {
    const groups = db.getSubGraphs();
    const parent = (id) => groups.find((group) => group.nodes.includes(id))?.id ?? null;
    return {
      type: "flowchart",
      nodes: [...db.getVertices().values()]
        .filter((node) => !groups.some((group) => group.id === node.id))
        .map((node) => ({ id: node.id, label: words(node.text), class: node.classes.join(" "), group: parent(node.id) })),
      groups: groups.map((g) => ({ id: g.id, label: words(g.title), class: g.classes.join(" "), group: parent(g.id) })),
      edges: db.getEdges().filter((edge) => edge.stroke !== "invisible").map((edge) => ({
        from: edge.start,
        to: edge.end,
        label: words(edge.text),
        arrow: edge.stroke === "dotted" ? "dotted"
          : edge.type.startsWith("double_") ? "both"
          : edge.type === "arrow_open" ? "line" : "directed",
      })),
    };
  }
  if (type === "sequence") {
    const said = db.getMessages().filter((message) => message.from && message.to);
    const text = ({ message }) => words(message?.text ?? message);
    return {
      type: "sequence",
      nodes: [...db.getActors().values()].map((actor) => ({ id: actor.name, label: words(actor.description) })),
      edges: said.filter((message) => message.placement === undefined)
        .map((message) => ({ from: message.from, to: message.to, label: text(message) })),
      notes: said.filter((message) => message.placement !== undefined)
        .map((note) => ({ over: [...new Set([note.from, note.to])], text: text(note) })),
    };
  }
  throw new Error(`diagram type '${type}' is not supported; use flowchart or sequenceDiagram`);
}
