// Runs inside the drawing page: draws a diagram with Mermaid, keeps of it what a reader needs, and tells
// which parts Mermaid's own parser found, so that tests and text descriptions need no second parser.

const SMALLEST_SCALE = 0.74; // of 15 px text: never under 11 px, a wide drawing scrolls on a phone
const ROOM = 0.6; // px a letter
const FRAMES = { loop: "bucle", alt: "según", opt: "opcional", par: "a la vez", critical: "crítico", break: "corte" };
const MASK = 0xe000; // private characters: Mermaid does not read them, and wraps each as one letter
const KEPT_CLASSES = new Set(
  ("node app db storage cache cache-alt network service external result cluster region az group cluster-label edgeLabel " +
    "flowchart-link edge-pattern-dotted marker actor actor-line messageText messageLine0 messageLine1 note noteText " +
    "labelBox labelText loopText loopLine sectionTitle sequenceNumber ground number activation0 activation1 activation2").split(" "),
);

const round = (text) => text.replace(/-?\d+\.\d+(e-?\d+)?/g, (n) => String(Number(Number(n).toFixed(1))));
const each = (root, selector, job) => root.querySelectorAll(selector).forEach(job);

// Mermaid half decodes `#quot;` and `&lt;` and loses some of `<` and `>`, each kind of label in its own way: it gets
// one letter of no meaning for each.
function mask(source) {
  const masked = (letter) => (letter < "\x80" ? String.fromCharCode(MASK + letter.charCodeAt()) : letter);
  const entity = (all, name) => {
    const decoder = document.createElement("textarea");
    decoder.innerHTML = `&${/^\d/.test(name) ? "#" : ""}${name};`;
    if (!decoder.value.endsWith(";") || decoder.value.length === 1) return masked(decoder.value);
    if (all.startsWith("&")) return all;
    throw new Error(`no character is called '${all}'`);
  };
  const labels = /^\s*sequenceDiagram/m.test(source)
    ? /(:|\b(as|alt|else|loop|opt|par|and|critical|option|break)\s).*/g
    : /"[^"\n]*"/g;
  const hidden = (text) => text.replace(/<br\s*\/?>|[<>&]/gi, (sign) => (sign.length > 1 ? sign : masked(sign)));
  return source.replace(/[#&]#?(\w+);/g, entity)
    .replace(/\bacc(Title|Descr)\s*(:.*|\{[^}]*\})/g, hidden)
    .replace(labels, hidden);
}

const unmask = (text) => text.replace(/[\ue000-\ue07f]/g, (letter) => String.fromCharCode(letter.charCodeAt() - MASK));

function unmaskTexts(svg) {
  const texts = document.createNodeIterator(svg, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode()); ) text.data = unmask(text.data);
}

// Mermaid centres the title of a group, just where arrows enter it: the corner is free.
function titlesToCorner(svg) {
  each(svg, ".cluster", (cluster) => {
    const label = cluster.querySelector(".cluster-label");
    const [, , y] = label.getAttribute("transform").match(/translate\(([^,]+),\s*([^)]+)\)/);
    const rect = cluster.querySelector("rect");
    label.setAttribute("transform", `translate(${Number(rect.getAttribute("x")) + 12}, ${y})`);
    rect.setAttribute("rx", 6); // not in the style sheet: only browsers know it there
  });
}

