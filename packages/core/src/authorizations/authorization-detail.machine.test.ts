import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { settled, TestClock } from '../claims/claim-query-fixture.test.ts';
import { plainDate, PortError, type Change, type CommandAnswer, type CommandMeta, type Draft, type FieldGroup } from '../kernel/index.ts';
import { authorizationDetailMachine } from './authorization-detail.machine.ts';
import type { ItemChange } from './authorization-detail-draft.schema.ts';
import { changeOf, grantedOf, itemsToSend } from './authorization-detail.rules.ts';
import type { AuthorizationDetailEvent, AuthorizationDetailInput, AuthorizationDone } from './authorization-detail.task.ts';
import { authorizationDetailView } from './authorization-detail.view.ts';
import { authorizationHeadline } from './authorization-headline.ts';
import { authorizationOffer, decideAuthorization } from './authorization.lifecycle.ts';
import { DAY, item, now, policy, records, zone } from './authorization.fixture.test.ts';
import type { AuthorizationEvent } from './authorization.rules.ts';
import type { Authorization } from './authorization.schema.ts';
import type { AuthorizationAct, AuthorizationRefusal, AuthorizationsPort } from './authorizations.port.ts';
import { bindAnswer } from './information-answer.ts';

const ACTS: Readonly<Partial<Record<AuthorizationAct, AuthorizationEvent['type']>>> = {
  'answer-information': 'information.answered',
  extend: 'authorization.extended',
  update: 'authorization.updated',
  cancel: 'authorization.cancelled',
  void: 'authorization.voided',
};

type Answer = CommandAnswer<Authorization, AuthorizationRefusal>;

/** A back office of one record: every command is decided by the chart, and what was seen in an older version is a conflict. */
function anOffice(first: Authorization, clock: TestClock, hidden: readonly FieldGroup[] = []) {
  let record = first;
  const listeners = new Set<(change: Change) => void>();
  const sent: { readonly type: string; readonly meta: CommandMeta; readonly payload: Partial<AuthorizationEvent> }[] = [];
  const faults: PortError[] = [];
  const tell = (): void => listeners.forEach((listen) => listen({ topic: 'authorizations', id: record.id, version: record.version }));
  const put = (next: Authorization): void => {
    record = { ...next, version: record.version + 1 };
    tell();
  };
  const act = async (type: AuthorizationEvent['type'], meta: CommandMeta, payload: Partial<AuthorizationEvent>): Promise<Answer> => {
    const fault = faults.shift();
    if (fault) throw fault;
    sent.push({ type, meta, payload });
    if (meta.expectedVersion !== record.version) return { status: 'conflict', present: record };
    const decision = decideAuthorization(record, { at: clock.now(), by: 'Ana', policy, zone, ...payload, type } as AuthorizationEvent);
    if (!decision.accepted) return { status: 'refused', code: decision.code };
    put(decision.record);
    return { status: 'accepted', value: record };
  };
  const port: AuthorizationsPort = {
    get: async (id) => {
      if (id !== record.id) return null;
      const offers = (Object.keys(ACTS) as AuthorizationAct[]).filter(
        (name) => authorizationOffer(record, ACTS[name]!, { at: clock.now(), policy, zone }) === null,
      );
      return { record, hidden, offers, history: [] };
    },
    worklist: async () => ({ rows: [], next: null, total: { kind: 'unknown' } }),
    void: (_, why, meta) => act('authorization.voided', meta, { why }),
    extend: (_, until, meta) => act('authorization.extended', meta, { until }),
    cancel: (_, meta) => act('authorization.cancelled', meta, {}),
    update: (_, items, meta) => act('authorization.updated', meta, { items }),
    answerInformation: (_, reply, meta) => act('information.answered', meta, { reply }),
  };
  return { port, sent, listeners, put, faults, present: () => record };
}

/** A clock that stands at the moment of the table. */
const aClock = async (): Promise<TestClock> => {
  const clock = new TestClock();
  await clock.advance(now - clock.now());
  return clock;
};

