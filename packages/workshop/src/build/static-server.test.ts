import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { strictCsp } from './csp.ts';
import { serve } from './static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'portico-static-'));
mkdirSync(join(folder, 'site', 'demo'), { recursive: true });
writeFileSync(join(folder, 'site', 'demo', 'index.html'), '<p>demo</p>');
writeFileSync(join(folder, 'secret.txt'), 'secret');
const server = await serve(join(folder, 'site'), { 'content-security-policy': strictCsp('portico') });
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('a folder answers with its index, under the policy it was given', async () => {
  const answer = await fetch(`${server.url}/demo/`);
  assert.equal(await answer.text(), '<p>demo</p>');
  assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'; .*trusted-types portico 'allow-duplicates'$/);
});

test('what is missing or outside the folder is not found', async () => {
  for (const path of ['/nothing.js', '/', '/..%2fsecret.txt', '/demo/../../secret.txt'])
    assert.equal((await fetch(server.url + path)).status, 404, path);
});

test('a page of its own is answered under the same policy', async () => {
  server.add('/host/page.html', '<p>host</p>');
  const answer = await fetch(`${server.url}/host/page.html`);
  assert.equal(await answer.text(), '<p>host</p>');
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.ok(answer.headers.has('content-security-policy'));
});
