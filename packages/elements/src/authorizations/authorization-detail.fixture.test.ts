// No tests of its own: the page of an authorization, before a clerk, with the payer's desk on a connection of its own.
import { html } from '@open-wc/testing';
import type { Authorization, AuthorizationRequest } from '@portico/core/authorizations';
import { plainDate } from '@portico/core/kernel';
import { createFaults, withFaults, type Faults } from '@portico/testing/faults';
import { askedItem, bothSides, dirhams, done, inPart, type Sides } from '../../../../test/kit/authorization-sides.ts';
import { mount, one, shown, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/authorization-detail.ts';
import type { AuthorizationDetailElement } from './authorization-detail.element.ts';

export { done, inPart };

/** A world with one request in it. */
export interface DetailWorld extends TestPortal, Sides {
  readonly id: string;
  readonly faults: Faults;
  /** The record as it is now, without anybody's page. */
  readonly present: () => Promise<Authorization>;
}

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
    askedItem(1, 'Physiotherapy'),
    askedItem(2, 'Knee MRI'),
    askedItem(3, '', {
      service: null,
      unlisted: { name: 'Hyaluronic injection', estimatedCost: dirhams(120_000) },
      amount: null,
      quantity: '1',
    }),
  ],
};

export const question = { text: 'The report of the MRI, please.', items: [2], dueAt: null };

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
  const sides = await bothSides(world.open);
  const { id } = done(await sides.clerk.submit(request, sides.meta()));
  const made: DetailWorld = { ...world, ...sides, id, faults, present: async () => (await sides.desk.get(id))!.record };
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
