import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { can, plainDate, toPortError, type Action, type Resource } from '@portico/core/kernel';
import {
  anything as everything,
  contractWorld,
  createMemoryWorld,
  people,
  samplePdf,
  worldCases,
  type MemoryWorld,
  type PersonName,
} from '@portico/testing/contract';

import { registrationCalls } from './access/registration.fixture.test.ts';
import type { AccountRecord } from './collections.ts';
import { noticeCalls } from './messages/notices.fixture.test.ts';
import { authorizationCalls } from './permissions-authorizations.fixture.test.ts';
import { named, parties, places, scoped, type Call, type Whose } from './permissions.fixture.test.ts';

const period = { from: '2026-08-30', to: '2026-09-29' } as never;

/** What a call came to, in one word. */
type Verdict = 'done' | 'denied' | 'nothing' | 'not-signed-in';

/** A question about today and a payer of that place. */
const aboutToday = (whose: Whose) => ({ payerId: places[whose].payerId, serviceDate: plainDate('2026-11-21') });

/** Every method that needs a right: the right, what it is asked about, and what a call came to. */
const calls: Readonly<Record<string, Call>> = {
  'claims.search': {
    action: 'claims.search',
    resource: scoped,
    call: async ({ page, whose }) => (await page.claims!.search({ ...everything, ...parties(whose) }, {})).rows.length,
  },
  'claims.open': {
    action: 'claims.search',
    resource: scoped,
    call: async ({ page, whose }) => {
      const set = await page.claims!.open!({ ...everything, ...parties(whose) }, {});
      return (await set.rows(0, 5)).length;
    },
  },
  'claims.breakdown': {
    action: 'claims.search',
    resource: scoped,
    call: async ({ page, whose }) => (await page.claims!.breakdown!({ ...everything, ...parties(whose) })).payers.length,
  },
  'claims.get': {
    action: 'claims.read',
    resource: scoped,
    call: async ({ page, world, whose }) => page.claims!.get(await caseOf(world, whose)),
  },
  'claims.intake': {
    action: 'claims.intake',
    resource: scoped,
    call: async ({ page, whose, meta }) => {
      const record = { ...worldCases[0]!, ...named(whose) };
      const answer = await page.claims!.intake!([record], meta);
      return answer.status === 'accepted' && answer.value.refused.length > 0 ? { status: 'refused', code: 'denied' } : answer;
    },
  },
  'claims.issueBordereau': {
    action: 'claims.issue-bordereau',
    resource: scoped,
    call: ({ page, whose, meta }) => page.claims!.issueBordereau!({ ...parties(whose), period, criteria: everything }, meta),
  },
  'claims.bordereauRows': {
    action: 'claims.read',
    resource: scoped,
    call: async ({ page, world, whose }) => (await page.claims!.bordereauRows!(await batchOf(world, whose), {})).rows.length,
  },
  'claims.savedQueries': { action: 'claims.save-query', call: ({ page }) => page.claims!.savedQueries!() },
  'claims.saveQuery': {
    action: 'claims.save-query',
    call: ({ page, meta }) => page.claims!.saveQuery!({ id: 'q', name: 'q', criteria: everything, sort: null }, meta),
  },
  'claims.removeQuery': { action: 'claims.save-query', call: ({ page, meta }) => page.claims!.removeQuery!('q', meta) },
  'claims.modificationRequests': {
    action: ['claims.request-modification', 'claims.answer-modification'],
    resource: scoped,
    call: async ({ page, world, whose }) => {
      await modificationOf(world, whose);
      return (await page.claims!.modificationRequests!({ caseId: await caseOf(world, whose) })).rows.length;
    },
  },
  'claims.requestModification': {
    action: 'claims.request-modification',
    resource: scoped,
    call: async ({ page, world, whose, meta }) => page.claims!.requestModification!(await modifiable(world, whose), askedFor, meta),
  },
  'claims.withdrawModification': {
    action: 'claims.request-modification',
    resource: scoped,
    call: async ({ page, world, whose, meta }) => page.claims!.withdrawModification!(await modificationOf(world, whose), meta),
  },
  'claims.answerModification': {
    action: 'claims.answer-modification',
    resource: scoped,
    call: async ({ page, world, whose, meta }) =>
      page.claims!.answerModification!(await modificationOf(world, whose), { outcome: 'applied', reason: 'as-requested', text: '' }, meta),
  },
  ...authorizationCalls,
  'access.unlockAccount': {
    action: 'access.unlock-account',
    call: async ({ page, world, whose, meta }) => {
      const { name } = people[places[whose].account];
      for (let n = 0; n < 4; n += 1) await world.connect().access!.signIn({ name, password: 'wrong' });
      const answer = await page.access!.unlockAccount!({ name }, meta);
      return whose === 'abroad' && answer.status === 'refused' && answer.code === 'no-such-account' ? null : answer;
    },
  },
  'access.findAccounts': {
    action: 'access.find-account',
    call: async ({ page, whose }) => (await page.access!.findAccounts!({ text: people[places[whose].account].name })).length,
  },
  'access.endSessions': {
    action: 'access.end-sessions',
    call: ({ page, whose, meta }) => page.access!.endSessions!({ accountId: people[places[whose].account].subject.accountId }, meta),
  },
  ...registrationCalls,
  'access.issueRecoveryCode': { action: 'access.own-recovery', call: ({ page, meta }) => page.access!.issueRecoveryCode!(meta) },
  'documents.folder': {
    action: 'documents.read',
    resource: scoped,
    call: async ({ page, world, whose }) => page.documents!.folder(await caseOf(world, whose)),
  },
  'documents.notes': {
    action: 'documents.read',
    resource: scoped,
    call: async ({ page, world, whose }) => page.documents!.notes(await caseOf(world, whose), {}),
  },
  'documents.documents': {
    action: 'documents.read',
    resource: scoped,
    call: async ({ page, world, whose }) => page.documents!.documents(await caseOf(world, whose), {}),
  },
  'documents.content': {
    action: 'documents.read',
    resource: scoped,
    call: async ({ page, world, whose }) => page.documents!.content(await documentOf(world, whose)),
  },
  'documents.upload': {
    action: 'documents.post',
    resource: scoped,
    call: async ({ page, world, whose }) =>
      page.documents!.upload!(await caseOf(world, whose), samplePdf('new.pdf', 'new'), { uploadId: 'the-upload' }),
  },
  'documents.post': {
    action: 'documents.post',
    resource: scoped,
    call: async ({ page, world, whose, meta }) =>
      page.documents!.post!({ caseId: await caseOf(world, whose), text: 'a note', documents: [] }, meta),
  },
  'members.eligibility': {
    action: 'members.read',
    resource: (whose) => ({ payerId: places[whose].payerId }),
    call: ({ page, whose }) => page.members!.eligibility({ by: 'card', value: 'no-such-card' }, aboutToday(whose)),
  },
  'members.eligibilityOf': {
    action: 'members.read',
    resource: (whose) => ({ payerId: places[whose].payerId }),
    call: async ({ page, whose }) =>
      (await page.members!.eligibilityOf!([{ by: 'card', value: 'no-such-card' }], aboutToday(whose))).rows.length,
  },
  ...noticeCalls,
  'directory.physicians': { action: 'directory.read', call: ({ page }) => page.directory!.physicians!({ text: '' }) },
  'directory.providers': {
    action: 'directory.read',
    resource: (whose) => ({ providerId: places[whose].providerId }),
    call: async ({ page, whose }) =>
      (await page.directory!.providers!({ text: '' })).rows.filter(({ id }) => id === places[whose].providerId).length,
  },
  'directory.codes': { action: 'directory.read', call: ({ page }) => page.directory!.codes!('services', { text: '' }) },
  'directory.payers': {
    action: 'directory.read',
    resource: (whose) => ({ payerId: places[whose].payerId }),
    call: async ({ page, whose }) => (await page.directory!.payers!({})).rows.filter(({ id }) => id === places[whose].payerId).length,
  },
};

