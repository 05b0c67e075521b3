import type { Plugin } from 'vite';

const original = /createPolicy\((['"`])lit-html\1/g;

/** Renames Lit's Trusted Types policy, so that a page can allow this bundle alone. Fails the build when Lit's text was not found exactly once a copy of Lit. */
export function renamePolicy(name: string): Plugin {
  let renamed = 0;
  return {
    name: 'portico:rename-trusted-types-policy',
    transform(code, id) {
      if (!/[/\\]lit-html[/\\].*lit-html\.js$/.test(id)) return null;
      const found = code.match(original)?.length ?? 0;
      renamed += found;
      return found === 0 ? null : { code: code.replace(original, `createPolicy($1${name}$1`), map: null };
    },
    generateBundle(_options, bundle) {
      if (renamed !== 1)
        this.error(`Lit's policy 'lit-html' was found ${renamed} times instead of once: has Lit changed, or is there a second copy of it?`);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && original.test(chunk.code)) this.error(`${chunk.fileName} still makes a policy named 'lit-html'`);
      }
    },
  };
}
