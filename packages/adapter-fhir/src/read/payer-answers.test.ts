import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { PayerAnswer } from '@portico/core/authorizations';
import { payerAnswerSchema } from '@portico/core/schemas';
import { caseNames, caseText, readCase, said, soundly } from './cases-fixture.test.ts';
import { readFhir, type FhirReading } from './index.ts';

const PAS = 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition';

/** An adjudication with a review action, as Da Vinci PAS writes it. */
const reviewed = (code: string, more: { number?: string; reason?: string } = {}) => ({
  extension: [
    {
      url: `${PAS}/extension-reviewAction`,
      extension: [
        ...(more.number ? [{ url: 'number', valueString: more.number }] : []),
        ...(more.reason ? [{ url: 'reasonCode', valueCodeableConcept: { coding: [{ code: more.reason }] } }] : []),
        { url: `${PAS}/extension-reviewActionCode`, valueCodeableConcept: { coding: [{ code }] } },
      ],
    },
  ],
});
const item = (itemSequence: number, code: string, more: object = {}) => ({ itemSequence, adjudication: [reviewed(code)], ...more });

const response = (changes: object = {}): object => ({
  ...{
    resourceType: 'ClaimResponse',
    id: 'r',
    status: 'active',
    use: 'preauthorization',
    outcome: 'complete',
    created: '2026-03-03T08:00:00Z',
  },
  ...{ identifier: [{ system: 'urn:x:trace', value: 'T-1' }], patient: { display: 'Member' }, insurer: { display: 'Plan' } },
  requestor: { display: 'Clinic' },
  ...changes,
});

const answersIn = ({ answers }: FhirReading): readonly PayerAnswer[] => answers.flatMap((one) => one.answers);
/** The only answer of a file, or of these resources. */
function answerIn(...resources: readonly object[]): PayerAnswer {
  const answers = answersIn(soundly(JSON.stringify(resources)));
  assert.equal(answers.length, 1);
  return answers[0]!;
}
const told = ({ stage, items, added }: PayerAnswer) => [
  stage,
  ...[...items, ...added].map(({ sequence, outcome }) => `${sequence} ${outcome}`),
];

