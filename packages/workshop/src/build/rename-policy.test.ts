import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, type Rolldown } from 'vite';
import { renamePolicy } from './rename-policy.ts';

/** Builds one module that stands where Lit's would. */
async function built(code: string): Promise<string> {
  const id = '/node_modules/lit-html/lit-html.js';
  const entry = {
    name: 'entry',
    enforce: 'pre' as const,
    resolveId: (asked: string) => (asked === 'entry' ? id : null),
    load: (asked: string) => (asked === id ? code : null),
  };
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [entry, renamePolicy('portico')],
    build: { write: false, rolldownOptions: { input: 'entry' } },
  });
  return (result as Rolldown.RolldownOutput).output[0].code;
}

test("Lit's policy gets our name", async () => {
  assert.match(
    await built("export const p = trustedTypes.createPolicy('lit-html', { createHTML: (s) => s }); console.log(p);"),
    /createPolicy\((['"`])portico\1/,
  );
});

test('a Lit that names its policy otherwise fails the build', async () => {
  await assert.rejects(built("console.log(trustedTypes.createPolicy('lit', {}));"), /found 0 times instead of once/);
});
