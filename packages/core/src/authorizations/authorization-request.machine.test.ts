import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settled } from '../../../../test/kit/simulated-clock.ts';
import { samplePdf } from '../documents/sample-file.fixture.test.ts';
import { accepted, PortError, refused, type Draft } from '../kernel/index.ts';
import { fresh } from './authorization.fixture.test.ts';
import { requestDraftSchema } from './authorization-request-draft.schema.ts';
import { change, choose, diagnosis, dispatch, review, row, service, sound, started } from './authorization-request.fixture.test.ts';

const problems = (view: { readonly problems: readonly { readonly field: string }[] }): string[] => view.problems.map(({ field }) => field);

describe('authorization request, the form', () => {
  it('P5 offers the kinds that the payer takes, and chooses one of them', async () => {
    const { send, view } = await started();
    assert.deepEqual([view().state, view().areRules, view().form.kind], ['composing', 'none', 'request']);
    await send(change({ payerId: 'payer:y' }));
    assert.deepEqual(
      [view().rules?.authorizations.kinds, view().form.kind, view().form.currency],
      [['inpatient-notification'], 'inpatient-notification', 'USD'],
    );
    await send(change({ payerId: '' }));
    assert.deepEqual([view().rules, view().areRules], [null, 'none']);
  });

  it('says all that is missing at once, by field in the order of the form; each goes as it is mended and none comes while typing', async () => {
    const { send, view } = await started();
    await send(review);
    const all = ['payerId', 'providerId', 'memberNumber', 'physician', 'serviceFrom', 'diagnosis', 'item'];
    assert.deepEqual([view().state, problems(view())], ['composing', all]);
    await send(change({ payerId: 'payer:x', providerId: 'provider:b' }), diagnosis('D-1'));
    assert.deepEqual(problems(view()), ['memberNumber', 'physician', 'serviceFrom', 'item']);
    await send(change({ serviceFrom: '31/2/2026' }));
    assert.deepEqual(problems(view()), ['memberNumber', 'physician', 'item']);
    await send(review);
    assert.deepEqual(view().problems.find(({ field }) => field === 'serviceFrom')?.message, 'request.problem.no-such-day');
  });

  it('N18 a physician in no list goes by licence and name, and both are asked for', async () => {
    const { send, view, sent } = await started();
    await send(...sound, change({ unlistedPhysician: { type: 'lop', number: '', name: '' } }), review);
    assert.deepEqual(view().problems, [
      { field: 'licenceNumber', message: 'authorization.refusal.licence-missing' },
      { field: 'physicianName', message: 'authorization.refusal.physician-missing' },
    ]);
    await send(change({ unlistedPhysician: { type: 'lop', number: ' ١٠٤٨٢ ', name: ' Dr. Nobody ' } }), review, dispatch);
    assert.deepEqual(
      [sent[0]?.request.physician, sent[0]?.request.unlistedPhysician],
      [null, { identifier: { type: 'lop', value: '10482' }, name: 'Dr. Nobody' }],
    );
  });

  it('N19 a diagnosis whose code is only the nearest carries the exact words, and needs them', async () => {
    const { send, view, sent } = await started();
    await send(...sound, diagnosis('D-2'), { type: 'diagnosis.changed', index: 1, exact: '  ' }, review);
    assert.deepEqual(view().problems, [{ field: 'diagnosis-1-exact', message: 'authorization.refusal.exact-missing' }]);
    await send(diagnosis('D-3'), { type: 'diagnosis.changed', index: 2, exact: '' }, review);
    assert.deepEqual(problems(view()), ['diagnosis-1-exact', 'diagnosis-2-exact']);
    await send({ type: 'diagnosis.removed', index: 2 });
    await send({ type: 'diagnosis.changed', index: 1, exact: ' rare one ' }, diagnosis('D-1'), review, dispatch);
    assert.deepEqual(
      sent[0]?.request.diagnoses.map(({ coded, exact }) => [coded.code, exact]),
      [
        ['D-1', null],
        ['D-2', 'rare one'],
      ],
    );
  });

  it('N20 a service in no list needs a name and an estimated cost, each said at its own field', async () => {
    const { send, view, sent } = await started();
    await send(...sound, { type: 'item.added', service: null }, { type: 'item.added', service: null, name: 'Novel scan' });
    await send({ type: 'item.changed', sequence: 3, changes: { estimate: 'much' } }, review);
    assert.deepEqual(problems(view()), ['item-2-name', 'item-3-estimate']);
    await send({ type: 'item.changed', sequence: 2, changes: { quantity: '0', from: '3/12/2026', to: '3/11/2026' } }, review);
    assert.deepEqual(problems(view()), ['item-2-name', 'item-2-quantity', 'item-2-to', 'item-3-estimate'], 'all that is wrong at once');
    await send({ type: 'item.changed', sequence: 2, changes: { quantity: '1', from: '', to: '' } });
    await send(
      { type: 'item.changed', sequence: 2, changes: { name: ' Other scan ', estimate: '0' } },
      { type: 'item.changed', sequence: 3, changes: { estimate: '1,250.50', quantity: '٢' } },
      review,
    );
    assert.deepEqual(view().problems, [{ field: 'item-2-estimate', message: 'authorization.refusal.estimate-missing' }]);
    await send({ type: 'item.changed', sequence: 2, changes: { estimate: '80' } }, review, dispatch);
    assert.deepEqual(
      sent[0]?.request.items.map(({ sequence, unlisted, quantity }) => [sequence, unlisted?.name, unlisted?.estimatedCost.minor, quantity]),
      [
        [1, undefined, undefined, '1'],
        [2, 'Other scan', 8_000, '1'],
        [3, 'Novel scan', 125_050, '2'],
      ],
    );
  });

  it('lines keep their numbers: one that was removed comes back under its own, and no other gets it', async () => {
    const { send, view } = await started();
    await send(...sound, service('S-2'), { type: 'item.removed', sequence: 1 }, service('S-3'));
    assert.deepEqual(
      view().form.items.map(({ sequence }) => sequence),
      [2, 3],
    );
    await send({ type: 'line.returned' });
    assert.deepEqual(
      view().form.items.map(({ sequence }) => sequence),
      [1, 2, 3],
    );
    await send({ type: 'diagnosis.removed', index: 0 });
    assert.deepEqual([view().form.diagnoses.length, view().removedLine?.of], [0, 'diagnoses']);
    await send({ type: 'line.returned' });
    assert.equal(view().form.diagnoses.length, 1);
  });

  it('who types another number means another member: what an eligibility check knew of the first is gone', async () => {
    const member = { id: 'm-1', name: 'Mara Lind', number: 'M-1', birthDate: null };
    const { send, view } = await started({ input: { member, payerId: 'payer:x' } });
    assert.deepEqual([view().form.member, view().form.payerId], [member, 'payer:x']);
    await send(change({ member: { ...view().form.member, number: 'm-1 ' } }));
    assert.equal(view().form.member.id, 'm-1');
    await send(change({ member: { ...view().form.member, number: 'M-2' } }));
    assert.equal(view().form.member.id, null);
  });

  it('another member named by the host puts what was begun aside, and it can come back whole', async () => {
    const { send, view } = await started();
    await send(...sound, { type: 'member.given', payerId: null, member: { id: null, name: 'Omar', number: 'M-9', birthDate: null } });
    assert.deepEqual([view().form.member.name, view().form.items.length, view().notice], ['Omar', 0, 'request.notice.aside']);
    await send({ type: 'discard.undone' });
    assert.deepEqual([view().form.member.name, view().form.items.length, view().hasAside], ['Mara Lind', 1, true]);
  });

  it('a denied one is replaced: its lines keep their numbers, and the new one says what it takes the place of', async () => {
    const { send, view, sent } = await started({ input: { supersedes: 'old' } });
    assert.deepEqual([view().replaces, view().form.items.map(({ sequence }) => sequence)], ['PA-1', [1, 2]]);
    await send(review, dispatch);
    assert.deepEqual([sent[0]?.request.supersedes, sent[0]?.request.items.length], ['old', 2]);
    await send({ type: 'request.begun' }, ...sound, review, dispatch);
    assert.deepEqual([sent[1]?.request.supersedes, view().replaces], [null, null]);
    const none = await started({ input: { supersedes: 'gone' } });
    assert.equal(none.view().notice, 'request.notice.not-replaceable');
  });
});

