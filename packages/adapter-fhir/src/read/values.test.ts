import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scaleOf, toDecimal } from '@portico/core/kernel';
import { aClaim, numbered, only, readCase, said, shown, soundly } from './cases-fixture.test.ts';

const billed = (items: readonly { amounts: Parameters<typeof shown>[0] }[]): (string | null)[] =>
  items.map(({ amounts }) => shown(amounts).billed);

test('amounts are read by their digits, with the decimals of their currency', () => {
  const reading = readCase('gulf-claim.ndjson');
  const { amounts, items, currency } = only(reading);
  assert.equal(currency, 'KWD');
  assert.equal(shown(amounts).billed, '13.340 KWD');
  assert.deepEqual(billed(items), [null, '12.340 KWD', '1.000 KWD', '10.000 KWD', '-0.005 KWD']);
  assert.deepEqual(said(reading, 'amount-precision'), ['Bundle.entry[0].resource.item[0].unitPrice KWD']);
});

test('more decimals than the currency has are never rounded', () => {
  const reading = readCase('money.ndjson');
  assert.deepEqual(billed(numbered(reading, 'precision').items), [null, '10.10 USD', null]);
  assert.deepEqual(billed(numbered(reading, 'yen').items), ['500 JPY', null]);
  assert.deepEqual(said(reading, 'amount-precision').slice(0, 2), ['line 1: Claim.item[0].net USD', 'line 1: Claim.item[2].net USD']);
});

test('an amount beyond what is exact is not taken', () => {
  const reading = readCase('money.ndjson');
  assert.deepEqual(billed(numbered(reading, 'size').items), ['90071992547409.91 USD', null, null, null]);
  assert.deepEqual(said(reading, 'amount-out-of-range'), ['line 2: Claim.item[1].net USD', 'line 2: Claim.item[2].net USD']);
});

test('currencies are never guessed and never mixed', () => {
  const reading = readCase('money.ndjson');
  assert.deepEqual(billed(numbered(reading, 'kinds').items), [
    '15.50 USD',
    null,
    '-7.25 USD',
    '0.00 USD',
    '5.00 USD',
    null,
    null,
    null,
    null,
  ]);
  for (const [code, place] of [
    ['bad-amount', 'item[1].net'],
    ['unknown-currency', 'item[5].net XYZ'],
    ['no-currency', 'item[6].net'],
  ] as const) {
    assert.deepEqual(said(reading, code), [`line 3: Claim.${place}`]);
  }
  assert.deepEqual(said(reading, 'mixed-currency'), ['line 3: Claim.item[7].net KWD', 'line 3: Claim.item[8].net JPY']);
});

test('a missing currency is that of the file when all others of the file agree', () => {
  const reading = readCase('money-one-currency.ndjson');
  assert.deepEqual(billed(numbered(reading, 'without').items), ['7.50 AED', '8.00 AED']);
  assert.equal(said(reading, 'currency-from-file').length, 3);
});

test('without a net amount the price times units counts, as long as it comes out exactly', () => {
  const reading = readCase('money.ndjson');
  assert.deepEqual(billed(numbered(reading, 'price').items), ['99.99 USD', null, '3.30 USD', '9.00 USD']);
  assert.ok(said(reading, 'amount-computed').includes('line 5: Claim.item[0].unitPrice'));
  assert.ok(said(reading, 'amount-precision').includes('line 5: Claim.item[1].unitPrice USD'));
});

test('any amount survives to the digit or is said', () => {
  const digits = fc.tuple(
    fc.constantFrom('', '-'),
    fc.bigInt(0n, 10n ** 17n),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 5 }),
    fc.constantFrom('', 'e0', 'E1', 'e-1', 'e+2'),
  );
  fc.assert(
    fc.property(digits, fc.constantFrom('KWD', 'USD', 'JPY'), ([sign, whole, fraction, exponent], currency) => {
      const text = `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}${exponent}`;
      const source = JSON.stringify(aClaim({ item: [{ sequence: 1, net: { value: '@', currency } }] })).replace('"@"', text);
      const reading = soundly(source);
      const amount = only(reading).items[0]!.amounts.billed;
      if (amount === null) {
        assert.equal(reading.report.lines.filter(({ path, severity }) => path === 'Claim.item[0].net' && severity === 'dropped').length, 1);
        return;
      }
      // An oracle that knows nothing of the reader: both sides as whole numbers of a tiny unit.
      const unit = 10n ** 12n;
      const shift = BigInt(Number(exponent.slice(1) || '0') + 8 - fraction.length);
      const told = BigInt(`${whole}${fraction}`) * 10n ** (shift + 4n);
      const kept = (BigInt(Math.abs(amount.minor)) * unit) / 10n ** BigInt(scaleOf(currency)!);
      assert.equal(kept, told, `${text} ${currency} became ${toDecimal(amount)}`);
      assert.equal(amount.minor < 0, sign === '-' && told !== 0n);
    }),
  );
});

