import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../packages/elements/src/define', import.meta.url));
const entries = readdirSync(folder).filter((name) => /^(all|[a-z]+-[a-z-]+)\.ts$/.test(name) && name !== 'define-elements.ts');

/** A host that renders its pages on a server imports our modules there, without wanting anything from them yet. */
for (const entry of ['@portico/elements', 'portico', ...entries.map((name) => `@portico/elements/define/${name.replace('.ts', '')}`)]) {
  test(`${entry} can be imported where there is no page`, async (context) => {
    const warn = context.mock.method(console, 'warn', () => undefined);
    await import(entry);
    assert.equal('document' in globalThis, false);
    assert.deepEqual(
      warn.mock.calls.map(({ arguments: [text] }) => text as string),
      [],
    );
  });
}
