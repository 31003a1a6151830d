// A diagram over the whole window: wheel, drag, pinch and keyboard. The drawing itself is moved into the
// dialog and back, so that no id stands twice and a screen reader meets it once.
(() => {
  const STEP = 1.25, MOST = 8, MOVE = 60;
  const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

  function control(text, label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-label", label);
    button.title = label;
    button.addEventListener("click", act);
    return button;
  }

  window.guiaZoom = (link) => {
    const svg = link.closest(".diagrama").querySelector("svg");
    if (!svg || document.querySelector(".diagrama-zoom")) return;
    const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
    const shown = svg.getBoundingClientRect().width / width;
    const gap = document.createElement("div");
    gap.style.height = `${svg.getBoundingClientRect().height}px`;
    const dialog = document.createElement("dialog");
    dialog.className = "diagrama-zoom";
    dialog.setAttribute("aria-label", svg.querySelector("title").textContent);
    const stage = document.createElement("div");
    stage.className = "diagrama-zoom-lienzo";
    const bar = document.createElement("div");
    bar.className = "diagrama-zoom-barra";
    const view = { x: 0, y: 0, scale: 1, touched: false };
    const pointers = new Map();

    function show() { // never wholly out of the window
      view.x = clamp(view.x, MOVE - width * view.scale, stage.clientWidth - MOVE);
      view.y = clamp(view.y, MOVE - height * view.scale, stage.clientHeight - MOVE);
      svg.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
    }
    function zoom(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
      const scale = clamp(view.scale * factor, fit() / 2, MOST);
      view.x = x - (x - view.x) * scale / view.scale;
      view.y = y - (y - view.y) * scale / view.scale;
      view.scale = scale;
      view.touched = true;
      show();
    }
    const fit = () => Math.min(stage.clientWidth / width, stage.clientHeight / height, 2);
    function place(scale) {
      view.scale = scale;
      view.x = (stage.clientWidth - width * scale) / 2;
      view.y = Math.max((stage.clientHeight - height * scale) / 2, 0);
      view.touched = false;
      show();
    }
    const whole = () => place(fit());
    const open = () => place(Math.max(fit(), shown)); // never smaller than it was on the page
    const move = (x, y) => { view.x += x; view.y += y; view.touched = true; show(); };

    const keys = {
      "+": () => zoom(STEP), "=": () => zoom(STEP), "-": () => zoom(1 / STEP), "−": () => zoom(1 / STEP), "0": whole,
      ArrowLeft: () => move(MOVE, 0), ArrowRight: () => move(-MOVE, 0), ArrowUp: () => move(0, MOVE), ArrowDown: () => move(0, -MOVE),
    };
    dialog.addEventListener("keydown", (event) => {
      if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      keys[event.key]();
    });
    dialog.addEventListener("wheel", (event) => {
      event.preventDefault();
      const { left, top } = stage.getBoundingClientRect();
      zoom(STEP ** (-event.deltaY / 100), event.clientX - left, event.clientY - top);
    }, { passive: false });
    stage.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      stage.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, event);
    });
    stage.addEventListener("pointermove", (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const other = [...pointers.values()].find((pointer) => pointer.pointerId !== event.pointerId);
      if (other) {
        const span = (pointer) => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
        const { left, top } = stage.getBoundingClientRect();
        const middle = [(event.clientX + other.clientX) / 2 - left, (event.clientY + other.clientY) / 2 - top];
        if (span(before)) zoom(span(event) / span(before), ...middle);
      }
      const share = other ? 2 : 1;
      move((event.clientX - before.clientX) / share, (event.clientY - before.clientY) / share);
      pointers.set(event.pointerId, event);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      stage.addEventListener(end, (event) => pointers.delete(event.pointerId));
    }

    bar.append(
      control("+", "Acercar", () => zoom(STEP)),
      control("−", "Alejar", () => zoom(1 / STEP)),
      control("0", "Ajustar a la ventana", whole),
      control("×", "Cerrar", () => dialog.close()),
    );
    const resized = new ResizeObserver(() => (view.touched ? show() : open()));
    const back = () => restore(false); // the way to close a full screen on a phone
    const printing = () => restore(true);
    function restore(leaveHistory) {
      if (!dialog.isConnected) return;
      resized.disconnect();
      window.removeEventListener("popstate", back);
      window.removeEventListener("beforeprint", printing);
      svg.style.transform = "";
      gap.replaceWith(svg);
      dialog.remove();
      if (leaveHistory && history.state?.zoom) history.back();
      link.focus({ preventScroll: true });
    }
    dialog.addEventListener("close", () => restore(true));
    window.addEventListener("popstate", back);
    window.addEventListener("beforeprint", printing);
    svg.replaceWith(gap);
    stage.append(svg);
    dialog.append(bar, stage);
    document.body.append(dialog);
    dialog.showModal();
    history.pushState({ zoom: true }, "");
    resized.observe(stage);
    open();
  };
})();
