import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../kernel/index.ts';
import { anyCriteria } from './case-fixture.test.ts';
import { checkCriteria, emptyForm, readForm, type CaseCriteria, type ClaimQueryForm } from './index.ts';

const policy = { dateModes: ['service', 'payment'], maxSpanDays: 31 } as const;
const today = plainDate('2026-11-21');
const read = (changes: Partial<ClaimQueryForm>) => readForm({ ...emptyForm, ...changes }, { today, locale: 'en-GB', policy });
const errorsOf = (changes: Partial<ClaimQueryForm>) => read(changes).errors.map(({ field, code }) => `${field} ${code}`);
const wrong = (changes: Partial<CaseCriteria>) =>
  checkCriteria({ ...anyCriteria, ...changes }, policy, today).map(({ field, code }) => `${field} ${code}`);

test('N21 service dates are read as they are typed', () => {
  const { criteria, errors } = read({ from: '1/11', to: 't' });
  assert.deepEqual(errors, []);
  assert.deepEqual([criteria.from, criteria.to], ['2026-11-01', '2026-11-21']);
});

const refusals: readonly (readonly [string, Partial<ClaimQueryForm>, string[]])[] = [
  ['half a date', { from: '1/' }, ['from not-a-date']],
  ['a day that is not', { from: '30/2/2026' }, ['from no-such-day']],
  ['a last day before the first', { from: '5/11', to: '4/11' }, ['to to-before-from']],
  ['a span of one day too many, both ends counted', { from: '1/10', to: '1/11' }, ['to span-too-long']],
  ['an open end too long ago', { from: '1/10' }, ['from span-too-long']],
  ['a last day alone', { to: '4/11' }, ['from from-missing']],
  ['a last day beside a half-typed first', { from: 'x', to: '4/11' }, ['from not-a-date']],
  ['an amount without a currency', { section: 'advanced', amountFrom: '1' }, ['currency currency-missing']],
  ['a currency nobody knows', { section: 'advanced', currency: 'XXQ', amountFrom: '1', amountTo: '2' }, ['currency unknown-currency']],
  ['more decimals than the currency has', { section: 'advanced', currency: 'AED', amountFrom: '1.005' }, ['amountFrom too-many-decimals']],
  [
    'an upper amount below the lower',
    { section: 'advanced', currency: 'KWD', amountFrom: '2', amountTo: '1.999' },
    ['amountTo to-below-from'],
  ],
  [
    'payment of authorizations',
    { section: 'advanced', dateMode: 'payment', kinds: ['authorization'] },
    ['kinds authorizations-are-not-paid'],
  ],
  ['voided claims', { section: 'advanced', kinds: ['claim'], notUsedOnly: true }, ['notUsedOnly claims-are-not-voided']],
];
for (const [what, form, errors] of refusals) {
  test(`${what} is refused at its field`, () => assert.deepEqual(errorsOf(form), errors));
}

test('the longest span allowed is allowed, and the refusal of a longer one names it', () => {
  assert.deepEqual(errorsOf({ from: '1/10', to: '31/10' }), []);
  assert.deepEqual(read({ from: '1/10', to: '1/11' }).errors[0]?.detail, { days: 31 });
});

test('N24 a date mode that the payer does not offer is refused', () => {
  assert.deepEqual(
    checkCriteria({ ...anyCriteria, dateMode: 'payment' }, { ...policy, dateModes: ['service'] }, today).map(({ code }) => code),
    ['mode-not-offered'],
  );
});

test('N23 Basic Search asks by dates alone, Advanced by all that is filled in', () => {
  const filled = { from: '1/11', memberName: ' Amina ', currency: 'kwd', amountFrom: '١٫٥', notUsedOnly: true } as const;
  assert.deepEqual(read({ ...filled, section: 'basic' }).criteria, { ...anyCriteria, from: '2026-11-01' });
  const { criteria } = read({ ...filled, section: 'advanced' });
  assert.equal(criteria.memberName, 'Amina');
  assert.deepEqual(criteria.amount, { currency: 'KWD', from: 1_500, to: null });
  assert.equal(criteria.notUsedOnly, true);
});

test('what is half-typed in Advanced does not stop Basic', () => {
  assert.deepEqual(errorsOf({ section: 'basic', amountFrom: 'x' }), []);
});

test('criteria from elsewhere are checked by the same rules', () => {
  assert.deepEqual(wrong({ from: plainDate('2026-11-02'), to: plainDate('2026-11-01') }), ['to to-before-from']);
  assert.deepEqual(wrong({ amount: { currency: 'QQQ', from: 2, to: 1 } }), ['amountTo to-below-from']);
});