async function aTask(first: Authorization, { draft, hidden = [] }: { draft?: Draft; hidden?: readonly FieldGroup[] } = {}) {
  const clock = await aClock();
  const office = anOffice({ ...first, version: 1 }, clock, hidden);
  const kept = new Map<string, Draft>(draft ? [[draft.taskId, draft]] : []);
  let n = 0;
  const task = { locale: 'en' };
  const input: AuthorizationDetailInput = {
    ...{ authorizations: office.port, claims: null, canPost: true, rulesFor: async () => ({ policy, zone }) },
    changes: {
      subscribe: (topic, listener) => {
        if (topic !== 'authorizations') return () => undefined;
        office.listeners.add(listener);
        return () => office.listeners.delete(listener);
      },
    },
    submit: (run, { commandId } = {}) => run({ commandId: commandId ?? 'none' }) as never,
    ids: { uuid: () => `command-${(n += 1)}` },
    drafts: {
      get: async (taskId) => kept.get(taskId) ?? null,
      put: async (one) => void kept.set(one.taskId, one),
      remove: async (taskId) => void kept.delete(taskId),
    },
    ...{ clock, today: () => plainDate('2026-03-03'), locale: () => task.locale, id: first.id },
  };
  const actor = createActor(authorizationDetailMachine, { input });
  const errors: unknown[] = [];
  const done: AuthorizationDone[] = [];
  actor.subscribe({ error: (error) => errors.push(error) });
  actor.on('authorization.done', (event) => done.push(event));
  actor.start();
  await settled();
  const send = async (...events: readonly AuthorizationDetailEvent[]): Promise<void> => {
    for (const event of events) actor.send(event);
    await settled();
  };
  return Object.assign(task, {
    actor,
    clock,
    office,
    kept,
    errors,
    done,
    input,
    send,
    view: () => authorizationDetailView(actor.getSnapshot()),
  });
}

const voiding: readonly AuthorizationDetailEvent[] = [
  { type: 'form.opened', act: 'void' },
  { type: 'form.changed', changes: { reason: 'not-performed', text: ' Moved. ' } },
];

