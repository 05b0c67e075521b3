import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createActor } from 'xstate';
import type { IntakeCase } from '@portico/core/claims';
import { modificationRequestMachine, modificationRequestView } from '@portico/core/claims/modification-request';
import { addDays, dateIn, plainDate, startOfDay, type Instant } from '@portico/core/kernel';
import { createPolicyBook, defaultPack, nextcarePack, type PolicyPack } from '@portico/core/policy';
import { checkPolicyKey } from '@portico/core/schemas';
import { anything, createMemoryWorld, people, worldCases } from '@portico/testing/contract';
import { zones } from '../../../core/src/kernel/zones.cases.ts';

const DAY = 86_400_000;

/** Days with 23, 24 and 25 hours somewhere, a leap day, a day that a zone left out, and the world's own. */
const days = ['2011-12-28', '2024-02-22', '2024-03-24', '2024-10-27', '2026-03-08', '2026-11-01', '2026-11-21', '2028-02-29'];

/** A back office whose payer y counts days in this zone, with one case of provider a that was issued at this instant. */
async function deskIn(zone: string, createdAt: Instant, changes: Partial<IntakeCase> = {}) {
  const pack: PolicyPack = { id: 'zoned', base: 'nextcare', keys: { 'claims.zone': zone } };
  const record: IntakeCase = {
    ...worldCases[0]!,
    ...{ createdAt, life: 'active', provider: { id: 'provider:a', name: 'A', identifiers: [] } },
    payer: { id: 'payer:y', name: 'Y', identifiers: [] },
    ...changes,
  };
  const world = await createMemoryWorld(
    [{ organisationId: 'organisation:1', accounts: [people.clerk], contacts: [], payers: [], cases: [record] }],
    { policies: { book: createPolicyBook([defaultPack, nextcarePack, pack], checkPolicyKey), payers: { 'payer:y': 'zoned' } } },
  );
  const { row } = (await signedIn(world)).found;
  return { world, row };
}

/** A page on which the clerk has just signed in, and the case as it is. */
async function signedIn(world: Awaited<ReturnType<typeof createMemoryWorld>>) {
  const page = world.connect();
  await page.access!.signIn(people.clerk);
  const { rows } = await page.claims!.search(anything, {});
  return { page, found: (await page.claims!.get(rows[0]!.id))! };
}

/** What the page of core offers at the clock's time, by the machine and the view that an element shows. */
async function offeredBy({ page, found }: Awaited<ReturnType<typeof signedIn>>, now: () => Instant): Promise<string> {
  const { modificationRequests, requestModification, withdrawModification } = page.claims!;
  const actor = createActor(modificationRequestMachine, {
    input: {
      claims: {
        modificationRequests: modificationRequests!,
        requestModification: requestModification!,
        withdrawModification: withdrawModification!,
      },
      ...{ directory: null, documents: null, changes: page.changes, drafts: null, ids: { uuid: () => 'none' }, record: found.record },
      submit: () => Promise.reject(new Error('nothing is sent')),
      clock: { now, after: () => new Promise(() => undefined) },
    },
  });
  actor.start();
  await new Promise((resolve) => setTimeout(resolve, 0));
  const { state } = modificationRequestView(actor.getSnapshot());
  actor.stop();
  return state;
}

describe('modifications', () => {
  it('N11 N12 what the page offers and what the back office answers agree at every instant: ± 1 ms, 24 zones, days of all lengths', async () => {
    const started = fc.tuple(fc.constantFrom(...days), fc.constantFrom(...zones), fc.nat(DAY - 1));
    // Around the end to the millisecond, and anywhere near.
    const offset = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -8 * DAY, max: 2 * DAY }));
    await fc.assert(
      fc.asyncProperty(started, offset, async ([day, zone, time], shift) => {
        const createdAt = startOfDay(plainDate(day), zone) + time;
        const { world, row } = await deskIn(zone, createdAt);
        const { dueAt } = row.deadlines.modification!;
        const at = Math.max(createdAt, dueAt + shift);
        world.clock.advance(at - world.clock.now());
        const here = await signedIn(world);
        const offered = await offeredBy(here, () => world.clock.now());
        const asked = { subject: 'services', text: 'Two sessions.', documentIds: [] } as const;
        const answer = await here.page.claims!.requestModification!(row.id, asked, { commandId: 'the-request' });
        const answered =
          answer.status === 'accepted' ? 'offered' : answer.status === 'refused' && answer.code === 'window-over' ? 'over' : '';
        assert.equal(offered, answered, `${day} in ${zone}, ${at - dueAt} ms from the end`);
        // The calendar alone says the same: the seventh day after is whole, wherever the payer counts.
        const isInTime = dateIn(zone, at) <= addDays(dateIn(zone, createdAt), 7);
        assert.equal(offered === 'offered', isInTime, `by the calendar: ${day} in ${zone}`);
      }),
      { numRuns: 300 },
    );
  });

  it('N11 a clock of the page that is wrong changes nothing: the back office decides by its own', async () => {
    const createdAt = Date.UTC(2026, 10, 21, 8);
    const { world, row } = await deskIn('Asia/Dubai', createdAt);
    world.clock.advance(row.deadlines.modification!.dueAt - world.clock.now());
    const here = await signedIn(world);
    assert.equal(await offeredBy(here, () => createdAt), 'offered');
    const answer = await here.page.claims!.requestModification!(
      row.id,
      { subject: 'other', text: 'Late.', documentIds: [] },
      { commandId: 'the-request' },
    );
    assert.deepEqual(answer, { status: 'refused', code: 'window-over' });
  });

  it('N11 a case and its request are written together or not at all, and the audit tells of both answers', async () => {
    const { world, row } = await deskIn('Asia/Dubai', Date.UTC(2026, 10, 21, 8));
    const { page } = await signedIn(world);
    const asked = { subject: 'services', text: 'Two sessions.', documentIds: [] } as const;
    await page.claims!.requestModification!(row.id, asked, { commandId: 'first' });
    await page.claims!.requestModification!(row.id, asked, { commandId: 'second' });
    const [requests, audit, found] = await world.store.transaction('read', async (tx) => [
      await tx.query('modifications', {}),
      await tx.query('audit', {}),
      await tx.get('cases', row.id),
    ]);
    assert.deepEqual([requests.length, found!.version, found!.record.version, found!.events.length], [1, 2, 2, 2]);
    assert.deepEqual(
      audit.filter(({ action }) => action === 'claims.request-modification').map(({ target, outcome, code }) => [target, outcome, code]),
      [
        [row.id, 'accepted', null],
        [row.id, 'refused', 'already-open'],
      ],
    );
  });
});
