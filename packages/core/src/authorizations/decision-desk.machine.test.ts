import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { settled } from '../claims/claim-query-fixture.test.ts';
import { accepted, addDays, dateIn, endOfDay, plainDate, PortError, refused } from '../kernel/index.ts';
import { decision, item, policy as cmsPolicy, records, zone } from './authorization.fixture.test.ts';
import { aDesk, faults, opened, says, sent, type Out } from './decision-desk.fixture.test.ts';
import type { DeskAnswer } from './decision-desk.steps.ts';
import type { DecisionDeskEvent } from './decision-desk.task.ts';

suite('decision desk: the queue', () => {
  test('what waits for the payer is listed; a record that comes appears, a filter reads anew', async () => {
    const desk = aDesk();
    assert.equal(desk.view().state, 'loading');
    await settled();
    assert.deepEqual([desk.view().state, desk.view().rows.length], ['listed', 2]);
    desk.world.records.set('a-3', { ...records.received, id: 'a-3' });
    desk.overtake('a-3', {});
    await settled();
    assert.equal(desk.view().rows.length, 3);
    desk.actor.send({ type: 'filter.changed', changes: { scope: 'open' } });
    await settled();
    assert.deepEqual(desk.world.filters[0], { scope: 'mine', payerId: null, urgency: null, number: '' });
    assert.deepEqual(desk.world.filters.at(-1), { scope: 'open', payerId: null, urgency: null, number: '' });
  });

  test('what was opened is no longer new', async () => {
    const desk = await opened();
    assert.deepEqual(
      desk.view().rows.map(({ isUnread }) => isUnread),
      [false, true],
    );
  });

  test('a queue that cannot be read says so and keeps what is shown', async () => {
    const desk = aDesk();
    await settled();
    desk.world.error = new PortError('offline');
    desk.actor.send({ type: 'queue.refreshed' });
    await settled();
    assert.deepEqual([desk.view().state, desk.view().rows.length, desk.view().error], ['listed', 2, 'decision-desk.failed.offline']);
  });
});

