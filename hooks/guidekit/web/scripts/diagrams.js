// Controls under a diagram. Listens on the document, so it survives a page swapped by instant navigation;
// the zoom and the Mermaid sources are only fetched when somebody asks for them.
(() => {
  const base = document.currentScript.src.replace(/diagrams\.js.*$/, "");
  const loaded = new Map();
  const sources = {};
  window.guiaFuente = (name, source) => { sources[name] = source; };

  function load(file) {
    if (!loaded.has(file)) {
      loaded.set(file, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = base + file;
        script.onload = resolve;
        script.onerror = () => { loaded.delete(file); reject(new Error(file)); };
        document.head.append(script);
      }));
    }
    return loaded.get(file);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // no permission, or a browser that keeps the clipboard from file://
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) throw new Error("copy");
    }
  }

  async function copySource(button) {
    const label = button.dataset.texto ??= button.textContent;
    button.setAttribute("aria-live", "polite");
    button.style.minWidth = `${button.offsetWidth}px`; // the row must not move when the text does
    try {
      await load(`diagramas/${button.dataset.fuente}.js`);
      await copy(sources[button.dataset.fuente]);
      button.textContent = "Copiado";
    } catch {
      button.textContent = "No se pudo copiar";
    }
    setTimeout(() => { button.textContent = label; }, 2500);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".diagrama-copiar");
    const link = event.target.closest(".diagrama-ampliar");
    if (button) copySource(button);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    load("diagram-zoom.js").then(() => window.guiaZoom(link), () => { location.href = link.href; });
  });
})();