suite('authorization detail: task', () => {
  test('N30 what is offered is what the chart offers, in every state of the table', async () => {
    for (const [name, record] of Object.entries(records)) {
      const { view, errors, actor } = await aTask(record);
      const expected = Object.keys(ACTS).filter(
        (act) => authorizationOffer(record, ACTS[act as AuthorizationAct]!, { at: now, policy, zone }) === null,
      );
      assert.deepEqual(view().acts.toSorted(), expected.toSorted(), name);
      assert.equal(view().headline, authorizationHeadline(record), name);
      assert.deepEqual(errors, []);
      actor.stop();
    }
  });

  test('N29 a void wants a reason, says so at its field, and leaves it not used', async () => {
    const { view, send, office, done } = await aTask(records.approved);
    await send({ type: 'form.opened', act: 'void' }, { type: 'form.sent' });
    assert.deepEqual(view().field, { name: 'reason', key: 'authorization.refusal.reason-missing' });
    await send({ type: 'form.changed', changes: { reason: 'other' } }, { type: 'form.sent' });
    assert.deepEqual(view().field, { name: 'text', key: 'authorization.refusal.text-missing' });
    assert.equal(office.sent.length, 0);
    await send({ type: 'form.changed', changes: { text: ' Another day. ' } }, { type: 'form.sent' });
    assert.deepEqual(office.sent[0]?.payload.why, { reason: 'other', text: 'Another day.' });
    assert.equal(office.sent[0]?.meta.expectedVersion, 1);
    assert.deepEqual([view().headline, view().notice, view().form, view().acts], ['not-used', 'authorization-detail.done.void', null, []]);
    assert.deepEqual(done, [{ type: 'authorization.done', act: 'void', id: 'a-1', requestId: null }]);
  });

  test('N30 what is used is not voided: not offered, not begun, not sent', async () => {
    const { view, send, office } = await aTask(records.billed);
    await send(...voiding, { type: 'form.sent' });
    assert.deepEqual([view().form, office.sent.length], [null, 0]);
  });

  test('a change from elsewhere takes the offer away at once, and what was typed stays', async () => {
    const { view, send, office, actor } = await aTask(records.approved);
    await send(...voiding);
    office.put({ ...office.present(), usedAt: now, state: { ...office.present().state, use: 'used' } });
    assert.deepEqual(authorizationDetailView(actor.getSnapshot()).acts, [], 'before it was read again');
    await settled();
    assert.deepEqual([view().headline, view().form, view().unsent], ['used', null, ' Moved. ']);
    await send({ type: 'form.sent' });
    assert.equal(office.sent.length, 0);
  });

  test('what was seen in an older version is a conflict: the present state is shown and what was typed stays', async () => {
    const { view, send, office } = await aTask(records.approved);
    await send(...voiding);
    // Nobody tells: the page still shows what was.
    office.listeners.clear();
    office.put({ ...office.present(), validTo: plainDate('2026-05-01') });
    await send({ type: 'form.sent' });
    assert.deepEqual([view().error, view().form?.text], ['authorization-detail.error.conflict', ' Moved. ']);
    assert.equal(view().detail?.record.validTo, '2026-05-01');
    await send({ type: 'form.sent' });
    assert.deepEqual([view().headline, office.sent.at(-1)?.meta.expectedVersion], ['not-used', 2]);
  });

  test('a command that did not get through is sent again under the same id; another text is another command', async () => {
    const { view, send, office, kept } = await aTask(records.approved);
    await send(...voiding);
    office.faults.push(new PortError('offline'));
    await send({ type: 'form.sent' });
    assert.deepEqual([view().error, view().form?.text], ['authorization-detail.error.unsent', ' Moved. ']);
    assert.equal(kept.get('authorization-detail:a-1')?.commandId, 'command-1', 'a reload knows of it');
    office.faults.push(new PortError('offline'));
    await send({ type: 'form.sent' });
    assert.equal(kept.get('authorization-detail:a-1')?.commandId, 'command-1', 'the same act');
    await send({ type: 'form.changed', changes: { text: 'Moved to May.' } }, { type: 'form.sent' });
    assert.deepEqual([office.sent.at(-1)?.meta.commandId, kept.size], ['command-2', 0]);
  });

  test('what was typed before a reload comes back, and is not sent by itself', async () => {
    const before = await aTask(records.approved);
    await before.send(...voiding);
    await before.clock.advance(600);
    const draft = before.kept.get('authorization-detail:a-1')!;
    before.actor.stop();
    const { view, office } = await aTask(records.approved, { draft });
    assert.deepEqual([view().form?.reason, view().form?.text, view().notice], ['not-performed', ' Moved. ', 'authorization-detail.kept']);
    assert.equal(office.sent.length, 0);
  });

  test('what was put away comes back', async () => {
    const { view, send } = await aTask(records.approved);
    await send(...voiding, { type: 'form.closed' });
    assert.deepEqual([view().form, view().canUndo], [null, true]);
    await send({ type: 'form.undone' });
    assert.deepEqual([view().form?.text, view().canUndo], [' Moved. ', false]);
  });

  test('an end day is read as it is typed, and must be later than what holds', async () => {
    const { view, send, office } = await aTask(records.approved);
    await send({ type: 'form.opened', act: 'extend' }, { type: 'form.changed', changes: { until: 'soon' } }, { type: 'form.sent' });
    assert.deepEqual(view().field, { name: 'until', key: 'authorization-detail.error.not-a-date' });
    await send({ type: 'form.changed', changes: { until: '5/31/2026' } }, { type: 'form.sent' });
    assert.deepEqual(view().field, { name: 'until', key: 'authorization.refusal.dates-reversed' });
    await send({ type: 'form.changed', changes: { until: '7/1/2026' } });
    assert.equal(view().until, '2026-07-01');
    await send({ type: 'form.sent' });
    assert.deepEqual([office.sent[0]?.payload.until, view().headline], ['2026-07-01', 'received']);
  });

  test('an end day typed without its year is the next such day, and the same day in another language, there and after a reload', async () => {
    const task = await aTask(records.approved);
    const { send, view, kept, clock } = task;
    await send({ type: 'form.opened', act: 'extend' }, { type: 'form.changed', changes: { until: '2/1' } });
    assert.equal(view().until, '2027-02-01');
    task.locale = 'ar';
    await send({ type: 'language.changed', before: 'en' });
    assert.deepEqual([view().until, view().form?.until], ['2027-02-01', '2027-02-01']);
    await clock.advance(1_000);
    await settled();
    assert.equal((kept.get(`authorization-detail:${records.approved.id}`)?.payload as { until: string }).until, '2027-02-01');
    await send({ type: 'form.closed' }, { type: 'form.undone' });
    assert.equal(view().until, '2027-02-01');
  });

  test('items keep their numbers: what is taken back stays, what is added stands above all there were', async () => {
    const { view, send, office } = await aTask(records.received);
    await send({ type: 'form.opened', act: 'update' }, { type: 'form.sent' });
    assert.equal(view().error, 'authorization.refusal.nothing-changed');
    await send(
      { type: 'item.changed', sequence: 2, changes: { isCancelled: true } },
      { type: 'item.changed', sequence: 1, changes: { amount: 'many' } },
      { type: 'form.sent' },
    );
    assert.deepEqual(view().field, { name: '1-amount', key: 'authorization-detail.error.not-an-amount' });
    await send(
      { type: 'item.changed', sequence: 1, changes: { amount: '80.50', quantity: ' 3 ', from: '3/12/2026' } },
      { type: 'item.added', service: { code: 'S-9', system: null, text: 'Scan' } },
      { type: 'form.sent' },
    );
    assert.deepEqual(
      office.present().items.map(({ sequence, outcome, quantity, amount, from }) => [sequence, outcome, quantity, amount?.minor, from]),
      [
        [1, 'undecided', '3', 8_050, '2026-03-12'],
        [2, 'cancelled', '1', 10_000, null],
        [3, 'undecided', '1', undefined, null],
      ],
    );
    await send(
      { type: 'form.opened', act: 'update' },
      { type: 'item.added', service: { code: 'S-10', system: null, text: null } },
      { type: 'form.sent' },
    );
    assert.deepEqual(
      office.present().items.map(({ sequence }) => sequence),
      [1, 2, 3, 4],
    );
  });

  test('items that are not shown as a whole are not changed: nothing hidden is overwritten with nothing', async () => {
    assert.ok((await aTask(records.received)).view().acts.includes('update'));
    for (const group of ['amounts', 'clinical'] as const)
      assert.ok(!(await aTask(records.received, { hidden: [group] })).view().acts.includes('update'), group);
  });

  test('the time left goes down by the minute, and what is overdue, breached and expired becomes so by time alone', async () => {
    const { view, clock } = await aTask(records.received);
    const left = view().minutesLeft!;
    await clock.advance(60_000);
    assert.equal(view().minutesLeft, left - 1);
    await clock.advance(7 * DAY);
    assert.deepEqual([view().isBreached, view().minutesLeft, view().headline], [true, 0, 'received']);
    const approved = await aTask(records.approved);
    assert.deepEqual([approved.view().isExpired, approved.view().acts.includes('void')], [false, true]);
    await approved.clock.advance(120 * DAY);
    assert.deepEqual([approved.view().isExpired, approved.view().acts], [true, []]);
    const asked = await aTask(records.asked);
    assert.equal(asked.view().isOverdue, false);
    await asked.clock.advance(14 * DAY);
    assert.equal(asked.view().isOverdue, true);
  });

  test('a refresh that fails leaves what was shown; who lost the right sees nothing of it', async () => {
    const { view, send, office, input } = await aTask(records.approved);
    const get = office.port.get;
    const failing = (code: 'offline' | 'denied'): void =>
      void Object.assign(input.authorizations, { get: () => Promise.reject(new PortError(code)) });
    failing('offline');
    await send({ type: 'authorization.refreshed' });
    assert.deepEqual([view().state, view().error, view().detail?.record.id], ['ready', 'authorization-detail.stale', 'a-1']);
    failing('denied');
    await send({ type: 'authorization.refreshed' });
    assert.deepEqual([view().state, view().detail], ['failed', null]);
    Object.assign(input.authorizations, { get });
    await send({ type: 'authorization.refreshed' });
    assert.equal(view().state, 'ready');
    await send({ type: 'authorization.opened', id: 'somebody-elses' });
    assert.deepEqual([view().state, view().error], ['notFound', 'authorization-detail.notFound']);
  });
});

