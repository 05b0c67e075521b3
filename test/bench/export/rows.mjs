/** Seeded random numbers from 0 to 1. @param {number} seed */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MEMBERS = [
  'Amal Al-Sabah',
  'نورة العتيبي',
  'John & Mary Doe',
  'Fatima Hassan',
  'O’Brien, Sean',
  'يوسف المطيري',
  'Maria <Lopez>',
  'Chen Wei',
];
const PHYSICIANS = ['Dr. Salem', 'Dr. Whitfield', 'د. هند', 'Dr. Okafor', 'Dr. Iyer'];
const PAYERS = ['Gulf Health TPA', 'Atlantic Mutual', 'Al Noor Insurance & Co.'];
const STATUSES = ['approved', 'partly approved', 'rejected', 'in process', 'paid'];

/** The columns of a claims bordereau: heading and kind. */
export const COLUMNS = [
  ['Claim', 'text'],
  ['Kind', 'text'],
  ['Member', 'text'],
  ['Member number', 'text'],
  ['Payer', 'text'],
  ['Physician', 'text'],
  ['Service date', 'date'],
  ['Payment date', 'date'],
  ['Status', 'text'],
  ['Claimed', 'amount'],
  ['Approved', 'amount'],
  ['Paid', 'amount'],
].map(([header, kind]) => ({ header, kind }));

/** Claims, the same on every call: each a list of strings under `COLUMNS`. @param {number} count @returns {string[][]} */
export function claims(count) {
  const next = random(7);
  const below = (n) => Math.floor(next() * n);
  const day = () => new Date(Date.UTC(2025, 0, 1 + below(700))).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, i) => {
    const claimed = below(900_000) + 1_000;
    const approved = Math.floor(claimed * next());
    return [
      `CLM-${String(1_000_000 + i)}`,
      next() < 0.3 ? 'authorization' : 'claim',
      MEMBERS[below(MEMBERS.length)],
      String(below(1e9)).padStart(12, '0'),
      PAYERS[below(PAYERS.length)],
      PHYSICIANS[below(PHYSICIANS.length)],
      day(),
      day(),
      STATUSES[below(STATUSES.length)],
      ...[claimed, approved, Math.floor(approved * next())].map((fils) => (fils / 1000).toFixed(3)),
    ];
  });
}
