import type { AuthorizationItem, AuthorizationsPort, ItemDecision } from '@portico/core/authorizations';
import { plainDate, type CommandAnswer, type Money } from '@portico/core/kernel';
import { accountOf, type TestPortal } from './test-portal.ts';

/** What a whole payer takes of authorizations. */
export type AuthorizationsDesk = Required<AuthorizationsPort>;

/** A clerk and the payer's desk, each on a connection of their own. */
export interface Sides {
  readonly clerk: AuthorizationsDesk;
  readonly desk: AuthorizationsDesk;
  readonly meta: () => { readonly commandId: string };
}

/** Signs both in. */
export async function bothSides(open: TestPortal['open']): Promise<Sides> {
  const portOf = async (role: 'clerk' | 'claims-center'): Promise<AuthorizationsDesk> => {
    const page = open();
    await page.signIn!(accountOf(role));
    return page.backend.authorizations as AuthorizationsDesk;
  };
  let n = 0;
  return {
    clerk: await portOf('clerk'),
    desk: await portOf('claims-center'),
    meta: () => ({ commandId: `made-${(n += 1)}` }),
  };
}

/** What was accepted; throws for anything else. */
export function done<Value>(answer: CommandAnswer<Value>): Value {
  if (answer.status !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Minor units of the currency of these requests. */
export const dirhams = (minor: number): Money => ({ minor, currency: 'AED' });

/** An item as a provider asks for it. */
export const askedItem = (sequence: number, text: string, changes: Partial<AuthorizationItem> = {}): AuthorizationItem => ({
  ...{ sequence, service: { code: `S-${sequence}`, system: null, text }, unlisted: null, quantity: '2', amount: dirhams(50_000) },
  ...{ from: null, to: null, origin: 'provider', outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

const told = (sequence: number, outcome: ItemDecision['outcome'], changes: Partial<ItemDecision> = {}): ItemDecision => ({
  ...{ sequence, outcome, outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

/** Decides three items: one as it was asked, under a number of its own, one as another service, one not at all. */
export const inPart: Parameters<AuthorizationsDesk['decide']>[1] = {
  items: [
    told(1, 'certified', { authorized: { service: null, quantity: null, amount: null, from: null, to: null, number: 'AUT-1' } }),
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
