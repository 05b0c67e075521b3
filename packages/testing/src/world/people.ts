import type { Random } from './random.ts';

const arabicGiven = [
  'نورة',
  'سارة',
  'مريم',
  'فاطمة',
  'هند',
  'ليلى',
  'دانة',
  'أحمد',
  'محمد',
  'خالد',
  'يوسف',
  'عبدالله',
  'سالم',
  'ناصر',
  'إبراهيم',
  'حمد',
];
const arabicFamily = [
  'العتيبي',
  'المطيري',
  'الهاشمي',
  'المنصوري',
  'الكعبي',
  'الصباح',
  'الرشيد',
  'الخوري',
  'حداد',
  'النعيمي',
  'البلوشي',
  'الشامسي',
];
const latinGiven = [
  'Amara',
  'Beth',
  'Carlos',
  'Dana',
  'Elena',
  'Farid',
  'Grace',
  'Hiro',
  'Ines',
  'Jonas',
  'Katya',
  'Liam',
  'Mona',
  'Noah',
  'Olga',
  'Priya',
];
const latinFamily = [
  'Abbott',
  'Becker',
  'Castillo',
  'Dunne',
  'Ekström',
  'Farouk',
  'Greene',
  'Haddad',
  'Ibarra',
  'Jensen',
  'Kowalski',
  "O'Brien",
];

/** An invented full name, Arabic or Latin. */
export const personName = (random: Random, script: 'arabic' | 'latin'): string =>
  script === 'arabic'
    ? `${random.pick(arabicGiven)} ${random.pick(arabicGiven.slice(7))} ${random.pick(arabicFamily)}`
    : `${random.pick(latinGiven)} ${random.pick(latinFamily)}`;

/** Ten invented digits that pass the NPI check; made by counting, taken from no register. */
export function inventedNpi(serial: number): string {
  const body = `199999${String(serial % 1_000).padStart(3, '0')}`;
  // Luhn over 80840 + body; 24 stands for the prefix.
  let sum = 24;
  for (let i = 0; i < 9; i += 1) {
    const digit = Number(body[8 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return body + String((10 - (sum % 10)) % 10);
}
