import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '../kernel/index.ts';
import { formOf, isFormDue, isSameDecision, visibleForm } from './authorization-form.ts';
import { authorizationFormSchema } from './authorization-form.schema.ts';
import { item, records, request, sent, zone, type RecordName } from './authorization.fixture.test.ts';
import type { Authorization, AuthorizationItem } from './authorization.schema.ts';

const made = (changes: Partial<Authorization> = {}, issuedAt = sent) =>
  formOf({ ...records.approved, ...changes }, { issuedAt, zone, helpline: '+1 555 010 0100' });

const authorized = (changes: Partial<NonNullable<AuthorizationItem['authorized']>>) => ({
  ...{ service: null, quantity: null, amount: null, from: null, to: null, number: null },
  ...changes,
});

describe('the authorization form', () => {
  it('N28 belongs to what is decided and authorized, and to nothing else', () => {
    const due = (Object.keys(records) as RecordName[]).filter((name) => isFormDue(records[name]));
    assert.deepEqual(due, ['approved', 'in part', 'expired', 'begun', 'billed']);
  });

  it('N28 holds numbers, payer with helpline, people, validity and the day of the decision, and is sound by its schema', () => {
    const form = made();
    assert.deepEqual(authorizationFormSchema.parse(form), form);
    assert.deepEqual(
      [form.numbers[0]!.value, form.payer.helpline, form.member.number, form.validTo, form.decidedOn, form.decision],
      ['PA-1', '+1 555 010 0100', 'M-1', '2026-06-01', '2026-03-02', 'approved'],
    );
  });

  it('the day of the decision is the payer’s', () => {
    const late = { ...records.approved, decidedAt: Date.UTC(2026, 2, 2, 22) };
    assert.equal(formOf(late, { issuedAt: sent, zone: 'Asia/Dubai', helpline: null }).decidedOn, '2026-03-03');
  });

  it('what was authorized stands beside what was asked for: as asked, less, another service, or nothing', () => {
    const other = { code: 'S-9', system: null, text: 'Another one' };
    const { items } = made({
      items: [
        item(1, { outcome: 'certified', from: plainDate('2026-03-10') }),
        item(2, { outcome: 'partially-certified', quantity: '10', authorized: authorized({ quantity: '4', number: 'N-2' }) }),
        item(3, { outcome: 'modified', authorized: authorized({ service: other, amount: { minor: 7_000, currency: 'USD' } }) }),
        item(4, { outcome: 'not-certified', reasons: [{ code: 'not-covered', system: null, text: null }] }),
        item(5, { outcome: 'certified', origin: 'payer' }),
      ],
    });
    assert.deepEqual(
      items.map(({ requested, authorized: granted, number }) => [
        requested?.quantity ?? null,
        granted && [granted.service?.code, granted.quantity, granted.amount?.minor ?? null, granted.from],
        number,
      ]),
      [
        ['1', ['S-1', '1', 10_000, '2026-03-10'], null],
        ['10', ['S-2', '4', null, null], 'N-2'],
        ['1', ['S-9', null, 7_000, null], null],
        ['1', null, null],
        [null, ['S-5', '1', 10_000, null], null],
      ],
    );
    assert.deepEqual(items[3]!.reasons[0]!.code, 'not-covered');
  });

  it('N18 N20 a physician and a service that are in no list stand by what was typed', () => {
    const unlisted = { name: 'Gait study', estimatedCost: { minor: 9_900, currency: 'USD' } };
    const identifier = { type: 'lop', value: '4711' } as const;
    const form = made({
      ...request({ physician: null, unlistedPhysician: { identifier, name: 'Dr. Rare' } }),
      items: [item(1, { outcome: 'certified', service: null, unlisted, amount: null })],
    });
    assert.deepEqual([form.physician!.name, form.physician!.identifiers], ['Dr. Rare', [identifier]]);
    assert.deepEqual([form.items[0]!.requested!.unlisted, form.items[0]!.authorized!.amount], ['Gait study', unlisted.estimatedCost]);
  });

  it('a later number, helpline or day is the same decision; another amount, day of validity or outcome is not', () => {
    const form = made();
    const same = formOf(
      { ...records.approved, numbers: [...records.approved.numbers, { type: 'other', value: 'X' }], decidedAt: sent + 9e8 },
      { issuedAt: sent + 9e8, zone, helpline: null },
    );
    assert.equal(isSameDecision(form, same), true);
    for (const other of [
      made({ validTo: plainDate('2026-06-02') }),
      made({ items: [item(1, { outcome: 'certified' }), item(2, { outcome: 'not-certified' })] }),
      made({ items: records.approved.items.map((one) => ({ ...one, authorized: authorized({ amount: { minor: 1, currency: 'USD' } }) })) }),
      made({ items: [...records.approved.items, item(3, { outcome: 'certified' })] }),
    ])
      assert.equal(isSameDecision(form, other), false);
  });

  it('hidden amounts and hidden clinical fields are nowhere in it', () => {
    const unlisted = { name: 'Gait study', estimatedCost: { minor: 4_711, currency: 'USD' } };
    const reasons = [{ code: 'the-reason', system: null, text: 'Clinical words' }];
    const form = made({
      items: [
        item(1, { outcome: 'certified', amount: { minor: 4_712, currency: 'USD' } }),
        item(2, { outcome: 'certified', service: null, unlisted, amount: null }),
        item(3, { outcome: 'not-certified', reasons }),
      ],
    });
    const texts = ['4711', '4712', 'S-1', 'Gait study', 'D-1', 'the-reason', 'Clinical words'];
    const seen = (hidden: Parameters<typeof visibleForm>[1]) => {
      const text = JSON.stringify(visibleForm(form, hidden));
      return texts.filter((one) => text.includes(one));
    };
    assert.deepEqual(seen([]), texts);
    assert.deepEqual(seen(['amounts']), texts.slice(2));
    assert.deepEqual(seen(['clinical']), texts.slice(0, 2));
    assert.deepEqual(seen(['amounts', 'clinical', 'payment']), []);
    assert.deepEqual(authorizationFormSchema.parse(visibleForm(form, ['amounts', 'clinical'])).items.length, 3);
  });
});
