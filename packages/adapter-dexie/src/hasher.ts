import type { Hasher } from '@portico/backend';
import { PortError } from '@portico/core/kernel';

const encoder = new TextEncoder();

/**
 * Passwords by PBKDF2-HMAC-SHA-256 of the browser's own WebCrypto, salted with 16 random bytes, the count kept in the hash; digests by SHA-256.
 * 600,000 rounds are what OWASP asks of this function (about a third of a second); demos and tests take fewer. PortError `not-supported` on
 * plain http, where browsers have no WebCrypto.
 */
export function createWebCryptoHasher({ iterations = 600_000 }: { readonly iterations?: number } = {}): Hasher {
  return {
    async hash(password) {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      return ['pbkdf2-sha256', iterations, toBase64(salt), toBase64(await derived(password, salt, iterations))].join('$');
    },
    async verify(password, stored) {
      const [kind, rounds = '', salt = '', hash = ''] = stored.split('$');
      if (kind !== 'pbkdf2-sha256') return false;
      return isSame(await derived(password, fromBase64(salt), Number(rounds)), fromBase64(hash));
    },
    sha256: async (bytes) => toHex(new Uint8Array(await subtle().digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))),
    digest: async (text) => toBase64(new Uint8Array(await subtle().digest('SHA-256', encoder.encode(text)))),
  };
}

async function derived(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array> {
  const key = await subtle().importKey('raw', encoder.encode(password), 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(await subtle().deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256));
}

function subtle(): SubtleCrypto {
  const found = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (found === undefined)
    throw new PortError('not-supported', { cause: new Error('[portico/adapter-dexie] WebCrypto needs https or localhost') });
  return found;
}

/** Takes as long whether the first byte differs or the last. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.reduce((difference, byte, index) => difference | (byte ^ b[index]!), 0) === 0;
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
