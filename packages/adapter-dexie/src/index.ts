export { createDexieBackend, type DexieBackend, type DexieBackendOptions } from './dexie-backend.ts';
export { createWebCryptoHasher } from './hasher.ts';
export { browserClock, browserIds } from './host.ts';