suite('authorization detail: answer to the payer', () => {
  const answer = { requestId: 'q-1', noteId: 'n-9', isLast: true };

  test('P3 a posted note is bound to its question once, however often it is asked for', async () => {
    const clock = await aClock();
    const office = anOffice({ ...records.asked, version: 1 }, clock);
    const input = { authorizations: { get: office.port.get, answerInformation: office.port.answerInformation! }, clock };
    const submit = (run: (meta: CommandMeta) => Promise<unknown>) => run({ commandId: 'c' }) as never;
    const last = { ...answer, isLast: false };
    assert.equal(await bindAnswer({ ...input, submit }, 'a-1', last), null);
    assert.equal(await bindAnswer({ ...input, submit }, 'a-1', last), null);
    assert.equal(office.present().informationRequests[0]!.answers.length, 1);
    assert.equal(office.present().state.information, 'partial');
    // Something else happened between reading and sending: it is read again.
    let isFirst = true;
    const meanwhile = (run: (meta: CommandMeta) => Promise<unknown>) => {
      if (isFirst) office.put(office.present());
      isFirst = false;
      return run({ commandId: 'c' }) as never;
    };
    assert.equal(await bindAnswer({ ...input, submit: meanwhile }, 'a-1', { ...answer, noteId: 'n-10' }), null);
    assert.equal(office.present().state.information, 'satisfied');
    assert.equal(await bindAnswer({ ...input, submit }, 'a-1', { ...answer, noteId: 'n-11' }), 'no-such-request');
  });

  test('the form of an answer outlives that the payer decides meanwhile', async () => {
    const { view, send, office } = await aTask(records.asked);
    await send({ type: 'form.opened', act: 'answer-information', requestId: 'q-1' });
    assert.equal(view().isAsked, true);
    office.put(records.denied);
    await settled();
    assert.deepEqual([view().form?.requestId, view().isAsked, view().headline], ['q-1', false, 'denied']);
    await send({ type: 'answer.posted', requestId: 'q-1', refusal: 'no-such-request' });
    assert.deepEqual([view().form, view().error], [null, 'authorization-detail.error.not-asked']);
  });
});

