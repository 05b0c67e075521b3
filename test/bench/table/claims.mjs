/** Columns of the table bench: ten, as a claims list has them, in px. */
export const COLUMNS = [
  { key: 'reference', header: 'Reference', width: 130 },
  { key: 'kind', header: 'Kind', width: 110 },
  { key: 'member', header: 'Member', width: 150 },
  { key: 'number', header: 'Member number', width: 120 },
  { key: 'payer', header: 'Payer', width: 130 },
  { key: 'provider', header: 'Provider', width: 140 },
  { key: 'service', header: 'Service date', width: 100 },
  { key: 'status', header: 'Status', width: 90 },
  { key: 'billed', header: 'Billed', width: 100 },
  { key: 'paid', header: 'Paid', width: 100 },
];

export const ROW_HEIGHT = 32;
export const HEIGHT = 600;
export const WIDTH = 1200;

const pick = (list, i) => list[i % list.length];
const KINDS = ['Claim', 'Authorization', 'Claim', 'Claim'];
const MEMBERS = ['Noura Al Ali', 'نورة العلي', 'Yousef Haddad', 'Maria Fernandes', 'عبد الله الصباح', 'John Smith-Whitaker the Younger'];
const PAYERS = ['Gulf Health TPA', 'Northern Plan'];
const PROVIDERS = ['Al Salam Clinic', 'Dar Al Shifa Hospital, East Wing', 'City Radiology', 'Lakeside Physicians'];
const STATES = ['Paid', 'Denied', 'Open', 'In review'];

/** So many claims, the same ones every time; texts as they are shown. */
export const claims = (count) =>
  Array.from({ length: count }, (_, i) => {
    const seed = Math.imul(i + 1, 2654435761) >>> 0;
    const day = new Date(Date.UTC(2024, 0, 1 + (seed % 700))).toISOString().slice(0, 10);
    const billed = (seed % 900_000) / 1000;
    return {
      id: `claim-${i}`,
      reference: `CLM-${String(i).padStart(7, '0')}`,
      kind: pick(KINDS, seed),
      member: pick(MEMBERS, seed >>> 3),
      number: String(10_000_000 + (seed % 89_999_999)),
      payer: pick(PAYERS, seed >>> 5),
      provider: pick(PROVIDERS, seed >>> 7),
      service: day,
      status: pick(STATES, seed >>> 9),
      billed: `${billed.toFixed(3)} KWD`,
      paid: `${(billed * 0.8).toFixed(3)} KWD`,
    };
  });
