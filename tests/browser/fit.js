// What of the drawings of a page does not fit: labels that leave their box or meet, edges through boxes, texts cut off.
(font) => {
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
      return { x: b.x + m.e, y: b.y + m.f, w: b.width, h: b.height, text: element.textContent.trim().replace(/\s+/g, " ") };
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
}
