import assert from 'node:assert/strict';
import { test } from 'node:test';

/** A host that renders its pages on a server imports our modules there, without wanting anything from them yet. */
for (const entry of ['portal-provider', 'portal-shell', 'sign-in', 'password-recovery', 'contact-directory']) {
  test(`define/${entry} can be imported where there is no page`, async (context) => {
    const warn = context.mock.method(console, 'warn', () => undefined);
    await import(`@portico/elements/define/${entry}`);
    assert.equal('document' in globalThis, false);
    assert.deepEqual(
      warn.mock.calls.map(({ arguments: [text] }) => text as string),
      [],
    );
  });
}
