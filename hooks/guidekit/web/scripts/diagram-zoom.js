"use strict";
// A diagram over the whole window: wheel, drag, pinch and keyboard. The drawing itself is moved into the
// dialog and back, so that no id stands twice and a screen reader meets it once.
(() => {
  const STEP = 1.25;
  const MOST = 8;
  const MOVE = 60;

  /**
   * @param {number} value
   * @param {number} least
   * @param {number} most
   */
  const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

  /**
   * Where the drawing is in its window, and how it gets elsewhere.
   * @param {SVGSVGElement} svg
   * @param {HTMLElement} stage
   * @param {number} shown The scale it has on the page.
   */
  function makeView(svg, stage, shown) {
    const width = Number(svg.getAttribute("width"));
    const height = Number(svg.getAttribute("height"));
    let [x, y, scale] = [0, 0, 1];
    let touched = false;
    const fit = () => Math.min(stage.clientWidth / width, stage.clientHeight / height, 2);

    /** Never wholly out of the window. */
    function show() {
      x = clamp(x, MOVE - width * scale, stage.clientWidth - MOVE);
      y = clamp(y, MOVE - height * scale, stage.clientHeight - MOVE);
      svg.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    }
    /** @param {number} wanted */
    function place(wanted) {
      scale = wanted;
      x = (stage.clientWidth - width * scale) / 2;
      y = Math.max((stage.clientHeight - height * scale) / 2, 0);
      touched = false;
      show();
    }
    const open = () => place(Math.max(fit(), shown)); // never smaller than it was on the page

    return {
      open,
      whole: () => place(fit()),
      resized: () => (touched ? show() : open()),
      /**
       * @param {number} factor
       * @param {number} [atX] What stays where it is: the middle, unless told.
       * @param {number} [atY]
       */
      zoom(factor, atX = stage.clientWidth / 2, atY = stage.clientHeight / 2) {
        const next = clamp(scale * factor, fit() / 2, MOST);
        x = atX - ((atX - x) * next) / scale;
        y = atY - ((atY - y) * next) / scale;
        scale = next;
        touched = true;
        show();
      },
      /**
       * @param {number} byX
       * @param {number} byY
       */
      move(byX, byY) {
        x += byX;
        y += byY;
        touched = true;
        show();
      },
    };
  }
  /** @typedef {ReturnType<typeof makeView>} View */

  /**
   * @param {HTMLDialogElement} dialog
   * @param {HTMLElement} stage
   * @param {View} view
   */
  function listen(dialog, stage, view) {
    /** @type {Record<string, () => void>} */
    const keys = {
      "+": () => view.zoom(STEP),
      "=": () => view.zoom(STEP),
      "-": () => view.zoom(1 / STEP),
      "−": () => view.zoom(1 / STEP),
      0: view.whole,
      ArrowLeft: () => view.move(MOVE, 0),
      ArrowRight: () => view.move(-MOVE, 0),
      ArrowUp: () => view.move(0, MOVE),
      ArrowDown: () => view.move(0, -MOVE),
    };
    dialog.addEventListener("keydown", (event) => {
      if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      keys[event.key]();
    });
    dialog.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        const { left, top } = stage.getBoundingClientRect();
        view.zoom(STEP ** (-event.deltaY / 100), event.clientX - left, event.clientY - top);
      },
      { passive: false },
    );
    listenToFingers(stage, view);
  }

  /**
   * @param {HTMLElement} stage
   * @param {View} view
   */
  function listenToFingers(stage, view) {
    /** @type {Map<number, PointerEvent>} */
    const pointers = new Map();
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
        /** @param {PointerEvent} pointer */
        const span = (pointer) => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
        const { left, top } = stage.getBoundingClientRect();
        const middleX = (event.clientX + other.clientX) / 2 - left;
        const middleY = (event.clientY + other.clientY) / 2 - top;
        if (span(before)) view.zoom(span(event) / span(before), middleX, middleY);
      }
      const share = other ? 2 : 1;
      view.move((event.clientX - before.clientX) / share, (event.clientY - before.clientY) / share);
      pointers.set(event.pointerId, event);
    });
    stage.addEventListener("pointerup", (event) => pointers.delete(event.pointerId));
    stage.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));
  }

  /**
   * @param {HTMLDialogElement} dialog
   * @param {View} view
   */
  function controls(dialog, view) {
    /**
     * @param {string} text
     * @param {string} label
     * @param {() => void} act
     */
    const control = (text, label, act) => {
      const button = guia.button(text, "", act);
      Object.assign(button, { ariaLabel: label, title: label });
      return button;
    };
    const bar = guia.make("div", { className: "diagrama-zoom-barra" });
    bar.append(
      control("+", "Acercar", () => view.zoom(STEP)),
      control("−", "Alejar", () => view.zoom(1 / STEP)),
      control("0", "Ajustar a la ventana", view.whole),
      control("×", "Cerrar", () => dialog.close()),
    );
    return bar;
  }

  /** @param {HTMLAnchorElement} link The control under the drawing. */
  function open(link) {
    const svg = link.closest(".diagrama")?.querySelector("svg");
    if (!svg || document.querySelector(".diagrama-zoom")) return;
    const { width, height } = svg.getBoundingClientRect();
    const gap = guia.make("div");
    gap.style.height = `${height}px`;
    const ariaLabel = svg.querySelector("title")?.textContent;
    const dialog = guia.make("dialog", { className: "diagrama-zoom", ariaLabel });
    const stage = guia.make("div", { className: "diagrama-zoom-lienzo" });
    const view = makeView(svg, stage, width / Number(svg.getAttribute("width")));
    const sizes = new ResizeObserver(view.resized);

    /** @param {boolean} leaveHistory */
    const restore = (leaveHistory) => {
      if (!dialog.isConnected) return;
      sizes.disconnect();
      window.removeEventListener("popstate", back);
      window.removeEventListener("beforeprint", leave);
      svg.style.transform = "";
      gap.replaceWith(svg);
      dialog.remove();
      if (leaveHistory && history.state?.zoom) history.back();
      link.focus({ preventScroll: true });
    };
    const back = () => restore(false); // the way to close a full screen on a phone
    const leave = () => restore(true);
    dialog.addEventListener("close", leave);
    window.addEventListener("popstate", back);
    window.addEventListener("beforeprint", leave);

    svg.replaceWith(gap);
    stage.append(svg);
    dialog.append(controls(dialog, view), stage);
    listen(dialog, stage, view);
    document.body.append(dialog);
    dialog.showModal();
    history.pushState({ zoom: true }, "");
    sizes.observe(stage);
    view.open();
  }

  guia.give(open);
})();