/** Methods of the ports that anybody may call, or that are about the caller's own session and drafts. */
const open = [
  ...[
    'access.signIn',
    'access.session',
    'access.signOut',
    'access.register',
    'access.requestRecovery',
    'access.recover',
    'access.recoverWithCode',
    'access.keepAlive',
    'directory.contacts',
    'policies.for',
  ],
  ...['drafts.get', 'drafts.put', 'drafts.remove', 'documents.discard', 'documents.waiting'],
];

describe('permission matrix', () => {
  it('has a row for every method of every port', async () => {
    const { access, authorizations, claims, directory, documents, members, messages, drafts, policies } = (
      await createMemoryWorld(contractWorld)
    ).connect();
    const methods = Object.entries({ access, authorizations, claims, directory, documents, members, messages, drafts, policies }).flatMap(
      ([port, methods]) => Object.keys(methods ?? {}).map((method) => `${port}.${method}`),
    );
    assert.deepEqual(methods.toSorted(), [...Object.keys(calls), ...open].toSorted());
  });

  for (const [name, { action, resource, call }] of Object.entries(calls)) {
    it(`${name}: every role, signed in or not, over own, foreign and absent things`, async () => {
      for (const person of ['nobody', 'clerk', 'helpdesk', 'claimsCenter'] as const) {
        for (const whose of Object.keys(places) as Whose[]) {
          const world = await createMemoryWorld(contractWorld);
          const page = world.connect();
          if (person !== 'nobody') await page.access!.signIn(people[person]);
          const verdict = await verdictOf(call({ world, page, whose, meta: { commandId: 'the-command' } }));
          const wanted = person === 'nobody' ? 'not-signed-in' : expected(person, action, whose, resource?.(whose));
          assert.ok(
            wanted === verdict || (wanted === 'denied-or-nothing' && (verdict === 'denied' || verdict === 'nothing')),
            `${person}, ${whose}: ${verdict}, not ${wanted}`,
          );
        }
      }
    });
  }

  it('a right that is taken away holds from the next call on', async () => {
    const world = await createMemoryWorld(contractWorld);
    const page = world.connect();
    await page.access!.signIn(people.clerk);
    const account = await world.store.transaction('read', (tx) => tx.get('accounts', 'account:clerk'));
    await world.store.transaction('write', (tx) => tx.put('accounts', { ...account!, version: 2, providerIds: ['provider:b'] }));
    const page1 = await page.claims!.search({ ...everything, providerId: 'provider:a' }, {});
    assert.equal(page1.rows.length, 0);
    await world.store.transaction('write', (tx) => tx.put('accounts', { ...account!, version: 3, roles: [] }));
    await assert.rejects(page.claims!.search(everything, {}), { code: 'denied' });
    const signIn = await world.store.transaction('read', (tx) => tx.get('signIns', account!.nameKey));
    const suspended = { ...signIn!.account, value: { ...signIn!.account.value, life: 'suspended' as const } };
    await world.store.transaction('write', (tx) => tx.put('signIns', { ...signIn!, version: 9, account: suspended }));
    await assert.rejects(page.claims!.search(everything, {}), { code: 'not-signed-in' });
  });

  it('with several roles a row hides what the roles that reach it hide, and amounts are searched where they are shown', async () => {
    const world = await createMemoryWorld(contractWorld);
    await changeAccount(world, { roles: ['clerk', 'helpdesk'] });
    const page = world.connect();
    await page.access!.signIn(people.clerk);
    const own = people.clerk.subject.providerIds as readonly string[];
    const amount = { currency: 'KWD', from: 0, to: null };
    const { rows } = await page.claims!.search(everything, { limit: 1_000 });
    const opened = await page.claims!.open!(everything, {});
    assert.deepEqual(await opened.rows(0, 1_000), rows);
    assert.equal(rows.length, worldCases.length);
    for (const row of rows) assert.equal(row.amounts !== null, own.includes(row.providerId), row.reference);
    const asked = await page.claims!.search({ ...everything, amount }, { limit: 1_000 });
    assert.ok(asked.rows.length > 0 && asked.rows.every(({ providerId }) => own.includes(providerId)));
    const { providers } = await page.claims!.breakdown!({ ...everything, dateMode: 'payment' });
    assert.ok(providers.length > 0 && providers.every(({ id }) => own.includes(id)));
    const sorted = await page.claims!.search(everything, { sort: { key: 'paid', direction: 'descending' }, limit: 1_000 });
    assert.ok(sorted.rows.every(({ providerId }) => own.includes(providerId)));
  });

  it('an opened result is read by nobody else, and not past a right that was taken away', async () => {
    const world = await createMemoryWorld(contractWorld);
    const page = world.connect();
    await page.access!.signIn(people.clerk);
    const opened = await page.claims!.open!(everything, {});
    assert.ok((await opened.rows(0, 5)).length === 5);
    await page.access!.signOut();
    await assert.rejects(opened.rows(0, 5), { code: 'not-signed-in' });
    await page.access!.signIn(people.otherClerk);
    await assert.rejects(opened.rows(0, 5), { code: 'expired-cursor' });
    await page.access!.signIn(people.clerk);
    await changeAccount(world, { providerIds: ['provider:b'] });
    await assert.rejects(opened.rows(0, 20), { code: 'expired-cursor' });
  });
});

