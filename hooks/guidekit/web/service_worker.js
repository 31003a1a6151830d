// Our service worker, below the list that guidekit/service_worker.py writes: VERSION and FILES, pairs of address
// and SHA-256. Readers opt in (web/theme/assets/offline.js); then the cache answers first and the network after it.
// Files are kept compressed, and a new version takes over those that did not change.
const ROOT = new URL("./", location);
const PREFIX = `sin-conexion:${ROOT.pathname}:`; // other sites may share our host
const NAME = PREFIX + VERSION;
const HASHES = new Map(FILES);
const SUM = "X-Suma", PACKED = "X-Comprimido";

async function tell(data) {
  for (const client of await clients.matchAll({ type: "window", includeUncontrolled: true })) {
    client.postMessage({ ...data, scope: ROOT.href });
  }
}

async function keep(cache, earlier, address) {
  const sum = HASHES.get(address);
  for (const old of earlier) {
    const found = await old.match(address);
    if (found?.headers.get(SUM) === sum) return cache.put(address, found);
  }
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error("red");
  const body = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  // A file of another version, while the site is being published, must not come in between.
  if ([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") !== sum) throw new Error("cambio");
  const headers = { "Content-Type": response.headers.get("Content-Type") ?? "", [SUM]: sum };
  if (!self.CompressionStream) return cache.put(address, new Response(body, { headers }));
  const packed = new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"));
  return cache.put(address, new Response(packed, { headers: { ...headers, [PACKED]: "gzip" } }));
}

async function save() {
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
    const earlier = await Promise.all(names.map((name) => caches.open(name)));
    const cache = await caches.open(NAME);
    const queue = [...HASHES.keys()];
    let done = 0;
    const take = async () => {
      while (queue.length) {
        await keep(cache, earlier, queue.shift());
        await tell({ done: done += 1, of: HASHES.size });
      }
    };
    await Promise.all(Array.from({ length: 6 }, take)).finally(() => { queue.length = 0; });
  } catch (error) {
    await caches.delete(NAME);
    const reason = error.name === "QuotaExceededError" ? "espacio" : error.message === "cambio" ? "cambio" : "red";
    await tell({ failed: reason });
    throw error;
  }
}

addEventListener("install", (event) => event.waitUntil(save()));
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
  await clients.claim();
})()));
addEventListener("message", (event) => {
  if (event.data === "activar") skipWaiting();
  if (event.data === "guardar") event.waitUntil(save().catch(() => {})); // the page has been told
});

// The address as FILES has it; null outside of the site. Query strings only speak to the page.
function listed(url) {
  const { origin, pathname } = new URL(url);
  if (origin !== ROOT.origin || !pathname.startsWith(ROOT.pathname)) return null;
  return pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1") || "./";
}

async function kept(address) {
  const found = await caches.match(address, { cacheName: NAME });
  if (!found) return null; // the browser made room
  const body = found.headers.has(PACKED) ? found.body.pipeThrough(new DecompressionStream("gzip")) : found.body;
  return new Response(body, { headers: { "Content-Type": found.headers.get("Content-Type") } });
}

function page(content, status = 200) {
  const html = `<!doctype html><html lang="es"><meta charset="utf-8"><link rel="icon" href="data:,">${content}`;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// Whether nobody but the page that asks reads the version of this worker.
async function alone({ clientId, resultingClientId }) {
  const readers = await clients.matchAll({ type: "window" });
  return readers.every(({ id }) => id === clientId || id === resultingClientId);
}

// Goes on with the new version. The page itself asks for it: a worker that hands over before its answer has arrived
// loses the answer, and the navigation hangs. (A Refresh header does nothing where there is a #.)
const TAKE_OVER = `<title>…</title><script>
  const again = () => location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", again, { once: true });
  navigator.serviceWorker.getRegistration().then((found) => found.waiting ? found.waiting.postMessage("activar") : again());
</script>`;

async function answer(event, address) {
  const { request } = event;
  if (request.mode === "navigate" && registration.waiting && await alone(event)) return page(TAKE_OVER);
  const found = HASHES.has(address) && await kept(address);
  if (found) return found;
  if (request.mode !== "navigate") return fetch(request);
  if (HASHES.has(`${address}/`)) return Response.redirect(`${ROOT}${address}/${new URL(request.url).search}`);
  return fetch(request).catch(() => page(offline(/\.(pdf|epub|apkg|zip)$/.test(address)), 503));
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = listed(request.url);
  if (address === null || request.method !== "GET") return;
  if (HASHES.has(address) || request.mode === "navigate") event.respondWith(answer(event, address));
});

const offline = (file) => `<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Sin conexión</title>
<style>:root{color-scheme:light dark}body{max-width:34rem;margin:15vh auto;padding:0 1.2rem;font:1.1rem/1.6 system-ui,sans-serif}</style>
<script>
  const chosen = JSON.parse(localStorage.getItem("${ROOT.pathname}.__palette"))?.color.scheme; // as Material keeps it
  if (chosen) document.documentElement.style.colorScheme = chosen === "slate" ? "dark" : "light";
</script>
<main><h1>Sin conexión</h1>
<p>${file ? "Este archivo no se guarda con la guía: descárgalo cuando tengas conexión. Lo mismo puedes leerlo en la guía guardada."
    : "Esta página no está guardada en este dispositivo y no hay red para pedirla."}</p>
<p><a href="${ROOT.pathname}">Ir al inicio de la guía guardada</a></p>
<p><a href="">Intentar otra vez</a></p></main>`;
