import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PortError } from '../kernel/index.ts';
import { aTask, page, reaches, rows, settled, stateOf } from './claim-query-fixture.test.ts';
import { draftOf } from './claim-query.steps.ts';
import { claimQueryDraftSchema } from './claim-query-draft.schema.ts';
import { anyCriteria } from './case-fixture.test.ts';
import { claimQueryView, emptyForm } from './index.ts';

const place = { activeId: 'c-3', offset: 2 };
const draft = {
  form: { ...emptyForm, from: '1/11', to: '2' },
  run: { criteria: anyCriteria, sort: { key: 'billed', direction: 'ascending' }, pages: [] },
  place,
};

test('half-typed text is kept a moment after the last key', async () => {
  const { actor, clock, kept } = aTask();
  actor.start();
  await reaches(actor, 'idle');
  actor.send({ type: 'criteria.changed', changes: { from: '1/' } });
  await settled();
  assert.equal(kept(), undefined);
  actor.send({ type: 'criteria.changed', changes: { from: '1/1' } });
  await clock.advance(600);
  assert.equal((kept() as typeof draft).form.from, '1/1');
});

test('N25 what is executed is kept in the same moment, with the last keys before it', async () => {
  const { actor, kept, clock } = aTask();
  actor.start();
  await reaches(actor, 'idle');
  const before = clock.now();
  actor.send({ type: 'criteria.changed', changes: { from: '1/11', to: '2/11' } });
  actor.send({ type: 'query.executed' });
  await settled();
  assert.notEqual(kept(), undefined, 'something is kept');
  const { form, run } = claimQueryDraftSchema.parse(kept());
  assert.deepEqual([form.to, run?.criteria.from, clock.now()], ['2/11', '2026-11-01', before]);
});

test('what is kept is kept once, until something changes again', async () => {
  const { actor, clock, kept } = aTask();
  actor.start();
  await reaches(actor, 'idle');
  actor.send({ type: 'criteria.changed', changes: { from: '1' } });
  await clock.advance(600);
  const first = kept();
  await clock.advance(600);
  await clock.advance(600);
  assert.ok(kept() === first);
});

test('a reload shows the same form, the same result and the same place', async () => {
  const { actor, searches } = aTask({}, draft);
  actor.start();
  await reaches(actor, 'searching');
  await settled();
  assert.deepEqual(searches[0]?.sort, draft.run.sort);
  searches[0]?.resolve(page(rows(4)));
  await reaches(actor, 'results');
  const { context } = actor.getSnapshot();
  assert.deepEqual([context.form, context.place], [draft.form, place]);
});

test('N24 a reload says again what the typed dates mean', async () => {
  const { actor } = aTask({}, { ...draft, form: { ...draft.form, to: '32/11' }, run: null });
  actor.start();
  await reaches(actor, 'idle');
  const { dates, errors } = claimQueryView(actor.getSnapshot());
  assert.deepEqual([dates.from, dates.to, errors], ['2026-11-01', null, [{ field: 'to', code: 'no-such-day' }]]);
});

test('what is kept is what the schema reads', async () => {
  const { actor, searches, clock, kept } = aTask();
  actor.start();
  await reaches(actor, 'idle');
  actor.send({ type: 'criteria.changed', changes: { section: 'advanced', currency: 'KWD', amountFrom: '1,' } });
  actor.send({ type: 'criteria.changed', changes: { amountFrom: '1' } });
  actor.send({ type: 'query.executed' });
  await settled();
  searches[0]?.resolve(page(rows(1), 'next'));
  await reaches(actor, 'results');
  actor.send({ type: 'page.requested', direction: 'next' });
  await clock.advance(600);
  const read = claimQueryDraftSchema.parse(JSON.parse(JSON.stringify(kept())));
  assert.deepEqual(read, draftOf(actor.getSnapshot().context));
  assert.equal(read.run?.pages[0]?.cursor, 'next');
});

test('a draft of another build is offered as text and does not keep anybody from working', async () => {
  const { actor } = aTask({}, { form: { from: '1/11', nested: ['Amina'] }, old: true });
  actor.start();
  await reaches(actor, 'idle');
  assert.equal(actor.getSnapshot().context.unread, '1/11\nAmina');
  actor.send({ type: 'draft.dismissed' });
  assert.equal(actor.getSnapshot().context.unread, null);
});

test('what was typed before the draft arrived stands', async () => {
  const { actor } = aTask({}, draft);
  actor.start();
  actor.send({ type: 'criteria.changed', changes: { from: '9/11' } });
  await reaches(actor, 'idle');
  assert.equal(actor.getSnapshot().context.form.from, '9/11');
});

test('a place from this page is newer than the draft', async () => {
  const { actor } = aTask({ place: { form: { ...emptyForm, to: '8/8' }, run: null, place } }, draft);
  actor.start();
  await reaches(actor, 'idle');
  assert.equal(actor.getSnapshot().context.form.to, '8/8');
});

test('opening a case keeps the place at once; stopping keeps what was typed last', async () => {
  const { actor, kept } = aTask();
  actor.start();
  await reaches(actor, 'idle');
  actor.send({ type: 'row.opened', place });
  assert.deepEqual((kept() as typeof draft).place, place);
  actor.send({ type: 'criteria.changed', changes: { to: '3' } });
  actor.stop();
  assert.equal((kept() as typeof draft).form.to, '3');
});

test('drafts that fail to load are no drafts; a save that fails is told until one works', async () => {
  let isBroken = true;
  const drafts = {
    get: () => Promise.reject(new PortError('internal')),
    put: () => (isBroken ? Promise.reject(new PortError('offline')) : Promise.resolve()),
    remove: () => Promise.resolve(),
  };
  const { actor, clock, errors } = aTask({ drafts });
  actor.start();
  await reaches(actor, 'idle');
  actor.send({ type: 'criteria.changed', changes: { to: '3' } });
  await clock.advance(600);
  assert.equal(actor.getSnapshot().context.keepsText, false);
  isBroken = false;
  actor.send({ type: 'criteria.changed', changes: { to: '4' } });
  await clock.advance(600);
  assert.equal(actor.getSnapshot().context.keepsText, true);
  assert.deepEqual([errors, stateOf(actor.getSnapshot())], [[], 'idle']);
});

test('where nothing is kept, that is known before typing starts', () => {
  assert.equal(aTask({ drafts: null }).actor.getSnapshot().context.keepsText, false);
});
