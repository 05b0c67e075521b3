import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FileSource } from '@portico/core/kernel';
import { aClaim, caseNames, caseText, only, readCase, said, soundly } from './cases-fixture.test.ts';
import { readFhir, readFhirAsync, reportCodes, type ReadProgress } from './index.ts';

const fileOf = (bytes: Uint8Array, name = 'a.json'): FileSource => ({
  ...{ name, type: 'application/json', size: bytes.length },
  read: async (from, to) => bytes.slice(from, to),
});
async function* piecesOf(text: string, size: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}

test('every case file is read soundly', () => {
  for (const name of caseNames) readCase(name);
  assert.ok(caseNames.length > 30);
});

test('what is no FHIR JSON is told by its nature', () => {
  const codes = (name: string): unknown[] => {
    const { records, report } = readCase(name);
    assert.deepEqual(records, []);
    return report.lines.map(({ code, value, position }) => [code, value, position]);
  };
  assert.deepEqual(codes('empty.txt'), [['empty-file', undefined, undefined]]);
  assert.deepEqual(codes('xml.txt'), [['xml', undefined, undefined]]);
  assert.deepEqual(codes('x12.txt'), [['not-json', 'X12', undefined]]);
  assert.deepEqual(codes('broken.txt'), [['not-json', undefined, { line: 4, column: 3 }]]);
  assert.deepEqual(codes('not-fhir.json'), [['no-resource-type', undefined, undefined]]);
});

test('shapes of DSTU2 and STU3 are recognised, not misread', () => {
  const reading = readCase('older-releases.json');
  assert.deepEqual(reading.records, []);
  assert.deepEqual(said(reading, 'unsupported-version'), [
    ...['[0].Claim DSTU2', '[1].Claim STU3', '[2].ClaimResponse STU3', '[3].ExplanationOfBenefit STU3'],
  ]);
});

test('a broken line of NDJSON does not stop the others', () => {
  const reading = readCase('broken-line.ndjson');
  assert.equal(reading.records.length, 2);
  assert.deepEqual(
    reading.report.lines.filter(({ code }) => code === 'not-json').map(({ path, position }) => [path, position]),
    [['line 2', { line: 2, column: 30 }]],
  );
});

test('resources are found in Parameters and arrays of arrays; other values have a line', () => {
  const reading = readCase('parameters-in-array.json');
  assert.ok(only(reading));
  assert.deepEqual(said(reading, 'no-resource-type'), ['[1].value', '[2].value', '[3].value']);
});

test('every other resource is counted and has its line', () => {
  const reading = readCase('other-resources.json');
  assert.deepEqual(said(reading, 'not-a-claim'), ['Bundle.entry[0].resource Task', 'Bundle.entry[1].resource Observation']);
  assert.deepEqual(said(reading, 'included-only'), ['Bundle.entry[0].resource.contained[1]']);
  assert.deepEqual(said(reading, 'not-used'), ['Bundle.entry[0].resource.contained[0]', 'Bundle.entry[3].resource']);
  assert.deepEqual(said(reading, 'no-resource-type'), ['Bundle.entry[2].resource']);
  assert.deepEqual(
    reading.report.resources.map(({ type, count, used }) => `${type} ${count} ${used}`),
    ['Patient 2 0', ' 1 0', 'Bundle 1 0', 'Claim 1 0', 'Observation 1 0', 'Task 1 0'],
  );
});

test('no line holds anything of a person', () => {
  for (const name of caseNames) {
    const text = JSON.stringify(readCase(name).report.lines);
    assert.doesNotMatch(text, /Layla|Haddad|PH-1001|1984-02-29|الخطيب|KW-00917|Okafor|MRN-SECRET|1EG4|Ivy|Moss/, name);
  }
});

test('codes are a closed set without duplicates', () => {
  assert.equal(new Set(reportCodes).size, reportCodes.length);
  for (const name of caseNames) for (const { code } of readCase(name).report.lines) assert.ok(reportCodes.includes(code));
});

