import type { CaseItem, CodedText, IntakeCase, ItemOutcome, Party } from '@portico/core/claims';
import { add, addDays, money, startOfDay, times, zero, type Money, type PlainDate } from '@portico/core/kernel';
import { payers, physicians, providers } from './parties.ts';
import { personName } from './people.ts';
import { createRandom, type Random } from './random.ts';

const demoSystem = 'urn:portico:demo:service';
const services: readonly (CodedText & { readonly price: number })[] = [
  { code: 'D-100', system: demoSystem, text: 'Consultation', price: 25 },
  { code: 'D-110', system: demoSystem, text: 'Follow-up visit', price: 15 },
  { code: 'D-200', system: demoSystem, text: 'Blood count', price: 9 },
  { code: 'D-210', system: demoSystem, text: 'Lipid panel', price: 18 },
  { code: 'D-300', system: demoSystem, text: 'Chest X-ray', price: 40 },
  { code: 'D-310', system: demoSystem, text: 'Knee MRI', price: 260 },
  { code: 'D-400', system: demoSystem, text: 'Physiotherapy session', price: 30 },
  { code: 'D-500', system: demoSystem, text: 'Day surgery', price: 900 },
];
const diagnoses: readonly CodedText[] = [
  { code: 'DX-01', system: 'urn:portico:demo:diagnosis', text: 'Seasonal allergy' },
  { code: 'DX-02', system: 'urn:portico:demo:diagnosis', text: 'Knee pain' },
  { code: 'DX-03', system: 'urn:portico:demo:diagnosis', text: 'High blood pressure' },
  { code: 'DX-04', system: 'urn:portico:demo:diagnosis', text: 'Routine check-up' },
];
const denials: readonly CodedText[] = [
  { code: 'DEMO-N1', system: 'urn:portico:demo:reason', text: 'Not covered by the plan' },
  { code: 'DEMO-N2', system: 'urn:portico:demo:reason', text: 'Information was missing' },
];

/** What a case of the world came to; drawn, then told through items and processing as a real source would. */
type Fate =
  'received' | 'queued' | 'paid' | 'partly' | 'denied' | 'rejected' | 'reversed' | 'pended' | 'approved' | 'modified' | 'not-used';
const claimFates: readonly Fate[] = ['paid', 'paid', 'paid', 'paid', 'partly', 'denied', 'received', 'queued', 'rejected', 'reversed'];
const authorizationFates: readonly Fate[] = ['approved', 'approved', 'approved', 'partly', 'pended', 'denied', 'modified', 'not-used'];

const reviewActions: Readonly<Partial<Record<ItemOutcome, string>>> = {
  certified: 'A1',
  'not-certified': 'A3',
  pended: 'A4',
  modified: 'A6',
};

/** The cases of the demo world, newest last, one at a time: 2,000 or 100,000 cost the same memory. */
export function* worldCases(options: { readonly seed: number; readonly count: number; readonly today: PlainDate }): Generator<IntakeCase> {
  const random = createRandom(options.seed);
  for (let n = 0; n < options.count; n += 1) yield worldCase(random, n, options.count, options.today);
}

