// The button that keeps the site on this device. Nothing is registered before it is pressed; the service worker
// (guidekit/service_worker.js) does the work and tells how far it is. What we show follows from what there is.
(() => {
  const box = document.querySelector("[data-sin-conexion]");
  if (!box) return;
  const root = new URL("../", document.currentScript.src);
  const workers = navigator.serviceWorker;
  const SIZE = box.dataset.sinConexion.replace(".", ",");
  const REASONS = {
    red: "No se pudo descargar todo: revisa la conexión e inténtalo otra vez.",
    espacio: "No alcanza el espacio que el navegador concede. Libera espacio o, si la ventana es privada, usa una normal.",
    cambio: "El sitio se está actualizando: inténtalo otra vez en unos minutos.",
    bloqueado: "El navegador no deja guardar datos de este sitio. Pasa en ventanas privadas y cuando se bloquean; usa otra ventana u otra descarga.",
  };
  const ABSENT = `Todavía no está guardada en este navegador. Ocupa ${SIZE} MB.`;

  const make = (tag, text = "") => Object.assign(document.createElement(tag), { textContent: text });
  const status = make("p");
  status.setAttribute("role", "status");
  status.tabIndex = -1;
  const bar = make("progress");
  bar.setAttribute("aria-label", "Archivos guardados");
  const buttons = make("p");
  box.replaceChildren(status, bar, buttons);

  function show(text, controls = []) {
    const focused = box.contains(document.activeElement);
    if (status.textContent !== text) status.textContent = text; // the same again is not read out again
    bar.hidden = true;
    buttons.replaceChildren(...controls.map(([name, act]) => {
      const button = make("button", name);
      button.type = "button";
      button.className = "descarga-boton";
      button.addEventListener("click", act);
      return button;
    }));
    if (focused) (buttons.firstElementChild ?? status).focus();
  }
  function advance(done, of, what) {
    const step = Math.ceil(of / 10); // ten announcements, not one for each file
    const text = `${what}: ${done - done % step} de ${of} archivos.`;
    if (bar.hidden || done % step === 0) show(text, controls.filter(() => what !== SAVING));
    bar.hidden = false;
    bar.max = of;
    bar.value = done;
  }

  const SAVING = "Guardando", RENEWING = "Guardada; se descarga una versión nueva";
  const SAVE = ["Guardar sin conexión", save], RENEW = ["Actualizar", renew], REMOVE = ["Quitar de este dispositivo", remove];
  let controls = [];
  let failed = null;
  let switching = false;

  async function own() { // a site in a folder above may have a worker too
    const found = await workers.getRegistration(root);
    return found?.scope === root.href ? found : undefined;
  }
  const caches_ = async () => (await caches.keys()).filter((name) => name.startsWith(`sin-conexion:${root.pathname}:`));

  async function look(absent = ABSENT) {
    const found = await own();
    if (found?.installing) follow(found.installing);
    if (!found?.active) {
      if (found?.installing) advance(0, 1, SAVING); else show(absent, [SAVE]);
    } else if (!(await caches_()).length) {
      show("El navegador borró lo que estaba guardado.", [SAVE, REMOVE]);
    } else {
      controls = found.waiting ? [RENEW, REMOVE] : [REMOVE];
      show(found.waiting ? "Guardada en este dispositivo. Hay una versión nueva lista." : "Guardada en este dispositivo: funciona sin conexión.", controls);
    }
  }
})();
