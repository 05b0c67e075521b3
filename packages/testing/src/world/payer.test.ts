import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createBackOffice, createMemoryStore, indexes, seed } from '@portico/backend';
import type { Authorization, AuthorizationRequest, AuthorizationsPort } from '@portico/core/authorizations';
import { dateIn } from '@portico/core/kernel';
import { createPolicyBook, defaultPack, nextcarePack } from '@portico/core/policy';
import type { Backend } from '@portico/core/portal';
import { checkPolicyKey } from '@portico/core/schemas';
import { settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { createTestHasher, createTestIds } from '../contract/memory-backend.ts';
import {
  accounts,
  createPayer,
  payerAccount,
  payerPlan,
  payers,
  unlistedRequest,
  worldCases,
  worldRequest,
  type PayerOptions,
  type PayerPlan,
} from './index.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;

/** A small world with a clerk, somebody at the payer's desk, and a scripted payer that takes ten seconds on average. */
async function aWorld(options: Partial<PayerOptions> = {}, count = 0) {
  const clock = simulatedClock();
  const [store, hasher, ids] = [createMemoryStore(indexes), createTestHasher(), createTestIds()];
  const policies = {
    book: createPolicyBook([defaultPack, nextcarePack], checkPolicyKey),
    payers: Object.fromEntries(payers.map(({ id, packId }) => [id, packId])),
  };
  const office = createBackOffice({ ...{ store, clock, ids, hasher, policies, recoveryUrl: '', enforcement: 'server' } });
  const world = {
    organisationId: 'org:demo',
    accounts: [...accounts, payerAccount],
    contacts: [],
    payers,
    cases: worldCases({ seed: 3, count, today: dateIn('UTC', clock.now()) }),
  };
  await seed(world, { store, hasher, clock, ids, policies });
  const connect = (): Backend => {
    let token: string | null = null;
    return office.connect({ get: () => token, set: (next) => void (token = next) });
  };
  const person = async (role: string) => {
    const backend = connect();
    const { name, password } = accounts.find(({ subject }) => subject.roles[0] === role)!;
    const signIn = () => backend.access!.signIn({ name, password });
    await signIn();
    return { ...backend, signIn, authorizations: backend.authorizations as Required<AuthorizationsPort> };
  };
  const [clerk, desk] = [await person('clerk'), await person('claims-center')];
  const payer = createPayer({ backend: connect(), clock, delay: 10 * SECOND, ...options });
  let n = 0;
  const meta = () => ({ commandId: `act-${(n += 1)}` });
  const send = async (
    changes: Partial<AuthorizationRequest> = {},
    request = worldRequest(dateIn('UTC', clock.now()), changes),
  ): Promise<string> => {
    const answer = await clerk.authorizations.submit(request, meta());
    assert.equal(answer.status, 'accepted');
    return answer.status === 'accepted' ? answer.value.id : '';
  };
  const seen = async (id: string): Promise<Authorization> => (await clerk.authorizations.get(id))!.record;
  /** Lets time go by, and everything happen that is due. */
  const pass = async (milliseconds: number): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) {
      await clock.pass(milliseconds / 10);
      for (let more = 0; more < 5; more += 1) await settled();
    }
  };
  return { clock, clerk, desk, payer, send, seen, pass, meta, office, connect, signIn: clerk.signIn };
}

const certify = ({ items }: Authorization): PayerPlan => ({
  act: 'decide',
  items: items.map(({ sequence }) => ({ sequence, outcome: 'certified', outcomeCode: null, reasons: [], authorized: null })),
  ...{ validFrom: null, validTo: null },
});
const askFirst = (record: Authorization): PayerPlan =>
  record.informationRequests.length > 0 ? certify(record) : { act: 'ask', text: 'The report, please.', items: [] };
const stage = ({ state }: Authorization): string => `${state.case} ${state.information}`;

