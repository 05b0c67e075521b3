// Imported first: what it refuses would break what comes after, far away from its cause.
const shared: string[] = [];
// What a page adds to every object is met by every `for … in` of every library, as a part of each object.
for (const name in {}) shared.push(name);

if (shared.length > 0)
  throw new Error(
    `[portico/page] This page has put ${shared.map((name) => `Object.prototype.${name}`).join(', ')} on every object, enumerable, so that ` +
      'every object seems to have it as a part; nothing of Portico was registered. Let the script that adds it keep it out of enumeration: ' +
      'Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true }), or take it off before portico.js is loaded.',
  );

export {};