test('pieces of any size and bytes of a file read the same as the whole text', async () => {
  for (const name of caseNames) {
    const text = caseText(name);
    const whole = readFhir(text, { name });
    for (const size of [1, 7, 1000, text.length + 1])
      assert.deepEqual(await readFhirAsync(piecesOf(text, size), { name }), whole, `${name} by ${size}`);
    assert.deepEqual(await readFhirAsync(fileOf(new TextEncoder().encode(text), name)), whole, name);
  }
});

test('a file in UTF-16 is read; bytes that are no text are said', async () => {
  const text = caseText('gulf-claim.ndjson');
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  assert.deepEqual((await readFhirAsync(fileOf(utf16))).records, readFhir(text).records);
  assert.deepEqual((await readFhirAsync(fileOf(utf16.map((_, index) => utf16[index ^ 1] ?? 0)))).records, readFhir(text).records);
  const latin = new Uint8Array(Buffer.from(JSON.stringify(aClaim({ provider: { display: 'Clínica' } })), 'latin1'));
  assert.deepEqual(said(await readFhirAsync(fileOf(latin)), 'replaced-characters'), ['']);
});

test('a big file is read in steps: progress grows, pauses come, abort stops it', async () => {
  const text = Array.from({ length: 400 }, (_, index) =>
    JSON.stringify(aClaim({ id: `c${index}`, identifier: [{ value: `${index}` }] })),
  ).join('\n');
  const seen: ReadProgress[] = [];
  let pauses = 0;
  const pause = async (): Promise<void> => void (pauses += 1);
  const { records } = await readFhirAsync(piecesOf(text, 4096), { onProgress: (progress) => seen.push(progress), pause });
  assert.equal(records.length, 400);
  assert.ok(pauses > 8);
  for (const phase of ['parsing', 'mapping']) {
    const done = seen.filter((progress) => progress.phase === phase).map((progress) => progress.done);
    assert.ok(done.length > 2);
    assert.deepEqual(
      done,
      done.toSorted((a, b) => a - b),
    );
  }
  const controller = new AbortController();
  const aborting = readFhirAsync(piecesOf(text, 4096), { signal: controller.signal, pause: async () => controller.abort() });
  await assert.rejects(aborting, (error: { name: string; code: string }) => error.name === 'PortError' && error.code === 'aborted');
});

/** Any file with keys taken away, values exchanged and pieces moved. */
const damaged = fc
  .tuple(
    fc.constantFrom(...caseNames.filter((name) => name.endsWith('.json'))),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('delete', 'null', 'text', 'number', 'array', 'object', 'wrap', 'long', 'key')), {
      minLength: 1,
      maxLength: 12,
    }),
  )
  .map(([name, wounds]) => {
    const root = JSON.parse(caseText(name)) as unknown;
    for (const [where, kind] of wounds) {
      const places = placesIn(root);
      if (places.length === 0) break;
      const [owner, key] = places[where % places.length]!;
      const value = owner[key];
      if (kind === 'delete') delete owner[key];
      if (kind === 'key') owner['id'] = value;
      const values: Record<string, unknown> = {
        null: null,
        text: 'x',
        number: 1.5e300,
        array: [],
        object: {},
        wrap: [value, value],
        long: 'ل'.repeat(700),
      };
      if (kind in values) owner[key] = values[kind];
    }
    return JSON.stringify(root);
  });

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [value as Record<string, unknown>, key] as [Record<string, unknown>, string],
    ...placesIn(inner),
  ]);
}

test('whatever is wrong in a file: nothing throws, every record is valid, every resource, amount and date is accounted for', () => {
  fc.assert(
    fc.property(damaged, (text) => void soundly(text)),
    { numRuns: 1500 },
  );
});

test('any JSON and any text is answered', () => {
  fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => void soundly(text)));
});
