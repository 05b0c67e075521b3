import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { readFhir } from '@portico/adapter-fhir/read';
import type { Authorization, AuthorizationRequest, AuthorizationsPort, PayerAnswer } from '@portico/core/authorizations';
import { casesFirst } from '@portico/core/claims/claim-intake';
import { plainDate, type CommandAnswer } from '@portico/core/kernel';
import { contractWorld, createMemoryWorld, people } from '@portico/testing/contract';

const PAS = 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition';
const reviewed = (code: string, number?: string) => ({
  extension: [
    {
      url: `${PAS}/extension-reviewAction`,
      extension: [
        ...(number === undefined ? [] : [{ url: 'number', valueString: number }]),
        { url: `${PAS}/extension-reviewActionCode`, valueCodeableConcept: { coding: [{ code }] } },
      ],
    },
  ],
});

/** A page of the clerk and one of the payer's person over one back office in memory, as a demo has it. */
async function office() {
  const world = await createMemoryWorld(contractWorld, { adoptProviders: true });
  const [clerk, desk] = [world.connect(), world.connect()];
  await clerk.access!.signIn(people.clerk);
  await desk.access!.signIn(people.claimsCenter);
  let commands = 0;
  const meta = () => ({ commandId: `c-${(commands += 1)}` });
  return { ...world, clerk, desk, meta };
}

function valueOf<Value>(answer: CommandAnswer<Value>): Value {
  assert.equal(answer.status, 'accepted', JSON.stringify(answer));
  return (answer as { value: Value }).value;
}
const answersIn = (text: string): readonly PayerAnswer[] => readFhir(text).answers.flatMap(({ answers }) => answers);
const stateOf = ({ state }: Authorization) => Object.values(state).join('/');

const party = (id: string, name: string) => ({ id, name, identifiers: [] });
const item = (sequence: number): AuthorizationRequest['items'][number] => ({
  ...{
    sequence,
    service: { code: `S-${sequence}`, system: null, text: null },
    unlisted: null,
    quantity: '4',
    amount: { minor: 5_000, currency: 'USD' },
  },
  ...{ from: null, to: null, origin: 'provider', outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null },
});
const request: AuthorizationRequest = {
  ...{ kind: 'request', urgency: 'standard', payer: party('payer:x', 'Xenon Health'), provider: party('provider:a', 'Clinic A') },
  ...{ physician: party('physician:1', 'Dr. Ian Wu'), unlistedPhysician: null },
  member: { id: null, name: 'Mara Lind', number: 'M-77', birthDate: null },
  ...{ serviceFrom: plainDate('2026-12-01'), serviceTo: plainDate('2026-12-05'), currency: 'USD' },
  diagnoses: [{ coded: { code: 'D1', system: null, text: null }, exact: null }],
  ...{ items: [item(1), item(2)], supersedes: null, note: '' },
};

