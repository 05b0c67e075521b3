import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Authorization, AuthorizationItem, AuthorizationRequest, ItemDecision, PayerAnswer } from '@portico/core/authorizations';
import type { CaseDocument, FormDocument } from '@portico/core/documents';
import { plainDate, type CommandAnswer } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { authorizationFormSchema, caseDocumentSchema } from '@portico/core/schemas';
import { contractWorld, createMemoryWorld, people, type MemoryWorld } from '@portico/testing/contract';

const item = (sequence: number, changes: Partial<AuthorizationItem> = {}): AuthorizationItem => ({
  ...{ sequence, service: { code: `S-${sequence}`, system: null, text: null }, unlisted: null, quantity: '1' },
  ...{ amount: { minor: 5_000, currency: 'USD' }, from: null, to: null, origin: 'provider', outcome: 'undecided' },
  ...{ outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});
const party = (id: string) => ({ id, name: id, identifiers: [] });
const request: AuthorizationRequest = {
  ...{ kind: 'request', urgency: 'standard', payer: party('payer:x'), provider: party('provider:a'), physician: party('physician:1') },
  ...{ unlistedPhysician: null, member: { id: null, name: 'Mara Lind', number: 'M-1', birthDate: null } },
  ...{ serviceFrom: plainDate('2026-12-01'), serviceTo: plainDate('2026-12-05'), currency: 'USD', supersedes: null, note: '' },
  diagnoses: [{ coded: { code: 'D-1', system: null, text: null }, exact: null }],
  items: [item(1), item(2)],
};
const told = (sequence: number, outcome: ItemDecision['outcome'] = 'certified'): ItemDecision => ({
  ...{ sequence, outcome, outcomeCode: null, authorized: null },
  reasons: outcome === 'not-certified' ? [{ code: 'not-covered', system: null, text: null }] : [],
});
const verdict = (...items: readonly ItemDecision[]) => ({ items, validFrom: null, validTo: plainDate('2027-01-31') });
const done = <Value>(answer: CommandAnswer<Value>): Value => {
  assert.ok(answer.status === 'accepted', JSON.stringify(answer));
  return answer.value;
};

interface Desk {
  readonly world: MemoryWorld;
  readonly clerk: Backend;
  readonly payer: Backend;
  readonly meta: () => { readonly commandId: string };
  readonly record: Authorization;
}

const page = async (world: MemoryWorld, person: keyof typeof people): Promise<Backend> => {
  const backend = world.connect();
  await backend.access!.signIn(people[person]);
  return backend;
};

/** A request that was sent, and decided where decisions are given. */
async function desk(...decisions: readonly ItemDecision[]): Promise<Desk> {
  const world = await createMemoryWorld(contractWorld);
  const [clerk, payer] = [await page(world, 'clerk'), await page(world, 'claimsCenter')];
  const meta = () => ({ commandId: world.ids.uuid() });
  const sent = done(await clerk.authorizations!.submit!(request, meta()));
  world.clock.advance(60_000);
  const record = decisions.length === 0 ? sent : done(await payer.authorizations!.decide!(sent.id, verdict(...decisions), meta()));
  return { world, clerk, payer, meta, record };
}

const listed = async ({ clerk, record }: Desk): Promise<readonly CaseDocument[]> => (await clerk.documents!.documents(record.id, {})).rows;
const standings = async (it: Desk): Promise<readonly string[]> =>
  (await listed(it)).map((one) => (one.kind === 'form' ? one.standing : one.kind));
const kept = ({ world }: Desk) => world.store.transaction('read', (tx) => tx.query('forms', {}));
const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('authorization forms', () => {
  it('N28 a decision files one form, sound by its schema, which both sides list and open', async () => {
    const it = await desk(told(1), told(2, 'not-certified'));
    const [document, ...others] = await listed(it);
    assert.deepEqual([document!.kind, document!.name, others.length], ['form', it.record.numbers[0]!.value, 0]);
    caseDocumentSchema.parse(document);
    assert.equal((await kept(it)).length, 1);
    for (const backend of [it.clerk, it.payer]) {
      const opened = await backend.documents!.form!(document!.id);
      assert.deepEqual(opened.document, document);
      assert.deepEqual(authorizationFormSchema.parse(opened.values), opened.values);
      assert.deepEqual(
        [opened.values.decision, opened.values.items.map(({ authorized }) => authorized !== null)],
        ['partially-approved', [true, false]],
      );
      assert.deepEqual([opened.values.issuedAt, opened.values.validTo], [it.world.clock.now(), '2027-01-31']);
    }
    assert.equal((await it.clerk.authorizations!.get(it.record.id))!.formId, document!.id);
  });

  it('N28 it names the payer’s helpline, as it was on that day', async () => {
    const it = await desk();
    await it.world.store.transaction('write', async (tx) => {
      for (const payer of await tx.query('payers', {})) await tx.put('payers', { ...payer, phone: `phone of ${payer.payer.id}` });
    });
    done(await it.payer.authorizations!.decide!(it.record.id, verdict(told(1), told(2)), it.meta()));
    const { values } = await it.clerk.documents!.form!((await listed(it))[0]!.id);
    assert.equal(values.payer.helpline, 'phone of payer:x');
  });

  it('N28 nothing is filed for what is undecided, pended in part, or denied', async () => {
    for (const one of [
      await desk(),
      await desk(told(1), told(2, 'pended')),
      await desk(told(1, 'not-certified'), told(2, 'not-certified')),
    ]) {
      assert.deepEqual([await listed(one), await kept(one)], [[], []]);
      assert.equal((await one.clerk.authorizations!.get(one.record.id))!.formId, null);
      assert.equal(await codeOf(one.clerk.documents!.form!(`${one.record.id}:form:1`)), 'not-found');
    }
  });

  it('N28 it is filed in the transaction of the decision: where that fails, there is neither', async () => {
    const it = await desk();
    const { transaction } = it.world.store;
    const full = { ...it.world.store };
    full.transaction = (mode, run) =>
      transaction.call(it.world.store, mode, (tx) =>
        run({
          ...tx,
          put: (name, ...rest) => (name === 'forms' ? Promise.reject(new Error('full')) : tx.put(name, ...(rest as [never]))),
        } as typeof tx),
      ) as never;
    const world = await createMemoryWorld([], { store: full });
    const payer = await page(world, 'claimsCenter');
    assert.equal(await codeOf(payer.authorizations!.decide!(it.record.id, verdict(told(1), told(2)), it.meta())), 'internal');
    assert.deepEqual([(await it.clerk.authorizations!.get(it.record.id))!.record.state.case, await kept(it)], ['received', []]);
  });

  it('the same command and the same notification again file nothing new, nor does one that says the same', async () => {
    const it = await desk();
    const said = (notificationId: string): PayerAnswer => ({
      ...{ notificationId, issuedAt: it.world.clock.now(), numbers: it.record.numbers, stage: 'decided', items: [told(1), told(2)] },
      ...{ added: [], validFrom: null, validTo: null },
    });
    const meta = it.meta();
    for (let n = 0; n < 2; n += 1) done(await it.payer.authorizations!.receive!([said('n-1'), said('n-1')], meta));
    it.world.clock.advance(1_000);
    done(await it.payer.authorizations!.receive!([said('n-1')], it.meta()));
    done(
      await it.payer.authorizations!.receive!(
        [{ ...said('n-2'), numbers: [...it.record.numbers, { type: 'other', value: 'late' }] }],
        it.meta(),
      ),
    );
    done(await it.payer.authorizations!.markUsed!(it.record.id, 'partly-used', it.meta()));
    assert.deepEqual(await standings(it), ['in-force']);
    assert.equal((await kept(it)).length, 1);
  });

  it('a changed decision files another; the old one stays as it was, and is superseded', async () => {
    const it = await desk(told(1), told(2));
    const [first] = (await listed(it)) as readonly FormDocument[];
    const before = await it.clerk.documents!.form!(first!.id);
    const { items } = it.record;
    done(await it.clerk.authorizations!.update!(it.record.id, [...items, item(3)], it.meta()));
    assert.deepEqual(await standings(it), ['in-force'], 'what is authorized stays so while the change waits');
    it.world.clock.advance(60_000);
    done(await it.payer.authorizations!.decide!(it.record.id, verdict(told(3)), it.meta()));
    assert.deepEqual(await standings(it), ['in-force', 'superseded']);
    const after = await it.clerk.documents!.form!(first!.id);
    assert.deepEqual(after.values, before.values);
    assert.equal(after.document.standing, 'superseded');
    assert.equal((await it.clerk.authorizations!.get(it.record.id))!.formId, (await listed(it))[0]!.id);
  });

  it('N29 a voided one keeps its form, which says that it was not used', async () => {
    const it = await desk(told(1), told(2));
    done(await it.clerk.authorizations!.void!(it.record.id, { reason: 'not-performed', text: '' }, it.meta()));
    assert.deepEqual(await standings(it), ['not-used']);
    const opened = await it.clerk.documents!.form!((await listed(it))[0]!.id);
    assert.deepEqual([opened.document.standing, opened.values.decision], ['not-used', 'approved']);
  });

  it('a change is told to whoever follows the documents of the case', async () => {
    const it = await desk();
    const changes: string[] = [];
    it.clerk.changes.subscribe('documents', ({ id }) => changes.push(id));
    done(await it.payer.authorizations!.decide!(it.record.id, verdict(told(1), told(2)), it.meta()));
    assert.deepEqual(changes, [it.record.id]);
  });

  it('N28 one that came authorized by a file has its form: listed at once, written when it is opened or becomes another', async () => {
    const it = await desk();
    const adopted = await it.world.store.transaction('write', async (tx) => {
      const found = (await tx.get('authorizations', it.record.id))!;
      const items = found.record.items.map((one) => ({ ...one, outcome: 'certified' as const }));
      const state = { ...found.record.state, case: 'decided' as const };
      const record: Authorization = { ...found.record, items, state, decidedAt: it.world.clock.now() - 5_000, submittedBy: null };
      await tx.put('authorizations', { ...found, record, history: found.history.slice(0, 1) });
      return record;
    });
    const [document] = await listed(it);
    assert.deepEqual([document!.kind, document!.postedAt, await kept(it)], ['form', adopted.decidedAt, []]);
    const opened = await it.clerk.documents!.form!(document!.id);
    const [written] = await kept(it);
    assert.deepEqual(written!.values, opened.values);
    assert.deepEqual(await it.clerk.documents!.form!(document!.id), opened);
    assert.deepEqual([(await kept(it)).length, await listed(it)], [1, [document]]);
    const takes = (changes: Partial<Authorization>) =>
      it.world.store.transaction('write', async (tx) => {
        const found = (await tx.get('authorizations', adopted.id))!;
        await tx.put('authorizations', { ...found, record: { ...found.record, ...changes } });
      });
    await takes({ validTo: plainDate('2027-03-31') });
    assert.deepEqual(await standings(it), ['in-force', 'superseded'], 'a file that says more makes another');
    assert.deepEqual((await it.clerk.documents!.form!(document!.id)).values, opened.values);
    await takes({ validTo: adopted.validTo });
    await it.world.store.transaction('write', (tx) => tx.delete('forms', written!.id));
    done(await it.clerk.authorizations!.void!(adopted.id, { reason: 'not-performed', text: '' }, it.meta()));
    assert.deepEqual(await standings(it), ['not-used']);
    assert.deepEqual((await kept(it))[0]!.values, opened.values);
  });

  it('somebody else’s is not there, a form has no bytes, and the helpdesk gets neither money nor diagnoses', async () => {
    const it = await desk(told(1), told(2));
    const { id } = (await listed(it))[0]!;
    for (const person of ['otherClerk', 'payerDesk', 'stranger'] as const) {
      const backend = await page(it.world, person);
      assert.equal(await codeOf(backend.documents!.form!(id)), 'not-found', person);
    }
    assert.equal(await codeOf(it.world.connect().documents!.form!(id)), 'not-signed-in');
    assert.equal(await codeOf(it.clerk.documents!.content(id)), 'not-found');
    assert.equal(await codeOf(it.clerk.documents!.form!('nothing')), 'not-found');
    const helpdesk = await (await page(it.world, 'helpdesk')).documents!.form!(id);
    assert.deepEqual([...helpdesk.hidden].sort(), ['amounts', 'clinical', 'payment']);
    const text = JSON.stringify(helpdesk);
    for (const secret of ['5000', 'S-1', 'D-1']) assert.ok(!text.includes(secret), secret);
    assert.ok(JSON.stringify(await it.clerk.documents!.form!(id)).includes('5000'));
  });
});
