import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { authorizationHeadline, type AuthorizationHeadline } from './authorization-headline.ts';
import { records, type RecordName } from './authorization.fixture.test.ts';

/** Kept by hand: what people say of each record. */
const words: Readonly<Record<RecordName, AuthorizationHeadline>> = {
  received: 'received',
  pended: 'pended',
  asked: 'info-requested',
  'partly answered': 'info-requested',
  answered: 'pended',
  approved: 'approved',
  'in part': 'partially-approved',
  denied: 'denied',
  // Expired is true by time alone, so it is no headline but a mark beside it.
  expired: 'approved',
  extended: 'received',
  begun: 'partly-used',
  billed: 'used',
  void: 'not-used',
  cancelled: 'cancelled',
  rejected: 'rejected',
  superseded: 'superseded',
};

suite('authorization: headline', () => {
  test('N29 one word for each record', () => {
    for (const [name, headline] of Object.entries(words)) {
      assert.equal(authorizationHeadline(records[name as RecordName]), headline, name);
    }
  });
});
