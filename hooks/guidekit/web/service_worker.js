"use strict";
// Our service worker, below what guidekit/web/service_worker.py writes: SITE, its version and its files, pairs of
// address and SHA-256. Readers opt in (web/scripts/offline.js); then the cache answers first and the network after
// it. Files are kept compressed, and a new version takes over those that did not change.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
/** @type {{version: string, files: [address: string, sum: string][]}} */
const { version: VERSION, files: FILES } = Reflect.get(globalThis, "SITE");
const { clients, registration } = worker;
const ROOT = new URL("./", location.href);
const PREFIX = `sin-conexion:${ROOT.pathname}:`; // other sites may share our host
const NAME = PREFIX + VERSION;
const HASHES = new Map(FILES);
const SUM = "X-Suma";
const PACKED = "X-Comprimido";
const AT_ONCE = 6;

/** @param {{done: number, of: number} | {failed: string}} data */
async function tell(data) {
  for (const client of await clients.matchAll({ type: "window", includeUncontrolled: true })) {
    client.postMessage({ ...data, scope: ROOT.href });
  }
}

/** Why a file could not be kept; `reason` is what web/scripts/offline.js has a text for. */
class Trouble extends Error {
  /** @param {"red" | "cambio"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Fetch a file, unless an earlier version has it.
 * @param {Cache} cache
 * @param {Cache[]} earlier
 * @param {AbortSignal} signal
 * @param {string} address
 * @param {string} sum
 */
async function keep(cache, earlier, signal, address, sum) {
  for (const old of earlier) {
    const same = await old.match(address);
    if (same?.headers.get(SUM) === sum) return cache.put(address, same);
  }
  const response = await fetch(address, { cache: "no-cache", signal });
  if (!response.ok) throw new Trouble("red");
  const body = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  // A file of another version, while the site is being published, must not come in between.
  if ([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") !== sum) throw new Trouble("cambio");
  const headers = { "Content-Type": response.headers.get("Content-Type") ?? "", [SUM]: sum };
  if (!globalThis.CompressionStream) return cache.put(address, new Response(body, { headers }));
  const packed = new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"));
  return cache.put(address, new Response(packed, { headers: { ...headers, [PACKED]: "gzip" } }));
}

async function save() {
  const stop = new AbortController();
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
    const earlier = await Promise.all(names.map((name) => caches.open(name)));
    const cache = await caches.open(NAME);
    const queue = [...FILES];
    let done = 0;
    const take = async () => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        await keep(cache, earlier, stop.signal, ...file);
        stop.signal.throwIfAborted(); // what still arrives after a failure is no progress
        done += 1;
        await tell({ done, of: FILES.length });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, take));
  } catch (error) {
    stop.abort();
    await caches.delete(NAME);
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    await tell({ failed: full ? "espacio" : error instanceof Trouble ? error.reason : "red" });
    throw error;
  }
}

async function takeOver() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
  await clients.claim();
}

worker.addEventListener("install", (event) => event.waitUntil(save()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  if (event.data === "activar") worker.skipWaiting();
  if (event.data === "guardar") event.waitUntil(save().catch(() => {})); // the page has been told
});

/**
 * The address as FILES has it; null outside of the site. Query strings only speak to the page.
 * @param {string} url
 */
function listed(url) {
  const { origin, pathname } = new URL(url);
  if (origin !== ROOT.origin || !pathname.startsWith(ROOT.pathname)) return null;
  return pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1") || "./";
}

/** @param {string} address */
async function kept(address) {
  const found = await caches.match(address, { cacheName: NAME });
  if (!found) return null; // the browser made room
  const body = found.headers.has(PACKED) ? found.body?.pipeThrough(new DecompressionStream("gzip")) : found.body;
  return new Response(body, { headers: { "Content-Type": found.headers.get("Content-Type") ?? "" } });
}

/**
 * @param {string} content
 * @param {number} [status]
 */
function page(content, status = 200) {
  const html = `<!doctype html><html lang="es"><meta charset="utf-8"><link rel="icon" href="data:,">${content}`;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/**
 * Whether nobody but the page that asks reads the version of this worker.
 * @param {FetchEvent} event
 */
async function alone({ clientId, resultingClientId }) {
  const readers = await clients.matchAll({ type: "window" });
  return readers.every(({ id }) => id === clientId || id === resultingClientId);
}

// Goes on with the new version. The page itself asks for it: a worker that hands over before its answer has arrived
// loses the answer, and the navigation hangs. (A Refresh header does nothing where there is a #.)
const TAKE_OVER = `<title>…</title><script>
  const again = () => location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", again, { once: true });
  navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting ? waiting.postMessage("activar") : again());
</script>`;

/**
 * @param {FetchEvent} event
 * @param {string} address
 * @returns {Promise<Response>}
 */
async function answer(event, address) {
  const { request } = event;
  if (request.mode === "navigate" && registration.waiting && (await alone(event))) return page(TAKE_OVER);
  const response = HASHES.has(address) && (await kept(address));
  if (response) return response;
  if (request.mode !== "navigate") return fetch(request);
  if (HASHES.has(`${address}/`)) return Response.redirect(`${ROOT}${address}/${new URL(request.url).search}`);
  return fetch(request).catch(() => page(offline(/\.(pdf|epub|apkg|zip)$/.test(address)), 503));
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = listed(request.url);
  if (address === null || request.method !== "GET") return;
  if (HASHES.has(address) || request.mode === "navigate") event.respondWith(answer(event, address));
});

/**
 * What a reader sees where neither cache nor network has an answer.
 * @param {boolean} file Whether a download was asked for, not a page.
 */
const offline = (file) => `<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Sin conexión</title>
<style>:root{color-scheme:light dark}body{max-width:34rem;margin:15vh auto;padding:0 1.2rem;font:1.1rem/1.6 system-ui,sans-serif}</style>
<script>
  const chosen = JSON.parse(localStorage.getItem("${ROOT.pathname}.__palette"))?.color.scheme; // as Material keeps it
  if (chosen) document.documentElement.style.colorScheme = chosen === "slate" ? "dark" : "light";
</script>
<main><h1>Sin conexión</h1>
<p>${
  file
    ? "Este archivo no se guarda con la guía: descárgalo cuando tengas conexión. Lo mismo puedes leerlo en la guía guardada."
    : "Esta página no está guardada en este dispositivo y no hay red para pedirla."
}</p>
<p><a href="${ROOT.pathname}">Ir al inicio de la guía guardada</a></p>
<p><a href="">Intentar otra vez</a></p></main>`;