suite('answers of a payer from files', () => {
  test('N29 P3 sent, held up, approved with changes, voided: each answer is decided by the chart, a late one is nothing', async () => {
    const { clerk, desk, clock, meta } = await office();
    const port = clerk.authorizations as Required<AuthorizationsPort>;
    const { id, numbers } = valueOf(await port.submit(request, meta()));
    const response = (minutes: number, changes: object, member = 'M-77') =>
      JSON.stringify({
        ...{ resourceType: 'ClaimResponse', id: 'r', status: 'active', use: 'preauthorization', outcome: 'complete' },
        ...{
          created: new Date(clock.now() + minutes * 60_000).toISOString(),
          identifier: [{ system: 'urn:x:trace', value: numbers[0]!.value }],
        },
        contained: [{ resourceType: 'Patient', id: 'p', identifier: [{ type: { coding: [{ code: 'MB' }] }, value: member }] }],
        ...{ patient: { reference: '#p' }, insurer: { display: 'Xenon Health' }, ...changes },
      });
    const pended = response(1, { item: [1, 2].map((itemSequence) => ({ itemSequence, adjudication: [reviewed('A4')] })) });
    const bare = response(3, {});
    const modified = response(2, {
      preAuthPeriod: { start: '2026-12-01', end: '2026-12-31' },
      item: [
        { itemSequence: 1, adjudication: [reviewed('A6', 'AUTH-1')] },
        { itemSequence: 2, adjudication: [reviewed('A1', 'AUTH-2')] },
      ],
      addItem: [
        {
          itemSequence: [1],
          productOrService: { coding: [{ code: 'S-1B' }] },
          quantity: { value: 2 },
          adjudication: [reviewed('A1', 'AUTH-1')],
        },
        { productOrService: { coding: [{ code: 'EXTRA' }] }, adjudication: [reviewed('A1')] },
      ],
    });
    const denied = response(4, { item: [1, 2].map((itemSequence) => ({ itemSequence, adjudication: [reviewed('A3')] })) });
    const stranger = response(5, { item: [{ itemSequence: 1, adjudication: [reviewed('A3')] }] }, 'M-99');
    const files = { pended, bare, modified, denied, stranger };
    clock.advance(10 * 60_000);
    const take = async (...names: readonly (keyof typeof files)[]) => {
      const batch = names.flatMap((name) => answersIn(files[name]));
      return valueOf(await desk.authorizations!.receive!(batch, meta()));
    };
    const record = async () => (await port.get(id))!.record;

    assert.deepEqual(await take('pended', 'pended'), { taken: 1, unchanged: 1, refused: [] });
    assert.equal(stateOf(await record()), 'pended/none/stopped/unused');
    assert.deepEqual(await take('bare', 'modified', 'pended', 'modified'), { taken: 2, unchanged: 2, refused: [] });
    const found = await record();
    assert.deepEqual(
      [stateOf(found), found.validTo, ...found.items.map(({ sequence, origin, outcome }) => `${sequence} ${origin} ${outcome}`)],
      ['decided/none/stopped/unused', '2026-12-31', '1 provider modified', '2 provider certified', '3 payer certified'],
    );
    assert.deepEqual([found.items[0]!.authorized?.service?.code, found.items[0]!.authorized?.quantity], ['S-1B', '2']);
    const { rows } = await port.worklist({ scope: 'all', payerId: null, urgency: null, number: 'auth-2' }, {});
    assert.deepEqual(
      rows.map((row) => row.id),
      [id],
      'found by the number of an item',
    );
    assert.deepEqual(await take('stranger'), { taken: 0, unchanged: 0, refused: [{ index: 0, code: 'no-such-authorization' }] });

    valueOf(await port.void(id, { reason: 'not-performed', text: '' }, meta()));
    assert.equal((await take('denied')).taken, 1, 'written down');
    const { record: late, history } = (await port.get(id))!;
    assert.deepEqual([stateOf(late), late.items, history.at(-1)!.what], ['closed/none/stopped/not-used', found.items, 'late-answer']);
  });

  const file = readFileSync(new URL('../packages/adapter-fhir/cases/pas-approved.json', import.meta.url), 'utf8');
  const both = { cases: true, answers: true };

  test('what the clerk opened as a request the payer’s person decides; opened again it says nothing new', async () => {
    const { clerk, desk, meta } = await office();
    const reading = readFhir(file);
    assert.equal(valueOf(await clerk.claims!.intake!(casesFirst(reading, both), meta())).taken, 1);
    const listed = async () =>
      (await clerk.authorizations!.worklist({ scope: 'all', payerId: null, urgency: null, number: 'T-500' }, {})).rows;
    const [row] = await listed();
    const record = async () => (await clerk.authorizations!.get(row!.id))!.record;
    assert.equal(stateOf(await record()), 'received/none/stopped/unused');
    assert.deepEqual(valueOf(await desk.authorizations!.receive!(answersIn(file), meta())), { taken: 1, unchanged: 0, refused: [] });
    const decided = await record();
    assert.deepEqual([stateOf(decided), decided.items[0]!.authorized?.number], ['decided/none/stopped/unused', 'AUTH-501']);
    assert.ok((await desk.access!.session())!.subject.payerIds.includes(decided.payer.id), 'a payer that nobody served');
    assert.equal(valueOf(await clerk.claims!.intake!(casesFirst(reading, both), meta())).unchanged, 1);
    assert.equal(valueOf(await clerk.claims!.intake!(reading.records, meta())).unchanged, 1);
    assert.deepEqual(await record(), decided);
    assert.deepEqual(valueOf(await desk.authorizations!.receive!(answersIn(file), meta())), { taken: 0, unchanged: 1, refused: [] });
  });

  test('an answer to what nobody asked for here still becomes a case, and its authorization says what was authorized', async () => {
    const { clerk, desk, meta } = await office();
    const modified = readFileSync(new URL('../packages/adapter-fhir/cases/pas-modified.json', import.meta.url), 'utf8');
    assert.deepEqual(valueOf(await desk.authorizations!.receive!(answersIn(modified), meta())).refused, [
      { index: 0, code: 'no-such-authorization' },
    ]);
    assert.equal(valueOf(await clerk.claims!.intake!(readFhir(modified).records, meta())).taken, 1);
    const [row] = (await clerk.authorizations!.worklist({ scope: 'all', payerId: null, urgency: null, number: 'AUTH-504' }, {})).rows;
    const { record } = (await clerk.authorizations!.get(row!.id))!;
    assert.deepEqual(
      [
        stateOf(record),
        ...record.items.map(({ sequence, origin, outcome, authorized }) => [sequence, origin, outcome, authorized?.service?.code]),
      ],
      [
        'decided/none/stopped/unused',
        [1, 'provider', 'modified', 'PT-1B'],
        [2, 'provider', 'certified', undefined],
        [4, 'payer', 'certified', undefined],
      ],
    );
  });
});
