import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PortError } from '../kernel/index.ts';
import type { EligibilityAnswer } from '../members/index.ts';
import { change, dispatch, review, sound, started } from './authorization-request.fixture.test.ts';

const left = { type: 'field.left' } as const;
const numbered = (number: string, name = '') => change({ member: { id: null, name, number, birthDate: null } });
/** A sound request, of a member whose number can be asked about. */
const whole = [...sound, numbered('M-100', 'Mara Lind')];
const found = (status: 'active' | 'card-expired', name = 'Mara Lind'): Partial<EligibilityAnswer> =>
  ({ status, member: { id: 'm-1', name, number: 'M-100', birthDate: '1988-04-12' } }) as Partial<EligibilityAnswer>;

describe('authorization request, its member', () => {
  it('N9 N10 asks when payer, number and day stand there and a field was left, once for the same question', async () => {
    const { send, view, askedAbout } = await started({ member: () => found('card-expired') });
    await send(numbered('5500 0000 0002'), left, change({ serviceFrom: '1/12/2026' }), left);
    assert.deepEqual([askedAbout, view().member], [[], null]);
    await send(change({ payerId: 'payer:x' }), left, numbered('55000000-0002'), left, review);
    assert.deepEqual(askedAbout, [{ by: 'card', value: '5500 0000 0002' }]);
    assert.equal(view().member?.answer?.status, 'card-expired');
    await send(numbered('5500 0000 0003'));
    assert.equal(view().member, null, 'what was said of one member is not said of another');
  });

  it('N9 a number that is on no card may be the member’s own; nobody is found by neither', async () => {
    const { send, view, askedAbout } = await started({ member: ({ by }) => (by === 'card' ? { status: 'not-found' } : found('active')) });
    await send(...whole, left);
    assert.deepEqual([askedAbout.map(({ by }) => by), view().member?.answer?.status], [['card', 'member-number'], 'active']);
    const none = await started({ member: () => ({ status: 'not-found' }) });
    await none.send(...whole, left);
    assert.deepEqual([none.askedAbout.length, none.view().member?.answer?.status], [2, 'not-found']);
  });

  it('fills a name that nobody typed, in the summary too, and leaves one that was', async () => {
    const typed = await started({ member: () => found('active', 'Mara A. Lind') });
    await typed.send(...whole, left);
    assert.equal(typed.view().form.member.name, 'Mara Lind');
    const { send, view, sent } = await started({ member: () => found('active') });
    await send(...sound, numbered('M-100'), review);
    assert.deepEqual([view().state, view().form.member.name, view().request?.member.name], ['reviewing', 'Mara Lind', 'Mara Lind']);
    await send(dispatch);
    assert.equal(sent[0]?.request.member.name, 'Mara Lind');
  });

  it('a later question ends the one before, whose answer is never shown', async () => {
    const signals: AbortSignal[] = [];
    const { send, view } = await started({
      input: {
        members: {
          by: ['card'],
          eligibility: async (_query, { payerId, serviceDate }, { signal } = {}) => {
            signals.push(signal!);
            if (signals.length === 1) await new Promise(() => undefined);
            return { status: 'not-found', asOf: 0, payerId, serviceDate, helpline: null };
          },
        },
      },
    });
    await send(...whole, left);
    assert.deepEqual([view().member?.answer, view().member?.code], [null, null]);
    await send(numbered('M-200'), left);
    assert.deepEqual([signals.map(({ aborted }) => aborted), view().member?.answer?.status], [[true, false], 'not-found']);
  });

  it('N9 keeps nobody from sending: a payer that cannot be asked is said, and asked again with the summary', async () => {
    let isThere = false;
    const { send, view, sent, askedAbout } = await started({
      member: () => (isThere ? found('card-expired') : new PortError('unavailable')),
    });
    await send(...whole, left, left);
    assert.deepEqual([view().member?.code, askedAbout.length], ['unavailable', 1]);
    isThere = true;
    await send(review);
    assert.deepEqual([view().state, view().member?.answer?.status], ['reviewing', 'card-expired']);
    await send(dispatch);
    assert.equal(sent.length, 1);
  });

  it('asks nothing where nobody may, and nothing of a request that was sent', async () => {
    const { send, view } = await started();
    await send(...whole, left, review);
    assert.deepEqual([view().state, view().member], ['reviewing', null]);
    const other = await started({ member: () => new PortError('offline') });
    await other.send(...whole, review, dispatch);
    const { length } = other.askedAbout;
    await other.send(left, { type: 'member.asked' });
    assert.deepEqual([other.view().state, other.askedAbout.length], ['sent', length]);
  });
});
