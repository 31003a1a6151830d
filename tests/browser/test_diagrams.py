"""Every drawing measured in the browser: what fits where, what can be read, in both schemes and two fonts."""

import pytest
from support import ROOT

PAGES = sorted(
    f"{f.stem}/"
    for f in (ROOT / "docs").glob("[!_]*.md")
    if "```mermaid" in f.read_text("utf-8") and f.stem != "index"
)
PAGES = ["", *PAGES]

MEASURE = """(font) => {
  if (font) {
    const style = document.createElement("style");
    style.textContent = `.diagrama > svg text { font-family: "${font}" !important; }`;
    document.head.append(style);
  }
  const NEAR = 2.5, INSIDE = 1;
  const troubles = [];
  for (const svg of document.querySelectorAll(".diagrama > svg")) {
    const name = svg.parentElement.id;
    const say = (what) => troubles.push(`${name}: ${what}`);
    const box = (element) => {
      const b = element.getBBox(), m = svg.getScreenCTM().inverse().multiply(element.getScreenCTM());
      return { x: b.x + m.e, y: b.y + m.f, w: b.width, h: b.height, text: element.textContent.trim().replace(/\\s+/g, " ") };
    };
    const shape = (node) => box([...node.children].find((child) => !child.matches("g.label") && child.getBBox().width > 0));
    const nodes = [...svg.querySelectorAll(".node")].map((node) => ({ ...shape(node), label: box(node.querySelector("text")) }));
    const rooms = [...svg.querySelectorAll("rect.actor, rect.note")].map(box);
    const within = (a, b, by) => a.x >= b.x - by && a.y >= b.y - by && a.x + a.w <= b.x + b.w + by && a.y + a.h <= b.y + b.h + by;
    const meet = (a, b) => a.x + a.w > b.x + 1 && b.x + b.w > a.x + 1 && a.y + a.h > b.y + 1 && b.y + b.h > a.y + 1;
    for (const node of nodes) if (!within(node.label, node, INSIDE)) say(`«${node.label.text}» leaves its node`);
    for (const text of svg.querySelectorAll("text.actor, .noteText")) {
      const label = box(text);
      const room = rooms.find((r) => label.x + label.w / 2 >= r.x && label.x + label.w / 2 <= r.x + r.w && label.y + label.h / 2 >= r.y && label.y + label.h / 2 <= r.y + r.h);
      const all = [...svg.querySelectorAll(text.matches(".noteText") ? ".noteText" : "text.actor")].map(box);
      if (!room) say(`«${label.text}» stands in no box`);
      else if (label.x < room.x - INSIDE || label.x + label.w > room.x + room.w + INSIDE) say(`«${label.text}» leaves its box`);
    }
    const labels = [...svg.querySelectorAll(".edgeLabel text, .messageText")].map(box).filter((label) => label.text);
    const titles = [...svg.querySelectorAll(".cluster-label text")].map(box);
    labels.forEach((label, i) => {
      for (const other of [...labels.slice(i + 1), ...nodes, ...titles]) {
        if (meet(label, other)) say(`label «${label.text}» meets «${other.text || other.label?.text}»`);
      }
    });
    for (const title of titles) for (const node of nodes) if (meet(title, node)) say(`title «${title.text}» meets «${node.label.text}»`);
    for (const edge of svg.querySelectorAll(".flowchart-link")) {
      const length = edge.getTotalLength();
      const m = svg.getScreenCTM().inverse().multiply(edge.getScreenCTM());
      const at = (d) => { const p = edge.getPointAtLength(d); return { x: p.x + m.e, y: p.y + m.f }; };
      const touches = (p, b, by) => p.x > b.x - by && p.x < b.x + b.w + by && p.y > b.y - by && p.y < b.y + b.h + by;
      const ends = [at(0), at(length)];
      for (const node of nodes) {
        if (ends.some((end) => touches(end, node, 12))) continue;
        for (let d = 0; d <= length; d += 4) {
          if (touches(at(d), node, -NEAR)) { say(`an edge runs through «${node.label.text}»`); break; }
        }
      }
      for (const title of titles) {
        for (let d = 0; d <= length; d += 3) {
          if (touches(at(d), title, -1)) { say(`an edge crosses the title «${title.text}»`); break; }
        }
      }
    }
    const page = svg.viewBox.baseVal;
    for (const text of svg.querySelectorAll("text")) {
      const b = box(text);
      if (text.matches(".sequenceNumber") && b.y + b.h / 2 + 11 > page.y + page.height) say(`the circle of ${b.text} is cut off`);
      if (b.text && (b.x < page.x - 1 || b.x + b.w > page.x + page.width + 1 || b.y < page.y - 1 || b.y + b.h > page.y + page.height + 1)) say(`«${b.text}» is cut off`);
    }
  }
  return troubles;
}"""

CONTRAST = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = (c) => c.slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => { const [x, y] = [light(rgb(a)), light(rgb(b))].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
  const page = getComputedStyle(document.body).backgroundColor;
  const weak = new Set();
  const look = (what, a, b, least) => { if (ratio(a, b) < least) weak.add(`${what}: ${ratio(a, b).toFixed(2)} < ${least}`); };
  for (const svg of document.querySelectorAll(".diagrama > svg")) {
    for (const node of svg.querySelectorAll(".node")) {
      const style = getComputedStyle([...node.children].find((c) => !c.matches("g.label")).matches("g")
        ? node.querySelector("path, polygon, rect") : node.querySelector("rect, path, polygon"));
      look(`text in ${node.className.baseVal}`, getComputedStyle(node.querySelector("text")).fill, style.fill, 4.5);
      look(`border of ${node.className.baseVal}`, style.stroke, page, 3);
    }
    for (const edge of svg.querySelectorAll(".flowchart-link, .messageLine0, .messageLine1")) look("line", getComputedStyle(edge).stroke, page, 3);
    for (const text of svg.querySelectorAll(".edgeLabel text, .messageText, .cluster-label text, .loopText")) look("label", getComputedStyle(text).fill, page, 4.5);
    for (const note of svg.querySelectorAll(".note, rect.actor")) look("box", getComputedStyle(note).stroke, page, 3);
    for (const number of svg.querySelectorAll(".sequenceNumber")) {
      look("number", getComputedStyle(number).fill, getComputedStyle(svg.querySelector("marker circle")).fill, 4.5);
    }
  }
  return [...weak];
}"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("font", ["", "DejaVu Sans"])
def test_nothing_meets_leaves_its_box_or_is_cut_off(visit, path, font):
    troubles = visit(path).evaluate(MEASURE, font)
    assert not troubles, "\n".join(troubles)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_told_from_its_ground(visit, path, scheme):
    weak = visit(path, scheme=scheme).evaluate(CONTRAST)
    assert not weak, "\n".join(weak)
