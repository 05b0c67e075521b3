import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { ended, walk } from '../../../../test/kit/chart-walk.ts';
import { faults, unhandledDuring } from '../../../../test/kit/faulty-port.ts';
import { settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { PortError } from '../kernel/index.ts';
import { contactDirectoryMachine, type ContactDirectoryInput } from './contact-directory.machine.ts';
import { contactDirectoryFirstView, contactDirectoryView } from './contact-directory.view.ts';
import type { Contact } from './directory.port.ts';

const contact = (country: string, brandId = 'gulf'): Contact => ({
  ...{ id: `${brandId}:${country}`, brandId, brandName: brandId, country, hours: null },
  channels: [{ kind: 'phone', purpose: 'helpdesk', value: '+971 4 555 0100' }],
});
const all = [contact('AE'), contact('KW'), contact('US', 'lake')];

function start(input: Partial<ContactDirectoryInput> = {}) {
  const clock = simulatedClock();
  const directory = { contacts: async () => all };
  const actor = createActor(contactDirectoryMachine, { input: { directory, brandId: null, country: null, clock, ...input } });
  const first = contactDirectoryView(actor.getSnapshot());
  actor.start();
  return { actor, clock, first, view: () => contactDirectoryView(actor.getSnapshot()) };
}
const countries = (contacts: readonly Contact[]) => contacts.map(({ country }) => country);

suite('contact directory', () => {
  test('N2 lists the contacts of every country, and those of the chosen one', async () => {
    const { actor, view } = start();
    await settled();
    assert.deepEqual([view().state, countries(view().contacts), view().countries], ['listed', ['AE', 'KW', 'US'], ['AE', 'KW', 'US']]);
    actor.send({ type: 'country.chosen', country: 'KW' });
    assert.deepEqual([view().country, countries(view().contacts), view().countries], ['KW', ['KW'], ['AE', 'KW', 'US']]);
    actor.send({ type: 'country.chosen', country: null });
    assert.deepEqual(countries(view().contacts), ['AE', 'KW', 'US']);
  });

  test('N1 a brand is asked for by its id, and nobody by none', async () => {
    const asked: unknown[] = [];
    const directory: ContactDirectoryInput['directory'] = {
      contacts: async (request) => (asked.push(Object.keys(request ?? {}).includes('brandId') ? request?.brandId : 'none'), all),
    };
    start({ directory, brandId: 'gulf' });
    start({ directory });
    await settled();
    assert.deepEqual(asked, ['gulf', 'none']);
  });

  test('a country that was chosen before is chosen again, unless it has no contact any more', async () => {
    const kept = start({ country: 'KW' });
    const gone = start({ country: 'FR' });
    await settled();
    assert.deepEqual([kept.view().country, countries(kept.view().contacts)], ['KW', ['KW']]);
    assert.deepEqual([gone.view().country, gone.view().contacts.length], [null, 3]);
  });

  test('no contacts at all is a state of its own', async () => {
    const { view } = start({ directory: { contacts: async () => [] } });
    await settled();
    assert.equal(view().state, 'empty');
  });

  test('what is shown before the task is there is what the task begins with', () =>
    assert.deepEqual(start().first, contactDirectoryFirstView));

  for (const [code, failure, canRetry] of [
    ['offline', 'contact-directory.offline', true],
    ['rate-limited', 'contact-directory.busy', true],
    ['denied', 'contact-directory.denied', false],
    ['not-signed-in', 'contact-directory.denied', false],
    ['internal', 'contact-directory.unavailable', true],
  ] as const) {
    test(`${code} is told in words`, async () => {
      const { view } = start({ directory: { contacts: () => Promise.reject(new PortError(code)) } });
      await settled();
      assert.deepEqual([view().state, view().failure, view().canRetry, view().code], ['failed', failure, canRetry, code]);
    });
  }

  for (const { name, code, call } of faults) {
    test(`F17 ends in a named state with a port that ${name}, and can be tried again`, async () => {
      const unhandled = await unhandledDuring(async () => {
        let isBroken = true;
        const directory = { contacts: (request?: { signal?: AbortSignal }) => (isBroken ? call(request?.signal) : Promise.resolve(all)) };
        const { actor, view, clock } = start({ directory });
        await clock.pass(60_000);
        assert.deepEqual([view().state, view().code], ['failed', code]);
        isBroken = false;
        actor.send({ type: 'load.retried' });
        await settled();
        assert.deepEqual([view().state, view().code, clock.waits()], ['listed', null, 0]);
        actor.stop();
      });
      assert.deepEqual(unhandled, []);
    });
  }

  test('every transition is walked', () => {
    const { untaken } = walk(contactDirectoryMachine, {
      input: { directory: { contacts: async () => all }, brandId: null, country: null, clock: simulatedClock() },
      events: [
        ended(contactDirectoryMachine, 'load', { output: all }),
        ended(contactDirectoryMachine, 'load', { error: new Error() }),
        { type: 'country.chosen', country: 'KW' } as { type: string },
        { type: 'load.retried' },
      ],
      identity: ({ value, context }) => JSON.stringify([value, context.country]),
    });
    assert.deepEqual(untaken, []);
  });

  test('two views of one snapshot are the same, so that nothing renders twice', async () => {
    const { actor } = start();
    await settled();
    const [a, b] = [contactDirectoryView(actor.getSnapshot()), contactDirectoryView(actor.getSnapshot())];
    for (const key of Object.keys(a) as (keyof typeof a)[]) assert.ok(Object.is(a[key], b[key]), key);
  });
});