suite('decision desk: deciding', () => {
  test('each item leaves with what was said of it, about the record as it was shown', async () => {
    const desk = await opened([
      says(1, { outcome: 'partially-certified', quantity: '3', amount: '50.5', reason: 'limit-reached' }),
      says(2, { outcome: 'not-certified', reason: 'not-covered', text: ' Not in the plan. ' }),
      { type: 'form.changed', changes: { number: 'N-7', validTo: '30/06/2026' } },
      sent,
    ]);
    const [{ act, id, what, meta, answer }] = desk.sent as [Out];
    assert.deepEqual([act, id, meta.expectedVersion], ['decide', 'a-1', 1]);
    assert.deepEqual(what, {
      items: [
        {
          ...{ sequence: 1, outcome: 'partially-certified', outcomeCode: null },
          reasons: [{ code: 'limit-reached', system: null, text: null }],
          authorized: {
            service: { code: 'S-1', system: null, text: null },
            ...{ quantity: '3', amount: { minor: 5_050, currency: 'USD' }, from: null, to: null, number: 'N-7' },
          },
        },
        {
          ...{ sequence: 2, outcome: 'not-certified', outcomeCode: null, authorized: null },
          reasons: [{ code: 'not-covered', system: null, text: 'Not in the plan.' }],
        },
      ],
      ...{ validFrom: '2026-03-10', validTo: '2026-06-30' },
    });
    answer(accepted({ ...records.approved, id: 'a-1' }));
    await settled();
    assert.deepEqual([desk.view().openId, desk.view().notice, desk.view().rows.length], [null, 'decision-desk.notice.decided', 1]);
    assert.deepEqual([desk.done, desk.errors], [[{ type: 'command.done', id: 'a-1', act: 'decide' }], []]);
  });

  test('what the chart refuses stays here, each code at its item: no word, no reason, no words, nothing instead', async () => {
    assert.deepEqual(faults(await opened([sent])), ['1 outcome undecided-items', '2 outcome undecided-items']);
    const desk = await opened([says(1, { outcome: 'not-certified' }), says(2, { outcome: 'modified' }), sent]);
    assert.deepEqual(faults(desk), ['1 reason reason-missing', '2 authorized authorized-missing']);
    desk.actor.send(says(1, { reason: 'not-covered' }));
    desk.actor.send(says(2, { outcome: 'partially-certified', amount: '1.234' }));
    assert.deepEqual(faults(desk), [], 'what was wrong is gone with the next key');
    desk.actor.send(sent);
    assert.deepEqual(faults(desk), ['1 text text-missing', '2 amount too-many-decimals']);
    assert.equal(desk.sent.length, 0);
  });

  test('a payer that asks for no words takes the reason alone, but never "other" alone', async () => {
    const plain = { policy: { denialNeedsWords: false } };
    const denies = (reason: string) =>
      opened([says(1, { outcome: 'not-certified', reason }), says(2, { outcome: 'certified' }), sent], plain);
    assert.equal((await denies('duplicate')).sent.length, 1);
    assert.deepEqual(faults(await denies('other')), ['1 text text-missing']);
  });

  test('A6 says what is authorized instead, with words where it has no code', async () => {
    const desk = await opened([
      says(1, { outcome: 'modified', isListed: false, service: 'S-9', serviceName: 'Another', quantity: '٢', number: 'N-1' }),
      says(2, { outcome: 'contact-payer', text: 'Call us.' }),
      sent,
    ]);
    const { items } = desk.sent[0]!.what as { items: readonly ReturnType<typeof decision>[] };
    assert.deepEqual(items[0]!.authorized, {
      service: { code: 'S-9', system: null, text: 'Another' },
      ...{ quantity: '2', amount: null, from: null, to: null, number: 'N-1' },
    });
    assert.deepEqual(items[1]!.reasons, [{ code: 'contact-payer', system: null, text: 'Call us.' }]);
  });

  test('A6 what was picked from the list leaves as the list has it; what was only looked for is no choice, and is never dropped', async () => {
    const instead = { code: 'K-1', system: 'urn:list', text: 'Another' };
    const desk = await opened([says(1, { outcome: 'modified', service: 'knee', quantity: '2' }), says(2, { outcome: 'certified' }), sent]);
    assert.deepEqual([faults(desk), desk.sent.length], [['1 service not-picked'], 0]);
    desk.actor.send(says(1, { instead, service: '' }));
    desk.actor.send(sent);
    const { items } = desk.sent[0]!.what as { items: readonly ReturnType<typeof decision>[] };
    assert.deepEqual(items[0]!.authorized?.service, instead);
  });

  test('an item has days of its own: where only one is given the other is as it was asked, and they are looked at as typed', async () => {
    const desk = aDesk();
    const asked = { from: plainDate('2026-03-10'), to: plainDate('2026-03-20') };
    desk.world.records.set('a-1', { ...records.received, id: 'a-1', items: [item(1, asked), item(2, asked)] });
    await settled();
    desk.actor.send({ type: 'record.opened', id: 'a-1' });
    await settled();
    const typed = (changes: Parameters<typeof says>[1]) => {
      for (const event of [
        says(1, { outcome: 'certified', ...changes }),
        says(2, { outcome: 'partially-certified', to: '15/3/2026' }),
        sent,
      ])
        desk.actor.send(event);
      return faults(desk);
    };
    assert.deepEqual(typed({ from: 'soon', to: 'later' }), ['1 from not-a-date', '1 to not-a-date']);
    assert.deepEqual(typed({ from: '21/3/2026', to: '' }), ['1 to dates-reversed']);
    assert.deepEqual(typed({ from: '', to: '30/6/2026' }), []);
    const { items } = desk.sent[0]!.what as { items: readonly ReturnType<typeof decision>[] };
    assert.deepEqual(
      items.map(({ authorized }) => [authorized?.from, authorized?.to, authorized?.quantity]),
      [
        ['2026-03-10', '2026-06-30', '1'],
        ['2026-03-10', '2026-03-15', null],
      ],
    );
  });

  test('a quantity that is none is told at its field', async () => {
    const less = (quantity: string) =>
      opened([says(1, { outcome: 'partially-certified', quantity }), says(2, { outcome: 'certified' }), sent]);
    assert.deepEqual(faults(await less('half')), ['1 quantity not-a-quantity']);
    assert.equal((await less('٢٫٥')).sent.length, 1);
  });

  test('days that are none, and an end before the beginning, are told at their fields', async () => {
    const approve = [says(1, { outcome: 'certified' }), says(2, { outcome: 'certified' })];
    const typed = async (validTo: string) => faults(await opened([...approve, { type: 'form.changed', changes: { validTo } }, sent]));
    assert.deepEqual(await typed('soon'), ['- validTo not-a-date']);
    assert.deepEqual(await typed('1/3/2026'), ['- validTo dates-reversed']);
  });

  test('an item that was taken back is not asked about; one that is decided stays as it is', async () => {
    const desk = aDesk();
    desk.world.records.set('a-1', {
      ...{ ...records.pended, id: 'a-1' },
      items: [item(1, { outcome: 'cancelled' }), item(2, { outcome: 'certified' }), item(3, { outcome: 'pended' })],
    });
    await settled();
    desk.actor.send({ type: 'record.opened', id: 'a-1' });
    await settled();
    assert.deepEqual(
      desk.view().form!.items.map(({ sequence }) => sequence),
      [2, 3],
    );
    desk.actor.send({ type: 'all.approved' });
    await desk.clock.advance(8_000);
    const { items } = desk.sent[0]!.what as { items: readonly { sequence: number; outcome: string }[] };
    assert.deepEqual(
      items.map(({ sequence, outcome }) => `${sequence} ${outcome}`),
      ['3 certified'],
    );
  });
});