async function changeAccount({ store }: MemoryWorld, changes: Partial<AccountRecord>): Promise<void> {
  await store.transaction('write', async (tx) => {
    const account = (await tx.get('accounts', 'account:clerk'))!;
    await tx.put('accounts', { ...account, ...changes, version: account.version + 1 });
  });
}

const ofAccounts: readonly Action[] = ['access.find-account', 'access.unlock-account', 'access.end-sessions', 'access.answer-registration'];

/** What the table of rights says, by core alone. Things abroad are never seen, whoever asks. */
function expected(
  person: Exclude<PersonName, 'stranger'>,
  action: Action | readonly Action[],
  whose: Whose,
  resource?: Resource,
): Verdict | 'denied-or-nothing' {
  const { subject } = people[person];
  const whole = { ...subject, organisationId: 'organisation:1' };
  const actions = typeof action === 'string' ? [action] : action;
  const may = (of?: Resource): boolean => actions.some((one) => can(whole, one, of).allow);
  if (!may()) return 'denied';
  const isScoped = resource !== undefined || actions.some((one) => ofAccounts.includes(one));
  if (!isScoped) return 'done';
  if (whose === 'abroad') return 'denied-or-nothing';
  return resource === undefined || may(resource) ? 'done' : 'denied-or-nothing';
}

