import type { Seed, SeedAccount } from '@portico/backend';
import type { IntakeCase, ItemOutcome } from '@portico/core/claims';
import type { Contact } from '@portico/core/directory';
import type { Coverage, MemberCoverage } from '@portico/core/members';
import { addDays, money, plainDate, type PlainDate, type Role } from '@portico/core/kernel';
import { directoryWorld, foreignDirectory } from './directory-world.ts';

/** The people of the contract's world; the keys are what the cases call them. */
export const people = {
  clerk: {
    ...person('clerk', ['clerk'], ['provider:a', 'provider:b'], []),
    recoveryCode: '0123-4567-89ab-cdef-0123',
    secretQuestion: { question: 'first-street', answer: 'Straße des Lichts' },
  },
  otherClerk: person('other-clerk', ['clerk'], ['provider:c'], []),
  helpdesk: person('helpdesk', ['helpdesk'], [], []),
  claimsCenter: person('claims-center', ['claims-center'], [], ['payer:x']),
  payerDesk: person('payer-desk', ['claims-center'], [], ['payer:y']),
  newcomer: { ...person('newcomer', ['clerk'], ['provider:a'], []), life: 'pending-activation' },
  /** Of another organisation that happens to use the same ids. */
  stranger: person('stranger', ['clerk'], ['provider:a', 'provider:b', 'provider:c'], []),
} as const satisfies Record<string, SeedAccount>;

/** Who there is. */
export type PersonName = keyof typeof people;

/** The first and the last day of service in the world. */
export const firstDay = plainDate('2026-08-30');

const payers = {
  x: { id: 'payer:x', name: 'Xenon Health' },
  y: { id: 'payer:y', name: 'يثرب للتأمين' },
} as const;

const contact = (brandId: string, country: string): Contact => ({
  id: `${brandId}:${country}`,
  brandId,
  brandName: brandId.toUpperCase(),
  country,
  channels: [
    { kind: 'phone', purpose: 'helpdesk', value: '+000 000' },
    { kind: 'email', purpose: 'helpdesk', value: `${country.toLowerCase()}@${brandId}.example` },
  ],
  hours: null,
});

const members = ['أحمد الخطيب', 'Amina Haddad', 'احمد الخطيب', 'Zoé Müller', 'MARY AMES', 'mary ames', '', 'فاطمة عبد الله'];
const outcomes: readonly ItemOutcome[] = ['paid', 'denied', 'certified', 'undecided', 'not-certified', 'pended'];
const currencies = ['KWD', 'USD', 'AED', 'JPY'] as const;

/** One case of the world, drawn from its number: every filter finds some and misses some, and every sort meets ties. */
function worldCase(n: number): IntakeCase {
  const isClaim = n % 3 !== 0;
  const provider = ['a', 'b', 'c'][(n % 5) % 3]!;
  const payer = payers[n % 4 === 0 ? 'y' : 'x'];
  const currency = currencies[n % 4]!;
  const outcome = outcomes[Math.floor(n / 3) % 6]!;
  const billed = n % 11 === 0 ? null : money(((n * 7_919) % 50) * 100, currency);
  const isPaid = isClaim && outcome === 'paid' && billed !== null;
  const serviceFrom: PlainDate | null = n % 13 === 0 ? null : addDays(firstDay, Math.floor(n / 2));
  const nothing = { approved: null, patientShare: null, paid: null };
  return {
    kind: isClaim ? 'claim' : 'authorization',
    identifiers: [
      { type: isClaim ? 'claim-number' : 'authorization-number', value: `${isClaim ? 'C' : 'A'}-00${n}` },
      ...(n % 2 === 0 ? [{ type: 'payer-claim-number' as const, value: `pay-${n}x` }] : []),
    ],
    payer: { ...payer, identifiers: [] },
    provider: { id: `provider:${provider}`, name: `Clinic ${provider.toUpperCase()}`, identifiers: [] },
    physician: n % 4 === 1 ? null : { id: `physician:${n % 3}`, name: ['Dr. Huda Saleh', 'Dr. Ian Wu', 'د. منى'][n % 3]!, identifiers: [] },
    member: { id: null, name: members[n % members.length]!, number: n % 7 === 0 ? null : `m-${n % 10}٠${n}`, birthDate: null },
    ...{ serviceFrom, serviceTo: serviceFrom && addDays(serviceFrom, n % 3), createdAt: null },
    // The later the service the sooner it is paid, so that the two orders differ.
    paymentDate: isPaid && serviceFrom ? addDays(serviceFrom, 90 - (n % 80)) : null,
    life: n % 17 === 0 ? 'cancelled' : 'active',
    processing: outcome === 'undecided' ? 'queued' : 'complete',
    use: isClaim ? null : n % 2 === 0 ? 'not-used' : 'unused',
    currency,
    amounts: { ...nothing, billed, ...(isPaid ? { approved: billed, patientShare: money(0, currency), paid: billed } : {}) },
    diagnoses: [{ code: `D${n % 5}`, system: null, text: null }],
    items: [
      {
        sequence: 1,
        service: { code: `S${n % 9}`, system: null, text: null },
        ...{ quantity: '1', serviceFrom, serviceTo: serviceFrom },
        amounts: { ...nothing, billed },
        ...{ outcome, outcomeCode: null, reasons: [] },
      },
    ],
    notes: [],
    rawCodes: [],
    source: { format: 'world', reference: `world:${n}`, original: null },
  };
}

