import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileSource } from '@portico/core/kernel';
import { fhirReader } from './fhir-reader.ts';

/** So many claims, one a line. */
const claims = (count: number): string =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({
      ...{ resourceType: 'Claim', id: `c-${n}`, status: 'active', use: 'claim', created: '2026-11-01' },
      identifier: [{ system: 'urn:example:claims', value: `C-${n}` }],
      ...{ patient: { display: 'Tahani Example' }, insurer: { display: 'Gulf Example' }, provider: { display: 'Clinic Example' } },
      item: [{ sequence: 1, net: { value: 12.5, currency: 'KWD' } }],
    }),
  ).join('\n');

const fileOf = (text: string, read = async (bytes: Uint8Array) => bytes): FileSource => {
  const bytes = new TextEncoder().encode(text);
  return { name: 'claims.ndjson', type: '', size: bytes.length, read: (from, to) => read(bytes.slice(from, to)) };
};
const never = new AbortController().signal;

test('a FHIR file becomes records, and how far it is goes from nothing to all and never back', async () => {
  const shares: number[] = [];
  const { records, report } = await fhirReader(fileOf(claims(3_000)), { signal: never, onProgress: (share) => shares.push(share) });
  assert.deepEqual([records.length, records[0]!.amounts.billed], [3_000, { minor: 12_500, currency: 'KWD' }]);
  assert.deepEqual(report.resources, [{ type: 'Claim', count: 3_000, used: 3_000 }]);
  assert.ok(shares.length > 2, `told ${shares.length} times`);
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => a - b),
  );
  assert.ok(shares.every((share) => share >= 0 && share <= 1) && shares.some((share) => share > 0.5));
});

test('what is no FHIR is an empty reading that says why, not a failure', async () => {
  const { records, report } = await fhirReader(fileOf('<Bundle/>'), { signal: never, onProgress: () => undefined });
  assert.deepEqual([records, report.lines.map(({ code }) => code)], [[], ['xml']]);
});

test('broken off while it reads, it rejects and reads no further', async () => {
  const stop = new AbortController();
  let reads = 0;
  const file = fileOf(claims(3_000), async (bytes) => {
    if ((reads += 1) === 1) stop.abort();
    return bytes;
  });
  await assert.rejects(fhirReader(file, { signal: stop.signal, onProgress: () => undefined }));
  assert.equal(reads, 1);
});