test('days are as written, whatever the offset says', () => {
  const record = numbered(readCase('dates.ndjson'), 'midnight');
  assert.deepEqual([record.serviceFrom, record.serviceTo], ['2024-02-29', '2024-03-01']);
  assert.equal(record.createdAt, Date.UTC(2024, 1, 29, 10, 0, 0, 123));
});

test('a year or a month is widened to its days; a birth or payment in one is no day', () => {
  const reading = readCase('dates.ndjson');
  const record = numbered(reading, 'partial');
  assert.deepEqual([record.serviceFrom, record.serviceTo, record.createdAt], ['2019-01-01', '2019-11-30', null]);
  assert.equal(numbered(reading, 'E-paid-2019').paymentDate, null);
  assert.equal(shown(numbered(reading, 'E-paid-2019').amounts).paid, '1.00 USD');
  assert.deepEqual(said(reading, 'partial-date'), [
    ...['line 1: Claim.billablePeriod.start', 'line 1: Claim.billablePeriod.end', 'line 5: Claim.item[0].servicedDate'],
    'line 7: ExplanationOfBenefit.payment.date',
  ]);
  assert.equal(only(readCase('gulf-claim.ndjson')).member.birthDate, null);
});

test('what is no date is said, what is half told stays half told', () => {
  const reading = readCase('dates.ndjson');
  const days = (number: string): unknown[] => [numbered(reading, number).serviceFrom, numbered(reading, number).serviceTo];
  assert.deepEqual(days('bad'), [null, null]);
  assert.deepEqual(
    said(reading, 'bad-date'),
    ['start', 'end'].map((end) => `line 3: Claim.billablePeriod.${end}`).concat('line 3: Claim.created'),
  );
  assert.deepEqual(days('reversed'), ['2024-05-02', '2024-05-01']);
  assert.deepEqual(said(reading, 'period-reversed'), ['line 4: Claim.billablePeriod']);
  assert.deepEqual(days('open'), ['2024-07-01', null]);
  assert.deepEqual(said(reading, 'date-without-time'), ['line 1: Claim.created', 'line 5: Claim.created']);
});

test('without a billable period a case lasts from its first to its last line', () => {
  const record = numbered(readCase('dates.ndjson'), 'items');
  assert.deepEqual([record.serviceFrom, record.serviceTo], ['2024-01-31', '2024-06-01']);
  assert.deepEqual(
    record.items.map(({ serviceFrom, serviceTo }) => [serviceFrom, serviceTo]),
    [
      ['2024-04-01', '2024-04-30'],
      ['2024-01-31', null],
      [null, '2024-06-01'],
    ],
  );
});

test('any day survives, with any time and offset', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const rest = fc.constantFrom('', 'T00:00:00Z', 'T23:59:59.999-12:00', 'T00:00:00+14:00', 'T12:00:00+05:30');
  fc.assert(
    fc.property(day, rest, (date, time) => {
      const { serviceFrom, items } = only(
        soundly(JSON.stringify(aClaim({ billablePeriod: { start: date + time }, item: [{ sequence: 1, servicedDate: date }] }))),
      );
      assert.equal(serviceFrom, date);
      assert.equal(items[0]!.serviceTo, date);
    }),
  );
});

test('names are kept as written in NFC, with the better of several', () => {
  const record = only(readCase('gulf-claim.ndjson'));
  assert.equal(record.member.name, 'آمنة بنت خالد الخطيب'.normalize('NFC'));
  assert.equal(record.physician?.name, 'د. هدى صالح');
  assert.deepEqual([record.provider.id, record.provider.name], ['https://www.dha.gov.ae/facility|DHA-F-0001', 'مستشفى النور']);
  assert.deepEqual(record.provider.identifiers[0]?.type, 'dha');
  assert.deepEqual([record.payer.id, record.payer.name], ['https://tpa.example/payers|TPA-7', 'درع الخليج']);
  assert.deepEqual(record.diagnoses, [{ code: '', system: null, text: 'ألم أسفل الظهر' }]);
});

test('what is too long for a record is cut with a line', () => {
  const reading = soundly(JSON.stringify(aClaim({ provider: { display: 'ن'.repeat(600) }, identifier: [{ value: '7'.repeat(300) }] })));
  assert.equal(only(reading).provider.name.length, 512);
  assert.equal(only(reading).identifiers[0]!.value.length, 256);
  assert.deepEqual(said(reading, 'text-cut'), ['Claim.provider', 'Claim.identifier[0]']);
});

test('an NPI with a wrong check digit is kept and said', () => {
  const reading = soundly(
    JSON.stringify(aClaim({ provider: { identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '2000000201' } } })),
  );
  assert.equal(only(reading).provider.id, 'npi:2000000201');
  assert.deepEqual(said(reading, 'npi-check-digit'), ['Claim.provider.identifier']);
});
