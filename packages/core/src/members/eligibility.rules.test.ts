import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, plainDate } from '../kernel/index.ts';
import type { Coverage, MemberCoverage } from './eligibility.ts';
import { answerEligibility, standingOf } from './eligibility.rules.ts';
import { readLines, readLookup, type LookupForm } from './member-lookup.rules.ts';

const today = plainDate('2026-11-21');
const reading = { today, locale: 'en-GB', policy: { maxDaysBack: 731, maxDaysAhead: 366 } };
const form: LookupForm = { by: 'card', payerId: 'p', value: 'C 1234', name: '', birthDate: '', serviceDate: '21/11/2026' };
const errorsOf = (changes: Partial<LookupForm>) =>
  readLookup({ ...form, ...changes }, reading).errors.map(({ field, code }) => `${field} ${code}`);
const facts = { payerId: 'p', serviceDate: today, at: 0, payerPhone: null };

const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(today, n));
const coverage: fc.Arbitrary<Coverage> = fc.record({
  ...{ planName: fc.constant('Plan'), network: fc.constant(null), benefits: fc.constant([]) },
  ...{ from: day, to: fc.option(day), cardUntil: fc.option(day) },
});
const kept = (one: Coverage, n = 1): MemberCoverage => ({
  ...{ payerId: 'p', cardNumber: 'C-1', nationalId: null, cardPhone: null, coverage: one },
  member: { id: `m${n}`, name: 'A B', number: `N-${n}`, birthDate: plainDate('1990-01-01') },
});

test('N10 an expired card is told as such on every day after its last, and on no other; active is said on no day outside the coverage', () => {
  fc.assert(
    fc.property(coverage, day, (one, serviceDate) => {
      const status = standingOf(one, serviceDate);
      const isInside = serviceDate >= one.from && (one.to === null || serviceDate <= one.to);
      const isCardGood = one.cardUntil === null || serviceDate <= one.cardUntil;
      assert.equal(status === 'active', isInside && isCardGood);
      assert.equal(status === 'card-expired', isInside && !isCardGood);
      assert.equal(status === 'not-yet-in-force', serviceDate < one.from);
    }),
  );
});

test('of several coverages of one member, in whatever order, the one that serves the day best speaks', () => {
  const ranks = ['active', 'card-expired', 'not-yet-in-force', 'ended'];
  fc.assert(
    fc.property(fc.array(coverage, { minLength: 1, maxLength: 5 }), day, (all, serviceDate) => {
      const asked = { ...facts, serviceDate };
      const answer = answerEligibility(
        all.map((one) => kept(one)),
        { by: 'card', value: 'c1' },
        asked,
      );
      const best = Math.min(...all.map((one) => ranks.indexOf(standingOf(one, serviceDate))));
      assert.equal(answer.status, ranks[best]);
      assert.deepEqual(
        answerEligibility(
          all.toReversed().map((one) => kept(one)),
          { by: 'card', value: 'c1' },
          asked,
        ).status,
        answer.status,
      );
    }),
  );
});

test('one card of two members names neither; a coverage of another payer is not found', () => {
  const one: Coverage = { planName: 'Plan', network: null, from: today, to: null, cardUntil: null, benefits: [] };
  assert.equal(answerEligibility([kept(one, 1), kept(one, 2)], { by: 'card', value: 'C-1' }, facts).status, 'ambiguous');
  assert.equal(answerEligibility([kept(one)], { by: 'card', value: 'C-1' }, { ...facts, payerId: 'q' }).status, 'not-found');
});

test('N10 what was typed is checked before anybody is asked: every field with what is wrong with it', () => {
  assert.deepEqual(readLookup(form, reading), {
    query: { by: 'card', value: 'C 1234' },
    about: { payerId: 'p', serviceDate: today },
    errors: [],
  });
  assert.deepEqual(errorsOf({ payerId: '', value: ' ', serviceDate: '' }), ['value missing', 'payerId missing', 'serviceDate missing']);
  assert.deepEqual(errorsOf({ value: ' - 1' }), ['value too-short']);
  assert.deepEqual(errorsOf({ value: 'x'.repeat(65) }), ['value too-long']);
  assert.deepEqual(errorsOf({ serviceDate: '31/2/2026' }), ['serviceDate not-a-date']);
  assert.deepEqual(errorsOf({ serviceDate: '2024-11-19' }), ['serviceDate too-far-back']);
  assert.deepEqual(errorsOf({ serviceDate: '2027-11-23' }), ['serviceDate too-far-ahead']);
  assert.deepEqual(errorsOf({ by: 'name', name: 'A' }), ['name too-short']);
  assert.deepEqual(errorsOf({ by: 'name', name: 'Amina' }), ['birthDate missing']);
  assert.deepEqual(errorsOf({ by: 'name', name: 'Amina', birthDate: '22/11/2026' }), ['birthDate in-the-future']);
  assert.deepEqual(errorsOf({ by: 'name', name: 'x'.repeat(257), birthDate: '1/1/1990' }), ['name too-long']);
});

test('P21 pasted lines are read one by one; blank ones are none, and what is no query is kept as such', () => {
  assert.deepEqual(readLines(' C-123\r\n\n-\n', 'card', reading), [
    { text: 'C-123', query: { by: 'card', value: 'C-123' } },
    { text: '-', query: null },
  ]);
  const query = { by: 'name', name: 'Amina Haddad', birthDate: '1990-02-03' };
  for (const line of ['Amina Haddad, 3/2/1990', 'Amina Haddad\t1990-02-03', 'Amina Haddad؛ ٣/٢/١٩٩٠'])
    assert.deepEqual(readLines(line, 'name', reading), [{ text: line, query }]);
});