suite('answers of payers', () => {
  test('every case file gives answers that a back office takes', () => {
    const answers = caseNames.flatMap((name) => answersIn(readFhir(caseText(name), { name })));
    assert.ok(answers.length >= 15);
    for (const answer of answers) payerAnswerSchema.parse(answer);
  });

  test('each review action is its outcome with the code as it came; an unknown one is other; one pended pends all', () => {
    const [answer] = answersIn(readCase('pas-review-codes.json'));
    assert.deepEqual(told(answer!), [
      ...['pended', '1 certified', '2 partially-certified', '3 not-certified', '4 pended', '5 modified', '6 cancelled'],
      ...['7 contact-payer', '8 no-action-required', '9 other'],
    ]);
    assert.equal(answer!.items[8]!.outcomeCode?.code, 'HOLDCODE');
  });

  test('trap 1: an outcome approves and denies nothing; only what is said of items or of the whole does', () => {
    assert.deepEqual(told(answerIn(response())), ['received']);
    assert.deepEqual(told(answerIn(response({ outcome: 'partial' }))), ['received']);
    assert.deepEqual(told(answerIn(response({ outcome: 'queued' }))), ['pended']);
    assert.deepEqual(told(answerIn(response({ item: [item(1, 'A3')] }))), ['decided', '1 not-certified']);
    assert.deepEqual(told(answerIn(response({ outcome: 'queued', item: [item(1, 'A1')] }))), ['decided', '1 certified']);
    assert.deepEqual(told(answerIn(response({ outcome: 'queued', item: [item(1, 'SOON')] }))), ['pended', '1 other']);
    const whole = { extension: [{ url: `${PAS}/extension-reviewAction`, valueCode: 'A1' }] };
    assert.deepEqual(answerIn(response(whole)).whole?.outcome, 'certified');
  });

  test('an error is an error with its words, unless items were decided all the same', () => {
    const error = [{ code: { coding: [{ code: '33' }], text: 'Input errors' } }, { code: { coding: [{ code: '15' }] } }];
    const answer = answerIn(response({ outcome: 'error', error }));
    assert.deepEqual([answer.stage, answer.notes], ['error', ['Input errors', '15']]);
    assert.deepEqual(told(answerIn(response({ outcome: 'error', error, item: [item(1, 'A1')] }))), ['decided', '1 certified']);
  });

  test('what a server says went wrong is told with its codes; its hints are not', () => {
    const outcome = (severity: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity, code: 'required' }] });
    const reading = soundly(JSON.stringify([outcome('error'), outcome('information')]));
    assert.deepEqual(
      [said(reading, 'operation-outcome'), said(reading, 'not-a-claim')],
      [['[0].OperationOutcome required'], ['[1].OperationOutcome OperationOutcome']],
    );
    assert.deepEqual(reading.answers, []);
  });

  test('A6: what the first added item says is authorized instead; further ones and those for none are items of their own', () => {
    const [answer] = answersIn(readCase('pas-modified.json'));
    assert.deepEqual(told(answer!), ['decided', '1 modified', '2 certified', '3 certified']);
    const { authorized } = answer!.items[0]!;
    assert.deepEqual(
      [authorized?.service?.code, authorized?.quantity, authorized?.amount, authorized?.from, authorized?.number],
      ['PT-1B', '1', { minor: 6_025, currency: 'USD' }, '2026-03-20', 'AUTH-504'],
    );
    assert.deepEqual(
      answer!.added.map(({ service, origin, reasons }) => [service?.code, origin, reasons[0]?.code]),
      [['EXTRA', 'payer', 'added-by-payer']],
    );
    const two = [1, 2].map((n) => ({
      itemSequence: [1],
      productOrService: { coding: [{ code: `S-${n}` }] },
      adjudication: [reviewed('A1')],
    }));
    const split = answerIn(response({ item: [item(1, 'A6')], addItem: two }));
    assert.deepEqual([split.items[0]!.authorized?.service?.code, split.added.map(({ service }) => service?.code)], ['S-1', ['S-2']]);
  });

  test('A1 beside an added item stays what it is, and a denied added item is nothing to authorize', () => {
    const extra = (code: string) => ({ itemSequence: [1], productOrService: { coding: [{ code: 'X' }] }, adjudication: [reviewed(code)] });
    assert.deepEqual(told(answerIn(response({ item: [item(1, 'A1')], addItem: [extra('A1')] }))), [
      'decided',
      '1 certified',
      '2 certified',
    ]);
    const denied = answerIn(response({ item: [item(1, 'A6')], addItem: [extra('A3')] }));
    assert.deepEqual([told(denied), denied.items[0]!.authorized], [['decided', '1 modified', '2 not-certified'], null]);
  });

  test('an added item without a word of its own is never approved by silence', () => {
    const silent = { productOrService: { coding: [{ code: 'X' }] } };
    assert.deepEqual(told(answerIn(response({ item: [item(1, 'A1')], addItem: [silent] }))), ['decided', '1 certified', '2 other']);
  });

  test('number, service, units, price and days of what is granted come with it; a denied item has none', () => {
    const detail = {
      url: `${PAS}/extension-itemAuthorizedDetail`,
      extension: [
        { url: 'productOrServiceCode', valueCodeableConcept: { coding: [{ code: 'PT-9' }] } },
        { url: 'unitPrice', valueMoney: { value: 20.5, currency: 'USD' } },
        { url: 'quantity', valueQuantity: { value: 3 } },
      ],
    };
    const period = { url: `${PAS}/extension-itemPreAuthPeriod`, valuePeriod: { start: '2026-04-01', end: '2026-04-30' } };
    const beside = { url: `${PAS}/extension-authorizationNumber`, valueString: 'BB-1' };
    const extension = [detail, period, beside];
    const answer = answerIn(
      response({
        preAuthRef: 'P-1',
        preAuthPeriod: { start: '2026-04-01', end: '2026-05-31' },
        item: [
          { itemSequence: 1, extension, adjudication: [reviewed('A1', { number: 'AUTH-1' })] },
          { itemSequence: 2, extension, adjudication: [reviewed('A3', { reason: '0T' })] },
          { itemSequence: 3, extension: [beside], adjudication: [reviewed('A1')] },
        ],
      }),
    );
    assert.deepEqual(answer.items[0]!.authorized, {
      ...{ service: { code: 'PT-9', system: null, text: null }, quantity: '3', amount: { minor: 6_150, currency: 'USD' } },
      ...{ from: '2026-04-01', to: '2026-04-30', number: 'AUTH-1' },
    });
    assert.deepEqual([answer.items[1]!.authorized, answer.items[1]!.reasons[0]?.code], [null, '0T']);
    assert.equal(answer.items[2]!.authorized?.number, 'BB-1');
    assert.deepEqual([answer.validFrom, answer.validTo], ['2026-04-01', '2026-05-31']);
    assert.deepEqual(
      answer.numbers.map(({ type, value }) => `${type} ${value}`),
      ['reference-id T-1', 'authorization-number P-1', 'authorization-number BB-1', 'authorization-number AUTH-1'],
    );
  });

  test('a denial without a coded reason is told in the words of the notes it points to', () => {
    const processNote = [1, 2].map((number) => ({ number, text: `Note ${number}` }));
    const answer = answerIn(response({ processNote, item: [item(1, 'A3', { noteNumber: [2] }), item(2, 'A3')] }));
    assert.deepEqual(
      answer.items.map(({ reasons }) => reasons.map(({ text }) => text)),
      [['Note 2'], ['Note 1', 'Note 2']],
    );
  });

  test('a request and its answer are told apart: the case as it was asked for, under all numbers, and the answer', () => {
    const reading = readCase('pas-approved.json');
    const [one] = reading.answers;
    assert.deepEqual([reading.answers.length, one?.record, one?.request?.processing], [1, 0, 'received']);
    assert.deepEqual(
      one?.request?.items.map(({ sequence, outcome, outcomeCode }) => [sequence, outcome, outcomeCode]),
      [[1, 'undecided', null]],
    );
    assert.deepEqual(one?.request?.identifiers, reading.records[0]!.identifiers);
    assert.deepEqual([one?.answers[0]?.member, told(one!.answers[0]!)], ['PH-1001', ['decided', '1 certified']]);
    assert.equal(readCase('pas-pended.json').answers[0]?.request, null);
  });

  test('of an updated request only its own answers count, oldest first; what was entered in error and drafts do not', () => {
    const own = answersIn(readCase('pas-update-answered.json'));
    assert.deepEqual(
      own.map(({ issuedAt }) => issuedAt),
      own.map(({ issuedAt }) => issuedAt).toSorted((a, b) => a - b),
    );
    assert.deepEqual(answersIn(readCase('pas-update.json')), [], 'the answer was to what the update replaced');
    for (const status of ['draft', 'entered-in-error'])
      assert.deepEqual(answersIn(soundly(JSON.stringify(response({ status, item: [item(1, 'A1')] })))), []);
  });

  test('the answer to a cancel request cancels, unless the payer denies it, holds it up or finds it faulty', () => {
    const claim = {
      ...{ resourceType: 'Claim', id: 'c', status: 'active', use: 'preauthorization', created: '2026-03-02T08:00:00Z' },
      ...{
        identifier: [{ system: 'urn:x:trace', value: 'T-1' }],
        patient: { display: 'Member' },
        insurer: { display: 'Plan' },
        provider: { display: 'Clinic' },
      },
      extension: [{ url: `${PAS}/extension-certificationType`, valueCodeableConcept: { coding: [{ code: '3' }] } }],
    };
    const request = { reference: 'Claim/c' };
    const stageOf = (changes: object) => answerIn(claim, response({ request, ...changes })).stage;
    assert.deepEqual(
      [{}, { item: [item(1, 'C')] }, { item: [item(1, 'A4')] }, { item: [item(1, 'A3')] }, { outcome: 'error' }].map(stageOf),
      ['cancelled', 'cancelled', 'received', 'received', 'received'],
    );
    assert.equal(answerIn(response({ status: 'cancelled' })).stage, 'cancelled');
  });

  test('a notification with nothing but an id says that there is an answer, and nothing of what it is', () => {
    const reading = readCase('pas-id-only.json');
    const [answer] = answersIn(reading);
    assert.deepEqual([told(answer!), answer?.whole, reading.records], [['received'], undefined, []]);
    assert.deepEqual(
      answer!.numbers.map(({ value }) => value),
      ['T-900', 'resp-77'],
    );
    assert.equal(answer!.issuedAt, Date.parse('2026-03-04T07:59:58Z'));
    assert.deepEqual(said(reading, 'bare-notification').length, 1);
  });

  test('one that brings its answer along is that answer alone; later releases and other focuses are understood', () => {
    assert.equal(answersIn(readCase('pas-notification.json')).length, 1);
    const status = (focus: string) => ({
      ...{ resourceType: 'SubscriptionStatus', type: 'event-notification' },
      notificationEvent: [{ eventNumber: '1', timestamp: '2026-03-04T07:59:58Z', focus: { reference: focus } }],
    });
    assert.equal(answerIn(response({ item: [item(1, 'A1')] }), status('ClaimResponse/r')).stage, 'decided');
    assert.equal(answerIn(status('ClaimResponse/elsewhere')).stage, 'received');
    assert.deepEqual(answersIn(soundly(JSON.stringify(status('Task/t')))), []);
  });

  test('the same answer has the same id however it travels; another one under the same numbers has another', () => {
    const plain = answerIn(response({ item: [item(1, 'A1')] }));
    const entry = [
      {
        fullUrl: 'urn:uuid:5a4f2f0e-0000-4000-8000-000000000099',
        resource: response({ id: 'z', meta: { versionId: '3' }, item: [item(1, 'A1')] }),
      },
    ];
    assert.equal(answerIn({ resourceType: 'Bundle', type: 'collection', entry }).notificationId, plain.notificationId);
    for (const changes of [{ item: [item(1, 'A4')] }, { item: [item(1, 'A1')], created: '2026-03-03T08:00:01Z' }])
      assert.notEqual(answerIn(response(changes)).notificationId, plain.notificationId);
  });

  test('when it was issued: as it says, else as its server or bundle says, else on its day; without any time it is no answer', () => {
    const at = (changes: object) => new Date(answerIn(response({ created: undefined, ...changes })).issuedAt).toISOString();
    assert.equal(at({ created: '2026-03-03T08:00:00+04:00' }), '2026-03-03T04:00:00.000Z');
    assert.equal(at({ meta: { lastUpdated: '2026-03-05T08:00:00Z' } }), '2026-03-05T08:00:00.000Z');
    assert.equal(at({ created: '2026-03-03' }), '2026-03-03T00:00:00.000Z');
    const reading = soundly(JSON.stringify(response({ created: undefined, item: [item(1, 'A1')] })));
    assert.deepEqual([reading.answers, said(reading, 'no-issue-time'), reading.records.length], [[], ['ClaimResponse'], 1]);
  });

  test('claims are paid, not authorized: they have no answers of this kind', () => {
    for (const name of ['claim-answers.json', 'carin-benefits.json', 'cms-page.json']) assert.deepEqual(readCase(name).answers, [], name);
  });
});
