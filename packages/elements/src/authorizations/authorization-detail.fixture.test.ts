// No tests of its own: the page of an authorization, before a clerk, with the payer's desk on a connection of its own.
import { html } from '@open-wc/testing';
import type {
  Authorization,
  AuthorizationItem,
  AuthorizationRequest,
  AuthorizationsPort,
  ItemDecision,
} from '@portico/core/authorizations';
import { plainDate, type CommandAnswer } from '@portico/core/kernel';
import { createFaults, withFaults, type Faults } from '@portico/testing/faults';
import { mount, one, shown, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accountOf, createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/authorization-detail.ts';
import type { AuthorizationDetailElement } from './authorization-detail.element.ts';

type Port = Required<AuthorizationsPort>;

/** A world with one request in it. */
export interface DetailWorld extends TestPortal {
  /** The clerk's port and the payer's. */
  readonly clerk: Port;
  readonly desk: Port;
  readonly id: string;
  readonly faults: Faults;
  readonly meta: () => { readonly commandId: string };
  /** The record as it is now, without anybody's page. */
  readonly present: () => Promise<Authorization>;
}

const dirhams = (minor: number) => ({ minor, currency: 'AED' });

const item = (sequence: number, text: string, changes: Partial<AuthorizationItem> = {}): AuthorizationItem => ({
  ...{ sequence, service: { code: `S-${sequence}`, system: null, text }, unlisted: null, quantity: '2', amount: dirhams(50_000) },
  ...{ from: null, to: null, origin: 'provider', outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

/** Everything that is out of a list: physician (N18), diagnosis (N19), service (N20). */
export const request: AuthorizationRequest = {
  ...{ kind: 'request', urgency: 'standard', currency: 'AED', supersedes: null, note: 'See the report.' },
  payer: { id: 'payer:gulf', name: 'Gulf Shield TPA', identifiers: [] },
  provider: { id: 'provider:noor', name: 'Al Noor Medical Center', identifiers: [] },
  ...{ physician: null, unlistedPhysician: { identifier: { type: 'lop', value: 'LOP-777' }, name: 'Dr. Zaid Karam' } },
  member: { id: null, name: 'Mara Lind', number: 'M-77', birthDate: null },
  ...{ serviceFrom: plainDate('2026-12-01'), serviceTo: plainDate('2026-12-05') },
  diagnoses: [{ coded: { code: 'D-25', system: null, text: 'Pain in joint' }, exact: 'Pain of the left knee after a fall' }],
  items: [
    item(1, 'Physiotherapy'),
    item(2, 'Knee MRI'),
    item(3, '', {
      service: null,
      unlisted: { name: 'Hyaluronic injection', estimatedCost: dirhams(120_000) },
      amount: null,
      quantity: '1',
    }),
  ],
};

const told = (sequence: number, outcome: ItemDecision['outcome'], changes: Partial<ItemDecision> = {}): ItemDecision => ({
  ...{ sequence, outcome, outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

/** One as it was asked under a number of its own, one as something else, one not at all. */
export const inPart: Parameters<Port['decide']>[1] = {
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

export const question = { text: 'The report of the MRI, please.', items: [2], dueAt: null };

/** What was accepted; throws for anything else. */
export function done<Value>(answer: CommandAnswer<Value>): Value {
  if (answer.status !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** A world in which a request was sent, and more was done with it. */
export async function detailWorld(
  prepare: (world: DetailWorld) => Promise<unknown> = async () => undefined,
  options: TestPortalOptions = {},
): Promise<DetailWorld> {
  const faults = createFaults({ clock: simulatedClock() });
  const world = await createTestPortal({
    ...{ signedIn: 'clerk', ...options },
    through: (backend) => withFaults(options.through?.(backend) ?? backend, faults),
  });
  const portOf = async (role: 'clerk' | 'claims-center'): Promise<Port> => {
    const page = world.open();
    await page.signIn!(accountOf(role));
    return page.backend.authorizations as Port;
  };
  const [clerk, desk] = [await portOf('clerk'), await portOf('claims-center')];
  let n = 0;
  const meta = () => ({ commandId: `made-${(n += 1)}` });
  const { id } = done(await clerk.submit(request, meta()));
  const made: DetailWorld = { ...world, clerk, desk, id, faults, meta, present: async () => (await desk.get(id))!.record };
  await prepare(made);
  return made;
}

/** Puts the authorization on a page; resolves when it, or what is said instead of it, is there. */
export async function mountDetail({ portal, id }: Pick<DetailWorld, 'portal' | 'id'>, surroundings: Surroundings = {}) {
  const element = await mount<AuthorizationDetailElement>(
    html`<authorization-detail authorization-id=${id} .portal=${portal}></authorization-detail>`,
    surroundings,
  );
  await until(() => {
    if (!element.shadowRoot!.querySelector('article, [role="alert"] *, .notice[role="alert"]')) throw new Error(shown(element));
  });
  return element;
}

/** A world and the page of its authorization. */
export async function detailPage(
  prepare?: (world: DetailWorld) => Promise<unknown>,
  options: TestPortalOptions = {},
): Promise<DetailWorld & { readonly element: AuthorizationDetailElement }> {
  const world = await detailWorld(prepare, options);
  return { ...world, element: await mountDetail(world) };
}

export const button = (element: Element, name: string | RegExp): HTMLElement => one(element, 'button', name);

/** Cells of the item with this number: what was requested, what is authorized, what was decided. */
export const cells = (element: Element, sequence: number): string[] =>
  [...element.shadowRoot!.querySelectorAll(`tr[data-sequence="${sequence}"] td`)].map((cell) => shown(cell));
