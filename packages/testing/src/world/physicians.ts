import type { Physician } from '@portico/core/directory';
import type { Identifier } from '@portico/core/kernel';
import { physicians, providers } from './parties.ts';
import { inventedNpi, personName } from './people.ts';
import { createRandom } from './random.ts';

const specialties = [
  'Cardiology',
  'Dermatology',
  'Endocrinology',
  'Family medicine',
  'General surgery',
  'Internal medicine',
  'Neurology',
  'Obstetrics and gynecology',
  'Ophthalmology',
  'Orthopedics',
  'Pediatrics',
  'Radiology',
] as const;

/** Physicians beyond those who sign the cases. */
const MORE = 60;

const licences: readonly ((n: number) => Identifier)[] = [
  (n) => ({ type: 'lop', value: String(20_000 + n * 37) }),
  (n) => ({ type: 'dha', value: `DHA-P-0${300_000 + n * 113}` }),
  (n) => ({ type: 'doh', value: `GD${7_000 + n * 11}` }),
  (n) => ({ type: 'moh', value: `D-${60_000 + n * 29}` }),
];

/** Everybody who can be named on a request (N18): those who sign the cases, and more. Nobody of them exists; numbers only pass their checks. */
export function worldPhysicians(): readonly Physician[] {
  const random = createRandom(18);
  const signing = (['noor', 'lakeside'] as const).flatMap((place) =>
    physicians[place].map(({ id, name, identifiers }) => ({
      ...{ id, name, identifiers, specialty: random.pick(specialties) },
      facility: providers[place === 'noor' ? 0 : 1]!.name,
    })),
  );
  const more = Array.from({ length: MORE }, (_, n): Physician => {
    const isGulf = n % 3 !== 0;
    const script = isGulf && n % 2 === 0 ? 'arabic' : 'latin';
    const name = `${script === 'arabic' ? 'د.' : 'Dr.'} ${personName(random, script)}`;
    const npi: Identifier = { type: 'npi', value: inventedNpi(100 + n) };
    const licence = licences[n % licences.length]!(n);
    return {
      ...{ id: `physician:w${n + 1}`, name, identifiers: isGulf ? [licence] : n % 2 === 0 ? [npi] : [npi, licence] },
      specialty: random.pick(specialties),
      facility: n % 4 === 0 ? null : providers[isGulf ? 0 : 1]!.name,
    };
  });
  return [...signing, ...more];
}
