import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWebCryptoHasher } from './hasher.ts';

const hasher = createWebCryptoHasher({ iterations: 3 });

test('a hash holds for its password and for no other', async () => {
  const stored = await hasher.hash('the right one');
  assert.equal(await hasher.verify('the right one', stored), true);
  for (const wrong of ['the right one ', 'The right one', '', 'another']) assert.equal(await hasher.verify(wrong, stored), false);
});

test('the same password is hashed differently each time, and the hash names its rounds', async () => {
  const [one, two] = [await hasher.hash('same'), await hasher.hash('same')];
  assert.notEqual(one, two);
  assert.match(one, /^pbkdf2-sha256\$3\$[\w+/=]{24}\$[\w+/=]{44}$/);
  assert.equal(await createWebCryptoHasher({ iterations: 9 }).verify('same', one), true);
});

test('what is no hash holds for nothing', async () => {
  for (const stored of ['', 'same', 'md5$1$AA==$AA==']) assert.equal(await hasher.verify('same', stored), false);
});

test('PBKDF2 and SHA-256 give what their specifications give', async () => {
  // RFC 7914 section 11 has no single-round 32-byte vector; this one is of Python's hashlib.
  const stored = 'pbkdf2-sha256$1$c2FsdA==$Eg+2z/z4syxD5yJSVsT4N6hlSMkszDVICAWYfLcL4Xs=';
  assert.equal(await hasher.verify('password', stored), true);
  assert.equal(await hasher.digest('abc'), 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=');
});

test('plain http is told as not supported', async () => {
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, 'crypto', { value: { getRandomValues: crypto.getRandomValues.bind(crypto) }, configurable: true });
  try {
    await assert.rejects(hasher.digest('abc'), { code: 'not-supported' });
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
  }
});
