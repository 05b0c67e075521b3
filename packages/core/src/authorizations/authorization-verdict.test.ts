import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { refuseVerdict } from './authorization-item.rules.ts';
import { authorizationsPolicyDefaults } from './authorizations.policy.ts';
import { decision, fresh, item, now, policy, zone } from './authorization.fixture.test.ts';
import { decideAuthorization } from './authorization.lifecycle.ts';

const denied = (code: string, text: string | null) => decision(1, 'not-certified', { reasons: [{ code, system: null, text }] });
const numbered = (number: string) => ({ service: null, quantity: null, amount: null, from: null, to: null, number });

suite('authorization: what the desk says of an item', () => {
  test('a denial says why in words where the policy asks for them, and where its reason is another one', () => {
    const said = ([code, text, denialNeedsWords]: readonly [string, string | null, boolean]) =>
      refuseVerdict(item(1), denied(code, text), { denialNeedsWords });
    assert.deepEqual(
      (
        [
          ['not-covered', null, false],
          ['not-covered', ' ', true],
          ['not-covered', 'Not in the plan.', true],
          ['other', null, false],
          ['other', 'See the letter.', false],
        ] as const
      ).map(said),
      [null, 'text-missing', null, 'text-missing', null],
    );
    assert.equal(refuseVerdict(item(1), decision(1, 'not-certified', { reasons: [] }), { denialNeedsWords: true }), 'reason-missing');
    assert.equal(refuseVerdict(item(1), decision(1, 'certified'), { denialNeedsWords: true }), null, 'a yes needs no words');
  });

  test('the pack of CMS-0057-F wants the specific reason, the default pack takes the code', () => {
    const event = {
      ...({ type: 'authorization.decided', at: now, by: 'Desk', zone } as const),
      decision: { items: [denied('not-covered', null), decision(2, 'certified')], validFrom: null, validTo: null },
    };
    assert.deepEqual(decideAuthorization(fresh(), { ...event, policy }), { accepted: false, code: 'text-missing' });
    assert.equal(decideAuthorization(fresh(), { ...event, policy: authorizationsPolicyDefaults }).accepted, true);
  });

  test('P3 a number that an item is authorized under finds the record, and stays when it changes', () => {
    const decide = (number: string) => ({
      ...({ type: 'authorization.decided', at: now, by: 'Desk', zone, policy } as const),
      decision: {
        items: [decision(1, 'certified', { authorized: numbered(number) }), decision(2, 'pended')],
        ...{ validFrom: null, validTo: null },
      },
    });
    const first = decideAuthorization(fresh(), decide('N-1'));
    const again = first.accepted ? decideAuthorization(first.record, decide('N-2')) : first;
    assert.deepEqual(again.accepted && again.record.numbers.map(({ type, value }) => `${type} ${value}`), [
      'reference-id PA-1',
      'authorization-number N-1',
      'authorization-number N-2',
    ]);
  });
});
