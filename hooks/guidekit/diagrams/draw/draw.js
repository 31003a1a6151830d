// Runs inside the drawing page: draws a diagram with Mermaid, keeps of it what a reader needs, and tells
// which parts Mermaid's own parser found, so that tests and text descriptions need no second parser.

const SMALLEST_SCALE = 0.74; // of 15 px text: never under 11 px, a wide drawing scrolls on a phone
const ROOM = 0.6; // px a letter
const FRAMES = { loop: "bucle", alt: "según", opt: "opcional", par: "a la vez", critical: "crítico", break: "corte" };
const KEPT_CLASSES = new Set(
  ("node app db storage cache network service external result cluster region az group cluster-label edgeLabel " +
    "flowchart-link edge-pattern-dotted marker actor actor-line messageText messageLine0 messageLine1 note noteText " +
    "labelBox labelText loopText loopLine sectionTitle sequenceNumber").split(" "),
);

const round = (text) => text.replace(/-?\d+\.\d+(e-?\d+)?/g, (n) => String(Number(Number(n).toFixed(1))));
const each = (root, selector, job) => root.querySelectorAll(selector).forEach(job);

// Mermaid centres the title of a group, just where arrows enter it: the corner is free.
function titlesToCorner(svg) {
  each(svg, ".cluster", (cluster) => {
    const label = cluster.querySelector(".cluster-label");
    const [, , y] = label.getAttribute("transform").match(/translate\(([^,]+),\s*([^)]+)\)/);
    label.setAttribute("transform", `translate(${Number(cluster.querySelector("rect").getAttribute("x")) + 12}, ${y})`);
  });
}

// A pill comes as hundreds of tiny curves; it is a rectangle with round ends.
function pillsToRectangles(svg) {
  each(svg, ".node", (node) => {
    const shape = node.firstElementChild;
    const paths = shape.matches("path") ? [shape] : [...shape.querySelectorAll("path")];
    if (shape.matches(".label") || !paths.some((path) => path.getAttribute("d").length > 1500)) return;
    const { x, y, width, height } = shape.getBBox();
    const rect = document.createElementNS(svg.namespaceURI, "rect");
    const attributes = { x, y, width, height, rx: height / 2, transform: shape.getAttribute("transform") ?? "" };
    for (const [name, value] of Object.entries(attributes)) rect.setAttribute(name, value);
    shape.replaceWith(rect);
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
  const { svg: markup } = await mermaid.render(`dg-${id}`, source);
  const host = document.createElement("div");
  host.innerHTML = markup;
  document.body.replaceChildren(host);
  const svg = host.querySelector("svg");
  titlesToCorner(svg);
  pillsToRectangles(svg);
  joinWords(svg);
  each(svg, ".labelText", (label) => (label.textContent = FRAMES[label.textContent.trim()] ?? label.textContent));
  const numbered = svg.querySelector(".sequenceNumber") ? 14 : 0; // room for the circle of the last message
  const [x, y, width, bare] = svg.getAttribute("viewBox").split(" ").map(Number);
  const height = bare + numbered;
  removeUnused(svg);
  tidyAttributes(svg, anchor);
  svg.removeAttribute("aria-roledescription");
  const attributes = {
    id: anchor, role: "img", viewBox: [x, y, width, height].map((n) => round(String(n))).join(" "),
    width: Math.ceil(width), height: Math.ceil(height), style: `min-width:${Math.ceil(width * SMALLEST_SCALE)}px`,
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  ownStyle(svg, anchor, css);
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(source);
  return { svg: new XMLSerializer().serializeToString(svg), parts: parts(type, db) };
}

const words = (label) => (label ?? "").replace(/<br\s*\/?>/gi, " ").replace(/\s+/g, " ").trim();
const arrow = ({ stroke, type }) =>
  stroke === "dotted" ? "dotted" : type.startsWith("double_") ? "both" : type === "arrow_open" ? "line" : "directed";

function parts(type, db) {
  if (type.startsWith("flowchart")) {
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
  if (type === "sequence") {
    const said = db.getMessages().filter((message) => message.from && message.to);
    const text = ({ message }) => words(message?.text ?? message);
    return {
      type: "sequence",
      nodes: [...db.getActors().values()].map((actor) => ({ id: actor.name, label: words(actor.description) })),
      steps: said.map((step) => step.placement === undefined
        ? { from: step.from, to: step.to, label: text(step) }
        : { over: [...new Set([step.from, step.to])], label: text(step) }),
    };
  }
  throw new Error(`diagram type '${type}' is not supported; use flowchart or sequenceDiagram`);
}