describe('authorization request, before it is sent', () => {
  it('N15 says that documents help where none is attached, and never holds the request up', async () => {
    const { send, view, sent } = await started();
    await send(...sound, review);
    assert.deepEqual([view().state, view().isNudged], ['reviewing', true]);
    await send(dispatch);
    assert.deepEqual([view().state, sent.length], ['sent', 1]);
    const other = await started();
    await other.send(...sound, change({ payerId: 'payer:y' }), review);
    assert.equal(other.view().isNudged, false);
  });

  it('shows what may be the same, and sends on the person’s word alone', async () => {
    const { send, view, sent } = await started({ duplicates: [row('1'), row('old')], input: { supersedes: 'old' } });
    await send(review);
    assert.deepEqual([view().duplicates?.map(({ id }) => id), sent.length], [['1'], 0]);
    await send({ type: 'review.left' });
    assert.deepEqual([view().state, view().form.items.length], ['composing', 2]);
    await send(review, dispatch);
    assert.equal(sent.length, 1);
  });

  it('where nobody can say what was asked before, that is said and nothing is held up', async () => {
    const { send, view, sent } = await started({ duplicates: new PortError('unavailable') });
    await send(...sound, review);
    assert.deepEqual([view().state, view().duplicates], ['reviewing', null]);
    await send(dispatch);
    assert.equal(sent.length, 1);
  });

  it('a payer whose rules cannot be had: nothing leaves, and it can be tried again', async () => {
    let fails = true;
    const asked = await started();
    const { send, view } = await asked.open({
      rules: async (payerId) => {
        if (fails) throw new PortError('unavailable');
        return { ...asked.view().rules!, ...(payerId && {}) };
      },
    });
    await asked.send(...sound);
    await send(...sound, review);
    assert.deepEqual([view().state, view().notice, view().areRules], ['composing', 'request.notice.rules-failed', 'failed']);
    fails = false;
    await send({ type: 'task.retried' }, review);
    assert.deepEqual([view().areRules, view().state], ['ready', 'reviewing']);
  });
});

