import type {
  Authorization,
  AuthorizationItem,
  AuthorizationRequest,
  AuthorizationsPort,
  ItemDecision,
} from '@portico/core/authorizations';
import { plainDate, type CommandAnswer } from '@portico/core/kernel';
import { waitFor, expect } from 'storybook/test';
import { accountOf } from '../../test/kit/test-portal.ts';
import { element } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

type Port = Required<AuthorizationsPort>;

/** Clerk and payer's desk of a story, each on a connection of their own. */
export interface Sides {
  readonly clerk: Port;
  readonly desk: Port;
  readonly meta: () => { readonly commandId: string };
}

const dirhams = (minor: number) => ({ minor, currency: 'AED' });
const item = (sequence: number, text: string, changes: Partial<AuthorizationItem> = {}): AuthorizationItem => ({
  ...{ sequence, service: { code: `S-${sequence}`, system: null, text }, unlisted: null, quantity: '2', amount: dirhams(50_000) },
  ...{ from: null, to: null, origin: 'provider', outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

/** A request with a physician (N18), a diagnosis (N19) and a service (N20) that are in no list. */
export const request: AuthorizationRequest = {
  ...{ kind: 'request', urgency: 'standard', currency: 'AED', supersedes: null, note: 'The report goes along.' },
  payer: { id: 'payer:gulf', name: 'Gulf Shield TPA · درع الخليج', identifiers: [] },
  provider: { id: 'provider:noor', name: 'Al Noor Medical Center · مركز النور الطبي', identifiers: [] },
  ...{ physician: null, unlistedPhysician: { identifier: { type: 'lop', value: 'LOP-777' }, name: 'د. زيد كرم' } },
  member: { id: null, name: 'فاطمة الزهراء Haddad', number: 'GS-4471-0093', birthDate: plainDate('1987-04-12') },
  ...{ serviceFrom: plainDate('2026-12-01'), serviceTo: plainDate('2026-12-05') },
  diagnoses: [{ coded: { code: 'D-25', system: null, text: 'Pain in joint' }, exact: 'ألم في الركبة اليسرى بعد السقوط' }],
  items: [
    item(1, 'Physiotherapy session'),
    item(2, 'Knee MRI'),
    item(3, '', { service: null, unlisted: { name: 'تحليل المشي', estimatedCost: dirhams(120_000) }, amount: null, quantity: '1' }),
  ],
};

const told = (sequence: number, outcome: ItemDecision['outcome'], changes: Partial<ItemDecision> = {}): ItemDecision => ({
  ...{ sequence, outcome, outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

/** As asked, another service instead, nothing. */
export const inPart: Parameters<Port['decide']>[1] = {
  items: [
    told(1, 'certified', { authorized: { service: null, quantity: null, amount: null, from: null, to: null, number: 'AUT-77-1' } }),
    told(2, 'modified', {
      outcomeCode: { code: 'A6', system: null, text: null },
      authorized: {
        ...{ service: { code: 'S-9', system: null, text: 'Knee X-ray' }, quantity: '1', amount: dirhams(20_000) },
        ...{ from: null, to: null, number: null },
      },
    }),
    told(3, 'not-certified', { reasons: [{ code: 'not-covered', system: null, text: 'Not in the plan.' }] }),
  ],
  ...{ validFrom: plainDate('2026-11-25'), validTo: plainDate('2027-01-10') },
};

/** What was accepted; throws for anything else. */
export function done<Value>(answer: CommandAnswer<Value>): Value {
  if (answer.status !== 'accepted') throw new Error(`not accepted: ${answer.status}`);
  return answer.value;
}

let opened = '';

/** Sends the request in the world of a story and does more with it; `shown` opens it. */
export const withRequest =
  (more: (record: Authorization, sides: Sides) => Promise<unknown> = async () => undefined) =>
  async ({ open }: StoryWorld): Promise<void> => {
    const portOf = async (role: 'clerk' | 'claims-center'): Promise<Port> => {
      const page = open();
      await page.signIn!(accountOf(role));
      return page.backend.authorizations as Port;
    };
    let n = 0;
    const sides: Sides = {
      clerk: await portOf('clerk'),
      desk: await portOf('claims-center'),
      meta: () => ({ commandId: `story-${(n += 1)}` }),
    };
    const record = done(await sides.clerk.submit(request, sides.meta()));
    opened = record.id;
    await more(record, sides);
  };

/** Shows the request that was sent, as a list beside it would. */
export async function shownDetail(canvas: HTMLElement): Promise<void> {
  element<HTMLElement & { authorizationId: string }>(canvas, 'authorization-detail').authorizationId = opened;
  await waitFor(() => expect(element(canvas, 'authorization-detail').shadowRoot!.querySelector('article')).not.toBeNull());
}