suite('decision desk: approve all', () => {
  test('it leaves after the seconds of the policy, and can be taken back until then', async () => {
    const desk = await opened([{ type: 'all.approved' }]);
    await desk.clock.advance(7_000);
    assert.deepEqual([desk.view().isHeld, desk.sent.length], [true, 0]);
    desk.actor.send({ type: 'hold.undone' });
    await desk.clock.advance(60_000);
    assert.deepEqual([desk.view().isHeld, desk.sent.length, desk.view().notice], [false, 0, 'decision-desk.notice.undone']);
    assert.deepEqual(
      desk.view().form!.items.map(({ outcome }) => outcome),
      [null, null],
      'as it was before',
    );
    desk.actor.send({ type: 'all.approved' });
    await desk.clock.advance(8_000);
    assert.equal(desk.sent.length, 1);
  });

  test('it leaves what was decided otherwise as it was', async () => {
    const desk = await opened([
      says(2, { outcome: 'not-certified', reason: 'not-covered', text: 'No.' }),
      { type: 'all.approved' },
      { type: 'hold.ended' },
    ]);
    const { items } = desk.sent[0]!.what as { items: readonly { outcome: string }[] };
    assert.deepEqual(
      items.map(({ outcome }) => outcome),
      ['certified', 'not-certified'],
    );
  });

  test('what is wrong with an item that was decided otherwise stops it, and the others wait', async () => {
    const desk = await opened([says(2, { outcome: 'not-certified' }), { type: 'act.chosen', act: 'ask' }, { type: 'all.approved' }]);
    const { form, isHeld, canRestore } = desk.view();
    assert.deepEqual([faults(desk), isHeld, canRestore], [['2 reason reason-missing'], false, false]);
    assert.deepEqual([form!.act, form!.items[0]!.outcome], ['decide', null]);
  });

  test('nothing leaves about a record that somebody else changed in those seconds, or that is closed, which is told', async () => {
    const desk = await opened([{ type: 'all.approved' }]);
    desk.overtake('a-1', { items: [item(1), item(2), item(3)] });
    await settled();
    assert.deepEqual([desk.view().isHeld, desk.view().isOvertaken], [false, true]);
    const other = await opened([{ type: 'all.approved' }, { type: 'record.closed' }]);
    assert.deepEqual([other.view().openId, other.view().notice], ['a-1', 'decision-desk.notice.undone']);
    for (const { clock, sent: out } of [desk, other]) {
      await clock.advance(60_000);
      assert.equal(out.length, 0);
    }
  });

  test('whoever goes on while it waits has not taken it back: it leaves at once, and the next opens when it was taken', async () => {
    const desk = await opened([{ type: 'all.approved' }, { type: 'record.opened', id: 'a-2' }]);
    assert.deepEqual([desk.view().isHeld, desk.view().openId, desk.sent.map(({ id }) => id)], [false, 'a-1', ['a-1']]);
    desk.sent[0]!.answer(accepted({ ...records.approved, id: 'a-1' }));
    await settled();
    assert.deepEqual([desk.view().openId, desk.view().record, desk.view().notice], ['a-2', 'open', 'decision-desk.notice.decided']);
    assert.deepEqual(
      desk.view().form!.items.map(({ outcome }) => outcome),
      [null, null],
    );
    await desk.clock.advance(10_000);
    assert.deepEqual([desk.sent.length, [...desk.kept.keys()]], [1, []], 'once, and no draft of it stays');
  });

  test('refused, it stays open with what was said, and nobody is taken on', async () => {
    const desk = await opened([{ type: 'all.approved' }, { type: 'record.opened', id: 'a-2' }]);
    desk.sent[0]!.answer(refused('already-decided'));
    await settled();
    assert.deepEqual([desk.view().openId, desk.view().error], ['a-1', 'authorization.refusal.already-decided']);
    desk.actor.send({ type: 'record.closed' });
    await settled();
    assert.equal(desk.view().openId, null);
  });

  test('a payer without seconds sends at once', async () => {
    assert.equal((await opened([{ type: 'all.approved' }], { policy: { undoSeconds: 0 } })).sent.length, 1);
  });
});

