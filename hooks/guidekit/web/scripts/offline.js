"use strict";
// The button that keeps the site on this device. Nothing is registered before it is pressed; the service worker
// (guidekit/web/service_worker.js) does the work and tells how far it is. What we show follows from what there is.
(() => {
  const box = document.querySelector("[data-sin-conexion]");
  if (!(box instanceof HTMLElement)) return;
  const { root } = guia;
  const workers = navigator.serviceWorker;
  const ABSENT = `Todavía no está guardada en este navegador. Ocupa ${box.dataset.sinConexion?.replace(".", ",")} MB.`;
  /** @type {Record<string, string>} */
  const REASONS = {
    red: "No se pudo descargar todo: revisa la conexión e inténtalo otra vez.",
    espacio:
      "No alcanza el espacio que concede el navegador. Libera espacio o, si la ventana es privada, usa una normal.",
    cambio: "El sitio se está actualizando: inténtalo otra vez en unos minutos.",
    bloqueo:
      "El navegador no deja guardar este sitio; pasa en ventanas privadas y cuando se bloquean sus datos. Prueba con otra ventana u otra descarga.",
  };
  /** @typedef {[name: string, act: () => Promise<void>]} Action */
  /** @type {Action} */
  const SAVE = ["Guardar sin conexión", save];
  /** @type {Action} */
  const RENEW = ["Actualizar", renew];
  /** @type {Action} */
  const REMOVE = ["Quitar de este dispositivo", remove];
  let note = ABSENT; // what is said while nothing is saved
  let renewing = false;

  const status = guia.make("p", { role: "status", tabIndex: -1 });
  const bar = guia.make("progress", { ariaLabel: "Archivos guardados", hidden: true });
  const buttons = guia.make("p");
  box.replaceChildren(status, bar, buttons);

  /**
   * @param {string} text
   * @param {Action[]} actions
   */
  function show(text, ...actions) {
    const focused = buttons.contains(document.activeElement);
    if (status.textContent !== text) status.textContent = text; // the same again is not read out again
    const controls = actions.map(([name, act]) => guia.button(name, "descarga-boton", () => act().catch(blocked)));
    buttons.replaceChildren(...controls);
    if (focused) (controls[0] ?? status).focus({ preventScroll: true });
  }
  /** @param {string} text */
  function working(text) {
    show(text);
    bar.removeAttribute("value");
    bar.hidden = false;
  }
  /**
   * @param {number} done
   * @param {number} of
   */
  function advance(done, of) {
    Object.assign(bar, { hidden: false, max: of, value: done });
    if (done > 1 && done % Math.ceil(of / 10)) return; // ten announcements, not one for each file
    status.textContent = `${renewing ? "Se descarga una versión nueva" : "Guardando"}: ${done} de ${of} archivos.`;
  }
  function blocked() {
    bar.hidden = true;
    show(REASONS.bloqueo, SAVE);
  }

  /** Not getRegistration: it may name the worker of a site in a folder above. */
  const registered = async () => (await workers.getRegistrations()).find(({ scope }) => scope === root.href);
  const saved = async () => (await caches.keys()).filter((name) => name.startsWith(`sin-conexion:${root.pathname}:`));
  const lookAgain = () => {
    look().catch(blocked);
  };

  /** Show what there is. */
  async function look() {
    const registration = await registered();
    if (registration) registration.onupdatefound = lookAgain;
    if (registration?.installing) registration.installing.onstatechange = lookAgain;
    renewing = Boolean(registration?.active && registration.installing);
    if (renewing) return working("Guardada en este dispositivo. Se descarga una versión nueva…");
    if (registration && !registration.active) return working("Guardando…");
    bar.hidden = true;
    if (!registration) show(note, SAVE);
    else if (!(await saved()).length)
      show(note === ABSENT ? "El navegador borró lo que estaba guardado." : note, SAVE, REMOVE);
    else if (registration.waiting)
      show("Guardada en este dispositivo. Ya está lista una versión nueva.", RENEW, REMOVE);
    else show("Guardada en este dispositivo: ya funciona sin conexión.", REMOVE);
  }
  /** What the service worker tells. @param {MessageEvent} message */
  function hear({ data }) {
    if (data.scope !== root.href) return;
    if (data.failed) note = REASONS[data.failed];
    else advance(data.done, data.of);
    if (data.failed || data.done === data.of) lookAgain();
  }

  async function save() {
    note = ABSENT;
    working("Guardando…");
    try {
      const registration = await workers.register(new URL("sw.js", root), { scope: root.pathname });
      if (registration.installing) await look();
      else registration.active?.postMessage("guardar"); // the same worker again, without its files
    } catch (error) {
      note = REASONS[error instanceof TypeError ? "red" : "bloqueo"];
      await look();
    }
    await navigator.storage?.persist?.(); // asks the browser not to make room with it
  }
  async function renew() {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    (await registered())?.waiting?.postMessage("activar");
  }
  async function remove() {
    if (navigator.onLine) return takeAway();
    const warning = "Ahora no hay conexión: si la quitas, no podrás leerla hasta recuperarla.";
    show(warning, ["Quitar de todos modos", takeAway], ["Conservar", look]);
  }
  async function takeAway() {
    await (await registered())?.unregister();
    for (const name of await saved()) await caches.delete(name);
    note = "Ya no está en este dispositivo. Tus marcas de la lista se conservan.";
    await look();
  }

  if (guia.local) {
    show("Esta copia ya está en tu dispositivo y funciona sin conexión.");
    if (box.nextElementSibling instanceof HTMLElement) box.nextElementSibling.hidden = true; // how to keep it on a phone
  } else if (!window.isSecureContext) show("Solo se puede guardar desde una dirección que empiece con https.");
  else if (!workers || !window.caches) blocked();
  else {
    workers.addEventListener("message", hear);
    workers.startMessages();
    lookAgain();
  }
})();