describe('authorization request, sending', () => {
  it('sent, received and unknown are different: unknown is asked again under the same number', async () => {
    const { send, view, sent, told, drafts } = await started({ answers: [{ status: 'unknown' }, new PortError('timeout')] });
    await send(...sound, review, dispatch);
    assert.deepEqual([view().state, view().notice, view().sent], ['unknown', 'request.unsent.unknown', null]);
    // What may have arrived cannot be changed any more.
    await send({ type: 'send.undone' });
    assert.equal(view().state, 'unknown');
    await send({ type: 'send.retried' });
    assert.equal(view().state, 'unknown');
    await send({ type: 'send.retried' });
    assert.deepEqual(
      [view().state, view().sent, told, drafts?.size],
      ['sent', { id: 'a-1', reference: 'PA-1', payerId: 'payer:x' }, ['a-1'], 0],
    );
    assert.equal(new Set(sent.map(({ commandId }) => commandId)).size, 1);
  });

  it('a reload while it is on its way sends the very same command again', async () => {
    const { open, send, sent, actor, drafts } = await started({ answers: [new PortError('timeout')] });
    await send(...sound, review, dispatch);
    actor.stop();
    requestDraftSchema.parse(drafts?.get('request')?.payload);
    const again = await open();
    assert.deepEqual([again.view().state, sent.length], ['sent', 2]);
    assert.deepEqual(sent[1], sent[0]);
  });

  it('where the backend cannot tell a repeated command, a reload asks the person first', async () => {
    const { open, send, sent, actor } = await started({ answers: [{ status: 'unknown' }], input: { mayRepeat: false } });
    await send(...sound, review, dispatch);
    actor.stop();
    const again = await open();
    assert.deepEqual([again.view().state, again.view().notice, sent.length], ['unknown', 'request.unsent.unknownOnce', 1]);
    await again.send({ type: 'send.retried' });
    assert.deepEqual([again.view().state, sent[1]?.commandId], ['sent', sent[0]?.commandId]);
  });

  it('what did not leave is said so, can be sent again under its number, or changed', async () => {
    const { send, view, sent, tell } = await started({ answers: [new PortError('offline'), new PortError('offline')] });
    await send(...sound, review, dispatch);
    assert.deepEqual([view().state, view().notice, view().code], ['unsent', 'request.unsent.offline', 'offline']);
    await send({ type: 'send.retried' }, { type: 'send.undone' });
    tell('waiting');
    assert.equal(view().state, 'composing');
    await send(change({ note: 'With a word.' }), review, dispatch);
    assert.equal(view().state, 'sent');
    assert.deepEqual([sent[0]?.commandId === sent[1]?.commandId, sent[0]?.commandId === sent[2]?.commandId], [true, false]);
  });

  it('while it waits for the connection it says so', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const world = await started({ input: { submit: () => new Promise((resolve) => (answer = resolve as never)) } });
    await world.send(...sound, review, dispatch);
    assert.equal(world.view().state, 'submitting');
    world.tell('waiting');
    assert.equal(world.view().state, 'waiting');
    world.tell('sending');
    assert.equal(world.view().state, 'submitting');
    answer(accepted(fresh()));
    await world.until(() => world.view().state === 'sent');
  });

  it('N20 what the backend refuses is said at its field, and nothing that was typed is lost', async () => {
    const { send, view } = await started({
      answers: [refused('too-many-items'), refused('is-used'), { status: 'conflict', present: null }],
    });
    await send(...sound, review, dispatch);
    assert.deepEqual([view().state, view().problems], ['composing', [{ field: 'item', message: 'authorization.refusal.too-many-items' }]]);
    assert.equal(view().form.member.name, 'Mara Lind');
    await send(review, dispatch);
    assert.equal(view().notice, 'authorization.refusal.is-used');
    await send(review, dispatch);
    assert.equal(view().notice, 'request.notice.conflict');
    await send(review, dispatch);
    assert.equal(view().state, 'sent');
  });

  it('the next request begins empty at the same desk', async () => {
    const { send, view } = await started();
    await send(...sound, review, dispatch, { type: 'request.begun' });
    const { form, state, sent } = view();
    assert.deepEqual(
      [state, sent, form.payerId, form.providerId, form.member.number, form.items],
      ['composing', null, 'payer:x', 'provider:a', '', []],
    );
  });
});