suite('decision desk: pend, ask, mark as used', () => {
  test('a pend says why', async () => {
    const desk = await opened([{ type: 'act.chosen', act: 'pend' }, sent]);
    assert.deepEqual(faults(desk), ['- pendText text-missing']);
    desk.actor.send({ type: 'form.changed', changes: { pendText: ' The board meets on Monday. ' } });
    desk.actor.send(sent);
    assert.deepEqual([desk.sent[0]!.act, desk.sent[0]!.what], ['pend', { text: 'The board meets on Monday.' }]);
  });

  test('a question proposes the day of the policy, and is due at the end of it in the zone of the payer', async () => {
    const desk = await opened([
      { type: 'act.chosen', act: 'ask' },
      { type: 'form.changed', changes: { askText: 'The report, please.', askItems: [2] } },
      sent,
    ]);
    const day = addDays(dateIn(zone, desk.clock.now()), cmsPolicy.informationDays);
    assert.deepEqual(desk.sent[0]!.what, { text: 'The report, please.', items: [2], dueAt: endOfDay(day, zone) });
  });

  test('a question without words, or until a day that is over, does not leave', async () => {
    const changes = { askDue: '1/1/1969' };
    const desk = await opened([{ type: 'act.chosen', act: 'ask' }, { type: 'form.changed', changes }, sent]);
    assert.deepEqual([faults(desk), desk.sent.length], [['- askText text-missing', '- askDue day-is-past'], 0]);
  });

  test('use is marked where something is authorized, and refused by the chart where it is not', async () => {
    const desk = await opened([{ type: 'use.marked', how: 'used' }]);
    assert.deepEqual([desk.sent.length, desk.view().error], [0, 'authorization.refusal.not-authorized']);
    desk.overtake('a-1', records.approved);
    await settled();
    desk.actor.send({ type: 'use.marked', how: 'partly-used' });
    assert.deepEqual([desk.sent[0]!.act, desk.sent[0]!.what], ['use', 'partly-used']);
  });
});