/** The cases of the first organisation, by the order they were taken in. */
export const worldCases: readonly IntakeCase[] = Array.from({ length: 72 }, (_, n) => worldCase(n + 1));

/** A further case that is not in the world: a claim of provider a and payer x, changed as a test wants it. */
export const anotherCase = (changes: Partial<IntakeCase> = {}): IntakeCase => ({
  ...worldCase(1_000),
  kind: 'claim',
  use: null,
  provider: { id: 'provider:a', name: 'Clinic A', identifiers: [] },
  payer: { ...payers.x, identifiers: [] },
  serviceFrom: firstDay,
  serviceTo: firstDay,
  ...changes,
});

/** The day on which the contract asks about members: that of the clock that tests begin with. */
export const askedDay = plainDate('2026-11-21');

const benefits: Coverage['benefits'] = [
  {
    ...{ code: 'S1', text: 'Consultation', isCovered: true, authorization: 'not-needed' },
    share: { basisPoints: 2_000, fixed: null },
    left: null,
  },
  { ...{ code: 'S2', text: 'Knee MRI', isCovered: true, authorization: 'needed' }, share: null, left: money(120_000, 'KWD') },
  { ...{ code: 'S3', text: 'Cosmetic surgery', isCovered: false, authorization: 'conditional' }, share: null, left: null },
];

const covered = (
  n: number,
  name: string,
  birthDate: string,
  changes: Partial<Coverage> = {},
  cardPhone: string | null = null,
): MemberCoverage => ({
  payerId: 'payer:x',
  member: { id: `member:${n}`, name, number: `M-10${n}`, birthDate: plainDate(birthDate) },
  cardNumber: `CARD 000${n}`,
  nationalId: `784-1990-${n}`,
  cardPhone,
  coverage: {
    ...{ planName: 'Plan Gold', network: 'Wide', from: plainDate('2026-01-01'), to: plainDate('2026-12-31') },
    ...{ cardUntil: plainDate('2026-12-31'), benefits },
    ...changes,
  },
});

/** The members of payer x: one in every state, two of one name and birth date, one with a coverage that ended and one that holds. */
export const worldCoverages: readonly MemberCoverage[] = [
  covered(1, 'Amina Haddad', '1990-02-03', {}, '+000 800 100'),
  covered(2, 'Ian Wu', '1970-07-07', { cardUntil: plainDate('2026-11-20') }, '+000 800 200'),
  covered(3, 'Zoé Müller', '2001-12-24', { from: plainDate('2026-12-01'), to: null }),
  covered(4, 'Mary Ames', '1966-06-06', { to: plainDate('2026-10-31') }),
  covered(5, 'أحمد الخطيب', '1985-05-05'),
  covered(6, 'احمد الخطيب', '1985-05-05'),
  covered(7, 'فاطمة عبد الله', '1999-09-09', { planName: 'Plan Silver', to: plainDate('2026-06-30') }),
  { ...covered(7, 'فاطمة عبد الله', '1999-09-09', { from: plainDate('2026-07-01') }), cardNumber: 'CARD 0070' },
];

/** When payer y can be asked again: an hour after the clock that tests begin with. */
export const outageEnd = Date.UTC(2026, 10, 21, 10);

/** What a backend under test holds: two organisations, the second with cases under the same numbers. */
export const contractWorld: readonly Seed[] = [
  {
    organisationId: 'organisation:1',
    accounts: [people.clerk, people.otherClerk, people.helpdesk, people.claimsCenter, people.payerDesk, people.newcomer],
    contacts: [contact('beta', 'OM'), contact('alpha', 'QA'), contact('alpha', 'AE')],
    payers: [
      { ...payers.x, brandId: 'alpha', phone: '+000 555 100' },
      { ...payers.y, brandId: 'alpha', outage: { until: outageEnd } },
    ],
    coverages: worldCoverages,
    directory: directoryWorld,
    cases: worldCases,
  },
  {
    organisationId: 'organisation:2',
    accounts: [people.stranger],
    contacts: [],
    payers: [{ id: 'payer:z', name: 'Zenith', brandId: null }],
    directory: foreignDirectory,
    cases: worldCases.slice(0, 5).map((record) => ({ ...record, member: { ...record.member, name: 'Of the other organisation' } })),
  },
];

function person(name: string, roles: readonly Role[], providerIds: readonly string[], payerIds: readonly string[]): SeedAccount {
  const subject = { accountId: `account:${name}`, displayName: `The ${name}`, roles, providerIds, payerIds };
  return { name: `${name}@work.example`, password: `long enough for ${name}`, email: `${name}@mail.example`, subject };
}
