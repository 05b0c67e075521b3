import { createDexieBackend } from '@portico/adapter-dexie';
import { createPolicyBook, defaultPack, nextcarePack } from '@portico/core/policy';
// Not by the package's index, which holds every element.
import { createPortal } from '../../../packages/elements/src/portal/create-portal.ts';
import '@portico/elements/define/attachment-uploader';
import { accounts, contacts, payers, worldCases } from '@portico/testing/world';
import { makeFiles } from './files.mjs';

/** What a payer would need who takes forty files of 25 MB with one note. */
const benchPack = { id: 'bench', base: 'default', keys: { 'documents.maxFiles': 40, 'documents.maxTotalBytes': 1024 ** 3 } };

let files = [];
let element = null;

async function openUploader() {
  const backend = createDexieBackend({
    ...{ name: 'bench-upload', storage: 'plain', people: 'synthetic', passwordRounds: 1 },
    policies: {
      book: createPolicyBook([defaultPack, nextcarePack, benchPack], () => null),
      portal: 'bench',
      payers: Object.fromEntries(payers.map(({ id }) => [id, 'bench'])),
    },
    seed: () => ({
      organisationId: 'org:bench',
      accounts,
      contacts,
      payers,
      cases: worldCases({ seed: 7, count: 60, today: '2026-11-21' }),
    }),
  });
  const { name, password } = accounts.find(({ subject }) => subject.roles.includes('clerk'));
  await backend.access.signIn({ name, password });
  const everything = {
    ...{ dateMode: 'service', from: null, to: null, kinds: [], decisions: [], notUsedOnly: false, memberName: '', memberNumber: '' },
    ...{ payerId: null, providerId: null, physician: '', identifier: '', amount: null },
  };
  const { rows } = await backend.claims.search(everything, {});
  const portal = createPortal({ backend, locale: 'en' });
  await portal.ready;
  element = document.createElement('attachment-uploader');
  element.portal = portal;
  element.caseId = rows[0].id;
  document.body.append(element);
  await until(() => element.shadowRoot?.querySelector('.drop'));
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(isThere) {
  for (let tries = 0; tries < 20_000; tries += 1) {
    const found = isThere();
    if (found) return found;
    await pause(50);
  }
  throw new Error('it did not come');
}

/** The longest time between two turns of the page while some work runs, and what the browser calls long tasks. */
async function watched(work) {
  let [longest, isOver] = [0, false];
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const watch = (async () => {
    for (let last = performance.now(); !isOver;) {
      await pause(4);
      const now = performance.now();
      longest = Math.max(longest, now - last - 4);
      last = now;
    }
  })();
  const start = performance.now();
  await work();
  const milliseconds = performance.now() - start;
  isOver = true;
  await watch;
  observer.disconnect();
  return { milliseconds, longest, long: tasks.length, longestTask: Math.max(0, ...tasks) };
}

const works = {
  /** Dropped on the element: checked, hashed, sent to the back office in the page, checked and hashed there, kept in IndexedDB. */
  portico: async () => {
    const data = new DataTransfer();
    for (const file of files) data.items.add(file);
    element.shadowRoot.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await until(() => {
      const bad = element.shadowRoot.querySelector('.file.refused, .file.failed');
      if (bad) throw new Error(bad.textContent.replace(/\s+/g, ' '));
      return element.shadowRoot.querySelectorAll('.file.uploaded').length === files.length;
    });
  },
  /** The same gate twice, one file after the other, with nothing drawn and nothing kept. */
  checks: async () => {
    const { admit } = await import('@portico/core/documents/file-check');
    const { fileSourceOf } = await import('../../../packages/elements/src/kit/file-source.ts');
    const digest = (bytes) => crypto.subtle.digest('SHA-256', bytes);
    const limits = { maxFileBytes: 26_214_400, maxFiles: 40, maxTotalBytes: 1024 ** 3, kinds: ['pdf', 'jpeg', 'png'] };
    for (const file of files) {
      const answer = await admit(fileSourceOf(file), limits, { digest });
      if (answer.status !== 'accepted') throw new Error(`${file.name}: ${answer.code}`);
    }
  },
  /** What physics asks: each file read, hashed by the platform, and put into IndexedDB. */
  limit: async () => {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('limit');
      request.onupgradeneeded = () => request.result.createObjectStore('files');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const [n, file] of files.entries()) {
      const bytes = await file.arrayBuffer();
      await crypto.subtle.digest('SHA-256', bytes);
      await new Promise((resolve, reject) => {
        const transaction = database.transaction('files', 'readwrite');
        transaction.objectStore('files').put(new Blob([bytes]), n);
        transaction.oncomplete = resolve;
        transaction.onerror = () => reject(transaction.error);
      });
    }
  },
};

globalThis.bench = {
  prepare: async (name, count) => {
    files = await makeFiles(count);
    if (name === 'portico') await openUploader();
    globalThis.gc?.();
    await pause(500);
  },
  run: (name) => watched(works[name]),
};