suite('authorization detail: rules', () => {
  test('A1 is authorized as it was asked where nothing else is said; A6 shows what is authorized instead, and no more', () => {
    const asked = item(1, { outcome: 'certified' });
    assert.deepEqual(grantedOf(asked), {
      ...{ service: asked.service, quantity: '1', amount: asked.amount },
      from: null,
      to: null,
      number: null,
    });
    const other = { code: 'S-2', system: null, text: null };
    const authorized = { service: other, quantity: null, amount: null, from: null, to: null, number: 'N-1' };
    assert.deepEqual(grantedOf(item(1, { outcome: 'modified', authorized })), authorized);
    assert.equal(grantedOf(item(1, { outcome: 'not-certified' })), null);
  });

  test('an item of the payer and one that was taken back are sent as they are', () => {
    const items = [item(1, { origin: 'payer' }), item(2, { outcome: 'cancelled' }), item(3)];
    const change = { isCancelled: false, quantity: '9', amount: '', from: '', to: '' };
    const changes = [1, 2, 3].map((sequence) => ({ ...change, sequence }));
    const sent = itemsToSend({ items, currency: 'USD' }, { changes, added: [] }, { today: plainDate('2026-03-03'), locale: 'en' });
    assert.ok(!('code' in sent));
    assert.deepEqual([sent[0], sent[1], sent[2]!.quantity], [items[0], items[1], '9']);
  });

  test('a quantity that is none, and an end before the beginning, are told at their fields; what stood before is not', () => {
    const items = [item(1, { quantity: '0.00005' }), item(2)];
    const sends = (changes: Partial<ItemChange>, quantity = '1') =>
      itemsToSend(
        { items, currency: 'USD' },
        {
          changes: items.map((one) => ({ ...changeOf(one), ...(one.sequence === 2 && changes) })),
          added: [{ service: items[0]!.service!, quantity, amount: '' }],
        },
        { today: plainDate('2026-03-03'), locale: 'en' },
      );
    assert.deepEqual(sends({ quantity: '0' }), { at: '2-quantity', code: 'not-a-quantity' });
    assert.deepEqual(sends({ from: '3/12/2026', to: '3/11/2026' }), { at: '2-to', code: 'dates-reversed' });
    assert.deepEqual(sends({}, 'some'), { at: 'added-0-quantity', code: 'not-a-quantity' });
    const sent = sends({ quantity: '٢' }, '٣');
    assert.deepEqual('code' in sent || sent.map(({ quantity }) => quantity), ['0.00005', '2', '3']);
  });
});
