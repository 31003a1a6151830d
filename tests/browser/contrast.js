// What of the drawings of a page can hardly be told from its ground, by the ratios of WCAG.
() => {
  const rgb = (text) => text.match(/[\d.]+/g).map(Number);
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
      look("number", getComputedStyle(number).fill, getComputedStyle(svg.querySelector(".number")).fill, 4.5);
    }
  }
  return [...weak];
}