async function verdictOf(call: Promise<unknown>): Promise<Verdict> {
  try {
    const answer = await call;
    if (answer === null || answer === 0) return 'nothing';
    const { status, code } = answer as { status?: string; code?: string };
    if (status === 'refused') return code === 'denied' ? 'denied' : 'nothing';
    return 'done';
  } catch (error) {
    const { code } = toPortError(error);
    if (code === 'not-found') return 'nothing';
    assert.ok(code === 'denied' || code === 'not-signed-in', String(error));
    return code;
  }
}

/** The id of a case of that place; one that is not there at all for a place abroad, of which there is none. */
async function caseOf({ store }: MemoryWorld, whose: Whose): Promise<string> {
  const all = await store.transaction('read', (tx) => tx.query('cases', {}));
  const { providerId, payerId } = parties(whose);
  const isAbroad = whose === 'abroad';
  const found = all.find(({ record, organisationId }) =>
    isAbroad
      ? organisationId === 'organisation:2'
      : record.provider.id === providerId && record.payer.id === payerId && organisationId === 'organisation:1',
  );
  return found!.id;
}

const askedFor = { subject: 'services', text: 'Two sessions, not one.', documentIds: [] } as const;

/** The id of a case of that place, with time left to ask for a modification. */
async function modifiable(world: MemoryWorld, whose: Whose): Promise<string> {
  const id = await caseOf(world, whose);
  const at = world.clock.now();
  await world.store.transaction('write', async (tx) => {
    const found = (await tx.get('cases', id))!;
    const modification = { start: 'taken-in', startedAt: at, dueAt: at + 1, zone: 'UTC' } as const;
    await tx.put('cases', { ...found, record: { ...found.record, life: 'active', deadlines: { modification } } });
  });
  return id;
}

/** The id of a request for that case, made by who may. */
async function modificationOf(world: MemoryWorld, whose: Whose): Promise<string> {
  const { access, claims } = world.connect();
  await access!.signIn(people[places[whose].account]);
  const answer = await claims!.requestModification!(await modifiable(world, whose), askedFor, { commandId: 'the-request' });
  assert.equal(answer.status, 'accepted');
  return answer.status === 'accepted' ? answer.value.id : '';
}

/** The number of a batch of that place, issued by who may. */
async function batchOf(world: MemoryWorld, whose: Whose): Promise<string> {
  const page = world.connect();
  await page.access!.signIn(people[places[whose].account]);
  const { providerId, payerId } = whose === 'abroad' ? parties('own') : parties(whose);
  const answer = await page.claims!.issueBordereau!({ providerId, payerId, period, criteria: everything }, { commandId: 'the-batch' });
  assert.equal(answer.status, 'accepted');
  return answer.status === 'accepted' ? answer.value.number : '';
}

/** The id of a document on the case of that place, posted by who may. */
async function documentOf(world: MemoryWorld, whose: Whose): Promise<string> {
  const { access, documents } = world.connect();
  await access!.signIn(people[places[whose].account]);
  const caseId = await caseOf(world, whose);
  await documents!.upload!(caseId, samplePdf('there.pdf', 'there'), { uploadId: 'there' });
  const attached = [{ uploadId: 'there', itemSequence: null, type: 'other', purpose: 'to-submit' }] as const;
  const answer = await documents!.post!({ caseId, text: '', documents: attached }, { commandId: 'the-note' });
  assert.equal(answer.status, 'accepted');
  return answer.status === 'accepted' ? answer.value.documents[0]!.id : '';
}
