// Marks texts that axe need not ask about their colours, as an earlier text of the page looks the same: the values that
// the rules read are equal in it and in all around it. Only what can be seen counts, what axe leaves out stands for nobody.
() => {
  const still = document.head.appendChild(document.createElement("style"));
  still.textContent = "*, *::before, *::after { transition: none !important }"; // a colour on its way is no colour
  const VALUES = [
    "color", "background-color", "background-image", "opacity", "filter", "mix-blend-mode", "text-shadow", "position",
    "float", "overflow", "font-size", "font-weight", "font-style", "font-family", "text-decoration-line", "border-bottom",
  ];
  const numbers = new Map(), looks = new Map(), scrollers = new Map();
  const number = (look) => numbers.get(look) ?? numbers.set(look, numbers.size).get(look);
  const remembered = (memory, element, ask) => memory.get(element) ?? memory.set(element, ask(element)).get(element);
  const look = (element) => element && remembered(looks, element, () => {
    const style = getComputedStyle(element);
    const values = VALUES.map((name) => style.getPropertyValue(name));
    const off = element.matches(":disabled, [aria-disabled=true]");
    return number([look(element.parentElement), element.localName, off, ...values].join("|"));
  });
  // The nearest element around it that cuts off what does not fit, as a box.
  const frame = (element) => remembered(scrollers, element, () => {
    const around = element.parentElement;
    if (!around || around === document.body) return { left: 0, top: -Infinity, right: innerWidth, bottom: Infinity };
    return getComputedStyle(around).overflow === "visible" ? frame(around) : around.getBoundingClientRect();
  });
  const seen = (element) => {
    const box = element.getBoundingClientRect(), cut = frame(element);
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width * box.height > 1 &&
      box.left >= cut.left && box.right <= cut.right && box.top >= cut.top && box.bottom <= cut.bottom;
  };
  const inText = (link) => {
    const block = link.closest("p, li, dd, dt, td, th, div, section, article");
    const letters = (node) => node.textContent.replace(/\s/g, "").length;
    return letters(block) > [...block.querySelectorAll("a")].reduce((sum, each) => sum + letters(each), 0);
  };
  const asked = new Set();
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = own.map((node) => node.data).join("");
    if (!text.trim() || !seen(element)) continue;
    const link = element.closest("a");
    const whole = [look(element), /[\p{L}\p{N}]{2}/u.test(text), link && inText(link)].join("|"); // a sign is no text
    if (asked.has(whole)) element.dataset.repeats = "";
    asked.add(whole);
  }
}
