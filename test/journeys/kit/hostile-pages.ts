/** A page that makes life hard for what it embeds. */
export interface HostilePage {
  readonly name: string;
  /** The page's own script, run before the elements are loaded. */
  readonly before?: string;
  /** The page's own script, run when the first element is there. */
  readonly after?: string;
  readonly css?: string;
  /** Attributes of `<html>`. @default 'lang="en"' */
  readonly root?: string;
  /** More of `<head>`. */
  readonly head?: string;
  /** What stands around the elements. */
  readonly around?: (elements: string) => string;
  /** Served from here, with these headers more, instead of from this machine under the strict policy alone. */
  readonly origin?: string;
  readonly policy?: string;
  /** What the page says instead of working; left out: it works. */
  readonly says?: RegExp;
  /** What the console says where nothing of the kit is registered at all. */
  readonly stops?: RegExp;
  /** Label of the button that executes a query. @default 'Execute query' */
  readonly execute?: string;
}

/** What blocks the storage of a page, as private windows and administrators do. */
const denied = (name: string): string =>
  `Object.defineProperty(window, '${name}', { configurable: true, get() { throw new DOMException('denied', 'SecurityError'); } });`;

/** Where the elements stand. */
const place = `const main = document.querySelector('#place');`;

/** Pages as strangers have them; each must work, or fail closed with its designed state. */
export const hostilePages: readonly HostilePage[] = [
  {
    name: 'extended prototypes, enumerable, as twenty years ago',
    before: `Object.defineProperty(Object.prototype, 'extend', { configurable: true, writable: true, value() { return this; } });
      Array.prototype.each = function (run) { this.forEach(run); };
      String.prototype.blank = function () { return this.trim() === ''; };
      Function.prototype.curry = function () { return this; };`,
  },
  {
    name: 'a method on every object, enumerable',
    before: `Object.prototype.extend = function () { return this; };`,
    stops: /\[portico\/page\].*Object\.prototype\.extend .*enumerable/,
  },
  {
    name: 'array methods that a polyfill put over the native ones',
    before: `for (const name of ['map', 'filter', 'find', 'flatMap', 'indexOf', 'includes', 'reduce', 'at', 'findLast']) {
        const native = Array.prototype[name];
        Array.prototype[name] = function (...args) { return native.apply(this, args); };
      }
      const from = Array.from;
      Array.from = function (...args) { return from.apply(Array, args); };`,
  },
  {
    name: 'toJSON on arrays, and a JSON that is wrapped',
    before: `Array.prototype.toJSON = function () { return '[' + this.join() + ']'; };
      Object.defineProperty(Array.prototype, 'toJSON', { enumerable: true });
      const { parse, stringify } = JSON;
      JSON.parse = (...args) => parse(...args);
      JSON.stringify = (...args) => stringify(...args);`,
  },
  {
    name: 'a promise of the page’s own zones',
    before: `const Native = Promise;
      window.Promise = class ZonePromise extends Native {
        then(done, failed) { return super.then(done && ((value) => done(value)), failed && ((error) => failed(error))); }
      };`,
  },
  {
    name: 'maps and sets that are wrapped',
    before: `for (const name of ['Map', 'Set', 'WeakMap']) {
        const Native = window[name];
        window[name] = class extends Native {};
        const { has } = Native.prototype;
        Native.prototype.has = function (key) { return has.call(this, key); };
      }
      Map.prototype.toObject = function () { return Object.fromEntries(this); };`,
  },
  {
    name: 'a recorder on shadow roots, elements and listeners',
    before: `window.roots = [];
      const { attachShadow, setAttribute } = Element.prototype;
      Element.prototype.attachShadow = function (options) { const root = attachShadow.call(this, options); window.roots.push(root); return root; };
      Element.prototype.setAttribute = function (...args) { return setAttribute.apply(this, args); };
      const { addEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type, listener, options) { return addEventListener.call(this, type, listener, options); };
      const { createElement } = Document.prototype;
      Document.prototype.createElement = function (...args) { return createElement.apply(this, args); };
      const { define } = CustomElementRegistry.prototype;
      CustomElementRegistry.prototype.define = function (...args) { return define.apply(this, args); };`,
  },
  {
    name: 'no network from scripts',
    before: `window.fetch = () => { throw new TypeError('blocked by the page'); };
      window.XMLHttpRequest = undefined;
      navigator.sendBeacon = () => false;`,
  },
  {
    name: 'resets that want all of it',
    css: `*, *::before, *::after { all: unset !important; display: block !important; color: red !important; font: 3px/1 serif !important;
      letter-spacing: 2em !important; text-transform: uppercase !important; text-indent: -9999px !important; direction: inherit !important; }`,
  },
  {
    name: 'every id of ours on the page, twice',
    around: (elements) =>
      `${'<input id="from" value="host" /><input id="to" /><label for="from">From</label><div id="name"></div><p id="date-hint"></p>'.repeat(2)}${elements}`,
  },
  {
    name: 'an element that is taken out while it starts, and put back',
    after: `${place}
      const query = document.querySelector('claim-query');
      query.remove();
      setTimeout(() => { document.querySelector('portal-provider').append(query); }, 300);`,
  },
  {
    name: 'a provider that is moved about with all it holds',
    after: `${place}
      const provider = document.querySelector('portal-provider');
      const other = document.body.appendChild(document.createElement('section'));
      [50, 100, 150, 400].forEach((wait, at) => setTimeout(() => (at % 2 ? main : other).append(provider), wait));`,
  },
  {
    name: 'a framework that renders its part anew, three times',
    after: `${place}
      const fresh = () => { const copy = document.querySelector('portal-provider').cloneNode(true); main.replaceChildren(copy); };
      [30, 200, 500].forEach((wait) => setTimeout(fresh, wait));`,
  },
  {
    name: 'a sanitizer that takes off what it does not know',
    after: `new MutationObserver((records) => {
        for (const { target, attributeName } of records)
          if (['lang', 'dir', 'style', 'aria-busy'].includes(attributeName) && target.localName.includes('-')) target.removeAttribute(attributeName);
      }).observe(document, { attributes: true, subtree: true });`,
  },
  {
    name: 'a form around it that sends on every Enter and change',
    around: (elements) => `<form id="around" action="/gone" method="get"><input name="q" />${elements}<button>Send</button></form>`,
    after: `document.addEventListener('submit', (event) => { event.preventDefault(); throw new Error('the page’s form was sent'); });`,
  },
  { name: 'another base for every address', head: '<base href="/somewhere/else/" />' },
  { name: 'an Arabic page from right to left', root: 'lang="ar" dir="rtl"', execute: 'تنفيذ الاستعلام' },
  { name: 'tiny letters, magnified', css: 'html { font-size: 5px; zoom: 3; } body { font-size: 4px; line-height: 0.5; }' },
  {
    name: 'no web storage',
    before: denied('localStorage') + denied('sessionStorage') + `Object.defineProperty(navigator, 'cookieEnabled', { value: false });`,
  },
  {
    name: 'no channels, no locks, no ids from the browser',
    before: `window.BroadcastChannel = undefined; delete Crypto.prototype.randomUUID; Object.defineProperty(navigator, 'locks', { value: undefined });`,
  },
  { name: 'a database that is denied', before: denied('indexedDB'), says: /does not let the page keep data/ },
  { name: 'no database', before: `Object.defineProperty(window, 'indexedDB', { value: undefined });`, says: /has no storage for pages/ },
  { name: 'plain http', origin: 'http://intranet.hospital.example', says: /This page is not secure/ },
  {
    name: 'a sandbox without an origin',
    origin: 'https://sandbox.hospital.example',
    policy: '; sandbox allow-scripts',
    says: /does not let the page keep data/,
  },
];
