import type { Party } from '@portico/core/claims';
import type { Contact, Payer } from '@portico/core/directory';
import { inventedNpi } from './people.ts';

/** What a payer is to the demo world, beside what the directory tells of it. */
interface WorldPayer extends Payer {
  readonly party: Party;
  readonly packId: string;
  /** ISO 4217: what it pays in. */
  readonly currency: string;
  /** Its helpline (N9). */
  readonly phone: string;
  /** The payer that nobody can ask about members. */
  readonly outage?: { readonly until: null };
}

/** The payers of the demo world: a Gulf TPA and a US plan, each a brand of its own, and one that sends no cases and cannot be asked. */
export const payers: readonly WorldPayer[] = [
  {
    id: 'payer:gulf',
    name: 'Gulf Shield TPA · درع الخليج',
    brandId: 'gulf-shield',
    packId: 'nextcare',
    currency: 'KWD',
    phone: '+971 4 555 0100',
  },
  { id: 'payer:lake', name: 'Lakeland Health Plan', brandId: 'lakeland', packId: 'default', currency: 'USD', phone: '+1 555 010 0142' },
  {
    id: 'payer:coast',
    name: 'Coastline Mutual',
    brandId: null,
    packId: 'default',
    currency: 'USD',
    phone: '+1 555 010 0160',
    outage: { until: null },
  },
].map((payer) => ({ ...payer, party: { id: payer.id, name: payer.name, identifiers: [] } }));

/** The two places that send claims. */
export const providers: readonly Party[] = [
  { id: 'provider:noor', name: 'Al Noor Medical Center · مركز النور الطبي', identifiers: [{ type: 'moh', value: 'MOH-20418' }] },
  { id: 'provider:lakeside', name: 'Lakeside Family Clinic', identifiers: [{ type: 'npi', value: inventedNpi(1) }] },
];

/** Physicians of both places; numbers are invented and only pass their checks. */
export const physicians: { readonly noor: readonly Party[]; readonly lakeside: readonly Party[] } = {
  noor: [
    { id: 'physician:n1', name: 'د. ليلى حداد', identifiers: [{ type: 'lop', value: '10482' }] },
    { id: 'physician:n2', name: 'د. سالم النعيمي', identifiers: [{ type: 'dha', value: 'DHA-P-0203411' }] },
    { id: 'physician:n3', name: 'Dr. Mona Farouk', identifiers: [{ type: 'moh', value: 'D-55120' }] },
  ],
  lakeside: [
    { id: 'physician:l1', name: 'Dr. Priya Jensen', identifiers: [{ type: 'npi', value: inventedNpi(2) }] },
    { id: 'physician:l2', name: 'Dr. Carlos Greene', identifiers: [{ type: 'npi', value: inventedNpi(3) }] },
  ],
};

const phone = (value: string) => ({ kind: 'phone', purpose: 'helpdesk', value }) as const;
const email = (value: string) => ({ kind: 'email', purpose: 'helpdesk', value }) as const;

const gulf = (country: string, number: string, hours: string | null): Contact => ({
  id: `gulf-shield:${country}`,
  brandId: 'gulf-shield',
  brandName: 'Gulf Shield TPA · درع الخليج',
  country,
  channels: [phone(number), email(`helpdesk.${country.toLowerCase()}@gulf-shield.example`)],
  hours,
});

/** Contacts by brand and country (N1–N3); numbers are from blocks kept for fiction, addresses end in `.example`. */
export const contacts: readonly Contact[] = [
  gulf('AE', '+971 4 555 0100', '24/7'),
  gulf('BH', '+973 1755 0100', '07:00–19:00'),
  gulf('EG', '+20 2 5550 0100', '09:00–17:00'),
  gulf('KW', '+965 2555 0100', '24/7'),
  gulf('LB', '+961 1 555 010', '08:00–16:00'),
  gulf('OM', '+968 2455 0100', '07:00–19:00'),
  gulf('QA', '+974 4455 0100', null),
  {
    id: 'lakeland:US',
    brandId: 'lakeland',
    brandName: 'Lakeland Health Plan',
    country: 'US',
    channels: [
      phone('+1 555 010 0142'),
      { kind: 'phone', purpose: 'claims-center', value: '+1 555 010 0143' },
      { kind: 'fax', purpose: 'appeals', value: '+1 555 010 0199' },
      email('providers@lakeland.example'),
    ],
    hours: 'Mon–Fri 08:00–18:00',
  },
];