suite('decision desk: nothing is lost', () => {
  const half = says(1, { outcome: 'not-certified', text: 'Half' });

  test('a conflict and a refusal keep what was typed and show the record as it is now', async () => {
    for (const [answer, error] of [
      [{ status: 'conflict', present: null }, 'decision-desk.error.conflict'],
      [refused('already-decided'), 'authorization.refusal.already-decided'],
    ] as const) {
      const desk = await opened([half, says(1, { reason: 'duplicate' }), says(2, { outcome: 'certified' }), sent]);
      desk.overtake('a-1', { items: [item(1), item(2), item(3)] });
      desk.sent[0]!.answer(answer as DeskAnswer);
      await settled();
      const { form, opened: shown, isSending } = desk.view();
      assert.deepEqual([desk.view().error, isSending, shown!.detail.record.version], [error, false, 2]);
      assert.deepEqual(
        form!.items.map(({ outcome, text }) => `${outcome} ${text}`),
        ['not-certified Half', 'certified ', 'null '],
      );
      assert.deepEqual(desk.done, []);
    }
  });

  test('a change by somebody else under the form is told, and what was typed stays', async () => {
    const desk = await opened([half]);
    desk.overtake('a-1', {});
    await settled();
    assert.deepEqual([desk.view().isOvertaken, desk.view().form!.items[0]!.text], [true, 'Half']);
    const untouched = await opened();
    untouched.overtake('a-1', {});
    await settled();
    assert.equal(untouched.view().isOvertaken, false, 'nothing was being written');
  });

  test('what cannot be sent stays, and nothing is sent twice meanwhile', async () => {
    const desk = await opened([says(1, { outcome: 'certified' }), says(2, { outcome: 'certified' }), sent, sent]);
    assert.equal(desk.sent.length, 1);
    desk.sent[0]!.fail(new PortError('offline'));
    await settled();
    assert.deepEqual([desk.view().error, desk.view().form!.items[0]!.outcome], ['decision-desk.failed.offline', 'certified']);
  });

  test('a reload opens the record again with what was begun; sent, it is forgotten', async () => {
    const before = await opened([half]);
    await before.clock.advance(600);
    const desk = aDesk({ drafts: [...before.kept.values()] });
    await settled();
    assert.deepEqual(
      [desk.view().openId, desk.view().form!.items[0]!.text, desk.view().notice],
      ['a-1', 'Half', 'decision-desk.notice.kept'],
    );
    for (const event of [says(1, { reason: 'duplicate' }), says(2, { outcome: 'certified' }), sent]) desk.actor.send(event);
    desk.sent[0]!.answer(accepted(records.approved));
    await settled();
    await desk.clock.advance(1_000);
    assert.deepEqual([...desk.kept], []);
  });

  test('another record can be looked at in between, and what was put away can be brought back', async () => {
    const desk = await opened([half, { type: 'record.opened', id: 'a-2' }]);
    assert.equal(desk.view().form!.items[0]!.text, '');
    desk.actor.send({ type: 'record.opened', id: 'a-1' });
    await settled();
    assert.equal(desk.view().form!.items[0]!.text, 'Half');
    desk.actor.send({ type: 'form.cleared' });
    assert.deepEqual([desk.view().form!.items[0]!.text, desk.view().canRestore], ['', true]);
    desk.actor.send({ type: 'form.restored' });
    assert.deepEqual([desk.view().form!.items[0]!.text, desk.view().canRestore], ['Half', false]);
  });

  test('every event is safe in every state', async () => {
    const events: readonly DecisionDeskEvent[] = [
      { type: 'queue.refreshed' },
      { type: 'more.requested' },
      { type: 'filter.changed', changes: { number: 'x' } },
      { type: 'record.opened', id: 'a-1' },
      { type: 'record.opened', id: 'nothing' },
      { type: 'act.chosen', act: 'ask' },
      half,
      { type: 'all.approved' },
      { type: 'hold.undone' },
      { type: 'hold.ended' },
      { type: 'form.cleared' },
      { type: 'form.restored' },
      { type: 'use.marked', how: 'used' },
      sent,
      { type: 'record.closed' },
    ];
    for (const first of events) {
      const desk = await opened([first]);
      for (const event of events) desk.actor.send(event);
      await desk.clock.advance(10_000);
      desk.sent.at(-1)?.answer(refused('denied'));
      await settled();
      assert.deepEqual(desk.errors, [], first.type);
    }
  });
});
