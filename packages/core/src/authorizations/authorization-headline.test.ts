import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { authorizationHeadline, headlineOfState, type AuthorizationHeadline } from './authorization-headline.ts';
import { records, type RecordName } from './authorization.fixture.test.ts';

/** Kept by hand: what people say of each record, and what its state alone says. */
const words: Readonly<Record<RecordName, readonly [AuthorizationHeadline, AuthorizationHeadline]>> = {
  received: ['received', 'received'],
  pended: ['pended', 'pended'],
  asked: ['info-requested', 'info-requested'],
  'partly answered': ['info-requested', 'info-requested'],
  answered: ['pended', 'pended'],
  approved: ['approved', 'decided'],
  'in part': ['partially-approved', 'decided'],
  denied: ['denied', 'decided'],
  // Expired is true by time alone, so it is no headline but a mark beside it.
  expired: ['approved', 'decided'],
  extended: ['received', 'received'],
  begun: ['partly-used', 'partly-used'],
  billed: ['used', 'used'],
  void: ['not-used', 'not-used'],
  cancelled: ['cancelled', 'closed'],
  rejected: ['rejected', 'closed'],
  superseded: ['superseded', 'superseded'],
};

suite('authorization: headline', () => {
  test('N29 one word for each record, and one for its state alone', () => {
    for (const [name, [ofRecord, ofState]] of Object.entries(words)) {
      const record = records[name as RecordName];
      assert.deepEqual([authorizationHeadline(record), headlineOfState(record.state)], [ofRecord, ofState], name);
    }
  });
});
