// No tests of its own: what the tests of this folder share, kept out of the build by its name.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { CaseAmounts, IntakeCase } from '@portico/core/claims';
import { toDecimal, type Money } from '@portico/core/kernel';
import { intakeCaseSchema } from '@portico/core/schemas';
import { recount } from '../recount.ts';
import { readFhir, type FhirReading, type ReportCode } from './index.ts';

const folder = new URL('../../cases/', import.meta.url);

/** The names of all case files. */
export const caseNames: readonly string[] = readdirSync(folder).toSorted();

/** The text of a case file. */
export const caseText = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** Reads a text and asserts what must hold for every reading: records that the schema takes, and nothing that is not accounted for. */
export function soundly(text: string, name?: string): FhirReading {
  const reading = readFhir(text, name === undefined ? {} : { name });
  for (const record of reading.records) {
    const result = intakeCaseSchema.safeParse(record);
    assert.ok(result.success, JSON.stringify(result.error?.issues));
  }
  assert.deepEqual(recount(text, reading).unaccounted, []);
  return reading;
}

/** Reads a case file soundly. */
export const readCase = (name: string): FhirReading => soundly(caseText(name), name);

/** The one record of a reading. */
export function only({ records }: FhirReading): IntakeCase {
  assert.equal(records.length, 1);
  return records[0]!;
}

/** The record that has this number. */
export function numbered({ records }: FhirReading, value: string): IntakeCase {
  const found = records.find(({ identifiers }) => identifiers.some((identifier) => identifier.value === value));
  assert.ok(found, `no record has the number ${value}`);
  return found;
}

/** Where a code was said, in order; with the value after a space where there is one. */
export const said = ({ report }: FhirReading, code: ReportCode): readonly string[] =>
  report.lines.filter((line) => line.code === code).map(({ path, value }) => (value === undefined ? path : `${path} ${value}`));

const decimal = (money: Money | null): string | null => (money === null ? null : `${toDecimal(money)} ${money.currency}`);

/** Amounts as decimal text. */
export const shown = ({ billed, approved, patientShare, paid }: CaseAmounts): Record<keyof CaseAmounts, string | null> => ({
  ...{ billed: decimal(billed), approved: decimal(approved), patientShare: decimal(patientShare), paid: decimal(paid) },
});

/** A Claim as NDJSON line or file, for what needs no file of its own. */
export const aClaim = (changes: object = {}): object => ({
  ...{
    resourceType: 'Claim',
    id: 'c',
    identifier: [{ system: 'https://clinic.example/claims', value: 'C' }],
    status: 'active',
    use: 'claim',
  },
  ...{ patient: { display: 'Member' }, insurer: { display: 'Plan' }, provider: { display: 'Clinic' }, item: [{ sequence: 1 }] },
  ...changes,
});
