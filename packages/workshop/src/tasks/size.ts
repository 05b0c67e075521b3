import { readFileSync } from 'node:fs';
import { buildBundle } from '../build/bundle.ts';
import { gzipped, weigh, type Gate } from '../checks/size.ts';
import { at } from '../paths.mjs';

const provider = '@portico/elements/define/portal-provider';

/** First usable form of an element, with Lit, context, XState and its English texts. */
const gates: readonly Gate[] = [
  { name: 'sign-in', imports: [provider, '@portico/elements/define/sign-in'], limit: 25_000 },
  { name: 'claim-query', imports: [provider, '@portico/elements/define/claim-query'], limit: 25_000 },
];

/** What each further element adds to a page that has a first form. */
const further = {
  elements: [
    'account-desk',
    'activation-queue',
    'attachment-uploader',
    'code-picker',
    'authorization-detail',
    'authorization-request',
    'decision-desk',
    'claim-worklist',
    'document-list',
    'eligibility-check',
    'info-request-inbox',
    'modification-queue',
    'note-panel',
    'notice-inbox',
    'password-recovery',
    'physician-search',
    'recovery-settings',
    'user-registration',
  ],
  limit: 6_000,
} as const;

/** `dist/portico.js`: the whole kit with both languages, embedded backend, demo world and what npm hosts load on first use (a sixth of it is Dexie). */
const bundleLimit = 500_000;

const line = (name: string, bytes: number, limit: number, note: string): string =>
  `${bytes <= limit ? '✓' : '✗'} ${name.padEnd(19)} ${String(bytes).padStart(7)} of ${limit} bytes gzipped${note}`;

/** `npm run size`: bytes and limit of every gate; fails when one is broken. */
export async function main(): Promise<number> {
  let broken = 0;
  const tell = (name: string, bytes: number, limit: number, note = ''): void => {
    console.log(line(name, bytes, limit, note));
    if (bytes > limit) broken += 1;
  };
  for (const gate of gates) {
    const { bytes, files } = await weigh(gate);
    tell(gate.name, bytes, gate.limit, ` (${files} ${files === 1 ? 'file' : 'files'})`);
  }
  const first = await weigh(gates[0]!);
  for (const name of further.elements) {
    const { bytes } = await weigh({ name, imports: [...first.imports, `@portico/elements/define/${name}`], limit: further.limit });
    tell(name, bytes - first.bytes, further.limit, ` (beside ${first.name})`);
  }
  await buildBundle();
  tell('portico.js', gzipped(readFileSync(at('dist/portico.js'))), bundleLimit);
  return broken === 0 ? 0 : 1;
}