suite('scripted payer', () => {
  test('it decides after a while by the clock of the world, and not before', async () => {
    const { send, seen, pass } = await aWorld({ decide: certify });
    const id = await send();
    await pass(4 * SECOND);
    assert.equal(stage(await seen(id)), 'received none');
    await pass(12 * SECOND);
    const record = await seen(id);
    assert.deepEqual([stage(record), record.items.map(({ outcome }) => outcome)], ['decided none', ['certified', 'certified']]);
  });

  test('what it asks for it waits for, however long, and decides after the answer', async () => {
    const { send, seen, pass, clerk, meta } = await aWorld({ decide: askFirst });
    const id = await send();
    await pass(20 * SECOND);
    assert.equal(stage(await seen(id)), 'pended requested');
    await pass(10 * 60 * SECOND);
    assert.equal(stage(await seen(id)), 'pended requested', 'nothing is decided while the provider is asked');
    const note = await clerk.documents!.post!({ caseId: id, text: 'Here.', documents: [] }, meta());
    assert.equal(note.status, 'accepted');
    const [request] = (await seen(id)).informationRequests;
    const reply = { requestId: request!.id, noteId: note.status === 'accepted' ? note.value.id : '', isLast: true };
    await clerk.authorizations.answerInformation(id, reply, meta());
    await pass(20 * SECOND);
    assert.equal(stage(await seen(id)), 'decided satisfied');
  });

  test('what a person at the desk has pended or asked about it never touches, also after an answer or a change', async () => {
    const { send, seen, pass, desk, clerk, meta } = await aWorld({ decide: certify });
    const [pended, other] = [await send(), await send()];
    await desk.authorizations.pend(pended, { text: 'The board meets.' }, meta());
    await pass(30 * SECOND);
    assert.deepEqual([stage(await seen(pended)), stage(await seen(other))], ['pended none', 'decided none']);
    const { items } = await seen(pended);
    await clerk.authorizations.update(pended, [{ ...items[0]!, quantity: '3' }, ...items.slice(1)], meta());
    await pass(30 * SECOND);
    assert.equal(stage(await seen(pended)), 'pended none');
  });

  test('a request that a person decided, and that is changed afterwards, stays with the desk', async () => {
    const { send, seen, pass, desk, clerk, meta } = await aWorld({ decide: certify });
    const id = await send();
    const plan = certify(await seen(id));
    assert.ok(plan.act === 'decide');
    await desk.authorizations.decide(id, plan, meta());
    const { items } = await seen(id);
    await clerk.authorizations.update(id, [{ ...items[0]!, quantity: '3' }, ...items.slice(1)], meta());
    await pass(30 * SECOND);
    assert.equal(stage(await seen(id)), 'received none');
  });

  test('a session that ended with the clock of the world is no end of its work', async () => {
    const { send, seen, pass, clock, office, signIn } = await aWorld({ decide: certify });
    await pass(SECOND);
    const id = await send();
    await clock.jump(9 * 24 * HOUR);
    office.announce([{ topic: 'world', id: 'clock', version: 1 }]);
    await pass(SECOND);
    await assert.rejects(seen(id), { code: 'not-signed-in' }, 'nine days end every session');
    await signIn();
    assert.equal(stage(await seen(id)), 'decided none');
  });

  test('stopped, or in a world that is gone, it leaves no wait and decides nothing more', async () => {
    for (const end of ['stop', 'gone'] as const) {
      const { send, seen, pass, clock, payer, office } = await aWorld({ decide: certify });
      const id = await send();
      await pass(SECOND);
      assert.equal(clock.waits(), 1, 'it waits for the first decision');
      if (end === 'stop') payer.stop();
      else office.announce([{ topic: 'world', id: 'gone', version: 0 }]);
      await settled();
      assert.equal(clock.waits(), 0, end);
      await pass(60 * SECOND);
      assert.equal(stage(await seen(id)), 'received none', end);
    }
  });

  test('two of them in one world decide once', async () => {
    const { send, seen, pass, clerk, connect, clock } = await aWorld({ decide: certify });
    createPayer({ backend: connect(), clock, delay: 10 * SECOND, decide: certify });
    const id = await send();
    await pass(30 * SECOND);
    const { history } = (await clerk.authorizations.get(id))!;
    assert.deepEqual(
      history.map(({ what, by }) => `${what} ${by}`),
      ['submitted Noura Haddad', 'decided Scripted payer (demo)'],
    );
    assert.equal((await seen(id)).version, 2);
  });

  test('what the seed brought waits for the desk', async () => {
    const { pass, desk } = await aWorld({ decide: certify }, 40);
    await pass(60 * SECOND);
    const { rows } = await desk.authorizations.worklist({ scope: 'mine', payerId: null, urgency: null, number: '' }, {});
    assert.ok(rows.length > 0 && rows.every(({ version }) => version === 1), `${rows.length} wait`);
  });
});

suite('scripted payer: what it draws', () => {
  const today = dateIn('UTC', Date.UTC(2026, 10, 21));
  const record = (n: number, changes: Partial<Authorization> = {}): Authorization =>
    ({
      ...worldRequest(today),
      ...{ id: `a-${n}`, numbers: [{ type: 'reference-id', value: `PA-2026-${String(n).padStart(6, '0')}` }], informationRequests: [] },
      ...changes,
    }) as unknown as Authorization;
  const kindOf = (plan: PayerPlan): string =>
    plan.act === 'decide' ? (plan.items.find(({ outcome }) => outcome !== 'certified')?.outcome ?? 'certified') : plan.act;

  test('the same record is always decided alike, and a year holds every kind, most of them approved', () => {
    const plans = Array.from({ length: 300 }, (_, n) => payerPlan(record(n)));
    assert.deepEqual(
      plans,
      Array.from({ length: 300 }, (_, n) => payerPlan(record(n))),
    );
    const counted = Object.groupBy(plans, kindOf);
    assert.deepEqual(Object.keys(counted).toSorted(), ['ask', 'certified', 'modified', 'not-certified', 'partially-certified']);
    const [most] = Object.entries(counted).toSorted(([, a], [, b]) => b!.length - a!.length);
    assert.equal(most![0], 'certified');
  });

  test('N20 a service in no list is asked about first; after an answer nothing is asked again', () => {
    const unlisted = { ...unlistedRequest(today), informationRequests: [], numbers: [], id: 'a' } as unknown as Authorization;
    assert.deepEqual(kindOf(payerPlan(unlisted)), 'ask');
    const answered = { informationRequests: [{ state: 'answered' }] } as unknown as Partial<Authorization>;
    for (let n = 0; n < 100; n += 1) assert.notEqual(kindOf(payerPlan(record(n, answered))), 'ask');
  });

  test('each denial says why, in words; what is changed or less says what is authorized', () => {
    for (let n = 0; n < 300; n += 1) {
      const plan = payerPlan(record(n));
      if (plan.act !== 'decide') continue;
      for (const { outcome, reasons, authorized } of plan.items) {
        if (outcome === 'not-certified') assert.ok(reasons.every(({ code, text }) => code && text));
        else assert.equal(authorized?.number, `${record(n).numbers[0]!.value}-A`);
      }
    }
  });
});
