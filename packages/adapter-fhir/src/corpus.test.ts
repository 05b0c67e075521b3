import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readCorpus } from './corpus.ts';
import { readFhir } from './read/index.ts';
import { recount } from './recount.ts';

const cases = fileURLToPath(new URL('../cases', import.meta.url));

test('the project’s own cases: no crash, no schema failure, nothing unaccounted', () => {
  const problems: string[] = [];
  const { all } = readCorpus(cases, (line) => problems.push(line));
  assert.deepEqual(problems, []);
  assert.deepEqual([all.crashes, all.schemaFailures, all.unaccounted, all.differences], [0, 0, 0, 0]);
  assert.ok(all.fhir >= 30 && all.amounts > 100 && all.dates > 100);
});

test('the recount notices an amount, a date, a resource or a line that went missing', () => {
  const net = { value: 7.25, currency: 'USD' };
  const claim = {
    resourceType: 'Claim',
    id: 'c',
    status: 'active',
    use: 'claim',
    item: [{ sequence: 1, net, servicedDate: '2026-01-02' }],
  };
  const text = JSON.stringify([claim, { resourceType: 'Task' }]);
  const { records, report } = readFhir(text);
  const [record] = records;
  const [item] = record!.items;
  const without = (changes: object) => ({
    records: [{ ...record!, serviceFrom: null, serviceTo: null, amounts: item!.amounts, items: [{ ...item!, ...changes }] }],
    report,
  });
  assert.deepEqual(recount(text, { records, report }).unaccounted, []);
  const nothing = { billed: null, approved: null, patientShare: null, paid: null };
  assert.deepEqual(
    recount(text, { records: [{ ...record!, amounts: nothing, items: [{ ...item!, amounts: nothing }] }], report }).unaccounted,
    ['amount at [0].Claim.item[0].net'],
  );
  assert.deepEqual(recount(text, without({ serviceFrom: null, serviceTo: null })).unaccounted, ['date at [0].Claim.item[0].servicedDate']);
  assert.deepEqual(
    recount(text, { records, report: { ...report, lines: report.lines.filter(({ code }) => code !== 'not-a-claim') } }).unaccounted,
    ['Task: 1 in the file, 0 used, 0 with a line'],
  );
  assert.equal(recount(text, { records, report: { ...report, resources: report.resources.slice(1) } }).unaccounted.length, 1);
});
