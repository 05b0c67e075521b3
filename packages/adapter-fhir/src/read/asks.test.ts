import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { authorizationOfCase, decideAuthorization, type Authorization, type PayerAnswer } from '@portico/core/authorizations';
import { decisionOf } from '@portico/core/claims';
import { cms0057Pack, createPolicyBook, defaultPack } from '@portico/core/policy';
import { checkPolicyKey, payerAnswerSchema } from '@portico/core/schemas';
import fc from 'fast-check';
import { statesOf } from '../states.ts';
import { aClaim, only, said, soundly } from './cases-fixture.test.ts';
import type { FhirReading } from './index.ts';

const PAS = 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition';
const at = Date.parse('2026-03-08T08:00:00Z');
const policy = createPolicyBook([defaultPack, cms0057Pack], checkPolicyKey).policy('cms-0057').authorizations;

const coded = (code: string, more: object = {}) => ({ coding: [{ code, ...more }] });
const line = (n: number, name = 'serviceLineNumber') => ({ url: `${PAS}/extension-${name}`, valuePositiveInt: n });
const review = (code: string) => ({
  adjudication: [
    {
      extension: [
        {
          url: `${PAS}/extension-reviewAction`,
          extension: [{ url: `${PAS}/extension-reviewActionCode`, valueCodeableConcept: coded(code) }],
        },
      ],
    },
  ],
});
const trace = [{ system: 'urn:x:trace', value: 'T-1' }];
const claim = aClaim({
  use: 'preauthorization',
  identifier: trace,
  created: '2026-03-02T08:00:00Z',
  item: [{ sequence: 1 }, { sequence: 2 }],
});
const response = (code: string, created: string, changes: object = {}): object => ({
  ...{ resourceType: 'ClaimResponse', id: `r-${code}`, status: 'active', use: 'preauthorization', outcome: 'complete', created },
  ...{ identifier: trace, patient: { display: 'Member' }, insurer: { display: 'Plan' }, requestor: { display: 'Clinic' } },
  item: [1, 2].map((itemSequence) => ({ itemSequence, ...review(code) })),
  ...changes,
});
const asking = (changes: object = {}): object => ({
  ...{ resourceType: 'CommunicationRequest', id: 'q', status: 'active', identifier: [{ system: 'urn:x:asked', value: 'Q-1' }] },
  ...{ extension: [line(2)], category: [{ coding: [{ code: '15', display: 'Why admitted' }] }], payload: [{ contentString: '11506-3' }] },
  ...changes,
});
const input = (type: string, value: object, ...extension: readonly object[]) => ({ type: coded(type), ...value, extension });
const needed = (code: string, ...lines: readonly number[]) =>
  input(
    'attachments-needed',
    { valueCodeableConcept: coded(code, { system: 'http://loinc.org' }) },
    ...lines.map((n) => line(n, 'paLineNumber')),
  );
const task = (changes: object = {}): object => ({
  ...{ resourceType: 'Task', id: 't', status: 'requested', intent: 'order', code: coded('attachment-request-code') },
  ...{ identifier: [{ type: coded('tracking-id'), system: 'urn:x:payer', value: 'K-1' }], authoredOn: '2026-03-04T08:00:00Z' },
  ...{ reasonCode: coded('preauthorization'), reasonReference: { identifier: trace[0] }, restriction: { period: { end: '2026-03-20' } } },
  input: [needed('11506-3')],
  ...changes,
});
const bundle = (...resources: readonly object[]): object => ({
  ...{ resourceType: 'Bundle', type: 'collection', timestamp: '2026-03-05T08:00:00Z', entry: resources.map((resource) => ({ resource })) },
});

const read = (...resources: readonly object[]): FhirReading => soundly(JSON.stringify(resources.length === 1 ? resources[0] : resources));
const asked = ({ answers }: FhirReading): readonly PayerAnswer[] => {
  const all = answers.flatMap((one) => one.answers).filter(({ ask }) => ask !== undefined);
  for (const one of all) payerAnswerSchema.parse(one);
  return all;
};
/** The only thing that these resources ask for. */
function askIn(...resources: readonly object[]): PayerAnswer & { readonly ask: NonNullable<PayerAnswer['ask']> } {
  const all = asked(read(...resources));
  assert.equal(all.length, 1);
  return all[0] as ReturnType<typeof askIn>;
}
const regions = (reading: FhirReading): readonly string[] => {
  const { lines, differences } = statesOf(reading, at);
  assert.deepEqual(differences, []);
  return lines.map((one) => one.split(' ')[0]!);
};

