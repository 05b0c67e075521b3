import type { IntakeCase } from '@portico/core/claims';
import { addDays, money, plainDate, type PlainDate } from '@portico/core/kernel';
import type { Benefit, Coverage, MemberCoverage } from '@portico/core/members';

/** Somebody of the demo world to try a look-up with, and what it comes to. */
export interface WorldMember {
  readonly payerId: string;
  readonly name: string;
  readonly cardNumber: string;
  readonly number: string;
  readonly birthDate: PlainDate;
  readonly state: 'active' | 'card-expired' | 'not-yet-in-force' | 'ended';
}

const member = (payerId: string, n: number, name: string, birthDate: string, state: WorldMember['state']): WorldMember => ({
  ...{ payerId, name, state, birthDate: plainDate(birthDate) },
  cardNumber: `${payerId === 'payer:gulf' ? '5500' : '7700'} 0000 ${String(n).padStart(4, '0')}`,
  number: `${payerId === 'payer:gulf' ? 'GM' : 'LM'}-90000${n}`,
});

/** One member in every state, and two of one name and birth date; nobody of them exists. */
export const members: readonly WorldMember[] = [
  member('payer:gulf', 1, 'نورة خالد العتيبي', '1988-04-12', 'active'),
  member('payer:gulf', 2, 'أحمد سالم المنصوري', '1979-09-30', 'card-expired'),
  member('payer:gulf', 3, 'هند يوسف الكعبي', '2001-01-15', 'not-yet-in-force'),
  member('payer:gulf', 4, 'سالم ناصر الرشيد', '1965-06-03', 'ended'),
  member('payer:gulf', 5, 'محمد أحمد حداد', '1990-05-05', 'active'),
  member('payer:gulf', 6, 'محمد أحمد حداد', '1990-05-05', 'active'),
  member('payer:lake', 7, 'Elena Castillo', '1983-11-08', 'active'),
];

const benefit = (code: string, text: string, authorization: Benefit['authorization'], more: Partial<Benefit> = {}): Benefit => ({
  ...{ code, text, authorization, isCovered: true, share: null, left: null },
  ...more,
});

const benefitsOf = (currency: string): readonly Benefit[] => [
  benefit('D-100', 'Consultation', 'not-needed', { share: { basisPoints: 2_000, fixed: null } }),
  benefit('D-200', 'Blood count', 'not-needed'),
  benefit('D-310', 'Knee MRI', 'needed', { share: { basisPoints: 1_000, fixed: null }, left: money(120_000, currency) }),
  benefit('D-400', 'Physiotherapy session', 'conditional', { share: { basisPoints: null, fixed: money(500, currency) } }),
  benefit('D-500', 'Day surgery', 'needed', { share: { basisPoints: 1_000, fixed: money(1_000, currency) } }),
  benefit('D-900', 'Cosmetic surgery', 'conditional', { isCovered: false }),
];

function coverageOf(payerId: string, state: WorldMember['state'], today: PlainDate): Coverage {
  const isGulf = payerId === 'payer:gulf';
  const [from, to] = {
    active: [-200, 165],
    'card-expired': [-200, 165],
    'not-yet-in-force': [10, 375],
    ended: [-400, -35],
  }[state] as [number, number];
  return {
    planName: isGulf ? 'Gulf Care Plus' : 'Lakeland Choice PPO',
    network: isGulf ? 'General Network +' : 'Lakeland Preferred',
    ...{ from: addDays(today, from), to: addDays(today, to) },
    cardUntil: addDays(today, state === 'card-expired' ? -3 : to),
    benefits: benefitsOf(isGulf ? 'KWD' : 'USD'),
  };
}

/** Lets cases pass and remembers the last so many of them: their members are looked up in the demo. */
export function rememberingLast(
  cases: Iterable<IntakeCase>,
  most = 200,
): { readonly cases: Iterable<IntakeCase>; readonly last: IntakeCase[] } {
  const last: IntakeCase[] = [];
  function* passing(): Generator<IntakeCase> {
    for (const one of cases) {
      last.push(one);
      if (last.length > most) last.shift();
      yield one;
    }
  }
  return { cases: passing(), last };
}

/** The coverages of the demo world: of those named above, and active ones of the members of these cases; read them when the cases have passed. */
export function* worldCoverages(today: PlainDate, cases: Iterable<IntakeCase> = []): Generator<MemberCoverage> {
  for (const { payerId, state, name, number, birthDate, cardNumber } of members) {
    yield {
      ...{ payerId, cardNumber, coverage: coverageOf(payerId, state, today) },
      member: { id: `member:${number}`, name, number, birthDate },
      nationalId: payerId === 'payer:gulf' ? `784-${birthDate.slice(0, 4)}-${number.slice(-6)}-1` : null,
      cardPhone: payerId === 'payer:gulf' ? '+971 4 555 0111' : null,
    };
  }
  for (const { payer, member: of } of cases) {
    if (of.number === null || of.birthDate === null) continue;
    yield {
      ...{ payerId: payer.id, cardNumber: `C-${of.number}`, nationalId: null, cardPhone: null },
      member: { id: `member:${of.number}`, name: of.name, number: of.number, birthDate: of.birthDate },
      coverage: coverageOf(payer.id, 'active', today),
    };
  }
}
