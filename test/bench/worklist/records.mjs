import { createRandom } from '../../../packages/testing/src/world/random.ts';

const ORGANISATION = 'organisation:bench';
const PROVIDERS = 40;
const PAYERS = 8;

/** Who reads the lists: a clerk of two clinics, a payer's desk, and the helpdesk, which is bound to nobody. */
export const people = {
  clerk: { roles: ['clerk'], providerIds: ['provider:1', 'provider:2'], payerIds: [] },
  desk: { roles: ['claims-center'], providerIds: [], payerIds: ['payer:1'] },
  helpdesk: { roles: ['helpdesk'], providerIds: [], payerIds: [] },
};

/** A person as a back office knows them. @param {keyof typeof people} name */
export const subjectOf = (name) => ({ accountId: `account:${name}`, displayName: name, organisationId: ORGANISATION, ...people[name] });

/** Everything, whatever it waits for. */
export const everything = { scope: 'all', payerId: null, urgency: null, number: '' };

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

/**
 * Made-up authorizations of a year, one in thirty undecided, each with two items and a history of three entries.
 * @param {number} count @param {typeof import('../../../packages/backend/src/authorizations/keeping.ts').keptAuthorization} keptAuthorization
 */
export function records(count, keptAuthorization) {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, n) => {
    const isOpen = random.oneIn(30);
    const submittedAt = START + random.below(365) * DAY + random.below(DAY);
    const [provider, payer] = [`provider:${1 + random.below(PROVIDERS)}`, `payer:${1 + random.below(PAYERS)}`];
    const text = (code, words) => ({ code, system: null, text: words });
    const item = (sequence) => ({
      ...{
        sequence,
        service: text(`S-${100 + random.below(900)}`, 'Magnetic resonance imaging of a joint'),
        unlisted: null,
        quantity: '1',
      },
      ...{ amount: { minor: 45_000, currency: 'AED' }, from: '2026-03-01', to: '2026-03-31', origin: 'provider' },
      ...{ outcome: isOpen ? 'undecided' : 'certified', outcomeCode: null, reasons: [], authorized: null },
    });
    const record = {
      ...{ kind: 'request', urgency: random.oneIn(10) ? 'expedited' : 'standard', supersedes: null, note: 'Pain for six weeks.' },
      payer: { id: payer, name: `Payer ${payer}`, identifiers: [] },
      provider: { id: provider, name: `Clinic ${provider}`, identifiers: [] },
      ...{ physician: { id: 'physician:1', name: 'Dr. Huda Marwan', identifiers: [] }, unlistedPhysician: null },
      member: { id: null, name: `Member ${n % 20_000}`, number: `M-${n % 20_000}`, birthDate: '1980-02-29' },
      ...{ serviceFrom: '2026-03-01', serviceTo: '2026-03-31', currency: 'AED' },
      diagnoses: [{ coded: text('DX-02', 'Knee pain'), exact: null }],
      items: [item(1), item(2)],
      ...{ id: `a-${n}`, version: 1, lifecycleVersion: 1, organisationId: ORGANISATION },
      state: { case: isOpen ? 'received' : 'decided', information: 'none', clock: 'stopped', use: 'unused' },
      numbers: [{ type: 'reference-id', value: `PA-2026-${String(n).padStart(6, '0')}` }],
      ...{ submittedAt, submittedBy: 'The clerk', revisedAt: null, pendedAt: null, decidedAt: isOpen ? null : submittedAt + DAY },
      ...{ validFrom: null, validTo: null, clock: null, informationRequests: [], notified: { ids: [], newest: null }, voiding: null },
      ...{ cancelledAt: null, rejectedAt: null, usedAt: null, supersededBy: null },
    };
    const entry = (what) => ({ at: submittedAt, what, by: 'The clerk', reference: null });
    return keptAuthorization(record, ['submitted', 'pended', 'decided'].map(entry));
  });
}
