"use strict";
// What every script of a page may use, and the only global of ours: the published assets/guide.js hands it on.

/**
 * What the template tells us, in `<script id="guide">` (theme/main.html). Addresses are those of the site,
 * from its root; `root` leads there from the page.
 * @typedef {object} Settings
 * @property {string} root
 * @property {string} page      Name of the page, without extension; empty where it has none.
 * @property {boolean} filtered Whether the page has a filter: `?q=` belongs to it.
 * @property {{glossary?: string, points?: string}} pages
 */

const guia = (() => {
  /** @type {Settings} */
  const settings = JSON.parse(document.getElementById("guide")?.textContent ?? "");
  const root = new URL(settings.root, location.href);
  const local = location.protocol === "file:";
  /** @type {Map<string, Promise<any>>} */
  const loading = new Map();
  /** @type {Map<string, unknown>} */
  const given = new Map();

  /**
   * An address of the site as a link from here needs it: from file:// no server names the index.html of a folder.
   * @param {string} path From the root of the site.
   */
  function address(path) {
    const url = new URL(path, root);
    if (local) url.pathname = url.pathname.replace(/\/$/, "/index.html");
    return url.href;
  }

  /**
   * Run a script of the site and return what it gave, once: one that failed or, being damaged, gave nothing
   * is run again by the next call. Scripts load from file:// too, where `fetch` does not. Rejects if there is none.
   * @param {string} path From the root of the site.
   * @returns {Promise<any>}
   */
  function load(path) {
    const source = new URL(path, root).href;
    let result = loading.get(source);
    if (!result) {
      result = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = source;
        script.onload = () => {
          if (!given.has(source)) loading.delete(source);
          resolve(given.get(source));
        };
        script.onerror = () => {
          loading.delete(source);
          reject(new Error(path));
        };
        document.head.append(script);
      });
      loading.set(source, result);
    }
    return result;
  }

  /**
   * What a script that `load` runs calls, with what it holds.
   * @param {unknown} value
   */
  function give(value) {
    if (document.currentScript instanceof HTMLScriptElement) given.set(document.currentScript.src, value);
  }

  /**
   * A new element.
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

  /**
   * A new button that does something.
   * @param {string} text
   * @param {string} className
   * @param {() => void} act
   */
  function button(text, className, act) {
    const control = make("button", { type: "button", className, textContent: text });
    control.addEventListener("click", act);
    return control;
  }

  /**
   * The first element of a kind that a selector names; TypeError if there is none: the template has changed.
   * @template {Element} Kind
   * @param {string} selector
   * @param {new () => Kind} kind
   * @param {ParentNode} [within]
   * @returns {Kind}
   */
  function need(selector, kind, within = document) {
    const element = within.querySelector(selector);
    if (!(element instanceof kind)) throw new TypeError(`no ${kind.name} is ${selector}`);
    return element;
  }

  /**
   * All elements that a selector names: those of HTML, which all have `dataset` and `hidden`.
   * @param {string} selector
   * @param {ParentNode} [within]
   * @returns {HTMLElement[]}
   */
  const all = (selector, within = document) =>
    [...within.querySelectorAll(selector)].filter((e) => e instanceof HTMLElement);

  /**
   * Whether a click asks for more than to follow a link here: a new tab, a download.
   * @param {MouseEvent} event
   */
  const special = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0;

  return {
    ...settings,
    root,
    local,
    /** What the filter was asked for in the address, until it has put that back. */
    query: takeQuery(settings.filtered),
    /** The data of the search, from file://: put there by assets/search/index.js and definitions.js.
     * @type {SearchIndex | undefined} */
    index: undefined,
    /** @type {Definitions | undefined} */
    definitions: undefined,
    address,
    load,
    give,
    make,
    button,
    need,
    all,
    special,
  };
})();

/**
 * On a page with a filter, take `?q=` from the address before Material opens its search for it.
 * @param {boolean} filtered
 */
function takeQuery(filtered) {
  const at = new URL(location.href);
  const query = at.searchParams.get("q");
  if (!filtered || query === null) return null;
  at.searchParams.delete("q");
  try {
    history.replaceState(history.state, "", at);
  } catch {
    // A browser that keeps addresses of file:// as they are.
  }
  return query;
}

Object.assign(globalThis, { guia });
