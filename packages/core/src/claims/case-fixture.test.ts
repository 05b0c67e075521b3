// No tests of its own: what the tests of this area share, kept out of the build by its name.
import fc from 'fast-check';
import { addDays, money, plainDate } from '../kernel/index.ts';
import { caseLifeSchema, caseProcessingSchema, caseUseSchema, itemOutcomeSchema } from './case.schema.ts';
import { decisionOf, rowOf, type Case, type CaseAmounts, type CaseCriteria, type CaseRow } from './index.ts';

/** A whole case to vary in tests. */
export function aCase(changes: Partial<Case> = {}): Case {
  const record: Case = {
    id: 'c-1',
    version: 1,
    lifecycleVersion: 1,
    organisationId: 'o-1',
    takenInAt: 0,
    deadlines: { modification: null },
    kind: 'claim',
    identifiers: [{ type: 'claim-number', value: '000123' }],
    payer: { id: 'p-1', name: 'Gulf Care', identifiers: [] },
    provider: { id: 'h-1', name: 'Al Noor Hospital', identifiers: [] },
    physician: { id: 'd-1', name: 'Dr. Huda Saleh', identifiers: [] },
    member: { id: 'm-1', name: 'أمينة الخطيب', number: 'M-77', birthDate: null },
    serviceFrom: plainDate('2026-10-05'),
    serviceTo: plainDate('2026-10-05'),
    createdAt: null,
    paymentDate: plainDate('2026-10-25'),
    life: 'active',
    processing: 'complete',
    use: null,
    currency: 'KWD',
    amounts: { billed: money(12_500, 'KWD'), approved: money(10_000, 'KWD'), patientShare: money(0, 'KWD'), paid: money(10_000, 'KWD') },
    diagnoses: [{ code: 'J10', system: null, text: null }],
    items: [],
    notes: ['a note'],
    rawCodes: [],
    source: { format: 'world', reference: null, original: { any: 'thing' } },
    decision: 'other',
    ...changes,
  };
  return { ...record, decision: changes.decision ?? decisionOf(record) };
}

/** A list row to vary in tests. */
export const aRow = (changes: Partial<CaseRow> = {}): CaseRow => ({ ...rowOf(aCase()), ...changes });

/** Criteria that ask for everything. */
export const anyCriteria: CaseCriteria = {
  ...{ dateMode: 'service', from: null, to: null, kinds: [], decisions: [], notUsedOnly: false },
  ...{ memberName: '', memberNumber: '', payerId: null, providerId: null, physician: '', identifier: '', amount: null },
};

const amount = (currency: string) => fc.option(fc.integer({ min: -2_000_000, max: 9_000_000 }).map((minor) => money(minor, currency)));
const amounts = (currency: string): fc.Arbitrary<CaseAmounts> =>
  fc.record({ billed: amount(currency), approved: amount(currency), patientShare: amount(currency), paid: amount(currency) });
const date = fc.option(fc.integer({ min: 0, max: 800 }).map((days) => addDays(plainDate('2025-01-01'), days)));

/** Any case the schema allows, as far as rules look at it. */
export const anyCase: fc.Arbitrary<Case> = fc
  .constantFrom('KWD', 'AED', 'JPY', 'USD')
  .chain((currency) =>
    fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom('claim', 'authorization'),
      life: fc.constantFrom(...caseLifeSchema.options),
      processing: fc.constantFrom(...caseProcessingSchema.options),
      use: fc.option(fc.constantFrom(...caseUseSchema.options)),
      serviceFrom: date,
      serviceTo: date,
      paymentDate: date,
      currency: fc.constant(currency),
      amounts: amounts(currency),
      member: fc.record({
        id: fc.constant(null),
        name: fc.constantFrom('أمينة الخطيب', 'Amina', 'zoë', ''),
        number: fc.option(fc.constantFrom('M-77', 'm٧٧')),
        birthDate: fc.constant(null),
      }),
      items: fc.array(
        fc.record({
          sequence: fc.nat(),
          service: fc.option(fc.constant({ code: 'X1', system: null, text: 'Secret' })),
          quantity: fc.constant(null),
          serviceFrom: date,
          serviceTo: date,
          amounts: amounts(currency),
          outcome: fc.constantFrom(...itemOutcomeSchema.options),
          outcomeCode: fc.constant(null),
          reasons: fc.constant([]),
        }),
        { maxLength: 4 },
      ),
    }),
  )
  // Plain objects, as they come from a wire.
  .map((changes) => aCase(JSON.parse(JSON.stringify(changes)) as Partial<Case>));