describe('authorization request, drafts', () => {
  it('keeps what was typed, through a reload and a language, and says where nothing is kept', async () => {
    const { open, send, clock, actor, view } = await started();
    await send(...sound, service('S-2'), { type: 'item.changed', sequence: 2, changes: { amount: '12.5' } }, change({ note: 'x' }));
    const before = view().form;
    await clock.pass(1_000);
    actor.stop();
    const again = await open({ locale: () => 'ar' });
    assert.deepEqual(again.view().form, before);
    assert.equal((await started({ drafts: null })).view().keeps, 'not-offered');
  });

  it('what stands in the page when the element goes comes back with it, and is kept at once', async () => {
    const { open, send, actor, place, drafts } = await started();
    await send(...sound);
    const left = place();
    actor.stop();
    await settled();
    assert.equal(drafts?.size, 1);
    const again = await open({ place: left });
    assert.equal(again.view().form.items.length, 1);
    // What was left is of another task: its own draft counts.
    const other = await open({ place: left, taskId: 'another' });
    assert.equal(other.view().form.items.length, 0);
  });

  it('starting over can be undone, also after a reload, files and all', async () => {
    const { open, send, clock, actor, view } = await started();
    await send(...sound, choose(samplePdf('a.pdf')), { type: 'form.discarded' }, { type: 'form.discarded' });
    assert.deepEqual([view().form.items, view().files, view().hasAside], [[], [], true]);
    await clock.pass(1_000);
    actor.stop();
    const again = await open();
    await again.send({ type: 'discard.undone' });
    assert.deepEqual(
      [again.view().form.items.length, again.view().files.map(({ name, state }) => [name, state])],
      [1, [['a.pdf', 'missing']]],
    );
  });

  it('a draft that cannot be read keeps nobody from working, and an empty form is no draft', async () => {
    const drafts = new Map<string, Draft>([['request', { taskId: 'request', commandId: null, payload: { form: 1 }, savedAt: 0 }]]);
    const { view, send, clock } = await started({ drafts });
    assert.equal(view().state, 'composing');
    await send(...sound);
    await clock.pass(1_000);
    assert.equal(drafts.size, 1);
    await send(
      { type: 'form.discarded' },
      { type: 'discard.undone' },
      { type: 'item.removed', sequence: 1 },
      { type: 'diagnosis.removed', index: 0 },
    );
    await send(change({ serviceFrom: '', member: { id: null, name: '', number: '', birthDate: null } }));
    await clock.pass(1_000);
    assert.equal(drafts.size, 0);
  });
});

it('a view of the same state is the same in every part', async () => {
  const { send, actor, view } = await started();
  await send(...sound, review);
  const { authorizationRequestView } = await import('./authorization-request.view.ts');
  const other = authorizationRequestView(actor.getSnapshot());
  for (const [key, value] of Object.entries(view())) if (key !== 'sent') assert.ok(Object.is(value, other[key as keyof typeof other]), key);
});
