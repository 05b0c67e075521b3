import type { AuthorizationItem, AuthorizationRequest } from '@portico/core/authorizations';
import { addDays, money, type PlainDate } from '@portico/core/kernel';
import { members } from './members.ts';
import { payers, physicians, providers } from './parties.ts';

const demoService = 'urn:portico:demo:service';

/** An item of a request in the demo world: a knee MRI, where nothing else is said. */
export const worldItem = (sequence: number, changes: Partial<AuthorizationItem> = {}): AuthorizationItem => ({
  ...{ sequence, service: { code: 'D-310', system: demoService, text: 'Knee MRI' }, unlisted: null, quantity: '1' },
  ...{ amount: money(95_000, 'AED'), from: null, to: null, origin: 'provider', outcome: 'undecided' },
  ...{ outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

/** Ten sessions of physiotherapy. */
export const worldSessions = (sequence: number, changes: Partial<AuthorizationItem> = {}): AuthorizationItem =>
  worldItem(sequence, {
    service: { code: 'D-400', system: demoService, text: 'Physiotherapy session' },
    ...{ quantity: '10', amount: money(110_000, 'AED') },
    ...changes,
  });

/** What the clerk of the demo world asks of the payer in the Gulf: an MRI and ten sessions, for a member who is covered, a week from today. */
export const worldRequest = (today: PlainDate, changes: Partial<AuthorizationRequest> = {}): AuthorizationRequest => {
  const { name, number, birthDate } = members[0]!;
  return {
    ...{ kind: 'request', urgency: 'standard', payer: payers[0]!.party, provider: providers[0]!, physician: physicians.noor[0]! },
    ...{ unlistedPhysician: null, member: { id: null, name, number, birthDate } },
    ...{ serviceFrom: addDays(today, 7), serviceTo: addDays(today, 37), currency: 'AED' },
    diagnoses: [{ coded: { code: 'DX-02', system: 'urn:portico:demo:diagnosis', text: 'Knee pain' }, exact: null }],
    items: [worldItem(1), worldSessions(2)],
    ...{ supersedes: null, note: '' },
    ...changes,
  };
};

/** One with all that no list has: a physician (N18), a diagnosis whose code is only the nearest (N19), and a service with its estimated cost (N20). */
export const unlistedRequest = (today: PlainDate): AuthorizationRequest =>
  worldRequest(today, {
    ...{ urgency: 'expedited', physician: null },
    unlistedPhysician: { identifier: { type: 'lop', value: '77120' }, name: 'Dr. Huda Marwan' },
    diagnoses: [
      {
        coded: { code: 'DX-02', system: 'urn:portico:demo:diagnosis', text: 'Knee pain' },
        exact: 'Tear of the inner meniscus after a fall, left knee.',
      },
    ],
    items: [
      worldItem(1),
      worldItem(2, {
        ...{ service: null, amount: null, quantity: '1' },
        unlisted: { name: 'Gait analysis on a pressure plate', estimatedCost: money(42_050, 'AED') },
      }),
    ],
    note: 'The pain came back after the first course of treatment.',
  });