function worldCase(random: Random, n: number, count: number, today: PlainDate): IntakeCase {
  const isGulf = !random.oneIn(3);
  const kind = random.oneIn(4) ? 'authorization' : 'claim';
  const currency = isGulf ? random.pick(['KWD', 'KWD', 'AED']) : 'USD';
  const fate = random.pick(kind === 'claim' ? claimFates : authorizationFates);
  // Fourteen months of service dates, spread evenly, the last of them today.
  const serviceFrom = addDays(today, -Math.floor(((count - 1 - n) * 425) / count) - random.below(2));
  const items = Array.from({ length: 1 + random.below(3) }, (_, index) => worldItem(random, index + 1, kind, fate, currency, serviceFrom));
  const sum = (of: (item: CaseItem) => Money | null): Money | null => {
    const known = items.map(of).filter((amount) => amount !== null);
    return known.length === 0 ? null : known.reduce(add);
  };
  const number = String(n + 1).padStart(6, '0');
  const physician: Party = random.pick(isGulf ? physicians.noor : physicians.lakeside);
  const isPaid = kind === 'claim' && (fate === 'paid' || fate === 'partly');
  return {
    kind,
    identifiers: [
      { type: kind === 'claim' ? 'claim-number' : 'reference-id', value: `${kind === 'claim' ? 'C' : 'A'}-${number}` },
      ...(fate === 'received' ? [] : [{ type: 'payer-claim-number', value: `${isGulf ? 'GS' : 'LK'}${9_000_000 + n}` } as const]),
    ],
    payer: payers[isGulf ? 0 : 1]!.party,
    provider: providers[isGulf ? 0 : 1]!,
    physician,
    member: {
      id: null,
      name: personName(random, isGulf ? 'arabic' : 'latin'),
      number: `${isGulf ? 'GM' : 'LM'}-${String(100_000 + random.below(40_000))}`,
      birthDate: addDays(today, -(6_000 + random.below(22_000))),
    },
    serviceFrom,
    serviceTo: random.oneIn(6) ? addDays(serviceFrom, 1 + random.below(4)) : serviceFrom,
    createdAt: (startOfDay(serviceFrom, 'UTC') + 36_000_000) as IntakeCase['createdAt'],
    paymentDate: isPaid ? minDate(addDays(serviceFrom, 10 + random.below(25)), today) : null,
    life: fate === 'reversed' ? 'cancelled' : 'active',
    processing: fate === 'received' ? 'received' : fate === 'queued' ? 'queued' : fate === 'rejected' ? 'error' : 'complete',
    use: kind === 'claim' ? null : fate === 'not-used' ? 'not-used' : fate === 'approved' && random.oneIn(3) ? 'used' : 'unused',
    currency,
    amounts: {
      billed: sum((item) => item.amounts.billed),
      approved: sum((item) => item.amounts.approved),
      patientShare: sum((item) => item.amounts.patientShare),
      paid: sum((item) => item.amounts.paid),
    },
    diagnoses: [random.pick(diagnoses)],
    items,
    notes: fate === 'not-used' ? ['Voided: the member chose another date.'] : [],
    rawCodes: [],
    source: { format: 'world', reference: `case/${number}`, original: null },
  };
}

function worldItem(random: Random, sequence: number, kind: IntakeCase['kind'], fate: Fate, currency: string, date: PlainDate): CaseItem {
  const { price, ...service } = random.pick(services);
  const minorPerUnit = currency === 'KWD' ? 300 : currency === 'AED' ? 367 : 100;
  const billed = money(price * minorPerUnit + random.below(minorPerUnit), currency);
  const outcome = outcomeOf(kind, fate, sequence);
  const decided = ['paid', 'partially-paid', 'certified', 'modified'].includes(outcome);
  const refused = outcome === 'denied' || outcome === 'not-certified';
  const approved = decided
    ? times(billed, outcome === 'partially-paid' || outcome === 'modified' ? '0.6' : '1')
    : refused
      ? zero(currency)
      : null;
  const patientShare = decided && approved ? times(approved, '0.1') : refused ? zero(currency) : null;
  const action = reviewActions[outcome];
  return {
    sequence,
    service,
    quantity: '1',
    serviceFrom: date,
    serviceTo: date,
    amounts: {
      billed,
      approved,
      patientShare,
      paid: kind === 'claim' && approved && patientShare ? money(approved.minor - patientShare.minor, currency) : null,
    },
    outcome,
    outcomeCode: action === undefined ? null : { code: action, system: 'urn:portico:demo:review-action', text: null },
    reasons: refused ? [random.pick(denials)] : [],
  };
}

function outcomeOf(kind: IntakeCase['kind'], fate: Fate, sequence: number): ItemOutcome {
  const isClaim = kind === 'claim';
  switch (fate) {
    case 'paid':
      return 'paid';
    case 'reversed':
      return 'cancelled';
    case 'partly':
      return sequence === 1 ? (isClaim ? 'partially-paid' : 'not-certified') : isClaim ? 'paid' : 'certified';
    case 'denied':
      return isClaim ? 'denied' : 'not-certified';
    case 'approved':
    case 'not-used':
      return 'certified';
    case 'modified':
      return sequence === 1 ? 'modified' : 'certified';
    case 'pended':
      return 'pended';
    default:
      return 'undecided';
  }
}

const minDate = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