suite('what payers ask for', () => {
  test('a pended answer with a CommunicationRequest is an information request: in words, for its line', () => {
    const reading = read(
      bundle(claim, response('A4', '2026-03-03T08:00:00Z', { communicationRequest: [{ reference: 'CommunicationRequest/q' }] }), asking()),
    );
    const { ask, issuedAt, stage } = asked(reading)[0]!;
    assert.deepEqual([ask?.text, ask?.items, ask?.due, ask?.state], ['Why admitted (15); LOINC 11506-3', [2], null, 'open']);
    assert.deepEqual([stage, issuedAt], ['received', Date.parse('2026-03-03T08:00:00Z')], 'it decides nothing, and came with the answer');
    assert.deepEqual(regions(reading), ['pended/requested/tolled/unused']);
    assert.deepEqual(only(reading).notes, ['Why admitted (15); LOINC 11506-3'], 'whoever takes the case alone reads it there');
  });

  test('a Task about a request has it in hand, with its tracking number, its day and its words line by line', () => {
    const questionnaire = {
      valueCanonical: 'urn:x:form',
      _valueCanonical: { extension: [{ url: 'urn:x/display', valueString: 'Oxygen' }] },
    };
    const inputs = [
      needed('11506-3', 1),
      input('questionnaire-context', questionnaire, line(2)),
      input('signature-flag', { valueBoolean: true }),
      input('payer-url', { valueUrl: 'urn:x:send' }),
    ];
    const reading = read(claim, task({ input: inputs, description: 'Of this year.' }));
    const { ask } = asked(reading)[0]!;
    assert.deepEqual(
      [ask?.text, ask?.items, ask?.due],
      ['1: LOINC 11506-3; 2: Oxygen; signature-flag: true; Of this year.', [1, 2], '2026-03-20'],
    );
    assert.deepEqual(said(reading, 'elements-not-mapped'), ['[1].Task input.payer-url']);
    assert.deepEqual(regions(reading), ['pended/requested/tolled/unused']);
    const whole = askIn(claim, task({ input: [needed('11506-3', 1), needed('18776-5')] })).ask;
    assert.deepEqual([whole.text, whole.items], ['1: LOINC 11506-3; LOINC 18776-5', []], 'something is asked of the whole');
  });

  test('each is joined to its case by what it is about, by the request both name, or by its bundle; never to one that it is not about', () => {
    const alone = response('A4', '2026-03-03T08:00:00Z', { request: { reference: 'Claim/gone' } });
    const joined = (...resources: readonly object[]) => read(...resources).answers.map(({ record, answers }) => [record, answers.length]);
    assert.deepEqual(joined(bundle(alone, task({ reasonReference: { reference: 'ClaimResponse/r-A4' } }))), [[0, 2]]);
    assert.deepEqual(joined(alone, task({ reasonReference: { reference: 'Claim/gone' } })), [[0, 2]]);
    assert.deepEqual(joined(bundle(alone, task({ reasonReference: { display: 'The claim' } }))), [[0, 2]]);
    assert.deepEqual(joined(alone, asking({ about: [{ reference: 'ClaimResponse/r-A4' }] })), [[0, 2]]);
    assert.deepEqual(joined(bundle(claim, alone, task({ reasonReference: { reference: 'Claim/other' } }))), [
      [0, 1],
      [null, 1],
    ]);
    assert.deepEqual(said(read(bundle(alone, task({ reasonReference: {} }))), 'joined-by-bundle'), ['Bundle.entry[1].resource']);
  });

  test('one alone is known by the numbers it names and by its member', () => {
    const patient = { resourceType: 'Patient', id: 'p', identifier: [{ type: coded('MB'), system: 'urn:x:members', value: 'M-1' }] };
    const { numbers, member } = askIn(task({ contained: [patient], for: { reference: '#p' } }));
    assert.deepEqual([numbers.map(({ value }) => value), member], [['T-1', 'K-1'], 'M-1']);
    const about = askIn(asking({ about: [{ reference: 'Claim/c-9' }], authoredOn: '2026-03-04T08:00:00Z' }));
    assert.deepEqual(
      about.numbers.map(({ value }) => value),
      ['c-9'],
      'a number of its own is not one of the authorization',
    );
  });

  test('what cannot be told to be of an authorization is said, and other tasks are none of these', () => {
    const reading = read(
      task({ reasonCode: coded('claim') }),
      asking(),
      task({ id: 'u', authoredOn: undefined }),
      task({ id: 'd', status: 'draft' }),
      task({ id: 'o', code: coded('data-request-code') }),
    );
    assert.deepEqual(reading.answers, []);
    assert.deepEqual(said(reading, 'ask-not-matched'), ['[0].Task claim', '[1].CommunicationRequest no-number', '[2].Task no-time']);
    assert.deepEqual(said(reading, 'not-a-claim'), ['[3].Task Task', '[4].Task Task']);
  });

  test('of a claim it is kept among the notes of its case', () => {
    const reading = read(aClaim({ id: 'k' }), task({ reasonReference: { reference: 'Claim/k' }, reasonCode: coded('claim') }));
    assert.deepEqual([only(reading).notes, only(reading).processing === 'received', reading.answers], [['LOINC 11506-3'], false, []]);
  });

  test('its status says how it stands; one that nobody knows is open, with a line', () => {
    const stateOf = (status: string) => askIn(task({ status })).ask.state;
    assert.deepEqual(['in-progress', 'completed', 'cancelled', 'soon'].map(stateOf), ['open', 'answered', 'withdrawn', 'open']);
    assert.deepEqual(said(read(task({ status: 'soon' })), 'unknown-code'), ['Task.status soon']);
    assert.deepEqual(regions(read(claim, task({ status: 'completed' }))), ['pended/satisfied/running/unused']);
  });

  test('it has the same id however it travels; a task for documents and one for a form are two', () => {
    const first = askIn(task());
    assert.deepEqual(askIn(bundle(claim, task({ id: 'elsewhere' }))).ask, first.ask);
    const later = askIn(task({ status: 'completed', lastModified: '2026-03-06T08:00:00Z' }));
    assert.deepEqual([later.ask.id === first.ask.id, later.notificationId === first.notificationId], [true, false]);
    assert.notEqual(askIn(task({ code: coded('attachment-request-questionnaire') })).ask.id, first.ask.id);
  });

  test('of an answer that decides it is told and not awaited', () => {
    const granted = response('A1', '2026-03-03T08:00:00Z', { communicationRequest: [{ reference: 'CommunicationRequest/q' }] });
    const reading = read(bundle(claim, granted, asking()));
    assert.deepEqual(regions(reading), ['decided/none/stopped/unused']);
    assert.match(statesOf(reading, at).lines[0]!, /asked withdrawn of 2: Why admitted/);
  });

  test('files with answers and with what is asked for end in the same record, in any order and however often they come', () => {
    const files = [
      [response('A4', '2026-03-03T08:00:00Z', { communicationRequest: [{ reference: '#q' }], contained: [asking({ id: 'q' })] })],
      [response('A4', '2026-03-06T08:00:00Z')],
      [task()],
      [task({ status: 'in-progress', lastModified: '2026-03-05T08:00:00Z', description: 'Signed.' })],
      [task({ status: 'cancelled', lastModified: '2026-03-07T08:00:00Z' })],
      [response('A1', '2026-03-05T08:00:00Z')],
      [response('A3', '2026-03-05T08:00:00Z')],
    ].map((resources) => read(...resources).answers.flatMap(({ answers }) => answers));
    const record = only(read(claim));
    const fresh = authorizationOfCase(
      {
        ...record,
        ...{ id: 'x', version: 1, lifecycleVersion: 1, organisationId: 'o', takenInAt: at },
        decision: decisionOf(record),
        deadlines: { modification: null },
      },
      policy,
      'UTC',
    );
    const end = (answers: readonly PayerAnswer[]) => {
      const taken = answers.reduce<Authorization>((before, notice) => {
        const came = decideAuthorization(before, { type: 'authorization.notified', at, by: null, policy, zone: 'UTC', notice });
        return came.accepted ? came.record : before;
      }, fresh);
      return { state: taken.state, items: taken.items, asked: taken.informationRequests };
    };
    const chosen = fc
      .subarray(files, { minLength: 1 })
      .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray([...some, ...some], { minLength: some.length * 2 })));
    fc.assert(
      fc.property(chosen, ([some, mixed]) => assert.deepEqual(end(mixed.flat()), end(some.flat()))),
      { numRuns: 200 },
    );
    const all = end(files.flat());
    assert.deepEqual(
      [all.state.case, all.state.information, all.asked.map(({ state }) => state)],
      ['pended', 'requested', ['open', 'withdrawn']],
    );
  });
});
