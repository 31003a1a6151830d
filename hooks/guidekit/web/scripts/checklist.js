// The checklist: ticks stay in this browser. Without us the boxes still tick, they are only not kept.
(() => {
  const bar = document.querySelector("[data-avance]");
  if (!bar) return;
  const boxes = [...document.querySelectorAll("[data-marca]")];
  const KEY = `lista:${new URL("../", document.currentScript.src).pathname}`; // one list a site, also on a shared host
  const read = () => {
    try { return JSON.parse(localStorage.getItem(KEY)) ?? []; } catch { return []; }
  };
  let kept = true;
  function save() {
    try {
      localStorage.setItem(KEY, JSON.stringify(boxes.filter((box) => box.checked).map((box) => box.dataset.marca)));
    } catch { kept = false; }
    show();
  }

  const make = (tag, text = "") => Object.assign(document.createElement(tag), { textContent: text });
  const total = make("progress");
  total.max = boxes.length;
  total.setAttribute("aria-label", "Avance");
  const status = make("p");
  status.setAttribute("role", "status");
  const controls = make("div");
  controls.className = "avance-botones";
  function control(text, act) {
    const button = make("button", text);
    button.type = "button";
    button.className = "filtro-boton";
    button.addEventListener("click", act);
    controls.append(button);
    return button;
  }
  control("Imprimir", () => window.print());
  control("Exportar", () => {
    const lines = [document.querySelector("h1").firstChild.textContent.trim(), status.textContent];
    for (const list of document.querySelectorAll("[data-grupo]")) {
      lines.push("", list.previousElementSibling.firstChild.textContent.trim());
      for (const label of list.querySelectorAll("label")) {
        const box = label.querySelector("input").checked ? "[x]" : "[ ]";
        lines.push(`${box} ${label.textContent.trim().replace(/\s+/g, " ")}`);
      }
    }
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([`${lines.join("\n")}\n`], { type: "text/plain;charset=utf-8" }));
    link.download = "lista-de-preparacion.txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  let erased = [];
  const erase = control("Borrar las marcas", () => {
    erased = boxes.filter((box) => box.checked);
    for (const box of boxes) box.checked = false;
    save();
    undo.style.visibility = erased.length ? "" : "hidden"; // keeps its place: nothing moves under the finger
  });
  const undo = control("Deshacer", () => {
    for (const box of erased) box.checked = true;
    erased = [];
    save();
    undo.style.visibility = "hidden";
    erase.focus();
  });
  undo.style.visibility = "hidden";

  const counters = [...document.querySelectorAll("[data-grupo]")].map((list) => {
    const count = make("span");
    count.className = "avance-cuenta";
    list.previousElementSibling.append(count);
    return [count, [...list.querySelectorAll("[data-marca]")]];
  });
  function show() {
    const done = boxes.filter((box) => box.checked).length;
    total.value = done;
    status.textContent = `${done} de ${boxes.length} marcadas` + (kept ? "" : ". Este navegador no deja guardar las marcas");
    for (const [count, of] of counters) count.textContent = `${of.filter((box) => box.checked).length}/${of.length}`;
    erase.disabled = done === 0;
  }
  function load() {
    const marked = new Set(read());
    for (const box of boxes) box.checked = marked.has(box.dataset.marca);
    show();
  }
  for (const box of boxes) box.addEventListener("change", () => { undo.style.visibility = "hidden"; save(); });
  window.addEventListener("storage", (event) => { if (event.key === KEY) load(); }); // another tab ticked
  bar.append(total, status, controls);
  load();
})();