function make(svg, name, attributes) {
  const element = document.createElementNS(svg.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

// A message crosses the lifelines of others: a ground in the colour of the page keeps its text readable.
function groundsBehindMessages(svg) {
  each(svg, ".messageText, .loopText, .sectionTitle", (text) => {
    const { x, y, width, height } = text.getBBox();
    if (width) text.before(make(svg, "rect", { x: x - 3, y, width: width + 6, height, class: "ground" }));
  });
}

// The number of a message sits on a marker of a line without length, which not every reader draws.
function markersToCircles(svg) {
  each(svg, "line[marker-start][stroke-width='0']", (line) => {
    line.replaceWith(make(svg, "circle", { cx: line.getAttribute("x1"), cy: line.getAttribute("y1"), r: 12, class: "number" }));
  });
}

// A pill comes as hundreds of tiny curves; it is a rectangle with round ends.
function pillsToRectangles(svg) {
  each(svg, ".node", (node) => {
    const shape = node.firstElementChild;
    const paths = shape.matches("path") ? [shape] : [...shape.querySelectorAll("path")];
    if (shape.matches(".label") || !paths.some((path) => path.getAttribute("d").length > 1500)) return;
    const { x, y, width, height } = shape.getBBox();
    shape.replaceWith(make(svg, "rect", { x, y, width, height, rx: height / 2, transform: shape.getAttribute("transform") ?? "" }));
  });
}

// Words come as one tspan each; a reader's search and a screen reader want the line whole.
function joinWords(svg) {
  each(svg, "tspan.row", (row) => {
    const bold = [...row.children].some((word) => word.getAttribute("font-weight") === "bold");
    if (!bold) row.textContent = row.textContent.replace(/\s+/g, " ").trim();
  });
}

function removeUnused(svg) {
  for (const element of svg.querySelectorAll("marker, filter, linearGradient, symbol")) {
    if (!svg.outerHTML.includes(`#${element.id})`) && !svg.outerHTML.includes(`"#${element.id}"`)) element.remove();
  }
  each(svg, "style, .edge-thickness-invisible", (element) => element.remove());
  for (let empty; (empty = [...svg.querySelectorAll("defs, g, rect:not([width])")].filter((e) => !e.children.length)).length; ) {
    empty.forEach((element) => element.remove());
  }
  const comments = document.createNodeIterator(svg, NodeFilter.SHOW_COMMENT);
  for (let node; (node = comments.nextNode()); ) node.remove();
}

function tidyAttributes(svg, anchor) {
  const referenced = new Map();
  const refer = (id) => referenced.get(id) ?? referenced.set(id, `${anchor}-${referenced.size}`).get(id);
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    for (const { name, value } of [...element.attributes]) {
      if (name === "aria-labelledby" || name === "aria-describedby") element.setAttribute(name, refer(value));
      else if (value.startsWith("url(#")) element.setAttribute(name, `url(#${refer(value.slice(5, -1))})`);
      else if (name === "class") {
        const kept = [...new Set(value.split(" "))].filter((word) => KEPT_CLASSES.has(word)).join(" ");
        element.setAttribute("class", kept);
        if (!kept) element.removeAttribute("class");
      } else if (name.startsWith("data-") || ["style", "name", ""].includes(name) || !value) element.removeAttribute(name);
      else if (name !== "id") element.setAttribute(name, round(value));
    }
  }
  each(svg, "[id]", (element) => {
    if (referenced.has(element.id)) element.id = referenced.get(element.id);
    else element.removeAttribute("id");
  });
  each(svg, "tspan", (span) => ["font-style", "font-weight"].forEach((name) => {
    if (span.getAttribute(name) === "normal") span.removeAttribute(name);
  }));
}

// Mermaid's own style sheet goes; of ours the rules that match something stay, bound to this drawing.
function ownStyle(svg, anchor, css) {
  const style = document.createElementNS(svg.namespaceURI, "style");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  style.textContent = [...sheet.cssRules].map((rule) => {
    const selectors = rule.selectorText.split(",").map((selector) => selector.trim()).filter((s) => svg.querySelector(s));
    const body = rule.style.cssText.replace(/([:;,]) /g, "$1").replace(/;$/, "");
    return selectors.length ? `${selectors.map((s) => `#${anchor} ${s}`).join(",")}{${body}}` : "";
  }).join("");
  svg.querySelector("desc").after(style);
}

async function draw({ id, anchor, source, config, css }) {
  // Laid out a little wider than it is shown: another reader's font may be wider than ours and still fit.
  mermaid.initialize({ ...config, themeCSS: `${css} text { letter-spacing: ${ROOM}px; }` });
  const text = mask(source);
  const { svg: markup } = await mermaid.render(`dg-${id}`, text);
  const host = document.createElement("div");
  host.innerHTML = markup;
  document.body.replaceChildren(host);
  const svg = host.querySelector("svg");
  titlesToCorner(svg);
  pillsToRectangles(svg);
  joinWords(svg);
  unmaskTexts(svg);
  groundsBehindMessages(svg);
  markersToCircles(svg);
  each(svg, ".labelText", (label) => (label.textContent = FRAMES[label.textContent.trim()] ?? label.textContent));
  const numbered = svg.querySelector(".sequenceNumber") ? 14 : 0; // room for the circle of the last message
  const [x, y, width, bare] = svg.getAttribute("viewBox").split(" ").map(Number);
  const height = bare + numbered;
  each(svg, ".actor-line", (line) => line.setAttribute("y2", y + height)); // Mermaid's end at 2000
  removeUnused(svg);
  tidyAttributes(svg, anchor);
  svg.removeAttribute("aria-roledescription");
  const attributes = {
    id: anchor, role: "img", viewBox: [x, y, width, height].map((n) => round(String(n))).join(" "),
    width: Math.ceil(width), height: Math.ceil(height), style: `min-width:${Math.ceil(width * SMALLEST_SCALE)}px`,
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  ownStyle(svg, anchor, css);
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return { svg: new XMLSerializer().serializeToString(svg), parts: parts(type, db) };
}

const words = (label) => {
  const escaped = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' }; // by Mermaid: the author's own are masked
  const line = (label ?? "").replace(/<br\s*\/?>/gi, " ").replace(/\s+/g, " ").trim();
  return unmask(line.replace(/&(amp|lt|gt|quot);/g, (entity) => escaped[entity]));
};
const arrow = ({ stroke, type }) =>
  stroke === "dotted" ? "dotted" : type.startsWith("double_") ? "both" : type === "arrow_open" ? "line" : "directed";

const parts = (type, db) => (type === "sequence" ? sequence(db) : flowchart(db));

function flowchart(db) {
  const groups = db.getSubGraphs();
  const part = (id, label, classes) => ({
    id, label: words(label), class: classes.join(" "), group: groups.find((group) => group.nodes.includes(id))?.id ?? null,
  });
  const nodes = [...db.getVertices().values()].filter((node) => !groups.some((group) => group.id === node.id));
  return {
    type: "flowchart",
    nodes: nodes.map((node) => part(node.id, node.text, node.classes)),
    groups: groups.map((group) => part(group.id, group.title, group.classes)),
    edges: db.getEdges().filter((edge) => edge.stroke !== "invisible")
      .map((edge) => ({ from: edge.start, to: edge.end, label: words(edge.text), arrow: arrow(edge) })),
  };
}

// A frame is told by steps of its own: where it begins, where its next part does, where it ends.
function sequence(db) {
  const names = Object.fromEntries(Object.entries(db.LINETYPE).map(([name, number]) => [number, name.toLowerCase()]));
  const step = ({ from, to, placement, type, message }) => {
    const text = message?.text ?? message;
    if (typeof text !== "string") return []; // autonumber
    const label = words(text);
    if (placement !== undefined) return [{ over: [...new Set([from, to])], label }];
    if (from && to) return [{ from, to, label }];
    const [, frame, place] = names[type].match(/^(alt|loop|opt|par|critical|break)_(?:over_)?(\w+)$/) ?? [];
    return frame ? [{ frame, place: { start: "start", end: "end" }[place] ?? "next", label }] : [];
  };
  return {
    type: "sequence",
    nodes: [...db.getActors().values()].map((actor) => ({ id: actor.name, label: words(actor.description) })),
    steps: db.getMessages().flatMap(step),
  };
}
